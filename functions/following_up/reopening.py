"""Closed rows that minutes speak of as open: taken up anew, or told not to be so, in what they say of earlier tasks or in a new task."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from functions.following_up.denying import denies_deed, opens_with_thing
from functions.following_up.hearing import denies, opens_again, takes_back
from functions.following_up.matching import TELLING, Statement, match_statement
from functions.following_up.plain_data import text_of, texts_of, told_in
from functions.following_up.profiles import Pool
from functions.following_up.readings import Reading
from functions.following_up.repeating import is_about, share_telling_word
from functions.following_up.rows import Row, note
from functions.following_up.words import any_word
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
    if not denied and (found := hear_denial(rows, event=event, statement=statement, pool=pool, better_than=better_than, reading=reading)) is not None:
        return found
    if status == "part_done" and passing and not (again or denied):  # a part of something else, more likely
        return None
    if status not in ("kept", "part_done") and not (again or denied):
        return None
    match = match_statement(statement, pool=pool())
    if passing and not (again or denied) and not any(opens_with_thing(statement.text, row=rows[key], names=pool().names) for key in match.keys):
        return None
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


def hear_denial(
    rows: dict[str, Row], *, event: Event, statement: Statement, pool: Callable[[], Pool], better_than: float, reading: Reading
) -> str | None:
    """Ask about the closed task of whose very deed or thing a statement says that it is not so, and its key.

    pool: gives the closed rows; better_than: how well the statement fits an open row."""
    if any_word("not_so").search(statement.text) is None and any_word("still_so").search(statement.text) is None:
        return None
    match = match_statement(statement, pool=pool())
    if len(match.keys) != 1 or match.words.telling < TELLING or match.score <= better_than:
        return None
    row = rows[match.keys[0]]
    if row.kind is not RowKind.ACTION or not denies_deed(statement.text, row=row, names=pool().names):
        return None
    told = note(row, type="contradicted", event=event, reading=reading)
    rows[row.key] = replace(told, status=RowStatus.SEEMS_DONE, closed=None)
    return row.key


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
