"""The numbers that items carry: as Word counts them, as somebody typed them, and series of letters, Roman figures or a body's own letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from functions.interpreting.phrases import LOWER, UPPER, phrase
from functions.interpreting.spans import Span
from functions.languages import LanguagePack
from functions.model.document import Block

_LITERAL = (
    (r"(\d{1,4})\s?§+\s*[.:–-]?\s*(?=[^\W\d_]|$)", "section"),
    (rf"§+\s*(\d{{1,4}})\s([{LOWER}])\s*[.:)]?\s+(?=[{UPPER}])", "section"),
    (r"§+\s*(?:19|20)\d{2}\s?[/:–-]\s?(\d{1,4})\s*[.:)]?\s*", "section"),
    (r"§+\s*(\d{1,4})(?:\s?[/:,]?\s?\d{1,2}\.\d{1,2}\.\d{4}|\s?[/:]\s?\d{2,4})?\s*(?:[.:)]|[–—-](?=\s))?\s*", "section"),
    (r"(?i:<<items.numbered>>)[.]?\s+(?:(?i:<<items.numbered_by>>)[.]?\s+)?(\d{1,3})(?:\s?/\s?\d{2,4})?\s*[.:)–-]?\s*", "word"),
    (rf"(\d{{1,3}})\s?([{LOWER}])\s?[.):]\s*(?=\S)", "sub"),
    (r"(\d{1,2}(?:\.\d{1,2})+)\.?\s+(?=[^\d\s])", "decimal"),
    (r"(\d{1,3})\s?[.):]\s*(?![\d])", "number"),
    (rf"(\d{{1,3}})\s[–—-]\s(?=[{UPPER}])", "number"),
    (rf"(\d{{1,3}})\s+(?=[{UPPER}]|§\s?\d)", "bare"),
    (rf"([{LOWER}])\s?\)\s*(?=\S)", "letter"),
)
_NO_NUMBER = r"\d{1,2}[.:]\d{2}\b|\d{4}|\d{1,2}/\d|\d{1,2}\s+(?i:<<dates.month_names.full>>)\b|\d{1,2}\.\s+<<dates.month_names.full>>\b"
_LONG_DECIMAL = re.compile(rf"(\d{{1,2}}\.\d{{2}})\s+(?=[{UPPER}])")
# What Word shows before a paragraph, with nothing behind it: "3.1.", "SR § 12", "(4)", "4 –".
_LEVELS = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\.?")
_BODY_SIGN = re.compile(rf"[{UPPER}][\w.]{{0,14}}\s?§\s?(\d{{1,4}})(?:\s?/\s?\d{{2,4}})?\W*")
_ENCLOSED = re.compile(r"[(\[–-]?\s?(\d{1,4})\s?[)\]:.–-]*")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
# "A. Köer", "II. Köer" and "SR 4 Köer" are numbers only where they follow on one another.
_LETTER = re.compile(rf"([{UPPER}])[.):]\s+(?=[{UPPER}])")
_BARE_LETTER = re.compile(rf"([{UPPER}])\s+(?=[{UPPER}])")
_SMALL = re.compile(rf"([{LOWER}])[.)]\s+(?=[{UPPER}])")
_FIGURES = re.compile(rf"([IVX]{{1,5}})[.):]\s+(?=[{UPPER}])")
_BARE_FIGURES = re.compile(rf"([IVX]{{1,5}})\s+(?=[{UPPER}])")
_LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_SMALL_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")
# "Dir. § 12", "Vårdn § 13 Taxor".
_BODY_SECTION = re.compile(rf"([{UPPER}][\w.]{{1,14}}?)\s?§\s?(\d{{1,4}})(?:/\d{{2,4}})?\s*[.:]?\s*(?=[{UPPER}\d]|$)")
_BODY_FIRST = re.compile(rf"([{UPPER}][\w.]{{1,14}})\s(\d{{1,4}})\s?§\s*[.:]?\s*(?=[{UPPER}\d]|$)")
# "5/2026 Taxor", "6/2026 Avtal": the year is the word that all have.
_OF_YEAR = re.compile(rf"(?=\d{{1,3}}\s?/\s?(\d{{2,4}})\b)(\d{{1,3}})\s?/\s?\d{{2,4}}\s*[.:–-]?\s+(?=[{UPPER}])")
# "Taxor för hemvård, § 13".
TRAILING = re.compile(
    rf"(?<=[\w)])[\s,–-]{{1,12}}\(?(?:(?:[{UPPER}]{{1,8}}|(?<=\t)[{UPPER}][\w.]{{1,14}})\s)?(?:§\s?(\d{{1,4}})|(\d{{1,4}})\s?§)(?:\s?/\s?\d{{2,4}})?\)?\s*$"
)
_PREFIXED = re.compile(rf"([{UPPER}]{{1,6}})\s?[-–]?(\d{{1,3}})(?:\s?/\s?\d{{2,4}})?\s?[.:)]?\s+(?=[{UPPER}])")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number as written at the start of a text: the bare number, how it was written, and where the text goes on."""

    number: str
    form: str
    end: int


