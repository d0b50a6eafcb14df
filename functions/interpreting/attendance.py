"""Who was there: the attendance lists in all their shapes, one person at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from functions.interpreting.dates import find_dates
from functions.interpreting.headings import folded_label
from functions.interpreting.layout import Layout, Section
from functions.interpreting.roster_entries import Entry, entry_of, is_mark
from functions.interpreting.roster_labels import ListLabel, list_label
from functions.interpreting.roster_lines import group_lead, is_surname_first, opening_name, opens_with_person, split_people
from functions.interpreting.roster_names import full_name_like, lead_of
from functions.interpreting.roster_places import ROSTERS
from functions.interpreting.spans import Span, lines_of, whole
from functions.interpreting.tables import Table, header_of
from functions.interpreting.told_people import told_guests, told_offices
from functions.interpreting.told_rosters import told_attendance
from functions.languages import LanguagePack
from functions.model.document import Block
from functions.model.minutes import Person, Tier

_FEW = 3  # who came for so many points came for them; for more, to a part of the meeting
_SECTION_ROLE = {"secretary": "secretary", "chair": "chair", "adjuster": "adjuster"}
_SECTION_ATTENDANCE = {"present": "present", "absent": "absent", "adjunct": "adjunct", "guest": "guest"}


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as one list has them, and where that list stands."""

    person: Person
    section: str
    name: Span


def find_people(layout: Layout, *, pack: LanguagePack) -> tuple[Person, ...]:
    """Everybody on the attendance lists, each once, in order; a person on two lists keeps the more telling of each fact."""
    found: dict[str, Person] = {}
    for listed in _all_listed(layout, pack=pack):
        key = listed.person.name.casefold()
        found[key] = _merge(found[key], listed.person) if key in found else listed.person
    for person in told_attendance(layout, pack=pack):
        found.setdefault(person.name.casefold(), person)
    for person in _signed(layout, pack=pack, known=found):
        key = person.name.casefold()
        found[key] = _merge(found[key], person) if key in found else person
    for person in told_offices(layout, tuple(found.values()), pack=pack):
        key = person.name.casefold()
        found[key] = _merge(found[key], person) if key in found else person
    if found:
        found.update((person.name.casefold(), person) for person in told_guests(layout, [p.name for p in found.values()], pack=pack))
    return tuple(found.values())


def _all_listed(layout: Layout, *, pack: LanguagePack) -> Iterator[Listed]:
    front = "\n".join(block.text for unit in layout.front for block in ([unit] if isinstance(unit, Block) else unit.blocks()))
    sections = [(section, list(_roster_lines(section, front, pack=pack))) for section in layout.of_kind(*ROSTERS)]
    heads = {id(section): [part[0] for line, _, _ in lines for part in split_people(line, pack=pack) if part] for section, lines in sections}
    surname_first = is_surname_first((head for section, _ in sections for head in heads[id(section)]), pack=pack)
    members = any(section.kind == "present" for section, _ in sections)
    for section, lines in sections:
        first = heads[id(section)]
        turned = is_surname_first(first, pack=pack) or (surname_first and len(first) < 3)
        crossed = sum(lead_of(span).present is True for span in first) > 1  # then who has no cross was not there
        label = _told_by_label(section, members=members, pack=pack)
        for line, struck, marks in lines:
            lead = group_lead(line[0], pack=pack) if len(line) == 1 else None
            inline = lead is not None or (section.value is not None and line[0] == section.value and label.kind in ("present", "absent"))
            for part in split_people((lead[1],) if lead is not None else line, only_names=inline, pack=pack):
                entry = entry_of(part, surname_first=turned, pack=pack)
                if entry is None:
                    continue
                person = _person(entry, section=section.kind, struck=struck, marks=marks, pack=pack)
                if lead is not None:
                    person = replace(person, affiliation=person.affiliation or lead[0])
                if crossed and entry.marked is None and person.attendance == "present":
                    person = replace(person, attendance="absent")
                yield Listed(_as_labelled(person, label, guest_word=entry.guest_word), section.kind, entry.name)


def _told_by_label(section: Section, *, members: bool, pack: LanguagePack) -> ListLabel:
    """What the label says of all on the list. "Övriga" beside an office alone are the members themselves."""
    text = section.label.text.split(":")[0].strip() if section.label is not None else ""
    found = list_label(text, pack=pack) or ListLabel(section.kind, sure=True)
    folded = folded_label(text)
    others = (found.others or folded in pack.words("roster", "others_labels")) and section.kind == "guest"
    if others and not members and folded in pack.words("roster", "rest_labels"):
        return replace(found, kind="present", others=False)
    return replace(found, kind=section.kind, others=others)


