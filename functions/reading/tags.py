"""What the tags of a PDF say: which letters are one paragraph, and which paragraphs are headings (Word writes tags when it saves a PDF)."""

from __future__ import annotations

import ctypes
import re
from typing import Any

import pypdfium2.raw as pdfium

_BLOCKS = re.compile(r"P|H[1-6]?|LI|LBody|TD|TH|Caption|Note|BlockQuote|TOCI|Title")
_HEADING = re.compile(r"H([1-6])$")
_DEEPEST = 60

Tag = tuple[int, int | None]  # which paragraph of the page, and its heading level


def read_tags(page: Any) -> dict[int, Tag]:
    """For every marked piece of a page's content its paragraph and heading level; empty where the file has no tags."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return {}
    tags: dict[int, Tag] = {}
    labels: list[int] = []
    count = [0]
    try:
        for i in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            element = pdfium.FPDF_StructTree_GetChildAtIndex(tree, i)
            if element:
                _walk(element, (0, None), tags, labels, count, 0)
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    return tags


def _walk(element: Any, tag: Tag, tags: dict[int, Tag], labels: list[int], count: list[int], depth: int) -> None:
    if depth > _DEEPEST:
        return
    kind = _type_of(element)
    if _BLOCKS.fullmatch(kind):
        count[0] += 1
        heading = _HEADING.match(kind)
        tag = (count[0], int(heading[1]) if heading else None)
    for i in range(pdfium.FPDF_StructElement_CountChildren(element)):
        marked = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, i)
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, i) if marked < 0 else None
        if marked >= 0 and kind == "Lbl":
            labels.append(marked)  # a bullet belongs to the paragraph that follows it
        elif marked >= 0:
            for label in labels:
                tags[label] = tag
            labels.clear()
            tags[marked] = tag
        elif child:
            _walk(child, tag, tags, labels, count, depth + 1)


def _type_of(element: Any) -> str:
    length = pdfium.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDF_StructElement_GetType(element, buffer, length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
