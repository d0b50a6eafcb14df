"""Which file speaks for a meeting, where several tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from functions.following_up.readings import Reading
from functions.following_up.repeating import means_business_as_usual
from functions.following_up.words import fold, pack_words, similarity

_APART = 60  # minutes between the starts of two meetings on one day
_SAME_ITEMS = 0.5  # from here on, two files tell of the same points
_COPY_NUMBER = re.compile(r"\(\d{1,2}\)\s*$")


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting as its files tell: the one that governs and the other versions."""

    date: str
    governing: Reading
    others: tuple[Reading, ...] = ()

    @property
    def order(self) -> tuple[str, str, str]:
        """Sorts sittings as they were held."""
        return (self.date, self.governing.start or "", self.governing.path)


def group_sittings(readings: Iterable[Reading], *, chosen: Mapping[str, bool]) -> tuple[Sitting, ...]:
    """The meetings that dated readings tell of, in the order they were held, each with the file that governs it.

    chosen: a person's word per file id: True, this one governs; False, it does not.
    """
    days: dict[str, list[Reading]] = {}
    for reading in readings:
        if reading.date is not None:
            days.setdefault(reading.date, []).append(reading)
    sittings = []
    for date, same_day in days.items():
        if len(same_day) == 1:
            sittings.append(Sitting(date, same_day[0]))
            continue
        for versions in _split(same_day):
            ranked = sorted(versions, key=lambda reading: _rank(reading, chosen=chosen))
            sittings.append(Sitting(date, ranked[0], tuple(sorted(ranked[1:], key=lambda reading: reading.path))))
    return tuple(sorted(sittings, key=lambda sitting: sitting.order))


def are_two_meetings(one: Reading, other: Reading) -> bool:
    """Whether two files of one date tell of two meetings: clearly different starts and different points. In doubt it is one."""
    first, second = _minutes(one.start), _minutes(other.start)
    if first is None or second is None or abs(first - second) < _APART:
        return False
    return _common_items(one, other) < _SAME_ITEMS


def _split(readings: Sequence[Reading]) -> list[list[Reading]]:
    groups: list[list[Reading]] = []
    for reading in sorted(readings, key=lambda reading: (reading.start is None, reading.start or "", reading.path, reading.id)):
        fitting = [group for group in groups if not any(are_two_meetings(reading, member) for member in group)]
        if fitting:
            max(fitting, key=lambda group: max(_common_items(reading, member) for member in group)).append(reading)
        else:
            groups.append([reading])
    return groups


def _common_items(one: Reading, other: Reading) -> float:
    """The share of the shorter list of points that the other has too; 1.0 when one has none to compare. Points that every meeting has ("Mötets
    öppnande") tell nothing, unless a file has no others."""
    first, second = ([point.title for point in reading.points] for reading in (one, other))
    own = [[title for title in titles if not means_business_as_usual(title)] for titles in (first, second)]
    first, second = own if all(own) else (first, second)
    if not first or not second:
        return 1.0
    short, long = sorted((first, second), key=len)
    return sum(any(similarity(title, candidate) >= 0.7 for candidate in long) for title in short) / len(short)


def _minutes(clock: str | None) -> int | None:
    found = re.fullmatch(r"(\d{1,2})[:.](\d{2})", clock or "")
    return int(found[1]) * 60 + int(found[2]) if found else None


def _rank(reading: Reading, *, chosen: Mapping[str, bool]) -> tuple[object, ...]:
    """Sorts versions, the governing one first: a person's choice, signed, final, Word before PDF, the highest version, no copy."""
    word = chosen.get(reading.file_id)
    name = name_of(reading)
    signed = reading.state == "approved" or name.signed
    pdf = PurePosixPath(reading.path).suffix.casefold() == ".pdf"
    return (
        word is not True,
        word is False,
        reading.deleted,
        not signed,
        not (reading.state == "final" or name.final),
        name.draft,
        # A signed or final PDF is the one that was made last; among equals Word holds more.
        pdf,
        (*(-number for number in name.version), 0),
        name.copy,
        len(reading.path),
        reading.path,
        reading.id,
    )


@dataclass(frozen=True, slots=True)
class FileName:
    """What a file's name says of it. version: numbers, () when it names none."""

    signed: bool = False
    final: bool = False
    draft: bool = False
    copy: bool = False
    version: tuple[int, ...] = ()


def name_of(reading: Reading) -> FileName:
    """What the name of a reading's file says: "v2 slutlig", "justerad", "Kopia av …"."""
    return _read_name(reading.path)


@lru_cache(maxsize=8192)
def _read_name(path: str) -> FileName:
    stem = PurePosixPath(path).stem
    folded = fold(stem.replace("_", " "))
    draft = _names(folded, "draft_names")
    numbers = re.findall(rf"(?<!\w)(?:v|{'|'.join(map(re.escape, _words('version_names')))})\s*(\d{{1,3}})(?:\s(\d{{1,3}})(?!\d))?(?!\w)", folded)
    version = tuple(int(part) for part in numbers[-1] if part) if numbers else ((1,) if _names(folded, "version_names") else ())
    copy = _names(folded, "copy_names") or bool(_COPY_NUMBER.search(stem))
    return FileName(_names(folded, "signed_names") and not draft, _names(folded, "final_names") and not draft, draft, copy, version)


def _names(folded: str, key: str) -> bool:
    return any(f" {word} " in f" {folded} " for word in _words(key))


@lru_cache(maxsize=16)
def _words(key: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in pack_words("following_up", key))
