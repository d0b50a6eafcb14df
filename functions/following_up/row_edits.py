"""What a person says of a point, a meeting or a file → the events that note it; the same ones whether it is typed in a list or as a command."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from functions import errors
from functions.following_up.plain_data import plain_date
from functions.languages.shown import KINDS, STATUSES
from functions.model.events import Event, EventType, event_id
from functions.model.library import ColumnValue
from functions.model.register import OpenItem, RowKind, RowStatus

SOMEBODY = "person"
"""Who said it, where nobody tells."""

_CLOCK = r"(?:kl\.?\s*)?([01]?\d|2[0-3])(?:[.:]([0-5]\d))?"
_YEARS = range(1900, 2200)
_TIME = re.compile(rf"\s*{_CLOCK}(?:\s*(?:[-–—]|till)\s*{_CLOCK})?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something, and when. at: ISO time; mark: what makes the act one of its kind (list, row and its version), so that telling of it twice
    notes it once; None when every act is a new one."""

    name: str
    at: str
    mark: tuple[str, ...] | None = None


def speaker(name: str | None, *, today: date, clock: datetime, mark: tuple[str, ...] | None = None) -> Speaker:
    """Somebody who speaks today. clock: only the order of acts on one day comes from it."""
    at = f"{today.isoformat()}{clock.isoformat(timespec='microseconds')[10:]}"
    return Speaker((name or "").strip() or SOMEBODY, at, mark)


def say(
    by: Speaker, type: EventType, *, council: str, data: Mapping[str, Any], key: str | None = None, meeting: str | None = None, about: str = ""
) -> Event:
    """The event of a person's act. about: what tells acts with one mark apart."""
    marked = event_id("said", council, *by.mark, type, key, meeting, about or data) if by.mark is not None else None
    identity = marked or event_id(council, type, key, by.at, by.name, data)
    kept = {**data, "row": by.mark[-1]} if by.mark is not None else dict(data)
    return Event(identity, council, type, key=key, meeting=meeting, by=by.name, at=by.at, data=kept)


def edit_point(by: Speaker, *, council: str, key: str, field: str, value: Any) -> Event:
    """A point's field changed. value: as `point_value` gives it."""
    return say(by, EventType.EDITED, council=council, key=key, data={"field": field, "value": value})


def edit_meeting(by: Speaker, *, council: str, meeting: str, field: str, value: Any) -> Event:
    """A meeting's field changed. meeting: its `known_as`."""
    return say(by, EventType.EDITED, council=council, meeting=meeting, data={"field": field, "value": value})


def edit_file(by: Speaker, *, council: str, file_id: str, field: str, value: Any) -> Event:
    """A word about a file: its state, whether it governs, its date or its council; None takes it back."""
    return say(by, EventType.EDITED, council=council, data={"file_id": file_id, "field": field, "value": value})


def delete_point(by: Speaker, *, council: str, key: str, status: RowStatus) -> tuple[Event, ...]:
    """A point's row was deleted: it is not shown again, and what was still open was no task."""
    over = status in (RowStatus.DONE, RowStatus.DROPPED, RowStatus.NOT_A_TASK, RowStatus.HISTORIC)
    said = () if over else (edit_point(by, council=council, key=key, field="status", value=RowStatus.NOT_A_TASK.value),)
    return (*said, edit_point(by, council=council, key=key, field="removed", value=True))


def restore_point(by: Speaker, *, council: str, key: str, status: RowStatus) -> tuple[Event, ...]:
    """A deleted row stands there again: it is shown, and is a task again where the deletion said that it was none."""
    shown = edit_point(by, council=council, key=key, field="removed", value=False)
    if status is not RowStatus.NOT_A_TASK:
        return (shown,)
    return (shown, say(by, EventType.EDITED, council=council, key=key, data={"field": "status", "value": None, "release": True}))


def add_point(
    by: Speaker, *, council: str, text: str, owners: Sequence[str], due: str | None, kind: RowKind | None = None, meeting: str | None = None
) -> Event:
    """A point of a person's own: a task when somebody has it, else something for an agenda. due, meeting: ISO dates."""
    day = {"date": due, "text": due, "granularity": "day"} if due else None
    chosen = kind or (RowKind.ACTION if owners else RowKind.ANNOUNCED)
    data = {"kind": chosen.value, "text": text.strip(), "owners": list(owners), "due": day}
    return say(by, EventType.ADDED, council=council, data=data, meeting=meeting, about="added")


