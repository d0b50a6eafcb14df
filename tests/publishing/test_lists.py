"""The register as rows of the lists that people see."""

from __future__ import annotations

from dataclasses import replace

from functions.model.library import ListRow
from functions.model.register import Decided, Meeting, OpenItem, Origin, Register, RowKind, RowStatus
from functions.publishing.closing import NOT_SHOWN, closed_rows, rows_of_council
from functions.publishing.lists import DECISIONS, FOLLOW_UP, MEETINGS, decision_rows, follow_up_rows, list_rows, meeting_rows

ITEM = OpenItem("k1", "trädrådet", RowKind.ACTION, "Asta mäter ekarna", ("Asta Ek",), None, RowStatus.PROPOSED, Origin("2026-03-02", "1", "1.docx"))
REGISTER = Register("trädrådet", "Trädrådet", (ITEM,))


def test_a_row_shows_the_swedish_words_for_its_kind_and_status() -> None:
    (row,) = follow_up_rows(REGISTER)
    assert (row.values["Typ"], row.values["Status"], row.values["Ansvarig"], row.values["Från möte"]) == (
        "Åtgärd",
        "Ej bekräftad",
        "Asta Ek",
        "2026-03-02",
    )


def test_what_only_seems_to_be_a_decision_is_marked_and_what_is_one_is_not() -> None:
    told = Decided("2026-03-02", "1", None, "Rådet beslutar att fälla almen", "1.docx")
    seems = replace(told, text="Stubben står kvar", tier="proposed")
    rows = decision_rows(replace(REGISTER, decisions=(told, seems)))
    assert {row.values["Beslut"]: row.values["Status"] for row in rows} == {told.text: None, seems.text: "Ej bekräftad"}
    assert ListRow(rows[1].key, {"Godkänt": "Står inte kvar i anteckningarna", "Status": None}) in closed_rows(
        DECISIONS, listed=[row for row in rows if row.values["Status"]], shown=()
    )


def test_a_row_that_the_minutes_no_longer_tell_of_is_closed_and_not_deleted() -> None:
    shown = follow_up_rows(REGISTER)
    listed = (*shown, ListRow("k0", {"Råd": "Trädrådet", "Status": "Öppen"}), ListRow("k9", {"Råd": "Parkrådet", "Status": "Öppen"}))
    own = rows_of_council(listed, REGISTER)
    assert closed_rows(FOLLOW_UP, listed=own, shown=shown) == (ListRow("k0", {"Status": "Avförd", "Öppen": False}),)


def test_a_row_that_is_closed_already_is_not_written_again() -> None:
    listed = (ListRow("d0", {"Råd": "Trädrådet", "Godkänt": "Står inte kvar i anteckningarna"}),)
    assert closed_rows(DECISIONS, listed=rows_of_council(listed, REGISTER), shown=()) == ()


def test_a_row_that_a_person_added_and_that_waits_is_nobodys_to_close() -> None:
    theirs = ListRow("new:1", {"Råd": "Trädrådet", "Punkt": "Min egen"}, editor="Malin Ek")
    asked = ListRow("new:2", {"Råd": "Trädrådet", "Varför": "Skriv vad punkten gäller."}, base={"Varför": "Skriv vad punkten gäller."})
    assert rows_of_council((theirs, asked), REGISTER) == ()


def test_a_row_of_a_file_with_fewer_readers_says_nothing_of_it() -> None:
    listed = (
        ListRow(
            "k0", {"Råd": "Trädrådet", "Punkt": "Hemligt", "Ansvarig": "Asta Ek", "Citat": "”Hemligt”", "Källa": "hemlig.docx"}, base={"Punkt": ""}
        ),
    )
    (row,) = closed_rows(FOLLOW_UP, listed=listed, shown=(), hidden={"hemlig.docx"})
    assert (row.values["Punkt"], row.values["Ansvarig"], row.values["Citat"], row.values["Källa"]) == (NOT_SHOWN, None, None, None)


def test_a_row_that_a_person_deleted_is_not_told() -> None:
    assert follow_up_rows(replace(REGISTER, items=(replace(ITEM, removed=True),))) == ()


def test_what_a_meeting_changed_is_told_anew_and_all_else_keeps_its_row() -> None:
    meetings = tuple(Meeting("trädrådet", day, held=True, state="final", file=f"{day}.docx") for day in ("2026-03-02", "2026-04-02"))
    decisions = tuple(Decided(day, "1", None, f"Rådet beslutar att fälla alm {day}", f"{day}.docx") for day in ("2026-03-02", "2026-04-02"))
    first = replace(REGISTER, items=(ITEM, replace(ITEM, key="k2")), meetings=meetings, decisions=decisions)
    later = replace(
        first,
        items=(ITEM, replace(ITEM, key="k2", meetings_followed=1)),
        meetings=(meetings[0], replace(meetings[1], state="approved")),
        decisions=(decisions[0], replace(decisions[1], approved=True)),
    )
    before, after = list_rows(first), list_rows(later)
    assert after == {
        FOLLOW_UP: follow_up_rows(later),
        DECISIONS: decision_rows(later),
        MEETINGS: meeting_rows(later, told={}),
    }
    assert [[row is one for row, one in zip(before[name], after[name], strict=True)] for name in (FOLLOW_UP, MEETINGS)] == [[True, False]] * 2
    kept = [row for row in after[DECISIONS] if any(row is one for one in before[DECISIONS])]
    assert [row.values["Datum"] for row in kept] == ["2026-03-02"]
    renamed = replace(later, name="Rådet för träd")
    assert {row.values["Råd"] for rows in list_rows(renamed).values() for row in rows} == {"Rådet för träd"}
