"""Where paragraphs of a PDF end: what had room on the line above, how far lines stand apart, and words that were cut for want of room."""

from __future__ import annotations

import pytest

from functions.model.document import Document, Part
from functions.reading import read_document
from tests.reading.packages import texts
from tests.reading.pages import HEIGHT, LEFT, PITCH, RIGHT, SIZE, TOP, Page, build_pdf, draw_grid, wrap, write, write_lines

LETTER = 0.6 * SIZE
LONG = (
    "Gruppen har haft två möten sedan sist och redovisar sina förslag, som innebär att varje enhet utser en kontaktperson senast i mars "
    "och att rutinen sedan prövas under våren på två enheter innan den införs på alla andra enheter."
)


def read(*pages: Page, tagged: bool = False) -> Document:
    return read_document(build_pdf(pages, tagged=tagged))


def cell_page(width: int, *lines: str, labels: tuple[str, ...] = ("Budget",), pitch: float = PITCH) -> Page:
    """A ruled row whose second cell has room for so many letters."""
    page = Page()
    edge = 200 + 10 + width * LETTER
    draw_grid(page, (100, 200, edge), (TOP, TOP - 20 - pitch * len(lines), TOP - 60 - pitch * len(lines)))
    write_lines(page, TOP - 12, *labels, x=105)
    write_lines(page, TOP - 12, *lines, x=205, pitch=pitch)
    return page


def in_cell(page: Page, col: int = 1) -> list[str]:
    return [b.text for b in read(page).blocks if b.cell and (b.cell.row, b.cell.col) == (0, col)]


def test_a_line_on_which_the_next_word_only_just_had_room_ends_its_paragraph():
    # 18 letters, a blank and four letters: 23, of 23 that have room.
    assert in_cell(cell_page(23, "Remiss om ny taxan", "Inga synpunkter på den")) == ["Remiss om ny taxan", "Inga synpunkter på den"]


def test_a_line_on_which_the_next_word_only_just_had_no_room_goes_on():
    assert in_cell(cell_page(22, "Remiss om ny taxan", "Inga synpunkter på det")) == ["Remiss om ny taxan Inga synpunkter på det"]


def test_a_paragraph_set_slightly_apart_is_one_of_its_own():
    page = Page()
    full = wrap(LONG)
    y = write_lines(page, TOP, *full[:2])
    write_lines(page, y - 2.5, *wrap("Enheten " + LONG)[:2])
    assert len(read(page).blocks) == 2


def test_single_lines_far_apart_are_never_one_paragraph_however_long():
    names = ["Kim Exempel, " + "x" * 60, "Alva Prov, " + "y" * 58, "Bo Försök-Test, " + "z" * 50]
    page = Page()
    write_lines(page, TOP, *names, pitch=2.3 * SIZE)
    assert texts(read(page)) == names


def test_double_lines_are_still_paragraphs():
    page = Page()
    write_lines(page, TOP, *wrap(LONG), pitch=2 * SIZE)
    assert texts(read(page)) == [LONG]


def test_a_sentence_that_ends_with_a_full_last_line_of_a_page_goes_on():
    first, second = Page(), Page()
    full = wrap(LONG)
    assert len(full) > 2
    closed = full[1][:-1] + "."
    write_lines(first, 80 + PITCH, full[0], closed)
    write_lines(second, TOP, "Underlaget skickas ut i god tid.")
    assert texts(read(first, second)) == [f"{full[0]} {closed} Underlaget skickas ut i god tid."]


def test_a_short_clause_at_the_foot_of_a_page_is_not_the_next_one():
    first, second = Page(), Page()
    write_lines(first, 80 + 4 * PITCH, *wrap(LONG), "att anse frågan utagerad,")
    write_lines(second, TOP, "att lägga skrivelsen till handlingarna.")
    assert texts(read(first, second))[1:] == ["att anse frågan utagerad,", "att lägga skrivelsen till handlingarna."]


