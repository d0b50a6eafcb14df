"""Styles: names, heading levels and looks with what they inherit."""

from __future__ import annotations

import pytest

from functions.model.document import BlockKind
from tests.reading.packages import only, p, read, styled


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(kind: str, name: str, inner: str = "", based: str = "", shown: str = "") -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{shown or name}"/>{base}{inner}</w:style>'


def looks(body: str, styles: str = "") -> list[tuple[str, str]]:
    block = only(read(body, styles=styles))
    return [
        (block.text[r.start : r.end], "".join(sign for sign, on in zip("bis", (r.bold, r.italic, r.strike), strict=True) if on)) for r in block.runs
    ]


def test_a_block_bears_the_name_of_its_style():
    styles = (
        style("paragraph", "a1", shown="Formell rubrik")
        + '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    )
    document = read(styled("a1", "x") + p("y") + styled("okänd", "z"), styles=styles)
    assert [b.style for b in document.blocks] == ["Formell rubrik", "Normal", "okänd"]


@pytest.mark.parametrize(
    ("style_xml", "level"),
    [
        (style("paragraph", "R", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), 2),
        (style("paragraph", "B", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') + style("paragraph", "R", based="B"), 1),
        (
            style("paragraph", "B", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
            + style("paragraph", "R", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based="B"),
            None,
        ),
        (style("paragraph", "R", shown="heading 3"), 3),
        (style("paragraph", "R", shown="Rubrik 2"), 2),
        (style("paragraph", "B", shown="heading 1") + style("paragraph", "R", based="B", shown="Egen rubrik"), 1),
        (style("paragraph", "R", shown="Title"), None),
        (style("paragraph", "R", based="R"), None),
    ],
)
def test_a_style_makes_a_heading_by_its_outline_level_or_name(style_xml, level):
    block = only(read(styled("R", "x"), styles=style_xml))
    assert (block.kind, block.level) == ((BlockKind.HEADING, level) if level else (BlockKind.PARAGRAPH, None))


def test_headings_are_known_even_where_the_file_has_no_styles():
    assert only(read(styled("Heading2", "x"))).level == 2
    assert only(read(styled("Rubrik1", "x"))).level == 1


def test_a_paragraphs_own_outline_level_decides():
    assert only(read(p("x", properties='<w:outlineLvl w:val="2"/>'))).level == 3
    assert only(read(p("x", properties='<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/>'))).kind is BlockKind.PARAGRAPH


def test_direct_looks_are_kept_run_by_run():
    assert looks(p(run("a", "<w:b/>") + run("b", "<w:i/>") + run("c", "<w:strike/>") + run("d", "<w:dstrike/>") + run("e"))) == [
        ("a", "b"),
        ("b", "i"),
        ("c", "s"),
        ("d", "s"),
        ("e", ""),
    ]


@pytest.mark.parametrize("value", ["0", "false", "off"])
def test_a_look_can_be_turned_off(value):
    assert looks(p(run("a", f'<w:b w:val="{value}"/>'))) == [("a", "")]


STRUCK = "<w:rPr><w:strike/></w:rPr>"


def test_strikethrough_comes_through_character_and_paragraph_styles_and_what_they_are_based_on():
    character = style("character", "C", STRUCK) + style("character", "D", based="C")
    assert looks(p(run("a", '<w:rStyle w:val="C"/>') + run("b", '<w:rStyle w:val="D"/>') + run("c")), character) == [
        ("a", "s"),
        ("b", "s"),
        ("c", ""),
    ]
    paragraph = style("paragraph", "P", STRUCK) + style("paragraph", "Q", based="P")
    assert looks(styled("Q", "x"), paragraph) == [("x", "s")]
    assert looks(styled("P", "x"), style("paragraph", "P", "<w:rPr><w:dstrike/></w:rPr>")) == [("x", "s")]


def test_a_run_can_lift_the_strikethrough_of_its_style():
    body = p(run("kvar", '<w:strike w:val="0"/>') + run("borta"), properties='<w:pStyle w:val="P"/>')
    assert looks(body, style("paragraph", "P", STRUCK)) == [("kvar", ""), ("borta", "s")]


def test_bold_in_both_paragraph_and_character_style_cancels_out_as_in_word():
    styles = style("paragraph", "P", "<w:rPr><w:b/></w:rPr>") + style("character", "C", "<w:rPr><w:b/></w:rPr>")
    body = p(run("fet") + run("mager", '<w:rStyle w:val="C"/>') + run("fet igen", '<w:rStyle w:val="C"/><w:b/>'), properties='<w:pStyle w:val="P"/>')
    assert looks(body, styles) == [("fet", "b"), ("mager", ""), ("fet igen", "b")]


def test_the_defaults_of_the_document_hold_where_nobody_says_otherwise():
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert looks(p("x"), defaults) == [("x", "i")]
    assert looks(styled("P", "x"), defaults + style("paragraph", "P", '<w:rPr><w:i w:val="0"/></w:rPr>')) == [("x", "")]


def test_a_wholly_struck_block_says_so():
    block = only(read(p(run("Bordläggs", "<w:strike/>") + run(" "))))
    assert block.all_struck
    assert block.struck == ((0, 9),)


@pytest.mark.parametrize(
    ("body", "look"),
    [
        (p(run("Köer", "<w:caps/>")), "caps"),
        (p(run("Köer", '<w:smallCaps/><w:sz w:val="28"/>')), "caps 28"),
        (p(run("Köer", '<w:color w:val="1F4E79"/>')), "1F4E79"),
        (p("Köer", properties='<w:shd w:val="clear" w:fill="D9E2F3"/>'), "shaded"),
        (p("Köer", properties='<w:shd w:val="clear" w:fill="auto"/>'), ""),
        (p(run("Kö", '<w:sz w:val="28"/>') + run("er")), ""),
        (styled("Stor", "Köer"), "caps 32 shaded"),
        (p("Köer"), ""),
    ],
)
def test_a_paragraph_of_one_look_tells_it(body: str, look: str) -> None:
    inner = '<w:pPr><w:shd w:val="clear" w:fill="EEEEEE"/></w:pPr><w:rPr><w:caps/><w:sz w:val="32"/></w:rPr>'
    assert only(read(body, styles=style("paragraph", "Stor", inner))).look == look
