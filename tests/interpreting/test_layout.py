"""Items, wherever they stand: headings, tables, margin labels, run-ins, § with att-satser, and lines of our own draft."""

from __future__ import annotations

from tests.interpreting.pages import ROSTER, minutes_with, read

FRONT = "Mötesanteckningar Samordningsråd syn\nDatum: 5 mars 2026\nNärvarande: Helga Norin, Bo Alm, Cia Dahl\n"


def items(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in read(FRONT + text).items]


def test_numbered_headings_are_items_even_when_a_number_is_skipped() -> None:
    assert items("# 1. Öppnande\nHelga öppnade mötet.\n# 3. Köer\nBo berättade.\n# 7 Avslut\nMötet avslutades.") == [
        ("1", "Öppnande"),
        ("3", "Köer"),
        ("7", "Avslut"),
    ]


def test_a_number_glued_to_its_title_is_read() -> None:
    assert items("# 1.Öppnande\nHelga öppnade mötet.\n# 2.Köer\nBo berättade om köerna.") == [("1", "Öppnande"), ("2", "Köer")]


def test_automatic_numbers_count() -> None:
    text = (
        "Mötesanteckning\nDatum: 5 mars 2026\nNärvarande: Helga Norin, Bo Alm\n+ Öppnande\n"
        "Helga öppnade mötet.\n+ Köer\nBo berättade.\n+ Avslut\nMötet avslutades."
    )
    assert [(i.number, i.title) for i in read(text).items] == [("1", "Öppnande"), ("2", "Köer"), ("3", "Avslut")]


def test_sections_with_att_satser_are_one_item_each() -> None:
    found = read(f"{FRONT}# § 61 Kameror\nRådet beslutar\n+ att köpa två kameror\n+ att avsluta hyresavtalet.\n# § 62 Övrigt\nInget togs upp.")
    assert [(i.number, i.title) for i in found.items] == [("61", "Kameror"), ("62", "Övrigt")]
    assert [(d.item, d.text) for d in found.decisions] == [("61", "att köpa två kameror"), ("61", "att avsluta hyresavtalet.")]


def test_rows_of_a_table_are_items() -> None:
    assert items("| Mötespunkt | Anteckning |\n| 1. Öppnande | Helga öppnade mötet. |\n| 2. Köer | Bo berättade. |") == [
        ("1", "Öppnande"),
        ("2", "Köer"),
    ]


def test_a_row_without_title_goes_on_with_the_item_above() -> None:
    text = "| Mötespunkt | Anteckning |\n| 1. Köer | Bo Alm kontaktar kliniken |\n| | före sommaren. |\n| 2. Avslut | Mötet avslutades. |"
    found = read(FRONT + text)
    assert [i.number for i in found.items] == ["1", "2"]
    action = found.actions[0]
    assert action.text == "Bo Alm kontaktar kliniken före sommaren."
    assert len(action.quotes) == 2
    assert action.due is not None and action.due.text == "före sommaren"


def test_three_columns_with_owner_give_tasks() -> None:
    text = (
        "| Punkt | Anteckning | Ansvarig | Klart |\n"
        "| 1. Köer | Ta fram statistik över köerna. | Bo Alm | 3 april |\n"
        "| 2. Avslut | Mötet avslutades. | | |"
    )
    found = read(FRONT + text)
    assert [(a.item, a.owners, a.due.date if a.due else None) for a in found.actions] == [("1", ("Bo Alm",), "2026-04-03")]


def test_margin_labels_are_items() -> None:
    text = (
        "| Öppnande | Helga Norin öppnade mötet och hälsade alla välkomna till årets första möte. |\n"
        "| Köer | Bo Alm berättade att kön är tolv veckor lång och att den växer. |\n"
        "| Kameror | Rådet beslutar att köpa två nya kameror till mottagningen i Östby. |"
    )
    assert items(text) == [(None, "Öppnande"), (None, "Köer"), (None, "Kameror")]


def test_bold_run_ins_are_items() -> None:
    text = "**Köer.** Bo Alm berättade om läget.\n**Kameror.** Rådet beslutar att köpa två kameror.\n**Avslut.** Mötet avslutades."
    assert items(text) == [(None, "Köer."), (None, "Kameror."), (None, "Avslut.")] or items(text) == [
        (None, "Köer"),
        (None, "Kameror"),
        (None, "Avslut"),
    ]


def test_bold_lines_of_their_own_are_items() -> None:
    text = "**Inledning**\nHelga öppnade mötet.\n**Köer**\nBo Alm berättade.\n**Avslut**\nMötet avslutades."
    assert items(text) == [(None, "Inledning"), (None, "Köer"), (None, "Avslut")]


def test_a_slot_in_the_number_cell_is_the_item_s_time() -> None:
    found = read(
        f"{FRONT}| Nr | Punkt | Anteckning |\n| 1. 13:00-13:10 | Öppnande | Helga öppnade mötet. |\n"
        f"| 2. 13:10-13:40 | Köer | Bo berättade. |\n| 3. 13:40 | Avslut | Mötet avslutades. |"
    )
    assert [(i.number, i.title, i.start, i.end) for i in found.items][:2] == [("1", "Öppnande", "13:00", "13:10"), ("2", "Köer", "13:10", "13:40")]


def test_a_presenter_s_own_line_is_no_task() -> None:
    found = minutes_with("Bo Alm", "Kön är tolv veckor.")
    assert found.items[0].presenters == ("Bo Alm",)
    assert not found.actions


def test_lines_of_our_own_draft_open_nothing_but_their_titles_count() -> None:
    text = (
        f"{ROSTER}# 1. {{dg:line-a1|Uppföljning av tidigare uppdrag}}\n{{dg:part-b2|Bo Alm tar fram ett underlag till den 3 april}}\n"
        "# 2. {dg:line-c3|Bordlagt: Kameror}\n{dg:note-d4|Ärendet bordlades till nästa möte}\n"
        "Rådet beslutar att köpa två kameror. Cia Dahl kontaktar leverantören.\n"
        "# 3. {dg:line-e5|Nästa möte}\n{dg:meeting-2026-04-23|23 april 2026 kl. 13.00, Teams}\nHelga avslutar mötet.\n"
    )
    found = read(text)
    assert [i.title for i in found.items] == ["Uppföljning av tidigare uppdrag", "Bordlagt: Kameror", "Nästa möte"]
    assert [a.text for a in found.actions] == ["Cia Dahl kontaktar leverantören."]
    assert len(found.decisions) == 1
    assert not found.postponed and not found.follow_ups and not found.next_meetings


def test_an_outcome_typed_behind_our_line_is_read() -> None:
    found = read(
        f"{ROSTER}# 1. Uppföljning av tidigare uppdrag\n"
        f"{{dg:part-b2|Bo Alm tar fram ett underlag}} Klart.\n# 2. Köer\nHelga hälsar välkommen.\n"
        f"# 3. Avslut\nMötet avslutades."
    )
    assert not found.actions
