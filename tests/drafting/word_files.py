"""Templates made for one test, and what a rendered file holds."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from docx import Document
from docx.oxml.ns import qn

from functions.drafting.papers import DRAFT


def changed(part: str, change: Callable[[str], str], *, template: bytes | None = None) -> bytes:
    """The default template with one part rewritten; a part that is not there begins empty."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template or DRAFT.default())) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        names = source.namelist()
        for name in dict.fromkeys([*names, part]):
            data = source.read(name) if name in names else b""
            target.writestr(name, change(data.decode()).encode() if name == part else data)
    return out.getvalue()


def with_paragraph(text: str) -> bytes:
    """The default template with a paragraph of that text before its table."""
    body = f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p><w:tbl>'
    return changed("word/document.xml", lambda xml: xml.replace("<w:tbl>", body, 1))


def part_of(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def words_of(data: bytes) -> str:
    body = Document(io.BytesIO(data)).element.body
    return "\n".join("".join(node.text or "" for node in paragraph.iter(qn("w:t"))) for paragraph in body.iter(qn("w:p")))


def tags_of(data: bytes) -> list[str]:
    return re.findall(r'<w:tag w:val="([^"]*)"', part_of(data))
