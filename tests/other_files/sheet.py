"""One invented paper as lines of a small markup, laid out as Word or as PDF; what the markers mean stands in README.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from tests.corpus.paper import Paper, element
from tests.reading.pages import Page, build_pdf, wrap, write

WRITTEN = "2026-05-04T09:00:00"
HEADING = re.compile(r"(#{1,4}) (.+)")
HEADING_STYLES = {1: "Title", 2: "Heading 1", 3: "Heading 2", 4: "Heading 3"}
PROMPT = re.compile(r"\[\[(.+?)\]\]")
MARKS = re.compile(r"\*\*|~~|\[\[|\]\]|\{\{|\}\}")
BOX = (
    f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml">'
    '<v:shape style="width:200pt;height:90pt"><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict>'
)
TABLE_STYLES = {"grid": "Table Grid", "none": None, "light": "Light List Accent 1"}
LETTERS_OUTSIDE_PDF = str.maketrans({"☐": "o", "☒": "x", "→": "-", "✓": "x", "≥": ">", "≤": "<", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper as written in `texts/`: its file name, what sort of paper it is, what it should be taken for, and its lines."""

    name: str
    genre: str
    wanted: str
    lines: tuple[str, ...]

    def to_bytes(self) -> bytes:
        """The file, as its name's ending says."""
        return _as_pdf(self) if self.name.endswith(".pdf") else _as_word(self)

    def settings(self) -> dict[str, str]:
        """The "@key value" lines above the text."""
        found = (line[1:].partition(" ") for line in self.lines if line.startswith("@"))
        return {key: value for key, _, value in found}


def parse(text: str) -> Iterator[Sheet]:
    """The papers of one text file: each begins with "=== name | genre | wanted"."""
    for part in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        head, _, body = part.partition("\n")
        name, genre, wanted = (word.strip() for word in head.split(" | "))
        yield Sheet(name, genre, wanted, tuple(line.rstrip() for line in body.splitlines() if line.strip()))


def _inline(text: str) -> str:
    """Tabs and soft line breaks."""
    return text.replace(" ¦ ", "\t").replace("¦", "\t").replace(" ↵ ", "\n")


class _Word:
    """A Word file under construction, with the look that the paper's settings ask for."""

    def __init__(self, sheet: Sheet) -> None:
        told = sheet.settings()
        self.look = {"headings": "style", "lists": "style", "table": "grid", "tablehead": "bold"} | told
        written = datetime.fromisoformat(told.get("written", WRITTEN))
        self.paper = Paper(told.get("title", ""), told.get("author", ""), written, _inline(told.get("header", "")), _inline(told.get("footer", "")))
        self.list_id = ""
        self._set_page(told)

    def _set_page(self, told: dict[str, str]) -> None:
        """Typeface, paper and columns."""
        document = self.paper.document
        normal = document.styles["Normal"]
        normal.font.name, normal.font.size = told.get("font", "Calibri"), Pt(float(told.get("size", "11")))
        section = document.sections[0]
        if "landscape" in told:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width
        if "margin" in told:
            section.left_margin = section.right_margin = Cm(float(told["margin"]))
        if "columns" in told:
            section._sectPr.append(element("w:cols", num=told["columns"], space="480"))
        if "lang" in told:
            for lang in document.styles.element.iter(qn("w:lang")):
                lang.set(qn("w:val"), told["lang"])

    def set(self, line: str) -> None:
        """A setting in the middle of the text holds from there on; "@page" breaks the page, "@box text" draws a box."""
        key, _, value = line[1:].partition(" ")
        if key == "page":
            self.paper.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif key == "box":
            self.box(value)
        elif key in self.look or key == "widths":
            self.look[key] = value

    def text(self, text: str, style: str | None = None) -> Paragraph:
        """A paragraph; [[prompt]] becomes a control that nobody filled in."""
        made = self.paper.paragraph("", style)
        at = 0
        for prompt in PROMPT.finditer(text):
            self._add(made, text[at : prompt.start()])
            made._p.append(_prompt(prompt[1]))
            at = prompt.end()
        self._add(made, text[at:])
        return made

    def _add(self, made: Paragraph, text: str) -> None:
        """Add inline-marked text to a paragraph that stands already."""
        if text:
            other = self.paper.paragraph(_inline(text))
            for child in list(other._p):
                if child.tag != qn("w:pPr"):
                    made._p.append(child)
            other._p.getparent().remove(other._p)

    def heading(self, level: int, text: str) -> None:
        """A heading in the paper's way: a style, a bold line, capitals, or underlined."""
        way = self.look["headings"]
        if way == "style":
            self.text(text, HEADING_STYLES[level])
        elif way == "caps":
            self.text(f"**{text.upper()}**")
        elif way == "underlined":
            for run in self.text(text).runs:
                run.underline = True
        else:
            made = self.text(f"**{text}**")
            if level == 1:
                for run in made.runs:
                    run.font.size = Pt(15)

    def listed(self, line: str) -> None:
        """A bullet or an automatically numbered line; typed marks when the paper types its lists."""
        if line.startswith("1) "):
            self.list_id = self.list_id or self.paper.new_list()
            self.paper.numbered(_inline(line[3:]), self.list_id)
        elif self.look["lists"] == "typed":
            self.text(line)
        else:
            deep = line.startswith("-- ")
            self.text(line[3:] if deep else line[2:], "List Bullet 2" if deep else "List Bullet")

    def table(self, rows: list[list[str]]) -> None:
        """A table; a row with a single cell spans all columns, " // " parts paragraphs in a cell."""
        width = max(map(len, rows))
        made = self.paper.document.add_table(0, width, TABLE_STYLES[self.look["table"]])
        sizes = [float(size) for size in self.look.pop("widths", "").split()]
        for column, size in zip(made.columns, sizes, strict=False):
            column.width = Cm(size)
        for number, texts in enumerate(rows):
            cells = made.add_row().cells
            if len(texts) == 1 and width > 1:
                cells = [cells[0].merge(cells[-1])]
            for place, (cell, text) in enumerate(zip(cells, texts, strict=False)):
                if sizes and len(texts) > 1:
                    cell.width = Cm(sizes[place])
                for part in text.split(" // "):
                    bold = number == 0 and self.look["tablehead"] == "bold" and part
                    self.paper.paragraph(f"**{part}**" if bold and "**" not in part else _inline(part), cell=cell)
        self.paper.document.add_paragraph()

    def box(self, text: str) -> None:
        """A text box beside the text, as in newsletters."""
        inner = self.text(text)._p
        inner.getparent().remove(inner)
        picture = parse_xml(BOX)
        next(picture.iter(qn("w:txbxContent"))).append(inner)
        self.paper.document.add_paragraph().add_run()._r.append(picture)


