"""Damaged files are read or refused with a reason; nothing else ever comes out."""

from __future__ import annotations

import io
import random
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from functions import errors
from functions.reading import read_document
from tests.reading.packages import box, build, field, list_xml, numbered, p, sdt, styled, t, tbl, tc, tr, zip_parts
from tests.reading.pages import TOP, Page, build_pdf, draw_grid, write_lines


def word_file() -> bytes:
    body = (
        styled("Rubrik1", "Protokoll")
        + numbered("Öppnande")
        + p(t("Se ") + field(' HYPERLINK "https://exempel.se" ', t("bilaga")) + box(p("Ruta")))
        + tbl(
            tr(tc("a", '<w:vMerge w:val="restart"/>'), tc(tbl(tr(tc("inre"))) + p())), tr(tc("", "<w:vMerge/>"), tc("b", '<w:gridSpan w:val="2"/>'))
        )
        + sdt(p("x"), '<w:date w:fullDate="2031-01-15T00:00:00Z"/>')
        + p("slut", properties='<w:rPr><w:del w:id="1"/></w:rPr>')
    )
    style = '<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:rPr><w:b/></w:rPr></w:style>'
    return build(body, numbering=list_xml(("decimal", "%1."), ("lowerLetter", "%2)")), styles=style)


def pdf_file() -> bytes:
    page = Page()
    draw_grid(page, (60, 300, 540), (TOP + 20, TOP - 20, TOP - 60))
    write_lines(page, TOP, "Punkt ett", "Punkt två", "Punkt tre")
    return build_pdf([page, page])


def swap_markup(data: bytes, chance: random.Random) -> bytes:
    """A Word file with attribute values and empty elements of its parts exchanged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    part = parts[name]
    assert isinstance(part, bytes)
    for pattern in (rb'"[^"]*"', rb"<w:\w+[^>]*/>"):
        spans = [match.span() for match in re.finditer(pattern, part)]
        if spans and chance.random() < 0.7:
            (start, end), (other, stop) = chance.choice(spans), chance.choice(spans)
            value = chance.choice([b'""', b'"-1"', b'"99999999999"', b'"x"', part[other:stop]]) if pattern.startswith(b'"') else part[other:stop]
            part = part[:start] + value + part[end:]
    return zip_parts(parts | {name: part})


def spoil_bytes(data: bytes, chance: random.Random) -> bytes:
    spoiled = bytearray(data)
    for _ in range(chance.randint(1, 40)):
        spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
    return bytes(spoiled)


@pytest.mark.parametrize(("make", "spoil"), [(word_file, swap_markup), (word_file, spoil_bytes), (pdf_file, spoil_bytes)])
def test_a_damaged_file_is_read_or_refused_with_a_reason(make, spoil):
    chance = random.Random(4)
    data = make()
    assert read_document(data).blocks
    for _ in range(150):
        try:
            read_document(spoil(data, chance))
        except errors.Unreadable as error:
            assert error.message.startswith("Kunde inte läsas: ")


def test_files_can_be_read_by_many_threads_at_once():
    files = [word_file(), pdf_file()] * 20
    with ThreadPoolExecutor(8) as pool:
        prints = [document.fingerprint for document in pool.map(read_document, files)]
    assert prints == [read_document(data).fingerprint for data in files[:2]] * 20
