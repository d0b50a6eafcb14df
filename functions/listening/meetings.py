"""A row of Rådens möten that a person changed, added or deleted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from functions import errors
from functions.following_up.people_events import words_on_meetings
from functions.following_up.readings import read_log
from functions.following_up.row_edits import Speaker, add_meeting, clock_times, edit_file, edit_meeting, iso_day
from functions.listening.room import Reply, Room
from functions.model.events import Event
from functions.model.library import ColumnValue, Council, LibraryFile, ListRow
from functions.model.register import Meeting
from functions.publishing.columns import STATES
from functions.publishing.lists import CANCELLED, HELD_WORDS, MEETINGS, meeting_key, meeting_rows
from functions.publishing.row_cells import changed_cells, is_added
from functions.workplace import LIBRARY

_STATES = {title: state for state, title in STATES.items()}


def hear_meeting(key: str, row: ListRow | None, room: Room) -> Reply:
    """What a person did to a meeting."""
    where, _, known = key.partition("/")
    council = next((one for one in room.place.library.councils() if one.key == where and known), None)
    if council is None:
        return _added(key, row, room) if row is not None and is_added(row) else Reply()
    meeting = next((one for one in room.register(council).meetings if meeting_key(one) == key), None)
    removed = words_on_meetings(room.place.library.events_of(council.key)).get(known, {}).get("removed") is True
    if row is None:
        return _removed(council, known, room) if meeting is not None and not removed else Reply()
    by = room.speaker(row, MEETINGS, key, row.etag)
    events: list[Event] = [edit_meeting(by, council=council.key, meeting=known, field="removed", value=False)] if removed else []
    if meeting is None:
        return Reply(tuple(events))
    shown = replace(room.register(council), meetings=(replace(meeting, removed=False),))
    told = meeting_rows(shown, told={})[0].values
    back = room.changed_back(MEETINGS, row, council=council.key, key=None, meeting=known)
    file = _file(meeting, council, room)
    why = None
    for title, cell in changed_cells(MEETINGS, row, told=told, back=back).items():
        try:
            events += _edits(title, cell, by=by, meeting=meeting, known=known, file=file)
        except errors.BadUsage as problem:
            why = problem.message
    again = (file,) if file is not None and any(event.data.get("file_id") for event in events) else ()
    return Reply(tuple(events), why=why, files=again)


def _edits(title: str, cell: ColumnValue, *, by: Speaker, meeting: Meeting, known: str, file: LibraryFile | None) -> list[Event]:
    """The events of one changed cell. file: the minutes that govern a meeting that was held. Raises errors.BadUsage."""
    text = "" if cell is None else str(cell).strip()
    if title == "Läge":
        if text not in _STATES:
            raise errors.BadUsage(f"Läge: välj en av {', '.join(_STATES)}.")
        return [edit_file(by, council=meeting.council, file_id=file.id, field="state", value=_STATES[text])] if file is not None else []
    said: dict[str, Any] = {}
    if title == "Datum":
        said["date"] = iso_day(text)
    elif title == "Tid":
        said["start"], said["end"] = clock_times(text)
    elif title == "På distans":
        said["online"] = cell is True
    elif title == "Hålls":
        if text not in HELD_WORDS:
            raise errors.BadUsage(f"Hålls: välj en av {', '.join(HELD_WORDS)}.")
        said["cancelled"] = text == CANCELLED
    else:
        said[{"Plats": "place", "Anmärkning": "note"}[title]] = text or None
    events = [edit_meeting(by, council=meeting.council, meeting=known, field=field, value=value) for field, value in said.items()]
    if title == "Datum" and file is not None:  # the day of a meeting that was held is told by its minutes, so the word is about them
        events.append(edit_file(by, council=LIBRARY, file_id=file.id, field="date", value=said["date"]))
    return events


def _removed(council: Council, known: str, room: Room) -> Reply:
    log = room.place.library.events_of(council.key)
    before = sum(1 for event in log if event.meeting == known and event.data.get("field") == "removed")
    by = room.speaker(None, MEETINGS, f"{council.key}/{known}", f"deleted {before}")
    return Reply((edit_meeting(by, council=council.key, meeting=known, field="removed", value=True),))


def _added(key: str, row: ListRow, room: Room) -> Reply:
    cells: Mapping[str, ColumnValue] = row.values
    try:
        council = room.needed_council(row)
        day = iso_day(str(cells.get("Datum") or ""))
        start, end = clock_times(str(cells.get("Tid") or ""))
    except errors.BadUsage as problem:
        return Reply(why=problem.message if cells.get("Datum") else "Skriv vilken dag mötet är under Datum, som 2026-04-27.")
    facts = {
        "start": start,
        "end": end,
        "place": cells.get("Plats") or None,
        "online": cells.get("På distans") is True,
        "note": cells.get("Anmärkning") or None,
        "cancelled": cells.get("Hålls") == CANCELLED,
    }
    event = add_meeting(room.speaker(row, MEETINGS, key), council=council.key, day=day, facts=facts)
    same = next((one for one in room.register(council).meetings if one.date == day and not one.removed), None)
    return Reply((event,), adopt=meeting_key(same or Meeting(council.key, day)))


def _file(meeting: Meeting, council: Council, room: Room) -> LibraryFile | None:
    """The minutes of a meeting that was held."""
    if meeting.state is None or meeting.file is None:
        return None
    log = read_log(room.place.library.events_of(council.key), council=council.key)
    return next((LibraryFile(one.file_id, one.path) for one in log.current() if one.path == meeting.file and not one.deleted), None)
