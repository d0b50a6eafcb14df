"""What shows that minutes tell of another thing than a task: another place, year, number or holder, or somebody else who did it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile
from typing import cast

from functions.following_up.naming import Names
from functions.following_up.nearness import SEAMS, SENTENCE_END, opening_of, report_of
from functions.following_up.profiles import is_time, knows, matter_words, profile_of, telling_words
from functions.following_up.rows import Row
from functions.following_up.verbs import deed_among, promises, tells_deed, tells_past
from functions.following_up.words import either, fold, kinship, pack_words, share_owner
from functions.languages.pack import available, load

_KIN = 0.55
_SAME_NOUN = 0.85
_NOUN_AND_NUMBER = re.compile(r"([^\W\d_]{3,})\s(\d{1,3}|[A-HJ-Z](?!\w|[.:]\w))(?![\d.,:/-]*\d)")
_WORD_OR_STOP = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]|\d+")
_YEAR = re.compile(r"(\w+\s|/)?(?<![\d-])(20\d\d)(?![\d:-])")
# A definite genitive, or a name's, before another word.
_HOLDER = re.compile(r"\b([A-ZÅÄÖÆØ][^\W\d_]{2,}s|[^\W\d_]{3,}(?:ens|ets|nas|rnas|erns))\s+(?:[^\W\d_]+)")
_CAPITAL = re.compile(r"(?<=[\w,)]\s)([A-ZÅÄÖÆØÉ][^\W\d_]{3,})")


def is_elsewhere(text: str, *, row: Row, title: str | None, names: Names, same_thing: bool = False) -> bool:
    """Whether a text names another year, number, place, subject or holder than the task. title: of the point it stands under; same_thing: it is known
    to be of no other number and of no other object."""
    if not same_thing and (is_of_another_number(text, row=row) or is_of_another_object(text, row=row, names=names)):
        return True
    if _places_clash(text, row=row, names=names) or _modifiers_clash(text, row=row, names=names):
        return True
    return _holders_clash(text, row=row, title=title or "", names=names)


def is_of_another_number(text: str, *, row: Row) -> bool:
    """Whether a text names another year or month than the task, or the same thing by another number ("rapport 2", "från mars", "hus B")."""
    return _clash(_years(text), _years(row.text)) or _clash(_times_of(text), _times_of(row.text)) or _numbers_clash(text, row.text)


def is_of_another_object(text: str, *, row: Row, names: Names) -> bool:
    """Whether a text tells the very deed of a task of another thing ("köper skrivare", "har köpt tavlor")."""
    own = own_objects(row, names=names)
    told = _objects(text, names=names, verb=deed_among(row.text, _words_and_stops(text)[1])) if own else ()
    if not own or not told:
        return False
    known, said = profile_of(row, names=names), telling_words(text, names=names)
    return not any(knows(known, word) for word in told) and not any(knows(said, word) for word in own)


def own_objects(row: Row, *, names: Names) -> tuple[str, ...]:
    """The folded words for things right behind the verb of a task."""
    known = row.memo.get("objects")
    if known is None or known[0] is not names:
        verb = next((place for place, word in enumerate(_words_and_stops(row.text)[1]) if promises(row.text, word)), None)
        known = row.memo["objects"] = (names, _objects(row.text, names=names, verb=verb))
    return cast(tuple[str, ...], known[1])


def has_another_head(text: str, *, row: Row, names: Names) -> bool:
    """Whether a text tells the very deed of a task, and of a thing that is neither its own nor named so ("gamla länkar" for "gamla dokument")."""
    words = _words_and_stops(text)[1]
    verb = deed_among(row.text, words)
    if verb is None or not tells_past(row.text, words[verb]):  # "Bos begäran lämnades in"
        return False
    own, told = own_objects(row, names=names), _objects(text, names=names, verb=verb)
    if not own or not told or is_time(told[-1]):
        return False
    return not any(kinship(word, own[-1]) >= _KIN for word in telling_words(text, names=names))


def _objects(text: str, *, names: Names, verb: int | None) -> tuple[str, ...]:
    """The words for things right behind the verb at a place, before any small word."""
    if verb is None:
        return ()
    words, _ = _words_and_stops(text)
    ends = frozenset(pack_words("following_up", "ends_objects"))
    behind = takewhile(lambda word: word[0].isalpha() and word.casefold() not in ends, words[verb + 1 :])
    found = telling_words(" ".join(behind), names=names)
    return tuple(word for word in found if not is_time(word) and word not in pack_words("following_up", "naming_nothing"))


@lru_cache(maxsize=4096)
def _words_and_stops(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words and marks of a text, as they stand and folded."""
    words = tuple(_WORD_OR_STOP.findall(text))
    return words, tuple(word.casefold() for word in words)


def is_their_own(text: str, *, row: Row, names: Names) -> bool:
    """Whether what a text tells is of somebody's own, who is no owner of the task ("Skolan har inventerat sina kylskåp")."""
    if not _tells_own(text) or _tells_own(row.text) or share_owner(names.said_in(text), row.owners):
        return False
    return not any(f" {fold(owner)} " in f" {fold(text)} " for owner in row.owners)


