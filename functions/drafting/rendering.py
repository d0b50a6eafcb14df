"""Fills a Word template with an agenda through docxtpl, and finishes the file: ids, empty columns, properties, stable bytes."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from docx.document import Document
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate, RichText
from jinja2.exceptions import TemplateError

from functions.drafting.comments import drop_comments
from functions.drafting.context import context_of
from functions.drafting.explaining import explain
from functions.drafting.finishing import finish
from functions.drafting.letters import invitation_context_of, points_context_of
from functions.drafting.package import open_safely, repack
from functions.drafting.papers import DRAFT, INVITATION, POINTS, SHEET, Chosen, Paper
from functions.drafting.sandbox import SandboxedTemplates
from functions.drafting.sheet import sheet_context_of
from functions.drafting.tongues import SWEDISH, Tongue
from functions.errors import BadTemplate
from functions.model.agenda import Agenda, AgendaLine
from functions.model.doubts import Asked
from functions.model.register import Register

BROKEN = (
    TemplateError,
    PythonDocxError,
    OpcError,
    SyntaxError,
    RecursionError,
    TypeError,
    AttributeError,
    LookupError,
    ValueError,
    AssertionError,
    ArithmeticError,
)
"""What docxtpl, python-docx, lxml (its XMLSyntaxError is a SyntaxError) and Jinja raise over templates that they cannot use."""

ContextMaker = Callable[[Callable[[str, str], Any]], dict[str, Any]]


def render_draft(agenda: Agenda, *, template: bytes | None = None) -> bytes:
    """The draft as a Word file, the same bytes for the same agenda and template. Raises BadTemplate, its message naming the paragraph at fault."""
    return fill(DRAFT.default() if template is None else template, lambda link: context_of(agenda, link=link))


def render_underlag(
    agenda: Agenda,
    register: Register,
    *,
    doubts: Sequence[Asked] = (),
    notes: Sequence[str] = (),
    listed: bool = True,
    template: bytes | None = None,
) -> bytes:
    """The secretary's own sheet. Raises BadTemplate.

    doubts: open questions, each with its files (the path "" when it is about the meeting); notes: more than the agenda has itself; listed: the
    register is a list in which people answer.
    """
    return fill(
        SHEET.default() if template is None else template,
        lambda _link: sheet_context_of(agenda, register, doubts=doubts, notes=notes, listed=listed),
        flowing=True,
    )


def render_invitation(agenda: Agenda, *, line: AgendaLine, guest: str, tongue: Tongue = SWEDISH, template: bytes | None = None) -> bytes:
    """A guest's own paper, marked as written in the guest's language. Raises BadTemplate."""
    return fill(
        INVITATION.default() if template is None else template,
        lambda link: invitation_context_of(agenda, line=line, guest=guest, tongue=tongue, link=link),
    )


def render_points(agenda: Agenda, register: Register, *, person: str, template: bytes | None = None) -> bytes:
    """A member's own open points. Raises BadTemplate."""
    return fill(POINTS.default() if template is None else template, lambda _link: points_context_of(agenda, register, person=person))


def render_with_fallback(render: Callable[[bytes | None], bytes], *, chosen: Chosen, paper: Paper = DRAFT) -> tuple[bytes, str | None]:
    """A paper by the chosen template, or by the default one where that is broken, with a note for the secretary that says so.

    render: makes the paper with a template's bytes, with the default for None.
    """
    if chosen.data is None:
        return render(None), chosen.note
    try:
        return render(chosen.data), chosen.note
    except BadTemplate as problem:
        note = f"Mallen ”{chosen.name}” kunde inte användas, därför är {paper.title} gjort med standardmallen. {problem.message}"
        return render(None), " ".join(filter(None, (chosen.note, note)))


def fill(template: bytes, make_context: ContextMaker, *, flowing: bool = False) -> bytes:
    """Any template filled with any context. make_context: gets the function that makes a link; flowing: see `finish`. Raises BadTemplate."""
    safe = open_safely(template)
    environment = SandboxedTemplates()
    try:
        word = DocxTemplate(io.BytesIO(safe))
        word.init_docx()
        context = make_context(lambda text, address: _link(word, text, address))
        # docxtpl's own default drops every "&" and "<" of the data in silence; unknown fields would become empty.
        word.render(context, environment, autoescape=True)
        drop_comments(word.docx)
        finish(word.docx, title=_title(context), author=context["council"], flowing=flowing)
        if context.get("language"):
            set_language(word.docx, context["language"])
        out = io.BytesIO()
        word.docx.save(out)
    except BROKEN as problem:
        raise BadTemplate(explain(problem, source=environment.source)) from problem
    return repack(out.getvalue())


def set_language(document: Document, tag: str) -> None:
    """Mark the whole file as written in that language ("en-GB"); what is marked as another one in the template stays so."""
    document.core_properties.language = tag
    for language in document.styles.element.findall(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}"):
        language.set(qn("w:val"), tag)


def _link(word: DocxTemplate, text: str, address: str) -> RichText:
    rich = RichText()
    if address:
        rich.add(text, url_id=word.build_url_id(address), style="Hyperlink")
    else:
        rich.add(text)
    return rich


def _title(context: Mapping[str, Any]) -> str:
    meeting = context["meeting"]
    return " ".join(part for part in (f"{context['title']}: {context['council']}", meeting["date"] or meeting["day"].lower()) if part)
