"""The running number that a log of tasks gives each of them ("B14"), by which later minutes may name it and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from functions.model.document import Block, Document
from functions.model.minutes import Action, FollowUp

_NUMBER = r"[A-ZÅÄÖ]{1,4}[- ]?\d{1,4}|(?:19|20)\d\d:\d{1,3}|\d{1,3}[:/](?:19|20)\d\d"
_CELL = re.compile(rf"(?:(?:[Nn]r|#)\.?\s*)?({_NUMBER})[.:]?")
_OPENING = re.compile(r"(?:(?:[Nn]r|#)\.?\s*)?([A-ZÅÄÖ]{1,4}-?\d{1,4}|(?:19|20)\d\d:\d{1,3})(?=[\s.:)–-])")
T = TypeVar("T", Action, FollowUp)


def with_numbers(facts: Iterable[T], document: Document) -> tuple[T, ...]:
    """The facts with the number that stands in a cell of its own in their table row, or that opens their paragraph."""
    rows: dict[tuple[int, int], list[Block]] = {}
    for block in document.blocks:
        if block.cell is not None:
            rows.setdefault((block.cell.table, block.cell.row), []).append(block)
    return tuple(replace(fact, number=_number(fact, document, rows)) for fact in facts)


def _number(fact: Action | FollowUp, document: Document, rows: dict[tuple[int, int], list[Block]]) -> str | None:
    block = document.by_id.get(fact.quotes[0].block) if fact.quotes else None
    if block is None:
        return None
    if block.cell is not None:
        for other in rows[block.cell.table, block.cell.row]:
            if found := _CELL.fullmatch(other.text.strip()):
                return _plain(found[1])
    found = _OPENING.match(block.text.lstrip())
    return _plain(found[1]) if found else None


def _plain(number: str) -> str:
    return re.sub(r"[\s-](?=\d+$)", "", number) if number[0].isalpha() else number
