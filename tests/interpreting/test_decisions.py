"""What the body itself decided, and what only looks like it."""

from __future__ import annotations

import pytest

from functions.model.minutes import Decision
from tests.interpreting.pages import ROSTER, minutes_with, read


def decisions(*lines: str) -> list[Decision]:
    return [d for d in minutes_with(*lines).decisions if d.item == "1"]


def texts(*lines: str) -> list[str]:
    return [d.text for d in decisions(*lines)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rådet beslutar att köpa två kameror.",
        "Vi enades om att vänta med inköpet.",
        "Samordningsrådet ställer sig bakom förslaget.",
        "Mötet beslutade att starta en arbetsgrupp.",
        "Efter diskussion beslutade rådet att starta en arbetsgrupp.",
        "Därtill beslutades att formuläret görs om.",
        "Beslut togs att Bo Alm ska ta fram en budget.",
        "Rådet är enigt om att försöket prövas i höst.",
        "Beslut: Två kameror köps in.",
    ],
)
def test_the_body_s_own_decision_is_read(sentence: str) -> None:
    (decision,) = decisions(sentence)
    assert decision.kind == "decision" and decision.decided_by is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Regionfullmäktige beslutade i april om ett nytt vårdval.",
        "I höstas beslutades att kliniken flyttar.",
        "Beslut fattas vid nästa möte.",
        "Ett beslut behövs före sommaren.",
        "Det är oklart vem som utser gruppen.",
        "Frågan är om rådet beslutar i höst.",
        "Ska rådet besluta om detta?",
        "Förslag till beslut: Rådet beslutar att köpa två kameror.",
        "Rådet diskuterar inköpet.",
    ],
)
def test_what_others_decided_or_somebody_proposes_is_no_decision_of_ours(sentence: str) -> None:
    assert [d for d in decisions(sentence) if d.decided_by is None] == []


def test_only_the_first_sentence_of_an_inline_label_is_a_decision() -> None:
    assert texts("Beslut: Två kameror köps in. Köerna är långa på båda sjukhusen.") == ["Två kameror köps in."]


def test_att_satser_go_on_with_an_inline_decision() -> None:
    assert len(texts("Beslut: Rådet köper två kameror. Rådet säger upp hyresavtalet.")) == 2


def test_a_person_s_task_under_a_decision_heading_is_a_task_only() -> None:
    minutes = read(
        f"{ROSTER}# 1. Svar\n## Beslut\nRådet ställer sig bakom svaret.\n"
        f"Bo Alm skickar svaret senast den 3 april.\n# 2. Avslut\nHelga avslutar mötet."
    )
    assert [d.text for d in minutes.decisions] == ["Rådet ställer sig bakom svaret."]
    assert [a.text for a in minutes.actions] == ["Bo Alm skickar svaret senast den 3 april."]


def test_a_decision_that_gives_a_task_is_linked_to_it() -> None:
    minutes = minutes_with("Rådet beslutar att uppdra åt Bo Alm att skriva ett svar.")
    (decision,), (action,) = minutes.decisions, minutes.actions
    assert decision.actions == (action.id,) and action.decision == decision.id


def test_att_satser_are_one_decision_each() -> None:
    minutes = read(f"{ROSTER}# § 1 Kameror\n## Beslut\nRådet beslutar\n+ att köpa två kameror\n+ att avsluta avtalet.\n# § 2 Avslut\nMötet avslutas.")
    assert [d.text for d in minutes.decisions if d.item == "1"] == ["att köpa två kameror", "att avsluta avtalet."]


def test_a_proposal_that_is_granted_is_a_decision() -> None:
    assert [d.text for d in decisions("Förslag:", "att köpa två kameror", "Beslut:", "Bifalles.")] == ["Bifalles."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Föregående protokoll godkänns och läggs till handlingarna.",
        "Föregående mötes minnesanteckningar godkändes utan synpunkter.",
        "Rådet godkänner dagordningen.",
        "Beslut: Mötet förklarades öppnat.",
        "Beslutades att utse Bo Alm att jämte ordföranden justera protokollet.",
        "Vi beslutade att lägga till punkten 6a.",
    ],
)
def test_formalities_are_kept_apart(sentence: str) -> None:
    assert [d.kind for d in decisions(sentence)] == ["formality"]


def test_approval_of_a_matter_is_no_formality() -> None:
    assert [d.kind for d in decisions("Rådet godkänner rapportmallen.")] == ["decision"]
