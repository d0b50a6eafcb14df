"""What keeps a sentence from closing a row without a question, however much it speaks for the row's being over (docs/decisions/0029)."""

from __future__ import annotations

import re
from functools import lru_cache

from functions.following_up.agreeing import Accord
from functions.following_up.hearing import names_some_of, new_owner, only_their_part
from functions.following_up.matching import Statement
from functions.following_up.naming import Names
from functions.following_up.plain_data import text_of
from functions.following_up.profiles import matter_words, strange_words
from functions.following_up.rows import Row
from functions.following_up.words import pack_words
from functions.model.events import Event

_NOT_OVER = ("kept", "part_done")
_ONLY_STATED = "follow_up.overheard"


def is_barred(event: Event, statement: Statement, *, row: Row, home: bool, owner: bool, lone: bool, accord: Accord, names: Names) -> bool:
    """Whether a statement may be of another thing, of a part, or of what is yet to come. home: it stands under the row's own point; owner: it names
    who has the task; lone: but one word of it is about the row."""
    text = statement.text
    if text_of(event.data, "status") in _NOT_OVER or accord.hedged or accord.by_others or _has_any(text) or goes_on(text, names=names):
        return True
    if row.postponed:  # what such a row says is not what was put off; its point's title does
        return not home or text_of(event.data, "rule") == _ONLY_STATED
    bound = home or owner or (statement.section and not lone)
    if not bound or accord.another or (lone and not (accord.doer or accord.deed)):
        return True
    if not (accord.doer or statement.section) and _tells_of_another_place(text, row=row, names=names):
        return True
    return _is_everybodys(row, text=text) or only_their_part(row, text=text, names=names) or names_some_of(row.text, text, names=names)


def goes_on(text: str, *, names: Names) -> bool:
    """Whether a text says that something is put off, was only talked of, or goes over to somebody else."""
    return any(_words(key).search(text) for key in ("puts_off", "only_talked")) or new_owner(text, names=names) is not None


def _has_any(text: str) -> bool:
    """Whether a text says that something remains, that it is somebody's own, or one more of its sort."""
    return any(_words(key).search(text) for key in ("remains", "own_doing", "reflexives", "likewise"))


def _is_everybodys(row: Row, *, text: str) -> bool:
    """Whether a task is for all of them and a text does not say that all have done it ("Alla kommuner utser …", "Åby har utsett …")."""
    everybody = _words("all_of_them")
    return any(everybody.search(owner) for owner in row.owners) and not everybody.search(text)


def _tells_of_another_place(text: str, *, row: Row, names: Names) -> bool:
    """Whether a text tells by a small word where, for whom or about what a thing is, and the row knows nothing of it ("statistik i Norge")."""
    strange = frozenset(strange_words(text, row=row, names=names))
    return any(word in strange for behind in _placed().findall(text) for word in matter_words(behind, names=names))


@lru_cache(maxsize=1)
def _placed() -> re.Pattern[str]:
    small = "|".join(map(re.escape, pack_words("following_up", "placing")))
    return re.compile(rf"\b(?:{small})\s+((?:[^\W\d_A-ZÅÄÖÆØ]+\s+)?[\w-]+)")


@lru_cache(maxsize=8)
def _words(key: str) -> re.Pattern[str]:
    words = (re.escape(word).replace(r"\*", r"\w*") for word in sorted(pack_words("following_up", key), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)
