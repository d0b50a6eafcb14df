"""Which open row's deed minutes tell done in other words than its own: a past form of any verb of the same kind, and the task's own thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from functions.following_up.agreeing import Accord, agree, is_general
from functions.following_up.clashing import acts_themselves, is_of_another_number, is_of_another_object
from functions.following_up.hearing import denies, names_some_of, only_their_part, takes_back, tells_some_of
from functions.following_up.kinds import Told, keeping_kinds, last_kinds, tells_kind, told_deeds, told_words
from functions.following_up.matching import Statement, doers_of
from functions.following_up.naming import Names
from functions.following_up.nearness import SENTENCE_END
from functions.following_up.plainly import awaits_answer, without_answers
from functions.following_up.profiles import Pool, knows, matter_words, profile_of, strange_words, telling_words, weight_of
from functions.following_up.repeating import is_about
from functions.following_up.rows import Row
from functions.following_up.verbs import tells_past
from functions.following_up.words import any_word, either, fold, kinship, pack_words, share_owner
from functions.model.register import RowKind

_OWN = 0.6  # how far a word must tell the row from all others of its kind
_MUCH = 2  # words of the task that need no other sign
_MOST = 0.6  # of the task's own words, this share needs none either
_KINDS = (RowKind.ACTION, RowKind.CONSULTATION)


def tell_deed(statement: Statement, *, pool: Pool, overheard: bool = False) -> str | None:
    """The key of the row whose deed a statement tells done to its own thing, all of it and not by somebody else; None where it is told of none, or of
    several alike. overheard: it only states something, so that all that the task names must be named, and nothing be said against it."""
    text = statement.text
    if "?" in text or takes_back(text) or (overheard and any_word("otherwise").search(text) is not None):
        return None
    for told in told_deeds(text):
        row = _row_of(told, pool=pool)
        if (
            row is not None
            and _names_it(told, row=row, names=pool.names)
            and _is_settled(told, text=text, row=row, names=pool.names)
            and _is_its_own(told, statement=statement, row=row, names=pool.names)
            and (not overheard or _names_all(told, statement=statement, row=row, names=pool.names))
        ):
            return row.key
    return None


def _row_of(told: Told, *, pool: Pool) -> Row | None:
    """The one row that a clause tells of: by its own verb rather than by one of its kind, and by that rather than by what follows of it."""
    levels: dict[int, int] = {}
    for place in _places(told, pool=pool):
        row = pool.rows[place]
        if row.kind in _KINDS and any_word("each_time").search(row.text) is None and (level := _level(told, task=row.text)):
            levels[place] = level
    best = [place for place, level in levels.items() if level == max(levels.values())]
    return pool.rows[best[0]] if len(best) == 1 else None


def _places(told: Told, *, pool: Pool) -> Iterator[int]:
    """The rows that have a thing which the clause, or what stands before it, names."""
    seen = set()
    for word in telling_words(f"{told.label} {told.clause}", names=pool.names):
        if weight_of(word) == 1.0 and word not in pack_words("following_up", "deed_asides"):
            for place, (quality, _, _) in pool.met_by(word).rows.items():
                if quality >= _OWN and place not in seen:
                    seen.add(place)
                    yield place


def _names_it(told: Told, *, row: Row, names: Names) -> bool:
    """Whether the clause itself names a thing of the row where somebody was to be spoken with ("Hissen: Bo har ringt" tells not whom)."""
    if "contact" not in keeping_kinds(row.text) or any(tells_past(row.text, verb) for verb in told.verbs):
        return True
    profile = profile_of(row, names=names)
    return any(knows(profile, word) for word in matter_words(told.clause, names=names))


def _names_all(told: Told, *, statement: Statement, row: Row, names: Names) -> bool:
    """Whether a sentence names something of the row that not many tasks are about and, with its label and the title of the row's own point, all the
    things that the row names."""
    said = telling_words(f"{told.label} {told.sentence}", names=names)
    title = telling_words(statement.title or "", names=names) if is_about(statement.title or "", row=row) else ()
    own = matter_words(row.text, names=names)
    if any(all(kinship(word, other) < _OWN for other in (*said, *title)) for word in own):
        return False
    return any(not is_general(word) and any(kinship(word, other) >= _OWN for other in said) for word in own)


def _level(told: Told, *, task: str) -> int:
    """3: told by the task's own verb; 2: by one of its kind; 1: by a deed that keeps it."""
    if any(tells_past(task, word) for word in told.verbs):
        return 3
    if not told.kinds & keeping_kinds(task):
        return 0
    return 2 if told.kinds & last_kinds(task) else 1


