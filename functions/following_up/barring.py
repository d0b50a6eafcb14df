"""What keeps words that seem to close a row from closing it: a condition, a rest for later, somebody else who has it, or a second voice that sees
otherwise (docs/decisions/0028)."""

from __future__ import annotations

import re
from functools import lru_cache

from functions.following_up.handing_on import new_owner
from functions.following_up.hearing import names_some_of
from functions.following_up.kinds import keeping_kinds, last_kinds, told_deeds
from functions.following_up.matching import Statement
from functions.following_up.naming import Names
from functions.following_up.narrowing import answers_another, arrives_later, is_about_more, is_another_deed, tells_a_part
from functions.following_up.nearness import SEAMS, SENTENCE_END, first_sentence, report_of
from functions.following_up.profiles import is_time, knows, matter_words, strange_words
from functions.following_up.repeating import is_about
from functions.following_up.rows import Row
from functions.following_up.straying import is_a_step, is_of_another_thing, unknown_things
from functions.following_up.verbs import is_over, tells_undone
from functions.following_up.words import any_word, either, fold, pack_words, several
from functions.model.register import RowKind

_KINDS = (RowKind.ACTION, RowKind.CONSULTATION)
_CLAUSE = re.compile(r"[,;]\s|(?<=[.!?])\s+|\n")
_ANSWERED = frozenset({"contact", "invite"})
"""Kinds of deeds of which the answer may be anything."""
_SHORT = 3  # words of a part that is told done by itself ("Plan 1 klart")


def bar(outcome: str, *, statement: Statement, behind: str, cell: str, row: Row, names: Names, named: bool, passing: bool) -> str:
    """What becomes of a row that a statement is taken to close. behind: the next words of the paragraph; cell: what a table's row says beside the
    task, empty outside tables; named: by its number; passing: told outside what goes through earlier tasks."""
    if outcome not in ("done", "dropped") or row.kind not in _KINDS:
        return outcome
    text = statement.text
    said = cell or SEAMS.split(text)[-1]
    owner = new_owner(text, names=names)
    if owner is not None and owner not in row.owners:
        return "kept"
    if _waits(said, cell=bool(cell), row=row, names=names):
        return "kept"
    if outcome == "dropped":
        return outcome
    if _is_seen_otherwise(text, behind=behind, row=row, names=names):
        return "doubted"
    if _leaves_a_part(said, cell=bool(cell), row=row, names=names) or _leaves_rest_behind(behind, said=text, row=row, names=names):
        return "part_done"
    if _is_with_another(text, row=row, names=names):
        return "seems_done"
    if named:
        return outcome
    if arrives_later(text, row=row):
        return "kept"
    if is_a_step(text, cell=cell, row=row, names=names) or answers_another(statement, row=row, names=names):
        return "seems_done"
    if not cell and is_of_another_thing(statement, row=row, names=names):  # a table's row names the task in a cell of its own
        return "seems_done"
    if tells_a_part(said, row=row, names=names):
        return "part_done"
    if not cell and is_another_deed(text, row=row, names=names):
        return "seems_done"
    if passing and not is_about(statement.title or "", row=row) and is_about_more(text, row=row, names=names):
        return "seems_done"
    return outcome


def _waits(said: str, *, cell: bool, row: Row, names: Names) -> bool:
    """Whether a sentence about the task puts it off until something else has come to pass ("Tas när journalen är införd")."""
    sentences = [sentence for sentence in SENTENCE_END.split(said) if _is_conditional(sentence)]
    return any(cell or not _is_of_other(sentence, row=row, names=names) for sentence in sentences)


def _is_conditional(sentence: str) -> bool:
    condition = any_word("not_until").search(sentence)
    if condition is None:
        return False
    main = sentence[: condition.start()]
    if not main.strip():
        main = sentence.partition(", ")[2]
    return not _tells_past(main)


def _is_of_other(sentence: str, *, row: Row, names: Names) -> bool:
    """Whether the main clause of a condition is about things of which the task knows nothing."""
    condition = any_word("not_until").search(sentence)
    main = sentence[: condition.start()] if condition is not None else sentence
    words = matter_words(main, names=names)
    return bool(words) and len(strange_words(main, row=row, names=names)) == len(words)


def _tells_past(text: str) -> bool:
    """Whether a text tells something that has come to pass, more than the state that it will then be in ("Klar när …")."""
    return any(not is_over(verb) for told in told_deeds(text) for verb in told.verbs or ("",)) or any_word("has_been").search(text) is not None


def _is_with_another(text: str, *, row: Row, names: Names) -> bool:
    """Whether somebody else has it, or one who has not got it was given it, by a task that is no handing over."""
    if any_word("with_another").search(text) is not None:
        return any_word("with_another").search(row.text) is None
    gives = any_word("gives").search(text)
    if gives is None or "send" in last_kinds(row.text):
        return False
    goals = [goal.end() for goal in any_word("handed_on").finditer(text, gives.end())]
    given = {name for goal in goals for name in names.said_in(" ".join(text[goal:].split()[:2]))}
    return bool(given) and not given & {*names.said_in(" ".join(row.owners)), *names.said_in(row.text)}


