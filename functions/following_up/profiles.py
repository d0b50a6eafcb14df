"""What open rows are about, as words: their own, their point's and those by which minutes spoke of them; indexed so that a word finds its rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, cast

from functions.following_up.naming import Names
from functions.following_up.rows import Row
from functions.following_up.verbs import tells_deed
from functions.following_up.words import content_words, fold, kinship, pack_words, ways_to_say

_GRAM = 4
_TITLE, _MENTION = 0.8, 0.75  # what a word of the point's title, or of an earlier mention, counts against one of the row's own
_DOING = 0.4  # what a word counts that most tasks share ("kontaktar", "skickar")
_TIME = 0.15  # and a month or a day
_MENTIONS = 4
_KIN = 0.55  # how near a word must be to be known
_VERB = 5  # letters that a verb known by its ending has more than


_REMEMBERED = 4_000
"""Texts of which a council's names remember the telling words."""


@dataclass(frozen=True, slots=True)
class Met:
    """Where a word of a statement is met. rows: by place those that have it, what it counts there, which word of theirs it is, and how far it tells
    the row from all others; spread: what it counts by itself, less the more rows have it."""

    rows: Mapping[int, tuple[float, str, float]]
    spread: float


@dataclass(frozen=True, slots=True)
class Pool:
    """The rows that statements are held against.

    profiles: each row's words with what they count; owns: the telling words of its text alone with what each counts; places: by word the rows that
    have it; near: by four letters the words that hold them; by_text, by_owners: the rows of one folded text, or of the same owners; numbered: the
    rows with a number.
    """

    rows: tuple[Row, ...]
    names: Names
    profiles: tuple[Mapping[str, float], ...]
    owns: tuple[tuple[tuple[str, float], ...], ...]
    places: Mapping[str, tuple[int, ...]]
    near: Mapping[str, tuple[str, ...]]
    by_text: Mapping[str, Sequence[int]]
    by_owners: Mapping[tuple[str, ...], Sequence[int]]
    numbered: tuple[int, ...]
    _kin: dict[str, dict[str, float]] = field(default_factory=dict, compare=False, repr=False)
    _met: dict[str, Met] = field(default_factory=dict, compare=False, repr=False)
    heard: dict[tuple[str, str], Any] = field(
        default_factory=dict, compare=False, repr=False
    )  # what was worked out of a text and its point's title once

    def kin_of(self, word: str) -> dict[str, float]:
        """The words of all rows that mean what a word means, with how far."""
        if word not in self._kin:
            near = {other for gram in {*grams(word), *(start[:_GRAM] for start in ways_to_say(word))} for other in self.near.get(gram, ())} | (
                {word} if word in self.places else set()
            )
            self._kin[word] = {other: share for other in sorted(near) if (share := kinship(word, other))}
        return self._kin[word]

    def met_by(self, word: str) -> Met:
        """The rows that have a word, or one that means the same."""
        if word not in self._met:
            self._met[word] = self._meet(word)
        return self._met[word]

    def _meet(self, word: str) -> Met:
        found: dict[int, tuple[float, str]] = {}
        for other, share in self.kin_of(word).items():
            for place in self.places[other]:
                found[place] = max(found.get(place, (0.0, "")), (share * self.profiles[place][other], other))
        weight = weight_of(word)
        counts = sorted(quality for quality, _ in found.values())
        # How far it tells a row where it counts so much: the less the more rows have it as much, or nearly.
        telling = {quality: weight * quality / (len(counts) - bisect_left(counts, 0.75 * quality)) for quality in set(counts)}
        rows = {place: (quality, other, telling[quality]) for place, (quality, other) in found.items()}
        return Met(rows, weight * max(1, len(rows)) ** -0.5)


def gather_pool(rows: Iterable[Row], *, names: Names) -> Pool:
    """Index rows for `match_statement`."""
    gathered = tuple(rows)
    owns = tuple(_own_words(row, names=names) for row in gathered)
    profiles = tuple(profile_of(row, names=names) for row in gathered)
    places: dict[str, list[int]] = {}
    for place, profile in enumerate(profiles):
        for word in profile:
            places.setdefault(word, []).append(place)
    near: dict[str, list[str]] = {}
    for word in places:
        for gram in grams(word):
            near.setdefault(gram, []).append(word)
    by_text: dict[str, list[int]] = {}
    by_owners: dict[tuple[str, ...], list[int]] = {}
    for place, row in enumerate(gathered):
        by_text.setdefault(fold(row.text), []).append(place)
        by_owners.setdefault(row.owners, []).append(place)
    return Pool(
        gathered,
        names,
        profiles,
        owns,
        places={word: tuple(found) for word, found in places.items()},
        near={gram: tuple(found) for gram, found in near.items()},
        by_text=by_text,
        by_owners=by_owners,
        numbered=tuple(place for place, row in enumerate(gathered) if row.number is not None),
    )


