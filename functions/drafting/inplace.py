"""Changes single lines in a secretary's file, and nothing around them: new words in her formatting, new lines in their place."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from docx.oxml.ns import qn

from functions.drafting.controls import NUMBER, Unit, cells_of_row, is_ours, leading_number, own_paragraphs, read, read_whole
from functions.drafting.paper import Paper, bring_over

_UNSEEN = frozenset((qn("w:lang"), qn("w:noProof"), qn("w:webHidden")))


def refresh(unit: Unit, wanted: Unit, *, hers: Paper, ours: Paper, columns: Sequence[int] | None) -> None:
    """Give an untouched line the words that it has now. columns: for each cell of hers, the cell of ours that belongs there."""
    if unit.level == "run":
        _rewrite_runs(unit, wanted, hers=hers, ours=ours)
        return
    mine, theirs = _places(wanted), _places(unit)
    for at, there in enumerate(theirs):
        chosen = at if columns is None else columns[at]
        if chosen >= 0:
            _rewrite_cell(there, mine[chosen], hers=hers, ours=ours)


def remove(unit: Unit) -> None:
    """Take a line away; of a part of a paragraph the whole paragraph, where no other part stands in it."""
    node = carrier_of(unit)
    cell = node.getparent()
    if node.tag == qn("w:p") and cell.tag == qn("w:tc") and len(cell.findall(qn("w:p"))) == 1 and next(cell.iter(qn("w:p"))) is node:
        for child in [child for child in node if child.tag != qn("w:pPr")]:  # Word wants a paragraph in every cell
            node.remove(child)
        return
    cell.remove(node)


def carrier_of(unit: Unit) -> Any:
    """What comes and goes with a line: its control, or the paragraph that carries nothing but it."""
    if unit.level != "run":
        return unit.element
    paragraph = unit.element if unit.element.tag == qn("w:p") else next(unit.element.iterancestors(qn("w:p")))
    alone = sum(1 for inside in paragraph.iter(qn("w:sdt")) if is_ours(inside)) <= 1
    return paragraph if alone else unit.element


def insert(unit: Unit, *, before: Any = None, after: Any = None, into: Any = None, hers: Paper, ours: Paper, columns: Sequence[int] | None) -> Any:
    """Put a line of ours into her file, before or after an element, or last in a cell; the element that came in.

    columns: as in `refresh`; -1 for a column of hers that ours has not, which stays empty.
    """
    made = bring_over(carrier_of(unit), source=ours, target=hers)
    if unit.level == "row" and columns is not None:
        for row in list(made.iter(qn("w:tr"))):
            _choose_cells(row, columns)
    if after is not None:
        after.addnext(made)
    elif before is not None:
        before.addprevious(made)
    else:
        into.append(made)
    return made


def renumber(lines: Sequence[Any], *, first: int, as_written: dict[int, str]) -> None:
    """Number the lines one by one again, where their numbers are plain and were not the secretary's own.

    lines: the elements of all lines in order, her own ones among them; first: what ours begin with; as_written: the numbers of ours when we
    wrote them, by position.
    """
    found = [(at, paragraph, words) for at, line in enumerate(lines) if (numbered := _number_in(line)) is not None for paragraph, words in [numbered]]
    numbers = [re.fullmatch(r"(\d+)([.)]?)", words) for _, _, words in found]
    plain = [match for match in numbers if match is not None]
    if not plain or len(plain) != len(numbers) or len({match[2] for match in plain}) != 1:
        return
    values = [int(match[1]) for match in plain]
    known = [(value, as_written[at] != words) for (at, _, words), value in zip(found, values, strict=True) if at in as_written]
    run_on = bool(known) and all(is_hers for _, is_hers in known) and known[0][0] > first + len(found)  # her numbers go on through the year
    start = known[0][0] if run_on else first
    for number, (_, paragraph, _), value in zip(range(start, start + len(found)), found, values, strict=True):
        if number != value:
            _set_number(paragraph, str(number))


def _number_in(element: Any) -> tuple[Any, str] | None:
    paragraph = next(element.iter(qn("w:p")), None)
    number = leading_number(read_whole(paragraph)) if paragraph is not None else ""
    return (paragraph, number) if number else None


def _set_number(paragraph: Any, number: str) -> None:
    """Put other digits where the paragraph's first ones stand, in their formatting."""
    written = False
    for text in paragraph.iter(qn("w:t")):
        words = text.text or ""
        digits = re.match(r"\s*(\d+)", words) if not written else re.match(r"(\d+)", words)
        if digits is None:
            if words.strip():
                return
            continue
        text.text = words[: digits.start(1)] + ("" if written else number) + words[digits.end(1) :]
        written = True
        if text.text.strip() not in ("", number):
            return


def _places(unit: Unit) -> list[list[Any]]:
    """The unit's own paragraphs, cell by cell, without those that only bear its number."""
    if unit.level == "row":
        rows = [row for node in unit.content for row in node.iter(qn("w:tr"))]
        cells = [own_paragraphs(cell) for row in rows for cell in cells_of_row(row)]
    else:
        cells = [[paragraph for node in unit.content for paragraph in own_paragraphs(node)]]
    if cells and cells[0] and NUMBER.fullmatch(read(cells[0][0])):
        cells[0] = cells[0][1:]
    return cells


