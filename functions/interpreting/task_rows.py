"""What a row of a table gives somebody to do, as the readers of tables hand it on."""

from __future__ import annotations

from dataclasses import dataclass

from functions.interpreting.spans import Span
from functions.interpreting.subjects import Owners
from functions.model.minutes import DateMention, Tier

RULE = "action.table"
RULE_COLUMN = "action.column"


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One row: the task's words, who, by when, how it stands; item: the point it refers to, when the table stands under one.

    logged: a log that marks its new rows as such, or tells of others what became of them, so that all with a word in the column are earlier.
    guessed: its column of outcomes was told by the cells, not by its heading.
    """

    item: str | None
    text: tuple[Span, ...]
    owners: Owners
    due: DateMention | None
    status: tuple[Span, ...]
    earlier: bool
    overdue: bool = False
    logged: bool = False
    rule: str = RULE
    tier: Tier = Tier.SURE
    guessed: bool = False
