"""What a list of those who were away tells beside full names: people by their initials, and those who came in somebody's place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from functions.interpreting.full_names import find_full_names
from functions.interpreting.known_people import KnownPerson
from functions.interpreting.layout import Layout
from functions.interpreting.names_initials import computed, declared
from functions.interpreting.phrases import phrase
from functions.interpreting.spans import Span, lines_of
from functions.languages import LanguagePack
from functions.model.document import Block
from functions.model.minutes import Person

_PIECE = r"(?P<who>[^\s,;/()&]{2,15})\s*(?:\((?P<told>[^()]*)\))?\s*(?=$|[,;/&.]|<<grammar.and>>\s)"


def away_by_initials(layout: Layout, people: Sequence[Person], *, pack: LanguagePack) -> Iterator[Person]:
    """Those on the other lists whom a list of the absent names by initials or a given name alone ("Förhinder: RL och Siw"), as they were."""
    known = [KnownPerson(person.name, initials=person.initials) for person in people]
    particles = frozenset(pack.words("names", "particles"))
    for line in _lines(layout):
        for piece in phrase(pack, _PIECE).finditer(line.text):
            fitting = declared(piece["who"], people=known) or (
                computed(piece["who"], people=known, particles=particles) if piece["who"].isupper() else []
            )
            fitting = fitting or [one for one in known if " " in one.name and one.name.split()[0] == piece["who"]]
            person = next((one for one in people if [one.name] == [fit.name for fit in fitting]), None)
            if person is not None:
                attendance = "partial" if re.search(r"\d", piece["told"] or "") else "absent"
                yield replace(person, attendance=attendance, quotes=(*person.quotes, line.part(*piece.span("who")).quote()))


def substitutes(layout: Layout, *, pack: LanguagePack) -> Iterator[Person]:
    """Those who came in the place of somebody on a list of the absent ("Cia Dahl (ersätts av Mona Skog)")."""
    for line in _lines(layout):
        for cue in phrase(pack, r"(?<!\w)<<roster.prose.replaced_by>>\s*:?\s+").finditer(line.text):
            for start, end, name in find_full_names(line.text[cue.end() :], pack=pack)[:1]:
                if start == 0:
                    quote = line.part(cue.start(), cue.end() + end).quote()
                    yield Person(name=name, attendance="present", rule="attendance.told", quotes=(quote,))


def _lines(layout: Layout) -> Iterable[Span]:
    for section in layout.of_kind("absent"):
        yield from (section.value,) if section.value is not None else ()
        for unit in section.units:
            yield from lines_of(unit) if isinstance(unit, Block) else (line for block in unit.blocks() for line in lines_of(block))
