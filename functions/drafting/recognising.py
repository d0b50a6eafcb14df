"""Finds our lines in a copy whose content controls were lost (LibreOffice, Word Online, mail), by their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from docx.oxml.ns import qn

from functions.drafting.base import Base, Line
from functions.drafting.controls import Cells, Unit, cells_in, is_ours, key_of, read_whole, unit_of
from functions.drafting.tagging import enclose
from functions.drafting.wording import fold

SURE = 0.75
"""Share of words in common from which a changed line is the same line, where no other comes near."""
WRITTEN_ON = 0.85
"""What it counts when one of them begins with the other."""
DOUBTFUL = 0.4
"""From here it may be: hers stays, and ours is added where it seems to be missing."""
_CLEAR = 0.1


@dataclass(frozen=True, slots=True)
class Recognised:
    """units: lines found by their words; doubtful: tags that may or may not stand there in other words."""

    units: tuple[Unit, ...] = ()
    doubtful: frozenset[str] = frozenset()


def recognise(body: Any, *, base: Base, known: Iterable[str]) -> Recognised:
    """Our lines that stand in the file without their controls. They get them again. known: tags that need not be looked for.

    Parts come first, as a line's own words are those outside its parts.
    """
    missing = {tag: line for tag, line in base.known.items() if tag not in known and any(map(any, line.key))}
    found: list[Unit] = []
    doubtful: set[str] = set()
    for level in ("run", "block", "row"):
        wanted = {tag: line for tag, line in missing.items() if line.level == level}
        if wanted:
            units, unsure = _match(wanted, _candidates(body, level=level))
            found += units
            doubtful |= unsure
    return Recognised(tuple(found), frozenset(doubtful))


def alike(one: Cells, other: Cells) -> float:
    """How much two lines have in common by their first words, 0 to 1."""
    first, second = (fold(next((words for cell in cells for words in cell), "")) for cells in (one, other))
    if not first or not second:
        return 0.0
    shorter, longer = sorted((first, second), key=len)
    begins = longer[: len(shorter)] == shorter  # written on: "Uppföljning" → "Uppföljning, Anna inleder"
    return max(SequenceMatcher(None, first, second, autojunk=False).ratio(), WRITTEN_ON if begins else 0.0)


def _candidates(body: Any, *, level: str) -> list[Any]:
    """Rows, or paragraphs, that stand in no line of ours; parts may stand in a row of ours."""
    if level == "row":
        rows = [row for row in body.iter(qn("w:tr")) if not any(is_ours(around) for around in row.iterancestors(qn("w:sdt")))]
        return [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None]
    return [
        paragraph
        for paragraph in body.iter(qn("w:p"))
        if all(next(around.iter(qn("w:tr")), None) is not None for around in paragraph.iterancestors(qn("w:sdt")) if is_ours(around))
        and not any(is_ours(inside) for inside in paragraph.iter(qn("w:sdt")))
    ]


def _match(wanted: Mapping[str, Line], candidates: Sequence[Any]) -> tuple[list[Unit], set[str]]:
    """First those whose words are the same, in order; then the changed ones of whom there is no doubt."""
    free = list(candidates)
    found: list[Unit] = []
    left: dict[str, Line] = {}
    for tag, line in wanted.items():
        same = next((node for node in free if _key(node, line) == line.key), None)
        if same is None:
            left[tag] = line
            continue
        free.remove(same)
        found.append(_tagged(same, line, tag=tag))
    doubtful: set[str] = set()
    scores = {tag: sorted(((alike(_key(node, line), line.key), at) for at, node in enumerate(free)), reverse=True)[:2] for tag, line in left.items()}
    for tag, line in left.items():
        best = scores[tag][0] if scores[tag] else (0.0, -1)
        second = scores[tag][1][0] if len(scores[tag]) > 1 else 0.0
        rival = max((other[0][0] for name, other in scores.items() if name != tag and other and other[0][1] == best[1]), default=0.0)
        if best[0] >= SURE and best[0] - max(second, rival) >= _CLEAR:
            found.append(_tagged(free[best[1]], line, tag=tag))
        elif best[0] >= DOUBTFUL:
            doubtful.add(tag)
    return found, doubtful


def _key(node: Any, line: Line) -> Cells:
    if line.level == "run":
        words = read_whole(node)
        label = line.label
        return key_of((((words[len(label) :].strip() if label and words.startswith(label) else words),),))
    return key_of(cells_in([node], level="row" if node.tag == qn("w:tr") else "block"))


def _tagged(node: Any, line: Line, *, tag: str) -> Unit:
    """The line with its control put back, where its bounds are known."""
    if line.level != "run":
        return unit_of(enclose([node], tag=tag))
    runs = [child for child in node if child.tag != qn("w:pPr")]
    if line.label:
        while runs and read_whole_of(runs) != line.cells[0][0]:
            runs.pop(0)
    return unit_of(enclose(runs, tag=tag)) if runs else Unit(tag, node, "run", ((read_whole(node),),))


def read_whole_of(nodes: Sequence[Any]) -> str:
    """The words of neighbouring elements."""
    return cells_in(nodes, level="run")[0][0]
