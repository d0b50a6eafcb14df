"""Whom the text itself names, point by point: in full, and by given name and letter ("Karin N") where nobody known fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from functions.interpreting.full_names import find_full_names
from functions.interpreting.known_people import fold, given_name, later_names
from functions.interpreting.layout import ItemText, Layout, above_items
from functions.interpreting.name_words import NameWords, name_words
from functions.interpreting.phrases import LOWER, UPPER
from functions.interpreting.spans import Span
from functions.languages import LanguagePack

_NAME = re.compile(rf"(?<![\w-])([{UPPER}][\w-]*[{LOWER}])(?:[ \u00a0]([{UPPER}][{LOWER}]?)\.?(?![\w-])|(?![ \u00a0][{UPPER}]|-?\w))")


@dataclass(frozen=True, slots=True)
class ToldNames:
    """introduced: names in reading order of those whom no list has; so_far: how many of them are told by the end of each point (by its identity);
    here: the full names in each point that settle a bare given name there."""

    introduced: tuple[str, ...]
    so_far: dict[int, int]
    here: dict[int, tuple[str, ...]]


@dataclass(slots=True)
class _Point:
    """What a point has named so far. bare, lettered: the given names told alone, and those with the letters beside them, both folded."""

    full: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    bare: set[str] = field(default_factory=set)
    lettered: set[tuple[str, str]] = field(default_factory=set)

    def settling(self) -> tuple[str, ...]:
        """The full names that stand before the given name alone, where no letter tells of another one with it."""
        return tuple(
            name
            for name in dict.fromkeys(self.full)
            if name not in self.late and all(given != fold(given_name(name)) or _fits(given, letter, name) for given, letter in self.lettered)
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text; full: where its full names begin, and the names; short: its given names that stand alone or before a letter."""

    text: str
    full: tuple[tuple[int, str], ...]
    short: tuple[re.Match[str], ...]


def names_told(layout: Layout, listed: Sequence[str], *, pack: LanguagePack) -> ToldNames:
    """Everybody whom the text names; listed: the names of the attendance list."""
    words = name_words(pack)
    known = dict.fromkeys(listed)
    above = [_line(span, pack=pack) for span in above_items(layout)]
    points = [[_line(span, pack=pack) for span in _spans(item)] for item in layout.items]
    everywhere = [*listed, *(name for line in (*above, *(line for lines in points for line in lines)) for _, name in line.full)]
    introduced: list[str] = []

    def introduce(names: Iterable[str]) -> None:
        for name in names:
            if name not in known:
                known[name] = None
                introduced.append(name)

    for line in above:  # whoever stands in full in a list that is not understood is known all the same
        introduce(name for _, name in line.full)
    so_far: dict[int, int] = {}
    here: dict[int, tuple[str, ...]] = {}
    for item, lines in zip(layout.items, points, strict=True):
        point = _Point()
        for line in lines:
            _read(line, point, listed)
            introduce(name for _, name in line.full)
        introduce(_by_letter(lines, everywhere, words))
        here[id(item)] = point.settling()
        so_far[id(item)] = len(introduced)
    return ToldNames(tuple(introduced), so_far, here)


def _spans(item: ItemText) -> Iterator[Span]:
    yield from item.title
    if item.presenter is not None:
        yield item.presenter
    yield from (line.span for line in item.lines)


def _line(span: Span, *, pack: LanguagePack) -> _Line:
    full = tuple((start, name) for start, _, name in find_full_names(span.text, pack=pack))
    return _Line(span.text, full, tuple(_NAME.finditer(span.text)))


def _read(line: _Line, point: _Point, listed: Sequence[str]) -> None:
    """Add what a line names to its point, in the order of its words."""
    told = {name for _, name in line.full}
    others = (name for name in listed if " " in name and name in line.text and name not in told and not _is_short(name))
    full = [*line.full, *((line.text.index(name), name) for name in others)]
    alone = [(match.start(), fold(match[1]), fold(match[2] or "")) for match in line.short]
    for at, name in sorted(full):
        if fold(given_name(name)) in point.bare or any(
            start < at and given == fold(given_name(name)) and not letter for start, given, letter in alone
        ):
            point.late.append(name)
        point.full.append(name)
    point.bare |= {given for _, given, letter in alone if not letter}
    point.lettered |= {(given, letter) for _, given, letter in alone if letter}


def _is_short(name: str) -> bool:
    """Whether a list's name is a given name and a letter, which another one of that name may be told apart from."""
    return len(later_names(name)) == 1 and len(later_names(name)[0].rstrip(".")) < 3


def _by_letter(lines: Sequence[_Line], everywhere: Sequence[str], words: NameWords) -> Iterator[str]:
    """Those told by given name and letter: the full name that fits wherever it stands, else as written, where somebody has that given name."""
    given_names = {fold(given_name(name)) for name in everywhere}
    for match in (match for line in lines for match in line.short):
        if not match[2] or match[2] in words.acronyms or not (fold(match[1]) in given_names or words.is_given(match[1])):
            continue
        fitting = [name for name in everywhere if _fits(fold(match[1]), fold(match[2]), name)]
        yield from fitting or [f"{match[1]} {match[2]}"]


def _fits(given: str, letter: str, name: str) -> bool:
    return fold(given_name(name)) == given and any(fold(word).startswith(letter) for word in later_names(name))
