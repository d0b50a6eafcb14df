"""Periods that the calendar names: weeks, months, quarters, half years, years, and the turns of a year, half year or month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from functions.interpreting.dates.clocks import is_whole
from functions.interpreting.dates.days import full_stop, read_year
from functions.interpreting.dates.frame import BACK, Frame, Interval, Reading, month_interval, place_interval, week_interval
from functions.interpreting.dates.leads import has_lead, relation_before
from functions.interpreting.dates.vocabulary import NAME_BEHIND

_JOINT = r"(?:\s*[-,/&]\s*|\s+<<and|to>>\s+)"
_WEEKS = (
    r"(?<![\w-])(?:(?P<wd><<weekday>>)\s+(?:<<of>>\s+)?)?(?P<w><<week>>)(?P<gap>\s*)(?P<a><<figure_week>>)"
    rf"(?:{_JOINT}(?:<<week>>\s*)?(?P<b><<figure_week>>)){{0,6}}"
    r"(?:(?:\s*,)?\s+(?P<y4><<figure_year>>)|/(?P<y5><<figure_year>>))?(?!\w|[.,:]\d|-\d|/\d|\s?%)"
)
_MONTHS = rf"(?<![\w-])(?P<a><<month>>)(?!\w)\.?(?:{_JOINT}(?P<b><<full_month>>)(?!\w)){{0,4}}(?:\s+<<month_suffix>>(?!\w))?<<year>>"
_FIGURE_MONTH = r"(?<![\w])(?<!\d[-/.])(?P<y>20\d\d)-(?P<m>0[1-9]|1[0-2])(?![\w]|-?\d|[./:]\d)"
_FRACTIONS = (
    (r"(?<![\w-])<<quarter>>\s*(?P<n>[1-4])(?!\d|[.:]\d)(?:\s*-\s*(?:<<quarter>>\s*)?(?P<n2>[2-4])(?!\d))?<<year>>(?!\w)", 3, "quarter"),
    (r"(?<![\w-])(?P<n>[1-4])\s?<<ordinal_end>>?\s+<<quarter>><<year>>(?!\w)", 3, "quarter"),
    (r"(?<!\w)(?P<n><<ordinal>>)\s+<<quarter_unit>><<year>>(?!\w)", 3, "quarter"),
    (r"(?<!\w)(?P<n><<ordinal>>|[12]<<ordinal_end>>?)\s+<<half_year_unit>><<year>>(?!\w)", 6, "half_year"),
)
_YEARS = r"(?<![\w])(?<!\d[-/.:,])(?P<a><<figure_year>>)(?:\s*[-/]\s*(?P<b><<figure_year>>))?(?!\w|[-/.:]\d|\s?%)"
_YEAR_WORDS = r"(?<!\w)(?:<<this_year|next_year|last_year>>|<<year_lead>>\s+(?P<bare><<year_unit>>))(?!\w)"
_TURNS = (
    r"(?<!\w)(?:(?P<half><<half_year_turn>>)|<<year_turn>>)"
    r"(?:\s+(?P<a><<figure_year>>|\d\d)\s*[-/]\s*(?:<<figure_year>>|\d\d)(?!\d)|\s+(?P<c><<figure_year>>))?(?!\w)"
)
_MONTH_TURNS = r"(?<!\w)<<month_turn>>(?:\s+(?P<m><<month>>)(?!\w)(?:\s*[-/]\s*<<month>>(?!\w))?<<year>>)?"


def read_periods(text: str, frame: Frame) -> Iterator[Reading]:
    """Every period in the text; whether it is due before, by or after it is told by its lead."""
    yield from _read_weeks(text, frame)
    yield from _read_months(text, frame)
    yield from _read_fractions(text, frame)
    yield from _read_years(text, frame)
    yield from _read_turns(text, frame)


def _read_weeks(text: str, frame: Frame) -> Iterator[Reading]:
    """ "v. 14", "vecka 8-9", "v 2 2027", "onsdag v. 14"; ISO weeks."""
    words = frame.words
    for match in words.pattern(_WEEKS).finditer(text):
        glued = not match["gap"] and len(match["a"]) == 1 and len(match["w"]) == 1
        if glued and not has_lead(text, match.start(), words):
            continue  # "v2" alone is a version
        year, first, last = int(match["y4"] or match["y5"] or 0), int(match["a"]), int(match["b"] or match["a"])
        years = [year] if year else range(frame.reference.year - 2, frame.reference.year + 3)
        weeks = [week for near in years if (week := _week_of(near, first))]
        if not weeks:
            continue
        monday, sunday = _place_week(weeks, frame)
        if last > first:
            sunday = monday + timedelta(days=7 * (last - first) + 6)
        elif last < first:  # "v. 51-2" runs into the next year
            sunday = (_week_of(monday.year + 1, last) or (monday, sunday))[1]
        if match["wd"]:
            day = monday + timedelta(days=words.weekdays[match["wd"].lower()] - 1)
            yield Reading(match.start(), match.end(), day, day, kind="day", year_given=bool(year))
        else:
            yield Reading(match.start(), match.end(), monday, sunday, "week", year_given=bool(year))


def _week_of(year: int, number: int) -> Interval | None:
    try:
        return week_interval(date.fromisocalendar(year, number, 1))
    except ValueError:  # a year without a week 53
        return None


def _place_week(weeks: list[Interval], frame: Frame) -> Interval:
    """The week that the window holds, else the last one given."""
    if frame.past:
        return max((week for week in weeks if week[0] <= frame.reference), default=weeks[0])
    return min((week for week in weeks if week[0] >= frame.reference - BACK), default=weeks[-1])


def _read_months(text: str, frame: Frame) -> Iterator[Reading]:
    """ "i maj", "maj 2026", "mars-april", "2027-01"; a month alone counts only after a word such as "i", since Maj and Mars are names."""
    words = frame.words
    names = words.tables.get("month_names", {})
    for match in words.pattern(_MONTHS).finditer(text):
        written = match["a"].lower()
        first, last = words.months[written], words.months[(match["b"] or written).lower()]
        year = read_year(match.groupdict(), frame)
        if not year:
            capital = match["a"][0].isupper()
            whole = is_whole(text, match.start(), match.end()) and not (capital and written in names.get("names", ()))
            if written not in names.get("full", ()) or not (match["b"] or whole or has_lead(text, match.start(), words)):
                continue
            if capital and NAME_BEHIND.match(text, match.end("a")):
                continue  # "av Maj Lind"
        build = partial(_months, first=first, last=last)
        span = build(year) if year else place_interval(build, frame, relation=relation_before(text, match.start(), words))
        end = match.end() - full_stop(match[0], match["b"] or written, words)
        yield Reading(match.start(), end, *span, "month", year_given=year is not None)
    for match in words.pattern(_FIGURE_MONTH).finditer(text):
        yield Reading(match.start(), match.end(), *month_interval(int(match["y"]), int(match["m"])), "month", year_given=True)


def _months(year: int, first: int, last: int) -> Interval:
    return month_interval(year, first)[0], month_interval(year + (last < first), last)[1]


def _read_fractions(text: str, frame: Frame) -> Iterator[Reading]:
    """ "Q3 2026", "andra kvartalet", "kvartal 1", "första halvåret"."""
    words = frame.words
    for template, months, granularity in _FRACTIONS:
        for match in words.pattern(template).finditer(text):
            number = int(match["n"][0]) if match["n"][0].isdigit() else words.ordinals[match["n"].lower()]
            number = 12 // months if number < 0 else number
            if number > 12 // months:
                continue
            last = max(number, int(match.groupdict().get("n2") or number))
            build = partial(_months, first=months * (number - 1) + 1, last=months * last)
            year = read_year(match.groupdict(), frame)
            span = build(year) if year else place_interval(build, frame, relation=relation_before(text, match.start(), words))
            yield Reading(match.start(), match.end(), *span, granularity, year_given=year is not None)


def _read_years(text: str, frame: Frame) -> Iterator[Reading]:
    """ "under 2024", "år 2027", "2026-2028", "nästa år", "i år", "under året"; bare figures in a title are none."""
    words = frame.words
    for match in words.pattern(_YEARS).finditer(text):
        first, last = int(match["a"]), int(match["b"] or match["a"])
        if first <= last and (is_whole(text, match.start(), match.end()) or has_lead(text, match.start(), words)):
            yield Reading(match.start(), match.end(), date(first, 1, 1), date(last, 12, 31), "year", year_given=True)
    for match in words.pattern(_YEAR_WORDS).finditer(text):
        bare = match["bare"] is not None
        year = frame.reference.year if bare else read_year({"yw": match[0]}, frame) or frame.reference.year
        yield Reading(match.start("bare") if bare else match.start(), match.end(), date(year, 1, 1), date(year, 12, 31), "year")


def _read_turns(text: str, frame: Frame) -> Iterator[Reading]:
    """ "vid årsskiftet", "innan årsskiftet 2026/2027", "halvårsskiftet", "månadsskiftet maj/juni"."""
    words = frame.words
    for match in words.pattern(_TURNS).finditer(text):
        year = int(match["a"] or match["c"] or 0)
        year += 2000 if 0 < year < 100 else 0
        turn = partial(_turn, month=6 if match["half"] else 12)
        lead = relation_before(text, match.start(), words)
        first, last = turn(year) if year else place_interval(turn, frame, relation="by", past=lead == "since")
        if lead in ("before", "by"):
            first, last = min(frame.reference, first), first
        elif lead == "after":
            first, last = last, month_interval(last.year, last.month)[1]
        yield Reading(match.start(), match.end(), first, last, "year_turn", year_given=bool(year))
    for match in words.pattern(_MONTH_TURNS).finditer(text):
        given = read_year(match.groupdict(), frame)
        turn = partial(_turn, month=words.months[match["m"].lower()] if match["m"] else frame.reference.month)
        span = turn(given) if given else turn(frame.reference.year) if not match["m"] else place_interval(turn, frame)
        yield Reading(match.start(), match.end(), *span, "month_part", year_given=given is not None)


def _turn(year: int, month: int) -> Interval:
    last = month_interval(year, month)[1]
    return last, last + timedelta(days=1)
