"""Tables that only frame a section's number ("§ 12" in a cell, its title beside or below, even outside): read as the lines that they hold."""

from __future__ import annotations

from functions.interpreting.item_boxes import boxes_of
from functions.interpreting.labels import folded_label
from functions.interpreting.numbers import numbered
from functions.interpreting.section_lines import bare_figures, bare_section
from functions.interpreting.tables import Table, Unit
from functions.languages import LanguagePack
from functions.model.document import Block

_HEAD_ROWS, _FEWEST = 3, 2


def without_frames(units: list[Unit], *, pack: LanguagePack) -> list[Unit]:
    """The units with every table that frames one section's number taken for its paragraphs, unless the title of each is known as it stands."""
    frames = {id(unit) for unit in units if isinstance(unit, Table) and _frames_a_section(unit, pack=pack)}
    if len(frames) < _FEWEST:
        frames = _frames_of_figures(units)
    elif not any(isinstance(unit, Block) and _opens_section(unit.text, pack=pack) for unit in units):
        boxes = boxes_of(units, pack=pack)
        titles = [box[1] if (box := boxes.get(at)) is not None else None for at in frames]
        known = all(title is not None and title.text and bare_section(title.block.text, pack=pack) is None for title in titles)
        frames = set() if known else frames
    plain: list[Unit] = []
    for unit in units:
        plain.extend(_paragraphs(unit, pack=pack) if isinstance(unit, Table) and id(unit) in frames else [unit])
    return plain


def _frames_a_section(table: Table, *, pack: LanguagePack) -> bool:
    """Whether exactly one cell opens with a section's number, and it stands in the first rows."""
    places = [at for at, row in enumerate(table.rows) for cell in row if _opens_section(cell.text.partition("\n")[0], pack=pack)]
    return len(places) == 1 and places[0] < _HEAD_ROWS


def _opens_section(line: str, *, pack: LanguagePack) -> bool:
    number = numbered(line.strip(), pack=pack)
    return (number is not None and number.form == "section") or bare_section(line, pack=pack) is not None


def _frames_of_figures(units: list[Unit]) -> set[int]:
    """The tables whose first cell holds nothing but a figure, where these count by one from table to table."""
    tables = [unit for unit in units if isinstance(unit, Table) and len(unit.rows) <= _HEAD_ROWS]
    firsts = [next((cell.text for row in table.rows for cell in row if cell.text), "").partition("\n")[0] for table in tables]
    found = bare_figures((2 * position, text) for position, text in enumerate(firsts))
    return {id(tables[position // 2]) for position in found}


def _paragraphs(table: Table, *, pack: LanguagePack) -> list[Block]:
    """The paragraphs row by row; "Ärende" beside the title is none."""
    words = pack.words("tables", "item")
    rows = [[cell for cell in row if cell.text] for row in table.rows]
    rows = [row[1:] if len(row) > 1 and folded_label(row[0].text) in words else row for row in rows]
    return [block for row in rows for cell in row for block in cell.blocks if block.text.strip()]
