"""The keys of rows: made of what is written, and kept when the wording changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from functions.following_up.facts import SENSITIVE, Fact
from functions.following_up.plain_data import text_of, texts_of
from functions.following_up.readings import Reading
from functions.following_up.words import fold, same_owners, similarity
from functions.model.events import EventType

_KEEPS = 0.6  # from here on a changed wording is the same row
_FAMILIES = {"tabled": "postponed", "returned": "postponed", "deferred": "postponed", "parked": "postponed"}


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row that an earlier reading of the meeting opened, with the wording it had there."""

    key: str
    kind: str
    item: str | None
    text: str
    owners: tuple[str, ...]


def row_key(council: str, *parts: str | None) -> str:
    """The key of a row: 16 hex digits over the council's key, the meeting, the kind, the item and the folded text."""
    plain = json.dumps([council, *parts], ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def known_rows(readings: Iterable[Reading]) -> tuple[KnownRow, ...]:
    """The rows that these readings opened, every wording once; give the readings in the order in which they shall be preferred."""
    found: dict[KnownRow, None] = {}
    for reading in readings:
        for event in reading.of(EventType.OPENED):
            if event.key:
                data = event.data
                found[KnownRow(event.key, text_of(data, "kind") or "", event.item, text_of(data, "text") or "", texts_of(data, "owners"))] = None
    return tuple(found)


def assign_keys(facts: Sequence[Fact], *, council: str, meeting: str | None, known: Sequence[KnownRow], taken: frozenset[str]) -> dict[int, str]:
    """The key of each opening fact, by its place in `facts`.

    The best match among the known rows keeps its key, each key goes to one fact; `taken` are the keys of other meetings, which are never used.
    """
    opening = [(place, fact) for place, fact in enumerate(facts) if fact.type is EventType.OPENED]
    pairs = []
    for place, fact in opening:
        for rank, row in enumerate(known):
            score = _likeness(fact, row) if row.key not in taken else 0.0
            if score >= _KEEPS:
                pairs.append((-score, rank, place, row.key))
    keys: dict[int, str] = {}
    used: set[str] = set()
    for _, _, place, key in sorted(pairs):
        if place not in keys and key not in used:
            keys[place] = key
            used.add(key)
    for place, fact in opening:
        if place not in keys:
            keys[place] = _new_key(fact, council=council, meeting=meeting, used=used | taken)
            used.add(keys[place])
    return keys


def _new_key(fact: Fact, *, council: str, meeting: str | None, used: set[str] | frozenset[str]) -> str:
    text = fold(fact.ref)
    key = row_key(council, meeting, fact.kind, fact.item, text)
    again = 1
    while key in used:  # the same words twice under one point, for two owners
        again += 1
        key = row_key(council, meeting, fact.kind, fact.item, f"{text} #{again}")
    return key


def _likeness(fact: Fact, row: KnownRow) -> float:
    """How surely a fact is a known row, 0–1: the wording decides, owner and item break ties."""
    if _FAMILIES.get(fact.kind, fact.kind) != _FAMILIES.get(row.kind, row.kind):
        return 0.0
    text = str(fact.data["text"])
    if SENSITIVE in (text, row.text):
        return 0.0
    alike = similarity(text, row.text)
    if alike < _KEEPS:
        return 0.0
    bonus = 0.5 * same_owners(fact.owners, row.owners) + 0.3 * (fact.item == row.item) + 0.2 * (fact.kind == row.kind)
    return max(_KEEPS, alike - 0.1 + 0.1 * bonus) if alike < 1.0 else 0.9 + 0.1 * bonus
