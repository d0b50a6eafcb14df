"""Attendance told in sentences: "Närvarande var …, medan … hade anmält förhinder", at the front of the minutes or under their first point."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from functions.interpreting.full_names import find_full_names
from functions.interpreting.labels import folded_label
from functions.interpreting.layout import Layout
from functions.interpreting.phrases import LOWER, UPPER, phrase
from functions.interpreting.roster_entries import entry_of
from functions.interpreting.roster_labels import list_label
from functions.interpreting.roster_lines import split_people
from functions.interpreting.roster_names import NAME_WORD, full_name_like, name_of
from functions.interpreting.spans import Span, lines_of, sentences_of
from functions.languages import LanguagePack
from functions.model.document import Block
from functions.model.minutes import Person

_JOINTS = (
    r";\s*|\t+|\s{3,}|,?\s+(?i:<<roster.prose.joints>>)\s+"
    rf"|,\s+(?:<<grammar.and>>)\s+(?=(?:[{UPPER}][\w’'-]+\s+){{1,3}}(?i:<<roster.prose.absent|roster.prose.present>>)(?!\w))"
)
_OTHER = r"\b<<grammar.other_meeting>>\b"
_ELSEWHERE = r"\s+<<roster.prose.at>>\s+(?!(?:<<roster.prose.here>>)\b)"
_OPENS_ROW = r"(?:\s+[^\s:]+(?:\.\s)?){1,10}?:\s+"
_INSTEAD = r"\b<<roster.prose.instead>>\s+$"
_ENDS = r"[\s,]*(?:<<grammar.and>>(?:\s+<<roster.prose.so_i>>)?)?[\s,.]*$"
_NEXT_TITLE = rf"(?:,|\s(?:<<grammar.and>>))(?:\s+[{LOWER}]+){{1,5}}\s+$"  # "Bo Alm samt från sjukhuset dietisten Åsa Berg"
_WELCOMED = r"\b<<roster.prose.welcomes>>\s+(?P<who>.{4,400}?)\s+<<roster.prose.welcome>>\b"
_CAME_LATE = (
    rf"\s*(?P<who>[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+)*)(?: \([^()]*\))? "
    r"(?i:<<roster.came_or_went>>\b(?!\s+(?:<<roster.came_through>>)\b)[^.]{0,30}?\s(?:<<roster.part_way>>|\d{1,2}[.:]\d{2})(?!\w))"
)
_TELLS_MORE = rf"\s*(?:{NAME_WORD}\s+){{1,4}}[{LOWER}]+<<verbs.finite_endings>>\s[^,;()]*$"
_BRACKETS = re.compile(r"\([^()]*\)")
_LONGEST, _FAR, _TAIL, _FEWEST = 1500, 90, 90, 3


def told_attendance(layout: Layout, *, listed: bool, pack: LanguagePack) -> Iterator[Person]:
    """Those of whom a sentence says that they were there or were not, each as often as one says it.

    listed: a list tells who was there; else a row of names at the front does, whatever the words around it.
    """
    for line in lines_of_rosters(layout):
        for sentence in sentences_of(line, pack=pack):
            if len(sentence.text) <= _LONGEST and not phrase(pack, _OTHER).search(sentence.text):
                for part in _parts(sentence, pack=pack):
                    yield from _told(part, pack=pack)
    if listed:
        return
    for line in (line for unit in layout.front if isinstance(unit, Block) for line in lines_of(unit)):
        for sentence in (s for s in sentences_of(line, pack=pack) if len(s.text) <= _LONGEST):
            names = [] if _tells_otherwise(sentence.text, pack=pack) else _names_in(sentence, pack=pack)
            row = _row(names, sentence.text, names[0][0], pack=pack) if names else []
            if len(row) >= _FEWEST:
                yield from _people(sentence, row, min(row[-1][1] + _TAIL, len(sentence.text)), attendance="present", pack=pack)


def came_late(layout: Layout, people: Iterable[Person], *, pack: LanguagePack) -> Iterator[Person]:
    """Those of the people who were there of whom a sentence of the front says that they came late or left early ("Åsa fick gå kvart över sex")."""
    there = [person for person in people if person.attendance == "present"]
    for sentence in (s for line in lines_of_rosters(layout) for s in sentences_of(line, pack=pack)):
        told = phrase(pack, _CAME_LATE, case=True).match(sentence.text)
        if told is None or phrase(pack, _OTHER).search(sentence.text):
            continue
        fitting = [person for person in there if told["who"] in (person.name, person.name.split()[0])]
        if len(fitting) == 1:
            yield replace(fitting[0], attendance="partial", quotes=(*fitting[0].quotes, sentence.part(*told.span()).quote()))


def _tells_otherwise(text: str, *, pack: LanguagePack) -> bool:
    """Whether a row of names is of those who were away, or of those to whom the minutes go."""
    away = phrase(pack, r"(?<![\w-])<<roster.prose.absent|roster.absent>>(?!\w)").search(text)
    return bool(away or phrase(pack, r"[^\w]*<<roster.prose.not_lists>>(?!\w)").match(text))


def lines_of_rosters(layout: Layout) -> Iterator[Span]:
    """The lines that may tell who was there: the front, the attendance lists, the first point and the end of the last."""
    for unit in layout.front:
        if isinstance(unit, Block):
            yield from lines_of(unit)
    for section in layout.sections:
        if section.kind in ("present", "absent"):
            yield from ([section.value] if section.value is not None else [])
            yield from (line for unit in section.units if isinstance(unit, Block) for line in lines_of(unit))
    for item in layout.items[:1]:
        yield from (line for block in _above(layout.tail, item.title[0].block) for line in lines_of(block))
        yield from (line.span for line in item.lines[:8])
    for item in layout.items[-1:]:
        yield from (line.span for line in item.lines[-2:])


def _above(blocks: Iterable[Block], title: Block) -> Iterator[Block]:
    """The paragraphs of the body before a title: sentences below the lists, which belong to no point."""
    return takewhile(lambda block: _place(block) < _place(title), blocks)


def _place(block: Block) -> int:
    return int(re.sub(r"\D", "", block.id) or 0)


def _parts(sentence: Span, *, pack: LanguagePack) -> Iterator[Span]:
    """The clauses that tell of different people, parted where the text turns from the one to the other."""
    cuts = [m.span() for m in phrase(pack, _JOINTS, case=True).finditer(sentence.text)]
    edges = [0, *(edge for cut in cuts for edge in cut), len(sentence.text)]
    for at, to in zip(edges[::2], edges[1::2], strict=True):
        yield sentence.part(at, to)


def labelled_kind(text: str, *, pack: LanguagePack) -> str | None:
    """Which list the words before a sentence's colon open, None where they open none."""
    head, colon, _ = text.partition(":")
    label = list_label(head.strip(), pack=pack) if colon else None
    words = folded_label(head) if colon else ""
    if label is not None:
        return label.kind
    return "present" if words in pack.words("kind", "came") else "absent" if words in pack.words("kind", "away_labels") else None


