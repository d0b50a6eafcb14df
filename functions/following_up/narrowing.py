"""What minutes tell done that is less than a task, or beside it: its first part, some of its places, another goal, another deed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from functions.following_up.agreeing import is_general
from functions.following_up.clashing import acts_themselves, has_another_head
from functions.following_up.kinds import keeping_kinds, last_kinds, told_deeds
from functions.following_up.matching import Statement
from functions.following_up.naming import Names
from functions.following_up.profiles import knows, matter_words, profile_of, telling_words
from functions.following_up.repeating import is_about
from functions.following_up.rows import Row
from functions.following_up.straying import unknown_things
from functions.following_up.verbs import is_over, same_deed, tells_past
from functions.following_up.words import alternatives, any_word, either, fold, kinship, pack_words, several, share_owner

_KIN = 0.55
_OWN = 0.6  # as near as two compounds are that share more than their beginning
_OF_OTHERS = frozenset({"contact", "invite"})
"""Kinds of deeds that are done to somebody."""
_OF_MATERIAL = frozenset({"look", "make"})
"""Kinds of deeds for which something must be had first."""


def tells_a_part(text: str, *, row: Row, names: Names) -> bool:
    """Whether a text tells only of the first of what a task names ("den första dagen"), or of some places of all ("klart på Eken och Alen")."""
    if any_word("all_of_them").search(text) is not None:
        return False
    if _of_some().search(text) is not None and _of_some().search(row.text) is None:
        return True
    return _tells_of_first(text, row=row, names=names) or _names_some_places(text, row=row, names=names)


def is_another_deed(text: str, *, row: Row, names: Names) -> bool:
    """Whether what a text tells was done for others than the task was for, by somebody whom it only was for, or is no deed by which it is kept."""
    if acts_themselves(text, row=row, names=names) or _is_for_others(text, row=row, names=names):
        return True
    if has_another_head(text, row=row, names=names):
        return True
    if same_deed(row.text, text) or is_over(text):
        return False
    kinds = {kind for one in told_deeds(text) for kind in one.kinds}
    if not kinds and last_kinds(row.text) & _OF_MATERIAL and _gets().search(text) is not None:
        return True
    found = _only_result().search(text) if not kinds & keeping_kinds(row.text) else None
    if found is None or fold(found[1]) in pack_words("following_up", "sent"):
        return False
    return not any(kinship(fold(found[1]), word) >= _KIN for word in fold(row.text).split())


def answers_another(statement: Statement, *, row: Row, names: Names) -> bool:
    """Whether words tell of others than whom a task invites, or, away from its point, of another matter than what it asks them about; what the one
    who has it did is no such thing."""
    text, kinds = statement.text, last_kinds(row.text)
    if not kinds & _OF_OTHERS or share_owner(names.said_in(text), row.owners) or statement.section:
        return False
    said = telling_words(text, names=names)
    if "invite" in kinds:
        return not _names_any(said, matter_words(row.text, names=names))
    asked = _asked_about().search(row.text)
    about = matter_words(asked[1], names=names) if asked is not None else ()
    return bool(about) and not is_about(statement.title or "", row=row) and not _names_any(said, about)


def _names_any(said: Iterable[str], own: Collection[str]) -> bool:
    return any(kinship(word, one) >= _OWN for word in said for one in own)


def arrives_later(text: str, *, row: Row) -> bool:
    """Whether a thing that is to be had is told ordered, and to come later ("är beställd, leverans i juni"), where ordering it is not the task."""
    if "order" not in last_kinds(row.text) or any_word("arrives_later").search(text) is None:
        return False
    return not any(tells_past(row.text, verb) for told in told_deeds(text) for verb in told.verbs)


def is_about_more(text: str, *, row: Row, names: Names) -> bool:
    """Whether a text says right behind the task's thing what it is about, and that is something of which the task knows nothing ("årsrapporten för
    stiftelsen")."""
    own = matter_words(row.text, names=names)
    return any(
        knows(own, fold(thing)) and unknown_things(f"{small} {behind}", row=row, names=names) for thing, small, behind in _said_about().findall(text)
    )


def _tells_of_first(text: str, *, row: Row, names: Names) -> bool:
    if any_word("first_of").search(row.text) is not None:
        return False
    own = matter_words(row.text, names=names)
    return any(knows(own, fold(word)) for word in _first().findall(text))


def _names_some_places(text: str, *, row: Row, names: Names) -> bool:
    """Whether a task that is for all of something is told done in places that it does not name."""
    if any_word("all_of_them").search(row.text) is None:
        return False
    known = profile_of(row, names=names)
    found = [fold(word) for places in _places().findall(text) for word in re.findall(r"[\w-]{3,}", places) if word[0].isupper()]
    return any(not names.is_name(word) and not knows(known, word) for word in found)


def _is_for_others(text: str, *, row: Row, names: Names) -> bool:
    """Whether both name by the same small word for whom it is, and nobody in common."""
    own = [word for goal in _goals(row.text) for word in matter_words(goal, names=names) if not is_general(word)]
    told = [word for goal in _goals(text) for word in unknown_things(goal, row=row, names=names)]
    said = matter_words(text, names=names)
    return bool(own) and bool(told) and not any(knows(said, word) for word in own)


@lru_cache(maxsize=4096)
def _goals(text: str) -> tuple[str, ...]:
    """What stands within two words behind each small word that tells for whom something is."""
    return tuple(_for_whom().findall(text))


@lru_cache(maxsize=1)
def _for_whom() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either('for_whom')}\s((?:[^\W\d][\w-]*\s)?[^\W\d][\w-]*)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _of_some() -> re.Pattern[str]:
    """Some of a number ("på de två nedersta planen")."""
    return re.compile(rf"(?<!\w){either('at_places')}\s{either('attributes')}\s(?:{alternatives(several())})\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _first() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either('first_of')}\s([\w-]+)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _said_about() -> re.Pattern[str]:
    """A thing, and what it is about right behind it."""
    return re.compile(rf"([\w-]+)\s({either('tells_of_what')})\s((?:[\w-]+\s)?[\w-]+)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _places() -> re.Pattern[str]:
    """Names behind a small word of place ("på Eken och Alen")."""
    name = r"[A-ZÅÄÖÆØÉ][\w-]+"
    return re.compile(rf"(?<!\w)(?i:{either('at_places')})\s({name}(?:(?:,|\s(?i:{either('and_words')}))\s{name})*)")


@lru_cache(maxsize=1)
def _gets() -> re.Pattern[str]:
    return re.compile(rf"^[^.;,:]*\s{either('gets')}\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _only_result() -> re.Pattern[str]:
    """One sentence that says of a thing what it has become, and no more ("Skyltarna är tryckta.")."""
    return re.compile(rf"^[^.;,:]*\s{either('became', section='follow_ups')}\s([\w-]+)\.?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _asked_about() -> re.Pattern[str]:
    """What a task asks somebody about."""
    return re.compile(rf"(?<!\w){either('asks_about')}\s([^.;]+)", re.IGNORECASE)
