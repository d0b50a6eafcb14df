"""Questions about days: a heading against its text, a weekday against its date, and a next meeting before this one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from functions.interpreting.asking import YES_OR_NO, Found, doubt_of
from functions.interpreting.dates import DateSpan
from functions.interpreting.next_meetings import past_announcements
from functions.interpreting.phrases import phrase
from functions.interpreting.spans import Span, lines_of
from functions.model.minutes import Doubt

_WEEKDAY = r"\b<<dates.weekdays>>\b"
_DIGIT = re.compile(r"\d")
_NAMES = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
# How far before a day the word that it shares with the heading may stand.
_REACH = 30


def ask_next_meeting(found: Found) -> Iterator[Doubt]:
    """A next meeting that lies before this one."""
    if found.meeting.date is None:
        return
    for span in past_announcements(found.layout, date.fromisoformat(found.meeting.date), pack=found.calendar.pack):
        question = f"Nästa möte ska vara ”{span.text}”, men det är före mötet den {found.meeting.date}. Vilken dag gäller?"
        yield doubt_of("next_meeting_before", question, (), (span.quote(),), about=span.text)


def ask_conflicts(found: Found) -> Iterator[Doubt]:
    """A heading's day and a day in its text that agree on all but the month, or on the month and on the word before the day."""
    for item in found.layout.items:
        for title in item.title:
            for named in _days(found, title):
                for line in item.lines:
                    for other in _days(found, line.span):
                        if other.first != named.first and _is_same(title, named, line.span, other):
                            spans = (title.part(named.start, named.end), line.span.part(other.start, other.end))
                            yield doubt_of(
                                "date_conflict",
                                f"Rubriken säger {spans[0].text}, texten {spans[1].text}. Vilket gäller?",
                                (spans[0].text, spans[1].text),
                                tuple(s.quote() for s in spans),
                                about=f"{spans[0].text}|{spans[1].text}",
                            )


def _days(found: Found, span: Span) -> list[DateSpan]:
    return [day for day in found.calendar.dates(span) if day.granularity == "day" and day.first is not None and day.first == day.last]


def _is_same(title: Span, named: DateSpan, line: Span, other: DateSpan) -> bool:
    """Whether two days are meant as one: the same day of another month, or one of the same month behind a word of the heading."""
    if named.first is None or other.first is None:
        return False
    if other.first.day == named.first.day:
        return True
    stems = [word[:6] for word in re.findall(r"[^\W\d_]{6,}", title.text[: named.start].casefold())]
    before = line.text[max(0, other.start - _REACH) : other.start].casefold()
    return other.first.month == named.first.month and any(re.search(rf"(?<!\w){re.escape(stem)}", before) for stem in stems)


def ask_weekdays(found: Found) -> Iterator[Doubt]:
    """A weekday that does not fit its date."""
    if found.meeting.date is None:
        return
    weekday = phrase(found.calendar.pack, _WEEKDAY)
    for block in found.document.body():
        for line in lines_of(block):
            if not _DIGIT.search(line.text) or not weekday.search(line.text):
                continue
            for day in found.calendar.dates(line):
                if day.weekday_mismatch and day.first is not None and day.first >= found.calendar.reference:
                    span = line.part(day.start, day.end)
                    yield doubt_of(
                        "weekday_mismatch",
                        f"”{span.text}” är en {_NAMES[day.first.weekday()]}. Stämmer datumet?",
                        YES_OR_NO,
                        (span.quote(),),
                        about=span.text,
                    )