Entries = Sequence[tuple[Block, Span]]


@lru_cache(maxsize=4096)
def numbered(text: str, *, pack: LanguagePack) -> Numbered | None:
    """The item number at the start of the text, None where there is none ("15.30" and "2026-…" are no numbers)."""
    if phrase(pack, _NO_NUMBER, case=True).match(text):
        return None
    for template, form in _LITERAL:
        match = phrase(pack, template, case=True).match(text)
        if match:
            return Numbered("".join(g for g in match.groups() if g), form, match.end())
    return None


def number_of(block: Block, span: Span, *, pack: LanguagePack) -> Numbered | None:
    """The number of a paragraph: the automatic one that Word shows, or one that is typed."""
    auto = automatic(block, pack=pack)
    return auto if auto is not None else numbered(span.text, pack=pack)


def automatic(block: Block, *, pack: LanguagePack) -> Numbered | None:
    """The number that Word shows before a paragraph, None for a bullet, a letter or a Roman figure alone."""
    shown = (block.number or "").strip()
    if not shown:
        return None
    found = numbered(f"{shown} ", pack=pack) or numbered(f"{shown}. ", pack=pack)
    if found is None and (levels := _LEVELS.fullmatch(shown)) is not None:
        found = Numbered(levels[1], "decimal", 0)
    if found is None and (sign := _BODY_SIGN.fullmatch(shown) or _ENCLOSED.fullmatch(shown)) is not None:
        found = Numbered(sign[1], "section" if "§" in shown else "number", 0)
    return Numbered(found.number, found.form, 0) if found is not None else None


def numbers_of(entries: Entries, *, pack: LanguagePack) -> dict[int, Numbered | None]:
    """The numbers of a document's paragraphs by the paragraphs' ids."""
    numbers = {id(block): number_of(block, span, pack=pack) for block, span in entries}
    if sum(n is not None and n.form == "decimal" for n in numbers.values()) >= 2:  # then "3.10 Kommande möten" is no time of day
        for block, span in entries:
            longer = _LONG_DECIMAL.match(span.text) if numbers[id(block)] is None else None
            if longer is not None:
                numbers[id(block)] = Numbered(longer[1], "decimal", longer.end())
    return numbers


def rises(found: list[Numbered | None]) -> bool:
    """Whether numbers count upwards: mostly by one or two, or all of them by ten at most, when not one is a bare figure."""
    values = [int(n.number) for n in found if n is not None and n.number.isdigit()]
    steps = [b - a for a, b in pairwise(values)]
    if not steps:
        return False
    marked = all(n.form != "bare" for n in found if n is not None)
    return sum(1 <= step <= 2 for step in steps) >= 0.7 * len(steps) or (marked and all(1 <= step <= 10 for step in steps))


