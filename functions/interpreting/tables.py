"""Tables: which sort one is, and the agenda items that stand in its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from functions.interpreting.headings import folded_label, number_of, numbered
from functions.interpreting.phrases import phrase
from functions.interpreting.roster_lines import list_people
from functions.interpreting.spans import Span, lines_of, whole
from functions.interpreting.title_lines import repeated_texts
from functions.languages import LanguagePack
from functions.model.document import Block, Document

_TIME = r"(?:<<dates.clock>>\s*)?\d{1,2}[.:]\d{2}(?:\s*[-–—]\s*\d{1,2}[.:]\d{2})?"

_TIMES_OR_WORD = rf"{_TIME}|<<dates.clock>>"


class TableKind(StrEnum):
    """What a table is for."""

    ITEMS = "items"
    TASKS = "tasks"
    ROSTER = "roster"
    FACTS = "facts"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell. col: 0-based grid column; blocks: its paragraphs, nested tables' too."""

    col: int
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The cell's words, a line a paragraph."""
        return "\n".join(b.text for b in self.blocks).strip()

    def lines(self) -> list[Span]:
        """The cell's lines."""
        return [line for block in self.blocks for line in lines_of(block)]


@dataclass(frozen=True, slots=True)
class Table:
    """A table outside any other, as rows of cells."""

    rows: tuple[tuple[TableCell, ...], ...]
    header: bool = False

    def blocks(self) -> Iterator[Block]:
        """All paragraphs, row by row."""
        for row in self.rows:
            for cell in row:
                yield from cell.blocks


Unit = Block | Table


def units_of(document: Document) -> list[Unit]:
    """The body in reading order: paragraphs, and tables as wholes (a nested table belongs to the cell it stands in)."""
    units: list[Unit] = []
    number: int | None = None
    grid: dict[tuple[int, int], list[Block]] = {}
    header = False

    def close() -> None:
        if grid:
            rows: dict[int, list[TableCell]] = {}
            for (row, col), blocks in sorted(grid.items()):
                rows.setdefault(row, []).append(TableCell(col, tuple(blocks)))
            units.append(Table(tuple(tuple(cells) for _, cells in sorted(rows.items())), header))
            grid.clear()

    for block in document.body():
        place = block.cell
        while place is not None and place.outer is not None:
            place = place.outer
        if place is None or place.table != number:
            close()
            number, header = (place.table, False) if place is not None else (None, False)
        if place is None:
            units.append(block)
        else:
            header = header or place.header
            grid.setdefault((place.row, place.col), []).append(block)
    close()
    return units


def header_of(table: Table) -> tuple[str, ...]:
    """The first row's words as labels."""
    return tuple(folded_label(cell.text) for cell in table.rows[0]) if table.rows else ()


