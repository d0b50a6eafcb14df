"""The columns of the agenda's table: which of ours is which of hers, and new ones put in where she left the table as it was."""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from docx.oxml.ns import qn

from functions.drafting.base import Base
from functions.drafting.controls import Unit, cells_of_row, read_whole
from functions.drafting.paper import Paper, Unmergeable, bring_over

_CHANGED = "tabellen med punkterna har fått andra kolumner"


def match_columns(unit: Unit, mine: Unit) -> list[int] | None:
    """For each column of her table the one of ours with the same heading, -1 where there is none; None when they are the same.

    Raises Unmergeable where too little of hers is known.
    """
    there, here = _row(unit), _row(mine)
    if there is None or here is None or len(cells_of_row(there)) == len(cells_of_row(here)):
        return None
    hers, ours = _headings(there), _headings(here)
    columns = [ours.index(words) if words in ours else -1 for words in hers]
    if len(hers) != len(cells_of_row(there)) or sum(at >= 0 for at in columns) * 2 < min(len(hers), len(ours)):
        raise Unmergeable(_CHANGED)
    return columns


def fit_columns(rows: Sequence[Unit], mine: Mapping[str, Unit], *, base: Base, untouched: Collection[str], hers: Paper, ours: Paper) -> None:
    """Put the columns of ours that are new into her table, when its columns are those that we wrote. Raises Unmergeable where she made others."""
    first = next((unit for unit in rows if unit.tag in mine and unit.tag in base.lines), None)
    if first is None:
        return
    there, here = _row(first), _row(mine[first.tag])
    table, model = (next(row.iterancestors(qn("w:tbl")), None) if row is not None else None for row in (there, here))
    if table is None or model is None:
        return
    known, wanted = _headings(there), _headings(here)
    singles = [unit for unit in rows if unit.tag in base.lines and sum(1 for node in unit.content if node.tag == qn("w:tr")) == 1]
    differing = sum(len(cells_of_row(_row(unit))) != len(base.lines[unit.tag].cells) for unit in singles)
    if differing * 2 > len(singles):
        raise Unmergeable(_CHANGED)
    new = [at for at, words in enumerate(wanted) if words not in known]
    if differing or not new or [words for words in wanted if words in known] != known:
        return
    models = {unit.tag: _row(unit) for unit in mine.values()}
    owners = [(_row(unit), unit) for unit in rows]
    for row in [row for row in table.iter(qn("w:tr")) if next(row.iterancestors(qn("w:tbl"))) is table]:
        unit = next((unit for owned, unit in owners if owned is row), None)
        is_head = row is _head(table)
        source = _head(model) if is_head else models.get(unit.tag) if unit is not None and unit.tag in untouched else None
        for at in new:
            cells = cells_of_row(row)
            cell = (
                bring_over(cells_of_row(source)[at], source=ours, target=hers) if source is not None else _blank(cells_of_row(here)[at], ours, hers)
            )
            if at < len(cells):
                cells[at].addprevious(cell)
            else:
                cells[-1].addnext(cell)
        for cell, like in zip(cells_of_row(row), cells_of_row(here), strict=False):
            _copy_width(like, cell)
    grid, like = table.find(qn("w:tblGrid")), model.find(qn("w:tblGrid"))
    if grid is not None and like is not None:
        grid.getparent().replace(grid, copy.deepcopy(like))


def _row(unit: Unit) -> Any:
    return next((node for content in unit.content for node in content.iter(qn("w:tr"))), None)


def _head(table: Any) -> Any:
    return next(table.iter(qn("w:tr")))


def _headings(row: Any) -> list[str]:
    return [read_whole(cell) for cell in cells_of_row(_head(next(row.iterancestors(qn("w:tbl")))))]


def _blank(cell: Any, source: Paper, target: Paper) -> Any:
    made = bring_over(cell, source=source, target=target)
    first = next(made.iter(qn("w:p")))
    for child in [child for child in made if child.tag != qn("w:tcPr")]:
        made.remove(child)
    for child in [child for child in first if child.tag != qn("w:pPr")]:
        first.remove(child)
    made.append(first)
    return made


def _copy_width(like: Any, cell: Any) -> None:
    width = like.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    mine = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    if width is not None and mine is not None:
        mine.set(qn("w:w"), width.get(qn("w:w"), ""))
        mine.set(qn("w:type"), width.get(qn("w:type"), "dxa"))
