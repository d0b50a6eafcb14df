"""Tables: merged, nested, ragged and tracked."""

from __future__ import annotations

import pytest

from functions.model.document import Cell
from tests.reading.packages import p, read, tbl, tc, texts, tr

DEL = '<w:del w:id="1" w:author="A"/>'
INS = '<w:ins w:id="1" w:author="A"/>'


def cells(document):
    return [(b.text, b.cell.row, b.cell.col, b.cell.row_span, b.cell.col_span) for b in document.blocks if b.cell]


def test_cells_know_their_place():
    document = read(tbl(tr(tc("a"), tc("b")), tr(tc("c"), tc(p("d") + p("e")))))
    assert cells(document) == [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 1, 0, 1, 1), ("d", 1, 1, 1, 1), ("e", 1, 1, 1, 1)]


def test_tables_are_numbered_through_the_document():
    document = read(tbl(tr(tc("a"))) + p() + tbl(tr(tc("b"))))
    assert [b.cell.table for b in document.blocks if b.cell] == [0, 1]


def test_a_cell_over_several_columns_comes_once_with_its_span():
    document = read(tbl(tr(tc("bred", '<w:gridSpan w:val="2"/>'), tc("c")), tr(tc("d"), tc("e"), tc("f"))))
    assert cells(document)[:2] == [("bred", 0, 0, 1, 2), ("c", 0, 2, 1, 1)]


def test_a_cell_over_several_rows_comes_once_with_its_span():
    rows = (
        tr(tc("hög", '<w:vMerge w:val="restart"/>'), tc("b")),
        tr(tc("dolt", "<w:vMerge/>"), tc("d")),
        tr(tc("", '<w:vMerge w:val="continue"/>'), tc("f")),
    )
    document = read(tbl(*rows, tr(tc("g"), tc("h"))))
    assert cells(document) == [("hög", 0, 0, 3, 1), ("b", 0, 1, 1, 1), ("d", 1, 1, 1, 1), ("f", 2, 1, 1, 1), ("g", 3, 0, 1, 1), ("h", 3, 1, 1, 1)]


def test_two_merged_cells_one_under_another_stay_apart():
    restart, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = read(tbl(tr(tc("a", restart)), tr(tc("", go_on)), tr(tc("b", restart)), tr(tc("", go_on))))
    assert cells(document) == [("a", 0, 0, 2, 1), ("b", 2, 0, 2, 1)]


def test_a_continued_cell_with_nothing_above_is_a_cell():
    assert cells(read(tbl(tr(tc("a", "<w:vMerge/>")), tr(tc("b", "<w:vMerge/>"))))) == [("a", 0, 0, 2, 1)]


def test_a_cell_whose_origin_was_in_a_deleted_row_is_shown():
    rows = tr(tc("borta", '<w:vMerge w:val="restart"/>'), properties=DEL), tr(tc("kvar", "<w:vMerge/>"))
    assert cells(read(tbl(*rows))) == [("kvar", 0, 0, 1, 1)]


def test_a_row_that_begins_further_in_keeps_its_columns():
    document = read(tbl(tr(tc("a"), tc("b"), tc("c")), tr(tc("d"), properties='<w:gridBefore w:val="2"/>')))
    assert cells(document)[-1] == ("d", 1, 2, 1, 1)


def test_ragged_rows_are_read():
    assert cells(read(tbl(tr(tc("a")), tr(tc("b"), tc("c"), tc("d")), tr(tc("e"), tc("f"))))) == [
        ("a", 0, 0, 1, 1),
        ("b", 1, 0, 1, 1),
        ("c", 1, 1, 1, 1),
        ("d", 1, 2, 1, 1),
        ("e", 2, 0, 1, 1),
        ("f", 2, 1, 1, 1),
    ]


@pytest.mark.parametrize("span", ["0", "-4", "x", "99999999999"])
def test_senseless_spans_count_as_one(span):
    assert cells(read(tbl(tr(tc("a", f'<w:gridSpan w:val="{span}"/>'), tc("b"))))) == [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1)]


