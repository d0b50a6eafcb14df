"""Automatic numbers and bullets as Word shows them."""

from __future__ import annotations

import pytest

from functions.model.document import BlockKind
from tests.reading.packages import box, list_xml, numbered, numbers, only, p, part_xml, read, styled, t, tbl, tc, tr

NUM = '<w:num w:numId="{}"><w:abstractNumId w:val="{}"/>{}</w:num>'
ANEW = '<w:lvlOverride w:ilvl="{}"><w:startOverride w:val="{}"/></w:lvlOverride>'
DECIMAL = list_xml(("decimal", "%1."))


def shown(body: str, numbering: str = DECIMAL, styles: str = "") -> list[str | None]:
    return numbers(read(body, numbering=numbering, styles=styles))


def style(name: str, inner: str, based: str = "") -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def num_pr(num: int | None = None, level: int | None = None) -> str:
    inner = (f'<w:ilvl w:val="{level}"/>' if level is not None else "") + (f'<w:numId w:val="{num}"/>' if num is not None else "")
    return f"<w:pPr><w:numPr>{inner}</w:numPr></w:pPr>"


def test_a_list_counts_over_what_stands_between():
    document = read(numbered("a") + p("mellan") + numbered("b") + tbl(tr(tc(numbered("c")))), numbering=DECIMAL)
    assert [(b.number, b.text, b.kind, b.level) for b in document.blocks] == [
        ("1.", "a", BlockKind.LIST_ITEM, 1),
        (None, "mellan", BlockKind.PARAGRAPH, None),
        ("2.", "b", BlockKind.LIST_ITEM, 1),
        ("3.", "c", BlockKind.LIST_ITEM, 1),
    ]


def test_the_number_is_not_part_of_the_text():
    assert only(read(numbered("Öppnande"), numbering=DECIMAL)).text == "Öppnande"


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("decimal", "§ %1", ["§ 1", "§ 2"]),
        ("lowerLetter", "%1)", ["a)", "b)"]),
        ("upperLetter", "%1", ["A", "B"]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)"]),
        ("upperRoman", "%1.", ["I.", "II."]),
        ("decimalZero", "%1", ["01", "02"]),
        ("ordinal", "%1", ["1:a", "2:a"]),
        ("none", "Bilaga", ["Bilaga", "Bilaga"]),
        ("none", "%1", [None, None]),
        ("bullet", "–", ["–", "–"]),
    ],
)
def test_the_forms_of_numbers(form, text, expected):
    assert shown(numbered("a") + numbered("b"), list_xml((form, text))) == expected


@pytest.mark.parametrize(
    ("font", "sign", "expected"),
    [
        ("Symbol", "\uf0b7", "•"),
        ("Courier New", "o", "○"),
        ("Wingdings", "\uf0a7", "▪"),
        ("Wingdings", "\uf0fc", "✓"),
        ("Symbol", "\uf02d", "–"),
        ("Calibri", "-", "-"),
    ],
)
def test_bullets_are_the_sign_that_their_font_shows(font, sign, expected):
    level = (
        f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr></w:lvl>'
    )
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>' + NUM.format(1, 0, "")
    document = read(numbered("a"), numbering=lists)
    assert (only(document).number, only(document).kind) == (expected, BlockKind.LIST_ITEM)


def test_picture_bullets_are_bullets():
    assert shown(numbered("a"), list_xml(("bullet", ""), extra='<w:lvlPicBulletId w:val="0"/>')) == ["•"]


def test_an_empty_item_is_counted_as_word_does():
    assert shown(numbered("a") + numbered("") + numbered("b")) == ["1.", "2.", "3."]


TREE = list_xml(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)"))


def test_a_deeper_level_starts_anew_under_each_higher_one():
    body = numbered("a") + numbered("b", level=1) + numbered("c", level=1) + numbered("d") + numbered("e", level=1) + numbered("f", level=2)
    assert shown(body, TREE) == ["1.", "1.1", "1.2", "2.", "2.1", "a)"]


def test_a_level_that_nobody_has_used_shows_its_start():
    assert shown(numbered("a", level=1) + numbered("b"), TREE) == ["1.1", "1."]


def test_a_level_can_go_on_counting_under_a_new_heading():
    levels = list_xml(("decimal", "%1."), ("decimal", "§ %2")).replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:lvlRestart w:val="0"/>')
    assert shown(numbered("a") + numbered("b", level=1) + numbered("c") + numbered("d", level=1), levels) == ["1.", "§ 1", "2.", "§ 2"]


def test_a_level_can_restart_only_under_a_certain_one():
    levels = list_xml(("decimal", "%1."), ("decimal", "%2."), ("decimal", "%3.")).replace(
        '<w:lvl w:ilvl="2">', '<w:lvl w:ilvl="2"><w:lvlRestart w:val="1"/>'
    )
    body = numbered("a") + numbered("b", level=1) + numbered("c", level=2) + numbered("d", level=1) + numbered("e", level=2)
    assert shown(body + numbered("f") + numbered("g", level=2), levels) == ["1.", "1.", "1.", "2.", "2.", "2.", "1."]


def test_legal_numbering_shows_every_level_in_decimals():
    levels = list_xml(("upperRoman", "%1"), ("decimal", "%1.%2"))
    legal = levels.replace('<w:numFmt w:val="decimal"/>', '<w:numFmt w:val="decimal"/><w:isLgl/>')
    assert shown(numbered("a") + numbered("b", level=1), levels) == ["I", "I.1"]
    assert shown(numbered("a") + numbered("b", level=1), legal) == ["I", "1.1"]


def test_a_list_can_start_at_another_number():
    assert shown(numbered("a") + numbered("b"), DECIMAL.replace('<w:start w:val="1"/>', '<w:start w:val="61"/>')) == ["61.", "62."]


