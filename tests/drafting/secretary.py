"""What a secretary does to a draft in Word, on the file's XML: writes, deletes, moves, adds; and what other programs do to it."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from functions.drafting.controls import Unit, cells_of_row, own_paragraphs, read, read_whole, survey
from functions.drafting.paper import open_paper, write_paper

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def edited(data: bytes, change: Callable[[Any], None]) -> bytes:
    """The file with its body changed."""
    paper = open_paper(data)
    change(paper.body)
    return write_paper(paper)


def units(data: bytes) -> dict[str, Unit]:
    return {unit.tag: unit for unit in survey(open_paper(data).body)}


def tops(data: bytes) -> list[str]:
    return [unit.tag for unit in survey(open_paper(data).body) if unit.parent is None and unit.level != "run"]


def find(body: Any, tag: str) -> Unit:
    return next(unit for unit in survey(body) if unit.tag == tag)


def title_paragraph(unit: Unit) -> Any:
    """The paragraph that a line's first words stand in."""
    if unit.level == "run":
        return next(unit.element.iterancestors(qn("w:p")))
    return next(
        paragraph
        for node in unit.content
        for cell in ([cell for row in node.iter(qn("w:tr")) for cell in cells_of_row(row)] or [node])
        for paragraph in own_paragraphs(cell)
        if not read(paragraph).rstrip(".").isdigit() and read(paragraph) and read(paragraph).endswith(unit.title)
    )


def write(data: bytes, tag: str, words: str) -> bytes:
    """Type at the end of a line's first words."""

    def change(body: Any) -> None:
        unit = find(body, tag)
        texts = list((unit.element if unit.level == "run" else title_paragraph(unit)).iter(qn("w:t")))
        texts[-1].text = (texts[-1].text or "") + words
        texts[-1].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    return edited(data, change)


def note(data: bytes, tag: str, *words: str) -> bytes:
    """Type paragraphs of her own under a line's first words."""

    def change(body: Any) -> None:
        for said in reversed(words):
            paragraph = parse_xml(f'<w:p xmlns:w="{W}"><w:r><w:t/></w:r></w:p>')
            paragraph[0][0].text = said
            title_paragraph(find(body, tag)).addnext(paragraph)

    return edited(data, change)


def take_away(data: bytes, tag: str) -> bytes:
    """Delete a row, or the paragraph of a part."""

    def change(body: Any) -> None:
        unit = find(body, tag)
        node = next(unit.element.iterancestors(qn("w:p"))) if unit.level == "run" else unit.element
        node.getparent().remove(node)

    return edited(data, change)


def empty(data: bytes, tag: str) -> bytes:
    """Delete a line's words with Backspace: the control stays and shows nothing."""

    def change(body: Any) -> None:
        unit = find(body, tag)
        for text in list(unit.element.iter(qn("w:t"))):
            text.text = ""
        unit.element.find(qn("w:sdtPr")).append(parse_xml(f'<w:showingPlcHdr xmlns:w="{W}"/>'))

    return edited(data, change)


def move(data: bytes, tag: str, *, behind: str) -> bytes:
    """Drag a line behind another."""

    def change(body: Any) -> None:
        find(body, behind).element.addnext(find(body, tag).element)

    return edited(data, change)


def add_row(data: bytes, words: str, *, behind: str) -> bytes:
    """Put a row of her own behind a line."""

    def change(body: Any) -> None:
        unit = find(body, behind)
        row = copy.deepcopy(next(unit.element.iter(qn("w:tr"))))
        cells = cells_of_row(row)
        for cell in cells:
            for extra in [node for node in cell if node.tag != qn("w:tcPr")][1:]:
                cell.remove(extra)
            for run in [node for node in cell.find(qn("w:p")) if node.tag != qn("w:pPr")]:
                cell.find(qn("w:p")).remove(run)
        for cell, said in ((cells[0], "0"), (next(cell for cell in cells[1:]), words)):
            run = parse_xml(f'<w:r xmlns:w="{W}"><w:t/></w:r>')
            run[0].text = said
            cell.find(qn("w:p")).append(run)
        unit.element.addnext(row)

    return edited(data, change)


def drop_controls(data: bytes) -> bytes:
    """What LibreOffice, Word Online and mail do: the words stay, the controls go."""

    def change(body: Any) -> None:
        for control in list(body.iter(qn("w:sdt"))):
            for node in list(control.find(qn("w:sdtContent"))):
                control.addprevious(node)
            control.getparent().remove(control)

    return edited(data, change)


def save_again(data: bytes) -> bytes:
    """What Word does when it saves: runs are cut in two and bear marks of the session, the package is packed anew."""

    def change(body: Any) -> None:
        for run in list(body.iter(qn("w:r"))):
            run.set(qn("w:rsidR"), "00AB12CD")
            text = run.find(qn("w:t"))
            if text is None or len(text.text or "") < 2 or run[-1] is not text or run.getparent().tag == qn("w:hyperlink"):
                continue
            twin = copy.deepcopy(run)
            twin.find(qn("w:t")).text = (text.text or "")[1:]
            text.text = (text.text or "")[:1]
            for node in (run, twin):
                node.find(qn("w:t")).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.addnext(twin)

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(edited(data, change))) as old, zipfile.ZipFile(out, "w") as new:
        for name in reversed(old.namelist()):
            new.writestr(name, old.read(name))
    return out.getvalue()


def paragraphs(data: bytes) -> list[str]:
    """Every paragraph of the body that has words."""
    return [words for node in open_paper(data).body.iter(qn("w:p")) if (words := read_whole(node))]


def numbers(data: bytes) -> list[str]:
    """The number of every row of the table."""
    rows = list(open_paper(data).body.iter(qn("w:tr")))[1:]
    return [read_whole(cells_of_row(row)[0]) for row in rows]
