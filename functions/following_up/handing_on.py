"""Who has a task from now on, by what later minutes say of it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from functions.following_up.naming import Names
from functions.following_up.words import any_word, either, pack_words

HANDING = frozenset({"send", "inform", "present"})
"""Deeds by which things are handed over."""

_SENTENCE = re.compile(r"[.!?]\s|:\s|\s\|\s")
_CLAUSE = re.compile(r"[.!?;,]\s|:\s|\s\|\s")
_FULL_NAME = re.compile(r"(?:^|\s)([A-ZÅÄÖÆØÉ][a-zåäöæøéü]+(?:-[A-ZÅÄÖÆØÉ][a-zåäöæøéü]+)?(?:\s[A-ZÅÄÖÆØÉ][a-zåäöæøéü-]+){1,2})\s*$")
_NAMED_FIRST = re.compile(_FULL_NAME.pattern.removeprefix(r"(?:^|\s)").removesuffix(r"\s*$"))
SEAM = re.compile(r":\s|\s\|\s")
_NAME = 4  # words that a name may take, with a role before it
_OFFICE = 6  # words that an office may take ("arbetsgruppen för vårdlotsar")


def new_owner(text: str, *, names: Names) -> str | None:
    """Who takes a task over ("Bo tar över", "går från Bo till Cia", "Cia ringer i stället för Bo", "förs framöver av Cia"); None when nobody is said
    to, or nobody known. A full name before "tar över" is one even when nobody knows it."""
    before = any_word("takes_over").search(text)
    if before is not None and not _takes_a_role(text[before.end() :]):
        sentence = _SENTENCE.split(text[: before.start()])[-1]
        named = names.said_in(_CLAUSE.split(sentence)[-1]) or names.said_in(sentence)
        return named[-1] if named else _stranger(sentence) or _meant_by(sentence, before=text[: before.start() - len(sentence)], names=names)
    for find in (_handed_to, _handed_on, _instead_of, _by_from_now, _does_from_now, _rather_than, _while_one_cannot, _left_to):
        found = find(text, names=names)
        if found is not None:
            return found
    return None


def _takes_a_role(rest: str) -> bool:
    """Whether what is taken over is somebody's role, and no task ("tar över efter Bo som kontaktperson")."""
    sentence = _SENTENCE.split(rest)[0]
    role = any_word("as_role").search(sentence)
    return role is not None and any_word("no_role").match(sentence[role.end() :].strip()) is None


def office_with_it(text: str) -> str | None:
    """The office or group that a task goes to ("kansliet tar över efter Bo", "övergår till arbetsgruppen för vårdlotsar"), as written; None when none
    is said to."""
    before = any_word("takes_over").search(text)
    if before is not None and not _takes_a_role(text[before.end() :]):
        clause = _CLAUSE.split(_SENTENCE.split(text[: before.start()])[-1])[-1]
        return _office(clause, last=True)
    after = any_word("task_handed_to").search(text)
    return _office(text[after.end() :], last=False) if after is not None else None


def _office(words: str, *, last: bool) -> str | None:
    """The office that opens some words, or, last, ends them."""
    given = re.split(r"[.!?;,|]", words)[0].split() if not last else words.split()
    places = [place for place, word in enumerate(given) if word.casefold().endswith(pack_words("following_up", "offices"))]
    place = next((place for place in places if place == 0), None) if not last else next(iter(reversed(places)), None)
    if place is None:
        return None
    rest = given[place + 1 :]
    of_what = bool(rest) and rest[0].casefold() in pack_words("following_up", "of_what")
    if rest and (not of_what or len(rest) > _OFFICE):
        return None if last else given[place]
    return " ".join(given[place:])


def _stranger(words: str) -> str | None:
    """A person's full name that ends some words, be it of somebody whom no minutes have named."""
    found = _FULL_NAME.search(words)
    if found is None:
        return None
    parts = found[1].casefold().split()
    body = any(part in pack_words("following_up", "no_names") or part.endswith(pack_words("following_up", "group_endings")) for part in parts)
    return None if body else found[1]


def _meant_by(sentence: str, *, before: str, names: Names) -> str | None:
    """Whom "hon" or "han" that opens a sentence means: the only one named in the sentence before; nobody where two are."""
    if any_word("pronouns").match(sentence.strip()) is None:
        return None
    told = [one for one in re.split(r"(?<=[.!?])\s+", before) if one.strip()]
    named = names.said_in(told[-1]) if told else ()
    return named[0] if len(named) == 1 else None


