"""Tells title lines by where they stand, in documents that mark them neither as headings nor by numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise

from functions.interpreting.phrases import UPPER
from functions.interpreting.run_ins import Cuts
from functions.interpreting.spans import Span, whole
from functions.languages import LanguagePack
from functions.model.document import Block, BlockKind

_ALIKE = 0.8
_DASH = re.compile(r"\s*(?:[-–—•○▪·*●→])\s*\S")
_ENDS = (".", "!", "?", ",", ";", ":")
_NO_TITLE = re.compile(r"[\t@:]|https?|\d{4}-\d{2}|\b\d{1,2}[.:]\d{2}\b|\b\d{1,2}/\d{1,2}\b|^/")
_CAPITAL = re.compile(rf"(?<=[\w)])\s+(?=[{UPPER}])")


def repeated_texts(texts: Iterable[str]) -> frozenset[str]:
    """The texts that stand there several times: sub-labels ("Behandling"). None when most repeat: then the file holds several meetings."""
    counts = Counter(text for text in texts if text)
    again = {text for text, count in counts.items() if count > 1}
    return frozenset(again) if len(again) * 2 <= len(counts) else frozenset()


def isolated_titles(blocks: list[Block], *, after: int, is_other: Callable[[Block], bool]) -> set[int]:
    """The ids of short lines without a full stop, behind a blank line or a list and right above a list or text; none when fewer than three.

    after: the position in `blocks` from which titles may stand (behind the attendance list); is_other: whether a line is a label or a name.
    """
    found: list[int] = []
    for position, (before, block) in enumerate(pairwise(blocks), 1):
        follower = blocks[position + 1] if position + 1 < len(blocks) else None
        if position < after or follower is None or not _title_like(block) or is_other(block):
            continue
        listed = _is_listed(follower)
        if before.text.strip() and not (listed and (_is_listed(before) or position == after)):
            continue
        if listed or re.search(r"[.!?]\s*$", follower.text) or len(follower.text) > 70:
            found.append(id(block))
    return set(found) if len(found) >= 3 else set()


def capital_titles(blocks: list[Block], *, after: int, is_other: Callable[[Block], bool]) -> set[int]:
    """The ids of short lines in capitals only, with text below; none when fewer than three."""
    found = {
        id(block)
        for position, block in enumerate(blocks)
        if position >= after and _title_like(block) and block.text.isupper() and sum(c.isalpha() for c in block.text) > 3 and not is_other(block)
    }
    return found if len(found) >= 3 else set()


def alike_titles(blocks: list[Block], *, after: int, is_other: Callable[[Block], bool], is_name: Callable[[str], bool]) -> set[int]:
    """The ids of short lines that share a style or a look that nothing else has, with text between; none when fewer than three."""
    lines = [block for block in blocks[after:] if block.text.strip() and block.cell is None]
    groups: dict[tuple[str | None, str, bool], list[int]] = {}
    for position, block in enumerate(lines):
        italic = block.covered(0, len(block.text), look="italic")
        groups.setdefault((block.style, block.look, italic), []).append(position)
    again = repeated_texts(" ".join(block.text.split()).casefold() for block in lines)
    best: set[int] = set()
    for places in groups.values():
        titles = [p for p in places if _title_like(lines[p]) and not is_name(re.split(r"[\s,]", lines[p].text.strip())[0])]
        apart = sum(b - a > 1 for a, b in pairwise(titles))
        if len(titles) < 3 or len(titles) < _ALIKE * len(places) or apart < _ALIKE * (len(titles) - 1):
            continue
        found = {id(lines[p]) for p in titles if not is_other(lines[p]) and " ".join(lines[p].text.split()).casefold() not in again}
        best = max(best, found, key=len)
    return best if len(best) >= 3 else set()


def tight_titles(blocks: list[Block], *, after: int, is_other: Callable[[Block], bool], is_name: Callable[[str], bool]) -> set[int]:
    """The ids of short lines without a full stop between sentences, where nothing parts them; none when fewer than three.

    Lines that a colon ends count too; the first line is the document's own title; "Bo bokar sal" begins with a name and is none.
    """
    lines = [(position, block) for position, block in enumerate(blocks) if block.text.strip()]
    found: set[int] = set()
    for (_, before), (position, block), (_, follower) in zip(lines, lines[1:], lines[2:], strict=False):
        text = block.text.strip()
        labelled = text.endswith(":") and _title_like(block, text[:-1])
        if position < after or is_other(block) or not (labelled or _title_like(block)) or is_name(re.split(r"[\s,]", text)[0]):
            continue
        behind = _is_listed(before) or re.search(r"[.!?…)]\s*$", before.text) is not None or position == after
        if (behind or labelled) and (_is_listed(follower) or re.search(r"[.!?]\s*$", follower.text) is not None):
            found.add(id(block))
    return found if len(found) >= 3 and 3 * len(found) <= 2 * len(lines) else set()


def clock_titles(blocks: list[Block], *, after: int, time: re.Pattern[str]) -> set[int]:
    """The ids of lines that open with a time of day, each later than the one before; none when fewer than three.

    Short ones with text below, or a title that a full stop parts from its text ("9.10 – Vårens program. Kaj bokar kören.").
    """
    found: list[tuple[str, Block]] = []
    run_ins = 0
    for block in blocks[after:]:
        line = whole(block)
        mark = time.match(line.text)
        rest = line.part(mark.end(), len(line.text)) if mark is not None else line
        if mark is None or not rest.text[:1].isupper():
            continue
        goes_on = Cuts().end_of(block, rest) is not None
        if goes_on or len(rest.text) <= 80:
            run_ins += goes_on
            found.append((re.sub(r"\D", "", mark[0])[:4].zfill(4), block))
    later = all(a[0] <= b[0] for a, b in pairwise(found))
    others = sum(bool(block.text.strip()) for block in blocks[after:]) - len(found)
    return {id(block) for _, block in found} if len(found) >= 3 and later and (others or run_ins) else set()


def _is_listed(block: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM or bool(_DASH.match(block.text))


def _title_like(block: Block, text: str | None = None) -> bool:
    text = block.text.strip() if text is None else text
    if block.kind is not BlockKind.PARAGRAPH or block.cell is not None or not text or _DASH.match(text):
        return False
    return text[0].isupper() and len(text) <= 60 and len(text.split()) <= 8 and not text.endswith(_ENDS) and not _NO_TITLE.search(text)


def run_on_title(block: Block, title: Span, *, pack: LanguagePack) -> int | None:
    """Where a title ends that its text follows in the same heading: before the next capital ("Studiedag Vi hann inte …"). None for a mere title."""
    text = title.text
    if block.kind is not BlockKind.HEADING or len(text) < 120 or not re.search(r"[.!?]\s+\S", text):
        return None
    stop = re.search(r"[.!?:]\s", text)
    for match in _CAPITAL.finditer(text[:70]):
        if stop is not None and stop.end() <= match.end():
            return stop.end() if stop.end() <= 60 else None
        if re.split(r"\s+", text[: match.start()])[-1].casefold() not in pack.words("items", "title_goes_on"):
            return match.end()
    return None


def text_begins(blocks: list[Block], *, is_roster: Callable[[Span], bool]) -> int:
    """The position behind the last label of an attendance list among the first lines: a title stands below it. 0 without one."""
    last = 0
    for position, block in enumerate(blocks[:60]):
        if block.text.strip() and is_roster(whole(block)):
            last = position + 1
    return last