def _as_labelled(person: Person, label: ListLabel, *, guest_word: bool) -> Person:
    remote = person.remote or (label.remote and person.attendance != "absent")
    attendance = person.attendance
    if attendance == "present" and label.partial:
        attendance = "partial"
    elif attendance == "guest" and (person.role in ("secretary", "chair") or label.kind == "present"):
        attendance = "present"  # who holds an office of the meeting is no guest of it
    elif attendance == "guest" and label.others and not guest_word and not 0 < len(person.items) <= _FEW:
        attendance = "partial" if person.items else "adjunct"
    return replace(person, attendance=attendance, remote=remote)


def _roster_lines(section: Section, front: str, *, pack: LanguagePack) -> Iterator[tuple[tuple[Span, ...], bool, dict[str, str]]]:
    """Each line of the list as fields (a table row: its cells), whether it is struck through, and what its columns say."""
    if section.value is not None:
        yield (section.value,), False, {}
    for unit in section.units:
        if isinstance(unit, Block):
            for line in lines_of(unit, struck=True):
                if folded_label(line.text) not in pack.all_words("sections"):
                    yield (line,), unit.covered(line.start, line.end, look="strike"), {}
        else:
            yield from _table_lines(unit, front, pack=pack)


def _table_lines(table: Table, front: str, *, pack: LanguagePack) -> Iterator[tuple[tuple[Span, ...], bool, dict[str, str]]]:
    header = header_of(table)
    named = {cell.col: text for cell, text in zip(table.rows[0], header, strict=True)} if table.rows else {}
    names = set(pack.words("roster", "header_name"))
    first_is_person = bool(table.rows and table.rows[0] and (lines := table.rows[0][0].lines()) and opens_with_person(lines[0], pack=pack))
    has_header = any(text in names for text in header) and len(header) > 1 and not first_is_person
    columns: dict[int, str] = {}
    day_column = _day_column(table, named, front, pack=pack) if has_header else None
    if has_header:
        absent, present = set(pack.words("sections", "absent")), set(pack.words("sections", "present"))
        for col, text in named.items():
            if text in names and "name" not in columns.values():
                columns[col] = "name"
            elif text in absent or text in pack.words("roster", "header_absent"):
                columns[col] = "absent"
            elif text in present or text == "x" or text in pack.words("roster", "yes") or col == day_column:
                columns[col] = "present"
            elif text in pack.words("roster", "remote"):
                columns[col] = "remote"
            elif _head_day(text, pack=pack) is not None:
                columns[col] = "other day"
            else:
                columns[col] = next((key for key in ("role", "organization", "attendance") if text in pack.words("roster", f"header_{key}")), "")
    kept = _used_marks(table, columns)
    for row in table.rows[int(has_header) :]:
        spans = {cell.col: [whole(b) for b in cell.blocks if b.text.strip()] for cell in row}
        struck = any(span.block.covered(span.start, span.end, look="strike") for found in spans.values() for span in found[:1])
        if (
            not has_header
            and len([c for c in spans.values() if c]) > 1
            and all(opening_name(c[0], pack=pack) for c in spans.values() if c)
            and any(opens_with_person(c[0], pack=pack) for c in list(spans.values())[1:] if c)
        ):
            for found in spans.values():
                for span in found:
                    yield (span,), span.block.covered(span.start, span.end, look="strike"), {}
            continue
        marks = {key: "\n".join(s.text for s in spans.get(col, ())) for col, key in columns.items() if col in kept}
        ordered = sorted(spans, key=lambda col: (columns.get(col) != "name", col)) if has_header else sorted(spans)
        if (not has_header and len(ordered) == 1) or any(len(spans[c]) > 1 for c in ordered[:1]):
            for col in ordered[:1]:  # one cell that holds the whole list
                for span in spans[col]:
                    yield (span,), span.block.covered(span.start, span.end, look="strike"), {}
            continue
        fields = tuple(span for col in ordered if columns.get(col) not in ("present", "absent", "remote", "other day") for span in spans[col])
        if fields:
            yield fields, struck, marks


def _used_marks(table: Table, columns: dict[int, str]) -> set[int]:
    """The columns of marks that anybody filled in: an empty one tells nothing of who was there."""
    filled = {cell.col for row in table.rows[1:] for cell in row if cell.text.strip()}
    return {col for col, key in columns.items() if key in ("present", "absent", "attendance", "remote") and col in filled}


_DAY_HEAD = re.compile(r"(?:20\d\d-)?(?:\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}|\d{1,2}\.\d{1,2}\.?(?:20\d\d)?)")


def _day_column(table: Table, named: dict[int, str], front: str, *, pack: LanguagePack) -> int | None:
    """Of columns headed by days the one whose day stands at the front of the minutes, else the last one that anybody filled in."""
    days = {col: day for col, text in named.items() if (day := _head_day(text, pack=pack)) is not None}
    if not days:
        return None
    filled = {cell.col for row in table.rows[1:] for cell in row if cell.text.strip()}
    said = {_month_and_day(match[0]) for match in re.finditer(_DAY_HEAD, front)} | _long_days(front, pack=pack)
    return next((col for col, day in days.items() if day in said), max((col for col in days if col in filled), default=None))


