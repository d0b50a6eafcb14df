"""Notes typed on a draft of ours: each belongs to the line that it stands at, and a line without one was not spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from functions.interpreting.follow_ups import RULE_PAIRED
from functions.interpreting.layout import ItemText, Layout
from functions.interpreting.outcomes import has_happened, status_of
from functions.interpreting.spans import Span, is_ours, joined, lines_of, quotes_of
from functions.languages import LanguagePack
from functions.model.document import Block, Document
from functions.model.minutes import FollowUp, Tier

_TASK = re.compile(r"dg:(?:more-)?row-[0-9a-f]{16}(?:-\d+)?")
_ORIGIN = re.compile(r"\s*\((?:från|tillagd)\s[^()]*\)$")


def notes_on_tasks(document: Document, layout: Layout, *, pack: LanguagePack) -> tuple[FollowUp, ...]:
    """What was typed at each task of the draft, as said of that task."""
    found = []
    for task, notes in _tasks(document):
        if not notes:
            continue
        told = joined(notes)
        status = status_of(told, task=task.text, pack=pack)
        status = "done" if status == "mentioned" and has_happened(told, pack=pack) else status
        found.append(FollowUp(_item_of(task, layout), task.text, (), status, None, RULE_PAIRED, Tier.SURE, quotes_of((task, *notes))))
    return tuple(found)


def said_elsewhere(follow_ups: Sequence[FollowUp], notes: Sequence[FollowUp], document: Document) -> tuple[FollowUp, ...]:
    """The follow-ups that are neither notes on tasks again nor lines of the draft at which nobody wrote."""
    ours = {span.block.id for span in _generated(document)}
    taken = {quote.block for note in notes for quote in note.quotes} | ours
    return tuple(one for one in follow_ups if not one.quotes or not all(quote.block in taken for quote in one.quotes))


def was_passed_over(item: ItemText) -> bool:
    """Whether a point is a carried matter's line on our draft at which nobody wrote: the meeting did not come to it."""
    tags = [control.tag or "" for span in item.title for control in span.block.controls]
    return any(map(_TASK.fullmatch, tags)) and all(map(is_ours, (*item.title, *(line.span for line in item.lines)))) and not item.tables


def _tasks(document: Document) -> Iterator[tuple[Span, list[Span]]]:
    """Each task's own words, and what stands behind them in its paragraph and in those that follow in the same cell."""
    task: Span | None = None
    notes: list[Span] = []
    for block in document.body():
        lines = [control for control in block.controls if (control.tag or "").startswith("dg:")]
        own = next((control for control in lines if len(lines) > 1 and _TASK.fullmatch(control.tag or "")), None)
        if own is not None or (lines and task is not None):
            if task is not None:
                yield task, notes
            task, notes = None, []
        if own is not None:
            words = _without_origin(Span(block, own.start, own.end).trimmed())
            rest = Span(block, max(control.end for control in lines), len(block.text)).trimmed(" –-:;,.\t")
            task, notes = words, [rest] if re.search(r"\w", rest.text) else []
        elif task is not None:
            if _cell(block) != _cell(task.block):
                yield task, notes
                task, notes = None, []
            else:
                notes += [line for line in lines_of(block) if not is_ours(line)]
    if task is not None:
        yield task, notes


def _without_origin(span: Span) -> Span:
    found = _ORIGIN.search(span.text)
    return span.part(0, found.start()).trimmed() if found else span


def _generated(document: Document) -> Iterator[Span]:
    """The lines that stand as we wrote them, and nothing behind them."""
    for block in document.body():
        spans = list(lines_of(block))
        if spans and all(is_ours(span) for span in spans):
            yield from spans


def _cell(block: Block) -> tuple[int, int, int] | None:
    return (block.cell.table, block.cell.row, block.cell.col) if block.cell is not None else None


def _item_of(task: Span, layout: Layout) -> str | None:
    """The number of the point under which a task stands."""
    return next((item.ref for item in layout.items for line in item.lines if line.span.block.id == task.block.id), None)
