"""Whether minutes tell a deed of another thing than a task's, by what stands where its own thing would; or only a step towards the deed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from functions.following_up.agreeing import is_general
from functions.following_up.kinds import keeping_kinds, tells_kind, told_deeds
from functions.following_up.matching import Statement
from functions.following_up.naming import Names
from functions.following_up.nearness import SEAMS, SENTENCE_END, opening_of, report_of
from functions.following_up.profiles import is_time, knows, matter_words
from functions.following_up.repeating import is_about, means_business_as_usual
from functions.following_up.rows import Row
from functions.following_up.verbs import bare_of, is_noun_of_deed, is_over, promised_verbs, tells_deed, tells_past
from functions.following_up.words import alternatives, any_word, either, fold, kinship, pack_words, several

_SAME = 0.85  # a word that means the same thing; one that only begins alike says less
_BEGUN = 4  # letters of a beginning that two compounds share
_TAIL = 5  # letters of the other part of each
_ENDING = 2  # letters that an ending may take
_NAME = 3  # words of a name
_HELPED = 4  # words from "har" to what was done
_SHORTER = 4  # letters fewer make it another word
_CAPITAL = re.compile(r"(?:^|(?<=\w\s))[A-ZÅÄÖÆØÉ][\w-]+")
_SOONER = frozenset({"book", "order", "apply"})
"""Kinds of deeds that are done on the way to others."""


def is_a_step(text: str, *, cell: str, row: Row, names: Names) -> bool:
    """Whether a text tells only what is done on the way to a task's deed: a draft, what is out for comments, what was booked or ordered for it."""
    if any_word("on_the_way").search(row.text) is None and any_word("is_a_proposal").search(row.text) is None:
        own = matter_words(row.text, names=names)
        for sentence in [cell] if cell else SENTENCE_END.split(text):
            if any_word("on_the_way").search(sentence) and (cell or any(knows(own, word) for word in matter_words(sentence, names=names))):
                return True
    told, keeping = told_deeds(text), keeping_kinds(row.text)
    kinds = frozenset(kind for one in told for kind in one.kinds)
    own_verb = any(tells_past(row.text, verb) for one in told for verb in one.verbs)
    return bool(kinds and keeping) and kinds <= _SOONER and not own_verb and not kinds & keeping


def is_of_another_thing(statement: Statement, *, row: Row, names: Names) -> bool:
    """Whether every sentence that tells something names, where the task's own thing would stand, a thing of which the task knows nothing, and nowhere
    all the things that the task names."""
    text = statement.text
    if _concludes(text) or not _leaves_out(statement, row=row, names=names):
        return False
    label, *rest = SEAMS.split(text)
    if rest:
        if unknown_things(label, row=row, names=names):
            return True
        behind = [_behind_actor(sentence, names=names) for sentence in SENTENCE_END.split(rest[-1])]
        told = [_cut(slot) for slot in behind if slot is not None]
        return bool(told) and all(unknown_things(slot, row=row, names=names) for slot in told)
    first, *others = SENTENCE_END.split(text)
    sentences = [first, *(other for other in others if told_deeds(other) or is_over(other))]
    slots = [_slot_of(sentence, names=names) for sentence in sentences]
    found = [unknown_things(slot, row=row, names=names) for slot in slots if matter_words(slot, names=names)]
    return bool(found) and all(found)


def _concludes(text: str) -> bool:
    """Whether a text ends in saying that a matter is over with what it told: "… den 15 december, därmed är båda inne"."""
    found = any_word("in_conclusion").search(text)
    rest = fold(text[found.end() :]).split() if found is not None else []
    return any(is_over(word) for word in rest) or any_word("all_of_them").search(" ".join(rest)) is not None


def _leaves_out(statement: Statement, *, row: Row, names: Names) -> bool:
    """Whether a statement does not name every thing that a task names: also by its title, where it does not stand under it."""
    title, point = row.opened.title or "", statement.title or ""
    said = fold(statement.text).split()
    own = [word for word in matter_words(row.text, names=names) if not _passes(word, slot="", row=row)]
    if any(not _is_met(word, said) for word in own):
        return True
    away = not means_business_as_usual(title) and not is_about(point, row=row)
    return away and any(not _is_met(word, [*said, *fold(point).split()]) for word in matter_words(title, names=names))


def _is_met(word: str, said: Iterable[str]) -> bool:
    """Whether some words name what a word names, and no less of it: "provtagning" leaves "egenprovtagning" out."""
    return any(kinship(word, one) >= _SAME and not _parts_ways(word, one) and len(one) > len(word) - _SHORTER for one in said)


