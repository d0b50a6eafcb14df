"""Columns that hold decisions, tasks, owners and days together, over a bank of tables."""

from __future__ import annotations

import pytest

from tests.interpreting.column_bank import Sheet, is_right, sheets
from tests.interpreting.owner_bank import ROSTER
from tests.interpreting.pages import read

SHEETS = sheets()


def test_the_bank_is_large() -> None:
    assert sum(len(sheet.rows) for sheet in SHEETS) >= 50


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.heading)
def test_each_row_gives_its_decision_and_its_task_and_nothing_else(sheet: Sheet) -> None:
    minutes = sheet.read()
    assert [row.cells for row in sheet.rows if not is_right(row, sheet, minutes)] == []


def _dues(table: str) -> list[tuple[str, str | None]]:
    found = read(f"{ROSTER}# 1. Syn\nHelga visade bilder.\n# 2. Åtgärder\n{table}\n").actions
    return [(one.text, one.due.date if one.due else None) for one in found]


def test_a_day_that_has_a_cell_and_its_month_another_are_one_day() -> None:
    rows = "| Beställa lampor | Bo | apr | 15 |\n| Boka lokal | Cia | Mars | 20 |\n| Ringa it | Lena | maj | |"
    wanted = [("Beställa lampor", "2026-04-15"), ("Boka lokal", "2026-03-20"), ("Ringa it", "2026-05-31")]
    assert _dues(f"| Vad | Vem | Månad | Dag |\n{rows}") == wanted


def test_a_task_with_several_days_is_due_on_the_last_one() -> None:
    rows = "| Mäta trycket | Bo | 15/4 - 13/5 |\n| Boka lokal | Cia | 15/4, 13/5 |\n| Byta lampor | Lena | 15 apr och 13 maj |"
    assert [due for _, due in _dues(f"| Vad | Vem | När |\n{rows}")] == ["2026-05-13"] * 3


def test_a_yearly_plan_by_month_is_no_list_of_tasks() -> None:
    assert _dues("| Månad | Tema |\n| April | Budget |\n| Maj | Lokaler |") == []
