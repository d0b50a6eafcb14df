"""When a timer runs: the six fields of an Azure schedule, second minute hour day month weekday.

https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer#ncrontab-expressions
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

_RANGES = ((0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (0, 6))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_PART = re.compile(r"(?:(?P<all>\*)|(?P<first>\w+)(?:-(?P<last>\w+))?)(?:/(?P<step>\d+))?")
_DAYS = 366 * 8 + 1  # a schedule for 29 February comes within eight years


@dataclass(frozen=True, slots=True)
class Schedule:
    """The numbers that each field allows."""

    seconds: tuple[int, ...]
    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    days: tuple[int, ...]
    months: tuple[int, ...]
    weekdays: tuple[int, ...]

    def after(self, moment: datetime) -> datetime:
        """The first time after the moment. Raises ValueError for a schedule that never comes (31 February)."""
        for ahead in range(_DAYS):
            day = moment.date() + timedelta(days=ahead)
            if day.month not in self.months or day.day not in self.days or (day.weekday() + 1) % 7 not in self.weekdays:
                continue
            times = (time(hour, minute, second) for hour in self.hours for minute in self.minutes for second in self.seconds)
            for clock in times:
                found = datetime.combine(day, clock, tzinfo=moment.tzinfo)
                if found > moment:
                    return found
        raise ValueError("The schedule never comes.")


def read_schedule(text: str) -> Schedule:
    """The schedule of a text such as "0 */10 * * * *". Raises ValueError for anything else than six fields that Azure understands."""
    fields = text.split()
    if len(fields) != len(_RANGES):
        raise ValueError(f"{text!r} has {len(fields)} fields, not six: second minute hour day month weekday.")
    found = [_numbers(field, low=low, high=high, names=names) for field, (low, high), names in zip(fields, _RANGES, _names(), strict=True)]
    return Schedule(*found)


def _names() -> tuple[tuple[str, ...], ...]:
    return (), (), (), (), _MONTHS, _WEEKDAYS


def _numbers(field: str, *, low: int, high: int, names: tuple[str, ...]) -> tuple[int, ...]:
    found: set[int] = set()
    for part in field.split(","):
        read = _PART.fullmatch(part)
        if read is None:
            raise ValueError(f"{field!r} is no field of a schedule.")
        step = int(read["step"] or 1)
        if step < 1:
            raise ValueError(f"{field!r}: a step is at least 1.")
        first = low if read["all"] else _number(read["first"], low=low, high=high, names=names)
        last = _number(read["last"], low=low, high=high, names=names) if read["last"] else high if read["all"] or read["step"] else first
        if last < first:
            raise ValueError(f"{field!r} ends before it begins.")
        found |= set(range(first, last + 1, step))
    return tuple(sorted(found))


def _number(text: str, *, low: int, high: int, names: tuple[str, ...]) -> int:
    key = text.casefold()[:3]
    value = names.index(key) + low if key in names else int(text) if text.isdecimal() else -1
    if not low <= value <= high:
        raise ValueError(f"{text!r} is not between {low} and {high}.")
    return value