def test_cells_merged_sideways_in_the_old_way_come_once():
    document = read(tbl(tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("", '<w:hMerge w:val="continue"/>'), tc("c"))))
    assert cells(document) == [("a", 0, 0, 1, 2), ("c", 0, 2, 1, 1)]


def test_text_in_a_cell_merged_sideways_is_not_lost():
    document = read(tbl(tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("b", '<w:hMerge w:val="continue"/>'))))
    assert cells(document) == [("a", 0, 0, 1, 2), ("b", 0, 0, 1, 2)]


def test_a_nested_table_knows_the_cell_it_stands_in():
    inner = tbl(tr(tc("inre")))
    document = read(tbl(tr(tc("a"), tc(p("före") + inner + p("efter")))))
    assert texts(document) == ["a", "före", "inre", "efter"]
    assert document.blocks[2].cell == Cell(1, 0, 0, outer=Cell(0, 0, 1))
    assert document.blocks[3].cell == Cell(0, 0, 1)


def test_heading_rows_are_marked():
    heading = "<w:tblHeader/>"
    document = read(tbl(tr(tc("Punkt"), properties=heading), tr(tc("1")), tr(tc("2"), properties=heading)))
    assert [b.cell.header for b in document.blocks if b.cell] == [True, False, False]


def test_a_deleted_row_is_not_read():
    assert cells(read(tbl(tr(tc("a")), tr(tc("borta"), properties=DEL), tr(tc("c"))))) == [("a", 0, 0, 1, 1), ("c", 1, 0, 1, 1)]


def test_an_inserted_row_is_read():
    assert texts(read(tbl(tr(tc("a")), tr(tc("ny"), properties=INS)))) == ["a", "ny"]


def test_a_deleted_cell_is_not_read():
    assert cells(read(tbl(tr(tc("a"), tc("borta", '<w:cellDel w:id="1"/>'), tc("c"))))) == [("a", 0, 0, 1, 1), ("c", 0, 1, 1, 1)]


def test_an_inserted_cell_is_read():
    assert texts(read(tbl(tr(tc("a"), tc("ny", '<w:cellIns w:id="1"/>'))))) == ["a", "ny"]


def test_a_tracked_merge_is_accepted():
    rows = tr(tc("a", '<w:cellMerge w:id="1" w:vMerge="rest"/>')), tr(tc("", '<w:cellMerge w:id="2" w:vMerge="cont"/>'))
    assert cells(read(tbl(*rows))) == [("a", 0, 0, 2, 1)]


@pytest.mark.parametrize("wrapped", ['<w:ins w:id="1">{}</w:ins>', '<w:customXml w:element="x">{}</w:customXml>'])
def test_rows_and_cells_are_found_inside_what_wraps_them(wrapped):
    assert texts(read(tbl(wrapped.format(tr(wrapped.format(tc("a")), tc("b")))))) == ["a", "b"]


def test_deleted_rows_wrapped_whole_are_not_read():
    assert texts(read(tbl(tr(tc("a")), f'<w:del w:id="1">{tr(tc("borta"))}</w:del>'))) == ["a"]


def test_a_table_without_rows_gives_nothing():
    assert texts(read(p("a") + tbl() + p("b"))) == ["a", "b"]


STYLES = (
    '<w:style w:type="table" w:styleId="Rutnät"><w:name w:val="Rutnät"/><w:rPr><w:i/></w:rPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:strike/></w:rPr></w:tblStylePr></w:style>'
)


@pytest.mark.parametrize("look", ['<w:tblLook w:firstRow="1" w:firstColumn="0" w:val="0080"/>', '<w:tblLook w:val="0020"/>'])
def test_the_looks_of_a_table_style_hold_where_the_table_asks_for_them(look):
    document = read(tbl(tr(tc("a")), tr(tc("b")), properties=f'<w:tblStyle w:val="Rutnät"/>{look}'), styles=STYLES)
    assert [(run.bold, run.italic, run.strike) for b in document.blocks for run in b.runs] == [(True, True, False), (False, True, False)]
