"""Builds a Document from a few marks in plain text, so that a test can show the page that it is about.

"# Text" a heading (## and so on for deeper levels), "- text" a bullet, "+ text" an automatically numbered line,
"| a | b |" a table row (⏎ parts the paragraphs of a cell),
**bold**, __underlined__, ~~struck through~~, {tag|text} a content control, ⏎ a soft line break outside tables. A blank line parts two tables.
"""

from __future__ import annotations

import re
from dataclasses import replace
from textwrap import dedent

from functions.interpreting import Hints, interpret
from functions.languages import load
from functions.model.document import Block, BlockKind, Cell, Control, Document, Part, Run
from functions.model.minutes import Minutes

_MARK = re.compile(r"\*\*(?P<bold>.+?)\*\*|~~(?P<strike>.+?)~~|__(?P<underline>[^_]+?)__|\{(?P<tag>[\w:-]+)\|(?P<held>[^}]*)\}", re.S)


def page(text: str, *, header: str = "", footer: str = "", box: str = "") -> Document:
    """The document that these marks describe."""
    blocks: list[Block] = []
    for part, story in ((Part.BODY, text), (Part.HEADER, header), (Part.FOOTER, footer), (Part.TEXT_BOX, box)):
        blocks += _story(dedent(story), part)
    return Document(tuple(replace(block, id=f"b{n}") for n, block in enumerate(blocks, 1)))


def read(text: str, *, hints: Hints | None = None, header: str = "", footer: str = "", box: str = "") -> Minutes:
    """What is read out of the page."""
    return interpret(page(text, header=header, footer=footer, box=box), hints=hints, pack=load("sv"))


def _story(text: str, part: Part) -> list[Block]:
    blocks: list[Block] = []
    table, row, automatic = -1, 0, 0
    inside = False
    for line in text.split("\n"):
        if re.match(r"\s*\|", line):
            if not inside:
                table, row, inside = table + 1, 0, True
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            for col, cell in enumerate(_rejoined(cells)):
                for piece in cell.split("⏎"):
                    blocks.append(replace(_block(piece.strip(), part), cell=Cell(table, row, col)))
            row += 1
            continue
        inside = False
        if not line.strip():
            continue
        heading = re.match(r"(#+)\s+", line)
        if heading:
            blocks.append(replace(_block(line[heading.end() :], part), kind=BlockKind.HEADING, level=len(heading[1]), style="heading 1"))
        elif line.startswith("- "):
            blocks.append(replace(_block(line[2:], part), kind=BlockKind.LIST_ITEM, level=1, number="•"))
        elif line.startswith("+ "):
            automatic += 1
            blocks.append(replace(_block(line[2:], part), kind=BlockKind.LIST_ITEM, level=1, number=f"{automatic}."))
        else:
            blocks.append(_block(line.replace("⏎", "\n").replace("→", "\t"), part))
    return blocks


def _rejoined(cells: list[str]) -> list[str]:
    """A control's own bar is no cell's edge."""
    joined: list[str] = []
    for cell in cells:
        if joined and joined[-1].count("{") > joined[-1].count("}"):
            joined[-1] += "|" + cell
        else:
            joined.append(cell)
    return joined


def _block(marked: str, part: Part) -> Block:
    text, runs, controls, at = "", [], [], 0
    for mark in _MARK.finditer(marked):
        runs.append((marked[at : mark.start()], "plain"))
        look = next((look for look in ("bold", "strike", "underline") if mark[look]), "held")
        inner = mark[look] or ""
        if look == "held":
            start = sum(len(piece) for piece, _ in runs)
            controls.append(Control(start, start + len(inner), tag=mark["tag"]))
        runs.append((inner, look))
        at = mark.end()
    runs.append((marked[at:], "plain"))
    tiled: list[Run] = []
    for piece, look in runs:
        if piece:
            looks = {name: look == name for name in ("bold", "strike", "underline")}
            tiled.append(Run(len(text), len(text) + len(piece), **looks, index=len(tiled)))
            text += piece
    return Block("", text, part, runs=tuple(tiled), controls=tuple(controls))


ROSTER = """\
Mötesanteckningar Samordningsråd ögonsjukvård
Datum: torsdag 5 mars 2026
Tid: 13.00–15.00
Plats: Sal Linden, Östby sjukhus
# Deltagare
Helga Norin (ÖS), ordförande
Bo Alm (NS), överläkare
Cia Dahl (NS), ortoptist
Sven Udd (PV), distriktsläkare, förhinder
Tove Myr (ÖS), sekreterare
"""


def minutes_with(*sentences: str, title: str = "1. Ögonbottenfotografering", joined: bool = False) -> Minutes:
    """What is read out of minutes that hold these lines under one item."""
    said = " ".join(sentences) if joined else "\n".join(sentences)
    return read(f"{ROSTER}# {title}\n{said}\n# 2. Avslutning\nHelga Norin avslutar mötet och tackar för intresset.\n")
