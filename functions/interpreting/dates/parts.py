"""Parts of a period ("i början av maj", "årets slut"), and weeks and weekdays by their place in a month ("sista torsdagen i maj")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from functions.interpreting.dates.days import read_year
from functions.interpreting.dates.frame import Frame, Interval, Reading, make_day, month_interval, place_interval
from functions.interpreting.dates.leads import relation_before

_PARTS = ("part_start", "part_middle", "part_end", "part_close", "first_half", "second_half")
_GROUPS = "|".join(f"(?P<{part}><<{part}>>)" for part in _PARTS)
_BEFORE = rf"(?<!\w)(?:{_GROUPS})\s+(?:<<of>>\s+)?$"
_AFTER = r"\s+(?P<part_close><<part_close>>)(?!\w)"
_PARTED = ("month", "week", "season", "term", "year", "quarter", "half_year")
_IN_MONTH = (
    r"(?<!\w)(?:<<the>>\s+)?(?P<n><<ordinal>>)\s+(?:(?P<wd><<weekday>>)|<<week_unit>>|(?P<days><<days_definite>>))"
    r"\s+<<of>>\s+(?P<m><<month>>)(?!\w)(?:\s+<<month_suffix>>(?!\w))?<<year>>"
)
_LAST_OF_MONTH = r"(?<!\w)(?:<<the>>\s+)?<<final>>\s+(?P<m><<month>>)(?!\w)<<year>>"


def read_month_places(text: str, frame: Frame) -> Iterator[Reading]:
    """Readings of "första veckan i maj" (its days 1 to 7), "sista torsdagen i september", "sista april"."""
    for match in frame.words.pattern(_IN_MONTH).finditer(text):
        reading = _read_in_month(match, *_month_of(text, match, frame), frame)
        if reading:
            yield reading
    for match in frame.words.pattern(_LAST_OF_MONTH).finditer(text):
        last = _month_of(text, match, frame)[1]
        yield Reading(match.start(), match.end(), last, last, kind="day", year_given=read_year(match.groupdict(), frame) is not None)


def _month_of(text: str, match: re.Match[str], frame: Frame) -> Interval:
    month, year = frame.words.months[match["m"].lower()], read_year(match.groupdict(), frame)
    if year:
        return month_interval(year, month)
    return place_interval(partial(month_interval, month=month), frame, relation=relation_before(text, match.start(), frame.words))


def _read_in_month(match: re.Match[str], first: date, last: date, frame: Frame) -> Reading | None:
    count = frame.words.ordinals[match["n"].lower()]
    given = read_year(match.groupdict(), frame) is not None
    if match["wd"]:
        number = frame.words.weekdays[match["wd"].lower()]
        days = [day for offset in range((last - first).days + 1) if (day := first + timedelta(days=offset)).isoweekday() == number]
        if count > len(days):
            return None
        day = days[count - 1] if count > 0 else days[-1]
        return Reading(match.start(), match.end(), day, day, kind="day", year_given=given)
    if match["days"]:
        first, last = (first, first + timedelta(days=2)) if count > 0 else (last - timedelta(days=2), last)
    elif count < 0:
        first = last - timedelta(days=6)
    else:
        first += timedelta(days=7 * (count - 1))
        if first > last:
            return None
        last = min(last, first + timedelta(days=6))
    return Reading(match.start(), match.end(), first, last, "month_part", year_given=given)


def narrow_parts(text: str, readings: list[Reading], frame: Frame) -> list[Reading]:
    """Periods with the part that is meant: "i början av maj", "slutet av nästa vecka", "februari månads utgång", "årets slut"."""
    return [_narrow(text, reading, frame) if reading.kind == "period" else reading for reading in readings]


def _narrow(text: str, reading: Reading, frame: Frame) -> Reading:
    if reading.first is None or reading.last is None or reading.granularity not in _PARTED:
        return reading
    base = max(0, reading.start - 40)
    before = frame.words.pattern(_BEFORE).search(text[base : reading.start])
    after = None if before else frame.words.pattern(_AFTER).match(text[reading.end : reading.end + 30])
    match = before or after
    if match is None:
        return reading
    part = next(key for key, found in match.groupdict().items() if found)
    start = base + before.start() if before else reading.start
    end = reading.end + (after.end() if after else 0)
    first, last = cut(reading.first, reading.last, part, reading.granularity)
    relation = reading.relation
    if part == "part_close":
        lead = relation_before(text, start, frame.words)
        if lead in ("before", "by") and reading.granularity == "year":
            first = min(frame.reference, last)
        # "innan maj månads utgång" is met on its last day: May is out only after it.
        relation = "by" if lead == "before" else relation
    grain = {"month": "month_part", "week": "day"}.get(reading.granularity, reading.granularity)
    return replace(reading, start=start, end=end, first=first, last=last, granularity=grain, relation=relation)


def cut(first: date, last: date, part: str, granularity: str) -> tuple[date, date]:
    """The part of a period. Months: days 1-10, 11-20, 21 on; weeks: Monday and Tuesday, Wednesday, Thursday and Friday; years: a month;
    seasons and terms: six weeks (conventions of the date labels, for the users to confirm)."""
    length = (last - first).days + 1
    if part == "part_close":
        return last, last
    if part in ("first_half", "second_half"):
        middle = first + timedelta(days=15 if granularity == "month" else length // 2)
        return (first, middle - timedelta(days=1)) if part == "first_half" else (middle, last)
    if granularity == "month":
        head, tail = timedelta(days=10), first + timedelta(days=20)
    elif granularity == "week":
        weekdays = {"part_start": (0, 1), "part_middle": (2, 2), "part_end": (3, 4)}[part]
        return first + timedelta(days=weekdays[0]), first + timedelta(days=weekdays[1])
    elif granularity == "year":
        head, tail = timedelta(days=31), make_day(last.year, 12, 1) or last
    else:
        head, tail = timedelta(days=46), last - timedelta(days=45)
    if part == "part_start":
        return first, first + head - timedelta(days=1)
    if part == "part_end":
        return tail, last
    return first + head, tail - timedelta(days=1)
