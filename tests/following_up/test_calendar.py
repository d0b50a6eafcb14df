"""A council's meetings: held, announced, moved, cancelled, approved."""

from __future__ import annotations

from datetime import date

from functions.model.events import Event, EventType
from functions.model.register import Meeting
from tests.following_up.council import TREES, approval, coming, minutes, register, tell

SPRING = date(2026, 3, 20)


def calendar(*readings, now: date = SPRING) -> dict[str, Meeting]:
    return {meeting.date: meeting for meeting in register(tell(*readings), now=now).meetings}


def test_announced_meetings_wait_with_time_place_and_topics():
    shown = calendar(
        ("1.docx", minutes("2026-03-02", next_meetings=(coming("2026-04-06", start="09:00", end="11:00", place="Eken", topics=("Almsjuka",)),)))
    )
    assert shown["2026-04-06"] == Meeting(
        TREES.key, "2026-04-06", start="09:00", end="11:00", place="Eken", topics=("Almsjuka",), file="1.docx", known_as="2026-04-06"
    )


def test_what_later_minutes_say_of_a_meeting_wins_and_the_rest_stays():
    shown = calendar(
        ("1.docx", minutes("2026-02-02", next_meetings=(coming("2026-04-06", start="09:00", place="Eken"),))),
        ("2.docx", minutes("2026-03-02", next_meetings=(coming("2026-04-06", place="Almen"),))),
    )
    assert (shown["2026-04-06"].start, shown["2026-04-06"].place, shown["2026-04-06"].file) == ("09:00", "Almen", "2.docx")


def test_an_announced_meeting_that_was_held_is_one_meeting():
    shown = calendar(
        ("1.docx", minutes("2026-02-02", next_meetings=(coming("2026-03-02", start="09:00", place="Eken"),))),
        ("2.docx", minutes("2026-03-02", start="09:15")),
    )
    assert len(shown) == 2
    assert (shown["2026-03-02"].held, shown["2026-03-02"].start, shown["2026-03-02"].place) == (True, "09:15", "Eken")


def test_a_moved_meeting_leaves_its_old_date():
    shown = calendar(
        ("1.docx", minutes("2026-02-02", next_meetings=(coming("2026-04-06", place="Eken", topics=("Almsjuka",)),))),
        ("2.docx", minutes("2026-03-02", next_meetings=(coming("2026-04-13", moved_from="2026-04-06"),))),
    )
    assert set(shown) == {"2026-02-02", "2026-03-02", "2026-04-13"}
    assert (shown["2026-04-13"].moved_from, shown["2026-04-13"].place, shown["2026-04-13"].topics) == ("2026-04-06", "Eken", ("Almsjuka",))


def test_a_date_marked_as_changed_replaces_the_one_near_by_that_is_no_longer_listed():
    shown = calendar(
        ("1.docx", minutes("2026-02-02", next_meetings=(coming("2026-05-28"), coming("2026-09-10")))),
        ("2.docx", minutes("2026-03-02", next_meetings=(coming("2026-05-28"), coming("2026-09-17", note="OBS! Ändrat datum")))),
    )
    assert set(shown) == {"2026-02-02", "2026-03-02", "2026-05-28", "2026-09-17"}
    assert shown["2026-09-17"].moved_from == "2026-09-10"


def test_a_date_that_a_later_list_leaves_out_without_a_word_stays():
    shown = calendar(
        ("1.docx", minutes("2026-02-02", next_meetings=(coming("2026-09-10"),))),
        ("2.docx", minutes("2026-03-02", next_meetings=(coming("2026-09-17"),))),
    )
    assert {"2026-09-10", "2026-09-17"} <= set(shown)


def test_a_cancelled_meeting_says_so():
    shown = calendar(
        ("1.docx", minutes("2026-02-02", next_meetings=(coming("2026-04-06", topics=("Almsjuka",)),))),
        ("2.docx", minutes("2026-03-02", next_meetings=(coming("2026-04-06", cancelled=True),))),
    )
    assert shown["2026-04-06"].cancelled


def test_ongoing_minutes_announce_nothing():
    assert set(calendar(("1.docx", minutes("2026-03-19", next_meetings=(coming("2026-04-06"),))))) == {"2026-03-19"}


def test_later_minutes_approve_the_meeting_before():
    shown = calendar(("1.docx", minutes("2026-02-02")), ("2.docx", minutes("2026-03-02", decisions=(approval(),))))
    assert [(meeting.state, meeting.approved_by) for meeting in shown.values()] == [("approved", "2026-03-02"), ("final", None)]


def test_minutes_that_are_not_approved_stay_as_they_are():
    later = minutes("2026-03-02", decisions=(approval("Föregående anteckningar godkänns inte"),))
    assert calendar(("1.docx", minutes("2026-02-02")), ("2.docx", later))["2026-02-02"].state == "final"


def test_an_approval_is_not_given_to_an_older_meeting_when_the_one_between_is_missing():
    first = minutes("2026-01-12", next_meetings=(coming("2026-02-02"),))
    assert calendar(("1.docx", first), ("3.docx", minutes("2026-03-02", decisions=(approval(),))))["2026-01-12"].state == "final"


def test_a_meeting_that_a_person_adds_is_in_the_calendar():
    word = Event(
        "e1", TREES.key, EventType.ADDED, by="Malin", at="2026-03-01T08:00:00", data={"kind": "meeting", "date": "2026-04-06", "place": "Eken"}
    )
    shown = register((word,), now=SPRING)
    assert [(meeting.date, meeting.place, meeting.held) for meeting in shown.meetings] == [("2026-04-06", "Eken", False)]
    assert shown.items == ()


def test_a_meeting_whose_line_says_that_its_date_is_changed_counts_as_moved_even_where_nobody_tells_from_when() -> None:
    log = tell(("a", minutes("2026-06-15", next_meetings=(coming("2026-10-12", note="OBS! Ändrat datum"), coming("2026-11-09")))))
    assert [(meeting.date, meeting.moved, meeting.moved_from) for meeting in register(log).meetings if not meeting.held] == [
        ("2026-10-12", True, None),
        ("2026-11-09", False, None),
    ]