def test_a_label_that_goes_on_over_a_line_stays_whole():
    filler = "Förslag på läkare och sjuksköterskor till den nya arbetsgruppen för Regional"
    rest = "Palliativ Vårdprocess: inkom med förslag på läkare som kan delta"
    assert len(filler) * LETTER <= RIGHT - LEFT + 5
    page = Page()
    write_lines(page, TOP, filler, rest, *wrap(LONG, width=RIGHT - LEFT))
    assert texts(read(page))[0] == f"{filler} {rest}"


def test_a_word_that_a_narrow_cell_cuts_is_whole():
    page = cell_page(30, "Rådet har inget att anföra om", "det.", labels=("Föregående", "mötesanteckning", "ar"))
    assert in_cell(page, 0) == ["Föregående mötesanteckningar"]


@pytest.mark.parametrize("after", ["till", "samt"])
def test_a_word_that_fills_its_cell_is_not_glued_to_the_word_after_it(after):
    page = cell_page(30, f"Det går {after} gruppen och", f"också {after} oss.", labels=("mötesanteckning", f"{after} alla"))
    assert in_cell(page, 0) == [f"mötesanteckning {after} alla"]


def test_a_new_line_within_a_tagged_paragraph_is_kept():
    page = Page(tags=[("P", 0), ("P", 1)])
    page.operators.append("/P <</MCID 0>> BDC")
    y = write_lines(page, TOP, "Beslutande: Kim Exempel, ordförande", "Alva Prov, Reumatikerföreningen", "Bo Försök, Njurföreningen")
    page.operators.append("EMC")
    page.operators.append("/P <</MCID 1>> BDC")
    write_lines(page, y, *wrap(LONG))
    page.operators.append("EMC")
    assert texts(read(page, tagged=True)) == [
        "Beslutande: Kim Exempel, ordförande\nAlva Prov, Reumatikerföreningen\nBo Försök, Njurföreningen",
        LONG,
    ]


def test_words_that_only_a_narrow_gap_parts_are_two_when_a_capital_follows_it():
    page = Page()
    page.operators.append(f"BT /F1 10 Tf 1 0 0 1 {LEFT} {TOP} Tm [(Vid protokollet) -180 (Justeras)] TJ ET")
    assert texts(read(page)) == ["Vid protokollet Justeras"]


def test_a_gap_unlike_the_blanks_of_its_line_is_a_tab():
    page = Page()
    page.operators.append(f"BT /F1 10 Tf 1 0 0 1 {LEFT} {TOP} Tm (Kim Exempel) Tj 79.4 0 Td (Alva Prov, Bo Nål) Tj ET")
    assert texts(read(page)) == ["Kim Exempel\tAlva Prov, Bo Nål"]


def test_two_blanks_between_sentences_are_no_tab():
    page = Page()
    write_lines(page, TOP, "Mötet öppnas kl. nio.  Dagordningen godkänns av alla.")
    assert texts(read(page)) == ["Mötet öppnas kl. nio. Dagordningen godkänns av alla."]


def test_the_name_of_a_file_after_a_full_line_is_a_paragraph():
    page = Page()
    full = "Rådet tackar för informationen och önskar en ny redovisning efter sommaren."
    assert len(full) * LETTER <= RIGHT - LEFT < (len(full) + 5) * LETTER
    write_lines(page, TOP, full, "Underlag vårdval barn.pptx", *wrap(LONG))
    assert texts(read(page)) == [full, "Underlag vårdval barn.pptx", LONG]


def test_what_the_tags_leave_out_at_the_top_of_the_only_page_is_its_header():
    page = Page(tags=[("P", 0), ("P", 1)])
    write_lines(page, HEIGHT - 30, "Region Exempel")
    for mark, text in enumerate(("Protokoll", "Mötet öppnas.")):
        write(page, LEFT, TOP - mark * 30, text, mark=mark)
    document = read(page, tagged=True)
    assert [(b.part, b.text) for b in document.blocks] == [(Part.BODY, "Protokoll"), (Part.BODY, "Mötet öppnas."), (Part.HEADER, "Region Exempel")]
