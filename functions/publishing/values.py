"""What the columns shall say of a file, by its minutes and by the register."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from functions.model.library import ColumnValue, Council
from functions.model.minutes import Minutes
from functions.model.register import STILL_OPEN, Meeting, Register
from functions.publishing.columns import COLUMNS, READINGS, STATES

_MEETING = {"DgChair": "chair", "DgSecretary": "secretary", "DgStart": "start", "DgEnd": "end", "DgPlace": "place"}
_LINE = 255  # what a single line of text holds in SharePoint
_PERSONAL_NUMBER = re.compile(r"(?<!\d)(?:19|20)?\d{2}[01]\d[0-9]\d[-+ ]?\d{4}(?!\d)")


def values_of(minutes: Minutes, *, council: Council | None, register: Register | None = None, path: str | None = None) -> dict[str, ColumnValue]:
    """Every column's value for a minutes file; nothing at all for a file that is no minutes, only the reading's outcome for one that cannot be read.

    council: None when nobody knows which, and the name that stands in the minutes is shown. register, path: what the council's register tells of the
    file; without them, and while the minutes are ongoing, only the meeting's facts and the number of questions are told.
    """
    status = minutes.document.status
    if status == "unreadable":
        return reading_values("unreadable", reason=minutes.document.reason)
    if minutes.document.kind != "minutes" or status not in READINGS:
        return {}
    told = values_from_register(register, path=path, date=minutes.meeting.date) if register is not None and path is not None else {}
    state = told.get("DgState", STATES.get(minutes.meeting.state, STATES["ongoing"]))
    settled = state != STATES["ongoing"] and told.get("DgGoverning") is not False
    facts: dict[str, ColumnValue] = {
        "DgCouncil": _line(council.name if council is not None else _fact(minutes, "body")),
        "DgMeetingDate": _fact(minutes, "date"),
        "DgState": state,
        "DgOpenItems": None,
        "DgNextMeeting": None,
        "DgToCheck": len(minutes.doubts) or None,
        **reading_values(status, reason=minutes.document.reason),
        "DgAttendees": _attendees(minutes),
        **{name: _line(_fact(minutes, field)) for name, field in _MEETING.items()},
        "DgOnline": minutes.meeting.online or None,
        "DgDecisions": sum(1 for decision in minutes.decisions if decision.kind == "decision" and decision.decided_by is None) if settled else None,
        "DgActions": len(minutes.actions) if settled else None,
        "DgFingerprint": minutes.document.fingerprint or None,
        "DgReader": _line(minutes.document.reader),
    }
    return facts | told


def values_from_register(register: Register, *, path: str, date: str | None = None) -> dict[str, ColumnValue]:
    """The columns of a file that change without the file: state, open points, next meeting, whether it governs. Empty for a file it does not know.

    date: of the file's meeting, by which a version that another file rules out has the state of its meeting.
    """
    meeting = _meeting_of(register, path=path)
    if meeting is None:
        if path in register.ruled_out:
            states = {meeting.state for meeting in register.meetings if meeting.held and meeting.date == date}
            state = STATES.get(states.pop() or "", STATES["ongoing"]) if len(states) == 1 else STATES["ongoing"]
            return {
                "DgState": state,
                "DgOpenItems": None,
                "DgNextMeeting": None,
                "DgToCheck": None,
                "DgDecisions": None,
                "DgActions": None,
                "DgGoverning": False,
            }
        return {}
    settled = meeting.state in ("final", "approved")
    # "Nothing left" is worth saying, so that 0 is a value here.
    count = _looked_up(register).open[path]
    return {
        "DgState": STATES.get(meeting.state or "", STATES["ongoing"]),
        "DgOpenItems": count if settled else None,
        "DgNextMeeting": _next_meeting(register, after=meeting) if settled else None,
        "DgGoverning": True,
    }


def is_settled(register: Register, *, path: str) -> bool:
    """Whether a file governs a meeting whose minutes are final, so that all of its columns are told."""
    meeting = _meeting_of(register, path=path)
    return meeting is not None and meeting.state in ("final", "approved")


def changed_files(before: Register, after: Register, *, paths: Iterable[str]) -> list[str]:
    """Those of the files of whom a register may tell something else than an earlier one did."""
    one, other = _looked_up(before), _looked_up(after)
    days = one.days == other.days
    until = "" if days else max((day for day, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one.days, other.days, strict=False))), default="")
    return [
        path
        for path in paths
        if (meeting := other.meetings.get(path)) is None
        or one.meetings.get(path) is not meeting
        or one.open[path] != other.open[path]
        or not (days or meeting.date < until or _next_meeting(before, after=meeting) == _next_meeting(after, after=meeting))
    ]


def reading_values(status: str, *, reason: str | None = None) -> dict[str, ColumnValue]:
    """How the reading of a file ended: read, needs_a_look, waiting or unreadable, and why in words that a person can act on."""
    shown = READINGS.get(status)
    if shown is None:
        return {}
    return {"DgReading": shown, "DgReadingReason": _guard(reason) if status != "read" else None}


def cleared_values() -> dict[str, ColumnValue]:
    """Every column empty: for a file that turned out to be no minutes after all. The merge empties only what is ours."""
    return {column.name: None for column in COLUMNS if column.name != "DgReread"}


def _meeting_of(register: Register, *, path: str) -> Meeting | None:
    return _looked_up(register).meetings.get(path)


def _next_meeting(register: Register, *, after: Meeting) -> str | None:
    days = _looked_up(register).days
    return next(iter(days[bisect_right(days, after.date) :][:1]), None)


@dataclass(frozen=True, slots=True)
class _ByFile:
    """A register by its files' paths: the meeting whose minutes each holds, and how many open points came up in it. days: of meetings, in order."""

    meetings: Mapping[str, Meeting]
    open: Counter[str]
    days: Sequence[str]


_latest: list[tuple[Register, _ByFile]] = []  # a register is asked about each of its files in turn
_REMEMBERED = 4


def _looked_up(register: Register) -> _ByFile:
    known = next((found for told, found in _latest if told is register), None)
    if known is None:
        meetings = {meeting.file: meeting for meeting in reversed(register.meetings) if meeting.file is not None and meeting.state is not None}
        still = Counter(item.opened.file for item in register.items if item.opened.file is not None and item.status in STILL_OPEN)
        known = _ByFile(meetings, still, tuple(meeting.date for meeting in register.meetings if not meeting.cancelled))
        _latest[:] = [*_latest[1 - _REMEMBERED :], (register, known)]
    return known


def _attendees(minutes: Minutes) -> str | None:
    """The names of those who took part, as "A, B, C". Nobody's absence, and never a reason for one."""
    names: dict[str, None] = {}
    for person in minutes.people:
        hidden = any(quote.text is None for quote in person.quotes) and person.attendance == "absent"
        if person.attendance != "absent" and not hidden and person.name.strip() and _guard(person.name):
            names[" ".join(person.name.split())] = None
    return ", ".join(names) or None


def _fact(minutes: Minutes, field: str) -> str | None:
    """A fact of the meeting, unless its quotation must stay in the file."""
    if any(quote.text is None for quote in minutes.meeting.quotes.get(field, ())):
        return None
    value = getattr(minutes.meeting, field)
    return value if isinstance(value, str) and value.strip() else None


def _guard(text: str | None) -> str | None:
    """The text without anything that looks like a personal identity number: then nothing."""
    return None if text is None or _PERSONAL_NUMBER.search(text) else text.strip() or None


def _line(text: str | None) -> str | None:
    guarded = _guard(text)
    return " ".join(guarded.split())[:_LINE].rstrip() if guarded else None
