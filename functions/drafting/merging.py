"""Merges a new version of a draft into the one that the secretary edited, line by line, in her own file.

Three ways: what we wrote last (base), her file now (hers), what we would write today (ours). What she changed stays as she wrote it, what she took
away stays away, her order and her own lines stay; lines that she did not touch are told anew, and new ones come at their place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from docx.oxml.ns import qn

from functions.drafting.base import Base, Line, line_of, number_of, words_around
from functions.drafting.columns import fit_columns, match_columns
from functions.drafting.controls import Unit, is_ours, read, survey, texts_outside, unit_of
from functions.drafting.inplace import refresh, remove, renumber, rewrite
from functions.drafting.paper import Paper, Unmergeable, number_new_controls, open_paper, write_paper
from functions.drafting.placing import put_in, twin_of
from functions.drafting.recognising import recognise

_ACROSS = frozenset(
    qn(name) for name in ("w:moveFrom", "w:moveTo", "w:moveFromRangeStart", "w:moveToRangeStart", "w:cellIns", "w:cellDel", "w:cellMerge")
)


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of the lines, by tag.

    data: the file; base: for the next time; changed: as she wrote them; deleted: taken away by her; stale: changed by her, and not to be there any
    more; kept_away: new (or open again), and not put in, as she took away the line or the point that it belongs to; words: what she wrote in the
    changed ones; titles: first words of all that stand there, and of what was kept away.
    """

    data: bytes
    base: Base
    added: tuple[str, ...] = ()
    refreshed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    kept_away: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Work:
    """A merge under way.

    there: the units in her file, new: those of ours, by tag; untouched: tags of those in hers that are as we wrote them; away: of those
    that she took away.
    """

    hers: Paper
    ours: Paper
    base: Base
    there: dict[str, Unit]
    new: dict[str, Unit]
    untouched: frozenset[str]
    away: frozenset[str]

    def look_again(self, tag: str) -> None:
        """Take up what a unit of hers holds now."""
        self.there[tag] = unit_of(self.there[tag].element, tag=tag)


def merge(hers: bytes, *, ours: bytes, base: Base) -> Merged:
    """Her file with what is new. Raises Unmergeable where that cannot be done without risk to what she wrote."""
    work = _start(hers, ours=ours, base=base)
    _refuse(work.hers.body)
    _rewrite_around(work)
    rows = [unit for unit in work.there.values() if unit.level == "row"]
    fit_columns(rows, work.new, base=base, untouched=work.untouched, hers=work.hers, ours=work.ours)
    for unit in rows:
        work.look_again(unit.tag)
    removed, stale = _take_out(work)
    changed, refreshed = _tell_anew(work)
    added = put_in(work.new, work.there, away=work.away, base=base, hers=work.hers, ours=work.ours)
    kept_away = tuple(
        tag for tag, unit in work.new.items() if not {tag, twin_of(tag)} & {*work.there, *base.lines} and {tag, unit.parent} & work.away
    )
    _number(work)
    number_new_controls(work.hers.body)
    return Merged(
        write_paper(work.hers),
        _next_base(work, changed=changed),
        tuple(added),
        tuple(refreshed),
        tuple(removed),
        tuple(changed),
        tuple(tag for tag in work.new if tag in work.away),
        tuple(stale),
        kept_away,
        _words_of(work.there, changed),
        {**_words_of(work.new, kept_away), **_words_of(work.there, work.there)},
    )


def compare(hers: bytes, *, base: Base) -> Merged:
    """What she did to the lines of a file of ours, nothing done to it. Raises Unmergeable where it cannot be read."""
    there, untouched, away = _look(open_paper(hers), base)
    changed = tuple(tag for tag in base.lines if tag in there and tag not in untouched)
    return Merged(hers, base, changed=changed, deleted=tuple(tag for tag in base.lines if tag in away), words=_words_of(there, changed))


