"""Where the title of an item ends that its text follows in the same paragraph, told from how all items of the document are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from functions.interpreting.numbers import Entries
from functions.interpreting.phrases import LOWER, UPPER
from functions.interpreting.spans import Span
from functions.model.document import Block, BlockKind

_LONGEST = 70
_STOP = re.compile(rf"[{LOWER})\d]\.\s+(?=[{UPPER}\d\"”])")
_COLON = re.compile(r":\s+(?=\S)")
_DASH = re.compile(r"\s[–—-]\s+(?=\S)")
_ENDS = (".", "!", "?", ")")


@dataclass(frozen=True, slots=True)
class Cuts:
    """colon, dash: whether these part title and text in this document; a full stop does so in any paragraph that goes on as a sentence."""

    colon: bool = False
    dash: bool = False

    def end_of(self, block: Block, title: Span) -> int | None:
        """Where the title ends in its own text, None where the whole is title."""
        if block.kind is BlockKind.HEADING:
            return None
        found = [mark.end() for mark in (_stop(title), self.colon and _mark(_COLON, title), self.dash and _mark(_DASH, title)) if mark]
        return min(found, default=None)


def cuts_of(titles: Entries) -> Cuts:
    """Which signs part title and text: those that do so in most of the paragraphs."""
    lines = [title for block, title in titles if block.kind is not BlockKind.HEADING]
    if len(lines) < 3:
        return Cuts()
    said = [_stop(line) is not None for line in lines]

    def mostly(pattern: re.Pattern[str]) -> bool:
        hits = [_mark(pattern, line) is not None for line in lines]
        return sum(hits) >= 2 and sum(a or b for a, b in zip(hits, said, strict=True)) >= 0.6 * len(lines)

    return Cuts(mostly(_COLON), mostly(_DASH))


def _stop(title: Span) -> re.Match[str] | None:
    """A full stop behind a short opening, where the paragraph goes on and ends as a sentence."""
    found = _STOP.search(title.text[: _LONGEST + 4])
    return found if found is not None and title.text.endswith(_ENDS) and len(title.text[: found.end()].split()) <= 8 else None


def _mark(pattern: re.Pattern[str], title: Span) -> re.Match[str] | None:
    found = pattern.search(title.text[: _LONGEST + 4])
    return found if found is not None and found.start() <= _LONGEST else None
