"""Whether minutes say that what a closed task was to do is not done after all, or is as it was."""

from __future__ import annotations

from functions.following_up.clashing import is_of_another_number, is_of_another_object, own_objects
from functions.following_up.naming import Names
from functions.following_up.nearness import SEAMS, SENTENCE_END
from functions.following_up.profiles import matter_words
from functions.following_up.rows import Row
from functions.following_up.verbs import is_noun_of_deed, tells_deed, tells_past
from functions.following_up.words import any_word, fold, kinship

_SAME_THING = 0.85


def denies_deed(text: str, *, row: Row, names: Names) -> bool:
    """Whether a sentence of a text says of the very thing of a task that its deed was not done ("stolarna byttes aldrig"), that it is as it was
    ("sidan visar fortfarande …"), or that what was done is nowhere ("hittar inte vår anmälan")."""
    if "?" in text or is_of_another_number(text, row=row) or is_of_another_object(text, row=row, names=names):
        return False
    things = _things(row, names=names)
    return any(_denies(sentence, task=row.text, things=things) for sentence in SENTENCE_END.split(SEAMS.split(text)[-1]))


def opens_with_thing(text: str, *, row: Row, names: Names) -> bool:
    """Whether a text's opening, up to what denies it, names the thing of a task."""
    things = _things(row, names=names)
    found = any_word("not_so").search(text)
    return _has_any(text[: found.start()] if found is not None else text, things)


def begins_with_thing(text: str, *, row: Row, names: Names) -> bool:
    """Whether the first word of a text is a thing of the task ("Planen läggs över på Bo")."""
    return _has_any(text.partition(" ")[0], _things(row, names=names))


def _denies(sentence: str, *, task: str, things: tuple[str, ...]) -> bool:
    words = fold(sentence).split()
    still = any_word("still_so").search(sentence)
    if still is not None and _has_any(sentence[: still.start()], things):
        return True
    if any_word("not_so").search(sentence) is None:
        return False
    if any(is_noun_of_deed(word) and tells_deed(task, word) for word in words) and any_word("nowhere").search(sentence) is not None:
        return True
    return _has_any(sentence, things) and any(tells_past(task, word) for word in words)


def _things(row: Row, *, names: Names) -> tuple[str, ...]:
    """The words behind a task's verb; all of its words for things where a small word stands between ("bokar om resorna")."""
    return own_objects(row, names=names) or matter_words(row.text, names=names)


def _has_any(text: str, things: tuple[str, ...]) -> bool:
    return any(kinship(word, thing) >= _SAME_THING for word in fold(text).split() for thing in things)
