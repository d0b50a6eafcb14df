"""Tables: which sort one is, and the agenda items that stand in its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from functions.interpreting.labels import folded_label
from functions.interpreting.numbers import automatic, number_of
from functions.interpreting.phrases import phrase
from functions.interpreting.roster_entries import role_of
from functions.interpreting.roster_lines import list_people
from functions.interpreting.roster_names import is_code, is_organisational
from functions.interpreting.spans import Span, lines_of, whole
from functions.interpreting.title_lines import repeated_texts
from functions.interpreting.unnamed_tasks import unnamed_tasks
from functions.languages import LanguagePack
from functions.model.document import Block, Cell, Document

TIME = r"(?:<<dates.clock>>\s*)?\d{1,2}[.:]\d{2}(?:\s*[-–—]\s*\d{1,2}[.:]\d{2})?"
_MOSTLY = 0.8
_TIMES_OR_WORD = rf"{TIME}|<<dates.clock>>"


class TableKind(StrEnum):
    """What a table is for."""

    ITEMS = "items"
    TASKS = "tasks"
    ROSTER = "roster"
    FACTS = "facts"
    INNER = "inner"
    OTHER = "other"


_FEWEST_HEADS = 3
_FEWEST_CODES = 3
_FEW_WORDS = 6
_SHORT = 60
_HALF = 0.5
_SENTENCES = re.compile(r"[.!?:]\s+\S.*\w")
_DAY = re.compile(r"(?:[^\W\d]+\.?\s+)?(?:\d{1,2}\s*/\s*\d{1,2}(?!\d)|\d{4}-\d\d-\d\d|\d{1,2}[.:]?[ea]?\s+[^\W\d]{3,})")


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell. col: 0-based grid column; blocks: its paragraphs, nested tables' too; depth: how many tables its own stands in."""

    col: int
    blocks: tuple[Block, ...]
    depth: int = 0

    @property
    def text(self) -> str:
        """The cell's words, a line a paragraph."""
        return "\n".join(b.text for b in self.blocks).strip()

    def lines(self) -> list[Span]:
        """The cell's lines."""
        return [line for block in self.blocks for line in lines_of(block)]

    def units(self) -> list[Unit]:
        """The cell's paragraphs, and the tables within it as wholes."""
        return _units(self.blocks, self.depth + 1)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cells."""

    rows: tuple[tuple[TableCell, ...], ...]
    header: bool = False

    def blocks(self) -> Iterator[Block]:
        """All paragraphs, row by row."""
        for row in self.rows:
            for cell in row:
                yield from cell.blocks


Unit = Block | Table


def blocks_of(unit: Unit) -> list[Block]:
    """The paragraphs of a part of the page: itself, or those in a table's cells."""
    return [unit] if isinstance(unit, Block) else list(unit.blocks())


def units_of(document: Document) -> list[Unit]:
    """The body in reading order: paragraphs, and tables as wholes (a nested table belongs to the cell it stands in)."""
    return _units(document.body(), 0)


def _units(blocks: Iterable[Block], depth: int) -> list[Unit]:
    """The units of a text that stands in so many tables."""
    units: list[Unit] = []
    number: int | None = None
    grid: dict[tuple[int, int], list[Block]] = {}
    header = False

    def close() -> None:
        if grid:
            rows: dict[int, list[TableCell]] = {}
            for (row, col), blocks in sorted(grid.items()):
                rows.setdefault(row, []).append(TableCell(col, tuple(blocks), depth))
            units.append(Table(tuple(tuple(cells) for _, cells in sorted(rows.items())), header))
            grid.clear()

    for block in blocks:
        place = _place(block, depth)
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


def _place(block: Block, depth: int) -> Cell | None:
    """The cell of the outermost table but so many that a paragraph stands in."""
    places: list[Cell] = []
    place = block.cell
    while place is not None:
        places.append(place)
        place = place.outer
    return places[-1 - depth] if depth < len(places) else None


def header_of(table: Table) -> tuple[str, ...]:
    """The first row's words as labels."""
    return tuple(folded_label(cell.text) for cell in table.rows[0]) if table.rows else ()


def heads(text: str, key: str, *, section: str = "tables", pack: LanguagePack) -> bool:
    """Whether a column's label is one of the pack's words, or two of its words with a sign or "och" between, this one first ("Ansvarig / klart")."""
    words = pack.words(section, key)
    if text in words:
        return True
    parts = halves(text, pack=pack)
    return len(parts) == 2 and parts[0] in words and parts[1] in pack.all_words("tables")


