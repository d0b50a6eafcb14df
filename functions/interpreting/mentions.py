"""Finds the places in running text where a person may be meant: names, initials and roles."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from functions.interpreting.full_names import find_full_names, find_organisations, masked, text_before
from functions.interpreting.known_people import KnownPerson, Roster, fold, given_names, known, surnames, tidy
from functions.interpreting.name_words import NameWords, name_words
from functions.interpreting.names_initials import computed, declared, is_code, partial
from functions.interpreting.phrases import LOWER, UPPER
from functions.interpreting.spelling import edit_distance
from functions.languages import LanguagePack

_NEAR = 20
_EDGE, _END = r"(?<![\w@-])", r"(?![\w@-])"
_WORD = re.compile(rf"{_EDGE}[^\W\d_]+(?:['’´‐‑-][^\W\d_]+)*{_END}")
_LETTER = re.compile(rf"[ \u00a0]([{UPPER}]|[{UPPER}][{LOWER}](?=[./]|$)){_END}(?!:\w)")
_CODE = re.compile(rf"{_EDGE}[{UPPER}](?:[{UPPER}{LOWER}]{{1,5}}){_END}")
_SPACED = re.compile(rf"{_EDGE}(?:[{UPPER}]\.?[ \u00a0]){{1,3}}[{UPPER}]{_END}")
_DIGIT = re.compile(r"[ \u00a0]{0,8}\d")
_SENTENCE_START = re.compile(r"(?:^|[.!?:•\n\t(\"”–-])\s*$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person may be meant: text == whole[start:end] in code points, without a genitive s."""

    start: int
    end: int
    text: str


def find_mentions(text: str, *, roster: Roster, pack: LanguagePack) -> list[Mention]:
    """The places in reading order; where two overlap the longer one counts.

    Full names, given name and letter ("Lisa B"), given names and surnames that are known (other spellings too), given names that are common
    though nobody known has them, initials, answers' words ("Kallas"), and roles where they mean a person of this body.
    """
    words, people = name_words(pack), known(roster)
    clean = masked(text)
    written = _found(_people_pattern(roster), clean)
    # A known name with a genitive s is that name ("Karin Alms").
    full = [(start, end) for start, end, _ in find_full_names(text, pack=pack)]
    spans = written + [span for span in full if (span[0], span[1] - 1) not in written]
    spans += _found(_alias_pattern(roster), clean)
    bodies = find_organisations(text, pack=pack)
    spans += [span for span in _words(clean, roster, words) if not any(low <= span[0] and span[1] <= high for low, high in bodies)]
    spans += _codes(clean, people=people, roster=roster, words=words)
    taken = _longest_first(spans)
    roles = [span for span in _roles(clean, words) if not _stands_before_name(clean, span, taken)]
    return [Mention(start, end, text[start:end]) for start, end in sorted(_longest_first([*taken, *roles]))]


def _longest_first(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []  # in reading order
    for span in sorted(set(spans), key=lambda span: (span[0] - span[1], span[0])):
        at = bisect(kept, span)
        if (at == 0 or kept[at - 1][1] <= span[0]) and (at == len(kept) or span[1] <= kept[at][0]):
            kept.insert(at, span)
    return kept


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    def loose(name: str) -> str:
        parts = re.split(r"([ '-])", tidy(name))
        return "".join({" ": r"\s+", "'": "['’´`]", "-": "[-‐‑]"}.get(part, re.escape(part)) for part in parts)

    texts = sorted({loose(name) for name in names if tidy(name)}, key=len, reverse=True)
    return re.compile(rf"{_EDGE}(?:{'|'.join(texts)})(?=s?{_END}|['’]s{_END})") if texts else None


@lru_cache(maxsize=128)
def _people_pattern(roster: Roster) -> re.Pattern[str] | None:
    return _pattern(tuple(person.name for person in known(roster)))


@lru_cache(maxsize=128)
def _alias_pattern(roster: Roster) -> re.Pattern[str] | None:
    return _pattern(tuple(alias for alias in roster.aliases if not is_code(alias)))


def _found(pattern: re.Pattern[str] | None, text: str) -> list[tuple[int, int]]:
    return [hit.span() for hit in pattern.finditer(text)] if pattern else []


def _words(text: str, roster: Roster, words: NameWords) -> Iterator[tuple[int, int]]:
    """Given names, with a letter after them or not, and surnames."""
    given, later = given_names(roster), surnames(roster, words.particles)
    particle = _particle_pattern(words.particles)
    for hit in _WORD.finditer(text):
        word = hit.group()
        if not word[0].isupper() or word.isupper() or _DIGIT.match(text, hit.end()):
            continue
        # "i Saga" is a system or a place, not a person.
        before = re.search(r"([^\W\d_]+)\s+$", text_before(text, hit.start()))
        if before and before.group(1).casefold() in words.place_before:
            continue
        opens = bool(_SENTENCE_START.search(text_before(text, hit.start())))
        length = _name_length(word, given=given, surnames=later, words=words, opens=opens)
        if not length:
            continue
        letter = _LETTER.match(text, hit.end()) if length == len(word) else None
        particles = particle.search(text_before(text, hit.start()))
        yield (
            particles.start() if particles else hit.start(),
            letter.end() if letter and letter.group(1) not in words.acronyms else hit.start() + length,
        )


@lru_cache(maxsize=8)
def _particle_pattern(particles: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_EDGE}(?:{'|'.join(particles) or '(?!)'})[ \u00a0])+$")