def series_of(entries: Entries, *, among: Entries = ()) -> dict[int, Numbered]:
    """Paragraphs that a series of at least three letters, Roman figures or numbers behind one and the same word heads.

    among: all paragraphs, where the entries are only some of them.
    """
    shown = [(b, f"{b.number.strip()} " if b.number and not any(c.isdigit() for c in b.number) else "", s.text) for b, s in entries]
    orders = (_FIGURES, _ROMAN), (_LETTER, _LETTERS), (_BARE_FIGURES, _ROMAN), (_BARE_LETTER, _LETTERS), (_SMALL, _SMALL_LETTERS)
    for pattern, order in orders:
        found = [(b, m, len(auto)) for b, auto, text in shown if (m := pattern.match(auto + text)) is not None]
        if pattern is _SMALL and any(s.text.endswith((".", "!", "?")) for b, s in entries if any(b is one for one, _, _ in found)):
            continue  # sentences of a list
        if len(found) >= 3 and tuple(m[1] for _, m, _ in found) == order[: len(found)] and _apart(among or entries, [b for b, _, _ in found]):
            return {id(b): Numbered(m[1], "series", m.end() - auto) for b, m, auto in found}
    for pattern in (_BODY_SECTION, _BODY_FIRST, _PREFIXED, _OF_YEAR):
        prefixed = [(b, m) for b, s in entries if (m := pattern.match(s.text)) is not None]
        numbers = {id(b): Numbered(m[2], "series", m.end()) for b, m in prefixed}
        if len({m[1] for _, m in prefixed}) == 1 and len(prefixed) >= 3 and rises(list(numbers.values())):
            return numbers
    trailing = {id(b): Numbered(m[1] or m[2], "trailing", 0) for b, s in entries if len(s.text) < 120 and (m := TRAILING.search(s.text)) is not None}
    titles = [TRAILING.sub("", s.text) for b, s in entries if id(b) in trailing]
    if len(trailing) >= 3 and len(set(titles)) == len(titles) and rises(list(trailing.values())):
        return trailing
    return {}


def _apart(entries: Entries, series: list[Block]) -> bool:
    """Whether text stands between the paragraphs of a series: below one another they are a list ("A. Ström", "B. Falk", "C. Rot")."""
    places = [position for position, (block, _) in enumerate(entries) if any(block is one for one in series)]
    return sum(b - a > 1 for a, b in pairwise(places)) * 2 >= len(places) - 1


def counted(entries: Entries, numbers: dict[int, Numbered | None]) -> set[int]:
    """The numbered paragraphs that count upwards through the document: sections or points, else all, else those written alike ("4.", not "1)")."""
    everything = len(entries) >= 3 and rises([numbers[id(b)] for b, _ in entries])
    for form in ("section", "word", "number", "bare"):
        if everything and form == "number":
            return {id(b) for b, _ in entries}
        alike: dict[str, list[tuple[Block, Span]]] = {}
        for block, span in entries:
            number = numbers[id(block)]
            if number is not None and number.form == form:
                sign = "§" if form == "section" else (block.number or span.text[: number.end]).strip().strip("0123456789")
                alike.setdefault(sign, []).append((block, span))
        for group in alike.values():
            if len(group) >= 3 and rises([numbers[id(b)] for b, _ in group]):
                return {id(b) for b, _ in group}
    return _of_levels(entries, numbers)


def _of_levels(entries: Entries, numbers: dict[int, Numbered | None]) -> set[int]:
    """Paragraphs numbered on a second level alone ("3.1", "3.2" under a heading without a text of its own), at least three that count by one."""
    found = [(b, number.number.split(".")) for b, _ in entries if (number := numbers[id(b)]) is not None and number.form == "decimal"]
    first = [int(levels[1]) for _, levels in found if levels[0] == found[0][1][0] and len(levels) == 2]
    counts = len(first) >= 3 and first[0] == 1 and all(b - a == 1 for a, b in pairwise(first))
    return {id(b) for b, _ in found} if counts else set()
