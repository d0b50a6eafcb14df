"""Days written in figures or by month: ISO, six and eight digits, "5/3-26", "26.3.2026", "måndagen den 7:e mars", "12, 13 och 19 maj"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from functions.interpreting.dates.frame import Frame, Reading, add_months, day_reading, make_day, place_day, year_of_two_digits
from functions.interpreting.dates.leads import find_lead
from functions.interpreting.dates.vocabulary import DAY, FOUR, NAME_BEHIND, Vocabulary, day_of
from functions.interpreting.phrases import LOWER

_MONTH = r"(?:1[0-2]|0?[1-9])"
_ISO = re.compile(
    rf"(?<![\w])(?<!\d[-/.])(?P<y>{FOUR})[-/.](?P<m>{_MONTH})[-/.](?P<d>{DAY})(?!\d)(?:-{{1,2}}(?P<d2>\d\d)(?![\d:.-]|\s*\d))?(?!T?\d{{3}})",
)
_COMPACT = re.compile(rf"(?<![\w])(?<!\d[-/.:,])(?P<y>{FOUR}|\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\w]|[./:-]\d)")
# "05-11 12:00": month and day, only before a time.
_SHORT = re.compile(r"(?<![\w])(?<!\d[-/.:,])(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?=,?\s+\d\d[:.]\d\d)")
# Six digits are a date only when they lie this near to the meeting, in years.
_COMPACT_PAST, _COMPACT_AHEAD = 30, 6


_NAMED_DAY = r"(?:<<weekday>>\.?,?\s+)?(?:<<the>>\s*)?<<day_number>>"
_SEPARATOR = r"(?:\s*[-,/&]\s*(?:<<and>>\s+)?|\s+<<and|to>>\s+|\s+(?=<<weekday>>\.?\s))"
_TRAILING = r"(?:\s*\(\s*(?P<wd2><<weekday>>)\.?\s*\)|,\s*(?P<wd3><<weekday>>)(?!\w|\s+(?:<<the>>\s+)?\d))?"
_NAMED = (
    rf"(?<![\w])(?<!\d[.,:/-])(?P<days>{_NAMED_DAY}(?:{_SEPARATOR}{_NAMED_DAY}){{0,11}})"
    rf"\s*(?:<<day_of>>\s+)?(?P<m><<month>>)(?!\w|-[^\W\d])\.?<<year>>{_TRAILING}"
)
# "March 5, 2026", "Tuesday, April 14", "June 9 and 11": only where the pack says month_first.
_MONTH_FIRST = (
    r"(?<![\w-])(?:(?P<wd><<weekday>>)\.?,?\s+)?(?P<m><<month>>)(?!\w)\.?\s+(?:<<the>>\s+)?(?P<days><<day_number>>"
    rf"(?:{_SEPARATOR}<<day_number>>(?!\w|[.:]\d|\s*<<month>>|\s*<<am|pm>>)){{0,6}})(?!\w|[.:]\d|\s*<<am|pm>>)<<year>>"
)
_ITEM = rf"(?P<sep>{_SEPARATOR})?(?P<day>(?:(?P<wd><<weekday>>)\.?,?\s+)?(?:<<the>>\s*)?(?P<n><<day_number>>))"
_SLASHED = (
    rf"(?<![\w/])(?<!\d[.,:])(?P<days>(?:<<weekday>>\.?,?\s+)?(?:<<the>>\s*)?{DAY}(?!\d)(?:(?:\s*[-,&]\s*|\s+<<and|to>>\s+){DAY}(?!\d)){{0,5}})"
    rf"/(?P<m>{_MONTH})(?!\d)<<year>>{_TRAILING}(?!/|\d|-[^\W\d]|\s?%)"
)
_DOTTED = (
    rf"(?<![\w])(?<!\d[.,:/-])(?P<pre>(?:(?P<wd><<weekday>>)\.?,?\s+)?(?:<<the>>\s+)?)(?P<d>{DAY})\.\s?(?P<m>{_MONTH})"
    rf"(?:\.\s?(?P<y4>{FOUR})|\.(?P<y2>\d\d)|\.)?(?!\w|[.:]\d)"
)
_ALONE = (
    rf"(?<!\w)(?:(?P<wd><<weekday>>)\s+)?<<the>>\s+(?P<n>{DAY}(?!\d)<<ordinal_end>>?)(?P<unit>\s+(?:<<of>>\s+)?(?:(?P<next><<next>>)|<<this>>)\s+<<month_unit>>)?"
    r"(?=\s*(?:$|[.,;)!?](?!\d)|\s<<clock|and|but>>(?!\w)))"
)


def read_days(text: str, frame: Frame) -> Iterator[Reading]:
    """Every day that figures or a month's name give, and runs of days; a list gives a reading for each of its days."""
    words = frame.words
    yield from (reading for reading in (*_read_figures(text, frame), *_read_dotted(text, frame), *_read_alone(text, frame)) if reading)
    for match in words.pattern(_NAMED).finditer(text):
        if not _is_name(text, match):
            yield from _read_list(text, match, words.months[match["m"].lower()], frame)
    if words.month_first or frame.dotted:
        for match in words.pattern(_MONTH_FIRST).finditer(text):
            if words.month_first or _heads_a_line(text, match):
                yield from _read_list(text, match, words.months[match["m"].lower()], frame)
    for match in words.pattern(_SLASHED).finditer(text):
        yield from _read_list(text, match, int(match["m"]), frame)


