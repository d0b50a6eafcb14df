"""How much longer a task may take ("skjuts en månad", "två veckor till"), counted from the day it was due."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

from functions.following_up.rows import Row
from functions.following_up.words import alternatives, either, number_words, pack_words
from functions.model.events import Event
from functions.model.minutes import DateMention

_MONTH, _YEAR = 1, 12
_WEEK = 7


def prolonged(row: Row, *, event: Event, on: str) -> DateMention | None:
    """The new day of a row that is given more time by what an event quotes; None where no more is told, the row has no day, or the new one is past.

    on: the meeting's ISO date.
    """
    if row.due is None or row.due.date is None:
        return None
    for quote in event.quotes:
        found = _longer().search(quote.text or "")
        if found is not None:
            number = next(given for given in (found["first"], found["second"]) if given)
            unit = next(given for given in (found["unit"], found["other"]) if given)
            day = _later(date.fromisoformat(row.due.date), count=_count(number), unit=unit.casefold())
            if day is not None and day.isoformat() > on:
                return DateMention(day.isoformat(), found[0].strip(), row.due.granularity, (quote,))
    return None


def _later(day: date, *, count: int, unit: str) -> date | None:
    try:
        if unit in pack_words("dates", "days"):
            return day + timedelta(days=count)
        if unit in pack_words("dates", "weeks"):
            return day + timedelta(days=_WEEK * count)
        months = day.year * _YEAR + day.month - 1 + count * (_YEAR if unit in pack_words("dates", "years") else _MONTH)
        year, month = divmod(months, _YEAR)
        last, ends = calendar.monthrange(year, month + 1)[1], day.day == calendar.monthrange(day.year, day.month)[1]
        return date(year, month + 1, last if ends else min(day.day, last))  # the end of a month stays one
    except (ValueError, OverflowError):
        return None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else number_words()[word.casefold()]


@lru_cache(maxsize=1)
def _longer() -> re.Pattern[str]:
    """More time by a word before it ("ytterligare två veckor", "skjuts en månad") or behind it ("en månad till")."""
    number = rf"\d{{1,2}}|{alternatives(number_words())}"
    units = either("days", "weeks", "months_long", "years", section="dates")
    before, after = either("longer_by"), either("longer")
    return re.compile(
        rf"(?<!\w)(?:{before}\s+(?P<first>{number})\s+(?P<unit>{units})(?!\w)"
        rf"|(?P<second>{number})\s+(?P<other>{units})\s+{after}(?=\s*(?:$|[.,;)])|\s+\w+\s+\w+\s*[.,;]))",
        re.IGNORECASE,
    )
