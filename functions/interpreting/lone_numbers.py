"""Automatic numbers on lines of their own: Word shows them before nothing, and what they number is the next paragraph."""

from __future__ import annotations

from dataclasses import replace

from functions.interpreting.numbers import automatic, rises
from functions.interpreting.tables import Unit
from functions.languages import LanguagePack
from functions.model.document import Block

_FEWEST = 3
_TITLE = 120


def with_lone_numbers(units: list[Unit], *, pack: LanguagePack) -> list[Unit]:
    """The units with the number of a blank paragraph before the title below it; unchanged where fewer than three such numbers count upwards."""
    found: dict[int, str] = {}
    numbers = []
    for at, unit in enumerate(units[:-1]):
        below = units[at + 1]
        if not isinstance(unit, Block) or unit.text.strip() or not isinstance(below, Block) or below.number or not _is_title(below.text.strip()):
            continue
        number = automatic(unit, pack=pack)
        if number is not None and unit.number is not None:
            numbers.append(number)
            found[at + 1] = unit.number
    if len(numbers) < _FEWEST or not rises([*numbers]):
        return units
    return [replace(unit, number=found[at]) if at in found and isinstance(unit, Block) else unit for at, unit in enumerate(units)]


def _is_title(text: str) -> bool:
    return 0 < len(text) < _TITLE and not text.endswith((".", "!", "?"))
