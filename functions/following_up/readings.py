"""The log as values: which readings were committed, and which one stands for each file now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from functions.model.events import Event, EventType
from functions.model.minutes import DateMention, Quote, Quotes
from functions.model.register import SkeletonPoint

FACTS = frozenset({EventType.OPENED, EventType.FOLLOWED, EventType.DECIDED, EventType.ANNOUNCED_MEETING})


@dataclass(frozen=True, slots=True)
class Reading:
    """One committed reading of one file: its `read` event and the facts that stand under it. deleted: the file is gone from the library."""

    event: Event
    facts: tuple[Event, ...] = ()
    deleted: bool = False

    @property
    def id(self) -> str:
        """The id of the `read` event."""
        return self.event.id

    @property
    def file_id(self) -> str:
        """The file's id, stable over renames."""
        return text_of(self.event.data, "file_id") or self.path

    @property
    def path(self) -> str:
        """Where the file stood when it was read."""
        return self.event.file or ""

    @property
    def date(self) -> str | None:
        """The meeting's ISO date, None where the file does not tell."""
        return text_of(self.event.data, "date")

    @property
    def start(self) -> str | None:
        """When the meeting began, HH:MM."""
        return text_of(self.event.data, "start")

    @property
    def state(self) -> str:
        """What the file says of itself: ongoing (nothing), final or approved."""
        return text_of(self.event.data, "state") or "ongoing"

    @property
    def points(self) -> tuple[SkeletonPoint, ...]:
        """The meeting's items in order."""
        points = []
        for entry in _list(self.event.data, "items"):
            cells = [*entry, None, None, None, None, None][:5] if isinstance(entry, (list, tuple)) else [None] * 5
            number, title, start, end, presenters = cells
            if title:
                names = tuple(str(name) for name in presenters) if isinstance(presenters, (list, tuple)) else ()
                points.append(SkeletonPoint(_text(number), str(title), _text(start), _text(end), names))
        return tuple(points)

    def of(self, kind: EventType) -> tuple[Event, ...]:
        """The facts of one type in the document's order."""
        return tuple(event for event in self.facts if event.type is kind)


@dataclass(frozen=True, slots=True)
class Log:
    """A council's log, sorted out. committed: every committed reading, oldest first; heads: per file id the `read` or `withdrawn` event that stands now."""

    committed: tuple[Reading, ...] = ()
    heads: Mapping[str, Event] = field(default_factory=dict)
    events: tuple[Event, ...] = ()

    def reading(self, event: Event | None) -> Reading | None:
        """The reading that an event committed, or that it withdrew."""
        by_id = {reading.id: reading for reading in self.committed}
        seen: set[str] = set()
        nodes = {event.id: event for event in self.events if event.type in (EventType.READ, EventType.WITHDRAWN)}
        while event is not None and event.type is EventType.WITHDRAWN and event.id not in seen:
            seen.add(event.id)
            event = nodes.get(text_of(event.data, "previous") or "")
        return by_id.get(event.id) if event is not None else None

    def current(self) -> tuple[Reading, ...]:
        """The reading that stands for each file, by path; a deleted file's last one still stands, marked so."""
        found = []
        for head in self.heads.values():
            withdrawn = head.type is EventType.WITHDRAWN
            if withdrawn and text_of(head.data, "reason") != "deleted":
                continue
            reading = self.reading(head)
            if reading is not None:
                found.append(Reading(reading.event, reading.facts, deleted=withdrawn))
        return tuple(sorted(found, key=lambda reading: (reading.path, reading.id)))


def read_log(events: Iterable[Event], *, council: str) -> Log:
    """Sort out a council's events. Facts whose `read` event is missing (a crash came between) are left out; an event twice counts once."""
    own = tuple({event.id: event for event in events if event.council == council}.values())
    facts: dict[str, list[Event]] = {}
    for event in own:
        if event.type in FACTS:
            facts.setdefault(text_of(event.data, "reading") or "", []).append(event)
    committed = []
    for event in own:
        if event.type is EventType.READ:
            source = text_of(event.data, "facts_of") or event.id
            committed.append(Reading(event, tuple(sorted(facts.get(source, ()), key=_order))))
    return Log(tuple(committed), _heads(own), own)


def _heads(events: Sequence[Event]) -> dict[str, Event]:
    """Per file the end of its longest chain; of two equally long ones (two runs at once) the one that was written last."""
    nodes = {event.id: event for event in events if event.type in (EventType.READ, EventType.WITHDRAWN)}
    depths: dict[str, int] = {}
    for start in nodes.values():
        path: list[str] = []
        node: Event | None = start
        while node is not None and node.id not in depths and node.id not in path:
            path.append(node.id)
            node = nodes.get(text_of(node.data, "previous") or "")
        below = depths.get(node.id, 0) if node is not None else 0
        for place, name in enumerate(reversed(path), 1):
            depths[name] = below + place
    heads: dict[str, Event] = {}
    for event in nodes.values():
        file = text_of(event.data, "file_id") or event.file or ""
        if file not in heads or depths[event.id] >= depths[heads[file].id]:
            heads[file] = event
    return heads


def _order(event: Event) -> tuple[int, str]:
    order = event.data.get("order")
    return (order if isinstance(order, int) else 0, event.id)


def text_of(data: Mapping[str, Any], key: str) -> str | None:
    """A text in an event's data; None where it is missing, empty or something else."""
    return _text(data.get(key))


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _list(data: Mapping[str, Any], key: str) -> tuple[Any, ...]:
    value = data.get(key)
    return tuple(value) if isinstance(value, (list, tuple)) else ()


def texts_of(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list of texts in an event's data."""
    return tuple(entry for entry in _list(data, key) if isinstance(entry, str) and entry)


def entries_of(data: Mapping[str, Any], key: str) -> tuple[tuple[Any, ...], ...]:
    """A list of lists in an event's data."""
    return tuple(tuple(entry) for entry in _list(data, key) if isinstance(entry, (list, tuple)))


def quotes_of(value: object) -> Quotes:
    """Quotations out of plain data; entries of another shape are left out."""
    found = []
    for entry in value if isinstance(value, (list, tuple)) else ():
        if isinstance(entry, Mapping) and isinstance(entry.get("block"), str):
            start, end = entry.get("start"), entry.get("end")
            found.append(Quote(entry["block"], start if isinstance(start, int) else 0, end if isinstance(end, int) else 0, entry.get("text")))
    return tuple(found)


def plain_quotes(quotes: Quotes) -> list[dict[str, Any]]:
    """Quotations as plain data."""
    return [{"block": quote.block, "start": quote.start, "end": quote.end, "text": quote.text} for quote in quotes]


def date_mention_of(value: object) -> DateMention | None:
    """When something is due, out of plain data."""
    if not isinstance(value, Mapping) or not (value.get("date") or value.get("text")):
        return None
    date, text = text_of(value, "date"), text_of(value, "text")
    return DateMention(date, text or date or "", text_of(value, "granularity") or ("day" if date else "fuzzy"), quotes_of(value.get("quotes")))


def plain_date(mention: DateMention | None) -> dict[str, Any] | None:
    """When something is due as plain data."""
    if mention is None:
        return None
    return {"date": mention.date, "text": mention.text, "granularity": mention.granularity, "quotes": plain_quotes(mention.quotes)}
