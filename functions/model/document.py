"""What is on the page: blocks of text in reading order, with everything a reader of Word sees."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Part(StrEnum):
    """Where in the file a block stands."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text_box"


class BlockKind(StrEnum):
    """What a block is to a reader: a heading, an item of a list, or running text."""

    HEADING = "heading"
    LIST_ITEM = "list_item"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one look. Runs tile the block's text, so every character has its place.

    start, end: code points in `Block.text`; index: which run of the paragraph in the file (0-based).
    """

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    strike: bool = False
    index: int = 0
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """Linked text. `target` is the address, "#name" within the file, or None when the file does not tell."""

    start: int
    end: int
    target: str | None


@dataclass(frozen=True, slots=True)
class Control:
    """A content control over text[start:end].

    date: ISO date of a date picker; checked: state of a check box; placeholder: the prompt still shows, nobody filled it in.
    """

    start: int
    end: int
    tag: str | None = None
    title: str | None = None
    date: str | None = None
    checked: bool | None = None
    placeholder: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table. table: ordinal in the document; row, col: 0-based grid position; outer: the cell a nested table stands in."""

    table: int
    row: int
    col: int
    row_span: int = 1
    col_span: int = 1
    header: bool = False
    outer: Cell | None = None


BLANKS = " \t\n\r\xa0\u200b"  # what is stripped around a line


@dataclass(frozen=True)
class Block:
    """One paragraph.

    id: stable within one reading ("b1", "h1" …); text: NFC as in the file, soft breaks as \\n, tabs as \\t, without its automatic number;
    number: what Word shows before it ("1.", "§ 4", "a)", "•"); level: heading level 1–9 or, for list items, depth 1–9;
    look: how the whole of it looks beside bold and the like ("caps 28 1F4E79 shaded"), "" where it has no look of one kind; only good to compare.
    """

    id: str
    text: str
    part: Part = Part.BODY
    kind: BlockKind = BlockKind.PARAGRAPH
    style: str | None = None
    level: int | None = None
    number: str | None = None
    cell: Cell | None = None
    runs: tuple[Run, ...] = ()
    links: tuple[Hyperlink, ...] = ()
    controls: tuple[Control, ...] = ()
    source: str = ""
    page: int | None = None
    look: str = ""

    def covered(self, start: int, end: int, *, look: str) -> bool:
        """Whether every visible character of text[start:end] has the look ("bold", "italic", "strike" or "underline")."""
        seen = False
        for run in self.runs:
            low, high = max(start, run.start), min(end, run.end)
            if low < high and self.text[low:high].strip():
                if not getattr(run, look):
                    return False
                seen = True
        return seen

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """Where its lines stand (soft breaks part them), without the blanks around them; blank ones left out."""
        edges, at = [], 0
        for piece in self.text.split("\n"):
            start = at + len(piece) - len(piece.lstrip(BLANKS))
            end = at + len(piece.rstrip(BLANKS))
            if start < end:
                edges.append((start, end))
            at += len(piece) + 1
        return tuple(edges)

    @cached_property
    def struck(self) -> tuple[tuple[int, int], ...]:
        """The struck-through stretches, joined."""
        spans: list[tuple[int, int]] = []
        for run in self.runs:
            if run.strike and run.start < run.end:
                if spans and spans[-1][1] == run.start:
                    spans[-1] = (spans[-1][0], run.end)
                else:
                    spans.append((run.start, run.end))
        return tuple(spans)

    @cached_property
    def all_struck(self) -> bool:
        """Whether the whole visible text is struck through."""
        return bool(self.text.strip()) and self.covered(0, len(self.text), look="strike")

    @cached_property
    def all_bold(self) -> bool:
        """Whether the whole visible text is bold."""
        return bool(self.text.strip()) and self.covered(0, len(self.text), look="bold")

    @cached_property
    def all_underlined(self) -> bool:
        """Whether the whole visible text is underlined, and not only since it is a link."""
        return bool(self.text.strip()) and not self.links and self.covered(0, len(self.text), look="underline")


@dataclass(frozen=True)
class Document:
    """A file as read. format: "docx" or "pdf"; reader: the reader's name and version; notes: codes of what was met and left out.

    name: what the file is called, which may tell the year that its text leaves out; nothing else is read from it.
    """

    blocks: tuple[Block, ...]
    format: str = "docx"
    reader: str = ""
    notes: tuple[str, ...] = ()
    signed: bool = False
    name: str = ""

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over the NFC text of the blocks, independent of the reader's version, in hex."""
        return fingerprint(block.text for block in self.blocks)

    @cached_property
    def by_id(self) -> dict[str, Block]:
        """Blocks by their id."""
        return {block.id: block for block in self.blocks}

    def body(self) -> tuple[Block, ...]:
        """The blocks of the body and its text boxes, without page headers, footers and notes."""
        return tuple(b for b in self.blocks if b.part in (Part.BODY, Part.TEXT_BOX))


def fingerprint(texts: Iterable[str]) -> str:
    """SHA-256 in hex over texts with whitespace folded and NFC-normalised; blank ones count for nothing."""
    folded = (re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip() for text in texts)
    return hashlib.sha256("\n".join(text for text in folded if text).encode()).hexdigest()
