"""The log as values: which readings were committed, and which one stands for each file now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from functions.following_up.plain_data import as_text, entries_of, quotes_of, text_of, texts_of
from functions.model.events import Event, EventType
from functions.model.minutes import Quotes
from functions.model.register import SkeletonPoint

FACTS = frozenset({EventType.OPENED, EventType.FOLLOWED, EventType.DECIDED, EventType.ANNOUNCED_MEETING})
_NODES = frozenset({EventType.READ, EventType.WITHDRAWN})
_READ = FACTS | _NODES
RESTRICTED = "restricted"
"""Why a file is withdrawn that fewer people may read than the lists."""


UNDONE = "undone"
"""The field of an edit by which a person takes back an event (its id in `value`)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One committed reading of one file: its `read` event and the facts that stand under it. deleted: the file is gone from the library."""

    event: Event
    facts: tuple[Event, ...] = ()
    deleted: bool = False
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)  # what was worked out of the events once

    id: str = field(init=False, compare=False)  # of the `read` event
    file_id: str = field(init=False, compare=False)  # stable over renames
    path: str = field(init=False, compare=False)  # where the file stood when it was read
    date: str | None = field(init=False, compare=False)  # the meeting's ISO date, None where the file does not tell
    start: str | None = field(init=False, compare=False)  # when the meeting began, HH:MM
    state: str = field(init=False, compare=False)  # what the file says of itself: ongoing (nothing), final or approved

    def __post_init__(self) -> None:
        """Look up once what is asked for at every meeting, as often as there are meetings."""
        data, path = self.event.data, self.event.file or ""
        told = {
            "id": self.event.id,
            "file_id": text_of(data, "file_id") or path,
            "path": path,
            "date": text_of(data, "date"),
            "start": text_of(data, "start"),
            "state": text_of(data, "state") or "ongoing",
        }
        for name, value in told.items():
            object.__setattr__(self, name, value)

    @property
    def points(self) -> tuple[SkeletonPoint, ...]:
        """The meeting's items in order."""
        if "points" not in self.memo:
            self.memo["points"] = self._points()
        return cast(tuple[SkeletonPoint, ...], self.memo["points"])

    def _points(self) -> tuple[SkeletonPoint, ...]:
        points = []
        for entry in entries_of(self.event.data, "items"):
            number, title, start, end, presenters, _, links = [*entry, *[None] * 7][:7]
            if as_text(title) is not None:
                names = tuple(str(name) for name in presenters) if isinstance(presenters, (list, tuple)) else ()
                points.append(SkeletonPoint(as_text(number), str(title).strip(), as_text(start), as_text(end), names, _links(links)))
        return tuple(points)

    @property
    def titles(self) -> Mapping[str, str]:
        """The items' titles by their number; by the title itself where an item has none."""
        if "titles" not in self.memo:
            self.memo["titles"] = {point.number or point.title: point.title for point in self.points}
        return cast(Mapping[str, str], self.memo["titles"])

    def title_of(self, event: Event) -> str | None:
        """The title of the item that a fact stands under."""
        return self.titles.get(event.item or "")

    @property
    def named(self) -> tuple[tuple[str, str | None], ...]:
        """Who is named, on the attendance list with initials where it gives them, and as having a task."""
        if "named" not in self.memo:
            self.memo["named"] = self._named()
        return cast(tuple[tuple[str, str | None], ...], self.memo["named"])

    def _named(self) -> tuple[tuple[str, str | None], ...]:
        entries = [[*entry, None, None, None][:3] for entry in entries_of(self.event.data, "people") if entry]
        listed = [(str(name).strip(), as_text(initials)) for name, _, initials in entries if as_text(name) is not None]
        owners = [(owner, None) for event in self.facts for owner in texts_of(event.data, "owners")]
        return (*listed, *owners)

    def quotes_of_point(self, point: SkeletonPoint) -> Quotes:
        """Where the document writes this point's heading."""
        for entry in entries_of(self.event.data, "items"):
            if len(entry) > 5 and as_text(entry[0]) == point.number and as_text(entry[1]) == point.title:
                return quotes_of(entry[5])
        return ()

    def of(self, kind: EventType) -> tuple[Event, ...]:
        """The facts of one type in the document's order."""
        key = f"of {kind}"
        if key not in self.memo:
            self.memo[key] = tuple(event for event in self.facts if event.type is kind)
        return cast(tuple[Event, ...], self.memo[key])


