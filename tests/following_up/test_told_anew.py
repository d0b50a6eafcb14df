"""A task that later minutes promise again: for another day, or by somebody else who does it now; and what was told done that others have not seen."""

from __future__ import annotations

import pytest

from functions.following_up.handing_on import new_owner
from functions.following_up.hearing import denies
from functions.following_up.naming import Names, gather_names
from functions.model.minutes import Person
from functions.model.register import OpenItem
from tests.following_up.council import due, minutes, register, said, task, tell

PEOPLE = (Person("Asta Ek", "chair"), Person("Bo Alm"), Person("Cilla Lind"))
TITLES = ("Hamnen", "Växthuset", "Karta")
TASKS = (
    task("Asta ansöker om bryggplatser", "Asta Ek", item="1", id="a1"),
    task("Bo mejlar trädlistan till alla odlare", "Bo Alm", item="2", id="a2"),
    task("Cilla ordnar en kurs i stigbygge", "Cilla Lind", item="3", id="a3"),
)
NAMES: Names = gather_names((person.name, None) for person in PEOPLE)


def rows_after(text: str, *owners: str, day: str | None = None, told: bool = False) -> dict[str, OpenItem]:
    """The rows, by their words, after a new task of the next meeting, or, told, after what it says of earlier tasks."""
    first = minutes("2026-03-02", titles=TITLES, people=PEOPLE, actions=TASKS)
    new = (task(text, *owners, item="1", id="b1", by=due(day) if day else None),) if not told else ()
    heard = (said(text, "done", item="1"),) if told else ()
    second = minutes("2026-04-06", titles=("Föregående protokoll",), people=PEOPLE, actions=new, follow_ups=heard)
    return {row.text: row for row in register(tell(("1.docx", first), ("2.docx", second))).items}


@pytest.mark.parametrize(
    "text", ["Asta ansöker om bryggplatser när taxan är beslutad, senast 31 augusti", "Asta ansöker om bryggplatserna senast 31 augusti"]
)
def test_a_task_promised_again_for_another_day_moves_it(text: str) -> None:
    rows = rows_after(text, "Asta Ek", day="2026-08-31")
    assert len(rows) == len(TASKS)
    moved = rows[TASKS[0].text]
    assert moved.due is not None
    assert moved.due.date == "2026-08-31"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Asta ansöker om fler parkbänkar senast 31 augusti", "Asta Ek"),
        ("Asta ansöker om bryggplatser och ordnar kursen i stigbygge senast 31 augusti", "Asta Ek"),
        ("Asta målar bryggplatserna senast 31 augusti", "Asta Ek"),
        ("Bo ansöker om bryggplatser senast 31 augusti", "Bo Alm"),
        ("Bo mejlar trädlistan till föräldrarna senast 31 augusti", "Bo Alm"),
    ],
)
def test_another_thing_deed_or_person_is_a_task_of_its_own(text: str, owner: str) -> None:
    rows = rows_after(text, owner, day="2026-08-31")
    assert len(rows) == len(TASKS) + 1
    assert all(rows[one.text].due is None for one in TASKS)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Cilla har ingen tid, Bo ordnar kursen i stigbygge", "Bo Alm"),
        ("Bo ordnar kursen, för Cilla saknar behörighet", "Bo Alm"),
        ("Asta tar fram siffrorna i Cillas ställe", "Asta Ek"),
        ("Kursen ordnas av Asta, inte av Cilla som tidigare sagts", "Asta Ek"),
        ("Bo ordnar kursen, för Cilla tycker att den behövs", None),
        ("Cilla har ingen tid i maj, Bo hälsar till alla", None),
        ("Kursen ordnas av Asta, inte i maj utan i juni", None),
        ("Asta tar fram siffrorna i första rummet", None),
    ],
)
def test_who_does_it_now(text: str, owner: str | None) -> None:
    assert new_owner(text, names=NAMES) == owner


def test_who_does_it_now_has_the_row() -> None:
    rows = rows_after("Cilla tar tjänstledigt, Bo ordnar kursen i stigbygge", "Bo Alm")
    assert rows[TASKS[2].text].owners == ("Bo Alm",)
    assert len(rows) == len(TASKS)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Odlarna säger sig aldrig ha fått den", True),
        ("Skolan har inte sett listan", True),
        ("Skolan har inte fått svar", False),
        ("Skolan har fått listan", False),
    ],
)
def test_what_has_not_come_is_denied(text: str, denied: bool) -> None:
    assert denies(text) is denied


@pytest.mark.parametrize(
    "text",
    [
        "Bo har mejlat trädlistan till alla odlare, men ombudet säger sig aldrig ha fått den",
        "Trädlistan är mejlad till alla odlare, men ingen har sett den",
    ],
)
def test_what_others_have_not_seen_is_asked_about(text: str) -> None:
    row = rows_after(text, told=True)[TASKS[1].text]
    assert row.status.value != "done"


def test_an_answer_that_has_not_come_leaves_it_done() -> None:
    assert rows_after("Bo har mejlat trädlistan till alla odlare. Han har inte fått svar", told=True)[TASKS[1].text].status.value == "done"
