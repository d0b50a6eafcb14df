"""Times of day: "kl. 9.30–12", "13:00-13:10", "09.00", and bare hours where a date or a heading says that they are hours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

from functions.interpreting.dates.masking import BLANK, mask
from functions.interpreting.dates.vocabulary import Vocabulary, fold, read_vocabulary
from functions.languages.pack import LanguagePack, load


@dataclass(frozen=True, slots=True)
class ClockReading:
    """A time or a range of times. sure: written as a time; else two bare hours or dotted figures, which need a date before them."""

    start: int
    end: int
    first: time
    last: time | None
    sure: bool


# More than this around a passage is text, not space.
_EDGE = 50
_HOUR = r"(?:2[0-3]|1\d|0?\d)"
_MINUTE = r"[0-5]\d"


@dataclass(frozen=True, slots=True)
class _Patterns:
    named: re.Pattern[str]
    plain: re.Pattern[str]
    loose: re.Pattern[str]
    heading: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(clock: str, heading: str, about: str, to: str, and_: str) -> _Patterns:
    until = rf"(?:\s*-\s*|\s+(?:{to}|{and_})\s+)(?:{clock}\s*)?(?:{about}\s*)?"
    dash = rf"(?:\s*-\s*|\s+{to}\s+)(?:{clock}\s*)?(?:{about}\s*)?"
    stop = r"(?!\d|[.:]\d|\s?%|\s*/\s*\d)"
    point = rf"{_HOUR}(?:[.:]{_MINUTE}|{_MINUTE}(?!\d))?"
    one, other = rf"(?P<a>{point})", rf"(?P<b>{point})"
    named = rf"(?<!\w){clock}\s*(?:{about}\s*)?{one}(?:(?:{until}|\s+(?={_HOUR}[.:]{_MINUTE})){other})?{stop}"
    # Without a word before it a colon makes a time; a dot does so in a range of two ("13.00 - 15.00").
    plain = (
        rf"(?<![\w.:,/])(?<!\d-)(?:(?P<a>{_HOUR}:{_MINUTE})(?:{dash}(?P<b>{_HOUR}(?:[.:]{_MINUTE})?))?"
        rf"|(?P<c>{_HOUR}\.{_MINUTE}){dash}(?P<d>{_HOUR}[.:]{_MINUTE})){stop}"
    )
    loose = (
        rf"(?<![\w.:,/])(?<!\d-)(?:(?P<a>{_HOUR}(?:[.:]{_MINUTE})?){dash}(?P<b>{_HOUR}(?:[.:]{_MINUTE})?)|(?P<c>{_HOUR}\.{_MINUTE})){stop}(?!\w|-)"
    )
    return _Patterns(
        re.compile(named, re.IGNORECASE),
        re.compile(plain, re.IGNORECASE),
        re.compile(loose, re.IGNORECASE),
        re.compile(rf"(?:^|\W){heading}\s*[:.]?\s*(?:{clock}\s*)?$", re.IGNORECASE),
    )


def _time(written: str) -> time:
    figures = re.sub(r"\D", "", written)
    parts = re.split(r"[.:]", written)
    if len(parts) == 2:
        return time(int(parts[0]), int(parts[1]))
    return time(int(figures[:-2]), int(figures[-2:])) if len(figures) > 2 else time(int(figures))


def _read(match: re.Match[str], sure: bool) -> ClockReading:
    groups = match.groupdict()
    first = groups.get("a") or groups.get("c") or ""
    last = groups.get("b") or groups.get("d")
    begins, ends = _time(first), _time(last) if last else None
    return ClockReading(match.start(), match.end(), begins, ends if ends and ends > begins else None, sure)


def read_clocks(masked: str, words: Vocabulary) -> list[ClockReading]:
    """The times in an already folded and masked text, in order, unsure ones among them, none overlapping another."""
    patterns = _patterns(*(words.any_of(key) for key in ("clock", "clock_heading", "about", "to", "and")))
    found: list[ClockReading] = []
    rest = masked
    for pattern, sure in ((patterns.named, True), (patterns.plain, True), (patterns.loose, False)):
        for match in pattern.finditer(rest):
            headed = patterns.heading.search(masked[max(0, match.start() - 30) : match.start()])
            found.append(_read(match, sure or headed is not None))
        rest = pattern.sub(lambda match: BLANK * len(match[0]), rest)
    return sorted(found, key=lambda reading: reading.start)


def find_times(text: str, *, pack: LanguagePack | None = None) -> list[tuple[int, int, time, time | None]]:
    """The times of a slot or a header line ("13:00-13:10", "Tid: 9-12"): start, end (code points), first time, last time or None."""
    words = read_vocabulary(pack or load("sv"))
    masked = mask(fold(text), words)
    sure = [reading for reading in read_clocks(masked, words) if reading.sure or is_whole(masked, reading.start, reading.end)]
    return [(reading.start, reading.end, reading.first, reading.last) for reading in sure]


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether nothing but space, brackets and a full stop stands around the passage."""
    if start > _EDGE or len(text) - end > _EDGE:
        return False
    return not text[:start].strip(" \t\n(") and not text[end:].strip(" \t\n).")
