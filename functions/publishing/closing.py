"""Rows that the minutes no longer tell of: they are closed, never deleted; and emptied where fewer people may read their file than the list."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from functions.languages.shown import STATUSES
from functions.model.library import ColumnValue, ListRow
from functions.model.register import Register, RowStatus
from functions.publishing.lists import APPROVED_WORDS, CANCELLED, DECISIONS, FOLLOW_UP, MEETINGS, OF_FILES, QUESTION
from functions.publishing.questions import puzzle_of, question_of, shared_of
from functions.publishing.row_cells import is_added

NOT_TOLD = "Står inte kvar i anteckningarna"
NOT_SHOWN = "(visas inte: filen kan läsas av färre än listan)"

_GONE: Mapping[str, Mapping[str, ColumnValue]] = {
    FOLLOW_UP: {"Status": STATUSES[RowStatus.DROPPED], "Öppen": False},
    DECISIONS: {"Godkänt": APPROVED_WORDS[2], "Status": None},
    MEETINGS: {"Hålls": CANCELLED, "Anmärkning": NOT_TOLD},
}
_EMPTIED: Mapping[str, Mapping[str, ColumnValue]] = {
    FOLLOW_UP: {
        "Punkt": NOT_SHOWN, "Ansvarig": None, "Klart senast": None, "Klart senast, ord": None, "Från punkt": None, "Källa": None, "Citat": None,
        "Att välja på": None, "Svar": None,
    },
    DECISIONS: {"Beslut": NOT_SHOWN, "Punkt": None, "Källa": None, "Citat": None},
    MEETINGS: {"Tid": None, "Plats": None, "Anmärkning": NOT_SHOWN, "Källa": None, **dict.fromkeys(OF_FILES.values())},
}  # fmt: skip


def closed_rows(name: str, *, listed: Iterable[ListRow], shown: Iterable[ListRow], hidden: Collection[str] = ()) -> tuple[ListRow, ...]:
    """The rows among `listed` that are told no more, closed.

    listed: a council's rows of the list as they stand, or as they were told before; shown: what is told now; hidden: paths of the files that fewer
    people may read than the list, whose words are taken out.
    """
    kept = {row.key for row in shown}
    found = []
    for row in listed:
        if row.key in kept:
            continue
        own = puzzle_of(row.key) is not None
        if (row.values.get("Typ") == QUESTION and not own) or (own and row.values.get("Öppen") is False):
            continue
        words = {**_GONE[name], **(_EMPTIED[name] if row.values.get("Källa") in hidden else {})}
        changed = {column: value for column, value in words.items() if row.values.get(column) != value}
        if changed:
            found.append(ListRow(row.key, changed))
    return tuple(found)


def emptied_questions(listed: Iterable[ListRow], *, hidden: Mapping[str, str]) -> tuple[ListRow, ...]:
    """The rows of all questions, open or not, about files that fewer people may read than the list, without their words. hidden: the files' paths by
    id; where other files ask the same as one of them, the row is told anew by those."""
    words = {**_GONE[FOLLOW_UP], **_EMPTIED[FOLLOW_UP]}
    found = []
    for row in listed:
        asked = question_of(row.key)
        about = asked[0] if asked is not None else None
        shared = shared_of(row.key) is not None and row.values.get("Källa") in hidden.values()
        changed = {column: value for column, value in words.items() if row.values.get(column) != value}
        if (about in hidden or shared) and changed:
            found.append(ListRow(row.key, changed))
    return tuple(found)


def rows_of_council(listed: Sequence[ListRow], register: Register) -> tuple[ListRow, ...]:
    """A council's own rows of a list; rows that a person added and that are not taken in yet are none."""
    return tuple(row for row in listed if row.values.get("Råd") == register.name and (not is_added(row) or (row.base is None and row.editor is None)))
