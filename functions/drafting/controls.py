"""What the content controls of a draft hold: the lines that we wrote, each with its words as a reader sees them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from functions.drafting.tagging import PREFIX, tag_of_control

Cells = tuple[tuple[str, ...], ...]
"""The paragraphs of a line, cell by cell; a line that is no table row has one cell."""

NUMBER = re.compile(r"(?:§\s*)?\d{1,3}[.)]?")
_LEADING = re.compile(r"((?:§\s*)?\d{1,3}[.)])\s+")
_REMOVED = frozenset((qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr")))
_HERS = frozenset(
    qn(name)
    for name in (
        *("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange", "w:trPrChange", "w:tcPrChange", "w:cellIns", "w:cellDel"),
        *("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:footnoteReference", "w:endnoteReference"),
        *("w:drawing", "w:pict", "w:object"),
    )
)
"""What a person has put there and no line of ours ever holds: such a line is hers."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of ours in a file, or a part of it.

    element: its control, or what stands for it where the control is lost; level: row, block or run; cells: its words without those of the units in
    it; parent: tag of the unit around it; marked: a person put comments, pictures or tracked changes in.
    """

    tag: str
    element: Any
    level: str
    cells: Cells
    parent: str | None = None
    marked: bool = False

    @property
    def content(self) -> list[Any]:
        """The elements that it holds."""
        return content_of(self.element)

    @property
    def is_empty(self) -> bool:
        """Whether there is not a word in it, nor in the units inside: emptied, as one deletes with Backspace."""
        return not any(read(node) for node in self.element.iter(qn("w:p"))) if self.level != "run" else not any(map(any, self.cells))

    @property
    def title(self) -> str:
        """Its first words that are no number."""
        return next((words for cell in self.key for words in cell), "")

    @property
    def key(self) -> Cells:
        """Its words without its number and without empty paragraphs, by which it is compared."""
        return key_of(self.cells)


def survey(body: Any) -> list[Unit]:
    """The units of a file, in order."""
    return [unit_of(control) for control in body.iter(qn("w:sdt")) if is_ours(control)]


def is_ours(element: Any) -> bool:
    """Whether it is a content control of a line of ours."""
    return element.tag == qn("w:sdt") and tag_of_control(element).startswith(PREFIX)


def unit_of(element: Any, *, tag: str | None = None) -> Unit:
    """The unit of a control, or of the row or paragraph that stands for one. tag: needed for the latter."""
    content = content_of(element)
    level = _level(content)
    parent = next((tag_of_control(around) for around in element.iterancestors(qn("w:sdt")) if is_ours(around)), None)
    marked = any(_is_marked(node) for node in content)
    return Unit(tag or tag_of_control(element), element, level, cells_in(content, level=level), parent, marked)


def content_of(element: Any) -> list[Any]:
    """What stands in a control; the element itself where it is none."""
    if element.tag != qn("w:sdt"):
        return [element]
    inside = element.find(qn("w:sdtContent"))
    return [node for node in inside if isinstance(node.tag, str)] if inside is not None else []


def cells_in(content: Sequence[Any], *, level: str) -> Cells:
    """The words of these elements, cell by cell, without those of units of ours in them."""
    if level == "run":
        return ((_normal("".join(_words(node) for node in content)),),)
    if level != "row":
        return (tuple(read(paragraph) for node in content for paragraph in own_paragraphs(node)),)
    return tuple(
        tuple(read(paragraph) for paragraph in own_paragraphs(cell))
        for node in content
        for row in node.iter(qn("w:tr"))
        for cell in cells_of_row(row)
    )


def cells_of_row(row: Any) -> list[Any]:
    """The cells of a row, those in controls among them."""
    return [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]


def own_paragraphs(element: Any) -> list[Any]:
    """The paragraphs under an element that do not belong to a unit in it, nor only carry one."""
    found: list[Any] = []
    if is_ours(element):
        return found
    for paragraph in element.iter(qn("w:p")):
        owner = next((around for around in paragraph.iterancestors(qn("w:sdt")) if is_ours(around)), None)
        if owner is not None and owner is not element and element in owner.iterancestors():
            continue
        if any(is_ours(inside) for inside in paragraph.iter(qn("w:sdt"))) and not read(paragraph):
            continue
        found.append(paragraph)
    return found


def read(paragraph: Any) -> str:
    """The words of a paragraph as a reader sees them, without those of units of ours in it."""
    return _normal(_words(paragraph))


def read_whole(element: Any) -> str:
    """The words of an element, those of units in it too."""
    return _normal(_words(element, units=True))


def key_of(cells: Cells) -> Cells:
    """Words without the line's number and without empty paragraphs."""
    kept = [[words for words in cell if words] for cell in cells]
    if kept and kept[0]:
        first = kept[0][0]
        if NUMBER.fullmatch(first):
            del kept[0][0]
        elif leading := _LEADING.match(first):
            kept[0][0] = first[leading.end() :]
    return tuple(tuple(cell) for cell in kept)


def leading_number(words: str) -> str:
    """The number that a line's first words are, or begin with ("4", "4."); "" where there is none."""
    if NUMBER.fullmatch(words):
        return words
    leading = _LEADING.match(words)
    return leading[1] if leading else ""


def texts_outside(root: Any) -> Iterator[tuple[Any, str]]:
    """The paragraphs that belong to no unit, with their words; empty ones left out."""
    for paragraph in root.iter(qn("w:p")):
        if not any(is_ours(around) for around in paragraph.iterancestors(qn("w:sdt"))) and (words := read(paragraph)):
            yield paragraph, words


def _level(content: Sequence[Any]) -> str:
    for node in content:
        if node.tag == qn("w:tr") or (node.tag == qn("w:sdt") and _level(content_of(node)) == "row"):
            return "row"
        if node.tag in (qn("w:p"), qn("w:tbl")) or (node.tag == qn("w:sdt") and _level(content_of(node)) == "block"):
            return "block"
    return "run"


def _is_marked(element: Any) -> bool:
    """Whether a person put something in, units of ours inside left aside."""
    return element.tag in _HERS or any(isinstance(node.tag, str) and not is_ours(node) and _is_marked(node) for node in element)


def _words(element: Any, *, units: bool = False) -> str:
    found = []
    for node in element:
        if not isinstance(node.tag, str) or node.tag in _REMOVED or (not units and is_ours(node)) or _shows_prompt(node):
            continue
        if node.tag == qn("w:t"):
            found.append(node.text or "")
        elif node.tag in (qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen")):
            found.append("-" if node.tag == qn("w:noBreakHyphen") else " ")
        else:
            found.append(_words(node, units=units))
    return "".join(found) if element.tag != qn("w:t") else element.text or ""


def _shows_prompt(node: Any) -> bool:
    """Whether it is an emptied control: what Word shows in it are no words of anybody."""
    return node.tag == qn("w:sdt") and node.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None


def _normal(words: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", words)).strip()
