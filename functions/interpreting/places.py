"""Finds a meeting's place, and whether one can take part online, in the words around its day and time."""

from __future__ import annotations

import re
from itertools import pairwise

from functions.interpreting.dates import find_times
from functions.interpreting.rules import any_of
from functions.interpreting.spans import Span
from functions.languages import LanguagePack

_LEADING = re.compile(r"(?:(?:kl\.?|klockan|i|på|hos|vid|via|tid|plats|lokal|rum|mötesplats)\s*:\s*|(?:kl\.?|klockan|i|på|hos|vid|till)\s+)+", re.I)
_PARTS = re.compile(
    r"\s*[,;\0\t()|]+\s*|\s+[–—-]\s+|\s+(?:samt|och|eller|alternativt)\s+(?=via\b|digital|på\s+(?:länk|distans)|[Tt]eams|[Zz]oom)|[.!?](?=\s+[A-ZÅÄÖ]|\s*$)\s*"
)
_JOINS = re.compile(r"\s*,\s*|\.\s*(?=[Ll]okal|[Rr]um|[Ss]al)")


def is_online(text: str, *, pack: LanguagePack) -> bool:
    """Whether the words say that the meeting is held, also or only, at a distance."""
    return bool(_online(pack).search(text))


def _online(pack: LanguagePack) -> re.Pattern[str]:
    return any_of(pack.words("next_meetings", "online"))


def place_in(span: Span, *, pack: LanguagePack, named: bool = False) -> Span | None:
    """The place that these words hold: the first of their parts that looks like one, with the parts behind a comma that go on with it.

    The day is to be cut off before. named: only what names a room or a building counts, for lines that may say something else altogether.
    """
    text = span.text
    for at, to, *_ in find_times(text):
        text = text[:at] + "\0" * (to - at) + text[to:]
    cuts = [(0, 0), *(m.span() for m in _PARTS.finditer(text)), (len(text), len(text))]
    start = end = None
    for (_, at), (to, _) in pairwise(cuts):
        lead = _LEADING.match(text, at, to)
        bare = lead.end() if lead else at
        if start is not None and end is not None:
            if not _JOINS.fullmatch(text[end:at]) or not _like_a_place(text[bare:to], named=False, pack=pack):
                break
            end = to
        elif _like_a_place(text[bare:to], named=named, pack=pack):
            start, end = (_with_room(text, at, bare, pack=pack)), to
    return span.part(start, end).trimmed(" \t\n.,;:–-") if start is not None and end is not None else None


def _with_room(text: str, at: int, bare: int, *, pack: LanguagePack) -> int:
    """ "lokal Bommen" keeps its word, "Lokal: Bommen" does not."""
    return bare if ":" in text[at:bare] or not any_of(pack.words("next_meetings", "place_words")).match(text, at) else at


def _like_a_place(text: str, *, named: bool, pack: LanguagePack) -> bool:
    text = text.strip(" \t\n.:–-")
    if len(text) < 3 or len(text.split()) > 6 or _online(pack).match(text) or re.search(r"\d{3}|:", text):
        return False
    if any_of((*pack.words("next_meetings", "note_words"), *pack.words("next_meetings", "physical"))).search(text):
        return False
    if any_of(pack.words("next_meetings", "no_place")).search(text):
        return False
    if names_a_place(text, pack=pack):
        return True
    return not named and text[0].isupper() and not re.search(r"\d{2}", text)


def names_a_place(text: str, *, pack: LanguagePack) -> bool:
    """Whether a word of the text is a room's or a building's ("rum", "Stationshuset", "Ekelundsgatan")."""
    endings = "|".join(map(re.escape, pack.words("next_meetings", "place_endings")))
    word = any_of(pack.words("next_meetings", "place_words"))
    return bool(word.search(text) or re.search(rf"\b[A-ZÅÄÖ]\w{{1,}}(?:{endings})\b|\b[A-ZÅÄÖ]\w+s\s+(?:{endings})\b", text))


def topic_at(text: str) -> int | None:
    """Where what will be taken up begins in a line about a meeting: behind a dash or a colon that parts no times; None without one."""
    blank = text
    for at, to, *_ in find_times(text):
        blank = blank[:at] + "\0" * (to - at) + blank[to:]
    mark = re.search(r"(?<=\S)\s+[–—-]\s+(?=[^\W\d])|(?<=[\w\0)]):\s+(?=[^\W\d])|^\s*[:–—-]\s+(?=[^\W\d])", blank)
    return mark.end() if mark else None
