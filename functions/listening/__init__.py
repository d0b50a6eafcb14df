"""What people did in our lists, noted as their events: a changed, added or deleted row, an answer; each once, however often it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from functions import errors
from functions.keeping_up import mark_unfinished
from functions.listening.meetings import hear_meeting
from functions.listening.points import hear_point
from functions.listening.room import Reply, Room
from functions.model.library import Change, ChangeKind, LibraryFile, ListRow
from functions.publishing.lists import FOLLOW_UP, MEETINGS
from functions.publishing.row_cells import WHY
from functions.workplace import Workplace

__all__ = ["Heard", "listen"]

_LISTS: Mapping[str, Callable[[str, ListRow | None, Room], Reply]] = {FOLLOW_UP: hear_point, MEETINGS: hear_meeting}


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard. rows: how many were told of; events: how many are new; files: to be read again; settings: councils or names were changed, so
    that any file may have to be. Councils whose register may say something else are marked as unfinished."""

    rows: int = 0
    events: int = 0
    files: tuple[LibraryFile, ...] = ()
    settings: bool = False


def listen(changes: Iterable[Change], place: Workplace, *, whole: bool = False) -> Heard:
    """Note what people did in the rows that changed. whole: some changes are forgotten, so every row that a person wrote last is looked at.

    First the events, all at once; then rows that people added get our keys; then a row says why a word could not be taken in. A crash in between ends
    the same when the changes are told again.
    """
    touches = [change for change in changes if change.kind is ChangeKind.ROW and change.row is not None]
    told = [change.row for change in touches if change.row is not None]
    room = Room(place, {change.row: change.by for change in touches if change.row is not None and change.by is not None})
    touched: dict[tuple[str, str], ListRow | None] = {}
    for name in _LISTS:
        keys = [key for listed, key in told if listed == name]
        if keys or whole:
            rows = {row.key: row for row in place.library.rows(name)}
            theirs = [row.key for row in rows.values() if row.editor is not None] if whole else []
            touched |= {(name, key): rows.get(key) for key in dict.fromkeys([*keys, *theirs])}
    replies = {(name, key): _hear(name, key, row, room) for (name, key), row in touched.items()}
    events = [event for reply in replies.values() for event in reply.events]
    new = 0
    if events:
        mark_unfinished(sorted({event.council for event in events if event.council}), place)
        new = place.library.append_events(events)
    for (name, key), reply in replies.items():
        if reply.adopt is not None:
            place.library.adopt_row(name, key, reply.adopt)
    answers = {
        name: [row for (listed, key), reply in replies.items() if listed == name for row in _answers(key, touched[listed, key], reply)]
        for name in _LISTS
    }
    if any(answers.values()):
        place.library.project_lists({name: rows for name, rows in answers.items() if rows})
    files = {file.id: file for reply in replies.values() for file in reply.files}
    settings = any(listed not in _LISTS for listed, _ in told)
    return Heard(len(told), new, tuple(files.values()), settings)


def _hear(name: str, key: str, row: ListRow | None, room: Room) -> Reply:
    """What a person did to one row; a fault of ours there is told in the row, and stops no other."""
    try:
        return _LISTS[name](key, row, room)
    except errors.DagordningError:
        raise
    except Exception as problem:  # noqa: BLE001 - promise 4, as for a file
        return Reply(why=f"Ändringen kunde inte tas in: oväntat fel ({type(problem).__name__}). Anmäl det gärna.")


def _answers(key: str, row: ListRow | None, reply: Reply) -> list[ListRow]:
    """What the row itself says now: why a word could not be taken in, or that a question is answered."""
    if row is None:
        return []
    mine = reply.adopt or key
    why = [ListRow(mine, {WHY: reply.why})] if reply.why is not None or (reply.events and row.values.get(WHY)) else []
    return [*why, *([reply.closed] if reply.closed is not None else [])]
