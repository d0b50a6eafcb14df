"""Labels in odd places: several in one paragraph, cell or table, whether they head people or those who sign, and one in the pages' foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from functions.interpreting.labels import is_label, label_value
from functions.interpreting.layout import Section
from functions.interpreting.roster_places import ROSTERS, ends_list, kind_of_list, names_people
from functions.interpreting.spans import Span, lines_of, stretch_of, whole
from functions.interpreting.tables import Table
from functions.languages import LanguagePack
from functions.model.document import Block, Document, Part

_INNER_LABEL = re.compile(r"(?:[.;]\s+|\t\s*|\s{3,})([^\W\d_][^\W\d_ -]*(?: [^\W\d_]+){0,2})\s*:(?=\s)|(?<=\w)[ \xa0]([^\W\d_]{4,20}\.?)\s*:(?=\s)")
_LISTED_LABEL = re.compile(r"(?:[;,]\s+|\s+[|•·¦]\s+|\t+|\s{3,})([^\W\d_][^\W\d_ -]*(?: [^\W\d_]+){0,3})\s*:(?=\s)")
_LONGEST_LIST = 5000


def parts_at_labels(block: Block, *, pack: LanguagePack) -> list[Block]:
    """A paragraph of the front that holds several labels, on lines of its own or side by side, as one part a label."""
    if len(block.text) > _LONGEST_LIST:
        return [block]
    lines = list(lines_of(block))
    cuts = {line.start: line.start for line in lines[1:] if _labels(line, pack=pack)}
    marks = [mark for mark in _LISTED_LABEL.finditer(block.text) if _labels_beside(Span(block, mark.start(1), len(block.text)), pack=pack)]
    cuts |= {mark.start(1): mark.start() for mark in marks}
    starts = [0, *sorted(cuts)]
    ends = [*(cuts[start] for start in starts[1:]), len(block.text)]
    return [stretch_of(block, at, to) for at, to in zip(starts, ends, strict=True)] if cuts else [block]


def _labels(span: Span, *, pack: LanguagePack) -> bool:
    """Whether a line opens a list of people, or a fact of the meeting."""
    return is_label(span, pack=pack, inside_item=False) in ROSTERS or ends_list(span, pack=pack)


def _labels_beside(span: Span, *, pack: LanguagePack) -> bool:
    """Whether a label that stands beside another one opens a list of people, a fact of the meeting, or the office of somebody whose name follows."""
    alone = whole(replace(span.block, text=span.text[: span.text.index(":") + 1]))
    if span.block.text[: span.start].endswith((", ", ",\xa0")):  # "Ordförande: Eva Ek, sekreterare: Bo Alm", not "§ 34 Delårsrapport, dnr: 45/2026"
        return is_label(alone, pack=pack, inside_item=False) in ROSTERS
    beside = _LISTED_LABEL.search(span.text)
    return _labels(alone, pack=pack) or kind_of_list(span.part(0, beside.start() if beside else len(span.text)), None, pack=pack) is not None


def labels_within(value: Span, *, pack: LanguagePack) -> Iterator[tuple[Span, str]]:
    """The labels of other offices and lists in the value of one, on the same line: the label with its colon, and its kind."""
    for mark in _INNER_LABEL.finditer(value.text):
        start, end = mark.span(1 if mark[1] else 2)
        kind = is_label(value.part(start, end), pack=pack, inside_item=False)
        if kind in ROSTERS:
            yield value.part(start, mark.end()), kind


def heads_signatures(table: Table, *, pack: LanguagePack) -> bool:
    """Whether the first row of a small table holds nothing but labels of those who sign."""
    heads = [cell for cell in table.rows[0] if cell.text] if table.rows and len(table.rows) < 6 else []
    return bool(heads) and all(is_label(whole(cell.blocks[0]), pack=pack, inside_item=True) == "signature" for cell in heads)


def holds_a_list(blocks: tuple[Block, ...], *, pack: LanguagePack) -> bool:
    """Whether a cell holds a label with people behind or below it."""
    for at, block in enumerate(blocks):
        if is_label(whole(block), pack=pack, inside_item=False) in ROSTERS[:4]:
            below = next((whole(b) for b in blocks[at + 1 :] if b.text.strip()), None)
            people = label_value(whole(block)) or below
            if people is not None and names_people(people, pack=pack):
                return True
    return False


def announced_around(document: Document, *, pack: LanguagePack) -> Iterator[Section]:
    """The next meeting in the pages' head or foot: "Nästa möte: 20 maj"."""
    lines = [line for block in document.blocks if block.part in (Part.HEADER, Part.FOOTER) for line in lines_of(block)]
    for piece in (line.part(*apart.span()).trimmed() for line in lines for apart in re.finditer(r"[^\t]+", line.text)):
        value = label_value(piece)
        if value is not None and re.search(r"\d", value.text) and is_label(piece, pack=pack, inside_item=False) == "next":
            yield Section("next", piece.part(0, value.start - piece.start), value)
