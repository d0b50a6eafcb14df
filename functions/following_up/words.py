"""What two wordings have in common: folded words, tolerant of inflection and one slip of the pen, without the words that every task shares."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from functions.languages.pack import available, load

_WORD = re.compile(r"\w+")
_STEM = 4  # letters that two forms of one word share at least
_SHARED = 0.65  # of the longer form, so that "kontaktar" meets "kontaktat" and "patient" not "patientsäkerhetsrapport"
_ENDING = 4  # letters of the longest ending: "rutin", "rutinerna"


@dataclass(frozen=True, slots=True)
class Overlap:
    """How far two texts cover one another, 0–1, and which content words of each stand alone."""

    left: float
    right: float
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]

    @property
    def dice(self) -> float:
        """The harmonic mean of the two coverages."""
        return 2 * self.left * self.right / (self.left + self.right) if self.left + self.right else 0.0


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    return frozenset(fold(word) for word in pack_words("following_up", "stop_words"))


@lru_cache(maxsize=512)
def pack_words(section: str, key: str) -> tuple[str, ...]:
    """The words of [section] key in every language pack: file names and titles do not say what language they are in."""
    return tuple(word for code in available() for word in load(code).words(section, key))


def either(*keys: str, section: str = "following_up") -> str:
    """Any of the words that the packs have under keys of a section, as one group of a pattern, the longest first; a `*` in one stands for letters."""
    return f"(?:{alternatives(word for key in keys for word in pack_words(section, key))})"


def alternatives(words: Iterable[str]) -> str:
    """Words as the branches of a pattern, the longest first; a `*` in one stands for letters; without any, what matches nothing."""
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in sorted(words, key=len, reverse=True)) or "(?!)"


@lru_cache(maxsize=64)
def any_word(key: str) -> re.Pattern[str]:
    """A pattern for any of the words or phrases that the packs have under a key of [following_up], whole and without regard to case."""
    return re.compile(rf"(?<!\w){either(key)}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def number_words() -> dict[str, int]:
    """The words for small numbers in every pack, as written there, with their numbers."""
    return {word: int(number) for code in available() for word, number in load(code).table("dates", "numbers").items()}


@lru_cache(maxsize=1)
def several() -> frozenset[str]:
    """The words for small numbers from two on: "en" and "ett" count seldom."""
    return frozenset(word for word, number in number_words().items() if number > 1)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text without case, punctuation and double spaces; equal for equal wordings."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFC", text).casefold()))


@lru_cache(maxsize=65536)
def content_words(text: str) -> tuple[str, ...]:
    """The words that tell one matter from another, folded, each once, in order. Short ones only when written as an acronym or a number."""
    stop = _stop_words()
    found: dict[str, None] = {}
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        folded = word.casefold()
        acronym = len(word) > 1 and word.isupper()
        if folded not in stop and (len(word) > 3 or acronym or any(sign.isdigit() for sign in word)):
            found[folded] = None
    return tuple(found)


@lru_cache(maxsize=262144)
def same_word(one: str, other: str) -> bool:
    """Whether two folded words are forms of one another, or differ by a single slip."""
    if one == other:
        return True
    if one[0] != other[0] or any(sign.isdigit() for sign in one + other):
        return False
    longer, shorter = max(len(one), len(other)), min(len(one), len(other))
    shared = next((place for place in range(shorter) if one[place] != other[place]), shorter)
    if shared >= max(_STEM, _SHARED * longer) or (shared == shorter > _STEM and longer - shorter <= _ENDING):
        return True
    return shorter >= 7 and longer - shorter <= 1 and _one_slip(one, other)


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter was changed, added, left out, or two neighbours swapped."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])


_CORE = 4  # letters of a word that a longer one may be made of
_INFLECTED = 4  # letters that an ending may add to either


@lru_cache(maxsize=262144)
def kinship(one: str, other: str) -> float:
    """How far two folded words mean one thing, 0–1: forms of one word; a compound and the word it ends in ("remissblankett", "blanketten"); a
    compound and the word it begins with ("lampbytet", "lampan"), which says less."""
    if one == other:
        return 1.0
    if any(sign.isdigit() for sign in one + other):
        return 0.0
    if same_word(one, other):
        return 0.95
    if _ways_to_say(one) & _ways_to_say(other):
        return 0.9
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    for cut in range(min(_INFLECTED, len(short) - _CORE) + 1):
        core = short[: len(short) - cut]
        place = long.rfind(core)
        if place >= 3 and len(long) - place - len(core) <= _INFLECTED:
            return 0.85
        if place == 0 and len(core) >= _CORE and len(long) - len(core) >= 4:
            return 0.55
    return 0.0


@lru_cache(maxsize=65536)
def _ways_to_say(word: str) -> frozenset[int]:
    return frozenset(number for number, starts in enumerate(_alike()) if word.startswith(starts))


@lru_cache(maxsize=1)
def _alike() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(start) for start in group.split()) for group in pack_words("following_up", "alike"))


def ways_to_say(word: str) -> tuple[str, ...]:
    """The beginnings of the words that stand for a word."""
    return tuple(start for number in sorted(_ways_to_say(word)) for start in _alike()[number])


def stem(word: str) -> str:
    """The letters by which forms of a word are looked up."""
    return word[:_STEM]


@lru_cache(maxsize=65536)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in content_words(text))


def overlap(one: str, other: str, *, weights: Mapping[str, float] | None = None) -> Overlap:
    """How much of each text's content words the other has; each word is met once. weights: 1.0 for a word that is not named."""
    left, right = content_words(one), content_words(other)
    weigh = (weights or {}).get
    free = dict.fromkeys(right)
    met_left = met_right = 0.0
    alone: list[str] = []
    rest: list[str] = []
    for word in left:
        if word in free:
            del free[word]
            met_left += weigh(word, 1.0)
            met_right += weigh(word, 1.0)
        else:
            rest.append(word)
    for word in rest:
        initial = word[0]
        partner = None
        for candidate in free:
            if candidate[0] == initial and same_word(word, candidate):
                partner = candidate
                break
        if partner is None:
            alone.append(word)
        else:
            del free[partner]
            met_left += weigh(word, 1.0)
            met_right += weigh(partner, 1.0)
    all_left, all_right = (sum(weigh(word, 1.0) for word in words) for words in (left, right))
    return Overlap(met_left / all_left if all_left else 0.0, met_right / all_right if all_right else 0.0, tuple(alone), tuple(free))


