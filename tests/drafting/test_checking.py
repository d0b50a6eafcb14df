import re
from collections.abc import Callable

import pytest

from functions.drafting import check_template
from functions.drafting.papers import DRAFT, SHEET
from tests.reading.packages import build, p, tbl, tc, tr

from .word_files import changed, with_paragraph


def _body(change: Callable[[str], str]) -> bytes:
    return changed("word/document.xml", change)


def test_the_templates_that_come_with_the_program_have_nothing_to_mend() -> None:
    assert check_template(DRAFT.default()) == []
    assert check_template(SHEET.default(), paper=SHEET) == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (with_paragraph("{{ kommun }}"), "unknown_field"),
        (with_paragraph("{{ meeting.dag }}"), "unknown_field"),
        (with_paragraph("{% for l in lines %}{% for p in l.parts %}{{ p.namn }}{% endfor %}{% endfor %}"), "unknown_field"),
        (with_paragraph("{% if hemligt %}a{% endif %}"), "unknown_field"),
        (with_paragraph("{{ council "), "syntax"),
        (with_paragraph("{{ council|upper() }}{% set a = 1 %}"), "syntax"),
        (with_paragraph("{{ council.upper() }}"), "syntax"),
        (with_paragraph("{{ lines[999].title }}"), "render"),
        (b"x", "unusable"),
        (_body(lambda xml: xml.replace("<w:tblHeader/>", "")), "no_header_row"),
        (_body(lambda xml: xml.replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>', 1)), "merged_cells"),
        (changed("word/styles.xml", lambda xml: re.sub(r"<w:lang [^>]*/>", "", xml)), "no_language"),
        (with_paragraph("Klicka här för att skriva text"), "prompt"),
        (with_paragraph("[Fyll i plats]"), "prompt"),
        (_body(lambda xml: xml.replace("<w:tbl>", "<w:p/><w:tbl>", 1)), "empty_paragraphs"),
        (_body(lambda xml: xml.replace('w:val="Rubrik2"', 'w:val="Rubrik3"')), "heading_gap"),
    ],
)
def test_what_is_to_be_mended_is_found(data: bytes, code: str) -> None:
    assert code in [finding.code for finding in check_template(data)]


@pytest.mark.parametrize(
    ("more", "codes"),
    [("", []), (p("Ansvarig: {{ part.owners }}"), ["link_in_block"])],
)
def test_a_loop_in_a_cell_that_gives_several_paragraphs_with_a_link_is_told(more: str, codes: list[str]) -> None:
    each = p("{%p for part in line.parts %}") + p("{{ part.text }} {{r part.origin_link }}") + more + p("{%p endfor %}")
    rows = tr(tc("{%tr for line in lines %}")) + tr(tc(p("{{ line.title }}") + each)) + tr(tc("{%tr endfor %}"))
    found = check_template(build(tbl(tr(tc("Punkt")), rows)))
    assert [finding.code for finding in found if finding.code == "link_in_block"] == codes
    assert not [finding for finding in found if finding.level == "error"]


def test_an_unknown_field_is_told_with_its_paragraph_and_as_an_error() -> None:
    (finding,) = check_template(with_paragraph("Ort: {{ kommun }}"))
    assert (finding.level, finding.paragraph) == ("error", "Ort: {{ kommun }}")
    assert "”kommun”" in finding.message


def test_an_unknown_field_in_the_header_is_found() -> None:
    data = changed("word/header1.xml", lambda xml: xml.replace("{{ council }}", "{{ kommun }}"))
    assert [finding.code for finding in check_template(data)] == ["unknown_field"]


def test_known_fields_in_loops_and_tests_are_no_findings() -> None:
    text = "{% for l in lines if l.parts %}{{ loop.index }}{% for p in l.parts %}{{ p.text|upper }}{% endfor %}{% else %}{{ council }}{% endfor %}"
    assert check_template(with_paragraph(text)) == []
    assert check_template(with_paragraph("{{ lines[0].title }}{{ lines|length }}{% for n in range(3) %}{{ n }}{% endfor %}")) == []


