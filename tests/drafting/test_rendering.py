import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.drafting import context_of, render_draft, render_underlag, render_with_fallback
from functions.drafting.finishing import cells_of, rows_of
from functions.drafting.papers import DRAFT, Chosen
from functions.drafting.sample import sample_agenda, sample_doubts, sample_register
from functions.errors import BadTemplate
from functions.model.doubts import Asked
from functions.model.minutes import Doubt
from functions.model.register import RowKind, RowStatus

from .council import APRIL, HELD, MAY, draft, due, register, row
from .word_files import changed, part_of, tags_of, with_paragraph, words_of


def test_the_same_agenda_gives_the_same_bytes() -> None:
    assert render_draft(sample_agenda()) == render_draft(sample_agenda())
    first = render_underlag(sample_agenda(), sample_register(), doubts=sample_doubts())
    assert first == render_underlag(sample_agenda(), sample_register(), doubts=sample_doubts())


def test_no_time_of_day_is_in_the_file() -> None:
    data = render_draft(sample_agenda())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"
    assert "dcterms:created" not in part_of(data, "docProps/core.xml")


def test_every_line_task_and_meeting_stands_in_a_control_of_its_own() -> None:
    agenda = sample_agenda()
    tags = tags_of(render_draft(agenda))
    wanted = [f"dg:{line.tag}" for line in agenda.lines] + [f"dg:{part.tag}" for line in agenda.lines for part in line.parts]
    assert set(wanted) <= set(tags)
    assert {"dg:meeting-2026-05-28-0900", "dg:meeting-2026-09-10", "dg:meeting-when"} <= set(tags)
    assert len(tags) == len(set(tags)) and max(map(len, tags)) <= 64


def test_control_ids_are_unique_and_no_control_is_locked() -> None:
    xml = part_of(render_draft(sample_agenda()))
    ids = re.findall(r'<w:id w:val="(\d+)"/>', xml)
    assert len(ids) == len(set(ids)) == xml.count("<w:sdtPr>")
    assert "<w:lock" not in xml


def test_a_short_appendix_is_not_broken_over_pages_and_the_agenda_may_be() -> None:
    def held(count: int) -> list[bool]:
        agenda = draft(*(row(f"{at:02}", RowKind.ACTION, f"Bo mäter rum {at}") for at in range(count)))
        lines, appendix = Document(io.BytesIO(render_draft(agenda))).element.body.iter(qn("w:tbl"))
        assert not [one for one in rows_of(lines)[1:3] if next(one.iter(qn("w:keepNext")), None) is not None]
        return [next(one.iter(qn("w:keepNext")), None) is not None for one in rows_of(appendix)[1:]]

    assert held(8 + 5) == [True, True, True, True, False]
    assert not any(held(8 + 15))


def test_a_table_of_the_sheet_fills_the_page_that_it_begins_on() -> None:
    rows = [row(f"{at:02}", RowKind.ACTION, f"Bo mäter rum {at}", status=RowStatus.PROPOSED) for at in range(5)]
    (left,) = Document(io.BytesIO(render_underlag(draft(*rows), register(*rows)))).element.body.iter(qn("w:tbl"))
    assert [next(one.iter(qn("w:keepNext")), None) is not None for one in rows_of(left)] == [True, *[False] * 5]
    assert left.getprevious().find(qn("w:pPr") + "/" + qn("w:keepNext")) is not None


def test_the_header_row_is_repeated_and_rows_stay_on_one_page() -> None:
    lines, appendix = Document(io.BytesIO(render_draft(sample_agenda()))).element.body.iter(qn("w:tbl"))
    for table in (lines, appendix):
        first, *rest = rows_of(table)
        short = [one for one in rest if len(list(one.iter(qn("w:p")))) < 10]
        assert first.find(qn("w:trPr") + "/" + qn("w:tblHeader")) is not None
        assert short and all(one.find(qn("w:trPr") + "/" + qn("w:cantSplit")) is not None for one in (first, *short))
        assert not any(True for _ in table.iter(qn("w:gridSpan"), qn("w:vMerge")))


def test_a_long_follow_up_may_run_over_to_the_next_page() -> None:
    agenda = draft(*(row(f"k{index}", RowKind.ACTION, f"Sara skriver rutin {index}") for index in range(8)))
    (table,) = Document(io.BytesIO(render_draft(agenda))).element.body.iter(qn("w:tbl"))
    loose = [one for one in rows_of(table) if one.find(qn("w:trPr") + "/" + qn("w:cantSplit")) is None]
    assert len(loose) == 1


