"""A list of the points above the minutes ("Ärendelista", "Innehåll"): its lines open no items, since they come again."""

from __future__ import annotations

import re

from functions.interpreting.numbers import Entries, number_of
from functions.languages import LanguagePack

# "§ 30 Val av justerare ........ 3"
_PAGE = re.compile(r"(?:\s*[.…·_]{2,}\s*|\t+\s*)\d{1,3}$")
_FEWEST = 3


def without_contents(entries: Entries, *, pack: LanguagePack) -> Entries:
    """The paragraphs without lines that stand right below one another, are numbered and come again with their numbers further down, apart."""
    named = [_named(entries, position, pack=pack) for position in range(len(entries))]
    last = {name: position for position, name in enumerate(named) if name is not None}
    listed: set[int] = set()
    run: list[int] = []
    for position, name in enumerate([*named, None]):
        if name is not None and last[name] > position and (not run or run[-1] == position - 1):
            run.append(position)
            continue
        again = [last[name] for at in run if (name := named[at]) is not None]
        if len(run) >= _FEWEST and max(again) - min(again) > len(again):  # with text between them
            listed.update(run)
        run = []
    return [entry for position, entry in enumerate(entries) if position not in listed]


def _named(entries: Entries, position: int, *, pack: LanguagePack) -> tuple[str, str] | None:
    """The number and the title of a line, or of a bare number and the line below it."""
    block, span = entries[position]
    number = number_of(block, span, pack=pack) if len(span.text) < 200 else None
    if number is None:
        return None
    title = _PAGE.sub("", span.text[number.end :].strip())
    if not title and position + 1 < len(entries):
        title = entries[position + 1][1].text
    return (number.number, " ".join(title.casefold().split())) if title else None
