"""Periods that the calendar names: weeks, months, quarters, half years, terms, seasons, years, turns of the year, holidays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from functions.interpreting.dates.clocks import is_whole
from functions.interpreting.dates.days import full_stop, read_year, year_key, year_part
from functions.interpreting.dates.frame import Frame, Interval, Reading, easter, make_day, month_interval, place_interval, week_interval
from functions.interpreting.dates.leads import relation_before
from functions.interpreting.dates.patterns import compiled
from functions.interpreting.dates.vocabulary import Vocabulary, alternatives

_WEEK = r"(?:5[0-3]|[1-4]\d|0?[1-9])(?!\d)"
_YEAR = r"(?:19|20)\d\d"
# "HT26", "hösten 26": two digits glued to the word, or at the end of the clause.
_SHORT_YEAR = r"|(?P<glued>(?<=\w)\d\d(?!\d))|\s(?P<spaced>\d\d)(?=\s*(?:$|[,;:)]|\.(?!\d)))"


def read_periods(text: str, frame: Frame) -> Iterator[Reading]:
    """Every period in the text; whether it is due before, by or after it is told by its lead."""
    yield from _read_weeks(text, frame)
    yield from _read_months(text, frame)
    yield from _read_fractions(text, frame)
    yield from _read_named_halves(text, frame)
    yield from _read_years(text, frame)
    yield from _read_turns(text, frame)
    yield from _read_holidays(text, frame)


def _read_weeks(text: str, frame: Frame) -> Iterator[Reading]:
    """ "v. 14", "vecka 8-9", "v 2 2027", "onsdag v. 14"; ISO weeks."""
    words = frame.words
    joint = rf"\s*(?:-|,|/|&)\s*|\s+(?:{words.any_of('and')}|{words.any_of('to')})\s+"
    pattern = compiled(
        rf"(?<![\w-])(?:(?P<wd>{words.weekday})\s+(?:{words.any_of('of')}\s+)?)?(?P<w>{words.any_of('week')})(?P<gap>\s*)(?P<a>{_WEEK})(?:(?:{joint})(?:{words.any_of('week')}\s*)?(?P<b>{_WEEK})){{0,6}}"
        rf"(?:(?:\s*,)?\s+(?P<y4>{_YEAR})|/(?P<y5>{_YEAR}))?(?!\w|[.,:]\d|-\d|/\d|\s?%)"
    )
    for match in pattern.finditer(text):
        glued = not match["gap"] and len(match["a"]) == 1 and len(match["w"]) == 1
        if glued and not relation_or_lead(text, match.start(), frame):
            continue  # "v2" alone is a version
        year = int(match["y4"] or match["y5"] or 0)
        first_week, last_week = int(match["a"]), int(match["b"] or match["a"])

        def week_of(year: int, number: int) -> Interval | None:
            try:
                return week_interval(date.fromisocalendar(year, number, 1))
            except ValueError:
                return None

        weeks = [week for offset in range(-2, 4) if (week := week_of(year or frame.reference.year + offset, first_week))]
        if not weeks:
            continue
        monday, sunday = place_among(sorted(set(weeks)), frame)
        if last_week > first_week:
            sunday = monday + timedelta(days=7 * (last_week - first_week) + 6)
        if match["wd"]:
            day = monday + timedelta(days=words.weekdays[match["wd"].lower()] - 1)
            yield Reading(match.start(), match.end(), day, day, kind="day", year_given=bool(year))
        else:
            yield Reading(match.start(), match.end(), monday, sunday, "week", year_given=bool(year))


def place_among(spans: list[Interval], frame: Frame) -> Interval:
    """The interval that the window holds, else the last one given."""
    if frame.past:
        return max((span for span in spans if span[0] <= frame.reference), default=spans[0])
    inside = [span for span in spans if (frame.reference - span[0]).days <= 60]
    return min(inside, default=spans[-1])


def _read_months(text: str, frame: Frame) -> Iterator[Reading]:
    """ "i maj", "maj 2026", "mars-april", "2027-01"; a month alone counts only after a word such as "i", since Maj and Mars are names."""
    words = frame.words
    joint = rf"(?:\s*[-/,]\s*|\s+(?:{words.any_of('and')}|{words.any_of('to')})\s+)"
    pattern = compiled(
        rf"(?<![\w-])(?P<a>{words.month})(?!\w)\.?(?:{joint}(?P<b>{words.full_month})(?!\w)){{0,4}}(?:\s+{words.any_of('month_suffix')}(?!\w))?(?:{year_part(year_key(words))})?"
    )
    full = set(words.tables.get("month_names", {}).get("full", ()))
    for match in pattern.finditer(text):
        first, last = words.months[match["a"].lower()], words.months[(match["b"] or match["a"]).lower()]
        year = read_year(match.groupdict(), frame)
        named = match["a"].lower() in full
        name = match["a"][0].isupper() and match["a"].lower() in words.tables["month_names"].get("names", ())
        whole = not name and is_whole(text, match.start(), match.end())
        led = relation_or_lead(text, match.start(), frame)
        if not (year or (named and (match["b"] or whole or led))):
            continue
        if not year and match["a"][0].isupper() and re.match(r"[ -][A-ZÅÄÖ][a-zåäö]", text[match.end("a") : match.end("a") + 3]):
            continue  # "av Maj Lind", "i Mars Wrigley"

        def build(year: int, first: int = first, last: int = last) -> Interval:
            return month_interval(year, first)[0], month_interval(year + (last < first), last)[1]

        span = build(year) if year else place_interval(build, frame, relation=relation_before(text, match.start(), words))
        yield Reading(match.start(), match.end() - full_stop(match[0], match["b"] or match["a"], words), *span, "month", year_given=year is not None)
    for match in compiled(r"(?<![\w])(?<!\d[-/.])(?P<y>20\d\d)-(?P<m>0[1-9]|1[0-2])(?![\w]|-?\d|[./:]\d)").finditer(text):
        yield Reading(match.start(), match.end(), *month_interval(int(match["y"]), int(match["m"])), "month", year_given=True)


def _read_fractions(text: str, frame: Frame) -> Iterator[Reading]:
    """ "Q3 2026", "andra kvartalet", "kvartal 1", "första halvåret"."""
    words = frame.words
    ordinal = alternatives(word for word, number in words.ordinals.items() if number in (1, 2, 3, 4, -1))
    year = rf"(?:{year_part(year_key(words))})?"
    patterns = (
        (
            rf"(?<![\w-]){words.any_of('quarter')}\s*(?P<n>[1-4])(?!\d|[.:]\d)(?:\s*-\s*(?:{words.any_of('quarter')}\s*)?(?P<n2>[2-4])(?!\d))?{year}(?!\w)",
            3,
            "quarter",
        ),
        (rf"(?<![\w-])(?P<n>[1-4])\s?:?[ea]?\s+{words.any_of('quarter')}{year}(?!\w)", 3, "quarter"),
        (rf"(?<!\w)(?P<n>{ordinal})\s+{words.any_of('quarter_unit')}{year}(?!\w)", 3, "quarter"),
        (rf"(?<!\w)(?P<n>{ordinal}|[12](?::[ae])?)\s+{words.any_of('half_year_unit')}{year}(?!\w)", 6, "half_year"),
    )
    for pattern, months, granularity in patterns:
        for match in compiled(pattern).finditer(text):
            number = int(match["n"][0]) if match["n"][0].isdigit() else words.ordinals[match["n"].lower()]
            number = 12 // months if number < 0 else number
            if number > 12 // months:
                continue
            last = int(match.groupdict().get("n2") or number)

            def build(year: int, number: int = number, last: int = last, months: int = months) -> Interval:
                return month_interval(year, months * (number - 1) + 1)[0], month_interval(year, months * last)[1]

            year_given = read_year(match.groupdict(), frame)
            span = build(year_given) if year_given else place_interval(build, frame, relation=relation_before(text, match.start(), words))
            yield Reading(match.start(), match.end(), *span, granularity, year_given=year_given is not None)


def yearly(table: dict[str, str]) -> Callable[[int], Interval]:
    """The interval that a pack's from and to (MM-DD) give in a year; a to before its from lies in the year after."""

    def build(year: int) -> Interval:
        start, end = _fixed(year, table["from"]), _fixed(year, table["to"])
        return start, end if end >= start else _fixed(year + 1, table["to"])

    return build


