"""Tells what the secretary typed on a draft of ours from what we wrote there: minutes are often written on top of the agenda."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from functions.drafting.base import Base
from functions.drafting.tagging import PREFIX
from functions.model.document import Block, Control, Document

_ORIGIN = re.compile(r"\((?:från\s\d{1,2}\s\w+(?:\s\d{4})?(?:,\s[^()]*)?|tillagd för hand)\)")
_SAME = 0.6
"""Share of letters in common from which a paragraph is our own in other words, and no note."""


def is_on_draft(document: Document) -> bool:
    """Whether lines of a draft of ours seem to stand in the document: by their controls, or by how they tell where they come from."""
    return any(_ORIGIN.search(block.text) or any(map(_is_ours, block.controls)) for block in document.blocks)


def without_typed(document: Document, *, bases: Sequence[Base]) -> Document:
    """The document with our controls over nothing but the words that we wrote; what was typed in or behind a line stands outside them.

    bases: what we wrote in the drafts that we know; the one with most of the document's lines is taken, and without any it stays as it is. In a copy
    that lost its controls they are put back where half of a draft's lines stand in our words.
    """
    if not any(_is_ours(control) for block in document.blocks for control in block.controls):
        document = _regain(document, bases)
    tags = {control.tag or "" for block in document.blocks for control in block.controls if _is_ours(control)}
    base = max(bases, key=lambda one: len(tags & one.known.keys()), default=None)
    if base is None or not tags & base.known.keys():
        return document
    ours = {tag: _words_of(tag, base) for tag in tags & base.known.keys()}
    return replace(document, blocks=tuple(_part(block, ours) for block in document.blocks))


def _regain(document: Document, bases: Sequence[Base]) -> Document:
    best: tuple[int, dict[str, tuple[Control, ...]]] = (0, {})
    for base in bases:
        wrote = sorted(
            ((words, tag, line.parent) for tag, line in base.known.items() for cell in line.key for words in cell), key=lambda one: -len(one[0])
        )
        found: dict[str, tuple[Control, ...]] = {}
        for block in document.body():
            fit = next(((tag, parent, end) for words, tag, parent in wrote if (end := _end_of(words, block.text))), None)
            if fit is not None:
                tag, parent, end = fit
                found[block.id] = (*((Control(0, end, parent),) if parent else ()), Control(0, end, tag))
        lines = len({controls[-1].tag for controls in found.values()})
        if lines * 2 >= len(base.lines) and lines > best[0]:
            best = (lines, found)
    return replace(document, blocks=tuple(replace(block, controls=(*block.controls, *best[1].get(block.id, ()))) for block in document.blocks))


def _words_of(tag: str, base: Base) -> tuple[str, ...]:
    """The paragraphs that we wrote in a line and its parts, and how each begins with its number, longest first."""
    lines = [line for other, line in base.known.items() if other == tag or line.parent == tag]
    words = {paragraph for line in lines for cell in line.cells for paragraph in cell if paragraph}
    words |= {f"{line.label} {paragraph}" for line in lines if line.label for cell in line.cells for paragraph in cell}
    return tuple(sorted(words, key=len, reverse=True))


def _part(block: Block, ours: Mapping[str, Sequence[str]]) -> Block:
    wrote = [words for control in block.controls for words in ours.get(control.tag or "", ())]
    text = block.text.strip()
    if not wrote or not text or any(_fold(text) == _fold(words) for words in wrote):
        return block
    end = max((_end_of(words, block.text) for words in wrote if not words.strip(" .)§").isdigit()), default=0)
    if not end and any(SequenceMatcher(None, _fold(text), _fold(words), autojunk=False).ratio() >= _SAME for words in wrote):
        return block
    kept = (replace(control, end=min(control.end, end)) if _is_ours(control) else control for control in block.controls)
    return replace(block, controls=tuple(control for control in kept if not _is_ours(control) or control.end > control.start))


def _end_of(words: str, text: str) -> int:
    """Where these words, with which the text begins, end in it; 0 where it does not begin with them."""
    found = re.match(r"\s*" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)", text)
    return found.end() if found else 0


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()


def _is_ours(control: Control) -> bool:
    return (control.tag or "").startswith(PREFIX)
