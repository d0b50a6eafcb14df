"""Whom the text itself names, point by point: in full, and by given name and letter ("Karin N") where nobody known fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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


def names_told(layout: Layout, listed: Sequence[str], *, pack: LanguagePack) -> ToldNames:
    """Everybody whom the text names; listed: the names of the attendance list."""
    words = name_words(pack)
    known = dict.fromkeys(listed)
    above = list(above_items(layout))
    everywhere = [*listed, *(name for span in (*above, *(s for item in layout.items for s in _spans(item))) for name in _full(span, pack=pack))]
    introduced: list[str] = []

    def introduce(name: str) -> None:
        if name not in known:
            known[name] = None
            introduced.append(name)

    for span in above:  # whoever stands in full in a list that is not understood is known all the same
        for name in _full(span, pack=pack):
            introduce(name)
    so_far: dict[int, int] = {}
    here: dict[int, tuple[str, ...]] = {}
    for item in layout.items:
        point = _Point()
        for span in _spans(item):
            _read(span, point, listed, pack=pack)
            for name in _full(span, pack=pack):
                introduce(name)
        for name in _by_letter(item, everywhere, words):
            introduce(name)
        here[id(item)] = point.settling()
        so_far[id(item)] = len(introduced)
    return ToldNames(tuple(introduced), so_far, here)


def _spans(item: ItemText) -> Iterator[Span]:
    yield from item.title
    if item.presenter is not None:
        yield item.presenter
    yield from (line.span for line in item.lines)


def _full(span: Span, *, pack: LanguagePack) -> list[str]:
    return [name for _, _, name in find_full_names(span.text, pack=pack)]


def _read(span: Span, point: _Point, listed: Sequence[str], *, pack: LanguagePack) -> None:
    """Add what a line names to its point, in the order of its words."""
    text = span.text
    full = [(start, name) for start, _, name in find_full_names(text, pack=pack)]
    told = {name for _, name in full}
    full += [(text.index(name), name) for name in listed if " " in name and name in text and name not in told and not _is_short(name)]
    alone = [(match.start(), fold(match[1]), fold(match[2] or "")) for match in _NAME.finditer(text)]
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


def _by_letter(item: ItemText, everywhere: Sequence[str], words: NameWords) -> Iterator[str]:
    """Those told by given name and letter: the full name that fits wherever it stands, else as written, where somebody has that given name."""
    given_names = {fold(given_name(name)) for name in everywhere}
    for span in _spans(item):
        for match in _NAME.finditer(span.text):
            if not match[2] or match[2] in words.acronyms or not (fold(match[1]) in given_names or words.is_given(match[1])):
                continue
            fitting = [name for name in everywhere if _fits(fold(match[1]), fold(match[2]), name)]
            yield from fitting or [f"{match[1]} {match[2]}"]


def _fits(given: str, letter: str, name: str) -> bool:
    return fold(given_name(name)) == given and any(fold(word).startswith(letter) for word in later_names(name))
