"""What seems to close a task and does not: a condition, a rest, somebody else, a second voice, another thing, a step; each beside a real closing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from functions.model.minutes import Person, Tier
from tests.following_up.council import minutes, register, said, task, tell
from tests.following_up.later_words import CLOSED, figures, situations

PEOPLE = (Person("Asta Ek", "chair"), Person("Bo Alm"), Person("Cilla Lind"))
MAP = "Cilla ritar en karta över stigarna"
TREES = "Bo köper in plantor till rabatten"
SIGNS = "Asta översätter skyltarna till finska och engelska"
TASKS = (
    task(MAP, "Cilla Lind", item="1", id="a1"),
    task(TREES, "Bo Alm", item="2", id="a2"),
    task(SIGNS, "Asta Ek", item="3", id="a3"),
)
TITLES = ("Stigarna", "Rabatten", "Skyltarna")


def after(text: str, *, title: str, table: bool = False) -> set[str]:
    """The tasks that a remark of the next meeting closes. title: it stands under; table: it is a row of a list of tasks."""
    first = minutes("2026-03-02", titles=TITLES, people=PEOPLE, actions=TASKS)
    told = said(text, "done", item="1")
    told = replace(told, rule="follow_up.section") if table else replace(told, rule="follow_up.told", tier=Tier.PROPOSED)
    second = minutes("2026-04-06", titles=(title,), people=PEOPLE, follow_ups=(told,) if table else (), remarks=() if table else (told,))
    return {row.text for row in register(tell(("1.docx", first), ("2.docx", second))).items if row.status.value in CLOSED}


@pytest.mark.parametrize(
    ("text", "title", "closes"),
    [
        ("Cilla har ritat en karta över stigarna", "Stigarna", MAP),
        ("Cilla har ritat en karta över stigarna tillsammans med skolan", "Stigarna", MAP),
        ("Kartan över stigarna är ritad", "Stigarna", MAP),
        ("Bo har köpt in plantor till rabatten", "Rabatten", TREES),
        ("Asta har översatt skyltarna till finska och engelska", "Skyltarna", SIGNS),
        ("Bo har köpt in buskar till rabatten, därmed är inköpet klart", "Rabatten", TREES),
    ],
)
def test_a_deed_done_to_the_tasks_own_thing_closes_it(text: str, title: str, closes: str) -> None:
    assert after(text, title=title) == {closes}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Cilla har ritat en karta över vattenledningarna", "Stigarna"),
        ("Bo har köpt in krattor till rabatten", "Rabatten"),
        ("Bo har köpt in plantor till kyrkogården", "Kyrkogården"),
        ("Asta har översatt turistbroschyren till finska", "Skyltarna"),
    ],
)
def test_the_same_deed_done_to_another_thing_closes_nothing(text: str, title: str) -> None:
    assert after(text, title=title) == set()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kartan över stigarna: klar när skolan har mätt dem", "Stigarna"),
        ("Kartan över stigarna: ritas så snart snön är borta", "Stigarna"),
        ("Skyltarna: finska klart, engelska i höst", "Skyltarna"),
        ("Cilla har lämnat över kartan över stigarna till Bo Alm", "Stigarna"),
        ("Kartan över stigarna ligger numera hos Bo Alm", "Stigarna"),
        ("Cilla uppger att kartan över stigarna är ritad. Bo Alm ser bara den gamla", "Stigarna"),
        ("Ett utkast till karta över stigarna är ritat av Cilla", "Stigarna"),
        ("Bo har bokat en handlare som har plantor till rabatten", "Rabatten"),
    ],
)
@pytest.mark.parametrize("table", [False, True])
def test_what_waits_is_left_in_part_lies_with_another_or_is_only_a_step_closes_nothing(text: str, title: str, table: bool) -> None:
    assert after(text, title=title, table=table) == set()


@pytest.mark.parametrize("text", ["Kartan över stigarna: klar, Cilla visade den", "Kartan över stigarna: ritad, svar från skolan i höst"])
def test_what_follows_of_a_deed_leaves_nothing_of_it(text: str) -> None:
    assert after(text, title="Stigarna", table=True) == {MAP}


@pytest.mark.parametrize("part", ["alike", "near"])
def test_of_what_only_looks_like_a_closing_next_to_nothing_closes(part: str) -> None:
    right, of = figures(part)["closings that are right"]
    assert right >= 0.92 * of
    closed, strikes = figures(part)["closed"]
    assert closed >= 0.65 * strikes


def test_nothing_that_waits_is_handed_on_done_in_part_or_denied_is_closed() -> None:
    other = ("kept", "part_done", "reassigned", "contradicted")
    assert [one.label["id"] for one in situations("alike") if one.closed and one.label["says"] in other] == []
