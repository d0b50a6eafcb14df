"""Tables on PDF pages: ruled or not, merged, and over several pages."""

from __future__ import annotations

import pytest

from functions.model.document import Document
from functions.reading import read_document
from tests.reading.packages import texts
from tests.reading.pages import LEFT, PITCH, TOP, Page, build_pdf, draw_grid, rule, wrap, write, write_lines

LONG = (
    "Rådet diskuterar hur arbetet med övergångar kan samordnas bättre mellan enheterna och vilka underlag som behöver tas fram inför hösten. "
    "Gruppen har haft två möten sedan sist och redovisar sina förslag, som innebär att varje enhet utser en kontaktperson senast i mars."
)
OTHER = "Ekonomin redovisas muntligt. Prognosen visar ett mindre underskott som beror på hyror och på att två tjänster är nya."


def read(*pages: Page) -> Document:
    return read_document(build_pdf(pages))


def lines(*rows: str) -> Page:
    page = Page()
    write_lines(page, TOP, *rows)
    return page


COLUMNS = (70.0, 220.0, 525.0)


def table_page(rows: list[tuple[str, list[str]]], *, ruled: bool = True, top: float = TOP) -> Page:
    """A two-column table, cell by cell in the order that programs write it."""
    page = Page()
    heights = [top]
    y = top
    for label, paragraphs in rows:
        left = wrap(label, width=COLUMNS[1] - COLUMNS[0] - 10)
        right = [line for text in paragraphs for line in wrap(text, width=COLUMNS[2] - COLUMNS[1] - 10)]
        if label:
            write_lines(page, y - 10, *left, x=COLUMNS[0] + 5)
        write_lines(page, y - 10, *right, x=COLUMNS[1] + 5)
        y -= PITCH * max(len(left), len(right)) + 6
        heights.append(y)
    if ruled:
        draw_grid(page, COLUMNS, heights)
    return page


def cells(document: Document) -> list[tuple[int, int, str]]:
    return [(b.cell.row, b.cell.col, b.text) for b in document.blocks if b.cell]


ROWS = [("Punkt", ["Anteckning"]), ("1. Budget", [LONG, "Beslut: läggs till handlingarna."]), ("2. Remiss om ny taxa för hela regionen", [OTHER])]


@pytest.mark.parametrize("ruled", [True, False])
def test_the_cells_of_a_table_are_read_row_by_row(ruled):
    document = read(table_page(ROWS, ruled=ruled))
    assert cells(document) == [
        (0, 0, "Punkt"),
        (0, 1, "Anteckning"),
        (1, 0, "1. Budget"),
        (1, 1, LONG),
        (1, 1, "Beslut: läggs till handlingarna."),
        (2, 0, "2. Remiss om ny taxa för hela regionen"),
        (2, 1, OTHER),
    ]


def test_text_around_a_table_keeps_its_place():
    page = table_page(ROWS, top=TOP - 40)
    before, after = Page(), Page()
    write(before, LEFT, TOP, "Deltagare enligt lista.")
    write(after, LEFT, 100, "Nästa möte bestäms senare.")
    page = Page([*before.operators, *page.operators, *after.operators])
    document = read(page)
    assert (document.blocks[0].text, document.blocks[-1].text) == ("Deltagare enligt lista.", "Nästa möte bestäms senare.")
    assert len(cells(document)) == 7


def test_a_table_over_two_pages_is_one_and_its_heading_row_comes_once():
    document = read(table_page(ROWS), table_page([ROWS[0], ("3. Övrigt", ["Inget."])]))
    assert cells(document)[-2:] == [(3, 0, "3. Övrigt"), (3, 1, "Inget.")]
    assert [text for _, _, text in cells(document)].count("Punkt") == 1
    assert {b.cell.table for b in document.blocks if b.cell} == {0}
    assert [b.cell.header for b in document.blocks if b.cell][:3] == [True, True, False]


def test_a_row_that_a_page_break_cuts_is_one_row():
    document = read(table_page(ROWS[:2]), table_page([("", ["Frågan tas upp igen i mars."]), ("2. Övrigt", ["Inget."])]))
    assert cells(document)[4:] == [
        (1, 1, "Beslut: läggs till handlingarna."),
        (1, 1, "Frågan tas upp igen i mars."),
        (2, 0, "2. Övrigt"),
        (2, 1, "Inget."),
    ]


