"""The register as a table for Excel: semicolons and a byte order mark, as a Swedish Excel opens it by a double click."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from functions.languages.shown import KINDS, STATUSES
from functions.model.register import OpenItem

_HEADINGS = (
    "Råd", "Punkt", "Typ", "Status", "Ansvarig", "Klart senast", "Klart senast, ord", "Från möte", "Från punkt",
    "Följt med i antal möten", "Uppskjuten antal gånger", "Citat", "Källa", "Nyckel",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def register_table(rows: Iterable[tuple[str, OpenItem]]) -> bytes:
    """The rows under their headings. rows: the council's name and the point."""
    page = io.StringIO(newline="")
    writer = csv.writer(page, delimiter=";", lineterminator="\r\n")
    writer.writerow(_HEADINGS)
    for council, item in rows:
        cells = (
            council,
            item.text,
            KINDS[item.kind],
            STATUSES[item.status],
            ", ".join(item.owners),
            item.due.date if item.due else None,
            item.due.text if item.due else None,
            item.opened.meeting,
            item.opened.title or item.opened.item,
            item.meetings_followed,
            item.times_postponed,
            " … ".join(quote.text for quote in item.quotes if quote.text),
            item.opened.file,
            item.key,
        )
        writer.writerow([_safe(cell) for cell in cells])
    return ("\ufeff" + page.getvalue()).encode("utf-8")


def _safe(cell: str | int | None) -> str | int:
    """A cell that Excel never takes for a formula: minutes may begin with anything."""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return "" if cell is None else cell
