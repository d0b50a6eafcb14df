"""People whom the text itself tells of: who led the meeting or wrote, and guests who came for a point and stand on no list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from functions.interpreting.full_names import find_full_names
from functions.interpreting.layout import Layout
from functions.interpreting.phrases import UPPER, alternatives, phrase, words_of
from functions.interpreting.spans import Span, lines_of, sentences_of
from functions.languages import LanguagePack
from functions.model.document import Block
from functions.model.minutes import Person

_NAME = rf"(?P<name>[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+){{0,3}})"
_OTHER_MEETING = r"\b<<grammar.other_meeting|roster.not_told>>\b"
_ON_THE_POINT = r"\b<<roster.at_point>>\s+(?:<<roster.this>>\s+)?<<roster.point>>\b"


def told_offices(layout: Layout, people: Iterable[Person], *, pack: LanguagePack) -> Iterator[Person]:
    """Who the opening or the end says led the meeting or took the notes: known people only, and offices that the lists leave open."""
    known = list(people)
    lines = [line for unit in layout.front if isinstance(unit, Block) for line in lines_of(unit)]
    lines += [line.span for item in layout.items[:1] for line in item.lines[:4]]
    lines += [line.span for item in layout.items[-1:] for line in item.lines[-2:]]
    for role in ("chair", "secretary"):
        if any(person.role == role for person in known):
            continue
        for sentence in (s for line in lines for s in sentences_of(line, pack=pack)):
            match = None if phrase(pack, _OTHER_MEETING).search(sentence.text) else _told(role, pack).search(sentence.text)
            person = _known_as(match["name"], known) if match is not None else None
            if match is not None and person is not None:
                yield Person(name=person.name, role=role, rule="attendance.signature", quotes=(sentence.part(*match.span()).quote(),))
                break


@lru_cache(maxsize=8)
def _told(role: str, pack: LanguagePack) -> re.Pattern[str]:
    words = alternatives(pack.table("roster", "told").get(role, ()))
    return phrase(pack, rf"(?<![\w-]){_NAME} {words}(?=\s*(?:[.,;)]|$|<<grammar.and|roster.behind_told>>\b))", case=True)


def _known_as(name: str, people: list[Person]) -> Person | None:
    """The one person of this full name or, where nobody shares it, given name."""
    fitting = [p for p in people if p.attendance != "absent" and (p.name == name or p.name.split()[0] == name)]
    return fitting[0] if len(fitting) == 1 else None


def told_guests(layout: Layout, known: Iterable[str], *, pack: LanguagePack) -> Iterator[Person]:
    """Those named in full of whom an item says that they took part in it ("Krister Ek från Synföreningen var med på den här punkten")."""
    names = {name.casefold() for name in known}
    came, on_the_point = words_of(pack, "roster", "came_along"), phrase(pack, _ON_THE_POINT, case=True)
    for item in layout.items:
        for sentence in (s for line in item.lines for s in sentences_of(line.span, pack=pack)):
            verb = came.search(sentence.text)
            if verb is None or not on_the_point.match(sentence.text, verb.end() + 1):
                continue
            before: Span = sentence.part(0, verb.start())
            for start, end, name in find_full_names(before.text, pack=pack):
                if start <= 12 and name.casefold() not in names:
                    names.add(name.casefold())
                    yield Person(
                        name=name,
                        attendance="guest",
                        items=(item.number,) if item.number else (),
                        rule="attendance.guest",
                        quotes=(sentence.part(start, end).quote(), sentence.part(*verb.span()).quote()),
                    )