def _name_length(word: str, *, given: frozenset[str], surnames: frozenset[str], words: NameWords, opens: bool) -> int:
    """How much of a word is a name: all, all but a genitive s, or nothing."""
    bare = re.sub(r"['’]?s$", "", word)
    for text in dict.fromkeys((word, bare)):
        if fold(text) in given:
            return len(text)
    if words.is_common(word):
        return 0
    for text in dict.fromkeys((word, bare)):
        if fold(text) in surnames:
            return len(text)
    for text in dict.fromkeys((word, bare)):
        if words.is_given(text) and text.casefold() not in words.word_names and not re.search(rf"[‐‑-](?=[^\W\d_])[^{UPPER}]", text):
            return len(text)
    return (
        len(word)
        if not opens and len(word) >= 5 and any(name[:1] == fold(word)[:1] and edit_distance(name, fold(word), limit=1) <= 1 for name in given)
        else 0
    )


def _codes(text: str, *, people: Sequence[KnownPerson], roster: Roster, words: NameWords) -> Iterator[tuple[int, int]]:
    for hit in _CODE.finditer(text):
        code = hit.group()
        ours = bool(declared(code, people=people)) or code in roster.aliases
        if ours or (is_code(code) and _may_be_initials(code, hit, people=people, roster=roster, words=words)):
            yield hit.span()
    for hit in _SPACED.finditer(text):
        code = re.sub(r"[^\w]", "", hit.group())
        if computed(code, people=people, particles=words.particles) or declared(code, people=people):
            yield hit.span()


def _may_be_initials(code: str, hit: re.Match[str], *, people: Sequence[KnownPerson], roster: Roster, words: NameWords) -> bool:
    if code in roster.acronyms:
        return False
    fits = bool(computed(code, people=people, particles=words.particles))
    # A heading in capitals is no row of initials.
    around = hit.string[max(0, hit.start() - 25) : hit.start()] + " " + hit.string[hit.end() : hit.end() + 25]
    shouted = bool(re.search(rf"\b[{UPPER}]{{5,}}\b", around))
    if fits or code in words.acronyms or code in words.abbreviations or not code.isupper():
        return fits and not (shouted and code in words.abbreviations)
    if re.fullmatch("[IVX]+", code):
        return False
    return not shouted or bool(partial(code, people=people, particles=words.particles))


def _roles(text: str, words: NameWords) -> Iterator[tuple[int, int]]:
    for hit in _role_pattern(tuple(words.roles)).finditer(text):
        before = re.findall(r"[^\W\d_]+", text[max(0, hit.start() - 60) : hit.start()].casefold())[-2:]
        after = re.findall(r"\w+", text[hit.end() : hit.end() + 40].casefold())[:2]
        adjoining = re.match(r"[ \u00a0]+\w", text[hit.end() : hit.end() + _NEAR]) is not None
        if not re.search(r"[.!?:;,]\s*$", text_before(text, hit.start())) and (
            " ".join(before) in words.role_not_after or (before and before[-1] in words.role_not_after)
        ):
            continue
        if adjoining and after and after[0] in words.role_not_before and not (len(after) > 1 and after[1] in words.role_own_body):
            continue
        yield hit.span()


@lru_cache(maxsize=8)
def _role_pattern(roles: tuple[str, ...]) -> re.Pattern[str]:
    texts = sorted((re.escape(role).replace(r"\ ", r"\s+") for role in roles), key=len, reverse=True)
    return re.compile(rf"{_EDGE}(?:{'|'.join(texts) or '(?!)'}){_END}", re.IGNORECASE)


def _stands_before_name(text: str, role: tuple[int, int], names: Iterable[tuple[int, int]]) -> bool:
    """Whether a role is only said of a name beside it ("ordförande Eva Ek", "Eva Ek, ordförande,", "Eva Ek (ordförande)")."""
    for start, end in names:
        if start >= role[1] and re.fullmatch(r",?[ \u00a0]+", text[role[1] : start]) and not re.match(r"[ \u00a0]*,", text[role[1] : start]):
            return True
        if end <= role[0] and re.fullmatch(r",[ \u00a0]*|[ \u00a0]*\(", text[end : role[0]]):
            return True
    return False
