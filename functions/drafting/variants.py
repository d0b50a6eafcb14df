"""Which points of a council's meetings are one point, whatever each secretary called it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from functions.drafting.slots import Slot, slots_of, undate
from functions.drafting.wording import fold
from functions.model.register import SkeletonPoint

_ALIKE = 0.5
_BEGINNING = 5  # letters that two forms of one word share
_FULL = frozenset(
    ["med", "inom", "vid", "hos", "mot", "samt", "eller", "som", "hur", "vad", "ny", "nya", "nytt", "fortsatt", "fortsatta", "arbete", "arbetet"]
)


@dataclass(frozen=True, slots=True)
class Stood:
    """A point where it stood. meeting: its place among the meetings, oldest 0; at: its place in that meeting."""

    meeting: int
    at: int
    day: str
    point: SkeletonPoint


@dataclass(frozen=True, slots=True)
class Strand:
    """One point through the meetings, at most once in each, oldest first. slots: the formalities that it is, none for another."""

    stood: tuple[Stood, ...]
    slots: frozenset[Slot] = frozenset()

    def was_in(self, meeting: int) -> bool:
        """Whether it stood in that meeting."""
        return any(one.meeting == meeting for one in self.stood)


def strands_of(past: Sequence[tuple[str, Sequence[SkeletonPoint]]]) -> tuple[Strand, ...]:
    """The points of these meetings (oldest first), each followed through them: formalities by what they are, others by their titles.

    Two points of one meeting are never one, however alike; the same words go first, then the likest.
    """
    strands: list[list[Stood]] = []
    formal: dict[frozenset[Slot], list[Stood]] = {}
    absorbed: list[Stood] = []
    for meeting, (day, points) in enumerate(past):
        fresh: list[Stood] = []
        for at, point in enumerate(points):
            one = Stood(meeting, at, day[:10], point)
            slots = slots_of(point.title)
            if slots:
                absorbed.append(one)
                held = formal.setdefault(slots, [])
                if not (held and held[-1].meeting == meeting):
                    held.append(one)
            elif _named(point.title)[0]:
                fresh.append(one)
        _join(fresh, strands)
    for one in absorbed:
        _note_under_formality(one, strands)
    own = [Strand(tuple(strand)) for strand in strands]
    return (*own, *(Strand(tuple(stood), slots) for slots, stood in formal.items()))


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> float:
    """How likely two titles of different meetings name one point: 1 for the same words, 0 below what is likely."""
    first, a, starts = _named(one)
    second, b, others = _named(other)
    if first == second:
        return 1.0
    if starts.keys().isdisjoint(others):
        return 0.0
    shared = sum(any(_same(word, against) for against in others.get(word[:_BEGINNING], ())) for word in a)
    share = 2 * shared / (len(a) + len(b))
    whole = shared >= min(len(a), len(b)) and max(len(word) for word in (a if len(a) <= len(b) else b)) >= 6
    return share if share > _ALIKE or (whole and share >= 0.4) else 0.0


def _join(fresh: Sequence[Stood], strands: list[list[Stood]]) -> None:
    fits = sorted(
        (-quality, strand[-1].meeting * -1, number, at)
        for at, one in enumerate(fresh)
        for number, strand in enumerate(strands)
        if (quality := max(alike(one.point.title, known.point.title) for known in strand[-2:]))
    )
    taken: set[int] = set()
    joined: set[int] = set()
    for _, _, number, at in fits:
        if number not in taken and at not in joined:
            taken.add(number)
            joined.add(at)
            strands[number].append(fresh[at])
    strands.extend([one] for at, one in enumerate(fresh) if at not in joined)


def _note_under_formality(one: Stood, strands: list[list[Stood]]) -> None:
    """A point that a short meeting put under a formality ("Rapporter och övrigt") stood there too."""
    title = _named(one.point.title)[0]
    for strand in strands:
        name = _named(strand[-1].point.title)[0]
        near = any(abs(held.meeting - one.meeting) == 1 for held in strand)
        if near and len(name) < len(title) and title[: len(name)] == name and all(held.meeting != one.meeting for held in strand):
            strand.append(one)
            strand.sort(key=lambda held: held.meeting)


@lru_cache(maxsize=4096)
def _named(title: str) -> tuple[tuple[str, ...], frozenset[str], dict[str, list[str]]]:
    """A title's words, those of them that tell, and these by how they begin."""
    words = fold(undate(title))
    told = frozenset(word for word in words if word not in _FULL and (len(word) > 2 or re.search(r"\d", word)))
    starts: dict[str, list[str]] = {}
    for word in sorted(told):
        starts.setdefault(word[:_BEGINNING], []).append(word)
    return words, told, starts


def _same(one: str, other: str) -> bool:
    """Whether two words differ in their endings only ("utredning", "utredningar")."""
    if one == other:
        return True
    common = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return common >= _BEGINNING and max(len(one), len(other)) - common <= 4
