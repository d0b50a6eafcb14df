"""Attendance lists of many councils' habits, and lines in them that name nobody."""

from __future__ import annotations

import pytest

from functions.model.minutes import Minutes, Person
from tests.interpreting.pages import read

END = (
    "\n# 1. Mötets öppnande\nHelga Norin öppnade mötet och hälsade välkommen.\n# 2. Köer\n"
    "Bo Alm redogjorde för läget.\n# 3. Avslut\nMötet avslutades.\n"
)


def minutes(roster: str, *, end: str = END) -> Minutes:
    found = read(f"Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\n{roster}{end}")
    assert found.document.kind == "minutes"
    return found


def people(roster: str, *, end: str = END) -> dict[str, Person]:
    return {person.name: person for person in minutes(roster, end=end).people}


def attendance(roster: str, *, end: str = END) -> dict[str, str]:
    return {name: person.attendance for name, person in people(roster, end=end).items()}


def test_a_label_and_a_tab_open_a_list_that_goes_on_indented() -> None:
    found = people(
        "Beslutande→Helga Norin, ordf.\n→Bo Alm, viceordf.\n→Cia Dahl, anlände kl. 16.25 under 14 §\n→Ove Lind, ersättare för Sven Udd\n"
        "Frånvarande→Sven Udd\nÖvriga→Tove Myr, förvaltningssekreterare, sekreterare\n→Stina Ek, överläkare, sakkunnig, 16 §"
    )
    assert {name: p.attendance for name, p in found.items()} == {
        "Helga Norin": "present",
        "Bo Alm": "present",
        "Cia Dahl": "partial",
        "Ove Lind": "present",
        "Sven Udd": "absent",
        "Tove Myr": "present",
        "Stina Ek": "guest",
    }
    assert (found["Helga Norin"].role, found["Bo Alm"].role, found["Tove Myr"].role) == ("chair", "vice_chair", "secretary")
    assert found["Cia Dahl"].items == () and found["Stina Ek"].items == ("16",)


def test_several_blanks_part_label_and_name_as_a_tab_does() -> None:
    assert attendance("Närvarande      Helga Norin, ordförande\n      Bo Alm\n      Cia Dahl\nFörhinder       Sven Udd") == {
        "Helga Norin": "present",
        "Bo Alm": "present",
        "Cia Dahl": "present",
        "Sven Udd": "absent",
    }


def test_everyday_labels_with_names_in_a_row() -> None:
    found = people("Med: Helga Norin (HN), Bo Alm (BA), Tove Myr (TM, antecknar)\nEj med: Sven Udd (SU), vab")
    assert {name: p.attendance for name, p in found.items()} == {
        "Helga Norin": "present",
        "Bo Alm": "present",
        "Tove Myr": "present",
        "Sven Udd": "absent",
    }
    assert found["Tove Myr"].role == "secretary" and found["Bo Alm"].initials == "BA"


def test_with_alone_is_no_label() -> None:
    assert attendance("Närvarande: Helga Norin, Bo Alm\nMed") == {"Helga Norin": "present", "Bo Alm": "present"}


def test_semicolons_part_people_too() -> None:
    assert list(people("Deltagare: Helga Norin, Östby sjukhus; Bo Alm, Norra sjukhuset; Cia Dahl, ortoptist")) == [
        "Helga Norin",
        "Bo Alm",
        "Cia Dahl",
    ]


def test_an_organisation_behind_a_comma_is_nobody() -> None:
    found = people("# Närvarande\nHelga Norin, Föreningen Synvidd\nBo Alm, Strama Västvik\nCia Dahl, Synskadade i Östby")
    assert list(found) == ["Helga Norin", "Bo Alm", "Cia Dahl"]


def test_an_organisation_behind_a_guest_s_comma_is_nobody() -> None:
    assert attendance("Närvarande: Helga Norin, Bo Alm\nGäst: Stina Ek, Strama Västvik (punkt 2)")["Stina Ek"] == "guest"
    assert len(people("Närvarande: Helga Norin, Bo Alm\nGäst: Stina Ek, Strama Västvik (punkt 2)")) == 3


def test_lists_by_organisation() -> None:
    found = people(
        "**Deltagare**\nÖstby sjukhus: Helga Norin, Bo Alm (gick 15.00), Ymer Qvarn\nRehab Nord: Cia Dahl och Ove Lind\n"
        "Kunde inte vara med: Sven Udd (Östby)"
    )
    assert {name: p.attendance for name, p in found.items()} == {
        "Helga Norin": "present",
        "Bo Alm": "partial",
        "Ymer Qvarn": "present",
        "Cia Dahl": "present",
        "Ove Lind": "present",
        "Sven Udd": "absent",
    }
    assert found["Ove Lind"].affiliation == "Rehab Nord"


