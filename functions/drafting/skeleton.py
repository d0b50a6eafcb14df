"""Learns from a council's earlier minutes which formalities it words how, and which points of its own recur."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from functions.drafting.wording import DATE, clean, fold
from functions.model.register import Register, RowKind, RowStatus, SkeletonPoint

WINDOW = 4
"""How many of the last meetings the skeleton is learned from."""


class Slot(IntEnum):
    """The places of the formalities, in the order they stand on an agenda."""

    OPENING = 1
    AGENDA = 2
    OFFICERS = 3
    PREVIOUS = 4
    FOLLOW_UP = 5
    OTHER = 6
    NEXT = 7
    CLOSING = 8


_MEETING = r"(?:mötets?\s+|mötet\s+|sammanträdets\s+)?"
_PATTERNS = {
    Slot.OPENING: rf"^{_MEETING}(?:öppn(?:as|ar|ande|andet|ing)\b|välkom(?:na|men|nande)\b|inledning\b|incheckning\b)"
    r"|^(?:närvaro|upprop|presentationsrunda|presentation av deltagar\w*)\b",
    Slot.AGENDA: r"\b(?:dagordning\w*|föredragningslista\w*)|^(?:godkänn\w*|fastställ\w*|genomgång)?\s*(?:av\s+)?agendan?\b",
    Slot.OFFICERS: r"^val av\s+(?:\w+\s+och\s+)?(?:(?:protokoll)?justerare|(?:mötes)?ordförande|(?:mötes)?sekreterare|protokollförare)\b",
    Slot.PREVIOUS: r"\b(?:föregående|förra|senaste)\b.*(?:anteckning|protokoll)|^(?:föregående|förra)\s+möte\w*\W*$"
    r"|^(?:godkänn\w*|justering|genomgång)\b.*(?:anteckning|protokoll)",
    Slot.FOLLOW_UP: r"\buppföljning\s*(?:av|från)?\s*(?:föregående|förra|tidigare|öppna)?\s*"
    r"(?:action\w*|åtgärd\w*|uppdrag\w*|beslut\w*|aktivitet\w*|punkter|möte\w*)?"
    r"(?:\s*(?:och|/|,)\s*(?:action\w*|åtgärd\w*|uppdrag\w*|beslut\w*))?\s*(?:från\s+(?:föregående|förra)\s+möte\w*)?\.?$"
    r"|^(?:action|åtgärds|uppdrags)(?:logg|lista)\w*$",
    Slot.OTHER: r"\bövrig(?:a|t)\b\s*(?:frågor|ärenden|punkter)?(?:\b|$)",
    Slot.NEXT: r"\b(?:nästa|kommande|nästkommande)\s+(?:möte\w*|sammanträde\w*)|\bmötes(?:tider|datum)\b",
    Slot.CLOSING: rf"(?:^|\boch\s+|,\s*){_MEETING}avslut(?:as|ar|ande|ning)?\b|^utcheckning\b|^summering(?: av mötet)?\s*$",
}
_SLOTS = {slot: re.compile(pattern, re.IGNORECASE) for slot, pattern in _PATTERNS.items()}
_BREAK = re.compile(r"^(?:\w*paus|kaffe\w*|fika\w*|\w*lunch\w*|bensträckare|rast)\b(?!.*\b(?:rapport|fråga|om)\b)", re.IGNORECASE)
_ANNOUNCE = re.compile(r"\banmäl", re.IGNORECASE)
_LEFTOVER = re.compile(r"(?:[\s,:;–-]+(?:(?:från|till|vid|för)\s+mötet?|från|den|av|kl\.?|klockan|för|till|vid))*[\s,:;–(-]*$", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:kl\.?\s*)?\d{1,2}[.:]\d\d(?:\s*[–-]\s*\d{1,2}[.:]\d\d)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Learned:
    """What a council's own agendas look like.

    formal: the latest wording of each formality; recurring: its own points in order; seen: meeting and point where a title stood last;
    first: when the latest meeting's first point began ("HH:MM").
    """

    formal: Mapping[Slot, SkeletonPoint] = field(default_factory=dict)
    recurring: tuple[SkeletonPoint, ...] = ()
    seen: Mapping[tuple[str, ...], tuple[str, SkeletonPoint]] = field(default_factory=dict)
    first: str | None = None


def slots_of(title: str) -> frozenset[Slot]:
    """The formalities that a title names; empty for a matter. Announcing other matters belongs to the agenda's approval."""
    text = clean(title)
    found = {slot for slot, pattern in _SLOTS.items() if pattern.search(text)}
    if Slot.OTHER in found and (Slot.AGENDA in found or _ANNOUNCE.search(text)):
        found = found - {Slot.OTHER} | {Slot.AGENDA}
    if Slot.FOLLOW_UP in found and Slot.PREVIOUS in found and re.match(r"uppföljning", text, re.IGNORECASE):
        found.discard(Slot.PREVIOUS)
    return frozenset(found)


