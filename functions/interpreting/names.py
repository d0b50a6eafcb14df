"""Tells whom a mention in minutes means, on a ladder that answers with several people, and chooses none, where several fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from functions.interpreting.full_names import find_full_names
from functions.interpreting.known_people import KnownPerson, Roster, fold, given_name, is_variant, known, later_names, tidy
from functions.interpreting.mentions import Mention, find_mentions
from functions.interpreting.name_words import NameWords, name_words
from functions.interpreting.names_initials import computed, declared, is_code, partial
from functions.interpreting.spelling import edit_distance
from functions.languages import LanguagePack

__all__ = ["KnownPerson", "Mention", "Resolution", "Roster", "find_full_names", "find_mentions", "resolve_name"]

_ONE_LETTER = re.compile(r"[A-ZÅÄÖÉÜÆØ]\.?")
_TAIL = re.compile(r"[A-ZÅÄÖÉÜÆØ][a-zåäöéüæø]?")


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom a mention means.

    names: one: that person; several: nobody is chosen and a question is asked; none: no person, or nobody known.
    kind: person (on the attendance list), external (another person), role, group, ambiguous, none.
    doubt: why it should be asked, though one may be named: first_name_ambiguous, surname_ambiguous, name_ambiguous, initials_ambiguous, role_ambiguous,
    spelling (given name), spelling_variant (full name), initials_partial, initials_acronym, initials_unknown, name_unknown, role_unknown, nickname, pronoun,
    alias_conflict, owner_absent, owner_guest.
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
    return re.sub(r"(?<=[A-ZÅÄÖ])[:'][sS]$", "", text)


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
        return _holder([p for p in people if p.role == role])
    codes = declared(name, people=people)
    if codes:
        return _one_of(codes, doubt="initials_ambiguous")
    spaced = "".join(name.replace(".", " ").split())
    if is_code(name) or re.fullmatch(r"(?:[A-ZÅÄÖ]\.? ?){2,4}", name):
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
    for text in _without_genitive(name):
        exact = _exactly(text, people=people, named_here=named_here)
        if exact is not None:
            return exact
    for text in _without_genitive(name):
        alike = _nearly(text, people=people, named_here=named_here)
        if alike is not None:
            return alike
    if _looks_full(name, words):
        return Resolution((name,), "external")
    return Resolution((), "none", "name_unknown" if name[:1].isupper() and not words.is_common(name) else None)


def _without_genitive(name: str) -> list[str]:
    return [name, re.sub(r"'?s$", "", name)] if name.endswith("s") and len(name) > 3 else [name]


def _exactly(name: str, *, people: Sequence[KnownPerson], named_here: Sequence[str]) -> Resolution | None:
    key, tokens = fold(name), name.split(" ")
    same = [p for p in people if tidy(p.name).casefold() == name.casefold()] or [p for p in people if fold(p.name) == key]
    same = same or [p for p in people if len(tokens) > 1 and fold(" ".join([*later_names(p.name), given_name(p.name)])) == key]
    if same:
        return _one_of(same, doubt="name_ambiguous")
    lettered = _first_and_letter(tokens, people, same=lambda a, b: fold(a) == fold(b)) or _letter_and_last(tokens, people)
    if lettered:
        # Two letters may be a short surname of somebody else.
        return _one_of(lettered, doubt="first_name_ambiguous", sure="spelling" if len(tokens[-1]) == 2 else None)
    given = [p for p in people if fold(given_name(p.name)) == key]
    if given:
        return _one_of(_preferred(given, named_here), doubt="first_name_ambiguous")
    if len(tokens) == 1:
        last = [p for p in people if key in (fold(word) for word in later_names(p.name)) or key == fold(" ".join(later_names(p.name)))]
        if last:
            return _one_of(_preferred(last, named_here), doubt="surname_ambiguous")
    last = [p for p in people if len(later_names(p.name)) > 1 and key == fold(" ".join(later_names(p.name)))]
    return _one_of(last, doubt="surname_ambiguous") if last else None


def _nearly(name: str, *, people: Sequence[KnownPerson], named_here: Sequence[str]) -> Resolution | None:
    key, tokens = fold(name), name.split(" ")
    near: Callable[[str, str], bool] = lambda a, b: min(len(a), len(b)) >= 4 and edit_distance(fold(a), fold(b), limit=1) <= 1  # noqa: E731
    if len(tokens) > 1:
        lettered = _first_and_letter(tokens, people, same=near)
        if lettered:
            return _one_of(lettered, doubt="first_name_ambiguous", sure="spelling")
        variants = [p for p in people if is_variant(name, p.name)]
        return _one_of(variants, doubt="name_ambiguous", sure="spelling_variant") if variants else None
    here = [p for p in people if len(name) >= 3 and _is_here(p, named_here) and edit_distance(fold(given_name(p.name)), key, limit=1) <= 1]
    if here:
        return _one_of(here, doubt="first_name_ambiguous", sure="spelling")
    halved = [p for p in people if "-" in given_name(p.name) and key in fold(given_name(p.name)).split(" ")]
    alike = [
        p for p in people if near(given_name(p.name), name) or (len(key) == 3 and re.fullmatch(f"{re.escape(key)}[a-zåäö]", fold(given_name(p.name))))
    ]
    if alike or halved:
        fits = _preferred([p for p in people if p in alike or p in halved], named_here)
        return _one_of(fits, doubt="first_name_ambiguous", sure="spelling" if alike else "nickname")
    last = [p for p in people if len(name) >= 5 and any(edit_distance(fold(word), key, limit=1) <= 1 for word in later_names(p.name))]
    return _one_of(last, doubt="surname_ambiguous", sure="spelling") if last else None


def _first_and_letter(tokens: Sequence[str], people: Sequence[KnownPerson], *, same: Callable[[str, str], bool]) -> list[KnownPerson]:
    if len(tokens) < 2 or not _TAIL.fullmatch(tokens[-1]):
        return []
    letters = fold(tokens[-1])
    found = []
    for person in people:
        parts = tidy(person.name).split(" ")
        head = len(tokens) - 1
        if (
            len(parts) > head
            and all(same(a, b) for a, b in zip(tokens[:head], parts, strict=False))
            and any(fold(p).startswith(letters) for p in parts[head:])
        ):
            found.append(person)
    # "Karin A" is Karin Andersson before it is Karin Berg Aronsson: the last name, then any later one.
    return [p for p in found if fold(later_names(p.name)[-1]).startswith(letters)] or found


def _letter_and_last(tokens: Sequence[str], people: Sequence[KnownPerson]) -> list[KnownPerson]:
    if len(tokens) < 2 or not _ONE_LETTER.fullmatch(tokens[0]):
        return []
    rest = fold(" ".join(tokens[1:]))
    return [
        p for p in people if fold(p.name).startswith(fold(tokens[0])) and rest in (fold(" ".join(later_names(p.name))), fold(p.name).split(" ")[-1])
    ]


def _preferred(fits: Sequence[KnownPerson], named_here: Sequence[str]) -> list[KnownPerson]:
    return [p for p in fits if _is_here(p, named_here)] or list(fits)


def _is_here(person: KnownPerson, named_here: Iterable[str]) -> bool:
    return any(fold(person.name) == fold(name) or is_variant(person.name, name) for name in named_here)


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