def test_two_lists_of_one_kind_go_on_counting():
    assert shown(numbered("a") + numbered("b", num=2), DECIMAL + NUM.format(2, 0, "")) == ["1.", "2."]


def test_two_kinds_of_list_count_each_on_its_own():
    other = '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
    assert shown(numbered("a") + numbered("b", num=2) + numbered("c"), DECIMAL + other + NUM.format(2, 7, "")) == ["1.", "1)", "2."]


def test_a_list_that_starts_anew_does_so_once():
    body = numbered("a") + numbered("b") + numbered("c", num=2) + numbered("d", num=2)
    assert shown(body, DECIMAL + NUM.format(2, 0, ANEW.format(0, 5))) == ["1.", "2.", "5.", "6."]


def test_starting_a_deeper_level_anew_leaves_the_higher_one():
    body = numbered("a") + numbered("b", level=1) + numbered("c", level=1, num=2)
    assert shown(body, TREE + NUM.format(2, 0, ANEW.format(1, 9))) == ["1.", "1.1", "1.9"]


def test_a_list_can_have_a_level_of_its_own():
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1:"/></w:lvl>'
    own = f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>'
    assert shown(numbered("a", num=2), DECIMAL + NUM.format(2, 0, own)) == ["A:"]


def test_a_custom_form_pads_as_its_pattern_does():
    custom = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    assert shown(numbered("a"), DECIMAL.replace('<w:numFmt w:val="decimal"/>', custom)) == ["001."]


def test_numbers_come_through_a_style_and_what_it_is_based_on():
    styles = style("Lista", num_pr(1)) + style("Lista2", "", based="Lista")
    assert shown(styled("Lista", "a") + styled("Lista2", "b") + p("c"), styles=styles) == ["1.", "2.", None]


def test_a_style_gets_its_level_from_the_list_that_names_it():
    lists = TREE.replace('<w:lvlText w:val="%1.%2"/>', '<w:pStyle w:val="Under"/><w:lvlText w:val="%1.%2"/>')
    styles = style("Över", num_pr(1)) + style("Under", num_pr(1))
    assert shown(styled("Över", "a") + styled("Under", "b") + styled("Under", "c"), lists, styles) == ["1.", "1.1", "1.2"]


def test_a_styles_level_and_list_are_inherited_each_on_its_own():
    styles = style("Över", num_pr(1)) + style("Under", num_pr(None, 1), based="Över")
    assert shown(styled("Över", "a") + styled("Under", "b"), TREE, styles) == ["1.", "1.1"]


def test_a_paragraph_can_leave_its_styles_list():
    body = styled("Lista", "a") + p("b", properties='<w:pStyle w:val="Lista"/><w:numPr><w:numId w:val="0"/></w:numPr>') + styled("Lista", "c")
    assert shown(body, styles=style("Lista", num_pr(1))) == ["1.", None, "2."]


def test_a_paragraph_can_change_only_the_level_of_its_styles_list():
    body = styled("Lista", "a") + p("b", properties='<w:pStyle w:val="Lista"/><w:numPr><w:ilvl w:val="1"/></w:numPr>')
    assert shown(body, TREE, style("Lista", num_pr(1))) == ["1.", "1.1"]


def test_headings_are_numbered_too():
    styles = style("Rubrik1", f'{num_pr(1)[:-8]}<w:outlineLvl w:val="0"/></w:pPr>')
    document = read(styled("Rubrik1", "Öppnande") + styled("Rubrik1", "Budget"), numbering=DECIMAL, styles=styles)
    assert [(b.number, b.kind, b.level) for b in document.blocks] == [("1.", BlockKind.HEADING, 1), ("2.", BlockKind.HEADING, 1)]


def test_a_list_that_borrows_its_levels_from_a_numbering_style():
    lists = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Punkter"/></w:abstractNum>' + DECIMAL + NUM.format(3, 5, "")
    styles = (
        '<w:style w:type="numbering" w:styleId="Punkter"><w:name w:val="Punkter"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert shown(numbered("a", num=3) + numbered("b", num=3), lists, styles) == ["1.", "2."]


def test_a_circle_of_numbering_styles_ends():
    lists = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Punkter"/></w:abstractNum>' + NUM.format(3, 5, "")
    styles = '<w:style w:type="numbering" w:styleId="Punkter"><w:name w:val="x"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    assert shown(numbered("a", num=3), lists, styles) == [None]


def test_a_list_that_the_file_does_not_have_is_no_list():
    document = read(numbered("a", num=99) + numbered("b"), numbering=DECIMAL)
    assert [(b.number, b.kind) for b in document.blocks] == [(None, BlockKind.PARAGRAPH), ("1.", BlockKind.LIST_ITEM)]
    assert shown(numbered("a"), numbering="") == [None]


def test_a_joined_paragraph_is_counted_once():
    first = p("a ", properties='<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>')
    assert shown(first + numbered("b") + numbered("c")) == ["1.", "2."]


def test_items_of_a_deleted_row_are_not_counted():
    gone = tr(tc(numbered("borta")), properties='<w:del w:id="1"/>')
    assert shown(tbl(tr(tc(numbered("a"))), gone, tr(tc(numbered("b"))))) == ["1.", "2."]


def test_text_boxes_and_headers_count_on_their_own():
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    body = numbered("a") + p(t("x") + box(numbered("ruta"))) + numbered("b") + section
    document = read(body, numbering=DECIMAL, parts={"word/header1.xml": part_xml("hdr", numbered("huvud"))})
    assert [(b.text, b.number) for b in document.blocks] == [("a", "1."), ("x", None), ("ruta", "1."), ("b", "2."), ("huvud", "1.")]
