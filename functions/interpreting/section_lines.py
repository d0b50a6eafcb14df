"""Lines that hold nothing but a point's number ("§ 12", "Direktionen § 12 12.3.2026"): whether its title stands above or below them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from functions.interpreting.numbers import Entries, Numbered
from functions.interpreting.phrases import UPPER, phrase
from functions.interpreting.references import REFERENCE, is_reference
from functions.interpreting.spans import Span
from functions.languages import LanguagePack
from functions.model.document import Block

# The body's name before the sign, a day or a case number behind the figure; "§ 5 Direktionen 12.3.2026".
_BODY = rf"(?P<body>[{UPPER}][\w.-]*(?:\s[\w.-]+){{0,4}}?\s)?(?:{REFERENCE}[\s,;]*)?"
_SIGN = r"(?:§+\s?(?:(?:19|20)\d{2}\s?[/:]\s?)?(?P<sign>\d{1,4})(?:\s?[/:]\s?\d{2,4})?|(?P<figure>\d{1,4})\s?§)"
_ALONE = rf"{_BODY}{_SIGN}[\s.:,–-]*(?P<behind>[{UPPER}][\w.-]*(?:\s[\w.-]+){{0,4}}?\s(?={REFERENCE}))?(?:{REFERENCE}[\s,;]*)*"
# "Direktionen 12.3.2026 § 5 Taxor": the body, the number and the title on one line.
_OPENS = rf"[{UPPER}][\w.-]*(?:\s[\w.-]+){{0,4}}?\s(?:{REFERENCE}[\s,;]*)?{_SIGN}[\s.:–-]*(?=[{UPPER}])"
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
    behind = [match["behind"] for match in alone.values() if match["behind"]]
    if len(behind) < _FEWEST or len(set(behind)) > 1:  # "§ 5 Bokslut 31.12.2025"
        alone = {position: match for position, match in alone.items() if not match["behind"]}
    if len(alone) < _FEWEST:
        return Sections(_with_openings(entries, numbers, pack=pack), followers)
    found = {**numbers, **{id(entries[position][0]): Numbered(_figure(match), "section", match.end()) for position, match in alone.items()}}
    before = {position: _previous(entries, position, pack=pack) for position in alone}
    above = [position for position, at in before.items() if at is not None and at not in alone and _is_title(entries[at][1], pack=pack)]
    under = [position for position in alone if (span := below[id(entries[position][0])][1]) is not None and _is_title(span, pack=pack)]
    if 2 * len(above) < len(alone) or len([position for position in above if position not in under]) <= len(under):
        return Sections(found, followers)
    for position in above:
        block, title = entries[position][0], entries[before[position] or 0][0]
        found[id(title)] = Numbered(_figure(alone[position]), "section", 0)
        found[id(block)] = None
    return Sections(found, followers)


def _figure(match: re.Match[str]) -> str:
    return str(match["sign"] or match["figure"])


def _with_openings(entries: Entries, numbers: dict[int, Numbered | None], *, pack: LanguagePack) -> dict[int, Numbered | None]:
    """The numbers with those of titles that stand behind one and the same body, a day or a case number and the sign; unchanged where few do."""
    pattern = phrase(pack, _OPENS, case=True)
    found = {id(block): match for block, span in entries if len(span.text) < _TITLE and (match := pattern.match(span.text)) is not None}
    if len(found) < _FEWEST or len({match[0].split()[0] for match in found.values()}) > 1:
        return numbers
    return {**numbers, **{at: Numbered(_figure(match), "section", match.end()) for at, match in found.items()}}


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
