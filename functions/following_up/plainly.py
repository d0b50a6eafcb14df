"""Whether minutes tell so plainly that a task's own deed is done to its own thing that a careful secretary would strike the row."""

from __future__ import annotations

import re
from functools import lru_cache

from functions.following_up.agreeing import agree
from functions.following_up.clashing import is_of_another_object
from functions.following_up.hearing import denies, names_some_of, only_their_part
from functions.following_up.matching import Match, Statement, doers_of
from functions.following_up.naming import Names
from functions.following_up.nearness import SEAMS, SENTENCE_END
from functions.following_up.profiles import strange_words
from functions.following_up.repeating import is_about
from functions.following_up.rows import Row
from functions.following_up.verbs import is_over, promises, same_deed, tells_past
from functions.following_up.words import any_word, either, fold, kinship, pack_words
from functions.model.register import RowKind

_NEAR = 0.7  # how near the words must be of a deed that nobody is named for
_NEAR_DOER = 0.6  # of one who has the task, or under its own point
_SAME_THING = 0.85
_HELPED = 3  # words between "har" and what was done
_KINDS = (RowKind.ACTION, RowKind.CONSULTATION)


def tells_plainly(statement: Statement, *, row: Row, match: Match, names: Names) -> bool:
    """Whether a statement about one row alone tells in the past, by the task's own verb, that all of it is done, and nothing that takes it back."""
    text = without_answers(statement.text, task=row.text)
    if any(fold(sentence).startswith(pack_words("follow_ups", "conditions")) for sentence in SENTENCE_END.split(text)):
        return False
    if row.kind not in _KINDS or len(match.keys) != 1 or match.ambiguous or "?" in text or any_word("not_plain").search(text) or denies(text):
        return False
    clause = _telling_clause(row, text)
    if (
        clause is None
        or set(strange_words(clause, row=row, names=names)) - set(pack_words("following_up", "sent"))
        or is_of_another_object(clause, row=row, names=names)
    ):
        return False
    doers = doers_of(text, names=names)
    accord = agree(text, row=row, title=statement.title, names=names, doers=doers)
    if (
        accord.another
        or accord.by_others
        or accord.hedged
        or not accord.matter
        or match.words.near < (_NEAR_DOER if accord.doer or is_about(statement.title or "", row=row) else _NEAR)
    ):
        return False
    return not names_some_of(row.text, text, names=names) and not only_their_part(row, text=text, names=names)


def cell_tells_a_step(cell: str, *, row: Row, names: Names) -> bool:
    """Whether a table's cell tells of a thing that the task does not name, and of no deed of the task's ("Boka lokal | förfrågan skickad")."""
    first = SEAMS.split(cell)[0].split(",")[0]
    thing = first.split()[0] if len(first.split()) > 1 else ""
    noun = thing.casefold().endswith(pack_words("follow_ups", "definite_endings"))
    return noun and bool(strange_words(thing, row=row, names=names)) and not same_deed(row.text, first) and not is_over(first)


def without_answers(text: str, *, task: str) -> str:
    """The text without what it says of an answer that is yet to come, where the task was only to write or send ("Brevet är skickat, svar dröjer")."""
    found = _of_answers().search(text) if _is_to_send(task) else None
    return text[: found.start()] if found is not None and found.start() else text


def awaits_answer(text: str) -> bool:
    """Whether a text says of an answer that it is yet to come ("…, svar väntas i maj")."""
    found = _of_answers().search(text)
    return found is not None and any(any_word(key).search(text, found.start()) is not None for key in ("remains", "hedges", "not_so"))


def _is_to_send(task: str) -> bool:
    return any(promises(task, word) and word.startswith(pack_words("following_up", "sending")) for word in fold(task).split())


def _telling_clause(row: Row, text: str) -> str | None:
    """The clause that tells a deed of the task by a past form of its verb, or an answer sent that it was to give."""
    task = row.text
    for sentence in SENTENCE_END.split(SEAMS.split(text)[-1]):
        for clause in _clauses().split(sentence):
            words = fold(clause).split()
            if any(tells_past(task, word) and _is_verb(word, before=words[:place]) for place, word in enumerate(words)):
                return clause
            if _is_answered(row, words):
                return clause
    return None


def _is_answered(row: Row, words: list[str]) -> bool:
    """Whether the words of a clause tell sent what answers a consultation, or the answer that a task was to write."""
    if not any(word in pack_words("following_up", "sent") for word in words):
        return False
    answers = row.kind is RowKind.CONSULTATION or (_is_to_send(row.text) and _names_answer(fold(row.text).split()))
    return answers and _names_answer(words)


def _names_answer(words: list[str]) -> bool:
    return any(kinship(word, thing) >= _SAME_THING for word in words for thing in pack_words("following_up", "answer_things"))


def _is_verb(word: str, *, before: list[str]) -> bool:
    """Whether a word is no noun that ends as participles do ("svaret"): it is helped by another verb, or ends as few nouns do."""
    helping = {*pack_words("follow_ups", "have"), *pack_words("follow_ups", "became")}
    return bool(helping & set(before[-_HELPED:])) or word.endswith(pack_words("follow_ups", "preterites"))


@lru_cache(maxsize=1)
def _clauses() -> re.Pattern[str]:
    """Where another clause begins: behind a comma, or at "och" before a verb of its own."""
    return re.compile(rf"[,;]\s|\s{either('and_words')}\s(?={either('turns')}\s)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _of_answers() -> re.Pattern[str]:
    joined = f"(?:{either('but', section='follow_ups')}|{either('and_words')})"
    return re.compile(rf"(?:[.,;:]\s|\s)(?:{joined}\s)?(?:{either('no_answers')}\s)*{either('answers', section='follow_ups')}\s", re.IGNORECASE)
