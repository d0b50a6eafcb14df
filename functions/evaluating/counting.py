"""Right, too much and missed, and what they say of the next hundred documents."""

from __future__ import annotations

import math
from dataclasses import dataclass

_Z = 1.959964  # two-sided 95 %


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


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson 1927), honest for few and for all-right counts; (0, 1) when nothing was counted."""
    if not of:
        return 0.0, 1.0
    share, square = right / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, middle - half), min(1.0, middle + half)