def _heads_a_line(text: str, match: re.Match[str]) -> bool:
    """ "Apr 14, 13.00." where days are listed: nothing before it, and what is behind it goes on as behind a day."""
    return re.search(r"(?:^|[.;,•]\s+|^\W+)$", text[: match.start()]) is not None and re.match(r"\s*(?:$|[.,;:(–-])", text[match.end() :]) is not None


def _read_figures(text: str, frame: Frame) -> Iterator[Reading | None]:
    for match in _ISO.finditer(text):
        year, month = int(match["y"]), int(match["m"])
        last = make_day(year, month, int(match["d2"])) if match["d2"] else None
        day = make_day(year, month, int(match["d"]))
        if day and last and last <= day:
            last = None
        yield day_reading(match.start(), match.end() if last or not match["d2"] else match.end("d"), day, last=last, year_given=True)
    for match in _COMPACT.finditer(text):
        year = int(match["y"])
        if len(match["y"]) == 2:
            year = min((1900 + year, 2000 + year), key=lambda y: abs(y - frame.reference.year))
        if -_COMPACT_PAST <= year - frame.reference.year <= _COMPACT_AHEAD:
            yield day_reading(match.start(), match.end(), make_day(year, int(match["m"]), int(match["d"])), year_given=True)
    for match in _SHORT.finditer(text):
        yield day_reading(match.start(), match.end(), place_day(int(match["m"]), int(match["d"]), frame))


def _read_dotted(text: str, frame: Frame) -> Iterator[Reading | None]:
    """ "26.3.2026"; without a year only after a weekday or "den" ("to 26.3"), as in Finland."""
    for match in frame.words.pattern(_DOTTED).finditer(text):
        year = _year(match, frame)
        if (
            year is None
            and not match["pre"].strip()
            and not _is_listed_day(text, match, frame)
            and not (frame.words.dotted_days and _is_dotted_day(text, match, frame))
            and not _is_followed_by_its_sentence(text, match)
        ):
            continue
        month, day = int(match["m"]), int(match["d"])
        found = make_day(year, month, day) if year else place_day(month, day, frame)
        yield day_reading(match.start(), match.end(), found, weekday=_weekday(match["wd"], frame), year_given=bool(year))


def _is_listed_day(text: str, match: re.Match[str], frame: Frame) -> bool:
    """ "23.4" where days are listed: no hour behind "kl" or in a range, and no share."""
    if not frame.dotted or re.match(r"\s*[-–]\s*\d|\s?%", text[match.end() :]) or re.search(r"\d\s*[-–]\s*$", text[: match.start()]):
        return False
    return frame.words.pattern(r"(?<!\w)<<clock|about|to>>\s*$").search(text[max(0, match.start() - 12) : match.start()]) is None


def _is_dotted_day(text: str, match: re.Match[str], frame: Frame) -> bool:
    """ "innen 20.2", "20.2.": behind a lead, or with a full stop behind the month that a word or figure does not go on from."""
    return find_lead(text, match.start(), frame.words) is not None or (match[0].endswith(".") and bool(re.match(r"\s+\w", text[match.end() :])))


def _is_followed_by_its_sentence(text: str, match: re.Match[str]) -> bool:
    """ "besöker enheten 5.5. och hör personalen": a full stop behind the month, and the sentence goes on."""
    return match[0].endswith(".") and re.match(rf"\s+[{LOWER}]{{2,}}\s", text[match.end() :]) is not None


def _read_alone(text: str, frame: Frame) -> Iterator[Reading | None]:
    """ "den 15": the next 15th, or the last one in the past; a weekday chooses among the nearest months."""
    for match in frame.words.pattern(_ALONE).finditer(text):
        number, weekday = day_of(frame.words, match["n"]), _weekday(match["wd"], frame)
        months = [add_months(frame.reference.replace(day=1), step) for step in ((-1, -2, 0) if frame.past else (0, 1, 2))]
        days = [day for first in months if (day := make_day(first.year, first.month, number))]
        days = [day for day in days if (day <= frame.reference) == frame.past or day == frame.reference]
        if match["unit"]:
            target = add_months(frame.reference.replace(day=1), 1 if match["next"] else 0)
            days = [day for day in [make_day(target.year, target.month, number)] if day]
        fitting = [day for day in days if weekday is None or day.isoweekday() == weekday]
        reading = day_reading(match.start(), match.end(), next(iter(fitting or days), None), weekday=weekday)
        yield replace(reading, bare=not match["unit"]) if reading else None


