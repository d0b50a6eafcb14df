"""Who was there: the attendance lists in all their shapes, one person at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from functions.interpreting.absentees import away_by_initials, excepted, substitutes
from functions.interpreting.given_rosters import given_attendance
from functions.interpreting.labels import folded_label
from functions.interpreting.layout import Layout, Section
from functions.interpreting.phrases import UPPER, phrase
from functions.interpreting.roster_columns import side_by_side
from functions.interpreting.roster_entries import Entry, entry_of, is_mark, role_of, without_from
from functions.interpreting.roster_labels import ListLabel, list_label
from functions.interpreting.roster_lines import Group, group_lead, groups_of, is_given_first, is_surname_first, split_people
from functions.interpreting.roster_names import is_organisational, lead_of
from functions.interpreting.roster_places import ROSTERS
from functions.interpreting.roster_tables import RosterLine, lines_of_table
from functions.interpreting.signatures import signers
from functions.interpreting.spans import Span, lines_of, sentences_of
from functions.interpreting.tables import blocks_of
from functions.interpreting.told_people import is_shortened, told_guests, told_offices, with_full_names
from functions.interpreting.told_rosters import came_late, told_attendance
from functions.languages import LanguagePack
from functions.model.document import Block
from functions.model.minutes import Person, Tier

_MOVED = rf"\s*[{UPPER}][\w-]+(?: [{UPPER}][\w-]+)? (?i:<<roster.came_or_went>>)\b"
_LED = rf"\s*[{UPPER}][\w-]+(?: [{UPPER}][\w-]*)? (?i:<<roster.told.chair|roster.told.secretary>>)(?!\w)"
_SEEN = rf"\s*(?:[\w-]+ )?[{UPPER}][\w-]+ [{UPPER}][\w-]+ (?i:<<roster.prose.present|roster.prose.absent>>)(?!\w)"
_INITIALS = re.compile(rf"[{UPPER}]\w{{1,3}}(?:(?:\s*[,/&]\s*|\s+\w{{2,4}}\s+)[{UPPER}]\w{{1,3}})*")
_LEGEND = re.compile(rf"(?<!\w)[{UPPER}]\w{{1,3}}\s*(?:=|[–-]\s)\s*[{UPPER}]")
_LETTER_F = re.compile(r"(?:^|[\s(–-])[Ff]\)?$")  # beside "N", below "Närvarande/Frånvarande"
_TICKS, _CROSSES = frozenset("✓✔☑"), frozenset("✗✘")  # beside ticks a cross is no mark of who was there
_AWAY = rf"\s*[{UPPER}][^.;:()]{{1,80}}?\s(?i:<<roster.prose.absent|kind.away_phrases>>)(?!\w)"  # "Cia Dahl och Rut Lind hade fått förhinder."
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
    found = _without_short_forms(found)
    some = sum(person.attendance == "present" for person in found.values()) > 1
    for person in (*told_attendance(layout, listed=some, pack=pack), *given_attendance(layout, pack=pack)):
        found.setdefault(person.name.casefold(), person)
    found.update((person.name.casefold(), person) for person in away_by_initials(layout, tuple(found.values()), pack=pack))
    found.update((person.name.casefold(), person) for person in excepted(layout, tuple(found.values()), pack=pack))
    found.update((person.name.casefold(), person) for person in came_late(layout, found.values(), pack=pack))
    for person in substitutes(layout, pack=pack):
        found.setdefault(person.name.casefold(), person)
    held = {person.role for person in found.values() if person.attendance != "absent"}
    for person in signers(layout, pack=pack):
        key = person.name.casefold()
        if key in found or (person.role == "secretary" and "secretary" not in held):
            role = person.role if person.role not in held or person.role == "adjuster" else None  # the list knows better
            found[key] = _merge(found[key], replace(person, role=role)) if key in found else person
    for person in told_offices(layout, tuple(found.values()), pack=pack):
        key = person.name.casefold()
        found[key] = _merge(found[key], person) if key in found else person
    if found:
        found.update((person.name.casefold(), person) for person in told_guests(layout, [p.name for p in found.values()], pack=pack))
    return with_full_names(tuple(found.values()), layout, pack=pack)


def _without_short_forms(people: dict[str, Person]) -> dict[str, Person]:
    """The people of the lists, those who stand on one as "Emma L" or "Emma" joined with the only one whom another names in full."""
    found = dict(people)
    for key, short in people.items():
        if " " in short.name and len(short.name.split()[-1].rstrip(".")) > 1:
            continue
        full = [other for other, person in people.items() if other != key and " " in person.name and is_shortened(short.name, person.name)]
        if len(full) == 1:
            found[full[0]] = _merge(found[full[0]], short)
            del found[key]
    return found


def _all_listed(layout: Layout, *, pack: LanguagePack) -> Iterator[Listed]:
    front = "\n".join(block.text for unit in layout.front for block in blocks_of(unit))
    lists = layout.of_kind(*ROSTERS)
    kinds = {section.kind for section in lists}
    missing = "absent" in kinds or any(_strikes_out(section) for section in lists if section.kind == "called")
    if not missing or "present" in kinds:  # those who were called are told of by who is missing, and by nothing else
        lists = [section for section in lists if section.kind != "called"]
    beside = [part for section in lists for part in side_by_side(section, pack=pack)]
    sections = [(section, list(_roster_lines(section, front, pack=pack))) for section in beside]
    heads = {id(section): [part[0] for line in lines for part in split_people(line.fields, pack=pack) if part] for section, lines in sections}
    surname_first = is_surname_first((head for section, _ in sections for head in heads[id(section)]), pack=pack)
    members = not kinds.isdisjoint(("present", "called"))
    places = _places_of([line.fields[0].text for _, lines in sections for line in lines], pack=pack)
    for section, lines in sections:
        first = heads[id(section)]
        turned = is_surname_first(first, pack=pack) or (surname_first and len(first) < 3 and not is_given_first(first, pack=pack))
        either, offices = _tells_either(section, pack=pack), _offices_of(section, pack=pack)
        ticked = any(line.fields[0].text.lstrip()[:1] in _TICKS for line in lines)
        crossed = sum(_crossed(line, pack=pack) for line in lines) > 1
        label = _told_by_label(section, members=members, pack=pack)
        for line in lines:
            group = group_lead(line.fields[0], surname_first=turned, pack=pack) if len(line.fields) == 1 else None
            own = _told_by_group(group, label, pack=pack)
            value = section.value is not None and line.fields[0].block is section.value.block and label.kind in ("present", "absent")
            fields = (group.rest,) if group is not None else line.fields
            kind = own.kind if own.sure else "present" if _is_legend(line, section) else section.kind
            for at, part in enumerate(split_people(fields, only_names=group is not None or value, pack=pack)):
                entry = entry_of(part, surname_first=turned, pack=pack)
                if entry is None:
                    continue
                entry = _without_place(entry, places)
                if line.apart:
                    entry = replace(entry, name=line.apart[0], evidence=(*line.apart[1:], *entry.evidence))
                struck = line.struck or part[0].block.covered(part[0].start, part[0].end, look="strike")
                person = _person(entry, section=kind, struck=struck, marks=line.marks, pack=pack)
                if at and at < len(offices):
                    person = replace(person, role=offices[at])
                if group is not None and not own.sure:
                    affiliation = person.affiliation or (None if group.role or group.items else _sent_by(group.head, pack=pack))
                    person = replace(person, role=person.role or group.role, items=person.items or group.items, affiliation=affiliation)
                if group is not None and group.late and person.attendance == "present":
                    person = replace(person, attendance="partial")
                if either and _LETTER_F.search(line.fields[-1].text):
                    person = replace(person, attendance="absent")
                if ticked and line.fields[0].text.lstrip()[:1] in _CROSSES:
                    person = replace(person, attendance="absent")
                if crossed and entry.marked is None and person.attendance == "present":  # the others have a cross
                    person = replace(person, attendance="absent")
                yield Listed(_as_labelled(_with_offices(person, section, pack=pack), own, guest_word=entry.guest_word), section.kind, entry.name)


def _tells_either(section: Section, *, pack: LanguagePack) -> bool:
    """Whether a list is headed "Närvarande/Frånvarande"."""
    halves = section.label.text.strip(" :").split("/") if section.label is not None else []
    kinds = [found.kind for half in halves if (found := list_label(half.strip(), pack=pack)) is not None]
    return kinds == ["present", "absent"]


def _is_legend(line: RosterLine, section: Section) -> bool:
    """Whether a line below "Frånvarande: CD" only tells whose initials these are ("HN = Helga Norin, CD = Cia Dahl"): not all of them were away."""
    initials = section.kind == "absent" and section.value is not None and _INITIALS.fullmatch(section.value.text.strip(" ."))
    return bool(initials) and len(_LEGEND.findall(line.fields[0].text)) > 1


def _strikes_out(section: Section) -> bool:
    """Whether somebody on a list is struck out, and somebody is not."""
    blocks = [block for unit in section.units for block in blocks_of(unit)]
    blocks += [section.value.block] if section.value is not None else []
    return any(block.struck for block in blocks) and not all(block.covered(0, len(block.text), look="strike") for block in blocks)


def _offices_of(section: Section, *, pack: LanguagePack) -> tuple[str | None, ...]:
    """The offices that a label gives to as many people in its order ("Ordförande/Sekreterare: Eva Ek/Bo Alm")."""
    if section.kind not in _SECTION_ROLE or section.label is None or section.value is None or "/" not in section.value.text:
        return ()
    return tuple(role_of(part.strip(), pack=pack) for part in section.label.text.split(":")[0].split("/"))


def _with_offices(person: Person, section: Section, *, pack: LanguagePack) -> Person:
    """The person with the label that gives two offices at once, quoted: "Ordförande och sekreterare: Eva Ek"."""
    if section.kind not in _SECTION_ROLE or section.label is None:
        return person
    head = section.label.part(0, len(section.label.text.split(":")[0]))
    two = phrase(pack, r".*(?:\w\s*[/&+]|\s<<grammar.and>>)\s*\w.*").fullmatch(head.text) is not None
    return replace(person, quotes=(*person.quotes, head.quote())) if two else person


def _places_of(lines: Iterable[str], *, pack: LanguagePack) -> frozenset[str]:
    """The names of the places whose people stand on a line of their own ("Norrby" in "Norrby kommun: Eva Ek")."""
    heads = [head.split() for line in lines if ":" in line and is_organisational(head := line.partition(":")[0], pack=pack)]
    return frozenset(words[0] for words in heads if len(words) == 2 and words[0].istitle() and not is_organisational(words[0], pack=pack))


def _without_place(entry: Entry, places: frozenset[str]) -> Entry:
    """ "Sara Palm Norrby" is Sara Palm of Norrby, where others from there stand behind "Norrby kommun:"."""
    name, _, place = entry.name.text.rpartition(" ")
    if place not in places or len(name.split()) < 2 or entry.given_first != entry.name.text:
        return entry
    return replace(entry, name=entry.name.part(0, len(name)), given_first=name, affiliation=entry.affiliation or place)


def _sent_by(head: str, *, pack: LanguagePack) -> str | None:
    """Whom people stand for by the words before them, without "från"; None where these only tell a day ("Dag 1", "Torsdag 5 mars")."""
    if phrase(pack, r"(?:<<roster.days>>)\b.{0,20}|\d{1,2}(?:\s<<dates.month_names.full>>|/\d{1,2})").fullmatch(head.strip()):
        return None
    return without_from(head, pack=pack)


def _crossed(line: RosterLine, *, pack: LanguagePack) -> bool:
    """Whether a cross or a ticked box stands before the name, behind the last tab or in a cell of its own."""
    span = line.fields[0]
    if any(is_mark(field.text.strip().casefold(), pack=pack) for field in line.fields[1:]):
        return True
    return lead_of(span.text).present is True or ("\t" in span.text and is_mark(span.text.rsplit("\t", 1)[1].strip().casefold(), pack=pack))


def _told_by_group(group: Group | None, label: ListLabel, *, pack: LanguagePack) -> ListLabel:
    """The list's label, or the one that stands before the people of a line within it ("Frånvarande: Eva Ek" in a cell of several lists)."""
    found = list_label(group.head, pack=pack) if group is not None else None
    if found is None or not (found.sure or found.kind == "absent"):
        return replace(label, sure=False, remote=label.remote or bool(found and found.remote), partial=label.partial or bool(found and found.partial))
    return replace(found, sure=True)


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


