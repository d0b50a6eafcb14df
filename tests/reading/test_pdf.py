"""PDF files: reading order, paragraphs, tables, headers and footers, looks, links, and files that cannot be read."""

from __future__ import annotations

import pytest

from functions import errors
from functions.model.document import BlockKind, Document, Part
from functions.reading import pdf, read_document
from tests.reading.packages import texts
from tests.reading.pages import HEIGHT, LEFT, PITCH, RIGHT, TOP, Page, build_pdf, rule, wrap, write, write_lines

LONG = (
    "Rådet diskuterar hur arbetet med övergångar kan samordnas bättre mellan enheterna och vilka underlag som behöver tas fram inför hösten. "
    "Gruppen har haft två möten sedan sist och redovisar sina förslag, som innebär att varje enhet utser en kontaktperson senast i mars."
)
OTHER = "Ekonomin redovisas muntligt. Prognosen visar ett mindre underskott som beror på hyror och på att två tjänster är nya."


def read(*pages: Page, **more: object) -> Document:
    return read_document(build_pdf(pages, **more))  # type: ignore[arg-type]


def lines(*rows: str) -> Page:
    page = Page()
    write_lines(page, TOP, *rows)
    return page


def test_wrapped_lines_are_one_paragraph():
    assert texts(read(lines(*wrap(LONG)))) == [LONG]


def test_lines_that_had_room_for_more_end_their_paragraphs():
    document = read(lines("Datum: 15 januari 2031", "Plats: Sal 2", *wrap(LONG), *wrap(OTHER)))
    assert texts(document) == ["Datum: 15 januari 2031", "Plats: Sal 2", LONG, OTHER]


def test_lines_further_apart_are_paragraphs_of_their_own():
    page = Page()
    full = wrap(LONG)
    y = write_lines(page, TOP, *full)
    write_lines(page, y - 8, *full)
    assert texts(read(page)) == [LONG, LONG]


def test_short_lines_are_never_joined_for_want_of_longer_ones():
    assert texts(read(lines("Datum: 15 januari", "Plats: Sal 2", "Ordförande: A. Exempel"))) == [
        "Datum: 15 januari",
        "Plats: Sal 2",
        "Ordförande: A. Exempel",
    ]


def test_a_label_begins_a_paragraph_however_full_the_line_before():
    full = "x" * 75
    assert texts(read(lines(f"a {full[2:]}", "Beslut: rådet ställer sig bakom", *wrap(LONG)))) == [
        f"a {full[2:]}",
        "Beslut: rådet ställer sig bakom",
        LONG,
    ]


def test_a_bold_heading_and_its_text_stay_apart():
    page = Page()
    y = write_lines(page, TOP, *wrap(LONG))
    y = write_lines(page, y, "Beslut", bold=True)
    write_lines(page, y, *wrap(OTHER))
    document = read(page)
    assert texts(document) == [LONG, "Beslut", OTHER]
    assert [block.all_bold for block in document.blocks] == [False, True, False]


def test_larger_text_is_a_heading_by_its_size():
    page = Page()
    y = write_lines(page, TOP, "Protokoll", size=18, pitch=26)
    y = write_lines(page, y, "Öppnande", size=13, pitch=20)
    write_lines(page, y, *wrap(LONG))
    assert [(b.kind, b.level) for b in read(page).blocks] == [(BlockKind.HEADING, 1), (BlockKind.HEADING, 2), (BlockKind.PARAGRAPH, None)]


def test_bullets_are_list_items_and_their_lines_go_on_below_the_text():
    page = Page()
    y = TOP
    for text in (LONG, OTHER):
        write(page, LEFT, y, "•")
        y = write_lines(page, y, *wrap(text, width=RIGHT - LEFT - 18), x=LEFT + 18)
    write_lines(page, y, "Därefter avslutas mötet.")
    assert [(b.kind, b.number, b.text) for b in read(page).blocks] == [
        (BlockKind.LIST_ITEM, "•", LONG),
        (BlockKind.LIST_ITEM, "•", OTHER),
        (BlockKind.PARAGRAPH, None, "Därefter avslutas mötet."),
    ]


def test_a_dash_within_a_sentence_begins_no_item():
    first = "Rådet tackar för informationen om det nya arbetssättet i hela " + "y" * 12
    assert texts(read(lines(first, "– särskilt för uppföljningen – och lägger den till", *wrap(OTHER)))) == [
        f"{first} – särskilt för uppföljningen – och lägger den till",
        OTHER,
    ]