def _rewrite_cell(there: Sequence[Any], new: Sequence[Any], *, hers: Paper, ours: Paper) -> None:
    old_words, new_words = [read(paragraph) for paragraph in there], [read(paragraph) for paragraph in new]
    for sort, i1, i2, j1, j2 in SequenceMatcher(None, old_words, new_words, autojunk=False).get_opcodes():
        if sort == "equal":
            continue
        both = min(i2 - i1, j2 - j1)
        for at in range(both):
            rewrite(there[i1 + at], new[j1 + at], hers=hers, ours=ours)
        for paragraph in there[i1 + both : i2]:
            _drop_paragraph(paragraph)
        place = there[i1 + both - 1] if i1 + both else None
        for paragraph in new[j1 + both : j2]:
            made = bring_over(paragraph, source=ours, target=hers)
            if place is not None:
                place.addnext(made)
            elif there:
                there[0].addprevious(made)
            else:
                return
            place = made


def rewrite(there: Any, new: Any, *, hers: Paper, ours: Paper) -> None:
    """Give a paragraph of hers the words of ours: in our runs, or, where she formatted it, in the look of her first one."""
    old = [child for child in there if isinstance(child.tag, str) and child.tag != qn("w:pPr") and not is_ours(child)]
    made = [child for child in bring_over(new, source=ours, target=hers) if isinstance(child.tag, str) and child.tag != qn("w:pPr")]
    made = [child for child in made if not is_ours(child)]
    _exchange(old, made, at=there)


def _rewrite_runs(unit: Unit, wanted: Unit, *, hers: Paper, ours: Paper) -> None:
    if unit.element.tag == qn("w:p"):  # a lost control, its bounds unknown
        return
    made = bring_over(wanted.element, source=ours, target=hers).find(qn("w:sdtContent"))
    _exchange(unit.content, [child for child in made if isinstance(child.tag, str)], at=unit.element.find(qn("w:sdtContent")))


def _exchange(old: Sequence[Any], new: Sequence[Any], *, at: Any) -> None:
    looks = [_look(run) for node in old for run in node.iter(qn("w:r")) if next(run.iter(qn("w:t")), None) is not None]
    known = [_look(run) for node in new for run in node.iter(qn("w:r"))]
    if looks and any(look not in known for look in looks):
        worded = [run for node in old for run in node.iter(qn("w:r")) if next(run.iter(qn("w:t")), None) is not None]
        firsts = [run for at, run in enumerate(worded) if at == 0 or _look(run) != _look(worded[at - 1])]
        fits = len(firsts) == len(new) and all(node.tag == qn("w:r") for node in new)
        pairs = [(run, [node]) for run, node in zip(firsts, new, strict=True)] if fits else [(firsts[0], list(new))]
        new = [_run_like(run, "".join(_plain(nodes))) for run, nodes in pairs]
    start = at.index(old[0]) if old else 1 if len(at) and at[0].tag == qn("w:pPr") else 0
    for child in old:
        at.remove(child)
    for number, child in enumerate(new):
        at.insert(start + number, child)


def _run_like(run: Any, words: str) -> Any:
    made = copy.deepcopy(run)
    for child in [child for child in made if child.tag != qn("w:rPr")]:
        made.remove(child)
    text = made.makeelement(qn("w:t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    text.text = words
    made.append(text)
    return made


def _plain(nodes: Sequence[Any]) -> Iterator[str]:
    for node in nodes:
        for text in node.iter(qn("w:t"), qn("w:tab")):
            yield text.text or "" if text.tag == qn("w:t") else " "


def _look(run: Any) -> frozenset[tuple[str, tuple[tuple[str, str], ...]]]:
    properties = run.find(qn("w:rPr"))
    found = [] if properties is None else [child for child in properties if child.tag not in _UNSEEN]
    return frozenset((child.tag, tuple(sorted((str(name), str(value)) for name, value in child.attrib.items()))) for child in found)


def _drop_paragraph(paragraph: Any) -> None:
    holder = paragraph.getparent()
    if holder.tag == qn("w:tc") and len(holder.findall(qn("w:p"))) == 1:
        for child in [child for child in paragraph if child.tag != qn("w:pPr")]:
            paragraph.remove(child)
        return
    holder.remove(paragraph)


def _choose_cells(row: Any, columns: Sequence[int]) -> None:
    """Make a row of ours have the columns of hers."""
    cells = cells_of_row(row)
    chosen = []
    for at in columns:
        cell = copy.deepcopy(cells[at if at >= 0 else 0])
        if at < 0:
            for paragraph in cell.findall(qn("w:p"))[1:]:
                cell.remove(paragraph)
            for child in [child for child in cell.find(qn("w:p")) if child.tag != qn("w:pPr")]:
                cell.find(qn("w:p")).remove(child)
        chosen.append(cell)
    place = cells[0].getparent().index(cells[0])
    holder = cells[0].getparent()
    for cell in cells:
        cell.getparent().remove(cell)
    for number, cell in enumerate(chosen):
        holder.insert(place + number, cell)
