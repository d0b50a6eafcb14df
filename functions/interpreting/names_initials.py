"""Finds whom a code of capital letters ("MG", "BSt", "GvA") stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from functions.interpreting.known_people import KnownPerson, tidy
from functions.interpreting.phrases import LOWER, UPPER

_CODE = re.compile(rf"(?:[{UPPER}][{LOWER}]{{0,2}}|v|vd|d|a){{2,5}}")


def is_code(text: str) -> bool:
    """Whether a text has the shape of initials: 2–4 capitals, or a few with small letters between ("MiH", "FvW")."""
    return bool(_CODE.fullmatch(text)) and 2 <= sum(letter.isupper() for letter in text) <= 4 and len(text) <= 6


def declared(code: str, *, people: Sequence[KnownPerson]) -> list[KnownPerson]:
    """Those to whom the attendance list gives this code; capitals and small letters count only where that tells people apart."""
    exact = [p for p in people if p.initials and tidy(p.initials) == code]
    if exact or not is_code(code):
        return exact
    return [p for p in people if p.initials and tidy(p.initials).casefold() == code.casefold()]


def computed(code: str, *, people: Sequence[KnownPerson], particles: frozenset[str]) -> list[KnownPerson]:
    """Those whose name gives this code: first and last, all of them, with or without particles and the halves of a hyphenated name.

    Whoever has another code in the attendance list is left out: a list repairs collisions that way.
    """
    return [p for p in people if not p.initials and _fits(code, p.name, particles)]


def partial(code: str, *, people: Sequence[KnownPerson], particles: frozenset[str]) -> list[KnownPerson]:
    """Those for whom the code is the first letter and that of any later name ("MV" for Maria Vik Ek)."""
    if len(code) != 2:
        return []
    found = []
    for person in people:
        first, *rest = _words(person.name, particles)
        if not person.initials and first[:1] == code[0] and any(word[:1] == code[1] for part in rest for word in part.split("-")):
            found.append(person)
    return found


def _words(name: str, particles: frozenset[str]) -> list[str]:
    words = [word for word in tidy(name).split(" ") if word]
    return [words[0], *(word for word in words[1:] if word.casefold() not in particles)] if words else [""]


@lru_cache(maxsize=16384)
def _fits(code: str, name: str, particles: frozenset[str]) -> bool:
    whole = tidy(name).split(" ")
    plain = _words(name, particles)
    if len(plain) < 2:
        return False
    given, last = plain[0], plain[-1]
    halves, ends = given.split("-"), last.split("-")
    spellings = [whole, plain, _halves(whole), _halves(plain), [given, last], [*halves, last], [given, *ends], [given, ends[-1]], [halves[-1], last]]
    return any(_spells(code, words, particles) for words in spellings)


def _halves(words: list[str]) -> list[str]:
    return [half for word in words for half in word.split("-") if half]


def _spells(code: str, words: list[str], particles: frozenset[str]) -> bool:
    if not words or not code:
        return not words and not code
    word = words[0].casefold() if words[0].casefold() in particles and code[0].islower() else words[0][:1].upper() + words[0][1:]
    longest = 2 if word.islower() else 3
    return any(word.startswith(code[:n]) and _spells(code[n:], words[1:], particles) for n in range(1, min(longest, len(code)) + 1))