def test_typed_numbers_stay_in_the_text():
    assert texts(read(lines("1. Öppnande", "2. Föregående protokoll", "§ 4 Budget"))) == ["1. Öppnande", "2. Föregående protokoll", "§ 4 Budget"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("hälso-", "och sjukvård", "hälso- och sjukvård"),
        ("IT-", "stödet", "IT-stödet"),
        ("Anna-", "Karin", "Anna-Karin"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_kept(first, second, expected):
    filler = "z" * (75 - len(first) - 1)
    assert texts(read(lines(f"{filler} {first}", f"{second} redovisas senare"))) == [f"{filler} {expected} redovisas senare"]


def test_a_word_divided_at_the_end_of_a_line_is_whole_again_when_the_document_has_it_whole():
    filler = "Nu är det " * 6
    document = read(lines("En ny överenskommelse ska tas fram.", f"{filler}dags: överens-", "kommelse redovisas senare"))
    assert texts(document)[1] == f"{filler}dags: överenskommelse redovisas senare"


def test_a_wide_gap_is_a_tab():
    page = Page()
    write(page, LEFT, TOP, "Kim Exempel")
    write(page, LEFT + 200, TOP, "ordförande")
    assert texts(read(page)) == ["Kim Exempel\tordförande"]


def test_a_paragraph_goes_on_over_a_page_break():
    full = wrap(LONG)
    first, second = Page(), Page()
    write_lines(first, 80 + 2 * PITCH, *full[:2])
    write_lines(second, TOP, *full[2:])
    document = read(first, second)
    assert texts(document) == [LONG]
    assert document.blocks[0].page == 1


def headed(number: int, *rows: str) -> Page:
    page = Page()
    write(page, LEFT, HEIGHT - 40, "Region Exempel")
    write(page, LEFT + 300, HEIGHT - 40, "Minnesanteckningar")
    write(page, LEFT, 30, f"Sida {number} (3)")
    write_lines(page, HEIGHT - 100, *rows)
    return page


def test_headers_and_footers_are_set_aside_once_each():
    full = wrap(LONG)
    document = read(headed(1, *wrap(OTHER), *full[:2]), headed(2, *full[2:]), headed(3, "Mötet avslutas."))
    assert texts(document) == [OTHER, LONG, "Mötet avslutas."]
    assert [(b.id, b.text) for b in document.blocks if b.part is Part.HEADER] == [("h1", "Region Exempel\tMinnesanteckningar")]
    assert [(b.id, b.text) for b in document.blocks if b.part is Part.FOOTER] == [("f1", "Sida 1 (3)")]


def test_a_heading_that_begins_two_pages_is_no_header():
    document = read(lines("Protokoll", *wrap(LONG)), lines("Beslut", *wrap(OTHER)), lines("Beslut", *wrap(LONG)))
    assert texts(document).count("Beslut") == 2


def test_a_line_through_the_middle_of_text_strikes_it_and_one_below_does_not():
    page = Page()
    end = write(page, LEFT, TOP, "utgår")
    rule(page, LEFT, TOP + 3, end, TOP + 3)
    write(page, end + 6, TOP, "kvarstår")
    rule(page, end + 6, TOP - 1.5, end + 60, TOP - 1.5)
    (block,) = read(page).blocks
    assert (block.text, block.struck) == ("utgår kvarstår", ((0, 6),))


def test_a_link_annotation_is_a_link_over_its_words():
    page = Page()
    end = write(page, LEFT, TOP, "Se ")
    last = write(page, end, TOP, "bilaga 1")
    write(page, last, TOP, " i mappen")
    page.links.append(((end, TOP - 2, last, TOP + 9), "https://exempel.se/b1"))
    (block,) = read(page).blocks
    assert [(block.text[link.start : link.end], link.target) for link in block.links] == [("bilaga 1", "https://exempel.se/b1")]


def test_bold_words_are_bold_runs():
    page = Page()
    end = write(page, LEFT, TOP, "Beslut:", bold=True)
    write(page, end + 6, TOP, "bifalls")
    (block,) = read(page).blocks
    assert [(block.text[run.start : run.end].strip(), run.bold) for run in block.runs] == [("Beslut:", True), ("bifalls", False)]
    assert "".join(block.text[run.start : run.end] for run in block.runs) == block.text


def test_a_turned_page_is_read_as_it_is_seen():
    page = Page(rotate=90)
    for i, text in enumerate(("Första raden", "Andra raden")):
        coded = text.encode("cp1252").decode("latin-1")
        page.operators.append(f"BT /F1 10 Tf 0 1 -1 0 {100 + 12 * i} 80 Tm ({coded}) Tj ET")
    assert texts(read(page)) == ["Första raden", "Andra raden"]


def test_text_that_runs_up_the_margin_is_left_out_and_noted():
    page = lines("Protokoll")
    page.operators.append("BT /F1 10 Tf 0 1 -1 0 30 300 Tm (Dokument-ID 123) Tj ET")
    document = read(page)
    assert texts(document) == ["Protokoll"]
    assert document.notes == ("turned_text_left_out",)


def test_tags_tell_paragraphs_apart_that_their_lines_do_not():
    full = "Rådet tackar för informationen och lägger den till handlingarna samt ber gruppen"
    page = Page(tags=[("P", 0), ("P", 1), ("H2", 2)])
    long = wrap(LONG)
    page.operators.append("/P <</MCID 0>> BDC")
    y = write_lines(page, TOP, *long[:2], full[:75])
    page.operators.append("EMC")
    write(page, LEFT, y, "Rapporten delas ut.", mark=1)
    write(page, LEFT, y - PITCH, "Nästa möte", mark=2)
    document = read(page, tagged=True)
    assert texts(document)[1:] == ["Rapporten delas ut.", "Nästa möte"]
    assert (document.blocks[2].kind, document.blocks[2].level) == (BlockKind.HEADING, 2)


def test_a_scanned_file_says_so():
    with pytest.raises(errors.Scanned) as caught:
        read(Page(pictured=True), Page(pictured=True))
    assert caught.value.message == "Kunde inte läsas: inskannad bild utan text. Spara som Word eller PDF med text."


def test_a_scanned_file_with_a_stamp_on_every_page_is_scanned():
    stamped = lines("Signerat 2031-01-15")
    with pytest.raises(errors.Scanned):
        read(Page(stamped.operators, pictured=True), Page(stamped.operators, pictured=True))


def test_a_scanned_page_among_others_is_noted():
    document = read(lines(*wrap(LONG)), Page(pictured=True))
    assert document.notes == ("scanned_pages",)


def test_a_file_without_text_or_pictures_is_empty():
    with pytest.raises(errors.Empty):
        read(Page())


def test_a_file_with_a_password_says_so():
    words = "<" + "41" * 32 + ">"
    locked = f"/Encrypt<</Filter/Standard/V 1/R 2/O{words}/U{words}/P -4>>/ID[<41><41>]"
    with pytest.raises(errors.Encrypted):
        read(lines("hemligt"), trailer=locked)


def test_a_broken_file_is_malformed():
    with pytest.raises(errors.Malformed):
        read_document(b"%PDF-1.7\n" + b"skr\xe4p " * 400 + b"\n%%EOF")


@pytest.mark.parametrize("keep", [0.6, 0.98])
def test_a_file_cut_short_is_incomplete(keep):
    data = build_pdf([lines(*wrap(LONG))] * 3)
    with pytest.raises(errors.Truncated):
        read_document(data[: int(len(data) * keep)])


def test_a_file_made_for_the_web_that_is_cut_short_is_incomplete():
    data = build_pdf([lines("Protokoll")]).replace(b"%PDF-1.7\n", b"%PDF-1.7\n99 0 obj<</Linearized 1/L 999999>>endobj\n%%EOF\n")
    with pytest.raises(errors.Truncated):
        read_document(data)


def test_more_pages_than_minutes_have_are_refused():
    with pytest.raises(errors.TooLarge, match=str(pdf.MAX_PAGES)):
        read(*[Page()] * (pdf.MAX_PAGES + 1))


def test_a_pdf_says_that_it_is_one():
    document = read(lines("Protokoll"))
    assert (document.format, document.signed, document.blocks[0].page) == ("pdf", False, 1)


def test_a_signed_pdf_is_marked():
    data = build_pdf([lines("Protokoll")]).replace(b"%%EOF", b"99 0 obj<</Type/Sig/ByteRange[0 1 2 3]>>endobj\n%%EOF")
    assert read_document(data).signed
