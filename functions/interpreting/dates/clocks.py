"""Times of day: "kl. 9.30–12", "13:00-13:10", "09.00", and bare hours where a date or a heading says that they are hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

from functions.interpreting.dates.masking import mask
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


_HOUR = r"(?:2[0-3]|1\d|0?\d)"
_MINUTE = r"[0-5]\d"


@dataclass(frozen=True, slots=True)
class _Patterns:
    named: re.Pattern[str]
    plain: re.Pattern[str]
    loose: re.Pattern[str]
    heading: re.Pattern[str]
    more: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(words: _Key) -> _Patterns:
    clock, heading, about, to, and_ = words.parts
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
    loose = rf"(?<![\w.:,/])(?<!\d-)(?:(?P<a>{_HOUR}(?:[.:]{_MINUTE})?){dash}(?P<b>{_HOUR}(?:[.:]{_MINUTE})?)|(?P<c>{_HOUR}\.{_MINUTE})){stop}(?!\w|-)"
    return _Patterns(
        re.compile(named, re.IGNORECASE),
        re.compile(plain, re.IGNORECASE),
        re.compile(loose, re.IGNORECASE),
        re.compile(rf"(?:^|\W){heading}\s*[:.]?\s*(?:{clock}\s*)?$", re.IGNORECASE),
        re.compile(rf"\s*(?:,|;|{and_}|\+)\s*$", re.IGNORECASE),
    )


@dataclass(frozen=True, slots=True)
class _Key:
    parts: tuple[str, str, str, str, str]


def _key(words: Vocabulary) -> _Key:
    return _Key((words.any_of("clock"), words.any_of("clock_heading"), words.any_of("about"), words.any_of("to"), words.any_of("and")))


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
    return ClockReading(match.start(), match.end(), _time(first), _time(last) if last else None, sure)


def read_clocks(masked: str, words: Vocabulary) -> list[ClockReading]:
    """The times in an already folded and masked text, in order, unsure ones among them, none overlapping another."""
    patterns = _patterns(_key(words))
    found: list[ClockReading] = []
    taken: list[tuple[int, int]] = []

    def add(matches: Iterator[re.Match[str]], sure: bool) -> None:
        for match in matches:
            if not any(match.start() < end and start < match.end() for start, end in near(match)):
                reading = _read(match, sure or bool(patterns.heading.search(masked[max(0, match.start() - 30) : match.start()])))
                if reading.last is None or reading.last > reading.first:
                    fresh.append(reading)

    def near(match: re.Match[str]) -> list[tuple[int, int]]:
        index = match.start() // _BUCKET
        return [span for bucket in (index - 1, index, index + 1) for span in buckets.get(bucket, ())]

    buckets: dict[int, list[tuple[int, int]]] = {}
    for pattern, sure in ((patterns.named, True), (patterns.plain, True), (patterns.loose, False)):
        fresh: list[ClockReading] = []
        add(pattern.finditer(masked), sure)
        for reading in fresh:
            buckets.setdefault(reading.start // _BUCKET, []).append((reading.start, reading.end))
        found += fresh
    del taken
    return sorted(found, key=lambda reading: reading.start)


_BUCKET = 64


def find_times(text: str, *, pack: LanguagePack | None = None) -> list[tuple[int, int, time, time | None]]:
    """The times of a slot or a header line ("13:00-13:10", "Tid: 9-12"): start, end (code points), first time, last time or None."""
    words = read_vocabulary(pack or load("sv"))
    masked = mask(fold(text), words)
    sure = [reading for reading in read_clocks(masked, words) if reading.sure or is_whole(masked, reading.start, reading.end)]
    return [(reading.start, reading.end, reading.first, reading.last) for reading in sure]


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether nothing but space and brackets stands around the passage."""
    return not text[:start].strip(" \t\n(") and not text[end:].strip(" \t\n).")
