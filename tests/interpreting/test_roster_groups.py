"""Attendance lists by place, party and office, in lines, cells and rows; and those who sign."""

from __future__ import annotations

import pytest

from tests.interpreting.pages import read

HEAD = "Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\n"
END = "\n# 1. Öppnande\nMötet öppnades.\n# 2. Köer\nLäget diskuterades och rådet enades om en rutin.\n# 3. Avslut\nMötet avslutades.\n"
FIVE = {"Viveka Rosdahl": "present", "Torkel Hemming": "present", "Ylva Sandahl": "present", "Rune Ottosson": "present", "Pontus Ekelöf": "absent"}


def attendance(roster: str, *, end: str = END) -> dict[str, str]:
    found = read(HEAD + roster + end)
    assert found.document.kind == "minutes"
    return {p.name: p.attendance for p in found.people}


@pytest.mark.parametrize(
    "roster",
    [
        "Närvarande\nUmbro – {0}, {1}\nKarlby – {2}\nFalstad – {3}\nEj närvarande: {4}",
        "Deltagare\nUmbro→{0} och {1}\nKarlby→{2}\nFalstad→{3}\nFrånvarande\nSundvik→{4}",
        "Närvarande: Umbro: {0} och {1}; Karlby: {2}; Falstad: {3}\nFrånvarande: {4}",
        "Närvarande från Umbro: {0}, {1}. Från Karlby: {2}. Från Falstad: {3}. Förhindrad: {4}.",
        "Närvarande:\nUmbro sjukhus, {0}\nKarlby, {1}\nRegionen, {2}\nFalstad, {3}\nFrånvarande:\nRegionen, {4}",
        "Deltagare: {0} (ordförande), {1} (sekreterare), {2}, {3}. Förhinder: {4}",
        "Ordförande: {0}. Sekreterare: {1}. Ledamöter: {2} (Umbro), {3} (Karlby). Frånvarande: {4}.",
        "Närvarande: 1) {0}, 2) {1}, 3) {2}, 4) {3}\nFrånvarande: 5) {4}",
        "Anslöt digitalt: {0}, {1}\nFysiskt på plats: {2}, {3}\nLämnat återbud: {4}",
        "I rummet: {0}, {1}\nUppkopplade: {2}, {3}\nSaknades: {4}",
        "Närvarande: {0}, {1}, {2} & {3}. Ej: {4}",
        "Närvarande:⏎{0}, ordförande⏎{1}⏎{2}⏎{3}⏎Frånvarande:⏎{4}",
        "NÄRVARANDE\n{0}→ordf.→x\n{1}→viceordf.→x\n{2}→medlem→x\n{3}→medlem→x\n{4}→medlem→–",
        "Stina Roos skrev kallelsen.\nNärvarande: {0}, {1}, {2} & {3}; meddelat frånvaro: {4}",
    ],
)
def test_groups_of_people_in_lines(roster: str) -> None:
    assert attendance(roster.format(*FIVE)) == FIVE


@pytest.mark.parametrize(
    "roster",
    [
        "| Län | Deltagare |\n| Umbro län | {0}, {1} |\n| Karlby län | {2} |\n| Falstad län | {3} |\n| Frånvarande | {4} |",
        "| Region | Närvarande | Frånvarande |\n| Umbro | {0}, {1} | |\n| Karlby | {2} | {4} |\n| Falstad | {3} | |",
        "| Region | Representant | Närvarande |\n| Umbro | {0} | X |\n| Sal | {1} | X |\n| Ås | {2} | X |\n| Falstad | {3} | X |\n| Sund | {4} | |",
        "| Plats: Sal 2⏎Tid: 13–15 | Närvarande:⏎{0}⏎{1}⏎{2}⏎{3}⏎Frånvarande:⏎{4} |",
        "| **Närvarande**⏎{0}⏎{1}⏎{2}⏎{3} | **Frånvarande**⏎{4} |",
        "| Init | Namn | Roll | Närv |\n| VR | {0} | ordf | x |\n| TH | {1} | sekr | x |\n| YS | {2} | | x |\n| RO | {3} | | x |\n| PE | {4} | | |",
        "| Närvarande | | |\n| {0} | {1} | {2} |\n| {3} | | |\n| Frånvarande | | |\n| {4} | | |",
        "| Närvarande |\n| {0}, ordförande |\n| {1} |\n| {2} |\n| {3} |\n| Frånvarande |\n| {4} |",
        "| Verksamhet | Namn |\n| Umbro sjukhus | {0}, {1} |\n| Karlby vårdcentral | {2} |\n| Falstad | {3} |\n| Regionen | {4} (frånvarande) |",
        "| Ordförande | {0} |\n| Sekreterare | {1} |\n| Ledamöter | {2}, {3} |\n| Förhindrade | {4} |",
        "| | Närvarande | Frånvarande |\n| {0}, ordf. | x | |\n| {1} | x | |\n| {2} | x | |\n| {3} | x | |\n| {4}, medlem | | x |",
        "| Närvarande: {0}, {1}, {2} |\n| Adjungerade deltog inte |\n| Även närvarande: {3} |\n| Frånvarande: {4} |",
    ],
)
def test_groups_of_people_in_tables(roster: str) -> None:
    assert attendance(roster.format(*FIVE)) == FIVE


