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
from functions.interpreting.spans import Span, lines_of, sentences_of
from functions.interpreting.told_rosters import labelled_kind, lines_of_rosters
from functions.languages import LanguagePack
from functions.model.document import Block
from functions.model.minutes import Person

# "Alla utom Cia var med", "Samtliga ledamöter närvarande utom Cia Dahl och Rut."
_ALL_BUT = r"(?<![\w-])<<roster.prose.everybody>>(?!\w)(?P<told>[^.:;]{0,60}?)[\s,]<<roster.prose.but>>\s+(?P<who>[^.:;]{2,200})"
_THERE = r"(?<![\w-])<<roster.prose.all_there>>(?![\w-])(?!\s+<<roster.prose.at>>\s+(?!<<roster.prose.here>>\b))"
_BRACKETS, _FEW = re.compile(r"\([^()]*\)"), 6  # words behind the names
_PIECE = r"(?P<who>[^\s,;/()&]{2,15})\s*(?:\((?P<told>[^()]*)\))?\s*(?=$|[,;/&.]|<<grammar.and>>\s)"

_PIECE_OR_VERB = r"(?<![\w-])(?P<who>[^\s,;/()&.]{2,15})(?![\w-])"


def away_by_initials(layout: Layout, people: Sequence[Person], *, pack: LanguagePack) -> Iterator[Person]:
    """Those on the other lists whom a list of the absent names by initials or a given name alone ("Förhinder: RL och Siw"), as they were."""
    for line in _lines(layout):
        for piece in phrase(pack, _PIECE).finditer(line.text):
            fitting = _fitting(piece["who"], people, pack=pack)
            if len(fitting) == 1:
                (person,) = fitting
                attendance = "partial" if re.search(r"\d", piece["told"] or "") else "absent"
                yield replace(person, attendance=attendance, quotes=(*person.quotes, line.part(*piece.span("who")).quote()))


def _fitting(who: str, people: Sequence[Person], *, pack: LanguagePack) -> list[Person]:
    """Those of the people whose initials or given name this is."""
    known = [KnownPerson(person.name, initials=person.initials) for person in people]
    particles = frozenset(pack.words("names", "particles"))
    found = declared(who, people=known) or (computed(who, people=known, particles=particles) if who.isupper() else [])
    names = {one.name for one in found or [one for one in known if " " in one.name and one.name.split()[0] == who]}
    return [person for person in people if person.name in names]


def excepted(layout: Layout, people: Sequence[Person], *, pack: LanguagePack) -> Iterator[Person]:
    """Those whom a sentence of the front or of a list leaves out of all who came ("Närvarande: alla utom Cia Dahl"), with what is known of them."""
    known = {person.name: person for person in people}
    values = {(value.block.id, value.start) for section in layout.of_kind("present") if (value := section.value) is not None}
    for sentence in (one for line in lines_of_rosters(layout) for one in sentences_of(line, pack=pack)):
        match = phrase(pack, _ALL_BUT).search(sentence.text)
        if match is None:
            continue
        named = sorted(_named(match["who"], people, pack=pack), key=lambda one: one[:2])
        if not named:
            continue
        labelled = labelled_kind(sentence.text, pack=pack) == "present" or (match.start() == 0 and (sentence.block.id, sentence.start) in values)
        behind = _BRACKETS.sub("", match["who"][named[-1][1] :]).strip(" .")
        there = phrase(pack, _THERE).search(behind or f"{sentence.text[: match.start()]} {match['told']}")
        if (behind and there is None) or len(behind.split()) > _FEW or not (labelled or there):
            continue  # "Alla utom Cia Dahl röstade för"
        for start, end, person in named:
            quote = sentence.part(match.start("who") + start, match.start("who") + end).quote()
            one = known.get(person.name, person)
            yield replace(one, attendance="absent", quotes=(*(q for q in one.quotes if q != quote), quote))


def _named(text: str, people: Sequence[Person], *, pack: LanguagePack) -> Iterator[tuple[int, int, Person]]:
    """The people in an enumeration by their full names, initials or given names alone, and where each stands."""
    full = find_full_names(text, pack=pack)
    for start, end, name in full:
        yield start, end, Person(name=name, rule="attendance.told")
    for piece in phrase(pack, _PIECE_OR_VERB).finditer(text):
        start, end = piece.span("who")
        if any(a < end and start < b for a, b, _ in full):
            continue
        fitting = _fitting(piece["who"], people, pack=pack)
        if len(fitting) == 1:
            yield start, end, fitting[0]


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
