"""Enclosures: the document's own hyperlinks and file names of their own line, with the item they stand in."""

from __future__ import annotations

import re

from functions.interpreting.layout import Layout
from functions.interpreting.spans import Span, lines_of
from functions.model.document import Document
from functions.model.minutes import Link

_FILE_NAME = re.compile(r"[^\n/\\:*?\"<>|]{3,150}\.(?:docx?|pdf|pptx?|xlsx?|msg)", re.IGNORECASE)


def find_links(document: Document, layout: Layout) -> tuple[Link, ...]:
    """The links of the body in reading order; the same words with the same target once an item.

    E-mail addresses and jumps within the file are none.
    """
    places: dict[str, str] = {}
    for item in layout.items:
        for span in [*item.title, *(line.span for line in item.lines)]:
            places.setdefault(span.block.id, item.ref)
    found: dict[tuple[str, str | None, str | None], Link] = {}
    for block in document.body():
        for link in block.links:
            span = Span(block, link.start, link.end).trimmed()
            target = link.target
            if not span.text or (target or "").startswith(("mailto:", "tel:")):
                continue
            entry = Link(span.text, target, places.get(block.id), (span.quote(),))
            found.setdefault((entry.text, entry.href, entry.item), entry)
        for line in lines_of(block):  # an enclosure whose link was lost, alone on its line
            if _FILE_NAME.fullmatch(line.text) and not any(line.start < link.end and link.start < line.end for link in block.links):
                found.setdefault((line.text, None, places.get(block.id)), Link(line.text, None, places.get(block.id), (line.quote(),)))
    return tuple(found.values())
