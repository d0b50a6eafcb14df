"""Lines that hold nothing but a point's number ("§ 12", "Direktionen § 12 12.3.2026"): whether its title stands above or below them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from functions.interpreting.numbers import TRAILING, Entries, Numbered, rises, series_of
from functions.interpreting.phrases import UPPER, phrase
from functions.interpreting.references import REFERENCE, is_reference
from functions.interpreting.spans import Span
from functions.languages import LanguagePack
from functions.model.document import Block, BlockKind

# The body's name before the sign, a day or a case number behind the figure; "§ 5 Direktionen 12.3.2026".
_BODY = rf"(?P<body>[{UPPER}][\w.-]*(?:\s[\w.-]+){{0,4}}?\s)?(?:{REFERENCE}[\s,;]*)?"
_SIGN = r"(?:§+\s?(?:(?:19|20)\d{2}\s?[/:–-]\s?)?(?P<sign>\d{1,4})(?:\s?[/:]\s?\d{2,4})?|(?P<figure>\d{1,4})\s?§)"
# The point's place on the agenda beside its number: "4. § 12", "§ 12 (4)", "§ 12 Ärende 4".
_COUNTED = r"(?i:<<items.numbered>>)\.?\s(?:(?i:<<items.numbered_by>>)\.?\s)?\d{1,3}[.:)]?"
_ORDER = rf"(?:\d{{1,3}}[.)]?|{_COUNTED})"
_ORDERED = rf"(?:\(\d{{1,3}}\)|{_COUNTED})"
_ALONE = (
    rf"(?:{_ORDER}[\s,:–-]+)?{_BODY}{_SIGN}[\s.:,)–-]*(?:{_ORDERED}[\s.:,–-]*)?"
    rf"(?P<behind>[{UPPER}][\w.-]*(?:\s[\w.-]+){{0,4}}?\s(?={REFERENCE}))?(?:\(?{REFERENCE}\)?[\s,;]*)*"
)
# "Direktionen 12.3.2026 § 5 Taxor": the body, the number and the title on one line; "4. § 5 Taxor" and "§ 5 (4) Taxor" two numbers and the title.
_OPENS = rf"[{UPPER}][\w.-]*(?:\s[\w.-]+){{0,4}}?\s(?:{REFERENCE}[\s,;]*)?{_SIGN}[\s.:–-]*(?=[{UPPER}])"
_TWICE = (rf"{_ORDER}[\s,:–-]+\(?{_SIGN}\)?[\s.:,–-]*(?=[{UPPER}])", rf"{_SIGN}[\s.:,–-]*{_ORDERED}[\s.:,–-]*(?=[{UPPER}])")
# Without the sign a line must be one of a row: "5/2026", "SN 5/2026", "P5", "5".
_BARE = re.compile(rf"(?P<body>[{UPPER}][\w.]{{0,7}}?)?\s?[–-]?\s?(?P<sign>\d{{1,3}})(?P<year>\s?/\s?\d{{2,4}})?[.:)]?")
_TITLE, _SHORT = 120, 20
_FEWEST = 2
_FEWEST_BARE = 3
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Sections:
    """What the bare lines of a document tell.

    numbers: every paragraph's number, a title that is no bare line having taken the line's; below: the paragraph that may be a bare line's title.
    """

    numbers: dict[int, Numbered | None]
    below: dict[int, Block]


def sections_of(entries: Entries, numbers: dict[int, Numbered | None], *, pack: LanguagePack) -> Sections:
    """Read the bare lines of a document; one that has fewer than two is left as it is."""
    below = {id(block): _next(entries, position, pack=pack) for position, (block, _) in enumerate(entries)}
    followers = {at: block for at, (block, _) in below.items() if block is not None}
    alone = _alone(entries, pack=pack)
    if len(alone) < _FEWEST:
        alone = _bare(entries, numbers)
    if len(alone) < _FEWEST:
        return Sections(_with_openings(entries, numbers, pack=pack), followers)
    found = {**numbers, **{id(entries[position][0]): Numbered(figure, "section", end) for position, (figure, end) in alone.items()}}
    before = {position: _previous(entries, position, pack=pack) for position in alone}
    above = [position for position, at in before.items() if at is not None and at not in alone and _is_title(entries[at][1], pack=pack)]
    under = [position for position in alone if (span := below[id(entries[position][0])][1]) is not None and _is_title(span, pack=pack)]
    holders: dict[int, Block] = {}
    if 2 * len(above) >= len(alone) and len([position for position in above if position not in under]) > len(under):
        holders = {position: entries[before[position] or 0][0] for position in above}
    else:  # a heading carries the number that stands above it
        titles = {position: below[id(entries[position][0])][0] for position in alone if entries[position][0].kind is not BlockKind.HEADING}
        holders = {position: title for position, title in titles.items() if title is not None and title.kind is BlockKind.HEADING}
    for position, title in holders.items():
        found[id(title)] = Numbered(alone[position][0], "section", 0)
        found[id(entries[position][0])] = None
    return Sections(found, followers)


def bare_section(text: str, *, pack: LanguagePack) -> str | None:
    """The figure of a line that holds nothing but a paragraph sign with its number, the body's name, a day or a case number; else None."""
    match = phrase(pack, _ALONE, case=True).fullmatch(text.strip()) if len(text) < _TITLE else None
    return _figure(match) if match is not None else None


