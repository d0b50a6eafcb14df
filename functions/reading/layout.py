"""The order of a PDF's pages: body text and tables in turn, tables whole again where a page break cut them, headers and footers set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from functions.reading.glyphs import PageContent, Word
from functions.reading.grids import Grid, find_grids, locate
from functions.reading.gutters import find_columns, find_gutters
from functions.reading.lines import Line, find_repeated, make_lines, signature, sort_words

_SAME_COLUMN = 4.0
_SAME_WIDTH = 40.0  # without rules the last column ends where its longest line does


@dataclass(frozen=True, slots=True)
class TablePart:
    """A ruled table as far as it goes on one page."""

    grid: Grid
    cells: dict[tuple[int, int], list[Line]]
    page: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table over one page or several.

    columns: x of its upright rules; count: how many rows it has so far (one number); repeated: whether its first row came again on a later page.
    """

    columns: tuple[float, ...]
    cells: dict[tuple[int, int], list[Line]]
    spans: dict[tuple[int, int], tuple[int, int]]
    count: list[int]
    repeated: list[bool] = field(default_factory=list)


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
        columns = find_columns(lines, gutters)
        words = [word for word in page.words if id(word) not in aside]
        parts.append(_split(page, words, [*grids, *columns]))
    tables = _repeated_tables(parts)
    boxed = [line for page in parts for each in page if isinstance(each, TablePart) and id(each) in tables for line in _lines_of(each)]
    elements: list[list[Line] | Table] = []
    for page_parts in parts:
        _add_page([each for each in page_parts if id(each) not in tables], elements)
    return Layout(elements, _distinct([*boxed, *above]), _distinct(below))


def _add_page(parts: Sequence[Line | TablePart], elements: list[list[Line] | Table]) -> None:
    for i, each in enumerate(parts):
        last = elements[-1] if elements else None
        if isinstance(each, Line):
            if isinstance(last, list):
                last.append(each)
            else:
                elements.append([each])
        elif i == 0 and isinstance(last, Table) and _continues(last, each):
            _append(last, each)
        else:
            elements.append(_begin(each))


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


def _begin(part: TablePart) -> Table:
    return Table(part.grid.columns, dict(part.cells), dict(part.grid.spans), [len(part.grid.rows) - 1])


def _continues(table: Table, part: TablePart) -> bool:
    """Whether a table at the top of a page goes on with the one at the foot of the page before: it has the same columns."""
    pages = [line.page for lines in table.cells.values() for line in lines]
    return (
        bool(pages)
        and max(pages) == part.page - 1
        and len(part.grid.columns) == len(table.columns)
        and all(abs(one - other) < _SAME_COLUMN for one, other in zip(part.grid.columns[:-1], table.columns[:-1], strict=True))
        and abs(part.grid.columns[-1] - table.columns[-1]) < _SAME_WIDTH
    )


def _append(table: Table, part: TablePart) -> None:
    cells, spans = part.cells, part.grid.spans
    rows = len(part.grid.rows) - 1
    skipped = 0
    if rows > 1 and table.count[0] > 1 and _row_text(cells, 0) and _row_text(cells, 0) == _row_text(table.cells, 0):
        skipped = 1  # the heading row, shown again
        table.repeated[:] = [True]
    start = table.count[0] - skipped
    if _is_cut_row(table, {cell[1]: lines for cell, lines in cells.items() if cell[0] == skipped}, (skipped, 0) in spans):
        start -= 1
    for (row, col), lines in sorted(cells.items()):
        if row >= skipped:
            place = (row + start, col)
            if place not in table.spans and place not in table.cells:
                place = next((cell for cell, span in table.spans.items() if cell[0] <= place[0] < cell[0] + span[0] and cell[1] == col), place)
            table.cells.setdefault(place, []).extend(lines)
    for (row, col), span in spans.items():
        if row >= skipped:
            table.spans.setdefault((row + start, col), span)
    table.count[0] = start + rows


def _is_cut_row(table: Table, first: dict[int, list[Line]], has_label: bool) -> bool:
    """Whether the first row on a page is the rest of the last one on the page before.

    It is when nothing stands in its first column, or when text goes on in mid-sentence.
    """
    if first and has_label and 0 not in first:
        return True
    for col, lines in first.items():
        above = [cell for cell in table.cells if cell[1] == col and cell[0] == table.count[0] - 1]
        if above and lines[0].text[:1].islower() and not table.cells[above[0]][-1].text.endswith((".", "!", "?", ":")):
            return True
    return False


def _row_text(cells: dict[tuple[int, int], list[Line]], row: int) -> list[str]:
    return [" ".join(line.text for line in cells[cell]) for cell in sorted(cells) if cell[0] == row]


def _distinct(lines: Iterable[Line]) -> list[Line]:
    found: dict[str, Line] = {}
    for line in lines:
        found.setdefault(signature(line.text), line)
    return list(found.values())
