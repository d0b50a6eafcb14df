"""Closed rows that minutes speak of as open: taken up anew, or told not to be so, in what they say of earlier tasks or in a new task."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from functions.following_up.hearing import denies, opens_again, takes_back
from functions.following_up.matching import TELLING, Statement, match_statement
from functions.following_up.plain_data import text_of, texts_of, told_in
from functions.following_up.profiles import Pool
from functions.following_up.readings import Reading
from functions.following_up.repeating import is_about, share_telling_word
from functions.following_up.rows import Row, note
from functions.model.events import Event, EventType
from functions.model.register import RowKind, RowStatus


def hear_of_closed(
    rows: dict[str, Row], *, event: Event, statement: Statement, pool: Callable[[], Pool], better_than: float, passing: bool, reading: Reading
) -> str | None:
    """Open a closed row again when the minutes say so, and its key; when they only speak of it as open, or deny it, it seems done and is asked about.

    pool: gives the closed rows; better_than: how well the statement fits an open row; passing: it stands outside what goes through earlier tasks.
    """
    status = text_of(event.data, "status")
    again, denied = opens_again(statement.text), denies(statement.text) or takes_back(statement.text)
    if status == "part_done" and passing and not (again or denied):  # a part of something else, more likely
        return None
    if status not in ("kept", "part_done", "mentioned", "done") or (status in ("done", "mentioned") and not (again or denied)):
        return None
    match = match_statement(statement, pool=pool())
    doubted = (status == "kept" or denied) and len(match.keys) == 1 and match.words.telling >= TELLING
    key = None
    if (match.sure or doubted) and match.score > better_than:
        key = match.keys[0]
    elif (again or denied) and not better_than:
        key = _closed_under(statement, pool=pool())
    if key is None:
        return None
    surely = again and not denied
    told = note(rows[key], type="reopened" if surely else "contradicted", event=event, reading=reading)
    rows[key] = replace(told, status=RowStatus.OPEN if surely else RowStatus.SEEMS_DONE, closed=None)
    return key


def open_again(rows: dict[str, Row], *, pool: Callable[[], Pool], reading: Reading) -> dict[str, str]:
    """Open rows again that a new task says to be taken up anew ("Bo bokar om rummet igen"): the new task's key → the row's.

    pool: gives the rows that are closed or seem done."""
    found: dict[str, str] = {}
    for event in reading.of(EventType.OPENED):
        text = told_in(event.data, event.quotes)
        if text_of(event.data, "kind") != RowKind.ACTION.value or not event.key or not (opens_again(text) or denies(text)):
            continue
        statement = Statement(text, texts_of(event.data, "owners"), text_of(event.data, "item_title"))
        match = match_statement(statement, pool=pool())
        one = len(match.keys) == 1 and match.words.telling >= TELLING
        key = match.keys[0] if one else _closed_under(statement, pool=pool())
        if key is not None and rows[key].kind is RowKind.ACTION and key not in found.values():
            told = note(rows[key], type="reopened" if opens_again(text) else "contradicted", event=event, reading=reading)
            rows[key] = replace(told, status=RowStatus.OPEN, closed=None)
            found[event.key] = key
    return found


def _closed_under(statement: Statement, *, pool: Pool) -> str | None:
    """The only closed row under whose very point something is told anew, if they have a telling word in common."""
    found = [row for row in pool.rows if is_about(statement.title or "", row=row)]
    return found[0].key if len(found) == 1 and share_telling_word(statement.text, f"{found[0].text} {found[0].opened.title}") else None
