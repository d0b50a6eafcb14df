"""What is told in passing, anywhere in minutes, that may concern an earlier task; and the running numbers of tasks."""

from __future__ import annotations

import pytest

from functions.interpreting.remarks import RULE_OVERHEARD, RULE_PASSING
from functions.model.minutes import FollowUp, Minutes
from tests.interpreting.pages import ROSTER, page, read


def all_remarks(text: str) -> list[FollowUp]:
    return [one for one in read(f"{ROSTER}# 1. Belysningen\n{text}\n# 2. Avslut\nHelga avslutar mötet.").remarks if one.item == "1"]


def remarks(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.status) for one in all_remarks(text) if one.rule != RULE_OVERHEARD]


@pytest.mark.parametrize("text", ["Svaren visar ett tydligt mönster.", "Bo berättade om svaren från elverket.", "Affischen hänger i skåpet."])
def test_what_is_only_stated_is_kept_for_the_register_to_weigh(text: str) -> None:
    assert [(one.text, one.status, one.rule) for one in all_remarks(text)] in ([(text, "mentioned", RULE_OVERHEARD)], [(text, "done", RULE_PASSING)])


@pytest.mark.parametrize(
    "text", ["Lamporna ska vara bytta i maj.", "Är lamporna bytta?", "Inget nytt om lamporna.", "Om lamporna är bytta är det bra.", "Lampor nu."]
)
def test_plans_questions_and_suppositions_are_not_even_that(text: str) -> None:
    assert [one for one in all_remarks(text) if one.rule == RULE_OVERHEARD] == []


@pytest.mark.parametrize(
    "text",
    [
        "Bo har pratat med elverket om lamporna.",
        "Lamporna vid dammen är bytta.",
        "Elverket fick vårt brev den 2 mars.",
        "Därmed har Bo skickat listan till elverket.",
        "Bo rensade skåpet vid dammen.",
        "Listan över lamporna ligger nu på webben.",
    ],
)
def test_what_happened_is_told_in_passing(text: str) -> None:
    assert [status for _, status in remarks(text)] == ["done"]


@pytest.mark.parametrize(
    "text",
    [
        "Bo berättade om läget.",
        "Är lamporna bytta?",
        "Lamporna ska vara bytta i maj.",
        "Bo tycker att lamporna är fula.",
        "Bytena är planerade till maj.",
    ],
)
def test_talk_questions_and_plans_are_not(text: str) -> None:
    assert remarks(text) == []


def test_what_stands_behind_a_label_is_one_remark() -> None:
    assert remarks("Lampor vid dammen: Bo har ringt elverket. De kommer i april. Avslutat.") == [
        ("Lampor vid dammen: Bo har ringt elverket. De kommer i april. Avslutat.", "done")
    ]


def test_a_task_is_no_remark() -> None:
    minutes = read(f"{ROSTER}# 1. Belysningen\nBo Alm kontaktar elverket senast den 3 april.\n# 2. Avslut\nHelga avslutar mötet.")
    assert minutes.actions
    assert not [one for one in minutes.remarks if one.item == "1"]


def test_every_remark_is_quoted() -> None:
    text = f"{ROSTER}# 1. Belysningen\nLampor: Bo har pratat med elverket om lamporna.\n# 2. Avslut\nHelga avslutar mötet."
    blocks = page(text).by_id
    (remark,) = (one for one in read(text).remarks if one.item == "1")
    assert all(blocks[quote.block].text[quote.start : quote.end] == quote.text for quote in remark.quotes)


def follow_up(text: str) -> Minutes:
    return read(f"{ROSTER}# 1. Uppföljning av tidigare uppdrag\n{text}\n# 2. Avslut\nHelga avslutar mötet.")


def test_what_remains_has_the_day_that_is_told() -> None:
    (kept,) = follow_up("- Bo Alm kontaktar kliniken: kvarstår, ny tid 3 april 2027").follow_ups
    assert kept.due is not None
    assert kept.due.date == "2027-04-03"
    (done,) = follow_up("- Bo Alm kontaktar kliniken: klart 3 mars 2026").follow_ups
    assert done.due is None


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("kvarstår, Bo räknar med juni", "2026-06-30"),
        ("ny tidpunkt: april", "2026-04-30"),
        ("dröjer till maj", "2026-05-31"),
        ("kvarstår, Bo räknar med Majken", None),
    ],
)
def test_a_month_alone_behind_words_that_move_a_day_is_the_day(told: str, day: str | None) -> None:
    (kept,) = follow_up(f"- Bo Alm kontaktar kliniken. Kvarstår, {told}").follow_ups
    assert (kept.due.date if kept.due is not None else None) == day


def test_a_task_of_a_running_log_has_its_number() -> None:
    table = "| Nr | Uppgift | Ansvarig | Klart |\n| B14 | Kontakta elverket om lamporna | Bo Alm | 3 april |\n| B15 | Boka lokal | Cia Dahl | 15/4 |"
    minutes = read(f"{ROSTER}# 1. Belysningen\nHelga berättar.\n# Åtgärdslista\n{table}\n# 2. Avslut\nHelga avslutar mötet.")
    assert [action.number for action in minutes.actions] == ["B14", "B15"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Lamporna: Bo är sjukskriven till maj, Cia Holm tar över.", "Lamporna: Cia Holm tar över"),
        ("Lamporna: Bo är föräldraledig och Cia Holm tar vid.", "Lamporna: Cia Holm tar vid"),
    ],
)
def test_who_takes_over_is_told_and_why_stays_in_the_file(text: str, left: str) -> None:
    (told,) = read(f"{ROSTER}# 1. Uppföljning av uppdrag\n- {text}\n# 2. Avslut\nHelga avslutar mötet.").follow_ups
    assert (told.text, told.status) == (left, "kept")
    assert all("sjuk" not in (quote.text or "") and "ledig" not in (quote.text or "") for quote in told.quotes)


def test_what_cannot_be_parted_from_the_reason_is_withheld_as_a_whole() -> None:
    (told,) = read(f"{ROSTER}# 1. Uppföljning av uppdrag\n- Lamporna: Bo är sjukskriven till maj.\n# 2. Avslut\nHelga avslutar mötet.").follow_ups
    assert "sjuk" not in told.text
