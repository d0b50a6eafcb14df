"""What the register itself asks stands in Uppföljning with its answers, and an answer there is a person's word like any other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from functions.model.library import ListRow
from functions.publishing.lists import FOLLOW_UP
from tests.pipeline.desk import minutes
from tests.pipeline.table import WHO, Table, at_table

FIRST = minutes("2026-03-05", "Rutin: Bo Alm skriver en rutin för fotvård.", coming=("2026-04-16",))
OTHER = minutes("2026-03-05", "Rutin: Cia Dahl skriver en rutin för fotvård.", coming=("2026-04-16",))
CHANGED = minutes(
    "2026-04-16",
    "Föregående mötesanteckningar: Anteckningarna från föregående möte godkänns med ändringen att rutinen för fotvård skrivs av Cia Dahl.",
    coming=("2026-05-28",),
)


@pytest.fixture(params=["memory", "folder", "sharepoint"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Table]:
    with at_table(request.param, tmp_path) as table:
        table.put("a.docx", FIRST)
        yield table


def asked(table: Table) -> list[ListRow]:
    return [row for row in table.listed() if row.values.get("Typ") == "Fråga" and row.values.get("Öppen") is not False]


def test_two_files_of_one_meeting_that_differ_are_asked_about_and_the_answer_chooses(table: Table) -> None:
    table.put("b.docx", OTHER)
    table.run()
    table.changes()
    (row,) = asked(table)
    assert (row.values["Att välja på"], row.values["Från möte"]) == ("a.docx | b.docx", "2026-03-05")
    assert "Ansvarig är" in str(row.values["Punkt"])
    table.set_row(FOLLOW_UP, row.key, {"Svar": "c.docx"})
    table.hear()
    (row,) = asked(table)
    assert "a.docx / b.docx" in str(row.values["Varför"])
    table.set_row(FOLLOW_UP, row.key, {"Svar": "b.docx"})
    table.hear()
    assert (asked(table), table.point("fotvård").owners) == ([], ("Cia Dahl",))
    assert [(event.by, event.data["field"], event.data["value"]) for event in table.said()] == [(WHO, "governing", True)]
    table.run()
    assert (asked(table), table.point("fotvård").owners) == ([], ("Cia Dahl",))
    assert table.run().outcomes == ()


def test_minutes_that_were_approved_with_a_change_are_asked_about_until_somebody_has_looked(table: Table) -> None:
    table.put("b.docx", CHANGED)
    table.run()
    table.changes()
    (row,) = asked(table)
    assert "godkändes med en ändring" in str(row.values["Punkt"])
    assert "• Bo Alm skriver en rutin för fotvård." in str(row.values["Citat"])
    table.set_row(FOLLOW_UP, row.key, {"Svar": str(row.values["Att välja på"])})
    table.hear()
    assert asked(table) == []
    table.put("b.docx", CHANGED + b"")
    table.run()
    assert asked(table) == []


def test_a_question_that_is_answered_by_the_files_themselves_is_closed(table: Table) -> None:
    table.put("b.docx", OTHER)
    table.run()
    assert len(asked(table)) == 1
    table.put("b.docx", FIRST)
    table.run()
    assert asked(table) == []


def test_a_question_whose_row_was_deleted_is_not_asked_again(table: Table) -> None:
    table.put("b.docx", OTHER)
    table.run()
    table.changes()
    (row,) = asked(table)
    table.delete_row(FOLLOW_UP, row.key)
    table.hear()
    table.run()
    assert asked(table) == []
