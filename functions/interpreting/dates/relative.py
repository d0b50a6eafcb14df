"""Times told from the meeting's day: "nästa vecka", "om två månader", "på fredag", "efter helgen", "snarast", "årets slut"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from functions.interpreting.dates.clocks import is_whole
from functions.interpreting.dates.frame import Frame, Interval, Reading, add_months, month_interval, week_interval
from functions.interpreting.dates.leads import has_lead, relation_before
from functions.interpreting.dates.seasons import yearly
from functions.interpreting.dates.vocabulary import number_of

_WHICH = r"(?:(?P<next><<next>>)|(?P<last><<last>>)|<<this>>)"
_UNITS = (
    r"(?<!\w)(?:(?P<wd><<weekday>>)\s+(?:<<of>>\s+)?)?"
    rf"{_WHICH}\s+(?:(?P<week><<week_unit>>)|(?P<month><<month_unit>>)|<<term_unit>>)(?!\w)"
)
_WEEKEND = r"(?<!\w)(?:(?P<next><<next>>)\s+)?<<weekend>>(?!\w)"
_RUNNING = r"(?:(?P<year><<year_unit>>)|(?P<month><<month_unit>>)|(?P<week><<week_unit>>)|(?P<quarter><<quarter_unit>>)|<<term_unit>>)"
_PART = "<<part_start|part_middle|part_end|part_close|first_half|second_half>>"
_RUNNING_PARTS = (rf"(?<!\w){_PART}\s+<<of>>\s+(?P<unit>{_RUNNING})(?!\w)", rf"(?<!\w)(?P<unit>{_RUNNING})(?=\s+{_PART}(?!\w))")
_COUNT = r"<<number>>(?:\s*-\s*(?P<n2>\d{1,3}))?\s+(?:(?P<d><<days>>)|(?P<w><<weeks>>)|(?P<m><<months_long>>)|(?P<y><<years>>))(?!\w)"
_OFFSET = (
    r"(?<!\w)(?:(?P<within><<within>>)|<<in_time>>|(?P<ago><<ago_start>>))\s+(?:<<about>>\s+)?(?:<<nearest>>\s+)?"
    rf"{_COUNT}(?P<since>\s+<<ago>>(?!\w))?"
)
_FROM_MEETING = rf"(?<!\w){_COUNT}\s+<<from_meeting>>(?!\w)"
_WEEKDAY = (
    r"(?<!\w)(?:(?P<lead><<weekday_lead>>)\s+|(?P<next><<next>>)\s+|(?P<last><<last>>)\s+)?"
    r"(?P<wd><<long_weekday>>)(?!\w)(?P<clock>\s+(?=<<clock>>\W))?"
)
_PHRASE = r"(?<!\w)<<@>>(?!\w)"
_NAMED_DAYS = (("tomorrow", 1), ("day_after_tomorrow", 2), ("yesterday", -1))


def read_relative(text: str, frame: Frame) -> Iterator[Reading]:
    """Everything that is told from the reference day."""
    yield from _read_fuzzy(text, frame)
    yield from _read_units(text, frame)
    yield from _read_weekends(text, frame)
    yield from _read_running(text, frame)
    yield from _read_offsets(text, frame)
    yield from _read_weekdays(text, frame)
    yield from _read_named_days(text, frame)


def _read_fuzzy(text: str, frame: Frame) -> Iterator[Reading]:
    """Begins and ends with the reference, as no day is promised by "snarast"; "inom några dagar" is taken as a week."""
    today = frame.reference
    for key, days in (("fuzzy", 0), ("fuzzy_days", 7)):
        for match in frame.words.pattern(_PHRASE, frame.words.lists.get(key, ())).finditer(text):
            yield Reading(match.start(), match.end(), today, today + timedelta(days=days), "fuzzy")


def _read_units(text: str, frame: Frame) -> Iterator[Reading]:
    """Readings of "nästa vecka", "denna månad", "förra terminen", "tisdag nästa vecka"."""
    today = frame.reference
    for match in frame.words.pattern(_UNITS).finditer(text):
        step = 1 if match["next"] else -1 if match["last"] else 0
        if match["week"] and match["wd"]:
            day = week_interval(today)[0] + timedelta(days=7 * step + frame.words.weekdays[match["wd"].lower()] - 1)
            yield Reading(match.start(), match.end(), day, day, kind="day")
        elif match["week"]:
            yield Reading(match.start(), match.end(), *week_interval(today + timedelta(days=7 * step)), "week")
        elif match["month"]:
            yield Reading(match.start(), match.end(), *month_interval(today.year, today.month + step), "month")
        elif term := _term(frame, step):
            yield Reading(match.start(), match.end(), *term, "term")


def _term(frame: Frame, step: int) -> Interval | None:
    """The term that runs or comes, or the one so many steps from it."""
    builds = [yearly(table) for table in frame.words.tables.get("terms", {}).values()]
    terms = sorted(build(year) for build in builds for year in range(frame.reference.year - 2, frame.reference.year + 3))
    current = next((index for index, term in enumerate(terms) if frame.reference <= term[1]), None)
    return None if current is None else terms[current + step]


def _read_weekends(text: str, frame: Frame) -> Iterator[Reading]:
    """Readings of "i helgen", "nästa helg"; "efter helgen" is the Monday after it."""
    today, words = frame.reference, frame.words
    for match in words.pattern(_WEEKEND).finditer(text):
        if not match["next"] and not has_lead(text, match.start(), words):
            continue
        later = 7 if match["next"] and today.weekday() < 5 and _is_next_week(match["next"], frame) else 0
        first = today + timedelta(days=(5 - today.weekday()) % 7 + later)
        last, lead = first + timedelta(days=1), relation_before(text, match.start(), words)
        if lead == "after":
            first = last = first + timedelta(days=2)
        elif lead == "before":
            last = first
        yield Reading(match.start(), match.end(), first, last, "day")


def _is_next_week(word: str, frame: Frame) -> bool:
    return word.lower() in frame.words.lists.get("next_of_week", ())


def _read_running(text: str, frame: Frame) -> Iterator[Reading]:
    """The unit that runs now, of which a part is named: "slutet av året", "terminens slut", "mitten av veckan"."""
    today = frame.reference
    for template in _RUNNING_PARTS:
        for match in frame.words.pattern(template).finditer(text):
            span, grain = _term(frame, 0), "term"
            if match["year"]:
                span, grain = (date(today.year, 1, 1), date(today.year, 12, 31)), "year"
            elif match["month"]:
                span, grain = month_interval(today.year, today.month), "month"
            elif match["week"]:
                span, grain = week_interval(today), "week"
            elif match["quarter"]:
                first = (today.month - 1) // 3 * 3 + 1
                span, grain = (month_interval(today.year, first)[0], month_interval(today.year, first + 2)[1]), "quarter"
            if span:
                yield Reading(match.start("unit"), match.end("unit"), *span, grain)


def _read_offsets(text: str, frame: Frame) -> Iterator[Reading]:
    """Readings of "om två veckor" (that day), "inom en månad" (until it), "för två veckor sedan", "två veckor efter mötet"."""
    today, words = frame.reference, frame.words
    for match in words.pattern(_OFFSET).finditer(text):
        if bool(match["ago"]) != bool(match["since"]):
            continue
        day = _shift(match, frame, -1 if match["ago"] else 1)
        if day is not None:
            grain = "day" if match["d"] else "week" if match["w"] else "month" if match["m"] else "year"
            yield Reading(match.start(), match.end(), today if match["within"] else day, day, grain, relation="by" if match["within"] else None)
    for match in words.pattern(_FROM_MEETING).finditer(text):
        day = _shift(match, frame, 1)
        if day is not None:
            yield Reading(match.start(), match.end(), day, day, kind="day")


def _shift(match: re.Match[str], frame: Frame, sign: int) -> date | None:
    count = sign * number_of(frame.words, match["n2"] or match["n"])
    try:
        if match["d"] or match["w"]:
            return frame.reference + timedelta(days=count * (7 if match["w"] else 1))
        return add_months(frame.reference, count * (12 if match["y"] else 1))
    except (ValueError, OverflowError):  # beyond the calendar
        return None


def _read_weekdays(text: str, frame: Frame) -> Iterator[Reading]:
    """Readings of "på fredag", "senast måndag", "nästa fredag"; a weekday alone only before a time or as the whole text."""
    today = frame.reference
    for match in frame.words.pattern(_WEEKDAY).finditer(text):
        told = match["lead"] or match["next"] or match["last"] or match["clock"]
        if not told and not is_whole(text, match.start(), match.end()):
            continue
        number = frame.words.weekdays[match["wd"].lower()]
        if match["last"]:
            day = today - timedelta(days=(today.isoweekday() - number) % 7 or 7)
        elif match["next"] and _is_next_week(match["next"], frame):
            day = week_interval(today)[0] + timedelta(days=6 + number)
        else:
            day = today + timedelta(days=(number - today.isoweekday()) % 7 or 7)
        start = match.start() if match["next"] or match["last"] else match.start("wd")
        yield Reading(start, match.end("wd"), day, day, kind="day")


def _read_named_days(text: str, frame: Frame) -> Iterator[Reading]:
    """Readings of "i tisdags", "imorgon", "igår"; "idag" in a sentence is "nowadays" (12 times of 13), alone in a cell it is the day."""
    today, words = frame.reference, frame.words
    gone = words.tables.get("weekday_alone", {}).get("gone", [])
    for match in words.pattern(_PHRASE, gone).finditer(text):
        number = gone.index(" ".join(match[0].lower().split())) + 1
        day = today - timedelta(days=(today.isoweekday() - number) % 7 or 7)
        yield Reading(match.start(), match.end(), day, day, kind="day")
    for key, days in _NAMED_DAYS:
        for match in words.pattern(_PHRASE, words.lists.get(key, ())).finditer(text):
            yield Reading(match.start(), match.end(), today + timedelta(days=days), today + timedelta(days=days), kind="day")
    alone = words.pattern(r"\s*(?P<day><<today_idiom>>)\W*$").match(text)
    if alone:
        yield Reading(*alone.span("day"), today, today, kind="day")
