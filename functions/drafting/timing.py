"""Gives the lines the clock times that the council's points had last, moved to when this meeting starts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from functions.model.agenda import AgendaLine
from functions.model.register import Meeting

DAY = 24 * 60


def fit_times(lines: Sequence[AgendaLine], *, meeting: Meeting | None, first: str | None) -> tuple[AgendaLine, ...]:
    """The lines with times that run forwards within the meeting; those that cannot keep theirs lose it, all of them while its start is unknown.

    first: when the learned agenda began (HH:MM). A line's time is that of the earlier agenda, as far after the start as it was then.
    """
    start = _minutes(meeting.start) if meeting else None
    base = _minutes(first)
    if start is None or base is None:
        return tuple(replace(line, start=None, end=None) for line in lines)
    stop = _minutes(meeting.end) if meeting else None
    shifted = [_shift(line, by=start - base) for line in lines]
    kept = _forwards([_within(line, start=start, stop=stop) for line in shifted])
    # A single clock time in the whole list says nothing: most councils either time their points or do not.
    if len(kept) < 2:
        kept = frozenset()
    return tuple(line if index in kept else replace(line, start=None, end=None) for index, line in enumerate(shifted))


def _minutes(clock: str | None) -> int | None:
    hour, colon, minute = (clock or "").partition(":")
    return int(hour) * 60 + int(minute) if colon and hour.isdigit() and minute[:2].isdigit() else None


def _shift(line: AgendaLine, *, by: int) -> AgendaLine:
    def move(clock: str | None) -> str | None:
        at = _minutes(clock)
        return f"{(at + by) // 60:02}:{(at + by) % 60:02}" if at is not None and 0 <= at + by < DAY else None

    start, end = move(line.start), move(line.end)
    return replace(line, start=start, end=end if start else None)


def _within(line: AgendaLine, *, start: int, stop: int | None) -> tuple[int, int] | None:
    """The line's span in minutes, None where it has none or it lies outside the meeting."""
    begins, ends = _minutes(line.start), _minutes(line.end)
    if begins is None or begins < start or (stop is not None and (begins >= stop or (ends or begins) > stop)):
        return None
    return begins, max(ends or begins, begins)


def _forwards(spans: Sequence[tuple[int, int] | None]) -> frozenset[int]:
    """The longest row of spans of which none begins before the one before it ends."""
    best: list[tuple[int, ...]] = [() for _ in spans]
    for index, span in enumerate(spans):
        if span is None:
            continue
        before = (best[other] for other in range(index) if (earlier := spans[other]) is not None and earlier[1] <= span[0])
        best[index] = (*_longest(before), index)
    return frozenset(_longest(best))


def _longest(rows: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return max(rows, key=len, default=())
