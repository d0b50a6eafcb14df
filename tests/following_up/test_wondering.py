"""What the register asks people, and when it stops."""

from __future__ import annotations

import pytest

from functions.model.events import Event, EventType
from functions.model.minutes import Decision, Tier
from functions.model.register import Puzzle
from tests.following_up.council import TREES, approval, due, minutes, quote, register, task, tell

OAKS = task("Asta Ek mäter ekarna vid torget", "Asta Ek", by=due("2026-04-30"))


def asked(log: tuple[Event, ...], code: str) -> list[Puzzle]:
    return [puzzle for puzzle in register(log).puzzles if puzzle.code == code]


def edit(key: str | None, **data: object) -> Event:
    return Event(f"e{key}{data}", TREES.key, EventType.EDITED, key=key, by="Malin", at="2026-12-01T10:00:00", data=data)


def decided(text: str) -> Decision:
    return Decision("d9", "1", text, "decision", tier=Tier.SURE, quotes=quote(text))


def test_minutes_that_are_approved_with_a_change_ask_about_the_points_that_it_may_concern() -> None:
    first = minutes("2026-03-05", actions=(OAKS, task("Bo Alm ringer kyrkan", "Bo Alm", id="a2")))
    change = "Föregående anteckningar godkänns med ändringen att ekarna mäts av Bo Alm"
    log = tell(("a", first), ("b", minutes("2026-04-05", decisions=(approval(change),))))
    (puzzle,) = asked(log, "corrected")
    (row,) = [item for item in register(log).items if "ekarna" in item.text]
    assert puzzle.keys == (row.key,)
    assert puzzle.quotes[0].text == change
    (after,) = asked((*log, edit(row.key, field="owner", value="Bo Alm")), "corrected")
    assert after.keys == ()


def test_minutes_that_are_just_approved_ask_nothing() -> None:
    assert asked(tell(("a", minutes("2026-03-05", actions=(OAKS,))), ("b", minutes("2026-04-05", decisions=(approval(),)))), "corrected") == []


@pytest.mark.parametrize(
    "change",
    ["Dagordningen fastställs med ändringen att ekarna behandlas först", "Rådet antar planen med ändringen att ekarna mäts av Bo Alm"],
)
def test_another_paper_that_is_approved_with_a_change_asks_nothing_of_earlier_points(change: str) -> None:
    log = tell(("a", minutes("2026-03-05", actions=(OAKS,))), ("b", minutes("2026-04-05", decisions=(approval(), decided(change)))))
    assert asked(log, "corrected") == []


def test_two_files_of_one_meeting_that_differ_in_an_owner_a_day_or_a_decision_ask_which_one_holds() -> None:
    other = task("Asta Ek mäter ekarna vid torget", "Bo Alm", by=due("2026-05-15"))
    log = tell(
        ("a.docx", minutes("2026-03-05", actions=(OAKS,), decisions=(decided("Rådet köper en bänk"),))),
        ("b.docx", minutes("2026-03-05", actions=(other,), decisions=(decided("Rådet köper en bänk"), decided("Rådet säljer parken")))),
    )
    found = asked(log, "versions_differ")
    assert [puzzle.question.split(". ")[1].split(" är ")[0] for puzzle in found] == ["Ansvarig", "Klart senast", "Beslutet står bara i b.docx"]
    assert "2026-04-30 i a.docx, 2026-05-15 i b.docx" in found[1].question
    assert asked((*log, edit(None, file_id="b.docx", field="governing", value=True)), "versions_differ") == []


def test_an_earlier_version_may_say_something_else() -> None:
    other = task("Asta Ek mäter ekarna vid torget", "Asta Ek", by=due("2026-05-15"))
    log = tell(("möte v1.docx", minutes("2026-03-05", actions=(OAKS,))), ("möte v2.docx", minutes("2026-03-05", actions=(other,))))
    assert asked(log, "versions_differ") == []


def test_a_point_that_sleeps_is_asked_about_until_a_person_says_how_it_stands() -> None:
    days = ("2026-04-05", "2026-05-05", "2026-06-05")
    log = tell(("a", minutes("2026-03-05", actions=(task("Asta Ek mäter ekarna vid torget", "Asta Ek"),))), *((day, minutes(day)) for day in days))
    (puzzle,) = asked(log, "dormant")
    assert asked((*log, edit(puzzle.keys[0], field="status", value="open")), "dormant") == []
