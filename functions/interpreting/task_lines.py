"""The numbered lines of a list of tasks at the end of the minutes, told apart from points."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from functions.interpreting.headings import Heading
from functions.interpreting.tables import Unit
from functions.model.document import Block, BlockKind

_COUNTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}[.)]?\s+(?=[^\W\d])")


class TaskLines:
    """Which numbered paragraphs stand close together like a list ("9.1 …", "9.2 …"), and so may be tasks rather than points."""

    def __init__(self, units: Sequence[Unit], headings: Mapping[int, Heading]) -> None:
        told = [unit for unit in units if not isinstance(unit, Block) or unit.text.strip()]
        self._places = {id(unit): place for place, unit in enumerate(units)}
        self._lines: set[int] = set()
        below = None
        for unit in reversed(told):
            ends = below is None or id(below) in self._lines or (isinstance(below, Block) and id(below) in headings and not _is_counted(below))
            if isinstance(unit, Block) and _is_counted(unit) and ends:
                self._lines.add(id(unit))
            below = unit
        points = (place for place, unit in enumerate(units) if id(unit) in headings and id(unit) not in self._lines)
        self._last = max(points, default=-1)

    def holds(self, block: Block) -> bool:
        """Whether a paragraph is such a line."""
        return id(block) in self._lines

    def opens(self, place: int) -> bool:
        """Whether no point begins behind the unit at this place."""
        return place > self._last


def _is_counted(block: Block) -> bool:
    return block.kind is not BlockKind.HEADING and not block.all_bold and _COUNTED.match(block.text.strip()) is not None
