"""People whom the text itself tells of: who led the meeting or wrote, and guests who came for a point and stand on no list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from functions.interpreting.full_names import find_full_names
from functions.interpreting.layout import Layout
from functions.interpreting.phrases import LOWER, NOTHING, UPPER, alternatives, phrase, words_of
from functions.interpreting.spans import Span, lines_of, sentences_of
from functions.languages import LanguagePack
from functions.model.document import Block
from functions.model.minutes import Person, Quote

_NAME = rf"(?P<name>[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+){{0,3}})"
# "Helga Norin från sjukhuset höll i klubban", "Tove Myr, kurator, som skrev"
_TITLE = rf"\s+(?:<<names.titles>>|[{LOWER}]\w*<<names.title_endings>>)"
_BETWEEN = (
    rf"(?:\s+<<roster.sent_from>>\s+[\w-]+|,\s+[{LOWER}][\w-]*(?:\s[\w-]+){{0,2}},?|{_TITLE}|\s+\([^()]*\))?"
    r"(?:,?\s+<<next_meetings.which>>)?"
)
_OTHER_MEETING = r"\b<<grammar.other_meeting|roster.not_told>>\b"
_ON_THE_POINT = r"\b<<roster.at_point>>\s+(?:<<roster.this>>\s+)?<<roster.point>>\b"


def told_offices(layout: Layout, people: Iterable[Person], *, pack: LanguagePack) -> Iterator[Person]:
    """Who the opening or the end says led the meeting or took the notes, where the lists leave the office open.

    Somebody known, by full name or a given name that nobody shares, or somebody new whom it names in full.
    """
    known = list(people)
    lines = _opening_lines(layout)
    lines += [line.span for item in layout.items[-1:] for line in item.lines[-2:]]
    for role in ("chair", "secretary"):
        if any(person.role == role and person.attendance != "absent" for person in known):
            continue
        for sentence in (s for line in lines for s in sentences_of(line, pack=pack)):
            match = None if phrase(pack, _OTHER_MEETING).search(sentence.text) else _office_in(sentence.text, role, pack=pack)
            opened = match is not None and match.re is _ways(role, pack)[-1]  # whoever opens without an office must be on the list
            person = _known_as(match["name"], known, new=not opened, pack=pack) if match is not None else None
            if match is not None and person is not None:
                quotes = (sentence.part(*match.span()).quote(),)
                yield Person(name=person.name, role=role, attendance=person.attendance, rule="attendance.signature", quotes=quotes)
                break
        else:
            if role == "secretary":
                yield from _signed(layout, known, pack=pack)


def _signed(layout: Layout, people: list[Person], *, pack: LanguagePack) -> Iterator[Person]:
    """Who wrote, where the last line is nothing but the name of somebody who was there ("Kerstin")."""
    last = [list(lines_of(block))[-1:] for block in layout.tail[-1:]] + [[line.span for line in item.lines[-1:]] for item in layout.items[-1:]]
    for line in (line for lines in last for line in lines):
        person = _known_as(line.text.strip(" /."), people, new=False, pack=pack) if len(line.text.split()) <= 3 else None
        if person is not None and person.role != "chair":
            yield Person(name=person.name, role="secretary", attendance=person.attendance, rule="attendance.signature", quotes=(line.quote(),))
            return


def _opening_lines(layout: Layout) -> list[Span]:
    """The lines before the points and in the first two, and those that belong to none."""
    lines = [line for unit in layout.front if isinstance(unit, Block) for line in lines_of(unit)]
    lines += [section.value for section in layout.of_kind("present") if section.value is not None]
    lines += [line.span for item in layout.items[:2] for line in item.lines[:6]]
    return lines + [line for block in layout.tail[:6] for line in lines_of(block)]


def with_full_names(people: tuple[Person, ...], layout: Layout, *, pack: LanguagePack) -> tuple[Person, ...]:
    """The people, those whom the list calls by a given name that nobody shares by the full name that the opening tells ("Fadi", "Fadi Mansour")."""
    given = Counter(person.name.split()[0] for person in people)
    short = {person.name for person in people if " " not in person.name and given[person.name] == 1}
    told: dict[str, dict[str, Quote]] = {}
    for sentence in (s for line in _opening_lines(layout) if short for s in sentences_of(line, pack=pack)):
        for start, end, name in find_full_names(sentence.text, pack=pack):
            if name.split()[0] in short:
                told.setdefault(name.split()[0], {}).setdefault(name, sentence.part(start, end).quote())
    found = {one: next(iter(names.items())) for one, names in told.items() if len(names) == 1}
    return tuple(replace(p, name=found[p.name][0], quotes=(*p.quotes, found[p.name][1])) if p.name in found else p for p in people)


def _office_in(text: str, role: str, *, pack: LanguagePack) -> re.Match[str] | None:
    """The first of the ways to tell who held an office that a sentence has."""
    return next((match for pattern in _ways(role, pack) if (match := pattern.search(text)) is not None), None)


@lru_cache(maxsize=8)
def _ways(role: str, pack: LanguagePack) -> tuple[re.Pattern[str], ...]:
    """Told ("Bo Alm ledde mötet"), told by whom, elected to ("Till ordförande valdes Bo Alm"), elected, in office and opening."""
    words = alternatives(pack.table("roster", "told").get(role, ()))
    office = alternatives((*pack.table("names", "roles").get(role, ()), *pack.table("roster", "roles").get(role, ())))
    stop = r"(?=\s*(?:[.,;)]|$|<<grammar.and|roster.behind_told|roster.elected.for_this>>\b))"
    elected = r"(?:\s+(?:<<roster.elected.for_this>>))?"
    here = r"(?:\s+(?i:<<roster.elected.for_this>>))?"
    ways = [
        rf"(?<![\w-]){_NAME}{_BETWEEN} {words}{stop}",
        rf"(?:^\W*|\s<<grammar.and>>\s)(?i:{office}){here}(?:\s+(?:<<roster.elected.was>>))?\s+{_NAME}{stop}",
        rf"(?i:\b<<roster.elected.{'led_by' if role == 'chair' else 'written_by'}>>)\s+(?:[a-zåäö]+\s+)?{_NAME}",
        rf"\b(?i:<<roster.elected.to>>\s+{office}){elected}\s+(?i:<<roster.elected.elects>>)\s+{_NAME}",
        rf"(?<![\w-]){_NAME}\s+(?:<<roster.elected.elects>>)\s+<<roster.elected.to>>\s+(?i:{office}){elected}{stop}",
        rf"^\s*(?i:{office})[\s,]+{_NAME},?\s+<<roster.elected.opens>>\b",
    ]
    ways.append(rf"^\s*{_NAME}\s+<<roster.elected.opens>>\s+(?:[^.]{{0,60}}\s)?(?:<<kind.opened>>)" if role == "chair" else NOTHING)
    return tuple(phrase(pack, way, case=True) for way in ways)


def _known_as(name: str, people: list[Person], *, new: bool, pack: LanguagePack) -> Person | None:
    """The one person of this full name or, where nobody shares it, given name; else a newcomer's full name."""
    there = [p for p in people if p.attendance != "absent"]
    fitting = [p for p in there if p.name == name] or [p for p in there if p.name.split()[0] == name or is_shortened(p.name, name)]
    if len(fitting) == 1:
        return fitting[0]
    is_new = new and not fitting and len(name.split()) > 1 and bool(find_full_names(name, pack=pack)) and not any(p.name == name for p in people)
    return Person(name=name, attendance="present") if is_new else None


def is_shortened(short: str, name: str) -> bool:
    """Whether a list's "Helga N" or "Helga" is the text's Helga Norin."""
    given, *rest = short.split()
    first, *surnames = name.split()
    initial = rest[0].rstrip(".") if len(rest) == 1 else ""
    return given == first and (not rest or (len(initial) <= 2 and bool(surnames) and surnames[-1].startswith(initial)))


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
