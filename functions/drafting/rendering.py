"""Fills a Word template with an agenda through docxtpl, and finishes the file: ids, empty columns, properties, stable bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate, RichText
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError

from functions.drafting.context import context_of
from functions.drafting.finishing import finish
from functions.drafting.package import open_safely, repack
from functions.drafting.sandbox import SandboxedTemplates
from functions.drafting.sheet import sheet_context_of
from functions.errors import BadTemplate
from functions.model.agenda import Agenda
from functions.model.minutes import Doubt
from functions.model.register import Register

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
DRAFT_TEMPLATE = "dagordning.docx"
SHEET_TEMPLATE = "underlag.docx"

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


def default_template(name: str = DRAFT_TEMPLATE) -> bytes:
    """The bytes of a template that comes with the program."""
    return (TEMPLATES / name).read_bytes()


def render_draft(agenda: Agenda, *, template: bytes | None = None) -> bytes:
    """The draft as a Word file, the same bytes for the same agenda and template. Raises BadTemplate, its message naming the paragraph at fault."""
    return fill(default_template() if template is None else template, lambda link: context_of(agenda, link=link))


def render_underlag(
    agenda: Agenda, register: Register, *, doubts: Sequence[tuple[str, Doubt]] = (), notes: Sequence[str] = (), template: bytes | None = None
) -> bytes:
    """The secretary's own sheet. Raises BadTemplate.

    doubts: open questions, each with the path of its file ("" when it is about the meeting); notes: more than the agenda has itself.
    """
    return fill(
        default_template(SHEET_TEMPLATE) if template is None else template,
        lambda _link: sheet_context_of(agenda, register, doubts=doubts, notes=notes),
    )


def render_with_fallback(agenda: Agenda, *, template: bytes | None = None, name: str = "") -> tuple[bytes, str | None]:
    """The draft by the council's template, or by the default one where that is broken, with a note for the secretary that says so."""
    if template is None:
        return render_draft(agenda), None
    try:
        return render_draft(agenda, template=template), None
    except BadTemplate as problem:
        called = f"Mallen ”{name}”" if name else "Rådets mall"
        return render_draft(agenda), f"{called} kunde inte användas, därför är förslaget gjort med standardmallen. {problem.message}"


def fill(template: bytes, make_context: ContextMaker) -> bytes:
    """Any template filled with any context. make_context: gets the function that makes a link. Raises BadTemplate."""
    safe = open_safely(template)
    environment = SandboxedTemplates()
    try:
        word = DocxTemplate(io.BytesIO(safe))
        word.init_docx()
        context = make_context(lambda text, address: _link(word, text, address))
        # docxtpl's own default drops every "&" and "<" of the data in silence; unknown fields would become empty.
        word.render(context, environment, autoescape=True)
        finish(word.docx, title=_title(context), author=context["council"])
        out = io.BytesIO()
        word.docx.save(out)
    except BROKEN as problem:
        raise BadTemplate(explain(problem, source=environment.source)) from problem
    return repack(out.getvalue())


def explain(problem: BaseException, *, source: str) -> str:
    """What is wrong with a template, in Swedish, with the words of the paragraph where it is."""
    line = getattr(problem, "lineno", None) or _line_of(problem)
    paragraph = paragraph_at(source, line)
    where = f" Stycket: ”{paragraph}”." if paragraph else ""
    if isinstance(problem, UndefinedError):
        name = re.search(r"'([\w.]+)'(?: is undefined)?$", str(problem).replace("has no attribute ", ""))
        return f"Mallen använder fältet ”{name[1] if name else problem}”, som inte finns.{where}"
    if isinstance(problem, SecurityError):
        return f"Mallen gör något som inte är tillåtet: {problem}.{where}"
    if isinstance(problem, TemplateError):
        return f"Mallen har ett skrivfel i ett fält: {problem.message or problem}.{where}"
    return f"Mallen går inte att fylla i.{where}"


def paragraph_at(source: str, line: int | None) -> str:
    """The visible words of a paragraph of the template, by the line number of an error; docxtpl puts each paragraph on a line of its own."""
    rows = source.splitlines()
    if not line or not 0 < line <= len(rows):
        return ""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", rows[line - 1])).strip()[:120]


def _line_of(problem: BaseException) -> int | None:
    """The template's line where rendering stopped; Jinja names its frames "<template>"."""
    found = None
    trace = problem.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


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
