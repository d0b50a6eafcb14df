"""What a screen reader would stumble over in a finished paper: our own check of the Word file, the same for drafts and for templates."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from functions.drafting.blank import has_content, must_stand
from functions.drafting.contrast import faint_words
from functions.drafting.finishing import cells_of, is_header, rows_of, text_of

LONGEST_SHOWN = 120
_BULLET = re.compile(r"^(?:[•·▪◦‣*\-–—]\s|\(?\d{1,2}[.)]\s|\(?[a-zA-Z][.)]\s)")
_POINTLESS = re.compile(r"^(?:klicka )?här$|^länk(?:en)?$|^läs mer$|^(?:click )?here$|^link$|^(?:https?://|www\.)\S+$", re.IGNORECASE)
_HEADING = re.compile(r"^heading (\d)$", re.IGNORECASE)
_DOC_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SHAPE = "{urn:schemas-microsoft-com:vml}shape"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend. code: stable; level: "error" (the paper cannot be used) or "warning"; message: Swedish; paragraph: its words; part: where
    when that is not the body ("sidhuvud", "sidfot", "textruta", "fotnot")."""

    code: str
    level: str
    message: str
    paragraph: str = ""
    part: str = ""


def check_accessibility(data: bytes) -> tuple[Finding, ...]:
    """Everything that keeps a Word file from being accessible, each kind of finding at its first place; () for one that is."""
    try:
        document = Document(io.BytesIO(data))
    except (PythonDocxError, OpcError, ValueError, KeyError, SyntaxError, OSError):
        return (_warn("unreadable", "Filen går inte att öppna som Word-dokument."),)
    found: dict[str, Finding] = {}
    for finding in _findings(document):
        found.setdefault(finding.code, finding)
    return tuple(found.values())


def _findings(document: Any) -> Iterator[Finding]:
    body = document.element.body
    yield from _facts(document)
    yield from _headings(document)
    yield from _paragraphs(body, listed=_list_styles(document))
    for table in body.iter(qn("w:tbl")):
        yield from _table(table)
    targets = {identity: relation.target_ref for identity, relation in document.part.rels.items() if relation.is_external}
    for link in body.iter(qn("w:hyperlink")):
        words = text_of(link)
        if not words and link.get(qn("r:id")) in targets:
            yield _warn("link_text", "En länk saknar text.")
        elif _POINTLESS.match(words):
            yield _warn("link_text", f"Länken ”{words[:60]}” säger inte vart den leder. Skriv dokumentets titel i stället.", words)
    for name, root in [("", body), *_margins(document)]:
        yield from _pictures(root, part=name)
    for words, ratio in faint_words(document):
        yield _warn("contrast", f"Texten har för låg kontrast mot bakgrunden ({ratio:.1f}:1, minst 4,5:1 behövs).".replace(".", ",", 1), words)


def _facts(document: Any) -> Iterator[Finding]:
    core = document.core_properties
    if not core.title.strip():
        yield _warn("no_title", "Dokumentet saknar titel i sina egenskaper.")
    if not core.author.strip():
        yield _warn("no_author", "Dokumentet saknar författare i sina egenskaper.")
    language = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    if language is None or not language.get(qn("w:val")):
        yield _warn("no_language", "Mallen anger inget språk. Sätt språket till svenska för hela dokumentet.")
    protection = document.settings.element.find(qn("w:documentProtection"))
    if protection is not None and protection.get(qn("w:enforcement"), "0") not in ("0", "false", "off"):
        yield _warn("protected", "Dokumentet är skyddat mot ändringar. Ta bort skyddet, så att sekreteraren kan ändra.")


def _headings(document: Any) -> Iterator[Finding]:
    names = {style.style_id: style.name or "" for style in document.styles}
    before = 0
    for paragraph in document.element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        heading = _HEADING.match(names.get(style.get(qn("w:val")), "")) if style is not None else None
        if heading is None:
            continue
        level, words = int(heading[1]), text_of(paragraph)
        if not words:
            yield _warn("empty_heading", "En rubrik är tom.")
            continue
        if level > before + 1:
            yield _warn("heading_gap", "Rubriknivåerna hoppar över en nivå.", words)
        before = level
    if not before:
        yield _warn("no_heading", "Dokumentet har ingen rubrik. Använd formatmallarna Rubrik 1, Rubrik 2 …")


