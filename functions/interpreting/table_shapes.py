"""Tables as the layout needs them: frames opened, two tables in one grid parted, rows in tables of their own put together, numbers brought first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from functions.interpreting.labels import folded_label
from functions.interpreting.numbers import Numbered, number_of
from functions.interpreting.roster_labels import list_label
from functions.interpreting.spans import whole
from functions.interpreting.tables import Table, TableCell, Unit, heads, is_bare_number
from functions.languages import LanguagePack

_FRAME = 6
_FEWEST = 3
_MOSTLY = 0.6


def shaped(units: list[Unit], kept: frozenset[int], *, pack: LanguagePack) -> list[Unit]:
    """The units with every table in the shape that its kind is told by. kept: the ids of tables that stay as they are."""
    shapes: list[Unit] = []
    for unit in _joined(units, kept, pack=pack):
        shapes.extend(_parted(unit, kept, pack=pack) if isinstance(unit, Table) and id(unit) not in kept else [unit])
    return shapes


def heads_coming_days(table: Table, *, pack: LanguagePack) -> bool:
    """Whether a table's own first cell says that its rows are the coming meetings ("Kommande möten 2026 | Tid | Var")."""
    head = table.rows[0][0] if len(table.rows) > 1 and table.rows[0] else None
    if head is None or not 1 < len(table.rows[0]) < _FRAME or not head.text or re.search(r"\d[/.:-]\d", head.text):
        return False
    label = re.sub(r"\s*\b20\d\d$", "", folded_label(head.text))
    return label in pack.words("sections", "next") and all(re.search(r"\d", row[0].text) for row in table.rows[1:] if row)


def _parted(table: Table, kept: frozenset[int], *, pack: LanguagePack) -> list[Unit]:
    """The table, what it frames, or the rows of facts and lists at its head and the items below as two tables, where one grid holds both."""
    if all(len(row) == 1 for row in table.rows) and len(list(table.blocks())) >= _FRAME:
        return shaped([unit for row in table.rows for cell in row for unit in cell.units()], kept, pack=pack)  # a frame around the page
    table = _numbers_first(table, pack=pack)
    labels = pack.all_words("facts", "sections")
    firsts = [folded_label(row[0].text) if row else "" for row in table.rows]
    numbered_rows = [at for at, row in enumerate(table.rows) if len(row) > 1 and is_bare_number(row[0], pack=pack)]
    for at, row in enumerate(table.rows):
        if not row or at == 0:
            continue
        header = _heads_items(row, pack=pack)
        if header or (len(numbered_rows) >= 2 and numbered_rows[0] == at):
            above = [text for text in firsts[:at] if text in labels or list_label(text, pack=pack) is not None]
            titled = header and all(len(cells) == 1 and not is_bare_number(cells[0], pack=pack) for cells in table.rows[:at])
            return [Table(table.rows[:at]), Table(table.rows[at:], table.header)] if titled or 2 * len(above) >= at else [table]
    return [table]


def _heads_items(row: tuple[TableCell, ...], *, pack: LanguagePack) -> bool:
    """Whether a row heads columns of titles and of what was said of them."""
    cells = [folded_label(cell.text) for cell in row]
    return len(cells) > 1 and heads(cells[0], "item", pack=pack) and any(heads(text, "text", pack=pack) for text in cells[1:])


def _numbers_first(table: Table, *, pack: LanguagePack) -> Table:
    """The table with its last column as its first, where that holds nothing but numbers that count by one ("Köer | Tolv veckor. | § 12")."""
    rows = [row for row in table.rows if len(row) > 1]
    last = max((row[-1].col for row in rows), default=0)
    figures = [_figure(row[-1], pack=pack) for row in rows if row[-1].col == last and row[-1].text]
    counts = [int(number.number) for number in figures if number is not None and number.number.isdigit()]
    marked = [number for number in figures if number is not None and number.form in ("section", "number", "word")]
    if len(counts) < _FEWEST or len(marked) < len(rows) - 1 or any(b - a != 1 for a, b in pairwise(counts)):
        return table
    if any(is_bare_number(row[0], pack=pack) for row in rows):
        return table
    turned = [(replace(row[-1], col=0), *row[:-1]) if len(row) > 1 and row[-1].col == last else row for row in table.rows]
    return Table(tuple(tuple(replace(cell, col=at) for at, cell in enumerate(row)) for row in turned), table.header)


def _figure(cell: TableCell, *, pack: LanguagePack) -> Numbered | None:
    return number_of(cell.blocks[0], whole(cell.blocks[0]), pack=pack) if is_bare_number(cell, pack=pack) else None


def _joined(units: list[Unit], kept: frozenset[int], *, pack: LanguagePack) -> Iterator[Unit]:
    """The units with tables that hold one point each, number, title and text in a row, as one table."""
    run: list[Table] = []
    between: list[Unit] = []
    for unit in [*units, None]:
        if isinstance(unit, Table) and id(unit) not in kept and _holds_a_point(unit, pack=pack):
            run.append(unit)
            between.clear()
            continue
        if run and unit is not None and not isinstance(unit, Table) and not unit.text.strip():
            between.append(unit)
            continue
        if run:
            yield from [Table(tuple(row for table in run for row in table.rows))] if _counts(run, pack=pack) else run
            yield from between
            run, between = [], []
        if unit is not None:
            yield unit


def _holds_a_point(table: Table, *, pack: LanguagePack) -> bool:
    """Whether a table has two columns or more and its first cell a number and a title."""
    first = table.rows[0][0] if table.rows and len(table.rows[0]) > 1 else None
    if first is None or not first.blocks or not first.text or is_bare_number(first, pack=pack):
        return False
    return any(cell.text for cell in table.rows[0][1:]) and number_of(first.blocks[0], whole(first.blocks[0]), pack=pack) is not None


def _counts(run: list[Table], *, pack: LanguagePack) -> bool:
    """Whether the numbers of a row of tables count upwards."""
    firsts = [table.rows[0][0].blocks[0] for table in run]
    found = [number_of(block, whole(block), pack=pack) for block in firsts]
    counts = [int(number.number) for number in found if number is not None and number.number.isdigit()]
    return len(counts) == len(run) >= _FEWEST and all(0 < b - a <= 2 for a, b in pairwise(counts))