def _roster_lines(section: Section, front: str, *, pack: LanguagePack) -> Iterator[RosterLine]:
    """Each line of the list; where one line parts groups by full stops, each group is one ("Umbro: Eva Ek. Karlby: Bo Alm")."""
    if section.value is not None:
        listed, *prose = _apart_from_prose(section.value, pack=pack)
        parts = [listed, *(part for part in prose if phrase(pack, _AWAY, case=True).match(part.text) is None)]  # who was away is told there
        yield from (RosterLine((group,)) for part in parts for group in groups_of(part, pack=pack))
    for unit in section.units:
        if isinstance(unit, Block):
            for line in lines_of(unit, struck=True):
                if folded_label(line.text) not in pack.all_words("sections"):
                    struck = unit.covered(line.start, line.end, look="strike")
                    yield from (RosterLine((group,), struck) for group in groups_of(line, pack=pack))
        else:
            yield from lines_of_table(unit, front, pack=pack)


def _apart_from_prose(value: Span, *, pack: LanguagePack) -> list[Span]:
    """What stands behind a label, parted before a sentence that tells of somebody: "Bo Alm och Cia Dahl. Under punkt 3 var Eva Ek med."."""
    for sentence in list(sentences_of(value, pack=pack))[1:]:
        tells = phrase(pack, r"\b<<verbs.have_or_be|facts_said.held|roster.told>>\b").search(sentence.text)
        moved = phrase(pack, _MOVED, case=True).match(sentence.text)  # "Åsa fick gå redan kvart över sex."
        led = phrase(pack, _LED, case=True).match(sentence.text)  # "Per-Olof ledde."
        seen = phrase(pack, _SEEN, case=True).match(sentence.text)  # "Åsa Berg tittade in under punkten om köer."
        away = phrase(pack, _AWAY, case=True).match(sentence.text)
        if (tells or moved or led or seen or away) and ":" not in sentence.text:
            at = sentence.start - value.start
            return [value.part(0, at).trimmed(), value.part(at, len(value.text))]
    return [value]


