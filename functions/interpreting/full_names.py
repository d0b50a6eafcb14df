"""Finds people who are named in full in running text, so that they are known from there on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from functions.interpreting.name_words import NameWords, name_words
from functions.interpreting.phrases import LOWER, UPPER
from functions.languages import LanguagePack

# A word that may begin with a capital: no small letter first, no word or joint before it.
_WORD = re.compile(rf"(?<![^\W\d_])(?<![^\W\d_]['’´‐‑-])[^\W\d_{LOWER}][^\W\d_]*(?:['’´‐‑-][^\W\d_]+)*")
_JOINT = re.compile(r"[ \u00a0]{1,2}(?:([^\W\d_]+)[ \u00a0]{1,2}(?:([^\W\d_]+)[ \u00a0]{1,2})?)?")
_HYPHEN = re.compile(rf"['’´‐‑-](?=[^\W\d_{UPPER}])(?<=[‐‑-])")
_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|\S+\.(?:docx?|pptx?|xlsx?|pdf|html?)\b", re.IGNORECASE)
_FILE_OR_SITE = re.compile(r"www\.|\.(?:doc|ppt|xls|pdf|htm)", re.IGNORECASE)
_LONGEST = 5

Span = tuple[int, int]


def find_full_names(text: str, *, pack: LanguagePack) -> list[tuple[int, int, str]]:
    """People's full names in running text, in order: start, end (code points) and the words there, without a genitive s.

    Two to five capitalised words in a row, particles between, count when something speaks for a person: a common given name, the ending of a
    surname, a particle, a title before, a verb after that people do in minutes, or a neighbour in an enumeration that is a person.
    Words that name an organisation, a place or a thing end a name, and so do words that have a capital only because a sentence begins.
    """
    words = name_words(pack)
    found: list[tuple[Sequence[Span], bool]] = []
    for chain in _chains(text, words):
        for part in _split(chain, text, words):
            trimmed = _trim(part, text, words)
            if _possible(trimmed, text, words):
                found.append((trimmed, _evident(trimmed, text, words)))
    spans = [(part[0][0], part[-1][1]) for part, _ in found]
    sure = [evident for _, evident in found]
    # A stranger's name in an enumeration with a known kind of name is a name as well, whichever comes first.
    for step in (1, -1):
        for i in range(len(found))[::step]:
            if not sure[i] and _is_enumerated(i, -step, spans=spans, sure=sure, text=text, words=words):
                sure[i] = True
    return [
        (start, end, text[start:end])
        for (start, end), evident in zip((_without_genitive(p, text, words) for p, _ in found), sure, strict=True)
        if evident
    ]


def find_organisations(text: str, *, pack: LanguagePack) -> list[Span]:
    """Rows of capitalised words that end in an organisation, a place or a thing: a given name in them is nobody ("Ture Sventons Stiftelse")."""
    words = name_words(pack)
    found = []
    for chain in _chains(text, words):
        ends = [i for i, span in enumerate(chain) if i and words.is_organisation(_at(text, span)) and not words.is_given(_at(text, span))]
        if ends:
            found.append((chain[0][0], chain[ends[-1]][1]))
    return found


def _is_enumerated(i: int, step: int, *, spans: list[Span], sure: list[bool], text: str, words: NameWords) -> bool:
    """Whether the next names in one direction are people's: one after "och", two after commas ("Namn, Organisation" is no enumeration)."""
    for count in (1, 2):
        beside, before = i + count * step, i + (count - 1) * step
        if not 0 <= beside < len(spans) or not sure[beside]:
            return False
        first, second = sorted((beside, before))
        between = text[spans[first][1] : spans[second][0]]
        if not words.listed.fullmatch(between):
            return False
        if between.strip(" ,\n") not in ("", "/"):
            return True
    return True


def text_before(text: str, start: int, *, reach: int = 60) -> str:
    """The end of the text before a place. Where more stands before it, a dot-free mark says so, that the start of the text is not mistaken for it."""
    return text[:start] if start <= reach else f"x{text[start - reach : start]}"


def masked(text: str) -> str:
    """The text with addresses and file names blanked out, at its full length."""
    if "@" not in text and "://" not in text and not _FILE_OR_SITE.search(text):  # most sentences have none
        return text
    return _ADDRESS.sub(lambda hit: "\n" * len(hit.group()), text)


