"""Whether what minutes tell is the very thing that a task promised: its matter, its verb, who did it; and what shows that it is another thing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from functions.following_up.naming import Names
from functions.following_up.nearness import SEAMS, SENTENCE_END, Nearness, opening_of
from functions.following_up.profiles import is_doing, is_time, profile_of, telling_words
from functions.following_up.rows import Row
from functions.following_up.verbs import is_noun_of_deed, is_over, same_deed, tells_deed
from functions.following_up.words import fold, kinship, pack_words, share_owner

_KIN = 0.55
_SAME_NOUN = 0.85
_SAME_WORD = 0.95
_TELLING = 0.45  # how much the best word must tell the row from the others
_PARTLY, _HALF = 0.45, 0.5  # of what it opens with
_MUCH = 2  # words of the matter that need no more proof
_ALONE = 0.79  # one word that means no other row
_NEARLY, _NEAR, _SOME = 0.94, 0.63, 0.3  # how far an opening, or all the words, are about the row
_NOUN_AND_NUMBER = re.compile(r"([^\W\d_]{3,})\s(\d{1,3})(?![\d.,:/-]*\d)")
_YEAR = re.compile(r"(\w+\s|/)?(?<![\d-])(20\d\d)(?![\d:-])")
_CAPITAL = re.compile(r"(?<=[\w,)]\s)([A-ZÅÄÖÆØÉ][^\W\d_]{3,})")


@dataclass(frozen=True, slots=True)
class Accord:
    """How far a statement tells what a row promised.

    doer: the one who has the task is said to have done it; deed: by the task's own verb; over: by a word that ends any task; matter: how many words
    of the matter it opens with (all of its words when the doer did it); other: it seems to be of another matter; elsewhere: of another place, year
    or number; by_others: somebody who has not got the task did it; hedged: something about it is yet to come; foreign: it names things of which the
    row knows nothing; specific: a word of the matter is none that many matters have ("utkast").
    """

    doer: bool = False
    deed: bool = False
    over: bool = False
    matter: int = 0
    other: bool = False
    elsewhere: bool = False
    by_others: bool = False
    hedged: bool = False
    foreign: bool = False
    specific: bool = False

    @property
    def another(self) -> bool:
        """Whether it is of another thing."""
        return self.other or self.elsewhere

    def settles(self, words: Nearness, *, certain: bool, own_point: bool, section: bool) -> bool:
        """Whether words that tell of something over are of this row. certain: they surely say so, and not only that something happened; own_point:
        under the row's own point; section: where earlier tasks are gone through."""
        if self.another or self.by_others or self.hedged:
            return False
        at_home, opens = own_point or section, min(words.head, words.telling)
        known = self.specific or own_point or self.doer
        if known and opens >= _ALONE and (self.deed or self.over or (certain and not self.foreign)):
            return True
        if known and at_home and opens >= _NEARLY and words.near >= _NEAR and not self.foreign:
            return True
        if not self.matter or words.telling < _TELLING:
            return False
        if self.deed or self.over:
            return (known and (at_home or words.head >= _HALF)) or self.doer or self.matter >= _MUCH
        if self.matter >= _MUCH:
            return certain or (self.doer and words.near >= _SOME)
        return self.doer and at_home and words.near >= _SOME and words.head >= _HALF

    def suggests(self, words: Nearness) -> bool:
        """Whether words about something that seems another thing may yet be of this row, under whose own point they stand."""
        if self.elsewhere or self.by_others:
            return False
        return (self.doer and self.deed) or ((self.deed or self.over) and words.head >= _PARTLY)


def agree(text: str, *, row: Row, title: str | None, names: Names, doers: Iterable[str]) -> Accord:
    """How far a text tells what a row promised. title: of the point it stands under; doers: whom its sentences are about."""
    named = tuple(doers)
    doer = bool(row.owners) and share_owner(named, row.owners)
    opening = opening_of(text)
    profile = profile_of(row, names=names)
    first = _matter(SENTENCE_END.split(text)[0] if doer else opening, names=names)
    met = [word for word in first if _has(profile, word) and (is_noun_of_deed(word) or not tells_deed(row.text, word))]
    by_others = _by_others(text, row=row, names=names) or (bool(row.owners) and bool(named) and not doer)
    other = _is_other(text, opening=opening, row=row, title=title, names=names, doer=doer, met=met)
    elsewhere = _clash(_years(text), _years(row.text)) or _numbers_clash(text, row.text) or _places_clash(text, row=row, names=names)
    return Accord(
        doer=doer,
        deed=same_deed(row.text, text),
        over=is_over(text),
        matter=len(met),
        other=other,
        elsewhere=elsewhere or _modifiers_clash(text, row=row, names=names),
        by_others=by_others,
        hedged=_hedges().search(text) is not None,
        foreign=bool(_strange(text, row=row, names=names)),
        specific=any(not _is_general(word) for word in met),
    )


def _is_other(text: str, *, opening: str, row: Row, title: str | None, names: Names, doer: bool, met: list[str]) -> bool:
    if doer and not met:  # the same person, another thing
        return bool(_strange(SENTENCE_END.split(text)[0], row=row, names=names))
    words = _matter(opening, names=names)
    if doer or not words:
        return False
    if not met:
        return not SEAMS.search(text)
    said = (*telling_words(text, names=names), *telling_words(title or "", names=names))
    foreign = _strange(opening, row=row, names=names)
    unmet = [word for word in _matter(row.text, names=names) if not any(kinship(word, one) >= _KIN for one in said)]
    return bool(foreign) and bool(unmet)


