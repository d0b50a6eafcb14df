"""The zip package of a Word file: only the parts that are needed, and none that would burst the memory."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element as Element

from functions import errors
from functions.reading.namespaces import STRICT

MAX_PART = 32 * 1024 * 1024  # a 40,000-paragraph file measured 29 MB of XML; minutes have 0.2 MB
MAX_TOTAL = 96 * 1024 * 1024
MAX_RATIO = 500  # text deflates some 10 times, one paragraph copied 40,000 times some 300; a bomb of spaces 1,000
RATIO_FROM = 4 * 1024 * 1024
MAX_TAGS = 3_000_000  # markup costs lxml some 100 bytes an element, whatever its size as text
MAX_MEMBERS = 20_000

_WORD_MAIN = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroenabled.main+xml",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
)
_STRANGERS = {
    "spreadsheetml": "Excel-fil (.xlsx). Spara anteckningarna som Word (.docx).",
    "ms-excel": "Excel-fil. Spara anteckningarna som Word (.docx).",
    "presentationml": "PowerPoint-fil (.pptx). Spara anteckningarna som Word (.docx).",
    "ms-powerpoint": "PowerPoint-fil. Spara anteckningarna som Word (.docx).",
    "visio": "Visio-fil. Spara anteckningarna som Word (.docx).",
}
_STRICT_NAMES = re.compile(rb"""(xmlns(?::[\w.-]+)?\s*=\s*["'])(http://purl\.oclc\.org/ooxml/[\w/]+)(["'])""")
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, RuntimeError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Relationship:
    """Where a part points. kind: the last word of its type ("hyperlink"); external: an address outside the file."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """An opened zip. members: by lower-cased name; doubled: names that occur twice; inflated: sizes of the parts read so far."""

    archive: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]
    doubled: frozenset[str]
    inflated: list[int] = field(default_factory=list)


def open_package(data: bytes) -> Package:
    """The directory of a zip, nothing inflated. Raises Truncated, TooLarge."""
    end = data.rfind(b"PK\x05\x06")
    if end == -1:
        raise errors.Truncated(_INCOMPLETE)
    if end + 12 <= len(data) and struct.unpack_from("<H", data, end + 10)[0] > MAX_MEMBERS:
        raise errors.TooLarge("Kunde inte läsas: filen har orimligt många delar. Öppna den i Word och spara som ny .docx.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED as error:
        raise errors.Truncated(_INCOMPLETE) from error
    members: dict[str, zipfile.ZipInfo] = {}
    doubled: set[str] = set()
    for info in archive.infolist():
        key = info.filename.replace("\\", "/").lstrip("/").lower()
        if key in members:
            doubled.add(key)
        members[key] = info
    return Package(archive, members, frozenset(doubled))


_INCOMPLETE = "Kunde inte läsas: filen är ofullständig eller skadad. Öppna den i Word och spara på nytt, eller hämta en tidigare version."


def read_part(package: Package, name: str) -> bytes | None:
    """The bytes of a part, None when there is none. Raises TooLarge before inflating, Malformed when doubled, Truncated when damaged."""
    key = name.lstrip("/").lower()
    info = package.members.get(key)
    if info is None:
        return None
    if key in package.doubled:
        raise errors.Malformed(f"Kunde inte läsas: delen {name} finns två gånger i filen. Öppna den i Word och spara som ny .docx.")
    size = info.file_size
    package.inflated.append(size)
    if size > MAX_PART or sum(package.inflated) > MAX_TOTAL or (size > RATIO_FROM and size > MAX_RATIO * max(info.compress_size, 1)):
        raise errors.TooLarge(
            f"Kunde inte läsas: {name} är {size // 1_000_000} MB uppackad, mer än anteckningar brukar vara. Dela upp filen eller spara om den i Word."
        )
    try:
        # zipfile inflates no more than the declared size, and then fails on the checksum.
        return package.archive.read(info)
    except RuntimeError as error:
        if info.flag_bits & 1:
            raise errors.Encrypted("Kunde inte läsas: filen är skyddad med lösenord. Spara en kopia utan lösenord.") from error
        raise errors.Truncated(_INCOMPLETE) from error
    except _DAMAGED as error:
        raise errors.Truncated(_INCOMPLETE) from error


def parse_part(package: Package, name: str) -> Element | None:
    """The XML of a part with transitional names, None when there is none. Raises Malformed (with part and line) for broken XML or a DOCTYPE."""
    data = read_part(package, name)
    return None if data is None else parse_xml(data, name)


def parse_xml(data: bytes, name: str) -> Element:
    """XML without DOCTYPE, comments or processing instructions; strict Open XML names mapped to transitional ones."""
    # Word never writes a DOCTYPE, and entities are how files are read from elsewhere or blown up.
    if b"<!DOCTYPE" in data:
        raise errors.Malformed(f"Kunde inte läsas: {name} har en otillåten DOCTYPE. Öppna filen i Word och spara som ny .docx.")
    if len(data) > MAX_TAGS and data.count(b"<") > MAX_TAGS:
        raise errors.TooLarge(f"Kunde inte läsas: {name} har fler stycken än anteckningar brukar ha. Dela upp filen.")
    if b"http://purl.oclc.org/ooxml/" in data:
        data = _STRICT_NAMES.sub(lambda m: m[1] + STRICT.get(m[2], m[2]) + m[3], data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        raise errors.Malformed(f"Kunde inte läsas: {name} är trasig XML (rad {line}). Öppna filen i Word och spara på nytt.") from error
    if getattr(root.getroottree().docinfo, "doctype", None):
        raise errors.Malformed(f"Kunde inte läsas: {name} har en otillåten DOCTYPE. Öppna filen i Word och spara som ny .docx.")
    return root


def read_relationships(package: Package, part: str) -> dict[str, Relationship]:
    """The relationships of a part ("" for the package's own) by id. Targets inside the package are whole names, and may well not exist."""
    folder, name = posixpath.split(part)
    root = parse_part(package, posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, Relationship] = {}
    for element in root if root is not None else ():
        target, external = element.get("Target") or "", (element.get("TargetMode") or "").lower() == "external"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target).replace("\\", "/"))).lstrip("/")
        found.setdefault(element.get("Id") or "", Relationship((element.get("Type") or "").rsplit("/", 1)[-1], target, external))
    return found