def _own_words(row: Row, *, names: Names) -> tuple[tuple[str, float], ...]:
    """The telling words of a row's text with what each counts."""
    known = row.memo.get("own words")
    if known is None or known[0] is not names:
        known = row.memo["own words"] = (names, tuple((word, weight_of(word)) for word in telling_words(row.text, names=names)))
    return cast(tuple[tuple[str, float], ...], known[1])


@lru_cache(maxsize=65536)
def grams(word: str) -> frozenset[str]:
    """The runs of four letters in a word."""
    return frozenset(word[start : start + _GRAM] for start in range(max(1, len(word) - _GRAM + 1)))


def profile_of(row: Row, *, names: Names) -> Mapping[str, float]:
    """What a row is about: its words, each with what it counts."""
    known = row.memo.get("profile")
    if known is None or known[0] is not names:
        known = row.memo["profile"] = (names, _profile_of(row, names=names))
    return cast(Mapping[str, float], known[1])


def _profile_of(row: Row, *, names: Names) -> dict[str, float]:
    found = dict.fromkeys(telling_words(row.text, names=names), 1.0)
    for word in telling_words(row.opened.title or "", names=names):
        found.setdefault(word, _TITLE)
    mentions = [quote.text for line in row.history[1:][-_MENTIONS:] for quote in line.quotes if quote.text and line.type in ("part_done", "kept")]
    for text in mentions:
        for word in telling_words(text, names=names):
            found.setdefault(word, _MENTION)
    return found


def telling_words(text: str, *, names: Names) -> tuple[str, ...]:
    """The words that say what something is about, without names, and without what only says how it stands."""
    if text not in names.telling:
        if len(names.telling) >= _REMEMBERED:
            names.telling.clear()
        names.telling[text] = _telling_words(text, names=names)
    return names.telling[text]


def _telling_words(text: str, *, names: Names) -> tuple[str, ...]:
    return tuple(word for word in content_words(text) if not (word.isdigit() or names.is_name(word) or says_how_it_stands(word)))


def matter_words(text: str, *, names: Names) -> tuple[str, ...]:
    """The words that name things, not deeds or days."""
    return tuple(word for word in telling_words(text, names=names) if not is_doing(word) and not is_time(word))


def strange_words(text: str, *, row: Row, names: Names) -> list[str]:
    """The words of a text that name things of which a row knows nothing."""
    profile = profile_of(row, names=names)
    found = [word for word in matter_words(text, names=names) if not knows(profile, word) and not tells_deed(row.text, word)]
    return [word for word in found if not _names_nothing(word)]


def knows(profile: Collection[str], word: str) -> bool:
    """Whether some of the words mean what a word means, be it as part of it."""
    return word in profile or any(kinship(word, own) >= _KIN for own in profile)


@lru_cache(maxsize=16384)
def _names_nothing(word: str) -> bool:
    """Whether a folded word is a verb by its ending, or only tells how many, how or when."""
    return word in pack_words("following_up", "naming_nothing") or (len(word) > _VERB and word.endswith(_verb_endings()))


@lru_cache(maxsize=1)
def _verb_endings() -> tuple[str, ...]:
    return pack_words("following_up", "verb_endings")


def weight_of(word: str) -> float:
    """What a word counts before it is known where it stands."""
    return _TIME if is_time(word) else _DOING if is_doing(word) else 1.0


@lru_cache(maxsize=16384)
def says_how_it_stands(word: str) -> bool:
    """Whether a folded word tells what became of something ("klart", "skickades"), not of what."""
    return word in _outcome_words()


@lru_cache(maxsize=16384)
def is_doing(word: str) -> bool:
    """Whether a folded word is a form of a verb that most tasks share."""
    return any(word.startswith(start) and len(word) - len(start) <= 4 for start in _doing_words())


def is_time(word: str) -> bool:
    """Whether a folded word is a month, a day of the week or the like."""
    return word in _time_words()


@lru_cache(maxsize=1)
def _outcome_words() -> frozenset[str]:
    return frozenset(fold(word) for word in pack_words("following_up", "outcomes"))


@lru_cache(maxsize=1)
def _time_words() -> frozenset[str]:
    return frozenset(fold(word) for word in pack_words("following_up", "times"))


@lru_cache(maxsize=1)
def _doing_words() -> tuple[str, ...]:
    return tuple(fold(word) for word in pack_words("following_up", "doing"))
