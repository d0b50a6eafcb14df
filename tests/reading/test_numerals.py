"""Counts as Word writes them."""

from __future__ import annotations

import pytest

from functions.reading.numerals import write_numeral


@pytest.mark.parametrize(
    ("count", "form", "expected"),
    [
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (54, "upperLetter", "BBB"),
        (0, "lowerLetter", "0"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (0, "upperRoman", "0"),
        (9, "decimalZero", "09"),
        (12, "decimalZero", "12"),
        (3, "numberInDash", "- 3 -"),
        (7, "chineseCounting", "7"),
    ],
)
def test_forms_at_their_edges(count, form, expected):
    assert write_numeral(count, form) == expected


@pytest.mark.parametrize(
    ("count", "swedish", "english"), [(1, "1:a", "1st"), (2, "2:a", "2nd"), (3, "3:e", "3rd"), (11, "11:e", "11th"), (22, "22:a", "22nd")]
)
def test_ordinals_follow_the_language(count, swedish, english):
    assert write_numeral(count, "ordinal") == swedish
    assert write_numeral(count, "ordinal", language="en-GB") == english
