"""Automatic numbers and bullets, as Word shows them before a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from functions.reading.namespaces import ALTERNATE, CHOICE, ILVL, NUM_ID, P_STYLE, R_PR, VAL, W, is_on, whole_number
from functions.reading.numerals import write_numeral
from functions.reading.styles import Style, Styles, read_look, resolve_style
from functions.reading.symbols import show_symbols

_PLACE = re.compile(r"%([1-9])")
_ABSTRACT_ID, _START, _NUM_FMT = W + "abstractNumId", W + "start", W + "numFmt"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. text: its lvlText, or the bullet as shown.

    restart: the 1-based level whose use starts this one anew, 0 for never, None for any higher one.
    """

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    text: str = ""
    style: str | None = None
    restart: int | None = None
    legal: bool = False


_NO_LEVEL = Level()


@dataclass(frozen=True, slots=True)
class NumberedList:
    """What a w:num says: which counters it uses (those of its abstract list), its levels, and which of them its first use starts anew."""

    id: int
    counters: int
    levels: dict[int, Level]
    restarted: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of word/numbering.xml, resolved when first asked for."""

    numbers: dict[int, Element]
    abstracts: dict[int, Element]
    styles: Styles
    language: str = "sv"
    resolved: dict[int, NumberedList | None] = field(default_factory=dict)
    places: dict[tuple[str | None, str | None, str], tuple[NumberedList, int] | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counters:
    """How far the lists of one story have counted. counts: by list and level; begun: which lists have been started anew at which level."""

    counts: dict[int, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[int, int]] = field(default_factory=set)


def read_numbering(root: Element | None, styles: Styles) -> Numbering:
    """The lists of word/numbering.xml; none when the part is missing."""
    numbers: dict[int, Element] = {}
    abstracts: dict[int, Element] = {}
    for element in root if root is not None else ():
        if element.tag == W + "num" and (num_id := whole_number(element.get(NUM_ID))) is not None:
            numbers.setdefault(num_id, element)
        elif element.tag == W + "abstractNum" and (abstract_id := whole_number(element.get(_ABSTRACT_ID))) is not None:
            abstracts.setdefault(abstract_id, element)
    return Numbering(numbers, abstracts, styles, styles.language)


def find_list(numbering: Numbering, num_id: int | None) -> NumberedList | None:
    """The list of that w:num, None when there is none (0 takes a paragraph out of its style's list)."""
    if not num_id:
        return None
    if num_id not in numbering.resolved:
        numbering.resolved[num_id] = _resolve(numbering, num_id, set())
    return numbering.resolved[num_id]


def _resolve(numbering: Numbering, num_id: int, seen: set[int]) -> NumberedList | None:
    number = numbering.numbers.get(num_id)
    reference = number.find(_ABSTRACT_ID) if number is not None else None
    abstract_id = whole_number(reference.get(VAL)) if reference is not None else None
    abstract = numbering.abstracts.get(abstract_id) if abstract_id is not None else None
    if number is None or abstract is None or abstract_id is None or num_id in seen:
        return None
    link = abstract.find(W + "numStyleLink")
    base: NumberedList | None = None
    if link is not None:
        # The levels stand in the list that a numbering style names.
        target = resolve_style(numbering.styles, link.get(VAL)).num_id
        base = _resolve(numbering, target, seen | {num_id}) if target else None
    levels = dict(base.levels) if base else {}
    levels |= _read_levels(abstract)
    restarted: set[int] = set()
    for override in number.iterchildren(W + "lvlOverride"):
        place = whole_number(override.get(ILVL)) or 0
        for level in _read_levels(override).values():
            levels[place] = level
        anew = override.find(W + "startOverride")
        if anew is not None:
            restarted.add(place)
            levels[place] = replace(levels.get(place, _NO_LEVEL), start=whole_number(anew.get(VAL)) or 0)
    return NumberedList(num_id, base.counters if base else abstract_id, levels, frozenset(restarted))


def _read_levels(parent: Element) -> dict[int, Level]:
    return {whole_number(element.get(ILVL)) or 0: _read_level(element) for element in parent.iterchildren(W + "lvl")}


def _read_level(element: Element) -> Level:
    said = {child.tag: child.get(VAL) for child in element}
    form, pattern = said.get(_NUM_FMT) or "decimal", ""
    alternate = element.find(ALTERNATE)
    custom = alternate.find(f"{CHOICE}/{_NUM_FMT}") if alternate is not None else None
    if custom is not None:
        form, pattern = custom.get(VAL) or "decimal", custom.get(W + "format") or ""
    text = said.get(W + "lvlText") or ""
    if W + "lvlPicBulletId" in said:
        form, text = "bullet", "•"
    elif form == "bullet":
        text = _bullet(text, read_look(element.find(R_PR))[2])
    start = whole_number(said.get(_START))
    return Level(
        start=1 if start is None and _START in said else (start or 0),
        form=form,
        pattern=pattern,
        text=text,
        style=said.get(P_STYLE),
        restart=whole_number(said.get(W + "lvlRestart")),
        legal=W + "isLgl" in said and is_on(said[W + "isLgl"]),
    )


def place_in_list(direct: Element | None, style: Style, numbering: Numbering) -> tuple[NumberedList, int] | None:
    """Which list a paragraph is in, and how deep (0-based): by its own numPr, else by its style's; None when in none."""
    num_id = ilvl = None
    for child in direct if direct is not None else ():
        if child.tag == NUM_ID:
            num_id = child.get(VAL)
        elif child.tag == ILVL:
            ilvl = child.get(VAL)
    key = (num_id, ilvl, style.id)
    if key not in numbering.places:
        numbering.places[key] = _place(whole_number(num_id), whole_number(ilvl), style, numbering)
    return numbering.places[key]


def _place(num_id: int | None, ilvl: int | None, style: Style, numbering: Numbering) -> tuple[NumberedList, int] | None:
    found = find_list(numbering, style.num_id if num_id is None else num_id)
    if found is None:
        return None
    if num_id is None and ilvl is None:
        # ISO 29500-1, 17.9.23: a level that names the style tells how deep it is.
        linked = next((depth for name in style.lineage for depth, level in found.levels.items() if level.style == name), None)
        ilvl = linked if linked is not None else style.ilvl
    return found, min(max(ilvl or 0, 0), 8)


def count_on(found: NumberedList, depth: int, counters: Counters, *, language: str = "sv") -> str | None:
    """Count one more paragraph of a list and say what Word shows before it; None when it shows nothing."""
    counts = counters.counts.setdefault(found.counters, {})
    for level in found.restarted:
        if level <= depth and (found.id, level) not in counters.begun:
            counts.pop(level, None)
            if level == depth:
                counters.begun.add((found.id, level))
    here = found.levels.get(depth, _NO_LEVEL)
    counts[depth] = counts[depth] + 1 if depth in counts else here.start
    if here.form == "bullet" and len(counts) == 1:
        return here.text or None
    for deeper in [level for level in counts if level > depth]:
        restart = found.levels.get(deeper, _NO_LEVEL).restart
        if restart is None or (restart > 0 and depth < restart):
            del counts[deeper]
    return _show(found, depth, counts, language)


def _show(found: NumberedList, depth: int, counts: dict[int, int], language: str) -> str | None:
    here = found.levels.get(depth)
    if here is None:
        return None
    if here.form == "bullet":
        return here.text or None

    def number(match: re.Match[str]) -> str:
        place = int(match.group(1)) - 1
        level = found.levels.get(place, _NO_LEVEL)
        form = "decimal" if here.legal and level.form != "none" else level.form
        return "" if form == "bullet" else write_numeral(counts.get(place, level.start), form, language=language, pattern=level.pattern)

    return _PLACE.sub(number, here.text).strip() or None


def _bullet(text: str, font: str | None) -> str:
    if text.strip() == "o" and (font or "").lower().startswith("courier"):
        return "○"
    return show_symbols(text, font).strip()
