"""What a page tells of a meeting that was: its text without what is only proposed, points with nothing below them, and lines nobody filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from functions.interpreting.labels import folded_label
from functions.interpreting.layout import ItemText, Layout
from functions.interpreting.numbers import number_of
from functions.interpreting.phrases import phrase
from functions.interpreting.spans import Span, is_ours, lines_of
from functions.languages import LanguagePack
from functions.model.document import Block, BlockKind, Document

# "Protokoll nr X/20XX", "§ X Rubrik", "väljs xx", "ÅÅÅÅ-MM-DD", "Rådet beslutar att …"; in brackets what to write there.
_STANDS_OPEN = re.compile(
    r"_{4,}|(?<!\w)(?:20)?[xX]{2,}(?:[.:/-][xX]{2,})*(?!\w)|(?<![\w.])[xX]\s?/|§\s?[xX](?!\w)|(?i:å{4}|y{4})-|\w\s(?:…|\.\.\.)\s*$|\w:\s*(?:…|\.\.\.)\s*$"
)
_TITLE = 70


def as_typed(line: Span) -> str:
    """A line's words, with a line to write on where a control still shows its prompt."""
    text = line.text
    for control in line.block.controls:
        low, high = max(control.start, line.start) - line.start, min(control.end, line.end) - line.start
        if control.placeholder and low < high:
            text = text[:low] + "_" * (high - low) + text[high:]
    return text


def told_lines(document: Document, layout: Layout, *, pack: LanguagePack) -> Iterator[str]:
    """The body's lines that tell what happened."""
    silent: dict[str, list[int]] = {}
    for item in layout.items:
        for span in item.title if is_empty(item, pack=pack) else ():
            silent.setdefault(span.block.id, []).append(span.start)
    proposed = set(_proposed(document, pack=pack))
    for block in document.body():
        for line in lines_of(block):
            apart = is_ours(line) or (block.id, line.start) in proposed or stands_open(as_typed(line), pack=pack)
            if not apart and not any(line.start <= start < line.end for start in silent.get(block.id, ())):
                yield line.text


def stands_open(text: str, *, pack: LanguagePack) -> bool:
    """Whether a line holds a sign for what should be filled in, or tells in brackets what to write."""
    told = phrase(pack, r"\((?:<<prompts.starts|prompts.told>>)")
    return _STANDS_OPEN.search(text) is not None or told.search(text) is not None


def is_empty(item: ItemText, *, pack: LanguagePack) -> bool:
    """Whether a point is a short title and nothing more, or labels with nothing behind them."""
    name = item.name
    said = any(_says(line.span.text, pack=pack) for line in item.lines if line.column in ("note", "title"))
    return not (said or item.tables or len(name) > _TITLE or re.search(r"[.:;]\s", name))


def _says(text: str, *, pack: LanguagePack) -> bool:
    """Whether a line is more than a label, a figure or a sign for what should stand there."""
    head, colon, value = text.partition(":")
    bare = folded_label(text) in pack.all_words("labels", "sections", "facts") or (bool(colon) and not value.strip() and len(head) < 40)
    return bool(text.strip()) and not bare and not stands_open(text, pack=pack)


def _proposed(document: Document, *, pack: LanguagePack) -> Iterator[tuple[str, int]]:
    """The lines that stand below or behind "Förslag till beslut", by block and beginning: the passage below and what it lists, or the column."""
    labels = set(pack.words("labels", "proposal"))
    columns: set[tuple[int, int]] = set()
    lists = phrase(pack, r"^(?:[–•*-]\s*)?<<grammar.that>>\s")
    state = ""  # "open": the passage comes next; "listing": what it lists may follow
    for block, line in chain.from_iterable(((block, line) for line in lines_of(block)) for block in document.body()):
        head, colon, value = line.text.partition(":")
        cell = block.cell
        if folded_label(head) in labels and (not colon or len(head) < 45):
            if cell is not None and not value.strip():
                columns.add((cell.table, cell.col))
            state = "listing" if value.strip() else "open"
            yield block.id, line.start
        elif cell is not None and (cell.table, cell.col) in columns:
            yield block.id, line.start
        elif state and not _opens_another(block, line, head if colon else line.text, pack=pack):
            goes_on = state == "open" or lists.match(line.text) is not None or block.kind is BlockKind.LIST_ITEM
            if goes_on:
                yield block.id, line.start
            state = "listing" if goes_on else ""
        else:
            state = ""


def _opens_another(block: Block, line: Span, head: str, *, pack: LanguagePack) -> bool:
    """Whether a line begins another passage: a heading, a numbered title or a label."""
    numbered = number_of(block, line, pack=pack) is not None and block.kind is not BlockKind.LIST_ITEM
    return block.kind is BlockKind.HEADING or numbered or folded_label(head) in pack.all_words("labels", "sections")
