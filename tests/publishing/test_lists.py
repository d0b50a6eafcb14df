"""The register as rows of the lists that people see."""

from __future__ import annotations

from functions.model.library import ListRow
from functions.model.register import OpenItem, Origin, Register, RowKind, RowStatus
from functions.publishing.lists import DECISIONS, FOLLOW_UP, closed_rows, follow_up_rows

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


def test_a_row_that_the_minutes_no_longer_tell_of_is_closed_and_not_deleted() -> None:
    shown = follow_up_rows(REGISTER)
    listed = (*shown, ListRow("k0", {"Råd": "Trädrådet", "Status": "Öppen"}), ListRow("k9", {"Råd": "Parkrådet", "Status": "Öppen"}))
    assert closed_rows(FOLLOW_UP, listed=listed, shown=shown, register=REGISTER) == (ListRow("k0", {"Status": "Avförd"}),)


def test_a_row_that_is_closed_already_is_not_written_again() -> None:
    listed = (ListRow("d0", {"Råd": "Trädrådet", "Godkänt": "Står inte kvar i anteckningarna"}),)
    assert closed_rows(DECISIONS, listed=listed, shown=(), register=REGISTER) == ()