def _told(part: Span, *, pack: LanguagePack) -> Iterator[Person]:
    text = part.text
    _, _, rest = text.partition(":")
    kind = labelled_kind(text, pack=pack)
    if kind is not None and phrase(pack, _TELLS_MORE, case=True).match(rest):
        return  # "Besök: Cia Dahl visar huset i maj."
    if kind is not None and rest.strip():  # "Frånvarande: Sven Udd." among sentences
        names = find_full_names(text, pack=pack)
        yield from _people(part, names, len(text), attendance="absent" if kind == "absent" else "present", pack=pack)
        return
    told: set[tuple[int, int, str]] = set()
    outside = _BRACKETS.sub(lambda hit: " " * len(hit[0]), text)  # "Bo Alm (kom 13.30)" tells nothing of those before him
    for attendance in ("absent", "present"):
        missed = phrase(pack, rf"(?i:<<roster.prose.missed>>)\s+(?=[{UPPER}])", case=True).match(text) if attendance == "absent" else None
        cue = missed or phrase(pack, rf"(?<![\w-])<<roster.prose.{attendance}>>(?!\w)").search(outside)
        if cue is None:
            continue
        found = _names_in(part, pack=pack)
        opens = phrase(pack, _OPENS_ROW).match(text, cue.end())  # "Vi som sågs på Linden kl. 13–15: …"
        if opens is None and phrase(pack, _ELSEWHERE).match(text, cue.end()):
            continue
        at = opens.end() if opens is not None else cue.end()
        before = _row([name for name in reversed(found) if name[1] <= cue.start()], text, cue.start(), pack=pack)
        behind = _row([name for name in found if name[0] >= at], text, at, pack=pack)
        names = [name for name in before or behind if name not in told]
        told.update(names)
        to = cue.start() if before else names[-1][1] + _TAIL if names else 0
        part_way = (
            attendance == "present" and len(before) == 1 and phrase(pack, r"\b<<roster.partial>>(?!\w)").search(text, cue.start(), cue.end() + _FAR)
        )
        yield from _people(part, names, min(to, len(text)), attendance="partial" if part_way else attendance, pack=pack)
    if told:
        return
    welcomed = phrase(pack, _WELCOMED).search(text)
    if welcomed is not None:
        names = [n for n in find_full_names(text, pack=pack) if welcomed.start("who") <= n[0] < welcomed.end("who")]
        yield from _people(part, names, welcomed.end("who"), attendance="present", pack=pack)


