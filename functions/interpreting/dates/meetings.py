"""Dates told by a meeting: "nästa möte", "majmötet", "mötet i augusti", "två veckor före nästa möte", settled by the meetings listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from functions.interpreting.dates.frame import Frame, Reading, make_day, month_interval, place_interval
from functions.interpreting.dates.seasons import yearly
from functions.interpreting.dates.vocabulary import number_of

# So many characters may stand between a meeting and its day.
_BREATH = 45
_NEXT = r"(?<!\w)(?:<<number>>\s+(?:(?P<w><<weeks>>)|<<days>>)\s+<<before|ahead>>\s+)?<<next>>\s+(?:<<meeting_adjective>>\s+)?<<meeting_word>>(?!\w)"
_MONTH_MEETINGS = (
    r"(?<!\w)(?P<m><<full_month>>)-?<<month_meeting>>(?!\w)",
    r"(?<!\w)<<month_meeting>>\s+<<of>>\s+(?P<m><<full_month>>)(?!\w)(?:\s+(?P<y>20\d\d))?",
    r"(?<!\w)(?P<m><<full_month>>)s?\s+<<month_meeting>>(?!\w)",
)
_SEASON_MEETING = r"(?<!\w)<<@>>(?:\s+|-)?<<month_meeting>>(?!\w)"


def read_meetings(text: str, frame: Frame) -> Iterator[Reading]:
    """Every meeting that is named without a day of its own."""
    yield from _read_next(text, frame)
    yield from _read_month_meetings(text, frame)
    yield from _read_some(text, frame)


def _read_next(text: str, frame: Frame) -> Iterator[Reading]:
    words = frame.words
    later = sorted(day for day in frame.meetings if day > frame.reference)
    first = later[0] if later else None
    for match in words.pattern(_NEXT).finditer(text):
        day = first
        if match["n"]:
            count = number_of(words, match["n"])
            day = first - timedelta(days=count * (7 if match["w"] else 1)) if first else None
        yield Reading(match.start(), match.end(), day, day, "next_meeting", kind="meeting", resolved=day is not None)


def _read_month_meetings(text: str, frame: Frame) -> Iterator[Reading]:
    """A month's or a season's meeting is one of those listed, where just one fits; else the whole month."""
    words = frame.words
    for template in _MONTH_MEETINGS:
        for match in words.pattern(template).finditer(text):
            number, given = words.months[match["m"].lower()], match.groupdict().get("y")

            def build(year: int, number: int = number) -> tuple[date, date]:
                return month_interval(year, number)

            span = build(int(given)) if given else place_interval(build, frame)
            yield _settle(Reading(match.start(), match.end(), *span, "month", kind="meeting", year_given=bool(given)), frame)
    for table in words.tables.get("seasons", {}).values():
        for match in words.pattern(_SEASON_MEETING, table.get("bare", ())).finditer(text):
            yield _settle(Reading(match.start(), match.end(), *place_interval(yearly(table), frame), "season", kind="meeting"), frame)


def _in_its_month(day: Reading, meeting: Reading) -> Reading:
    """ "The June meeting will be on the 18th": the day of the month that names the meeting."""
    if not day.bare or meeting.granularity != "month" or meeting.first is None or day.first is None:
        return day
    found = make_day(meeting.first.year, meeting.first.month, day.first.day)
    return replace(day, first=found, last=found) if found is not None else day


def _settle(reading: Reading, frame: Frame) -> Reading:
    if reading.first is None or reading.last is None:
        return reading
    fitting = sorted({day for day in frame.meetings if reading.first <= day <= reading.last})
    return replace(reading, first=fitting[0], last=fitting[0], resolved=True) if len(fitting) == 1 else reading


def _read_some(text: str, frame: Frame) -> Iterator[Reading]:
    """ "vid kommande möten": one of them, nobody knows which."""
    for match in frame.words.pattern(r"(?<!\w)<<some_meeting>>(?!\w)").finditer(text):
        yield Reading(match.start(), match.end(), None, None, "next_meeting", kind="meeting")


def settle_explained(readings: list[Reading], text: str, frame: Frame) -> list[Reading]:
    """Without a meeting whose own day follows in the same breath ("nästa möte med rådet den 30 november"); "nästa möte i maj" is May's."""
    kept: list[Reading] = []
    of = frame.words.pattern(r"\s+<<of>>\s+$")
    for reading in readings:
        before = kept[-1] if kept else None
        if before is not None and before.kind == "meeting":
            gap = text[before.end : reading.start]
            if reading.kind == "day" and len(gap) <= _BREATH and not any(mark in gap for mark in ".;?!"):
                kept[-1] = replace(_in_its_month(reading, before), meeting_start=before.start)
                continue
            if reading.granularity == "month" and before.granularity == "next_meeting" and of.match(gap):
                kept[-1] = _settle(replace(reading, start=before.start, kind="meeting"), frame)
                continue
        kept.append(reading)
    return kept
