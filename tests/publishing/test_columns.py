"""The column contract and its page."""

from __future__ import annotations

from pathlib import Path

from functions.publishing.columns import BY_NAME, COLUMNS, DRAFT_COLUMNS, READINGS, STATES, render_columns
from functions.publishing.schema_table import render_lists

PAGE = Path(__file__).parents[2] / "docs" / "columns.md"


def test_the_page_holds_the_table_as_it_is():
    assert render_columns() in PAGE.read_text(encoding="utf-8")
    assert render_columns(DRAFT_COLUMNS) in PAGE.read_text(encoding="utf-8")


def test_the_page_holds_the_lists_as_they_are():
    assert render_lists() in PAGE.read_text(encoding="utf-8")


def test_names_are_ours_and_unique():
    names = [column.name for column in COLUMNS]
    assert len(set(names)) == len({column.title for column in COLUMNS}) == len(names)
    assert all(name.startswith("Dg") and name.isalnum() and name.isascii() for name in names)


def test_the_standard_view_shows_six_columns_in_order():
    assert [column.title for column in COLUMNS if column.visible] == ["Råd", "Mötesdatum", "Läge", "Öppna punkter", "Nästa möte", "Att kontrollera"]


def test_every_value_that_a_choice_can_get_is_one_of_its_choices():
    assert tuple(STATES.values()) == BY_NAME["DgState"].choices
    assert tuple(READINGS.values()) == BY_NAME["DgReading"].choices


def test_every_column_has_a_known_type_and_a_description_without_forbidden_words():
    forbidden = ("ai", "robot", "systemet", "extraherad", "metadata", "register", "registret")
    for column in COLUMNS:
        assert column.type in ("text", "note", "date", "number", "choice", "yes_no"), column.name
        assert column.description, column.name
        assert not set(forbidden) & set(column.description.casefold().replace(".", "").split()), column.name
        assert (column.type == "choice") == bool(column.choices), column.name
