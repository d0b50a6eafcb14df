"""A task's deed told done by another verb of its kind, of its own thing; what only looks so; and who has it from now on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from functions.following_up.handing_on import handed_over
from functions.following_up.kinds import keeping_kinds, last_kinds, promised_kinds, told_deeds
from functions.following_up.naming import Names
from functions.following_up.verbs import tells_undone
from functions.model.minutes import Action, Person, Tier
from functions.model.register import OpenItem
from tests.following_up.council import minutes, register, said, task, tell

PEOPLE = (Person("Asta Ek", "chair"), Person("Bo Alm"), Person("Cilla Lind"))
TITLES = ("Hamnen", "Växthuset", "Karta", "Gungor")
TASKS = (
    task("Asta hör med hamnkontoret om bryggan", "Asta Ek", item="1", id="a1"),
    task("Bo stämmer av fröpåsarna mot fakturan", "Bo Alm", item="2", id="a2"),
    task("Cilla gör en karta över stigarna", "Cilla Lind", item="3", id="a3"),
    task("Bo inventerar gungorna varje månad", "Bo Alm", item="4", id="a4"),
    task("Asta mejlar trädlistan till alla odlare", "Asta Ek", item="2", id="a5"),
)


def after(text: str, *, title: str = "Föregående protokoll", tasks: tuple[Action, ...] = TASKS) -> dict[str, OpenItem]:
    """The rows, by their words, after a remark of the next meeting."""
    first = minutes("2026-03-02", titles=TITLES, people=PEOPLE, actions=tasks)
    told = replace(said(text, "done", item="1"), rule="follow_up.told", tier=Tier.PROPOSED)
    second = minutes("2026-04-06", titles=(title,), people=PEOPLE, remarks=(told,))
    return {row.text: row for row in register(tell(("1.docx", first), ("2.docx", second))).items}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Asta har talat med hamnkontoret om bryggan", 0),
        ("Hamnkontoret har svarat Asta", 0),
        ("Fröpåsarna avstämda av Bo, antalet stämmer", 1),
        ("Gungorna är målade av kommunen. Fröpåsarna är kontrollerade och avstämda", 1),
        ("Cilla mejlade ut kartan över stigarna", 2),
        ("Cilla hälsar att kartan över stigarna är tryckt", 2),
    ],
)
def test_a_deed_of_the_same_kind_done_to_the_tasks_own_thing_closes_it(text: str, place: int) -> None:
    assert after(text)[TASKS[place].text].status.value == "done"


@pytest.mark.parametrize(
    "text",
    [
        "Asta har ringt, hamnkontoret svarar inte",
        "Asta ska tala med hamnkontoret om bryggan",
        "Asta har talat med skolan om bryggan",
        "Fröpåsarna ska stämmas av i maj",
        "Cilla har tryckt en karta över parkeringarna",
        "Cilla har inte ritat kartan över stigarna",
        "Tre stigar av åtta är ritade på kartan",
        "Cillas kollega i Norr har ritat en karta över stigarna",
        "Cilla nämnde att skolan i Norr har ritat en karta över stigarna",
        "Gungorna är inventerade i mars",
        "Trädlistan är mejlad till odlarna i norr, de i söder får den i maj",
    ],
)
def test_what_is_not_done_or_of_another_thing_or_only_in_part_closes_nothing(text: str) -> None:
    assert "done" not in {row.status.value for row in after(text).values()}


def test_what_is_told_done_and_by_its_opposite_undone_is_contradicted() -> None:
    tasks = (task("Bo packar de gamla böckerna", "Bo Alm", item="1"),)
    (row,) = after("Böckerna är packade, säger Bo. Cilla såg dem oförpackade i går.", tasks=tasks).values()
    assert "contradicted" in {event.type for event in row.events}
    assert row.status.value != "done"


def test_kinds_of_deeds() -> None:
    assert promised_kinds("Bo tar fram en karta") == (frozenset({"make"}),)
    assert "publish" in keeping_kinds("Bo ritar en karta")
    assert keeping_kinds("Bo funderar på saken") == frozenset()
    assert [told.kinds for told in told_deeds("Kartan är tryckt.")] == [frozenset({"publish"})]
    assert told_deeds("Mejlet om kartan ligger hos Bo") == ()
    assert [told.lead for told in told_deeds("Bo meddelade att kartan är tryckt")] == ["Bo meddelade att "]


@pytest.mark.parametrize(("told", "undone"), [("packade … oförpackade", True), ("packade", False), ("oroliga böcker packade", False)])
def test_the_opposite_of_a_participle(told: str, undone: bool) -> None:
    assert tells_undone("Bo packar böckerna", told) is undone


@pytest.mark.parametrize(
    ("text", "owner"),
    [("Bo Alm lämnar över registret till Asta Ek", "Asta Ek"), ("Bo Alm lämnar registret till skolan", None), ("Registret lämnas", None)],
)
def test_to_whom_a_thing_is_handed_over(text: str, owner: str | None) -> None:
    names = Names(full={name.casefold(): name for name in ("Asta Ek", "Bo Alm")})
    assert handed_over(text, names=names) == owner


@pytest.mark.parametrize(
    ("task_text", "kind"),
    [
        ("Kartan är gammal. Bo ritar en ny", "make"),
        ("Bo frågar skolan hur kostnaden är tänkt att delas", "contact"),
        ("Bo kollar med skolan om bryggan", "contact"),
        ("Bo kollar bryggan", "look"),
    ],
)
def test_a_tasks_last_deed_is_that_of_its_last_sentence_and_none_of_what_it_asks(task_text: str, kind: str) -> None:
    assert kind in last_kinds(task_text)


def test_what_only_asks_how_something_is_shared_promises_no_sharing() -> None:
    assert "send" not in last_kinds("Bo frågar skolan hur kostnaden är tänkt att delas")


ORDERS = (task("Cilla köper in räddningsbojar till bryggan", "Cilla Lind", item="1", id="a1"),)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Räddningsbojarna sitter på bryggan sedan i maj", "done"),
        ("Räddningsbojarna till bryggan är beställda, leverans i juni", "open"),
        ("Livvästarna sitter på bryggan sedan i maj", "open"),
    ],
)
def test_what_came_of_an_order_closes_it_and_what_is_yet_to_arrive_or_another_thing_does_not(text: str, status: str) -> None:
    told = after(text, tasks=ORDERS)[ORDERS[0].text].status.value
    assert told == status if status == "done" else told != "done"
