"""The last touches to a filled-in Word file: unique control ids, no columns that stay empty, properties and language."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from functions.drafting.blank import drop_unfilled
from functions.drafting.breaking import break_long_words
from functions.drafting.tagging import tag_lines

LANGUAGE = "sv-SE"
MOST_WHOLE = 9
"""Paragraphs of a row that is kept on one page."""
LONGEST_TAG = 64
_MOST_TOGETHER = 12
"""Rows of a table that is not broken over pages, its heading among them."""
_CORE_DATES = ("dcterms:created", "dcterms:modified", "cp:lastModifiedBy", "cp:lastPrinted", "cp:revision")


def finish(document: Document, *, title: str, author: str, flowing: bool = False) -> None:
    """Make the rendered file one that Word opens without complaint and a screen reader can follow; it changes the document in place. flowing: every
    table may run over to the next page, as on a sheet to work through; else the short ones behind the first stand on one."""
    body = document.element.body
    tag_lines(body)
    drop_unfilled(body)
    break_long_words(body)
    number_controls(body)
    for number, table in enumerate(body.iter(qn("w:tbl"))):
        drop_empty_columns(table)
        split_long_rows(table)
        if flowing:
            keep_with_first_row(table)
        elif number:
            keep_together(table)
    for run in list(body.iter(qn("w:r"))):
        _drop_empty_run(run)
    properties = document.core_properties
    properties.title, properties.author = title, author
    properties.language = properties.language or LANGUAGE
    core = document.part.package.core_properties._element
    for name in _CORE_DATES:
        for old in core.findall(qn(name)):
            # Times and names of the template's last save say nothing of the draft, and would make its bytes differ.
            core.remove(old)


def number_controls(body: Any) -> None:
    """Give every content control an id of its own, in order, and a tag that Word accepts."""
    for index, control in enumerate(body.iter(qn("w:sdtPr")), 1):
        identity = control.find(qn("w:id"))
        if identity is not None:
            identity.set(qn("w:val"), str(1_000_000 + index))
        tag = control.find(qn("w:tag"))
        if tag is not None:
            tag.set(qn("w:val"), tag.get(qn("w:val"), "")[:LONGEST_TAG])


def rows_of(table: Any) -> list[Any]:
    """The table's own rows, those in content controls among them, in order."""
    return [row for row in table.iter(qn("w:tr")) if next(row.iterancestors(qn("w:tbl"))) is table]


def cells_of(row: Any) -> list[Any]:
    """The row's own cells."""
    return [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]


def drop_empty_columns(table: Any) -> None:
    """Leave out each column under a repeated header in which no row has a word, and give its width to the widest one.

    So a council whose points have no times gets no empty column for them. Tables with merged cells are left as they are.
    """
    rows = rows_of(table)
    grid = table.find(qn("w:tblGrid"))
    if len(rows) < 2 or grid is None or not is_header(rows[0]):
        return
    cells = [cells_of(row) for row in rows]
    columns = list(grid)
    if any(len(row) != len(columns) for row in cells) or any(True for _ in table.iter(qn("w:gridSpan"), qn("w:vMerge"))):
        return
    empty = [at for at in range(len(columns)) if not any(text_of(row[at]) for row in cells[1:])]
    if not empty or len(empty) == len(columns):
        return
    kept = [at for at in range(len(columns)) if at not in empty]
    widest = max(kept, key=lambda at: _width(columns[at]))
    width = _width(columns[widest]) + sum(_width(columns[at]) for at in empty)
    for row in cells:
        size = row[widest].find(qn("w:tcPr") + "/" + qn("w:tcW"))
        if size is not None:
            size.set(qn("w:w"), str(width))
        for at in empty:
            holder = row[at].getparent()
            control = holder.getparent() if holder.tag == qn("w:sdtContent") else None
            if control is not None and len(holder) == 1:
                control.getparent().remove(control)
            else:
                holder.remove(row[at])
    columns[widest].set(qn("w:w"), str(width))
    for at in empty:
        grid.remove(columns[at])


def split_long_rows(table: Any) -> None:
    """Let a row of many paragraphs run over to the next page.

    Templates keep rows whole (w:cantSplit); a long follow-up kept whole would leave most of a page empty. Its heading stays with what follows.
    """
    for row in rows_of(table):
        if sum(1 for _ in row.iter(qn("w:p"))) > MOST_WHOLE:
            for mark in row.findall(qn("w:trPr") + "/" + qn("w:cantSplit")):
                mark.getparent().remove(mark)
            for cell in cells_of(row):
                paragraphs = list(cell.iter(qn("w:p")))
                if len(paragraphs) > MOST_WHOLE // 2:
                    paragraphs[0].get_or_add_pPr().get_or_add_keepNext()


def keep_together(table: Any) -> None:
    """Let a short table behind the first (the appendix) stand on one page: a row or two alone on the next one look forgotten."""
    rows = rows_of(table)
    if not 2 < len(rows) <= _MOST_TOGETHER or not is_header(rows[0]):
        return
    for row in rows[:-1]:
        for paragraph in row.iter(qn("w:p")):
            paragraph.get_or_add_pPr().get_or_add_keepNext()


def keep_with_first_row(table: Any) -> None:
    """Let what stands right above a table, and its headings, stay on the page of its first row."""
    rows = rows_of(table)
    above = table.getprevious()
    heads = list(rows[0].iter(qn("w:p"))) if rows and is_header(rows[0]) else []
    for paragraph in [*([above] if above is not None and above.tag == qn("w:p") else []), *heads]:
        paragraph.get_or_add_pPr().get_or_add_keepNext()


def text_of(element: Any) -> str:
    """The visible text under an element, stripped."""
    return "".join(node.text or "" for node in element.iter(qn("w:t"))).strip()


def is_header(row: Any) -> bool:
    """Whether the row is repeated on every page, and so read out as headings."""
    mark = row.find(qn("w:trPr") + "/" + qn("w:tblHeader"))
    return mark is not None and mark.get(qn("w:val"), "true") not in ("0", "false", "off")


def _width(column: Any) -> int:
    size = column.get(qn("w:w"), "0")
    return int(float(size)) if size.replace(".", "", 1).isdigit() else 0


def _drop_empty_run(run: Any) -> None:
    """docxtpl leaves runs without any text round a link."""
    content = [child for child in run if child.tag != qn("w:rPr")]
    if content and all(child.tag == qn("w:t") and not child.text for child in content):
        run.getparent().remove(run)
