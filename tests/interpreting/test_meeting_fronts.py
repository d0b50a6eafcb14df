"""The meeting's day, hours, place and body from fronts of many habits: without a year, in sentences, in page headers, without a body's noun."""

from __future__ import annotations

from pathlib import Path

import pytest

from functions.model.minutes import MeetingFacts
from tests.interpreting.pages import read

ROSTER = "Närvarande: Helga Norin (ordf), Bo Alm, Tove Myr (sekr)\nFrånvarande: Sven Udd\n"
ITEMS = (
    "# 1. Öppnande\nHelga Norin öppnade mötet och hälsade alla välkomna.\n# 2. Köer\n"
    "Bo Alm redogjorde för läget i köerna. Rådet enades om en rutin.\n# 3. Avslutning\n{}\n"
)


def meeting(front: str, *, header: str = "", footer: str = "", end: str = "Mötet avslutades.") -> MeetingFacts:
    found = read(front + "\n" + ROSTER + ITEMS.format(end), header=header, footer=footer)
    assert found.document.kind == "minutes"
    return found.meeting


@pytest.mark.parametrize(
    ("front", "start", "end"),
    [
        ("Samordningsråd syn – möte 2/2026\nTorsdag 5 mars, 13–15, Sal Björken", "13:00", "15:00"),
        ("Minnesanteckningar Samordningsråd syn\n5/3 -26 kl 13-15.30, Sal Björken", "13:00", "15:30"),
        ("Minnesanteckningar Samordningsråd syn 260305\nTid: 13.00-15.30", "13:00", "15:30"),
        ("Samordningsråd syn\nMötesdatum: 26-03-05\nMötestid: 13–15", "13:00", "15:00"),
        ("Samordningsråd syn\nDag: 260305\nKlockan: 1300-1530", "13:00", "15:30"),
        ("Protokoll Samordningsråd syn\nMötet ägde rum den 5 mars 2026 mellan klockan 13 och 15.30 i Sal Björken.", "13:00", "15:30"),
        ("Mötesanteckningar Samordningsråd syn\n**När:** torsdag 5 mars 2026, 8–10", "08:00", "10:00"),
        ("Samordningsråd syn\nMinnesanteckningar 5 mars 2026\nKl. 13.00–15.30", "13:00", "15:30"),
        ("Samordningsråd syn 2026\nAnteckningar från träffen torsdagen den 5 mars. Vi började klockan 13 och slutade 15.30.", "13:00", "15:30"),
    ],
)
def test_day_and_hours(front: str, start: str, end: str) -> None:
    found = meeting(front)
    assert (found.date, found.start, found.end) == ("2026-03-05", start, end)


@pytest.mark.parametrize(
    ("front", "day"),
    [
        ("Samordningsråd syn 2025/2026\nTorsdag 5 mars", "2026-03-05"),  # only in 2026 a Thursday
        ("Samordningsråd syn 2025/2026\n5 mars", None),
        ("Samordningsråd syn\n5 mars", None),
        ("Samordningsråd syn 2026\nNästa möte 5 mars", None),
    ],
)
def test_a_day_without_its_year_needs_one_year_at_the_front_that_fits(front: str, day: str | None) -> None:
    assert meeting(front).date == day


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ("Helga avslutade mötet kl. 15.10.", "15:10"),
        ("Ordföranden förklarar sammanträdet avslutat 15.10.", "15:10"),
        ("Mötet avslutades. Nästa möte 9 april kl. 13.00.", None),
        ("Mötet avslutas med att taxan höjs med 15.10 kronor.", "15:10"),
        ("Mötet avslutades kl. 9.10.", None),  # before it began
    ],
)
def test_the_end_is_told_by_the_last_item_when_the_front_leaves_it_out(said: str, end: str | None) -> None:
    found = meeting("Anteckningar Samordningsråd syn 5 mars 2026 kl. 13.00", end=said)
    assert (found.start, found.end) == ("13:00", end)


@pytest.mark.parametrize(
    ("front", "place"),
    [
        ("Protokoll Samordningsråd syn\nMötet ägde rum den 5 mars 2026 i Sal Björken.", "Sal Björken"),
        ("Samordningsråd syn\nAnteckningar från mötet den 5 mars 2026. Vi höll till i Träffpunkt Linden.", "Träffpunkt Linden"),
        ("Samordningsråd syn\nMinnesanteckningar 5 mars 2026\nKl. 13.00–15.30, Björken, Umbro", "Björken, Umbro"),
        ("Samordningsråd syn\nMinnesanteckningar 5 mars 2026\nHotell Linden, Umbro", "Hotell Linden, Umbro"),
        ("Samordningsråd syn\nMinnesanteckningar 5 mars 2026\nVi talade om Hälsans hus.", None),
    ],
)
def test_the_place(front: str, place: str | None) -> None:
    assert meeting(front).place == place


