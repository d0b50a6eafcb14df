"""Tells personal identity numbers by their shape, their date and their check figure: of Sweden, Finland and Norway, and what a word announces."""

from __future__ import annotations

import re
from datetime import date

from functions.interpreting.phrases import phrase
from functions.languages import LanguagePack

_DASH = r"\-‐‑‒–—―−"
# Ten or twelve figures, a coordination number among them (day + 60); the last four may be hidden, or a care provider's own (reserve number).
_SWEDISH = re.compile(
    rf"(?<![\d{_DASH}])(19|20)?(\d{{2}})([-. ]?)(\d{{2}})\3(\d{{2}})\s?([{_DASH}+]?)\s?(\d{{4}}|[A-ZÅÄÖ]{{1,2}}\d{{2,3}}|[xX*•_]{{4}})(?![\d-])"
)
# Day, month, year: 131052-308T; and the Norwegian eleven figures (day + 40 for a D number).
_FINNISH = re.compile(rf"(?<![\w{_DASH}])(\d{{2}})(\d{{2}})(\d{{2}})([{_DASH}+A-FU-Y])(\d{{3}})([0-9A-Y])(?!\w)")
_NORWEGIAN = re.compile(rf"(?<![\w{_DASH}])(\d{{6}})\s?(\d{{5}})(?![\w-])")
_FINNISH_MARKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_NORWEGIAN_WEIGHTS = ((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))
_ANNOUNCED = r"(?<!\w)<<sensitive.number_words>>\W{0,3}(?:\w+\W{1,2}){0,2}?[A-Z]{0,2}\d(?:[\d .+-]{4,14})"
_BORN = (
    r"(?<!\w)<<sensitive.born>>\s*(?:<<dates.the>>\s+)?"
    r"(?:\d{6}(?!\d)|\d{8}(?!\d)|\d{2,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2}\s+<<dates.month_names.full>>\s+\d{4})"
)


def holds_number(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text holds the number, or the day of birth, of a person."""
    if not any(c.isdigit() for c in text):
        return False
    if any(_is_swedish(m) for m in _SWEDISH.finditer(text)) or any(_is_finnish(m) for m in _FINNISH.finditer(text)):
        return True
    if any(_is_norwegian(m[1] + m[2]) for m in _NORWEGIAN.finditer(text)):
        return True
    return phrase(pack, _ANNOUNCED).search(text) is not None or phrase(pack, _BORN).search(text) is not None


def _is_swedish(match: re.Match[str]) -> bool:
    """A date in its first six figures, and written as such a number: with its hyphen or its century.

    Ten bare figures, or a date with its parts set apart, need the check figure by Luhn's rule too; a number with a slip of the pen must not
    get out, so the others do not.
    """
    century, year, apart, month, day, hyphen, last = match.groups()
    number = int(day) - 60 if int(day) > 60 else int(day)
    if not _is_day(2000 + int(year), int(month), number):
        return False
    if not last.isdigit():
        return bool(hyphen or century) and not apart
    if apart:
        return bool(hyphen) and _luhn(year + month + day + last)
    return bool(hyphen or century) or _luhn(year + month + day + last)


def _luhn(figures: str) -> bool:
    return sum(sum(divmod(int(d) * (2 - n % 2), 10)) for n, d in enumerate(figures)) % 10 == 0


def _is_finnish(match: re.Match[str]) -> bool:
    day, month, year, _, number, mark = match.groups()
    fits = _FINNISH_MARKS[int(day + month + year + number) % 31] == mark
    return _is_day(2000 + int(year), int(month), int(day)) and (fits or mark.isalpha())


def _is_norwegian(figures: str) -> bool:
    day = int(figures[:2]) - 40 if int(figures[:2]) > 40 else int(figures[:2])
    if not _is_day(2000 + int(figures[4:6]), int(figures[2:4]), day):
        return False
    return all(sum(int(d) * w for d, w in zip(figures, weights, strict=False)) % 11 == 0 for weights in _NORWEGIAN_WEIGHTS)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