def classify_table(table: Table, *, pack: LanguagePack) -> TableKind:
    """What the table is for, from its header row, else from what its columns hold."""
    header = header_of(table)

    def named(key: str, section: str = "tables") -> bool:
        return any(text in pack.words(section, key) for text in header)

    if named("task") and (named("owner") or named("due") or named("status")) and not named("text"):
        return TableKind.TASKS
    if named("header_name", "roster") and len(header) > 1 and not named("text"):
        return TableKind.ROSTER
    items = sum(text in pack.words("tables", "item") for text in header)  # "No | Item | Action" has two
    if (items and (named("text") or named("owner") or named("presenter") or len(header) == 2 or items > 1)) or (named("text") and len(header) > 1):
        return TableKind.ITEMS
    body = table.rows
    firsts = [row[0].text for row in body if row]
    fact_labels = pack.all_words("facts")
    if firsts and sum(folded_label(text) in fact_labels for text in firsts) >= max(2, len(firsts) // 2):
        return TableKind.FACTS
    if _lists_people(body, pack=pack):
        return TableKind.ROSTER
    wide = [row for row in body if len(row) > 1]
    margin = margin_labels(table, pack=pack)
    wide = [row for row in wide if row[0].text and folded_label(row[0].text) not in margin] if margin else wide
    if len(wide) >= 2:
        numbers = sum(number_of(row[0].blocks[0], whole(row[0].blocks[0]), pack=pack) is not None for row in wide)
        long_notes = sum(len(row[-1].text) for row in wide) / len(wide) > 60
        if (numbers >= 0.6 * len(wide) and len(wide) >= 3) or (
            long_notes and len(wide) >= 3 and sum(0 < len(row[0].text) < 160 for row in wide) >= 0.6 * len(wide)
        ):
            return TableKind.ITEMS
    return TableKind.OTHER


def _lists_people(rows: tuple[tuple[TableCell, ...], ...], *, pack: LanguagePack) -> bool:
    """Whether nearly every line of the first column, or of all columns, opens with a person's name."""
    below = [line for row in rows[1:] for cell in row for line in cell.lines()]  # the first row may head the columns
    if list_people(below, share=0.75, pack=pack):
        return True
    firsts = [row[0].lines()[0] for row in rows if row and row[0].lines()]
    return list_people(firsts, share=0.8, pack=pack) and all(len(cell.text) < 60 for row in rows for cell in row[1:])


def margin_labels(table: Table, *, pack: LanguagePack) -> frozenset[str]:
    """The texts of the first column that label a passage of the item above ("Beslut", "Bakgrund") and so are no item of their own.

    Words that always label a decision, an action or a proposal; any other label of the pack where the column also holds numbers or where it
    repeats; and any text that repeats. A table that holds nothing else has none.
    """
    firsts = [row[0] for row in table.rows if len(row) > 1 and row[0].text]
    numbers = sum(_is_bare_number(cell, pack=pack) for cell in firsts)
    texts = [folded_label(cell.text) for cell in firsts if not _is_bare_number(cell, pack=pack) and len(cell.text) < 40]
    labels = pack.table("labels")
    always = {word for key in ("decision", "action", "proposal") for word in labels.get(key, ())}
    known = {word for words in labels.values() for word in words}
    again = repeated_texts(texts) if numbers < 2 else frozenset(text for text in texts if texts.count(text) > 1)
    if not numbers and all(text in always or texts.count(text) > 1 for text in texts):
        return frozenset()  # nothing but labels: then they are all there is to name the rows by
    found = {text for text in texts if text in always or (text in known and (numbers >= 2 or texts.count(text) > 1))}
    return frozenset(found | again) if found or again else frozenset()


@dataclass(frozen=True, slots=True)
class ItemColumns:
    """Which grid column holds what in a table of items; header: its labels, empty when it has none; head_rows: how many rows to pass over."""

    header: tuple[str, ...]
    head_rows: int
    title: int
    text: tuple[int, ...]
    number: int | None = None
    owner: int | None = None
    due: int | None = None
    slot: int | None = None
    presenter: int | None = None
    margin: frozenset[str] = frozenset()


def item_columns(table: Table, *, pack: LanguagePack) -> ItemColumns:
    """Tell the columns apart by the header row, else by position: the first holds the number or the title."""
    header = header_of(table)
    known: dict[str, int] = {}
    for cell, text in zip(table.rows[0], header, strict=True):
        for key in ("slot", "item", "text", "owner", "due", "presenter", "task"):
            if text in pack.words("tables", key) and cell.col not in known.values() and key not in known:
                if key == "slot" and "item" not in header and not any(h in pack.words("tables", "item") for h in header):
                    continue
                known[key] = cell.col
                break
    has_header = bool(known) and not any(len(text) > 40 for text in header)
    body = table.rows[1:] if has_header else table.rows
    cols = sorted({cell.col for row in body for cell in row})
    first = known.get("item", cols[0] if cols else 0)
    second_title = None
    if first + 1 in cols and header[:1] and header[0] in pack.words("tables", "number") and len(cols) > 2:
        second_title = first + 1
    taken = {known[key] for key in ("owner", "due", "slot", "presenter") if key in known}
    margin = margin_labels(table, pack=pack) if first == (cols[0] if cols else 0) else frozenset()
    bare = [row for row in body if row and row[0].col == first and (row[0].text or any(b.number for b in row[0].blocks))]
    bare = [row for row in bare if folded_label(row[0].text) not in margin]
    only_numbers = [row for row in bare if _is_bare_number(row[0], pack=pack)]
    number_column = len(only_numbers) >= 0.6 * max(1, len(bare))
    rest = tuple(col for col in cols if col not in taken and col != first and col != second_title)
    if second_title is not None:
        return ItemColumns(
            header if has_header else (),
            int(has_header),
            second_title,
            rest,
            first,
            known.get("owner"),
            known.get("due"),
            known.get("slot"),
            known.get("presenter"),
            margin,
        )
    title = rest[0] if number_column and rest else first
    return ItemColumns(
        header if has_header else (),
        int(has_header),
        title,
        rest,
        first if number_column else None,
        known.get("owner"),
        known.get("due"),
        known.get("slot"),
        known.get("presenter"),
        margin,
    )


def _is_bare_number(cell: TableCell, *, pack: LanguagePack) -> bool:
    """Whether a cell holds only an item number, with or without a time slot."""
    if not cell.blocks:
        return False
    block, text = cell.blocks[0], cell.text
    if not text:
        return bool(block.number and numbered(block.number.strip() + " ", pack=pack))
    found = number_of(block, whole(block), pack=pack)
    rest = text[found.end if found and not block.number else 0 :] if found else text
    return (found is not None or text.strip(" .").isdigit()) and not re.search(r"[^\W\d_]", phrase(pack, _TIMES_OR_WORD, case=True).sub("", rest))


@dataclass(slots=True)
class ItemRow:
    """One row of a table of items; title empty for a row that goes on with the item above."""

    number: str | None = None
    title: tuple[Span, ...] = ()
    slot: Span | None = None
    beside: list[Span] = field(default_factory=list)
    lines: list[Span] = field(default_factory=list)
    owners: list[Span] = field(default_factory=list)
    dues: list[Span] = field(default_factory=list)
    presenter: Span | None = None
    tables: list[Table] = field(default_factory=list)


def rows_of_items(table: Table, columns: ItemColumns, *, pack: LanguagePack) -> Iterator[ItemRow]:
    """The rows as items; a row without number and title continues the one above."""
    for row in table.rows[columns.head_rows :]:
        cells = {cell.col: cell for cell in row}
        entry = ItemRow()
        side = cells.get(columns.number if columns.number is not None else columns.title)
        if side is not None and side.text and folded_label(side.text) in columns.margin:
            entry.lines.extend(line for cell in row for line in cell.lines())  # the label first, then its passage
            yield entry
            continue
        if columns.number is not None and columns.number in cells:
            _read_number(entry, cells[columns.number], pack=pack)
        title_cell = cells.get(columns.title)
        in_text = columns.title in columns.text
        if title_cell is not None and (columns.number is None or entry.number is not None or not in_text):
            _read_title(entry, title_cell, numbered_apart=columns.number is not None, in_text=in_text, pack=pack)
        for col in columns.text:
            if col in cells and not (in_text and col == columns.title and entry.title):
                entry.lines.extend(cells[col].lines())
        for named, target in ((columns.owner, entry.owners), (columns.due, entry.dues)):
            if named is not None and named in cells:
                target.extend(cells[named].lines())
        if columns.slot is not None and columns.slot in cells and cells[columns.slot].lines():
            entry.slot = entry.slot or cells[columns.slot].lines()[0]
        if columns.presenter is not None and columns.presenter in cells and cells[columns.presenter].lines():
            entry.presenter = cells[columns.presenter].lines()[0]
        if not columns.header and not entry.title and not entry.lines and len(row) == 1:
            entry.lines.extend(row[0].lines())
        yield entry


def _read_number(entry: ItemRow, cell: TableCell, *, pack: LanguagePack) -> None:
    block, time = cell.blocks[0], phrase(pack, _TIME, case=True)
    found = number_of(block, whole(block), pack=pack)
    digits = re.match(r"\s*§?\s*(\d{1,4})\s*[.:)]?", cell.text)
    if found is not None:
        entry.number = found.number
    elif digits and not time.match(cell.text):
        entry.number = digits[1]
    for line in cell.lines():
        slot = time.search(line.text)
        if slot:
            entry.slot = line.part(slot.start(), slot.end())


def _read_title(entry: ItemRow, cell: TableCell, *, numbered_apart: bool, in_text: bool, pack: LanguagePack) -> None:
    lines = cell.lines()
    if not lines:
        return
    first = lines[0]
    if not numbered_apart:
        found = number_of(first.block, first, pack=pack)
        if found is not None and found.form != "letter":
            entry.number = found.number
            first = first.part(found.end, len(first.text)).trimmed() if not (first.block.number and found.end == 0) else first
        slot = phrase(pack, _TIME, case=True).match(first.text)
        if slot and first.text[slot.end() :].strip():
            entry.slot, first = first.part(0, slot.end()), first.part(slot.end(), len(first.text)).trimmed()
    rest = lines[1:]
    if in_text and len(first.text) > 120:  # no title of its own: the whole cell is text
        stop = re.search(r"[.:]\s", first.text)
        if stop and stop.start() < 100:
            rest = [first.part(stop.end(), len(first.text)).trimmed(), *rest]
            first = first.part(0, stop.start()).trimmed()
    while rest and not first.text:
        first, rest = rest[0], rest[1:]
    entry.title = (first.trimmed(" \t:\xa0"),)
    (entry.lines if in_text else entry.beside).extend(rest)
