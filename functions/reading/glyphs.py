"""What stands on a PDF page: words with their places and looks, ruling lines, links, and how much of it is pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from functions.reading.tags import Tag, read_tags

_MAX_PATHS = 4000  # a drawing, not a table
_THIN, _SHORTEST = 3.0, 6.0  # points: rules are thinner, and longer, than this
_BOLD_WEIGHT = 600
_GENERATED_HYPHENS = (0x02, 0xFFFE)  # what PDFium makes of a hyphen at the end of a line
_BLANKS = frozenset((0x00, 0x09, 0x0A, 0x0D, 0x20, 0x2002, 0x2003, 0x2009, 0x200B, 0xFEFF))

Box = tuple[float, float, float, float]  # left, bottom, right, top; points from the lower left corner as the page is seen


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a blank between them.

    base: the height of the line they stand on; size: of the font; link: where a click leads; tag: their paragraph and heading level, if told.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    strike: bool = False
    link: str | None = None
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin straight line. at: its height (or its distance from the left, when upright); from low to high along the other axis."""

    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PageContent:
    """A page. pictured: the share of it that its largest picture covers; turned: whether text that runs another way was left out."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    level: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()
    pictured: float = 0.0
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Face:
    """How a text object looks, and what its tag says."""

    size: float
    bold: bool
    italic: bool
    tag: Tag | None


def read_page(page: Any, number: int) -> PageContent:
    """Everything on a pypdfium2 page that the reader asks for. number: 1-based."""
    width, height = page.get_size()
    turn = _turn(page)
    level, upright, pictured = _read_objects(page, turn, width * height)
    text_page = page.get_textpage()
    try:
        words, turned = _read_words(text_page.raw, turn, page.get_rotation(), read_tags(page))
    finally:
        text_page.close()
    links = _read_links(page, turn)
    if links or level:
        words = [_mark_word(word, level, links) for word in words]
    return PageContent(number, width, height, tuple(words), tuple(level), tuple(upright), pictured, turned)


def _turn(page: Any) -> Callable[[Box], Box]:
    """From the page's own coordinates to those of the page as it is seen, for pages that are turned or cropped."""
    left, bottom, right, top = page.get_cropbox()
    rotation = page.get_rotation()

    def turn(box: Box) -> Box:
        if rotation == 90:
            return box[1] - bottom, right - box[2], box[3] - bottom, right - box[0]
        if rotation == 180:
            return right - box[2], top - box[3], right - box[0], top - box[1]
        if rotation == 270:
            return top - box[3], box[0] - left, top - box[1], box[2] - left
        return box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom

    return turn


def _read_words(text: Any, turn: Callable[[Box], Box], rotation: int, tags: dict[int, Tag]) -> tuple[list[Word], bool]:
    rectangle = pdfium.FS_RECTF()
    pointer = ctypes.byref(rectangle)
    x, y = ctypes.c_double(), ctypes.c_double()
    origin = (ctypes.byref(x), ctypes.byref(y))
    faces: dict[int, Face] = {}
    words: list[Word] = []
    turned = False
    letters: list[str] = []
    left = right = low = 0.0
    before: Box = (0.0, 0.0, 0.0, 0.0)
    first = -1

    def close() -> None:
        nonlocal letters, turned
        if not letters:
            return
        said, letters = "".join(letters), []
        angle = pdfium.FPDFText_GetCharAngle(text, first)
        if not _is_level(angle, rotation):
            turned = True
            return
        pdfium.FPDFText_GetCharOrigin(text, first, *origin)
        base = turn((x.value, y.value, x.value, y.value))[1]
        face = _face_of(text, first, faces, tags)
        words.append(Word(_join_surrogates(said), left, right, base, face.size, face.bold, face.italic, False, None, face.tag))

    for i in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, i)
        if code in _BLANKS:
            close()
            continue
        pdfium.FPDFText_GetLooseCharBox(text, i, pointer)
        box = turn((rectangle.left, rectangle.bottom, rectangle.right, rectangle.top))
        height = max(box[3] - box[1], 1.0)
        # PDFium gives no blank where a hyphen ends a line, nor always between two cells.
        # The letters of a ligature all have its box.
        if letters and box != before:
            near = right - 0.8 * height <= box[0] <= right + _widest(letters, code) * height
            if abs(box[1] - low) > 0.7 * height or not near:
                close()
        if not letters:
            first, left, low = i, box[0], box[1]
        before = box
        letters.append("-" if code in _GENERATED_HYPHENS else chr(code) if code < 0x110000 else "\ufffd")
        right = box[2]
    close()
    return words, turned


