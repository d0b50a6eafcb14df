"""Which of many sentences share words with one: told by looking words up, so that a page of many rows and sentences takes no longer a row."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

_SHORTEST = 4
_COMMON = 200
"""Sentences in which a word may stand and still tell them apart."""


def fits(word: str, other: str) -> bool:
    """Whether two words are forms or compounds of one: "mallen" fits "rapportmallen", "lägga" fits "lägger"."""
    return word[:_SHORTEST] == other[:_SHORTEST] or word.endswith(other) or other.endswith(word)


class WordIndex:
    """Sentences by the words in them. Words are at least four letters long."""

    def __init__(self, sentences: Sequence[Collection[str]]) -> None:
        self._beginnings: dict[str, set[int]] = {}
        self._words: dict[str, set[int]] = {}
        self._endings: dict[str, set[int]] = {}
        for place, words in enumerate(sentences):
            for word in words:
                self._beginnings.setdefault(word[:_SHORTEST], set()).add(place)
                self._words.setdefault(word, set()).add(place)
                for start in range(1, len(word) - _SHORTEST + 1):
                    self._endings.setdefault(word[start:], set()).add(place)

    def sharing(self, words: Collection[str], *, least: float) -> list[int]:
        """The places of the sentences in which at least so many of the words have one that `fits`, in order."""
        counts: dict[int, int] = {}
        for word in words:
            for place in self._holding(word):
                counts[place] = counts.get(place, 0) + 1
        return sorted(place for place, count in counts.items() if count >= least)

    def _holding(self, word: str) -> Iterable[int]:
        found = set(self._beginnings.get(word[:_SHORTEST], ())) | self._endings.get(word, set())
        for start in range(1, len(word) - _SHORTEST + 1):
            found |= self._words.get(word[start:], set())
        return found if len(found) <= _COMMON else ()
