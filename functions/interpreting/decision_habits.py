"""How one writer tells what is decided: the looks and places of the sentences that rules read so, as evidence for the other ones there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from functions.interpreting.spans import Span
from functions.interpreting.statements import Statement

_LOOKS = ("bold", "italic", "underline")
_ARROW = re.compile(r"[-=]>|[→➔➜⇒►>]+")
_DOUBT = 2.0  # sentences of a kind that are supposed to decide nothing, so that one alone tells little

Habit = tuple[str, object]
"""A way of writing: what sort of way, and which."""


def habits_in(statements: Sequence[Statement], *, decides: Callable[[Span], bool]) -> list[dict[str, float]]:
    """For each sentence, by sort of way ("look", "row"), what share of the other sentences written so are decisions by rule."""
    first_rows: dict[int, int] = {}
    for one in statements:
        first_rows[id(one.item)] = min(one.line.row, first_rows.get(id(one.item), one.line.row))
    ways = [list(_ways(one, first_row=first_rows[id(one.item)])) for one in statements]
    told = [decides(one.span) for one in statements]
    written = Counter(way for these in ways for way in these)
    decided = Counter(way for these, tells in zip(ways, told, strict=True) if tells for way in these)
    return [
        {way[0]: (decided[way] - tells) / (written[way] - 1 + _DOUBT) for way in these if decided[way] > tells}
        for these, tells in zip(ways, told, strict=True)
    ]


def opens_with_arrow(statement: Statement) -> bool:
    """Whether an arrow leads the line: "→ Ny mall från mars"."""
    return _ARROW.match(statement.line.span.text.lstrip()) is not None


def _ways(one: Statement, *, first_row: int) -> Iterator[Habit]:
    span = one.span
    looks = tuple(look for look in _LOOKS if span.block.covered(span.start, span.end, look=look))
    if looks:
        yield "look", looks
    cell = span.block.cell
    if cell is not None:  # a row of its own below the one that tells of the matter
        yield "row", (cell.col, one.line.row > first_row)
