import re
from collections.abc import Callable

import pytest

from functions.drafting import check_template
from functions.drafting.rendering import SHEET_TEMPLATE, default_template

from .word_files import changed, with_paragraph


def _body(change: Callable[[str], str]) -> bytes:
    return changed("word/document.xml", change)


def test_the_templates_that_come_with_the_program_have_nothing_to_mend() -> None:
    assert check_template(default_template()) == []
    assert check_template(default_template(SHEET_TEMPLATE), sheet=True) == []


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
        (_body(lambda xml: xml.replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="1"/>', 1)), "merged_cells"),
        (changed("word/styles.xml", lambda xml: re.sub(r"<w:lang [^>]*/>", "", xml)), "no_language"),
        (with_paragraph("Klicka här för att skriva text"), "prompt"),
        (with_paragraph("[Fyll i plats]"), "prompt"),
        (with_paragraph(""), "empty_paragraphs"),
        (_body(lambda xml: xml.replace("<w15:appearance", '<w:lock w:val="sdtLocked"/><w15:appearance', 1)), "locked"),
        (_body(lambda xml: re.sub(r"<w:tag [^>]*/>", "", xml)), "no_controls"),
        (_body(lambda xml: xml.replace('w:val="Rubrik1"', 'w:val="Rubrik2"')), "heading_gap"),
    ],
)
def test_what_is_to_be_mended_is_found(data: bytes, code: str) -> None:
    assert code in [finding.code for finding in check_template(data)]


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
