"""Lines that hold nothing but a point's number ("§ 12", "Direktionen § 12 12.3.2026"): whether its title stands above or below them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from functions.interpreting.numbers import Entries, Numbered
from functions.interpreting.phrases import UPPER, phrase
from functions.interpreting.spans import Span
from functions.languages import LanguagePack
from functions.model.document import Block

_CASE = rf"(?i:<<items.references>>)[.:]?(?:\s*[^\s]*\d[^\s]*|\s+[{UPPER}]{{1,6}}(?=\s)){{1,4}}"
_REFERENCE = rf"(?:\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}|{_CASE})"
# The body's name before the sign, a day or a case number behind the figure.
_BODY = rf"(?P<body>[{UPPER}][\w.-]*(?:\s[\w.-]+){{0,4}}?\s)?(?:{_REFERENCE}[\s,;]*)?"
_ALONE = rf"{_BODY}(?:§\s?(?P<sign>\d{{1,4}})(?:\s?[/:]\s?\d{{2,4}})?|(?P<figure>\d{{1,4}})\s?§)[\s.:–-]*(?:{_REFERENCE}[\s,;]*)*"
_TITLE = 120
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Sections:
    """What the bare lines of a document tell.

    numbers: every paragraph's number, a title above a bare line having taken the line's; below: the paragraph that may be a bare line's title.
    """

    numbers: dict[int, Numbered | None]
    below: dict[int, Block]


def sections_of(entries: Entries, numbers: dict[int, Numbered | None], *, pack: LanguagePack) -> Sections:
    """Read the bare lines of a document; one that has fewer than two is left as it is."""
    below = {id(block): _next(entries, position, pack=pack) for position, (block, _) in enumerate(entries)}
    followers = {at: block for at, (block, _) in below.items() if block is not None}
    pattern = phrase(pack, _ALONE, case=True)
    short = [(position, span.text) for position, (_, span) in enumerate(entries) if len(span.text) < _TITLE]
    alone = {position: match for position, text in short if (match := pattern.fullmatch(text)) is not None}
    if len({match["body"] for match in alone.values() if match["body"]}) > 1:  # "Taxor § 13", "Avtal § 14": titles, no body's name
        alone = {position: match for position, match in alone.items() if not match["body"]}
    if len(alone) < _FEWEST:
        return Sections(numbers, followers)
    found = {**numbers, **{id(entries[position][0]): Numbered(_figure(match), "section", match.end()) for position, match in alone.items()}}
    above = [position for position in alone if position and position - 1 not in alone and _is_title(entries[position - 1][1], pack=pack)]
    under = [position for position in alone if (span := below[id(entries[position][0])][1]) is not None and _is_title(span, pack=pack)]
    if len([position for position in above if position not in under]) <= len(under):
        return Sections(found, followers)
    for position in above:
        block, title = entries[position][0], entries[position - 1][0]
        found[id(title)] = Numbered(_figure(alone[position]), "section", 0)
        found[id(block)] = None
    return Sections(found, followers)


def _figure(match: re.Match[str]) -> str:
    return str(match["sign"] or match["figure"])


def is_reference(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text is nothing but a day or a case number."""
    return len(text) < _TITLE and phrase(pack, rf"(?:{_REFERENCE}[\s,;.]*)+", case=True).fullmatch(text.strip()) is not None


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
