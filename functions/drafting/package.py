"""Opens a template as a Word package that is safe to fill in, and writes one so that equal content gives equal bytes."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from functools import lru_cache

from functions.drafting.outside import without_outside
from functions.drafting.tagging import W15, declare_names
from functions.errors import BadTemplate

MOST_BYTES = 20_000_000
MOST_INFLATED = 80_000_000
MOST_PARTS = 1_000
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip entry can bear; the same for every entry, so that the bytes tell the content and nothing else."""

LONGEST_PART = 8_000_000
"""Bytes of one part that is filled in."""
MOST_UNCLOSED = 20
"""Opened braces without an end. docxtpl looks for the end of each through the whole part, so thousands of them would take it hours."""

_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ENCODING = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
_BRACES = re.compile(r"\{[{%#]|[}%#]\}")


@lru_cache(maxsize=8)
def open_safely(template: bytes) -> bytes:
    """The template's bytes without anything that would be fetched from elsewhere when the draft is opened.

    Raises BadTemplate where it is no plain .docx, too large, holds macros, or shows what lies outside it. A reference to the
    organisation's own template (attachedTemplate) is dropped; ordinary links stay.
    """
    if len(template) > MOST_BYTES:
        raise BadTemplate("Mallen är för stor. Ta bort stora bilder och spara den igen.")
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            entries = package.infolist()
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_INFLATED:
                raise BadTemplate("Mallen packar upp till orimligt mycket. Spara den på nytt i Word.")
            if len({entry.filename for entry in entries}) != len(entries):
                raise BadTemplate("Mallen är skadad: den innehåller dubbla delar. Spara den på nytt i Word.")
            parts = {entry.filename: package.read(entry) for entry in entries if not entry.is_dir()}
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, zlib.error) as problem:
        raise BadTemplate("Mallen är inte en Word-fil (.docx), eller så är den skadad.") from problem
    types = parts.get("[Content_Types].xml", b"")
    if not parts.get("word/document.xml") and b"wordprocessingml" not in types:
        raise BadTemplate("Mallen är inte en Word-fil (.docx).")
    if b"macroEnabled" in types or any("vbaproject" in name.casefold() or name.casefold().startswith("word/activex/") for name in parts):
        raise BadTemplate("Mallen innehåller makron. Spara den som vanligt Word-dokument (.docx) utan makron.")
    if b"wordprocessingml.template.main" in types:
        raise BadTemplate("Mallen är sparad som Word-mall (.dotx). Spara den som Word-dokument (.docx).")
    for name, data in parts.items():
        if name.casefold().endswith((".xml", ".rels")):
            _refuse_odd(name, data)
    return pack(without_outside(parts))


def _refuse_odd(name: str, data: bytes) -> None:
    """Raise BadTemplate over XML that no Word writes and that could hide something from us, or keep docxtpl busy for hours."""
    declared = _ENCODING.match(data)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (declared and declared[1].lower() != b"utf-8"):
        raise BadTemplate("Mallen har text i en kodning som Word inte skriver. Spara den på nytt i Word.")
    if _ENTITY.search(data):
        raise BadTemplate("Mallen innehåller en DOCTYPE, som Word-filer aldrig har. Skriv om den i Word.")
    if not name.startswith("word/") or b"{" not in data:
        return
    if len(data) > LONGEST_PART:
        raise BadTemplate("Mallen är för stor. Dela upp den, eller ta bort det som inte behövs.")
    unclosed, is_open = 0, False
    for brace in _BRACES.finditer(re.sub(r"<[^>]*>", "", data.decode(errors="replace"))):
        opening = brace[0][0] == "{"
        unclosed += opening and is_open
        is_open = opening
    if unclosed > MOST_UNCLOSED:
        raise BadTemplate(f"Mallen har {unclosed} fält som börjar med klamrar men inte slutar. Kontrollera att varje {{{{ har sitt }}}}.")


def pack(parts: dict[str, bytes]) -> bytes:
    """A Word package of these parts: the content types first, the rest by name, all dated 1980."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name)):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, parts[name])
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name. Raises what zipfile raises, and ValueError where they are unreasonably large."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = [entry for entry in package.infolist() if not entry.is_dir()]
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_INFLATED:
            raise ValueError("the package inflates to too much")
        return {entry.filename: package.read(entry) for entry in entries}


def repack(data: bytes) -> bytes:
    """The same package with stable dates and order, and with the names declared that our content controls use."""
    parts = parts_of(data)
    for name in parts:
        if name.startswith("word/document") and name.endswith(".xml") and W15.encode() in parts[name]:
            parts[name] = declare_names(parts[name].decode()).encode()
    return pack(parts)