@lru_cache(maxsize=4096)
def approves(text: str) -> bool:
    """Whether a text tells that somebody approved a thing, by which their task is none of it ("signerades av Eva")."""
    return _approval().search(text) is not None


def _holders_clash(text: str, *, row: Row, title: str, names: Names) -> bool:
    """Whether a text opens with a thing of somebody of whom the task knows nothing ("Orrbys rutin", "dataskyddsombudets PM")."""
    holders = _holders(text)
    own = fold(f"{row.text} {row.opened.title or ''} {title} {' '.join(row.owners)}").split() if holders else ()
    for holder in holders:
        word = fold(holder)
        bare = word.removesuffix("s")
        time = is_time(word) or is_time(bare) or bare in pack_words("following_up", "holding_times")
        if not (time or names.is_name(word) or any(kinship(bare, one) >= _KIN or kinship(word, one) >= _KIN for one in own)):
            return True
    return False


@lru_cache(maxsize=4096)
def _holders(text: str) -> tuple[str, ...]:
    """Of whom the things are that a text opens with, as written."""
    return tuple(_HOLDER.findall(" | ".join(map(opening_of, SEAMS.split(text)))))


@lru_cache(maxsize=16384)
def _tells_own(text: str) -> bool:
    return _owns().search(text) is not None


