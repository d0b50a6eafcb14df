"""When something is due or taken up again: the date of the clause, then of the sentence, then of the label it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from functions.interpreting.dates import DateSpan, find_dates, last_day
from functions.interpreting.dates.frame import month_interval, week_interval
from functions.interpreting.phrases import phrase
from functions.interpreting.spans import Span
from functions.languages import LanguagePack
from functions.model.minutes import DateMention

_LONE_MONTH = re.compile(r"(?:^|[\s,;:/(–-])([^\W\d_]+)[\s.,)]*$")
_TO_MEETING = r"\b<<dates.to|dates.ahead>>\s+(?:[\w-]+\s+){0,2}[\w-]*<<dates.month_meeting>>\s+(?:<<dates.the>>\s+)?$"
_READY = r"\b<<follow_ups.ready|follow_ups.moved>>[\s:,–-]+()(?:<<follow_ups.when>>\s+)?"
_DOTTED = r"\b(?:<<dates.by_far|dates.before>>|<<dates.the>>)\s+(?:<<dates.the>>\s+)?\d{1,2}\.\d{1,2}(?![\d.]*\d)"
_TO_BE_READY = r"\b<<verbs.passive_modals>>\s+<<verbs.is_ready>>\s+(?:<<dates.by_far>>\s+)?(?:<<dates.the>>\s+)?$"
_SOON = r"(?<![\w-])(?:(<<dates.today_idiom>>)|<<dates.in_the_week>>)(?![\w-])(?!\s+<<verbs.relative_clause>>\b)"
_NOT_SOON = r"(?<![\w-])(?:<<verbs.binds_clause>>(?!\w)|<<dates.per_week>>\s+$)"
_COMING = ("day", "week", "month_part", "month")
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


def find_soon(clause: Span, calendar: Calendar) -> DateMention | None:
    """ "Bo ringer i dag", "Bo gör det i veckan": the meeting's own day or the end of its week; None where these tell what is so or how often."""
    words = phrase(calendar.pack, _SOON).search(clause.text)
    before = clause.text[: words.start()] if words else ""
    if words is None or phrase(calendar.pack, _NOT_SOON).search(before) or not before.strip():
        return None
    last = week_interval(calendar.reference)[1] if words[1] is None else calendar.reference
    written = clause.part(*words.span())
    return DateMention(last.isoformat() if calendar.known else None, written.text, "day" if words[1] else "week", (written.quote(),))


def lone_month(span: Span, calendar: Calendar) -> DateMention | None:
    """A month alone at the end, where nothing but a day is told ("apr", "Bo, klart maj"): its last day, after the meeting."""
    words = _LONE_MONTH.search(span.text)
    month = calendar.pack.table("dates", "months").get(words[1].casefold()) if words else None
    if words is None or month is None or (words.start(1) and words[1][0].isupper()):  # "Bo, Maj"
        return None
    last = month_interval(calendar.reference.year + (month < calendar.reference.month), month)[1]
    written = span.part(*words.span(1))
    return DateMention(last.isoformat() if calendar.known else None, written.text, "month", (written.quote(),))


def due_of_cells(lines: Sequence[Span], calendar: Calendar) -> DateMention | None:
    """The day in the cells for it, the last one of several ("15/4, 13/5"); a month in one cell and its day in the next one are one."""
    parted = _month_and_day(lines, calendar)
    if parted is not None:
        return parted
    for line in lines:
        days = [day for day in calendar.dates(line) if day.granularity == "day" and day.last is not None and _can_be_due(day, calendar, until=True)]
        if len(days) > 1 and all(day.relation is None for day in days):
            return mention(max(days, key=lambda day: day.last or calendar.reference), line, calendar)
    return find_due(lines, calendar, until=True) or next((found for line in lines if (found := lone_month(line, calendar))), None)


def _month_and_day(lines: Sequence[Span], calendar: Calendar) -> DateMention | None:
    """ "apr" in one cell and "15" in another."""
    months = [line for line in lines if line.text.strip(" .").casefold() in calendar.pack.table("dates", "months")]
    figures = [line for line in lines if re.fullmatch(r"\s*\d{1,2}\s*\.?\s*", line.text)]
    if len(months) != 1 or len(figures) != 1:
        return None
    found = _dates(f"{figures[0].text.strip(' .')} {months[0].text.strip(' .')}", calendar.reference, calendar.meetings, calendar.pack)
    if len(found) != 1 or found[0].last is None:
        return None
    cells = sorted((months[0], figures[0]), key=lines.index)
    day = found[0].last.isoformat() if calendar.known else None
    return DateMention(day, " ".join(cell.text.strip() for cell in cells), "day", tuple(cell.quote() for cell in cells))


def is_for_later(span: Span, calendar: Calendar) -> bool:
    """Whether a span says that something is done on a day after the meeting ("Klart i maj", "klar 30/9", "flyttat till v. 23")."""
    ready = phrase(calendar.pack, _READY)
    if not calendar.known or ready.search(span.text) is None:
        return False
    ends = {end for found in ready.finditer(span.text) for end in (found.end(1), found.end())}
    later = (day for day in calendar.dates(span) if _is_later(day, calendar))
    return any(not ends.isdisjoint((day.start, day.lead_start)) for day in later)


def ends_on_coming_day(span: Span, calendar: Calendar) -> bool:
    """Whether a clause ends with a day or a month after the meeting that is no day of what is told ("utfallet i april", not "om kursen i april")."""
    last = next(reversed(calendar.dates(span)), None)
    if last is None or not calendar.known or last.granularity not in _COMING or last.first is None or span.text[last.end :].strip(" .!)"):
        return False
    told = phrase(calendar.pack, r"(?<!\w)<<verbs.binds_clause|verbs.of_what>>(?!\w)").search(span.text, 0, last.start)
    return last.first > calendar.reference and told is None


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
