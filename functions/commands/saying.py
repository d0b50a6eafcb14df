"""The commands by which a person's word is noted: set, answer and add. It holds over every later reading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from functions import errors
from functions.commands.looking import chosen_councils, find_file
from functions.following_up.people_events import words_on_files
from functions.languages.shown import STATUSES
from functions.library.folder import FolderLibrary
from functions.model.events import Event, EventType, event_id
from functions.model.library import Change, ChangeKind, ColumnValue, LibraryFile
from functions.model.minutes import Doubt
from functions.model.register import OpenItem, RowStatus
from functions.pipeline import LIBRARY, Workplace, follow_up_all, handle, read_minutes, register_of
from functions.publishing.columns import COLUMNS, STATES, ColumnSpec
from functions.publishing.merging import REREAD, same_value
from functions.views import terminal

_PERSON = "person"
_ANSWERED_IN = {"no_date": "DgMeetingDate", "no_council": "DgCouncil", "council_conflict": "DgCouncil"}
"""Questions whose answer stands in a cell."""
_STATES = {title: state for state, title in STATES.items()}
_ROW_FIELDS = {"status": "status", "ansvarig": "owner", "owner": "owner", "klart senast": "due", "due": "due", "text": "text", "punkt": "text"}


def set_value(place: Workplace, library: FolderLibrary, *, target: str, name: str, value: str, by: str) -> None:
    """A cell of a file or a field of a row, as a person says it is."""
    with place.state.lease("files"):
        row = _row_of(place, target) if re.fullmatch(r"[0-9a-f]{6,64}", target) else None
        if row is not None:
            _set_row(library, row, now=place.now, name=name, value=value, by=by)
            said = f"{target}: {name} är nu {f'”{value}”' if value.strip() else 'tom'}."
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


def _say(place: Workplace, library: FolderLibrary, file: LibraryFile, *, column: str, cell: ColumnValue, by: str) -> None:
    """Write a person's cell, and note the word in the log where the register depends on it."""
    before = place.state.processed(file.id)
    words = {"DgState": ("state", _STATES.get(str(cell))), "DgGoverning": ("governing", cell)}
    fields = [words[column]] if column in words else [("state", None), ("governing", None)] if column == REREAD and cell is True else []
    if before is not None and before.council is not None:
        governs, states = words_on_files(library.events_of(before.council))
        now = {"state": states.get(file.id), "governing": governs.get(file.id)}
        for field, word in fields:
            if now[field] != word:
                data = {"file_id": file.id, "field": field, "value": word}
                _tell(library, now=place.now, council=before.council, type=EventType.EDITED, key=None, by=by, data=data)
    # An earlier value of ours that a person writes is the person's all the same.
    base = place.state.base_values(file.id)
    if any(same_value(cell, old) for old in base.earlier.get(column, ())):
        earlier = {**base.earlier, column: tuple(old for old in base.earlier[column] if not same_value(cell, old))}
        place.state.store_base_values(file.id, replace(base, earlier=earlier))
    library.set_cell(file, column, cell)


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


def _day(text: str) -> str:
    """The ISO date that a person wrote. Raises errors.BadUsage for anything else, so that no wrong day gets into the log."""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError as error:
        raise errors.BadUsage(f"{text}: skriv datumet som 2026-04-27.") from error


def _row_of(place: Workplace, key: str) -> OpenItem | None:
    """The row whose key begins so. Raises errors.BadUsage when none or several do."""
    found = [item for council in place.library.councils() for item in register_of(council, place).items if item.key.startswith(key)]
    if len(found) > 1:
        raise errors.BadUsage(f"Flera punkter börjar med {key}. Skriv fler tecken av nyckeln.")
    return found[0] if found else None


