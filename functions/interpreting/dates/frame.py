"""The day from which a text speaks, and how a date without a year finds its year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from functions.interpreting.dates.vocabulary import Vocabulary

# A date without a year is the one in [reference - BACK, reference + AHEAD]: minutes look back a little and forward a lot.
BACK = timedelta(days=60)
AHEAD = timedelta(days=305)
# Two digits are a year only so many years behind or ahead of the meeting's own; else they are hours, counts or a range.
_YEARS_BACK, _YEARS_AHEAD = 30, 10

Interval = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a text's dates are read against. past: the nearest past is meant; meetings: later ones that the document lists;
    dotted: the text lists days, so that "23.4" is one without its year."""

    reference: date
    words: Vocabulary
    past: bool = False
    meetings: Sequence[date] = ()
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One expression that a rule found, before times and leads are joined to it.

    kind: day (may be joined to a range or get a time), meeting, clock or period; weekday: the one named (ISO), kept for when the year
    moves with a list; resolved: one of the listed meetings; meeting_start: where the meeting stands whose day this is;
    bare: a day without a month ("the 18th").
    """

    start: int
    end: int
    first: date | None
    last: date | None
    granularity: str = "day"
    kind: str = "period"
    relation: str | None = None
    mismatch: bool = False
    year_given: bool = False
    resolved: bool = False
    weekday: int | None = None
    meeting_start: int | None = None
    bare: bool = False


def day_reading(
    start: int, end: int, day: date | None, *, last: date | None = None, weekday: int | None = None, year_given: bool = False
) -> Reading | None:
    """A reading of one day or of days up to last, None where the calendar has no such day; a weekday that does not fit is marked."""
    if day is None or (last is not None and last < day):
        return None
    mismatch = weekday is not None and day.isoweekday() != weekday
    return Reading(start, end, day, last or day, kind="day", mismatch=mismatch, year_given=year_given, weekday=weekday)


def make_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_of_two_digits(digits: str, reference: date) -> int | None:
    """The year that "26" means near the reference, None when none is near enough."""
    year = min((1900 + int(digits), 2000 + int(digits)), key=lambda y: abs(y - reference.year))
    return year if -_YEARS_BACK <= year - reference.year <= _YEARS_AHEAD else None


def place_day(month: int, day: int, frame: Frame, *, past: bool = False) -> date | None:
    """The day in the year that the window gives, None when that year has no such day (29 February, 31 April)."""
    years = range(frame.reference.year - 4, frame.reference.year + 5)
    days = [found for year in years if (found := make_day(year, month, day))]
    if past or frame.past:
        return max((found for found in days if found <= frame.reference), default=None)
    inside = [found for found in days if frame.reference - BACK <= found <= frame.reference + AHEAD]
    return inside[0] if inside else None


def place_interval(build: Callable[[int], Interval], frame: Frame, *, relation: str | None = None, past: bool = False) -> Interval:
    """The yearly interval whose middle the window holds; for a deadline the first that is not over yet; for the past the last begun."""
    reference = frame.reference
    spans = [build(year) for year in range(reference.year - 2, reference.year + 3)]
    if past or frame.past:
        return max(span for span in spans if span[0] <= reference)
    if relation in ("by", "before"):
        return min(span for span in spans if span[1] >= reference)
    return min(span for span in spans if span[0] + (span[1] - span[0]) / 2 >= reference - BACK)


def month_interval(year: int, month: int) -> Interval:
    """First and last day of a month; months beyond 12 or below 1 run on into the next or the last year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


def week_interval(day: date) -> Interval:
    """Monday and Sunday of the ISO week that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day where it has none such."""
    last = month_interval(day.year, day.month + months)[1]
    return last.replace(day=min(day.day, last.day))


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus/Jones/Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    lift = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - lift + 15) % 30
    offset = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * offset) // 451
    month, day = divmod(epact + offset - 7 * shift + 114, 31)
    return date(year, month, day + 1)