def test_a_row_cut_in_mid_sentence_is_one_row():
    first = table_page([*ROWS[:2], ("2. Budget för verksamheten under", ["Rådet beslutar att ställa sig bakom"])])
    second = table_page([("kommande år", ["förslaget."]), ("3. Övrigt", ["Inget."])])
    assert cells(read(first, second))[5:] == [
        (2, 0, "2. Budget för verksamheten under kommande år"),
        (2, 1, "Rådet beslutar att ställa sig bakom förslaget."),
        (3, 0, "3. Övrigt"),
        (3, 1, "Inget."),
    ]


def test_merged_cells_come_once_with_their_span():
    page = Page()
    write(page, 75, TOP - 12, "Rubrik över båda")
    write(page, 75, TOP - 32, "vänster")
    write(page, 305, TOP - 32, "höger")
    for y in (TOP, TOP - 20, TOP - 40):
        rule(page, 70, y, 525, y)
    rule(page, 70, TOP, 70, TOP - 40)
    rule(page, 525, TOP, 525, TOP - 40)
    rule(page, 300, TOP - 20, 300, TOP - 40)
    document = read(page)
    assert [(b.text, b.cell.row, b.cell.col, b.cell.col_span) for b in document.blocks if b.cell] == [
        ("Rubrik över båda", 0, 0, 2),
        ("vänster", 1, 0, 1),
        ("höger", 1, 1, 1),
    ]


def test_empty_cells_keep_their_place():
    page = Page()
    draw_grid(page, (70, 300, 525), (TOP, TOP - 20, TOP - 40))
    write(page, 75, TOP - 12, "Kim Exempel")
    write(page, 75, TOP - 32, "Alva Prov")
    write(page, 305, TOP - 32, "sekreterare")
    assert cells(read(page)) == [(0, 0, "Kim Exempel"), (0, 1, ""), (1, 0, "Alva Prov"), (1, 1, "sekreterare")]


def test_a_frame_around_a_text_is_no_table():
    page = lines("Inramad text")
    draw_grid(page, (60, 400), (TOP + 20, TOP - 10))
    document = read(page)
    assert cells(document) == []
    assert texts(document) == ["Inramad text"]


def test_columns_of_single_lines_stay_lines_with_tabs():
    page = Page()
    for i in range(5):
        write(page, LEFT, TOP - i * 20, f"Namn {i}")
        write(page, LEFT + 200, TOP - i * 20, "ledamot")
    assert texts(read(page)) == [f"Namn {i}\tledamot" for i in range(5)]


def label_list(*rows: tuple[str, str], pitch: float = PITCH) -> Page:
    """Labels and what they stand for, line by line and close together, as tabs set them."""
    page = Page()
    for i, (label, text) in enumerate(rows):
        if label:
            write(page, LEFT, TOP - i * pitch, label)
        write(page, LEFT + 130, TOP - i * pitch, text)
    return page


def test_labels_on_lines_close_together_are_rows_of_their_own():
    page = label_list(
        ("Tid", "kl. 10.00"),
        ("Plats", "Sal 2"),
        ("Beslutande", "Kim Exempel, ordförande"),
        ("", "Alva Prov"),
        ("", "Bo Försök"),
        ("Övriga", "Åsa Nål"),
    )
    assert cells(read(page)) == [
        (0, 0, "Tid"),
        (0, 1, "kl. 10.00"),
        (1, 0, "Plats"),
        (1, 1, "Sal 2"),
        (2, 0, "Beslutande"),
        (2, 1, "Kim Exempel, ordförande"),
        (2, 1, "Alva Prov"),
        (2, 1, "Bo Försök"),
        (3, 0, "Övriga"),
        (3, 1, "Åsa Nål"),
    ]


def test_a_label_that_wraps_beside_lines_set_further_apart_is_one_cell():
    page = Page()
    for top, label, names in (
        (TOP, ("Arbetsgivarens", "företrädare"), ("Kim Exempel", "Alva Prov")),
        (TOP - 40, ("Övriga",), ("Bo Försök", "Åsa Nål")),
        (TOP - 80, ("Frånvarande",), ("Noa Lind",)),
    ):
        write_lines(page, top, *label, x=LEFT)
        write_lines(page, top, *names, x=LEFT + 130, pitch=19)
    assert cells(read(page)) == [
        (0, 0, "Arbetsgivarens företrädare"),
        (0, 1, "Kim Exempel"),
        (0, 1, "Alva Prov"),
        (1, 0, "Övriga"),
        (1, 1, "Bo Försök"),
        (1, 1, "Åsa Nål"),
        (2, 0, "Frånvarande"),
        (2, 1, "Noa Lind"),
    ]