def halves(text: str, *, pack: LanguagePack) -> tuple[str, ...]:
    """The words of a column's label that a sign or "och" parts: "beslut / åtgärder" → ("beslut", "åtgärder"), "beslut" → ("beslut",)."""
    return tuple(part.strip() for part in phrase(pack, r"\s*[/&+,]\s*|\s(?:<<grammar.and>>)\s").split(text))


def goes_with(text: str, first: str, second: str, *, pack: LanguagePack) -> bool:
    """Whether a column's label has two halves, one of each kind, in this order: "ansvarig/klart" for "owner" and "due"."""
    parts = halves(text, pack=pack)
    return len(parts) == 2 and parts[0] in pack.words("tables", first) and parts[1] in pack.words("tables", second)


def is_mixed(text: str, *, pack: LanguagePack) -> bool:
    """Whether a column's label says that it holds decisions and tasks ("beslut/åtgärd", "åtgärder och beslut")."""
    return goes_with(text, "decided", "task", pack=pack) or goes_with(text, "task", "decided", pack=pack)


def classify_table(table: Table, *, pack: LanguagePack) -> TableKind:
    """What the table is for, from its header row, else from what its columns hold."""
    header = header_of(table)

    def named(key: str, section: str = "tables") -> bool:
        return any(heads(text, key, section=section, pack=pack) for text in header)

    # "Kommentar" beside who and when tells how a task stands.
    written = any(heads(t, "text", pack=pack) and not (heads(t, "status", pack=pack) and named("owner") and named("due")) for t in header)
    if ordered_titles(table, pack=pack) is not None:
        return TableKind.ITEMS
    if named("task") and (named("owner") or named("due") or named("status")) and not written:
        return TableKind.TASKS
    if (at := untold_tasks(table, pack=pack)) is not None and not heads(header[at], "item", pack=pack):
        return TableKind.TASKS
    if any(is_mixed(text, pack=pack) for text in header) and named("owner") and not any(_tells_matter(text, pack=pack) for text in header):
        return TableKind.TASKS
    if (
        (named("header_name", "roster") or (named("header_given", "roster") and named("header_surname", "roster")))
        and len(header) > 1
        and (not named("text") or _remarks_on_people(table, pack=pack))
    ):
        return TableKind.ROSTER
    items = sum(heads(text, "item", pack=pack) or text in pack.words("tables", "number") for text in header)  # "No | Item | Action" has two
    if (items and (named("text") or named("owner") or named("presenter") or len(header) == 2 or items > 1)) or (
        named("text") and len(header) > 1 and not _begins_with_days(table, header, pack=pack)
    ):
        return TableKind.ITEMS
    body = table.rows
    firsts = [row[0].text for row in body if row]
    fact_labels = pack.all_words("facts")
    if firsts and sum(folded_label(text) in fact_labels for text in firsts) >= max(2, len(firsts) // 2):
        return TableKind.FACTS
    if _lists_people(body, pack=pack):
        return TableKind.ROSTER
    if _heads_rows(table, pack=pack) or labels_under_numbers(body, pack=pack):
        return TableKind.ITEMS
    wide = [row for row in body if len(row) > 1]
    margin = margin_labels(table, pack=pack)
    wide = [row for row in wide if row[0].text and folded_label(row[0].text) not in margin] if margin else wide
    if len(wide) >= 2:
        numbers = sum(number_of(row[0].blocks[0], whole(row[0].blocks[0]), pack=pack) is not None for row in wide)
        long_notes = sum(len(row[-1].text) for row in wide) / len(wide) > 60
        titled = sum(0 < len(row[0].text) < 160 for row in wide) >= 0.6 * len(wide)
        numbers = max(numbers, _bare_figures(wide, pack=pack))
        if len(wide) >= 3 and (numbers >= 0.6 * len(wide) or (titled and (long_notes or _titles_beside_text(wide)))):
            return TableKind.ITEMS
    return TableKind.OTHER


def untold_tasks(table: Table, *, pack: LanguagePack) -> int | None:
    """The place of the column that holds tasks by what stands beside it, where no heading says so; None in a table of uneven rows."""
    header = header_of(table)
    rows = [[cell.text for cell in row] for row in table.rows[1:]]
    if any(len(row) != len(header) for row in rows):
        return None
    return unnamed_tasks(header, rows, is_headed=lambda text, key: heads(text, key, pack=pack), pack=pack)


def ordered_titles(table: Table, *, pack: LanguagePack) -> int | None:
    """The column of short titles, one of which only a meeting has ("Övrigt"), where one under a head of any words tells of them in sentences."""
    header = header_of(table)
    body = [row for row in table.rows[1:] if len(row) > 1]
    words = all(len(cell.text.split()) <= _FEW_WORDS and cell.text[-1:] not in (".", "!") for cell in table.rows[0])
    if len(body) < _FEWEST_HEADS or len(header) < _FEWEST_HEADS or not words or is_bare_number(table.rows[0][0], pack=pack):
        return None
    cols = {cell.col: [row_cell for row in body for row_cell in row if row_cell.col == cell.col] for cell in table.rows[0]}
    title = next((col for col, cells in cols.items() if not all(is_bare_number(cell, pack=pack) for cell in cells)), None)
    titles = [folded_label(cell.text) for cell in cols.get(title, ())] if title is not None else []
    ordered = {word for key in ("opening", "other", "closing", "next", "order") for word in pack.words("items", key)}
    if ordered.isdisjoint(titles) or not ordered.isdisjoint(header) or any(len(text) > _SHORT for text in titles):
        return None
    tasks = pack.all_words("tables") - {*pack.words("tables", "item"), *pack.words("tables", "text")}
    told = [cells for (col, cells), text in zip(cols.items(), header, strict=True) if col != title and text not in tasks]
    return title if any(sum(_SENTENCES.search(cell.text) is not None for cell in cells) >= _HALF * len(body) for cells in told) else None


def _tells_matter(text: str, *, pack: LanguagePack) -> bool:
    """Whether a column holds what a row is about, or what was said of it, and not only what came of it."""
    number = text in pack.words("tables", "number")
    return not number and not is_mixed(text, pack=pack) and (heads(text, "item", pack=pack) or heads(text, "text", pack=pack))


def _begins_with_days(table: Table, header: tuple[str, ...], *, pack: LanguagePack) -> bool:
    """Whether the first column tells days and nothing else: a calendar ("Datum | Tid | Kommentar")."""
    return heads(header[0], "due", pack=pack) and all(_DAY.match(row[0].text) for row in table.rows[1:] if row and row[0].text)


def labels_under_numbers(rows: tuple[tuple[TableCell, ...], ...], *, pack: LanguagePack) -> frozenset[str]:
    """What stands beside the text in rows under others that hold a number and a title alone ("2. Sedan sist", then "Entrén | …"): labels."""
    filled = [[cell for cell in row if cell.text] for row in rows]
    heads_of = [row for row in filled if len(row) == 1 and number_of(row[0].blocks[0], whole(row[0].blocks[0]), pack=pack) is not None]
    beside = [row for row in filled if len(row) > 1]
    if len(heads_of) < _FEWEST_HEADS or any(number_of(row[0].blocks[0], whole(row[0].blocks[0]), pack=pack) is not None for row in beside):
        return frozenset()
    return frozenset(folded_label(row[0].text) for row in beside)


def _bare_figures(rows: list[tuple[TableCell, ...]], *, pack: LanguagePack) -> int:
    """How many rows a figure heads that counts by one ("3 | Köer | Tolv veckor"), 0 where what stands beside them are no titles of items."""
    figured = [row for row in rows if re.fullmatch(r"\d{1,3}", row[0].text)]
    titled = all(row[1].text[:1].isupper() for row in figured) and not any(re.fullmatch(r"[\d\s.,%–-]+", row[-1].text) for row in rows)
    if {int(b[0].text) - int(a[0].text) for a, b in pairwise(figured)} != {1} or not titled:
        return 0
    return 0 if list_people([whole(row[1].blocks[0]) for row in figured], share=0.6, pack=pack) else len(figured)


def _heads_rows(table: Table, *, pack: LanguagePack) -> bool:
    """Whether rows of one numbered cell stand above rows that a label of a passage heads ("1. Köer" above "Beslut | Drop-in införs.")."""
    heads_of = [tuple(cell for cell in row if cell.text) for row in table.rows]
    heads_of = [row for row in heads_of if row]
    titles = [row for row in heads_of if len(row) == 1 and number_of(row[0].blocks[0], whole(row[0].blocks[0]), pack=pack) is not None]
    labels = pack.all_words("labels")
    labelled = [row for row in heads_of if len(row) > 1 and folded_label(row[0].text) in labels]
    return len(titles) >= 2 and len(labelled) >= 2 and len(titles) + len(labelled) >= _MOSTLY * len(heads_of)


def _titles_beside_text(rows: list[tuple[TableCell, ...]]) -> bool:
    """Whether short titles stand to the left of sentences, row by row ("Köer | Tolv veckor nu.")."""
    titles = sum(0 < len(row[0].text) <= 60 and row[0].text[:1].isupper() and row[0].text[-1] not in ".:;," for row in rows)
    return titles >= 0.9 * len(rows) and sum(row[-1].text.endswith((".", "!", "?")) for row in rows) >= 0.7 * len(rows)


def _remarks_on_people(table: Table, *, pack: LanguagePack) -> bool:
    """Whether a column holds names, row by row, and what stands beside them are remarks of a few words: a "Kommentar" tells who led or was away."""
    firsts = [row[0].lines()[0] for row in table.rows[1:] if row and row[0].lines()]
    beside = [cell.text for row in table.rows[1:] for cell in row[1:]]
    return len(firsts) > 1 and list_people(firsts, share=0.8, pack=pack) and all(len(text.split()) <= _FEW_WORDS for text in beside)


def _lists_people(rows: tuple[tuple[TableCell, ...], ...], *, pack: LanguagePack) -> bool:
    """Whether nearly every line of the first column, or of all columns, opens with a person's name, or the first holds initials of the second."""
    below = [line for row in rows[1:] for cell in row for line in cell.lines()]  # the first row may head the columns
    if list_people(below, share=0.75, pack=pack):
        return True
    coded = sum(len(row) > 1 and is_code(row[0].text, row[1].text) for row in rows)
    if coded >= _FEWEST_CODES and coded >= _MOSTLY * len(rows):
        return True
    firsts = [row[0].lines()[0] for row in rows if row and row[0].lines()]
    return list_people(firsts, share=0.8, pack=pack) and all(len(cell.text) < 60 for row in rows for cell in row[1:])


def units_beside_people(rows: tuple[tuple[TableCell, ...], ...], *, pack: LanguagePack) -> bool:
    """Whether the first of two columns holds units or offices and the second who comes from them ("Akuten | Bo Alm"), row by row."""
    if any(len(row) != 2 or not row[0].text or len(row[1].lines()) != 1 or len(row[1].text) > _SHORT for row in rows):
        return False
    units = [row[0].text for row in rows]
    known = sum(units.count(unit) > 1 or is_organisational(unit, pack=pack) or role_of(unit, pack=pack) is not None for unit in units)
    return known >= _MOSTLY * len(units) and list_people([row[1].lines()[0] for row in rows], share=1.0, pack=pack)


def margin_labels(table: Table, *, pack: LanguagePack) -> frozenset[str]:
    """The texts of the first column that label a passage of the item above ("Beslut", "Bakgrund") and so are no item of their own.

    Words that always label a decision, an action or a proposal; any other label of the pack where the column also holds numbers or where it
    repeats; and any text that repeats. A table that holds nothing else has none.
    """
    firsts = [row[0] for row in table.rows if len(row) > 1 and row[0].text]
    numbers = sum(is_bare_number(cell, pack=pack) for cell in firsts) + (2 if _heads_rows(table, pack=pack) else 0)
    texts = [folded_label(cell.text) for cell in firsts if not is_bare_number(cell, pack=pack) and len(cell.text) < 40]
    labels = pack.table("labels")
    always = {word for key in ("decision", "action", "proposal") for word in labels.get(key, ())}
    known = {word for words in labels.values() for word in words} | set(pack.words("tables", "presenter"))
    again = repeated_texts(texts) if numbers < 2 else frozenset(text for text in texts if texts.count(text) > 1)
    if not numbers and all(text in always or texts.count(text) > 1 for text in texts):
        return frozenset()  # nothing but labels: then they are all there is to name the rows by
    found = {text for text in texts if text in always or (text in known and (numbers >= 2 or texts.count(text) > 1))}
    return frozenset(found | again) if found or again else frozenset()


def is_bare_number(cell: TableCell, *, pack: LanguagePack) -> bool:
    """Whether a cell holds only an item number, with or without a time slot."""
    if not cell.blocks:
        return False
    block, text = cell.blocks[0], cell.text
    if not text:
        return automatic(block, pack=pack) is not None
    found = number_of(block, whole(block), pack=pack)
    rest = text[found.end if found and not block.number else 0 :] if found else text
    return (found is not None or text.strip(" .").isdigit()) and not re.search(r"[^\W\d_]", phrase(pack, _TIMES_OR_WORD, case=True).sub("", rest))


def has_owners(table: Table, *, pack: LanguagePack) -> bool:
    """Whether the rows are matters with who deals with them, and nothing that was said of them."""
    header = header_of(table)
    return any(heads(text, "owner", pack=pack) for text in header) and not any(heads(text, "text", pack=pack) for text in header)


def logs_decisions(table: Table, *, pack: LanguagePack) -> bool:
    """Whether a column holds what was decided: behind the last item, no day in the table is a coming meeting."""
    return any(heads(text, "decided", pack=pack) for text in header_of(table))


def lists_days(table: Table) -> bool:
    """Whether nearly every row holds a day in one of its first cells, as tables of coming meetings do."""
    days = [bool(row) and re.search(r"\d", row[0].text + (row[1].text if len(row) > 1 else "")) is not None for row in table.rows[1:]]
    return sum(days) > 0.7 * len(days)
