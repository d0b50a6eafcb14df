"""Word styles: names, outline levels, numbering and looks, each with what it inherits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element as Element

from functions.reading.namespaces import ILVL, NUM_ID, NUM_PR, OUTLINE, P_PR, R_PR, VAL, W, is_on, whole_number

# Word writes the English name of a built-in style whatever its own language; other programs write the Swedish one, or no styles at all.
_HEADING = re.compile(r"(?:heading|rubrik) ?([1-9])$", re.IGNORECASE)


class Toggles(NamedTuple):
    """What a level of formatting says of each look; None where it is silent. size: in half points; caps: capitals, small ones too."""

    bold: bool | None = None
    italic: bool | None = None
    strike: bool | None = None
    double_strike: bool | None = None
    hidden: bool | None = None
    underline: bool | None = None
    caps: bool | None = None
    size: str | None = None
    colour: str | None = None


class Look(NamedTuple):
    """How a run ends up looking."""

    bold: bool
    italic: bool
    strike: bool
    hidden: bool
    underline: bool = False
    caps: bool = False
    size: str | None = None
    colour: str | None = None


SILENT = Toggles()
PLAIN = Look(False, False, False, False)
_TOGGLE_TAGS = {W + "b": 0, W + "i": 1, W + "strike": 2, W + "dstrike": 3, W + "vanish": 4, W + "specVanish": 4}
_LONGEST_LINEAGE = 64  # Word itself allows far fewer
_UNDERLINE, _UNDERLINE_PLACE = W + "u", 5
_VALUES = {W + "sz": 7, W + "color": 8}
_CAPS, _CAPS_PLACE = (W + "caps", W + "smallCaps"), 6
_LOOKS = 9
SHADING = W + "shd"
R_STYLE, R_FONTS = W + "rStyle", W + "rFonts"
_ASCII, _ANSI = W + "ascii", W + "hAnsi"


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything that it inherits. outline: 1–9 or None; lineage: its id and its ancestors', nearest first."""

    id: str = ""
    name: str | None = None
    outline: int | None = None
    num_id: int | None = None
    ilvl: int | None = None
    toggles: Toggles = SILENT
    lineage: tuple[str, ...] = ()
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a file, resolved when first asked for."""

    elements: dict[str, Element]
    default: str | None = None
    defaults: Toggles = SILENT
    language: str = "sv"
    resolved: dict[str, Style] = field(default_factory=dict)
    looks: dict[tuple[Toggles, ...], Look] = field(default_factory=dict)
    regions: dict[tuple[str, tuple[str, ...]], Toggles] = field(default_factory=dict)


def read_look(properties: Element | None) -> tuple[Toggles, str | None, str | None]:
    """What a w:rPr says of bold, italic, strike, hidden and underline, and its character style and font."""
    if properties is None:
        return SILENT, None, None
    found: list[bool | str | None] | None = None
    style = font = None
    for child in properties:
        tag = child.tag
        place = _TOGGLE_TAGS.get(tag)
        if place is not None:
            if found is None:
                found = [None] * _LOOKS
            # specVanish only strengthens: it never makes a vanished run visible.
            on = is_on(child.get(VAL))
            found[place] = on or (place == 4 and bool(found[4]))
        elif tag == _UNDERLINE:
            found = found or [None] * _LOOKS
            found[_UNDERLINE_PLACE] = child.get(VAL, "none") != "none"
        elif tag in _VALUES:
            found = found or [None] * _LOOKS
            found[_VALUES[tag]] = child.get(VAL)
        elif tag in _CAPS:
            found = found or [None] * _LOOKS
            found[_CAPS_PLACE] = is_on(child.get(VAL)) or bool(found[_CAPS_PLACE])
        elif tag == R_STYLE:
            style = child.get(VAL)
        elif tag == R_FONTS:
            font = child.get(_ASCII) or child.get(_ANSI)
    return SILENT if found is None else Toggles._make(found), style, font


def read_toggles(properties: Element | None) -> Toggles:
    """What a w:rPr says of bold, italic, strike, hidden and underline."""
    return read_look(properties)[0]


def overlay(base: Toggles, over: Toggles) -> Toggles:
    """Toggles where `over` speaks before `base`."""
    if over == SILENT:
        return base
    return Toggles._make(low if high is None else high for low, high in zip(base, over, strict=True))


def read_styles(root: Element | None) -> Styles:
    """The styles of word/styles.xml; an empty set when the part is missing."""
    if root is None:
        return Styles({})
    elements: dict[str, Element] = {}
    default = None
    for element in root.iterchildren(W + "style"):
        style_id = element.get(W + "styleId")
        if style_id is None:
            continue
        elements.setdefault(style_id, element)
        flag = element.get(W + "default")
        if flag is not None and is_on(flag) and element.get(W + "type") == "paragraph":
            default = style_id
    properties = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    tongue = properties.find(W + "lang") if properties is not None else None
    language = (tongue.get(VAL) or "sv") if tongue is not None else "sv"
    return Styles(elements, default, read_toggles(properties), language)


def resolve_style(styles: Styles, style_id: str | None) -> Style:
    """The paragraph or character style of that id (None: the default paragraph style), with what it inherits.

    A style that the file does not define still has a name and a heading level, told from its id.
    """
    wanted = style_id if style_id is not None else styles.default
    if wanted is None:
        return Style()
    known = styles.resolved.get(wanted)
    if known is None:
        known = styles.resolved[wanted] = _inherit(styles, wanted)
    return known


def _inherit(styles: Styles, style_id: str) -> Style:
    chain: list[Element] = []
    lineage: list[str] = []
    current: str | None = style_id
    while current is not None and current in styles.elements and current not in lineage and len(lineage) < _LONGEST_LINEAGE:
        element = styles.elements[current]
        lineage.append(current)
        chain.append(element)
        base = element.find(W + "basedOn")
        current = base.get(VAL) if base is not None else None
    if not chain:
        return Style(style_id, style_id, _outline_of(style_id), lineage=(style_id,))
    outline = num_id = ilvl = None
    toggles, shaded = SILENT, False
    for element in reversed(chain):
        properties = element.find(P_PR)
        if properties is not None:
            level = properties.find(OUTLINE)
            if level is not None:
                outline = whole_number(level.get(VAL))
            shading = properties.find(SHADING)
            shaded = is_shaded(shading) if shading is not None else shaded
            numbering = properties.find(NUM_PR)
            if numbering is not None:
                num_id, ilvl = _numbering_of(numbering, num_id, ilvl)
        toggles = overlay(toggles, read_toggles(element.find(R_PR)))
    named = chain[0].find(W + "name")
    name = named.get(VAL) if named is not None else None
    if outline is None:
        heading = next((_outline_of(_name_of(element)) for element in chain if _outline_of(_name_of(element))), None)
    else:
        heading = outline + 1 if 0 <= outline <= 8 else None
    return Style(style_id, name or style_id, heading, num_id, ilvl, toggles, tuple(lineage), shaded)


def is_shaded(shading: Element) -> bool:
    """Whether a w:shd colours what it is said of."""
    return shading.get(W + "fill", "auto").casefold() not in ("auto", "ffffff")


def _name_of(element: Element) -> str:
    named = element.find(W + "name")
    return (named.get(VAL) if named is not None else None) or element.get(W + "styleId") or ""


def _outline_of(name: str) -> int | None:
    match = _HEADING.match(name.strip())
    return int(match.group(1)) if match else None


def _numbering_of(numbering: Element, num_id: int | None, ilvl: int | None) -> tuple[int | None, int | None]:
    """numPr over an inherited one: numId and ilvl are inherited each on its own."""
    for child in numbering:
        if child.tag == NUM_ID:
            num_id = whole_number(child.get(VAL))
        elif child.tag == ILVL:
            ilvl = whole_number(child.get(VAL))
    return num_id, ilvl


def table_toggles(styles: Styles, style_id: str | None, regions: Iterable[str]) -> Toggles:
    """What a table style says of the looks in a cell; regions: "firstRow", "firstCol" … that the cell lies in, weakest first."""
    if style_id is None or style_id not in styles.elements:
        return SILENT
    key = (style_id, tuple(regions))
    known = styles.regions.get(key)
    if known is None:
        known = resolve_style(styles, style_id).toggles
        for ancestor in reversed(resolve_style(styles, style_id).lineage):
            element = styles.elements[ancestor]
            for region in key[1]:
                for special in element.iterchildren(W + "tblStylePr"):
                    if special.get(W + "type") == region:
                        known = overlay(known, read_toggles(special.find(R_PR)))
        styles.regions[key] = known
    return known


def look_of(styles: Styles, table: Toggles, paragraph: Toggles, character: Toggles, direct: Toggles) -> Look:
    """How a run looks. Direct formatting decides; styles that each say "on" cancel out (ISO 29500-1, 17.7.3, toggle properties)."""
    key = (table, paragraph, character, direct)
    known = styles.looks.get(key)
    if known is None:
        said = [(each.bold, each.italic, each.strike, each.hidden) for each in (direct, styles.defaults, table, paragraph, character)]
        bold, italic, strike, hidden = (_toggle(own, list(levels), default) for own, default, *levels in zip(*said, strict=True))
        # Double strike and underline are no toggle properties: the nearest level that speaks decides.
        nearest = overlay(overlay(overlay(overlay(styles.defaults, table), paragraph), character), direct)
        struck = strike or bool(nearest.double_strike)
        known = Look(bold, italic, struck, hidden, bool(nearest.underline), bool(nearest.caps), nearest.size, nearest.colour)
        styles.looks[key] = known
    return known


def _toggle(direct: bool | None, levels: list[bool | None], default: bool | None) -> bool:
    if direct is not None:
        return direct
    said = [level for level in levels if level is not None]
    return sum(said) % 2 == 1 if said else bool(default)
