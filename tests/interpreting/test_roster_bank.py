"""A bank of attendance lists: who led, who wrote, who was there and who was not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.interpreting.pages import read

# c= the chair, s= the secretary, p= those present, a= those absent, g= guests (for a part or all of it),
# t= those there for a part, then the lines of the front (⏎ parts them, → is a tab, // parts a cell's lines).
BANK = Path(__file__).with_name("rosters_bank.txt").read_text(encoding="utf-8").strip().splitlines()
BELOW = "\n# 1. Mötets öppnande\nMötet öppnades.\n# 2. Köer\nLäget i köerna gicks igenom.\n# 3. Avslut\nMötet avslutades.\n"


@pytest.mark.parametrize("line", BANK)
def test_a_list_tells_who_was_there_and_who_led(line: str) -> None:
    told, front = line.split(" :: ", 1)
    wanted = {key: names.split(",") for key, names in re.findall(r"(\w)=(.+?)(?=\s\w=|$)", told)}
    found = read(
        "Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\n"
        + front.replace("⏎", "\n").replace("→", "\t").replace(" // ", "⏎")
        + BELOW
    )
    attendance = {person.name: person.attendance for person in found.people}
    there = {name: "present" for key in "csp" for name in wanted.get(key, ())}
    came = {name: attendance.get(name) for name in wanted.get("g", ())}
    assert attendance == {**there, **dict.fromkeys(wanted.get("a", ()), "absent"), **dict.fromkeys(wanted.get("t", ()), "partial"), **came}
    assert set(came.values()) <= {"guest", "partial"}
    assert ([found.meeting.chair], [found.meeting.secretary]) == (wanted["c"], wanted["s"])


@pytest.mark.parametrize(
    "front",
    [
        "Gruppen: beslut i korthet",
        "Teamet: arbetar vidare med listan",
        "Kallade: Helga Norin, Tove Myr, Bo Alm",  # who was asked to come, and nothing of who came
        "Kallelse till: alla medlemmar i rådet",
        "Frånvarande: AB, CD",  # initials of nobody who is known
        "Ledde till att rutinen skrevs om, vi skrev en ny",
    ],
)
def test_a_line_that_names_nobody_is_no_list(front: str) -> None:
    assert read(f"Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\n{front}{BELOW}").people == ()


@pytest.mark.parametrize(
    "line",
    [
        "Vi saknade siffror och Cia Dahl tar fram dem.",
        "Vi saknade data från Rut Lind.",
        "Kurs: Cia Dahl håller kursen i maj.",
        "Besök: Cia Dahl visar huset i maj.",
        "Ledigheter: Cia Dahl gör listan.",
    ],
)
def test_a_sentence_below_the_list_puts_nobody_on_it(line: str) -> None:
    listed = "Närvarande: Helga Norin (ordförande), Tove Myr (sekreterare), Bo Alm"
    found = read(f"Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\n{listed}\n{line}{BELOW}").people
    assert [person.name for person in found] == ["Helga Norin", "Tove Myr", "Bo Alm"]


def test_units_beside_people_below_a_point_are_no_list_of_who_was_there() -> None:
    front = "Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\nNärvarande: Helga Norin, Bo Alm, Cia Dahl"
    contacts = "| Akuten | Sven Udd |\n| Akuten | Rut Lind |\n| IVA | Maj Skog |\n| IVA | Eva Ek |"
    found = read(f"{front}\n# 1. Kontaktpersoner\nListan är ny.\n{contacts}{BELOW}")
    assert [person.name for person in found.people] == ["Helga Norin", "Bo Alm", "Cia Dahl"]


@pytest.mark.parametrize("remark", ["ej med i beslut p 4", "ej med § 4", "frånvarande § 4"])
def test_who_was_away_for_one_point_was_there_for_the_others(remark: str) -> None:
    found = read(
        f"Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\nNärvarande: Helga Norin (ordf), Bo Alm ({remark}), Cia Dahl{BELOW}"
    )
    assert {person.name: person.attendance for person in found.people}["Bo Alm"] == "partial"


@pytest.mark.parametrize(
    "row", ["Bo Alm | Berättade om köerna i Norrby som är långa.", "Bo Alm | Går i pension till sommaren och tackas", "Köer | Läget gicks igenom."]
)
def test_a_table_of_what_was_said_is_no_list_of_people(row: str) -> None:
    front = "Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\nNärvarande: Helga Norin, Bo Alm, Cia Dahl"
    found = read(f"{front}\n# 1. Laget runt\n| Namn | Kommentar |\n| {row} |\n| Cia Dahl | Har börjat på ett nytt arbete i kommunen |{BELOW}")
    assert [person.name for person in found.people] == ["Helga Norin", "Bo Alm", "Cia Dahl"]
    assert found.items[0].title == "Laget runt"


@pytest.mark.parametrize(
    ("header", "front", "organization", "place"),
    [
        ("Folktandvården Region Umbro", "5 mars 2026", "Folktandvården Region Umbro", None),
        ("Ögonrådet i Region Umbro", "5 mars 2026", "Region Umbro", None),
        ("Norra sjukhusen | Ögonrådet", "5 mars 2026", "Norra sjukhusen", None),
        ("Ögonrådet vid ån", "5 mars 2026", None, None),
        ("Brev till Region Umbro", "5 mars 2026", None, None),
        ("Region Umbro", "5 mars 2026, 13–14.30, stationen i Norrby", "Region Umbro", "stationen i Norrby"),
        ("Bilddiagnostik, Norrby sjukhus", "5 mars 2026", "Norrby sjukhus", None),
        ("Barn, unga och familj, Norrby kommun", "5 mars 2026", "Norrby kommun", None),
        ("Medicinkliniken, Region Umbro", "5 mars 2026", "Region Umbro", None),
        ("Lindskolan | Elevrådet", "5 mars 2026", "Lindskolan", None),
        ("Björkskolan F–9", "5 mars 2026", "Björkskolan F–9", None),
        ("Förskolan Blåklockan", "5 mars 2026", "Förskolan Blåklockan", None),
        ("Björkgymnasiet", "5 mars 2026", "Björkgymnasiet", None),
        ("Bo Alm, Norrby sjukhus", "5 mars 2026", None, None),
        ("Kopia till Eksalen, Norrby sjukhus", "5 mars 2026", None, None),
        ("Sal Linden, Norrby sjukhus", "5 mars 2026", None, None),
        ("Skolan och vi", "5 mars 2026", None, None),
        ("Region Umbro", "Tid och plats\n5 mars 2026 kl 13–14 i sjukhusets kyrksal", "Region Umbro", "sjukhusets kyrksal"),
        ("Region Umbro", "| Dag, tid, plats | 5 mars 2026, 13.30–15.15, Sal Eken |", "Region Umbro", "Sal Eken"),
        ("Region Umbro", "| När och var | 5 mars 2026, 13.30–15.15, Sal Eken |", "Region Umbro", "Sal Eken"),
        ("Region Umbro", "| Var och när | Sal Eken, 5 mars 2026, 13.30–15.15 |", "Region Umbro", "Sal Eken"),
        ("Region Umbro", "| Tid och rum | 5 mars 2026, 13.30–15.15, Sal Eken |", "Region Umbro", "Sal Eken"),
        ("Region Umbro", "5 mars 2026 kl 13–14, fika från 12.30", "Region Umbro", None),
        ("Region Umbro", "5 mars 2026 kl 13–14, extra möte", "Region Umbro", None),
    ],
)
def test_the_front_tells_whose_meeting_it_was_and_where(header: str, front: str, organization: str | None, place: str | None) -> None:
    found = read(f"Mötesanteckningar Samordningsråd ögonsjukvård\n{front}{BELOW}", header=header).meeting
    assert (found.organization, found.place) == (organization, place)


def test_who_comes_from_where_is_told_without_the_word_from() -> None:
    front = "Deltagare: Eva Lund, Bo Alm och Cia Dahl från föräldrarna, Moa Myr och Siv Ek från kliniken."
    people = read(f"Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\n{front}{BELOW}").people
    assert {one.name: one.affiliation for one in people if one.affiliation} == {"Cia Dahl": "föräldrarna", "Siv Ek": "kliniken"}


def test_a_note_behind_an_arrow_is_no_place() -> None:
    found = read(f"Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\nMed: Eva Lund, Bo Alm\n- Lokal -> rum 4 från april{BELOW}")
    assert found.meeting.place is None
