"""LibreOffice as the tests use it: many Word files to tagged PDF in one call, and what the tags of a PDF say."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

_TAGGED = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
_AT_A_TIME = 100
"""Files of one call: some hundreds in one process and LibreOffice 7.4 ends before the last."""


def to_pdf(files: Sequence[Path], folder: Path, *, seconds: int) -> list[Path]:
    """The files as PDF/UA in the folder, in order. Raises where LibreOffice (`soffice`) is missing, does not end in time, or leaves one out."""
    program = shutil.which("soffice")
    if program is None:
        raise FileNotFoundError("LibreOffice (soffice) is needed to open the drafts; install it.")
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, len(files), _AT_A_TIME):
        _convert(files[first : first + _AT_A_TIME], folder, program=program, seconds=seconds)
    made = [folder / f"{file.stem}.pdf" for file in files]
    missing = [file.name for file, pdf in zip(files, made, strict=True) if not pdf.exists()]
    assert not missing, f"LibreOffice did not open {len(missing)} of {len(files)}, first {missing[0]}"
    return made


def _convert(files: Sequence[Path], folder: Path, *, program: str, seconds: int) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [program, profile, "--headless", "--norestore", "--convert-to", _TAGGED, "--outdir", str(folder), *map(str, files)]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as office:
        try:
            office.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            _end(office)


def _end(office: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and the process that it starts for its work."""
    import os
    import signal

    os.killpg(office.pid, signal.SIGKILL)
    office.wait()


def tags_of_pdf(file: Path) -> list[str]:
    """The kinds of the PDF's structure elements, in reading order: "H1", "P", "Table", "TH" …; [] for a PDF without tags."""
    document = pypdfium2.PdfDocument(file)
    found: list[str] = []
    try:
        for number in range(len(document)):
            page = document[number]
            tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
            for at in range(pdfium.FPDF_StructTree_CountChildren(tree)):
                _collect(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at), found)
            pdfium.FPDF_StructTree_Close(tree)
    finally:
        document.close()
    return found


def words_of_pdf(file: Path) -> str:
    """The text of every page."""
    with pypdfium2.PdfDocument(file) as document:
        return "\n".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))


def _collect(element: object, found: list[str]) -> None:
    if not element:
        return
    buffer = ctypes.create_string_buffer(128)
    size = pdfium.FPDF_StructElement_GetType(element, buffer, 128)
    found.append(buffer.raw[: max(size - 2, 0)].decode("utf-16-le"))
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        _collect(pdfium.FPDF_StructElement_GetChildAtIndex(element, at), found)