@pytest.mark.parametrize(
    ("text", "code", "level", "says"),
    [
        ("{{ meeting.plats }}", "unknown_field", "error", "Menas ”meeting.place”?"),
        ("{{ councl }}", "unknown_field", "error", "Menas ”council”?"),
        ("{{ previous.link }}", "link_field", "error", "Skriv {{r previous.link }}"),
        ("{{r council }}", "link_field", "error", "Skriv {{ council }}"),
        ("{%p if has_times %} bredvid", "lost_words", "warning", "försvinner"),
        ("{ council }", "lone_brace", "warning", "bara en klammer"),
        ("«Rad»", "lone_brace", "warning", "kopplingsfält"),
        ("{{ }}", "syntax", "error", "fältet är tomt"),
        ("{{ council place }}", "syntax", "error", "”place” väntades inte där"),
        ("{{ council|versaler }}", "syntax", "error", "filtret ”versaler”"),
        ("{% if has_times %}Tider", "syntax", "error", "saknar sitt endif"),
        ("{% endfor %}", "syntax", "error", "utan sitt for"),
        ("{{ council § }}", "syntax", "error", "tecknet ”§”"),
    ],
)
def test_a_slip_of_the_pen_is_told_in_swedish_with_its_paragraph(text: str, code: str, level: str, says: str) -> None:
    found = [finding for finding in check_template(with_paragraph(text)) if finding.code == code]
    assert [finding.level for finding in found] == [level]
    assert says in found[0].message
    assert text in found[0].paragraph


def test_one_slip_does_not_hide_the_next() -> None:
    data = _body(lambda xml: xml.replace("<w:tbl>", _runs("Ort {{ }}") + _runs("Dag {{ meeting. }}") + _runs("Tid {% for %}") + "<w:tbl>", 1))
    found = [finding.paragraph for finding in check_template(data) if finding.code == "syntax"]
    assert found == ["Tid {% for %}", "Ort {{ }}", "Dag {{ meeting. }}"]


def test_a_field_that_word_split_into_runs_is_checked_as_one() -> None:
    split = _runs("Ort: {", "{ ", "komm", "un }", "}")
    (finding,) = check_template(_body(lambda xml: xml.replace("<w:tbl>", split + "<w:tbl>", 1)))
    assert (finding.code, finding.paragraph) == ("unknown_field", "Ort: {{ kommun }}")
    fine = _runs("Råd: {", "{ coun", "cil }", "}")
    assert check_template(_body(lambda xml: xml.replace("<w:tbl>", fine + "<w:tbl>", 1))) == []


@pytest.mark.parametrize(("part", "name"), [("word/header1.xml", "sidhuvud"), ("word/footer1.xml", "sidfot")])
def test_what_stands_in_a_header_or_footer_says_so(part: str, name: str) -> None:
    def findings(text: str) -> list[tuple[str, str]]:
        data = changed(part, lambda xml: xml.replace("</w:p>", f"</w:p>{_runs(text)}", 1))
        return [(finding.code, finding.part) for finding in check_template(data)]

    assert findings("{{ kommun }}") == [("unknown_field", name)]
    assert findings("{{ council ") == [("syntax", name)]
    assert findings("Klicka här för att skriva") == [("prompt", name)]


def test_an_unknown_field_in_a_text_box_says_so() -> None:
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" alt="Ruta"><v:textbox><w:txbxContent>'
        + _runs("Ruta {{ kommun }}")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    (finding,) = check_template(_body(lambda xml: xml.replace("<w:tbl>", box + "<w:tbl>", 1)))
    assert (finding.code, finding.part, finding.paragraph) == ("unknown_field", "textruta", "Ruta {{ kommun }}")


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ('<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>nytt</w:t></w:r></w:ins></w:p>', "tracked"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r></w:p>", "hidden"),
        ('<w:p><w:r><w:rPr><w:color w:val="AAAAAA"/></w:rPr><w:t>ljust</w:t></w:r></w:p>', "contrast"),
        ("<w:p><w:r><w:t>• ett</w:t></w:r></w:p><w:p><w:r><w:t>• två</w:t></w:r></w:p>", "false_list"),
        ('<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Logga"/></wp:inline></w:drawing></w:r></w:p>', "alt_text"),
        ('<w:p><w:hyperlink w:anchor="a"><w:r><w:t>klicka här</w:t></w:r></w:hyperlink></w:p>', "link_text"),
    ],
)
def test_what_every_draft_would_bear_is_warned_of(extra: str, code: str) -> None:
    data = _body(lambda xml: xml.replace("<w:tbl>", extra + "<w:tbl>", 1))
    assert [(finding.code, finding.level) for finding in check_template(data) if finding.code != "prompt"] == [(code, "warning")]


def test_a_template_that_shows_no_lines_is_warned_of() -> None:
    data = _body(lambda xml: re.sub(r"<w:tbl>.*</w:tbl>", "<w:p><w:r><w:t>{{ council }}</w:t></w:r></w:p>", xml, flags=re.DOTALL))
    assert "no_lines" in [finding.code for finding in check_template(data)]


def test_a_template_for_the_sheet_may_use_the_sheets_fields_and_no_others() -> None:
    assert "unknown_field" in [finding.code for finding in check_template(SHEET.default())]
    assert "unknown_field" in [finding.code for finding in check_template(DRAFT.default(), paper=SHEET)]


def _runs(*pieces: str) -> str:
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in pieces) + "</w:p>"
