"""The agenda items that stand in the rows of a table, and those that have a table each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from functions.interpreting.labels import folded_label
from functions.interpreting.numbers import number_of
from functions.interpreting.phrases import phrase
from functions.interpreting.run_ins import Cuts
from functions.interpreting.spans import Span, whole
from functions.interpreting.tables import (
    TIME,
    Table,
    TableCell,
    TableKind,
    classify_table,
    goes_with,
    header_of,
    heads,
    is_bare_number,
    labels_under_numbers,
    margin_labels,
    ordered_titles,
)
from functions.languages import LanguagePack


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
            if heads(text, key, pack=pack) and cell.col not in known.values() and key not in known:
                if key == "slot" and "item" not in header and not any(h in pack.words("tables", "item") for h in header):
                    continue
                known[key] = cell.col
                break
        if goes_with(text, "owner", "due", pack=pack):  # "Ansvarig / klart"
            known.setdefault("due", cell.col)
    ordered = ordered_titles(table, pack=pack)
    if ordered is not None:
        known["item"] = ordered
    has_header = ordered is not None or (bool(known) and not any(len(text) > 40 for text in header))
    body = table.rows[1:] if has_header else table.rows
    cols = sorted({cell.col for row in body for cell in row})
    first = known.get("item", cols[0] if cols else 0)
    second_title = None
    numbered_first = header[:1] and header[0] in pack.words("tables", "number") and len(cols) > 2
    if numbered_first and first == cols[0]:
        second_title = first + 1 if first + 1 in cols else None
    elif numbered_first:
        first, second_title = cols[0], first
    taken = {known[key] for key in ("owner", "due", "slot", "presenter") if key in known}
    margin = margin_labels(table, pack=pack) if first == (cols[0] if cols else 0) else frozenset()
    margin |= labels_under_numbers(tuple(body), pack=pack) if not has_header else frozenset()
    bare = [row for row in body if row and row[0].col == first and (row[0].text or any(b.number for b in row[0].blocks))]
    bare = [row for row in bare if folded_label(row[0].text) not in margin]
    only_numbers = [row for row in bare if is_bare_number(row[0], pack=pack)]
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
    label: Span | None = None
    tables: list[Table] = field(default_factory=list)


def rows_of_items(table: Table, columns: ItemColumns, *, pack: LanguagePack) -> Iterator[ItemRow]:
    """The rows as items; a row without number and title continues the one above."""
    firsts = [line for row in table.rows for cell in row if cell.col == columns.title for line in cell.lines()[:1]]
    run_on = sum(Cuts().end_of(line.block, line) is not None for line in firsts) >= 0.5 * max(1, sum(len(f.text) > 40 for f in firsts))
    beside = [cell for row in table.rows for cell in row if cell.col == columns.title and row[0].text and row[0].col == columns.number and cell.text]
    bold = sum(cell.lines()[0].block.all_bold for cell in beside) > 0.5 * len(beside)
    for row in table.rows[columns.head_rows :]:
        cells = {cell.col: cell for cell in row}
        entry = ItemRow()
        side = cells.get(columns.number if columns.number is not None else columns.title)
        if side is not None and side.text and folded_label(side.text) in columns.margin:
            if folded_label(side.text) in pack.words("tables", "presenter"):
                entry.presenter = next((line for cell in row if cell is not side for line in cell.lines()), None)
                yield entry
                continue
            entry.label = side.lines()[0]
            for cell in row:
                if cell is not side:
                    _read_text(entry, cell, pack=pack)
            yield entry
            continue
        if columns.number is not None and columns.number in cells:
            if _heads_coming_meetings(cells[columns.number].text, pack=pack):
                yield ItemRow(title=(cells[columns.number].lines()[0],), lines=[line for cell in row[1:] for line in cell.lines()])
                continue
            _read_number(entry, cells[columns.number], pack=pack)
        title_cell = cells.get(columns.title)
        if title_cell is not None and columns.number is not None and _goes_on(entry, title_cell, cells.get(columns.number), bold=bold):
            yield _continued(row, title_cell, pack=pack)
            continue
        in_text = columns.title in columns.text
        if title_cell is not None and (columns.number is None or entry.number is not None or not in_text):
            _read_title(entry, title_cell, numbered_apart=columns.number is not None, in_text=in_text, run_on=run_on, pack=pack)
        for col in columns.text:
            if col in cells and not (in_text and col == columns.title and entry.title):
                _read_text(entry, cells[col], pack=pack)
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


def _heads_coming_meetings(words: str, *, pack: LanguagePack) -> bool:
    """Whether a cell for numbers holds the title of its row, beside which the days stand ("Nästa LSG | 16 april 13.00")."""
    return phrase(pack, r"(?:<<next_meetings.cue>>|<<dates.next>>\s+[\w-]+)\W*").fullmatch(words.strip()) is not None


def _goes_on(entry: ItemRow, title: TableCell, number: TableCell | None, *, bold: bool) -> bool:
    """Whether a row with an empty number goes on with the point above: a sentence, or plain words where titles are bold."""
    if entry.number is not None or entry.slot is not None or not title.lines() or (number is not None and number.text):
        return False
    first = title.lines()[0]
    return first.text.endswith((".", "!", "?")) or (bold and not first.block.all_bold)


def _continued(row: tuple[TableCell, ...], text: TableCell, *, pack: LanguagePack) -> ItemRow:
    """What was said on in a row without a number; a word for a passage beside it ("Beslut") is its label."""
    labels = pack.all_words("labels")
    label = next((cell for cell in row if cell is not text and len(cell.lines()) == 1 and folded_label(cell.text) in labels), None)
    entry = ItemRow(label=label.lines()[0] if label is not None else None)
    for cell in row:
        if cell is not label:
            _read_text(entry, cell, pack=pack)
    return entry


def text_and_tasks(cell: TableCell, *, pack: LanguagePack) -> tuple[list[Span], list[Table]]:
    """The lines of a cell, and the tables of tasks within it apart."""
    units = cell.units()
    tasks = [unit for unit in units if isinstance(unit, Table) and classify_table(unit, pack=pack) is TableKind.TASKS]
    held = {id(block) for table in tasks for block in table.blocks()}
    return [line for line in cell.lines() if id(line.block) not in held], tasks


def _read_text(entry: ItemRow, cell: TableCell, *, pack: LanguagePack) -> None:
    lines, tasks = text_and_tasks(cell, pack=pack)
    entry.lines.extend(lines)
    entry.tables.extend(tasks)


def _read_number(entry: ItemRow, cell: TableCell, *, pack: LanguagePack) -> None:
    block, time = cell.blocks[0], phrase(pack, TIME, case=True)
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


def _read_title(entry: ItemRow, cell: TableCell, *, numbered_apart: bool, in_text: bool, run_on: bool, pack: LanguagePack) -> None:
    lines = cell.lines()
    if not lines:
        return
    first = lines[0]
    if not numbered_apart:
        found = number_of(first.block, first, pack=pack)
        if found is not None and found.form != "letter":
            entry.number = found.number
            first = first.part(found.end, len(first.text)).trimmed() if not (first.block.number and found.end == 0) else first
        slot = phrase(pack, TIME, case=True).match(first.text)
        if slot and first.text[slot.end() :].strip():
            entry.slot, first = first.part(0, slot.end()), first.part(slot.end(), len(first.text)).trimmed()
    rest = lines[1:]
    end = Cuts().end_of(first.block, first) if in_text and run_on else None
    if end is not None:  # "Öppnande. Ordföranden öppnar mötet."
        rest = [first.part(end, len(first.text)).trimmed(), *rest]
        first = first.part(0, end).trimmed(" .\xa0")
    elif in_text and len(first.text) > 120:  # no title of its own: the whole cell is text
        stop = re.search(r"[.:]\s", first.text)
        if stop and stop.start() < 100:
            rest = [first.part(stop.end(), len(first.text)).trimmed(), *rest]
            first = first.part(0, stop.start()).trimmed()
    while rest and not first.text:
        first, rest = rest[0], rest[1:]
    entry.title = (first.trimmed(" \t:\xa0"),)
    (entry.lines if in_text else entry.beside).extend(rest)
