"""What a file is by its bytes, and what to tell people about those that are neither Word nor PDF."""

from __future__ import annotations

import re
import struct
from enum import StrEnum

from functions import errors


class Kind(StrEnum):
    """What we can read."""

    ZIP = "zip"
    PDF = "pdf"


_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|table|p)\b", re.IGNORECASE | re.DOTALL)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def sniff(data: bytes, *, name: str = "") -> Kind:
    """Zip (perhaps Word) or PDF; raises the `errors.Unreadable` that fits anything else. name: only to say what the file calls itself."""
    if not data:
        raise errors.Empty("Kunde inte läsas: filen är tom (0 byte). Spara den på nytt från Word.")
    if data.startswith(b"PK"):
        return Kind.ZIP
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(_OLE):
        raise _judge_ole(data)
    if not data.strip(b"\0"):
        raise errors.Truncated("Kunde inte läsas: filen har bara nollor, troligen en avbruten överföring. Spara eller ladda upp den på nytt.")
    raise errors.NotWord(f"Kunde inte läsas: {_misnamed(name)}{_describe(data)}")


def _misnamed(name: str) -> str:
    ending = re.search(r"\.(docx|docm|dotx|dotm|doc|pdf)$", name, re.IGNORECASE)
    return f"heter .{ending.group(1).lower()} men är " if ending else "filen är "


def _describe(data: bytes) -> str:
    head = data[:4096]
    for bom in _BOMS:
        head = head.removeprefix(bom)
    head = head.replace(b"\0", b"")  # UTF-16, well enough to look at
    if head.startswith(b"{\\rtf"):
        return "en RTF-fil. Öppna den i Word och spara som .docx."
    if head.startswith(_IMAGES) or data[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif") or (head.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return "en bild. Spara anteckningarna som Word (.docx) eller PDF med text."
    if b"pkg:package" in head or b"w:wordDocument" in head:
        return "Word-XML. Öppna den i Word och spara som .docx."
    if _HTML.match(head):
        return "en webbsida (HTML). Öppna den i Word och spara som .docx."
    if re.match(rb"(?i)(mime-version|from|received|return-path|content-type|message-id|x-[\w-]+):", head):
        return "ett e-postmeddelande eller en sparad webbsida. Öppna den i Word och spara som .docx."
    if head.startswith((b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b")):
        return "ett komprimerat arkiv. Packa upp det och lägg in Word-filen själv."
    return "varken Word eller PDF. Öppna den i programmet den kommer från och spara som .docx."


def _judge_ole(data: bytes) -> errors.Unreadable:
    """Old Office files and encrypted new ones share a container; the names of its streams tell them apart ([MS-CFB] 2.6.1)."""
    if _has_stream(data, "EncryptedPackage") or _has_stream(data, "EncryptionInfo"):
        return errors.Encrypted("Kunde inte läsas: filen är skyddad med lösenord. Spara en kopia utan lösenord.")
    if _has_stream(data, "WordDocument"):
        return errors.LegacyWord("Kunde inte läsas: gammal Word-fil (.doc). Öppna den i Word och spara som .docx.")
    if _has_stream(data, "Workbook") or _has_stream(data, "Book"):
        return errors.NotWord("Kunde inte läsas: gammal Excel-fil (.xls). Spara anteckningarna som Word (.docx).")
    if _has_stream(data, "PowerPoint Document"):
        return errors.NotWord("Kunde inte läsas: gammal PowerPoint-fil (.ppt). Spara anteckningarna som Word (.docx).")
    if _has_stream(data, "__properties_version1.0"):
        return errors.NotWord("Kunde inte läsas: Outlook-meddelande (.msg). Spara anteckningarna som Word (.docx).")
    if len(data) < 1536:
        return errors.Truncated("Kunde inte läsas: filen är ofullständig. Spara eller ladda upp den på nytt.")
    return errors.NotWord("Kunde inte läsas: äldre Office-fil av okänt slag. Öppna den i Word och spara som .docx.")


def _has_stream(data: bytes, name: str) -> bool:
    """Whether a directory entry of that name exists: 128 bytes on a 128-byte boundary, name, its length at 64, type (storage or stream) at 66."""
    needle = name.encode("utf-16-le") + b"\0\0"
    place = data.find(needle)
    while place != -1:
        if place % 128 == 0 and place + 128 <= len(data):
            length, kind = struct.unpack_from("<HB", data, place + 64)
            if length == len(needle) and kind in (1, 2):
                return True
        place = data.find(needle, place + 2)
    return False