def _prompt(text: str) -> OxmlElement:
    """A content control that still shows its prompt."""
    control, properties, content, run, words = (OxmlElement(tag) for tag in ("w:sdt", "w:sdtPr", "w:sdtContent", "w:r", "w:t"))
    properties.append(OxmlElement("w:showingPlcHdr"))
    words.text = text
    run.append(words)
    content.append(run)
    control.append(properties)
    control.append(content)
    return control


def _cells(line: str) -> list[str]:
    """The cells of a table row; an empty last cell counts."""
    return [cell.strip() for cell in line.removeprefix("|").removesuffix(" |").split(" | ")] if line.strip() != "|" else [""]


def _sort(line: str) -> str:
    """What kind of line it is."""
    if line.startswith("|"):
        return "table"
    if line.startswith("@"):
        return "setting"
    if line.startswith(("- ", "-- ", "1) ")):
        return "list"
    return "heading" if HEADING.match(line) else "text"


def _groups(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Neighbouring lines of one kind."""
    for kind, members in groupby(lines, _sort):
        yield kind, list(members)


def _as_word(sheet: Sheet) -> bytes:
    """Lay a paper out as Word."""
    word = _Word(sheet)
    for kind, members in _groups(sheet.lines):
        if kind == "table":
            word.table([_cells(line) for line in members])
            continue
        if kind != "list":
            word.list_id = ""
        for line in members:
            if kind == "setting":
                word.set(line)
            elif kind == "list":
                word.listed(line)
            elif kind == "heading":
                mark, text = HEADING.match(line).groups()  # type: ignore[union-attr]
                word.heading(len(mark), text)
            elif line.startswith(">> "):
                word.text(line[3:]).alignment = WD_ALIGN_PARAGRAPH.RIGHT
            elif line.startswith("> "):
                word.text(line[2:]).paragraph_format.left_indent = Cm(1)
            else:
                word.text("" if line == "~" else line)
    return word.paper.to_bytes()


def _as_pdf(sheet: Sheet) -> bytes:
    """Lay a paper out as plain PDF pages: headings bold, table cells side by side in even columns."""
    told = sheet.settings()
    pages: list[Page] = []
    y = 0.0
    for text, bold, columns in _drawn(sheet):
        lines = [wrap(cell.translate(LETTERS_OUTSIDE_PDF), width=455 / len(columns) - 6) for cell in columns] if columns else [wrap(text)]
        need = 12 * max(map(len, lines))
        if not pages or y - need < 60:
            pages.append(Page())
            y = 780.0
            for x, words in ((70.0, told.get("header", "")), (70.0, told.get("footer", ""))):
                if words:
                    write(pages[-1], x, 810.0 if words == told.get("header") else 30.0, words.replace("¦", "   "), size=8)
        for place, cell in enumerate(lines):
            for number, line in enumerate(cell):
                if line:
                    write(pages[-1], 70 + place * 455 / max(1, len(columns)), y - 12 * number, line, bold=bold)
        y -= need + 6
    return build_pdf(pages)


def _drawn(sheet: Sheet) -> Iterator[tuple[str, bool, list[str]]]:
    """What a PDF shows: text, whether bold, and the cells of a row."""
    for kind, members in _groups(line for line in sheet.lines if not line.startswith("@")):
        for number, line in enumerate(members):
            plain = MARKS.sub("", line).translate(LETTERS_OUTSIDE_PDF).replace(" ¦ ", "   ").replace("¦", "   ")
            if kind == "table":
                yield "", number == 0, _cells(plain)
            elif kind == "heading":
                yield plain.lstrip("# "), True, []
            else:
                yield "" if plain == "~" else plain.replace("1) ", f"{number + 1}. ").lstrip(">"), False, []
