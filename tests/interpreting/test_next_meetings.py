"""Announced meetings with their place, time, topics and remarks."""

from __future__ import annotations

from functions.model.minutes import NextMeeting
from tests.interpreting.pages import ROSTER, minutes_with, read


def announced(*lines: str) -> tuple[NextMeeting, ...]:
    text = "\n".join(lines)
    return read(f"{ROSTER}# 1. Köer\nBo Alm berättade.\n# 2. Avslut\nHelga avslutar mötet.\n# Nästkommande möten\n{text}").next_meetings


def one(*lines: str) -> NextMeeting:
    (meeting,) = announced(*lines)
    return meeting


def test_a_place_of_several_parts_is_whole() -> None:
    assert one("- 2026-05-28 kl. 09.00–12.00, Tallsalen, Tallviks sjukhus").place == "Tallsalen, Tallviks sjukhus"


def test_the_place_ends_with_its_sentence() -> None:
    minutes = minutes_with(
        "Nästa möte hålls tisdagen den 28 april 2026 klockan 09.00–11.45 i Regionhuset i Östby, rum Ek. Helga tackar för visat intresse."
    )
    (meeting,) = minutes.next_meetings
    assert (meeting.date, meeting.start, meeting.end, meeting.place) == ("2026-04-28", "09:00", "11:45", "Regionhuset i Östby, rum Ek")


def test_a_meeting_at_a_distance_has_no_place() -> None:
    meeting = one("- 23 april 2026 kl. 13.00–15.00, Teams")
    assert meeting.online and meeting.place is None


def test_a_hybrid_meeting_has_both() -> None:
    meeting = one("- 23 april 2026 kl. 13.00–15.00, Sal Linden och Teams")
    assert meeting.online and meeting.place == "Sal Linden"


def test_what_stands_behind_a_dash_is_a_topic() -> None:
    meeting = one("- 2026-04-23 kl. 13.00–16.00, Konferensrum Älv, Östby sjukhus – medicinsk fotvård")
    assert (meeting.place, meeting.topics) == ("Konferensrum Älv, Östby sjukhus", ("medicinsk fotvård",))


def test_what_stands_behind_a_colon_is_a_topic() -> None:
    assert one("- 23 april 2026: budget; webben").topics == ("budget", "webben")


def test_a_dash_in_the_time_is_no_topic() -> None:
    meeting = one("- 23 april 2026 kl. 13 – 15")
    assert (meeting.start, meeting.end, meeting.topics) == ("13:00", "15:00", ())


def test_a_dash_before_how_one_takes_part_is_no_topic() -> None:
    meeting = one("- 23 april 2026 kl. 13.00 – Teams")
    assert meeting.online and meeting.topics == ()


def test_a_remark_is_a_note() -> None:
    meeting = one("- 23 april 2026 OBS! Ändrat datum")
    assert meeting.note == "OBS! Ändrat datum" and meeting.topics == ()


def test_lines_under_a_date_belong_to_it() -> None:
    assert one("2026-04-23", "- nivåstrukturering").topics == ("nivåstrukturering",)


def test_several_dates_on_a_line_are_several_meetings() -> None:
    assert [m.date for m in announced("24 augusti, 21 september och 12 oktober")] == ["2026-08-24", "2026-09-21", "2026-10-12"]


def test_a_struck_date_is_not_announced() -> None:
    assert [m.date for m in announced("- ~~23 april 2026~~", "- 28 maj 2026")] == ["2026-05-28"]


def test_a_table_of_meetings_is_read() -> None:
    meetings = announced("| 2026-04-23 | 13.00–15.00 | Sal Linden |", "| 2026-05-28 | 09.00–12.00 | Teams |")
    assert [(m.date, m.start, m.place, m.online) for m in meetings] == [
        ("2026-04-23", "13:00", "Sal Linden", False),
        ("2026-05-28", "09:00", None, True),
    ]


def test_a_cancelled_meeting_is_told() -> None:
    assert one("- 23 april 2026 – inställt").cancelled


def test_an_earlier_date_is_no_next_meeting() -> None:
    assert announced("- 5 februari 2026", "- 28 maj 2026")[0].date == "2026-05-28"


def test_two_meetings_in_one_line_of_prose_are_both_read() -> None:
    minutes = minutes_with(
        "Nästa möte hålls den 2 juni 2026 kl. 09.00 i Sal Linden. Höstens första möte är den 15 september 2026 kl. 13.00 via Teams.",
        title="1. Nästa möte",
    )
    assert [(m.date, m.place, m.online) for m in minutes.next_meetings] == [("2026-06-02", "Sal Linden", False), ("2026-09-15", None, True)]


def test_a_day_on_which_there_is_no_meeting_is_none() -> None:
    minutes = read(f"{ROSTER}# 1. Möten\nNästa möte blir inte den 3 juni 2027 utan senare.\n# 2. Övrigt\nInget.\n")
    assert minutes.next_meetings == ()


def test_days_in_a_log_of_decisions_behind_the_last_point_are_no_meetings() -> None:
    head = f"{ROSTER}**1. Köer**\nBo Alm berättade.\n"
    head += "**2. Skyltar**\nCia Dahl ordnar skyltar.\n**3. Övrigt**\nInget.\n**4. Nästa möte**\n24/3 2026 kl 08.15, Granen.\n"
    log = "**Beslutslogg**\n| Nr | Beslut | Gäller från | Ansvarig |\n| 26-21 | Resor kräver ok | 1/4 | HN |\n| 26-22 | Skyltar köps | 1/5 | BA |"
    assert [meeting.date for meeting in read(head + log).next_meetings] == ["2026-03-24"]
