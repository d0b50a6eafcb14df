"""The running number of a log of tasks, by which its rows and the running text are one."""

from __future__ import annotations

import pytest

from functions.interpreting.running_numbers import merge_numbered, with_numbers
from functions.model.document import Block, Document
from functions.model.minutes import Action, Quote, Tier


def task(text: str, block: str, *, rule: str = "action.present", number: str | None = None) -> Action:
    return Action("a1", None, text, rule=rule, tier=Tier.SURE, quotes=(Quote(block, 0, len(text), text),), number=number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("K25-21 Bo målar bänken", "K25-21"),
        ("Bo målar bänken. (K25-21)", "K25-21"),
        ("Bo målar bänken (B14).", "B14"),
        ("B 14 Bo målar bänken", None),
        ("B14 – Bo målar bänken", "B14"),
        ("2026:7 Bo målar bänken", "2026:7"),
        ("Bo målar bänken (klart i B14 i maj).", None),
        ("Bo målar bänken", None),
    ],
)
def test_a_number_opens_a_task_or_ends_it_in_brackets(text: str, number: str | None) -> None:
    (found,) = with_numbers([task(text, "b1")], Document((Block("b1", text),)))
    assert found.number == number


def test_a_row_of_the_log_with_the_number_of_a_task_of_the_text_is_that_task() -> None:
    told, row, other = (
        task("Bo målar bänken", "b1", number="K1"),
        task("Bänk", "b2", rule="action.table", number="K1"),
        task("Cia köper färg", "b3", rule="action.table", number="K2"),
    )
    first, second = merge_numbered([told, row, other])
    assert (first.text, [quote.block for quote in first.quotes], second) == ("Bo målar bänken", ["b1", "b2"], other)


def test_two_tasks_of_the_text_stay_two_though_they_share_a_number() -> None:
    assert len(merge_numbered([task("Bo målar bänken", "b1", number="K1"), task("Cia köper färg", "b2", number="K1")])) == 2