def _leaves_rest_behind(behind: str, *, said: str, row: Row, names: Names) -> bool:
    """Whether the words behind leave for later a part of what the task names, and that was not told just before."""
    if not behind or keeping_kinds(row.text) & _ANSWERED:
        return False
    first = first_sentence(behind)
    return _is_a_rest(first, names=names) and _names_more(first, said=said, row=row, names=names)


def _names_more(rest: str, *, said: str, row: Row, names: Names) -> bool:
    """Whether words name something of a task that was not named before them."""
    own, before = matter_words(row.text, names=names), matter_words(said, names=names)
    return any(knows(own, word) and not knows(before, word) for word in matter_words(rest, names=names))


def _is_seen_otherwise(text: str, *, behind: str, row: Row, names: Names) -> bool:
    """Whether one tells it, and another, in a sentence behind, sees what speaks against it ("Bo uppger att … Vera ser bara den gamla")."""
    first, *others = SENTENCE_END.split(f"{text} {behind}".strip())
    told = report_of(first) != "" or any_word("by_hearsay").search(first) is not None
    for other in others:
        teller = {*names.said_in(first), *row.owners}
        seen = any_word("observes").search(other) is not None and bool(set(names.said_in(other)) - teller)
        against = any_word("against_it").search(other) is not None
        if (against and (told or seen)) or (told and seen and any_word("otherwise").search(other) is not None):
            return True
    return tells_undone(row.text, f"{text} {behind}")


def _leaves_a_part(said: str, *, cell: bool, row: Row, names: Names) -> bool:
    """Whether a clause leaves something of the task for later ("Arabiska klart, persiska efter höstlovet"), or only a part of it is told done."""
    clauses = [clause.strip() for clause in _CLAUSE.split(said) if clause.strip()]
    if cell and any(_is_a_part(clause, row=row, names=names) for clause in clauses):
        return True
    if keeping_kinds(row.text) & _ANSWERED:
        return False
    first = fold(clauses[0]).split() if clauses else []
    if len(first) == 1 and is_over(first[0]):  # "Klart, uppföljning i maj"
        return False
    for before, clause in enumerate(clauses[1:], 1):
        if _is_a_rest(clause, names=names) and (cell or _names_more(clause, said=" ".join(clauses[:before]), row=row, names=names)):
            return True
    if len(clauses) < 2 or not names_some_of(row.text, clauses[0], names=names) or names_some_of(row.text, said, names=names):
        return False
    if _is_later(said):
        return True
    rest = [clause for clause in clauses[1:] if _finite().search(clause) is not None]
    return bool(rest) and not any(_tells_past(one) or is_over(one) or any_word("likewise").search(one) for one in rest)


def _is_a_part(clause: str, *, row: Row, names: Names) -> bool:
    """Whether a table's cell tells one thing over that is not the whole ("Plan 1 klart", "Första kvartalet klart")."""
    words = fold(clause).split()
    if len(words) < 2 or len(words) > _SHORT + 1 or not is_over(words[-1]) or any_word("all_of_them").search(clause):
        return False
    if names_some_of(row.text, clause, names=names):
        return True
    beside = pack_words("following_up", "deed_asides")  # "version 3 klar"
    numbered = any(word.isdigit() for word in words) and not any(is_time(word) or word in beside for word in words)
    return numbered or bool(unknown_things(" ".join(clause.split()[:-1]), row=row, names=names))


def _is_a_rest(clause: str, *, names: Names) -> bool:
    """Whether a clause tells of another part for a later time, and not what follows of the whole ("svar väntas i maj", "den gäller från mars")."""
    words = fold(clause).split()
    if not words or not _is_later(clause) or _tells_past(clause) or any_word("by_now").search(clause) is not None:
        return False
    first, before_a_day = words[0], pack_words("following_up", "opens_time")
    if first.isdigit() or first in several() or (first.endswith("s") and words[1:2] and words[1] in before_a_day):  # "beslutas i maj"
        return False
    if first in pack_words("following_up", "points_back") or first in pack_words("following_up", "pronouns"):
        return any_word("gets_it_later").search(clause) is not None
    if any_word("comes_after").search(" ".join(words[:3])) is not None or any_word("not_until").search(clause) is not None:
        return False
    return not names.said_in(first) and first not in before_a_day


@lru_cache(maxsize=4096)
def _is_later(text: str) -> bool:
    return _later().search(text) is not None or any_word("later_on").search(text) is not None


@lru_cache(maxsize=1)
def _finite() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either('finite', section='follow_ups')}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _later() -> re.Pattern[str]:
    """A word for a day to come behind a small word ("i maj", "efter semestern")."""
    return re.compile(rf"(?<!\w){either('opens_time')}\s(?:\w+\s)?{either('times')}(?!\w)", re.IGNORECASE)
