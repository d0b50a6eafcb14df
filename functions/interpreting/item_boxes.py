"""Agenda items that have a table each: a head with number and title, and rows of a label and its text below, or text below the table."""

from __future__ import annotations

import re
from itertools import pairwise

from functions.interpreting.labels import folded_label, is_known_label
from functions.interpreting.numbers import number_of
from functions.interpreting.references import is_reference
from functions.interpreting.roster_places import names_people
from functions.interpreting.section_lines import bare_section
from functions.interpreting.spans import Span, whole
from functions.interpreting.tables import Table, TableCell, Unit, heads, is_bare_number
from functions.interpreting.title_lines import repeated_texts
from functions.languages import LanguagePack
from functions.model.document import Block

Boxes = dict[int, tuple[str | None, Span] | None]
_LONGEST = 120
_FEWEST_STACKED = 3


def boxes_of(units: list[Unit], *, pack: LanguagePack) -> Boxes:
    """The number and title of each table's item by the table's id; none when fewer than two tables hold one."""
    boxes: Boxes = {id(unit): box_title(unit, pack=pack) for unit in units if isinstance(unit, Table)}
    titles = [folded_label(box[1].text) for box in boxes.values() if box is not None]
    if len(titles) > 1 and len(set(titles)) == 1:  # the body's name at the head of every section
        filled = [unit for unit in units if isinstance(unit, Table) or unit.text.strip()]
        followers = dict(zip(map(id, filled), filled[1:], strict=False))
        boxes = {id(unit): _below_the_head(unit, followers.get(id(unit)), titles[0], pack=pack) for unit in units if isinstance(unit, Table)}
    return boxes if sum(title is not None for title in boxes.values()) > 1 else {}


def stacked_boxes(units: list[Unit], *, pack: LanguagePack) -> Boxes:
    """The tables of one column, at least three, whose first line is a point's title with what was said of it below, in the same table or under it."""
    filled = [unit for unit in units if isinstance(unit, Table) or unit.text.strip()]
    boxes: dict[int, tuple[str | None, Span]] = {}
    for at, (unit, follower) in enumerate(pairwise([*filled, None])):
        if not isinstance(unit, Table) or not unit.rows or any(sum(bool(cell.text) for cell in row) > 1 for row in unit.rows):
            continue
        several = sum(len(cell.lines()) for row in unit.rows for cell in row) > 1
        box = _stacked(unit, pack=pack) if several or (at and isinstance(follower, Block)) else None
        if box is not None and (several or box[0] is None):
            boxes[id(unit)] = box
    if sum(number is not None for number, _ in boxes.values()) >= _FEWEST_STACKED:
        boxes = {at: box for at, box in boxes.items() if box[0] is not None}
    again = repeated_texts(folded_label(title.text) for _, title in boxes.values())
    boxes = {at: box for at, box in boxes.items() if folded_label(box[1].text) not in again}
    return dict(boxes) if len(boxes) >= _FEWEST_STACKED else {}


def _stacked(table: Table, *, pack: LanguagePack) -> tuple[str | None, Span] | None:
    """Number and title on the first line of a table; None where it is a sentence, a label or a person."""
    first = next((line for row in table.rows for cell in row for line in cell.lines()), None)
    if first is None:
        return None
    number = number_of(first.block, first, pack=pack)
    title = first.part(number.end, len(first.text)).trimmed() if number is not None else first
    if (
        not re.search(r"[^\W\d_]{3}", title.text)
        or len(title.text) > _LONGEST
        or title.text.endswith((".", "!", "?"))
        or names_people(title, pack=pack)
    ):
        return None
    known = folded_label(title.text.split(":")[0]) in pack.all_words("facts") or is_known_label(title, but_next=True, pack=pack)
    if number is None and (known or ":" in title.text[:-1] or not title.text[0].isupper()):
        return None
    return (number.number if number is not None else None), title


