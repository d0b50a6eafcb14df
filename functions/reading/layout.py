"""The order of a PDF's pages: body text and tables in turn, headers and footers set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from functions.reading.glyphs import PageContent, Word
from functions.reading.grids import Grid, find_grids, locate
from functions.reading.gutters import find_columns, find_gutters
from functions.reading.lines import Line, find_repeated, make_lines, signature, sort_words
from functions.reading.page_tables import Table, TablePart, begins_anew, goes_on, join_parts


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's flows of lines and its tables, in order, and its page headers and footers, each text once."""

    elements: list[list[Line] | Table]
    headers: list[Line]
    footers: list[Line]


def lay_out(pages: Sequence[PageContent]) -> Layout:
    """What stands on the pages, in reading order."""
    ruled = [find_grids(page) for page in pages]
    loose = [_loose_lines(page, grids) for page, grids in zip(pages, ruled, strict=True)]
    headers, footers = find_repeated(loose)
    above = [line for lines in loose for line in lines if id(line) in headers]
    below = [line for lines in loose for line in lines if id(line) in footers]
    aside = {id(word) for line in (*above, *below) for word in line.words}
    body = [[line for line in lines if id(line) not in headers and id(line) not in footers] for lines in loose]
    gutters = [at for at, _ in Counter(at for lines in body for at in find_gutters(lines)).most_common(6)]
    parts = []
    for page, grids, lines in zip(pages, ruled, body, strict=True):
        columns = find_columns(lines, gutters, width=page.width)
        words = [word for word in page.words if id(word) not in aside]
        parts.append(_split(page, words, [*grids, *columns]))
    tables = _repeated_tables(parts)
    boxed = [line for page in parts for each in page if isinstance(each, TablePart) and id(each) in tables for line in _lines_of(each)]
    elements = _in_order([[each for each in page if id(each) not in tables] for page in parts])
    return Layout(elements, _distinct([*boxed, *above]), _distinct(below))


def _in_order(pages: Sequence[Sequence[Line | TablePart]]) -> list[list[Line] | Table]:
    """The flows of lines between tables, and the tables, each whole."""
    elements: list[list[Line] | Table] = []
    flow: list[Line] = []
    table: list[TablePart] = []
    for page in pages:
        for i, each in enumerate(page):
            if isinstance(each, TablePart) and table and i == 0 and goes_on(table[-1], each) and not begins_anew(table, each):
                table.append(each)
                continue
            if table:
                elements.append(join_parts(table))
                table = []
            if isinstance(each, Line):
                flow.append(each)
                continue
            if flow:
                elements.append(flow)
                flow = []
            table = [each]
    if table:
        elements.append(join_parts(table))
    return [*elements, flow] if flow else elements


def _loose_lines(page: PageContent, grids: Sequence[Grid]) -> list[Line]:
    words = [word for word in page.words if all(locate(grid, word) is None for grid in grids)]
    return make_lines(words, page=page.number, height=page.height)


def _lines_of(part: TablePart) -> list[Line]:
    return [line for cell in sorted(part.cells) for line in part.cells[cell]]


def _split(page: PageContent, words: Sequence[Word], grids: Sequence[Grid]) -> list[Line | TablePart]:
    """Lines outside tables, and tables where the file first comes to them."""
    found: list[Line | TablePart] = []
    loose: list[Word] = []
    boxed: dict[int, dict[tuple[int, int], list[Word]]] = {}
    order: list[tuple[int, list[Word]]] = []
    for word in words:
        where = next(((i, cell) for i, grid in enumerate(grids) if (cell := locate(grid, word)) is not None), None)
        if where is None:
            loose.append(word)
            continue
        if where[0] not in boxed:
            boxed[where[0]] = {}
            order.append((where[0], loose))
            loose = []
        boxed[where[0]].setdefault(where[1], []).append(word)
    for i, before in order:
        found += make_lines(before, page=page.number, height=page.height)
        cells = {cell: make_lines(sort_words(inside), page=page.number, height=page.height) for cell, inside in boxed[i].items()}
        found.append(TablePart(grids[i], cells, page.number))
    return found + list(make_lines(loose, page=page.number, height=page.height))


def _repeated_tables(pages: Sequence[Sequence[Line | TablePart]]) -> set[int]:
    """Small tables at the edge of the page with the same text on several pages: page headers that somebody drew with rules."""
    seen: dict[tuple[str, int], list[TablePart]] = {}
    for page in pages:
        for part in page:
            if isinstance(part, TablePart) and len(part.grid.rows) <= 6:
                height = next((line.height for lines in part.cells.values() for line in lines), 0.0)
                if height and (part.grid.rows[-1] > 0.8 * height or part.grid.rows[0] < 0.15 * height):
                    text = signature(" ".join(line.text for line in _lines_of(part)))
                    seen.setdefault((text, round(part.grid.rows[0] / 8)), []).append(part)
    return {id(part) for parts in seen.values() if len(parts) >= 2 for part in parts}


def _distinct(lines: Iterable[Line]) -> list[Line]:
    found: dict[str, Line] = {}
    for line in lines:
        found.setdefault(signature(line.text), line)
    return list(found.values())
