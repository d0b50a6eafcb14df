"""Tables of people: which column holds the names, which columns say who was there, and the people row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from functions.interpreting.dates import find_dates
from functions.interpreting.phrases import UPPER, phrase
from functions.interpreting.roster_entries import is_mark
from functions.interpreting.roster_lines import opening_name, opens_with_person
from functions.interpreting.spans import Span, whole
from functions.interpreting.tables import Table, TableCell, header_of
from functions.languages import LanguagePack


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One line of a list: its fields (a table row: its cells, the name's first), whether it is struck through, what its columns of marks say.

    apart: where the given name and the surname stand in cells of their own; then the first field is both, and no part of the page.
    """

    fields: tuple[Span, ...]
    struck: bool = False
    marks: dict[str, str] = field(default_factory=dict)
    apart: tuple[Span, ...] = ()


def lines_of_table(table: Table, front: str, *, pack: LanguagePack) -> Iterator[RosterLine]:
    """The people of a table. front: the minutes' first lines, which tell the day that a column of days is looked up by."""
    columns = _columns(table, front, pack=pack)
    kept = _used_marks(table, columns)
    named = [col for col, key in columns.items() if key == "name"]
    for row in table.rows[int(bool(columns)) :]:
        spans = {cell.col: [whole(b) for b in cell.blocks if b.text.strip()] for cell in row}
        filled = [found for found in spans.values() if found]
        several = all(opening_name(found[0], pack=pack) for found in filled) and any(opens_with_person(found[0], pack=pack) for found in filled[1:])
        if not columns and len(filled) > 1 and several:
            yield from (_line(span) for found in filled for span in found)
            continue
        if len(named) > 1:
            yield from _pairs(spans, named, columns, pack=pack)
            continue
        marks = {key: "\n".join(s.text for s in spans.get(col, ())) for col, key in columns.items() if col in kept}
        ordered = sorted(spans, key=lambda col: (columns.get(col) != "name", col)) if columns else _names_first(spans, pack=pack)
        if (not columns and len(ordered) == 1) or any(len(spans[c]) > 1 for c in ordered[:1]):
            beside = tuple(span for col in ordered[1:] if col not in kept for span in spans[col])  # one cell holds the whole list
            for span in spans[ordered[0]]:
                yield RosterLine((span, *beside) if columns else (span,), span.block.covered(span.start, span.end, look="strike"), marks)
            continue
        fields = tuple(span for col in ordered if columns.get(col) not in ("present", "absent", "remote", "other day") for span in spans[col])
        struck = any(span.block.covered(span.start, span.end, look="strike") for found in filled for span in found[:1])
        surnames = [span for col in ordered if columns.get(col) == "surname" for span in spans[col]]
        if surnames and fields and fields[0] in spans.get(named[0], ()):
            given, surname = fields[0], surnames[0]
            both = whole(replace(given.block, text=f"{given.text} {surname.text}", runs=()))
            yield RosterLine((both, *(f for f in fields[1:] if f is not surname)), struck, marks, (given, surname))
        elif fields:
            yield RosterLine(fields, struck, marks)


def _line(span: Span) -> RosterLine:
    return RosterLine((span,), span.block.covered(span.start, span.end, look="strike"))


def _names_first(spans: dict[int, list[Span]], *, pack: LanguagePack) -> list[int]:
    """The columns of a row without a head: the first that opens with a full name, then the others."""
    cols = [col for col in sorted(spans) if spans[col]]
    name = next((col for col in cols if opening_name(spans[col][0], pack=pack) is not None), None)
    return cols if name is None else [name, *(col for col in cols if col != name)]


def _pairs(spans: dict[int, list[Span]], named: list[int], columns: dict[int, str], *, pack: LanguagePack) -> Iterator[RosterLine]:
    """Members and their substitutes side by side, each with a column of crosses behind the name; or two people a row with what tells of each."""
    marked = any(key == "mark" for key in columns.values())
    for at, to in zip(named, [*named[1:], max(spans, default=0) + 1], strict=True):
        behind = [span for col in range(at + 1, to) for span in spans.get(col, ())]
        mark = next((s.text for s in behind if is_mark(s.text.casefold(), pack=pack)), "")
        for span in spans.get(at, ()):
            if marked:
                yield RosterLine((span,), _line(span).struck, {"present": mark} if to > at + 1 else {})
            else:
                yield RosterLine((span, *behind), _line(span).struck)


def _columns(table: Table, front: str, *, pack: LanguagePack) -> dict[int, str]:
    """What each column holds by its head; {} where the table has no head row."""
    header = header_of(table)
    named = {cell.col: text for cell, text in zip(table.rows[0], header, strict=True)} if table.rows else {}
    names = {*pack.words("roster", "header_name"), *pack.words("roster", "header_given")}
    first_is_person = bool(table.rows and table.rows[0] and (lines := table.rows[0][0].lines()) and opens_with_person(lines[0], pack=pack))
    if len(header) < 2 or len(table.rows) < 2 or first_is_person:
        return {}
    if not any(text in names for text in header) and not _heads_days(header, pack=pack):
        return _columns_by_marks(table, pack=pack)
    apart = _apart(named, pack=pack)
    people = {col: sum(_holds_person(cell, pack=pack) for row in table.rows[1:] for cell in row if cell.col == col) for col in named}
    marks = {col for col in named for row in table.rows[1:] for cell in row if cell.col == col and is_mark(cell.text.casefold(), pack=pack)}
    best = max(people, key=lambda col: (people[col], named[col] in names, -col))
    name = apart[0] if apart else best if people[best] else next((col for col, text in named.items() if text in names), best)
    full = {col for col, count in people.items() if col not in marks and 2 * count >= len(table.rows) - 1 > 1}
    twins = full if marks else {col for col in full if named[col] == named[name] and named[name] in names}
    day_column = _day_column(table, named, front, pack=pack)
    absent, present = set(pack.words("sections", "absent")), set(pack.words("sections", "present"))
    columns: dict[int, str] = {}
    for col, text in named.items():
        if col == name or (len(twins) > 1 and col in twins):
            columns[col] = "name"
        elif apart and col == apart[1]:
            columns[col] = "surname"
        elif col in marks and len(twins) > 1:
            columns[col] = "mark"
        elif text in absent or text in pack.words("roster", "header_absent"):
            columns[col] = "absent"
        elif text in present or text == "x" or text in pack.words("roster", "yes") or col == day_column:
            columns[col] = "present"
        elif text in pack.words("roster", "remote"):
            columns[col] = "remote"
        elif _head_day(text, pack=pack) is not None:
            columns[col] = "other day"
        else:
            columns[col] = next((key for key in ("role", "organization", "attendance") if text in pack.words("roster", f"header_{key}")), "")
    return columns


