"""Who was there, who led and who wrote, told in sentences instead of lists."""

from __future__ import annotations

import pytest

from functions.model.minutes import Minutes
from tests.interpreting.pages import read

HEAD = "Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\n"
ITEMS = "# 1. Öppnande\n{}\n# 2. Köer\nLäget i köerna diskuterades. Rådet enades om en ny rutin.\n# 3. Avslut\nMötet avslutades.\n"


def told(front: str, opening: str = "Mötet öppnades.") -> Minutes:
    found = read(f"{HEAD}{front}\n{ITEMS.format(opening)}")
    assert found.document.kind == "minutes"
    return found


def attendance(front: str, opening: str = "Mötet öppnades.") -> dict[str, str]:
    return {p.name: p.attendance for p in told(front, opening).people}


ALL = {"Helga Norin": "present", "Bo Alm": "present", "Cia Dahl": "present", "Sven Udd": "absent"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Närvarande var Helga Norin (ordförande), Bo Alm och Cia Dahl, medan Sven Udd hade anmält förhinder.",
        "Vid mötet deltog Helga Norin, Bo Alm samt Cia Dahl. Förhinder hade Sven Udd.",
        "På mötet var Helga Norin, Bo Alm och Cia Dahl med. Sven Udd kunde inte komma.",
        "Helga Norin, Bo Alm och Cia Dahl var med. Sven Udd hade hört av sig att han inte kunde.",
        "Från sjukhuset deltog Helga Norin, överläkare, och Bo Alm. Med var också Cia Dahl. Sven Udd har lämnat återbud.",
        "Helga Norin, Bo Alm och Cia Dahl närvarade. Frånvarande var Sven Udd.",
    ],
)
def test_who_was_there_and_who_was_not(sentence: str) -> None:
    assert attendance(sentence) == ALL
    assert attendance("", sentence) == ALL


@pytest.mark.parametrize(
    "sentence",
    [
        "Helga Norin deltog i konferensen i Lund.",
        "Vid förra mötet deltog Helga Norin.",
        "Helga Norin meddelade att patienten inte kunde komma.",
        "Nästa gång deltar Helga Norin.",
    ],
)
def test_what_tells_of_something_else_lists_nobody(sentence: str) -> None:
    assert attendance("Närvarande: Bo Alm, Cia Dahl", sentence) == {"Bo Alm": "present", "Cia Dahl": "present"}


def test_a_welcome_tells_who_was_there() -> None:
    found = told(
        "", "Ordförande Helga Norin hälsade Bo Alm, Cia Dahl och Tove Myr välkomna. Sven Udd har anmält förhinder. Tove Myr utsågs till sekreterare."
    )
    assert {p.name: p.attendance for p in found.people} == ALL | {"Tove Myr": "present"}
    assert (found.meeting.chair, found.meeting.secretary) == ("Helga Norin", "Tove Myr")


def test_who_comes_in_another_s_stead_is_there_and_the_other_is_not_said_to_be() -> None:
    assert attendance("Med var Helga Norin, Bo Alm i stället för Sven Udd, samt Cia Dahl.") == {
        "Helga Norin": "present",
        "Bo Alm": "present",
        "Cia Dahl": "present",
    }


@pytest.mark.parametrize(
    ("sentence", "chair", "secretary"),
    [
        ("Bo Alm ledde mötet och Cia Dahl förde anteckningar.", "Bo Alm", "Cia Dahl"),
        ("Mötet leddes av Bo Alm. Anteckningarna fördes av Cia Dahl.", "Bo Alm", "Cia Dahl"),
        ("Till ordförande för mötet valdes Bo Alm. Till sekreterare valdes Cia Dahl.", "Bo Alm", "Cia Dahl"),
        ("Bo Alm väljs till ordförande för mötet. Cia Dahl utses till sekreterare.", "Bo Alm", "Cia Dahl"),
        ("Ordförande Bo Alm öppnade mötet.", "Bo Alm", None),
        ("Bo hälsade alla välkomna.", "Bo Alm", None),
        ("Vid förra mötet ledde Bo Alm mötet.", None, None),
        ("Bo Alm valdes till vice ordförande.", None, None),
    ],
)
def test_who_led_and_who_wrote(sentence: str, chair: str | None, secretary: str | None) -> None:
    found = told("Närvarande: Helga Norin, Bo Alm, Cia Dahl", sentence)
    assert (found.meeting.chair, found.meeting.secretary) == (chair, secretary)


FIVE = ["Viveka Rosdahl", "Torkel Hemming", "Ylva Sandahl", "Rune Ottosson", "Pontus Ekelöf"]


@pytest.mark.parametrize(
    "front",
    [
        "Runt bordet satt {0}, {1}, {2} och {3}. {4} hade tackat nej.",
        "Vi var fyra på mötet: {0} (ordförande), {1}, {2} och {3}. {4} är bortrest.",
        "Umbro representerades av {0} och {1}, Karlby av {2} och Falstad av {3}. {4} från Sundvik saknades.",
        "Med oss hade vi {0}, {1}, {2} och {3}. {4} kunde tyvärr inte vara med.",
        "Till mötet hade {0}, {1}, {2} och {3} tagit sig. Frånvarande {4}.",
        "Närv.: {0}, {1}, {2}, {3}\nFrånv.: {4}",
        "{0}, {1}, {2} och {3}\nBorta: {4}",
        "Från Umbro: {0} och {1}. Från Karlby: {2}. Från Falstad: {3}.\nFrånvarande: {4}",
        "Umbro sjukhus: {0}, {1}\nKarlby sjukhus: {2}\nFalstads kommun: {3}\nFrånvarande: {4}",
        "Deltagare: {0} - Umbro, {1} - Karlby, {2} - Falstad, {3} på länk\nFörhinder: {4}",
    ],
)
def test_a_row_of_names_at_the_front_is_who_was_there_whatever_its_words(front: str) -> None:
    assert attendance(front.format(*FIVE)) == dict.fromkeys(FIVE[:4], "present") | {FIVE[4]: "absent"}


@pytest.mark.parametrize(
    "front",
    [
        "Kallade: {0}, {1}, {2} och {3}",
        "Sändlista: {0}, {1}, {2} och {3}",
        "Författare: {0}\nGranskad av: {1}\nGodkänd av: {2}",
        "Inför mötet träffade {0} sjukhusets chefer.",
    ],
)
def test_a_row_of_names_beside_a_list_or_of_those_who_get_the_minutes_is_no_list(front: str) -> None:
    names = attendance(front.format(*FIVE) + "\nDeltagare: Bo Alm, Cia Dahl")
    assert names == {"Bo Alm": "present", "Cia Dahl": "present"}
