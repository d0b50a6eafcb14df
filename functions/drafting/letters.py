"""Papers for one person each, made on request: a guest's invitation to their own slot, and a member's own open points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from functions.drafting.context import Link, file_title, meeting_facts
from functions.drafting.meetings import Horizon
from functions.drafting.placement import is_on_agenda
from functions.drafting.tongues import SWEDISH, Tongue, tongue_asked_for
from functions.drafting.wording import ROW_KINDS, clean, spell_day, spell_origin
from functions.model.agenda import Agenda, AgendaLine, LineKind
from functions.model.register import OpenItem, Register

POINTS_TITLE = "Dina punkter"
_MANY = re.compile(r"\s*(?:,|;|\boch\b|\band\b|&)\s*")
_NAMED = re.compile(r"\b(?:[Bb]esök av|[Gg]äst(?:en|er)?:?|[Ii]nbjud(?:en|na):?)\s+((?:[A-ZÅÄÖÉÜ][\w'’-]*\s?)+)")
"""A guest whom the matter names itself: "Besök av John Smith om …"."""


def guests_of(agenda: Agenda) -> Iterator[tuple[AgendaLine, str]]:
    """Each guest's line with the guest's name, "" where the minutes do not say it; a line with two guests comes twice."""
    for line in agenda.lines:
        if line.kind is LineKind.GUEST:
            named = _NAMED.search(clean(line.title))
            for name in _MANY.split(clean(line.presenter or "") or (named[1].strip() if named else "")):
                yield line, name


def invitation_context_of(agenda: Agenda, *, line: AgendaLine, guest: str, tongue: Tongue = SWEDISH, link: Link | None = None) -> dict[str, Any]:
    """The fields of an invitation: this guest's own slot and nothing of the other lines. tongue: unless the guest's row asks for another; link: turns
    text and address into what the template can show, plain text by default."""
    link = link or (lambda text, _address: text)
    asked, title = tongue_asked_for(clean(line.title))
    tongue = asked or tongue
    meeting = agenda.meeting
    return {
        "title": tongue.words["title"],
        "council": clean(agenda.council),
        "language": tongue.tag,
        "guest": guest,
        "meeting": {
            "known": meeting is not None,
            "date": meeting.date[:10] if meeting else "",
            "day": tongue.spell_day(meeting.date) if meeting else tongue.undecided,
            "place": tongue.spell_place(clean(meeting.place or ""), online=meeting.online) if meeting else "",
            "online": bool(meeting and meeting.online),
        },
        "matter": title,
        "slot": tongue.spell_time(line.start, line.end) or tongue.words["later"],
        "contact": clean(agenda.secretary or ""),
        "documents": [{"title": clean(paper.title), "link": link(clean(paper.title), paper.address or "")} for paper in line.enclosures],
        "words": {name: text for name, text in tongue.words.items() if name not in ("title", "later")},
    }


def open_owners(register: Register) -> list[str]:
    """Everybody who has an open point, by name."""
    return sorted({clean(owner) for row in register.items if is_on_agenda(row) for owner in row.owners})


def owners_named(register: Register, name: str) -> list[str]:
    """The owners of open rows whom a name can mean: the one that is it, else all that it begins or is a part of."""
    owners = open_owners(register)
    wanted = clean(name).casefold()
    same = [owner for owner in owners if owner.casefold() == wanted]
    return same or [owner for owner in owners if set(wanted.split()) <= set(owner.casefold().split())]


def points_context_of(agenda: Agenda, register: Register, *, person: str) -> dict[str, Any]:
    """The fields of a member's own points: what they are to do, where it comes from, and where on the agenda it stands."""
    horizon = Horizon(agenda.meeting.date if agenda.meeting else "", agenda.meeting is not None)
    places = {key: line.number for line in agenda.lines for key in (*line.keys, *(part.key for part in line.parts))}
    mine = [row for row in register.items if is_on_agenda(row) and person.casefold() in (clean(owner).casefold() for owner in row.owners)]
    return {
        "title": POINTS_TITLE,
        "council": clean(agenda.council),
        "person": person,
        "meeting": meeting_facts(agenda),
        "points": [_point(row, horizon=horizon, number=places.get(row.key, "")) for row in mine],
    }


def _point(row: OpenItem, *, horizon: Horizon, number: str) -> dict[str, str]:
    due = row.due
    told = clean(due.text) if due else ""
    if due and due.date:
        # As on the agenda: a day that has passed is not held up beside a name.
        told = spell_day(due.date, beside=horizon.day) if horizon.dated and due.date >= horizon.day else ""
    return {
        "text": clean(row.text),
        "kind": ROW_KINDS[row.kind],
        "due": told,
        "origin": spell_origin(row, beside=horizon.day),
        "source": file_title(row.opened.file),
        "number": number,
    }
