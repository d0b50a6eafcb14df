"""Which of a line's days may be a meeting's: no limits, days given up, alternatives or holidays; and days that others took the place of."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from functions.interpreting.dates import DateSpan, find_dates
from functions.interpreting.dates.frame import make_day
from functions.interpreting.phrases import phrase, words_of
from functions.interpreting.spans import Span
from functions.languages import LanguagePack

_MOVES = r"(?<!\w)<<next_meetings.moves>>(?!\w)"
_LIMIT = r"(?<!\w)(?:<<next_meetings.limits>>|<<dates.before>>\s+\w+)\s+(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?$"
_BEFORE_DAY = r"\s*(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?$"
OPENS_WITH_DAY = r"\W*(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?"
"""What may stand before a day that opens its sentence."""
_DENIED = rf"(?<!\w)<<grammar.negations>>{_BEFORE_DAY}"
_WAS_TO_BE = rf"(?<!\w)<<next_meetings.was_to_be>>{_BEFORE_DAY}"
_OR = rf"[\s,;()]*<<grammar.or>>\s*{_BEFORE_DAY}"
_JOINT = rf"[\s,;&]*(?:<<grammar.and|grammar.or>>)?{_BEFORE_DAY}"
_GIVEN_UP = r"[^.!?]{0,30}?(?<!\w)<<next_meetings.given_up>>(?!\w)"
_LEFT_FOR = (
    rf"[\s(,;:→–-]*(?:<<next_meetings.moves|next_meetings.cancelled>>(?!\w)[\s,;:]*(?:<<dates.to>>|→|->|–|<<next_meetings.instead_of_it>>)"
    rf"|→|->)(?:\s+\w+){{0,2}}{_BEFORE_DAY}"
)
_OTHER_MATTER = r"(?<!\w)<<next_meetings.other_matters>>(?!\w)(?:(?!\b<<next_meetings.becomes>>\b)[^.!?])*$"
# "Vi ändrar inte mötet den 15 oktober" denies the change.
_NO_MOVE = r"(?<!\w)<<next_meetings.moves>>\s+(?:\w+\s+){0,2}?<<grammar.negations>>(?!\w)"
# "26 mars (flyttat från 19 mars) och 29 april": the day in the brackets is the old one of the day before them.
_OLD_DAY = rf"\(\s*(?:<<next_meetings.moves>>\s+<<next_meetings.from>>|<<next_meetings.instead>>|<<grammar.negations>>){_BEFORE_DAY}"
_THEN = r"(?<!\w)<<next_meetings.then>>(?=\s+(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?\d)"
_MONTH_FIRST = r"(?<!\w)(<<dates.months>>)(:\s*|\s+<<dates.the>>\s+)(?=\d{1,2}(?!\d|[./:]\d))"  # "April: 15"
# "v. 49 onsdag" is the Wednesday of that week.
_WEEK_FIRST = (
    r"(?<!\w)(<<dates.week>>\.?\s*\d{1,2})([\s,:]+)(<<dates.weekdays>>)(?!\w)(?!\s+(?:<<dates.the>>\s+)?\d{1,2}(?:\s*/|\.?\s*<<dates.months>>))"
)
# "Inga nya tider sätts förrän organisationen är på plats 1 mars"
_NONE_UNTIL = r"(?<!\w)<<grammar.negations|next_meetings.denials>>(?!\w)[^.!?]*(?<!\w)<<next_meetings.until_then>>\s+(?=[^\W\d]{2,}\s)[^.!?]*$"
# "Båten avgår 8.10" and the point in "14 april 08.30 (5.4)" are no days.
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.?")
_DEPARTS = r"(?<!\w)<<next_meetings.departs>>\s+$"
_POINT = re.compile(r"\d[.:]\d\d\s\($")
_LONGEST_MEETING, _FURTHEST_MOVE = 5, 200  # days


def days_in(span: Span, meeting_date: date | None, year: int | None, *, pack: LanguagePack) -> list[DateSpan]:
    """The days of a line on which a meeting may be held; without the meeting's own date and a year above only those with their year."""
    days = all_days_in(span, meeting_date, year, pack=pack)
    gaps = _gaps(span.text, days)
    fitting = [_may_be_held(gaps[n], gaps[n + 1], last=n + 1 == len(days), pack=pack) for n in range(len(days))]
    joined = [phrase(pack, _JOINT).fullmatch(gap) is not None for gap in gaps]
    for step in (1, -1):  # "förslag den 12, 13 och 16 mars", "12, 13 eller 16 mars": what is said of one of them is said of all
        for n in range(len(days))[::step]:
            if 0 <= n - step < len(days) and joined[n if step > 0 else n + 1]:
                fitting[n] = fitting[n] and fitting[n - step]
    return [day for day, fits in zip(days, fitting, strict=True) if fits and not _is_period(day)]


