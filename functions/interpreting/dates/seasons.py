"""Terms, seasons and holidays: "VT 2027", "ht-26", "under hösten", "i våras", "efter sommaren", "före jul"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from functions.interpreting.dates.days import read_year
from functions.interpreting.dates.frame import Frame, Interval, Reading, easter, make_day, month_interval, place_interval
from functions.interpreting.dates.leads import has_lead, relation_before
from functions.interpreting.dates.vocabulary import Vocabulary

_NAMED = r"(?<![\w-])<<@>><<short_year>>(?!\w)"
_HOLIDAY = r"(?<![\w-])<<@>><<year>>(?!\w)"
_PHRASE = r"(?<!\w)<<@>>(?!\w)"
# A spring that began less than this ago may still be meant by "till våren".
_HARDLY_BEGUN = timedelta(days=14)

_WEEKDAYS = {"friday": 4, "sunday": 6}


def read_seasons(text: str, frame: Frame) -> Iterator[Reading]:
    """Every term, season and holiday in the text."""
    yield from _read_terms(text, frame)
    for table in frame.words.tables.get("seasons", {}).values():
        yield from _read_season(text, table, frame)
    yield from _read_holidays(text, frame)


def yearly(table: Mapping[str, Any]) -> Callable[[int], Interval]:
    """The interval that a pack's from and to (MM-DD) give in a year; a to before its from lies in the year after."""

    def build(year: int) -> Interval:
        start, end = _fixed(year, table["from"]), _fixed(year, table["to"])
        return start, end if end >= start else _fixed(year + 1, table["to"])

    return build


def _fixed(year: int, written: str) -> date:
    """MM-DD; +N or -N days from Easter Sunday; "friday MM-DD" or "sunday MM-DD": the first from that day on."""
    if written[0] in "+-":
        return easter(year) + timedelta(days=int(written))
    month, day = (int(part) for part in written[-5:].split("-"))
    found = make_day(year, month, day) or month_interval(year, month)[1]
    weekday = _WEEKDAYS.get(written[:-6])
    return found + timedelta(days=(weekday - found.weekday()) % 7) if weekday is not None else found


def _given_year(match: re.Match[str], frame: Frame) -> int | None:
    return read_year({**match.groupdict(), "y2": match["y2"] or match["glued"] or match["spaced"]}, frame)


def _read_terms(text: str, frame: Frame) -> Iterator[Reading]:
    words = frame.words
    for table in words.tables.get("terms", {}).values():
        build = yearly(table)
        for match in words.pattern(_NAMED, table["names"]).finditer(text):
            given = _given_year(match, frame)
            if not given and match.end() - match.start() == 2 and not has_lead(text, match.start(), words):
                continue  # "HT" alone is an abbreviation of much else
            span = build(given) if given else place_interval(build, frame)
            yield Reading(match.start(), match.end(), *span, "term", year_given=given is not None)


def _read_season(text: str, table: Mapping[str, Any], frame: Frame) -> Iterator[Reading]:
    words, build = frame.words, yearly(table)
    for match in words.pattern(_NAMED, table["names"]).finditer(text):
        yield _read_named_season(text, match, table, frame)
    for match in words.pattern(_PHRASE, table["this"]).finditer(text):
        if _is_season(text, match, words):
            yield Reading(match.start(), match.end(), *_place_season(build, frame, None), "season")
    for match in words.pattern(_PHRASE, table["gone"]).finditer(text):
        spans = [build(year) for year in range(frame.reference.year - 2, frame.reference.year + 1)]
        gone = [span for span in spans if span[0] + (span[1] - span[0]) / 2 <= frame.reference]
        yield Reading(match.start(), match.end(), *max(gone), "season", relation="since")


def _read_named_season(text: str, match: re.Match[str], table: Mapping[str, Any], frame: Frame) -> Reading:
    """ "hösten 2026"; after, before and "inför" it by the conventions of the pack; after it the first listed meeting counts."""
    build, lead = yearly(table), relation_before(text, match.start(), frame.words, exact=True)
    given = _given_year(match, frame)
    span = build(given) if given else _place_season(build, replace(frame, past=frame.past or lead == "since"), lead)
    relation, resolved = None, False
    if lead == "before":
        end = _fixed(span[0].year, table["before"]) if "before" in table else span[0] - timedelta(days=1)
        span, relation = (min(frame.reference, end), end), "before"
    elif lead == "after":
        after = yearly({"from": table["after"][0], "to": table["after"][1]})
        span, relation = (after(given) if given else place_interval(after, frame, relation="by")), "after"
        listed = min((day for day in frame.meetings if day >= span[0]), default=None)
        if listed:
            span, resolved = (listed, listed), True
    elif lead == "ahead":
        span = month_interval(span[0].year, span[0].month)
    return Reading(match.start(), match.end(), *span, "season", relation=relation, year_given=given is not None, resolved=resolved)


def _place_season(build: Callable[[int], Interval], frame: Frame, lead: str | None) -> Interval:
    """ "till våren" is a spring that has hardly begun; else the one that the window holds."""
    if lead in ("by", "ahead", "before") and not frame.past:
        return min(
            span for year in range(frame.reference.year - 1, frame.reference.year + 3) if (span := build(year))[0] >= frame.reference - _HARDLY_BEGUN
        )
    return place_interval(build, frame)


def _is_season(text: str, match: re.Match[str], words: Vocabulary) -> bool:
    """Whether "i vår" is a season: "i vår lilla förening" is not."""
    if not words.pattern(r"\b<<own_word>>$").search(match[0]):
        return True
    return words.pattern(r"\s*(?:$|[^\w\s]|<<after_season>>(?!\w)|\d)").match(text[match.end() : match.end() + 30]) is not None


def _read_holidays(text: str, frame: Frame) -> Iterator[Reading]:
    """ "före jul", "efter påsk 2027", "till midsommar": only after a lead."""
    words = frame.words
    for table in words.tables.get("holidays", {}).values():
        build = yearly(table)
        for match in words.pattern(_HOLIDAY, table["names"]).finditer(text):
            if not has_lead(text, match.start(), words):
                continue
            given, lead = read_year(match.groupdict(), frame), relation_before(text, match.start(), words)
            first, last = build(given) if given else place_interval(build, frame, past=lead == "since")
            if lead == "after":
                first = last = last + timedelta(days=1)
            elif lead in ("before", "by"):
                last = first
            yield Reading(match.start(), match.end(), first, last, "day", year_given=given is not None)
