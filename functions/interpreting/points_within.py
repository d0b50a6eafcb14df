"""Points of a point ("5.1", "5.2") that stand as bold, underlined or short lines below a numbered heading ("5")."""

from __future__ import annotations

from itertools import count

from functions.interpreting.numbers import Entries, Numbered
from functions.interpreting.spans import Span
from functions.model.document import Block, BlockKind

_SHORT = 70
_FEWEST = 2


def points_within(entries: Entries, numbers: dict[int, Numbered | None], headings: set[int]) -> frozenset[int]:
    """The ids of the paragraphs that open a point of the heading above them; those below one heading count from one by one."""
    groups: dict[str, list[tuple[Block, Span, str]]] = {}
    parent = None
    for block, span in entries:
        number = numbers[id(block)]
        if id(block) in headings:
            parent = number.number if number is not None else None
        elif number is not None and number.form == "decimal" and block.kind is not BlockKind.HEADING:
            above, _, last = number.number.rpartition(".")
            if above == parent and _is_title(block, span):
                groups.setdefault(above, []).append((block, span, last))
    whole = [group for group in groups.values() if all(last == str(at) for (_, _, last), at in zip(group, count(1), strict=False))]
    found = frozenset(id(block) for group in whole for block, _, _ in group)
    return found if len(found) >= _FEWEST else frozenset()


def _is_title(block: Block, span: Span) -> bool:
    """Whether a paragraph opens in a look of its own, or is a short line that is no sentence."""
    first = next((run for run in block.runs if run.end > span.start and block.text[run.start : run.end].strip()), None)
    if first is not None and (first.bold or first.underline):
        return True
    return len(span.text) < _SHORT and not span.text.endswith((".", "!", "?", ",", ";"))