def test_the_longest_line_of_a_column_without_rules_does_not_swallow_the_next():
    page = label_list(
        ("Närvarande", "Kim Exempel"),
        ("", "Alva Prov, förvaltningssekreterare, sekreterare"),
        ("", "Bo Försök, sakkunnig"),
        ("Frånvarande", "Åsa Nål"),
    )
    assert (0, 1, "Bo Försök, sakkunnig") in cells(read(page))


def test_a_list_of_names_and_titles_is_no_table_though_some_titles_wrap():
    rows = [(f"Namn {i}", f"ledamot {i}") for i in range(8)]
    page = label_list(*rows[:4], ("", "(ordförande)"), *rows[4:], ("", "(adjungerad)"))
    document = read(page)
    assert cells(document) == []
    assert texts(document)[2:5] == ["Namn 2\tledamot 2", "Namn 3\tledamot 3", "(ordförande)"]


def test_the_entries_of_a_list_in_columns_are_paragraphs_however_full_their_lines():
    full = ["Namn ett", "Namn två", "Namn tre"]
    page = Page()
    for i, name in enumerate(full):
        write(page, LEFT, TOP - i * PITCH, name)
        write(page, LEFT + 130, TOP - i * PITCH, "ledamot " + "x" * 45)
    assert texts(read(page)) == [f"{name}\tledamot {'x' * 45}" for name in full]


def point_table(page: Page, top: float, title: str, *rows: tuple[str, str]) -> float:
    """A ruled table with a title in bold across both columns; gives its foot."""
    heights = [top - 20 * i for i in range(len(rows) + 2)]
    write(page, 75, top - 13, title, bold=True)
    for i, (label, text) in enumerate(rows):
        write(page, 75, top - 33 - 20 * i, label)
        write(page, 225, top - 33 - 20 * i, text)
    for y in heights:
        rule(page, 70, y, 525, y)
    for x, begins in ((70, heights[0]), (220, heights[1]), (525, heights[0])):
        rule(page, x, begins, x, heights[-1])
    return heights[-1]


def test_a_table_for_each_point_begins_anew_at_the_top_of_a_page():
    first, second = Page(), Page()
    y = point_table(first, TOP, "1. Inledning", ("Vad sades", "Mötet öppnas."), ("Vi bestämde", "Inget."))
    point_table(first, y - 30, "2. Budget", ("Vad sades", "Prognosen håller."))
    point_table(second, TOP, "3. Övrigt", ("Vad sades", "Inget."))
    assert [(b.cell.table, b.cell.row) for b in read(first, second).blocks if b.text[:1].isdigit()] == [(0, 0), (1, 0), (2, 0)]


def marked_page(*rows: tuple[str, str, str]) -> Page:
    """Rows whose labels have a number in bold and a remark below it."""
    page = Page()
    for i, (mark, remark, text) in enumerate(rows):
        write(page, 75, TOP - 12 - 40 * i, mark, bold=True)
        write(page, 75, TOP - 12 - 40 * i - (PITCH if mark else 0), remark)
        write(page, 225, TOP - 12 - 40 * i, text)
    draw_grid(page, COLUMNS, [TOP - 40 * i for i in range(len(rows) + 1)])
    return page


def test_a_label_cut_by_a_page_break_goes_on_though_a_sentence_begins_there():
    first = marked_page(
        ("Punkt", "", "Utfall"), ("§ 1", "Mötet öppnas.", "-"), ("§ 2", "Gäller maj.", "Klart"), ("§ 3", "Minus.", "-"), ("§ 4", "Underskott.", "Ja")
    )
    second = marked_page(("", "Övertiden minskar.", ""), ("§ 5", "Inget.", "-"))
    assert [(b.cell.row, b.text) for b in read(first, second).blocks if b.cell and b.cell.col == 0][-4:] == [
        (4, "Underskott."),
        (4, "Övertiden minskar."),
        (5, "§ 5"),
        (5, "Inget."),
    ]
