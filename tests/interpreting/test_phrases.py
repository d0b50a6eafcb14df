"""A pattern of a pack's words finds what the plain list of them would, in the same order of preference."""

from __future__ import annotations

import re

import pytest

from functions.interpreting.phrases import alternatives, any_of, written

WORDS = ("fram", "fram till", "framåt", "får", "får * gå", "Fråga", "ta upp", "ta … upp", "t.ex.", "v", "vi", "å ena")
LISTS = (WORDS, tuple(word for word in WORDS if word[0] == "f"), ("*möte", "mötet", "möte"), ("a", "ab", "A b", "b"), ("enda",))
TEXTS = (
    "Fram till nu",
    "framåt",
    "FÅR inte gå",
    "fråga",
    "ta nu genast upp",
    "ta upp",
    "t.ex. vi",
    "v 5",
    "årsmötet",
    "mötet",
    "ab",
    "a b",
    "å  ena sidan",
)


@pytest.mark.parametrize("words", LISTS, ids=range(len(LISTS)))
@pytest.mark.parametrize("flags", [0, re.IGNORECASE], ids=["case", "any case"])
def test_words_behind_their_first_letter_are_found_as_in_a_plain_list(words: tuple[str, ...], flags: int) -> None:
    plain = re.compile("|".join(map(written, sorted(set(words), key=lambda word: (-len(word), word)))), flags)
    grouped = re.compile(alternatives(words), flags)
    for text in (*TEXTS, *words):
        assert [match.span() for match in grouped.finditer(text)] == [match.span() for match in plain.finditer(text)], text


def test_the_longest_word_is_found_and_only_whole_ones() -> None:
    found = any_of(WORDS)
    assert found.findall("De kom fram till att framåtriktat är bra, framåt alltså") == ["fram till", "framåt"]
    assert any_of(()).search("fram") is None
