"""Times of day: "kl. 9.30–12", "13:00-13:10", "09.00", and bare hours where a date or a heading says that they are hours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

from functions.interpreting.dates.masking import BLANK, mask
from functions.interpreting.dates.vocabulary import Vocabulary, fold, read_vocabulary
from functions.interpreting.phrases import NOTHING
from functions.languages.pack import LanguagePack


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
_DIGIT = re.compile(r"\d")
_HOUR = r"(?:2[0-3]|1\d|0?\d)"
_MINUTE = r"[0-5]\d"


@dataclass(frozen=True, slots=True)
class _Patterns:
    named: re.Pattern[str]
    plain: re.Pattern[str]
    loose: re.Pattern[str]
    heading: re.Pattern[str]
    half_day: re.Pattern[str] | None


@lru_cache(maxsize=8)
def _patterns(clock: str, heading: str, at: str, about: str, to: str, and_: str, am: str, pm: str) -> _Patterns:
    until = rf"(?:\s*-\s*|\s+(?:{to}|{and_})\s+)(?:{clock}\s*)?(?:{about}\s*)?"
    dash = rf"(?:\s*-\s*|\s+{to}\s+)(?:{clock}\s*)?(?:{about}\s*)?"
    stop = r"(?!\d|[.:]\d|\s?%|\s*/\s*\d)"
    point = rf"{_HOUR}(?:[.:]{_MINUTE}|{_MINUTE}(?!\d))?"
    one, other = rf"(?P<a>{point})", rf"(?P<b>{point})"
    opener = rf"(?:{clock}\s*(?:{about}\s*)?|{at}\s+(?={_HOUR}[.:]{_MINUTE}))"
    named = rf"(?<!\w){opener}{one}(?:(?:{until}|\s+(?={_HOUR}[.:]{_MINUTE})){other})?{stop}"
    # Without a word before it a colon makes a time; a dot does so in a range of two ("13.00 - 15.00").
    plain = (
        rf"(?<![\w.:,/])(?<!\d-)(?:(?P<a>{_HOUR}:{_MINUTE})(?:{dash}(?P<b>{_HOUR}(?:[.:]{_MINUTE})?))?"
        rf"|(?P<c>{_HOUR}\.{_MINUTE}){dash}(?P<d>{_HOUR}[.:]{_MINUTE})){stop}"
    )
    loose = (
        rf"(?<![\w.:,/])(?<!\d-)(?:(?P<a>{_HOUR}(?:[.:]{_MINUTE})?){dash}(?P<b>{_HOUR}(?:[.:]{_MINUTE})?)|(?P<c>{_HOUR}\.{_MINUTE})){stop}(?!\w|-)"
    )
    # "2.00-3.45 pm", "9 am to 12 noon": hours of half a day, in languages that count so.
    half = rf"(?<![\w.:,/])(?<!\d-)(?:(?P<a>{point})\s*(?P<ha>{am}|{pm})?{until}\s*)?(?P<b>{point})\s*(?P<hb>{am}|{pm})(?!\w)"
    return _Patterns(
        re.compile(named, re.IGNORECASE),
        re.compile(plain, re.IGNORECASE),
        re.compile(loose, re.IGNORECASE),
        re.compile(rf"(?:^|\W){heading}\s*[:.]?\s*(?:{clock}\s*)?$", re.IGNORECASE),
        re.compile(half, re.IGNORECASE) if am != NOTHING or pm != NOTHING else None,
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


def _read_half(match: re.Match[str], words: Vocabulary) -> ClockReading:
    """A time of half a day: "2.00-3.45 pm" is in the afternoon all of it, "11-1 pm" begins before noon."""
    ends = _of_day(_time(match["b"]), match["hb"], words)
    if not match["a"]:
        return ClockReading(match.start(), match.end(), ends, None, True)
    begins = _of_day(_time(match["a"]), match["ha"] or match["hb"], words)
    if not match["ha"] and begins > ends:
        begins = _time(match["a"])
    return ClockReading(match.start(), match.end(), begins, ends if ends > begins else None, True)


def _of_day(written: time, half: str, words: Vocabulary) -> time:
    if written.hour > 12:
        return written
    later = 12 if half.lower() in words.lists.get("pm", ()) else 0
    return written.replace(hour=written.hour % 12 + later)


def read_clocks(masked: str, words: Vocabulary) -> list[ClockReading]:
    """The times in an already folded and masked text, in order, unsure ones among them, none overlapping another."""
    patterns = _patterns(*(words.any_of(key) for key in ("clock", "clock_heading", "clock_before_minutes", "about", "to", "and", "am", "pm")))
    found: list[ClockReading] = []
    rest = masked
    if patterns.half_day is not None:
        found += [_read_half(match, words) for match in patterns.half_day.finditer(rest)]
        rest = patterns.half_day.sub(lambda match: BLANK * len(match[0]), rest)
    for pattern, sure in ((patterns.named, True), (patterns.plain, True), (patterns.loose, False)):
        for match in pattern.finditer(rest):
            headed = patterns.heading.search(masked[max(0, match.start() - 30) : match.start()])
            found.append(_read(match, sure or headed is not None))
        rest = pattern.sub(lambda match: BLANK * len(match[0]), rest)
    return sorted(found, key=lambda reading: reading.start)


def find_times(text: str, *, pack: LanguagePack) -> list[tuple[int, int, time, time | None]]:
    """The times of a slot or a header line ("13:00-13:10", "Tid: 9-12"): start, end (code points), first time, last time or None."""
    if not _DIGIT.search(text):
        return []
    words = read_vocabulary(pack)
    masked = mask(fold(text), words)
    sure = [reading for reading in read_clocks(masked, words) if reading.sure or is_whole(masked, reading.start, reading.end)]
    return [(reading.start, reading.end, reading.first, reading.last) for reading in sure]


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether nothing but space, brackets and a full stop stands around the passage."""
    if start > _EDGE or len(text) - end > _EDGE:
        return False
    return not text[:start].strip(" \t\n(") and not text[end:].strip(" \t\n).")