def all_days_in(span: Span, meeting_date: date | None, year: int | None, *, pack: LanguagePack) -> list[DateSpan]:
    """Every day of a line, those that no meeting is held on too."""
    reference = meeting_date or (date(year, 1, 1) if year else date(2000, 1, 1))
    text = phrase(pack, _THEN).sub(lambda then: " " * len(then[0]), span.text)  # "Sedan 16 april." is the one after, no day since when
    text = phrase(pack, _WEEK_FIRST).sub(r"\3\2\1", text)
    text = phrase(pack, _MONTH_FIRST).sub(lambda day: day[1] + " " * len(day[2]), text)
    return [
        d
        for d in _dates(text, reference, pack)
        if d.first is not None and d.granularity in ("day", "time") and (d.year_given or meeting_date is not None or year is not None)
        if not (_DOTTED.fullmatch(d.text) and _is_no_day(text[: d.start], pack=pack))
    ]


def _is_no_day(before: str, *, pack: LanguagePack) -> bool:
    """Whether two figures with a full stop between are an hour of departure or a point's number, by what stands before them."""
    return _POINT.search(before) is not None or phrase(pack, _DEPARTS).search(before) is not None


def days_in_text(text: str, meeting_date: date, *, pack: LanguagePack) -> list[DateSpan]:
    """Every day that words tell, which need not stand together on the page."""
    return [day for day in _dates(text, meeting_date, pack) if day.first is not None and day.granularity in ("day", "time")]


@lru_cache(maxsize=256)
def _dates(text: str, reference: date, pack: LanguagePack) -> tuple[DateSpan, ...]:
    """The dates of a line, which several steps ask for."""
    return tuple(find_dates(text, reference=reference, pack=pack, dotted=True))


def _gaps(text: str, days: list[DateSpan]) -> list[str]:
    """What stands before, between and behind the days."""
    edges = [0, *(edge for day in days for edge in (day.start, day.end)), len(text)]
    return [text[at:to] for at, to in list(pairwise(edges))[::2]]


def _may_be_held(before: str, behind: str, *, last: bool, pack: LanguagePack) -> bool:
    if (
        phrase(pack, _WAS_TO_BE).search(before)
        or phrase(pack, _NONE_UNTIL).search(before)
        or phrase(pack, _DENIED).search(before)
        or phrase(pack, _OLD_DAY).search(before)
        or _is_given_up(behind, pack=pack)
        or phrase(pack, _OTHER_MATTER).search(before)
    ):
        return False
    if not last and phrase(pack, _LEFT_FOR).fullmatch(behind):  # "4 juni (flyttas till fredag 5 juni)", "8 dec utgår → 1 dec"
        return False
    return not (phrase(pack, _OR).fullmatch(before) or (phrase(pack, _OR).fullmatch(behind) and not last))


def _is_given_up(behind: str, *, pack: LanguagePack) -> bool:
    """Whether a day is told as one that was only thought of; "är struket, krockar med stämman" calls a meeting off."""
    given_up = phrase(pack, _GIVEN_UP).match(behind)
    return given_up is not None and words_of(pack, "next_meetings", "cancelled").search(given_up[0]) is None


