"""Whether what minutes tell is the very thing that a task promised: its matter, its verb, who did it; and what shows that it is another thing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from functions.following_up.clashing import approves, is_a_step, is_by_others, is_elsewhere, is_their_own
from functions.following_up.hearing import only_speaks
from functions.following_up.naming import Names
from functions.following_up.nearness import SEAMS, Nearness, first_sentence, opening_of
from functions.following_up.profiles import knows, matter_words, profile_of, strange_words, telling_words
from functions.following_up.rows import Row
from functions.following_up.verbs import is_noun_of_deed, is_over, same_deed, still_promises, tells_deed
from functions.following_up.words import either, fold, kinship, pack_words, share_owner

_KIN = 0.55
_SAME_WORD = 0.95
_TELLING = 0.45  # how much the best word must tell the row from the others
_PARTLY, _HALF = 0.45, 0.5  # of what it opens with
_MUCH = 2  # words of the matter that need no more proof
_ALONE = 0.79  # one word that means no other row
_NEARLY, _FAR, _NEAR, _SOME = 0.94, 0.7, 0.63, 0.3  # how far an opening, or all the words, are about the row


_CLAUSE = re.compile(r"[,;.!](?=\s)")


@dataclass(frozen=True, slots=True)
class Accord:
    """How far a statement tells what a row promised.

    doer: the one who has the task is said to have done it; deed: by the task's own verb; over: by a word that ends any task; matter: how many words
    of the matter it opens with (all of its words when the doer did it); other: it seems to be of another matter; elsewhere: of another place, year
    or number; by_others: somebody who has not got the task did it; hedged: something about it is yet to come, or it is only spoken of;
    foreign: it names things of which the row knows nothing; specific: a word of the matter is none that many matters have ("utkast").
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
        if not (at_home or self.doer) and self.foreign and words.near < _FAR:
            return False
        known = self.specific or own_point or self.doer
        if known and opens >= _ALONE and (self.deed or self.over or (certain and not self.foreign)):
            return True
        if known and opens >= _NEARLY and ((own_point and certain) or (at_home and words.near >= _NEAR and not self.foreign)):
            return True
        if own_point and self.doer and self.deed and words.near >= _HALF:
            return True
        if not self.matter or words.telling < _TELLING:
            return False
        if self.deed or self.over:
            return (known and (at_home or words.head >= _HALF)) or self.doer or self.matter >= _MUCH
        if self.matter >= _MUCH:
            return certain or (self.doer and words.near >= _SOME and (at_home or not self.foreign))
        return self.doer and at_home and words.near >= _SOME and words.head >= _HALF

    def bears_out(self, words: Nearness, *, own_point: bool) -> bool:
        """Whether something bears out that words which match surely are of this row: its deed, its doer, an end, its point, an opening that is all
        about it, or nothing that it does not know."""
        opens = min(words.head, words.telling)
        return self.deed or self.over or self.doer or self.matter >= _MUCH or opens >= _ALONE or (own_point and opens >= _HALF) or not self.foreign

    def suggests(self, words: Nearness) -> bool:
        """Whether words about something that seems another thing may yet be of this row, under whose own point they stand."""
        if self.elsewhere or self.by_others:
            return False
        return (self.doer and self.deed) or ((self.deed or self.over) and words.head >= _PARTLY)


def agree(text: str, *, row: Row, title: str | None, names: Names, doers: Iterable[str], same_thing: bool = False) -> Accord:
    """How far a text tells what a row promised. title: of the point it stands under; doers: whom its sentences are about; same_thing: it is known to
    be of no other number and of no other object."""
    named = tuple(doers)
    doer = bool(row.owners) and share_owner(named, row.owners)
    opening = opening_of(text)
    profile = profile_of(row, names=names)
    first = matter_words(first_sentence(text) if doer else opening, names=names)
    met = [word for word in first if knows(profile, word) and (is_noun_of_deed(word) or not tells_deed(row.text, word))]
    others = bool(row.owners) and bool(named) and not doer and not approves(text)
    other = _is_other(text, opening=opening, row=row, title=title, names=names, doer=doer, met=met)
    deed = same_deed(row.text, text)
    return Accord(
        doer=doer,
        deed=deed,
        over=is_over(text),
        matter=len(met),
        other=other,
        elsewhere=is_elsewhere(text, row=row, title=title, names=names, same_thing=same_thing)
        or (not doer and is_their_own(text, row=row, names=names)),
        by_others=others or is_by_others(text, row=row, names=names),
        hedged=_is_hedged(text) or _is_under_way(text, row=row, names=names, doer=doer, deed=deed),
        foreign=bool(strange_words(text, row=row, names=names)),
        specific=any(not is_general(word) for word in met),
    )


def goes_on(text: str, *, row: Row) -> bool:
    """Whether a text that does not only name the task says by the present of its own verb that it is yet to be done, and does not call it over in
    the same clause."""
    if not still_promises(row.text, text) or fold(row.text) in fold(text):
        return False
    return not any(is_over(clause) and still_promises(row.text, clause) for clause in _CLAUSE.split(text))


def _is_under_way(text: str, *, row: Row, names: Names, doer: bool, deed: bool) -> bool:
    """Whether a text only speaks of a task, tells of a step towards it or by the present of its own verb that it is yet to be done."""
    if not deed and (only_speaks(text) or (doer and is_a_step(text, row=row, names=names))):
        return True
    return goes_on(text, row=row)


def _is_other(text: str, *, opening: str, row: Row, title: str | None, names: Names, doer: bool, met: list[str]) -> bool:
    if doer and not met:  # the same person, another thing
        return bool(strange_words(first_sentence(text), row=row, names=names))
    words = matter_words(opening, names=names)
    if doer or not words:
        return False
    if not met:
        return not SEAMS.search(text)
    said = (*telling_words(text, names=names), *telling_words(title or "", names=names))
    foreign = strange_words(opening, row=row, names=names)
    unmet = [word for word in matter_words(row.text, names=names) if not any(kinship(word, one) >= _KIN for one in said)]
    return bool(foreign) and bool(unmet)


@lru_cache(maxsize=16384)
def is_general(word: str) -> bool:
    """Whether a folded word names a thing that many tasks are about ("utkastet")."""
    return any(kinship(word, general) >= _SAME_WORD for general in pack_words("following_up", "general_things"))


@lru_cache(maxsize=4096)
def _is_hedged(text: str) -> bool:
    """Whether something that a text tells of is yet to come."""
    return _hedges("hedges").search(text) is not None or _hedges("hedges_at_once").search(_CLAUSE.split(text)[0]) is not None


@lru_cache(maxsize=2)
def _hedges(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b{either(key)}\b", re.IGNORECASE)
