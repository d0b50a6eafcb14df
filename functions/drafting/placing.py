"""Puts new lines into the secretary's file, each where it stands in ours as seen from the lines that she did not move."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from docx.oxml.ns import qn

from functions.drafting.base import Base
from functions.drafting.columns import match_columns
from functions.drafting.controls import Unit, cells_in, cells_of_row, is_ours, key_of, read, texts_outside, unit_of
from functions.drafting.inplace import carrier_of, insert, remove
from functions.drafting.paper import Paper, Unmergeable, bring_over
from functions.drafting.tagging import PREFIX
from functions.drafting.tags import IN_APPENDIX
from functions.drafting.wording import fold


def put_in(new: Mapping[str, Unit], there: dict[str, Unit], *, away: Collection[str], base: Base, hers: Paper, ours: Paper) -> list[str]:
    """The tags of the lines that came in. there: the units in her file by tag, to which they are added; away: tags of what she took away.

    Raises Unmergeable where there is no place for one.
    """
    added: list[str] = []
    steady = steady_lines(in_file_order(hers.body, there, new), [tag for tag in new if tag in there])
    known_words = {fold(words) for words in _own_lines(hers.body)} - {fold(words) for words in base.around.get("body", ())} - {()}
    for tag, mine in new.items():
        if tag in there or tag in away or mine.parent in added or fold(mine.title) in known_words:
            continue
        if twin_of(tag) in there:  # she wrote in it where it stood before
            continue
        if mine.parent in away and not any(unit.parent == mine.parent and unit.tag in there for unit in new.values()):
            continue
        made = _bring_table(mine, new, there, base=base, hers=hers, ours=ours)
        made = made if made is not None else _place(mine, new, there, steady=steady, hers=hers, ours=ours)
        for control in list(made.iter(qn("w:sdt"))):
            if not is_ours(control) or control.getparent() is None:
                continue
            unit = unit_of(control)
            if unit.tag in added:
                continue
            if unit.tag != tag and (unit.tag in there or unit.tag in away):
                remove(unit)
                continue
            there[unit.tag] = unit
            steady.add(unit.tag)
            added.append(unit.tag)
    return added


def twin_of(tag: str) -> str:
    """The tag that the same point has in the appendix, or outside it."""
    appendix = f"{PREFIX}{IN_APPENDIX}"
    return tag.replace(appendix, PREFIX, 1) if tag.startswith(appendix) else tag.replace(PREFIX, appendix, 1)


def _bring_table(mine: Unit, new: Mapping[str, Unit], there: Mapping[str, Unit], *, base: Base, hers: Paper, ours: Paper) -> Any:
    """A whole table that is new (the first appendix) with its heading, behind what stands before it in ours; None where there is such a table."""
    table = next(mine.element.iterancestors(qn("w:tbl")), None) if mine.level == "row" else None
    if table is None or table.getparent() is not ours.body:
        return None
    mates = [unit.tag for unit in new.values() if table in unit.element.iterancestors()]
    if any(tag in there or tag in base.lines for tag in mates):
        return None
    heading = table.getprevious()
    words = read(heading) if heading is not None and heading.tag == qn("w:p") else ""
    first = heading if words and words not in base.around.get("body", ()) else table
    before = first.getprevious()
    known = next((there[unit.tag] for unit in new.values() if unit.tag in there and before in [unit.element, *unit.element.iterancestors()]), None)
    if known is None:
        return None
    anchor = next(node for node in [known.element, *known.element.iterancestors()] if node.getparent() is hers.body)
    made = bring_over(table, source=ours, target=hers)
    anchor.addnext(made)
    if first is not table:
        anchor.addnext(bring_over(heading, source=ours, target=hers))
    return made


def _own_lines(body: Any) -> Iterator[str]:
    """The first words of her own rows, and her own paragraphs."""
    for row in body.iter(qn("w:tr")):
        if not any(is_ours(around) for around in row.iterancestors(qn("w:sdt"))):
            yield next((words for cell in key_of(cells_in([row], level="row")) for words in cell), "")
    for paragraph, words in texts_outside(body):
        if paragraph.getparent().tag != qn("w:tc"):
            yield words


def in_file_order(body: Any, there: Mapping[str, Unit], wanted: Collection[str]) -> list[str]:
    """The tags of the units in her file as they follow each other."""
    elements = {unit.element: tag for tag, unit in there.items() if tag in wanted}
    return [elements[node] for node in body.iter() if node in elements]


def steady_lines(hers: Sequence[str], ours: Sequence[str]) -> set[str]:
    """The lines that stand in our order in her file too: the longest chain of them. The others she moved."""
    rank = {tag: at for at, tag in enumerate(ours)}
    chains: list[list[str]] = []
    for tag in hers:
        before: list[str] = max((chain for chain in chains if rank[chain[-1]] < rank[tag]), key=len, default=[])
        chains.append([*before, tag])
    longest: list[str] = max(chains, key=len, default=[])
    return set(longest)


def _place(mine: Unit, new: Mapping[str, Unit], there: Mapping[str, Unit], *, steady: Collection[str], hers: Paper, ours: Paper) -> Any:
    holder = carrier_of(mine).getparent()
    kin = [unit for unit in new.values() if unit.parent == mine.parent and unit.level == mine.level and carrier_of(unit).getparent() is holder]
    at = next(number for number, unit in enumerate(kin) if unit.tag == mine.tag)

    def stands(unit: Unit) -> bool:
        known = there.get(unit.tag)
        # In a copy that lost its controls a part may stand beside its line and no longer in it.
        return known is not None and known.level == mine.level and known.parent in (mine.parent, None) and unit.tag in steady

    before = next((there[unit.tag] for unit in reversed(kin[:at]) if stands(unit)), None)
    after = next((there[unit.tag] for unit in kin[at + 1 :] if stands(unit)), None)
    beside = before or after
    columns = match_columns(beside, mine) if beside is not None and mine.level == "row" else None
    if before is not None:
        return insert(mine, after=carrier_of(before), hers=hers, ours=ours, columns=columns)
    if after is not None:
        return insert(mine, before=carrier_of(after), hers=hers, ours=ours, columns=columns)
    if mine.parent in there and mine.level != "row":
        return insert(mine, into=_cell_for(mine, new, there), hers=hers, ours=ours, columns=None)
    neighbour = _paragraph_before(mine, there, hers=hers) if mine.level != "row" else None
    if neighbour is None:
        raise Unmergeable("tabellen med punkterna är ändrad så att nya punkter inte kan föras in")
    return insert(mine, after=neighbour, hers=hers, ours=ours, columns=None)


def _cell_for(mine: Unit, new: Mapping[str, Unit], there: Mapping[str, Unit]) -> Any:
    """Where the first part of a line goes: the cell of hers that is in the place of ours, or the line itself."""
    around = there[mine.parent or ""]
    cell = next((node for node in carrier_of(mine).iterancestors() if node.tag == qn("w:tc")), None)
    row = next((row for node in around.content for row in node.iter(qn("w:tr"))), None)
    if cell is None or row is None:
        inside = around.element.find(qn("w:sdtContent"))
        return inside if inside is not None else around.element.getparent()
    at = cells_of_row(next(cell.iterancestors(qn("w:tr")))).index(cell)
    columns = match_columns(around, new[around.tag]) if around.tag in new else None
    theirs = cells_of_row(row)
    place = at if columns is None else columns.index(at) if at in columns else 0
    return theirs[min(place, len(theirs) - 1)]


def _paragraph_before(mine: Unit, there: Mapping[str, Unit], *, hers: Paper) -> Any:
    """What stands in her file where the paragraph before this one stands in ours (a new fact under the heading)."""
    node = carrier_of(mine).getprevious()
    while node is not None:
        tags = [unit_of(control).tag for control in node.iter(qn("w:sdt")) if is_ours(control)]
        known = next((there[tag] for tag in tags if tag in there), None)
        if known is not None:
            return carrier_of(known)
        same = next((place for place, words in texts_outside(hers.body) if words == read(node)), None) if node.tag == qn("w:p") else None
        if same is not None and same.getparent() is hers.body:
            return same
        node = node.getprevious()
    return None
