"""PDF files as documents: first level, from where letters and ruling lines stand on the page."""

from __future__ import annotations

import itertools
import re
import threading
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from functions import errors
from functions.model.document import Block, BlockKind, Cell, Document, Part
from functions.reading.edges import find_edge
from functions.reading.finishing import finish
from functions.reading.flowing import Measures, begins_item, is_broken, is_set_apart, join_lines, joint, measure, would_have_fitted
from functions.reading.glyphs import PageContent, Word, read_page
from functions.reading.layout import Layout, lay_out
from functions.reading.lines import Line
from functions.reading.page_tables import Table
from functions.reading.stories import Sheet
from functions.reading.styles import Look
from functions.reading.symbols import show_symbols

MAX_PAGES = 400
_BULLETS = frozenset("•○▪■●□·➢❖◆✓–-")
_PICTURE = 0.6  # of a page: then it is a scanned one, if it also has
_LITTLE = 80  # letters at most: a stamp or page number from a signing service
# PDFium keeps global state and is not thread-safe (https://pypdfium2.readthedocs.io/en/stable/python_api.html).
_ONE_AT_A_TIME = threading.Lock()


def read_pdf(data: bytes, *, reader: str) -> Document:
    """The document in the bytes of a PDF; raises Encrypted, Truncated, Malformed, TooLarge (over 400 pages), Scanned or Empty."""
    if b"%%EOF" not in data or _is_cut(data):
        raise errors.Truncated("Kunde inte läsas: PDF-filen är ofullständig. Spara eller ladda upp den på nytt.")
    with _ONE_AT_A_TIME:
        pages = _read_pages(data)
    notes = _judge_pages(pages)
    layout = lay_out(pages)
    blocks = _write_blocks(layout, {page.number: page.width for page in pages})
    return Document(tuple(blocks), "pdf", reader, tuple(sorted(notes)), b"/ByteRange" in data and b"/Sig" in data)


def _is_cut(data: bytes) -> bool:
    """Whether a file made for the web (its first part ends with an %%EOF of its own) is shorter than it says."""
    length = re.search(rb"/Linearized\b.{0,100}?/L\s+(\d+)", data[:2048], re.DOTALL)
    return length is not None and int(length[1]) > len(data)


def _read_pages(data: bytes) -> list[PageContent]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _judge_failure(error) from error
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise errors.TooLarge(f"Kunde inte läsas: PDF med {count} sidor, fler än {MAX_PAGES}. Lägg in själva anteckningarna som en egen fil.")
        return [_read_one(document, i) for i in range(count)]
    finally:
        document.close()


def _read_one(document: Any, index: int) -> PageContent:
    try:
        page = document[index]
        try:
            return read_page(page, index + 1)
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise errors.Malformed(f"Kunde inte läsas: sida {index + 1} i PDF-filen är trasig. Spara den på nytt från Word.") from error


def _judge_failure(error: pypdfium2.PdfiumError) -> errors.Unreadable:
    if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
        return errors.Encrypted("Kunde inte läsas: PDF-filen är skyddad med lösenord. Spara en kopia utan lösenord.")
    return errors.Malformed("Kunde inte läsas: PDF-filen är trasig. Spara den på nytt från Word.")


def _judge_pages(pages: Sequence[PageContent]) -> set[str]:
    """Notes on what was left out; raises Scanned or Empty when nothing is left."""
    letters = [sum(len(word.text) for word in page.words) for page in pages]
    scanned = [page.pictured >= _PICTURE and count <= _LITTLE for page, count in zip(pages, letters, strict=True)]
    if pages and all(scanned):
        raise errors.Scanned("Kunde inte läsas: inskannad bild utan text. Spara som Word eller PDF med text.")
    if not any(letters):
        if any(page.pictured for page in pages):
            raise errors.Scanned("Kunde inte läsas: inskannad bild utan text. Spara som Word eller PDF med text.")
        raise errors.Empty("Kunde inte läsas: PDF-filen har ingen text.")
    notes = set()
    if any(scanned):
        notes.add("scanned_pages")
    if any(page.turned for page in pages):
        notes.add("turned_text_left_out")
    return notes


