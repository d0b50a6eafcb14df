"""When something is due or taken up again: the date of the clause, then of the sentence, then of the label it stands under."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from functions.interpreting.dates import DateSpan, find_dates, last_day
from functions.interpreting.phrases import phrase
from functions.interpreting.spans import Span
from functions.languages import LanguagePack
from functions.model.minutes import DateMention

_TO_MEETING = r"\b<<dates.to|dates.ahead>>\s+(?:[\w-]+\s+){0,2}[\w-]*<<dates.month_meeting>>\s+(?:<<dates.the>>\s+)?$"
_READY = r"\b<<follow_ups.ready|follow_ups.moved>>[\s:,–-]+()(?:<<follow_ups.when>>\s+)?"
_DOTTED = r"\b(?:<<dates.by_far|dates.before>>|<<dates.the>>)\s+(?:<<dates.the>>\s+)?\d{1,2}\.\d{1,2}(?![\d.]*\d)"
_TO_BE_READY = r"\b<<verbs.passive_modals>>\s+<<verbs.is_ready>>\s+(?:<<dates.by_far>>\s+)?(?:<<dates.the>>\s+)?$"
_RELATIVE = r"\b<<verbs.relative_clause>>\s+\w+[^.;]*$"


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates are read against. reference: the meeting's date; known: whether the document tells it, else only dates with their year count;
    meetings: the document's own announced meetings."""

    reference: date
    known: bool
    meetings: tuple[date, ...]
    pack: LanguagePack

    def dates(self, span: Span) -> list[DateSpan]:
        """The dates in a span."""
        return list(_dates(span.text, self.reference, self.meetings, self.pack))


@lru_cache(maxsize=2048)
def _dates(text: str, reference: date, meetings: tuple[date, ...], pack: LanguagePack) -> tuple[DateSpan, ...]:
    found = tuple(find_dates(text, reference=reference, pack=pack, meetings=meetings))
    if phrase(pack, _DOTTED).search(text) is None:
        return found
    # "före 25.3": without its year a day with a dot is one only behind such a word
    dotted = find_dates(text, reference=reference, pack=pack, meetings=meetings, dotted=True)
    limits = [day for day in dotted if day.relation in ("by", "before") and all(day.end <= one.start or day.start >= one.end for one in found)]
    return tuple(sorted((*found, *limits), key=lambda day: day.start))


def find_due(spans: Iterable[Span], calendar: Calendar, *, until: bool = False) -> DateMention | None:
    """The first date that can be meant as a limit. until: for matters put off, where "den 7 maj" alone is meant and "efter" too."""
    for span in spans:
        candidates = [
            found
            for found in calendar.dates(span)
            if _can_be_due(found, calendar, until=until) and (until or not _in_relative_clause(found, span, pack=calendar.pack))
        ]
        if candidates:
            ranked = sorted(
                candidates, key=lambda f: (f.relation not in ("by", "before"), f.granularity in ("season", "term", "year", "half_year"), f.start)
            )
            return mention(ranked[0] if not until else _until(candidates), span, calendar)
    return None


def is_for_later(span: Span, calendar: Calendar) -> bool:
    """Whether a span says that something is done on a day after the meeting ("Klart i maj", "klar 30/9", "flyttat till v. 23")."""
    ready = phrase(calendar.pack, _READY)
    if not calendar.known or ready.search(span.text) is None:
        return False
    ends = {end for found in ready.finditer(span.text) for end in (found.end(1), found.end())}
    later = (day for day in calendar.dates(span) if _is_later(day, calendar))
    return any(not ends.isdisjoint((day.start, day.lead_start)) for day in later)


def _is_later(day: DateSpan, calendar: Calendar) -> bool:
    """Whether a day, or the last one before which something is done, is after the meeting."""
    limit = day.last if day.relation in ("by", "before") else None
    return any(one is not None and one > calendar.reference for one in (day.first, limit))


def _in_relative_clause(found: DateSpan, span: Span, *, pack: LanguagePack) -> bool:
    """ "… förslag som ska diskuteras den 24 mars": the day of something else, unless a word such as senast makes it a limit."""
    if found.relation in ("by", "before"):
        return False
    before = span.text[: found.start]
    if phrase(pack, _TO_BE_READY).search(before):  # "… en lista som ska vara ute 15 november"
        return False
    return phrase(pack, _RELATIVE, case=True).search(before) is not None and not phrase(pack, _TO_MEETING, case=True).search(before)


def _until(candidates: list[DateSpan]) -> DateSpan:
    exact = [c for c in candidates if c.granularity in ("day", "time", "week", "month")]
    return exact[0] if exact else candidates[0]


def _can_be_due(found: DateSpan, calendar: Calendar, *, until: bool) -> bool:
    if found.granularity == "time" and found.first is None:
        return False
    if found.first is not None and found.last is not None and calendar.known and found.last < calendar.reference:
        return False
    if found.granularity == "year" and found.relation is None:
        return False
    if found.relation == "from" and not until:
        return False
    return not (found.granularity == "fuzzy" and not until and found.relation == "after" and found.first is None and not found.text)


def mention(found: DateSpan, span: Span, calendar: Calendar) -> DateMention:
    """A date as a fact, with its words; without the meeting's own date, a date without its year stays words."""
    lead = found.lead_start if 0 <= found.lead_start <= found.start else found.start
    words = span.part(lead, found.end)
    day = last_day(found)
    if not calendar.known and not found.year_given:
        day = None
    granularity = "day" if found.granularity == "time" else found.granularity
    return DateMention(day.isoformat() if day is not None else None, words.text, granularity, (words.quote(),))
