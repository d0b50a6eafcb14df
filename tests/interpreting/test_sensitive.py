"""Personal identity numbers and reasons for absence are in no field of the result."""

from __future__ import annotations

from dataclasses import replace

import pytest

from functions.interpreting.sensitive import is_sensitive, withhold
from functions.languages import load
from functions.model.minutes import WITHHELD
from tests.interpreting.pages import ROSTER, minutes_with, read

PACK = load("sv")
NUMBERS = (
    "640823-3234",
    "19640823-3234",
    "196408233234",
    "6408233234",
    "640823 3234",
    "640883-3231",
    "640823+3234",
    "640823-3235",
)  # the last with a slip of the pen


@pytest.mark.parametrize("number", NUMBERS)
def test_a_personal_identity_number_is_told(number: str) -> None:
    assert is_sensitive(f"Bo Alm kontaktar {number} om tiden.", pack=PACK)


@pytest.mark.parametrize(
    "text", ["Ring 031-123 45 67.", "Dnr 2026-00412", "2026-03-05 kl. 13.00", "6408233235", "Faktura 1234567890", "kr 640 823 323 400"]
)
def test_other_figures_are_none(text: str) -> None:
    assert not is_sensitive(text, pack=PACK)


@pytest.mark.parametrize(
    "text",
    [
        "Bo kontaktar Cia, som är utbränd, om planen.",
        "Cia ringer Bo (magsjuk) i veckan.",
        "under hennes sjukskrivning",
        "Cias sjukfrånvaro",
        "Toves cellgiftsbehandling",
        "Cia hälsar, Bo hemma med feber",
        "Asta ringer patienten Per Ask om en tid.",
    ],
)
def test_health_said_of_one_person_is_told(text: str) -> None:
    assert is_sensitive(text, pack=PACK)


@pytest.mark.parametrize(
    "text",
    [
        "Rådet diskuterade cellgiftsbehandling för patienter som är svårt sjuka.",
        "Region Nord har sjukskrivningsprocessen klar.",
        "Cia presenterar en rutin för cancerbehandling.",
        "Bo Alm är ansvarig för cancerplanen.",
        "Cia Dahl, verksamhetschef sjukhus",
    ],
)
def test_health_as_the_councils_matter_is_none(text: str) -> None:
    assert not is_sensitive(text, pack=PACK)


@pytest.mark.parametrize("text", ["Bo är sjuk.", "återbud (sjukskriven)", "Cia vabbar", "Tove är föräldraledig till hösten", "vård av sjukt barn"])
def test_a_reason_for_absence_is_told(text: str) -> None:
    assert is_sensitive(text, pack=PACK)


@pytest.mark.parametrize("text", ["Östby sjukhus", "sjukvården", "sjuksköterskor", "sjukskrivningsprocessen", "svårt sjuka barn"])
def test_words_of_care_are_none(text: str) -> None:
    assert not is_sensitive(text, pack=PACK)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_is_in_no_field_of_the_result(number: str) -> None:
    minutes = read(
        f"{ROSTER}# 1. Ärende {number}\n"
        f"Rådet beslutar att avsluta ärende {number}. Bo Alm kontaktar {number} senast den 3 april.\n"
        f"Frågan om {number} bordläggs till nästa möte.\n"
        f"# 2. Nästa möte\nNästa möte är den 23 april 2026, {number}.\n| Vad | Vem | När |\n| Ringa {number} | Cia Dahl | 3 maj |\n"
    )
    assert number not in repr(minutes)
    assert minutes.actions and minutes.decisions and minutes.postponed
    assert minutes.actions[0].text == WITHHELD
    assert minutes.actions[0].quotes[0].text is None


def test_illness_is_in_no_field_of_the_result() -> None:
    minutes = minutes_with("Bo Alm är sjuk och Cia Dahl kontaktar hans ersättare.", "Rådet beslutar att skicka blommor eftersom Sven är sjukskriven.")
    assert "sjuk" not in repr(minutes).replace("ögonsjukvård", "").replace("sjukhus", "")


def test_what_is_not_sensitive_keeps_its_words() -> None:
    assert minutes_with("Cia Dahl kontaktar Norra sjukhuset.").actions[0].text == "Cia Dahl kontaktar Norra sjukhuset."


def test_a_hash_of_ours_whose_figures_look_like_one_is_kept() -> None:
    plain = minutes_with("Läget: Tove Myr informerade.")
    mark = "d51603c9196ce6408233234bce0b545ed4ec77ee9e8cd607c591cdeae17c15bb"
    assert is_sensitive(mark, pack=PACK)
    told = withhold(replace(plain, document=replace(plain.document, fingerprint=mark)), pack=PACK)
    assert told.document.fingerprint == mark
