"""A row of Uppföljning that a person changed, added, deleted or answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from functions import errors
from functions.answering import answer_events, asked_about, files_of_question, open_doubt, standing_answers
from functions.following_up.answered import is_changing
from functions.following_up.people_events import added_key
from functions.following_up.row_edits import add_point, delete_point, edit_point, point_value, restore_point, say
from functions.listening.puzzles import hear_puzzle
from functions.listening.room import Reply, Room
from functions.model.events import Event, EventType
from functions.model.library import ColumnValue, Council, ListRow
from functions.model.register import OpenItem, RowKind, RowStatus
from functions.publishing.lists import FOLLOW_UP, QUESTION, follow_up_rows
from functions.publishing.questions import closed_question, puzzle_of, question_of, shared_of
from functions.publishing.row_cells import FIELDS, changed_cells, is_added
from functions.taking_in import council_by_key
from functions.workplace import LIBRARY


def hear_point(key: str, row: ListRow | None, room: Room) -> Reply:
    """What a person did to a point, or to a question."""
    asked = question_of(key)
    if asked is not None:
        return _hear_answer(key, row, room, files=asked[:1], doubt=asked[1])
    together = shared_of(key)
    if together is not None:
        return _hear_answer(key, row, room, files=files_of_question(*together, room.place), doubt=together[1])
    puzzled = puzzle_of(key)
    if puzzled is not None:
        return hear_puzzle(key, row, room, council_key=puzzled[0], identity=puzzled[1])
    council, item = _find(key, row, room)
    if row is None:
        return _deleted(item, council, room) if council is not None and item is not None else Reply()
    if item is None and is_added(row):
        return _added(key, row, room)
    if council is None:
        return Reply()
    events: list[Event] = []
    by = room.speaker(row, FOLLOW_UP, key, row.etag)
    if item is not None and item.removed:
        events += restore_point(by, council=council.key, key=key, status=item.status)
    told = _told(item, council, room) if item is not None else dict(row.base or {})
    back = room.changed_back(FOLLOW_UP, row, council=council.key, key=key, meeting=None)
    why = None
    for title, cell in changed_cells(FOLLOW_UP, row, told=told, back=back).items():
        field = FIELDS[FOLLOW_UP][title]
        try:
            events.append(edit_point(by, council=council.key, key=key, field=field, value=point_value(field, cell)))
        except errors.BadUsage as problem:
            why = problem.message
    return Reply(tuple(events), why=why)


def _find(key: str, row: ListRow | None, room: Room) -> tuple[Council | None, OpenItem | None]:
    """The council whose row it is, and the point. The council that the row names is asked first, and alone for a row that was never ours."""
    named = room.council_of(row) if row is not None else None
    councils = [] if named is not None and row is not None and is_added(row) else room.place.library.councils()
    for council in (*([named] if named is not None else []), *(other for other in councils if named is None or other.key != named.key)):
        found = next((item for item in room.register(council).items if item.key == key), None)
        if found is not None:
            return council, found
    return named, None


def _told(item: OpenItem, council: Council, room: Room) -> dict[str, ColumnValue]:
    register = replace(room.register(council), items=(replace(item, removed=False),))
    return dict(follow_up_rows(register)[0].values)


def _deleted(item: OpenItem, council: Council, room: Room) -> Reply:
    if item.removed:
        return Reply()
    before = sum(1 for event in room.place.library.events_of(council.key) if event.key == item.key and event.data.get("field") == "removed")
    by = room.speaker(None, FOLLOW_UP, item.key, f"deleted {before}")
    return Reply(delete_point(by, council=council.key, key=item.key, status=item.status))


def _added(key: str, row: ListRow, room: Room) -> Reply:
    cells = row.values
    try:
        council = room.needed_council(row)
        text = point_value("text", cells.get("Punkt"))
        owners = point_value("owner", cells.get("Ansvarig"))
        due = point_value("due", cells.get("Klart senast")) or None
        named = cells.get("Typ") if cells.get("Typ") != QUESTION else None
        kind = RowKind(point_value("kind", named)) if named else None
        status = point_value("status", cells.get("Status")) if cells.get("Status") else RowStatus.OPEN.value
    except errors.BadUsage as problem:
        return Reply(why=problem.message)
    by = room.speaker(row, FOLLOW_UP, key)
    announced = due if kind is RowKind.ANNOUNCED or (kind is None and not owners) else None
    event = add_point(by, council=council.key, text=text, owners=owners, due=due, kind=kind, meeting=announced)
    known = added_key(event)
    said = () if status == RowStatus.OPEN.value else (edit_point(by, council=council.key, key=known, field="status", value=status),)
    return Reply((event, *said), adopt=known)


def _hear_answer(key: str, row: ListRow | None, room: Room, *, files: Sequence[str], doubt: str) -> Reply:
    """A question's row: what a person answered, or that it was deleted, so that it is not shown again. files: ids of those that ask or asked it."""
    place = room.place
    if row is None:
        by = room.speaker(None, FOLLOW_UP, key, "deleted")
        return Reply((say(by, EventType.EDITED, council=LIBRARY, key=key, data={"field": "removed", "value": True}),))
    choice = str(row.values.get("Svar") or "").strip()
    file = min((known for known in place.library.files() if known.id in files), key=lambda known: files.index(known.id), default=None)
    if not choice or file is None:
        return Reply()
    before = place.state.processed(file.id)
    council = before.council if before is not None and before.status != "agenda" else None
    try:
        if choice in standing_answers(file.id, doubt, place, council=council):
            return Reply(closed=closed_question(key, answered=True), files=(file,))
        asked = open_doubt(file.id, doubt, place)
        if asked is None or is_changing(asked):  # what it changes is found by its quotations, which only the file has
            asked = asked_about(file, place).get(doubt)
        if asked is None:
            return Reply()
        known = council_by_key(council, place) if is_changing(asked) else None
        by = room.speaker(row, FOLLOW_UP, key, row.etag)
        register = room.register(known) if known is not None else None
        events = answer_events(by, file=file, doubt=asked, choice=choice, council=council, register=register)
    except errors.BadUsage as problem:
        return Reply(why=problem.message)
    except (errors.Unavailable, errors.NoAccess):
        raise
    except errors.DagordningError as problem:  # the file cannot be read now
        return Reply(why=problem.message)
    return Reply(events, closed=closed_question(key, answered=True), files=(file,))
