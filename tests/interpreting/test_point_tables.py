"""A bank of tables whose heads nobody knows: which of them go through the meeting, point by point, and which are lists of tasks."""

from __future__ import annotations

from pathlib import Path

import pytest

from functions.interpreting.laying_out import lay_out
from functions.languages import load
from tests.interpreting.pages import page, read

# The titles that are points (/ parts them, none where the table is no such one), then the table (⏎ parts its rows).
BANK = Path(__file__).with_name("point_tables_bank.txt").read_text(encoding="utf-8").strip("\n").splitlines()
HEAD = "Mötesanteckningar Synrådet\nDatum: 5 mars 2026\nNärvarande: Helga Norin, Bo Alm, Cia Dahl\n"


@pytest.mark.parametrize("line", BANK)
def test_a_table_that_has_titles_of_a_meeting_goes_through_it(line: str) -> None:
    wanted, table = line.split(" :: ", 1)
    found = lay_out(page(HEAD + table.replace("⏎", "\n")), pack=load("sv")).items
    assert [item.name for item in found] == [title for title in wanted.split(" / ") if title]


def test_what_was_said_and_who_does_it_are_read_from_columns_of_any_head() -> None:
    table = "| # | Vad | Sagt | Vem gör |\n| 1 | Köer | Tolv veckor. Alla tycker att det är för långt. | Bo ringer kommunen |\n"
    table += "| 2 | Kameror | Två offerter. Den billigare duger. | Cia beställer en |\n| 3 | Övrigt | Inget. Helga tackar. | |"
    found = read(HEAD + table)
    assert [(action.text, action.owners) for action in found.actions] == [("Bo ringer kommunen", ("Bo Alm",)), ("Cia beställer en", ("Cia Dahl",))]
