"""An answer to what the register itself asks: which of two files holds, or that points were checked after a correction."""

from __future__ import annotations

from functions import errors
from functions.answering import puzzle_event
from functions.listening.room import Reply, Room
from functions.model.library import ListRow
from functions.publishing.lists import FOLLOW_UP
from functions.publishing.questions import closed_question
from functions.taking_in import council_by_key


def hear_puzzle(key: str, row: ListRow | None, room: Room, *, council_key: str, identity: str) -> Reply:
    """What a person answered. A row that was deleted stays away; a question that is asked no more takes no answer."""
    choice = str(row.values.get("Svar") or "").strip() if row is not None else ""
    council = council_by_key(council_key, room.place)
    if row is None or council is None or not choice:
        return Reply()
    puzzle = next((one for one in room.register(council).puzzles if one.id == identity), None)
    if puzzle is None:
        return Reply()
    by = room.speaker(row, FOLLOW_UP, key, row.etag)
    try:
        event = puzzle_event(by, puzzle=puzzle, choice=choice, council=council.key, files=room.place.library.files())
    except errors.BadUsage as problem:
        return Reply(why=problem.message)
    return Reply((event,), closed=closed_question(key, answered=True))
