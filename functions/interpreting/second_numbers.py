"""Titles that hold a second number ("3. § 45 Taxor", "§ 45 Ärende 3 Taxor"), or a word or letter for what they are ("Ärende: Taxor", "Taxor (B)")."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from functions.interpreting.layout import ItemText
from functions.interpreting.numbers import TRAILING
from functions.interpreting.phrases import UPPER, phrase
from functions.interpreting.spans import Span
from functions.languages import LanguagePack

_SIGN = re.compile(r"\(?§\s?(\d{1,4})(?:\s?[/:]\s?\d{2,4})?\)?[\s.:,–-]*(?=\w)")
_COUNT = r"(?:(?i:<<items.numbered>>)\.?\s(?:(?i:<<items.numbered_by>>)\.?\s)?(\d{1,3})[.:)]?|\((\d{1,3})\)|(\d{1,3})\.)\s+(?=\w)"
_WORD = r"(?:<<tables.item>>)\s*[:\t]\s*(?=\w)"
# "Läget hos oss (I)", "Jul och nyår (B)": what the point is for.
_SORT = re.compile(rf"\s*\([{UPPER}](?:\s?[/,+&]\s?[{UPPER}])*\)$")
_MOST = 0.7
_FEWEST = 2

Find = Callable[[str], re.Match[str] | None]


def without_second_numbers(items: list[ItemText], *, pack: LanguagePack) -> list[ItemText]:
    """The items, called by their titles alone where most titles hold such a number or word; a paragraph sign that counts upwards is the number."""
    _trim(items, phrase(pack, _WORD).match)
    _trim(items, _SORT.search)
    for find, is_sign in ((_SIGN.match, True), (TRAILING.search, True), (phrase(pack, _COUNT, case=True).match, False)):
        numbered = [item for item in items if item.number]
        found = [match for item in numbered if (match := find(item.title[0].text)) is not None]
        counts = [int(next(group for group in match.groups() if group)) for match in found]
        if len(found) < max(_FEWEST, _MOST * len(items)) or any(b <= a for a, b in pairwise(counts)):
            continue
        for item in numbered:
            match = find(item.title[0].text)
            if match is not None and is_sign:
                item.number = next(group for group in match.groups() if group)
        _trim(numbered, find)
    return items


def _trim(items: list[ItemText], find: Find) -> None:
    """Take what is found at an end of the titles away, where most have it."""
    found = [(item, match) for item in items if (match := find(item.title[0].text)) is not None]
    if len(found) < max(_FEWEST, _MOST * len(items)):
        return
    for item, match in found:
        item.title = (_rest(item.title[0], match), *item.title[1:])


def _rest(span: Span, match: re.Match[str]) -> Span:
    return span.part(match.end(), len(span.text)).trimmed() if not match.start() else span.part(0, match.start()).trimmed()
