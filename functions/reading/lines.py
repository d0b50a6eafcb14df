"""Lines of a PDF page, and those that are repeated on every page: headers and footers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from functions.reading.glyphs import Word
from functions.reading.tags import Tag

_TOP, _BOTTOM = 0.8, 0.15  # page headers stand above, footers below these shares of the page's height
_SAME_HEIGHT = 4.0
_SAME_LEFT = 40.0
_REPEATED = 0.75


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line. page: 1-based; height: of the page; edge: how far right text may go here, once it is known."""

    words: tuple[Word, ...]
    page: int
    height: float

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where its last word ends."""
        return max(word.right for word in self.words[-2:])

    @property
    def base(self) -> float:
        """What it stands on, from the foot of the page."""
        return self.words[0].base

    @property
    def size(self) -> float:
        """Its largest font."""
        return max(word.size for word in self.words)

    @property
    def tag(self) -> Tag | None:
        """The paragraph that its first word belongs to by its tag."""
        return self.words[0].tag

    @property
    def text(self) -> str:
        """Its words with single blanks."""
        return " ".join(word.text for word in self.words)


def make_lines(words: Sequence[Word], *, page: int, height: float) -> list[Line]:
    """Words in the order of the file as lines; raised and lowered letters stay in theirs."""
    lines: list[list[Word]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        if last is not None and _on_one_line(last, lines[-1][0], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [Line(tuple(line), page, height) for line in lines]


def _on_one_line(last: Word, first: Word, word: Word) -> bool:
    reach = 0.45 * max(last.size, word.size)
    return min(abs(word.base - last.base), abs(word.base - first.base)) < reach and word.left > last.right - 0.6 * word.size


def sort_words(words: Sequence[Word]) -> list[Word]:
    """Words of one cell from top to bottom and left to right, whatever order the file has."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: -each.base):
        if rows and abs(rows[-1][0].base - word.base) < 0.4 * max(rows[-1][0].size, word.size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [word for row in rows for word in sorted(row, key=lambda each: each.left)]


def find_repeated(pages: Sequence[Sequence[Line]]) -> tuple[frozenset[int], frozenset[int]]:
    """The header lines and the footer lines among the lines of each page, by their `id()`.

    A line is one when the same text (page numbers apart) stands at the same height on nearly every page that has a line at that place.
    A heading that happens to begin two pages is not: other pages have other text there.
    In a tagged file a line without a tag is one too, if it stands so high or low: also on the only page.
    """
    return _repeated(pages, above=True) | _untagged(pages, above=True), _repeated(pages, above=False) | _untagged(pages, above=False)


def _untagged(pages: Sequence[Sequence[Line]], *, above: bool) -> frozenset[int]:
    found: set[int] = set()
    for lines in pages:
        bare = {id(line) for line in lines if line.tag is None}
        if len(bare) < 0.5 * len(lines):
            found.update(id(line) for line in _outermost([line for line in lines if _is_at_edge(line, above=above)], bare, above=above))
    return frozenset(found)


def _is_at_edge(line: Line, *, above: bool) -> bool:
    return line.base > _TOP * line.height if above else line.base < _BOTTOM * line.height


def _repeated(pages: Sequence[Sequence[Line]], *, above: bool) -> frozenset[int]:
    edge = [[line for line in lines if _is_at_edge(line, above=above)] for lines in pages]
    same: dict[str, list[tuple[int, Line]]] = {}
    for i, lines in enumerate(edge):
        for line in lines:
            same.setdefault(signature(line.text), []).append((i, line))
    found: set[int] = set()
    for group in same.values():
        while group:
            first = group[0][1]
            level = [(i, line) for i, line in group if abs(line.base - first.base) < _SAME_HEIGHT]
            group = [each for each in group if abs(each[1].base - first.base) >= _SAME_HEIGHT]
            count = len({i for i, _ in level})
            if count >= 2 and count >= _REPEATED * sum(1 for lines in edge if any(_same_place(first, other) for other in lines)):
                found.update(id(line) for _, line in level)
    return frozenset(id(line) for lines in edge for line in _outermost(lines, found, above=above))


def _outermost(lines: Sequence[Line], found: set[int], *, above: bool) -> list[Line]:
    """The repeated lines from the edge of the page inwards, up to the first that is not."""
    taken: list[Line] = []
    stop = -1.0 if above else 1e9
    for line in lines:
        if id(line) not in found:
            stop = max(stop, line.base) if above else min(stop, line.base)
    for line in lines:
        if id(line) in found and (line.base > stop + 1 if above else line.base < stop - 1):
            taken.append(line)
    return taken


def _same_place(one: Line, other: Line) -> bool:
    return abs(one.base - other.base) < _SAME_HEIGHT and abs(one.left - other.left) < _SAME_LEFT


def signature(text: str) -> str:
    """A text without its figures, so that "Sida 2 (5)" is the same on every page."""
    return re.sub(r"\d+", "#", text)
