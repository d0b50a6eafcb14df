"""Word packages for tests, put together part by part, so that a test can say exactly what odd thing the file holds."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from functions.model.document import Block, Document, Part
from functions.reading import read_document

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W_NS}" xmlns:r="{R_NS}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"
DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
DOTM = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def t(text: str) -> str:
    """A run with that text."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(inner: str = "", *, properties: str = "") -> str:
    """A paragraph; `inner` is XML (runs), or plain text when it holds no "<"."""
    content = inner if "<" in inner or not inner else t(inner)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def styled(style: str, text: str) -> str:
    """A paragraph in a style."""
    return p(text, properties=f'<w:pStyle w:val="{style}"/>')


def numbered(text: str, *, num: int = 1, level: int = 0) -> str:
    """A paragraph in a list."""
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def tc(inner: str, properties: str = "") -> str:
    """A cell; plain text becomes a paragraph."""
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner if inner.startswith('<w:') else p(inner)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def tbl(*rows: str, properties: str = "") -> str:
    """A table."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


def sdt(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(codes: str, result: str) -> str:
    """A complex field: XML of its code runs and of its result runs."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = codes if codes.startswith("<w:") else f'<w:r><w:instrText xml:space="preserve">{escape(codes)}</w:instrText></w:r>'
    return mark.format("begin") + code + mark.format("separate") + result + mark.format("end")


def box(*paragraphs: str, fallback: str = "") -> str:
    """A run with a text box as Word writes it: a shape, and VML for older programs with the same text."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    old = fallback or f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def document_xml(body: str) -> str:
    """word/document.xml."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {NAMES}><w:body>{body}</w:body></w:document>'


def relationships_xml(links: dict[str, tuple[str, str]]) -> str:
    """A .rels part: id → (kind, target); an address or mail link is external."""
    rows = ""
    for key, (kind, target) in links.items():
        mode = ' TargetMode="External"' if ":" in target else ""
        rows += f'<Relationship Id="{key}" Type="{R_NS}/{kind}" Target="{escape(target)}"{mode}/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def list_xml(*levels: tuple[str, str], extra: str = "", nums: str = "") -> str:
    """word/numbering.xml with one list (num 1): (numFmt, lvlText) by level; `nums` adds further w:num, `extra` goes into every level."""
    rows = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="0">{rows}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{nums}'


def build(
    body: str = "",
    *,
    styles: str = "",
    numbering: str = "",
    links: dict[str, tuple[str, str]] | None = None,
    parts: dict[str, str | bytes] | None = None,
    content_type: str = DOCX,
    drop: tuple[str, ...] = (),
) -> bytes:
    """The bytes of a Word file. styles, numbering: what stands inside those parts; parts: further ones, or others instead of ours; drop: left out."""
    related = dict(links or {})
    written: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{content_type}"/>'
        + "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE.format(name)}"/>' for name in ("styles", "numbering"))
        + "</Types>",
        "_rels/.rels": relationships_xml({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": document_xml(body),
    }
    for name, content in (("styles", styles), ("numbering", numbering)):
        if content:
            related[f"r_{name}"] = (name, f"{name}.xml")
            written[f"word/{name}.xml"] = f"<w:{name} {NAMES}>{content}</w:{name}>"
    for name in parts or {}:
        stem = name.removeprefix("word/").removesuffix(".xml")
        kind = stem.rstrip("0123456789")
        if name.startswith("word/") and kind in ("footnotes", "endnotes", "comments", "header", "footer") and stem not in related:
            related[stem] = (kind, f"{stem}.xml")
    written["word/_rels/document.xml.rels"] = relationships_xml(related)
    written |= parts or {}
    return zip_parts({name: content for name, content in written.items() if name not in drop})


def zip_parts(parts: dict[str, str | bytes]) -> bytes:
    """A zip of those parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def part_xml(root: str, inner: str) -> str:
    """Another part (hdr, ftr, footnotes …) with that content."""
    return f"<w:{root} {NAMES}>{inner}</w:{root}>"


def read(body: str, **more: object) -> Document:
    """The document read from a package with that body."""
    return read_document(build(body, **more))  # type: ignore[arg-type]


def texts(document: Document, part: Part = Part.BODY) -> list[str]:
    """The texts of a document's blocks in a part."""
    return [block.text for block in document.blocks if block.part is part]


def numbers(document: Document) -> list[str | None]:
    """The automatic numbers of a document's blocks."""
    return [block.number for block in document.blocks]


def only(document: Document) -> Block:
    """The one block of a document."""
    (block,) = document.blocks
    return block