def _head_day(text: str, *, pack: LanguagePack) -> tuple[int, int] | None:
    """Month and day of a column's head that is a day and nothing else ("5/3", "5 mars", "2026-03-05")."""
    if _DAY_HEAD.fullmatch(text):
        return _month_and_day(text)
    if len(text) > 25 or not re.search(r"\d", text):
        return None
    found = [d for d in find_dates(text, reference=date(2000, 1, 1), pack=pack) if d.granularity == "day" and d.first is not None]
    return (found[0].first.month, found[0].first.day) if len(found) == 1 and found[0].first is not None else None


def _month_and_day(text: str) -> tuple[int, int]:
    first, second = (int(part) for part in re.findall(r"\d+", text.removeprefix(f"{text[:4]}-") if re.match(r"20\d\d-", text) else text)[:2])
    return (first, second) if "-" in text else (second, first)


def _long_days(front: str, *, pack: LanguagePack) -> set[tuple[int, int]]:
    return {(d.first.month, d.first.day) for d in find_dates(front, reference=date(2000, 1, 1), pack=pack) if d.first is not None}


def _person(entry: Entry, *, section: str, struck: bool, marks: dict[str, str], pack: LanguagePack) -> Person:
    attendance = _SECTION_ATTENDANCE.get(section, "present")
    if entry.adjunct and attendance == "present":
        attendance = "adjunct"
    if entry.guest and attendance == "present":
        attendance = "guest"
    marked = {key: text.strip().casefold() for key, text in marks.items()}
    if is_mark(marked.get("absent", ""), pack=pack) or marked.get("present") in pack.words("roster", "no"):
        attendance = "absent"
    if "present" in marks and not marked["present"] and not marked.get("remote"):
        attendance = "absent"
    elif re.search(r"\d", marked.get("present", "")) and not is_mark(marked["present"], pack=pack):
        attendance = "partial"  # "§§ 1–3", "13.00–14.00"
    if entry.absent or struck or entry.marked is False:
        attendance = "absent"
    if entry.partial and attendance in ("present", "adjunct", "absent"):
        attendance = "partial" if section != "absent" else "absent"
    role = entry.role or _SECTION_ROLE.get(section)
    rule = f"attendance.{section}" if not struck else "attendance.struck"
    return Person(
        name=entry.given_first,
        role=role,
        title=entry.title,
        affiliation=entry.affiliation,
        attendance=attendance,
        remote=entry.remote or is_mark(marked.get("remote", ""), pack=pack),
        items=entry.items,
        initials=entry.initials,
        rule=rule,
        tier=Tier.SURE,
        quotes=(entry.name.quote(), *(span.quote() for span in entry.evidence)),
    )


def _merge(first: Person, again: Person) -> Person:
    """One person on two lists: present on one and absent on another is partial; roles and initials are kept."""
    attendance = first.attendance
    if again.rule.startswith(("attendance.secretary", "attendance.chair", "attendance.adjuster", "attendance.signature")):
        attendance = first.attendance
    elif {first.attendance, again.attendance} == {"present", "absent"}:
        attendance = "partial"
    elif first.attendance == "present" and again.attendance != "guest":  # a member who presents a point is no guest
        attendance = again.attendance
    return replace(
        first,
        role=first.role or again.role,
        title=first.title or again.title,
        affiliation=first.affiliation or again.affiliation,
        attendance=attendance,
        remote=first.remote or again.remote,
        items=first.items or again.items,
        initials=first.initials or again.initials,
        quotes=first.quotes + tuple(q for q in again.quotes if q not in first.quotes),
    )


def _signed(layout: Layout, *, pack: LanguagePack, known: dict[str, Person]) -> Iterator[Person]:
    """Who signed as secretary: the name beside or under "Vid anteckningarna"; only where the list names no secretary."""
    words = {*pack.words("sections", "secretary"), *pack.words("roster", "signs")}
    if any(person.role == "secretary" for person in known.values()):
        return
    for section in layout.of_kind("signature", "secretary"):
        if section.label is None or folded_label(section.label.text.split(":")[0]) not in words:
            continue
        candidates = (
            [section.value] if section.value is not None else [line for u in section.units[:2] if isinstance(u, Block) for line in lines_of(u)][:1]
        )
        for span in candidates:
            entry = entry_of((span,), pack=pack)
            if entry is not None and full_name_like(entry.name.text, pack=pack):
                yield Person(name=entry.name.text, role="secretary", rule="attendance.signature", quotes=(entry.name.quote(), section.label.quote()))
