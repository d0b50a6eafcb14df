"""What Word calls things in its XML: namespaces, and the elements that the reader asks for."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W16SE = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}"

# ISO/IEC 29500 Strict has its own names for the same things; Word saves it as "Strict Open XML Document".
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}

VAL = W + "val"
P, P_PR, P_STYLE, NUM_PR, ILVL, NUM_ID, OUTLINE = (W + n for n in ("p", "pPr", "pStyle", "numPr", "ilvl", "numId", "outlineLvl"))
RUN, R_PR, TEXT = (W + n for n in ("r", "rPr", "t"))
TBL, TR, TC, TBL_PR, TR_PR, TC_PR = (W + n for n in ("tbl", "tr", "tc", "tblPr", "trPr", "tcPr"))
SDT, SDT_PR, SDT_CONTENT = (W + n for n in ("sdt", "sdtPr", "sdtContent"))
INS, DEL, MOVE_TO, MOVE_FROM = (W + n for n in ("ins", "del", "moveTo", "moveFrom"))
SECT_PR = W + "sectPr"
TEXT_BOX = W + "txbxContent"
ALTERNATE, CHOICE, FALLBACK = (MC + n for n in ("AlternateContent", "Choice", "Fallback"))
FLD_CHAR, FLD_SIMPLE, INSTR = (W + n for n in ("fldChar", "fldSimple", "instrText"))
FOOTNOTE_REFERENCE, ENDNOTE_REFERENCE = (W + n for n in ("footnoteReference", "endnoteReference"))


def is_on(value: str | None) -> bool:
    """Whether a Word on/off attribute says on; a property without a value is on."""
    return value is None or value not in ("0", "false", "off", "False")


def whole_number(value: str | None) -> int | None:
    """An attribute as an int, or None when it is missing or no number ("1,5" and "auto" have been seen)."""
    try:
        return int(value) if value is not None else None
    except ValueError:
        return None