def test_names_below_a_line_for_the_chair_go_on_with_the_list() -> None:
    found = people("Ordförande: Helga Norin\nBo Alm, överläkare\nCia Dahl, ortoptist\nSekreterare: Tove Myr")
    assert [p.role for p in found.values()] == ["chair", None, None, "secretary"]


def test_crosses_in_columns_for_the_room_for_teams_and_for_those_away() -> None:
    found = people(
        "| Namn | Funktion | På plats | Via Teams | Ej närv. |\n| Helga Norin | direktör, ordförande | X | | |\n"
        "| Bo Alm | ekonomichef | | X | |\n| Cia Dahl | utredare, sekreterare | X | | |\n| Sven Udd | facklig representant | | | X |"
    )
    assert [(p.attendance, p.remote) for p in found.values()] == [("present", False), ("present", True), ("present", False), ("absent", False)]
    assert found["Helga Norin"].role == "chair" and found["Cia Dahl"].role == "secretary"


def test_crosses_in_columns_of_days_count_for_the_meeting_s_day() -> None:
    matrix = "| Namn | 5/2 | 5/3 | 9/4 |\n| Helga Norin | X | X | |\n| Bo Alm | X | | |\n| Cia Dahl | | X | |"
    assert attendance(matrix) == {"Helga Norin": "present", "Bo Alm": "absent", "Cia Dahl": "present"}


def test_two_columns_of_people_under_headings_of_their_own() -> None:
    found = people(
        "| Från kommunen | Från regionen |\n"
        "| Helga Norin, biståndsenheten (ordförande)⏎Bo Alm, MAS⏎Cia Dahl, hemtjänsten "
        "| Tove Myr, Östby vårdcentral (för anteckningar)⏎Ove Lind, Norra sjukhuset (via länk) |"
    )
    assert list(found) == ["Helga Norin", "Bo Alm", "Cia Dahl", "Tove Myr", "Ove Lind"]
    assert found["Helga Norin"].role == "chair" and found["Tove Myr"].role == "secretary" and found["Ove Lind"].remote


def test_labels_in_the_left_cell_with_several_names_beside_them() -> None:
    assert attendance("| Närvarande | Helga Norin, ordförande⏎Bo Alm⏎Cia Dahl |\n| Anmält förhinder | Sven Udd, Ove Lind |") == {
        "Helga Norin": "present",
        "Bo Alm": "present",
        "Cia Dahl": "present",
        "Sven Udd": "absent",
        "Ove Lind": "absent",
    }


def test_officials_under_others_are_no_guests() -> None:
    found = attendance("Närvarande: Helga Norin, Bo Alm\nÖvriga: Stina Ek, servicechef, föredragande")
    assert found["Stina Ek"] == "adjunct"


def test_prose_tells_who_led_and_who_wrote() -> None:
    end = "\n# Hej\nHelga Norin ledde mötet och Bo skriver. Det var fint väder.\n# Köer\nCia Dahl berättade om läget.\n# Avslut\nMötet avslutades.\n"
    found = minutes("Närvarande: Helga Norin, Bo Alm, Cia Dahl", end=end)
    assert (found.meeting.chair, found.meeting.secretary) == ("Helga Norin", "Bo Alm")


def test_who_will_lead_the_next_meeting_led_not_this_one() -> None:
    end = (
        "\n# Hej\nVälkomna. Nästa möte håller Bo Alm i. Vid förra mötet var det Cia Dahl som ledde mötet.\n"
        "# Köer\nBo Alm skriver till kliniken.\n# Avslut\nMötet avslutades.\n"
    )
    found = minutes("Närvarande: Helga Norin, Bo Alm, Cia Dahl", end=end)
    assert (found.meeting.chair, found.meeting.secretary) == (None, None)


def test_a_guest_whom_only_the_text_names() -> None:
    end = (
        "\n# 1. Hej\nHelga hälsade välkommen.\n# 2. Appar\n"
        "Stina Ek från Synförbundet var med på den här punkten och visade en app.\n# 3. Slut\nMötet avslutades.\n"
    )
    found = people("Närvarande: Helga Norin, Bo Alm", end=end)
    assert found["Stina Ek"].attendance == "guest" and found["Stina Ek"].items == ("2",)


def test_who_took_part_in_something_else_is_no_guest() -> None:
    end = "\n# 1. Hej\nHelga hälsade välkommen.\n# 2. Mässan\nStina Ek från Synförbundet var med på mässan i Östby.\n# 3. Slut\nMötet avslutades.\n"
    assert "Stina Ek" not in people("Närvarande: Helga Norin, Bo Alm", end=end)


