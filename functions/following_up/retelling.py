"""New tasks and decisions that are an open row's: who has it now, the rest of it, or a new day for it."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from functions.following_up.agreeing import agree
from functions.following_up.handing_on import HANDING, handed_over, new_owner
from functions.following_up.kinds import last_kinds
from functions.following_up.matching import SEAMS, TELLING, Match, Statement, match_statement
from functions.following_up.naming import Names, one_of
from functions.following_up.plain_data import date_mention_of, text_of, texts_of, told_in
from functions.following_up.profiles import Pool, knows, matter_words, strange_words, telling_words
from functions.following_up.readings import Reading
from functions.following_up.repeating import is_about
from functions.following_up.rows import Row, move_due, note, reassign
from functions.following_up.verbs import promises, still_promises
from functions.following_up.words import any_word, either, same_owners
from functions.model.events import Event, EventType
from functions.model.register import RowKind


def tell_anew(rows: dict[str, Row], *, pool: Pool, reading: Reading, names: Names, but: Container[str]) -> dict[str, str]:
    """Change open rows as new tasks and decisions say: the key of a new task that is an earlier one's → the row's.

    pool: the rows that were open before the meeting; but: keys of new tasks that are known to be another row's.
    """
    found: dict[str, str] = {}
    for event in (*reading.of(EventType.OPENED), *reading.of(EventType.DECIDED)):
        task = event.type is EventType.OPENED
        if event.key in but or (task and text_of(event.data, "kind") != RowKind.ACTION.value) or event.data.get("decided_by"):
            continue
        text = told_in(event.data, event.quotes)
        owner, day = new_owner(text, names=names), any_word("another_day").search(text) is not None
        rest = any_word("rest_of_it").search(text) is not None
        due = date_mention_of(event.data.get("due"))
        if owner is None and not task:
            continue
        statement = Statement(text, texts_of(event.data, "owners"), text_of(event.data, "item_title") or reading.title_of(event))
        row = _meant(statement, match=match_statement(statement, pool=pool), rows=rows)
        if row is None or row.key in found.values():
            continue
        if owner is None and same_owners(statement.owners, row.owners) and not last_kinds(row.text) & HANDING:
            owner = handed_over(text, names=names)
        left = owner is not None or rest or day
        if not left and not (due is not None and _is_its_deed(event, statement, row=row, names=names)):
            continue
        row = note(row, type="part_done" if rest else "kept" if left else "mentioned", event=event, reading=reading)
        if owner is not None and not one_of((owner,), row.owners):
            row = reassign(row, owners=(owner,), event=event, reading=reading)
        rows[row.key] = move_due(row, due=due, event=event, reading=reading)
        if task and event.key:
            found[event.key] = row.key
    return found


def _is_its_deed(event: Event, statement: Statement, *, row: Row, names: Names) -> bool:
    """Whether somebody promises a task of theirs again, by its own verb, of its very thing and of nothing else ("Bo räknar gungorna när det
    blir vår, senast 5 maj")."""
    text = SEAMS.split(text_of(event.data, "text") or "")[-1]
    things = [word for word in matter_words(row.text, names=names) if not promises(row.text, word)]
    ends = [one.start() for one in re.finditer(rf"[,;]\s|\s{either('conditions', section='follow_ups')}\s", text)]
    openings = (text[:end] for end in (*ends, len(text)))
    clause = next((one for one in openings if any(knows(things, word) for word in telling_words(one, names=names))), "")
    joined = any_word("and_words")
    first, *rest = joined.split(clause, maxsplit=1)
    promise = rest[0] if rest and not still_promises(row.text, first) else clause  # "Mässan är flyttad och Bo beställer skyltarna"
    if not same_owners(statement.owners, row.owners) or not still_promises(row.text, promise) or strange_words(promise, row=row, names=names):
        return False
    if len(joined.findall(promise)) > len(joined.findall(row.text)):  # "… och bokar lokalen"
        return False
    if not any(knows(things, word) for word in telling_words(promise, names=names)):  # "Sara reviderar rutinen och tar med den till mötet"
        return False
    return not agree(text, row=row, title=statement.title, names=names, doers=()).elsewhere


def put_off_tasks(rows: dict[str, Row], *, pool: Pool, reading: Reading) -> dict[str, Row]:
    """The rows where a matter that is put off to a day moves the one open task under its point, of which nothing else was said."""
    changed = dict(rows)
    for event in reading.of(EventType.OPENED):
        due, title = date_mention_of(event.data.get("due")), text_of(event.data, "item_title")
        if text_of(event.data, "kind") != RowKind.DEFERRED.value or due is None or title is None:
            continue
        under = [row for row in pool.rows if row.kind is RowKind.ACTION and is_about(title, row=row)]
        if len(under) != 1 or not changed[under[0].key].is_open:
            continue
        row = changed[under[0].key]
        if not any(line.meeting == reading.date for line in row.history):
            again = note(row, type="postponed", event=event, reading=reading)
            changed[row.key] = replace(move_due(again, due=due, event=event, reading=reading), times_postponed=row.times_postponed + 1)
    return changed


def _meant(statement: Statement, *, match: Match, rows: dict[str, Row]) -> Row | None:
    """The one open task of which words are said anew: they stand under its own point, or tell it from the others."""
    if len(match.keys) != 1:
        return None
    row = rows[match.keys[0]]
    told = match.words.telling >= TELLING or is_about(statement.title or "", row=row)
    return row if row.kind is RowKind.ACTION and row.is_open and told else None
