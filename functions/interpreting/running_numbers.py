"""The running number that a log of tasks gives each of them ("B14"), by which later minutes may name it and nothing else; also behind its words,
in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from functions.model.document import Block, Document
from functions.model.minutes import Action, FollowUp

_NUMBER = r"[A-ZÅÄÖ]{1,4}[- ]?\d{1,4}(?:[-/:]\d{1,4})?|(?:19|20)\d\d:\d{1,3}|\d{1,3}[:/](?:19|20)\d\d"
_CELL = re.compile(rf"(?:(?:[Nn]r|#)\.?\s*)?({_NUMBER})[.:]?")
_OPENING = re.compile(r"(?:(?:[Nn]r|#)\.?\s*)?([A-ZÅÄÖ]{1,4}-?\d{1,4}(?:[-/:]\d{1,4})?|(?:19|20)\d\d:\d{1,3})(?=[\s.:)–]|-\s)")
_BRACKETED = re.compile(r"\(((?:[A-ZÅÄÖ]{1,4}-?\d{1,4}(?:[-/:]\d{1,4})?|(?:19|20)\d\d:\d{1,3}))\)[.\s]*$")
_TABLE_ROW = "action.table"
T = TypeVar("T", Action, FollowUp)


def with_numbers(facts: Iterable[T], document: Document) -> tuple[T, ...]:
    """The facts with the number that stands in a cell of its own in their table row, or that opens their paragraph."""
    rows: dict[tuple[int, int], list[Block]] = {}
    for block in document.blocks:
        if block.cell is not None:
            rows.setdefault((block.cell.table, block.cell.row), []).append(block)
    return tuple(replace(fact, number=_number(fact, document, rows)) for fact in facts)


def merge_numbered(actions: Iterable[Action]) -> tuple[Action, ...]:
    """The tasks, where the row of a log that has the number of one told before it is that one again: it adds its quotation and its day."""
    merged: list[Action] = []
    places: dict[str, int] = {}
    for action in actions:
        place = places.get(action.number) if action.number is not None and action.rule == _TABLE_ROW else None
        if place is not None:
            before = merged[place]
            quotes = (*before.quotes, *(quote for quote in action.quotes if quote not in before.quotes))
            merged[place] = replace(before, quotes=quotes, owners=before.owners or action.owners, due=before.due or action.due)
            continue
        if action.number is not None:
            places.setdefault(action.number, len(merged))
        merged.append(action)
    return tuple(merged)


def _number(fact: Action | FollowUp, document: Document, rows: dict[tuple[int, int], list[Block]]) -> str | None:
    block = document.by_id.get(fact.quotes[0].block) if fact.quotes else None
    if block is None:
        return None
    if block.cell is not None:
        for other in rows[block.cell.table, block.cell.row]:
            if found := _CELL.fullmatch(other.text.strip()):
                return _plain(found[1])
    found = _OPENING.match(block.text.lstrip()) or next((hit for quote in fact.quotes if (hit := _BRACKETED.search(quote.text or ""))), None)
    return _plain(found[1]) if found else None


def _plain(number: str) -> str:
    return re.sub(r"^([^\W\d_]+)[\s-](?=\d+$)", r"\1", number)
