"""A document as `dagordning read --json` prints it."""

from __future__ import annotations

from typing import Any

from functions.model.document import Block, Cell, Document


def describe(document: Document, *, file: str) -> dict[str, Any]:
    """The contract of `dagordning read --json`: {file, blocks [{id, part, kind, number, row, col, strike, text, …}]}, ready for JSON.

    strike: whether any text is struck; struck: the stretches, as [start, end) in code points.
    """
    return {
        "file": file,
        "format": document.format,
        "reader": document.reader,
        "fingerprint": document.fingerprint,
        "signed": document.signed,
        "notes": list(document.notes),
        "blocks": [_describe_block(block) for block in document.blocks],
    }


def _describe_block(block: Block) -> dict[str, Any]:
    cell = block.cell
    return {
        "id": block.id,
        "part": block.part.value,
        "kind": block.kind.value,
        "number": block.number,
        "row": cell.row if cell else None,
        "col": cell.col if cell else None,
        "strike": bool(block.struck),
        "text": block.text,
        "style": block.style,
        "level": block.level,
        "table": _describe_cell(cell) if cell else None,
        "links": [{"start": link.start, "end": link.end, "text": block.text[link.start : link.end], "target": link.target} for link in block.links],
        "controls": [
            {name: getattr(control, name) for name in ("start", "end", "tag", "title", "date", "checked", "placeholder")}
            for control in block.controls
        ],
        "struck": [list(span) for span in block.struck],
        "page": block.page,
        "source": block.source,
    }


def _describe_cell(cell: Cell) -> dict[str, Any]:
    return {
        "table": cell.table,
        "row": cell.row,
        "col": cell.col,
        "row_span": cell.row_span,
        "col_span": cell.col_span,
        "header": cell.header,
        "outer": _describe_cell(cell.outer) if cell.outer else None,
    }
