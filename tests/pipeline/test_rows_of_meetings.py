"""What a person does to a meeting in Rådens möten is the calendar's, whatever later minutes say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from functions.model.register import Meeting
from functions.pipeline import take_rows
from functions.publishing.lists import FOLLOW_UP, MEETINGS
from tests.pipeline.desk import EYES, minutes
from tests.pipeline.table import WHO, Table, at_table

KEY = "samordningsråd-ögonsjukvård/2026-05-21"


@pytest.fixture(params=["memory", "folder", "sharepoint"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Table]:
    with at_table(request.param, tmp_path) as table:
        table.put("a.docx", minutes("2026-03-05", coming=("2026-05-21", "2026-09-10")))
        table.run()
        table.changes()
        yield table


def _hear(table: Table) -> None:
    told = table.changes()
    take_rows(told, table.place)
    take_rows(told, table.place)


def _calendar(table: Table) -> dict[str, Meeting]:
    return {meeting.date: meeting for register in table.registers() for meeting in register.meetings}


def _rows(table: Table) -> dict[str, dict[str, object]]:
    return {row.key: dict(row.values) for row in table.listed(MEETINGS)}


def test_every_meeting_has_a_row_that_keeps_its_key_when_it_is_held(table: Table) -> None:
    assert sorted(_rows(table)) == [f"samordningsråd-ögonsjukvård/{day}" for day in ("2026-03-05", "2026-05-21", "2026-09-10")]
    later = table.on("2026-05-25")
    later.save("b.docx", minutes("2026-05-21", "Kö: Kön diskuteras.", coming=("2026-09-10",)))
    assert len(_rows(table)) == 3
    assert (_rows(table)[KEY]["Hålls"], _rows(table)[KEY]["Källa"], _rows(table)[KEY]["Inläsning"]) == ("Hållet", "b.docx", "Inläst")


def test_a_meeting_that_a_person_moves_is_the_same_row_on_another_day(table: Table) -> None:
    table.set_row(MEETINGS, KEY, {"Datum": "2026-05-28"})
    _hear(table)
    (event,) = table.said()
    assert (event.by, event.meeting, event.data["field"], event.data["value"]) == (WHO, "2026-05-21", "date", "2026-05-28")
    assert (_calendar(table)["2026-05-28"].moved_from, "2026-05-21" in _calendar(table)) == ("2026-05-21", False)
    assert (_rows(table)[KEY]["Datum"], _rows(table)[KEY]["Flyttat från"], len(_rows(table))) == ("2026-05-28", "2026-05-21", 3)
    assert table.cells("a.docx")["DgNextMeeting"] == "2026-05-28"
    table.save("a v2.docx", minutes("2026-03-05", "Kö: Kön diskuteras.", coming=("2026-05-21", "2026-09-10")))
    assert "2026-05-21" not in _calendar(table)
    later = table.on("2026-06-02")
    later.save("b.docx", minutes("2026-05-28", "Kö: Kön diskuteras."))
    assert (_rows(table)[KEY]["Hålls"], _rows(table)[KEY]["Datum"]) == ("Hållet", "2026-05-28")


def test_what_was_meant_for_a_meeting_follows_when_a_person_moves_it(table: Table) -> None:
    table.add_row(FOLLOW_UP, {"Punkt": "Lokaler i Östby", "Klart senast": "2026-05-21"})
    table.set_row(MEETINGS, KEY, {"Datum": "2026-05-28"})
    _hear(table)
    assert table.point("Lokaler").due.date == "2026-05-28"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"Tid": "efter lunch"}, None),
        ({"Tid": "9.30-11"}, ("09:30", "11:00")),
        ({"Tid": "kl. 9.30–11.00"}, ("09:30", "11:00")),
        ({"Tid": "09:30"}, ("09:30", None)),
        ({"Tid": None}, (None, None)),
    ],
)
def test_the_time_is_the_persons(table: Table, cells: dict[str, str], told: tuple[str | None, str | None] | None) -> None:
    table.set_row(MEETINGS, KEY, cells)
    _hear(table)
    meeting = _calendar(table)["2026-05-21"]
    assert (meeting.start, meeting.end) == (told or ("13:00", "15:00"))
    assert ("ingen tid" in str(_rows(table)[KEY].get("Varför"))) is (told is None)


def test_place_note_and_cancelling_hold_over_later_minutes(table: Table) -> None:
    table.set_row(MEETINGS, KEY, {"Plats": "Sal Boken", "Anmärkning": "Ta med kikare", "Hålls": "Inställt"})
    _hear(table)
    table.save("b.docx", minutes("2026-04-16", "Kö: Kön diskuteras.", coming=("2026-05-21", "2026-09-10")))
    meeting = _calendar(table)["2026-05-21"]
    assert (meeting.place, meeting.note, meeting.cancelled) == ("Sal Boken", "Ta med kikare", True)
    assert {event.by for event in table.said()} == {WHO}
    assert len(table.said()) == 3
    assert table.cells("b.docx")["DgNextMeeting"] == "2026-09-10"
    table.set_row(MEETINGS, KEY, {"Hålls": "Kommande"})
    _hear(table)
    assert table.cells("b.docx")["DgNextMeeting"] == "2026-05-21"


def test_a_meeting_that_a_person_adds_is_in_the_calendar(table: Table) -> None:
    table.add_row(MEETINGS, {"Råd": EYES, "Datum": "2026-06-04", "Tid": "13:00–15:00", "Plats": "Sal Boken"})
    _hear(table)
    meeting = _calendar(table)["2026-06-04"]
    assert (meeting.start, meeting.end, meeting.place, meeting.held) == ("13:00", "15:00", "Sal Boken", False)
    assert _rows(table)["samordningsråd-ögonsjukvård/2026-06-04"]["Hålls"] == "Kommande"
    assert [event.by for event in table.said()] == [WHO]
    assert len(_rows(table)) == 4


def test_an_added_meeting_without_a_day_says_what_is_missing(table: Table) -> None:
    key = table.add_row(MEETINGS, {"Råd": EYES, "Plats": "Sal Boken"})
    _hear(table)
    assert "2026-04-27" in str(_rows(table)[key]["Varför"])
    table.set_row(MEETINGS, key, {"Datum": "2026-06-04"})
    _hear(table)
    assert _calendar(table)["2026-06-04"].place == "Sal Boken"


def test_adding_a_meeting_that_is_there_already_makes_no_second_row(table: Table) -> None:
    table.add_row(MEETINGS, {"Råd": EYES, "Datum": "2026-05-21", "Plats": "Sal Boken"})
    _hear(table)
    assert len(_rows(table)) == 3
    assert _calendar(table)["2026-05-21"].place == "Sal Boken"


def test_a_deleted_meeting_is_not_shown_again(table: Table) -> None:
    table.delete_row(MEETINGS, KEY)
    _hear(table)
    table.save("b.docx", minutes("2026-04-16", "Kö: Kön diskuteras.", coming=("2026-05-21", "2026-09-10")))
    table.run()
    assert "2026-05-21" not in _calendar(table)
    assert KEY not in _rows(table)
    assert table.cells("b.docx")["DgNextMeeting"] == "2026-09-10"
    assert [event.data["field"] for event in table.said()] == ["removed"]
    assert table.said()[0].by in ("person", WHO)  # not every library tells who deleted a row


def test_a_deleted_row_of_a_meeting_that_was_held_leaves_its_minutes_alone(table: Table) -> None:
    before = table.cells("a.docx")
    table.delete_row(MEETINGS, "samordningsråd-ögonsjukvård/2026-03-05")
    _hear(table)
    table.run()
    assert table.cells("a.docx") == before
    assert len(_rows(table)) == 2


def test_a_deleted_meeting_that_a_person_adds_anew_is_there_again(table: Table) -> None:
    table.delete_row(MEETINGS, KEY)
    _hear(table)
    table.add_row(MEETINGS, {"Råd": EYES, "Datum": "2026-05-21"})
    _hear(table)
    assert "2026-05-21" in _calendar(table)
    assert _rows(table)[KEY]["Hålls"] == "Kommande"


def test_the_day_of_a_meeting_that_was_held_is_a_word_about_its_minutes(table: Table) -> None:
    table.set_row(MEETINGS, "samordningsråd-ögonsjukvård/2026-03-05", {"Datum": "2026-03-06"})
    _hear(table)
    assert table.cells("a.docx")["DgMeetingDate"] == "2026-03-06"
    assert table.point("rutin").opened.meeting == "2026-03-06"
    assert _rows(table)["samordningsråd-ögonsjukvård/2026-03-05"]["Datum"] == "2026-03-06"
    assert len(_rows(table)) == 3
    table.save("a.docx", minutes("2026-03-05", "Kö: Cia Dahl ringer.", coming=("2026-05-21", "2026-09-10")))
    assert table.cells("a.docx")["DgMeetingDate"] == "2026-03-06"


def test_how_far_minutes_are_can_be_said_in_their_meetings_row(table: Table) -> None:
    later = table.on("2026-05-10")
    later.save("b.docx", minutes("2026-05-09", "Kö: Cia Dahl ringer de väntande."))
    key = "samordningsråd-ögonsjukvård/2026-05-09"
    assert (_rows(table)[key]["Läge"], [row for row in table.listed() if "väntande" in str(row.values["Punkt"])]) == ("Pågår", [])
    table.set_row(MEETINGS, key, {"Läge": "Klar"})
    _hear(later)
    assert table.cells("b.docx")["DgState"] == "Klar"
    assert table.row("väntande").values["Status"] == "Öppen"


def test_a_meeting_that_no_minutes_tell_of_any_more_is_closed_and_not_deleted(table: Table) -> None:
    table.save("a.docx", minutes("2026-03-05", coming=("2026-09-10",)))
    assert (_rows(table)[KEY]["Hålls"], _rows(table)[KEY]["Anmärkning"]) == ("Inställt", "Står inte kvar i anteckningarna")


def test_two_meetings_of_one_day_have_a_row_each(table: Table) -> None:
    morning = ("Kö: Kön diskuteras.", "Utbildning: Våren planeras.", "Remisser: Läget gås igenom.", "Journaler: Mallen ses över.")
    noon = ("Lokaler: Frågan bereds.", "Kamera: Inköp diskuteras.", "Schema: Sommaren gås igenom.", "Budget: Ramen presenteras.")
    table.save("b.docx", minutes("2026-04-16", *morning, start="09.00"))
    table.save("c.docx", minutes("2026-04-16", *noon, start="13.00"))
    keys = [key for key in _rows(table) if "2026-04-16" in key]
    assert len(keys) == len({_rows(table)[key]["Tid"] for key in keys}) == 2


def test_nothing_is_heard_twice_and_a_second_run_writes_nothing(table: Table) -> None:
    table.set_row(MEETINGS, KEY, {"Plats": "Sal Boken"})
    table.run()
    before = table.shown()
    table.run()
    assert table.shown() == before
    assert len(table.said()) == 1


def test_a_day_from_which_nothing_can_be_counted_is_refused_in_the_row(table: Table) -> None:
    table.set_row(MEETINGS, "samordningsråd-ögonsjukvård/2026-03-05", {"Datum": "9999-12-31"})
    _hear(table)
    assert table.said() == []
    assert "är inget datum" in str(_rows(table)["samordningsråd-ögonsjukvård/2026-03-05"]["Varför"])
    assert _calendar(table)["2026-03-05"].held


def test_a_fault_of_ours_in_one_row_is_told_there_and_stops_no_other(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> str:
        raise OverflowError(f"hemligt: {text}")

    monkeypatch.setattr("functions.listening.meetings.iso_day", broken)
    table.set_row(MEETINGS, KEY, {"Datum": "2026-05-28"})
    table.set_row(MEETINGS, "samordningsråd-ögonsjukvård/2026-09-10", {"Plats": "Sal 4"})
    _hear(table)
    assert "oväntat fel (OverflowError)" in str(_rows(table)[KEY]["Varför"])
    assert _calendar(table)["2026-09-10"].place == "Sal 4"
    assert _rows(table)[KEY]["Datum"] == "2026-05-28", "the person's word stands"