def _handed_to(text: str, *, names: Names) -> str | None:
    after = any_word("handed_to").search(text)
    if after is None:
        return None
    rest = text[after.end() :].strip()
    is_now = any_word("is_now").search(_SENTENCE.split(rest)[0])  # "ny ansvarig för enkäten är Bo"
    if is_now is not None and not _first(rest, names=names):
        return _first(rest[is_now.end() :], names=names)
    opens = _NAMED_FIRST.match(rest) if any_word("task_handed_to").fullmatch(after[0]) else None
    return _first(rest, names=names) or (_stranger(opens[0]) if opens is not None else None)


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
        if len(named) == 1 and not _takes_a_role(text[found.end() :]) and _first(text[found.end() :], names=names) not in (None, named[0]):
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
    for clause in _beside().split(text):
        now = any_word("from_now_on").search(clause)
        named = _doer(clause[: now.start()] + clause[now.end() :], names=names) if now is not None else None
        if named is not None:
            return named
    return None


def _while_one_cannot(text: str, *, names: Names) -> str | None:
    """Who does it where another clause of the sentence says that somebody else cannot ("Cia tar det, Bo avböjer", "Bo har ingen tid, Cia ringer")."""
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        clauses = [_without_lead(one) for one in _beside().split(sentence)]
        left = {name for one in clauses if any_word("cannot").search(one) for name in names.said_in(" ".join(one.split()[:_NAME]))}
        doing = [named for one in clauses if left and (named := _doer(one, names=names)) is not None and named not in left]
        if len(set(doing)) == 1:
            return doing[0]
    return None


def _left_to(text: str, *, names: Names) -> str | None:
    """To whom one who cannot do it has left it ("Bo slutar och har lämnat över listan till Cia")."""
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        if any_word("cannot").search(sentence) is not None:
            gives = any_word("hands_over").search(sentence) or any_word("gives").search(sentence)
            to = any_word("handed_on").search(sentence, gives.end()) if gives is not None else None
            given = _first(sentence[to.end() :], names=names) if to is not None else None
            if given is not None and gives is not None and names.said_in(sentence[: gives.start()]) not in ((), (given,)):
                return given
    return None


def _rather_than(text: str, *, names: Names) -> str | None:
    """By whom it is done, and not by somebody else ("görs av Bo, inte av Cia", "… och inte av Cia")."""
    for clause, after in pairwise(_clauses().split(text)):
        by, denied = any_word("done_by").search(clause), any_word("not_so").match(after.strip())
        if by is not None and denied is not None and any_word("done_by").search(after) is not None and names.said_in(after):
            return _first(clause[by.end() :], names=names)
    return None


def _without_lead(clause: str) -> str:
    return re.sub(rf"^(?:{either('therefore', 'because')})\s", "", clause.strip(), flags=re.IGNORECASE)


def handed_over(text: str, *, names: Names) -> str | None:
    """To whom a thing is handed over by one who is named ("Bo lämnar över registret till Cia")."""
    gives = any_word("hands_over").search(text)
    if gives is None or not names.said_in(text[: gives.start()]):
        return None
    to = any_word("handed_on").search(_SENTENCE.split(text[gives.end() :])[0])
    return _first(text[gives.end() + to.end() :], names=names) if to is not None else None


@lru_cache(maxsize=1)
def _clauses() -> re.Pattern[str]:
    """Where another clause begins, or something that is joined by "och"."""
    return re.compile(rf"{_CLAUSE.pattern}|\s{either('and_words')}\s")


@lru_cache(maxsize=1)
def _beside() -> re.Pattern[str]:
    """Where another clause begins, or another person ("och Bo")."""
    return re.compile(rf"{_CLAUSE.pattern}|\s{either('and_words')}\s(?=[A-ZÅÄÖÆØÉ])")


def does_it_now(text: str, *, names: Names) -> str | None:
    """The one person who by the last sentence of what remains does it ("Följde inte med. Emil letar och skickar"); None where it only tells of
    somebody who thinks, greets or waits."""
    sentences = [one for one in re.split(r"(?<=[.!?])\s+|\s\|\s|:\s", text) if one.strip()]
    if not sentences:
        return None
    leaving, comma, rest = sentences[-1].rpartition(", ")
    if comma and any_word("cannot").search(leaving):  # "Vera hinner inte, Willy räknar"
        return _doer(_without_lead(rest), names=names)
    return _doer(sentences[-1], names=names)


def _doer(text: str, *, names: Names) -> str | None:
    words = re.findall(r"[\w-]+", text)
    verb = next((word for word in words if word[0].islower()), "")
    named = names.said_in(" ".join(words[: words.index(verb)])) if verb else ()
    doing = verb.endswith(pack_words("following_up", "doing_now")) and verb not in pack_words("following_up", "tells_only")
    return named[0] if doing and len(named) == 1 and names.said_in(text) == named else None


def _first(text: str, *, names: Names) -> str | None:
    named = names.said_in(" ".join(text.split()[:_NAME]))
    return named[0] if named else None