def _set_row(library: FolderLibrary, row: OpenItem, *, now: date, name: str, value: str, by: str) -> None:
    field = _ROW_FIELDS.get(name.strip().casefold())
    if field is None:
        raise errors.BadUsage(f"Fältet ”{name}” finns inte. Välj status, owner, due eller text.")
    said: Any = value.strip()
    if field == "status":
        said = next((status.value for status, word in STATUSES.items() if value.strip().casefold() in (word.casefold(), status.value)), None)
        if said is None:
            raise errors.BadUsage(f"Status ”{value}” finns inte. Välj en av: {', '.join(STATUSES[s] for s in RowStatus)}.")
    elif field == "owner":
        said = [name.strip() for name in value.split(",") if name.strip()]
    elif field == "due" and said:
        try:
            said = date.fromisoformat(said).isoformat()
        except ValueError as error:
            raise errors.BadUsage("Skriv datumet som 2026-04-27.") from error
    elif field == "text" and not said:
        raise errors.BadUsage("Skriv vad punkten gäller.")
    _tell(library, now=now, council=row.council, type=EventType.EDITED, key=row.key, by=by, data={"field": field, "value": said})


def answer_doubt(place: Workplace, library: FolderLibrary, *, file: str, doubt: str, choice: str, by: str) -> None:
    """An answer to a question about a file, remembered for the council ("Helena" means Helena Ek from now on)."""
    with place.state.lease("files"):
        found = find_file(library, file)
        asked = _asked(found, place, doubt)
        if not choice.strip() or (asked.choices and choice not in asked.choices):
            raise errors.BadUsage(f"{asked.question} Välj ett av svaren: {' / '.join(asked.choices) or 'skriv ett svar'}.")
        before = place.state.processed(found.id)
        column = _ANSWERED_IN.get(asked.code)
        cell = _cell(_column(column), choice) if column is not None else None
        if column is None or asked.code == "council_conflict":  # the others are answered by the cell, and asked again when it is emptied
            mention = next((q.text for q in asked.quotes if q.text), None) if asked.code == "owner_ambiguous" else None
            data = {"file_id": found.id, "doubt": asked.id, "code": asked.code, "choice": choice, "mention": mention}
            _tell(
                library,
                now=place.now,
                council=before.council if before and before.council else LIBRARY,
                type=EventType.ANSWERED,
                key=None,
                by=by,
                data=data,
            )
        if column is not None:
            _say(place, library, found, column=column, cell=cell, by=by)
        _again(place, found)
        follow_up_all(place)
    terminal.plain_console().print(f"{asked.question} {choice}. Svaret gäller även framöver.", soft_wrap=True)


def _asked(file: LibraryFile, place: Workplace, doubt: str) -> Doubt:
    """The one question whose id begins so, answered before or not: the last answer counts. Raises errors.BadUsage."""
    doubts = {d.id: d for d in (*read_minutes(file, place, unanswered=True).doubts, *read_minutes(file, place).doubts)}
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
            _day(given)
    if not text.strip():
        raise errors.BadUsage("Skriv vad punkten gäller.")
    with place.state.lease("files"):
        chosen = chosen_councils(place, council=council)[0]
        kind = "action" if owners else "announced"
        day = {"date": due, "text": due, "granularity": "day"} if due else None
        data = {"kind": kind, "text": text.strip(), "owners": list(owners), "due": day}
        _tell(library, now=place.now, council=chosen.key, type=EventType.ADDED, key=None, by=by, data=data, meeting=meeting)
        follow_up_all(place)
    terminal.plain_console().print(f"Tillagt för {chosen.name}: {text.strip()}", soft_wrap=True)


def _tell(
    library: FolderLibrary, *, now: date, council: str, type: EventType, key: str | None, by: str, data: dict[str, Any], meeting: str | None = None
) -> None:
    clock = datetime.now(UTC)  # only the order of acts on one day comes from it
    at = f"{now.isoformat()}T{clock.strftime('%H:%M:%S.%f')}+00:00"
    who = by.strip() or _PERSON
    library.append_events([Event(event_id(council, type, key, at, who, data), council, type, key=key, meeting=meeting, by=who, at=at, data=data)])


def _again(place: Workplace, file: LibraryFile) -> None:
    """Read the file anew with what the person said."""
    before = place.state.processed(file.id)
    handle(Change(ChangeKind.CHANGED, file, before.version if before else ""), place)
