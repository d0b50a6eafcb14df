"""Joins times of day to the dates that they belong to: after the date, before it, or in the same row."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from functions.interpreting.dates.clocks import ClockReading, is_whole
from functions.interpreting.dates.span import DateSpan
from functions.interpreting.dates.vocabulary import Vocabulary

# So many characters may stand between a date and its time in one row ("2026-04-27 Fysiskt möte 09:00-15:00").
_REACH = 40
_NEAR = re.compile(r"[\s,;:()]{0,40}(?:-\s?)?$")
_TIMED = frozenset({"day", "next_meeting"})


def join_times(text: str, masked: str, spans: Sequence[DateSpan], clocks: Sequence[ClockReading], words: Vocabulary) -> list[DateSpan]:
    """The spans with their times, and a span without a day for each time that belongs to none; in order."""
    clocks = _outside(clocks, spans)
    starts = [clock.start for clock in clocks]
    used: set[int] = set()
    timed: list[DateSpan] = []
    for index, span in enumerate(spans):
        stop = spans[index + 1].start if index + 1 < len(spans) else len(text)
        chosen: list[int] = []
        if span.granularity in _TIMED and span.first is not None:
            first, last = bisect_left(starts, span.end), bisect_left(starts, stop)
            chosen = _following(masked, span, clocks, range(first, last), words) or _preceding(masked, span, clocks, first - 1, used, words)
        used.update(chosen)
        timed.append(_with_times(text, span, [clocks[n] for n in chosen]) if chosen else span)
    bare = [_bare(text, clock) for n, clock in enumerate(clocks) if n not in used and (clock.sure or is_whole(masked, clock.start, clock.end))]
    return sorted([*_share(timed, masked, words), *bare], key=lambda span: span.start)


def _outside(clocks: Sequence[ClockReading], spans: Sequence[DateSpan]) -> list[ClockReading]:
    """The times that are no part of a date ("05-11" of a date is no range of hours)."""
    starts = [span.start for span in spans]
    kept = []
    for clock in clocks:
        index = bisect_left(starts, clock.end) - 1
        if index < 0 or spans[index].end <= clock.start:
            kept.append(clock)
    return kept


def _following(masked: str, span: DateSpan, clocks: Sequence[ClockReading], candidates: range, words: Vocabulary) -> list[int]:
    together = words.pattern(r"\s?(?:,|;|<<and>>)\s?$")
    chosen: list[int] = []
    end = span.end
    for n in candidates:
        gap = masked[end : clocks[n].start]
        if len(gap) > _REACH:
            break
        if chosen:
            fits = together.match(gap.strip()) is not None
        else:
            fits = _NEAR.match(gap) is not None or (clocks[n].sure and not re.search(r"[\n\d.;!?]", gap))
        if not fits:
            break
        chosen.append(n)
        end = clocks[n].end
    return chosen


def _preceding(masked: str, span: DateSpan, clocks: Sequence[ClockReading], candidate: int, used: set[int], words: Vocabulary) -> list[int]:
    """ "kl 13.15 den 050404"."""
    if candidate < 0 or candidate in used or not clocks[candidate].sure or span.start - clocks[candidate].end > _REACH:
        return []
    between = words.pattern(r"\s*,?\s*(?:<<the|between_lead>>\s+)?$")
    return [candidate] if between.match(masked[clocks[candidate].end : span.start]) else []


def _with_times(text: str, span: DateSpan, clocks: Sequence[ClockReading]) -> DateSpan:
    first, last = clocks[0], clocks[-1]
    start, end = min(span.start, first.start), max(span.end, last.end)
    ends = last.last or (last.first if len(clocks) > 1 else None)
    return replace(
        span,
        start=start,
        end=end,
        text=text[start:end],
        last=span.last or span.first,
        start_time=first.first,
        end_time=ends,
        granularity="time",
        lead_start=min(span.lead_start, start),
    )


def _bare(text: str, clock: ClockReading) -> DateSpan:
    return DateSpan(
        clock.start, clock.end, text[clock.start : clock.end], None, None, clock.first, clock.last, granularity="time", lead_start=clock.start
    )


def _share(spans: list[DateSpan], masked: str, words: Vocabulary) -> list[DateSpan]:
    """A time after the last day of a list holds for all of it: "12 maj, 3 juni och 5 september kl 13"."""
    joint = words.pattern(r"\s*(?:[,;&]\s*)?(?:<<and>>\s+)?$")
    shared = list(spans)
    for index in range(len(shared) - 2, -1, -1):
        here, there = shared[index], shared[index + 1]
        if here.granularity == "day" and there.start_time is not None and there.first is not None and there.first != here.first:
            gap = masked[here.end : there.start]
            if gap.strip() and len(gap) <= _REACH and joint.match(gap):
                shared[index] = replace(here, start_time=there.start_time, end_time=there.end_time, granularity="time")
    return shared