def _is_period(day: DateSpan) -> bool:
    """ "15 juni–15 augusti", "efter jul"."""
    after = day.relation == "after" and not re.search(r"\d", day.text)  # "direkt efter årsmötet den 28 mars" names a day
    return day.first is None or after or (day.last is not None and (day.last - day.first).days > _LONGEST_MEETING)


def moved_by(day: DateSpan, offset: int) -> DateSpan:
    """The same day in a longer or shorter stretch of the text."""
    return replace(day, start=day.start + offset, end=day.end + offset, lead_start=day.lead_start + offset)


def is_limit(text: str, day: DateSpan, *, pack: LanguagePack) -> bool:
    """Whether a day is told as the last one for something: "Handlingar skickas senast den 7 april", "Sista dag för ärenden: 9 april"."""
    before = text[max(0, day.start - 40) : day.start]
    if phrase(pack, _LIMIT).search(before) and not phrase(pack, rf"(?<!\w)<<next_meetings.swapped_for>>{_BEFORE_DAY}").search(before):
        return True
    return day.lead is not None and phrase(pack, r"(?:<<dates.by_far|dates.before>>)(?:<<dates.definite>>)?").fullmatch(day.lead) is not None


def is_denied(between: str, *, pack: LanguagePack) -> bool:
    """Whether a denial stands before a day: "Nästa möte blir inte den 3 juni"."""
    kept = phrase(pack, _NO_MOVE).sub("", between)
    return phrase(pack, r"(?<!\w)<<grammar.negations|next_meetings.denials>>(?!\w)").search(kept) is not None


def is_struck(span: Span, day: DateSpan) -> bool:
    """Whether the day is struck through."""
    return span.block.covered(span.start + day.start, span.start + day.end, look="strike")


def moved_days(text: str, days: list[DateSpan], *, pack: LanguagePack) -> tuple[DateSpan, DateSpan] | None:
    """The new and the old day where a line tells that a meeting moves: "30 april (flyttat från 23 april)", "den 23 april flyttas till den 30",
    "den 11 juni krockar, det blir den 9 juni"."""
    if len(days) == 1 and days[0].last is not None and days[0].last != days[0].first and phrase(pack, _MOVES).search(text[: days[0].start]):
        new = days[0].last
        if not days[0].year_given and days[0].first is not None and (new - days[0].first).days > _FURTHEST_MOVE:  # "från 11 juni till 4 juni"
            new = make_day(new.year - 1, new.month, new.day) or new
        return replace(days[0], first=new, last=new), replace(days[0], last=days[0].first)  # "flyttas från den 14 april till den 21 april"
    if len(days) != 2 or days[0].first == days[1].first:
        return None
    first, second = days
    between = text[first.end : second.start]
    from_old = phrase(pack, r"(?<!\w)<<next_meetings.instead>>(?!\w)").search(between)
    moves = phrase(pack, _MOVES).search(between)
    to_new = phrase(pack, r"(?<!\w)<<dates.to>>\s+(?:\w+\s+){0,2}$").search(between)
    swapped = phrase(pack, rf"(?<!\w)<<next_meetings.swapped_for>>(?:\s+\w+){{0,2}}{_BEFORE_DAY}").search(between)
    if (moves and to_new) or swapped:
        return second, first
    if from_old and (moves or from_old[0].casefold() not in pack.words("next_meetings", "from")):
        return first, second
    if to_new and phrase(pack, _MOVES).search(text[: first.start]) and phrase(pack, r"<<next_meetings.from>>\s").search(text[: first.start]):
        return second, first
    given_up = phrase(pack, _GIVEN_UP).match(between) or words_of(pack, "next_meetings", "cancelled").search(between)
    if phrase(pack, _WAS_TO_BE).search(text[: first.start]) and phrase(pack, rf"(?<!\w)<<next_meetings.becomes>>{_BEFORE_DAY}").search(between):
        return second, first
    if given_up and phrase(pack, rf"(?<!\w)<<next_meetings.becomes>>{_BEFORE_DAY}").search(between[given_up.end() :]):
        return second, first
    return None
