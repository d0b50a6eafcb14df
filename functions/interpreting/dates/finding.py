"""Finds the dates of a text: masks, lets every rule read, keeps the longest, joins runs, years and times, and tells the relation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from functions.interpreting.dates.clocks import read_clocks
from functions.interpreting.dates.days import read_days
from functions.interpreting.dates.frame import Frame, Reading, make_day
from functions.interpreting.dates.leads import find_lead, relation_before
from functions.interpreting.dates.masking import mask
from functions.interpreting.dates.meetings import read_meetings, settle_explained
from functions.interpreting.dates.parts import narrow_parts, read_month_places
from functions.interpreting.dates.periods import read_periods
from functions.interpreting.dates.relative import read_relative
from functions.interpreting.dates.seasons import read_seasons
from functions.interpreting.dates.span import DateSpan
from functions.interpreting.dates.timing import join_times
from functions.interpreting.dates.vocabulary import Vocabulary, fold, read_vocabulary
from functions.languages.pack import LanguagePack


def find_dates(
    text: str, *, reference: date, pack: LanguagePack, meetings: Sequence[date] = (), past: bool = False, dotted: bool = False
) -> list[DateSpan]:
    """The dates and times that a text names, in order, none overlapping another.

    reference: the meeting's day; meetings: the other days that the document lists, by which "nästa möte" is settled; past: the text tells
    what has been, so a date without a year is the nearest past one; dotted: the text lists days, so that "23.4" is one.
    """
    words = read_vocabulary(pack)
    folded = fold(text)
    if not words.hint.search(folded):
        return []
    masked = mask(folded, words)
    frame = Frame(reference, words, past, meetings, dotted)
    whole = [*read_periods(masked, frame), *read_seasons(masked, frame), *read_relative(masked, frame)]
    readings = [*read_days(masked, frame), *read_meetings(masked, frame), *read_month_places(masked, frame), *narrow_parts(masked, whole, frame)]
    readings = _place_past(settle_explained(_keep_longest(readings), masked, frame), masked, frame)
    readings = [_check_weekday(reading, masked, words) for reading in _share_years(readings, masked, words)]
    readings = _join_runs(_keep_longest(readings), masked, words)  # a weekday taken in may be another reading's
    spans = [_span(text, masked, reading, words) for reading in readings]
    return join_times(text, masked, spans, read_clocks(masked, words), words)


def _check_weekday(reading: Reading, text: str, words: Vocabulary) -> Reading:
    """The weekday beside a day that does not hold one yet: "tisdag 2026-04-14", "2026-04-14 (tisdag)"."""
    if reading.kind != "day" or reading.weekday is not None or reading.first is None or reading.first != reading.last:
        return reading
    before = words.pattern(r"(?<!\w)(?P<wd><<weekday>>)\.?,?\s+(?:<<the>>\s+)?$").search(text[max(0, reading.start - 24) : reading.start])
    after = words.pattern(r"\s*\(\s*(?P<wd><<weekday>>)\.?\s*\)").match(text[reading.end : reading.end + 24])
    match = before or after
    if match is None:
        return reading
    start = max(0, reading.start - 24) + match.start() if match is before else reading.start
    end = reading.end + match.end() if match is after else reading.end
    weekday = words.weekdays[match["wd"].lower()]
    return replace(reading, start=start, end=end, weekday=weekday, mismatch=reading.first.isoweekday() != weekday)


def _keep_longest(readings: list[Reading]) -> list[Reading]:
    """Left to right, the longest at each place."""
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda r: (r.start, -r.end)):
        if not kept or reading.start >= kept[-1].end:
            kept.append(reading)
    return kept


def _place_past(readings: list[Reading], text: str, frame: Frame) -> list[Reading]:
    """Days after "sedan" or "förra mötet" in the year before, where the window gave a coming one."""
    placed = []
    for reading in readings:
        if reading.kind == "day" and not reading.year_given and reading.first and reading.last and reading.first > frame.reference:
            lead = find_lead(text, reading.start, frame.words)
            if lead and lead[0] == "since":
                reading = _in_year(reading, reading.first.year - 1)
        placed.append(reading)
    return placed


def _in_year(reading: Reading, year: int) -> Reading:
    """The same days in another year; unchanged where that year has no such day."""
    if reading.first is None or reading.last is None:
        return reading
    first = make_day(year, reading.first.month, reading.first.day)
    last = make_day(year, reading.last.month, reading.last.day)
    if first is None or last is None:
        return reading
    mismatch = reading.weekday is not None and first.isoweekday() != reading.weekday
    return replace(reading, first=first, last=last, mismatch=mismatch)


def _share_years(readings: list[Reading], text: str, words: Vocabulary) -> list[Reading]:
    """In a list or a run a year counts for the days beside it: "12 maj och 5 september 2027", "28 december 2026-3 januari", "2027: 14 januari"."""
    shared = list(readings)
    for heading in words.pattern(r"(?<!\w)((?:19|20)\d\d)\s?:\s{1,3}").finditer(text):
        shared = [replace(_in_year(day, int(heading[1])), year_given=True) if _free(day) and day.start == heading.end() else day for day in shared]
    joint = words.pattern(r"\s*(?:[-,;/&]\s*)?(?:(?:<<and|to>>)\s+)?$")
    for index in range(len(shared) - 2, -1, -1):
        here, there = shared[index], shared[index + 1]
        if _free(here) and there.kind == "day" and there.year_given and there.first and here.first and joint.match(text[here.end : there.start]):
            year = there.first.year - ((here.first.month, here.first.day) > (there.first.month, there.first.day))
            shared[index] = replace(_in_year(here, year), year_given=True)
    for index in range(1, len(shared)):
        before, here = shared[index - 1], shared[index]
        if _free(here) and before.kind == "day" and before.last and here.first and joint.match(text[before.end : here.start]):
            year = before.last.year + ((here.first.month, here.first.day) < (before.last.month, before.last.day))
            if before.year_given or here.first < before.last:
                shared[index] = replace(_in_year(here, year), year_given=before.year_given)
    return shared


def _free(reading: Reading) -> bool:
    return reading.kind == "day" and not reading.year_given


def _join_runs(readings: list[Reading], text: str, words: Vocabulary) -> list[Reading]:
    """Two days with a dash or "till" between them, or "och" after "mellan", are a run."""
    run = words.pattern(r"\s*(?:-{1,2}|<<to>>)\s*$")
    pair = words.pattern(r"\s*<<and>>\s*$")
    between = words.pattern(r"(?<!\w)<<between>>\s+$")
    joined: list[Reading] = []
    for reading in readings:
        before = joined[-1] if joined else None
        if before and before.kind == reading.kind and before.granularity == reading.granularity and before.first and reading.last and reading.first:
            gap = text[before.end : reading.start]
            led = between.search(text[max(0, before.start - 10) : before.start])
            if before.first < reading.first and before.granularity in ("day", "week", "month") and (run.match(gap) or (led and pair.match(gap))):
                joined[-1] = replace(before, end=reading.end, last=reading.last, mismatch=before.mismatch or reading.mismatch)
                continue
        joined.append(reading)
    return joined


def _span(text: str, masked: str, reading: Reading, words: Vocabulary) -> DateSpan:
    lead = find_lead(masked, reading.start, words)
    relation = reading.relation or (lead[0] if lead else None)
    if relation is None and reading.meeting_start is not None:
        relation = relation_before(masked, reading.meeting_start, words)
    relation = {"ahead": "by", "since": None}.get(relation or "", relation)
    last, end = reading.last, reading.end
    onwards = words.pattern(r"\s+<<onwards>>(?!\w)").match(masked[end : end + 30])
    if onwards:
        relation, last, end = "from", None, end + onwards.end()
    elif relation in ("from", "open") and reading.first != reading.last and reading.kind == "day":
        relation = None  # "från den 3 maj till den 5 juni" has an end
    elif relation == "open":
        relation, last = "from", None if reading.kind in ("day", "period") else last
    return DateSpan(
        start=reading.start,
        end=end,
        text=text[reading.start : end],
        first=reading.first,
        last=last,
        granularity=reading.granularity,
        relation=relation,
        weekday_mismatch=reading.mismatch,
        year_given=reading.year_given,
        lead=text[lead[1] : lead[1] + len(lead[2])] if lead else None,
        lead_start=lead[1] if lead else reading.start,
        meeting=reading.resolved,
    )
