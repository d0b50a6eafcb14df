"""Who has a task from now on, by what later minutes say of it."""

from __future__ import annotations

import re

from functions.following_up.naming import Names
from functions.following_up.words import any_word, pack_words

_SENTENCE = re.compile(r"[.!?]\s|:\s|\s\|\s")
_CLAUSE = re.compile(r"[.!?;,]\s|:\s|\s\|\s")
_FULL_NAME = re.compile(r"(?:^|\s)([A-ZÅÄÖÆØÉ][a-zåäöæøéü]+(?:-[A-ZÅÄÖÆØÉ][a-zåäöæøéü]+)?(?:\s[A-ZÅÄÖÆØÉ][a-zåäöæøéü-]+){1,2})\s*$")
_NAME = 4  # words that a name may take, with a role before it


def new_owner(text: str, *, names: Names) -> str | None:
    """Who takes a task over ("Bo tar över", "går från Bo till Cia", "Cia ringer i stället för Bo", "förs framöver av Cia"); None when nobody is said
    to, or nobody known. A full name before "tar över" is one even when nobody knows it."""
    before = any_word("takes_over").search(text)
    if before is not None:
        sentence = _SENTENCE.split(text[: before.start()])[-1]
        named = names.said_in(_CLAUSE.split(sentence)[-1]) or names.said_in(sentence)
        return named[-1] if named else _stranger(sentence)
    for find in (_handed_to, _handed_on, _instead_of, _by_from_now, _does_from_now):
        found = find(text, names=names)
        if found is not None:
            return found
    return None


def _stranger(words: str) -> str | None:
    """A person's full name that ends some words, be it of somebody whom no minutes have named."""
    found = _FULL_NAME.search(words)
    if found is None:
        return None
    parts = found[1].casefold().split()
    body = any(part in pack_words("following_up", "no_names") or part.endswith(pack_words("following_up", "group_endings")) for part in parts)
    return None if body else found[1]


def _handed_to(text: str, *, names: Names) -> str | None:
    after = any_word("handed_to").search(text)
    return _first(text[after.end() :], names=names) if after is not None else None


def _handed_on(text: str, *, names: Names) -> str | None:
    """Whom something goes to from somebody ("Ansvaret går från Isak till Gun")."""
    for source in any_word("handed_from").finditer(text):
        goal = any_word("handed_on").search(text, source.end())
        if goal is not None and len(text[source.end() : goal.start()].split()) <= _NAME and names.said_in(text[source.end() : goal.start()]):
            return _first(text[goal.end() :], names=names)
    return None


def _instead_of(text: str, *, names: Names) -> str | None:
    """Who does it in somebody's place."""
    for found in any_word("in_place_of").finditer(text):
        clause = _CLAUSE.split(text[: found.start()])[-1]
        named = names.said_in(clause)
        if len(named) == 1 and _first(text[found.end() :], names=names) not in (None, named[0]):
            return named[0]
    return None


def _by_from_now(text: str, *, names: Names) -> str | None:
    """By whom it is done from now on."""
    for clause in _CLAUSE.split(text):
        by = any_word("done_by").search(clause)
        if by is not None and any_word("from_now_on").search(clause):
            return _first(clause[by.end() :], names=names)
    return None


def _does_from_now(text: str, *, names: Names) -> str | None:
    """Who does it from now on or instead, where a clause opens with that one name and its verb."""
    for clause in _CLAUSE.split(text):
        named = _doer(clause, names=names) if any_word("from_now_on").search(clause) else None
        if named is not None:
            return named
    return None


def does_it_now(text: str, *, names: Names) -> str | None:
    """The one person who by the last sentence of what remains does it ("Följde inte med. Emil letar och skickar"); None where it only tells of
    somebody who thinks, greets or waits."""
    sentences = [one for one in re.split(r"(?<=[.!?])\s+|\s\|\s|:\s", text) if one.strip()]
    return _doer(sentences[-1], names=names) if sentences else None


def _doer(text: str, *, names: Names) -> str | None:
    words = re.findall(r"[\w-]+", text)
    verb = next((word for word in words if word[0].islower()), "")
    named = names.said_in(" ".join(words[: words.index(verb)])) if verb else ()
    doing = verb.endswith(pack_words("following_up", "doing_now")) and verb not in pack_words("following_up", "tells_only")
    return named[0] if doing and len(named) == 1 and names.said_in(text) == named else None


def _first(text: str, *, names: Names) -> str | None:
    named = names.said_in(" ".join(text.split()[:_NAME]))
    return named[0] if named else None
