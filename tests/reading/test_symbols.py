"""Symbol fonts as Unicode."""

from __future__ import annotations

from functions.reading.symbols import UNKNOWN, show_symbol, show_symbols


def test_a_sign_that_the_table_lacks_is_a_box():
    assert show_symbol(0xF001 + 0x7E, "Wingdings") == UNKNOWN
    assert show_symbol(0xF0F9, None) == UNKNOWN
    assert show_symbol(0xD800, "Calibri") == UNKNOWN


def test_figures_in_the_symbol_font_are_figures():
    assert show_symbols("12 ab", "Symbol") == "12 αβ"


def test_every_sign_stands_for_one_character():
    text = "".join(map(chr, range(0xF020, 0xF100)))
    for font in (None, "Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings"):
        assert len(show_symbols(text, font)) == len(text)
