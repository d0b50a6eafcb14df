"""Tables of a PDF, whole again where page breaks cut them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from functions.reading.flowing import begins_item
from functions.reading.grids import Grid
from functions.reading.lines import Line

_SAME_COLUMN = 4.0
_SAME_WIDTH = 40.0  # without rules the last column ends where its longest line does
_ENDS = (".", "!", "?", ":")

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table as far as it goes on one page."""

    grid: Grid
    cells: dict[Place, list[Line]]
    page: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table over one page or several.

    columns: x of its edges; spans: rows and columns of every cell; repeated: its first row came again; ruled: its columns are drawn.
    """

    columns: tuple[float, ...]
    cells: dict[Place, list[Line]]
    spans: dict[Place, tuple[int, int]]
    repeated: bool = False
    ruled: bool = True


def goes_on(before: TablePart, part: TablePart) -> bool:
    """Whether a table at the top of a page goes on with the one at the foot of the page before: it has the same columns."""
    one, other = before.grid.columns, part.grid.columns
    return (
        before.page == part.page - 1
        and len(one) == len(other)
        and all(abs(x - y) < _SAME_COLUMN for x, y in zip(one[:-1], other[:-1], strict=True))
        and abs(one[-1] - other[-1]) < _SAME_WIDTH
    )


def begins_anew(parts: Sequence[TablePart], part: TablePart) -> bool:
    """Whether a table with the same columns is another one: it begins as the one before does, with another text, and no further row looks like that.

    So begin the tables of papers that have one for each point, under a title across all columns.
    """
    shape = _shape(part, 0)
    rows = [(each, row) for each in parts for row in range(len(each.grid.rows) - 1)]
    alike = [place for place in rows if _shape(*place) == shape]
    return len(rows) > 1 and alike == rows[:1] and _texts(_row_of(parts[0], 0)) != _texts(_row_of(part, 0))


def _shape(part: TablePart, row: int) -> tuple[object, ...]:
    """How a row looks: its cells with their widths, and which of them begin in bold."""
    cells = [(place[1], wide) for place, (_, wide) in sorted(part.grid.spans.items()) if place[0] == row]
    return (*cells, *(lines[0].words[0].bold for lines in _row_of(part, row).values()))


def join_parts(parts: Sequence[TablePart]) -> Table:
    """The parts of one table as a whole: a heading row that is shown again comes once, and a row that was cut is one row."""
    cells: dict[Place, list[Line]] = {}
    spans: dict[Place, tuple[int, int]] = {}
    last: dict[int, Place] = {}  # the lowest cell of every column
    heading: list[str] | None = None
    count, repeated = 0, False
    for part in parts:
        top = _row_of(part, 0)
        skipped = 1 if heading is not None and count > 1 and len(part.grid.rows) > 2 and _texts(top) == heading else 0
        repeated = repeated or skipped == 1
        start = count - skipped
        row = _row_of(part, skipped)
        labels = [lines for (_, col), lines in cells.items() if col == 0]
        unmarked = len(labels) > 3 and all(map(_is_marked, labels[1:])) and 0 in row and not _is_marked(row[0])
        above = {col: cells.get(place, []) for col, place in last.items()}
        if count and (unmarked or _is_cut(row, above, has_label=(skipped, 0) in part.grid.spans)):
            start -= 1
        for place in sorted(part.grid.spans):
            if place[0] < skipped:
                continue
            moved = (place[0] + start, place[1])
            if moved not in spans and moved[0] < count:
                moved = last.get(place[1], moved)
            spans.setdefault(moved, part.grid.spans[place])
            if place in part.cells:
                cells.setdefault(moved, []).extend(part.cells[place])
            last[place[1]] = moved
        count = start + len(part.grid.rows) - 1
        heading = _texts(top) if heading is None else heading
    return Table(parts[0].grid.columns, cells, spans, repeated, parts[0].grid.ruled)


def _is_marked(lines: Sequence[Line]) -> bool:
    """Whether a label begins in bold or with a number."""
    return lines[0].words[0].bold or begins_item(lines[0])


def _row_of(part: TablePart, row: int) -> dict[int, list[Line]]:
    return {col: part.cells[(row, col)] for col in range(len(part.grid.columns) - 1) if (row, col) in part.cells}


def _texts(row: dict[int, list[Line]]) -> list[str]:
    return [" ".join(line.text for line in row[col]) for col in sorted(row)]


def _is_cut(row: dict[int, list[Line]], above: dict[int, list[Line]], *, has_label: bool) -> bool:
    """Whether the first row on a page is the rest of the last one on the page before.

    It is when nothing stands in its first column, or when text goes on in mid-sentence.
    """
    if row and has_label and 0 not in row:
        return True
    return any(above.get(col) and lines[0].text[:1].islower() and not above[col][-1].text.endswith(_ENDS) for col, lines in row.items())
