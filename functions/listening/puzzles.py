"""An answer to what the register itself asks: which of two files holds, or that points were checked after a correction."""

from __future__ import annotations

from functions.following_up.row_edits import answer, edit_file
from functions.listening.room import Reply, Room
from functions.model.library import ListRow
from functions.publishing.lists import FOLLOW_UP
from functions.publishing.questions import closed_question


def hear_puzzle(key: str, row: ListRow | None, room: Room, *, council_key: str, identity: str) -> Reply:
    """What a person answered. A row that was deleted stays away; a question that is asked no more takes no answer."""
    choice = str(row.values.get("Svar") or "").strip() if row is not None else ""
    council = next((one for one in room.place.library.councils() if one.key == council_key), None)
    if row is None or council is None or not choice:
        return Reply()
    puzzle = next((one for one in room.register(council).puzzles if one.id == identity), None)
    if puzzle is None:
        return Reply()
    if choice not in puzzle.choices:
        return Reply(why=f"Välj ett av svaren: {' / '.join(puzzle.choices)}.")
    by = room.speaker(row, FOLLOW_UP, key, row.etag)
    file = next((known for known in room.place.library.files() if known.path == choice), None)
    if puzzle.code == "versions_differ" and file is None:
        return Reply(why=f"Filen {choice} finns inte längre.")
    event = (
        edit_file(by, council=council.key, file_id=file.id, field="governing", value=True)
        if puzzle.code == "versions_differ" and file is not None
        else answer(by, council=council.key, file_id="", doubt=puzzle.id, code=puzzle.code, choice=choice, mention=None)
    )
    return Reply((event,), closed=closed_question(key, answered=True))
