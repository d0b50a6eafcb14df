"""What is asked in by a day without a verb or anybody who is to send it: "Synpunkter till Lotta senast 20/3"."""

from __future__ import annotations

from functions.interpreting.due_dates import Calendar
from functions.interpreting.phrases import phrase
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast

_ASKED = r"\W*(?:<<verbs.asked_in>>)(?:\s+<<verbs.asked_on>>(?:\s+[\w-]+){1,3}?)?\s+<<dates.to>>\s+"
_AROUND = r"[\s,;:.(–!-]*(?:<<verbs.at_the_latest>>[\s,]*)?[\s,;:.)!]*"


def is_asked_in(statement: Statement, cast: Cast, calendar: Calendar) -> bool:
    """Whether a sentence names what somebody of the meeting is to get and the last day for it, and nothing more."""
    text = statement.text
    asked = phrase(cast.pack, _ASKED).match(text)
    if asked is None:
        return False
    to = next((subject for subject in cast.subjects(text, item=statement.item) if subject.start == asked.end() and not subject.group), None)
    if to is None:
        return False
    rest = statement.span.part(to.end, len(text))
    day = next(iter(calendar.dates(rest)), None)
    if day is None:
        return False
    lead = day.lead_start if 0 <= day.lead_start <= day.start else day.start
    around = phrase(cast.pack, _AROUND)
    return all(around.fullmatch(piece) is not None for piece in (rest.text[:lead], rest.text[day.end :]))
