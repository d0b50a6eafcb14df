"""Right, too much and missed, and what they say of the next hundred documents."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

_Z = 1.959964  # two-sided 95 %
_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Count:
    """right: told and labelled; extra: told and not labelled; missed: labelled and not told. For a share (owners, due) extra stays 0."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def told(self) -> int:
        """How many were told."""
        return self.right + self.extra

    @property
    def labelled(self) -> int:
        """How many there are."""
        return self.right + self.missed

    @property
    def counted(self) -> int:
        """How many were judged, right or wrong."""
        return self.right + self.extra + self.missed

    @property
    def precision(self) -> float:
        """Share of what was told that is right; 1 when nothing was told and nothing was there."""
        return self.right / self.told if self.told else float(not self.missed)

    @property
    def recall(self) -> float:
        """Share of what is there that was told."""
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.told + self.labelled) if self.told + self.labelled else 1.0


def totals(counted: Iterable[tuple[_Key, Count]]) -> dict[_Key, Count]:
    """The counts added up by what they are of, in the order it first comes."""
    found: dict[_Key, Count] = {}
    for one, count in counted:
        found[one] = found.get(one, Count()) + count
    return found


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson 1927), honest for few and for all-right counts; (0, 1) when nothing was counted."""
    if not of:
        return 0.0, 1.0
    share, square = right / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def show_share(right: int, of: int) -> str:
    """A share with its interval, as the accuracy page shows it: "0.912 (0.85–0.95)"; a dash when nothing was counted."""
    low, high = wilson(right, of)
    return f"{right / of:.3f} ({low:.2f}–{high:.2f})" if of else "–"
