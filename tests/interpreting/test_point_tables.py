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


@pytest.mark.parametrize("head", ["Gör", "Att göra", "Åtgärd"])
def test_a_column_of_tasks_tells_who_does_what_and_not_what_is_done(head: str) -> None:
    table = f"| Punkt | Diskussion | {head} |\n| Köer | Tolv veckor. | Bo: förslag på schema 12/4⏎Cia ringer kommunen |\n"
    table += "| Kameror | Två offerter. | Cia har beställt en |\n| Skyltar | De sitter snett. | Bo: klart |\n"
    table += "| Rör | Många är sena. | Helga informerade. |"
    found = read(HEAD + table).actions
    assert {(action.text, action.owners, action.due and action.due.date) for action in found} == {
        ("Bo: förslag på schema 12/4", ("Bo Alm",), "2026-04-12"),
        ("Cia ringer kommunen", ("Cia Dahl",), None),
    }


def test_the_days_behind_a_bold_word_for_what_comes_next_are_the_coming_meetings() -> None:
    text = "**Köer.** Tolv veckor nu. Alla tycker att det är för långt.\n**Kameror.** Två offerter har kommit.\n**Schema.** Bo visade det.\n"
    found = read(f"{HEAD}{text}**Härnäst.** Torsdagarna 10 september, 15 oktober och 3 december. Tack för i dag!\n")
    assert [meeting.date for meeting in found.next_meetings] == ["2026-09-10", "2026-10-15", "2026-12-03"]
