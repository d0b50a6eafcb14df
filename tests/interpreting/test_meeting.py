"""The meeting's own facts, from labels, prose, page headers, text boxes and controls."""

from __future__ import annotations

from functions.model.minutes import MeetingFacts
from tests.interpreting.pages import read

REST = (
    "Närvarande: Helga Norin, Bo Alm, Tove Myr\n# 1. Mötets öppnande\n"
    "Helga Norin öppnade mötet.\n# 2. Köer\nBo Alm redogjorde för läget.\n# 3. Avslut\n"
    "Mötet avslutades.\n"
)


def meeting(front: str, *, rest: str = REST, header: str = "", footer: str = "", box: str = "") -> MeetingFacts:
    return read(front + "\n" + rest, header=header, footer=footer, box=box).meeting


def test_labels_tell_all() -> None:
    facts = meeting(
        "Mötesanteckningar Samordningsråd syn\nRegion Nord\nDatum: torsdag 5 mars 2026\nTid: 13.00–15.30\nPlats: Konferensrum Älv, Östby sjukhus"
    )
    assert (facts.body, facts.organization, facts.date, facts.start, facts.end) == (
        "Samordningsråd syn",
        "Region Nord",
        "2026-03-05",
        "13:00",
        "15:30",
    )
    assert facts.place == "Konferensrum Älv, Östby sjukhus" and not facts.online


def test_lines_without_labels_tell_as_much() -> None:
    facts = meeting("Protokoll programråd akutsjukvård\nTisdagen den 27 januari 2026 klockan 09.00–11.45\nRegionhuset i Östby, rum Ek")
    assert (facts.body, facts.date, facts.start, facts.place) == ("programråd akutsjukvård", "2026-01-27", "09:00", "Regionhuset i Östby, rum Ek")


def test_time_and_place_on_one_line() -> None:
    facts = meeting("Mötesanteckningar Samordningsråd syn\nTid och plats: 5 mars 2026 kl. 13.00–15.00, Sal Linden, Östby sjukhus")
    assert (facts.date, facts.start, facts.place) == ("2026-03-05", "13:00", "Sal Linden, Östby sjukhus")


def test_a_line_that_only_says_teams_is_a_meeting_at_a_distance() -> None:
    facts = meeting("Protokoll programråd syn\n5 mars 2026 kl. 09.00\nTeams")
    assert facts.online and facts.place is None


def test_prose_may_say_how_it_was_held() -> None:
    assert meeting("Mötesanteckningar Samordningsråd syn 5 mars 2026\nMötet hölls via Teams.").online
    assert meeting("Mötesanteckningar Samordningsråd syn 5 mars 2026\nSammanträdet ägde rum i Stadshuset, Östby.").place == "Stadshuset, Östby"


def test_a_title_may_say_how_it_was_held() -> None:
    assert meeting("Mötesanteckningar Samordningsråd syn – digitalt möte 5 mars 2026").online


def test_a_page_header_tells_the_date() -> None:
    assert meeting("Mötesanteckningar Samordningsråd syn", header="Region Nord→2026-03-05").date == "2026-03-05"


def test_a_text_box_tells_the_facts() -> None:
    facts = meeting("Mötesanteckningar Samordningsråd syn", box="Datum: 5 mars 2026\nPlats: Sal Linden")
    assert (facts.date, facts.place) == ("2026-03-05", "Sal Linden")


def test_a_table_of_facts_and_attendance_is_read() -> None:
    facts = meeting(
        "Mötesanteckningar Samordningsråd syn\n| Datum | 5 mars 2026 |\n| Tid | 13.00–15.00 |\n"
        "| Plats | Sal Linden |\n| Närvarande | Helga Norin⏎Bo Alm |",
        rest=REST.split("\n", 1)[1],
    )
    assert (facts.date, facts.start, facts.place) == ("2026-03-05", "13:00", "Sal Linden")


def test_the_date_of_the_former_minutes_is_not_the_meeting_s() -> None:
    assert meeting("Mötesanteckningar Samordningsråd syn\nFöregående möte: 2026-02-05\nDatum: 2026-03-05").date == "2026-03-05"


def test_chair_and_secretary_come_from_the_list() -> None:
    facts = read(
        "Mötesanteckningar Samordningsråd syn\nDatum: 5 mars 2026\n# Deltagare\nHelga Norin, ordförande\nBo Alm\nTove Myr, sekreterare\n"
        + REST.split("\n", 1)[1]
    ).meeting
    assert (facts.chair, facts.secretary) == ("Helga Norin", "Tove Myr")


def test_a_signed_day_makes_the_minutes_final() -> None:
    assert (
        meeting(
            "Mötesanteckningar Samordningsråd syn\nDatum: 5 mars 2026", rest=REST + "Vid protokollet: Tove Myr\nJusterat 2026-03-12: Helga Norin\n"
        ).state
        == "final"
    )
    assert meeting("Mötesanteckningar Samordningsråd syn\nDatum: 5 mars 2026").state == "ongoing"


def test_what_is_not_said_is_none() -> None:
    facts = meeting("Mötesanteckningar Samordningsråd syn\nDatum: 5 mars 2026")
    assert facts.place is None and facts.start is None and facts.end is None and not facts.online
