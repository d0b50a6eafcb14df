"""Attendance lists in all their shapes."""

from __future__ import annotations

from functions.model.minutes import Person
from tests.interpreting.pages import read

END = (
    "\n# 1. Mötets öppnande\nHelga Norin öppnade mötet och hälsade välkommen.\n# 2. Köer\n"
    "Bo Alm redogjorde för läget.\n# 3. Avslut\nMötet avslutades.\n"
)


def people(roster: str, *, end: str = END) -> dict[str, Person]:
    found = read(f"Mötesanteckningar Samordningsråd ögonsjukvård\nDatum: 5 mars 2026\n{roster}{end}")
    assert found.document.kind == "minutes"
    return {person.name: person for person in found.people}


def attendance(roster: str) -> dict[str, str]:
    return {name: person.attendance for name, person in people(roster).items()}


def test_one_name_a_line_with_organisation_and_role() -> None:
    found = people("# Deltagare\nHelga Norin (ÖS), ordförande\nBo Alm (NS), överläkare\nTove Myr, sekreterare")
    assert found["Helga Norin"].role == "chair" and found["Helga Norin"].affiliation == "ÖS"
    assert found["Bo Alm"].title == "överläkare"
    assert found["Tove Myr"].role == "secretary"


def test_tabs_part_name_title_and_status() -> None:
    found = people(
        "# Deltagare\nHelga Norin→verksamhetschef, Östby sjukhus (ordförande)\n"
        "Bo Alm→överläkare, Norra sjukhuset, återbud\nCia Dahl→ortoptist, ansluter 14:00"
    )
    assert [p.attendance for p in found.values()] == ["present", "absent", "partial"]


def test_a_hyphen_glues_name_and_organisation() -> None:
    found = people("# Deltagare\nHelga Norin-Östby sjukhus\nAnna-Lisa Ek-Region Nord-Förhinder\nBo Alm-Norra sjukhuset")
    assert list(found) == ["Helga Norin", "Anna-Lisa Ek", "Bo Alm"]
    assert found["Anna-Lisa Ek"].attendance == "absent"


def test_surname_first_with_a_comma() -> None:
    assert list(people("# Närvarande\nNorin, Helga\nAlm, Bo\nDahl, Cia")) == ["Helga Norin", "Bo Alm", "Cia Dahl"]


def test_surname_first_without_a_comma_is_told_by_the_given_names_of_the_list() -> None:
    found = people("# Närvarande\nNorin Helga HSO\nAlmén Bo SRF\nDahl Karin HSO\nMyr Anders, sekreterare")
    assert list(found) == ["Helga Norin", "Bo Almén", "Karin Dahl", "Anders Myr"]
    assert found["Helga Norin"].affiliation == "HSO"


def test_a_presence_matrix() -> None:
    found = attendance("| Namn | Närvarande | Frånvarande |\n| Helga Norin | X | |\n| Bo Alm | | X |\n| Cia Dahl | x | |")
    assert found == {"Helga Norin": "present", "Bo Alm": "absent", "Cia Dahl": "present"}


def test_a_matrix_with_one_column_of_marks() -> None:
    found = attendance(
        "| Ledamot | Organisation | Närvaro |\n| Helga Norin | ÖS | Ja |\n| Bo Alm | NS | Nej |\n| Cia Dahl | NS | X |\n| Sven Udd | PV | |"
    )
    assert found == {"Helga Norin": "present", "Bo Alm": "absent", "Cia Dahl": "present", "Sven Udd": "absent"}


def test_ranges_of_sections() -> None:
    found = people("# Närvarande\nHelga Norin, ordförande\nBo Alm, §§ 1–3\nCia Dahl, t.o.m. punkt 5\nSven Udd, ej § 2")
    assert found["Bo Alm"].attendance == "partial" and found["Bo Alm"].items == ("1", "2", "3")
    assert found["Cia Dahl"].attendance == "partial"
    assert found["Sven Udd"].attendance == "partial"


def test_who_came_late_or_took_part_in_one_point() -> None:
    found = people("# Deltagare\nHelga Norin\nBo Alm (deltar på punkt 2)\nCia Dahl, kom under punkt 3\nSven Udd, lämnade kl. 14.30")
    assert found["Bo Alm"].items == ("2",)
    assert {p.attendance for p in list(found.values())[1:]} == {"partial"}


