"""Checks a template before it is used: its fields, its syntax, and what keeps a paper from being accessible."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from functions.drafting.fieldcheck import unknown_fields
from functions.drafting.fields import FIELDS, SHEET_FIELDS
from functions.drafting.finishing import cells_of, rows_of, text_of
from functions.drafting.package import open_safely
from functions.drafting.rendering import BROKEN, explain, paragraph_at, render_draft, render_underlag
from functions.drafting.sample import sample_agenda, sample_doubts, sample_register
from functions.drafting.sandbox import SandboxedTemplates
from functions.errors import BadTemplate

_PROMPT = re.compile(
    r"klicka (?:eller tryck )?här|skriv (?:text|in text|namn|datum) här|\[(?:fyll i|ange|skriv|namn|datum|rubrik)[^\]]*\]"
    r"|<(?:fyll i|ange|namn|datum)[^>]*>|\bfyll i (?:förvaltning|namn|datum)\b"
    r"|\bX{3,}\b|lorem ipsum|click (?:or tap )?here",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a template. code: stable; level: "error" (the default is used in its place) or "warning"; message: Swedish."""

    code: str
    level: str
    message: str
    paragraph: str = ""


def check_template(data: bytes, *, sheet: bool = False) -> list[Finding]:
    """Everything to mend in a template, errors first; an empty list for a good one. sheet: it is for the secretary's sheet and not for the draft."""
    try:
        word = DocxTemplate(io.BytesIO(open_safely(data)))
        word.init_docx()
        found = [*_fields(word, SHEET_FIELDS if sheet else FIELDS)]
    except BadTemplate as problem:
        return [Finding("unusable", "error", problem.message)]
    except BROKEN as problem:
        return [Finding("unusable", "error", f"Mallen är inte en Word-fil (.docx), eller så är den skadad ({type(problem).__name__}).")]
    if not found:
        found += _render(data, sheet=sheet)
    found += [finding for finding in _looks(word) if not (sheet and finding.code == "no_controls")]
    return sorted(found, key=lambda finding: finding.level)


def _fields(word: DocxTemplate, fields: Mapping[str, str]) -> Iterator[Finding]:
    """Unknown fields and syntax errors of the body, the headers and the footers."""
    sources = [word.get_xml()]
    sources += [word.get_part_xml(part) for uri in (word.HEADER_URI, word.FOOTER_URI) for _, part in word.get_headers_footers(uri)]
    for xml in sources:
        environment = SandboxedTemplates()
        # As docxtpl does it: each paragraph on a line of its own, so that a line number is a paragraph.
        source = re.sub(r"<w:p([ >])", r"\n<w:p\1", word.patch_xml(xml))
        try:
            tree = environment.parse(source)
        except Exception as problem:  # noqa: BLE001  whatever Jinja says of a template is a finding
            yield Finding("syntax", "error", explain(problem, source=source), paragraph_at(source, getattr(problem, "lineno", None)))
            continue
        seen: set[str] = set()
        for name, line in unknown_fields(tree, fields=fields):
            if name not in seen:
                seen.add(name)
                yield Finding("unknown_field", "error", f"Mallen använder fältet ”{name}”, som inte finns.", paragraph_at(source, line))


def _render(data: bytes, *, sheet: bool) -> Iterator[Finding]:
    """Whether a full sample can be filled in."""
    try:
        if sheet:
            render_underlag(sample_agenda(), sample_register(), doubts=sample_doubts(), template=data)
        else:
            render_draft(sample_agenda(), template=data)
    except BadTemplate as problem:
        yield Finding("render", "error", problem.message)


def _looks(word: DocxTemplate) -> Iterator[Finding]:
    """What a reader, or a screen reader, would stumble over."""
    body = word.docx.element.body
    for table in body.iter(qn("w:tbl")):
        yield from _table(table)
    blank = 0
    for paragraph in body.iter(qn("w:p")):
        words = text_of(paragraph)
        lonely = paragraph.getparent().tag != qn("w:tc")
        blank += not words and lonely and not any(True for _ in paragraph.iter(qn("w:drawing"), qn("w:pict"), qn("w:sectPr"), qn("w:br")))
        if prompt := _PROMPT.search(words):
            yield Finding("prompt", "warning", f"”{prompt[0]}” står kvar i mallen.", words[:120])
    if blank:
        yield Finding("empty_paragraphs", "warning", "Tomma stycken används som mellanrum. Använd avstånd i formatmallen i stället.")
    for mark in body.iter(qn("w:showingPlcHdr")):
        control = next(mark.iterancestors(qn("w:sdt")), None)
        yield Finding("prompt", "warning", "En ifyllnadsruta visar fortfarande sin uppmaning.", text_of(control)[:120] if control is not None else "")
    for lock in body.iter(qn("w:lock")):
        if lock.get(qn("w:val")) != "unlocked":
            yield Finding("locked", "warning", "En innehållskontroll är låst. Lås upp den, så att sekreteraren kan ändra.")
            break
    if not any(True for _ in body.iter(qn("w:tag"))):
        yield Finding("no_controls", "warning", "Raderna står inte i innehållskontroller, så ändringar i ett förslag kan inte kännas igen säkert.")
    yield from _document(word)


def _table(table: Any) -> Iterator[Finding]:
    rows = rows_of(table)
    loops = [row for row in rows if "{%tr" in text_of(row) or "{% tr" in text_of(row)]
    if not loops:
        return
    where = " · ".join(text_of(cell) for cell in cells_of(rows[0]))[:120]
    if rows[0].find(qn("w:trPr") + "/" + qn("w:tblHeader")) is None:
        yield Finding("no_header_row", "warning", "Tabellens rubrikrad upprepas inte på nästa sida. Markera Upprepa rubrikrader i Word.", where)
    if any(True for _ in table.iter(qn("w:gridSpan"), qn("w:vMerge"), qn("w:hMerge"))):
        yield Finding("merged_cells", "warning", "Tabellen har sammanslagna celler, som skärmläsare läser fel.", where)


def _document(word: DocxTemplate) -> Iterator[Finding]:
    language = word.docx.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    if language is None or not language.get(qn("w:val")):
        yield Finding("no_language", "warning", "Mallen anger inget språk. Sätt språket till svenska för hela dokumentet.")
    levels = [
        int(style.name.rsplit(" ", 1)[-1])
        for style in (paragraph.style for paragraph in word.docx.paragraphs)
        if style is not None and re.fullmatch(r"heading \d", style.name or "", re.IGNORECASE)
    ]
    steps = zip([0, *levels], levels, strict=False)
    if any(level > before + 1 for before, level in steps):
        yield Finding("heading_gap", "warning", "Rubriknivåerna hoppar över en nivå.")
