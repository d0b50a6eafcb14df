"""Tells whom a mention in minutes means, on a ladder that answers with several people, and chooses none, where several fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from functions.interpreting.full_names import find_full_names
from functions.interpreting.known_people import KnownPerson, Roster, fold, known, tidy
from functions.interpreting.mentions import Mention, find_mentions
from functions.interpreting.name_matches import match_exactly, match_nearly
from functions.interpreting.name_words import NameWords, name_words
from functions.interpreting.names_initials import computed, declared, is_code, partial
from functions.interpreting.phrases import UPPER
from functions.languages import LanguagePack

__all__ = ["KnownPerson", "Mention", "Resolution", "Roster", "find_full_names", "find_mentions", "resolve_name"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom a mention means.

    names: one: that person; several: nobody is chosen and a question is asked; none: no person, or nobody known.
    kind: person (on the attendance list), external (another person), role, group, ambiguous, none.
    doubt: why somebody should be asked, even where one is named. Several fit: first_name_ambiguous, surname_ambiguous, name_ambiguous,
    initials_ambiguous, role_ambiguous. One fits, not surely: spelling (given name or surname), spelling_variant (full name), nickname (half of a
    hyphenated name), initials_partial, initials_acronym (letters that mean something else too), pronoun, alias_conflict (an answer and this document
    differ). About the one: owner_absent, owner_guest. Nobody fits: initials_unknown, name_unknown, role_unknown.
    """

    names: tuple[str, ...]
    kind: str
    doubt: str | None = None


def resolve_name(mention: str, *, roster: Roster, pack: LanguagePack, named_here: Sequence[str] = ()) -> Resolution:
    """Whom `mention` means. named_here: full names already named in the same item, which settle a given name that several have.

    The steps, first hit wins: answers by people, roles, the list's own codes, organisations in capitals, computed initials, groups, full name,
    "First L", given name, surname, other spellings; else a full name is somebody new. What is exact always beats what is alike.
    """
    words = name_words(pack)
    people = known(roster)
    name = _bare(mention, words)
    if not name:
        return Resolution((), "none")
    found = _climb(name, people=people, roster=roster, words=words, named_here=named_here)
    answer = _answer(name, roster)
    return found if answer is None else _answered(answer, found=found, people=people)


def _bare(mention: str, words: NameWords) -> str:
    text = re.sub(r"\s*\([^()]*\)?$", "", tidy(mention))
    head, comma, rest = (part.strip() for part in text.partition(","))
    if comma and (" " in head or " " in rest or not rest[:1].isupper() or is_code(rest)):
        text = head
    elif comma:
        text = f"{rest} {head}"
    parts = tidy(text).split(" ")
    while len(parts) > 1 and parts[0].casefold() in words.titles and " ".join(parts).casefold() not in words.roles and parts[1][:1].isupper():
        parts = parts[1:]
    text = " ".join(parts)
    return re.sub(rf"(?<=[{UPPER}])[:'][sS]$", "", text)


def _answer(name: str, roster: Roster) -> str | None:
    if name in roster.aliases:
        return roster.aliases[name]
    if is_code(name):
        return None
    key = fold(name)
    return next((full for alias, full in roster.aliases.items() if fold(alias) == key and not is_code(alias)), None)


def _answered(answer: str, *, found: Resolution, people: Sequence[KnownPerson]) -> Resolution:
    here = next((p for p in people if fold(p.name) == fold(answer)), None)
    if here is not None:
        # A full name in the same item, or a code in this very list, may say otherwise: the answer stands, and is asked about.
        against = len(found.names) == 1 and found.doubt in (None, "owner_absent", "owner_guest") and fold(found.names[0]) != fold(answer)
        return Resolution((here.name,), _kind(here), "alias_conflict" if against else _presence(here))
    clash = bool(found.names) and fold(answer) not in {fold(name) for name in found.names}
    return Resolution((tidy(answer),), "external", "alias_conflict" if clash else None)


