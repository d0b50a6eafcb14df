"""Who is to do it, in the many ways that minutes say so; and who the lists of people are, with what stands beside their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from functions.model.minutes import Minutes
from tests.interpreting.pages import ROSTER as PLAIN_ROSTER
from tests.interpreting.pages import read

# The owners of each task (a comma between owners, a semicolon between tasks, ? before a name that several have), then what is said.
BANK = Path(__file__).with_name("owner_bank.txt").read_text(encoding="utf-8")
ROSTER = PLAIN_ROSTER.replace("Sven Udd", "Eva Ek (NS), läkare\nEva Lund (NS), läkare\nSven Udd")
FRONT = "Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: torsdag 5 mars 2026\n"
ITEMS = "# 1. Köer\nRådet diskuterade köerna.\n{}\n# 2. Avslutning\nHelga Norin avslutar mötet och tackar för intresset.\n"


def said(text: str, *, roster: str = ROSTER) -> Minutes:
    return read(roster + ITEMS.format(text))


def people(roster: str) -> dict[str, tuple[str, str | None]]:
    return {person.name: (person.attendance, person.role) for person in said("", roster=FRONT + roster + "\n").people}


@pytest.mark.parametrize("line", [line for line in BANK.splitlines() if line.strip()])
def test_each_task_has_the_owners_that_the_sentence_names(line: str) -> None:
    wanted, text = (part.strip() for part in line.split("::", 1))
    found = [",".join(a.owners) or (f"?{a.owner_quotes[0].text}" if a.owner_quotes else "?") for a in said(text).actions]
    assert found == [part.strip() for part in wanted.split(";") if part.strip()]


def test_who_writes_is_asked_about_where_nobody_says_so() -> None:
    minutes = said("Jag skickar ut länken.", roster=ROSTER.replace(", sekreterare", ""))
    (action,) = minutes.actions
    assert "owner_unknown" in action.doubts
    assert "Tove Myr" not in action.owners


@pytest.mark.parametrize(
    "roster",
    [
        "Närvarande: Helga Norin HN, Bo Alm BA, Cia Dahl CD",
        "Närvarande: HN (Helga Norin), BA (Bo Alm), CD (Cia Dahl)",
        "Närvarande:\nHN: Helga Norin\nBA: Bo Alm\nCD: Cia Dahl",
        "Närvarande:\nHN – Helga Norin\nBA – Bo Alm\nCD – Cia Dahl",
        "Närvarande: Helga Norin [HN], Bo Alm [BA], Cia Dahl [CD]",
    ],
)
def test_initials_are_learned_from_however_the_list_gives_them(roster: str) -> None:
    minutes = said("BA kontaktar kliniken.\nCD ringer växeln.", roster=FRONT + roster + "\n")
    assert [action.owners for action in minutes.actions] == [("Bo Alm",), ("Cia Dahl",)]


def test_a_second_office_behind_a_title_is_that_persons() -> None:
    found = people("# Deltagare\nHelga Norin, utredare och sekreterare\nBo Alm\nCia Dahl")
    assert found == {"Helga Norin": ("present", "secretary"), "Bo Alm": ("present", None), "Cia Dahl": ("present", None)}


def test_people_with_where_they_come_from_are_each_one_person() -> None:
    found = people("Vi som var med: Helga Norin (höll i mötet), Kjell Åström från Balans, Fatuma Warsame från Linjen och så jag, Moa Myr, som skrev.")
    assert list(found) == ["Helga Norin", "Kjell Åström", "Fatuma Warsame", "Moa Myr"]
    assert found["Moa Myr"] == ("present", "secretary")


def test_a_strangers_name_in_a_row_told_in_a_sentence_is_a_person() -> None:
    found = people(
        "Med var Helga Norin (ordförande), Kjell Åström, Fatuma Warsame, Ingemar Sköld, Clary Ståhl i stället för Jon Ek och Bo Alm, som antecknade."
    )
    assert list(found) == ["Helga Norin", "Kjell Åström", "Fatuma Warsame", "Ingemar Sköld", "Clary Ståhl", "Bo Alm"]


def test_who_writes_in_the_first_person_on_the_list_is_the_secretary() -> None:
    found = people("Vi som var med: Helga Norin, Bo Alm och jag, Moa Myr. Under punkten om boende var Britt Ek från kommunen med.")
    assert found["Moa Myr"] == ("present", "secretary")


def test_the_presenter_of_the_list_is_who_the_text_calls_so() -> None:
    roster = FRONT + "Närvarande\nHelga Norin, ordförande\nBo Alm\nÖvriga\nPer Ek, servicechef, föredragande\n"
    (action,) = said("Föredraganden kompletterar utlåtandet med en kalkyl.", roster=roster).actions
    assert action.owners == ("Per Ek",)


GIVEN_ONLY = """\
Elevhälsoteamet
Datum: 5 mars 2026
Närvarande: Fadi (rektor), Titti (specialpedagog), Sussi (skolsköterska), Leo (kurator)
Fadi Mansour leder mötet och Titti Hägerfelt antecknar.
# 1. Skolgården
Fadi tar frågan vidare med arbetslagen. Leo gör en ny affisch till 20 mars.
# 2. Avslutning
Tack.
"""


def test_who_is_on_the_list_by_given_name_is_called_by_the_full_name_that_the_opening_tells() -> None:
    minutes = read(GIVEN_ONLY)
    assert [action.owners for action in minutes.actions] == [("Fadi Mansour",), ("Leo",)]
    assert all(person.quotes[0].text in person.name for person in minutes.people if person.quotes[0].text)


def test_a_given_name_that_two_full_names_fit_stays_as_it_is_written() -> None:
    minutes = read(GIVEN_ONLY.replace("antecknar.", "antecknar. Fadi Norin hälsade på."))
    assert "Fadi Mansour" not in [person.name for person in minutes.people]


def test_an_owner_who_comes_from_a_row_of_a_table_is_quoted_from_there() -> None:
    table = "| Åtgärd | Ansvarig |\n| Förrådet ska inventeras på alla kliniker | Bo |\n"
    (task,) = read(f"{ROSTER}# 1. Syn\nFörrådet ska inventeras på alla kliniker.\n# 2. Åtgärder\n{table}").actions
    assert (task.owners, [quote.text for quote in task.owner_quotes]) == (("Bo Alm",), ["Bo"])
