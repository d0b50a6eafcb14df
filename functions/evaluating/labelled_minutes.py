"""The labels of a paper as Minutes, as if everything in it had been read rightly: so that following up is measured apart from reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from functions.interpreting.due_dates import Calendar
from functions.interpreting.remarks import with_days
from functions.interpreting.running_numbers import with_numbers
from functions.languages import load
from functions.model.document import Document
from functions.model.minutes import (
    Action,
    AgendaItem,
    Consultation,
    DateMention,
    Decision,
    Deferral,
    DocumentFacts,
    FollowUp,
    MeetingFacts,
    Minutes,
    NextMeeting,
    Person,
    Quote,
    Quotes,
    StandingPoint,
    Tier,
)

_SHORT_ROW = 250  # letters; a longer row is a point with its text, not a task with its status
_LISTS = ("people", "items", "decisions", "actions", "follow_ups", "postponed", "consultations", "standing", "next_meetings")


def labelled_minutes(gold: Mapping[str, Any], *, name: str, document: Document | None = None) -> Minutes:
    """The labels as Minutes. document: the paper, to tell under which point a follow-up stands; without it they stand under none.

    A task that may be taken either way is left out, what may be said of an earlier one is not.
    """
    lists = {kind: list(gold.get(kind) or ()) for kind in _LISTS}
    people = tuple(Person(entry["name"], entry.get("role"), attendance=_first(entry.get("attendance", "present"))) for entry in lists["people"])
    places = _Places(document, titles=[title for _, title in lists["items"]])
    items = tuple(AgendaItem(number, title, quotes=places.quotes(title)) for number, title in lists["items"])
    meeting = gold["meeting"]
    announced = tuple(date.fromisoformat(entry["date"]) for entry in lists["next_meetings"] if not entry.get("maybe"))
    calendar = Calendar(date.fromisoformat(meeting["date"]), True, announced, load("sv"))
    firm = {kind: [entry for entry in lists[kind] if not entry.get("maybe")] for kind in ("actions", "postponed", "consultations", "standing")}
    said = [(entry, places.point(entry, items=items), places.row(entry["text"])) for entry in lists["follow_ups"]]
    minutes = Minutes(
        document=DocumentFacts("minutes", "sv", name, "labels", "read"),
        meeting=MeetingFacts(body=_first(meeting["body"]), date=meeting["date"], start=_first(meeting.get("start")), end=_first(meeting.get("end"))),
        people=people,
        items=items,
        decisions=tuple(
            Decision(f"d{n}", entry.get("item"), entry["text"], entry.get("kind", "decision"), entry.get("decided_by"), **_sure(entry, places=places))
            for n, entry in enumerate(lists["decisions"])
        ),
        actions=tuple(
            Action(f"a{n}", entry.get("item"), entry["text"], tuple(entry.get("owners", ())), due=day_of(entry, "due"), **_sure(entry, places=places))
            for n, entry in enumerate(firm["actions"])
        ),
        follow_ups=tuple(
            places.with_day(
                FollowUp(point, words, mentioned(words, people=people), entry["status"], **_sure(entry, places=places)),
                calendar=calendar,
            )
            for entry, point, words in said
        ),
        postponed=tuple(
            Deferral(entry.get("item"), entry["text"], entry.get("kind", "deferred"), day_of(entry, "until"), **_sure(entry, places=places))
            for entry in firm["postponed"]
        ),
        consultations=tuple(
            Consultation(entry.get("item"), entry["text"], answer_by=day_of(entry, "answer_by"), **_sure(entry, places=places))
            for entry in firm["consultations"]
        ),
        standing=tuple(StandingPoint(entry.get("item"), entry["text"], **_sure(entry, places=places)) for entry in firm["standing"]),
        next_meetings=tuple(
            NextMeeting(
                entry["date"],
                _first(entry.get("start")),
                note=entry.get("note"),
                topics=tuple(entry.get("topics", ())),
                quotes=places.quotes(entry["date"]),
            )
            for entry in lists["next_meetings"]
            if not entry.get("maybe")
        ),
    )
    if document is None:
        return minutes
    return replace(minutes, actions=with_numbers(minutes.actions, document), follow_ups=with_numbers(minutes.follow_ups, document))


class _Places:
    """Where labels stand in a paper."""

    def __init__(self, document: Document | None, *, titles: Sequence[str]) -> None:
        self._document = document
        self._texts = [(block.id, block.text) for block in document.blocks] if document is not None else []
        self._starts: list[tuple[int, int, int]] = []  # block, offset, number of the title
        after = (0, 0)
        for number, title in enumerate(titles):
            found = next((place for place in self._all(title) if place >= after), None)
            if found is not None:
                self._starts.append((*found, number))
                after = (found[0], found[1] + len(title))

    def _all(self, text: str) -> list[tuple[int, int]]:
        return [(n, block.find(text)) for n, (_, block) in enumerate(self._texts) if text in block]

    def quotes(self, text: str) -> Quotes:
        """Where a label stands first; without a paper, as if it stood alone."""
        found = next(iter(self._all(text)), None)
        if found is None:
            return (Quote("b1", 0, len(text), text),)
        return (Quote(self._texts[found[0]][0], found[1], found[1] + len(text), text),)

    def row(self, text: str) -> str:
        """A label with the other short cells of its table row, when it fills its own: a status says nothing without its task."""
        found = next(iter(self._all(text)), None)
        block = self._document.blocks[found[0]] if found is not None and self._document is not None else None
        if block is None or block.cell is None or self._document is None or len(block.text) > len(text) + 3:
            return text
        place = (block.cell.table, block.cell.row)
        cells = [one.text for one in self._document.blocks if one.cell is not None and (one.cell.table, one.cell.row) == place and one.text.strip()]
        return " | ".join(cells) if sum(map(len, cells)) <= _SHORT_ROW else text

    def with_day(self, said: FollowUp, *, calendar: Calendar) -> FollowUp:
        """What is said of an earlier task with the day that is told there."""
        return with_days([said], self._document, calendar)[0] if self._document is not None else said

    def point(self, entry: Mapping[str, Any], *, items: Sequence[AgendaItem]) -> str | None:
        """The point that a label names, else the one under whose title it stands."""
        if "item" in entry:
            return str(entry["item"]) if entry["item"] is not None else None
        found = next(iter(self._all(entry["text"].split(" | ")[0])), None)
        above = [number for *start, number in self._starts if found is not None and tuple(start) <= found]
        return items[above[-1]].ref if above else None


def _sure(entry: Mapping[str, Any], *, places: _Places) -> dict[str, Any]:
    return {"rule": "labelled", "tier": Tier.SURE, "quotes": places.quotes(entry["text"])}


def _first(value: Any) -> Any:
    return next(iter(value), None) if isinstance(value, list) else value


def day_of(entry: Mapping[str, Any], name: str) -> DateMention | None:
    """A labelled date: a month where it is the last of one and its words tell no day ("i april")."""
    day, text = entry.get(name), entry.get(f"{name}_text")
    whole = bool(day and text) and not re.search(r"\d", text or "") and (date.fromisoformat(str(day)) + timedelta(days=1)).day == 1
    return DateMention(day, text or day or "", ("month" if whole else "day") if day else "fuzzy") if day or text else None


def mentioned(text: str, *, people: Sequence[Person]) -> tuple[str, ...]:
    """The people whom a text names by full name, or by a first name, surname or initials that only one of them has."""
    said = set(re.findall(r"\w[\w-]*", text))
    ways: tuple[Callable[[str], str], ...] = (
        lambda name: name.split()[0],
        lambda name: name.split()[-1],
        lambda name: "".join(part[0] for part in name.split()),
    )
    found = []
    for person in people:
        short = {way(person.name) for way in ways if sum(way(person.name) == way(one.name) for one in people) == 1}
        if person.name in text or any(len(one) > 1 and {one, f"{one}s"} & said for one in short):
            found.append(person.name)
    return tuple(found)
