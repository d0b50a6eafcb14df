"""Checks a template before it is used: its fields, its syntax, and what keeps a paper from being accessible."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from functions.drafting.accessibility import Finding, check_accessibility
from functions.drafting.finishing import text_of
from functions.drafting.package import open_safely
from functions.drafting.papers import DRAFT, Paper
from functions.drafting.rendering import BROKEN
from functions.drafting.sample import render_sample
from functions.drafting.tagcheck import check_fields, parts_of
from functions.errors import BadTemplate

_PROMPT = re.compile(
    r"klicka (?:eller tryck )?här|skriv (?:text|in text|namn|datum) här|\[(?:fyll i|ange|skriv|namn|datum|rubrik)[^\]]*\]"
    r"|<(?:fyll i|ange|namn|datum)[^>]*>|\bfyll i (?:förvaltning|namn|datum)\b"
    r"|\bX{3,}\b|lorem ipsum|click (?:or tap )?here",
    re.IGNORECASE,
)
_FILLED_IN = frozenset({"no_title", "no_author"})
"""What a template need not have: it is written into each paper."""
_LINES = re.compile(r"{%\s*\w*\s*for\s+\w+\s+in\s+lines\b")


def check_template(data: bytes, *, paper: Paper = DRAFT) -> list[Finding]:
    """Everything to mend in a template for a paper, errors first; an empty list for a good one. It is filled in with a full sample on the way."""
    try:
        safe = open_safely(data)
        word = DocxTemplate(io.BytesIO(safe))
        word.init_docx()
        found = [*check_fields(word, paper.fields)]
    except BadTemplate as problem:
        return [Finding("unusable", "error", problem.message)]
    except BROKEN as problem:
        return [Finding("unusable", "error", f"Mallen är inte en Word-fil (.docx), eller så är den skadad ({type(problem).__name__}).")]
    filled = safe
    if not any(finding.level == "error" for finding in found):
        try:
            filled = render_sample(paper, template=data)
        except BadTemplate as problem:
            found.append(Finding("render", "error", problem.message))
    found += [*_left_in(word), *_no_lines(word, paper)]
    found += _links_in_blocks(filled)
    found += [finding for finding in check_accessibility(filled) if finding.code not in _FILLED_IN]
    return sorted(found, key=lambda finding: finding.level)


def _left_in(word: DocxTemplate) -> Iterator[Finding]:
    """Prompts, changes and hidden words that would stand in every paper."""
    for part, xml in parts_of(word):
        root = parse_xml(xml.encode())
        for paragraph in root.iter(qn("w:p")):
            words = text_of(paragraph)
            if prompt := _PROMPT.search(words):
                yield Finding("prompt", "warning", f"”{prompt[0]}” står kvar i mallen.", words[:120], part)
        for mark in root.iter(qn("w:showingPlcHdr")):
            control = next(mark.iterancestors(qn("w:sdt")), None)
            words = text_of(control)[:120] if control is not None else ""
            yield Finding("prompt", "warning", "En ifyllnadsruta visar fortfarande sin uppmaning.", words, part)
        yield from _unseen(root, part)


def _links_in_blocks(filled: bytes) -> Iterator[Finding]:
    """Loops in a cell of which one turn gives several paragraphs, a link among them: LibreOffice (7.4) shows the link's code in such a control."""
    try:
        body = Document(io.BytesIO(filled)).element.body
    except BROKEN:
        return
    for control in body.iter(qn("w:sdt")):
        content = control.find(qn("w:sdtContent"))
        blocks = content is not None and content.find(qn("w:p")) is not None and next(control.iterancestors(qn("w:tc")), None) is not None
        if blocks and next(control.iter(qn("w:hyperlink")), None) is not None:
            told = "I LibreOffice visas länken som kod: varje varv av slingan i cellen ger flera stycken. Låt varje varv ge ett stycke, eller en rad."
            yield Finding("link_in_block", "warning", told, text_of(control)[:120])
            return


def _unseen(root: Any, part: str) -> Iterator[Finding]:
    changed = next(root.iter(qn("w:ins"), qn("w:del"), qn("w:moveFrom")), None)
    if changed is not None:
        words = "".join(node.text or "" for node in changed.iter(qn("w:t"), qn("w:delText")))[:120]
        yield Finding("tracked", "warning", "Mallen har spårade ändringar, som följer med i varje förslag. Godkänn eller avvisa dem.", words, part)
    hidden = next((mark for mark in root.iter(qn("w:vanish")) if mark.get(qn("w:val")) not in ("0", "false", "off")), None)
    if hidden is not None:
        run = next(hidden.iterancestors(qn("w:r")), None)
        yield Finding(
            "hidden", "warning", "Mallen har dold text, som följer med i varje förslag.", text_of(run)[:120] if run is not None else "", part
        )


def _no_lines(word: DocxTemplate, paper: Paper) -> Iterator[Finding]:
    if "lines" in paper.fields and not any(_LINES.search(word.patch_xml(xml)) for _, xml in parts_of(word)):
        yield Finding("no_lines", "warning", "Mallen visar inga ärenden: ingen slinga går igenom fältet ”lines”.")
