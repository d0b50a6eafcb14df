"""Attendance lists as many councils lay them out: labels of every wording, rows and columns of tables, marks, and lists without a label."""

from __future__ import annotations

import pytest

from functions.interpreting.roster_labels import list_label
from functions.languages import load
from functions.model.minutes import Person
from tests.interpreting.pages import read

HEAD = "Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\n"
END = "\n# 1. Öppnande\nMötet öppnades.\n# 2. Köer\nLäget i köerna diskuterades.\n# 3. Avslut\nMötet avslutades.\n"


def people(roster: str, *, end: str = END) -> dict[str, Person]:
    found = read(HEAD + roster + end)
    assert found.document.kind == "minutes"
    return {person.name: person for person in found.people}


def attendance(roster: str, *, end: str = END) -> dict[str, str]:
    return {name: person.attendance for name, person in people(roster, end=end).items()}


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Ledamöter som deltog", "present"),
        ("Med på mötet", "present"),
        ("Ej tjänstgörande ersättare", "present"),
        ("Närvarande (7 st)", "present"),
        ("Deltog digitalt", "present"),
        ("Deltog inte", "absent"),
        ("Kunde inte", "absent"),
        ("Kunde ej delta", "absent"),
        ("Frånvarande med giltigt förhinder", "absent"),
        ("Frånvarande ledamöter och ersättare", "absent"),
        ("Närvarande utan rösträtt", "guest"),
        ("Inbjudna gäster som deltog", "guest"),
    ],
)
def test_a_label_is_told_by_its_words(label: str, kind: str) -> None:
    found = list_label(label, pack=load("sv"))
    assert found is not None and found.sure and found.kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "Val av ledamöter",
        "Kallade",
        "Närvaro vid möten",
        "Med anledning av brevet",
        "Mötet öppnas",
        "Rutin för frånvarande personal",
        "Kallelse till ledamöter",
    ],
)
def test_a_line_with_other_words_is_no_label(line: str) -> None:
    assert list_label(line, pack=load("sv")) is None


def test_parties_and_places_label_lists_only_where_names_follow() -> None:
    assert attendance(
        "För arbetsgivaren: Helga Norin (ordf), Bo Alm\nHuvudskyddsombud: Olle Fors\nPå länk: Eva Ek\nEj närvarande: Sven Udd, Kommunal"
    ) == {
        "Helga Norin": "present",
        "Bo Alm": "present",
        "Olle Fors": "present",
        "Eva Ek": "present",
        "Sven Udd": "absent",
    }
    assert attendance("Deltagare: Helga Norin, Bo Alm\nPatientföreträdare\nMötet hålls fyra gånger om året.") == {
        "Helga Norin": "present",
        "Bo Alm": "present",
    }


def test_what_a_label_says_of_all_on_its_list() -> None:
    found = people("Närvarande: Helga Norin, Bo Alm\nDeltog via Teams: Eva Ek\nDel av mötet: Sven Udd")
    assert found["Eva Ek"].remote and not found["Bo Alm"].remote
    assert found["Sven Udd"].attendance == "partial"


def test_parties_in_the_first_column() -> None:
    assert attendance(
        "| Tid | 13–15 |\n| Arbetsgivare | Helga Norin, chef, ordförande⏎Bo Alm, HR |\n| Vårdförbundet | Cia Dahl |\n| Frånvarande | Sven Udd |"
    ) == {"Helga Norin": "present", "Bo Alm": "present", "Cia Dahl": "present", "Sven Udd": "absent"}


def test_lists_in_columns_beside_facts() -> None:
    found = read(
        "Protokoll Styrgrupp Synlotsen\n| Datum | Plats | Närvarande | Frånvarande |\n"
        "| 2026-03-05 | Sal Eken | Helga Norin (ordf), Bo Alm⏎Eva Ek (sekr) | Sven Udd |" + END
    )
    assert {p.name: p.attendance for p in found.people} == {"Helga Norin": "present", "Bo Alm": "present", "Eva Ek": "present", "Sven Udd": "absent"}
    assert (found.meeting.date, found.meeting.place) == ("2026-03-05", "Sal Eken")


def test_members_and_their_substitutes_side_by_side_with_those_away_struck_out() -> None:
    assert attendance("| Ledamot | Personlig ersättare |\n| Helga Norin, ordf | ~~Bo Alm~~ |\n| ~~Cia Dahl~~ | Sven Udd |") == {
        "Helga Norin": "present",
        "Cia Dahl": "absent",
        "Bo Alm": "absent",
        "Sven Udd": "present",
    }


def test_a_matrix_whose_columns_are_days_in_words() -> None:
    assert attendance("| Namn | Enhet | 5 mars | 9 april |\n| Helga Norin | Ögon | X | |\n| Bo Alm | Ögon | | |\n| Eva Ek | PV | X | |") == {
        "Helga Norin": "present",
        "Bo Alm": "absent",
        "Eva Ek": "present",
    }