def bare_figures(texts: Iterable[tuple[int, str]]) -> dict[int, tuple[str, int]]:
    """The texts, each with its place, that hold a figure without the sign, where at least three are written alike, stand apart and count by one."""
    alike: dict[tuple[str | None, bool], dict[int, re.Match[str]]] = {}
    for position, text in texts:
        match = _BARE.fullmatch(text) if len(text) < _SHORT else None
        if match is not None:
            alike.setdefault((match["body"], match["year"] is not None), {})[position] = match
    for lines in alike.values():
        counts = [int(match["sign"]) for match in lines.values()]
        apart = all(b - a > 1 for a, b in pairwise(lines))
        if len(lines) >= _FEWEST_BARE and apart and all(b - a == 1 for a, b in pairwise(counts)):
            return {position: (match["sign"], match.end()) for position, match in lines.items()}
    return {}


def _alone(entries: Entries, *, pack: LanguagePack) -> dict[int, tuple[str, int]]:
    """The figure of each bare line with the sign, by its place among the entries, and where it ends."""
    pattern = phrase(pack, _ALONE, case=True)
    short = [(position, span.text) for position, (_, span) in enumerate(entries) if len(span.text) < _TITLE]
    alone = {position: match for position, text in short if (match := pattern.fullmatch(text)) is not None}
    if len({match["body"] for match in alone.values() if match["body"]}) > 1:  # "Taxor § 13", "Avtal § 14": titles, no body's name
        alone = {position: match for position, match in alone.items() if not match["body"]}
    behind = [match["behind"] for match in alone.values() if match["behind"]]
    if len(behind) < _FEWEST or len(set(behind)) > 1:  # "§ 5 Bokslut 31.12.2025"
        alone = {position: match for position, match in alone.items() if not match["behind"]}
    return {position: (_figure(match), match.end()) for position, match in alone.items()}


def _bare(entries: Entries, numbers: dict[int, Numbered | None]) -> dict[int, tuple[str, int]]:
    """Lines that hold a figure without the sign, where no line with the sign is there."""
    if any(number is not None and number.form == "section" for number in numbers.values()):
        return {}
    return bare_figures((position, span.text) for position, (_, span) in enumerate(entries))


def _figure(match: re.Match[str]) -> str:
    return str(match["sign"] or match["figure"])


