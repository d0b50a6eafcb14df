"""Attendance told by given names alone: "Vi var Bo, Cia, Hanna A från akuten och jag. Eva och Rut kunde inte."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from functions.interpreting.layout import Layout
from functions.interpreting.name_words import name_words
from functions.interpreting.phrases import UPPER, phrase
from functions.interpreting.roster_entries import Entry, entry_of, role_of
from functions.interpreting.roster_lines import outside_brackets
from functions.interpreting.roster_names import NAME_WORD, is_organisational
from functions.interpreting.spans import Span, sentences_of
from functions.interpreting.told_rosters import labelled_kind, lines_of_rosters
from functions.languages import LanguagePack
from functions.model.minutes import Person

_CUE = rf"\W*(?i:<<roster.prose.present>>)(?:\s+<<kind.were>>)?(?:\s+(?:[\w-]+\s*){{1,2}}:)?:?\s+(?=[{UPPER}])"
_ONE = rf"({NAME_WORD})(?: [{UPPER}][\w.]?(?!\w))?(?=$|\s*\(|,|\s+(?:<<roster.sent_from|next_meetings.which|items.title_goes_on>>)\s)"
_ME = r"(?:<<roster.prose.so_i|kind.me>>)"
_JOINTS = r"\s*[,;]\s*(?:<<grammar.and>>\s+)?|\s+(?:<<grammar.and>>|&|\+)\s+"
_NAMES = rf"\W*((?:{NAME_WORD}(?: [{UPPER}]\w?)?(?:, | (?:<<grammar.and>>|&) (?={NAME_WORD})))*{NAME_WORD}(?: [{UPPER}]\w?)?)\s+"
_FEWEST = 3


def given_attendance(layout: Layout, *, pack: LanguagePack) -> Iterator[Person]:
    """Those of whom a line tells by given names in a row that they were there, and those of whom it says behind it that they were not."""
    listed = [(section.label, section.value) for section in layout.of_kind("present")]
    lists = [Span(value.block, label.start, value.end) for label, value in listed if label is not None and value is not None]
    for line in (*lines_of_rosters(layout), *lists):
        came = False
        for sentence in sentences_of(line, pack=pack):
            there = _row_of(sentence, pack=pack)
            came = came or bool(there)
            yield from (_person(entry, "partial" if entry.partial or entry.items else "present") for entry in there)
            if came and not there:
                yield from (_person(entry, "absent") for entry in _away(sentence, pack=pack))


def _person(entry: Entry, attendance: str) -> Person:
    quotes = (entry.name.quote(), *(span.quote() for span in entry.evidence))
    told = "absent" if entry.absent else attendance
    return Person(name=entry.given_first, role=entry.role, affiliation=entry.affiliation, attendance=told, rule="attendance.told", quotes=quotes)


def _row_of(sentence: Span, *, pack: LanguagePack) -> list[Entry]:
    """The people of a sentence that begins with who was there, all by their given names."""
    head, _, _ = sentence.text.partition(":")
    cue = phrase(pack, _CUE, case=True).match(sentence.text)
    at = len(head) + 1 if labelled_kind(sentence.text, pack=pack) == "present" else cue.end() if cue is not None else None
    return _people(sentence.part(at, len(sentence.text)).trimmed(" .\t"), fewest=_FEWEST, pack=pack) if at is not None else []


def _away(sentence: Span, *, pack: LanguagePack) -> list[Entry]:
    """The people of whom a sentence says, behind or before their given names, that they were not there."""
    head, _, _ = sentence.text.partition(":")
    if labelled_kind(sentence.text, pack=pack) == "absent":
        return _people(sentence.part(len(head) + 1, len(sentence.text)).trimmed(" .\t"), fewest=1, pack=pack)
    named = phrase(pack, rf"{_NAMES}(?i:<<roster.prose.absent>>)(?!\w)", case=True).match(sentence.text)
    return _people(sentence.part(*named.span(1)), fewest=1, pack=pack) if named is not None else []


def _people(row: Span, *, fewest: int, pack: LanguagePack) -> list[Entry]:
    """The people of a row; none where a part of it is no given name, or fewer than half are common ones."""
    words = name_words(pack)
    parts = [part for part in _parts(row, pack=pack) if not phrase(pack, _ME).fullmatch(part.text)]
    names = [phrase(pack, _ONE, case=True).match(part.text) for part in parts]
    given = sum(name is not None and words.is_given(name[1]) for name in names)
    if len(parts) < fewest or 2 * given < len(parts) or not given:
        return []
    if any(name is None or is_organisational(name[1], pack=pack) or words.is_listed(name[1]) for name in names):
        return []
    return [_entry(part, name, pack=pack) for part, name in zip(parts, names, strict=True) if name is not None]


def _entry(part: Span, name: re.Match[str], *, pack: LanguagePack) -> Entry:
    """The person of a part; of a name that no list knows what stands in brackets behind it tells the office and the hour."""
    bare = part.part(*name.span())
    found = entry_of((part,), pack=pack)
    if found is not None and found.name.text.startswith(name[1]):
        return found
    beside = part.part(name.end(), len(part.text)).trimmed(" (),")
    late = phrase(pack, r"<<roster.came_or_went>>\s\D*\d").match(beside.text) is not None
    role = role_of(beside.text, pack=pack)
    return Entry(bare, bare.text, role=role, partial=late, evidence=(beside,) if late or role is not None else ())


def _parts(row: Span, *, pack: LanguagePack) -> list[Span]:
    """The parts of a row between commas and "och", outside brackets."""
    marks = outside_brackets(phrase(pack, _JOINTS).finditer(row.text), row.text)
    edges = [0, *(edge for mark in marks for edge in mark.span()), len(row.text)]
    return [row.part(at, to) for at, to in list(pairwise(edges))[::2]]
