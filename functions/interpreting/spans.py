"""Stretches of a document's text: lines, sentences, and the quotations made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from functions.interpreting.phrases import UPPER, words_at
from functions.languages import LanguagePack
from functions.model.document import BLANKS, Block, Document
from functions.model.minutes import Quote, Quotes

_STOP = re.compile(rf"[.!?…]+[)\"”’]*(?=\s+[\"”(–\-]?\s?[{UPPER}0-9]|\s*$)|;(?=\s)")
_LAST_WORD = re.compile(r"[\w.]+$")
_LONG = 6  # letters; a weekday that is written out


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one block, from start to end in code points."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.block.text[self.start : self.end]

    def part(self, start: int, end: int) -> Span:
        """The stretch text[start:end] of this span."""
        return Span(self.block, self.start + start, self.start + end)

    def trimmed(self, chars: str = BLANKS) -> Span:
        """The span without these characters at its ends."""
        text = self.text
        left = len(text) - len(text.lstrip(chars))
        right = len(text.rstrip(chars))
        return Span(self.block, self.start + left, self.start + max(left, right))

    def quote(self) -> Quote:
        """The quotation: exactly this text, with its place."""
        return Quote(self.block.id, self.start, self.end, self.text)


def without_struck(span: Span) -> str:
    """The words, with as many blanks where they are struck through: "~~Bo~~ Cia"."""
    text = span.text
    for start, end in span.block.struck:
        low, high = max(start, span.start) - span.start, min(end, span.end) - span.start
        if low < high:
            text = text[:low] + " " * (high - low) + text[high:]
    return text


def is_ours(span: Span) -> bool:
    """Whether the words stand in a content control of our own draft (tag "dg:…"): generated, so they tell nothing of what the meeting did."""
    return any((c.tag or "").startswith("dg:") and c.start <= span.start and span.end <= c.end for c in span.block.controls)


def whole(block: Block) -> Span:
    """The block's text without blanks at its ends."""
    return Span(block, 0, len(block.text)).trimmed()


def lines_of(block: Block, *, struck: bool = False) -> Iterator[Span]:
    """The block's lines (soft breaks part them), trimmed, blank ones left out, and struck-through ones unless `struck`."""
    for start, end in block.lines:
        if struck or not (block.struck and block.covered(start, end, look="strike")):
            yield Span(block, start, end)


def overlap(one: Span | Quote, other: Quote) -> bool:
    """Whether two stretches of one block share any of its text."""
    block = one.block.id if isinstance(one, Span) else one.block
    return block == other.block and one.start < other.end and other.start < one.end


def quotes_of(spans: Iterable[Span]) -> Quotes:
    """Their quotations, in order."""
    return tuple(span.quote() for span in spans)


def spans_of(quotes: Quotes, document: Document) -> list[Span]:
    """Where quotations stand, in order; one of a block that is not there is left out."""
    blocks = document.by_id
    return [Span(blocks[quote.block], quote.start, quote.end) for quote in quotes if quote.block in blocks]


def joined(spans: Iterable[Span]) -> str:
    """Their words with single spaces, as one statement."""
    return " ".join(" ".join(span.text for span in spans).split())


def sentences_of(span: Span, *, pack: LanguagePack) -> Iterator[Span]:
    """The sentences of a line. Ends at . ! ? before a capital, digit, dash or the line's end; abbreviations and dates do not end one."""
    text = span.text
    abbreviations = _abbreviations(pack)
    at = 0
    for mark in _STOP.finditer(text):
        word = _LAST_WORD.search(text[max(0, mark.start() - 40) : mark.start()])
        before = word[0].casefold() if word else ""
        rest = text[mark.end() : mark.end() + 40].lstrip()
        if mark[0] == "." and (before in abbreviations or (len(before) == 1 and before.isalpha() and rest[:1].isupper())):
            continue
        if mark[0] == "." and before.isdigit() and at == mark.start() - len(before):
            continue  # "1. Rubrik"
        if mark[0] == "." and rest[:1].isdigit() and (before.isdigit() or before in _short_days(pack)):
            continue  # 12. 30, 3. 5, "fre. 16 jan. 2026"
        sentence = span.part(at, mark.end()).trimmed()
        if sentence.text:
            yield sentence
        at = mark.end()
    rest_span = span.part(at, len(text)).trimmed()
    if rest_span.text:
        yield rest_span


@lru_cache(maxsize=8)
def _short_days(pack: LanguagePack) -> frozenset[str]:
    """Short forms of months and weekdays, which stand with a full stop before a figure."""
    weekdays = (word for words in pack.table("dates", "weekdays").values() for word in words if len(word) < _LONG)
    return frozenset(pack.table("dates", "months")) - frozenset(words_at(pack, "dates.month_names.full")) | frozenset(weekdays)


@lru_cache(maxsize=8)
def _abbreviations(pack: LanguagePack) -> frozenset[str]:
    return frozenset(word.casefold().rstrip(".") for word in pack.words("sentences", "abbreviations"))


def lines_in(span: Span) -> Iterator[Span]:
    """The lines of a span that soft breaks part, without blanks around them; empty ones left out."""
    at = 0
    for piece in span.text.split("\n"):
        line = span.part(at, at + len(piece)).trimmed()
        at += len(piece) + 1
        if line.text:
            yield line


def stretch_of(block: Block, start: int, end: int) -> Block:
    """The block's text from start to end, the text before it blanked, so that offsets hold."""
    return replace(block, text=" " * start + block.text[start:end].rstrip("; \n"))


def tail_of(block: Block, start: int) -> Block:
    """The block from `start` on: what stands before is blanked, so that offsets hold."""
    return replace(block, text=" " * start + block.text[start:])