def unknown_things(slot: str, *, row: Row, names: Names) -> list[str]:
    """The words of a slot that name things of which a row knows nothing, places by their names and what many tasks are about left out."""
    known = fold(f"{row.text} {row.opened.title or ''} {' '.join(row.owners)}").split()
    capitals = {fold(word) for word in _CAPITAL.findall(slot)}
    return [
        word
        for word in matter_words(slot, names=names)
        if word not in capitals and not _passes(word, slot=slot, row=row) and not any(_same(word, own, known=known) for own in known)
    ]


def _passes(word: str, *, slot: str, row: Row) -> bool:
    """Whether a folded word names no thing by which another task could be told: when, how, a deed of the task's own, what many tasks are about."""
    if word.isdigit() or is_time(word) or is_over(word) or is_general(word):
        return True
    if word in (*pack_words("following_up", "deed_asides"), *pack_words("following_up", "naming_nothing"), *pack_words("following_up", "shown_as")):
        return True
    if tells_kind(word):
        return True
    deeds = (kinship(one, verb) >= _SAME for one in bare_of(word, least=_TAIL) for verb in promised_verbs(row.text))
    return not _is_complement(word, slot=slot) and (tells_deed(row.text, word) or any(deeds))


def _is_complement(word: str, *, slot: str) -> bool:
    """Whether a word stands right behind a small word, and so tells what a thing is about ("checklistan för inskrivning")."""
    words = fold(slot).split()
    place = words.index(word) if word in words else 0
    return place > 0 and words[place - 1] in pack_words("following_up", "ends_objects")


def _same(word: str, own: str, *, known: Sequence[str]) -> bool:
    """Whether two words mean the same thing: compounds that only begin alike do not ("introduktionsfilm", "introduktionspärm")."""
    near = kinship(word, own)
    if near >= _SAME:
        return not _parts_ways(word, own)
    if not near:
        return False
    if len(own) > len(word):
        return own.startswith(word[: max(_BEGUN, len(word) - _ENDING)])
    tail = word[len(own) - _ENDING :]  # "fotvårdsinformation": of "fotvård" and "patientinformation"
    return any(other != own and kinship(tail[cut:], other) for other in known for cut in range(_ENDING + 2) if len(tail) - cut >= _TAIL)


@lru_cache(maxsize=16384)
def _parts_ways(one: str, other: str) -> bool:
    shared = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    tails = one[shared:], other[shared:]
    return shared >= _BEGUN and min(map(len, tails)) >= _TAIL and not any(map(is_noun_of_deed, tails))


def _slot_of(sentence: str, *, names: Names) -> str:
    """Where the thing of which a sentence tells stands: behind the verb of one who acts, else before the word that says what became of it."""
    rest = sentence.removeprefix(report_of(sentence))
    behind = _behind_actor(rest, names=names)
    return _cut(behind if behind is not None else opening_of(rest))


def _behind_actor(sentence: str, *, names: Names) -> str | None:
    """What stands behind the verb of a person's doing; None where the sentence opens with no such doing."""
    words = sentence.split()
    for place in range(1, min(len(words), _NAME + 1)):
        actor = " ".join(words[:place])
        if not names.said_in(actor) and fold(actor) not in pack_words("following_up", "pronouns"):
            continue
        have = fold(words[place]) in pack_words("follow_ups", "have")
        given = list(enumerate(words))[place : place + _HELPED if have else place + 1]
        supines = pack_words("following_up", "supines")
        verbs = [at for at, word in given if word[0].islower() and (tells_kind(fold(word)) or (at > place and fold(word).endswith(supines)))]
        if verbs:
            return " ".join(words[verbs[0] + 1 :])
    return None


def _cut(slot: str) -> str:
    """The slot up to what is told beside the thing: another clause or deed, with whom, when, by which way."""
    kept: list[str] = []
    for word in _ends().split(slot)[0].split():
        if kept and kept[-1].casefold() in pack_words("following_up", "and_words") and tells_kind(fold(word)):
            break
        kept.append(word)
    return " ".join(kept)


@lru_cache(maxsize=1)
def _ends() -> re.Pattern[str]:
    counted = rf"{either('ends_objects')}\s(?:\d+|{alternatives(several())})"  # "på två sidor"
    return re.compile(rf"[,;.()]|(?<!\w)(?:{either('ends_thing')}|{counted})(?!\w)", re.IGNORECASE)
