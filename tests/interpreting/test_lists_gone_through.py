"""What tells that a list was gone through is no task, and a letter to somebody is not the previous minutes."""

from __future__ import annotations

import pytest

from tests.interpreting.pages import read

FRONT = (
    "Mötesanteckningar Synrådet\nDatum: 5 mars 2026\nNärvarande: Helga Norin, ordförande, Bo Alm, Tove Myr, sekreterare, Cia Dahl\n"
    "## 1. Inledning\nHelga hälsade.\n"
)
BEHIND = "\n## 3. Avslut\nMötet avslutades."


@pytest.mark.parametrize(
    "line", ["Listan gicks igenom.", "Åtgärdslistan genomgicks.", "Vi gick igenom listan.", "Förra mötets uppgifter stämdes av."]
)
def test_a_list_gone_through_is_no_task(line: str) -> None:
    found = read(f"{FRONT}## 2. Köer\nKön är lång.\nÅtgärder:\n- {line}\n- Bo bokar sal.{BEHIND}")
    assert [one.text for one in found.actions] == ["Bo bokar sal."]


@pytest.mark.parametrize("line", ["Listan gås igenom till nästa möte (Bo).", "Bo går igenom listan före 20 mars.", "Gå igenom listan, Bo"])
def test_a_list_to_go_through_is_one(line: str) -> None:
    found = read(f"{FRONT}## 2. Köer\nKön är lång.\nÅtgärder:\n- {line}\n- Cia bokar sal.{BEHIND}")
    assert [one.owners for one in found.actions] == [("Bo Alm",), ("Cia Dahl",)]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Brevet till nämnden är avsänt.", "done"),
        ("Brevet till kommunerna har skickats och svar har kommit.", "done"),
        ("Brevet till regionen är inte skickat.", "kept"),
        ("Skrivelsen är avsänd.", "done"),
    ],
)
def test_a_letter_to_somebody_is_an_earlier_task(line: str, told: str) -> None:
    found = read(f"{FRONT}## 2. Föregående protokoll\nProtokollet lades till handlingarna.\n{line}{BEHIND}")
    assert [(one.text, one.status) for one in found.follow_ups] == [(line, told)]


@pytest.mark.parametrize("line", ["Brevet är skickat till alla.", "Förra brevet är utskickat.", "Protokollet är justerat och utlagt."])
def test_the_minutes_themselves_are_none(line: str) -> None:
    found = read(f"{FRONT}## 2. Föregående protokoll\nInga synpunkter.\n{line}{BEHIND}")
    assert not found.follow_ups


def test_that_all_have_it_goes_on_with_the_task_before() -> None:
    found = read(f"{FRONT}## 2. Från förra mötet\n- Cia har gjort om bilden. Alla har fått den.\n- Bo har skrivit till nämnden.{BEHIND}")
    assert [one.text for one in found.follow_ups] == ["Cia har gjort om bilden. Alla har fått den.", "Bo har skrivit till nämnden."]