def test_a_column_that_stays_empty_is_left_out_and_the_table_keeps_its_width() -> None:
    def columns(data: bytes) -> tuple[list[str], int]:
        table = next(Document(io.BytesIO(data)).element.body.iter(qn("w:tbl")))
        heads = ["".join(node.text for node in cell.iter(qn("w:t"))) for cell in cells_of(rows_of(table)[0])]
        grid = [int(column.get(qn("w:w"))) for column in table.find(qn("w:tblGrid"))]
        assert {len(cells_of(one)) for one in rows_of(table)} == {len(heads)} == {len(grid)}
        return heads, sum(grid)

    assert columns(render_draft(sample_agenda())) == (["Nr", "Tid", "Ärende", "Typ", "Föredragande"], 9638)
    assert columns(render_draft(draft(row("a", RowKind.ACTION, "Sara skriver")))) == (["Nr", "Ärende", "Typ"], 9638)


def test_no_paragraph_is_empty_for_the_sake_of_spacing() -> None:
    for data in (render_draft(sample_agenda()), render_underlag(sample_agenda(), sample_register(), doubts=sample_doubts())):
        body = Document(io.BytesIO(data)).element.body
        empty = [p for p in body.iter(qn("w:p")) if not any(node.text for node in p.iter(qn("w:t")))]
        assert all(p.getparent().tag == qn("w:tc") and len(p.getparent().findall(qn("w:p"))) == 1 for p in empty)


def test_the_link_to_the_earlier_minutes_bears_their_title_and_a_relative_address() -> None:
    data = render_draft(sample_agenda())
    rels = part_of(data, "word/_rels/document.xml.rels")
    assert "../2026/2026-03-19%20M%C3%B6tesanteckningar%20Samordningsr%C3%A5d%20exempel.docx" in rels
    link = re.search(r"<w:hyperlink .*?</w:hyperlink>", part_of(data))
    assert link and ">2026-03-19 Mötesanteckningar Samordningsråd exempel<" in link[0]


def test_the_file_says_its_title_author_and_language() -> None:
    core = Document(io.BytesIO(render_draft(sample_agenda()))).core_properties
    assert (core.title, core.author, core.language) == (
        "Förslag till dagordning: Samordningsråd exempel 2026-04-23",
        "Samordningsråd exempel",
        "sv-SE",
    )
    assert 'w:lang w:val="sv-SE"' in part_of(render_draft(sample_agenda()), "word/styles.xml")


def test_characters_that_mean_something_to_xml_or_jinja_arrive_as_text() -> None:
    text = "A & B <c> {{ 7*7 }} {% if %} ”citat” 😀 نور"
    assert text in words_of(render_draft(draft(row("a", RowKind.TABLED, text))))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80), st.text(max_size=40))
def test_whatever_the_minutes_hold_the_draft_is_a_readable_word_file(text: str, owner: str) -> None:
    agenda = draft(row("a", RowKind.ACTION, text, owners=(owner,)), row("b", RowKind.ANNOUNCED, text, owners=(owner,)))
    assert words_of(render_draft(agenda)).startswith("Förslag till dagordning\n")


def test_an_undated_draft_says_so() -> None:
    assert "Datum är inte bestämt" in words_of(render_draft(draft(meetings=HELD)))


def test_nothing_for_the_secretary_stands_in_the_draft() -> None:
    agenda = draft(
        row("a", RowKind.ACTION, "Sara skriver", status=RowStatus.PROPOSED),
        row("b", RowKind.ACTION, "Per ringde", status=RowStatus.SEEMS_DONE),
        row("c", RowKind.ACTION, "Eva räknar", owners=("Eva Lund",), meetings_followed=6, times_postponed=3),
        meetings=(*HELD, replace(APRIL, place=None), MAY),
    )
    words = words_of(render_draft(agenda))
    assert agenda.notes and not any(note in words for note in agenda.notes)
    assert not any(word in words for word in ("Sara", "Per ringde", "ej bekräftad", "Därför står", "försen", "gånger"))
    assert "Eva Lund" in words


def test_a_day_that_has_passed_never_stands_beside_a_name() -> None:
    late = row("a", RowKind.ACTION, "Eva räknar", owners=("Eva Lund",), due=due("2026-02-27"))
    ahead = row("b", RowKind.ACTION, "Bo räknar", owners=("Bo Ek",), due=due("2026-05-20"))
    parts = next(line["parts"] for line in context_of(draft(late, ahead))["lines"] if line["parts"])
    assert [part["due"] for part in parts] == ["", "20 maj"]