def _below_the_head(table: Table, follower: Unit | None, head: str, *, pack: LanguagePack) -> tuple[str | None, Span] | None:
    """The number in a table's head and the title that stands beside it, in a row below it, or right below the table."""
    cells = [cell for row in table.rows for cell in row if cell.text]
    source = next((cell for cell in cells if is_bare_number(cell, pack=pack)), None)
    number = number_of(source.blocks[0], whole(source.blocks[0]), pack=pack) if source is not None else None
    if number is None or all(folded_label(cell.text) != head for cell in cells):
        return None
    apart = [cell for cell in cells if cell is not source and folded_label(cell.text) != head and not is_reference(cell.text, pack=pack)]
    below = [row for row in table.rows[1:] if sum(bool(cell.text) for cell in row) == 1]
    titles = [cell for row in below for cell in row if any(cell is one for one in apart)]
    if titles:
        return number.number, whole(titles[0].blocks[0])
    if isinstance(follower, Block) and 0 < len(follower.text.strip()) <= _LONGEST:
        return number.number, whole(follower)
    return None


def _labelled(table: Table, *, pack: LanguagePack) -> tuple[str | None, Span] | None:
    """ "Paragraf | § 5" above "Ärende | Taxor": number and title, each in a row with its label."""
    rows = [(folded_label(row[0].text), row[1]) for row in table.rows if len(row) > 1 and row[1].lines()]
    words = (*pack.words("tables", "number"), *pack.words("items", "numbered"))
    source = next((cell for label, cell in rows if label in words and is_bare_number(cell, pack=pack)), None)
    title = next((cell.lines()[0] for label, cell in rows if cell is not source and heads(label, "item", pack=pack)), None)
    if source is None or title is None:
        return None
    number = number_of(source.blocks[0], whole(source.blocks[0]), pack=pack)
    digits = re.search(r"\d{1,4}", source.text)
    return number.number if number is not None else digits[0] if digits is not None else None, title


def box_title(table: Table, *, pack: LanguagePack) -> tuple[str | None, Span] | None:
    """The number and title of an item that has a table of its own, with rows of a label and its text below; None for any other table.

    The first row is a single short cell, or a number and a short cell; where there is nothing else it must have a number.
    """
    if (labelled := _labelled(table, pack=pack)) is not None:
        return labelled
    first = tuple(cell for cell in table.rows[0] if cell.text) if table.rows else ()
    if not 0 < len(first) <= 3 or any(len(cell.lines()) != 1 for cell in first) or sum(_has_number_cell(row, pack=pack) for row in table.rows) > 1:
        return None
    firsts = [cells for row in table.rows if (cells := [cell for cell in row if cell.text])]
    opened = sum(len(cells) == 1 and number_of(cells[0].blocks[0], whole(cells[0].blocks[0]), pack=pack) is not None for cells in firsts)
    facts = sum(folded_label(cells[0].text) in pack.all_words("facts") for cells in firsts[1:])
    if opened > 1 or (facts > 1 and 2 * facts > len(firsts) - 1):
        return None  # several points in one table; the facts of the meeting under its name
    numbers = [cell for cell in first if is_bare_number(cell, pack=pack)]
    titles = [cell for cell in first if cell not in numbers and re.search(r"[^\W\d_]{3}", cell.text) and not is_reference(cell.text, pack=pack)]
    if len(first) > 1 and (not numbers or not titles):
        return None
    span = whole(titles[0].blocks[0]) if titles else whole(first[0].blocks[0])
    if len(first) == 3 and len(table.rows) > 2 and len(table.rows[1]) == 1 and len(table.rows[1][0].lines()) == 1:
        span = whole(table.rows[1][0].blocks[0])  # above it stand the body, the number and the day
    source = numbers[0] if numbers else first[0]
    number = number_of(source.blocks[0], whole(source.blocks[0]), pack=pack)
    if not span.text or len(span.text) > _LONGEST or span.text.endswith((".", "!", "?")):
        return None
    if number is None and (not any(len(row) > 1 for row in table.rows[1:]) or names_people(span, pack=pack)):
        return None  # a list of names with an empty column beside them has no titles
    if number is not None and source.blocks[0] is span.block:
        span = span.part(number.end, len(span.text)).trimmed()
    sign = bare_section(source.text, pack=pack) if source.blocks[0] is not span.block else None  # "4. § 12" beside the title
    return sign or (number.number if number is not None else None), span


def _has_number_cell(row: tuple[TableCell, ...], *, pack: LanguagePack) -> bool:
    return bool(row) and is_bare_number(row[0], pack=pack)
