"""What a person does to a point in Uppföljning is the person's word: noted once, by name, and it survives every later reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from functions.library.port import Library
from functions.model.events import EventType
from functions.model.library import Changes
from functions.model.register import RowKind, RowStatus
from functions.pipeline import take_rows
from functions.publishing.lists import FOLLOW_UP
from tests.pipeline.desk import EARS, EYES, minutes
from tests.pipeline.table import WHO, Table, at_table, in_memory


@pytest.fixture(params=["memory", "folder", "sharepoint"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Table]:
    with at_table(request.param, tmp_path) as table:
        table.put("a.docx", minutes())
        table.run()
        table.changes()
        yield table


def _hear(table: Table) -> None:
    """As the functions do, and once more as when a message comes twice."""
    told = table.changes()
    assert take_rows(told, table.place) == len([change for change in told.changes if change.row])
    take_rows(told, table.place)


@pytest.mark.parametrize(
    ("column", "cell", "field", "value"),
    [
        ("Status", "Klar", "status", "done"),
        ("Ansvarig", "Cia Dahl, Bo Alm", "owner", ["Cia Dahl", "Bo Alm"]),
        ("Ansvarig", None, "owner", []),
        ("Klart senast", "2026-06-01", "due", "2026-06-01"),
        ("Klart senast", None, "due", ""),
        ("Punkt", "Bo Alm skriver en kort rutin", "text", "Bo Alm skriver en kort rutin"),
        ("Typ", "Tas upp senare", "kind", "deferred"),
    ],
)
def test_a_changed_cell_is_one_event_of_that_person_and_stays_over_new_versions(
    table: Table, column: str, cell: str, field: str, value: object
) -> None:
    key = table.change("Bo Alm skriver", {column: cell})
    _hear(table)
    (event,) = table.said()
    assert (event.type, event.key, event.by, event.data["field"], event.data["value"]) == (EventType.EDITED, key, WHO, field, value)
    table.put("a.docx", minutes("2026-03-05", "Fotografering: Bo Alm skriver en rutin för ögonbottenfotografering senast den 30 april 2026.\nTack."))
    table.run()
    assert table.library.rows(FOLLOW_UP)[0].values.get(column) == cell
    assert len(table.said()) == 1


def test_a_run_hears_rows_as_well(table: Table) -> None:
    table.change("Bo Alm skriver", {"Status": "Klar"})
    table.run()
    table.run()
    assert table.point("Bo Alm skriver").status is RowStatus.DONE
    assert [event.by for event in table.said()] == [WHO]
    assert table.cells("a.docx")["DgOpenItems"] == 0


def test_the_columns_of_the_file_follow_a_click(table: Table) -> None:
    assert table.cells("a.docx")["DgOpenItems"] == 1
    table.change("Bo Alm skriver", {"Status": "Klar"})
    _hear(table)
    assert table.cells("a.docx")["DgOpenItems"] == 0


def test_what_seems_done_is_confirmed_or_kept_by_a_click(table: Table) -> None:
    for word, status in (("Klar", RowStatus.DONE), ("Öppen", RowStatus.OPEN)):
        table.change("Bo Alm skriver", {"Status": word})
        _hear(table)
        assert table.point("Bo Alm skriver").status is status
        assert table.row("Bo Alm skriver").values["Öppen"] is (word == "Öppen")


def test_changing_back_and_forth_is_heard_each_time(table: Table) -> None:
    for word in ("Klar", "Öppen", "Klar"):
        table.change("Bo Alm skriver", {"Status": word})
        _hear(table)
    assert [event.data["value"] for event in table.said()] == ["done", "open", "done"]


def test_changed_back_before_we_wrote_it_down_is_heard(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    table.change("Bo Alm skriver", {"Status": "Klar"})
    with monkeypatch.context() as patch:
        _die_at(patch, table.library, "project_lists")
        with pytest.raises(KeyboardInterrupt):
            take_rows(table.changes(), table.place)
    assert table.point("Bo Alm skriver").status is RowStatus.DONE
    table.change("Bo Alm skriver", {"Status": "Öppen"})
    _hear(table)
    assert table.point("Bo Alm skriver").status is RowStatus.OPEN
    assert [event.data["value"] for event in table.said()] == ["done", "open"]


def test_no_task_is_remembered_for_its_sentence_in_other_versions(table: Table) -> None:
    table.change("Bo Alm skriver", {"Status": "Inte en uppgift"})
    _hear(table)
    table.put("a v2.docx", minutes())
    table.run()
    assert [item.status for register in table.registers() for item in register.items] == [RowStatus.NOT_A_TASK]


def test_a_deleted_row_is_no_task_and_never_comes_back(table: Table) -> None:
    table.delete_row(FOLLOW_UP, table.row("Bo Alm skriver").key)
    _hear(table)
    assert [event.data for event in table.said()] == [
        {"field": "status", "value": "not_a_task", "row": "deleted 0"},
        {"field": "removed", "value": True, "row": "deleted 0"},
    ]
    table.put("a v2.docx", minutes())
    table.put("b.docx", minutes("2026-04-16", "Fotografering: Bo Alm skriver en rutin för ögonbottenfotografering senast den 30 april 2026."))
    table.run()
    table.run()
    assert [row.key for row in table.listed()] == []
    assert {item.status for register in table.registers() for item in register.items} == {RowStatus.NOT_A_TASK}


def test_deleting_a_row_that_is_done_only_tidies(table: Table) -> None:
    key = table.change("Bo Alm skriver", {"Status": "Klar"})
    _hear(table)
    table.delete_row(FOLLOW_UP, key)
    _hear(table)
    table.run()
    assert (table.point("Bo Alm skriver").status, table.listed()) == (RowStatus.DONE, [])


def test_a_row_that_is_put_back_is_a_task_again(table: Table) -> None:
    row = table.row("Bo Alm skriver")
    table.delete_row(FOLLOW_UP, row.key)
    _hear(table)
    table.set_row(FOLLOW_UP, row.key, {**row.values, "Status": "Öppen"})
    _hear(table)
    assert table.point("Bo Alm skriver").status is RowStatus.OPEN
    table.run()
    assert table.row("Bo Alm skriver").values["Status"] == "Öppen"


def test_a_row_that_a_person_adds_is_a_point_of_ours_under_our_key(table: Table) -> None:
    table.add_row(FOLLOW_UP, {"Punkt": "Beställa lampor", "Råd": EYES, "Ansvarig": "Cia Dahl", "Klart senast": "2026-06-01"})
    _hear(table)
    point = table.point("lampor")
    assert (point.kind, point.owners, point.due and point.due.date, point.status) == (RowKind.ACTION, ("Cia Dahl",), "2026-06-01", RowStatus.OPEN)
    assert table.row("lampor").key == point.key
    assert table.row("lampor").values["Typ"] == "Åtgärd"
    (event,) = table.said()
    assert (event.type, event.by) == (EventType.ADDED, WHO)
    table.change("lampor", {"Status": "Klar"})
    _hear(table)
    table.run()
    assert [item.status for register in table.registers() for item in register.items if "lampor" in item.text] == [RowStatus.DONE]


def test_an_added_row_without_anybody_is_a_point_for_an_agenda(table: Table) -> None:
    table.add_row(FOLLOW_UP, {"Punkt": "Lokaler i Östby", "Klart senast": "2026-09-10"})
    _hear(table)
    point = table.point("Lokaler")
    assert (point.kind, point.due and point.due.date) == (RowKind.ANNOUNCED, "2026-09-10")


def test_an_added_row_that_says_too_little_says_so_and_waits(table: Table) -> None:
    table.put("b.docx", minutes("2026-03-05", council=EARS))
    table.run()
    key = table.add_row(FOLLOW_UP, {"Punkt": "Beställa lampor"})
    table.changes()
    table.set_row(FOLLOW_UP, key, {"Ansvarig": "Cia Dahl"})
    _hear(table)
    assert (table.row("lampor").key, table.said()) == (key, [])
    assert table.row("lampor").values["Varför"] == f"Skriv vilket råd det gäller under Råd: {EYES}, {EARS}."
    table.set_row(FOLLOW_UP, key, {"Klart senast": "2026-06-01"})
    table.run()
    assert table.row("lampor").values.get("Status") in (None, "Öppen")
    table.set_row(FOLLOW_UP, key, {"Råd": EARS})
    _hear(table)
    assert table.point("lampor").council == "samordningsråd-öronsjukvård"
    assert table.row("lampor").values.get("Varför") is None


@pytest.mark.parametrize(("column", "cell", "what"), [("Status", "Nästan", "Nästan"), ("Typ", "Fråga", "Fråga"), ("Punkt", None, "Skriv")])
def test_a_cell_that_says_nothing_is_told_in_the_row_and_left(table: Table, column: str, cell: str | None, what: str) -> None:
    key = table.row("Bo Alm skriver").key
    table.set_row(FOLLOW_UP, key, {column: cell})
    _hear(table)
    (row,) = table.listed()
    assert what in str(row.values["Varför"])
    assert (row.values.get(column), table.said()) == (cell, [])
    table.set_row(FOLLOW_UP, key, {"Klart senast": "2026-06-01", "Status": "Öppen", "Typ": "Åtgärd", "Punkt": "Bo Alm skriver en rutin"})
    _hear(table)
    assert table.listed()[0].values.get("Varför") is None
    assert table.point("rutin").due.date == "2026-06-01"  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["memory", "folder"])
def test_a_day_that_is_none_is_told_where_a_cell_takes_any_text(kind: str, tmp_path: Path) -> None:
    with at_table(kind, tmp_path) as table:
        table.save("a.docx", minutes())
        table.change("Bo Alm skriver", {"Klart senast": "snart"})
        _hear(table)
        assert (table.listed()[0].values["Varför"], table.said()) == ("”snart” är inget datum. Skriv det som 2026-04-27.", [])
        table.run()
        assert table.listed()[0].values["Klart senast"] == "snart"


def test_what_people_write_in_other_cells_is_no_event_and_stays(table: Table) -> None:
    table.change("Bo Alm skriver", {"Svar": "Jag tar det"})
    _hear(table)
    table.run()
    assert table.said() == []
    assert table.row("Bo Alm skriver").values["Svar"] == "Jag tar det"


def test_our_own_rows_are_nobodys_edit_after_a_gap(table: Table) -> None:
    table.put("b.docx", minutes("2026-04-16", "Kö: Cia Dahl ringer de väntande."))
    table.run()
    take_rows(Changes((), "", gap=True), table.place)
    assert table.said() == []


def test_a_change_that_the_log_of_changes_forgot_is_found_after_a_gap(table: Table) -> None:
    table.change("Bo Alm skriver", {"Status": "Klar"})
    table.changes()
    take_rows(Changes((), "", gap=True), table.place)
    assert table.point("Bo Alm skriver").status is RowStatus.DONE


def test_a_row_of_a_task_that_the_minutes_dropped_still_takes_a_persons_word(table: Table) -> None:
    table.put("a.docx", minutes("2026-03-05", "Kö: Cia Dahl ringer de väntande."))
    table.run()
    assert table.row("Bo Alm skriver").values["Status"] == "Avförd"
    table.change("Bo Alm skriver", {"Status": "Öppen"})
    _hear(table)
    assert table.point("Bo Alm skriver").status is RowStatus.OPEN
    table.run()
    assert table.row("Bo Alm skriver").values["Status"] == "Öppen"


WRITES = ("append_events", "adopt_row", "project_lists", "store_notes", "write_columns", "store_base_values", "store_processed")


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize("after", [False, True])
def test_dying_at_any_write_ends_as_undisturbed(table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: str, after: bool) -> None:
    calm = in_memory()
    for one in (table, calm):
        one.put(
            "a.docx", minutes("2026-03-05", "Fotografering: Bo Alm skriver en rutin senast den 30 april 2026.", "Kö: Cia Dahl ringer de väntande.")
        )
        one.run()
        one.changes()
        one.change("rutin", {"Status": "Klar"})
        one.delete_row(FOLLOW_UP, one.row("väntande").key)
        one.add_row(FOLLOW_UP, {"Punkt": "Beställa lampor", "Ansvarig": "Cia Dahl"})
    told = table.changes()
    port: object = table.library if hasattr(table.library, write) else table.state
    with monkeypatch.context() as patch:
        _die_at(patch, port, write, after=after)
        with pytest.raises(KeyboardInterrupt):
            take_rows(told, table.place)
    take_rows(told, table.place)
    calm.hear()
    strip = {"Nyckel"}
    assert _words(table, strip) == _words(calm, strip)
    assert len(table.said()) == len(calm.said())


def _words(table: Table, strip: set[str]) -> list[list[tuple[str, object]]]:
    return sorted(sorted((k, v) for k, v in row.values.items() if k not in strip and v is not None) for row in table.listed())


def _die_at(patch: pytest.MonkeyPatch, port: Library | object, write: str, *, after: bool = False) -> None:
    """The program is killed at its next write of that kind, before or after it is done."""
    whole = getattr(port, write)

    def dying(*values: object, **named: object) -> object:
        if after:
            whole(*values, **named)
        raise KeyboardInterrupt

    patch.setattr(port, write, dying)