def test_the_sheet_holds_questions_quotes_and_what_was_left_out() -> None:
    words = words_of(render_underlag(sample_agenda(), sample_register(), doubts=sample_doubts(), notes=("Mallen kunde inte användas.",)))
    for wanted in (
        "Vem är Helena? Helena Ek / Helena Lind / Ingen av dem",
        "Mallen kunde inte användas.",
        "Därför står den här: ”Frågan bordläggs till mötet den 23 april.”",
        "Inte med den här gången",
        "väntar på svar från Region Söder",
        "Verkar klar",
        "”Anna har talat med fotterapeuterna” 19 mars, punkt 4",
    ):
        assert wanted in words


def test_the_sheet_of_a_council_without_anything_is_short_and_whole() -> None:
    words = words_of(render_underlag(draft(), register()))
    assert "Frågor till dig" not in words and "Verkar klar" not in words and "Inte med" not in words


def test_a_quote_that_must_stay_in_its_file_is_not_on_the_sheet() -> None:
    hidden = row("a", RowKind.TABLED, "Fotvård")
    hidden = replace(hidden, quotes=(replace(hidden.quotes[0], text=None),))
    agenda = draft(hidden)
    assert "Därför står den här: ”(innehåller personuppgift, se filen)”" in words_of(render_underlag(agenda, register(hidden)))


def test_a_question_without_a_file_stands_alone() -> None:
    words = words_of(render_underlag(draft(), register(), doubts=(Asked(Doubt("d", "date", "Vilken dag var mötet?"), ("",)),)))
    assert any(line.strip() == "Vilken dag var mötet?" for line in words.splitlines())


def test_an_unknown_field_is_named_with_its_paragraph() -> None:
    with pytest.raises(BadTemplate, match=r"”motesdatum”, som inte finns\. Stycket: ”Datum: \{\{ motesdatum \}\}”"):
        render_draft(sample_agenda(), template=with_paragraph("Datum: {{ motesdatum }}"))


def test_a_syntax_error_is_told_with_its_paragraph() -> None:
    with pytest.raises(BadTemplate, match=r"skrivfel.*Här är fel"):
        render_draft(sample_agenda(), template=with_paragraph("Här är fel {{ council"))


def _by_template(template: bytes) -> tuple[bytes, str | None]:
    return render_with_fallback(lambda data: render_draft(sample_agenda(), template=data), chosen=Chosen("Fjäll.docx", template))


def test_a_broken_template_gives_way_to_the_default_and_the_secretary_is_told() -> None:
    data, note = _by_template(with_paragraph("{% if %}"))
    assert data == render_draft(sample_agenda())
    assert note and "Mallen ”Fjäll.docx” kunde inte användas" in note and "standardmallen" in note


def test_a_good_template_is_used_without_a_note() -> None:
    data, note = _by_template(with_paragraph("Region Fjäll {{ meeting.day }}"))
    assert note is None
    assert "Region Fjäll torsdag 23 april 2026" in words_of(data)


def test_the_reference_to_an_organisations_own_template_is_dropped() -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" TargetMode="External" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.org/x.dotm"/></Relationships>'
    )
    names = '<w:settings xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    attached = changed(
        "word/settings.xml",
        lambda xml: re.sub(r"(<w:zoom[^>]*/>)", r'\1<w:attachedTemplate r:id="rId1"/>', xml.replace("<w:settings ", names, 1)),
        template=changed("word/_rels/settings.xml.rels", lambda _: rels),
    )
    data = render_draft(sample_agenda(), template=attached)
    assert "attachedTemplate" not in part_of(data, "word/settings.xml")
    assert "example.org" not in data.decode("latin-1")


def test_comments_for_those_who_write_a_template_never_come_into_a_draft() -> None:
    document = Document(io.BytesIO(DRAFT.default()))
    document.add_comment(document.paragraphs[0].runs, text="Skriv rådets namn här", author="Mallskrivare", initials="M")
    out = io.BytesIO()
    document.save(out)
    data = render_draft(sample_agenda(), template=out.getvalue())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
        assert not [name for name in package.namelist() if "comment" in name or "people" in name]
    assert b"comment" not in everything and b"Mallskrivare" not in everything and b"Skriv r" not in everything
