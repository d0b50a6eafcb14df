"""How far right the text of a column may go: told by its lines that wrap, for a line that ended before it ends a paragraph."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from functions.reading.lines import Line

_ROUGH = 3.0  # points: an edge that nothing confirms may be this far off
_FINE = 0.4
_AT_LEAST = 4  # wrapped lines that settle an edge that is not drawn
_DASHES = frozenset("-–")


def find_edge(flows: Iterable[Sequence[Line]], *, nominal: float, drawn: bool) -> float:
    """The x that a line's next word would have had to pass, had it been full.

    nominal: where text should end by the rules of the table (then it is drawn) or the margins of the page.
    A line that goes on with a small letter was full: its next word passes the edge, and no line does.
    """
    longest, wrapped, reaches = 0.0, list[float](), list[float]()
    for lines in flows:
        longest = max([longest, *(line.right for line in lines)])
        pairs = [(before, after) for before, after in itertools.pairwise(lines) if _wraps(before, after)]
        wrapped += [before.right for before, _ in pairs]
        reaches += [reach(before, after) for before, after in pairs]
    # A few lines end early all the same: before a word that must not be parted, or where somebody began a new line.
    least = sorted(reaches)[len(reaches) // 25] if reaches else nominal
    if drawn and longest <= nominal + _FINE and least >= nominal - _FINE:
        return nominal - _FINE
    if len(wrapped) >= _AT_LEAST:
        return max(wrapped) - (_FINE if max(wrapped) <= least else _ROUGH)
    return min(nominal, max(longest, least)) - _ROUGH


def reach(before: Line, line: Line) -> float:
    """How far right a line would have gone with the first word of the next."""
    # A dash does not end a line: it goes with the word after it.
    last = line.words[1] if line.words[0].text in _DASHES and len(line.words) > 1 else line.words[0]
    gaps = sorted(after.left - word.right for word, after in itertools.pairwise(before.words))
    blank = 0.0 if before.words[-1].text.endswith("-") else max(gaps[len(gaps) // 2], 0.2 * before.size) if gaps else 0.3 * before.size
    return before.right + min(blank, 0.5 * before.size) + (last.right - line.words[0].left)


def _wraps(before: Line, after: Line) -> bool:
    return (
        before.page == after.page
        and after.text[:1].islower()
        and not before.words[-1].text.endswith(("-", ".", ":"))
        and abs(before.size - after.size) < 0.5
        and after.left < before.left + 3 * before.size
        and 0.5 * after.size < before.base - after.base < 1.75 * after.size
    )
