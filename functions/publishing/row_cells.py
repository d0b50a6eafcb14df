"""Which cells of our lists people may change, and which of a row's cells they did change."""

from __future__ import annotations

from collections.abc import Mapping

from functions.model.library import ColumnValue, ListRow
from functions.publishing.lists import FOLLOW_UP, MEETINGS
from functions.publishing.merging import same_value

WHY = "Varför"
"""The column in which a row says why a person's word could not be taken in."""

FIELDS: Mapping[str, Mapping[str, str]] = {
    FOLLOW_UP: {"Punkt": "text", "Typ": "kind", "Ansvarig": "owner", "Klart senast": "due", "Status": "status"},
    MEETINGS: {
        "Datum": "date",
        "Tid": "time",
        "Plats": "place",
        "På distans": "online",
        "Anmärkning": "note",
        "Hålls": "held",
        "Läge": "state",
    },
}
"""By list: the column's title → what it is called in the log."""


def is_added(row: ListRow) -> bool:
    """Whether a person added the row, and we wrote nothing in it but why it could not be taken in."""
    return row.base is None or set(row.base) <= {WHY}


def changed_cells(name: str, row: ListRow, *, told: Mapping[str, ColumnValue], back: Mapping[str, ColumnValue]) -> dict[str, ColumnValue]:
    """What a person changed in a row, by title.

    told: the row as the log tells it now, so that a change that is noted already is none; back: by title what a person's earlier word was that we may
    not have written back yet: a cell that stands as we wrote it last, and no longer says that, was changed back.
    """
    base = row.base if row.base is not None else told
    found = {}
    for title in FIELDS[name]:
        cell = row.values.get(title)
        if same_value(cell, told.get(title)) or (same_value(cell, base.get(title)) and title not in back):
            continue
        found[title] = cell
    return found