def test_a_table_of_people_without_a_head() -> None:
    assert attendance("| Helga Norin | Ordförande | Närvarande |\n| Bo Alm | Ledamot | Frånvarande |\n| Eva Ek | Ledamot | Närvarande |") == {
        "Helga Norin": "present",
        "Bo Alm": "absent",
        "Eva Ek": "present",
    }


def test_labels_in_a_column_that_go_on_in_empty_cells_with_surnames_first() -> None:
    found = people(
        "| NÄRVARANDE | Namn | Uppgift |\n| Beslutande | Norin Helga | ordförande |\n| | Alm Bo | medlem |\n| Frånvarande | Udd Sven | medlem |"
    )
    assert {name: p.attendance for name, p in found.items()} == {"Helga Norin": "present", "Bo Alm": "present", "Sven Udd": "absent"}
    assert found["Helga Norin"].role == "chair"


def test_boxes_and_crosses_before_names() -> None:
    assert attendance("Deltagare\n☒ Helga Norin, ordförande\n☐ Bo Alm\n☒ Eva Ek") == {
        "Helga Norin": "present",
        "Bo Alm": "absent",
        "Eva Ek": "present",
    }
    assert attendance("Deltagare (x = närvarande)\nx Helga Norin\nBo Alm\nx Eva Ek") == {
        "Helga Norin": "present",
        "Bo Alm": "absent",
        "Eva Ek": "present",
    }


def test_numbers_and_initials_before_names() -> None:
    found = people("Närvarande\n1. Helga Norin, ordförande\n2. Bo Alm\n3. Eva Ek\nFrånvarande\n4. Sven Udd")
    assert {name: p.attendance for name, p in found.items()} == {
        "Helga Norin": "present",
        "Bo Alm": "present",
        "Eva Ek": "present",
        "Sven Udd": "absent",
    }
    listed = people("Närvarande: HN = Helga Norin (ordf), BA = Bo Alm, EE = Eva Ek")
    assert {name: p.initials for name, p in listed.items()} == {"Helga Norin": "HN", "Bo Alm": "BA", "Eva Ek": "EE"}


def test_titles_before_names() -> None:
    found = people("Närvarande:\nVerksamhetschef Helga Norin, ordförande\nÖverläkare Bo Alm\nAdm. koordinator Eva Ek, sekreterare")
    assert list(found) == ["Helga Norin", "Bo Alm", "Eva Ek"]
    assert (found["Bo Alm"].title, found["Eva Ek"].role) == ("Överläkare", "secretary")


def test_given_names_alone() -> None:
    found = people("Närvarande: Helga (ordf), Bo, Peter B, Tove (antecknar)\nFrånvarande: Sven")
    assert {name: p.attendance for name, p in found.items()} == {
        "Helga": "present",
        "Bo": "present",
        "Peter B": "present",
        "Tove": "present",
        "Sven": "absent",
    }
    assert found["Tove"].role == "secretary"


def test_surnames_in_capitals_and_organisations_behind_a_slash() -> None:
    assert list(people("Närvarande:\nNORIN Helga, ordförande\nALM Bo\nEK Eva")) == ["Helga Norin", "Bo Alm", "Eva EK"]
    assert list(people("Närvarande: Helga Norin/ÖS, Bo Alm/NS, Eva Ek/PV")) == ["Helga Norin", "Bo Alm", "Eva Ek"]


def test_two_people_on_a_line_with_a_tab_between() -> None:
    assert list(people("Närvarande\nHelga Norin→Bo Alm\nEva Ek→Sven Udd")) == ["Helga Norin", "Bo Alm", "Eva Ek", "Sven Udd"]
    assert list(people("Närvarande\nHelga Norin→Ögonkliniken\nBo Alm→Syncentralen")) == ["Helga Norin", "Bo Alm"]


def test_names_in_a_row_need_no_label_but_two_of_them_do() -> None:
    assert list(people("Helga Norin, ordförande\nBo Alm, överläkare\nEva Ek, sekreterare")) == ["Helga Norin", "Bo Alm", "Eva Ek"]
    assert list(people("Helga Norin, ordförande\nBo Alm\nSändlista:\nEva Ek\nDeltagare: Sven Udd, Olle Fors")) == ["Sven Udd", "Olle Fors"]


def test_another_s_absence_in_brackets_is_not_the_person_s() -> None:
    found = people("Mötesordförande: Helga Norin (ordinarie ordförande Sven Udd har förhinder)\nDeltagare: Bo Alm, Eva Ek")
    assert (found["Helga Norin"].attendance, found["Helga Norin"].role) == ("present", "chair")


