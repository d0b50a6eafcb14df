"""Words whose colour is too near that of what lies behind them, by the formula of WCAG 2.1 (1.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

LEAST, LEAST_LARGE = 4.5, 3.0
"""Contrast that body text and large text (14 points bold, 18 otherwise) must have."""
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_WHITE, _BLACK = "FFFFFF", "000000"


def faint_words(document: Any) -> Iterator[tuple[str, float]]:
    """The words of runs that contrast too little with their cell, paragraph or page, with their contrast. Theme colours are not followed."""
    styles = {style.get(qn("w:styleId")): style for style in document.styles.element.iter(qn("w:style"))}
    looks: dict[str | None, dict[str, str]] = {None: _defaults(document)}
    for run in document.element.body.iter(qn("w:r")):
        words = "".join(node.text or "" for node in run.iter(qn("w:t"))).strip()
        if not words:
            continue
        paragraph = next(run.iterancestors(qn("w:p")))
        look = {
            **looks[None],
            **_styled(_name(paragraph, "w:pPr", "w:pStyle"), styles, looks),
            **_styled(_name(run, "w:rPr", "w:rStyle"), styles, looks),
            **_read(run.find(qn("w:rPr"))),
        }
        behind = _behind(run, paragraph) or look.get("shade") or _WHITE
        found = contrast(look.get("color", _BLACK), behind)
        size = int(look.get("size", "20"))
        if found < (LEAST_LARGE if size >= 36 or (size >= 28 and look.get("bold") == "1") else LEAST):
            yield words, found


def contrast(one: str, other: str) -> float:
    """The contrast of two colours written as RRGGBB, from 1.0 to 21.0."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _defaults(document: Any) -> dict[str, str]:
    return _read(document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"))


def _name(element: Any, holder: str, mark: str) -> str | None:
    style = element.find(f"{qn(holder)}/{qn(mark)}")
    return style.get(qn("w:val")) if style is not None else None


def _styled(name: str | None, styles: dict[str, Any], looks: dict[str | None, dict[str, str]]) -> dict[str, str]:
    """What a style and those it is based on say of colour and size."""
    if name is None or name not in styles:
        return {}
    if name not in looks:
        looks[name] = {}  # a style that is based on itself ends here
        base = styles[name].find(qn("w:basedOn"))
        inherited = _styled(base.get(qn("w:val")), styles, looks) if base is not None else {}
        looks[name] = {**inherited, **_read(styles[name].find(qn("w:rPr")))}
    return looks[name]


def _read(properties: Any) -> dict[str, str]:
    if properties is None:
        return {}
    found = {}
    for name, tag, attribute in (("color", "w:color", "w:val"), ("shade", "w:shd", "w:fill"), ("size", "w:sz", "w:val")):
        mark = properties.find(qn(tag))
        value = mark.get(qn(attribute)) if mark is not None else None
        if value == "auto" and name == "color":
            found[name] = _BLACK
        elif value and (_HEX.fullmatch(value) if name != "size" else value.isdigit()):
            found[name] = value
    bold = properties.find(qn("w:b"))
    if bold is not None:
        found["bold"] = "0" if bold.get(qn("w:val")) in ("0", "false", "off") else "1"
    return found


def _behind(run: Any, paragraph: Any) -> str | None:
    """The colour behind a run: its paragraph's or its cell's own."""
    for holder in (paragraph.find(qn("w:pPr")), *(cell.find(qn("w:tcPr")) for cell in run.iterancestors(qn("w:tc")))):
        shade = holder.find(qn("w:shd")) if holder is not None else None
        if shade is not None and _HEX.fullmatch(shade.get(qn("w:fill"), "")):
            return str(shade.get(qn("w:fill")))
    return None