def similarity(one: str, other: str) -> float:
    """How alike two wordings are, 0–1: by words or by letters, whichever sees more."""
    first, second = fold(one), fold(other)
    if first == second:
        return 1.0
    by_words = min(overlap(one, other).dice, 0.99)
    if by_words >= 0.6 or not first or not second or abs(len(first) - len(second)) > 0.5 * max(len(first), len(second)):
        return by_words
    low, high = sorted((first, second))  # the ratio depends on the order
    letters = SequenceMatcher(None, low, high, autojunk=False).ratio()
    return max(by_words, letters if letters >= 0.75 else 0.0)


def nearly_identical(one: str, other: str) -> bool:
    """Whether two texts say the same: one may add a little, but neither may hold a word where the other has a different one."""
    if fold(one) == fold(other):
        return True
    first, second = _stems(one), _stems(other)
    if len(first & second) < 0.9 * min(len(first), len(second)) - 1:  # cannot be; spares the comparison
        return False
    shared = overlap(one, other)
    return not (shared.only_left and shared.only_right) and shared.dice >= 0.9


def rarity(texts: Iterable[str]) -> dict[str, float]:
    """Weights by which a word counts less the more of the texts use it."""
    seen: dict[str, int] = {}
    for text in texts:
        for word in content_words(text):
            seen[word] = seen.get(word, 0) + 1
    return {word: count**-0.5 for word, count in seen.items()}


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: "Anna T" and "Anna Tornberg", "ES" and "Erik Sandahl"; groups by their words."""
    first, second = fold(one), fold(other)
    if first == second:
        return bool(first)
    short, long = sorted((first.split(), second.split()), key=lambda words: (len(words), sum(map(len, words))))
    if not short:
        return False
    if len(short) == 1 and len(short[0]) <= 3 and len(long) > 1 and short[0] == "".join(word[0] for word in long):
        return True
    return len(short) <= len(long) and all(whole.startswith(part) for part, whole in zip(short, long, strict=False))


def share_owner(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether anybody stands in both lists."""
    others = tuple(other)
    return any(same_person(name, candidate) for name in one for candidate in others)


def same_owners(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether both lists name the same people, in any order."""
    first, second = tuple(one), tuple(other)
    return all(share_owner((name,), second) for name in first) and all(share_owner((name,), first) for name in second)
