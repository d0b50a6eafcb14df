"""Whatever minutes hold, drafts and sheets are accessible, right by the schemas of Office, and open in LibreOffice."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from functions.drafting import check_accessibility, render_draft, render_underlag
from functions.drafting.placement import MOST_IN_APPENDIX, MOST_PARTS

from .office import tags_of_pdf, to_pdf, words_of_pdf
from .random_agendas import agenda_of, doubts_of

NUMBERS = [range(200), pytest.param(range(200, 1000), marks=pytest.mark.soak)]
VALIDATOR = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)


@pytest.mark.parametrize("numbers", NUMBERS, ids=["200", "800 more"])
def test_random_drafts_and_sheets_are_accessible_and_pass_the_schema_audit(numbers: range, tmp_path: Path) -> None:
    for number in numbers:
        agenda, register = agenda_of(number)
        draft, sheet = _draft(number), render_underlag(agenda, register, doubts=doubts_of(number))
        assert (number, check_accessibility(draft), check_accessibility(sheet)) == (number, (), ())
        assert (number, _audited(draft, tmp_path)) == (number, [])
        if number % 4 == 0:
            assert (number, _audited(sheet, tmp_path)) == (number, [])


@pytest.mark.parametrize("numbers", NUMBERS, ids=["200", "800 more"])
def test_random_drafts_open_in_libreoffice_and_become_tagged_pdf(numbers: range, tmp_path: Path) -> None:
    files = []
    for number in numbers:
        files.append(tmp_path / f"{number:04}.docx")
        files[-1].write_bytes(_draft(number))
    for pdf in to_pdf(files, tmp_path / "pdf", seconds=5 * len(files)):
        tags = tags_of_pdf(pdf)
        assert (pdf.name, tags.count("H1"), tags.count("H2")) == (pdf.name, 1, 1)
        assert {"Table", "TR", "TH", "TD", "P"} <= set(tags)
        assert "HYPERLINK" not in words_of_pdf(pdf)  # a link that is shown as the code of its field
        data = pdf.read_bytes()
        assert b"/Lang(sv-SE)" in data


def test_papers_from_5000_open_points_are_accessible_and_right_and_only_matters_make_them_long(tmp_path: Path) -> None:
    import pypdfium2

    agenda, register = agenda_of(7, size=5000)
    file = tmp_path / "many.docx"
    file.write_bytes(render_draft(agenda))
    sheet = render_underlag(agenda, register)
    for data in (file.read_bytes(), sheet):
        assert (check_accessibility(data), _audited(data, tmp_path)) == ((), [])
    assert (sum(len(line.parts) for line in agenda.lines), len(agenda.appendix)) == (MOST_PARTS, MOST_IN_APPENDIX)
    (pdf,) = to_pdf([file], tmp_path / "pdf", seconds=120)
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) <= 4 + len(agenda.lines) / 10


@cache
def _draft(number: int) -> bytes:
    return render_draft(agenda_of(number)[0])


def _audited(data: bytes, folder: Path) -> list[str]:
    """What the audit finds, which follows Microsoft's own Open XML SDK."""
    file = folder / "audited.docx"
    file.write_bytes(data)
    return [f"{error.part_uri}: {error.description}" for error in VALIDATOR.validate(file).errors]
