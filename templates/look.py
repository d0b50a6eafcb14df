"""How the templates look: their theme, styles, bullet list and settings, and nothing else that Word would put in."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

DARK, ACCENT, MUTED, RULE, TINT = "1B2A33", "1D4F63", "55606A", "B9C7CE", "E9F0F3"
"""On white, accent has a contrast of 8.9:1 and muted of 6.5:1; dark on tint 12.7:1 (WCAG AA asks for 4.5:1)."""
FONT = "Arial"
"""Stands on Windows and Mac; Liberation Sans, which LibreOffice puts in its place elsewhere, has the same widths, so pages break alike."""
WIDTH = 9638
"""Text width in twips: A4 with 2 cm margins."""

ACCENTED = f'<w:color w:val="{ACCENT}" w:themeColor="accent1"/>'
FAINT = f'<w:color w:val="{MUTED}" w:themeColor="text2"/>'
"""Colours and fonts are those of the theme, so that Design → Colours or Fonts in Word changes a whole template at once."""

# Styles: (type, id, name, based on, next, paragraph properties, run properties)
STYLES = (
    ("paragraph", "Normal", "Normal", "", "", "", ""),
    (
        "paragraph",
        "Rubrik1",
        "heading 1",
        "Normal",
        "Underrubrik",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="0"/>',
        f'<w:b/>{ACCENTED}<w:sz w:val="46"/><w:szCs w:val="46"/>',
    ),
    (
        "paragraph",
        "Underrubrik",
        "Subtitle",
        "Normal",
        "Normal",
        '<w:keepNext/><w:spacing w:before="0" w:after="240" w:line="240" w:lineRule="auto"/>',
        '<w:sz w:val="28"/><w:szCs w:val="28"/>',
    ),
    (
        "paragraph",
        "Rubrik2",
        "heading 2",
        "Normal",
        "Normal",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="120" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="1"/>',
        f'<w:b/>{ACCENTED}<w:sz w:val="26"/><w:szCs w:val="26"/>',
    ),
    (
        "paragraph",
        "Rubrik3",
        "heading 3",
        "Normal",
        "Normal",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="60" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="2"/>',
        "<w:b/>",
    ),
    (
        "paragraph",
        "Motesfakta",
        "Mötesfakta",
        "Normal",
        "Motesfakta",
        '<w:tabs><w:tab w:val="left" w:pos="1560"/></w:tabs><w:spacing w:before="0" w:after="50"/><w:ind w:left="1560" w:hanging="1560"/>',
        "",
    ),
    (
        "paragraph",
        "Tabellrubrik",
        "Tabellrubrik",
        "Normal",
        "Normal",
        '<w:keepNext/><w:spacing w:before="70" w:after="70" w:line="240" w:lineRule="auto"/>',
        f'<w:b/>{ACCENTED}<w:sz w:val="18"/><w:szCs w:val="18"/>',
    ),
    (
        "paragraph",
        "Tabelltext",
        "Tabelltext",
        "Normal",
        "Tabelltext",
        '<w:spacing w:before="70" w:after="70" w:line="252" w:lineRule="auto"/>',
        '<w:sz w:val="20"/><w:szCs w:val="20"/>',
    ),
    ("paragraph", "Tabellnummer", "Tabellnummer", "Tabelltext", "Tabelltext", "", f"<w:b/>{ACCENTED}"),
    ("paragraph", "Arende", "Ärende", "Tabelltext", "Arende", "", "<w:b/>"),
    (
        "paragraph",
        "Ursprung",
        "Ursprung",
        "Tabelltext",
        "Tabelltext",
        '<w:spacing w:before="0" w:after="70"/>',
        f'{FAINT}<w:sz w:val="18"/><w:szCs w:val="18"/>',
    ),
    (
        "paragraph",
        "Delpunkt",
        "Delpunkt",
        "Tabelltext",
        "Delpunkt",
        '<w:keepLines/><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:before="0" w:after="60"/><w:ind w:left="227" w:hanging="227"/>',
        "",
    ),
    (
        "paragraph",
        "Punktlista",
        "List Bullet",
        "Normal",
        "Punktlista",
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:before="0" w:after="80"/><w:ind w:left="284" w:hanging="284"/>',
        "",
    ),
    (
        "paragraph",
        "Citatstycke",
        "Quote",
        "Normal",
        "Normal",
        f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{RULE}"/></w:pBdr>'
        '<w:spacing w:before="0" w:after="60"/><w:ind w:left="227"/>',
        "",
    ),
    (
        "paragraph",
        "Kalla",
        "Källa",
        "Normal",
        "Normal",
        '<w:spacing w:before="0" w:after="120"/><w:ind w:left="227"/>',
        f'{FAINT}<w:sz w:val="18"/><w:szCs w:val="18"/>',
    ),
    (
        "paragraph",
        "Sidhuvud",
        "header",
        "Normal",
        "Sidhuvud",
        f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs><w:spacing w:after="0"/>',
        f'{FAINT}<w:sz w:val="17"/><w:szCs w:val="17"/>',
    ),
    (
        "paragraph",
        "Sidfot",
        "footer",
        "Normal",
        "Sidfot",
        f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs><w:spacing w:after="0"/>',
        f'{FAINT}<w:sz w:val="17"/><w:szCs w:val="17"/>',
    ),
    ("character", "Standardstycketeckensnitt", "Default Paragraph Font", "", "", "", ""),
    ("character", "Etikett", "Etikett", "", "", "", f"<w:b/>{ACCENTED}"),
    ("character", "Dampad", "Dämpad", "", "", "", f'{FAINT}<w:sz w:val="18"/><w:szCs w:val="18"/>'),
    ("character", "Hyperlink", "Hyperlink", "", "", "", f'{ACCENTED}<w:u w:val="single"/>'),
    ("character", "Platshallare", "Placeholder Text", "", "", "", f"{FAINT}"),
)
DEFAULT = ' w:default="1"'
DEFAULTS = {"Normal", "Standardstycketeckensnitt"}


def styles_xml() -> Any:
    """The style sheet: document defaults in Swedish, the styles above, and one table style."""
    rows = []
    for kind, identity, name, based, following, paragraph, run in STYLES:
        rows.append(
            f'<w:style w:type="{kind}"{DEFAULT if identity in DEFAULTS else ""} w:styleId="{identity}"><w:name w:val="{name}"/>'
            + (f'<w:basedOn w:val="{based}"/>' if based else "")
            + (f'<w:next w:val="{following}"/>' if following else "")
            + ("<w:qFormat/>" if kind == "paragraph" else "")
            + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
            + (f"<w:rPr>{run}</w:rPr>" if run else "")
            + "</w:style>"
        )
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{RULE}"/>' for side, size in (("top", 8), ("bottom", 8), ("insideH", 4))
    )
    margins = '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    return parse_xml(
        f"<w:styles {nsdecls('w')}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>'
        f'<w:color w:val="{DARK}" w:themeColor="text1"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + "".join(rows)
        + '<w:style w:type="table" w:default="1" w:styleId="Normaltabell"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        + f"{margins}</w:tblPr></w:style>"
        + '<w:style w:type="numbering" w:default="1" w:styleId="Ingenlista"><w:name w:val="No List"/></w:style>'
        + '<w:style w:type="table" w:styleId="Dagordningstabell"><w:name w:val="Dagordningstabell"/><w:basedOn w:val="Normaltabell"/>'
        + f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders>{margins}</w:tblPr>"
        + '<w:tblStylePr w:type="firstRow"><w:tcPr>'
        + f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}" w:themeFill="background2"/></w:tcPr></w:tblStylePr></w:style></w:styles>'
    )


def numbering_xml() -> Any:
    """One bullet list, used through the list styles."""
    return parse_xml(
        f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:rPr>{ACCENTED}</w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def settings_xml() -> Any:
    """Word 2013 and later, Swedish, with the theme's colours in their usual places."""
    kinds = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
    same = [*(f"accent{number}" for number in range(1, 7)), "hyperlink", "followedHyperlink"]
    places = " ".join(f'w:{name}="{kind}"' for name, kind in {**kinds, **dict(zip(same, same, strict=True))}.items())
    return parse_xml(
        f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="1304"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="sv-SE"/><w:clrSchemeMapping {places}/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def theme_xml() -> bytes:
    """The theme that the styles point to: our colours, one font, and the plainest of effects."""
    colours = {"dk1": DARK, "lt1": "FFFFFF", "dk2": MUTED, "lt2": TINT, "accent1": ACCENT, "accent2": MUTED, "accent3": "2E6F57"}
    colours |= {"accent4": "7A4B12", "accent5": "6B2F5B", "accent6": "8A2C2C", "hlink": ACCENT, "folHlink": "6B2F5B"}
    shades = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in colours.items())
    faces = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/>'
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{plain}</a:ln>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Dagordning"><a:themeElements>'
        f'<a:clrScheme name="Dagordning">{shades}</a:clrScheme>'
        f'<a:fontScheme name="Dagordning"><a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Dagordning"><a:fillStyleLst>{plain * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        "<a:effectStyleLst>" + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3 + "</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{plain * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    ).encode()


def fonts_xml() -> bytes:
    """The one font's table entry, by which Word finds a likeness where it is missing."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:font w:name="{FONT}"><w:panose1 w:val="020B0604020202020204"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    ).encode()
