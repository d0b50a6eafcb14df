"""From lines to paragraphs: which line ends because it was full, and which because the paragraph did."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from functions.reading.edges import reach
from functions.reading.glyphs import Word
from functions.reading.lines import Line

# What begins a new item: a bullet, "1.", "12)", "a)", "§ 4" and the like.
_MARK = re.compile(r"(?:[•○▪■●□☐☒☑✓·➢❖◆–\uf020-\uf0ff-]|\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|\(?[A-Za-zÅÄÖåäö][.)]|§)$")
_LABEL = re.compile(r"[A-ZÅÄÖ]\w*(?: \w+){0,2}:(?!\S)")
_COORDINATED = frozenset(("och", "eller", "samt", "respektive", "resp", "and", "or"))
_DASHES = frozenset("-–")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$|\d{1,2}/\d{1,2}$")
_FILE = re.compile(r"\.(?:docx?|pptx?|xlsx?|pdf)$", re.IGNORECASE)
_LONG = 8  # letters: shorter words are never cut for want of room
_ENDS = (".", "!", "?", ":")
_STOP = re.compile(r"[.:;!?](?!\S)")


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in a document.

    pitches: the distance of two lines of a paragraph, by place (in a cell or not) and font size in half points; words: every word seen;
    inner: those seen whole, between two others (not "bl a"); hyphenated: whether the program that made it divided words at line ends;
    tagged: whether its tags keep the lines of a paragraph together; dashes: those that are typed as bullets here, without a gap after them.
    """

    pitches: dict[tuple[bool, int], float]
    words: frozenset[str]
    inner: frozenset[str]
    hyphenated: bool
    tagged: bool
    dashes: frozenset[str]


def measure(flows: Iterable[tuple[bool, Sequence[Line]]]) -> Measures:
    """The usual line pitches and the words of a document's flows (in a cell or not, its lines in order)."""
    distances: dict[tuple[bool, int], Counter[int]] = {}
    wrapped: Counter[tuple[bool, int, int]] = Counter()
    words: set[str] = set()
    inner: set[str] = set()
    dashes: Counter[str] = Counter()
    ends = count = 0
    tagged = False
    for in_cell, lines in flows:
        for line in lines:
            words.update(_bare(word.text) for word in line.words[:-1])
            inner.update(word.text.rstrip(".,;:") for above, word in itertools.pairwise(line.words[:-1]) if len(above.text) > 2 or len(word.text) > 2)
            count += 1
            ends += bool(re.search(r"[a-zåäö]-$", line.words[-1].text))
        for above, each in itertools.pairwise((None, *lines)):
            if each is not None and _is_dashed(each) and (above is None or above.text.endswith(_ENDS) or above.words[0].text == each.words[0].text):
                dashes[each.words[0].text] += 1
        for before, after in itertools.pairwise(lines):
            tagged = tagged or (before.page == after.page and before.tag is not None and before.tag == after.tag)
            gap = before.base - after.base
            if before.page == after.page and 0.9 * after.size <= gap <= 2.4 * after.size and abs(before.size - after.size) < 0.5:
                seen = (in_cell, round(after.size * 2), round(gap * 2))
                distances.setdefault(seen[:2], Counter())[seen[2]] += 1
                wrapped[seen] += after.text[:1].islower()
    pitches = {}
    for key, counted in distances.items():
        enough = max(2, 0.04 * counted.total())
        # Further apart than one and a half lines stand paragraphs, unless sentences go on there: then the text has double lines.
        usual = [gap for gap, times in counted.items() if times >= enough and (gap <= 1.75 * key[1] or wrapped[(key[0], key[1], gap)] > 0.3 * times)]
        if usual:
            pitches[key] = min(usual) / 2
    return Measures(
        pitches, frozenset(words), frozenset(inner), ends >= 5 and ends > 0.02 * count, tagged, frozenset(dash for dash in dashes if dashes[dash] > 1)
    )


def join_lines(lines: Sequence[Line], measures: Measures, *, edge: float, in_cell: bool) -> list[list[Line]]:
    """The lines of a flow as paragraphs. edge: how far right its text may go, in points."""
    paragraphs: list[list[Line]] = []
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if paragraphs and not _is_parted(paragraphs[-1], line, following) and _goes_on(paragraphs[-1], line, following, measures, edge, in_cell):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _is_parted(paragraph: Sequence[Line], line: Line, following: Line | None) -> bool:
    """Whether a line stands further from the one above than lines of the paragraph above it, or of the one that it begins, stand from one another."""
    above = [*paragraph[-2:], line]
    gaps = [one.base - other.base for one, other in itertools.pairwise([*above, following] if following is not None else above)]
    own = gaps[len(above) - 2]
    near = [gap for i, gap in enumerate(gaps) if i != len(above) - 2 and gap > 0.9 * line.size]
    even = all(abs(one.size - line.size) < 0.5 for one in above)
    return even and paragraph[-1].page == line.page and any(own > gap + max(1.5, 0.12 * line.size) for gap in near)


