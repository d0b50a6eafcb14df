"""Tables of rows like items' that stand among points that paragraphs open: what is told under a point, or a list of points above them."""

from __future__ import annotations

from bisect import bisect
from itertools import pairwise

from functions.interpreting.headings import heading_finder
from functions.interpreting.item_boxes import Boxes
from functions.interpreting.numbers import numbered, rises
from functions.interpreting.section_lines import bare_section
from functions.interpreting.tables import Table, TableKind, Unit
from functions.languages import LanguagePack
from functions.model.document import Block

_FEWEST = 3


def inner_tables(units: list[Unit], kinds: dict[int, TableKind], boxes: Boxes, *, pack: LanguagePack) -> frozenset[int]:
    """The ids of the tables of items that hold none, since numbered paragraphs or tables of their own do.

    Where these have the paragraph sign, every table is one that holds no further number with the sign; else those between two points that
    follow on one another and those behind the last, unless there are more rows than points.
    """
    tables = {at: unit for at, unit in enumerate(units) if isinstance(unit, Table) and kinds[id(unit)] is TableKind.ITEMS}
    tables = {at: table for at, table in tables.items() if boxes.get(id(table)) is None}
    titles = _titles(units, pack=pack) if tables else {}
    points = _boxed(units, boxes) or {at: number for at, number in titles.items() if number is not None and number.isdigit()}
    numbers = [numbered(f"{number}. ", pack=pack) for number in points.values()]
    if len(numbers) < _FEWEST or not rises(numbers):
        bare = [] if any(titles.values()) else sorted(titles)
        return frozenset(id(table) for at, table in tables.items() if _told_under(units, bare, at))
    if _signed(units, points, pack=pack):
        own = set(points.values())
        return frozenset(id(table) for table in tables.values() if _signs_of(table, pack=pack) <= own)
    places = sorted(points)
    return frozenset(id(table) for at, table in tables.items() if len(table.rows) <= len(points) and _follow_on(points, places, at))


def _boxed(units: list[Unit], boxes: Boxes) -> dict[int, str]:
    """The numbers of the points that have a table each, by their places."""
    found = {at: boxes.get(id(unit)) for at, unit in enumerate(units)}
    return {at: box[0] for at, box in found.items() if box is not None and box[0] is not None and box[0].isdigit()}


def _titles(units: list[Unit], *, pack: LanguagePack) -> dict[int, str | None]:
    """The numbers of the points that paragraphs open, None for one without, by their places."""
    find = heading_finder([unit for unit in units if isinstance(unit, Block)], pack=pack, beside_table=False)
    found = {at: heading for at, unit in enumerate(units) if isinstance(unit, Block) and (heading := find(unit)) is not None}
    return {at: heading.number for at, heading in found.items()}


def _told_under(units: list[Unit], titles: list[int], at: int) -> bool:
    """Whether a table stands among titles without numbers that have paragraphs of their own: at least one above it and two below."""
    said = [
        title
        for title, end in pairwise((*titles, len(units)))
        if any(isinstance(unit, Block) and unit.text.strip() for unit in units[title + 1 : end])
    ]
    above = bisect(said, at)
    return above >= 1 and len(said) - above >= 2


def _follow_on(points: dict[int, str], places: list[int], at: int) -> bool:
    """Whether the point above a place and the one below it count by one, or there is none below."""
    below = bisect(places, at)
    return below == len(places) or (below > 0 and int(points[places[below - 1]]) + 1 == int(points[places[below]]))


def _signed(units: list[Unit], points: dict[int, str], *, pack: LanguagePack) -> bool:
    """Whether the points have the sign in their own lines or in lines of its own."""
    firsts = [unit.text if isinstance(unit, Block) else unit.rows[0][0].text for unit in units if isinstance(unit, Block) or unit.rows]
    return sum(_sign(text, pack=pack) in points.values() for text in firsts) >= _FEWEST


def _sign(text: str, *, pack: LanguagePack) -> str | None:
    """The number with the paragraph sign that opens a line or is all of it."""
    first = text.strip().partition("\n")[0]
    number = numbered(first, pack=pack)
    return number.number if number is not None and number.form == "section" else bare_section(first, pack=pack)


def _signs_of(table: Table, *, pack: LanguagePack) -> set[str]:
    return {sign for row in table.rows if row and (sign := _sign(row[0].text, pack=pack)) is not None}
