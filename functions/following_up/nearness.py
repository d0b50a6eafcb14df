"""How near the words of a statement are to each open row: all of them, those it opens with, and the best of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from functions.following_up.profiles import Pool, telling_words
from functions.following_up.words import either, pack_words

SEAMS = re.compile(r":\s|\s[|–→-]\s")
"""Between a label and what is said of it."""
SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n")

_FEW = (0.0, 0.8, 0.93)  # what the nearness of one word, of two, is worth: one in common of one is no proof that the same thing is meant
_LONE = 0.5  # of the first sentence, so much must be about the row when only one word of it is


@dataclass(slots=True)
class _Line:
    """What a line of words shares with one row. weight: what the shared words count; count: how many they are; telling: how far the best tells the
    row from others; reached: the row's own words that are met, with how far."""

    weight: float = 0.0
    count: int = 0
    telling: float = 0.0
    reached: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near the words of a statement are to a row. near: 0–1; head: how much of what it opens with is about the row; telling: how far its best
    word tells the row from all others; lone: it is the only one, among more that are not about the row ("Länsstyrelsen har fredat en varg")."""

    near: float = 0.0
    head: float = 0.0
    telling: float = 0.0
    lone: bool = False


FAR = Nearness()
"""Not near at all."""


def nearness_by_row(text: str, *, title: str, pool: Pool) -> dict[int, Nearness]:
    """How near a text's words are to each row that has any of them, by the row's place."""
    if (text, title) not in pool.heard:
        pool.heard[text, title] = _nearness_by_row(text, title=title, pool=pool)
    return cast(dict[int, Nearness], pool.heard[text, title])


def _nearness_by_row(text: str, *, title: str, pool: Pool) -> dict[int, Nearness]:
    wordings = _wordings(text) + ([f"{title} {text}"] if title else [])
    lines = list(dict.fromkeys(words for line in wordings if (words := telling_words(line, names=pool.names))))
    heads = [words for line in _heads(text) if (words := telling_words(line, names=pool.names))]
    first = telling_words(first_sentence(text), names=pool.names)
    shared = {words: _shared(words, pool=pool) for words in dict.fromkeys((*lines, *heads, first))}
    told, opens, begins = [shared[words] for words in lines], [shared[words] for words in heads], shared[first]
    found: dict[int, Nearness] = {}
    for place in sorted({place for _, by_row in shared.values() for place in by_row}):
        head = max((_share(one, place=place) for one in opens), default=0.0)
        near = telling = 0.0
        for one in told:
            met = one[1].get(place)
            if met is not None:
                line, row = _share(one, place=place), _row_share(met.reached, own=pool.owns[place])
                few = _FEW[met.count] if met.count < 3 else 1.0
                near = max(near, few * (0.7 * max(line, row, head) + 0.3 * min(line, row)))
                telling = max(telling, met.telling)
        opening = begins[1].get(place)
        found[place] = Nearness(near, head, telling, lone=(opening.count if opening else 0) < 2 and _share(begins, place=place) < _LONE)
    return found


_Shared = tuple[float, dict[int, _Line]]  # what all words of a line count, and what it shares with each row, by place


def _shared(words: Sequence[str], *, pool: Pool) -> _Shared:
    total = 0.0
    by_row: dict[int, _Line] = {}
    for word in words:
        met = pool.met_by(word)
        total += met.spread
        for place, (quality, other, telling) in met.rows.items():
            line = by_row.get(place) or by_row.setdefault(place, _Line())
            line.weight += met.spread * quality
            line.count += 1
            line.telling = max(line.telling, telling)
            line.reached[other] = max(line.reached.get(other, 0.0), quality)
    return total, by_row


def _share(shared: _Shared, *, place: int) -> float:
    """The share of a line's words that a row has."""
    total, by_row = shared
    return by_row[place].weight / total if total and place in by_row else 0.0


def _row_share(reached: Mapping[str, float], *, own: Sequence[tuple[str, float]]) -> float:
    """The share of a row's own words that a line has."""
    total = shared = 0.0
    for word, weight in own:
        total += weight
        if word in reached:
            shared += weight * reached[word]
    return shared / total if total else 0.0


def _wordings(text: str) -> list[str]:
    """The whole statement, its sentences, and the matter that it names before a colon ("Utkast till rutin: Sara har tagit fram ett")."""
    return list(dict.fromkeys((text, *SENTENCE_END.split(text), SEAMS.split(text)[0])))


def _heads(text: str) -> list[str]:
    """What the statement opens with: up to a colon, or up to the word that says what became of it."""
    opening = SEAMS.split(text)[0]
    if opening != text:
        return [opening]
    first = first_sentence(text)
    turn = _turns().search(first)
    return [first[: turn.start()] if turn and turn.start() > 3 and _says_what(first[: turn.start()]) else first]


@lru_cache(maxsize=4096)
def opening_of(text: str) -> str:
    """What a statement opens with: its label, or what stands before the word that says what became of it."""
    return _heads(text)[0]


@lru_cache(maxsize=4096)
def first_sentence(text: str) -> str:
    """What a text says first, be it all that it says."""
    return SENTENCE_END.split(text)[0]


def _says_what(text: str) -> bool:
    """Whether a text holds a word of some length that no name is likely to be."""
    return any(len(word) > 3 and word[0].islower() for word in re.findall(r"\w+", text)) or len(text.split()) == 1


@lru_cache(maxsize=1)
def _turns() -> re.Pattern[str]:
    words = (re.escape(word).replace(r"\*", r"\w{2,30}") for word in pack_words("following_up", "turns"))
    return re.compile(rf"\s(?:{'|'.join(words)})\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def report_of(sentence: str) -> str:
    """Who tells what the rest of a sentence says, as written ("Bo meddelade att …"); empty where nobody does."""
    found = _reports().match(sentence)
    return found[0] if found is not None else ""


@lru_cache(maxsize=1)
def _reports() -> re.Pattern[str]:
    return re.compile(rf"[^,;]{{0,60}}?(?<!\w){either('reports_that')}\s", re.IGNORECASE)