def _widest(letters: list[str], code: int) -> float:
    """How wide a gap within a word may be, in heights of a letter: letters that are spaced out are capitals, or small ones, throughout."""
    return 0.18 if letters[-1].islower() and code < 0x110000 and chr(code).isupper() else 0.6


def _is_level(angle: float, rotation: int) -> bool:
    """Whether text runs from left to right on the page as it is seen. angle: radians; rotation: degrees, clockwise."""
    if angle < 0:
        return True  # no angle known
    seen = (angle * 57.29578 + rotation) % 360
    return seen < 10 or seen > 350


def _join_surrogates(text: str) -> str:
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _face_of(text: Any, index: int, faces: dict[int, Face], tags: dict[int, Tag]) -> Face:
    text_object = pdfium.FPDFText_GetTextObject(text, index)
    key = ctypes.cast(text_object, ctypes.c_void_p).value or 0
    known = faces.get(key)
    if known is not None:
        return known
    size = pdfium.FPDFText_GetFontSize(text, index)
    matrix = pdfium.FS_MATRIX()
    if pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix)):
        size *= max(abs(matrix.d), abs(matrix.b)) or 1.0  # many programs write a font of size 1 and scale it
    buffer = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, buffer, 256, ctypes.byref(flags))
    name = buffer.value.decode("latin-1").lower()
    bold = any(word in name for word in ("bold", "black", "heavy", "demi")) or pdfium.FPDFText_GetFontWeight(text, index) >= _BOLD_WEIGHT
    mark = pdfium.FPDFPageObj_GetMarkedContentID(text_object) if text_object else -1
    face = Face(abs(size) or 1.0, bold, "italic" in name or "oblique" in name, tags.get(mark))
    if key:
        faces[key] = face
    return face


def _read_objects(page: Any, turn: Callable[[Box], Box], area: float) -> tuple[list[Rule], list[Rule], float]:
    level: list[Rule] = []
    upright: list[Rule] = []
    pictured, paths = 0.0, 0
    for each in page.get_objects(max_depth=3):
        if each.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = each.get_bounds()
            pictured = max(pictured, (right - left) * (top - bottom) / max(area, 1.0))
        elif each.type == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
            if paths > _MAX_PATHS:
                return [], [], pictured
            for box in _strokes(each):
                _sort_rule(turn(box), level, upright)
    return level, upright, pictured


def _strokes(path: Any) -> list[Box]:
    """A path as thin boxes: itself when it is thin, else its straight segments when they are drawn (not only filled)."""
    bounds: Box = path.get_bounds()
    left, bottom, right, top = bounds
    if right - left <= _THIN or top - bottom <= _THIN:
        return [bounds]
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path.raw, ctypes.byref(mode), ctypes.byref(stroke))
    if not stroke.value:
        return []
    matrix = path.get_matrix()
    boxes: list[Box] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for i in range(min(pdfium.FPDFPath_CountSegments(path.raw), 400)):
        segment = pdfium.FPDFPath_GetPathSegment(path.raw, i)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = matrix.on_point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            boxes.append(_box_of(last, point))
        elif kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            boxes.append(_box_of(point, start))
        last = point
    return boxes


def _box_of(one: tuple[float, float], other: tuple[float, float]) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _sort_rule(box: Box, level: list[Rule], upright: list[Rule]) -> None:
    left, bottom, right, top = box
    if top - bottom <= _THIN and right - left >= _SHORTEST:
        level.append(Rule((top + bottom) / 2, left, right))
    elif right - left <= _THIN and top - bottom >= _SHORTEST:
        upright.append(Rule((left + right) / 2, bottom, top))


def _read_links(page: Any, turn: Callable[[Box], Box]) -> list[tuple[Box, str]]:
    """The places of link annotations that lead to an address."""
    links: list[tuple[Box, str]] = []
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    rectangle = pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        length = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, length)
        address = buffer.value.decode("utf-8", "replace")
        if address and pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rectangle)):
            links.append((turn((rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)), address))
    return links


def _mark_word(word: Word, level: list[Rule], links: list[tuple[Box, str]]) -> Word:
    """The word with its link, and struck when a line runs through its middle (an underline runs below it)."""
    centre, middle = (word.left + word.right) / 2, word.base + 0.3 * word.size
    link = next((address for box, address in links if box[0] <= centre <= box[2] and box[1] <= middle <= box[3]), None)
    strike = any(
        word.base + 0.15 * word.size < rule.at < word.base + 0.5 * word.size
        and min(rule.high, word.right) - max(rule.low, word.left) > 0.7 * (word.right - word.left)
        for rule in level
    )
    if link is None and not strike:
        return word
    return Word(word.text, word.left, word.right, word.base, word.size, word.bold, word.italic, strike, link, word.tag)