def _read_list(text: str, match: re.Match[str], month: int, frame: Frame) -> Iterator[Reading]:
    """The days before one month: single ones, runs ("12-14") and lists, which must climb."""
    year = _year(match, frame)
    items = list(frame.words.pattern(_ITEM).finditer(match["days"]))
    after_hour = frame.words.pattern(r"(?<!\w)<<clock>>\s*$").search(text[max(0, match.start() - 12) : match.start()])
    counts = len(items) == 2 and items[1]["wd"] and not items[0]["wd"]  # "möte 4, tisdagen den 24 augusti": the first figure counts the meetings
    meeting = frame.words.pattern(r"(?<!\w)[\w-]*<<meeting>>\s*$").search(text[max(0, match.start() - 20) : match.start()]) if counts else None
    if after_hour or meeting:  # "kl 9, 5 maj": the first figure is the hour
        items = items[1:]
    numbers = [day_of(frame.words, item["n"]) for item in items]
    climbing = next((index for index in range(len(numbers) - 1, 0, -1) if numbers[index - 1] >= numbers[index]), 0)
    items, numbers = items[climbing:], numbers[climbing:]
    joined = len(items) == 2 and frame.words.pattern(r"(?<!\w)<<between>>\s+$").search(text[max(0, match.start() - 10) : match.start()]) is not None
    groups = match.groupdict()
    index, leading, trailing = 0, _weekday(groups.get("wd"), frame), _weekday(groups.get("wd2") or groups.get("wd3"), frame)
    month_first = match.start("m") < match.start("days")
    while index < len(items):
        stop = index
        while stop + 1 < len(items) and (joined or _is_run(items[stop + 1]["sep"] or "", frame.words)):
            stop += 1
        last_one = stop + 1 == len(items)
        end = match.end() - full_stop(match[0], match["m"], frame.words) if last_one else match.start("days") + items[stop].end("day")
        weekday = _weekday(items[index]["wd"], frame) or (trailing if last_one and stop == index else None) or (leading if index == 0 else None)
        first = make_day(year, month, numbers[index]) if year else place_day(month, numbers[index], frame)
        final = make_day(first.year, month, numbers[stop]) if first else None
        if final is not None:
            start = match.start() if month_first and index == 0 else match.start("days") + items[index].start("day")
            reading = day_reading(start, end, first, last=final, weekday=weekday, year_given=year is not None)
            if reading:
                yield reading
        index = stop + 1


def full_stop(written: str, month: str, words: Vocabulary) -> int:
    """1 when the passage ends in a full stop that is the sentence's and not an abbreviation's ("i maj.", but "3 sept.")."""
    return int(written.endswith(".") and month.lower() in words.tables.get("month_names", {}).get("full", ()))


def _is_run(separator: str, words: Vocabulary) -> bool:
    """Whether a separator joins two days to a run ("-", "till") rather than to a list."""
    return "-" in separator or words.pattern(r"\s*<<to>>\s*$").match(separator) is not None


def _is_name(text: str, match: re.Match[str]) -> bool:
    """ "3 Jan Carlsson", "2 Maj Britt": a capital month without a year before another capital is a first name."""
    follows = NAME_BEHIND.match(text, match.end("m"))
    return match["m"][0].isupper() and match["m"][1:].islower() and not _has_year(match) and follows is not None


def _has_year(match: re.Match[str]) -> bool:
    return bool(match["y4"] or match["y2"] or match["yw"])


def _weekday(written: str | None, frame: Frame) -> int | None:
    return frame.words.weekdays.get(written.lower()) if written else None


def _year(match: re.Match[str], frame: Frame) -> int | None:
    return read_year(match.groupdict(), frame)


def read_year(groups: dict[str, str | None], frame: Frame) -> int | None:
    """The year that year_part's groups give, None where the text names none."""
    four, two, relative = groups.get("y4"), groups.get("y2"), groups.get("yw")
    if four:
        return int(four)
    if two:
        return year_of_two_digits(two, frame.reference)
    if relative:
        return frame.reference.year + year_step(" ".join(relative.lower().split()), frame.words)
    return None


def year_step(phrase: str, words: Vocabulary) -> int:
    """0, 1 or -1 for "i år", "nästa år", "förra året"."""
    return next((step for key, step in (("next_year", 1), ("last_year", -1)) if phrase in words.lists.get(key, ())), 0)