def split_point(by: Speaker, row: OpenItem, *, texts: Sequence[str]) -> tuple[Event, ...]:
    """A point in parts: it keeps the first text, and each other one is a row of its own, as old as it is and with its words."""
    due = plain_date(row.due)
    parts = [
        replace(
            say(
                by,
                EventType.ADDED,
                council=row.council,
                data={
                    "kind": row.kind.value,
                    "text": text,
                    "owners": list(row.owners),
                    "due": due,
                    "split_from": row.key,
                    "item_title": row.opened.title,
                },
                meeting=row.opened.meeting,
                about=f"part {number}",
            ),
            item=row.opened.item,
            file=row.opened.file,
            quotes=row.quotes,
        )
        for number, text in enumerate(texts[1:], 2)
    ]
    return (edit_point(by, council=row.council, key=row.key, field="text", value=texts[0]), *parts)


def merge_point(by: Speaker, row: OpenItem, *, into: OpenItem) -> Event:
    """A point that is the same as another one, and goes into it."""
    return edit_point(by, council=row.council, key=row.key, field="merged_into", value=into.key)


def add_meeting(by: Speaker, *, council: str, day: str, facts: Mapping[str, Any]) -> Event:
    """A meeting of a person's own. facts: start, end, place, online, note, cancelled."""
    return say(by, EventType.ADDED, council=council, data={"kind": "meeting", "date": day, **facts}, about="added")


def answer(by: Speaker, *, council: str, file_id: str, doubt: str, code: str, choice: str, mention: str | None) -> Event:
    """The answer to a question about a file."""
    data = {"file_id": file_id, "doubt": doubt, "code": code, "choice": choice, "mention": mention}
    return say(by, EventType.ANSWERED, council=council, data=data)


def point_value(field: str, cell: ColumnValue) -> Any:
    """What a person's cell says of a point's status, owner, due, text or kind, as the log keeps it. Raises errors.BadUsage with what can be said."""
    text = "" if cell is None else str(cell).strip()
    if field == "status":
        found = next((status.value for status, word in STATUSES.items() if text.casefold() in (word.casefold(), status.value)), None)
        if found is None:
            raise errors.BadUsage(f"Status ”{text}” finns inte. Välj en av: {', '.join(STATUSES[status] for status in RowStatus)}.")
        return found
    if field == "kind":
        chosen = next((kind.value for kind, word in KINDS.items() if text.casefold() in (word.casefold(), kind.value)), None)
        if chosen is None:
            raise errors.BadUsage(f"Typ ”{text}” finns inte. Välj en av: {', '.join(KINDS.values())}.")
        return chosen
    if field == "owner":
        return [name.strip() for name in text.split(",") if name.strip()]
    if field == "due":
        return iso_day(text) if text else ""
    if not text:
        raise errors.BadUsage("Skriv vad punkten gäller.")
    return text


def iso_day(text: str) -> str:
    """The ISO date that a person wrote. Raises errors.BadUsage for anything else, so that no wrong day gets into the log."""
    try:
        day = date.fromisoformat(text.strip())
        if day.year not in _YEARS:  # a slip of the hand, and at the ends of the calendar nothing can be counted from it
            raise ValueError
        return day.isoformat()
    except ValueError as error:
        raise errors.BadUsage(f"”{text.strip()}” är inget datum. Skriv det som 2026-04-27.") from error


def clock_times(text: str) -> tuple[str | None, str | None]:
    """Start and end (HH:MM) of a meeting as a person wrote them ("13:00–15:00", "kl. 9.30", "14-15"), None for what is not told.
    Raises errors.BadUsage."""
    if not text.strip():
        return None, None
    found = _TIME.fullmatch(text)
    if found is None:
        raise errors.BadUsage(f"”{text.strip()}” är ingen tid. Skriv den som 13:00–15:00.")
    hour, minute, last_hour, last_minute = found.groups()
    return f"{int(hour):02}:{minute or '00'}", f"{int(last_hour):02}:{last_minute or '00'}" if last_hour else None