def test_a_struck_through_name_is_absent() -> None:
    assert attendance("# Deltagare\nHelga Norin\n~~Bo Alm~~\nCia Dahl")["Bo Alm"] == "absent"


def test_absentees_under_their_own_heading() -> None:
    assert attendance("# Deltagare\nHelga Norin\nCia Dahl\n# Frånvarande\nBo Alm\nSven Udd")["Sven Udd"] == "absent"


def test_absentees_on_the_label_s_line() -> None:
    found = attendance("Närvarande: Helga Norin, Bo Alm och Cia Dahl\nFrånvarande: Sven Udd, Tove Myr")
    assert found == {"Helga Norin": "present", "Bo Alm": "present", "Cia Dahl": "present", "Sven Udd": "absent", "Tove Myr": "absent"}


def test_guests_by_point() -> None:
    found = people("# Deltagare\nHelga Norin\nBo Alm\n# Gäster\nPunkt 3→Eva Lind\nKarl Ask (punkt 4)")
    assert found["Eva Lind"].attendance == found["Karl Ask"].attendance == "guest"
    assert found["Eva Lind"].items == ("3",) and found["Karl Ask"].items == ("4",)


def test_adjunct_members() -> None:
    assert attendance("# Deltagare\nHelga Norin\nBo Alm\n# Adjungerade\nEva Lind (Östby kommun)")["Eva Lind"] == "adjunct"
    assert attendance("# Deltagare\nHelga Norin\nBo Alm\nEva Lind (adjungerad)")["Eva Lind"] == "adjunct"


def test_deputies_who_serve_are_present_and_the_others_too_unless_absent() -> None:
    found = attendance("# Tjänstgörande ersättare\nEva Lind\nBo Alm\n# Ej tjänstgörande ersättare\nKarl Ask\n# Frånvarande\nCia Dahl")
    assert found == {"Eva Lind": "present", "Bo Alm": "present", "Karl Ask": "present", "Cia Dahl": "absent"}


def test_an_adjuster_is_known() -> None:
    assert people("# Deltagare\nHelga Norin\nBo Alm, justerare")["Bo Alm"].role == "adjuster"


def test_remote_participants() -> None:
    assert people("# Deltagare\nHelga Norin\nBo Alm (via Teams)")["Bo Alm"].remote


def test_declared_initials() -> None:
    assert people("# Deltagare\nHelga Norin (HN)\nBo Alm [BA]\nCia Dahl (NS)")["Bo Alm"].initials == "BA"


def test_the_reason_for_absence_is_nowhere() -> None:
    found = people("# Deltagare\nHelga Norin\nBo Alm, återbud, sjuk\nCia Dahl, vab\nTove Myr")
    assert found["Bo Alm"].attendance == found["Cia Dahl"].attendance == "absent"
    assert "sjuk" not in repr(found) and "vab" not in repr(found)


def test_prompts_and_vacant_seats_are_nobody() -> None:
    assert list(people("# Deltagare\nHelga Norin\nVakant (PV)\n[Namn]\nFyll i förvaltning\nBo Alm")) == ["Helga Norin", "Bo Alm"]


def test_several_people_in_one_cell() -> None:
    assert list(people("| Närvarande | Helga Norin⏎Bo Alm⏎Cia Dahl |\n| Frånvarande | Sven Udd |")) == [
        "Helga Norin",
        "Bo Alm",
        "Cia Dahl",
        "Sven Udd",
    ]


def test_a_person_on_two_lists_is_there_once() -> None:
    found = people("# Deltagare\nHelga Norin\nBo Alm\n# Frånvarande\nBo Alm, §§ 1–4")
    assert found["Bo Alm"].attendance == "partial" and len(found) == 2


def test_sentences_behind_the_list_are_nobody() -> None:
    assert list(people("Närvarande: Helga Norin, Bo Alm\nBo Alm berättade om läget.\nKöer. Bo Alm tog upp frågan.")) == ["Helga Norin", "Bo Alm"]


def test_the_signature_names_the_secretary_when_the_list_does_not() -> None:
    found = people("# Deltagare\nHelga Norin\nBo Alm", end=f"{END}Vid anteckningarna\nTove Myr\n")
    assert found["Tove Myr"].role == "secretary"
