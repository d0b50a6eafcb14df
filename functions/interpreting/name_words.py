"""Gives the words of a language pack about names in the shape that the lookups need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from functions.interpreting.phrases import phrase
from functions.languages import LanguagePack


@dataclass(frozen=True, slots=True, eq=False)
class NameWords:
    """The section [names] of a pack: everything in lower case but `acronyms` and `abbreviations`; `roles` gives a word's role code;
    genitive_s: whether a name takes an s of its own ("Karin Alms"); listed: what parts names in an enumeration."""

    particles: frozenset[str]
    titles: frozenset[str]
    acronyms: frozenset[str]
    abbreviations: frozenset[str]
    groups: frozenset[str]
    group_starts: frozenset[str]
    pronouns: frozenset[str]
    roles: Mapping[str, str]
    role_not_after: frozenset[str]
    role_not_before: frozenset[str]
    role_own_body: frozenset[str]
    place_before: frozenset[str]
    person_verbs: frozenset[str]
    not_names: frozenset[str]
    surname_places: frozenset[str]
    word_names: frozenset[str]
    given_names: frozenset[str]
    organisation_endings: tuple[str, ...]
    common_endings: tuple[str, ...]
    surname_endings: tuple[str, ...]
    title_endings: tuple[str, ...]
    genitive_s: bool
    listed: re.Pattern[str]

    def is_given(self, word: str) -> bool:
        """Whether a word is a common given name, or a hyphenated one that begins with one."""
        low = word.casefold()
        return low in self.given_names or ("-" in low and low.split("-", 1)[0] in self.given_names)

    def is_organisation(self, word: str) -> bool:
        """Whether a word names an organisation, a place, a thing or a matter by its ending."""
        return word.casefold().endswith(self.organisation_endings)

    def is_title(self, word: str) -> bool:
        """Whether a word before a name says what somebody is ("Skyddsombudet Malva")."""
        low = word.casefold()
        return not self.is_given(word) and (low in self.titles or low.endswith(self.title_endings))

    def is_common(self, word: str) -> bool:
        """Whether a word stands with a capital only because a sentence or a heading begins there."""
        if self.is_listed(word):
            return True
        low = word.casefold()
        if not low.endswith(self.common_endings) or self.is_given(word):
            return False
        return any(low.endswith(end) and len(low) > len(end) + 2 for end in self.common_endings)

    def is_listed(self, word: str) -> bool:
        """Whether the pack lists a word as one that is no part of a name."""
        low = word.casefold()
        return (
            low in self.not_names or low in self.titles or low in self.groups or low in self.group_starts or low in self.pronouns or low in self.roles
        )


@lru_cache
def name_words(pack: LanguagePack) -> NameWords:
    """The words of a pack. A pack without the section gives empty sets: then only what the document itself tells counts."""
    roles = {word.casefold(): code for code, found in pack.table("names", "roles").items() for word in found}

    def low(key: str) -> frozenset[str]:
        return frozenset(_folded(pack.words("names", key)))

    return NameWords(
        particles=low("particles"),
        titles=low("titles"),
        acronyms=frozenset(pack.words("names", "acronyms")),
        abbreviations=frozenset(pack.words("names", "abbreviations")),
        groups=low("groups"),
        group_starts=low("group_starts"),
        pronouns=low("pronouns"),
        roles=MappingProxyType(roles),
        role_not_after=low("role_not_after"),
        role_not_before=low("role_not_before"),
        role_own_body=low("role_own_body"),
        place_before=low("place_before"),
        person_verbs=low("person_verbs"),
        not_names=low("not_names"),
        surname_places=low("surname_places"),
        word_names=low("word_names"),
        given_names=low("given_names"),
        organisation_endings=tuple(_folded(pack.words("names", "organisation_endings"))),
        common_endings=tuple(_folded(pack.words("names", "common_endings"))),
        surname_endings=tuple(_folded(pack.words("names", "surname_endings"))),
        title_endings=tuple(_folded(pack.words("names", "title_endings"))),
        genitive_s=bool(pack.table("names").get("genitive_s")),
        listed=phrase(pack, r"\s*(?:,|/|<<grammar.and>>\b|&)\s*(?:<<grammar.and>>\s+)?", case=True),
    )


def _folded(words: Iterable[str]) -> list[str]:
    return [word.casefold() for word in words]
