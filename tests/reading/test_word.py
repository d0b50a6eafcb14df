"""The body in order, tracked changes as accepted, hidden text out, text boxes and notes and page edges once each."""

from __future__ import annotations

import pytest

from functions import errors
from functions.model.document import BlockKind, Part
from functions.reading import read_document
from tests.reading.packages import box, build, list_xml, numbered, only, p, part_xml, read, relationships_xml, sdt, styled, t, tbl, tc, texts, tr

DELETED_MARK = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'


def ins(inner: str) -> str:
    return f'<w:ins w:id="1" w:author="A">{inner}</w:ins>'


def gone(text: str) -> str:
    return f'<w:del w:id="2" w:author="A"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def test_paragraphs_and_tables_come_in_the_order_of_the_page():
    document = read(p("Först") + tbl(tr(tc("a"), tc("b")), tr(tc("c"), tc("d"))) + p("Sist"))
    assert texts(document) == ["Först", "a", "b", "c", "d", "Sist"]
    assert [block.id for block in document.blocks] == ["b1", "b2", "b3", "b4", "b5", "b6"]


def test_blank_paragraphs_are_blocks_too():
    assert texts(read(p("Ett") + p() + p("Två"))) == ["Ett", "", "Två"]


def test_a_block_says_which_paragraph_of_which_part_it_is():
    document = read(p("Ett") + tbl(tr(tc("Två"))) + p("Tre"))
    assert [block.source for block in document.blocks] == ["word/document.xml#p0", "word/document.xml#p1", "word/document.xml#p2"]


def test_tracked_insertions_are_read():
    document = read(p(t("Ett ") + ins(t("två ")) + t("tre")))
    assert texts(document) == ["Ett två tre"]
    assert document.notes == ("tracked_changes",)


def test_a_link_inside_a_tracked_insertion_is_read():
    link = '<w:hyperlink r:id="l"><w:r><w:t>bilaga</w:t></w:r></w:hyperlink>'
    block = only(read(p(t("Se ") + ins(link)), links={"l": ("hyperlink", "https://exempel.se/1")}))
    assert (block.text, block.links[0].target) == ("Se bilaga", "https://exempel.se/1")


def test_an_insertion_inside_a_link_is_read():
    link = f'<w:hyperlink r:id="l">{ins(t("ny "))}{t("bilaga")}</w:hyperlink>'
    block = only(read(p(link), links={"l": ("hyperlink", "https://exempel.se/1")}))
    assert (block.text, block.links[0].end) == ("ny bilaga", 9)


def test_tracked_deletions_are_not_read():
    assert texts(read(p(t("Ett ") + gone("två ") + t("tre")))) == ["Ett tre"]


def test_text_deleted_inside_an_insertion_is_not_read():
    assert texts(read(p(t("Ett ") + ins(gone("två ")) + t("tre")))) == ["Ett tre"]


def test_moved_text_stands_where_it_was_moved_to():
    moved = p(t("A") + f'<w:moveFrom w:id="1">{t(" flyttas")}</w:moveFrom>') + p(t("B") + f'<w:moveTo w:id="1">{t(" flyttas")}</w:moveTo>')
    assert texts(read(moved)) == ["A", "B flyttas"]


def test_a_deleted_paragraph_mark_joins_the_next_paragraph():
    document = read(
        p("Rådet ", properties=DELETED_MARK) + styled("S", "beslutar") + p("Slut"),
        styles='<w:style w:styleId="S"><w:name w:val="Brödtext"/></w:style>',
    )
    assert texts(document) == ["Rådet beslutar", "Slut"]
    assert document.blocks[0].style == "Brödtext"


def test_a_moved_paragraph_mark_joins_too():
    moved = '<w:rPr><w:moveFrom w:id="1" w:author="A"/></w:rPr>'
    assert texts(read(p("A ", properties=moved) + p("B"))) == ["A B"]


def test_a_deleted_paragraph_leaves_nothing_behind():
    assert texts(read(p("Ett") + p(gone("borta"), properties=DELETED_MARK) + p("Två"))) == ["Ett", "Två"]


def test_several_deleted_marks_join_everything():
    assert texts(read(p("a", properties=DELETED_MARK) + p("b", properties=DELETED_MARK) + p("c"))) == ["abc"]


def test_a_deleted_mark_with_nothing_to_join_keeps_its_text():
    assert texts(read(p("Kvar", properties=DELETED_MARK) + tbl(tr(tc("cell"))))) == ["Kvar", "cell"]
    assert texts(read(p("Ett") + p("Kvar", properties=DELETED_MARK))) == ["Ett", "Kvar"]
    assert texts(read(p("Ett") + p(gone("borta"), properties=DELETED_MARK))) == ["Ett"]