def _write_blocks(layout: Layout, widths: dict[int, float]) -> list[Block]:
    flows = [(False, each) for each in layout.elements if isinstance(each, list)]
    tables = [each for each in layout.elements if isinstance(each, Table)]
    measures = measure([*flows, *((True, lines) for table in tables for lines in table.cells.values())])
    edge = _find_edge([lines for _, lines in flows], widths)
    sizes = _heading_sizes(layout)
    blocks: list[Block] = []
    ordinal = 0
    for each in layout.elements:
        if isinstance(each, Table):
            blocks += _write_table(each, ordinal, measures, len(blocks))
            ordinal += 1
        else:
            for paragraph in join_lines(each, measures, edge=edge, in_cell=False):
                blocks.append(_write_block(f"b{len(blocks) + 1}", paragraph, measures, edge=edge, sizes=sizes))
    for prefix, part, lines in (("h", Part.HEADER, layout.headers), ("f", Part.FOOTER, layout.footers)):
        blocks += [_write_block(f"{prefix}{i}", [line], measures, part=part) for i, line in enumerate(lines, 1)]
    return blocks


def _find_edge(flows: Sequence[Sequence[Line]], widths: dict[int, float]) -> float:
    """How far right body text may go: as far from the right as it begins from the left, unless its lines tell otherwise."""
    lines = [line for flow in flows for line in flow]
    if not lines:
        return 0.0
    return find_edge(flows, nominal=widths[lines[0].page] - min(line.left for line in lines), drawn=False)


def _heading_sizes(layout: Layout) -> list[float]:
    """The font sizes above that of the body, largest first."""
    letters: Counter[float] = Counter()
    for each in layout.elements:
        for lines in [each] if isinstance(each, list) else each.cells.values():
            for line in lines:
                for word in line.words:
                    letters[round(word.size * 2) / 2] += len(word.text)
    if not letters:
        return []
    usual = letters.most_common(1)[0][0]
    return sorted((size for size in letters if size >= 1.08 * usual), reverse=True)[:9]


def _write_table(table: Table, ordinal: int, measures: Measures, before: int) -> list[Block]:
    blocks: list[Block] = []
    edges: dict[int, float] = {}
    for row, col in sorted(table.spans):
        high, wide = table.spans[(row, col)]
        lines = table.cells.get((row, col), [])
        cell = Cell(ordinal, row, col, high, wide, table.repeated and row == 0)
        if not lines:
            blocks.append(Block(f"b{before + len(blocks) + 1}", "", cell=cell))
            continue
        if col + wide not in edges:
            edges[col + wide] = _cell_edge(table, col + wide)
        edge = edges[col + wide]
        for paragraph in join_lines(lines, measures, edge=edge, in_cell=True):
            blocks.append(_write_block(f"b{before + len(blocks) + 1}", paragraph, measures, edge=edge, cell=cell))
    return blocks


