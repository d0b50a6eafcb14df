"""Items are found in whatever shape a page writes them: typed, underlined, in boxes, in frames, cut by a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from functions.interpreting.laying_out import lay_out
from functions.languages import load
from functions.model.minutes import Minutes
from tests.interpreting.pages import page, read

HEAD = """\
Mötesanteckningar Synrådet
Datum: 5 mars 2026
Närvarande: Helga Norin, Bo Alm, Cia Dahl
"""


def shapes() -> dict[str, tuple[str, list[str]]]:
    """The pages of item_shapes.txt with the items that each has."""
    found = {}
    for entry in Path(__file__).with_name("item_shapes.txt").read_text(encoding="utf-8").split("=== ")[1:]:
        first, _, text = entry.partition("\n")
        name, _, wanted = first.partition(" | ")
        found[name] = (text.replace("+\n", HEAD, 1) if text.startswith("+\n") else text, [title for title in wanted.split(" / ") if title])
    return found


SHAPES = shapes()


def titles(text: str) -> list[str]:
    return [" ".join(part for part in (item.number, item.name) if part) for item in lay_out(page(text), pack=load("sv")).items]


def told(minutes: Minutes) -> tuple[list[str], list[str]]:
    return [decision.text for decision in minutes.decisions if decision.kind == "decision"], [action.text for action in minutes.actions]


@pytest.mark.parametrize("shape", SHAPES)
def test_items_are_found_in_every_shape(shape: str) -> None:
    text, wanted = SHAPES[shape]
    assert titles(text) == wanted


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_known_as_minutes(shape: str) -> None:
    assert read(SHAPES[shape][0]).document.kind == "minutes"


@pytest.mark.parametrize(
    "lines",
    [
        "Köerna växer, det är ett problem\nBo ringer kommunen\nCia skriver brevet",
        "Bo Alm\nCia Dahl\nHelga Norin",
        "1. Köp kamera\n2. Ring Bo",
        "A. Ström\nB. Falk\nC. Rot",
        "I dag är kön lång.\nV är en romersk siffra.",
        "13.00 började mötet.\n15.00 slutade det.",
        "13.10 går bussen från Norrby. Ring Bo.\n13.40 går den från Östby. Den är full.\n14.10 går den sista. Ta den.",
        "Bussarna går 13.10. Ring Bo.\nDe går 13.40. De är fulla.\nDen sista går 14.10. Ta den.",
    ],
)
def test_lines_that_are_no_titles_open_no_item(lines: str) -> None:
    assert titles(f"{HEAD}{lines}\n") == []


def test_a_list_within_an_item_opens_no_items_of_its_own() -> None:
    text = f"{HEAD}§ 1 Öppnande\nHelga öppnar.\n§ 2 Köer\nTre skäl:\n1) lokaler\n2) personal\n§ 3 Övrigt\nInget.\n"
    assert titles(text) == ["1 Öppnande", "2 Köer", "3 Övrigt"]


def test_a_label_at_the_side_holds_for_its_own_row_only() -> None:
    minutes = read(SHAPES["facts and items in one table"][0])
    assert told(minutes) == (["Lördagar prövas."], ["Alm gör schema."])


def test_a_word_at_the_side_that_nobody_knows_is_no_statement() -> None:
    text = f"{HEAD}\n| 1. Köer |\n| Vi kom på | Bo Alm gör schema. |\n\n| 2. Övrigt |\n| Vi kom på | Inget. |\n"
    assert told(read(text)) == ([], ["Bo Alm gör schema."])


def test_minutes_without_items_are_read() -> None:
    minutes = read("Avstämning 5/3\nMed: Helga Norin, Bo Alm\nInte med: Cia Dahl\n- Vi bestämde att köpa två kameror.\n- Bo Alm begär in anbud.\n")
    assert minutes.items == ()
    assert told(minutes) == (["Vi bestämde att köpa två kameror."], ["Bo Alm begär in anbud."])


def test_a_sentence_with_a_number_is_an_item_and_what_is_said_of_it() -> None:
    minutes = read(f"{HEAD}1. Bo Alm ringer kommunen.\n2. Rådet beslutade att köpa en kamera.\n3. Cia Dahl bokar sal.\n")
    assert [action.owners for action in minutes.actions] == [("Bo Alm",), ("Cia Dahl",)]
    assert len(minutes.decisions) == 1


def test_a_given_name_means_the_one_who_stands_in_full_above_the_items() -> None:
    text = "Anteckningar från möte 5 mars 2026\nRunt bordet satt Helga Norin, Bo Alm samt kommunens Ulla Bergman.\n1. Köer\n"
    text += "Ulla skriver till skolorna.\n"
    assert [action.owners for action in read(text + "2. Övrigt\nInget.\n3. Nästa möte\n3 april.\n").actions] == [("Ulla Bergman",)]


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("| 1 | Öppnande | Helga öppnade. |\n| 2 | Köer | Tolv veckor |\n| 3 | Budget | Minus 3 mkr |", ["1 Öppnande", "2 Köer", "3 Budget"]),
        ("| 3 | Öppnande |\n| 4 | Köer ⏎ Bo ringer. |\n| 5 | Budget ⏎ Ok |", ["3 Öppnande", "4 Köer", "5 Budget"]),
        ("| 2023 | Fall | 12 |\n| 2024 | Fall | 13 |\n| 2025 | Fall | 14 |", []),
        ("| 12 | Röda | 3 |\n| 14 | Blå | 4 |\n| 15 | Gula | 4 |", []),
        ("| 1 | Mycket nöjd | 31 % |\n| 2 | Nöjd | 40 % |\n| 3 | Missnöjd | 9 % |", []),
        ("| 1 | Bo Alm |\n| 2 | Cia Dahl |\n| 3 | Eva Ek |", []),
    ],
)
def test_bare_figures_that_count_by_one_head_the_items_of_a_table(table: str, found: list[str]) -> None:
    assert titles(HEAD + table) == found