@dataclass(frozen=True, slots=True)
class Log:
    """A council's log, sorted out.

    committed: every committed reading by the id of its `read` event, oldest first; nodes: `read` and `withdrawn` events by id;
    heads: per file id the one of them that stands now; events: all of them, each once; depths: how many came before a node in its file; said: what
    people and the program said, which no reading tells; loose: facts by a reading that was not committed.
    """

    committed: Mapping[str, Reading] = field(default_factory=dict)
    nodes: Mapping[str, Event] = field(default_factory=dict)
    heads: Mapping[str, Event] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    depths: Mapping[str, int] = field(default_factory=dict)
    said: tuple[Event, ...] = ()
    loose: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    _current: list[tuple[Reading, ...]] = field(default_factory=list, compare=False, repr=False)  # once it was asked for

    @property
    def restricted(self) -> frozenset[str]:
        """Ids of the files that fewer people may read than the lists, so that nothing of them is told."""
        withdrawn = {file: head for file, head in self.heads.items() if head.type is EventType.WITHDRAWN}
        return frozenset(file for file, head in withdrawn.items() if text_of(head.data, "reason") == RESTRICTED)

    def reading_before(self, event: Event | None) -> Reading | None:
        """The reading that a `read` event committed, or that a `withdrawn` event took back."""
        seen: set[str] = set()
        while event is not None and event.type is EventType.WITHDRAWN and event.id not in seen:
            seen.add(event.id)
            event = self.nodes.get(text_of(event.data, "previous") or "")
        return self.committed.get(event.id) if event is not None else None

    def current(self) -> tuple[Reading, ...]:
        """The reading that stands for each file, by path; a deleted file's last one still stands, marked so."""
        if not self._current:
            self._current.append(self._find_current())
        return self._current[0]

    def _find_current(self) -> tuple[Reading, ...]:
        found: dict[str, Reading] = {}
        for file, head in self.heads.items():
            withdrawn = head.type is EventType.WITHDRAWN
            reading = None if withdrawn and text_of(head.data, "reason") != "deleted" else self.reading_before(head)
            if reading is not None:
                # A program that saves by replacing leaves two files of one path: what was written last is what lies there.
                found[file if withdrawn else f"path {reading.path}"] = replace(reading, deleted=True) if withdrawn else reading
        return tuple(sorted(found.values(), key=lambda reading: (reading.path, reading.id)))


def _links(told: object) -> tuple[tuple[str, str | None], ...]:
    """Links as a `read` event holds them; what is oddly made counts for nothing."""
    pairs = [one for one in told if isinstance(one, (list, tuple)) and len(one) == 2] if isinstance(told, (list, tuple)) else []
    return tuple((str(text), as_text(address)) for text, address in pairs if as_text(text) is not None)


_latest: list[tuple[tuple[Event, ...], str, Log]] = []
_REMEMBERED = 2


def read_log(events: Iterable[Event], *, council: str) -> Log:
    """Sort out a council's events. Facts whose `read` event is missing (a crash came between) are left out; an event twice counts once.

    The same tuple of events is sorted out once: recording and projecting ask one after the other.
    """
    if not isinstance(events, tuple):
        return _sort_out(events, council=council)
    known = next((log for told, key, log in _latest if told is events and key == council), None)
    if known is not None:
        return known
    told, before = next(((told, log) for told, key, log in reversed(_latest) if key == council), ((), None))
    log = _go_on(before, told=told, new=events[len(told) :]) if before is not None and events[: len(told)] == told else None
    log = log or _sort_out(events, council=council, before=before)
    _latest[:] = [*_latest[1 - _REMEMBERED :], (events, council, log)]
    return log


def told_otherwise(events: Iterable[Event]) -> tuple[Event, ...]:
    """What people and the program said, which no reading tells; also what was taken back."""
    return tuple(event for event in events if event.type not in _READ)


def without_undone(events: Sequence[Event]) -> Sequence[Event]:
    """The events that stand: without what people took back."""
    gone = {event.data.get("value") for event in events if event.type is EventType.EDITED and event.data.get("field") == UNDONE}
    return [event for event in events if event.id not in gone] if gone else events