def test_all_but_a_point_is_a_part() -> None:
    assert attendance("Närvarande: Helga Norin, Bo Alm (ej punkt 3)\nFrånvarande: Sven Udd")["Bo Alm"] == "partial"


def test_a_list_within_an_item_is_one_line_of_it() -> None:
    found = read(
        HEAD + "# § 1 Upprop\nHelga Norin öppnar mötet.\nNärvarande: Helga Norin, Bo Alm, Eva Ek\nFrånvarande: Sven Udd\n"
        "# § 2 Köer\nBeslut: Rådet köper en kamera.\n# § 3 Avslut\nMötet avslutades.\nDeltagarlista: Helga Norin, Olle Fors\n"
    )
    assert {p.name: p.attendance for p in found.people} == {
        "Helga Norin": "present",
        "Bo Alm": "present",
        "Eva Ek": "present",
        "Sven Udd": "absent",
        "Olle Fors": "present",
    }
    assert [item.number for item in found.items] == ["1", "2", "3"]


def test_the_rest_beside_an_office_are_the_members() -> None:
    assert attendance("Ordf: Helga Norin Sekr: Tove Myr\nÖvriga: Bo Alm, Eva Ek") == {
        "Helga Norin": "present",
        "Tove Myr": "present",
        "Bo Alm": "present",
        "Eva Ek": "present",
    }


def test_a_fact_below_the_list_is_no_part_of_it() -> None:
    found = read("Protokoll Samordningsråd ögonsjukvård\nNärvarande\nHelga Norin\nBo Alm\nDatum: 5 mars 2026\nPlats: Sal Eken" + END)
    assert (found.meeting.date, found.meeting.place) == ("2026-03-05", "Sal Eken")


def test_names_with_an_empty_column_beside_them_are_no_items() -> None:
    found = read(
        "Mötesanteckning\nSamordningsråd syn\nDatum: 2026-03-05\n# Deltagare\n| Helga Norin | ordförande |\n| Bo Alm | |\n"
        "# Övriga deltagare\n| Cia Dahl | |\n| Eva Ek | |\n# Frånvarande\n| Sven Udd | |\n| Ture Lind | |\n\n"
        "| Mötespunkt | Anteckning |\n| 1. Mötet öppnas | Helga öppnar mötet. |\n| 2. Ekonomi | Bo redovisar läget. |"
    )
    assert {p.name: p.attendance for p in found.people} == {
        "Helga Norin": "present", "Bo Alm": "present", "Cia Dahl": "guest", "Eva Ek": "guest", "Sven Udd": "absent", "Ture Lind": "absent",
    }  # fmt: skip
    assert [item.title for item in found.items] == ["Mötet öppnas", "Ekonomi"]


SIGNED = """
| Beslutande | Granholm Gun-Britt, ordförande⏎Mäkinen Jarkko⏎Backlund Stig⏎Virtanen Satu |
| Underskrifter | Gun-Britt Granholm, ordförande |
| Protokolljustering | Stig Backlund och Satu Virtanen |
"""


def test_those_who_sign_with_the_given_name_first_are_those_of_the_list() -> None:
    assert sorted(people(SIGNED)) == ["Gun-Britt Granholm", "Jarkko Mäkinen", "Satu Virtanen", "Stig Backlund"]


VOTES = """
Närvarande: Gülcan Demir (S), Leif Wiktorin (C), Tage Nordvall (SD), Rut Aspling (S)
1. Öppnande
Rut Aspling öppnade sammanträdet.
2. Boende
Votering begärs.
| Ledamot | Ja | Nej | Avstår |
| Gülcan Demir (S) | X | | |
| Leif Wiktorin (C) | | X | |
| Tage Nordvall (SD) | | | X |
Med 1 ja-röst och 1 nej-röst beslutar nämnden enligt förslaget.
3. Avslutning
Rut Aspling avslutade sammanträdet.
"""


def test_who_voted_how_tells_nothing_of_who_was_there() -> None:
    assert set(attendance(VOTES, end="").values()) == {"present"}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Deltar: Inger Moqvist ekonomi, Jasmina Hodzic HR, Stellan Wrede medicin", ["Inger Moqvist", "Jasmina Hodzic", "Stellan Wrede"]),
        ("Deltar: Bo Alm, Eva Ek IT, Cia Dahl FoU, Maria Holm op/IVA", ["Bo Alm", "Eva Ek", "Cia Dahl", "Maria Holm"]),
        ("Deltar: Eva Ek HR, Bo Alm VGR", ["Eva Ek", "Bo Alm"]),
        ("Deltar: Bo Alm, HR Centrum, Eva Ek", ["Bo Alm", "Eva Ek"]),
    ],
)
def test_a_unit_in_capitals_behind_a_name_is_no_part_of_it(line: str, wanted: list[str]) -> None:
    assert list(people(line)) == wanted
