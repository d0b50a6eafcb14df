"""What the packs' date words make of how a language writes days, weeks, seasons and times; Swedish has a page of its own."""

from __future__ import annotations

from datetime import date, time

import pytest

from functions.interpreting.dates import find_dates, find_times, last_day
from functions.languages import load

MEETING = date(2026, 3, 5)  # a Thursday
LISTED = (date(2026, 4, 23), date(2026, 5, 12), date(2026, 10, 13))

ENGLISH = (
    ("March 5, 2026", "2026-03-05"),
    ("5 March 2026", "2026-03-05"),
    ("the 5th of March", "2026-03-05"),
    ("Mar. 9", "2026-03-09"),
    ("Tuesday, April 14", "2026-04-14"),
    ("Wednesday the 12th of August", "2026-08-12"),
    ("5/4/2026", "2026-04-05"),
    ("15.4.2026", "2026-04-15"),
    ("by 22 May", "2026-05-22"),
    ("before 13 March", "2026-03-12"),
    ("no later than 6 April", "2026-04-06"),
    ("by close of business on 3 April", "2026-04-03"),
    ("by the end of September", "2026-09-30"),
    ("by the end of the week", "2026-03-08"),
    ("this week", "2026-03-08"),
    ("next Friday", "2026-03-13"),
    ("on Friday", "2026-03-06"),
    ("by Monday", "2026-03-09"),
    ("within a month", "2026-04-05"),
    ("by the next meeting", "2026-04-23"),
    ("before the next meeting", "2026-04-22"),
    ("at the May meeting", "2026-05-12"),
    ("the October meeting", "2026-10-13"),
    ("The May meeting will be on the 19th", "2026-05-19"),
    ("by Christmas", "2026-12-24"),
    ("last Thursday of May", "2026-05-28"),
    ("the first week of June", "2026-06-07"),
    ("in the second quarter", "2026-06-30"),
    ("first half of 2027", "2027-06-30"),
    ("deadline: 10 April", "2026-04-10"),
)
NORWEGIAN = (
    ("5. mars 2026", "2026-03-05"),
    ("tirsdag 10. mars", "2026-03-10"),
    ("10.03.2026", "2026-03-10"),
    ("den 5. mai", "2026-05-05"),
    ("innen 10. april", "2026-04-10"),
    ("innen 20.3.", "2026-03-20"),
    ("før 1. mai", "2026-04-30"),
    ("innen utgangen av mars", "2026-03-31"),
    ("i slutten av mai", "2026-05-31"),
    ("medio april", "2026-04-20"),
    ("denne uken", "2026-03-08"),
    ("uke 12", "2026-03-22"),
    ("på fredag", "2026-03-06"),
    ("neste fredag", "2026-03-13"),
    ("innen en måned", "2026-04-05"),
    ("til neste møte", "2026-04-23"),
    ("møtet i mai", "2026-05-12"),
    ("på møtet 5. mai", "2026-05-05"),
    ("før jul", "2026-12-23"),
    ("siste torsdag i mai", "2026-05-28"),
    ("i andre kvartal", "2026-06-30"),
    ("frist 8. mai", "2026-05-08"),
    ("Høringsfrist er 24. april", "2026-04-24"),
    ("1.–3. juni", "2026-06-03"),
    ("onsdag 3/6", "2026-06-03"),
)
NO_DAY = {
    "en": ("item 5", "5 patients", "Mark may attend", "the march of time", "version 2.1", "every Tuesday", "weekly", "24/7", "5 million", "12 beds"),
    "nb": ("sak 5/2026", "sak 12/26", "5 pasienter", "1,2 millioner kroner", "punkt 3", "hver tirsdag", "ukentlig", "versjon 2.1", "3.5 prosent"),
}
WORDS_ONLY = {
    "en": ("asap", "as soon as possible", "in the autumn", "after the summer holidays"),
    "nb": ("snarest", "så snart som mulig", "til høsten"),
}


@pytest.mark.parametrize(("code", "text", "day"), [(code, *case) for code, cases in (("en", ENGLISH), ("nb", NORWEGIAN)) for case in cases])
def test_the_last_day_that_meets_what_is_written(code: str, text: str, day: str) -> None:
    found = [span for span in find_dates(text, reference=MEETING, pack=load(code), meetings=LISTED) if span.first is not None]
    assert len(found) == 1
    assert str(last_day(found[0])) == day


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in NO_DAY.items() for text in texts])
def test_nothing_is_read_where_no_day_is_meant(code: str, text: str) -> None:
    assert find_dates(text, reference=MEETING, pack=load(code)) == []


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in WORDS_ONLY.items() for text in texts])
def test_words_that_name_no_day_stay_words(code: str, text: str) -> None:
    assert [last_day(span) for span in find_dates(text, reference=MEETING, pack=load(code))] == [None]


@pytest.mark.parametrize(
    ("code", "text", "days"),
    [
        ("en", "12 May, 3 June and 5 September 2026", ["2026-05-12", "2026-06-03", "2026-09-05"]),
        ("en", "June 9 and 11", ["2026-06-09", "2026-06-11"]),
        ("en", "Further dates: 11 August and 13 October.", ["2026-08-11", "2026-10-13"]),
        ("nb", "Møter i høst: 8. september og 17. november.", ["2026-08-01", "2026-09-08", "2026-11-17"]),
        ("nb", "12., 13. og 19. mai", ["2026-05-12", "2026-05-13", "2026-05-19"]),
    ],
)
def test_lists_of_days(code: str, text: str, days: list[str]) -> None:
    assert [str(span.first) for span in find_dates(text, reference=MEETING, pack=load(code))] == days


@pytest.mark.parametrize(
    ("code", "text", "first", "last"),
    [
        ("en", "2.00–3.45 pm", time(14), time(15, 45)),
        ("en", "11 am to 1 pm", time(11), time(13)),
        ("en", "11–1 pm", time(11), time(13)),
        ("en", "9am-12 noon", time(9), time(12)),
        ("en", "9.30am", time(9, 30), None),
        ("en", "2-4pm", time(14), time(16)),
        ("en", "12.30 a.m.", time(0, 30), None),
        ("en", "10:30–12:15", time(10, 30), time(12, 15)),
        ("en", "at 10.30", time(10, 30), None),
        ("nb", "kl. 12.00–15.10", time(12), time(15, 10)),
        ("nb", "klokka 9", time(9), None),
    ],
)
def test_times_of_day(code: str, text: str, first: time, last: time | None) -> None:
    assert [(begins, ends) for _, _, begins, ends in find_times(text, pack=load(code))] == [(first, last)]


def test_numbers_behind_at_are_no_hours_without_minutes() -> None:
    assert find_times("at 14 sites", pack=load("en")) == []
