"""Which told passage is which labelled one: by their words in order, paired so that as many firm labels as possible are met."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Label = Mapping[str, Any]

_SHARE, _OF_LABEL = 0.8, 0.4  # of the shorter passage's words, and of the label's, that must stand in both in order
_LONGEST = (3, 10)  # a passage of more words than three times the label's and ten tells nothing


def words(text: object) -> list[str]:
    """The words of a text as they are compared: NFC, small letters, no signs."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", str(text or "")).replace("\u00ad", "").casefold())


def likeness(told: str, label: Label) -> float:
    """How well a passage tells a labelled statement or one of its other wordings ("alt"): 0 not at all, 1 word for word."""
    return max((_one(words(told), words(wording)) for wording in (label["text"], *label.get("alt", ()))), default=0.0)


def _one(told: list[str], labelled: list[str]) -> float:
    if not told or not labelled or len(told) > _LONGEST[0] * len(labelled) + _LONGEST[1]:
        return 0.0
    shared = _in_order(told, labelled)
    enough = shared >= _SHARE * min(len(told), len(labelled)) and shared >= min(3, len(labelled)) and shared >= _OF_LABEL * len(labelled)
    return 2 * shared / (len(told) + len(labelled)) if enough else 0.0


def _in_order(one: list[str], other: list[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for word in one:
        corner = 0
        for column, against in enumerate(other, 1):
            corner, row[column] = row[column], corner + 1 if word == against else max(row[column], row[column - 1])
    return row[-1]


def pair(told: Sequence[Any], labels: Sequence[Label], fit: Callable[[Any, Label], float]) -> dict[int, int]:
    """Label → told, one to one. The best fits go first; then a firm label that is left may take another's place (augmenting paths)."""
    fits = {(one, label): quality for one, t in enumerate(told) for label, g in enumerate(labels) if (quality := fit(t, g)) > 0}
    taken: dict[int, int] = {}
    for one, label in sorted(fits, key=lambda place: (-fits[place], bool(labels[place[1]].get("maybe")), place)):
        if label not in taken and one not in taken.values():
            taken[label] = one

    def find_place(label: int, tried: set[int]) -> bool:
        for one in sorted((one for one, other in fits if other == label), key=lambda one: -fits[one, label]):
            if one in tried:
                continue
            tried.add(one)
            holder = next((other for other, held in taken.items() if held == one), None)
            if holder is None or labels[holder].get("maybe") or find_place(holder, tried):
                if holder is not None and taken.get(holder) == one:
                    del taken[holder]
                taken[label] = one
                return True
        return False

    for label, labelled in enumerate(labels):
        if label not in taken and not labelled.get("maybe"):
            find_place(label, set())
    return taken
