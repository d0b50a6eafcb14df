"""What people ask of the register: a point's story, decisions, tables and calendar files."""

from __future__ import annotations

import csv
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from tests.pipeline.desk import EYES, Desk, ask, command, lines_of, minutes

FIRST = minutes(
    "2026-03-05",
    "Fotografering: Rådet beslutar att köpa en ögonbottenkamera.\nBo Alm skriver en rutin för ögonbottenfotografering senast den 30 april 2026.",
    "Skyltar: Frågan om skyltar bordläggs till nästa möte.",
    coming=("2026-04-16",),
)
SECOND = minutes(
    "2026-04-16",
    "Föregående mötesanteckningar: Föregående mötesanteckningar godkänns och läggs till handlingarna.",
    "Uppföljning: Bo Alm, rutin för ögonbottenfotografering: kvarstår.",
    "Skyltar: Frågan om skyltar bordläggs till nästa möte.",
    coming=("2026-05-28",),
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.put("a.docx", FIRST)
    desk.put("b.docx", SECOND)
    desk.run()
    return desk


def calendar_of(text: str) -> Calendar:
    found = Calendar.from_ical(text)
    assert isinstance(found, Calendar)
    return found


def test_the_story_of_a_point_has_every_word_of_minutes_and_people(desk: Desk) -> None:
    key = desk.row("rutin").key
    desk.set(key, "owner", "Cia Dahl")
    told = " ".join(ask("history", key[:8], "--in", desk.root, "--today", "2026-05-10").split())
    assert "2026-03-05 Kom till, punkt 2" in told
    assert "2026-04-16 Är kvar, punkt 3" in told
    assert "”Bo Alm, rutin för ögonbottenfotografering” ”kvarstår.” b.docx" in told
    assert "Ansvarig ändrades till ”Cia Dahl” av Tove Myr" in told
    assert "har följt med i ett möte" in told
    (row,) = lines_of(ask("history", key, "--json", "--in", desk.root))
    assert [event["type"] for event in row["events"]] == ["opened", "kept", "edited"]
    assert row["events"][2]["change"] == {"field": "owner", "value": "Cia Dahl"}


def test_a_key_that_fits_nothing_says_how_to_find_one(desk: Desk) -> None:
    for key in ("ffffffffff", "rutin"):
        told = command("history", key, "--in", desk.root)
        assert told.returncode == 2
        assert "dagordning register" in told.stderr


def test_decisions_are_found_in_any_form_with_where_they_stand(desk: Desk) -> None:
    told = " ".join(ask("decisions", desk.root, "kameran").split())
    assert "1 beslut om ”kameran”" in told
    assert f"2026-03-05 · {EYES} · punkt 2 Fotografering" in told
    assert "Rådet beslutar att köpa en ögonbottenkamera." in told
    assert "Godkänt på möte · a.docx" in told
    (found,) = lines_of(ask("decisions", desk.root, "kamera", "--json"))
    assert found["approved"] is True
    assert found["quotes"][0]["text"] in "Rådet beslutar att köpa en ögonbottenkamera."


def test_words_that_only_seem_to_tell_of_a_decision_say_so(desk: Desk) -> None:
    desk.put(
        "c.docx",
        minutes(
            "2026-05-07",
            "Förbandssortimentet: Upphandlingen av förband är klar. Nytt sortiment gäller från 1 juni. Silverförbanden utgår.",
            coming=(),
        ),
    )
    desk.on("2026-05-20").run()
    (found,) = lines_of(ask("decisions", desk.root, "sortiment", "--json", "--today", "2026-05-20"))
    assert found["tier"] == "proposed"
    assert "Ej godkänt än · verkar vara ett beslut · c.docx" in " ".join(ask("decisions", desk.root, "sortiment", "--today", "2026-05-20").split())
    assert "verkar vara" not in ask("decisions", desk.root, "kamera")


def test_a_decision_that_is_not_there_is_said_to_be_missing(desk: Desk) -> None:
    assert ask("decisions", desk.root, "månlandning") == "Inget beslut om ”månlandning” finns i de anteckningar som är inlästa.\n"
    assert ask("decisions", desk.root, "månlandning", "--json") == ""


def test_the_register_shows_age_and_how_often_something_was_put_off(desk: Desk) -> None:
    told = " ".join(ask("register", desk.root, "--today", "2026-05-10").split())
    assert "har följt med i ett möte" in told
    assert "uppskjuten en gång" in told


def test_the_register_of_one_person_holds_only_that_persons_points(desk: Desk) -> None:
    assert [row["owners"] for row in lines_of(ask("register", desk.root, "--owner", "bo", "--json"))] == [["Bo Alm"]]
    assert ask("register", desk.root, "--owner", "Ingen Alls") == "Inga punkter.\n"


def test_the_table_opens_in_a_swedish_excel(desk: Desk, tmp_path: Path) -> None:
    desk.add("=HYPERLINK(1)")
    place = tmp_path / "ut.csv"
    ask("register", desk.root, "--csv", place, "--today", "2026-05-10")
    data = place.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert {row["Punkt"] for row in rows} >= {"'=HYPERLINK(1)"}
    assert {row["Uppskjuten antal gånger"] for row in rows} == {"0", "1"}
    assert {row["Råd"] for row in rows} == {EYES}


def test_the_calendar_has_coming_meetings_and_days_to_keep(desk: Desk) -> None:
    desk.set(desk.row("rutin").key, "due", "2026-06-01")
    found = calendar_of(ask("register", desk.root, "--ics", "-", "--today", "2026-05-10"))
    meeting, deadline = sorted(found.events, key=lambda event: str(event["SUMMARY"]), reverse=True)
    assert meeting["SUMMARY"] == EYES
    assert meeting.start == datetime(2026, 5, 28, 13, tzinfo=ZoneInfo("Europe/Stockholm"))
    assert meeting["LOCATION"] == "Sal Linden"
    assert str(deadline["SUMMARY"]).startswith("Klart senast: Bo Alm skriver en rutin")
    assert deadline["TRANSP"] == "TRANSPARENT"


def test_the_same_day_gives_the_same_calendar_and_a_moved_meeting_keeps_its_id(desk: Desk) -> None:
    before = ask("register", desk.root, "--ics", "-", "--today", "2026-05-10")
    assert ask("register", desk.root, "--ics", "-", "--today", "2026-05-10") == before
    desk.put("c.docx", minutes("2026-05-07", "Flytt: Mötet den 28 maj 2026 flyttas till den 4 juni 2026.", coming=()))
    desk.on("2026-05-20").run()
    (known,) = (event for event in calendar_of(before).events if event["SUMMARY"] == EYES)
    (moved,) = (event for event in calendar_of(ask("register", desk.root, "--ics", "-", "--today", "2026-05-20")).events if event["SUMMARY"] == EYES)
    assert str(moved["UID"]) == str(known["UID"])
    assert (known.start, moved.start) == (datetime(2026, 5, 28, 13, tzinfo=ZoneInfo("Europe/Stockholm")), date(2026, 6, 4))
    assert "Flyttat från 2026-05-28" in str(moved["DESCRIPTION"])


def test_the_agenda_comes_as_a_calendar_file_and_nothing_is_written(desk: Desk, tmp_path: Path) -> None:
    drafts = desk.drafts()
    place = tmp_path / "mote.ics"
    ask("draft", desk.root, "--council", EYES, "--ics", place, "--today", "2026-05-10")
    (event,) = calendar_of(place.read_text(encoding="utf-8")).events
    assert event.start == datetime(2026, 5, 28, 13, tzinfo=ZoneInfo("Europe/Stockholm"))
    assert "Skyltar" in str(event["DESCRIPTION"])
    assert desk.drafts() == drafts


@pytest.mark.parametrize("known", [True, False])
def test_a_meeting_whose_end_nobody_wrote_lasts_as_the_last_ones_and_says_so_or_has_no_end(tmp_path: Path, known: bool) -> None:
    desk = Desk(tmp_path)
    desk.put(
        "a.docx",
        minutes("2026-03-05", "Skyltar: Frågan om skyltar bordläggs till nästa möte.", coming=(), start="12.30", end="15.00" if known else None),
    )
    desk.run()
    ask("meeting", EYES, "2026-05-28", "--time", "13.00", "--in", desk.root, "--today", "2026-05-10")
    for asked in ("register", "draft"):
        (event,) = calendar_of(ask(asked, desk.root, "--council", EYES, "--ics", "-", "--today", "2026-05-10")).events
        lasts = event["DTEND"].dt - event["DTSTART"].dt if "DTEND" in event else None
        assert lasts == (timedelta(hours=2, minutes=30) if known else None)
        assert ("Sluttiden är beräknad: rådets senaste möten har tagit 2 h 30 min." in str(event.get("DESCRIPTION"))) == known


def test_a_file_that_cannot_be_written_is_told_with_its_exit_code(desk: Desk) -> None:
    told = command("register", desk.root, "--csv", desk.root)
    assert told.returncode == 7
    assert "kan inte skrivas" in told.stderr
    told = command("register", desk.root, "--csv", desk.root / "finns" / "inte.csv")
    assert told.returncode == 2
    assert "Gör den först" in told.stderr


def test_a_day_that_has_passed_without_minutes_is_no_next_meeting(desk: Desk) -> None:
    told = ask("register", desk.root, "--today", "2026-12-20")
    assert "anteckningar saknas från 2026-05-28, nästa möte är inte bestämt" in told


def test_a_misspelled_owner_is_told_who_may_be_meant(desk: Desk) -> None:
    assert "Menas Bo Alm?" in ask("register", desk.root, "--owner", "Allm", "--today", "2026-05-10")
    assert "Menas" not in ask("register", desk.root, "--owner", "Qwerty Zon", "--today", "2026-05-10")
