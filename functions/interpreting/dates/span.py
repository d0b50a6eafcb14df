"""What a date expression means: an interval with its grain, and the last day that meets it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

# Only words are known for these: nobody named a day, and the season's edges are a convention of ours.
_WORDS_ONLY = frozenset({"season", "term", "fuzzy"})


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date or time as written. start, end: code points, text == source[start:end]; first, last: inclusive days, None where only words are known
    (a meeting that is not listed, a time without a day).

    granularity: day, time, week, month_part, month, quarter, term, season, half_year, year, year_turn, next_meeting, fuzzy;
    relation: before (strictly), by, after, from or None; lead, lead_start: the word that says so ("senast") and where it begins
    (lead_start == start without one), so that source[lead_start:end] is the whole phrase;
    weekday_mismatch: the weekday named is another than the date's, the date is kept; year_given: the year stands in the text;
    meeting: resolved to one of the meetings that the document lists.
    """

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    start_time: time | None = None
    end_time: time | None = None
    granularity: str = "day"
    relation: str | None = None
    weekday_mismatch: bool = False
    year_given: bool = False
    lead: str | None = None
    lead_start: int = -1
    meeting: bool = False


def last_day(span: DateSpan) -> date | None:
    """The last day that meets a due date ("före 1 maj" → 30 April), None where only words are known ("snarast", "efter helgen")."""
    if span.meeting:
        # "innan nästa möte" is met on the day of the meeting itself only when the words allow it.
        return span.last - timedelta(days=1) if span.relation == "before" and span.last else span.last
    if span.granularity in _WORDS_ONLY or span.relation in ("after", "from"):
        return None
    if span.relation == "before" and span.first is not None and span.granularity != "year_turn":
        return span.first - timedelta(days=1)
    return span.last
