"""Lists that tabs set side by side on the lines of a page: "Närvarande<TAB>Frånvarande" above "Eva Ek<TAB>Bo Alm"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from functions.interpreting.layout import Section
from functions.interpreting.roster_labels import list_label
from functions.interpreting.spans import Span, lines_of, stretch_of
from functions.languages import LanguagePack
from functions.model.document import Block

_TABS = re.compile(r"\t+")


def side_by_side(section: Section, *, pack: LanguagePack) -> Iterator[Section]:
    """The lists of a section whose label is several with tabs between, each with its own part of the lines below; else the section itself.

    A line with fewer parts than labels belongs to the first list, or to the last where a tab opens it.
    """
    label, value = section.label, section.value
    if label is not None and value is not None and label.block is value.block:
        label = Span(label.block, label.start, value.end)
    heads = _parts(label) if label is not None and "\t" in label.text else []
    kinds = [found.kind if (found := list_label(head.text.strip(" :"), pack=pack)) is not None else None for _, head in heads]
    if len(heads) < 2 or len(set(kinds)) < 2 or any(kind is None for kind in kinds):
        yield section
        return
    units: list[list[Block]] = [[] for _ in heads]
    for unit in section.units:
        if not isinstance(unit, Block):
            yield section
            return
        for line in lines_of(unit, struck=True):
            parts = _parts(Span(unit, unit.text.rfind("\n", 0, line.start) + 1, line.end))  # with the tabs before it
            for at, (tabbed, part) in enumerate(parts):
                place = at if len(parts) == len(heads) or not tabbed or at else len(heads) - 1
                units[min(place, len(heads) - 1)].append(stretch_of(unit, part.start, part.end))
    for (_, head), kind, below in zip(heads, kinds, units, strict=True):
        yield replace(section, kind=kind or section.kind, label=head, value=None, units=list(below))


def _parts(line: Span) -> list[tuple[bool, Span]]:
    """What stands between a line's tabs, each with whether a tab stands before it."""
    edges = [0, *(edge for tab in _TABS.finditer(line.text) for edge in tab.span()), len(line.text)]
    cut = [(at > 0, line.part(at, to).trimmed()) for at, to in zip(edges[::2], edges[1::2], strict=True)]
    return [(tabbed, part) for tabbed, part in cut if part.text]
