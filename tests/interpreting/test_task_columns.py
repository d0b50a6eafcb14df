"""Tables of tasks without a column for the task, and owners beside the notes of a point."""

from __future__ import annotations

import pytest

from functions.model.minutes import Action
from tests.interpreting.owner_bank import ROSTER
from tests.interpreting.pages import read


def tasks(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(action.text, action.owners) for action in actions(text)]


def actions(text: str) -> tuple[Action, ...]:
    return read(ROSTER + text).actions


def test_matters_with_somebody_who_deals_with_them_are_tasks_under_a_heading_for_tasks() -> None:
    table = "| Nr | Ärende | Handläggare |\n| 1 | Ta fram ny affisch | Bo Alm |\n| 2 | Kontakta leverantören | CD |\n"
    found = actions(f"# 1. Öppnande\nHelga öppnade.\n# 2. Uppdragslista\n{table}# 3. Avslutning\nHelga tackar.\n")
    assert [(one.item, one.text, one.owners) for one in found] == [
        ("2", "Ta fram ny affisch", ("Bo Alm",)),
        ("2", "Kontakta leverantören", ("Cia Dahl",)),
    ]


def test_a_log_that_marks_its_new_rows_tells_of_earlier_tasks_in_all_others() -> None:
    table = "| Id | Åtgärd | Ansvarig | Status |\n| A1 | Märka lyftar | Bo | 16 av 20 |\n| A2 | Ny affisch | Cia | Ny |\n"
    assert tasks(f"# 1. Syn\nBo visar bilder.\n# Åtgärdslista\n{table}") == [("Ny affisch", ("Cia Dahl",))]


COLUMNS = "| Nr | Ärende | Beslut | Ansvarig | Klart |\n| 1 | Öppnande | Helga öppnade mötet. | | |\n"


def test_each_line_of_an_owner_column_is_a_task_with_its_own_day() -> None:
    found = actions(f"{COLUMNS}| 2 | Bemanning | Enligt förslag. | Schema: CD⏎Övning: LE | 27/3⏎3/4 |\n| 3 | Övrigt | Inget. | | |\n")
    assert [(one.text, one.owners, one.due.date if one.due else None) for one in found] == [
        ("Schema: CD", ("Cia Dahl",), "2026-03-27"),
        ("Övning: LE", ("Lena Ek",), "2026-04-03"),
    ]


def test_a_formality_beside_a_name_is_no_task() -> None:
    assert tasks(f"{COLUMNS}| 2 | Föregående protokoll | Protokollet läggs till handlingarna. | BA | |\n| 3 | Övrigt | Inget. | | |\n") == []


def test_what_is_noted_beside_a_name_without_a_day_or_a_verb_of_doing_is_only_proposed() -> None:
    rows = "| 2 | Lampor | Nya lampor i alla rum. | BA | |\n| 3 | Affisch | Ta fram en ny affisch. | CD | |\n"
    assert {one.owners: (one.rule, one.tier) for one in actions(COLUMNS + rows)} == {
        ("Bo Alm",): ("action.column", "proposed"),
        ("Cia Dahl",): ("action.column", "sure"),  # an imperative alone is proposed: the name beside it makes it sure
    }


def test_a_line_behind_the_label_for_the_owner_that_tells_a_task_is_the_task() -> None:
    said = "**Slutsats:** Gäller från 1 november på prov.\n**Ansvar:** Bo för in det i sjukhusets rutin.\n"
    found = tasks(f"# 1. Syn\n{said}# 2. Avslutning\nHelga tackar.\n")
    assert found == [("Bo för in det i sjukhusets rutin.", ("Bo Alm",))]


def test_names_behind_the_label_for_the_owner_are_those_of_the_line_above() -> None:
    assert tasks("# 1. Syn\nSe över remissmallen\nAnsvarig: Cia\n# 2. Avslutning\nHelga tackar.\n") == [("Se över remissmallen", ("Cia Dahl",))]


def test_a_day_column_may_tell_how_it_stands_instead() -> None:
    table = (
        "| Åtgärd | Ansvarig | Klart |\n| Boka lokal | Bo | 20 mars |\n| Märka lyftar | Bo | Klart |\n| Skylta om | Cia | Pågår |\n"
        "| Uppdatera rådets sida | Cia | Löpande |\n| Ringa IT | Bo | Snarast |\n"
    )
    found = read(f"{ROSTER}# 1. Syn\nHelga visar bilder för rådet.\n# Åtgärdslista\n{table}")
    assert [action.text for action in found.actions] == ["Boka lokal", "Uppdatera rådets sida", "Ringa IT"]
    assert [(said.text, said.status) for said in found.follow_ups] == [("Märka lyftar", "done"), ("Skylta om", "kept")]


def test_the_body_s_own_name_makes_no_task_the_same() -> None:
    told = "Rådet uppdrar åt Bo Alm att köpa in en kamera."
    found = actions(f"# 1. Syn\n{told}\n# Åtgärdslista\n| Åtgärd | Ansvarig | Klart |\n| Uppdatera rådets sida | Bo Alm | Löpande |\n")
    assert [one.text for one in found] == [told, "Uppdatera rådets sida"]


HEAD = "# Minnesanteckningar 2027-03-04\nNärvarande: Helga Norin (ordf.), Bo Alm, Cia Dahl, Eva Holm\n1. Inledning\nHelga hälsade välkomna.\n"
TAIL = "\n3. Frysarna\nBra läge.\n4. Övrigt\nInget."
TOLD = (
    "| Fråga | Vem | {head} |\n| Avtal med lab | Bo Alm | Påskrivet |\n| Larm i frysrum | Cia Dahl | Pågår |\n| Ny etikett | Eva Holm | Inget nytt |"
)


@pytest.mark.parametrize("head", ["Vad säger vi nu", "Sen sist då", "Hur går det?"])
def test_a_column_whose_cells_tell_what_became_of_tasks_is_of_earlier_ones_under_any_heading(head: str) -> None:
    minutes = read(HEAD + "2. Genomgång\n" + TOLD.format(head=head) + TAIL)
    assert [one.status for one in minutes.follow_ups] == ["done", "kept", "kept"]
    assert not minutes.actions


def test_a_column_of_other_words_under_an_unknown_heading_makes_no_task_an_earlier_one() -> None:
    rows = "| Ringa labbet | Bo Alm | Avtalet går ut |\n| Köpa larm | Cia Dahl | Det är kallt |\n| Rita etikett | Eva Holm | Den gamla är ful |"
    table = f"| Vad | Vem | Varför |\n{rows}"
    assert [action.text for action in read(HEAD + "2. Att göra\n" + table + TAIL).actions] == ["Ringa labbet", "Köpa larm", "Rita etikett"]
