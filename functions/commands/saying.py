"""The commands by which a person's word is noted: set, answer and add. It holds over every later reading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from functions import errors
from functions.answering import answer_events, as_offered, asked_about, files_of_question, puzzle_event
from functions.commands.council_words import set_council
from functions.commands.draft_words import DRAFT_STATE, set_draft_state
from functions.commands.looking import chosen_councils, find_file
from functions.commands.tracing import find_row
from functions.following_up.answered import is_changing
from functions.following_up.councils import council_named
from functions.following_up.people_events import words_on_files
from functions.following_up.row_edits import Speaker, add_point, edit_file, edit_point, iso_day, point_value, speaker
from functions.languages.shown import CHANGED, STATUSES
from functions.library.folder import FolderLibrary
from functions.model.doubts import name_asked
from functions.model.events import Event, EventType
from functions.model.library import Change, ChangeKind, ColumnValue, LibraryFile
from functions.model.minutes import Doubt
from functions.model.register import OpenItem, Puzzle, Register, RowStatus
from functions.pipeline import Workplace, follow_up_all, handle, register_of, sweep
from functions.publishing.columns import COLUMNS, STATES, ColumnSpec
from functions.publishing.merging import REREAD
from functions.publishing.writing import believe_people
from functions.taking_in import council_by_key
from functions.views import terminal

_STATES = {title: state for state, title in STATES.items()}
_ROW_FIELDS = {"status": "status", "ansvarig": "owner", "owner": "owner", "klart senast": "due", "due": "due", "text": "text", "punkt": "text"}


def set_value(place: Workplace, library: FolderLibrary, *, target: str, name: str, value: str, by: str) -> None:
    """A cell of a file or a field of a row, as a person says it is."""
    with place.state.lease("files"):
        row = find_row(place, target)[1] if _is_key(place, target) else None
        if name.strip().casefold() == DRAFT_STATE.casefold():
            said = set_draft_state(place, library, target=target, value=value, by=by)
        elif row is None and (changed := set_council(library, target=target, name=name, value=value)) is not None:
            said = changed
        elif row is not None:
            said = f"{target}: {_set_row(place, row, name=name, value=value, by=by)}"
        else:
            file = find_file(library, target)
            column = _column(name)
            cell = _cell(column, value)
            _say(place, library, file, column=column.name, cell=cell, by=by)
            _again(place, file)
            said = f"{file.path}: {column.title} är nu {'tom' if cell is None else f'”{value.strip()}”'}. Det gäller även nästa gång filen läses."
            if column.name == REREAD:
                said = f"{file.path}: raden har de automatiska värdena igen." if cell is True else f"{file.path}: Läs om är inte valt."
        follow_up_all(place)
    terminal.plain_console().print(said, soft_wrap=True)


def _is_key(place: Workplace, target: str) -> bool:
    """Whether a key is meant, also one with too few figures, and not a file or a council that has such a name."""
    if re.fullmatch(r"[0-9a-f]{3,64}", target) is None or council_named(target, councils=place.library.councils()) is not None:
        return False
    return all(file.path != target for file in place.library.files())


def _say(place: Workplace, library: FolderLibrary, file: LibraryFile, *, column: str, cell: ColumnValue, by: str) -> None:
    """Write a person's cell, and note the word in the log where the register depends on it."""
    before = place.state.processed(file.id)
    words = {"DgState": ("state", _STATES.get(str(cell))), "DgGoverning": ("governing", cell)}
    fields = [words[column]] if column in words else [("state", None), ("governing", None)] if column == REREAD and cell is True else []
    if before is not None and before.council is not None:
        governs, states = words_on_files(library.events_of(before.council))
        now = {"state": states.get(file.id), "governing": governs.get(file.id)}
        changed = [(field, word) for field, word in fields if now[field] != word]
        speaks = speaking(place, by)
        library.append_events([edit_file(speaks, council=before.council, file_id=file.id, field=field, value=word) for field, word in changed])
    library.set_cell(file, column, cell)
    believe_people(file, names=(column,), library=library, state=place.state)  # also where it is an older value of ours


def _column(name: str) -> ColumnSpec:
    folded = name.strip().casefold()
    found = next((c for c in COLUMNS if folded in (c.name.casefold(), c.title.casefold())), None)
    if found is None:
        raise errors.BadUsage(f"Kolumnen ”{name}” finns inte. Välj en av: {', '.join(c.title for c in COLUMNS)}.")
    return found


def _cell(column: ColumnSpec, value: str) -> ColumnValue:
    text = value.strip()
    if not text:
        return None
    if column.type == "date":
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError as error:
            raise errors.BadUsage(f"{column.title}: skriv datumet som 2026-04-27.") from error
    if column.type == "number":
        if not re.fullmatch(r"-?\d+", text):
            raise errors.BadUsage(f"{column.title}: skriv ett tal.")
        return int(text)
    if column.type == "yes_no":
        if text.casefold() not in ("ja", "nej", "yes", "no", "true", "false", "1", "0"):
            raise errors.BadUsage(f"{column.title}: skriv Ja eller Nej.")
        return text.casefold() in ("ja", "yes", "true", "1")
    if column.choices and text not in column.choices:
        raise errors.BadUsage(f"{column.title}: välj en av {', '.join(column.choices)}.")
    return text


