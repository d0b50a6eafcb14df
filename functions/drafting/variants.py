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
_TOGETHER = 3  # points that are renamed side by side
_WHOLE = 8  # letters of a word with which a longer one begins
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


@dataclass(frozen=True, slots=True, eq=False)  # no two hold the same, and telling two long ones apart takes its time
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
    found = [*own, *(Strand(tuple(stood), slots) for slots, stood in formal.items())]
    for meeting in range(2, len(past)):
        found = _renamed(found, meeting)
    return tuple(found)


def _renamed(strands: Sequence[Strand], meeting: int) -> list[Strand]:
    """The strands, with points that were renamed where they stood as one: between the same neighbours as many new titles stand in a meeting as there
    are points that the two meetings before it had and that are gone."""
    before, now = (_stood_in(strands, at) for at in (meeting - 1, meeting))
    ended = [strand for strand in before if strand.stood[-1].meeting == meeting - 1 and strand.was_in(meeting - 2)]
    begun = [strand for strand in now if strand.stood[0].meeting == meeting]
    joined: dict[Strand, Strand] = {}
    shared = [strand for strand in before if strand in now]
    for number, (gone, new) in enumerate(zip(_between(before, now), _between(now, before), strict=True)):
        # Between formalities there is only room for matters: that one came in another's place tells nothing.
        beside = any(not strand.slots for strand in shared[max(0, number - 1) : number + 1])
        if beside and 0 < len(gone) == len(new) <= _TOGETHER and all(one in ended for one in gone) and all(one in begun for one in new):
            joined |= dict(zip(gone, new, strict=True))
    renamed = set(joined.values())
    merged = [_as_one(strand, joined[strand]) if strand in joined else strand for strand in strands]
    return [strand for strand, one in zip(merged, strands, strict=True) if one not in renamed]


def _as_one(old: Strand, new: Strand) -> Strand:
    return Strand((*old.stood, *new.stood), new.slots or old.slots)


def _stood_in(strands: Sequence[Strand], meeting: int) -> list[Strand]:
    found = [(one.at, number) for number, strand in enumerate(strands) for one in strand.stood if one.meeting == meeting]
    return [strands[number] for _, number in sorted(found)]


def _between(some: Sequence[Strand], others: Sequence[Strand]) -> list[list[Strand]]:
    """What stands between the points that both meetings have, gap by gap, as far as both have them in one order."""
    shared = [strand for strand in some if strand in others]
    if shared != [strand for strand in others if strand in some]:
        return []
    gaps: list[list[Strand]] = [[]]
    for strand in some:
        if strand in shared:
            gaps.append([])
        else:
            gaps[-1].append(strand)
    return gaps


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
    if common >= _WHOLE and common == min(len(one), len(other)):  # "utskrivning", "utskrivningsklara"
        return True
    return common >= _BEGINNING and max(len(one), len(other)) - common <= 4
