"""Builds the Word templates that come with the program: run it after a change here, and commit what it writes.

    python -m templates.build            writes the four .docx beside this file
    python -m templates.build --check    exits 1 where they differ from what it would write

The files are plain Word files with docxtpl fields; people may open, restyle and save them in Word. Only the styles that they use are in them.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Twips

from functions.drafting.package import repack
from templates.look import WIDTH, fonts_xml, numbering_xml, settings_xml, styles_xml, theme_xml

HERE = Path(__file__).resolve().parent


def text(words: str, *, style: str = "", language: str = "") -> str:
    """A run; "\\t" becomes a tab. language: of these words, where it is not the paper's."""
    marks = (f'<w:rStyle w:val="{style}"/>' if style else "") + (f'<w:lang w:val="{language}"/>' if language else "")
    look = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    inside = "<w:tab/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' if piece else "" for piece in words.split("\t"))
    return f"<w:r>{look}{inside}</w:r>"


def paragraph(style: str, *runs: str) -> str:
    """A paragraph of runs (plain strings become runs)."""
    inside = "".join(run if run.startswith("<") else text(run) for run in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def control(tag: str, content: str, *, alias: str) -> str:
    """A content control with a tag, never locked and without a frame, so that the paper is edited as any other."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val="dg:{tag}"/><w:id w:val="1"/><w15:appearance w15:val="hidden"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def when(condition: str, *content: str) -> tuple[str, ...]:
    """Paragraphs that stand only while the condition holds."""
    return (paragraph("Normal", f"{{%p if {condition} %}}"), *content, paragraph("Normal", "{%p endif %}"))


def each(name: str, values: str, *content: str) -> tuple[str, ...]:
    """Paragraphs repeated for each value."""
    return (paragraph("Normal", f"{{%p for {name} in {values} %}}"), *content, paragraph("Normal", "{%p endfor %}"))


def cell(width: int, *paragraphs: str) -> str:
    """A table cell of that many twips."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(*cells: str, header: bool = False) -> str:
    """A table row that stays on one page; a header is repeated on every page."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>"


def table(headings: dict[str, int], loop: str, body: str, *, about: str) -> str:
    """A table with a header row and one row for each turn of the loop."""
    widths = list(headings.values())
    assert sum(widths) == WIDTH, sum(widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    blank = [cell(width, paragraph("Tabelltext")) for width in widths[1:]]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Dagordningstabell"/><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{about}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        + row(*(cell(width, paragraph("Tabellrubrik", name)) for name, width in headings.items()), header=True)
        + row(cell(widths[0], paragraph("Tabelltext", f"{{%tr {loop} %}}")), *blank)
        + body
        + row(cell(widths[0], paragraph("Tabelltext", "{%tr endfor %}")), *blank)
        + "</w:tbl>"
    )


def facts() -> tuple[str, ...]:
    """The block of meeting facts, a fact a line."""

    def fact(label: str, field: str) -> str:
        return paragraph(
            "Motesfakta", text(f"{label}\t", style="Etikett"), control(f"meeting-{field}", text(f"{{{{ meeting.{field} }}}}"), alias=label)
        )

    optional = (("Plats", "place"), ("Gemensamt med", "joint"), ("Ordförande", "chair"), ("Sekreterare", "secretary"))
    return (fact("När", "when"), *(part for label, field in optional for part in when(f"meeting.{field}", fact(label, field))))


def draft_body() -> tuple[str, ...]:
    """The proposed agenda."""
    headings = {"Nr": 540, "Tid": 1330, "Ärende": 4498, "Typ": 1300, "Föredragande": 1970}
    number, time, matter, sort, presenter = headings.values()
    part = control(
        "{{ part.tag }}",
        text("{{ part.text }}{% if part.owners %} – {{ part.owners }}{% endif %} ") + text("{{r part.origin_link }}"),
        alias="Uppföljning",
    )
    coming = control(
        "{{ meeting_to_come.tag }}",
        text("{{ meeting_to_come.text }}{% if meeting_to_come.topics %}: {{ meeting_to_come.topics }}{% endif %}"),
        alias="Möte",
    )
    line = row(
        cell(number, paragraph("Tabellnummer", "{{ line.number }}")),
        cell(time, paragraph("Tabelltext", "{{ line.time }}")),
        cell(
            matter,
            paragraph("Arende", "{{ line.title }}"),
            *when(
                "line.purpose or line.origin",
                paragraph("Ursprung", "{{ line.purpose }}{% if line.purpose and line.origin %} {% endif %}", "{{r line.origin_link }}"),
            ),
            *each("paper", "line.enclosures", paragraph("Ursprung", "Underlag: ", "{{r paper.link }}")),
            *when("line.link", paragraph("Ursprung", "{{r line.link }}")),
            *each("part", "line.parts", paragraph("Delpunkt", part)),
            *each("meeting_to_come", "line.meetings", paragraph("Delpunkt", coming)),
        ),
        cell(sort, paragraph("Tabelltext", "{{ line.type }}")),
        cell(presenter, paragraph("Tabelltext", "{{ line.presenter }}")),
    )
    return (
        paragraph("Rubrik1", "{{ title }}"),
        paragraph("Underrubrik", "{{ council }}"),
        *facts(),
        paragraph("Rubrik2", "Ärenden"),
        table(headings, "for line in lines", control("{{ line.tag }}", line, alias="Ärende {{ line.number }}"), about="Ärenden på mötet"),
        *when("appendix", paragraph("Rubrik2", "Bilaga: fler öppna uppgifter"), appendix()),
    )


def appendix() -> str:
    """The tasks that found no place under the follow-up."""
    headings = {"Uppgift": 5938, "Ansvarig": 2400, "Senast": 1300}
    task, owner, due = headings.values()
    line = row(
        cell(task, paragraph("Tabelltext", text("{{ part.text }} ") + text("{{r part.origin_link }}"))),
        cell(owner, paragraph("Tabelltext", "{{ part.owners }}")),
        cell(due, paragraph("Tabelltext", "{{ part.due }}")),
    )
    return table(headings, "for part in appendix", control("{{ part.tag }}", line, alias="Öppen uppgift"), about="Fler öppna uppgifter")


def sheet_body() -> tuple[str, ...]:
    """The secretary's own sheet."""
    left = {"Punkt": 5338, "Sort": 1500, "Varför inte nu": 2800}
    return (
        paragraph("Rubrik1", "{{ title }}"),
        paragraph("Underrubrik", "{{ council }}, {{ meeting.when }}"),
        *when("has_draft", paragraph("Normal", "Hör till {{ draft }}. Det här bladet är bara för dig: inget av det står i förslaget.")),
        *when("questions", paragraph("Rubrik2", "Frågor till dig"), paragraph("Normal", "{{ questions_where }}")),
        *each(
            "question",
            "questions",
            paragraph(
                "Punktlista",
                "{{ question.text }}{% if question.choices %} {{ question.choices }}{% endif %}",
                text("{% if question.source %} ({{ question.source }}){% endif %}", style="Dampad"),
            ),
            *when("question.answer", paragraph("Kalla", "{{ question.answer }}")),
        ),
        *when("notes", paragraph("Rubrik2", "Bra att veta")),
        *each("note", "notes", paragraph("Punktlista", "{{ note }}")),
        *when(
            "seems_done",
            paragraph("Rubrik2", "Verkar klar"),
            paragraph("Normal", "{{ answer_where }}"),
            *each(
                "row",
                "seems_done",
                paragraph("Arende", "{{ row.text }}"),
                paragraph("Ursprung", "{{ row.owners }}{% if row.owners %} {% endif %}{{ row.origin }}"),
                *when("row.quote", paragraph("Ursprung", "”{{ row.quote }}”{% if row.source %} {{ row.source }}{% endif %}")),
                *when("row.note", paragraph("Ursprung", "{{ row.note }}")),
                *when("row.key", paragraph("Ursprung", "Nyckel: {{ row.key }}")),
            ),
        ),
        *when(
            "left_out",
            paragraph("Rubrik2", "Inte med den här gången"),
            *when("left_where", paragraph("Normal", "{{ left_where }}")),
            table(
                left,
                "for row in left_out",
                row(
                    cell(
                        left["Punkt"],
                        paragraph("Tabelltext", "{{ row.text }}"),
                        paragraph("Ursprung", "{{ row.owners }}{% if row.owners %} {% endif %}{{ row.origin }}"),
                        *when("row.key", paragraph("Ursprung", "Nyckel: {{ row.key }}")),
                    ),
                    cell(left["Sort"], paragraph("Tabelltext", "{{ row.kind }}")),
                    cell(left["Varför inte nu"], paragraph("Tabelltext", "{{ row.reason }}")),
                ),
                about="Öppna punkter som inte är med på dagordningen",
            ),
        ),
        *when("lines", paragraph("Rubrik2", "Därför står punkterna där")),
        *each(
            "line",
            "lines",
            paragraph("Rubrik3", "{{ line.number }}{% if line.number %}. {% endif %}{{ line.title }}"),
            *when("line.reason", paragraph("Normal", "{{ line.reason }}")),
            *each("quote", "line.quotes", paragraph("Citatstycke", "Därför står den här: ”{{ quote }}”")),
            *when("line.source", paragraph("Kalla", "{{ line.source }}")),
        ),
        *when("own_points", paragraph("Rubrik2", "Rådets egna punkter")),
        *each("point", "own_points", paragraph("Punktlista", "{{ point.title }}: {{ point.reason }}")),
        *when("members", paragraph("Rubrik2", "Ledamöternas öppna punkter")),
        *each(
            "member",
            "members",
            paragraph("Rubrik3", "{{ member.name }}"),
            *each("point", "member.points", paragraph("Punktlista", "{{ point.text }} ", text("{{ point.origin }}", style="Dampad"))),
        ),
    )


def invitation_body() -> tuple[str, ...]:
    """A guest's invitation; its labels are fields, because they come in the guest's language."""

    def fact(label: str, field: str, *, language: str = "") -> str:
        return paragraph("Motesfakta", text(f"{{{{ words.{label} }}}}\t", style="Etikett"), text(f"{{{{ {field} }}}}", language=language))

    return (
        paragraph("Rubrik1", "{{ title }}"),
        paragraph("Underrubrik", text("{{ council }}", language="sv-SE")),
        paragraph("Normal", "{{ words.welcome }}"),
        *when("guest", fact("guest", "guest")),
        fact("matter", "matter", language="sv-SE"),
        fact("day", "meeting.day"),
        fact("slot", "slot"),
        *when("meeting.place", fact("place", "meeting.place")),
        *when("contact", fact("contact", "contact")),
        *when("documents", paragraph("Rubrik2", "{{ words.documents }}")),
        *each("document", "documents", paragraph("Punktlista", text("{{r document.link }}"))),
    )


def points_body() -> tuple[str, ...]:
    """A member's own points."""
    headings = {"Punkt": 6438, "Klart till": 1700, "På dagordningen": 1500}
    point, due, number = headings.values()
    return (
        paragraph("Rubrik1", "{{ title }}"),
        paragraph("Underrubrik", "{{ person }}"),
        paragraph("Normal", "{{ council }}, {{ meeting.when }}{% if meeting.place %}, {{ meeting.place }}{% endif %}"),
        *when("not points", paragraph("Normal", "Inga öppna punkter står på dig i anteckningarna.")),
        *when(
            "points",
            table(
                headings,
                "for point in points",
                row(
                    cell(
                        point,
                        paragraph("Arende", "{{ point.text }}"),
                        paragraph("Ursprung", "{{ point.kind }} {{ point.origin }}{% if point.source %} {{ point.source }}{% endif %}"),
                    ),
                    cell(due, paragraph("Tabelltext", "{{ point.due }}")),
                    cell(number, paragraph("Tabelltext", "{% if point.number %}Punkt {{ point.number }}{% endif %}")),
                ),
                about="Dina öppna punkter",
            ),
        ),
    )


def build(body: tuple[str, ...], *, title: str, page: tuple[str, str] = ("Sida", "av")) -> bytes:
    """A template with that body, without python-docx's own styles, picture and other baggage.

    page: what the foot says before a page's number and before how many there are.
    """
    document = Document()
    package, main = document.part.package, document.part
    for part, unwanted in (
        (package, ("thumbnail", "extended-properties")),
        (main, ("stylesWithEffects", "customXml", "webSettings")),
    ):
        for identity, relation in list(part.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in unwanted:
                del part.rels[identity]
    main.part_related_by(RELATIONSHIP_TYPE.THEME)._blob = theme_xml()
    main.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)._blob = fonts_xml()
    main._styles_part._element = styles_xml()
    main.numbering_part._element = numbering_xml()
    main._settings_part._element = settings_xml()
    root = document.element
    names = (
        'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    fresh = parse_xml(f"<w:document {nsdecls('w', 'r', 'wp')} {names}><w:body>{''.join(body)}</w:body></w:document>")
    fresh.body.append(root.body.sectPr)
    main._element = fresh
    document = main.document
    section = document.sections[0]
    section.start_type = WD_SECTION.NEW_PAGE
    section.page_width, section.page_height = Twips(11906), Twips(16838)
    section.left_margin = section.right_margin = Twips(1134)
    section.top_margin, section.bottom_margin = Twips(1304), Twips(1191)
    section.header_distance = section.footer_distance = Twips(624)
    section.different_first_page_header_footer = True
    _replace(section.header, paragraph("Sidhuvud", "{{ council }}\t{{ title }}"))
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    pages = '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    for footer in (section.footer, section.first_page_footer):
        _replace(footer, paragraph("Sidfot", text(f"{{{{ council }}}}\t{page[0]} "), number, text(f" {page[1]} "), pages))
    core = document.core_properties
    core.title, core.author, core.language, core.comments, core.keywords = title, "", "sv-SE", "", ""
    element = core._element
    for name in ("dcterms:created", "dcterms:modified", "cp:lastModifiedBy", "cp:revision"):
        for old in element.findall(qn(name)):
            element.remove(old)
    out = io.BytesIO()
    document.save(out)
    return repack(out.getvalue())


def _replace(story: Any, content: str) -> None:
    """Make a header or footer hold this paragraph alone."""
    element = story._element
    for old in list(element):
        element.remove(old)
    element.append(parse_xml(content.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))


def main(arguments: list[str]) -> int:
    """Write the templates, or compare them."""
    wanted = {
        "dagordning.docx": build(draft_body(), title="Förslag till dagordning"),
        "underlag.docx": build(sheet_body(), title="Underlag till sekreteraren"),
        "inbjudan.docx": build(invitation_body(), title="Inbjudan till möte", page=("{{ words.page }}", "{{ words.of }}")),
        "dina punkter.docx": build(points_body(), title="Dina punkter"),
    }
    differing = [name for name, data in wanted.items() if not (HERE / name).exists() or (HERE / name).read_bytes() != data]
    if "--check" in arguments:
        sys.stdout.writelines(f"{name} is not what python -m templates.build writes; run it\n" for name in differing)
        return 1 if differing else 0
    for name in differing:
        (HERE / name).write_bytes(wanted[name])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