def is_break(title: str) -> bool:
    """Whether the point is a pause and no matter."""
    return bool(_BREAK.match(clean(title))) and len(title.split()) <= 4


def undate(title: str) -> str:
    """A recurring title without the dates and clock times of the meeting that it was written for."""
    whole = clean(title)
    text = DATE.sub(" ", _CLOCK.sub(" ", whole))
    if text == whole:
        return whole
    text = re.sub(r"\(\s*\)", "", re.sub(r"\s+", " ", text)).strip()
    return _LEFTOVER.sub("", text).strip(" .,:;–-") or whole


def learn(register: Register, *, before: str) -> Learned:
    """The skeleton out of the last four meetings earlier than `before` (ISO).

    A point of the council's own recurs when at least two of them had it, one of the last two among them.
    A matter whose deferral has been closed is no recurring point, though it stood twice.
    """
    past = sorted((day, points) for day, points in register.skeletons if day[:10] < before[:10])[-WINDOW:]
    if not past:
        return Learned()
    formal: dict[Slot, SkeletonPoint] = {}
    seen: dict[tuple[str, ...], tuple[str, SkeletonPoint]] = {}
    keyed: list[list[tuple[tuple[str, ...], SkeletonPoint]]] = []
    for day, points in past:
        keys: list[tuple[tuple[str, ...], SkeletonPoint]] = []
        for point in points:
            slots = slots_of(point.title)
            formal.update(dict.fromkeys(slots, point))
            name = fold(undate(point.title))
            if slots or not name:
                continue
            seen[name] = (day, point)
            nth = sum(1 for key, _ in keys if key[: len(name)] == name)
            keys.append(((*name, f"#{nth}"), point))
        keyed.append(keys)
    closed = _closed_matters(register)
    counts = Counter(key for keys in keyed for key in {key for key, _ in keys})
    recent = {key for keys in keyed[-2:] for key, _ in keys}
    chosen = {key for key, count in counts.items() if count >= 2 and key in recent and key[:-1] not in closed}
    first = next((point.start for point in past[-1][1] if point.start), None)
    return Learned(formal, tuple(_steady(point, key, keyed) for key, point in _in_order(keyed, chosen)), seen, first)


def _closed_matters(register: Register) -> frozenset[tuple[str, ...]]:
    """Titles of matters that were put off once and are settled now."""
    titles = {(day[:10], point.number): point.title for day, points in register.skeletons for point in points if point.number}
    settled = (
        row
        for row in register.items
        if row.kind in (RowKind.TABLED, RowKind.RETURNED, RowKind.DEFERRED, RowKind.CONSULTATION)
        and row.status in (RowStatus.DONE, RowStatus.DROPPED)
    )
    return frozenset(fold(row.opened.title or titles.get((row.opened.meeting[:10], row.opened.item or "")) or row.text) for row in settled)


def _in_order(
    keyed: Sequence[Sequence[tuple[tuple[str, ...], SkeletonPoint]]], chosen: set[tuple[str, ...]]
) -> list[tuple[tuple[str, ...], SkeletonPoint]]:
    """The chosen points in the latest agenda's order; one that the latest lacks comes after its nearest forerunner in the last agenda that had it."""
    order: list[tuple[tuple[str, ...], SkeletonPoint]] = []
    for keys in reversed(keyed):
        place = 0
        for key, point in keys:
            if key not in chosen:
                continue
            at = next((index for index, (known, _) in enumerate(order) if known == key), None)
            if at is None:
                order.insert(place, (key, point))
                at = place
            place = at + 1
    return order


def _steady(point: SkeletonPoint, key: tuple[str, ...], keyed: Sequence[Sequence[tuple[tuple[str, ...], SkeletonPoint]]]) -> SkeletonPoint:
    """The point with its presenters only where the last two times had the same ones, so that nobody is put up for a single visit."""
    last = [set(found.presenters) for keys in keyed for known, found in keys if known == key][-2:]
    same = len(last) == 2 and last[0] == last[1]
    return SkeletonPoint(point.number, undate(point.title), point.start, point.end, point.presenters if same else ())
