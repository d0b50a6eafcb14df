"""Blanks what looks like a date or a time and is none: shares, paragraphs, case numbers, telephone numbers, file names, recurrences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from functions.interpreting.dates.vocabulary import Vocabulary
from functions.interpreting.phrases import LOWER, UPPER, alternatives

# Matches neither a digit, a word character nor white space, so that nothing is read across it.
BLANK = "\x00"

_FILE = r"\.(?:pdf|docx?|dotx?|pptx?|xlsx?|odt|ods|rtf|txt|csv|msg|eml|jpe?g|png|mp4|zip)\b"
_ISO = r"(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])(?!\d)"


_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Masks:
    """The expressions in their order. links: only where a full stop, an @ or a :// stands; figures: only where a digit does."""

    links: tuple[re.Pattern[str], ...]
    figures: tuple[re.Pattern[str], ...]
    recurring: tuple[re.Pattern[str], ...]


@lru_cache(maxsize=8)
def _masks(words: Vocabulary) -> _Masks:
    def part(name: str) -> str:
        return alternatives(words.lists.get(name, ()))

    number = r"\d[\d ]{0,8}(?:[.,]\d+)?"
    hours = rf"(?:,?\s+(?:{part('clock')}\s*)?\d{{1,2}}(?:[.:]\d\d)?(?:\s?-\s?\d{{1,2}}(?:[.:]\d\d)?)?(?![\w/]|\s+[{LOWER}]))?"
    several = rf"{number}(?:\s?[-/]\s?{number})?"
    links = (
        # A file name begins at its own six-digit date or at its last word.
        rf"(?<!\w)\d{{6,8}}[ _-][^\n.;:?!]{{0,90}}{_FILE}",
        rf"(?<!\S)\S{{1,120}}?{_FILE}",
        r"(?:https?://|www\.)\S+",
        r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,30}){1,3}",
        r"(?<![\w.])[\w-]{1,60}\.(?:se|com|nu|org|net|eu|fi|no|dk|uk|ie)(?!\w)",
    )
    figures = (
        rf"{part('section_sign')}\s*\d+[a-z]?(?:\s*[-,]\s*\d+)*",
        rf"(?<!\w)\d+[a-z]?\s*{part('section_sign')}",
        rf"(?<![\w.,]){several}\s*{part('percent')}(?!\w)",
        rf"(?<!\w)\d{{1,6}}(?:\s?[-/]\s?\d{{1,6}})?[\s-]{part('money')}(?!\w)",
        rf"(?<!\w)(?!(?:19|20)\d\d\s)\d{{1,6}}(?:\s?[-/]\s?\d{{1,6}})?[\s-]{part('counted')}(?![\w:])",
        rf"(?<![\w/])\d/\d+[\s-]{part('fraction_of')}(?!\w)",
        # "äger rum den 3 maj", "på punkten 3 maj": a day, no number.
        rf"(?<!\w){part('numbered')}[.:]?\s*(?!{_ISO}|{part('the')}\s|\d{{1,2}}\s+{alternatives(words.months)}(?!\w))(?:[a-z]{{1,4}}\s?)?\d[\d:./-]*[a-z]?"
        rf"(?:\s*(?:,|&|{part('and')})\s*\d{{1,3}}(?![\d/:.-]*\d|\s+\w))*",
        r"(?<!\w)24/7(?!\w)",
        r"(?<![\w/])\d{1,3}\s?\(\d{1,3}\)",
        # Personal identity number; case number (2026-01234, HSN 2024/456:3); statute number; directive number.
        r"(?<!\d)(?:19|20)?\d{6}[-+]\d{4}(?!\d)",
        r"(?<![\d-])(?:19|20)\d\d[-/](?!(?:19|20)\d\d(?!\d))\d{3,6}(?:[-:/]\d+)?(?![\d-])",
        r"(?<![\w:])\d{4}:\d{1,5}(?!\d)",
        r"(?<!\w)\d{4}/\d{2}:\d+",
        r"(?<!\w)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?!\w)",
        # Telephone numbers and postcodes with their town.
        r"\+\d{2}[\d ()-]{6,16}\d",
        r"(?<![\w/-])0\d{1,3}\s?[-/]\s?(?:\d{5,8}|\d{2,3}(?:\s\d{2,3}){1,3})(?![:.\d])",
        r"(?<![\w-])0\d{8,9}(?!\w)",
        rf"(?<![\w])(?:SE-)?[1-9]\d{{2}}\s\d{{2}}\s+(?-i:(?=[{UPPER}]))",
        # Age and length: "15-åring", "6-årig", "3-månaders".
        rf"(?<!\w)\d{{1,3}}(?:\s?-\s?\d{{1,3}})?\s?-{part('length_stems')}\w*",
    )
    recurring = (
        rf"(?<!\w){part('recurring')}(?!\w){hours}",
        rf"(?<!\w){part('each')}\s+\w+{hours}",
        rf"(?<!\w){part('weekdays_recurring')}(?!\w){hours}",
    )
    links_made, figures_made, recurring_made = (tuple(re.compile(p, re.IGNORECASE) for p in group) for group in (links, figures, recurring))
    return _Masks(links_made, figures_made, recurring_made)


def mask(text: str, words: Vocabulary) -> str:
    """The text, as long as before, with everything that is no date made blank."""
    masks = _masks(words)
    patterns = masks.links if "." in text or "@" in text or "://" in text else ()
    if _DIGIT.search(text):
        patterns = (*patterns, *masks.figures)
    for pattern in (*patterns, *masks.recurring):
        text = pattern.sub(_blanked, text)
    return text


def _blanked(match: re.Match[str]) -> str:
    return BLANK * len(match[0])