def _columns_by_marks(table: Table, *, pack: LanguagePack) -> dict[int, str]:
    """The columns of a table whose heads are in nobody's words: people in the first, and one of marks ("R", "L", "–") with or without a remark."""
    body = [row for row in table.rows[1:] if row and row[0].text]
    if len(body) < _FEWEST or sum(_holds_person(row[0], pack=pack) for row in body) < _MOSTLY * len(body):
        return {}
    texts = {cell.col: [at.text.strip() for row in body for at in row if at.col == cell.col] for cell in table.rows[0][1:]}
    for col, marks in texts.items():
        away = [text for text in marks if not text or _says_no(text, pack=pack)]
        came = [text for text in marks if _LETTER.match(text) or is_mark(text.casefold(), pack=pack)]
        if away and came and len(away) + len(came) == len(marks):
            return {
                row_cell.col: "name" if row_cell.col == body[0][0].col else "present" if row_cell.col == col else "" for row_cell in table.rows[0]
            }
    return {}


def _heads_days(header: tuple[str, ...], *, pack: LanguagePack) -> bool:
    """Whether all columns but the first, which has no head, are headed by days: a list of who came to each meeting."""
    return not header[0] and all(_head_day(text, pack=pack) is not None for text in header[1:])


def _says_no(text: str, *, pack: LanguagePack) -> bool:
    return phrase(pack, r"<<roster.no>>(?=$|[\s,;(.])").match(text) is not None


def _apart(named: dict[int, str], *, pack: LanguagePack) -> tuple[int, int] | None:
    """The columns of given names and of surnames, where they are two."""
    given = next((col for col, text in named.items() if text in pack.words("roster", "header_given")), None)
    surname = next((col for col, text in named.items() if text in pack.words("roster", "header_surname")), None)
    return (given, surname) if given is not None and surname is not None else None


def _holds_person(cell: TableCell, *, pack: LanguagePack) -> bool:
    lines = cell.lines()
    return bool(lines) and opening_name(lines[0], pack=pack) is not None


def _used_marks(table: Table, columns: dict[int, str]) -> set[int]:
    """The columns of marks that anybody filled in: an empty one tells nothing of who was there."""
    filled = {cell.col for row in table.rows[1:] for cell in row if cell.text.strip()}
    return {col for col, key in columns.items() if key in ("present", "absent", "attendance", "remote") and col in filled}


_FEWEST, _MOSTLY = 3, 0.8
_LETTER = re.compile(rf"[{UPPER}](?=$|[\s,;(])")
_DAY_HEAD = re.compile(r"(?:20\d\d-)?(?:\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}|\d{1,2}\.\d{1,2}\.?(?:20\d\d)?)")


def _day_column(table: Table, named: dict[int, str], front: str, *, pack: LanguagePack) -> int | None:
    """Of columns headed by days the one whose day stands at the front of the minutes, else the last one that anybody filled in."""
    days = {col: day for col, text in named.items() if (day := _head_day(text, pack=pack)) is not None}
    if not days:
        return None
    filled = {cell.col for row in table.rows[1:] for cell in row if cell.text.strip()}
    said = {_month_and_day(match[0]) for match in re.finditer(_DAY_HEAD, front)} | _long_days(front, pack=pack)
    return next((col for col, day in days.items() if day in said), max((col for col in days if col in filled), default=None))


def _head_day(text: str, *, pack: LanguagePack) -> tuple[int, int] | None:
    """Month and day of a column's head that is a day and nothing else ("5/3", "5 mars", "2026-03-05")."""
    if _DAY_HEAD.fullmatch(text):
        return _month_and_day(text)
    if len(text) > 25 or not re.search(r"\d", text):
        return None
    found = [d for d in find_dates(text, reference=date(2000, 1, 1), pack=pack) if d.granularity == "day" and d.first is not None]
    return (found[0].first.month, found[0].first.day) if len(found) == 1 and found[0].first is not None else None


def _month_and_day(text: str) -> tuple[int, int]:
    first, second = (int(part) for part in re.findall(r"\d+", text.removeprefix(f"{text[:4]}-") if re.match(r"20\d\d-", text) else text)[:2])
    return (first, second) if "-" in text else (second, first)


def _long_days(front: str, *, pack: LanguagePack) -> set[tuple[int, int]]:
    return {(d.first.month, d.first.day) for d in find_dates(front, reference=date(2000, 1, 1), pack=pack) if d.first is not None}