def _strange(text: str, *, row: Row, names: Names) -> list[str]:
    """The words of a text that name things of which the row knows nothing."""
    profile = profile_of(row, names=names)
    return [word for word in _matter(text, names=names) if not _has(profile, word) and not tells_deed(row.text, word)]


def _matter(text: str, *, names: Names) -> tuple[str, ...]:
    """The words that name things, not deeds or days."""
    return tuple(word for word in telling_words(text, names=names) if not is_doing(word) and not is_time(word))


def _has(profile: Iterable[str], word: str) -> bool:
    return any(kinship(word, own) >= _KIN for own in profile)


def _years(text: str) -> list[str]:
    """The years that a text names by themselves, not as part of a day or of another paper's number."""
    return [year for before, year in _YEAR.findall(text) if before != "/" and not is_time(fold(before))]


def _clash(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether both name some, and none in common."""
    first, second = set(one), set(other)
    return bool(first) and bool(second) and not first & second


def _numbers_clash(text: str, own: str) -> bool:
    """Whether one and the same noun has another number here ("hiss 2", "hiss 3")."""
    small = frozenset(pack_words("following_up", "small_words"))

    def numbered(words: str) -> list[tuple[str, str]]:
        return [(fold(noun), number) for noun, number in _NOUN_AND_NUMBER.findall(words) if fold(noun) not in small and not is_time(fold(noun))]

    told = numbered(text)
    for noun, number in numbered(own):
        again = {n for other, n in told if kinship(noun, other) >= _SAME_NOUN}
        if again and number not in again:
            return True
    return False


def _places_clash(text: str, *, row: Row, names: Names) -> bool:
    """Whether both name places or bodies by a capital letter, and none in common."""
    owners = {word for owner in row.owners for word in fold(owner).split()}

    def places(words: str) -> list[str]:
        found = [fold(name) for sentence in SENTENCE_END.split(words) for name in _CAPITAL.findall(sentence)]
        return [one for one in found if not names.is_name(one) and one not in owners and not is_time(one)]

    first, second = places(text), places(row.text)
    known = fold(f"{row.text} {row.opened.title or ''}").split()
    strange = [one for one in first if not any(kinship(one, word) >= _KIN for word in known)]
    missing = [one for one in second if not any(kinship(one, word) >= _KIN for word in fold(text).split())]
    return bool(strange) and bool(missing)


def _modifiers_clash(text: str, *, row: Row, names: Names) -> bool:
    """Whether both say by one small word what a thing is about or where it is, and name different things ("vid torget", "vid kyrkan")."""
    told, own = _modifiers(text, names=names), _modifiers(row.text, names=names)
    known, said = profile_of(row, names=names), telling_words(text, names=names)
    return any(
        not any(_has(known, word) for word in told[small]) and not any(_has(said, word) for word in own[small]) for small in told.keys() & own.keys()
    )


def _modifiers(text: str, *, names: Names) -> dict[str, list[str]]:
    """The things named within two words behind each small word of place or subject."""
    found: dict[str, list[str]] = {}
    for hit in _small_words().finditer(text):
        words = [word for word in _matter(hit[2], names=names) if word.isalpha()]
        if words:
            found.setdefault(hit[1].casefold(), []).extend(words)
    return found


@lru_cache(maxsize=1)
def _small_words() -> re.Pattern[str]:
    small = "|".join(re.escape(word) for word in pack_words("following_up", "modifying"))
    return re.compile(rf"\b({small})\s+((?:\w+\s+)?[\w-]+)", re.IGNORECASE)


def _is_general(word: str) -> bool:
    """Whether a folded word names a thing that many tasks are about ("utkastet")."""
    return any(kinship(word, general) >= _SAME_WORD for general in pack_words("following_up", "general_things"))


def _by_others(text: str, *, row: Row, names: Names) -> bool:
    """Whether it is said to be done by somebody who has not got the task ("översatt av länet")."""
    for found in _agents().finditer(text):
        named = names.said_in(found[1])
        if named:
            return not share_owner(named, row.owners)
        word = fold(found[1].split()[0])
        known = fold(f"{row.text} {' '.join(row.owners)}").split()
        if not any(kinship(word, own) >= _KIN for own in known):
            return True
    return False


@lru_cache(maxsize=1)
def _agents() -> re.Pattern[str]:
    """A participle or passive and by whom."""
    by = "|".join(re.escape(word) for word in pack_words("following_up", "done_by"))
    ends = "|".join(re.escape(word) for word in pack_words("following_up", "done_endings"))
    groups = "|".join(re.escape(word) for word in pack_words("following_up", "group_endings"))
    return re.compile(rf"(?:{ends})\s(?:{by})\s([A-ZÅÄÖ]\w+(?:\s[A-ZÅÄÖ]\w+)?|\w*(?:{groups}))\b")


@lru_cache(maxsize=1)
def _hedges() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in pack_words('following_up', 'hedges'))})\b", re.IGNORECASE)