def _with_openings(entries: Entries, numbers: dict[int, Numbered | None], *, pack: LanguagePack) -> dict[int, Numbered | None]:
    """The numbers with those of titles beside which they stand in another way than `numbers_of` knows; unchanged where few do.

    Behind one and the same body, a day or a case number; with the place on the agenda; on a soft line of their own; at the end of a heading.
    """
    for template in _TWICE:
        found = _openings(entries, template, pack=pack)
        counts = [int(_figure(match)) for match in found.values()]
        rivals = sum(number is not None and number.form in ("section", "number", "bare", "word") for number in numbers.values())
        if len(found) >= max(_FEWEST, _MOST * rivals) and all(a < b for a, b in pairwise(counts)):
            return {**numbers, **{at: Numbered(_figure(match), "section", match.end()) for at, match in found.items()}}
    found = _openings(entries, _OPENS, pack=pack)
    if len(found) >= _FEWEST and len({match[0].split()[0] for match in found.values()}) == 1:
        return {**numbers, **{at: Numbered(_figure(match), "section", match.end()) for at, match in found.items()}}
    return {**numbers, **_on_first_lines(entries, pack=pack), **_of_headings(entries, numbers)}


def _openings(entries: Entries, template: str, *, pack: LanguagePack) -> dict[int, re.Match[str]]:
    pattern = phrase(pack, template, case=True)
    return {id(block): match for block, span in entries if len(span.text) < _TITLE and (match := pattern.match(span.text)) is not None}


def _on_first_lines(entries: Entries, *, pack: LanguagePack) -> dict[int, Numbered]:
    """The numbers of paragraphs whose first line, up to a soft break, is a bare line."""
    pattern = phrase(pack, _ALONE, case=True)
    cut = [(block, span.text.partition("\n")) for block, span in entries if "\n" in span.text]
    found = {
        id(block): (match, len(first)) for block, (first, _, _) in cut if len(first) < _TITLE and (match := pattern.fullmatch(first)) is not None
    }
    return {at: Numbered(_figure(match), "section", end + 1) for at, (match, end) in found.items()} if len(found) >= _FEWEST else {}


def _of_headings(entries: Entries, numbers: dict[int, Numbered | None]) -> dict[int, Numbered]:
    """The numbers at the ends of headings ("Taxor § 12"), or those that stand behind one and the same word ("SN 12/2026 Taxor")."""
    headings = [(block, span) for block, span in entries if block.kind is BlockKind.HEADING]
    if any(numbers.get(id(block)) is not None for block, _ in headings):
        return {}
    ends = {id(block): match for block, span in headings if (match := TRAILING.search(span.text)) is not None}
    found = {at: Numbered(match[1] or match[2], "trailing", 0) for at, match in ends.items()}
    return found if len(found) >= _FEWEST_BARE and rises([*found.values()]) else series_of(headings, among=entries)


def _previous(entries: Entries, position: int, *, pack: LanguagePack) -> int | None:
    """The place of the paragraph before that is more than a reference."""
    return next((at for at in range(position - 1, max(-1, position - 4), -1) if not is_reference(entries[at][1].text, pack=pack)), None)


def _next(entries: Entries, position: int, *, pack: LanguagePack) -> tuple[Block | None, Span | None]:
    """The next paragraph that is more than a reference."""
    for block, span in entries[position + 1 : position + 4]:
        if not is_reference(span.text, pack=pack):
            return block, span
    return None, None


def _is_title(span: Span, *, pack: LanguagePack) -> bool:
    """Whether a line may be a title: short, no sentence, no label of a passage with or without its text."""
    head, colon, _ = span.text.partition(":")
    words = " ".join(head.split()).strip(" .").casefold()
    known = words in pack.all_words("labels") or re.sub(r"\s*\([^()]*\)", "", words) in pack.all_words("labels")
    return len(span.text) < _TITLE and not span.text.endswith((".", "!", "?")) and not known and not (colon and not span.text.endswith(":"))