def _goes_on(paragraph: Sequence[Line], line: Line, following: Line | None, measures: Measures, edge: float, in_cell: bool) -> bool:
    before = paragraph[-1]
    if before.page == line.page and is_broken(before, line, measures, edge):
        return True
    if measures.tagged and before.page == line.page and before.tag is not None and line.tag is not None:
        return before.tag == line.tag
    if (
        begins_item(line)
        or (_is_dashed(line) and line.words[0].text in measures.dashes)
        or _begins_anew(paragraph, line, following)
        or abs(before.size - line.size) > 0.08 * before.size
    ):
        return False
    if before.page == line.page:
        gap = before.base - line.base
        usual = measures.pitches.get((in_cell, round(line.size * 2)), 1.35 * line.size)
        if not 0.5 * line.size < gap <= 1.2 * usual + 1:
            return False
    elif line.page != before.page + 1:
        return False
    elif line.text[:1].islower() and not would_have_fitted(before, line, edge - 2 * line.size):
        return True  # where the page ends, the words tell more than how they stand
    unfinished = len(before.words) > 1 and before.words[-1].text in _DASHES
    return _is_aligned(paragraph, line) and (unfinished or not would_have_fitted(before, line, edge))


def _begins_anew(paragraph: Sequence[Line], line: Line, following: Line | None) -> bool:
    """Whether a line shows by its words or its looks that a paragraph begins, however full the line before it is."""
    first, before = paragraph[0], paragraph[-1]
    one, other = before.words[-1], line.words[0]
    if abs(line.left - first.left) < 3 and any(abs(tab - place) < 3 for tab in _tabs(first) for place in _tabs(line)):
        return True  # the next entry of a list in columns
    if one.bold and other.bold:
        return False
    if all(word.bold for word in before.words) and not one.text.endswith(":"):
        return True  # a heading in bold, then its text
    if other.bold and (one.text.endswith(_ENDS) or all(word.bold for word in line.words)):
        return True
    label = _LABEL.match(line.text)
    if label and not one.text.endswith((",", "-")):
        # "Beslut:", "Ansvarig gruppledare:"; but a long label may go on over a line: "Utse kontaktperson för Regional / Palliativ Vårdprocess: …".
        return len(paragraph) > 2 or any(_STOP.search(above.text) for above in paragraph) or not one.text[:1].isupper() or " " not in label[0]
    if _DATE.match(other.text) and _DATE.match(first.words[0].text):
        return True  # a list of dates
    if one.text.endswith(_ENDS) and _is_file(line, following):
        return True  # a file that lies beside, named after a sentence
    return _FILE.search(one.text) is not None and not line.text[:1].islower()


def _is_file(line: Line, following: Line | None) -> bool:
    """Whether a line, or it and the next, are nothing but the name of a file."""
    if line.text[:1].islower() or _STOP.search(line.text):
        return False
    return _FILE.search(line.text) is not None or (following is not None and following.page == line.page and _FILE.search(following.text) is not None)


def _is_dashed(line: Line) -> bool:
    return len(line.words) > 1 and line.words[0].text in _DASHES


def begins_item(line: Line) -> bool:
    """Whether a line begins with a bullet or a number of a list. A dash is one only where a gap sets it apart, else it may stand in a sentence."""
    if len(line.words) < 2:
        return False
    mark = line.words[0].text
    return _MARK.match(mark) is not None and (mark not in _DASHES or is_set_apart(line))


def is_set_apart(line: Line) -> bool:
    """Whether the first word stands apart from the second, as Word's own bullets and numbers do."""
    return line.words[1].left - line.words[0].right > 0.6 * line.size


def text_left(line: Line) -> float:
    """Where the text of a line begins, after its bullet or number, or after the tab of a hanging label."""
    if begins_item(line):
        return line.words[1].left
    return line.left


def _is_aligned(paragraph: Sequence[Line], line: Line) -> bool:
    first = paragraph[0]
    if len(paragraph) > 1:
        return abs(line.left - paragraph[-1].left) < 3 or line.page != paragraph[-1].page
    if begins_item(first):
        # The text of an item goes on below its text; further out, something else begins. After a typed number it goes on below the number.
        return abs(line.left - text_left(first)) < 4 or (not is_set_apart(first) and abs(line.left - first.left) < 3)
    return line.left < first.left + 3 or any(abs(line.left - tab) < 3 for tab in _tabs(first))


def _tabs(line: Line) -> list[float]:
    """Where words begin after gaps that only tabs leave."""
    return [after.left for word, after in itertools.pairwise(line.words) if after.left - word.right > 1.2 * line.size]


def would_have_fitted(before: Line, line: Line, edge: float) -> bool:
    """Whether the next line's first word had room on this one: then the line did not end for lack of it."""
    return reach(before, line) < edge


def is_broken(before: Line, line: Line, measures: Measures, edge: float) -> bool:
    """Whether a word too long for its cell was cut between two letters, without a hyphen: it fills its line alone, and what follows is no word."""
    words = before.words[1:] if begins_item(before) else before.words
    last, first = words[-1], line.words[0]
    if len(words) > 1 or len(last.text) < _LONG or not last.text[-1].islower() or not first.text[:1].islower():
        return False
    letter = max((first.right - first.left) / len(first.text), 0.5 * first.size)
    if last.right + letter < edge - 1 or abs(before.size - line.size) > 0.5 or last.bold != first.bold:
        return False
    return _bare(last.text + first.text) in measures.words or first.text.rstrip(".,;:") not in measures.inner


def joint(before: Word, after: Word, measures: Measures) -> tuple[bool, str]:
    """How two lines are joined: whether the hyphen at the end of the first falls away, and what comes between."""
    if not re.search(r"\w-$", before.text):
        return False, " "
    if _bare(after.text) in _COORDINATED:
        return False, " "
    head = before.text[:-1]
    whole = _bare(head + after.text)
    if whole in measures.words:
        return True, ""
    if _bare(before.text + after.text) in measures.words or not head[-1].islower() or not after.text[:1].islower():
        return False, ""
    return measures.hyphenated, ""


def _bare(word: str) -> str:
    return word.strip(".,;:!?()\"'”’").lower()