def _climb(name: str, *, people: Sequence[KnownPerson], roster: Roster, words: NameWords, named_here: Sequence[str]) -> Resolution:
    low = name.casefold()
    role = words.roles.get(low) or words.roles.get(f"{low}.")
    if role:
        holders = [p for p in people if p.role == role]
        if role == "chair" and holders and all(p.attendance == "absent" for p in holders):  # then a vice chair may have led the meeting
            holders += [p for p in people if p.role == "vice_chair" and p.attendance != "absent"]
        return _holder(holders)
    codes = declared(name, people=people)
    if codes:
        return _one_of(codes, doubt="initials_ambiguous")
    spaced = "".join(name.replace(".", " ").split())
    if is_code(name) or re.fullmatch(rf"(?:[{UPPER}]\.? ?){{2,4}}", name):
        return _initials(spaced if not is_code(name) else name, people=people, roster=roster, words=words)
    if low in words.groups or _is_group(name, words):
        return Resolution((), "group")
    if low in words.pronouns:
        return Resolution((tidy(named_here[-1]),), _kind_of(named_here[-1], people), "pronoun") if named_here else Resolution((), "none", "pronoun")
    return _named(name, people=people, words=words, named_here=named_here)


def _is_group(name: str, words: NameWords) -> bool:
    start, _, rest = name.partition(" ")
    return start.casefold() in words.group_starts and rest[:1].islower()


def _holder(holders: Sequence[KnownPerson]) -> Resolution:
    if len(holders) == 1:
        return Resolution((holders[0].name,), "role", _presence(holders[0]))
    return Resolution(_names(holders), "ambiguous", "role_ambiguous") if holders else Resolution((), "role", "role_unknown")


def _initials(code: str, *, people: Sequence[KnownPerson], roster: Roster, words: NameWords) -> Resolution:
    if code in roster.acronyms:
        return Resolution((), "none")
    fits = computed(code, people=people, particles=words.particles)
    if code in words.acronyms:
        return Resolution((), "none", "initials_acronym" if fits else None)
    if fits:
        return _one_of(fits, doubt="initials_ambiguous", sure="initials_acronym" if code in words.abbreviations else None)
    if code in words.abbreviations:
        return Resolution((), "none")
    fits = partial(code, people=people, particles=words.particles)
    return _one_of(fits, doubt="initials_ambiguous", sure="initials_partial") if fits else Resolution((), "none", "initials_unknown")


def _named(name: str, *, people: Sequence[KnownPerson], words: NameWords, named_here: Sequence[str]) -> Resolution:
    halves = re.split("[ -]", name)
    if len(halves) > 1 and all(map(words.is_given, halves)):  # "Rolf Kåre" for Rolf Kåre Dahl, "Rolf-Kåre" for him too
        begun = [person for person in people if fold(person.name).startswith(fold(name) + " ")]
        if begun:
            return _one_of(begun, doubt="first_name_ambiguous")
    for match in (match_exactly, match_nearly):
        for text in _without_genitive(name):
            found = match(text, people=people, named_here=named_here)
            if found is not None:
                return _one_of(found.fits, doubt=found.several, sure=found.one)
    if _looks_full(name, words):
        return Resolution((name,), "external")
    return Resolution((), "none", "name_unknown" if name[:1].isupper() and not words.is_common(name) else None)


def _without_genitive(name: str) -> list[str]:
    return [name, re.sub(r"'?s$", "", name)] if name.endswith("s") and len(name) > 3 else [name]


def _one_of(fits: Sequence[KnownPerson], *, doubt: str, sure: str | None = None) -> Resolution:
    """One person (with the doubt `sure`, else about their presence), or all of them and nobody chosen."""
    distinct = _names(fits)
    if len(distinct) > 1:
        return Resolution(distinct, "ambiguous", doubt)
    return Resolution(distinct, _kind(fits[0]), sure or _presence(fits[0]))


def _names(people: Iterable[KnownPerson]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.name for p in people))


def _kind(person: KnownPerson) -> str:
    return "external" if person.attendance == "external" else "person"


def _kind_of(name: str, people: Sequence[KnownPerson]) -> str:
    return next((_kind(p) for p in people if fold(p.name) == fold(name)), "external")


def _presence(person: KnownPerson) -> str | None:
    return {"absent": "owner_absent", "guest": "owner_guest"}.get(person.attendance)


def _looks_full(name: str, words: NameWords) -> bool:
    parts = name.split(" ")
    proper = [part for part in parts if part.casefold() not in words.particles]
    if not 2 <= len(proper) <= 5 or parts[0].casefold() in words.particles or len(proper[0]) < 2 or len(proper[-1].strip(".")) < 2:
        return False
    if any(not part[:1].isupper() or part.isupper() or words.is_organisation(part) for part in proper):
        return False
    return not words.is_common(parts[0]) and not any(part.casefold() in words.not_names - words.surname_places for part in proper[1:])
