"""Ruled tables on a PDF page: from ruling lines to cells, merged ones too."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from functions.reading.glyphs import PageContent, Rule, Word

_NEAR = 3.0  # points: rules that meet or lie on one line may miss each other by this much (Word leaves gaps at corners)
_SLACK = 6.0
_SMALLEST = 8.0  # a narrower column or lower row is a double rule
_MAX_LINES = 300


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on a page.

    columns: x from left to right; rows: y from top to bottom; spans: (row, col) → rows and columns, for cells only;
    ruled: whether its columns are drawn, not guessed from its words.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    spans: dict[tuple[int, int], tuple[int, int]]
    origins: dict[tuple[int, int], tuple[int, int]]
    ruled: bool = True


def find_grids(content: PageContent) -> list[Grid]:
    """The ruled tables of a page, from top to bottom. A frame around a single text is none."""
    level, upright = _merge(content.level), _merge(content.upright)
    if len(level) > _MAX_LINES or len(upright) > _MAX_LINES:
        return []
    grids = []
    for rows, columns in _components(level, upright):
        grid = _read_grid(rows, columns)
        if grid is not None:
            grids.append(grid)
    return sorted(grids, key=lambda grid: -grid.rows[0])


def locate(grid: Grid, word: Word) -> tuple[int, int] | None:
    """The cell that a word lies in, None when it lies outside the table."""
    x, y = (word.left + word.right) / 2, word.base + 0.3 * word.size
    col = bisect.bisect_right(grid.columns, x) - 1
    row = len(grid.rows) - bisect.bisect_right(grid.rows[::-1], y) - 1
    if not (0 <= col < len(grid.columns) - 1 and 0 <= row < len(grid.rows) - 1):
        return None
    return grid.origins[(row, col)]


def _merge(rules: Iterable[Rule]) -> list[Rule]:
    """Rules on one line that touch, as one: programs draw borders cell by cell."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda each: (round(each.at / 2), each.low)):
        for i in range(len(merged) - 1, max(-1, len(merged) - 12), -1):
            last = merged[i]
            if abs(last.at - rule.at) <= 1.5 and rule.low <= last.high + _NEAR and rule.high >= last.low - _NEAR:
                merged[i] = Rule(last.at, min(last.low, rule.low), max(last.high, rule.high))
                break
        else:
            merged.append(rule)
    return merged


def _components(level: Sequence[Rule], upright: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that cross or touch one another, by and by."""
    found = []
    left_level, left_upright = list(level), list(upright)
    while left_upright:
        columns, rows = [left_upright.pop()], list[Rule]()
        grown = True
        while grown:
            new_rows = [rule for rule in left_level if any(_touch(rule, column) for column in columns)]
            left_level = [rule for rule in left_level if rule not in new_rows]
            rows += new_rows
            new_columns = [rule for rule in left_upright if any(_touch(row, rule) for row in rows)]
            left_upright = [rule for rule in left_upright if rule not in new_columns]
            columns += new_columns
            grown = bool(new_rows or new_columns)
        found.append((rows, columns))
    return found


def _touch(level: Rule, upright: Rule) -> bool:
    return level.low - _NEAR <= upright.at <= level.high + _NEAR and upright.low - _NEAR <= level.at <= upright.high + _NEAR


def _read_grid(level: list[Rule], upright: list[Rule]) -> Grid | None:
    top, bottom = max(rule.high for rule in upright), min(rule.low for rule in upright)
    # A table that a page break cuts may lack the rule at its edge.
    heights = [rule.at for rule in level] + [end for end in (top, bottom) if all(abs(rule.at - end) > _SLACK for rule in level)]
    rows = _distinct(heights)[::-1]
    columns = _distinct([rule.at for rule in upright])
    if len(rows) < 2 or len(columns) < 2 or (len(rows) - 1) * (len(columns) - 1) < 2:
        return None
    origins: dict[tuple[int, int], tuple[int, int]] = {}
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(rows) - 1):
        for col in range(len(columns) - 1):
            if (row, col) in origins:
                continue
            wide = high = 1
            while col + wide < len(columns) - 1 and not _walled(upright, columns[col + wide], rows[row], rows[row + 1]):
                wide += 1
            while row + high < len(rows) - 1 and not any(
                _walled(level, rows[row + high], columns[col + i + 1], columns[col + i]) for i in range(wide)
            ):
                high += 1
            for i in range(high):
                for j in range(wide):
                    origins.setdefault((row + i, col + j), (row, col))
            spans[(row, col)] = (high, wide)
    return Grid(tuple(columns), tuple(rows), spans, origins) if len(spans) > 1 else None


def _walled(rules: Iterable[Rule], at: float, high: float, low: float) -> bool:
    middle = (high + low) / 2
    return any(abs(rule.at - at) <= _NEAR + 1 and rule.low <= middle <= rule.high for rule in rules)


def _distinct(places: Iterable[float]) -> list[float]:
    """Places in order, those of a double rule as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SMALLEST:
            found.append(place)
    return found