@pytest.mark.parametrize(
    ("front", "header", "body"),
    [
        ("Mötesanteckningar", "Region Umbro→Samordningsråd syn→2026-03-05→Sida 1 (3)", "Samordningsråd syn"),
        ("Protokoll förvaltningssamverkan (APT)", "", "förvaltningssamverkan (APT)"),
        ("Arbetsplatsträff ögonkliniken", "", "Arbetsplatsträff ögonkliniken"),
        ("Mötesanteckningar Ögonteamet 5 mars 2026", "", "Ögonteamet"),
        ("Synlotsarna – minnesanteckningar 5 mars 2026", "", "Synlotsarna"),
        ("Minnesanteckningar 5 mars 2026", "", None),
        ("Minnesanteckningar från mötet", "", None),
        ("Vårdhygienrådets protokoll 3/2026", "", "Vårdhygienrådet"),
        ("Strokerådets möte torsdagen den 5:e mars", "", "Strokerådet"),
        ("Patientnämndens sammanträde den 5 mars 2026", "", "Patientnämnden"),
        ("Styrelsens sammanträde 2026-03-05", "", "Styrelsen"),
        ("Anteckningar från direktörsgruppens internat", "", "direktörsgruppen"),
        ("Ögonteamets anteckningar", "", "Ögonteamet"),
        ("Kommunstyrelsens arbetsutskott", "", "Kommunstyrelsens arbetsutskott"),
        ("Föreningen Bäckens styrelse", "", "Föreningen Bäckens styrelse"),
        ("Minnesanteckningar från Umbro sjukhus", "", "Umbro sjukhus"),
        ("Protokollsutdrag Hygienråd syd", "", "Hygienråd syd"),
        ("Utdrag ur protokoll Strokerådet", "", "Strokerådet"),
        ("Utkast till protokoll Samordningsråd syn", "", "Samordningsråd syn"),
        ("Programråd hud (f.d. Hudråd)", "", "Programråd hud"),
        ("Programråd hud (tidigare Hudrådet)", "", "Programråd hud"),
        ("Programråd hud, f.d. Hudrådet", "", "Programråd hud"),
        ("Samordningsråd syn (SOR)", "", "Samordningsråd syn (SOR)"),
        ("Protokoll lokal samverkansgrupp (LSG), tillika skyddskommitté, Område Syd", "", "lokal samverkansgrupp (LSG)"),
        ("Protokoll styrelsemöte nr 2 2026", "Samordningsförbundet Ånorr", "Samordningsförbundet Ånorr"),
        ("Kommunalförbundet Ånorr⏎Styrelsen", "", "Styrelsen"),
        ("Protokoll nr 2 2026⏎Vårdförbundet: Cia Dahl", "", None),
    ],
)
def test_the_body(front: str, header: str, body: str | None) -> None:
    assert meeting(front.replace("⏎", "\n"), header=header).body == body


def test_a_line_about_an_organisation_is_not_the_organisation() -> None:
    assert meeting("Samordningsråd syn\nBesked till grannregionen\n5 mars 2026", header="Region Umbro").organization == "Region Umbro"


# What is wanted (day, Ttime-time, @place, ~ at a distance), then the lines of the front (⏎ parts them, → is a tab).
BANK = Path(__file__).with_name("fronts_bank.txt").read_text(encoding="utf-8")
BELOW = """\
# Deltagare
Helga Norin (ÖS), ordförande
Bo Alm (NS), överläkare
Tove Myr (ÖS), sekreterare
# 1. Köer
Bo Alm redogjorde för läget i köerna.
# 2. Avslutning
Helga Norin avslutar mötet.
"""


@pytest.mark.parametrize("line", BANK.strip().splitlines())
def test_the_front_tells_when_and_where(line: str) -> None:
    wanted, front = (part.strip() for part in line.split("::", 1))
    found = read("Mötesanteckningar Samordningsråd ögonsjukvård\n" + front.replace("⏎", "\n") + "\n" + BELOW).meeting
    hours = f"T{found.start}" + (f"-{found.end}" if found.end else "") if found.start else ""
    assert f"{found.date}{hours}{f'@{found.place}' if found.place else ''}{'~' * found.online}" == wanted
    assert found.body == "Samordningsråd ögonsjukvård"
    assert (found.chair, found.secretary) == ("Helga Norin", "Tove Myr")