def test_a_word_alone_is_nobody_unless_it_is_a_given_name() -> None:
    assert list(people("# Närvarande\nHelga Norin\nBo Alm\nAnna\nPatientföreträdare\nParagrafer")) == ["Helga Norin", "Bo Alm", "Anna"]


def test_a_header_row_of_a_matrix_is_no_labelled_list() -> None:
    found = attendance("| Deltagare | Organisation | 5/3 |\n| Helga Norin | HSO | X |\n| Bo Alm | Funktionsrätt | |\n| Cia Dahl | HSO | X |")
    assert found == {"Helga Norin": "present", "Bo Alm": "absent", "Cia Dahl": "present"}


def test_officials_have_a_list_of_their_own() -> None:
    found = people(
        "Ledamöter\nHelga Norin, ordförande\nBo Alm\nEj närvarande\nSven Udd\nTjänstepersoner\nStina Ek, chef, §§ 1-2\nTove Myr, nämndsekreterare"
    )
    assert {name: p.attendance for name, p in found.items()} == {
        "Helga Norin": "present",
        "Bo Alm": "present",
        "Sven Udd": "absent",
        "Stina Ek": "guest",
        "Tove Myr": "present",
    }
    assert found["Tove Myr"].role == "secretary"


def test_a_region_s_people_stand_behind_its_name_without_a_label_of_the_list() -> None:
    found = people(
        "**Region:** Helga Norin (HN), ordf, Jens Alm (JA), sjukhuset, Minna Dahl (MD), hjälpmedel\n**Lillby:** Gunnel Hed (GH), MAS\n"
        "**Antecknar:** Viktor Udd (VU), för Åsa som är på semester\n**Från Barn- och ungarådet, från 14.30:** Disa Holm (DH)\n**Ej med:** Bo Ek"
    )
    assert {name: found[name].attendance for name in ("Helga Norin", "Jens Alm", "Minna Dahl", "Gunnel Hed", "Viktor Udd", "Bo Ek")} == {
        "Helga Norin": "present",
        "Jens Alm": "present",
        "Minna Dahl": "present",
        "Gunnel Hed": "present",
        "Viktor Udd": "present",  # another one's holiday
        "Bo Ek": "absent",
    }
    assert (found["Helga Norin"].role, found["Viktor Udd"].role) == ("chair", "secretary")
    assert "Från Barn" not in found


def test_titles_before_names_leave_the_secretary_to_whom_the_list_says() -> None:
    found = people(
        "Närvarande: överläkare Helga Norin (HN), ordförande, klinisk farmakolog Yasmine Alm (YA), ST-läkare Love Sand (LS, t.o.m. § 34), "
        "farmaceut Mirjam Tal (MT), sekreterare"
    )
    assert {name: person.role for name, person in found.items()} == {
        "Helga Norin": "chair",
        "Yasmine Alm": None,
        "Love Sand": None,
        "Mirjam Tal": "secretary",
    }


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Tove Myr, förvaltningschef, tillika sekreterare", "secretary"),
        ("Tove Myr (C), socialnämndens ordförande, tillika rådets ordförande", "chair"),
        ("Tove Myr (C), socialnämndens ordförande", None),
        ("Tove Myr, barnsjukvården, leder dagens möte", "chair"),
    ],
)
def test_an_office_held_besides_another_one(line: str, role: str | None) -> None:
    assert people(f"# Närvarande\nBo Alm\n{line}\nCia Dahl")["Tove Myr"].role == role


@pytest.mark.parametrize("label", ["Hinder", "Hindrade", "Uteblev", "Fick förhinder"])
def test_who_was_hindered_was_away(label: str) -> None:
    found = attendance(f"Deltagare: Helga Norin (ordf), Bo Alm\n{label}: Cia Dahl")
    assert found == {"Helga Norin": "present", "Bo Alm": "present", "Cia Dahl": "absent"}


@pytest.mark.parametrize(
    ("chair", "secretary"),
    [
        ("Helga Norin (HN, håller i)", "Bo Alm (BA, skriver)"),
        ("Helga Norin, rådskoordinator (ordförande)", "Bo Alm, koordinator (sekreterare)"),
        ("Helga Norin, koordinator, leder", "Bo Alm, koordinator, vid pennan"),
        ("Helga Norin (vid klubban)", "Bo Alm (vid pennan)"),
    ],
)
def test_an_office_at_the_meeting_goes_before_one_in_the_council(chair: str, secretary: str) -> None:
    meeting = minutes(f"Med: {chair}, {secretary}, Cia Dahl, koordinator").meeting
    assert (meeting.chair, meeting.secretary) == ("Helga Norin", "Bo Alm")