def _paragraphs(body: Any, *, listed: frozenset[str]) -> Iterator[Finding]:
    bulleted: list[str] = []
    for paragraph in body.iter(qn("w:p")):
        words = text_of(paragraph)
        if not words and not has_content(paragraph) and not must_stand(paragraph):
            yield _warn("empty_paragraphs", "Tomma stycken används som mellanrum. Använd avstånd i formatmallen i stället.")
        previous = paragraph.getprevious()
        beside = bulleted if previous is not None and previous.tag == qn("w:p") else []
        bulleted = [*beside, words] if _BULLET.match(words) and not _is_listed(paragraph, listed) else []
        if len(bulleted) == 2:
            yield _warn("false_list", "En lista är skriven med tecken för hand. Använd en riktig punktlista eller numrering.", bulleted[0])
        if len(paragraph.findall(f"{qn('w:r')}/{qn('w:br')}")) > 2 and "\n\n" in "".join(_lines(paragraph)):
            yield _warn("blank_lines", "Tomma rader används som mellanrum. Använd avstånd i formatmallen i stället.", words)


def _lines(paragraph: Any) -> Iterator[str]:
    for node in paragraph.iter(qn("w:t"), qn("w:br")):
        yield "\n" if node.tag == qn("w:br") else node.text or ""


def _list_styles(document: Any) -> frozenset[str]:
    """The styles that make a paragraph an entry of a list."""
    styles = document.styles.element.iter(qn("w:style"))
    return frozenset(style.get(qn("w:styleId")) for style in styles if style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None)


def _is_listed(paragraph: Any, listed: frozenset[str]) -> bool:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None or (style is not None and style.get(qn("w:val")) in listed)


def _table(table: Any) -> Iterator[Finding]:
    rows = rows_of(table)
    if not rows:
        return
    where = " · ".join(text_of(cell) for cell in cells_of(rows[0]))[:LONGEST_SHOWN]
    if len(rows) > 1 and not is_header(rows[0]):
        yield _warn("no_header_row", "Tabellens rubrikrad upprepas inte på nästa sida. Markera Upprepa rubrikrader i Word.", where)
    spans = [mark for mark in table.iter(qn("w:gridSpan")) if mark.get(qn("w:val")) != "1"]
    if spans or any(True for _ in table.iter(qn("w:vMerge"), qn("w:hMerge"))):
        yield _warn("merged_cells", "Tabellen har sammanslagna celler, som skärmläsare läser fel.", where)
    if any(inner is not table for inner in table.iter(qn("w:tbl"))):
        yield _warn("nested_table", "En tabell ligger inuti en annan, vilket skärmläsare läser fel.", where)
    if is_header(rows[0]) and not all(text_of(cell) for cell in cells_of(rows[0])):
        yield _warn("empty_header", "En kolumn i tabellen saknar rubrik.", where)


def _pictures(root: Any, *, part: str) -> Iterator[Finding]:
    for picture in root.iter(_DOC_PROPERTIES):
        text_box = any(True for _ in picture.getparent().iter(qn("w:txbxContent")))
        if not (picture.get("descr") or "").strip() and not text_box and not any(True for _ in picture.iter(_DECORATIVE)):
            yield _warn("alt_text", "En bild saknar alternativtext. Högerklicka på den i Word och välj Visa alternativtext.", part=part)
    for shape in root.iter(_SHAPE):
        in_fallback = any(holder.tag.endswith("}Fallback") for holder in shape.iterancestors())
        if not in_fallback and not (shape.get("alt") or "").strip():
            yield _warn("alt_text", "En bild saknar alternativtext. Högerklicka på den i Word och välj Visa alternativtext.", part=part)


def _margins(document: Any) -> Iterator[tuple[str, Any]]:
    for relation in document.part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind in ("header", "footer") and not relation.is_external:
            yield {"header": "sidhuvud", "footer": "sidfot"}[kind], relation.target_part.element


def _warn(code: str, message: str, paragraph: str = "", *, part: str = "") -> Finding:
    return Finding(code, "warning", message, paragraph[:LONGEST_SHOWN], part)
