"""How councils of many kinds say that they decided something, and what only looks like it."""

from __future__ import annotations

import pytest

from functions.model.minutes import Decision
from tests.interpreting import council_wordings, fronted_wordings, plain_wordings, rough_wordings
from tests.interpreting.decided_bank import decided_at
from tests.interpreting.decision_bank import DECIDED, FORMAL, NOTHING
from tests.interpreting.pages import read


def told(body: str, sentence: str) -> list[Decision]:
    """What is read as decided of a sentence, which may have its point's title before a bar."""
    title, _, sentence = ("|" + sentence).rpartition("|")
    return decided_at(title.strip("| ") or "Ärendet", sentence.strip(), body=body)


def each(bank: dict[str, str]) -> list[tuple[str, str]]:
    return [(body, line.strip()) for body, lines in bank.items() for line in lines.strip().split("\n")]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [*each(DECIDED), *each(council_wordings.DECIDED), *each(plain_wordings.DECIDED), *each(rough_wordings.DECIDED), *each(fronted_wordings.DECIDED)],
)
def test_a_body_s_way_of_deciding_is_read(body: str, sentence: str) -> None:
    assert [decision.kind for decision in told(body, sentence)] == ["decision"]


@pytest.mark.parametrize(("body", "sentence"), each(FORMAL))
def test_a_formality_is_kept_apart(body: str, sentence: str) -> None:
    assert [decision.kind for decision in told(body, sentence)] == ["formality"]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [*each(NOTHING), *each(council_wordings.NOTHING), *each(plain_wordings.NOTHING), *each(rough_wordings.NOTHING), *each(fronted_wordings.NOTHING)],
)
def test_what_only_looks_like_a_decision_is_none(body: str, sentence: str) -> None:
    assert [decision.text for decision in told(body, sentence) if decision.kind == "decision"] == []


# ------------------------------------------------------------------ structure


def texts(lines: str, *, body: str = "Rådet för syn", title: str = "Kameror") -> list[str]:
    front = f"Mötesanteckningar {body}\nDatum: torsdag 5 mars 2026\n# Deltagare\nHelga Norin, ordförande\nBo Alm"
    page = f"{front}\n# 1. {title}\n{lines}\n# 2. Avslutning\nMötet avslutas."
    return [d.text for d in read(page).decisions if d.item == "1" and d.kind == "decision" and d.decided_by is None]


def test_a_sentence_that_leads_a_list_is_no_decision_and_each_line_of_the_list_is_one() -> None:
    assert texts("Rådet beslutar\natt köpa två kameror\natt säga upp avtalet.\nBo Alm berättade om mässan.") == [
        "att köpa två kameror",
        "att säga upp avtalet.",
    ]
    assert texts("Därefter beslutade rådet enhälligt:\n- Två kameror köps.\n- Avtalet sägs upp.") == ["Två kameror köps.", "Avtalet sägs upp."]


def test_what_somebody_moves_or_proposes_in_a_list_is_no_decision() -> None:
    assert texts("Bo Alm yrkar\natt köpa två kameror\natt säga upp avtalet.") == []
    assert texts("Förvaltningen föreslår rådet besluta\natt köpa två kameror.\nRådet beslutar\natt säga upp avtalet.") == ["att säga upp avtalet."]
    assert texts("Förslag till beslut\nRådet beslutar\natt köpa två kameror.") == []


def test_clauses_go_on_with_an_inline_decision() -> None:
    assert texts("Beslut: att köpa två kameror\natt säga upp avtalet\nBo Alm berättade om mässan.") == [
        "att köpa två kameror",
        "att säga upp avtalet",
    ]


@pytest.mark.parametrize(
    "label",
    ["Rådets beslut", "Beslut § 14", "Beslut 2026-04", "Beslut/ställningstagande", "Ställningstagande", "Vi kom fram till", "Överenskommelse"],
)
def test_a_label_opens_a_decision_by_its_words(label: str) -> None:
    assert texts(f"{label}: Två kameror av samma slag köps.") == ["Två kameror av samma slag köps."]


@pytest.mark.parametrize("label", ["Beslutsunderlag", "Motiv till beslut", "Förvaltningens förslag till beslut", "Beslutet skickas till"])
def test_a_label_that_only_holds_the_word_opens_none(label: str) -> None:
    assert texts(f"{label}: Två kameror av samma slag.") == []


def test_a_column_of_decisions_holds_decisions() -> None:
    rows = "| § | Ärende | Beslut |\n| 1 | Kameror. Bo Alm redovisade anbud. | Linsens anbud antas |\n| 2 | Läget | – |\n| 3 | Nästa möte | |"
    found = read(f"Protokoll Nämnden för syn\nDatum: 5 mars 2026\n# Närvarande\nHelga Norin, ordförande\nBo Alm\n{rows}\nVid protokollet Bo Alm")
    assert [d.text for d in found.decisions] == ["Linsens anbud antas"]


def test_a_short_decision_is_told_with_its_label() -> None:
    assert texts("Beslut: Ja.") == ["Beslut: Ja."]


def test_a_body_of_another_sort_is_not_this_one() -> None:
    assert texts("Styrelsen beslutar att köpa två kameror.", body="Styrelsen för Synföreningen") == ["Styrelsen beslutar att köpa två kameror."]
    assert texts("Styrelsen enades om att köpa två kameror.", body="Rådet för syn") == []


def test_a_compound_name_gives_its_own_definite_form() -> None:
    assert texts("Synskaderådet förordar alternativ två.", body="Synskaderåd Nord") == ["Synskaderådet förordar alternativ två."]


def test_what_becomes_of_the_matter_itself_was_decided() -> None:
    assert texts("Utbildningsdagen ställs in.", title="Utbildningsdag i maj") == ["Utbildningsdagen ställs in."]
    assert texts("Vårdcentralen läggs ned.", title="Utbildningsdag i maj") == []
    assert texts("Mottagningen läggs ned.", title="Information om mottagningen") == []


def test_a_closing_word_is_told_with_what_it_closes() -> None:
    assert texts("Kursbudgeten blir 15 000 kronor per läkare. Klubbat.") == ["Kursbudgeten blir 15 000 kronor per läkare. Klubbat."]


def test_man_is_the_body_only_where_no_other_place_is_named() -> None:
    assert texts("Efter diskussion enades man om två kameror.") == ["Efter diskussion enades man om två kameror."]
    assert texts("På kliniken i Ekby beslutade man att köpa två kameror.") == []
