"""A small Word document writer for the samples: real styles, lists, links, content controls, header and footer, and bytes that never vary."""

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import datetime

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

INLINE = re.compile(r"\*\*(?P<bold>.+?)\*\*|~~(?P<strike>.+?)~~|\[(?P<label>[^]]+)\]\((?P<target>[^)]+)\)|\{\{(?P<control>.+?)\}\}")
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def blocks(text: str) -> list[str]:
    """The paragraphs of a text: separated by empty lines, wrapped lines joined; a tab is written as " | "."""
    found = (" ".join(line.strip() for line in part.splitlines()) for part in re.split(r"\n\s*\n", text.strip()))
    return [part.replace(" | ", "\t") for part in found if part]


def lines(text: str) -> list[str]:
    """The non-empty lines of a text, one paragraph each; a tab is written as " | "."""
    return [line.strip().replace(" | ", "\t") for line in text.splitlines() if line.strip()]


def element(tag: str, **attributes: str) -> OxmlElement:
    """An XML element of WordprocessingML with attributes of the same namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


class Paper:
    """One Word document under construction."""

    def __init__(self, title: str, author: str, written: datetime, header: str, footer: str) -> None:
        """Start an empty A4 document in Swedish."""
        self.document = Document()
        self._lists = 0
        self._set_properties(title, author, written)
        self._set_styles()
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)
        section.top_margin = section.bottom_margin = Cm(2.2)
        section.header.paragraphs[0].add_run(header)
        section.footer.paragraphs[0].add_run(footer)

    def _set_properties(self, title: str, author: str, written: datetime) -> None:
        """Set core properties that do not depend on the day of the run, and drop the template's thumbnail."""
        core = self.document.core_properties
        core.title, core.author, core.last_modified_by = title, author, author
        core.created = core.modified = written
        core.language, core.comments, core.revision = "sv-SE", "", 1
        rels = self.document.part.package.rels
        for key in [key for key, rel in rels.items() if rel.reltype.endswith("/thumbnail")]:
            rels.pop(key)

    def _set_styles(self) -> None:
        """Swedish as language of all styles, a plain typeface and dark headings."""
        styles = self.document.styles
        for lang in styles.element.iter(qn("w:lang")):
            lang.set(qn("w:val"), "sv-SE")
        for name, size in (("Normal", 10.5), ("Title", 18), ("Heading 1", 13), ("Heading 2", 11.5)):
            style = styles[name]
            style.font.size, style.font.name = Pt(size), "Calibri"
            fonts = style.element.rPr.rFonts
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            if name != "Normal":
                style.font.color.rgb = RGBColor(0x1F, 0x3A, 0x4D)
        styles["Normal"].paragraph_format.space_after = Pt(5)

    def paragraph(self, text: str, style: str | None = None, cell: _Cell | None = None) -> Paragraph:
        """Add a paragraph with inline marks: **bold**, ~~struck~~, [link](address), {{content control}}."""
        if cell is not None and not cell.paragraphs[-1].runs and len(cell.paragraphs) == 1 and not cell.paragraphs[0].text:
            made = cell.paragraphs[0]
            if style:
                made.style = self.document.styles[style]
        else:
            made = (cell or self.document).add_paragraph(style=style)
        at = 0
        for mark in INLINE.finditer(text):
            made.add_run(text[at : mark.start()])
            self._marked(made, mark)
            at = mark.end()
        if text[at:]:
            made.add_run(text[at:])
        return made

    def _marked(self, paragraph: Paragraph, mark: re.Match[str]) -> None:
        """Add one inline mark to the paragraph."""
        if mark["bold"]:
            paragraph.add_run(mark["bold"]).bold = True
        elif mark["strike"]:
            paragraph.add_run(mark["strike"]).font.strike = True
        elif mark["label"]:
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), paragraph.part.relate_to(mark["target"], RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            run = paragraph.add_run(mark["label"])
            run.font.underline, run.font.color.rgb = True, RGBColor(0x05, 0x63, 0xC1)
            link.append(run._r)
            paragraph._p.append(link)
        else:
            run = paragraph.add_run(mark["control"])
            paragraph._p.append(content_control(run._r, mark["control"]))

    def controlled(self, text: str) -> None:
        """Add a paragraph that stands inside a content control of its own."""
        made = self.paragraph(text)
        body = made._p.getparent()
        at = body.index(made._p)
        body.insert(at, content_control(made._p, "Datum och tid"))

    def new_list(self) -> str:
        """A fresh automatic numbering which starts at 1; returns its id."""
        numbering = self.document.part.numbering_part.element
        style = self.document.styles["List Number"].element
        of_style = style.pPr.numPr.numId.val
        abstract = next(n.abstractNumId.val for n in numbering.num_lst if n.numId == of_style)
        made = numbering.add_num(abstract)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return str(made.numId)

    def numbered(self, text: str, list_id: str, cell: _Cell | None = None) -> Paragraph:
        """Add a paragraph of an automatically numbered list."""
        made = self.paragraph(text, "List Number", cell)
        number = made._p.get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_ilvl().val, number.get_or_add_numId().val = 0, int(list_id)
        return made

    def flow(self, text: str, cell: _Cell | None = None) -> None:
        """Add the paragraphs of a text; "- " begins a bullet, "1) " an automatic number, "## " a subheading."""
        list_id = ""
        for block in blocks(text):
            if block.startswith("1) "):
                list_id = list_id or self.new_list()
                self.numbered(block[3:], list_id, cell)
                continue
            list_id = ""
            if block.startswith("- "):
                self.paragraph(block[2:], "List Bullet", cell)
            elif block.startswith("## "):
                self.paragraph(block[3:], "Heading 2", cell)
            else:
                self.paragraph(block, None, cell)

    def roster(self, text: str, tab: float = 0) -> None:
        """Add one paragraph for each line, with a tab stop (in cm) when given."""
        for line in lines(text):
            made = self.paragraph(line)
            made.paragraph_format.space_after = Pt(0)
            if tab:
                made.paragraph_format.tab_stops.add_tab_stop(Cm(tab), WD_TAB_ALIGNMENT.LEFT)
                made.paragraph_format.left_indent, made.paragraph_format.first_line_indent = Cm(tab), Cm(-tab)

    def table(self, heads: Iterable[str], widths: Iterable[float]) -> Table:
        """Add a table with a repeating header row and widths in cm."""
        heads, widths = list(heads), list(widths)
        made = self.document.add_table(1, len(heads), "Table Grid")
        made.autofit = False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Cm(width)
        made.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
        for cell, head, width in zip(made.rows[0].cells, heads, widths, strict=True):
            cell.width = Cm(width)
            self.paragraph(f"**{head}**", cell=cell)
        return made

    def row(self, table: Table, texts: Iterable[str]) -> None:
        """Add a row of plain cells."""
        for cell, text, head in zip(table.add_row().cells, texts, table.rows[0].cells, strict=True):
            cell.width = head.width
            self.paragraph(text, cell=cell)

    def to_bytes(self) -> bytes:
        """The document as a zip whose entries carry one fixed date."""
        first, last = io.BytesIO(), io.BytesIO()
        self.document.save(first)
        with zipfile.ZipFile(first) as old, zipfile.ZipFile(last, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                info = zipfile.ZipInfo(entry.filename, LONG_AGO)
                info.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(info, old.read(entry))
        return last.getvalue()


def content_control(inner: OxmlElement, title: str) -> OxmlElement:
    """Wrap an element in a plain text content control."""
    control, properties, content = OxmlElement("w:sdt"), OxmlElement("w:sdtPr"), OxmlElement("w:sdtContent")
    properties.append(element("w:alias", val=title))
    properties.append(OxmlElement("w:text"))
    content.append(inner)
    control.append(properties)
    control.append(content)
    return control
