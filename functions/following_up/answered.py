"""What an answer to a question about a file changes in the register: the owner or the day of a task, two tasks that are one, a coming meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from functions.following_up.row_edits import Speaker, add_meeting, edit_point, iso_day, merge_point
from functions.model.doubts import OF_NAMES, name_asked
from functions.model.events import Event
from functions.model.minutes import Doubt
from functions.model.register import OpenItem, Register

_CHANGING = frozenset({"owner_absent", "spelling_variant", "due_before_meeting", "next_meeting_before", "task_twice"})
_YES, _NO = "ja", "nej"
_IS_IT = re.compile(r"Är det (.+) som tar uppgiften\?")


def is_changing(doubt: Doubt) -> bool:
    """Whether the answer to a question changes rows, and not only what is known of a name or that it is asked no more."""
    return doubt.code in _CHANGING or _asks_who_takes_it(doubt)


def _asks_who_takes_it(doubt: Doubt) -> bool:
    """ "Vem är ”han”?", "Vem tar uppgiften: Bo eller Cia?": whose one task is. What the minutes say there means somebody else the next time."""
    return doubt.code in OF_NAMES and name_asked(doubt) is None


def events_of_answer(by: Speaker, *, doubt: Doubt, choice: str, register: Register, path: str) -> tuple[Event, ...]:
    """The edits that an answer means. path: of the file that the question is about. Raises errors.BadUsage for an answer that must be a day.

    They are words about other rows than the question's, so they bear no mark of its row.
    """
    by = replace(by, mark=None)
    mine = [row for row in register.items if row.opened.file == path]
    if doubt.code == "due_before_meeting":
        day = iso_day(choice)
        return tuple(edit_point(by, council=row.council, key=row.key, field="due", value=day) for row in mine if _is_told_in(row, doubt))
    if doubt.code == "next_meeting_before":
        return (add_meeting(by, council=register.council, day=iso_day(choice), facts={}),)
    if doubt.code == "task_twice":
        return tuple(_one_of_two([row for row in mine if _is_told_in(row, doubt)], by=by, choice=choice))
    if _asks_who_takes_it(doubt):
        return tuple(
            edit_point(by, council=row.council, key=row.key, field="owner", value=_taker(doubt, choice)) for row in mine if _is_told_in(row, doubt)
        )
    if doubt.code in ("owner_absent", "spelling_variant") and choice.casefold() == _NO:
        return tuple(_other_owner(mine, by=by, doubt=doubt))
    return ()


def _taker(doubt: Doubt, choice: str) -> list[str]:
    """Who takes the task by an answer: nobody where none of those who fit does."""
    asked = _IS_IT.match(doubt.question)
    if asked is not None:
        return [asked[1]] if choice.casefold() == _YES else []
    return [] if choice.casefold().startswith("ingen ") else [choice]


def _is_told_in(row: OpenItem, doubt: Doubt) -> bool:
    return any(quote in doubt.quotes for quote in row.quotes)


def _one_of_two(rows: list[OpenItem], *, by: Speaker, choice: str) -> Iterator[Event]:
    """The task that says what was chosen stays, the other one goes into it."""
    stays = [row for row in rows if choice in ((row.due.text if row.due else ""), ", ".join(row.owners))]
    if len(stays) == 1:
        yield from (merge_point(by, row, into=stays[0]) for row in rows if row.key != stays[0].key)


def _other_owner(rows: list[OpenItem], *, by: Speaker, doubt: Doubt) -> Iterator[Event]:
    """Who was asked about does not have the task: it has the name as it was written, or nobody until a person says who."""
    written = doubt.quotes[0].text if doubt.code == "spelling_variant" and doubt.quotes else None
    for row in rows:
        theirs = [owner for owner in row.owners if doubt.question.startswith(f"{owner} ") or doubt.question.endswith(f" {owner}?")]
        if theirs and (written is None or any(written in (quote.text or "") for quote in row.quotes)):
            kept = [owner for owner in row.owners if owner not in theirs]
            yield edit_point(by, council=row.council, key=row.key, field="owner", value=[*kept, *([written] if written else [])])