def _names_in(part: Span, *, pack: LanguagePack) -> list[tuple[int, int, str]]:
    """The full names of a clause, with strangers' names that stand in a row with them ("Kjell Åström, Fatuma Warsame, Ingemar Sköld")."""
    found = find_full_names(part.text, pack=pack)
    if len(found) < _FEWEST:
        return found
    names = {start: (start, end, name) for start, end, name in found}
    for first, *_ in split_people((part.part(found[0][0], len(part.text)),), pack=pack):
        name = name_of(first, pack=pack)
        if name is None or not full_name_like(name.text, pack=pack):
            continue
        start, end = name.start - part.start, name.end - part.start
        if all(end <= a or start >= b for a, b, _ in found):
            names[start] = (start, end, name.text)
    return [names[start] for start in sorted(names)]


def _row(names: list[tuple[int, int, str]], text: str, cue: int, *, pack: LanguagePack) -> list[tuple[int, int, str]]:
    """The names that stand in a row from the cue on, forwards or backwards, in the order of the text."""
    row: list[tuple[int, int, str]] = []
    for name in names:
        edge = cue if not row else row[-1][1] if name[0] >= row[-1][1] else row[-1][0]
        between = text[min(edge, name[1]) : max(edge, name[0])] if name[0] >= edge else text[name[1] : edge]
        between = between if row else between.lstrip(": ")
        if len(between) > _FAR or phrase(pack, r"[;:.!?]\s|\b<<roster.prose.breaks>>\b").search(_BRACKETS.sub("", between)):
            break
        row.append(name)
    return sorted(row)


def _people(part: Span, names: list[tuple[int, int, str]], to: int, *, attendance: str, pack: LanguagePack) -> Iterator[Person]:
    for i, (start, _, _) in enumerate(names):
        if phrase(pack, _INSTEAD).search(part.text[max(0, start - 40) : start]):
            continue
        end = names[i + 1][0] if i + 1 < len(names) else to
        text = part.text[start:end]
        other = phrase(pack, r"\b<<roster.prose.instead>>\s*$").search(text)
        span = part.part(start, start + (other.start() if other else len(text)))
        for ends in (_NEXT_TITLE, _ENDS) if i + 1 < len(names) else (_ENDS,):
            trailing = phrase(pack, ends, case=ends is _NEXT_TITLE).search(span.text)
            span = span.part(0, trailing.start()) if trailing else span
        entry = entry_of((span,), pack=pack)
        if entry is None:
            continue
        part_way = entry.partial or entry.items
        told = "absent" if entry.absent else "partial" if part_way and attendance == "present" else attendance
        quotes = (entry.name.quote(), *(s.quote() for s in entry.evidence))
        person = Person(name=entry.given_first, role=entry.role, title=entry.title, affiliation=entry.affiliation, attendance=told, quotes=quotes)
        yield replace(person, initials=entry.initials, remote=entry.remote, items=entry.items, rule="attendance.told")
