"""What the walk through a Word file carries with it: the file's styles and lists, and the story (body, header, note) it is in."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from functions.model.document import Block, Cell, Control, Part
from functions.reading.fields import Field
from functions.reading.namespaces import CHOICE, FALLBACK, TEXT
from functions.reading.numbering import Counters, Numbering
from functions.reading.package import Relationship
from functions.reading.styles import SILENT, Look, Style, Styles, Toggles, look_of, resolve_style

# Word 2010 and later write a shape as mc:Choice for themselves and as mc:Fallback (VML) for older programs. These Choices can hold text.
_UNDERSTOOD = frozenset(
    "http://schemas.microsoft.com/office/word/2010/" + name
    for name in ("wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas", "wordml", "wordprocessingDrawing")
) | {"http://schemas.microsoft.com/office/word/2012/wordml", "http://schemas.microsoft.com/office/drawing/2010/main"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One file under way. blocks, notes, ids and footnote references fill up as the walk goes on."""

    styles: Styles
    numbering: Numbering
    blocks: list[Block] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)
    ids: dict[str, int] = field(default_factory=dict)
    references: dict[str, dict[str, int]] = field(default_factory=dict)
    tables: Iterator[int] = field(default_factory=itertools.count)
    box_counters: Counters = field(default_factory=Counters)
    bases: dict[tuple[str | None, Toggles], Base] = field(default_factory=dict)


def find_base(reading: Reading, style_id: str | None, table: Toggles) -> Base:
    """A paragraph style, and how text in it looks in a table of such looks."""
    known = reading.bases.get((style_id, table))
    if known is None:
        style = resolve_style(reading.styles, style_id)
        look = look_of(reading.styles, table, style.toggles, SILENT, SILENT)
        known = reading.bases[(style_id, table)] = Base(style, table, look)
    return known


@dataclass(frozen=True, slots=True)
class Story:
    """A flow of text with its own fields and list counts. places: the ordinal of every paragraph in its part; loose: field marks to pass over."""

    reading: Reading
    part: Part
    prefix: str
    source: str
    places: dict[Element, int]
    relationships: dict[str, Relationship]
    loose: frozenset[Element] = frozenset()
    counters: Counters = field(default_factory=Counters)
    fields: list[Field] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Place:
    """Where paragraphs stand: the cell, and what its table's style says of looks."""

    cell: Cell | None = None
    toggles: Toggles = SILENT


@dataclass(frozen=True, slots=True)
class Base:
    """How a paragraph's text looks before its runs say anything; looks: what they have said so far, by character style and direct formatting."""

    style: Style
    table: Toggles
    look: Look
    looks: dict[tuple[str | None, Toggles], Look] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paragraph being gathered, or several that deleted paragraph marks join. A position is a number of pieces.

    pieces: text, look, run; links: from, to, target; controls: control, from, to; boxes: text boxes anchored here;
    origin: the paragraphs that gave text.
    """

    pieces: list[tuple[str, Look, int]] = field(default_factory=list)
    links: list[tuple[int, int, str | None]] = field(default_factory=list)
    controls: list[tuple[Control, int, int]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    origin: list[Element] = field(default_factory=list)
    runs: Iterator[int] = field(default_factory=itertools.count)


def branch(alternate: Element) -> tuple[Element, ...]:
    """The one branch of an mc:AlternateContent that is read, so that its text comes once: the first Choice we understand, else the Fallback."""
    fallback = alternate.find(FALLBACK)
    choices = list(alternate.iterchildren(CHOICE))
    for choice in choices:
        if all(choice.nsmap.get(prefix) in _UNDERSTOOD for prefix in (choice.get("Requires") or "").split()):
            if fallback is not None and not _has_text(choice) and _has_text(fallback):
                return (fallback,)
            return (choice,)
    return (fallback,) if fallback is not None else tuple(choices[:1])


def _has_text(element: Element) -> bool:
    return next(element.iter(TEXT), None) is not None
