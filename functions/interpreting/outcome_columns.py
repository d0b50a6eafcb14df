"""Columns that tell how each point ended ("Utfall", "Hur det blev"): which cells they hold, and which of their sentences decide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from functions.interpreting.labels import folded_label
from functions.interpreting.layout import Line
from functions.interpreting.phrases import phrase, words_of
from functions.interpreting.rules import rules_for
from functions.interpreting.spans import Span
from functions.interpreting.tables import goes_with, is_mixed
from functions.languages import LanguagePack

if TYPE_CHECKING:
    from functions.interpreting.statements import Statement

OUTCOME_RULE = "decision.outcome"
# Fewer columns leave none for what was said.
_COLUMNS = 3
_PUT_OFF = ("tabled", "returned", "deferred", "parked")
# A longer sentence tells more than how it ended.
_ELLIPTIC = 18
# The longest matter that is quoted with its outcome.
_MATTER = 160

Place = tuple[int, int, int]


def outcome_cells(lines: list[Line], header: tuple[str, ...], *, pack: LanguagePack) -> dict[Place, Span | None]:
    """The cells in a column for outcomes, of the table of items and of tables within the item; there with what its row is about."""
    words = pack.words("tables", "outcome")
    tasks = {*pack.words("tables", "task"), *pack.words("tables", "measures")}  # there it tells how a task went, or a figure
    apart = {word for key in ("item", "number", "owner", "due", "presenter", "slot", "status", "outcome") for word in pack.words("tables", key)}
    if tasks & set(header) or not any(text not in apart for text in header):  # no other column for what was said
        header = ()
    tasks |= {*pack.words("tables", "owner"), *pack.words("tables", "due")}
    of_items = {col for col, text in enumerate(header) if text in words and col > 0} if len(header) >= _COLUMNS else set()
    if sum(text not in apart for text in header) > 1:  # "Beslut/åtgärd" behind what was said
        decides = [is_mixed(text, pack=pack) or goes_with(text, "decided", "owner", pack=pack) for text in header]
        of_items |= {col for col, told in enumerate(decides) if told and col > 0}
    tables: dict[int, list[tuple[int, int, Span]]] = {}
    for line in lines:
        if (cell := line.span.block.cell) is not None:
            tables.setdefault(cell.table, []).append((cell.row, cell.col, line.span))
    found: dict[Place, Span | None] = {}
    for table, cells in tables.items():
        first = min(row for row, _, _ in cells)
        heads = {col: folded_label(span.text) for row, col, span in cells if row == first}
        inner = {col for col, text in heads.items() if text in words and col > min(heads)} if len(heads) >= _COLUMNS else set()
        inner = set() if tasks & set(heads.values()) else inner
        for row, col, _ in cells:
            if inner and row != first and col in inner:
                found[table, row, col] = _matter_of([(c, span) for r, c, span in cells if r == row and c < col])
            elif not inner and col in of_items:
                found[table, row, col] = None
    return found


def _matter_of(cells: list[tuple[int, Span]]) -> Span | None:
    """The nearest cell to the left that says something in words."""
    told = [span for _, span in sorted(cells, key=lambda cell: cell[0]) if re.search(r"[^\W\d_]{3}", span.text)]
    return told[-1] if told and len(told[-1].text) <= _MATTER else None


def is_outcome_told(statement: Statement, *, pack: LanguagePack) -> bool:
    """Whether a sentence under "Utfall" decides: the first of its cell, or a later one with "ingen"; no status, task, day or deferral."""
    if not statement.outcome:
        return False
    text, folded = statement.text.strip(), statement.text.casefold().strip(" .–—-!")
    if folded in pack.words("decisions", "outcome_answers"):
        return statement.first and statement.matter is not None
    if not statement.first and phrase(pack, r"<<decisions.refusals>>\b").match(text) is None:
        return False
    if any(word == folded for words in pack.table("tables", "statuses").values() for word in words):
        return False
    silent = (*pack.words("formalities", "no_decision"), *pack.words("decisions", "outcome_unsettled"))
    if not folded or folded.startswith(silent) or folded in pack.words("formalities", "no_decision_alone"):
        return False
    if phrase(pack, r"\b<<decisions.outcome_work>>\W*$").search(text) or words_of(pack, "formalities", "thanks").search(text):
        return False
    facts = r"\b<<verbs.have_or_be|verbs.told|verbs.passive_modals|decisions.reported|decisions.no_deeds|decisions.becoming>>\b"
    if phrase(pack, facts).search(re.split(r"[,;]", text)[0]) or len(text.split()) > _ELLIPTIC:
        return False  # a sentence that tells how things are
    month = phrase(pack, r"(?:<<dates.weekdays>>\w*\s+)?\d{1,2}(?:\s*/\s*\d|[.:]?\d*\s+(?:<<dates.months>>))").match(text)
    puts_off = [rule for rule in rules_for(pack, kinds=_PUT_OFF) if rule.form != "bare"]  # its words alone put nothing off
    return month is None and not any(rule.pattern.search(text) for rule in puts_off)
