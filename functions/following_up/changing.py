"""What later minutes change in an open row: whose it is, and by when."""

from __future__ import annotations

from collections.abc import Mapping

from functions.following_up.clashing import is_of_another_object
from functions.following_up.denying import begins_with_thing
from functions.following_up.handing_on import HANDING, does_it_now, handed_over, new_owner, office_with_it
from functions.following_up.kinds import last_kinds
from functions.following_up.matching import MATCHED, TELLING, Match, Statement
from functions.following_up.naming import Names, one_of
from functions.following_up.narrowing import is_about_more
from functions.following_up.plain_data import date_mention_of, text_of, texts_of
from functions.following_up.prolonging import prolonged
from functions.following_up.readings import Reading
from functions.following_up.rows import Row, move_due, reassign
from functions.following_up.statements import beside_the_task, is_in_passing, words_of
from functions.following_up.words import any_word
from functions.model.events import Event
from functions.model.register import RowKind

_HANDED = 0.5  # the score from which a new owner is believed
_TABLE = "follow_up.table"


def hands_on(statement: Statement, *, match: Match, rows: Mapping[str, Row], names: Names) -> bool:
    """Whether what is only stated tells of one row that somebody else has it from now on."""
    if len(match.keys) != 1 or match.words.telling < TELLING:
        return False
    row = rows[match.keys[0]]
    if match.score < (MATCHED if _opens_with_thing(statement.text, match=match, row=row, names=names) else _HANDED):
        return False
    owner = new_owner(statement.text, names=names) or _handed_over(statement.text, row=row, names=names)
    return owner is not None and owner not in row.owners


def puts_off(event: Event, *, statement: Statement, match: Match, rows: Mapping[str, Row], names: Names, on: str) -> bool:
    """Whether what is only stated gives one task, and no other thing, a new day ("Skyltarna trycks i maj i stället")."""
    if len(match.keys) != 1 or match.words.telling < TELLING or not _gives_new_day(event, on=on):
        return False
    row = rows[match.keys[0]]
    if row.kind is not RowKind.ACTION or is_of_another_object(statement.text, row=row, names=names):
        return False
    if is_about_more(statement.text, row=row, names=names):
        return False
    return match.score >= (MATCHED if _opens_with_thing(statement.text, match=match, row=row, names=names) else _HANDED)


def _opens_with_thing(text: str, *, match: Match, row: Row, names: Names) -> bool:
    """Whether the words before the verb are mostly the row's, or begin with its thing."""
    return match.words.head >= _HANDED or begins_with_thing(text, row=row, names=names)


def _handed_over(text: str, *, row: Row, names: Names) -> str | None:
    """To whom a row was handed over, unless handing over is itself the task."""
    return handed_over(text, names=names) if not last_kinds(row.text) & HANDING else None


def _gives_new_day(event: Event, *, on: str) -> bool:
    """Whether a statement says of something that it comes on a later day than was thought, and which. on: the meeting's ISO date."""
    due, text = date_mention_of(event.data.get("due")), text_of(event.data, "text") or ""
    if due is None or due.date is None or due.date <= on:
        return False
    return any(any_word(key).search(text) is not None for key in ("another_day", "later_than_thought"))


def change(row: Row, *, event: Event, match: Match, outcome: str, reading: Reading, names: Names) -> Row:
    """The row with the new owner and the new day that a statement tells of."""
    remains = text_of(event.data, "status") in ("kept", "part_done")
    opens = match.words.telling >= TELLING and _opens_with_thing(
        words_of(event), match=match, row=row, names=names
    )  # a new owner's name tells against the match
    believed = match.score >= (MATCHED if remains or opens else _HANDED) or not match.keys
    if outcome not in ("kept", "part_done", "mentioned", "contradicted", "doubted") or match.ambiguous or not believed:
        return row
    owner = owner_told(event, row=row, names=names)
    owners = (owner,) if owner is not None else _owners_of_table_row(event, names=names)
    if owners and not one_of(owners, row.owners):
        row = reassign(row, owners=owners, event=event, reading=reading)
    due = date_mention_of(event.data.get("due")) or prolonged(row, event=event, on=reading.date or "")
    later = due is not None and (due.date is None or due.date > (reading.date or ""))
    return move_due(row, due=due, event=event, reading=reading) if later else row


def owner_told(event: Event, *, row: Row, names: Names) -> str | None:
    """Who has a row from now on by a statement: a person, or the office that a task went to."""
    words = words_of(event)
    owner = new_owner(words, names=names)
    if owner is None and row.kind is RowKind.ACTION:
        owner = office_with_it(words)
    if owner is None:
        owner = _handed_over(words, row=row, names=names)
    if owner is None and text_of(event.data, "status") in ("kept", "part_done") and not is_in_passing(event):
        now = does_it_now(beside_the_task(event), names=names)
        owner = now if now not in row.owners else None
    return owner


def _owners_of_table_row(event: Event, *, names: Names) -> tuple[str, ...]:
    """Who stands in the owner's column of a list of tasks: it is the list's own word on whose the task is."""
    owners = texts_of(event.data, "owners") if text_of(event.data, "rule") == _TABLE else ()
    return tuple(owner for owner in owners if names.said_in(owner))
