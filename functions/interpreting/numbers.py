"""The numbers that items carry: as Word counts them, as somebody typed them, and series of letters, Roman figures or a body's own letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
# "A. Köer", "II. Köer" and "SR 4 Köer" are numbers only where they follow on one another.
_LETTER = re.compile(rf"([{UPPER}])[.):]\s+(?=[{UPPER}])")
_FIGURES = re.compile(rf"([IVX]{{1,5}})[.):]\s+(?=[{UPPER}])")
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


Entries = list[tuple[Block, Span]]


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
    if block.number:
        auto = numbered(block.number.strip() + " ", pack=pack) or numbered(block.number.strip() + ". ", pack=pack)
        if auto is not None:
            return Numbered(auto.number, auto.form, 0)
    return numbered(span.text, pack=pack)


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


def series_of(entries: Entries) -> dict[int, Numbered]:
    """Paragraphs that a series of at least three letters, Roman figures or numbers behind one and the same word heads."""
    for pattern, order in ((_FIGURES, _ROMAN), (_LETTER, tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))):
        found = [(b, m) for b, s in entries if (m := pattern.match(s.text)) is not None]
        if len(found) >= 3 and tuple(m[1] for _, m in found) == order[: len(found)] and _apart(entries, [b for b, _ in found]):
            return {id(b): Numbered(m[1], "series", m.end()) for b, m in found}
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
        alike: dict[str, Entries] = {}
        for block, span in entries:
            number = numbers[id(block)]
            if number is not None and number.form == form:
                sign = "§" if form == "section" else (block.number or span.text[: number.end]).strip().strip("0123456789")
                alike.setdefault(sign, []).append((block, span))
        for group in alike.values():
            if len(group) >= 3 and rises([numbers[id(b)] for b, _ in group]):
                return {id(b) for b, _ in group}
    return set()