def test_a_joined_paragraph_keeps_its_runs_and_links_in_place():
    first = p('<w:hyperlink w:anchor="x">' + t("Se") + "</w:hyperlink>" + t(" "), properties=DELETED_MARK)
    block = only(read(first + p('<w:hyperlink w:anchor="y">' + t("bilagan") + "</w:hyperlink>")))
    assert [(block.text[link.start : link.end], link.target) for link in block.links] == [("Se", "#x"), ("bilagan", "#y")]


def test_an_inserted_paragraph_mark_parts_paragraphs():
    assert texts(read(p("a", properties='<w:rPr><w:ins w:id="1" w:author="A"/></w:rPr>') + p("b"))) == ["a", "b"]


def test_the_properties_that_were_changed_are_read_as_they_are_now():
    changed = '<w:pStyle w:val="Ny"/><w:pPrChange w:id="1" w:author="A"><w:pPr><w:pStyle w:val="Gammal"/></w:pPr></w:pPrChange>'
    assert only(read(p("x", properties=changed))).style == "Ny"


def test_paragraphs_inside_custom_xml_and_smart_tags_are_read():
    assert texts(read(f'<w:customXml w:element="a">{p("Ett")}</w:customXml><w:ins w:id="1">{p("Två")}</w:ins>')) == ["Ett", "Två"]


def test_a_block_level_control_covers_every_paragraph_in_it():
    document = read(sdt(p("Ett") + p("Två"), '<w:tag w:val="beslut"/><w:alias w:val="Beslut"/>'))
    assert texts(document) == ["Ett", "Två"]
    assert [(c.start, c.end, c.tag, c.title) for b in document.blocks for c in b.controls] == [(0, 3, "beslut", "Beslut"), (0, 3, "beslut", "Beslut")]


def test_a_control_around_a_table_is_read_and_marks_its_cells():
    document = read(sdt(tbl(tr(tc("a"), tc("b"))), '<w:tag w:val="lista"/>'))
    assert texts(document) == ["a", "b"]
    assert all(block.controls[0].tag == "lista" for block in document.blocks)


def test_controls_inside_controls_keep_both():
    document = read(sdt(sdt(p("Ett"), '<w:tag w:val="inre"/>'), '<w:tag w:val="yttre"/>'))
    assert [control.tag for control in only(document).controls] == ["yttre", "inre"]


def test_alternatives_at_block_level_are_read_once():
    both = f'<mc:AlternateContent><mc:Choice Requires="w14">{p("Ett")}</mc:Choice><mc:Fallback>{p("Ett")}</mc:Fallback></mc:AlternateContent>'
    assert texts(read(both)) == ["Ett"]


def test_a_text_box_is_its_own_block_right_after_its_paragraph_and_comes_once():
    document = read(p(t("Före ") + box(p("Ruta ett"), p("Ruta två")) + t("efter")) + p("Nästa"))
    assert [(block.id, block.part, block.text) for block in document.blocks] == [
        ("b1", Part.BODY, "Före efter"),
        ("t1", Part.TEXT_BOX, "Ruta ett"),
        ("t2", Part.TEXT_BOX, "Ruta två"),
        ("b2", Part.BODY, "Nästa"),
    ]


def test_a_vml_text_box_is_read():
    pict = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('Ruta')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    assert texts(read(p(t("Text") + pict)), Part.TEXT_BOX) == ["Ruta"]


