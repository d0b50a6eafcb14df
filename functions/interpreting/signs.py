"""Signs on a page that somebody was there: who came and who did not, and people who do things; and signs that nobody filled a form in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from functions.interpreting.headings import folded_label, numbered
from functions.interpreting.layout import Layout
from functions.interpreting.name_words import name_words
from functions.interpreting.phrases import LOWER, UPPER, phrase
from functions.interpreting.spans import is_ours, lines_of
from functions.languages import LanguagePack
from functions.model.document import Block, Document
from functions.model.minutes import Person

_NAME = rf"(?:[{UPPER}][{LOWER}{UPPER}-]*|\d)"
_BEGINS = r"(?:^|[.!?]\s+|\t\s*)"
_LABEL = r"(?i:<<kind.{key}>>)(?:\s?\([^)]{{0,40}}\))?"
# "Närvarande: Helga", "Deltog HN, BA", "På plats var Helga"; "Helga, Bo och Cia deltog."
_CAME = (
    rf"{_BEGINS}{_LABEL.format(key='came')}\s*(?:(?i:<<kind.were>>)\s)?\s*[:–-]?\s*(?={_NAME}|(?i:<<names.titles>>)\s)",
    rf"^{_NAME}[^.:?]{{2,120}}\s(?i:<<kind.took_part>>)\s*(?:[.,]|$)",
    r"(?<!\w)(?i:<<kind.came_phrases>>)(?!\w)",
)
_AWAY = (
    rf"{_BEGINS}{_LABEL.format(key='away_labels')}\s*(?::\s*|\t\s*)(?={_NAME})",
    r"(?<!\w)(?i:<<kind.away_phrases>>)(?!\w)",
)
_SUBJECT = re.compile(
    rf"(?:^|[.!?:;–•·*-]\s*|,\s)([{UPPER}][\w-]*)(?:\s[{UPPER}][\w-]*\.?){{0,2}}(?:\s?(?:,|\+|och|and|og|&)\s?[{UPPER}][\w-]*){{0,2}}\s([{LOWER}]{{2,}})"
)
_CAPITALISED = re.compile(rf"(?<![\w-])[{UPPER}][\w-]*")
_ONLY_NAMES = re.compile(rf"(?:[^,:]{{1,20}}:\s)?[{UPPER}][\w-]*(?:\s[{UPPER}][\w-]*)?(?:(?:,|\s(?:och|&|and|og|\+))\s[{UPPER}][\w-]*(?:\s[{UPPER}][\w-]*)?){{2,20}}\.?$")
_CLOCK = re.compile(r"(?:kl\.?\s)?\d{1,2}[.:]\d{2}(?![\d.:-]*\d{4})")
_ROSTERS = ("present", "absent", "adjunct", "guest", "secretary", "chair")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of the body that somebody typed (our own draft's lines are none), and all of it in small letters."""

    lines: tuple[str, ...]
    folded: str


def page_of(document: Document, *, pack: LanguagePack) -> Page:
    """The body's lines, prompts among them."""
    lines = tuple(line.text for block in document.body() for line in lines_of(block) if not is_ours(line))
    return Page(lines, "\n".join(lines).casefold())


def came_and_went(page: Page, layout: Layout, *, pack: LanguagePack) -> tuple[bool, bool]:
    """Whether the page tells who came, and who did not."""
    came = _says(page, _CAME, pack=pack) or _heads_a_list(layout, "present", "came", pack=pack)
    return came, _says(page, _AWAY, pack=pack) or _heads_a_list(layout, "absent", "away_labels", pack=pack)


def _says(page: Page, templates: tuple[str, ...], *, pack: LanguagePack) -> bool:
    patterns = [phrase(pack, template, case=True) for template in templates]
    samples = pack.words("prompts", "samples")
    for line in page.lines:
        for pattern in patterns:
            found = pattern.search(line)
            if found is not None and folded_label(line[found.end() :]) not in samples:
                return True
    return False


def _heads_a_list(layout: Layout, kind: str, key: str, *, pack: LanguagePack) -> bool:
    """Whether a label of this sort stands alone above names, or beside them in a table."""
    labels = {*pack.words("kind", key)}
    for section in layout.of_kind(kind):
        if section.label is None or folded_label(section.label.text.split(":")[0]) not in labels:
            continue
        texts = [] if section.value is None else [section.value.text]
        texts += [b.text for unit in section.units for b in ([unit] if isinstance(unit, Block) else unit.blocks())]
        if any(text.strip() and re.match(_NAME, text.strip()) and folded_label(text) not in pack.words("prompts", "samples") for text in texts):
            return True
    return False


def deeds(page: Page, people: tuple[Person, ...], *, pack: LanguagePack) -> int:
    """How many sentences open with somebody who does something ("Finn beställer tio stycken"): listed people, or common given names."""
    listed = {part for person in people for part in (*person.name.split(), person.initials or "") if part}
    listed |= {word for line in _attendance_lines(page, pack=pack) for word in _CAPITALISED.findall(line)}
    words = name_words(pack)
    verbs = phrase(pack, r"\w{1,30}<<verbs.finite_endings>>$")
    return sum(
        (found[1] in listed or words.is_given(found[1])) and verbs.match(found[2]) is not None
        for line in page.lines
        for found in _SUBJECT.finditer(line)
    )


def _attendance_lines(page: Page, *, pack: LanguagePack) -> list[str]:
    """What stands behind a word for those who came, and lines near the top that hold nothing but names."""
    found = [line[mark.start() :] for line in page.lines if (mark := phrase(pack, _CAME[0], case=True).search(line)) is not None]
    return found + [line for line in page.lines[:12] if _ONLY_NAMES.match(line)]


def by_the_clock(page: Page) -> int:
    """How many lines open with a time of day, as those of a programme do."""
    return sum(_CLOCK.match(line) is not None for line in page.lines)


def unfilled(page: Page, *, pack: LanguagePack) -> int:
    """How many lines are prompts, hold a sample for a value, or are a label with nothing behind it above the next label or number."""
    starts, patterns, samples = (pack.words("prompts", key) for key in ("starts", "patterns", "samples"))
    labels = pack.all_words("labels", "sections", "facts")
    found = 0
    for line, following in pairwise((*page.lines, "1.")):
        head, colon, value = line.casefold().partition(":")
        value = value if colon else head
        found += value.strip().startswith(starts) or (bool(colon) and folded_label(value) in samples) or any(p in line.casefold() for p in patterns)
        if colon and not value.strip() and head.strip() in labels:
            found += numbered(following, pack=pack) is not None or following.partition(":")[0].casefold().strip() in labels
    return found
