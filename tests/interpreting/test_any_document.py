"""Nothing in a document makes the reading raise, and every quotation is exactly the document's text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from functions.interpreting import Hints, interpret
from functions.languages import load
from functions.model.document import Block, BlockKind, Cell, Control, Document, Part, Run
from functions.model.minutes import Quote

WORDS = (
    """
Mötesanteckningar Protokoll Dagordning Deltagare Närvarande Frånvarande: Gäster Adjungerade Datum: Tid: Plats: Beslut Beslut: Action:
Åtgärd: Förslag Ansvarig Vad Vem När Status Nästa möte Nästkommande möten Uppföljning av åtgärder Övriga frågor Vid anteckningarna Justerat
Bo Alm Helga Norin Cia (NS) BA, ordförande sekreteraren Rådet SOR Vi alla förvaltningar beslutar att uppdra åt ska kommer att tar fram
återkommer kontaktar redovisar bordläggs bordlades återremitteras tas upp senast den 3 maj 5/3 2026-03-05 v. 12 till nästa möte kl.
13.00–15.00 Teams lokal Bommen § 12 1. 2a) – - : ; , . ? ! / ( ) återbud sjuk 640823-3234 punkt 3 X Klar Pågår remiss svar stående punkt ⏎
\t http://ex.se bilaga.pdf godkänns läggs till handlingarna och
""".replace("\n", " ")
    .replace("⏎", "\n")
    .split(" ")
)

line = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=14).map(" ".join)
places = st.one_of(st.none(), st.builds(Cell, table=st.integers(0, 2), row=st.integers(0, 4), col=st.integers(0, 3)))


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    text = draw(line)
    cut = draw(st.integers(0, len(text)))
    runs = tuple(Run(a, b, bold=draw(st.booleans()), strike=draw(st.booleans())) for a, b in ((0, cut), (cut, len(text))) if a < b)
    controls = (
        (Control(0, cut, tag=draw(st.sampled_from((None, "dg:x", "Datum"))), date=draw(st.sampled_from((None, "2026-03-05")))),)
        if draw(st.booleans())
        else ()
    )
    kind = draw(st.sampled_from(list(BlockKind)))
    return Block(
        "", text, draw(st.sampled_from([Part.BODY] * 6 + list(Part))), kind,
        level=draw(st.sampled_from((None, 1, 2))) if kind is not BlockKind.PARAGRAPH else None,
        number=draw(st.sampled_from((None, None, "1.", "§ 4", "•", "a)"))), cell=draw(places), runs=runs, controls=controls,
    )  # fmt: skip


def numbered(found: list[Block]) -> Document:
    return Document(tuple(replace(block, id=f"b{n}") for n, block in enumerate(found)))


documents = st.lists(blocks(), max_size=30).map(numbered)
START = [
    Block("", text)
    for text in ("Mötesanteckningar Samordningsråd syn", "Datum: 2026-03-05", "Närvarande: Bo Alm, Helga Norin, Cia Dahl", "1. Mötet öppnas")
]
minutes_documents = st.lists(blocks(), max_size=25).map(lambda found: numbered([*START, *found]))


def quotes_in(value: Any) -> Iterator[Quote]:
    if isinstance(value, Quote):
        yield value
    elif isinstance(value, tuple | list):
        for entry in value:
            yield from quotes_in(entry)
    elif isinstance(value, dict):
        yield from quotes_in(tuple(value.values()))
    elif is_dataclass(value):
        for field in fields(value):
            yield from quotes_in(getattr(value, field.name))


def assert_verbatim(document: Document, *, code: str = "sv") -> None:
    minutes = interpret(document, pack=load(code))
    for quote in quotes_in(minutes):
        block = document.by_id[quote.block]
        assert 0 <= quote.start <= quote.end <= len(block.text)
        assert quote.text is None or quote.text == block.text[quote.start : quote.end]
    assert len(minutes.doubts) <= 5


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents)
def test_any_document_ends_with_an_answer_and_verbatim_quotations(document: Document) -> None:
    assert_verbatim(document)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(minutes_documents)
def test_any_minutes_end_with_an_answer_and_verbatim_quotations(document: Document) -> None:
    assert_verbatim(document)


@pytest.mark.soak
@settings(max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(minutes_documents)
def test_thousands_of_minutes_end_with_an_answer(document: Document) -> None:
    assert_verbatim(document)


def test_the_same_document_gives_the_same_answer_twice() -> None:
    document = numbered([*START, Block("", "Bo Alm kontaktar Cia senast den 3 maj.")])
    assert interpret(document) == interpret(document)


@pytest.mark.parametrize(
    "text",
    ["a" * 200_000, "Bo Alm " * 20_000, "och " * 40_000, "(" * 5_000, "den 3 maj, " * 4_000, "1. " * 20_000, "Beslut: " * 10_000, "Bo, " * 3_000],
)
def test_a_huge_paragraph_is_read(text: str) -> None:
    assert_verbatim(numbered([*START, Block("", text)]))


def test_hints_fill_what_the_text_does_not_say() -> None:
    document = numbered([START[0], START[2], START[3], Block("", "Bo Alm öppnade mötet. Helga Norin kontaktar kommunen före den 1 maj.")])
    read = interpret(document, hints=Hints(date="2026-03-05", state="final"))
    assert read.meeting.date == "2026-03-05" and read.meeting.state == "final"
    assert read.actions[0].due is not None and read.actions[0].due.date == "2026-04-30"