def _fixed(year: int, written: str) -> date:
    """MM-DD; +N or -N days from Easter Sunday; "friday MM-DD": the first Friday from that day on."""
    if written[0] in "+-":
        return easter(year) + timedelta(days=int(written))
    month, day = (int(part) for part in written[-5:].split("-"))
    found = make_day(year, month, day) or month_interval(year, month)[1]
    return found + timedelta(days=(4 - found.weekday()) % 7) if written.startswith("friday") else found


def _read_named_halves(text: str, frame: Frame) -> Iterator[Reading]:
    """Terms ("VT 2027", "ht-26") and seasons ("hösten 2026", "i våras", "före sommaren", "efter sommaren", "inför hösten")."""
    words = frame.words
    year = rf"(?:{year_part(year_key(words))}{_SHORT_YEAR})?"
    for table in words.tables.get("terms", {}).values():
        for match in compiled(rf"(?<![\w-]){alternatives(table['names'])}{year}(?!\w)").finditer(text):
            given = read_year({**match.groupdict(), "y2": match["y2"] or match["glued"] or match["spaced"]}, frame)
            if not given and match.end() - match.start() == 2 and not relation_or_lead(text, match.start(), frame):
                continue  # "HT" alone is an abbreviation of much else
            build = yearly(table)
            span = build(given) if given else place_interval(build, frame)
            yield Reading(match.start(), match.end(), *span, "term", year_given=given is not None)
    for table in words.tables.get("seasons", {}).values():
        yield from _read_season(text, table, frame)


