"""Points that do not stand at every meeting: every other, once a year, and the year wheel that people set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from functions.drafting.variants import Strand
from functions.drafting.wording import MONTHS, spell_day
from functions.model.register import Meeting, Register

_PERIODS = {2: "varannan gång", 3: "var tredje gång"}
_NEAR = 45  # days that a yearly point's meeting may shift from year to year
_YEARLY = re.compile(
    r"\b(?:budget\w*|verksamhetsplan\w*|verksamhetsberättelse\w*|års(?:rapport|berättelse|redovisning|plan|hjul|bokslut)\w*|bokslut\w*|internkontroll\w*"
    r"|val av\b|sammanträdes(?:dagar|tider|plan)\w*|mötes(?:dagar|tider|plan)\w*|patientsäkerhetsberättelse\w*|kvalitetsbokslut\w*)",
    re.IGNORECASE,
)
_LINE = re.compile(rf"^\W*({'|'.join(MONTHS)})\s*[:–-]\s*(.+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a point stands. words: "varannan gång"; due: whether it is its turn."""

    words: str
    due: bool


def rhythm_of(strand: Strand, *, meetings: int) -> Rhythm | None:
    """The rhythm that a point has kept without a fault for more than two turns; None for one without."""
    for period, words in _PERIODS.items():
        span = 2 * period + 1
        if meetings < span:
            continue
        stood = [strand.was_in(at) for at in range(meetings - span, meetings)]
        for phase in range(period):
            if stood == [at % period == phase for at in range(span)]:
                return Rhythm(words, span % period == phase)
    return None


def yearly(strands: Sequence[Strand], *, before: str) -> Iterator[tuple[Strand, str]]:
    """Points that stood at this time of the last year and at no other, two years running or once where the words tell that it is yearly."""
    target = date.fromisoformat(before[:10])
    for strand in strands:
        days = [date.fromisoformat(one.day) for one in strand.stood]
        seasons = [abs((_moved(target, year=day.year) - day).days) for day in days]
        last_year = [day for day in days if abs((target - day).days - 365) <= _NEAR]
        if strand.slots or not last_year or any(target - day < timedelta(days=300) for day in days):
            continue
        years = {day.year for day in days}
        title = strand.stood[-1].point.title
        if all(min(near, 365 - near) <= _NEAR for near in seasons) and (len(years) >= 2 or (len(days) == 1 and _YEARLY.search(title))):
            yield strand, f"hör till årshjulet: stod {' och '.join(spell_day(day.isoformat()) for day in days[-2:])}"


def wheel_points(wheel: str, *, meeting: Meeting | None, register: Register) -> Iterator[tuple[str, str]]:
    """What the year wheel in the list Råd ("september: budget", a line each) puts on this meeting, with why.

    A month without a meeting belongs to the meeting before it; of two meetings in a month the first has it.
    """
    if meeting is None:
        return
    this = date.fromisoformat(meeting.date[:10])
    days = sorted({one.date[:10] for one in register.meetings if not one.cancelled} | {meeting.date[:10]})
    at = days.index(meeting.date[:10])
    following = date.fromisoformat(days[at + 1]) if at + 1 < len(days) else None
    previous = date.fromisoformat(days[at - 1]) if at else None
    for line in wheel.splitlines():
        told = _LINE.match(line.strip())
        if told is None:
            continue
        month = MONTHS.index(told[1].lower()) + 1
        if _has(month, this=this, previous=previous, following=following):
            for title in filter(None, (part.strip(" .") for part in told[2].split(";"))):
                yield title, f"årshjulet i listan Råd: {told[1].lower()}"


def _has(month: int, *, this: date, previous: date | None, following: date | None) -> bool:
    if month == this.month:
        return previous is None or (previous.year, previous.month) != (this.year, this.month)
    if following is None or (following - this).days > 300:
        return False
    ahead, gap = (month - this.month) % 12, (following.year - this.year) * 12 + following.month - this.month
    return 0 < ahead < gap


def _moved(day: date, *, year: int) -> date:
    return date(year, day.month, min(day.day, 28))