def is_untouched(hers: bytes, *, base: Base) -> bool:
    """Whether nobody changed a word since we wrote it: a program may have saved it again."""
    try:
        paper = open_paper(hers)
    except Unmergeable:
        return False
    units = survey(paper.body)
    if [unit.tag for unit in units] != list(base.lines) or any(unit.marked or unit.key != base.lines[unit.tag].key for unit in units):
        return False
    return words_around(paper) == {name: tuple(words) for name, words in base.around.items()}


def likeness(data: bytes, base: Base) -> int:
    """How many lines of a file are as this base has them."""
    try:
        units = survey(open_paper(data).body)
    except Unmergeable:
        return 0
    return sum(unit.tag in base.lines and unit.key == base.lines[unit.tag].key for unit in units)


def _start(hers: bytes, *, ours: bytes, base: Base) -> Work:
    theirs, fresh = open_paper(hers), open_paper(ours)
    there, untouched, away = _look(theirs, base)
    return Work(theirs, fresh, base, there, {unit.tag: unit for unit in survey(fresh.body)}, untouched, away)


def _refuse(body: Any) -> None:
    """Raise Unmergeable for tracked changes that no single line holds."""
    for node in body.iter():
        around = node.getparent()
        blocks = node.tag in (qn("w:ins"), qn("w:del")) and any(child.tag in (qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:sdt")) for child in node)
        if node.tag in _ACROSS or (blocks and around.tag != qn("w:p")):
            raise Unmergeable("filen har spårade ändringar som går över flera rader")


def _look(paper: Paper, base: Base) -> tuple[dict[str, Unit], frozenset[str], frozenset[str]]:
    """Our lines in her file by tag; the tags of those that she left alone; and of those that she took away, now or earlier.

    An emptied control is none, and tells for sure that its line was taken away; of two with one tag (a copied line) the one that is as we wrote it is
    ours. Where most controls are gone, a line that may stand there in other words does not count as taken away.
    """
    there: dict[str, Unit] = {}
    emptied: set[str] = set()
    ours = base.known
    for unit in survey(paper.body):
        line = ours.get(unit.tag)
        if unit.is_empty and (line is None or any(map(any, line.cells))):
            emptied.add(unit.tag)
            continue
        if unit.tag not in there or (line is not None and there[unit.tag].key != line.key and unit.key == line.key):
            there[unit.tag] = unit
    is_lost = sum(tag in there for tag in base.lines) * 2 < len(base.lines)
    found = recognise(paper.body, base=base, known=frozenset(there) | base.away)
    there.update({unit.tag: unit for unit in found.units})
    there = {tag: unit_of(unit.element, tag=tag) if is_ours(unit.element) else unit for tag, unit in there.items()}
    untouched = frozenset(tag for tag, unit in there.items() if tag in ours and unit.key == ours[tag].key and not unit.marked)
    doubtful = found.doubtful - emptied if is_lost else frozenset[str]()
    away = frozenset(tag for tag in (*ours, *base.away) if tag not in there and tag not in doubtful)
    return there, untouched, away | {twin for tag in away if (twin := twin_of(tag)) not in there}


def _words_of(there: Mapping[str, Unit], tags: Collection[str]) -> dict[str, str]:
    return {tag: there[tag].title for tag in tags}


def _rewrite_around(work: Work) -> None:
    """Words outside the lines (a date in the heading or the header) that are other words now, where she left them alone."""
    for part, root in {"body": work.hers.body, **work.hers.stories}.items():
        mine = work.ours.body if part == "body" else work.ours.stories.get(part)
        now = list(texts_outside(mine)) if mine is not None else []
        before = work.base.around.get(part, ())
        if len(before) != len(now):
            continue
        for (paragraph, words), old in zip(now, before, strict=True):
            place = next((node for node, said in texts_outside(root) if said == old), None) if words != old else None
            if place is not None and not any(is_ours(inside) for inside in place.iter(qn("w:sdt"))):
                rewrite(place, paragraph, hers=work.hers, ours=work.ours)


def _take_out(work: Work) -> tuple[list[str], list[str]]:
    """Lines that are not to be there any more go, unless she wrote in them; those that stay stale are told of."""
    removed: list[str] = []
    stale: list[str] = []
    for tag in work.base.known:
        unit, mine = work.there.get(tag), work.new.get(tag)
        if unit is None or (mine is not None and mine.level == unit.level):
            continue
        inside = [other.tag for other in work.there.values() if other.parent == tag]
        if tag not in work.untouched or any(part in work.new or part not in work.untouched for part in inside):
            if mine is None:
                stale.append(tag)
            continue
        table = next(unit.element.iterancestors(qn("w:tbl")), None)
        remove(unit)
        if table is not None and unit.level == "row":
            _drop_empty_table(table, work)
        for gone in (tag, *inside):
            del work.there[gone]
            removed.append(gone)
    return [tag for tag in removed if tag not in work.new], stale


def _drop_empty_table(table: Any, work: Work) -> None:
    """A table of ours in which no row is left (the appendix) goes with its heading."""
    if len(list(table.iter(qn("w:tr")))) > 1 or table.getparent() is not work.hers.body:
        return
    heading, wanted = table.getprevious(), words_around(work.ours)["body"]
    words = read(heading) if heading is not None and heading.tag == qn("w:p") else ""
    if words and words in work.base.around.get("body", ()) and words not in wanted:
        work.hers.body.remove(heading)
        work.hers.body.remove(table)


def _tell_anew(work: Work) -> tuple[list[str], list[str]]:
    """The tags of lines that she changed, and of those that have got new words."""
    changed, refreshed = [], []
    for tag, mine in work.new.items():
        unit = work.there.get(tag)
        if unit is None:
            continue
        if tag not in work.untouched:
            changed += [tag] if unit.key != mine.key or unit.marked else []
            continue
        columns = match_columns(unit, mine) if unit.level == mine.level == "row" else None
        wanted = mine.key if columns is None else tuple(mine.key[at] if at >= 0 else unit.key[number] for number, at in enumerate(columns))
        if unit.level == mine.level and unit.key != wanted and len(unit.key) == len(wanted):
            refresh(unit, mine, hers=work.hers, ours=work.ours, columns=columns)
            work.look_again(tag)
            refreshed.append(tag)
    return changed, refreshed


def _number(work: Work) -> None:
    """Numbers follow the order, as far as they are ours to give."""
    tops = [unit for unit in work.there.values() if unit.parent is None and unit.level != "run"]
    tables = [table for unit in tops for table in unit.element.iterancestors(qn("w:tbl"))]
    lines: list[Any] = []
    as_written: dict[int, str] = {}
    for element in work.hers.body.iter(qn("w:tr"), qn("w:sdt"), qn("w:p")):
        unit = next((unit for unit in tops if unit.element is element), None)
        is_own = element.tag == qn("w:tr") and element.getparent() in tables and element.getparent() is not None
        if unit is None and not is_own:
            continue
        line = work.base.lines.get(unit.tag) if unit is not None else None
        if line is not None and line.number:
            as_written[len(lines)] = line.number
        lines.append(element)
    renumber(lines, first=min(_numbers(work.new.values()), default=1), as_written=as_written)


def _numbers(units: Iterable[Unit]) -> list[int]:
    return [int(digits[0]) for unit in units if (digits := re.findall(r"\d+", number_of(unit)))]


def _next_base(work: Work, *, changed: Collection[str]) -> Base:
    """What the next version is compared with: for each line the words that we wrote, or would have written had she not changed it."""
    lines: dict[str, Line] = {}
    for tag, mine in work.new.items():
        unit = work.there.get(tag)
        as_it_is = line_of(unit_of(unit.element, tag=tag)) if unit is not None else line_of(mine)
        is_hers = unit is None or tag in changed or not is_ours(unit.element)
        lines[tag] = replace(line_of(mine), number=as_it_is.number) if is_hers else as_it_is
    stale = {tag: line for tag, line in work.base.known.items() if tag in work.there and tag not in work.new}
    return replace(work.base, lines=lines, around=words_around(work.ours), away=work.away, stale=stale)
