"""An agenda as plain JSON, the contract of `dagordning draft --json`."""

from __future__ import annotations

from typing import Any

from functions.model.agenda import Agenda, AgendaLine, Why
from functions.model.register import Meeting


def describe(agenda: Agenda) -> dict[str, Any]:
    """The agenda with field names and values in English and what people see in Swedish; `meeting` is null while its date is not decided."""
    return {
        "council": agenda.council,
        "meeting": _meeting(agenda.meeting),
        "file": agenda.file,
        "state": agenda.state,
        "lines": [_line(line) for line in agenda.lines],
        "left_out": [{"key": left.key, "reason": left.reason} for left in agenda.left_out],
        "notes": list(agenda.notes),
        "previous": _meeting(agenda.previous),
        "next_meetings": [_meeting(meeting) for meeting in agenda.upcoming],
    }


def _meeting(meeting: Meeting | None) -> dict[str, Any] | None:
    if meeting is None:
        return None
    names = ("date", "start", "end", "place", "online", "note", "moved_from", "file")
    return {name: getattr(meeting, name) for name in names} | {"topics": list(meeting.topics)}


def _line(line: AgendaLine) -> dict[str, Any]:
    return {
        "number": line.number,
        "title": line.title,
        "kind": line.kind.value,
        "type": line.type.value,
        "presenter": line.presenter,
        "start": line.start,
        "end": line.end,
        "purpose": line.purpose,
        "origin": line.origin,
        "keys": list(line.keys),
        "why": _why(line.why),
        "parts": [
            {"text": part.text, "owners": list(part.owners), "due": part.due, "key": part.key, "origin": part.origin, "why": _why(part.why)}
            for part in line.parts
        ],
    }


def _why(why: Why | None) -> dict[str, Any] | None:
    if why is None:
        return None
    quotes = [{"block": quote.block, "start": quote.start, "end": quote.end, "text": quote.text} for quote in why.quotes]
    return {"meeting": why.meeting, "item": why.item, "file": why.file, "quotes": quotes}
