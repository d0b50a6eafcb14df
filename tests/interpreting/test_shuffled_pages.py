"""The pages of real layouts cut up and laid anew, with odd text between, end with an answer too, however long they are."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from functions.model.document import Block, BlockKind, Cell, Document
from functions.reading import read_document
from tests.interpreting.test_any_document import START, assert_verbatim, numbered

CORPUS = Path(__file__).parents[1] / "corpus"
ODD = st.one_of(
    st.text(max_size=80),
    st.text(alphabet="אבגדהוזחטימםנסעפצקרשת ،؟ابتثجحخدذرزسشصض\u202e\u200f", max_size=60),
    st.sampled_from(
        ("😀" * 30, "a\u0301" * 40, "\u00ad".join("rådet"), "\u2028", "\x0b", "Bo Alm\u00a0–\u00a0Cia Dahl", "ＦＵＬＬ　ＷＩＤＴＨ", "ﬁ ﬂ ǅ ß İ")
    ),
)


@cache
def layouts() -> tuple[Document, ...]:
    """Documents of many layouts, in all languages there are."""
    return tuple(read_document(path.read_bytes(), name=path.name) for path in sorted(CORPUS.rglob("*.docx"))[::2])


@st.composite
def shuffled(draw: st.DrawFn) -> Document:
    blocks: list[Block] = []
    for _ in range(draw(st.integers(1, 3))):
        source = draw(st.sampled_from(layouts())).blocks
        low = draw(st.integers(0, max(0, len(source) - 1)))
        part = list(source[low : low + draw(st.integers(1, 40))])
        blocks += draw(st.permutations(part)) if draw(st.booleans()) else part
    for text in draw(st.lists(ODD, max_size=4)):
        place = draw(st.integers(0, len(blocks)))
        cell = Cell(draw(st.integers(0, 3)), draw(st.integers(0, 9)), draw(st.integers(0, 5))) if draw(st.booleans()) else None
        blocks.insert(place, Block("", text.replace("\r", " "), cell=cell))
    return numbered(blocks)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(shuffled(), st.sampled_from(("sv", "en", "nb")))
def test_shuffled_pages_end_with_an_answer(document: Document, code: str) -> None:
    assert_verbatim(document, code=code)


@pytest.mark.soak
@settings(max_examples=5000, deadline=None, suppress_health_check=list(HealthCheck))
@given(shuffled(), st.sampled_from(("sv", "en", "nb")))
def test_thousands_of_shuffled_pages_end_with_an_answer(document: Document, code: str) -> None:
    assert_verbatim(document, code=code)


@pytest.mark.parametrize("text", ["(", "Bo Alm (BA), ", "a\n", "א ", "att "])
def test_a_paragraph_of_forty_pages_is_read(text: str) -> None:
    assert_verbatim(numbered([*START, Block("", text * (80_000 // len(text)))]))


@pytest.mark.soak
@pytest.mark.parametrize(
    "text", ["a", "(", "Bo Alm ", "Bo Alm (BA), ", "Bo, ", "1. ", "den 3 maj, ", "a\n", "א ", "att ", "Nästa möte ", "3/2, ", "🎈"]
)
def test_a_paragraph_of_a_megabyte_is_read(text: str) -> None:
    assert_verbatim(numbered([*START, Block("", text * (1_000_000 // len(text)))]))


def test_a_table_of_five_thousand_rows_is_read() -> None:
    cells = ("Vad", "Vem", "När"), *((f"Ta fram underlag nummer {row}", "Bo Alm", "3 maj") for row in range(5_000))
    rows = [Block("", text, kind=BlockKind.PARAGRAPH, cell=Cell(0, row, col)) for row, texts in enumerate(cells) for col, text in enumerate(texts)]
    assert_verbatim(numbered([*START, *(replace(block) for block in rows)]))
