"""Tables of coming meetings: which columns and rows are the body's own, what a column's head tells of its days, and forms of labels and values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from functions.interpreting.labels import folded_label
from functions.interpreting.meeting_bodies import is_own, names_own_meeting
from functions.interpreting.phrases import phrase, words_of
from functions.interpreting.spans import Span
from functions.languages import LanguagePack

Fields = tuple[Span, ...]

_HOURS = r"(?:<<dates.clock>>\s*)?\d{1,2}(?:[.:]\d\d)?\s*[-–]\s*\d{1,2}(?:[.:]\d\d)?|<<dates.clock>>\s*\d{1,2}(?:[.:]\d\d)?"
_DAY = r"\d{1,2}\s*/\s*\d{1,2}|\d{1,2}(?::?e)?\s+<<dates.months>>|\d{4}-\d\d-\d\d"
_NEXT = r"<<next_meetings.coming>>\s+(?:<<dates.meeting_adjective>>\s+)?[\w-]*<<next_meetings.gatherings>>"
_OTHERS = r"[\w-]*<<bodies.nouns>>(?:<<bodies.definite>>)?|<<next_meetings.own_organs>>(?:<<bodies.definite>>)?|<<bodies.inner_acronyms>>"


def rows_of_days(rows: list[Fields], *, body: str | None, pack: LanguagePack) -> list[Fields]:
    """The rows of a table below its head, without what tells of papers or of other bodies; a form of labels and values as one row a meeting."""
    form = form_of(rows, pack=pack)
    if form:
        return form
    if len(rows) < 2 or any(re.search(r"\d", phrase(pack, _HOURS).sub("", field.text)) for field in rows[0]):
        return rows
    heads = {_col(field): field for field in rows[0]}
    left = [_without_remarks(row, heads, pack=pack) for row in rows[1:]]
    left = _of_own_column([row for row in left if row], heads, body=body, pack=pack)
    return [row for row in (_told_of_own(row, heads, body=body, pack=pack) for row in left) if row]


def form_of(rows: list[Fields], *, pack: LanguagePack, announced: bool = False) -> list[Fields]:
    """The values of a table of labels and values ("Nästa möte | 10 mars", "Tid | 13–15"), one row a meeting; none of any other table.

    announced: only where a label tells that the meeting is a coming one.
    """
    known = {word for key in ("date", "time", "start", "place") for word in pack.words("facts", key)}
    papers, then = words_of(pack, "next_meetings", "paper_columns", "paperwork"), words_of(pack, "next_meetings", "then")
    found: list[Fields] = []
    coming = False
    for row in rows:
        label = folded_label(row[0].text)
        named = phrase(pack, _NEXT).fullmatch(label) is not None
        if len(row) != 2 or not (named or label in known or papers.search(label) or then.fullmatch(label)):
            return []
        coming = coming or named
        if papers.search(label):
            continue
        begins = named or label in pack.words("facts", "date") or then.fullmatch(label) is not None
        if begins or not found:
            found.append(row[1:])
        else:
            found[-1] = (*found[-1], row[1])
    dated = coming or any(folded_label(row[0].text) in pack.words("facts", "date") for row in rows)
    return found if len(rows) > 1 and dated and (coming or not announced) else []


def forms_in(spans: list[Span], *, pack: LanguagePack) -> list[Fields]:
    """The coming meetings of the forms among the cells of tables, each as its values."""
    return [row for rows in _tables_of(spans) for row in form_of(rows, pack=pack, announced=True)]


def own_plan(spans: list[Span], *, body: str | None, pack: LanguagePack) -> list[Fields]:
    """The rows of the tables among cells whose first column is headed as the own body's meetings, beside hours, places or last days for papers."""
    found: list[Fields] = []
    facts = {word for key in ("time", "place") for word in pack.words("facts", key)}
    for rows in _tables_of(spans):
        heads = [(folded_label(field.text), field) for field in rows[0]]
        beside = any(label in facts or words_of(pack, "next_meetings", "paper_columns").search(label) for label, _ in heads[1:])
        if beside and names_own_meeting(heads[0][1].text, body, pack=pack):
            found += rows_of_days(rows, body=body, pack=pack)
    return found


def _tables_of(spans: list[Span]) -> Iterator[list[Fields]]:
    """The rows of each table among lines, as their cells' lines."""
    for table, cells in groupby(spans, key=lambda span: span.block.cell.table if span.block.cell is not None else None):
        if table is not None:
            yield [tuple(row) for _, row in groupby(cells, key=lambda span: span.block.cell.row if span.block.cell is not None else None)]


def _col(field: Span) -> int | None:
    return field.block.cell.col if field.block.cell is not None else None


def _without_remarks(row: Fields, heads: dict[int | None, Span], *, pack: LanguagePack) -> Fields:
    """A row without the columns of papers ("Sista dag för handlingar"), and of remarks but where one calls off or tells how one takes part."""
    papers, beside = words_of(pack, "next_meetings", "paper_columns", "theme_columns"), words_of(pack, "next_meetings", "remark_columns")
    telling = words_of(pack, "next_meetings", "cancelled", "online", "note_words")
    kept: list[Span] = []
    for field in row:
        head = heads[_col(field)].text if _col(field) in heads else ""
        if not papers.search(head) and (not beside.fullmatch(head.strip(" :")) or telling.search(field.text)):
            kept.append(field)
    return tuple(kept)


def _of_own_column(rows: list[Fields], heads: dict[int | None, Span], *, body: str | None, pack: LanguagePack) -> list[Fields]:
    """The rows with the days of the body's own column alone, where the heads name several bodies, and with the hours that its head tells."""
    names = {col: phrase(pack, _HOURS).sub("", head.text).strip(" ():,") for col, head in heads.items()}
    own = [col for col, name in names.items() if is_own(name, body, pack=pack) or names_own_meeting(name, body, pack=pack)]
    day = phrase(pack, rf"(?<!\d)(?:{_DAY})")
    if len(own) != 1 or not any(_col(field) == own[0] and day.search(field.text) for row in rows for field in row):
        return rows
    hours = phrase(pack, _HOURS).search(heads[own[0]].text)
    told = (heads[own[0]].part(*hours.span()),) if hours is not None else ()
    return [(*(f for f in row if _col(f) == own[0] or not day.search(f.text)), *told) for row in rows if any(_col(f) == own[0] for f in row)]


def _told_of_own(row: Fields, heads: dict[int | None, Span], *, body: str | None, pack: LanguagePack) -> Fields:
    """A row without the cell that tells who meets; nothing of a row that is another body's."""
    who = words_of(pack, "next_meetings", "who_columns")
    for field in row:
        head = heads.get(_col(field))
        if head is None or not who.fullmatch(head.text.strip(" :?")) or re.search(r"\d", field.text):
            continue
        words = re.findall(r"[\w-]+", field.text)
        ours = any(is_own(word, body, pack=pack) for word in words) or words_of(pack, "next_meetings", "both", "all_of").search(field.text)
        bodies = tuple(pack.table("bodies", "definites").values())
        if not ours and any(phrase(pack, _OTHERS).fullmatch(word) or word.casefold().endswith(bodies) for word in words):
            return ()
        return tuple(other for other in row if other is not field) if ours else row
    return row
