"""What later minutes change in an open task: a new day, a new owner, a part that is done; beside what only sounds so."""

from __future__ import annotations

import pytest

from functions.model.minutes import Person
from functions.model.register import OpenItem
from tests.following_up.council import minutes, register, task, tell
from tests.following_up.stories import read_paper, with_frame

COUNCIL = "Trädgårdsrådet"
DAY = "2026-04-06"
PEOPLE = (Person("Asta Ek", "chair"), Person("Bo Alm"), Person("Cilla Lind"), Person("Dag Rot"))
TASKS = {
    "karta": ("Kartan", "Asta Ek", "Asta ritar en karta över odlingslotterna"),
    "bank": ("Bänkar", "Bo Alm", "Bo målar bänkarna i samtliga parker"),
    "skylt": ("Skyltar", "Cilla Lind", "Cilla beställer skyltar till Ekparken, Almparken och Lindparken"),
    "kurs": ("Beskärning", "Dag Rot", "Dag håller kurs i beskärning för volontärerna"),
}
EARLIER = "Föregående protokoll"


def after(text: str, *, of: str, title: str = EARLIER) -> OpenItem:
    """A task's row once words of the next minutes are read under a title."""
    titles = tuple(title for title, _, _ in TASKS.values())
    actions = tuple(task(words, owner, item=str(place), id=f"a{place}") for place, (_, owner, words) in enumerate(TASKS.values(), 1))
    first = minutes("2026-03-02", titles=titles, people=PEOPLE, actions=actions)
    present = ", ".join(one.name for one in PEOPLE)
    body = with_frame(f"## 2. {title}\n{text}")
    paper = f"# {COUNCIL}\nMinnesanteckningar {DAY}\nNärvarande: {present}\n{body}"
    second = read_paper(paper, council=COUNCIL, day=DAY)
    return next(row for row in register(tell(("1.docx", first), ("2.docx", second))).items if row.text == TASKS[of][2])


@pytest.mark.parametrize(
    ("text", "of", "day"),
    [
        ("Kartan över odlingslotterna har fått nytt slutdatum, 15 maj.", "karta", "2026-05-15"),
        ("Kursen i beskärning hålls den 9 maj i stället.", "kurs", "2026-05-09"),
        ("Bänkarna målas i juni i stället.", "bank", "2026-06-30"),
    ],
)
def test_a_later_day_than_was_thought_is_the_tasks_and_ends_nothing(text: str, of: str, day: str) -> None:
    row = after(text, of=of)
    assert row.due is not None
    assert row.due.date == day
    assert row.status.value == "open"


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Parkerna klipps i juni i stället.", "bank"),
        ("Dag visade bilder från kursen i beskärning den 9 maj 2025.", "kurs"),
    ],
)
def test_another_things_day_is_not_the_tasks(text: str, of: str) -> None:
    row = after(text, of=of)
    assert row.due is None
    assert "due_moved" not in {event.type for event in row.events}


@pytest.mark.parametrize(
    ("text", "of", "owner"),
    [
        ("Kartan över odlingslotterna ritas av Bo Alm och inte av Asta.", "karta", "Bo Alm"),
        ("Asta slutar och Cilla ritar kartan över odlingslotterna.", "karta", "Cilla Lind"),
        ("Dag är tjänstledig och har lämnat över kursen i beskärning till Asta.", "kurs", "Asta Ek"),
        ("Beställningen av skyltar ligger numera hos Bo.", "skylt", "Bo Alm"),
    ],
)
def test_who_has_a_task_now_is_told_in_more_ways(text: str, of: str, owner: str) -> None:
    row = after(text, of=of)
    assert row.owners == (owner,)
    assert row.status.value in ("open", "part_done")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Kartan över odlingslotterna visades av Bo Alm och Asta.", "karta"),
        ("Asta slutar tidigare i dag och Cilla skriver protokollet.", "karta"),
        ("Dag har lämnat över inbjudan till kursen i beskärning till Asta.", "kurs"),
    ],
)
def test_who_is_only_named_beside_a_task_has_not_got_it(text: str, of: str) -> None:
    assert after(text, of=of).owners == (TASKS[of][1],)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Bo har målat bänkarna i samtliga parker. Grindarna väntar på färg.", "bank"),
        ("Cilla har beställt skyltar till Ekparken och Almparken, Lindparken likaså.", "skylt"),
    ],
)
def test_what_follows_of_another_thing_leaves_nothing_of_a_task(text: str, of: str) -> None:
    assert after(text, of=of).status.value != "part_done"
