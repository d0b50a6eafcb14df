"""Two-column tables without rules on a PDF page: known by the white gutter that no word crosses."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from functions.reading.flowing import begins_item
from functions.reading.glyphs import Word
from functions.reading.grids import Grid
from functions.reading.lines import Line

_AT_LEAST = 2  # rows with text on both sides, and lines that begin at the second column
_PADDING = 5.0
_SINGLE = 0.75  # of the entries of a list set with tabs have one line, and none has more than two


@dataclass(frozen=True, slots=True)
class Halves:
    """The words of one height, parted by the gutter. told: the places of the first word on each side in the order of the file."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    told: tuple[int, int]

    @property
    def base(self) -> float:
        """The height."""
        return (self.left or self.right)[0].base

    @property
    def size(self) -> float:
        """The largest font."""
        return max(word.size for word in (*self.left, *self.right))


def find_gutters(lines: Sequence[Line]) -> list[float]:
    """Where the second column of a table may begin on a page: words after a gap stand there, and lines begin there.

    A list with tabs, one line an entry, has none: it needs text that goes on in the second column.
    """
    starts = Counter(round(line.left / 2) for line in lines)
    after_gaps = Counter(round(word.left / 2) for line in lines for word in _after_gaps(line))
    found = []
    for place, count in after_gaps.most_common(4):
        near = sum(times for other, times in starts.items() if abs(other - place) <= 1)
        if count >= _AT_LEAST and near >= _AT_LEAST:
            found.append(place * 2.0)
    return found


def find_columns(lines: Sequence[Line], gutters: Sequence[float], *, width: float) -> list[Grid]:
    """The two-column tables among a page's loose lines. gutters: where any page of the document has one, best first; width: of the page."""
    grids: list[Grid] = []
    for at in gutters:
        for region in _regions(lines, at):
            grid = _read_region(region, at, width - min(line.left for line in lines))
            if grid is not None and all(grid.rows[0] <= other.rows[-1] or other.rows[0] <= grid.rows[-1] for other in grids):
                grids.append(grid)
    return grids


def _after_gaps(line: Line) -> list[Word]:
    """Words that a gap sets apart, other than the text after a bullet or number."""
    words = line.words[1:] if begins_item(line) else line.words
    return [after for before, after in itertools.pairwise(words) if after.left - before.right > 0.8 * line.size]


def _regions(lines: Sequence[Line], at: float) -> list[list[Halves]]:
    """Stretches of the page, from top to bottom, where no word crosses the gutter at x = at."""
    rows: list[list[Word]] = []
    order = {id(word): i for i, word in enumerate(word for line in lines for word in line.words)}
    for word in sorted((word for line in lines for word in line.words), key=lambda each: -each.base):
        if rows and abs(rows[-1][0].base - word.base) < 0.4 * word.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    regions: list[list[Halves]] = [[]]
    for row in rows:
        row.sort(key=lambda word: word.left)
        left = tuple(word for word in row if word.left < at - 3)
        right = tuple(word for word in row if word.left >= at - 3)
        clear = not left or left[-1].right < at - 0.4 * left[-1].size
        if clear and (not right or right[0].left < at + 30):
            told = [min((order[id(word)] for word in side), default=-1) for side in (left, right)]
            regions[-1].append(Halves(left, right, (told[0], told[1])))
        elif regions[-1]:
            regions.append([])
    return [trimmed for region in regions if (trimmed := _trim(region))]


def _trim(region: list[Halves]) -> list[Halves]:
    """A region without what stands on the left alone before its first and after its last row."""
    both = [i for i, row in enumerate(region) if row.left and row.right]
    if len(both) < _AT_LEAST:
        return []
    first = next(i for i, row in enumerate(region) if row.right)
    last = max(i for i, row in enumerate(region) if row.right)
    while last + 1 < len(region) and region[last].base - region[last + 1].base < 1.4 * region[last + 1].size and region[last].left:
        last += 1  # a label longer than its text
    return region[first : last + 1]


def _read_region(region: list[Halves], at: float, margin: float) -> Grid | None:
    begun = [row for row in region if row.left]
    alone = sum(1 for row in region if not row.left)
    if alone < _AT_LEAST or len(begun) < _AT_LEAST:
        return None
    heads = _row_heads(region)
    if _is_list(region, heads):
        return None
    tops = [region[0].base + region[0].size]
    tops += [row.base + 0.85 * row.size for row in heads]
    rows = (*tops, region[-1].base - 0.4 * region[-1].size)
    if len(rows) < _AT_LEAST + 1:
        return None
    left = min(word.left for row in region for word in (*row.left, *row.right))
    right = max(margin, *(word.right for row in region for word in (*row.left, *row.right)))
    cells = {(row, col): (row, col) for row in range(len(rows) - 1) for col in range(2)}
    return Grid(
        (min(left, begun[0].left[0].left) - _PADDING, at - _PADDING, right + _PADDING), rows, dict.fromkeys(cells, (1, 1)), cells, ruled=False
    )


def _is_list(region: Sequence[Halves], heads: Sequence[Halves]) -> bool:
    """Whether the entries are names or labels with a few words each, set apart by tabs: paragraphs rather than the cells of a table."""
    counts: list[int] = []
    for row in region:
        if not counts or any(row is head for head in heads):
            counts.append(0)
        counts[-1] += bool(row.right)
    return max(counts) <= 2 and sum(count <= 1 for count in counts) >= _SINGLE * len(counts)


def _row_heads(region: Sequence[Halves]) -> list[Halves]:
    """The lines that begin a row of the table, but for the first: those with text on the left that does not go on with the label above.

    Programs write cell by cell: what stands on the left and comes after the text on the right of the line above belongs to another row.
    """
    sides = ([row.base for row in region if row.left], [row.base for row in region if row.right])
    usual = min((above - below for side in sides for above, below in itertools.pairwise(side)), default=0.0)
    heads: list[Halves] = []
    above, right = region[0], region[0].told[1]
    for row in region[1:]:
        if row.left:
            apart = above.base - row.base > 1.35 * usual or begins_item(Line(row.left, 0, 0.0))
            if apart or not above.left or (0 <= right < row.told[0] and not row.left[0].text[:1].islower()):
                heads.append(row)
                right = -1
            above = row
        right = max(right, row.told[1])
    return heads
