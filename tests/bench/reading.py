"""How long reading takes, as a ratio to the floor: unzipping and parsing the same parts with lxml, doing nothing with them.

Run with `python -m tests.bench.reading`. Figures of one run are comparable with one another, not with those of another machine or day.
"""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import docx
from docx.table import Table
from lxml import etree

from functions.reading import read_document
from tests.reading.packages import build, p, part_xml, t, tbl, tc, tr

_PARTS = (
    "[Content_Types].xml",
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/header1.xml",
    "word/_rels/document.xml.rels",
    "_rels/.rels",
)
_WORDS = (
    "rådet",
    "beslutar",
    "att",
    "uppdra",
    "åt",
    "gruppen",
    "för",
    "vårdens",
    "övergångar",
    "till",
    "nästa",
    "möte",
    "om",
    "remiss",
    "senast",
    "planen",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One file: pages, its XML in kB, and the best times in ms of the floor, our reader and python-docx."""

    pages: int
    kilobytes: int
    floor: float
    ours: float
    python_docx: float

    @property
    def ratio(self) -> float:
        """Our reader to the floor."""
        return self.ours / self.floor

    @property
    def python_docx_ratio(self) -> float:
        """python-docx to the floor."""
        return self.python_docx / self.floor


def write_minutes(*, rows: int, words: int, seed: int = 1) -> bytes:
    """A file like minutes: participants, a two-column table with split and bold runs, links, bullets, a numbered first column and a page header."""
    chance = random.Random(seed)

    def prose(count: int) -> str:
        said = [chance.choice(_WORDS) for _ in range(count)]
        runs = [" ".join(said[i : i + 12]) + " " for i in range(0, count, 12)]
        return "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{run}</w:t></w:r>" if i % 9 == 4 else t(run) for i, run in enumerate(runs))

    def link(number: int) -> str:
        return f'<w:hyperlink r:id="l{number}"><w:r><w:rPr><w:rStyle w:val="S7"/></w:rPr><w:t>Underlag {number}.pptx</w:t></w:r></w:hyperlink>'

    people = tbl(*(tr(tc(f"Förnamn Efternamn {i}"), tc("ordförande" if not i else "")) for i in range(12)))
    points = []
    for row in range(rows):
        label = p(f"Punkt {row + 1}", properties='<w:pStyle w:val="S2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        bullets = "".join(
            p(prose(10), properties='<w:pStyle w:val="S3"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>') for _ in range(3)
        )
        points.append(tr(tc(label + p(link(row))), tc(p(prose(words // 2)) + bullets + p(prose(words // 2)))))
    form = '<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="60" w:line="276" w:lineRule="auto"/><w:ind w:left="720" w:hanging="360"/></w:pPr>'
    look = '<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Times New Roman"/><w:i/><w:color w:val="2F5496"/><w:sz w:val="22"/></w:rPr>'
    styles = "".join(
        f'<w:style w:type="{"character" if i == 7 else "paragraph"}" w:default="{int(i == 0)}" w:styleId="S{i}"><w:name w:val="Formatmall {i}"/>'
        f'<w:basedOn w:val="S{max(i - 1, 0)}"/>{form if i != 7 else ""}{look if i > 7 else ""}</w:style>'
        for i in range(90)
    )
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{"".join(level.format(i, form, sign) for i in range(9))}</w:abstractNum>'
        for n, (form, sign) in enumerate((("decimal", "%1."), ("bullet", "\uf0b7")))
    )
    lists += "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(2))
    head = p("Minnesanteckningar 2031-01-15") + people + tbl(*points)
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    links = {f"l{row}": ("hyperlink", f"https://exempel.se/{row}") for row in range(rows)}
    return build(head + p() + section, styles=styles, numbering=lists, links=links, parts={"word/header1.xml": part_xml("hdr", p("Dnr 2031/17"))})


def parse_only(data: bytes) -> None:
    """The floor."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in _PARTS:
            etree.fromstring(archive.read(name))


def read_with_python_docx(data: bytes) -> int:
    """What python-docx gives by its public API: paragraphs with style, runs and links, tables cell by cell."""
    seen = 0

    def walk(container: object) -> None:
        nonlocal seen
        for block in container.iter_inner_content():  # type: ignore[attr-defined]
            if isinstance(block, Table):
                for row in block.rows:
                    for cell in row.cells:
                        walk(cell)
            else:
                seen += len(block.text) + len(block.style.name) + len(block.runs) + len(block.hyperlinks)

    walk(docx.Document(io.BytesIO(data)))
    return seen


def measure(data: bytes, acts: tuple[Callable[[bytes], object], ...], *, rounds: int) -> list[float]:
    """The best time of each act in ms. They take turns, so that a slow spell of the machine meets them all."""
    best = [float("inf")] * len(acts)
    for _ in range(rounds):
        for i, act in enumerate(acts):
            start = time.perf_counter()
            act(data)
            best[i] = min(best[i], (time.perf_counter() - start) * 1000)
    return best


def bench() -> list[Row]:
    """A row for a 3-, an 8- and a 40-page file."""
    rows = []
    for pages, points, words in ((3, 10, 40), (8, 12, 130), (40, 44, 210)):
        data = write_minutes(rows=points, words=words)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(archive.getinfo(name).file_size for name in _PARTS) // 1000
        floor, ours = measure(data, (parse_only, read_document), rounds=30)
        (slow,) = measure(data, (read_with_python_docx,), rounds=3)
        rows.append(Row(pages, size, floor, ours, slow))
    return rows


def main() -> None:
    """Print the rows."""
    print(f"{'pages':>5} {'kB XML':>7} {'floor ms':>9} {'ours ms':>8} {'python-docx ms':>15} {'ours/floor':>11} {'python-docx/floor':>18}")
    for row in bench():
        print(
            f"{row.pages:>5} {row.kilobytes:>7} {row.floor:>9.1f} {row.ours:>8.1f} {row.python_docx:>15.1f} "
            f"{row.ratio:>11.1f} {row.python_docx_ratio:>18.1f}"
        )


if __name__ == "__main__":
    main()
