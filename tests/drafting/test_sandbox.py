import io
import zipfile

import pytest

from functions.drafting import render_draft
from functions.drafting.package import open_safely
from functions.drafting.papers import DRAFT
from functions.drafting.sample import sample_agenda
from functions.errors import BadTemplate

from .word_files import changed, with_paragraph


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ council.__class__ }}",
        "{{ lipsum(100000) }}",
        "{{ council.format('{:>999999999}') }}",
        "{{ council * 999999999 }}",
        "{{ 9 ** 999999 }}",
        "{% set a = council %}{{ a }}",
        "{% macro m() %}{{ m() }}{% endmacro %}",
        "{% include 'x' %}",
        "{{ council|center(999999999) }}",
        "{{ council|attr('upper') }}",
        "{% for a in range(1001) %}a{% endfor %}",
        "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}{% endfor %}{% endfor %}{% endfor %}",
        "{% for a in range(900) %}{% for b in range(100) %}" + "x" * 400 + "{% endfor %}{% endfor %}",
        "{% for a in range(10**9) %}a{% endfor %}",
        "{% for a in range(1000000) %}a{% endfor %}",
        "{{ range(1000)|join(range(1000)|join(range(1000)|join('xxxxxxxxxx'))) }}",
        "{{ lines|join(lines|join(lines|join(lines|join(lines|join(lines|join(lines)))))) }}",
        "{% for a in range(1000) %}{{ range(1000)|sort|join }}{% endfor %}",
        "{% for a in range(1000) %}{{ range(1000)|list|length }}{% endfor %}",
        "{{ council ~ " * 3000 + "council" + " }}" * 3000,
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    ],
)
def test_a_template_that_does_more_than_show_fields_is_refused(attack: str) -> None:
    with pytest.raises(BadTemplate):
        render_draft(sample_agenda(), template=with_paragraph(attack))


OUTSIDE = '<Relationship Id="rId99" TargetMode="External" Type="http://x/image" Target="http://example.org/a.png"/></Relationships>'


def _field(words: str) -> str:
    """A field with its instruction split over two runs, as Word does it."""
    runs = "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in (words[:5], words[5:]))
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def _empty_zip() -> bytes:
    out = io.BytesIO()
    zipfile.ZipFile(out, "w").close()
    return out.getvalue()


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 90_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a zip at all",
        DRAFT.default()[:3000],
        _empty_zip(),
        _bomb(),
        changed("word/document.xml", lambda xml: "<!DOCTYPE a [<!ENTITY b 'c'>]>" + xml),
        changed("word/document.xml", lambda xml: xml[:500]),
        changed("word/vbaProject.bin", lambda _: "macro"),
        changed(
            "[Content_Types].xml",
            lambda xml: xml.replace("document.main+xml", "template.main+xml"),
        ),
        changed(
            "word/_rels/document.xml.rels",
            lambda xml: xml.replace(
                "</Relationships>",
                '<Relationship Id="rId99" TargetMode="External" Type="http://x/image" Target="http://example.org/a.png"/></Relationships>',
            ),
        ),
        changed("word/_rels/document.xml.rels", lambda xml: xml.replace("styles.xml", "missing.xml")),
        changed("word/_rels/document.xml.rels", lambda xml: xml.replace("</Relationships>", OUTSIDE.replace("External", "&#69;xternal"))),
        changed("word/document.xml", lambda xml: xml.replace("<w:tbl>", _field('INCLUDEPICTURE "http://example.org/a.png"') + "<w:tbl>", 1)),
        changed("word/header1.xml", lambda xml: xml.replace("</w:p>", "</w:p>" + _field("DDEAUTO excel a.xls r1c1"), 1)),
        changed("word/document.xml", lambda xml: xml.replace('encoding="UTF-8"', 'encoding="UTF-7"').replace("encoding='UTF-8'", "encoding='UTF-7'")),
        changed("word/activeX/activeX1.xml", lambda _: "<ax:ocx xmlns:ax='x'/>"),
        with_paragraph("{{r " * 20_000),
        with_paragraph("x" * 9_000_000),
    ],
    ids=[
        *["empty", "no zip", "truncated", "no parts", "bomb", "doctype", "cut xml", "macros", "dotx", "outside picture", "missing part"],
        *["hidden outside picture", "field that fetches", "field in a header", "odd encoding", "active controls", "open braces", "huge"],
    ],
)
def test_a_file_that_is_no_plain_template_is_refused_with_a_message(data: bytes) -> None:
    with pytest.raises(BadTemplate) as problem:
        render_draft(sample_agenda(), template=data)
    assert problem.value.message.startswith("Mallen ")


def test_links_in_a_template_stay() -> None:
    link = '<Relationship Id="rId99" TargetMode="External" Type="http://x/hyperlink" Target="http://example.org/"/></Relationships>'
    data = open_safely(changed("word/_rels/document.xml.rels", lambda xml: xml.replace("</Relationships>", link)))
    assert b"example.org" in zipfile.ZipFile(io.BytesIO(data)).read("word/_rels/document.xml.rels")
