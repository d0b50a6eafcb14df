"""A list of tasks is known by number, owner and status, whatever heads the column of tasks."""

from __future__ import annotations

import pytest

from tests.interpreting.pages import read

FRONT = (
    "Mötesanteckningar Synrådet\nDatum: 5 mars 2026\nNärvarande: Helga Norin, ordförande, Bo Alm, Tove Myr, sekreterare, Cia Dahl\n"
    "## 1. Inledning\nHelga hälsade.\n## 2. {title}\n"
)
BEHIND = "\n\n## 3. Köer\nBo redogjorde för köerna.\n## 4. Nästa möte\n2 april 2026."
LOG = (
    "| 41 | Riskanalys reservrutin | Bo | Klar, skickad till cheferna |\n| 43 | Kostnader för recept | Cia | Pågår, siffror saknas |\n"
    "| 45 | Förteckning över appar | Tove | Klar, 63 stycken |"
)


@pytest.mark.parametrize("title", ["Uppföljning av AP", "Läget", "Genomgång"])
@pytest.mark.parametrize(
    "header",
    [
        "AP | Text | Ansvarig | Läge",
        "Nr | Beskrivning | Ansvarig | Status",
        "Id | Rubrik | Ansvarig | Status",
        "AP | Innehåll | Ägare | Status",
        "# | Sak | Vem | Hur går det",
        "Löpnr | Aktionspunkt | Ansvarig | Status",
        "Nr | Text | Vem | Status",
        "AP-nr | Vad | Vem | Läge",
        "Nr | Aktion | Ansv. | Läge",
    ],
)
def test_what_became_of_each_task_is_read(title: str, header: str) -> None:
    found = read(FRONT.format(title=title) + f"| {header} |\n{LOG}" + BEHIND)
    assert [(one.text, one.status, one.owners) for one in found.follow_ups] == [
        ("Riskanalys reservrutin", "done", ("Bo Alm",)),
        ("Kostnader för recept", "kept", ("Cia Dahl",)),
        ("Förteckning över appar", "done", ("Tove Myr",)),
    ]
    assert not found.actions and not found.postponed
    assert [item.number for item in found.items] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    "table",
    [
        "| Projekt | Status | Kommentar |\n| Bildarkivet | Klart | Tar plats |\n| Remisser | Grön | Går bra |",
        "| Projekt | Ansvarig | Status |\n| Bildarkivet | Bo | Klart |\n| Remisser | Cia | Klart |",  # of projects, not of tasks
        "| Nr | Projekt | Ansvarig | Status |\n| 1 | Bildarkivet | Bo | Grön |\n| 2 | Remisser | Cia | Röd |",
        "| Kapitel | Text | Ansvarig |\n| 1 | Inledning | Bo |\n| 2 | Metod | Cia |",
        "| Nr | Fall | Orsak | Ansvarig | Status |\n| 1 | Fall på rummet | Halt golv | Bo | Klart |\n| 2 | Fall i duschen | Mattan | Cia | Klart |",
    ],
)
def test_another_table_is_no_list_of_tasks(table: str) -> None:
    found = read(FRONT.format(title="Projektläget") + table + BEHIND)
    assert not found.actions and all(one.status == "mentioned" for one in found.follow_ups)