def test_members_and_substitutes_with_a_column_of_crosses_each() -> None:
    assert attendance("| Medlemmar | | Ersättare | |\n| Viveka Rosdahl | X | Torkel Hemming | |\n| Ylva Sandahl | | Rune Ottosson | X |") == {
        "Viveka Rosdahl": "present",
        "Torkel Hemming": "absent",
        "Ylva Sandahl": "absent",
        "Rune Ottosson": "present",
    }


def test_a_roll_call_in_the_first_item() -> None:
    names = ", ".join(list(FIVE)[:4])
    end = "\n# § 2 Köer\nLäget diskuterades och rådet enades om en rutin.\n# § 3 Avslut\nMötet avslutades.\n"
    assert attendance("", end=f"# § 1 Upprop\nVid upprop antecknas följande närvarande: {names}. Frånvarande: Pontus Ekelöf.{end}") == FIVE
    said = f"Ordföranden konstaterade att {names} var närvarande och att Pontus Ekelöf anmält förhinder."
    assert attendance("", end=f"# § 1 Öppnande\n{said}{end}") == FIVE


@pytest.mark.parametrize(
    "signed",
    [
        "Vid protokollet→Justeras\nTorkel Hemming→Viveka Rosdahl",
        "Vid protokollet:\nTorkel Hemming\nJusteras:\nViveka Rosdahl",
        "| Vid protokollet | Justeras |\n| Torkel Hemming | Viveka Rosdahl |",
        "Ordförande→→Sekreterare\n______→→______\nViveka Rosdahl→→Torkel Hemming",
    ],
)
def test_who_signs_beside_or_below_an_office(signed: str) -> None:
    found = read(HEAD + "Närvarande: Viveka Rosdahl, Torkel Hemming" + END + signed)
    assert found.meeting.secretary == "Torkel Hemming"
    roles = {p.name: p.role for p in found.people}
    assert roles["Viveka Rosdahl"] == ("chair" if "Ordförande" in signed else "adjuster")


def test_rows_that_tell_of_items_are_no_lists() -> None:
    found = read(
        HEAD
        + "Närvarande: Viveka Rosdahl, Torkel Hemming\n| § 1 | **Öppnande** |\n| Föredragande | Viveka Rosdahl |\n| § 2 | **Utbildning C-båge** |\n"
        "| Beslut | Rådet beslutar att köpa en kamera. |\n| § 3 | **Avslut** |\n| | Mötet avslutades. |\n"
    )
    assert {p.name: p.attendance for p in found.people} == {"Viveka Rosdahl": "present", "Torkel Hemming": "present"}


def test_an_association_by_its_letters_is_nobody_and_sends_its_people() -> None:
    people = read(
        "Minnesanteckningar Äldrerådet\nDatum: 5 mars 2026\nNärvarande\nPRO Vallby: Bo Alm, Cia Dahl\nSPF Seniorerna Vallby-Hult: Eva Holm, Rut Ask\n"
        "Kommunen: Tove Myr, sekreterare\n# 1. Öppnande\nBo Alm hälsar välkommen.\n# 2. Taxor\nEva Holm skickar listan.\n"
    ).people
    assert [(p.name, p.affiliation) for p in people][2:4] == [("Eva Holm", "SPF Seniorerna Vallby-Hult"), ("Rut Ask", "SPF Seniorerna Vallby-Hult")]
    assert len(people) == 5


def test_those_from_an_organisation_who_came_at_an_hour_were_there_in_part() -> None:
    people = read(
        "Mötesanteckningar Rådet för syn\nDatum: 5 mars 2026\nNärvarande: Helga Norin, Bo Alm\nFrån Östby, från 14.30: Cia Dahl, Eva Holm\n"
        "Från primärvården: Sven Udd\n# 1. Kameror\nBo Alm beställer kameror.\n# 2. Avslutning\nHelga Norin avslutar.\n"
    ).people
    told = {p.name: (p.affiliation, p.attendance) for p in people}
    assert told["Cia Dahl"] == told["Eva Holm"] == ("Östby", "partial")
    assert told["Sven Udd"] == ("primärvården", "present")
    assert told["Bo Alm"] == (None, "present")


def test_a_day_before_people_is_nobody_s_organisation() -> None:
    people = read(
        "Mötesanteckningar Rådet för syn, internat\nDatum: 5 mars 2026\nNärvarande\nDag 1: Helga Norin, Bo Alm\nDag 2: Helga Norin, Sven Udd\n"
        "Dagvården Norr: Cia Dahl\n# 1. Kameror\nBo Alm beställer kameror.\n# 2. Avslutning\nHelga Norin avslutar.\n"
    ).people
    assert [(p.name, p.affiliation) for p in people] == [("Helga Norin", None), ("Bo Alm", None), ("Sven Udd", None), ("Cia Dahl", "Dagvården Norr")]
