"""The project's own grammar of Swedish dates and times: no date library reads them without silent errors."""

from functions.interpreting.dates.clocks import find_times
from functions.interpreting.dates.finding import find_dates
from functions.interpreting.dates.span import DateSpan, last_day

__all__ = ["DateSpan", "find_dates", "find_times", "last_day"]