def _set_row(place: Workplace, row: OpenItem, *, name: str, value: str, by: str) -> str:
    """Note a person's word on a field of a row; what it is now, in words."""
    field = _ROW_FIELDS.get(name.strip().casefold())
    if field is None:
        raise errors.BadUsage(f'Fältet ”{name}” finns inte. Välj Status, Ansvarig, "Klart senast" eller Punkt.')
    said = point_value(field, value)
    place.library.append_events([edit_point(speaking(place, by), council=row.council, key=row.key, field=field, value=said)])
    shown = STATUSES[RowStatus(said)] if field == "status" else value.strip()
    return f"{CHANGED[field]} är nu {f'”{shown}”' if shown else 'tomt'}."


def answer_doubt(place: Workplace, library: FolderLibrary, *, file: str, doubt: str, choice: str, by: str) -> None:
    """An answer to a question about a file, remembered for the council ("Helena" means Helena Ek from now on)."""
    with place.state.lease("files"):
        found = find_file(library, file)
        before = place.state.processed(found.id)
        known = council_by_key(before.council if before is not None else None, place)
        register = register_of(known, place) if known is not None else None
        puzzle = _puzzle(register, found, doubt) if register is not None else None
        if register is not None and puzzle is not None:
            said = puzzle_event(speaking(place, by), puzzle=puzzle, choice=choice, council=register.council, files=library.files())
            place.library.append_events([said])
            follow_up_all(place)
            terminal.plain_console().print(f"{puzzle.question} {choice.strip()}. Frågan är besvarad.", soft_wrap=True)
            return
        asked = _asked(found, place, doubt)
        held = before is not None and before.status != "agenda"
        council = before.council if before is not None and held else None
        events = answer_events(speaking(place, by), file=found, doubt=asked, choice=choice, council=council, register=register if held else None)
        alike = files_of_question(council, asked.id, place) if council and name_asked(asked) is not None else ()
        place.library.append_events(events)
        _again(place, found)
        sweep(place)  # an answer about a name is one to every file that asks the same
    follows = _what_follows(asked, choice, events, files=len(alike), where=terminal.naming(str(library.root)))
    told_back = f"{asked.question} {as_offered(choice, asked)}. {follows}"
    terminal.plain_console().print(told_back, soft_wrap=True)


def _what_follows(asked: Doubt, choice: str, events: Sequence[Event], *, files: int, where: str) -> str:
    """What an answer has changed, or what is left for the person to do. files: how many asked the same; where: see `terminal.naming`."""
    changed = sum(1 for event in events if event.type is not EventType.ANSWERED)
    if is_changing(asked) and changed:
        return f"Uppföljningen är ändrad. Ångra med: dagordning undo{where}"
    if asked.code == "weekday_mismatch" and choice.strip().casefold() == "nej":
        return (
            f'Rätta dagen i anteckningen, eller med: dagordning set NYCKEL "Klart senast" DATUM{where}, '
            f"dagordning meeting RÅD DATUM --moved-to DATUM{where}."
        )
    return f"Svaret gäller {files} filer, och även framöver." if files > 1 else "Svaret gäller även framöver."


def _puzzle(register: Register, file: LibraryFile, asked: str) -> Puzzle | None:
    """What a register itself asks of that file, whose id begins so; None when it asks nothing like it."""
    found = [one for one in register.puzzles if asked.strip() and one.choices and one.file == file.path and one.id.startswith(asked.strip())]
    return found[0] if len(found) == 1 else None


def _asked(file: LibraryFile, place: Workplace, doubt: str) -> Doubt:
    """The one question whose id begins so. Raises errors.BadUsage."""
    doubts = asked_about(file, place)
    found = [d for d in doubts.values() if doubt.strip() and d.id.startswith(doubt.strip())]
    if len(found) != 1:
        asked = "; ".join(f"{d.id} {d.question}" for d in doubts.values())
        raise errors.BadUsage(f"Frågan ”{doubt}” finns inte för den filen. Frågor: {asked or 'inga'}.")
    return found[0]


def add_row(
    place: Workplace, library: FolderLibrary, *, text: str, council: str, meeting: str | None, owners: Sequence[str], due: str | None, by: str
) -> None:
    """A point for a meeting's agenda, or, with an owner, a task."""
    for given in (meeting, due):
        if given is not None:
            iso_day(given)
    said = point_value("text", text)
    with place.state.lease("files"):
        chosen = chosen_councils(place, council=council)[0]
        library.append_events([add_point(speaking(place, by), council=chosen.key, text=said, owners=owners, due=due, meeting=meeting)])
        follow_up_all(place)
    terminal.plain_console().print(f"Tillagt för {chosen.name}: {said}", soft_wrap=True)


def speaking(place: Workplace, by: str) -> Speaker:
    """Who speaks, and when."""
    return speaker(by, today=place.now, clock=place.clock())


def _again(place: Workplace, file: LibraryFile) -> None:
    """Read the file anew with what the person said."""
    before = place.state.processed(file.id)
    handle(Change(ChangeKind.CHANGED, file, before.version if before else ""), place)