def _go_on(before: Log, *, told: Sequence[Event], new: Sequence[Event]) -> Log | None:
    """The log after more events; None where it is not as simple as that: an event twice, of another council, or taken back."""
    own = (*before.events, *new)
    plain = len(before.events) == len(told) and len({event.id for event in own}) == len(own) and all(event.council == own[0].council for event in new)
    if not plain or any(event.type is EventType.EDITED and event.data.get("field") == UNDONE for event in new):
        return None
    nodes = {**before.nodes, **{event.id: event for event in new if event.type in _NODES}}
    facts = _facts_of(new, before=before)
    reads = [event for event in nodes.values() if event.type is EventType.READ and (event.id not in before.committed or _source(event) in facts)]
    for source in {_source(event) for event in reads} - facts.keys():  # a file that says the same again under another name
        facts[source] = list(_own_facts(before, reading=source))
    committed = {**before.committed, **_committed(reads, facts=facts, before=before)}
    depths = _depths(nodes)
    said = before.said + told_otherwise(new)
    return Log(committed, nodes, _heads(nodes, depths=depths), own, depths, said, _loose(facts, committed=committed))


def _sort_out(events: Iterable[Event], *, council: str, before: Log | None = None) -> Log:
    own = tuple(without_undone(tuple({event.id: event for event in events if event.council == council}.values())))
    nodes = {event.id: event for event in own if event.type in _NODES}
    facts = _facts_of(own)
    committed = _committed([event for event in nodes.values() if event.type is EventType.READ], facts=facts, before=before)
    depths = _depths(nodes)
    said = told_otherwise(own)
    return Log(committed, nodes, _heads(nodes, depths=depths), own, depths, said, _loose(facts, committed=committed))


def _facts_of(events: Iterable[Event], *, before: Log | None = None) -> dict[str, list[Event]]:
    """The facts by the id of the reading that told them; with those that were told before by a reading that tells more now, or is not committed."""
    found: dict[str, list[Event]] = {reading: list(told) for reading, told in before.loose.items()} if before is not None else {}
    for event in events:
        if event.type in FACTS:
            reading = text_of(event.data, "reading") or ""
            if reading not in found:
                found[reading] = list(_own_facts(before, reading=reading)) if before is not None else []
            found[reading].append(event)
    return found


def _own_facts(before: Log, *, reading: str) -> tuple[Event, ...]:
    """What a committed reading told itself; nothing for one that only refers to another's facts."""
    known = before.committed.get(reading)
    return known.facts if known is not None and _source(known.event) == reading else ()


def _loose(facts: Mapping[str, Sequence[Event]], *, committed: Mapping[str, Reading]) -> dict[str, tuple[Event, ...]]:
    return {reading: tuple(told) for reading, told in facts.items() if reading not in committed}


def _committed(reads: Iterable[Event], *, facts: Mapping[str, Sequence[Event]], before: Log | None = None) -> dict[str, Reading]:
    """Readings with their facts, by the id of the `read` event. before: what was known, of which the same are kept."""
    found: dict[str, Reading] = {}
    for event in reads:
        told = facts.get(_source(event), ())
        known = before.committed.get(event.id) if before is not None else None
        same = known is not None and known.event is event and len(known.facts) == len(told)
        found[event.id] = known if known is not None and same else Reading(event, tuple(sorted(told, key=_order)))
    return found


def _source(event: Event) -> str:
    """The reading whose facts a `read` event commits: its own, or those of one that says the same."""
    return text_of(event.data, "facts_of") or event.id


def _depths(nodes: Mapping[str, Event]) -> dict[str, int]:
    """How long each node's chain is, itself included."""
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
    return depths


def _heads(nodes: Mapping[str, Event], *, depths: Mapping[str, int]) -> dict[str, Event]:
    """Per file the end of its longest chain; of two equally long ones (two runs at once) the one that was written last."""
    heads: dict[str, Event] = {}
    for event in nodes.values():
        file = text_of(event.data, "file_id") or event.file or ""
        if file not in heads or depths[event.id] >= depths[heads[file].id]:
            heads.pop(file, None)  # so that the files stand in the order in which they were read last
            heads[file] = event
    return heads


def _order(event: Event) -> tuple[int, str]:
    order = event.data.get("order")
    return (order if isinstance(order, int) else 0, event.id)
