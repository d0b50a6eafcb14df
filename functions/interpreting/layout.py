"""The parts of a document: its front, attendance lists, agenda items, announced meetings and signatures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from functions.interpreting.roster_places import ROSTERS
from functions.interpreting.spans import Span, lines_of
from functions.interpreting.tables import Table, Unit
from functions.model.document import Block


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an item. row: which row of the item's table.

    column: "note", "title" for what stands under the title in the left cell, "label" for what heads the row.
    """

    span: Span
    column: str = "note"
    row: int = 0


@dataclass(slots=True)
class ItemText:
    """An agenda item as it stands: number bare or None, title, the time slot's words, its lines, its action tables and its presenter's cell."""

    number: str | None
    title: tuple[Span, ...]
    slot: Span | None = None
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    owners: list[Span] = field(default_factory=list)
    dues: list[Span] = field(default_factory=list)
    presenter: Span | None = None
    rule: str = ""

    @property
    def name(self) -> str:
        """The title's words."""
        return " ".join(span.text for span in self.title).rstrip(" :")

    @property
    def ref(self) -> str:
        """How facts name the item."""
        return self.number or self.name


@dataclass(slots=True)
class Section:
    """A labelled part. kind: a name of the pack's [sections]; value: what stands after the colon on the label's own line."""

    kind: str
    label: Span | None
    value: Span | None = None
    units: list[Unit] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """The document's parts, each in reading order."""

    front: list[Unit] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    items: list[ItemText] = field(default_factory=list)
    tail: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    has_item_table: bool = False
    item_header: tuple[str, ...] = ()

    def of_kind(self, *kinds: str) -> list[Section]:
        """The sections of these kinds."""
        return [section for section in self.sections if section.kind in kinds]


def above_items(layout: Layout) -> Iterator[Span]:
    """The lines of the front and of the labelled parts."""
    parts = sorted(layout.sections, key=lambda section: section.kind not in ROSTERS)  # a list that is not seen as one stands under any label
    for section in parts:
        yield from [section.value] if section.value is not None else []
    for unit in (*layout.front, *(unit for section in parts for unit in section.units)):
        for block in unit.blocks() if isinstance(unit, Table) else [unit]:
            yield from lines_of(block)
