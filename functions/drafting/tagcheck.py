"""Checks a template's fields as they are written, part by part: unknown names, slips of the pen, and words that would be lost or left standing."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2.exceptions import TemplateError

from functions.drafting.accessibility import Finding
from functions.drafting.explaining import explain, line_of, paragraph_at, unknown_field
from functions.drafting.fieldcheck import unknown_fields
from functions.drafting.finishing import rows_of, text_of
from functions.drafting.sandbox import SandboxedTemplates

_SHOWN = re.compile(r"{{(.*?)}}", re.DOTALL)
_TAG = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
_ALONE = re.compile(r"{[%#](p|tr|tc)\s.*?[%#]}", re.DOTALL)
_LINKED = re.compile(r"^\s*[\w.]+[._]link\s*$")
_SINGLE = re.compile(r"(?<!{){\s*[a-z_]+(?:\.[a-z_]+)*\s*}(?!})|«[^»]+»")
_HOLDERS = {"tr": "tabellraden", "tc": "cellen", "p": "stycket"}


def parts_of(word: DocxTemplate) -> Iterator[tuple[str, str]]:
    """Each part that is filled in: what it is called in Swedish ("" for the body), and its XML."""
    yield "", word.get_xml()
    for uri, name in ((word.HEADER_URI, "sidhuvud"), (word.FOOTER_URI, "sidfot")):
        for _, part in word.get_headers_footers(uri):
            yield name, word.get_part_xml(part)
    for part in word.docx.part.package.iter_parts():
        if str(part.partname) == "/word/footnotes.xml":
            yield "fotnot", part.blob.decode()


def check_fields(word: DocxTemplate, fields: Mapping[str, str]) -> Iterator[Finding]:
    """Unknown fields and slips of the pen, wherever in the file they stand; each name once a part."""
    for part, xml in parts_of(word):
        written = [*_written(parse_xml(xml.encode()), part)]
        yield from _parsed(word, xml, part, fields=fields, told=any(finding.code == "syntax" for finding in written))
        yield from written


def _parsed(word: DocxTemplate, xml: str, part: str, *, fields: Mapping[str, str], told: bool) -> Iterator[Finding]:
    environment = SandboxedTemplates()
    # As docxtpl does it: each paragraph on a line of its own, so that a line number is a paragraph.
    source = re.sub(r"<w:p([ >])", r"\n<w:p\1", word.patch_xml(xml))
    if told:
        source = _SHOWN.sub(lambda field: field[0] if _slip(field[1]) is None else "", source)
    try:
        tree = environment.parse(source)
    except Exception as problem:  # noqa: BLE001  whatever Jinja says of a template is a finding
        yield Finding("syntax", "error", explain(problem, source=""), paragraph_at(source, line_of(problem, source=source)), part)
        return
    seen: set[str] = set()
    for name, line in unknown_fields(tree, fields=fields):
        if name not in seen:
            seen.add(name)
            yield Finding("unknown_field", "error", unknown_field(name, fields=fields), paragraph_at(source, line), _place(source, line, part))


def _place(source: str, line: int, part: str) -> str:
    before = "\n".join(source.split("\n")[: line - 1])
    return part or ("textruta" if before.count("<w:txbxContent") > before.count("</w:txbxContent") else "")


def _written(root: Any, part: str) -> Iterator[Finding]:
    """What can be told from the words alone."""
    for paragraph in root.iter(qn("w:p")):
        words = "".join(node.text or "" for node in paragraph.iter(qn("w:t")) if next(node.iterancestors(qn("w:p"))) is paragraph).strip()
        inside = part or ("textruta" if next(paragraph.iterancestors(qn("w:txbxContent")), None) is not None else "")
        yield from _shown(words, inside)
        alone = _ALONE.search(words)
        if alone and alone[1] == "p" and _ALONE.sub("", words).strip():
            yield _lost(alone, words, inside)
        if _SINGLE.search(_TAG.sub("", words)):
            yield Finding("lone_brace", "warning", "Ett fält har bara en klammer, eller är ett kopplingsfält. Skriv {{ fält }}.", words[:120], inside)
    for table in root.iter(qn("w:tbl")):
        for row in rows_of(table):
            words = text_of(row)
            alone = _ALONE.search(words)
            if alone and alone[1] == "tr" and _ALONE.sub("", words).strip():
                yield _lost(alone, words, part)


def _lost(alone: re.Match[str], words: str, part: str) -> Finding:
    message = f"Allt annat i {_HOLDERS[alone[1]]} försvinner: {alone[0]} ska stå ensamt där."
    return Finding("lost_words", "warning", message, words[:120], part)


def _shown(words: str, part: str) -> Iterator[Finding]:
    """Each {{ … }} on its own, so that one slip does not hide the next."""
    for field in _SHOWN.finditer(words):
        if slip := _slip(field[1]):
            yield Finding("syntax", "error", slip, words[:120], part)
            continue
        rich, name = field[1].startswith("r "), field[1].removeprefix("r ").strip()
        linked = bool(_LINKED.match(name))
        if rich is not linked:
            better = f"{{{{ {name} }}}}" if rich else f"{{{{r {name} }}}}"
            why = "är text och ingen länk" if rich else "är en länk"
            yield Finding("link_field", "error", f"Fältet ”{name}” {why}. Skriv {better}.", words[:120], part)


def _slip(inside: str) -> str | None:
    """What is wrong with the words between {{ and }}; None for a field that can be read."""
    try:
        SandboxedTemplates().parse("{{" + re.sub("[”“]", '"', re.sub("[’‘]", "'", html.unescape(inside.removeprefix("r ")))) + "}}")
    except (TemplateError, RecursionError) as problem:
        return explain(problem, source="")
    return None