def _read_season(text: str, table: dict[str, str], frame: Frame) -> Iterator[Reading]:
    words, build = frame.words, yearly(table)
    after = yearly({"from": table["after"][0], "to": table["after"][1]})
    year = rf"(?:{year_part(year_key(words))}{_SHORT_YEAR})?"
    for match in compiled(rf"(?<![\w-]){alternatives(table['names'])}{year}(?!\w)").finditer(text):
        given = read_year({**match.groupdict(), "y2": match["y2"] or match["glued"] or match["spaced"]}, frame)
        lead = relation_before(text, match.start(), words, exact=True)
        chosen = frame if lead != "since" else Frame(frame.reference, words, past=True, meetings=frame.meetings)
        span = build(given) if given else _place_season(build, chosen, lead)
        if lead == "before":
            end = _fixed(span[0].year, table["before"]) if "before" in table else span[0] - timedelta(days=1)
            yield Reading(match.start(), match.end(), min(frame.reference, end), end, "season", relation="before", year_given=given is not None)
            continue
        if lead == "after":
            aftermath = after(given) if given else place_interval(after, frame, relation="by")
            listed = min((day for day in frame.meetings if day >= aftermath[0]), default=None)
            span, resolved = ((listed, listed), True) if listed else (aftermath, False)
            yield Reading(match.start(), match.end(), *span, "season", relation="after", year_given=given is not None, resolved=resolved)
            continue
        if lead == "ahead":
            span = month_interval(span[0].year, span[0].month)
        yield Reading(match.start(), match.end(), *span, "season", year_given=given is not None)
    for match in compiled(rf"(?<!\w){alternatives(table['this'])}(?!\w)").finditer(text):
        if _is_season(text, match, words):
            yield Reading(match.start(), match.end(), *_place_season(build, frame, None), "season")
    for match in compiled(rf"(?<!\w){alternatives(table['gone'])}(?!\w)").finditer(text):
        spans = [build(year) for year in range(frame.reference.year - 2, frame.reference.year + 1)]
        gone = [span for span in spans if span[0] + (span[1] - span[0]) / 2 <= frame.reference]
        yield Reading(match.start(), match.end(), *max(gone), "season", relation="since")


def _place_season(build: Callable[[int], Interval], frame: Frame, lead: str | None) -> Interval:
    """ "till våren" is a spring that has hardly begun; else the one that the window holds."""
    if lead in ("by", "ahead", "before") and not frame.past:
        return min(
            span
            for year in range(frame.reference.year - 1, frame.reference.year + 3)
            if (span := build(year))[0] >= frame.reference - timedelta(days=14)
        )
    return place_interval(build, frame)


def _is_season(text: str, match: re.Match[str], words: Vocabulary) -> bool:
    """Whether "i vår" is a season: "i vår lilla förening" is not."""
    if not re.search(rf"{words.any_of('own_word')}$", match[0], re.IGNORECASE):
        return True
    return re.match(rf"\s*(?:$|[^\w\s]|{words.any_of('after_season')}(?!\w)|\d)", text[match.end() :], re.IGNORECASE) is not None


