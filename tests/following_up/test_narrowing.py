"""What tells less of a task done than all of it, or another deed, beside what tells it all; and what a list of tasks says against a remark."""

from __future__ import annotations

from dataclasses import replace

import pytest

from functions.model.minutes import Person, Tier
from tests.following_up.council import minutes, quote, register, said, task, tell
from tests.following_up.later_words import CLOSED

PEOPLE = (Person("Asta Ek", "chair"), Person("Bo Alm"), Person("Cilla Lind"), Person("Dag Rot"))
PLANTS = "Bo köper plantor till rabatten"
SIGNS = "Asta sätter upp skyltar på alla badplatser"
LEAFLETS = "Cilla delar ut folderna till koloniägarna"
ACCOUNT = "Dag skriver årsredovisningen för 2025"
TASKS = (
    task(PLANTS, "Bo Alm", item="1", id="a1"),
    task(SIGNS, "Asta Ek", item="2", id="a2"),
    task(LEAFLETS, "Cilla Lind", item="3", id="a3"),
    task(ACCOUNT, "Dag Rot", item="4", id="a4"),
)
TITLES = ("Rabatten", "Badplatser", "Folderna", "Redovisning")
LIST = "Föregående protokoll"


def after(text: str, *, title: str = LIST) -> set[str]:
    """The tasks that words of the next meeting close: where earlier tasks are gone through, or in passing under another title."""
    first = minutes("2026-03-02", titles=TITLES, people=PEOPLE, actions=TASKS)
    listed = title == LIST
    told = said(text, "done", item="1")
    told = replace(told, rule="follow_up.section") if listed else replace(told, rule="follow_up.told", tier=Tier.PROPOSED)
    second = minutes("2026-04-06", titles=(title,), people=PEOPLE, follow_ups=(told,) if listed else (), remarks=() if listed else (told,))
    return {row.text for row in register(tell(("1.docx", first), ("2.docx", second))).items if row.status.value in CLOSED}


@pytest.mark.parametrize(
    ("text", "title", "closes"),
    [
        ("Bo har köpt plantor till rabatten", "Rabatten", PLANTS),
        ("Skyltar är uppsatta på alla badplatser", LIST, SIGNS),
        ("Skyltarna på badplatserna är uppsatta", LIST, SIGNS),
        ("Folderna är utdelade till koloniägarna", LIST, LEAFLETS),
        ("Folderna är utdelade", LIST, LEAFLETS),
        ("Dag har skrivit årsredovisningen för 2025", "Ekonomin", ACCOUNT),
        ("Årsredovisningen är skriven", LIST, ACCOUNT),
    ],
)
def test_the_whole_deed_closes_its_task(text: str, title: str, closes: str) -> None:
    assert after(text, title=title) == {closes}


@pytest.mark.parametrize(
    "text",
    [
        "Skyltar är uppsatta på Sandvik och Lerudden",
        "Skyltarna är uppsatta på de två minsta badplatserna",
        "Skyltar är uppsatta på den första badplatsen",
    ],
)
def test_what_is_done_in_some_places_leaves_the_rest(text: str) -> None:
    assert after(text) == set()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Folderna är utdelade till hundägarna", LIST),
        ("Folderna är tryckta", LIST),
        ("Koloniägarna har delat ut folderna", "Folderna"),
        ("Bo har köpt jord till rabatten", LIST),
        ("Dag har skrivit årsredovisningen för båtklubben", "Båtarna"),
    ],
)
def test_another_goal_deed_doer_thing_or_matter_closes_nothing(text: str, title: str) -> None:
    assert after(text, title=title) == set()


def after_list(cell: str, status: str, *, remark: str) -> str:
    """What has become of the plants by a list of tasks, and a remark elsewhere that a part of something is there."""
    first = minutes("2026-03-02", titles=TITLES, people=PEOPLE, actions=TASKS)
    listed = replace(said(PLANTS, status, item="1"), rule="follow_up.table", quotes=(*quote(PLANTS), *quote(cell)))
    beside = replace(said(remark, "part_done", item="2"), rule="follow_up.told", tier=Tier.PROPOSED)
    second = minutes("2026-04-06", titles=(LIST, "Torget"), people=PEOPLE, follow_ups=(listed,), remarks=(beside,))
    return next(one for one in register(tell(("1.docx", first), ("2.docx", second))).items if one.text == PLANTS).status.value


def test_a_list_of_tasks_tells_more_than_a_remark_that_only_touches_the_thing() -> None:
    assert after_list("Köpta", "done", remark="Två av plantorna vid torget växer") == "done"


def test_a_remark_that_is_as_near_to_the_task_as_the_list_makes_a_question_of_it() -> None:
    assert after_list("Köpta", "done", remark=f"{PLANTS}, hälften har kommit") != "done"


def test_what_stands_beside_the_task_in_a_table_may_name_other_things() -> None:
    assert after_list("Behövs inte, kyrkans plantskola lånar ut egna. Stryks", "dropped", remark="Två av bänkarna vid torget är målade") == "dropped"
