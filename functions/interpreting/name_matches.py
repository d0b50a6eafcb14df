"""Matches a written name with the people known: in full, given name and letter, given name, surname, and what is spelled otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from functions.interpreting.known_people import KnownPerson, fold, given_name, is_variant, later_names, tidy
from functions.interpreting.phrases import LOWER, UPPER
from functions.interpreting.spelling import edit_distance

_ONE_LETTER = re.compile(rf"[{UPPER}]\.?")
_TAIL = re.compile(rf"[{UPPER}][{LOWER}]?")


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a name fits. several: the doubt when they are more than one; one: the doubt when it is one alone, None when that is sure."""

    fits: tuple[KnownPerson, ...]
    several: str
    one: str | None = None


def match_exactly(name: str, *, people: Sequence[KnownPerson], named_here: Sequence[str]) -> Match | None:
    """Those whom a name fits letter by letter, accents and hyphens aside: full name (either order), "First L", "F Last", given name, surname.

    Where several have the given name or surname, those named in full in the same item (`named_here`) come before the others.
    """
    key, tokens = fold(name), name.split(" ")
    same = [p for p in people if tidy(p.name).casefold() == name.casefold()] or [p for p in people if fold(p.name) == key]
    same = same or [p for p in people if len(tokens) > 1 and fold(" ".join([*later_names(p.name), given_name(p.name)])) == key]
    if same:
        return Match(tuple(same), "name_ambiguous")
    lettered = _first_and_letter(tokens, people, same=lambda a, b: fold(a) == fold(b)) or _letter_and_last(tokens, people)
    if lettered:
        # Two letters may be a short surname of somebody else.
        return Match(_preferred(lettered, named_here), "first_name_ambiguous", "spelling" if len(tokens[-1]) == 2 else None)
    given = [p for p in people if fold(given_name(p.name)) == key]
    if given:
        return Match(_preferred(given, named_here), "first_name_ambiguous")
    last = [p for p in people if key in _surnames(p)]
    return Match(_preferred(last, named_here), "surname_ambiguous") if last else None


def match_nearly(name: str, *, people: Sequence[KnownPerson], named_here: Sequence[str]) -> Match | None:
    """Those whom a name fits but for its spelling. Only for names that fit nobody exactly; one alone is still asked about.

    Given names from four letters at one edit (three where the person is named in the same item), halves of hyphenated ones, surnames from
    five letters at one edit, full names as `is_variant` says.
    """
    key, tokens = fold(name), name.split(" ")
    if len(tokens) > 1:
        lettered = _first_and_letter(tokens, people, same=_is_near)
        if lettered:
            return Match(tuple(lettered), "first_name_ambiguous", "spelling")
        variants = tuple(p for p in people if is_variant(name, p.name))
        return Match(variants, "name_ambiguous", "spelling_variant") if variants else None
    here = tuple(p for p in people if len(name) >= 3 and _is_here(p, named_here) and edit_distance(fold(given_name(p.name)), key, limit=1) <= 1)
    if here:
        return Match(here, "first_name_ambiguous", "spelling")
    halved = [p for p in people if "-" in given_name(p.name) and key in fold(given_name(p.name)).split(" ")]
    alike = [p for p in people if _is_near(given_name(p.name), name) or _adds_a_letter(key, fold(given_name(p.name)))]
    if alike or halved:
        fits = _preferred([p for p in people if p in alike or p in halved], named_here)
        return Match(fits, "first_name_ambiguous", "spelling" if alike else "nickname")
    last = tuple(p for p in people if len(name) >= 5 and any(edit_distance(fold(word), key, limit=1) <= 1 for word in later_names(p.name)))
    return Match(last, "surname_ambiguous", "spelling") if last else None


def _is_near(left: str, right: str) -> bool:
    return min(len(left), len(right)) >= 4 and edit_distance(fold(left), fold(right), limit=1) <= 1


def _adds_a_letter(short: str, name: str) -> bool:
    """Whether a name of three letters lacks only its end ("Ann" for "Anne")."""
    return len(short) == 3 and len(name) == 4 and name.startswith(short)


@lru_cache(maxsize=2048)
def _surnames(person: KnownPerson) -> frozenset[str]:
    later = later_names(person.name)
    return frozenset({fold(word) for word in later} | {fold(" ".join(later[i:])) for i in range(len(later))})


def _first_and_letter(tokens: Sequence[str], people: Sequence[KnownPerson], *, same: Callable[[str, str], bool]) -> list[KnownPerson]:
    if len(tokens) < 2 or not _TAIL.fullmatch(tokens[-1]):
        return []
    head, letters = tokens[:-1], fold(tokens[-1])
    found = []
    for person in people:
        parts = tidy(person.name).split(" ")
        begins = len(parts) > len(head) and all(same(a, b) for a, b in zip(head, parts, strict=False))
        if begins and any(fold(part).startswith(letters) for part in parts[len(head) :]):
            found.append(person)
    return found


def _letter_and_last(tokens: Sequence[str], people: Sequence[KnownPerson]) -> list[KnownPerson]:
    if len(tokens) < 2 or not _ONE_LETTER.fullmatch(tokens[0]):
        return []
    letter, rest = fold(tokens[0]), fold(" ".join(tokens[1:]))
    return [p for p in people if fold(p.name).startswith(letter) and rest in _surnames(p)]


def _preferred(fits: Sequence[KnownPerson], named_here: Sequence[str]) -> tuple[KnownPerson, ...]:
    """Those named here; a stranger who is named in full beside somebody of the list settles nothing ("Bo Lund på Inera ringde. Bo svarar.")."""
    here = tuple(p for p in fits if _is_here(p, named_here))
    strangers = all(p.attendance == "external" for p in here) and any(p.attendance != "external" for p in fits)
    return tuple(fits) if strangers or not here else here


def _is_here(person: KnownPerson, named_here: Iterable[str]) -> bool:
    return any(fold(person.name) == fold(name) or is_variant(person.name, name) for name in named_here)
