"""Minutes without any items: which lines of the front are what the meeting said, and lines that are prompts of a template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from functions.interpreting.labels import folded_label
from functions.interpreting.phrases import LOWER, UPPER
from functions.interpreting.spans import lines_of
from functions.interpreting.tables import Table, TableKind, Unit, classify_table
from functions.languages import LanguagePack
from functions.model.document import Block, BlockKind

_BULLET = re.compile(r"\s*(?:[-–—•○▪·*●✔✓☑➡→>]|\d{1,2}[.)])\s*\S")
_BRACKETED = re.compile(r"\s*[\[<{][^\]>}]{2,60}[\]>}]\s*$")
_WORDS = 4
_SAID = re.compile(rf"[{UPPER}][^:\t]{{1,40}}:\s+[{LOWER}]")


def text_of_front(front: Iterable[Unit], *, pack: LanguagePack) -> list[Block]:
    """The paragraphs of the front from the first one on that holds a sentence or a bullet; labelled facts and fact tables are none of it."""
    labels = pack.all_words("facts") | set(pack.words("kind", "mail_heads")) | set(pack.words("kind", "subject"))
    found: list[Block] = []
    for block in _paragraphs(front, pack=pack):
        head, colon, _ = block.text.partition(":")
        if colon and folded_label(head) in labels:
            continue
        if found or runs(block):
            found.append(block)
    return found


def _paragraphs(front: Iterable[Unit], *, pack: LanguagePack) -> Iterator[Block]:
    for unit in front:
        if isinstance(unit, Block):
            yield unit
        elif isinstance(unit, Table) and classify_table(unit, pack=pack) is TableKind.OTHER:
            yield from (block for block in unit.blocks() if block.text.strip())


def runs(block: Block) -> bool:
    """Whether a paragraph holds a bullet, a sentence, or what somebody said of something ("Webben: vi väntar")."""
    if block.kind is BlockKind.LIST_ITEM or _BULLET.match(block.text):
        return True
    return any((line.text.endswith((".", "!", "?")) or _SAID.match(line.text)) and len(line.text.split()) >= _WORDS for line in lines_of(block))


def is_prompt(text: str, *, pack: LanguagePack) -> bool:
    """Whether a line is a template's prompt that nobody filled in ("Klicka här …", "[Rubrik]")."""
    folded = folded_label(text)
    return folded.startswith(pack.words("prompts", "starts")) or folded in pack.words("prompts", "patterns") or _BRACKETED.match(text) is not None
