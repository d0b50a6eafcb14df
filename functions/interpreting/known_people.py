"""Tells who is known at a place in the text: the attendance list, and those whom the text has named in full so far."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from functions.interpreting.spelling import edit_distance, jaro_winkler

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "‐": "-", "‑": "-", "\u00ad": None, "\u200b": None})
_OWN_LETTERS = {"å", "ä", "ö"}
_SIBLINGS = str.maketrans({"æ": "ä", "ø": "ö"})


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody on the attendance list. role and attendance as in `Person`; initials: the code that the list gives."""

    name: str
    role: str | None = None
    initials: str | None = None
    attendance: str = "present"
    affiliation: str | None = None


# One roster serves a whole item: what is derived from it is kept by its identity.
@dataclass(frozen=True, slots=True, eq=False)
class Roster:
    """Who and what is known where a mention stands.

    people: the attendance list; introduced: those named in full earlier in the text, in reading order; aliases: answers that
    people gave and the list Namn och initialer ("Helena" → "Helena Ek"); acronyms: the document's organisations in capitals.
    """

    people: tuple[KnownPerson, ...] = ()
    introduced: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    acronyms: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def tidy(text: str) -> str:
    """A name with one kind of apostrophe, hyphen and blank, without what surrounds it."""
    text = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    return re.sub(r"\s+", " ", text).strip(' .,:;/!?"”“')


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """What two spellings of one name share: no case, no accents beyond å ä ö, and hyphens as blanks."""
    letters = []
    for letter in tidy(text).casefold().translate(_SIBLINGS):
        letters.append(letter if letter in _OWN_LETTERS else unicodedata.normalize("NFD", letter)[0])
    return re.sub(r"[-\s]+", " ", "".join(letters)).strip()


@lru_cache(maxsize=4096)
def given_name(name: str) -> str:
    """The first word of a full name, hyphens kept."""
    return tidy(name).split(" ")[0]


@lru_cache(maxsize=4096)
def later_names(name: str) -> tuple[str, ...]:
    """The words of a full name after the first, each as written."""
    return tuple(tidy(name).split(" ")[1:])


@lru_cache(maxsize=16384)
def is_variant(left: str, right: str) -> bool:
    """Whether two full names are likely one person, spelled two ways.

    Given names at most one edit apart, surnames Jaro-Winkler ≥ 0.84 and at most max(2, 30 %) edits, three edits in all
    (measured on names_gold); or one name holds the other ("Maria Ek" and "Maria Lund Ek").
    """
    if fold(left) == fold(right):
        return False
    first, other = fold(given_name(left)), fold(given_name(right))
    steps = edit_distance(first, other, limit=1)
    if steps > 1 or (steps and min(len(first), len(other)) < 3):
        return False
    last, last_other = fold(" ".join(later_names(left))), fold(" ".join(later_names(right)))
    if not last or not last_other:
        return False
    apart = edit_distance(last, last_other, limit=9)
    if jaro_winkler(last, last_other) >= 0.84 and apart <= max(2, int(0.3 * len(last))) and steps + apart <= 3:
        return True
    return not steps and _holds(last.split(" "), last_other.split(" "))


def _holds(left: list[str], right: list[str]) -> bool:
    short, long = sorted((left, right), key=len)
    return len(short) < len(long) and all(word in long for word in short)


@lru_cache(maxsize=256)
def newcomers(people: tuple[KnownPerson, ...], introduced: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `introduced` who are nobody on the attendance list, each once: another spelling of a name there is no new person."""
    found: dict[str, str] = {}
    for name in introduced:
        key = fold(name)
        # The second may be the first in the genitive: "Eva Eks förslag".
        if key in found or key.removesuffix("s") in found or any(key == fold(p.name) or is_variant(name, p.name) for p in people):
            continue
        found[key] = tidy(name)
    return tuple(found.values())


@lru_cache(maxsize=256)
def _known(people: tuple[KnownPerson, ...], introduced: tuple[str, ...]) -> tuple[KnownPerson, ...]:
    return (*people, *(KnownPerson(name, attendance="external") for name in newcomers(people, introduced)))


@lru_cache(maxsize=128)
def known(roster: Roster) -> tuple[KnownPerson, ...]:
    """Everybody known: the attendance list, then the newcomers (attendance "external")."""
    return _known(tuple(roster.people), tuple(roster.introduced))


@lru_cache(maxsize=128)
def given_names(roster: Roster) -> frozenset[str]:
    """The given names of everybody known, folded."""
    return frozenset(fold(given_name(person.name)) for person in known(roster))


@lru_cache(maxsize=128)
def surnames(roster: Roster, particles: frozenset[str]) -> frozenset[str]:
    """The later names of everybody known, folded, without particles."""
    return frozenset(fold(word) for person in known(roster) for word in later_names(person.name) if word.casefold() not in particles)
