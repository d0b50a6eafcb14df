"""Opens a template as a Word package that is safe to fill in, and writes one so that equal content gives equal bytes."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from functools import lru_cache

from functions.errors import BadTemplate

MOST_BYTES = 20_000_000
MOST_INFLATED = 80_000_000
MOST_PARTS = 1_000
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip entry can bear; the same for every entry, so that the bytes tell the content and nothing else."""

_EXTERNAL = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*?\bTargetMode\s*=\s*[\"']External[\"'][^>]*?>", re.DOTALL)
_TYPE = re.compile(rb"\bType\s*=\s*[\"']([^\"']+)[\"']")
_ENTITY = re.compile(r"<!(?:DOCTYPE|ENTITY)")


@lru_cache(maxsize=8)
def open_safely(template: bytes) -> bytes:
    """The template's bytes without anything that would be fetched from elsewhere when the draft is opened.

    Raises BadTemplate where it is no plain .docx, too large, holds macros, or shows pictures that lie outside it. A reference to the
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
    if b"macroEnabled" in types or any(name.casefold().endswith(("vbaproject.bin", "vbadata.xml")) for name in parts):
        raise BadTemplate("Mallen innehåller makron. Spara den som vanligt Word-dokument (.docx) utan makron.")
    if b"wordprocessingml.template.main" in types:
        raise BadTemplate("Mallen är sparad som Word-mall (.dotx). Spara den som Word-dokument (.docx).")
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")) and _ENTITY.search(_text_of(data)):
            raise BadTemplate("Mallen innehåller en DOCTYPE, som Word-filer aldrig har. Skriv om den i Word.")
    return pack(_without_outside(parts))


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


def repack(data: bytes) -> bytes:
    """The same package with stable dates and order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return pack({entry.filename: package.read(entry) for entry in package.infolist()})


def _text_of(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    return data.decode(encoding, errors="replace")


def _without_outside(parts: dict[str, bytes]) -> dict[str, bytes]:
    kept = dict(parts)
    for name, data in parts.items():
        if not name.endswith(".rels"):
            continue
        for relation in _EXTERNAL.findall(data):
            kind = _TYPE.search(relation)
            ending = kind[1].rsplit(b"/", 1)[-1] if kind else b""
            if ending == b"hyperlink":
                continue
            if ending != b"attachedTemplate":
                raise BadTemplate("Mallen hämtar innehåll utanför sig själv (en länkad bild eller ett länkat objekt). Infoga det i mallen i stället.")
            settings = name.replace("_rels/", "").removesuffix(".rels")
            kept[name] = kept[name].replace(relation, b"")
            kept[settings] = re.sub(rb"<w:attachedTemplate\b[^>]*/>", b"", kept.get(settings, b""))
    return kept