def find_main_part(package: Package) -> str:
    """The name of the main document part, by content type and relationship. Raises NotWord for other Office files and zips, Malformed."""
    types = parse_part(package, "[Content_Types].xml")
    if types is None:
        raise _judge_zip(package)
    overrides = {(e.get("PartName") or "").lstrip("/").lower(): (e.get("ContentType") or "").lower() for e in types if e.get("PartName")}
    defaults = {(e.get("Extension") or "").lower(): (e.get("ContentType") or "").lower() for e in types if e.get("Extension")}

    def type_of(name: str) -> str:
        return overrides.get(name.lower()) or defaults.get(name.rsplit(".", 1)[-1].lower()) or ""

    pointed = [r.target for r in read_relationships(package, "").values() if r.kind == "officeDocument" and not r.external]
    for name in [*pointed, *overrides]:
        if type_of(name) in _WORD_MAIN:
            if name.lower() in package.members:
                return name
            raise errors.Malformed(f"Kunde inte läsas: filen saknar sin huvuddel ({name}). Öppna den i Word och spara på nytt.")
    for content_type in [type_of(name) for name in pointed] + list(overrides.values()):
        for word, message in _STRANGERS.items():
            if word in content_type:
                raise errors.NotWord(f"Kunde inte läsas: {message}")
    raise errors.Malformed("Kunde inte läsas: filen saknar Word-dokument. Öppna den i Word och spara på nytt.")


def _judge_zip(package: Package) -> errors.Unreadable:
    kind = read_part(package, "mimetype") or b""
    if b"opendocument" in kind:
        return errors.NotWord("Kunde inte läsas: OpenDocument-fil (.odt). Spara den som .docx.")
    if any(name.startswith("word/") for name in package.members):
        return errors.Malformed("Kunde inte läsas: Word-fil utan innehållsförteckning. Öppna den i Word och spara på nytt.")
    return errors.NotWord("Kunde inte läsas: zip-arkiv, ingen Word-fil. Packa upp det och lägg in Word-filen själv.")


def is_signed(package: Package) -> bool:
    """Whether the package holds digital signatures."""
    return any(name.startswith("_xmlsignatures/") and name.endswith(".xml") for name in package.members)
