"""An agenda, and a council's skeleton, as plain JSON: the contracts of `dagordning draft --json` and `dagordning skeleton --json`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from functions.drafting.accessibility import Finding
from functions.drafting.skeleton import Learned, LearnedPoint
from functions.model.agenda import Agenda, AgendaLine, AgendaPart, Why
from functions.model.register import Meeting


def describe(agenda: Agenda) -> dict[str, Any]:
    """The agenda with field names and values in English and what people see in Swedish; `meeting` is null while its date is not decided."""
    return {
        "council": agenda.council,
        "meeting": _meeting(agenda.meeting),
        "file": agenda.file,
        "state": agenda.state,
        "lines": [_line(line) for line in agenda.lines],
        "appendix": [_part(part) for part in agenda.appendix],
        "left_out": [{"key": left.key, "reason": left.reason} for left in agenda.left_out],
        "notes": list(agenda.notes),
        "previous": _meeting(agenda.previous),
        "next_meetings": [_meeting(meeting) for meeting in agenda.upcoming],
    }


def describe_skeleton(skeleton: Learned, *, council: str) -> dict[str, Any]:
    """What was learned: every point that comes back, in order, those that are not due this time last."""
    return {
        "council": council,
        "meetings": skeleton.meetings,
        "points": [_point(point) for point in (*skeleton.points, *skeleton.resting)],
        "changes": list(skeleton.changes),
    }


def _point(point: LearnedPoint) -> dict[str, Any]:
    day, seen = point.last or (None, None)
    return {
        "title": point.title,
        "slots": [slot.name.lower() for slot in sorted(point.slots)],
        "break": point.is_break,
        "minutes": point.minutes,
        "start": point.point.start,
        "end": point.point.end,
        "presenters": list(point.point.presenters),
        "due": point.due,
        "rhythm": point.rhythm or None,
        "fixed": point.fixed,
        "why": point.why,
        "stood": point.stood,
        "of": point.of,
        "variants": list(point.variants),
        "last": {"meeting": day, "item": seen.number or seen.title} if seen else None,
    }


def describe_findings(findings: Sequence[Finding]) -> list[dict[str, str]]:
    """What keeps a paper from being accessible, as the contract has it: an empty list for one that is."""
    return [{"code": finding.code, "message": finding.message, "paragraph": finding.paragraph} for finding in findings]


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
        "parts": [_part(part) for part in line.parts],
        "reason": line.reason or None,
        "enclosures": [{"title": paper.title, "address": paper.address} for paper in line.enclosures],
    }


def _part(part: AgendaPart) -> dict[str, Any]:
    return {"text": part.text, "owners": list(part.owners), "due": part.due, "key": part.key, "origin": part.origin, "why": _why(part.why)}


def _why(why: Why | None) -> dict[str, Any] | None:
    if why is None:
        return None
    quotes = [{"block": quote.block, "start": quote.start, "end": quote.end, "text": quote.text} for quote in why.quotes]
    return {"meeting": why.meeting, "item": why.item, "file": why.file, "quotes": quotes}