@lru_cache(maxsize=256)
def _chains(text: str, words: NameWords) -> tuple[tuple[Span, ...], ...]:
    """Rows of capitalised words with particles between, one blank apart."""
    chains: list[list[Span]] = []
    end = -1
    clean = masked(text)
    for hit in _WORD.finditer(clean):
        # A hyphen may glue a title on ("Eva Ek-sekreterare").
        word = _HYPHEN.split(hit.group())[0]
        if not _is_capitalised(word):
            end = -1
            continue
        joint = _JOINT.fullmatch(clean, end, hit.start()) if end >= 0 and hit.start() - end < 40 else None
        span = (hit.start(), hit.start() + len(word))
        if joint and all(particle is None or particle in words.particles for particle in joint.groups()):
            chains[-1] += [joint.span(n) for n in (1, 2) if joint[n]] + [span]
        else:
            chains.append([span])
        end = span[1]
    return tuple(tuple(chain) for chain in chains if len(chain) > 1)


def _is_capitalised(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and any(letter.islower() for letter in word)


def _split(chain: Sequence[Span], text: str, words: NameWords) -> list[Sequence[Span]]:
    """Two people without a comma between ("Anna Ek Erik Lund") apart."""
    parts: list[Sequence[Span]] = []
    start = 0
    for i in range(2, len(chain) - 1):
        joined = i - start < 2 or len(chain) - i < 2
        if (
            not joined
            and words.is_given(_at(text, chain[i]))
            and not words.is_given(_at(text, chain[i - 1]))
            and not _at(text, chain[i - 1]).islower()
        ):
            parts.append(chain[start:i])
            start = i
    return [*parts, chain[start:]]


def _trim(part: Sequence[Span], text: str, words: NameWords) -> Sequence[Span]:
    while part and (words.is_common(_at(text, part[0])) or _at(text, part[0]).islower()):
        given_here = words.is_given(_at(text, part[0])) and len(part) == 2
        if given_here:
            break
        part = part[1:]
    while len(part) > 1 and words.is_title(_at(text, part[0])):
        part = part[1:]
    before = re.search(r"([^\W\d_]+)\s+$", text_before(text, part[0][0])) if len(part) > 2 else None
    apart = before is not None and before[1].casefold() in words.place_before  # "från Umbro Viveka Rosdahl"
    if (
        len(part) > 2
        and not words.is_given(_at(text, part[0]))
        and words.is_given(_at(text, part[1]))
        and (apart or _opens_sentence(text, part[0][0]))
    ):
        part = part[1:]
    for i, span in enumerate(part[1:], 1):
        word = _at(text, span)
        if not word.islower() and words.is_listed(word) and word.casefold() not in words.surname_places:
            return part[:i]
    return part


def _possible(part: Sequence[Span], text: str, words: NameWords) -> bool:
    capitals = [_at(text, span) for span in part if not _at(text, span).islower()]
    return 2 <= len(capitals) <= _LONGEST and not any(words.is_organisation(word) and not words.is_given(word) for word in capitals)


def _evident(part: Sequence[Span], text: str, words: NameWords) -> bool:
    first, last = _at(text, part[0]), _at(text, part[-1])
    if words.is_given(first) or any(_at(text, span).islower() or re.search("['’´]", _at(text, span)) for span in part):
        return True
    after = re.match(r"\s+([^\W\d_]+)", text[part[-1][1] : part[-1][1] + 40])
    if after and after.group(1) in words.person_verbs:
        return True
    before = re.search(r"([^\W\d_][\w-]*)\s+$", text_before(text, part[0][0]))
    if before and before.group(1).casefold() in words.titles:
        return True
    low = last.casefold()
    return any(low.endswith(end) and len(low) >= len(end) + 2 for end in words.surname_endings if len(end) > 2) and not words.is_common(first)


def _without_genitive(part: Sequence[Span], text: str, words: NameWords) -> Span:
    start, end = part[0][0], part[-1][1]
    last = _at(text, part[-1]).casefold()
    bare = last[:-1]
    if not words.genitive_s:
        return start, end
    if (
        last.endswith("s")
        and re.match(r"[ \u00a0][^\W\d_]", text[end : end + 2])
        and any(bare.endswith(e) and len(e) > 2 for e in words.surname_endings if e[-1] != "s")
    ):
        return start, end - 1
    return (start, end - 1) if last.endswith("és") else (start, end)


def _opens_sentence(text: str, start: int) -> bool:
    return not re.search(r"[^\s.!?:•\-–(\"”]\s*$", text_before(text, start))


def _at(text: str, span: Span) -> str:
    return text[span[0] : span[1]]
