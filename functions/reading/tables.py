"""Word tables: which cells they have once tracked changes are accepted, where each stands and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from functions.model.document import Control
from functions.reading.controls import read_control
from functions.reading.namespaces import ALTERNATE, DEL, INS, MOVE_FROM, SDT, SDT_CONTENT, TBL_PR, TC, TC_PR, TR, TR_PR, VAL, W, is_on, whole_number
from functions.reading.stories import branch

_CELL_SPANS = 1000  # more columns than a page has room for; guards against spans of a billion
_TBL_LOOK, _TBL_STYLE = W + "tblLook", W + "tblStyle"
# ISO/IEC 29500-4, 14.4.2: the bits of w:tblLook's w:val, for files from before 2010, and the attribute that replaced each.
_LOOKS = (("firstRow", "firstRow", 0x20), ("lastRow", "lastRow", 0x40), ("firstColumn", "firstCol", 0x80), ("lastColumn", "lastCol", 0x100))


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell with its place on the grid. spread: rows and columns that were merged into it, counted up as they come; more: merged cells with text."""

    element: Element
    row: int
    col: int
    header: bool
    controls: tuple[Control, ...]
    spread: dict[str, int] = field(default_factory=dict)
    more: list[Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells in reading order, its style, and the regions ("firstRow" …) that the style treats apart."""

    slots: list[Slot]
    rows: int
    cols: int
    style: str | None
    regions: frozenset[str]


def read_grid(table: Element) -> Grid:
    """The cells of a table. Merged ones come once; deleted rows and cells do not come."""
    slots: list[Slot] = []
    above: dict[int, Slot] = {}
    rows = cols = 0
    heading = True
    for row, controls in _children_of(table, TR, ()):
        properties = row.find(TR_PR)
        if properties is not None and properties.find(DEL) is not None:
            continue
        heading = heading and _is_header(properties)
        col = _number(properties, "gridBefore", 0)
        current: dict[int, Slot] = {}
        last: Slot | None = None
        for cell, cell_controls in _children_of(row, TC, controls):
            own = cell.find(TC_PR)
            if own is not None and own.find(W + "cellDel") is not None:
                continue
            span = _number(own, "gridSpan", 1) or 1
            merge, sideways = _merge(own)
            origin = above.get(col) if merge == "continue" else None
            if sideways and last is not None:
                last.spread["cols"] += span
                last.more.append(cell)
            elif origin is not None:
                if origin not in current.values():
                    origin.spread["rows"] += 1
                current[col] = origin
                last = None
            else:
                last = Slot(cell, rows, col, heading, cell_controls, {"rows": 1, "cols": span})
                slots.append(last)
                if merge is not None:
                    current[col] = last
            col += span
        cols = max(cols, col)
        above = current
        rows += 1
    style, regions = _read_style(table)
    return Grid(slots, rows, cols, style, regions)


def _children_of(parent: Element, wanted: str, controls: tuple[Control, ...]) -> Iterator[tuple[Element, tuple[Control, ...]]]:
    """Rows of a table or cells of a row, also those inside content controls, custom XML and tracked insertions."""
    for child in parent:
        tag = child.tag
        if tag == wanted:
            yield child, controls
        elif tag == SDT:
            for content in child.iterchildren(SDT_CONTENT):
                yield from _children_of(content, wanted, (*controls, read_control(child)))
        elif tag == ALTERNATE:
            for chosen in branch(child):
                yield from _children_of(chosen, wanted, controls)
        elif tag in (INS, W + "moveTo", W + "customXml", W + "smartTag"):
            yield from _children_of(child, wanted, controls)
        elif tag in (DEL, MOVE_FROM):
            continue


def _merge(properties: Element | None) -> tuple[str | None, bool]:
    """How a cell is merged: "restart" or "continue" downwards (also by a tracked merge, which is accepted), and whether into the cell before it."""
    if properties is None:
        return None, False
    down = properties.find(W + "vMerge")
    merge = None if down is None else (down.get(VAL) or "continue")
    tracked = properties.find(W + "cellMerge")
    if tracked is not None and tracked.get(W + "vMerge") is not None:
        merge = "continue" if tracked.get(W + "vMerge") == "cont" else "restart"
    sideways = properties.find(W + "hMerge")
    return merge, sideways is not None and (sideways.get(VAL) or "continue") == "continue"


def _number(properties: Element | None, name: str, default: int) -> int:
    found = properties.find(W + name) if properties is not None else None
    number = whole_number(found.get(VAL)) if found is not None else None
    return default if number is None or not 0 <= number <= _CELL_SPANS else number


def _is_header(properties: Element | None) -> bool:
    flag = properties.find(W + "tblHeader") if properties is not None else None
    return flag is not None and is_on(flag.get(VAL))


def _read_style(table: Element) -> tuple[str | None, frozenset[str]]:
    properties = table.find(TBL_PR)
    named = properties.find(_TBL_STYLE) if properties is not None else None
    look = properties.find(_TBL_LOOK) if properties is not None else None
    if named is None:
        return None, frozenset()
    bits = 0
    if look is not None:
        try:
            bits = int(look.get(VAL) or "0", 16)
        except ValueError:
            bits = 0
    regions = set()
    for attribute, region, bit in _LOOKS:
        said = look.get(W + attribute) if look is not None else None
        if is_on(said) if said is not None else bits & bit:
            regions.add(region)
    return named.get(VAL), frozenset(regions)


def regions_of(slot: Slot, grid: Grid) -> tuple[str, ...]:
    """The regions a cell lies in, weakest first."""
    inside = {
        "firstCol": slot.col == 0,
        "lastCol": slot.col + slot.spread["cols"] >= grid.cols,
        "firstRow": slot.row == 0,
        "lastRow": slot.row + slot.spread["rows"] >= grid.rows,
    }
    return tuple(region for region, lies in inside.items() if lies and region in grid.regions)