def _cell_edge(table: Table, end: int) -> float:
    """How far right the text of the cells may go that end at a column's edge: there is as much room as before the text."""
    cells = {place: lines for place, lines in table.cells.items() if place[1] + table.spans.get(place, (1, 1))[1] == end}
    # Some letters (J) reach out of their place to the left, so the very least does not tell.
    room = sorted(line.left - table.columns[col] for (_, col), lines in cells.items() for line in lines)
    padding = max(1.0, room[len(room) // 10])
    return find_edge(cells.values(), nominal=table.columns[min(end, len(table.columns) - 1)] - padding, drawn=table.ruled)


def _write_block(
    block_id: str,
    lines: Sequence[Line],
    measures: Measures,
    *,
    edge: float = 0.0,
    part: Part = Part.BODY,
    cell: Cell | None = None,
    sizes: Sequence[float] = (),
) -> Block:
    first = lines[0]
    kind, level, number = BlockKind.PARAGRAPH, None, None
    words = [list(line.words) for line in lines]
    bullet = show_symbols(first.words[0].text, None)
    size = round(first.size * 2) / 2
    if begins_item(first) and bullet in _BULLETS and is_set_apart(first):
        kind, level, number = BlockKind.LIST_ITEM, 1, bullet
        words[0] = words[0][1:]
    elif first.tag is not None and first.tag[1] is not None:
        kind, level = BlockKind.HEADING, first.tag[1]
    elif size in sizes and len(lines) <= 3:
        kind, level = BlockKind.HEADING, sizes.index(size) + 1
    text, runs, links, _ = finish(_fill_sheet(words, _joints(lines, measures, edge)), ())
    return Block(block_id, text, part, kind, None, level, number, cell, runs, links, (), f"page {first.page}", first.page)


def _joints(lines: Sequence[Line], measures: Measures, edge: float) -> list[tuple[bool, str]]:
    """How every line of a paragraph is joined to the next: whether its hyphen falls away, and what comes between."""
    joints = []
    for before, after in itertools.pairwise(lines):
        if is_broken(before, after, measures, edge):
            joints.append((False, ""))
        elif before.tag is not None and before.page == after.page and before.tag == after.tag and would_have_fitted(before, after, edge):
            joints.append((False, "\n"))  # only the tags keep them together: somebody began a new line
        else:
            joints.append(joint(before.words[-1], after.words[0], measures))
    return joints


def _fill_sheet(lines: Sequence[Sequence[Word]], joints: Sequence[tuple[bool, str]]) -> Sheet:
    sheet = Sheet()
    looks: dict[tuple[bool, bool, bool], Look] = {}
    index, last = -1, None
    link_start = 0
    link: str | None = None
    words = [(word, i) for i, line in enumerate(lines) for word in line]
    for place, (word, line) in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else None
        text, between = word.text, ""
        if following is not None and following[1] != line:
            falls, between = joints[line]
            text = text[:-1] if falls else text
        elif following is not None:
            between = _gap(word, following[0], lines[line])
        look = looks.setdefault((word.bold, word.italic, word.strike), Look(word.bold, word.italic, word.strike, False))
        if look is not last:
            index, last = index + 1, look
        if word.link != link:
            if link is not None:
                sheet.links.append((link_start, _text_end(sheet), link))
            link, link_start = word.link, len(sheet.pieces)
        sheet.pieces.append((text, look, index))
        if between:
            sheet.pieces.append((between, look, index))
    if link is not None:
        sheet.links.append((link_start, len(sheet.pieces), link))
    return sheet


def _text_end(sheet: Sheet) -> int:
    """Where the last word ends, without the blank after it."""
    return len(sheet.pieces) - (1 if sheet.pieces and sheet.pieces[-1][0].isspace() else 0)


def _gap(word: Word, following: Word, line: Sequence[Word]) -> str:
    """A blank, or a tab where the gap is far wider than others on the line; nothing where two fonts meet within a word."""
    gap = following.left - word.right
    if gap < 0.12 * word.size:
        return ""
    others = sorted(after.left - before.right for before, after in itertools.pairwise(line))
    usual = others[(len(others) - 1) // 2] if len(others) > 1 else 0.0
    if gap > max(1.2 * word.size, 2.5 * usual):
        return "\t"
    # All blanks of a line are alike, also where it is justified, or a multiple where somebody typed two: any other gap is a tab's.
    alike = [other for other in others if abs(other - usual) < 0.25]
    if len(alike) >= 2 and gap > 1.25 * usual and abs(gap / usual - round(gap / usual)) > 0.12 and len(alike) == len(others) - 1:
        return "\t"
    return " "