def _read_years(text: str, frame: Frame) -> Iterator[Reading]:
    """ "under 2024", "år 2027", "2026-2028", "nästa år", "i år", "under året"; bare figures in a title are none."""
    words = frame.words
    for match in compiled(rf"(?<![\w])(?<!\d[-/.:,])(?P<a>{_YEAR})(?:\s*[-/]\s*(?P<b>{_YEAR}))?(?!\w|[-/.:]\d|\s?%)").finditer(text):
        whole = is_whole(text, match.start(), match.end())
        if whole or relation_or_lead(text, match.start(), frame):
            first, last = int(match["a"]), int(match["b"] or match["a"])
            if first <= last:
                yield Reading(match.start(), match.end(), date(first, 1, 1), date(last, 12, 31), "year", year_given=True)
    pattern = (
        rf"(?<!\w)(?:{words.any_of('this_year', 'next_year', 'last_year')}|{words.any_of('year_lead')}\s+(?P<bare>{words.any_of('year_unit')}))(?!\w)"
    )
    for match in compiled(pattern).finditer(text):
        bare = match["bare"] is not None
        year = frame.reference.year if bare else read_year({"yw": match[0]}, frame) or frame.reference.year
        yield Reading(match.start("bare") if bare else match.start(), match.end(), date(year, 1, 1), date(year, 12, 31), "year")


def _read_turns(text: str, frame: Frame) -> Iterator[Reading]:
    """ "vid årsskiftet", "innan årsskiftet 2026/2027", "halvårsskiftet", "månadsskiftet maj/juni"."""
    words = frame.words
    years = rf"(?:\s+(?P<a>{_YEAR}|\d\d)\s*[-/]\s*(?P<b>{_YEAR}|\d\d)(?!\d)|\s+(?P<c>{_YEAR}))?"
    for match in compiled(rf"(?<!\w)(?:(?P<half>{words.any_of('half_year_turn')})|{words.any_of('year_turn')}){years}(?!\w)").finditer(text):
        month, year = (6 if match["half"] else 12), int(match["a"] or match["c"] or 0)
        year += 2000 if 0 < year < 100 else 0
        turn = partial(_turn, month=month)
        first, last = turn(year) if year else place_interval(turn, frame, relation="by")
        lead = relation_before(text, match.start(), words, exact=True)
        if lead in ("before", "by", "ahead"):
            first, last = min(frame.reference, first), first
        elif lead == "after":
            first, last = last, month_interval(last.year, last.month)[1]
        yield Reading(match.start(), match.end(), first, last, "year_turn", year_given=bool(year))
    pattern = (
        rf"(?<!\w){words.any_of('month_turn')}(?:\s+(?P<m>{words.month})(?!\w)(?:\s*[-/]\s*{words.month}(?!\w))?(?:{year_part(year_key(words))})?)?"
    )
    for match in compiled(pattern).finditer(text):
        given = read_year(match.groupdict(), frame)
        if match["m"]:
            turn = partial(_turn, month=words.months[match["m"].lower()])
            span = turn(given) if given else place_interval(turn, frame)
        else:
            span = _turn(frame.reference.year, month=frame.reference.month)
        yield Reading(match.start(), match.end(), *span, "month_part", year_given=given is not None)


def _turn(year: int, month: int) -> Interval:
    last = month_interval(year, month)[1]
    return last, last + timedelta(days=1)


def _read_holidays(text: str, frame: Frame) -> Iterator[Reading]:
    """ "före jul", "efter påsk 2027", "till midsommar": only after a lead."""
    words = frame.words
    for table in words.tables.get("holidays", {}).values():
        build = yearly(table)
        for match in compiled(rf"(?<![\w-]){alternatives(table['names'])}(?:{year_part(year_key(words))})?(?!\w)").finditer(text):
            if not relation_or_lead(text, match.start(), frame):
                continue
            given = read_year(match.groupdict(), frame)
            first, last = build(given) if given else place_interval(build, frame)
            lead = relation_before(text, match.start(), words)
            if lead == "after":
                first, last = last + timedelta(days=1), last + timedelta(days=1)
            elif lead in ("before", "by"):
                last = first
            yield Reading(match.start(), match.end(), first, last, "day", year_given=given is not None)


def relation_or_lead(text: str, start: int, frame: Frame) -> bool:
    """Whether a preposition or another lead stands before the place."""
    words = frame.words
    pattern = compiled(
        rf"(?<!\w){words.any_of('before', 'by', 'after', 'from', 'since', 'neutral', 'of', 'ahead', 'part_start', 'part_middle', 'part_end', 'part_close', 'year_word', 'period_word')}\s+$"
    )
    return pattern.search(text[max(0, start - 30) : start]) is not None
