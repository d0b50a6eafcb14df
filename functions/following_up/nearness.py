"""How near the words of a statement are to each open row: all of them, those it opens with, and the best of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from functions.following_up.profiles import Pool, telling_words, weight_of
from functions.following_up.words import pack_words

SEAMS = re.compile(r":\s|\s[|–→-]\s")
"""Between a label and what is said of it."""
SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n")

_FEW = (0.0, 0.8, 0.93)  # what the nearness of one word, of two, is worth: one in common of one is no proof that the same thing is meant
_LONE = 0.5  # of the first sentence, so much must be about the row when only one word of it is


@dataclass(frozen=True, slots=True)
class _Met:
    """Where a word of a statement is met. rows: by place those that have it, what it counts there and which word of theirs it is; weight: what it
    counts by itself; spread: the same, less the more rows have it; counts: what it counts in all rows, the least first."""

    rows: Mapping[int, tuple[float, str]]
    weight: float
    spread: float
    counts: Sequence[float]

    def telling(self, quality: float) -> float:
        """How far the word tells a row where it counts so much from all others."""
        rivals = len(self.counts) - bisect_left(self.counts, 0.75 * quality) - 1
        return self.weight * quality / (1 + rivals)


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near the words of a statement are to a row. near: 0–1; head: how much of what it opens with is about the row; telling: how far its best
    word tells the row from all others; lone: it is the only one, among more that are not about the row ("Länsstyrelsen har fredat en varg")."""

    near: float = 0.0
    head: float = 0.0
    telling: float = 0.0
    lone: bool = False


def nearness_by_row(text: str, *, title: str, pool: Pool) -> dict[int, Nearness]:
    """How near a text's words are to each row that has any of them, by the row's place."""
    wordings = _wordings(text) + ([f"{title} {text}"] if title else [])
    lines = [words for line in wordings if (words := telling_words(line, names=pool.names))]
    heads = [words for line in _heads(text) if (words := telling_words(line, names=pool.names))]
    first = telling_words(next(iter(SENTENCE_END.split(text)), ""), names=pool.names)
    met = {word: _meet(word, pool=pool) for word in dict.fromkeys(word for words in (*lines, *heads, first) for word in words)}
    found: dict[int, Nearness] = {}
    for place in sorted({place for one in met.values() for place in one.rows}):
        own = pool.owns[place]
        head = max((_share(words, met=met, place=place)[0] for words in heads), default=0.0)
        near = telling = 0.0
        for words in lines:
            line, count, best = _share(words, met=met, place=place)
            row = _row_share(words, own=own, met=met, place=place)
            few = _FEW[min(count, 3)] if count < 3 else 1.0
            near = max(near, few * (0.7 * max(line, row, head) + 0.3 * min(line, row)))
            telling = max(telling, best)
        opening, count, _ = _share(first, met=met, place=place)
        found[place] = Nearness(near, head, telling, lone=count < 2 and opening < _LONE)
    return found


def _meet(word: str, *, pool: Pool) -> _Met:
    rows = pool.met_by(word)
    weight = weight_of(word)
    return _Met(rows, weight, weight * max(1, len(rows)) ** -0.5, sorted(value for value, _ in rows.values()))


def _share(words: Sequence[str], *, met: Mapping[str, _Met], place: int) -> tuple[float, int, float]:
    """The share of a text's words that a row has, how many they are, and how far the best of them tells the row from others."""
    total = shared = best = 0.0
    count = 0
    for word in words:
        one = met[word]
        total += one.spread
        if place in one.rows:
            quality = one.rows[place][0]
            shared += one.spread * quality
            count += 1
            best = max(best, one.telling(quality))
    return (shared / total if total else 0.0), count, best


def _row_share(words: Sequence[str], *, own: Sequence[str], met: Mapping[str, _Met], place: int) -> float:
    """The share of a row's own words that a text has."""
    reached: dict[str, float] = {}
    for word in words:
        quality, other = met[word].rows.get(place, (0.0, ""))
        reached[other] = max(reached.get(other, 0.0), quality)
    total = sum(weight_of(word) for word in own)
    return sum(weight_of(word) * reached.get(word, 0.0) for word in own) / total if total else 0.0


def _wordings(text: str) -> list[str]:
    """The whole statement, its sentences, and the matter that it names before a colon ("Utkast till rutin: Sara har tagit fram ett")."""
    return list(dict.fromkeys((text, *SENTENCE_END.split(text), SEAMS.split(text)[0])))


def _heads(text: str) -> list[str]:
    """What the statement opens with: up to a colon, or up to the word that says what became of it."""
    opening = SEAMS.split(text)[0]
    if opening != text:
        return [opening]
    first = SENTENCE_END.split(text)[0]
    turn = _turns().search(first)
    return [first[: turn.start()] if turn and turn.start() > 3 and _says_what(first[: turn.start()]) else first]


def opening_of(text: str) -> str:
    """What a statement opens with: its label, or what stands before the word that says what became of it."""
    return _heads(text)[0]


def _says_what(text: str) -> bool:
    """Whether a text holds a word of some length that no name is likely to be."""
    return any(len(word) > 3 and word[0].islower() for word in re.findall(r"\w+", text)) or len(text.split()) == 1


@lru_cache(maxsize=1)
def _turns() -> re.Pattern[str]:
    words = (re.escape(word).replace(r"\*", r"\w{2,30}") for word in pack_words("following_up", "turns"))
    return re.compile(rf"\s(?:{'|'.join(words)})\b", re.IGNORECASE)
