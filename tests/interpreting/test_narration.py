"""Where minutes tell in the past what was said, or name a day to come, words that else only tell what somebody says give tasks."""

from __future__ import annotations

import pytest

from tests.interpreting.pages import read

FRONT = (
    "Mötesanteckningar Synrådet\nDatum: 5 mars 2026\nNärvarande: Helga Norin, ordförande, Bo Alm, Tove Myr, sekreterare, Cia Dahl\n"
    "## 1. Inledning\n{told}\n## 2. Köer\n{said}\n## 3. Nästa möte\n2 april 2026."
)
PAST = "Helga hälsade alla välkomna. Cia berättade om läget. Tove undrade hur det går."
PRESENT = "Helga hälsar alla välkomna. Cia berättar om läget. Tove undrar hur det går."
DEEDS = [
    "Bo går igenom listan.",
    "Bo frågar hur de mäter i Norrsund.",
    "Bo begär prover från två leverantörer.",
    "Cia påminner ute på enheterna.",
    "Bo räknar hur många som har väntat.",
    "Tove visar skylten när tryckeriet är klart.",
    "Bo och Cia läser utkastet.",
]
TOLD = [
    "Bo tycker att listan är för lång.",
    "Bo meddelar via Cia att hissen är lagad.",
    "Cia påminner om att alla kan söka.",
    "Bo går inte igenom listan.",
    "Bo hade gått igenom listan.",
    "Bo är tveksam till listan.",
    "Bo arbetar på ögonkliniken.",
]
COMING = ["Bo redovisar utfallet i april.", "Bo svarar den 20 april.", "Cia presenterar siffrorna i maj.", "Bo redovisar i styrgruppen 30/4."]
OF_A_DAY = [
    "Bo redovisar utfallet i januari.",
    "Bo redogör för läget i april.",
    "Cia påminner om utbildningen den 20 april.",
    "Bo informerar om att hissen byts i maj.",
    "Cia presenterar siffrorna från april.",
    "Bo berättar om resan den 2 maj.",
]


def tasks(told: str, said: str) -> list[str]:
    return [action.text for action in read(FRONT.format(told=told, said=said)).actions]


@pytest.mark.parametrize("said", DEEDS)
def test_a_deed_in_the_present_is_a_task_amid_what_is_told_in_the_past(said: str) -> None:
    assert len(tasks(PAST, said)) == 1
    assert tasks(PRESENT, said) == []


@pytest.mark.parametrize("said", TOLD)
def test_what_is_told_amid_the_past_is_none(said: str) -> None:
    assert tasks(PAST, said) == []


@pytest.mark.parametrize("said", COMING)
def test_a_day_to_come_makes_a_task_in_any_minutes(said: str) -> None:
    assert len(tasks(PRESENT, said)) == 1


@pytest.mark.parametrize("said", OF_A_DAY)
def test_the_day_of_what_is_told_makes_none(said: str) -> None:
    assert tasks(PRESENT, said) == []