def _is_settled(told: Told, *, text: str, row: Row, names: Names) -> bool:
    """Whether nothing says that it was done in part, was not done, is planned, or that something of it remains."""
    sentence = without_answers(told.sentence, task=row.text)
    answered = "contact" in told.kinds & last_kinds(row.text)  # what was answered may be anything
    if answered and awaits_answer(text):
        return False
    if any(fold(one).startswith(pack_words("follow_ups", "conditions")) for one in SENTENCE_END.split(sentence)):
        return False
    if any_word("not_plain").search(told.clause if answered else sentence.removeprefix(told.lead)) or _hears_no(
        text, told=told, row=row, names=names
    ):
        return False
    return not _tells_of_rest(told.clause if answered else sentence)


def _hears_no(text: str, *, told: Told, row: Row, names: Names) -> bool:
    """Whether another sentence denies it, or tells of nothing else that something remains."""
    things = matter_words(row.text, names=names)
    for sentence in SENTENCE_END.split(without_answers(text, task=row.text)):
        if denies(sentence):
            return True
        if sentence != told.sentence and _tells_of_rest(sentence):
            strange = strange_words(sentence, row=row, names=names)
            if not strange or any(knows(things, word) for word in matter_words(sentence, names=names)):
                return True
    return False


@lru_cache(maxsize=4096)
def _tells_of_rest(text: str) -> bool:
    """Whether some words of a text tell that something remains."""
    return _left().search(text) is not None or any_word("gets_it_later").search(text) is not None


@lru_cache(maxsize=1)
def _left() -> re.Pattern[str]:
    keys = ("remaining", "no_answer", "part_done", "kept")
    return re.compile(rf"(?<!\w)(?:{'|'.join(either(key, section='follow_ups') for key in keys)})(?!\w)", re.IGNORECASE)


def _is_its_own(told: Told, *, statement: Statement, row: Row, names: Names) -> bool:
    """Whether it is told of the task's own thing, of nothing else, and by nobody else."""
    said = f"{told.label}: {told.clause}" if told.label else told.clause
    if (
        is_of_another_number(told.sentence, row=row)
        or is_of_another_object(said, row=row, names=names)
        or acts_themselves(said, row=row, names=names)
    ):
        return False
    doers = doers_of(f"{told.lead}: {told.sentence}" if told.lead else told.sentence, names=names)
    accord = agree(said, row=row, title=statement.title, names=names, doers=doers)
    if accord.elsewhere or accord.by_others or accord.hedged or _strange(told, row=row, names=names):
        return False
    if tells_some_of(told.clause) or names_some_of(row.text, told.sentence, names=names) or only_their_part(row, text=told.sentence, names=names):
        return False
    return _is_at_home(told, accord=accord, statement=statement, row=row, names=names)


def _is_at_home(told: Told, *, accord: Accord, statement: Statement, row: Row, names: Names) -> bool:
    """Whether more than one word shows that the row is meant: its doer, its point, a list of earlier tasks, or most of its own words."""
    at_point = is_about(statement.title or "", row=row)
    said = telling_words(f"{told.label} {told.clause}", names=names)
    own = matter_words(row.text, names=names)
    met = [word for word in own if any(kinship(word, other) >= _OWN for other in said)]
    if met and not (at_point or told.label) and all(is_general(word) for word in met):  # "Bo lämnade synpunkter", on something
        return False
    named = share_owner(names.said_in(told.sentence), row.owners)
    if accord.doer or named or statement.section or at_point:
        return True
    return len(met) >= _MUCH or (bool(own) and len(met) >= _MOST * len(own))


def _strange(told: Told, *, row: Row, names: Names) -> list[str]:
    """The things that a clause names of which the row knows nothing, but for where and how much."""
    profile = profile_of(row, names=names)
    asides = pack_words("following_up", "deed_asides")
    found = strange_words(f"{told.label} {told.clause}", row=row, names=names)
    return [
        word
        for word in found
        if word not in asides and word not in told_words() and not tells_kind(word) and not is_general(word) and word not in profile
    ]