def test_the_fallback_is_read_when_the_choice_is_of_an_unknown_kind():
    shape = (
        '<w:r><mc:AlternateContent xmlns:zz="urn:other"><mc:Choice Requires="zz"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox>'
        f"<w:txbxContent>{p('Ruta')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read(p(t("Text") + shape)), Part.TEXT_BOX) == ["Ruta"]


def test_the_fallback_is_read_when_only_it_holds_text():
    shape = box().replace("<w:txbxContent></w:txbxContent></v:textbox>", f"<w:txbxContent>{p('Ruta')}</w:txbxContent></v:textbox>")
    assert texts(read(p(t("Text") + shape)), Part.TEXT_BOX) == ["Ruta"]


def test_a_table_in_a_text_box_is_read():
    document = read(p(t("Text") + box(tbl(tr(tc("a"), tc("b"))), p())))
    assert [(b.text, b.cell.col) for b in document.blocks if b.cell] == [("a", 0), ("b", 1)]


def test_a_text_box_in_a_text_box_is_read():
    document = read(p(t("Text") + box(p(t("Yttre") + box(p("Inre"))))))
    assert texts(document, Part.TEXT_BOX) == ["Yttre", "Inre"]


def test_grouped_shapes_give_each_their_text():
    def shape(text: str) -> str:
        return f"<wps:wsp><wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx></wps:wsp>"

    group = f"<w:drawing><wpg:wgp>{shape('A')}{shape('B')}</wpg:wgp></w:drawing>"
    group = f'<mc:AlternateContent><mc:Choice Requires="wpg">{group}</mc:Choice></mc:AlternateContent>'
    assert texts(read(p(f"<w:r>{group}</w:r>")), Part.TEXT_BOX) == ["A", "B"]


def test_a_text_box_in_deleted_or_hidden_text_is_not_read():
    hidden = box(p("Ruta")).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    assert texts(read(p(t("a") + f'<w:del w:id="1">{box(p("Ruta"))}</w:del>' + hidden)), Part.TEXT_BOX) == []


def test_a_water_mark_is_read():
    art = '<w:r><w:pict><v:shape><v:textpath string="UTKAST"/></v:shape></w:pict></w:r>'
    document = read(
        p("Text") + _header_section("h"), links={"h": ("header", "header1.xml")}, parts={"word/header1.xml": part_xml("hdr", p(t("Dnr 4") + art))}
    )
    assert texts(document, Part.HEADER) == ["Dnr 4", "UTKAST"]


def _header_section(*ids: str, kind: str = "header", types: tuple[str, ...] = ("default", "first", "even")) -> str:
    return (
        "<w:sectPr>" + "".join(f'<w:{kind}Reference w:type="{which}" r:id="{key}"/>' for which, key in zip(types, ids, strict=False)) + "</w:sectPr>"
    )


def test_the_headers_of_all_kinds_and_sections_come_after_the_body():
    first = p("Del ett", properties=_header_section("a", "b", "c"))
    parts = {f"word/header{i}.xml": part_xml("hdr", p(text)) for i, text in enumerate(("Vanlig", "Första sidan", "Jämn sida", "Del två:s"))}
    links = {key: ("header", f"header{i}.xml") for i, key in enumerate("abcd")}
    document = read(first + p("Del två") + _header_section("d"), parts=parts, links=links)
    assert [(block.id, block.text) for block in document.blocks] == [
        ("b1", "Del ett"),
        ("b2", "Del två"),
        ("h1", "Vanlig"),
        ("h2", "Första sidan"),
        ("h3", "Jämn sida"),
        ("h4", "Del två:s"),
    ]
    assert document.blocks[2].source == "word/header0.xml#p0"


def test_equal_headers_come_once_and_blank_ones_not_at_all():
    parts = {f"word/header{i}.xml": part_xml("hdr", p(text)) for i, text in enumerate(("Dnr 4", "Dnr 4", " "))}
    links = {key: ("header", f"header{i}.xml") for i, key in enumerate("abc")}
    document = read(p("Text") + _header_section("a", "b", "c"), parts=parts, links=links)
    assert texts(document, Part.HEADER) == ["Dnr 4"]


def test_footers_are_read_with_their_tables():
    footer = part_xml("ftr", tbl(tr(tc("Justeras"), tc("Sign"))) + p())
    document = read(p("Text") + _header_section("f", kind="footer"), links={"f": ("footer", "footer1.xml")}, parts={"word/footer1.xml": footer})
    assert [(b.id, b.text, b.cell.col if b.cell else None) for b in document.blocks if b.part is Part.FOOTER] == [
        ("f1", "Justeras", 0),
        ("f2", "Sign", 1),
        ("f3", "", None),
    ]


def test_a_header_has_links_of_its_own():
    header = part_xml("hdr", p('<w:hyperlink r:id="l">' + t("sidan") + "</w:hyperlink>"))
    parts = {"word/header1.xml": header, "word/_rels/header1.xml.rels": relationships_xml({"l": ("hyperlink", "https://exempel.se/h")})}
    document = read(p("Text") + _header_section("header1"), parts=parts, links={"l": ("hyperlink", "https://exempel.se/fel")})
    assert document.blocks[-1].links[0].target == "https://exempel.se/h"


def note(kind: str, number: int, text: str, extra: str = "") -> str:
    return f'<w:{kind} w:id="{number}" {extra}>{p(f"<w:r><w:{kind}Ref/></w:r>" + t(text))}</w:{kind}>'


def refer(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def test_footnotes_and_endnotes_are_blocks_of_their_own():
    footnotes = part_xml(
        "footnotes", note("footnote", -1, "-", 'w:type="separator"') + note("footnote", 3, "Not tre") + note("footnote", 2, "Not två")
    )
    endnotes = part_xml("endnotes", note("endnote", 0, "-", 'w:type="continuationSeparator"') + note("endnote", 1, "Slutnot"))
    body = p(t("Text") + refer("footnote", 2) + t(" mer") + refer("footnote", 3) + refer("endnote", 1))
    document = read(body, parts={"word/footnotes.xml": footnotes, "word/endnotes.xml": endnotes})
    assert [(b.id, b.part, b.number, b.text) for b in document.blocks] == [
        ("b1", Part.BODY, None, "Text mer"),
        ("n1", Part.FOOTNOTE, "1", "Not två"),
        ("n2", Part.FOOTNOTE, "2", "Not tre"),
        ("e1", Part.ENDNOTE, "i", "Slutnot"),
    ]


def test_a_footnote_whose_reference_is_deleted_is_not_read():
    footnotes = part_xml("footnotes", note("footnote", 1, "Borta") + note("footnote", 2, "Kvar"))
    body = p(t("Text") + f'<w:del w:id="9">{refer("footnote", 1)}</w:del>' + refer("footnote", 2))
    document = read(body, parts={"word/footnotes.xml": footnotes})
    assert [(b.number, b.text) for b in document.blocks if b.part is Part.FOOTNOTE] == [("1", "Kvar")]


def test_comments_are_noted_but_never_text():
    body = p('<w:commentRangeStart w:id="1"/>' + t("Text") + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>')
    comments = part_xml("comments", f'<w:comment w:id="1" w:author="A">{p("Stämmer det?")}</w:comment>')
    document = read(body, parts={"word/comments.xml": comments})
    assert texts(document) == ["Text"]
    assert len(document.blocks) == 1
    assert document.notes == ("comments",)


def test_an_imported_chunk_is_noted():
    assert read(p("Text") + '<w:altChunk r:id="c"/>').notes == ("imported_chunk",)
    with pytest.raises(errors.Empty, match="infogat dokument"):
        read('<w:altChunk r:id="c"/>')


def test_an_embedded_object_is_noted():
    assert read(p(t("Text") + "<w:r><w:object><o:OLEObject/></w:object></w:r>")).notes == ("embedded_object",)


def test_hidden_text_is_not_read():
    assert texts(read(p(t("Ett") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r>"))) == ["Ett"]
    assert texts(read(p(t("Ett") + "<w:r><w:rPr><w:vanish/><w:specVanish/></w:rPr><w:t>dolt</w:t></w:r>"))) == ["Ett"]
    assert texts(read(p(t("Ett ") + '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>synligt</w:t></w:r>'))) == ["Ett synligt"]


HIDING = (
    '<w:style w:type="character" w:styleId="Dold"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Ärvd"><w:name w:val="Ärvd"/><w:basedOn w:val="Dold"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="DoltStycke"><w:name w:val="Dolt stycke"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


def test_text_hidden_by_its_style_is_not_read():
    run = '<w:r><w:rPr><w:rStyle w:val="{}"/></w:rPr><w:t>dolt</w:t></w:r>'
    assert texts(read(p(t("Ett") + run.format("Dold") + run.format("Ärvd")), styles=HIDING)) == ["Ett"]


def test_a_hidden_paragraph_leaves_nothing_behind():
    assert texts(read(p("Ett") + styled("DoltStycke", "dolt") + p("Två"), styles=HIDING)) == ["Ett", "Två"]


def test_a_hidden_paragraph_is_not_counted_in_a_list():
    hidden = p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r>", properties='<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>')
    document = read(numbered("a") + hidden + numbered("b"), numbering=list_xml(("decimal", "%1.")))
    assert [(b.number, b.text) for b in document.blocks] == [("1.", "a"), ("2.", "b")]


def test_a_hidden_paragraph_mark_joins_what_it_parts():
    assert texts(read(p("Ett ", properties="<w:rPr><w:vanish/></w:rPr>") + p("två"))) == ["Ett två"]


def test_a_style_separator_keeps_heading_and_text_apart():
    heading = p("Budget. ", properties='<w:outlineLvl w:val="1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>')
    document = read(heading + p("Rådet diskuterar."))
    assert [(b.kind, b.text) for b in document.blocks] == [(BlockKind.HEADING, "Budget. "), (BlockKind.PARAGRAPH, "Rådet diskuterar.")]


def test_a_file_of_the_same_bytes_gives_the_same_document():
    data = build(p(t("Före ") + box(p("Ruta"))) + tbl(tr(tc("a"), tc("b"))))
    assert read_document(data) == read_document(data)
    assert read_document(data).fingerprint == read_document(data, name="annat.docx").fingerprint