def _person(entry: Entry, *, section: str, struck: bool, marks: dict[str, str], pack: LanguagePack) -> Person:
    attendance = _SECTION_ATTENDANCE.get(section, "present")
    if entry.adjunct and attendance == "present":
        attendance = "adjunct"
    if entry.guest and attendance == "present":
        attendance = "guest"
    marked = {key: text.strip().casefold() for key, text in marks.items()}
    away = phrase(pack, r"<<roster.absent|roster.sensitive>>(?!\w)(?!.*\d)").match(marked.get("present", ""))  # "Frånvarande" under "Närvaro"
    no = away or phrase(pack, r"[-–—](?:$|\s)|<<roster.no>>(?=$|\s*[,;(.–-]|\s+<<roster.prose.replaced_by>>)").match(marked.get("present", ""))
    if is_mark(marked.get("absent", ""), pack=pack) or no:
        attendance = "absent"
    if "present" in marks and not marked["present"] and not marked.get("remote"):
        attendance = "absent"
    elif phrase(pack, r"\d|\b<<roster.partial>>(?!\w)").search(marked.get("present", "")) and not is_mark(marked["present"], pack=pack) and not no:
        attendance = "partial"  # "§§ 1–3", "13.00–14.00"
    if entry.absent or struck or entry.marked is False:
        attendance = "absent"
    if entry.partial and attendance in ("present", "adjunct", "absent"):
        attendance = "partial"
    if attendance == "present" and entry.items:
        attendance = "partial"  # "Viktor Hall, p. 5–8"
    role = entry.role or _SECTION_ROLE.get(section)
    title = entry.title
    if attendance == "absent" and title and phrase(pack, r"(?<!\w)<<roster.sensitive>>(?!\w)").search(title):
        title = None  # "Förhinder: Sven Udd, operation" may tell why
    rule = f"attendance.{section}" if not struck else "attendance.struck"
    return Person(
        name=entry.given_first,
        role=role,
        title=title,
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
    elif first.rule == "attendance.called" or (first.attendance, again.attendance) == ("guest", "absent"):
        attendance = again.attendance
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