@lru_cache(maxsize=1)
def _owns() -> re.Pattern[str]:
    return re.compile(rf"\b{either('reflexives')}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _approval() -> re.Pattern[str]:
    return re.compile(rf"\b{either('approving')}", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _years(text: str) -> tuple[str, ...]:
    """The years that a text names by themselves, not as part of a day or of another paper's number."""
    return tuple(year for before, year in _YEAR.findall(text) if before != "/" and not is_time(fold(before)))


@lru_cache(maxsize=4096)
def _times_of(text: str) -> tuple[str, ...]:
    """The months that a text says things are of ("remisserna från mars")."""
    return tuple(fold(month) for month in _of_months().findall(text))


@lru_cache(maxsize=1)
def _of_months() -> re.Pattern[str]:
    months = "|".join(sorted({month for code in available() for month in load(code).table("dates", "months")}, key=len, reverse=True))
    return re.compile(rf"\b{either('of_time')}\s({months})\b", re.IGNORECASE)


def _clash(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether both name some, and none in common."""
    first, second = set(one), set(other)
    return bool(first) and bool(second) and not first & second


def _numbers_clash(text: str, own: str) -> bool:
    """Whether one and the same noun has another number here ("hiss 2", "hiss 3")."""
    told = _numbered(text)
    for noun, number in _numbered(own) if told else ():
        again = {n for other, n in told if kinship(noun, other) >= _SAME_NOUN}
        if again and number not in again:
            return True
    return False


@lru_cache(maxsize=4096)
def _numbered(text: str) -> tuple[tuple[str, str], ...]:
    """The nouns that a text names by a number, folded, with it."""
    small = frozenset(pack_words("following_up", "small_words"))
    pairs = ((fold(noun), number) for noun, number in _NOUN_AND_NUMBER.findall(text))
    return tuple((noun, number) for noun, number in pairs if noun not in small and not is_time(noun))


def _places_clash(text: str, *, row: Row, names: Names) -> bool:
    """Whether both name places or bodies by a capital letter, and none in common."""
    if not _capitals(text) or not _capitals(row.text):
        return False
    owners = {word for owner in row.owners for word in fold(owner).split()}

    def places(words: str) -> list[str]:
        return [one for one in _capitals(words) if not names.is_name(one) and one not in owners and not is_time(one)]

    first, second = places(text), places(row.text)
    known = fold(f"{row.text} {row.opened.title or ''}").split()
    strange = [one for one in first if not any(kinship(one, word) >= _KIN for word in known)]
    missing = [one for one in second if not any(kinship(one, word) >= _KIN for word in fold(text).split())]
    return bool(strange) and bool(missing)


@lru_cache(maxsize=16384)
def _capitals(text: str) -> tuple[str, ...]:
    """The folded words that a text writes with a capital within its sentences."""
    return tuple(fold(name) for sentence in SENTENCE_END.split(text) for name in _CAPITAL.findall(sentence))


def _modifiers_clash(text: str, *, row: Row, names: Names) -> bool:
    """Whether both say by one small word what a thing is about or where it is, and name different things ("vid torget", "vid kyrkan")."""
    told, own = _modifiers(text, names=names), _modifiers(row.text, names=names)
    known, said = profile_of(row, names=names), telling_words(text, names=names)
    return any(
        not any(knows(known, word) for word in told[small]) and not any(knows(said, word) for word in own[small])
        for small in told.keys() & own.keys()
    )


def _modifiers(text: str, *, names: Names) -> dict[str, list[str]]:
    """The things named within two words behind each small word of place or subject."""
    found: dict[str, list[str]] = {}
    for small, behind in _behind_small_words(text):
        words = [word for word in matter_words(behind, names=names) if word.isalpha()]
        if words:
            found.setdefault(small, []).extend(words)
    return found


@lru_cache(maxsize=16384)
def _behind_small_words(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((hit[1].casefold(), hit[2]) for hit in _small_words().finditer(text))


@lru_cache(maxsize=1)
def _small_words() -> re.Pattern[str]:
    return re.compile(rf"\b({either('modifying')})\s+((?:\w+\s+)?[\w-]+)", re.IGNORECASE)


def is_by_others(text: str, *, row: Row, names: Names) -> bool:
    """Whether it is said to be done by somebody who has not got the task ("översatt av länet"), and not only approved by them."""
    if acts_themselves(text, row=row, names=names):
        return True
    for told, agent in _by_whom(text):
        named = names.said_in(agent)
        if approves(told):
            continue
        if named:
            return not share_owner(named, row.owners)
        word = fold(agent.split()[0])
        known = fold(f"{row.text} {' '.join(row.owners)}").split()
        if not any(kinship(word, own) >= _KIN for own in known):
            return True
    return False


def is_a_step(text: str, *, row: Row, names: Names) -> bool:
    """Whether by its first sentence somebody has done another deed than the task's to a thing of which the task knows nothing, on the way to it
    ("Bo har fått en offert på två kameror")."""
    found = _actors().match(SENTENCE_END.split(text)[0])
    if found is None or tells_deed(row.text, fold(found[2])):
        return False
    words, _ = _words_and_stops(text[found.end() :])
    ends = frozenset(pack_words("following_up", "ends_objects"))
    behind = takewhile(lambda word: word[0].isalpha() and word.casefold() not in ends, words)
    things = [word for word in telling_words(" ".join(behind), names=names) if not is_time(word)]
    known = profile_of(row, names=names)
    return bool(things) and not any(knows(known, word) for word in things)


def acts_themselves(text: str, *, row: Row, names: Names) -> bool:
    """Whether a sentence's subject, of which the task knows nothing, is said to have done its deed ("Hudkliniken har testat videobesök")."""
    for actor, verb in _who_acted(text) if row.owners else ():
        if not tells_past(row.text, verb) or verb.endswith("s"):
            continue
        subject = fold(actor)
        words = subject.split()
        if _is_of_theirs(actor, names=names):
            return True
        if subject in pack_words("following_up", "of_our_own") or names.said_in(actor) or any(names.is_name(word) for word in words):
            continue
        if not any(kinship(words[-1], own) >= _KIN for own in _promising(row, names=names)):
            return True
    return False


def _promising(row: Row, *, names: Names) -> list[str]:
    """The folded words of a row that may name who promised it: all of them, but of a person's task only what stands before its verb."""
    owners, words = fold(" ".join(row.owners)).split(), fold(row.text).split()
    if not all(names.said_in(owner) for owner in row.owners):
        return [*words, *fold(row.opened.title or "").split(), *owners]
    verb = max((place for place, word in enumerate(words) if promises(row.text, word)), default=len(words))
    return [*words[:verb], *owners]


def _is_of_theirs(actor: str, *, names: Names) -> bool:
    """Whether somebody of one who is named acts, not they themselves ("Noras kollega")."""
    first, *rest = actor.split()
    return bool(rest) and rest[0][0].islower() and rest[0].endswith(pack_words("following_up", "fellows")) and bool(names.said_in(first))


@lru_cache(maxsize=4096)
def _who_acted(text: str) -> tuple[tuple[str, str], ...]:
    """Who opens each sentence that says that somebody has done something, as written, and the folded verb."""
    return tuple(
        (found[1], fold(found[2])) for one in SENTENCE_END.split(text) if (found := _actors().match(one.removeprefix(report_of(one)))) is not None
    )


@lru_cache(maxsize=1)
def _actors() -> re.Pattern[str]:
    """Up to five words, and the verb by which they have done something."""
    have, since = either("have", section="follow_ups"), either("since", section="follow_ups")
    return re.compile(rf"(\w[\w-]*(?:\s\w[\w-]*){{0,4}}?)\s(?:{have}\s)(?:{since}\s)?(\w+)")


@lru_cache(maxsize=4096)
def _by_whom(text: str) -> tuple[tuple[str, str], ...]:
    """What a text says was done by somebody, as written, and by whom."""
    return tuple((found[0], found[1]) for found in _agents().finditer(text))


@lru_cache(maxsize=1)
def _agents() -> re.Pattern[str]:
    """A participle or passive and by whom."""
    whom = rf"[A-ZÅÄÖ]\w+(?:\s[A-ZÅÄÖ]\w+)?|\w*{either('group_endings')}"
    return re.compile(rf"\w*{either('done_endings')}\s{either('done_by')}\s({whom})\b")
