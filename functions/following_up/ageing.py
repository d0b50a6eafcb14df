"""What grows old: rows from before the council's start, rows that nobody mentions any more, and the start itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from functions.following_up.plain_data import text_of
from functions.following_up.rows import Row
from functions.model.events import Event, EventType, event_id
from functions.model.library import Council
from functions.model.register import Register, RowKind, RowStatus, may_be_done

_QUIET_MEETINGS = 3
_QUIET_DAYS = 365
_BACK = 3  # the meetings that a new council starts with


def start_of(events: Sequence[Event], *, council: Council) -> str | None:
    """The council's start date: what people set, else the one that was stored; None before that."""
    if council.start_date:
        return council.start_date[:10]
    dates = [text_of(event.data, "date") for event in events if event.type is EventType.STARTED]
    return next((day for day in dates if day), None)


def start_event(register: Register) -> Event | None:
    """The event that stores a council's start: the third last held meeting; None when it is known, or fewer than three are, so that minutes which
    come later in the first weeks are not taken for history.

    Append it once, after the first full run; its id is the same every time, so a second one does nothing.
    """
    held = [meeting.date for meeting in register.meetings if meeting.held and meeting.state in ("final", "approved")]
    if register.start_date is not None or len(held) < _BACK:
        return None
    day = held[-_BACK]
    return Event(event_id(register.council, "started"), register.council, EventType.STARTED, by="program", data={"date": day})


def age(rows: Mapping[str, Row], *, held: Sequence[str], now: date, start: str | None, settled: frozenset[str]) -> dict[str, Row]:
    """The rows with *historic* and *dormant* set. held: ISO dates of the held meetings in order; settled: keys whose status a person has set.

    Historic: opened before the start, and neither due nor spoken of since; a standing point stands. Dormant: a task or a matter put off
    that nobody mentioned for three meetings or a year; while its own date lies ahead it does not sleep.
    """
    aged = {}
    for key, row in rows.items():
        if key not in settled and row.is_open:
            if start is not None and _last_awake(row) < start and row.kind is not RowKind.STANDING:
                row = replace(row, status=RowStatus.HISTORIC)
            elif (row.kind is RowKind.ACTION or row.postponed) and _stands(row) and _is_quiet(row, held=held, now=now):
                row = replace(row, status=RowStatus.DORMANT)
        aged[key] = row
    return aged


def _stands(row: Row) -> bool:
    """Whether a row stands on drafts, so that it sleeps when nobody mentions it: what seems done does not, and waits for its answer."""
    return row.status is not RowStatus.SEEMS_DONE or may_be_done(row.history)


def _last_awake(row: Row) -> str:
    return max(row.touched, (row.due.date or "") if row.due is not None else "")


def _is_quiet(row: Row, *, held: Sequence[str], now: date) -> bool:
    awake = _last_awake(row)
    if awake >= now.isoformat():
        return False
    since = bisect_right(held, now.isoformat()) - bisect_right(held, awake)
    try:
        days = (now - date.fromisoformat(awake)).days
    except ValueError:
        days = 0
    return since >= _QUIET_MEETINGS or days >= _QUIET_DAYS


def count_followed(row: Row, *, held: Sequence[str]) -> int:
    """How many held meetings a row has followed along: after its opening, until its closing. held: in order."""
    until = len(held) if row.closed is None else bisect_right(held, row.closed)
    return max(0, until - bisect_right(held, row.opened.meeting))
