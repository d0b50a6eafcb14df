"""Times told from the meeting's day: "nästa vecka", "om två månader", "på fredag", "efter helgen", "snarast", and parts of a period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from functions.interpreting.dates.clocks import is_whole
from functions.interpreting.dates.days import read_year, year_key, year_part
from functions.interpreting.dates.frame import Frame, Reading, add_months, make_day, month_interval, place_interval, week_interval
from functions.interpreting.dates.leads import relation_before
from functions.interpreting.dates.patterns import compiled
from functions.interpreting.dates.periods import yearly
from functions.interpreting.dates.vocabulary import alternatives

_FIGURES = r"\d{1,3}"


def read_relative(text: str, frame: Frame) -> Iterator[Reading]:
    """Everything that is told from the reference day."""
    yield from _read_fuzzy(text, frame)
    yield from _read_units(text, frame)
    yield from _read_bare_units(text, frame)
    yield from _read_offsets(text, frame)
    yield from _read_weekdays(text, frame)
    yield from _read_month_weeks(text, frame)


def _read_units(text: str, frame: Frame) -> Iterator[Reading]:
    """ "nästa vecka", "denna månad", "förra terminen", "tisdag nästa vecka", "efter helgen"."""
    words, today = frame.words, frame.reference
    which = rf"(?:(?P<next>{words.any_of('next')})|(?P<last>{words.any_of('last')})|(?P<this>{words.any_of('this')}))"
    pattern = rf"(?<!\w)(?:(?P<wd>{words.weekday})\s+(?:{words.any_of('of')}\s+)?)?{which}\s+(?:(?P<week>{words.any_of('week_unit')})|(?P<month>{words.any_of('month_unit')})|(?P<term>{words.any_of('term_unit')}))(?!\w)"
    for match in compiled(pattern).finditer(text):
        step = 1 if match["next"] else -1 if match["last"] else 0
        if match["week"]:
            monday, sunday = week_interval(today + timedelta(days=7 * step))
            if match["wd"]:
                monday = sunday = monday + timedelta(days=words.weekdays[match["wd"].lower()] - 1)
            yield Reading(match.start(), match.end(), monday, sunday, "day" if match["wd"] else "week", kind="day" if match["wd"] else "period")
        elif match["month"]:
            yield Reading(
                match.start("next") if match["next"] else match.start(), match.end(), *month_interval(today.year, today.month + step), "month"
            )
        else:
            yield Reading(match.start(), match.end(), *_term(frame, step), "term")
    for match in compiled(rf"(?<!\w)(?P<next>(?:{words.any_of('next')})\s+)?{words.any_of('weekend')}(?!\w)").finditer(text):
        saturday = today + timedelta(
            days=(5 - today.weekday()) % 7 + (7 if match["next"] and today.weekday() < 5 and _in_next_week(match["next"], frame) else 0)
        )
        first, last, lead = saturday, saturday + timedelta(days=1), relation_before(text, match.start(), words)
        if lead == "after":
            first = last = saturday + timedelta(days=2)
        elif lead == "before":
            last = first
        elif (
            lead is None
            and not compiled(rf"(?<!\w){words.any_of('neutral', 'next')}\s+$").search(text[max(0, match.start() - 15) : match.start()])
            and not match["next"]
        ):
            continue
        yield Reading(match.start(), match.end(), first, last, "day", kind="period")


def _read_bare_units(text: str, frame: Frame) -> Iterator[Reading]:
    """ "slutet av året", "terminens slut", "mitten av veckan": the unit that runs now, which narrow_parts then cuts."""
    words, today = frame.words, frame.reference
    parts = words.any_of("part_start", "part_middle", "part_end", "part_close", "first_half", "second_half")
    names = {key: words.any_of(key) for key in ("year_unit", "term_unit", "month_unit", "week_unit", "quarter_unit")}
    units = "|".join(rf"(?P<{key}>{names[key]})" for key in names)
    for pattern in (rf"(?<!\w){parts}\s+{words.any_of('of')}\s+(?P<unit>{units})(?!\w)", rf"(?<!\w)(?P<unit>{units})(?=\s+{parts}(?!\w))"):
        for match in compiled(pattern).finditer(text):
            if match["year_unit"]:
                span, grain = (date(today.year, 1, 1), date(today.year, 12, 31)), "year"
            elif match["month_unit"]:
                span, grain = month_interval(today.year, today.month), "month"
            elif match["week_unit"]:
                span, grain = week_interval(today), "week"
            elif match["quarter_unit"]:
                first = (today.month - 1) // 3 * 3 + 1
                span, grain = (month_interval(today.year, first)[0], month_interval(today.year, first + 2)[1]), "quarter"
            else:
                span, grain = _term(frame, 0), "term"
            yield Reading(match.start("unit"), match.end("unit"), *span, grain)


def _term(frame: Frame, step: int) -> tuple[date, date]:
    builds = [yearly(table) for table in frame.words.tables.get("terms", {}).values()]
    terms = sorted(build(year) for build in builds for year in range(frame.reference.year - 2, frame.reference.year + 3))
    current = next((index for index, term in enumerate(terms) if frame.reference <= term[1]), 0)
    return terms[current + step]


def _in_next_week(word: str, frame: Frame) -> bool:
    return word.strip().lower() in frame.words.lists.get("next_of_week", ())


def _read_offsets(text: str, frame: Frame) -> Iterator[Reading]:
    """ "om två veckor" is that day; "inom en månad" runs until it; "för två veckor sedan" lies behind."""
    words, today = frame.words, frame.reference
    number = rf"(?P<n>{_FIGURES}|{alternatives(words.numbers)})(?:\s*-\s*(?P<n2>{_FIGURES}))?"
    units = rf"(?:(?P<d>{words.any_of('days')})|(?P<w>{words.any_of('weeks')})|(?P<m>{words.any_of('months_long')})|(?P<y>{words.any_of('years')}))"
    about = rf"(?:{words.any_of('about')}\s+)?"
    pattern = rf"(?<!\w)(?:(?P<within>{words.any_of('within')})|{words.any_of('in_time')}|(?P<ago>{words.any_of('ago_start')}))\s+{about}(?:{words.any_of('nearest')}\s+)?{number}\s+{units}(?!\w)(?P<since>\s+{words.any_of('ago')}(?!\w))?"
    for match in compiled(pattern).finditer(text):
        if bool(match["ago"]) != bool(match["since"]):
            continue
        count = _count(match, frame)
        day = _shift(today, match, -count if match["ago"] else count)
        if day is None:
            continue
        grain = "day" if match["d"] else "week" if match["w"] else "month" if match["m"] else "year"
        first = today if match["within"] else day
        yield Reading(match.start(), match.end(), first, day, grain, relation="by" if match["within"] else None)
    for match in compiled(rf"(?<!\w){number}\s+{units}\s+{words.any_of('from_meeting')}(?!\w)").finditer(text):
        day = _shift(today, match, _count(match, frame))
        if day is not None:
            yield Reading(match.start(), match.end(), day, day, "day", kind="day")


def _count(match: re.Match[str], frame: Frame) -> int:
    written = match["n2"] or match["n"]
    return int(written) if written.isdigit() else frame.words.numbers[" ".join(written.lower().split())]


def _shift(day: date, match: re.Match[str], count: int) -> date | None:
    try:
        if match["d"] or match["w"]:
            return day + timedelta(days=count * (7 if match["w"] else 1))
        return add_months(day, count * (12 if match["y"] else 1))
    except (ValueError, OverflowError):
        return None


def _read_weekdays(text: str, frame: Frame) -> Iterator[Reading]:
    """ "på fredag", "senast måndag", "nästa fredag", "i tisdags", "imorgon"; a weekday alone only before a time or as the whole text."""
    words, today = frame.words, frame.reference
    table = words.tables.get("weekday_alone", {})
    long = alternatives(word for word in words.weekdays if len(word) > 5)
    leads = alternatives(table.get("leads", ()))
    clock = words.any_of("clock")
    pattern = rf"(?<!\w)(?:(?P<lead>{leads})\s+|(?P<next>{words.any_of('next')})\s+|(?P<last>{words.any_of('last')})\s+)?(?P<wd>{long})(?!\w)(?P<clock>\s+(?={clock}\W))?"
    for match in compiled(pattern).finditer(text):
        whole = is_whole(text, match.start(), match.end())
        if not (whole or match["lead"] or match["next"] or match["last"] or match["clock"]):
            continue
        number = words.weekdays[match["wd"].lower()]
        if match["last"]:
            day = today - timedelta(days=(today.isoweekday() - number) % 7 or 7)
        elif match["next"] and _in_next_week(match["next"], frame):
            day = week_interval(today)[0] + timedelta(days=6 + number)
        else:
            day = today + timedelta(days=(number - today.isoweekday()) % 7 or 7)
        start = match.start("wd") if not (match["next"] or match["last"]) else match.start()
        yield Reading(start, match.end("wd"), day, day, kind="day")
    for match in compiled(rf"(?<!\w){alternatives(table.get('gone', ()))}(?!\w)").finditer(text):
        number = table["gone"].index(" ".join(match[0].lower().split())) + 1
        day = today - timedelta(days=(today.isoweekday() - number) % 7 or 7)
        yield Reading(match.start(), match.end(), day, day, kind="day")
    # "idag" in a sentence is "nowadays" (12 times of 13); alone in a cell it is the day.
    whole_today = compiled(rf"\s*{words.any_of('today_idiom')}\W*$").match(text)
    if whole_today:
        yield Reading(0, len(text), today, today, kind="day")
    for key, days in (("tomorrow", 1), ("day_after_tomorrow", 2), ("yesterday", -1)):
        for match in compiled(rf"(?<!\w){words.any_of(key)}(?!\w)").finditer(text):
            day = today + timedelta(days=days)
            yield Reading(match.start(), match.end(), day, day, kind="day")


def _read_month_weeks(text: str, frame: Frame) -> Iterator[Reading]:
    """ "första veckan i maj" (its days 1 to 7), "sista torsdagen i september"."""
    words = frame.words
    ordinal = alternatives(word for word, number in words.ordinals.items() if number in (1, 2, 3, 4, 5, -1))
    unit = rf"(?:(?P<wd>{words.weekday})|{words.any_of('week_unit')}|(?P<days>{words.any_of('days_definite')}))"
    pattern = rf"(?<!\w)(?:{words.any_of('the')}\s+)?(?P<n>{ordinal})\s+{unit}\s+(?:{words.any_of('of')})\s+(?P<m>{words.month})(?!\w)(?:\s+{words.any_of('month_suffix')}(?!\w))?(?:{year_part(year_key(words))})?"
    for match in compiled(pattern).finditer(text):
        count, month, given = words.ordinals[match["n"].lower()], words.months[match["m"].lower()], read_year(match.groupdict(), frame)

        def build(year: int, month: int = month) -> tuple[date, date]:
            return month_interval(year, month)

        first, last = build(given) if given else place_interval(build, frame, relation=relation_before(text, match.start(), words))
        if match["wd"]:
            number = words.weekdays[match["wd"].lower()]
            days = [day for offset in range((last - first).days + 1) if (day := first + timedelta(days=offset)).isoweekday() == number]
            if count > len(days):
                continue
            day = days[count - 1] if count > 0 else days[-1]
            yield Reading(match.start(), match.end(), day, day, kind="day", year_given=given is not None)
            continue
        if match["days"]:
            first, last = (first, first + timedelta(days=2)) if count > 0 else (last - timedelta(days=2), last)
        elif count < 0:
            first = last - timedelta(days=6)
        else:
            first = first + timedelta(days=7 * (count - 1))
            last = min(last, first + timedelta(days=6))
        yield Reading(match.start(), match.end(), first, last, "month_part", year_given=given is not None)
    final = alternatives(word for word, number in words.ordinals.items() if number < 0)
    for match in compiled(rf"(?<!\w)(?:{words.any_of('the')}\s+)?{final}\s+(?P<m>{words.month})(?!\w)(?:{year_part(year_key(words))})?").finditer(
        text
    ):
        month, given = words.months[match["m"].lower()], read_year(match.groupdict(), frame)
        span = month_interval(given, month) if given else place_interval(lambda year, month=month: month_interval(year, month), frame)  # type: ignore[misc]
        yield Reading(match.start(), match.end(), span[1], span[1], kind="day", year_given=given is not None)


def _read_fuzzy(text: str, frame: Frame) -> Iterator[Reading]:
    """ "snarast" begins and ends with the reference: no day is promised; "inom några dagar" is taken as a week."""
    today = frame.reference
    for key, days in (("fuzzy", 0), ("fuzzy_days", 7)):
        for match in compiled(rf"(?<!\w){frame.words.any_of(key)}(?!\w)").finditer(text):
            yield Reading(match.start(), match.end(), today, today + timedelta(days=days), "fuzzy")


def narrow_parts(text: str, readings: list[Reading], frame: Frame) -> list[Reading]:
    """Periods with the part that is meant: "i början av maj", "slutet av nästa vecka", "februari månads utgång", "årets slut"."""
    return [_narrow(text, reading, frame) if reading.kind == "period" else reading for reading in readings]


def _narrow(text: str, reading: Reading, frame: Frame) -> Reading:
    words = frame.words
    keys = ("part_start", "part_middle", "part_end", "part_close", "first_half", "second_half")
    groups = "|".join(rf"(?P<{key}>{words.any_of(key)})" for key in keys)
    before = compiled(rf"(?<!\w)(?:{groups})\s+(?:(?:{words.any_of('of')})\s+)?$").search(text[max(0, reading.start - 40) : reading.start])
    after = compiled(rf"\s+(?:{groups})(?!\w)").match(text[reading.end : reading.end + 30])
    match = before or after
    if match is None or reading.first is None or reading.last is None or reading.granularity not in _PARTED:
        return reading
    part = next(key for key in keys if match[key])
    if after and not before and part != "part_close":
        return reading
    start = reading.start if not before else max(0, reading.start - 40) + before.start()
    end = reading.end if before else reading.end + (after.end() if after else 0)
    first, last = cut(reading.first, reading.last, part, reading.granularity)
    relation = reading.relation
    if part == "part_close":
        lead = relation_before(text, start, words)
        first, relation = (min(frame.reference, last), "by") if lead in ("by", "before") and reading.granularity == "year" else (first, relation)
        relation = "by" if lead == "before" else relation
    grain = {"month": "month_part", "week": "day"}.get(reading.granularity, reading.granularity)
    return replace(reading, start=start, end=end, first=first, last=last, granularity=grain, relation=relation)


_PARTED = ("month", "week", "season", "term", "year", "quarter", "half_year")


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
