"""Who is named in what minutes say: by full name, first name, surname or initials, when only one of those known fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_REMEMBERED = 1_000
"""Texts of which it is remembered whom they name."""

_WORD = re.compile(r"\w[\w-]*")


@dataclass(frozen=True, slots=True)
class Names:
    """The people of a council as texts name them. full: folded full name → name; short, initials, lettered: a part of it, its initials, or given
    name and a letter → the one whom that means, None for several."""

    full: dict[str, str] = field(default_factory=dict)
    short: dict[str, str | None] = field(default_factory=dict)
    initials: dict[str, str | None] = field(default_factory=dict)
    lettered: dict[tuple[str, str], str | None] = field(default_factory=dict)
    _said: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)  # each text is held against many rows
    telling: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)  # see `profiles.telling_words`

    def said_in(self, text: str) -> tuple[str, ...]:
        """Whom a text names, in order, each once."""
        if text not in self._said:
            if len(self._said) >= _REMEMBERED:
                self._said.clear()
            self._said[text] = self._named_in(text)
        return self._said[text]

    def _named_in(self, text: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        words = _WORD.findall(text)
        folded = f" {' '.join(word.casefold() for word in words)} "
        for key, name in self.full.items():
            if f" {key} " in folded or f" {key}s " in folded:
                found[name] = None
        for word, after in zip(words, [*words[1:], ""], strict=False):
            low = word.casefold()
            meant = self.initials.get(word)
            if word[0].isupper():
                meant = meant or self.short.get(low) or self.short.get(low.removesuffix("s"))
            if len(after) == 1 and after.isupper():  # "Anna T"
                meant = self.lettered.get((low, after.casefold())) or meant
            if meant:
                found[meant] = None
        return tuple(found)

    def is_name(self, word: str) -> bool:
        """Whether a folded word is part of somebody's name, or their initials."""
        return word in self.short or word.removesuffix("s") in self.short or word.upper() in self.initials


def gather_names(people: Iterable[tuple[str, str | None]]) -> Names:
    """What is told of names. people: name and initials as an attendance list gives them."""
    full: dict[str, str] = {}
    short: dict[str, str | None] = {}
    initials: dict[str, str | None] = {}
    lettered: dict[tuple[str, str], str | None] = {}
    for name, given in dict.fromkeys(people):
        parts = [part.casefold() for part in _WORD.findall(name)]
        if len(parts) < 2 or " ".join(parts) in full:
            continue
        full[" ".join(parts)] = name
        for part in {parts[0], parts[-1]}:
            short[part] = name if part not in short else None
        letter = (parts[0], parts[-1][0])
        lettered[letter] = name if letter not in lettered else None
        for sign in {given or "", "".join(part[0] for part in parts).upper()} - {""}:
            if len(sign) > 1:
                initials[sign] = name if initials.get(sign, name) == name else None
    return Names(full, short, initials, lettered)


def one_of(names: Sequence[str], others: Iterable[str]) -> bool:
    """Whether a full name stands in both lists."""
    known = {name.casefold() for name in others}
    return any(name.casefold() in known for name in names)
