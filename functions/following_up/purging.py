"""Gallring: what goes out of a council's log for good when old meetings are to be forgotten, so that no later reading brings it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from functions.following_up.plain_data import text_of
from functions.following_up.readings import FACTS, read_log
from functions.model.events import Event, EventType, event_id
from functions.model.minutes import Quote
from functions.model.register import STILL_OPEN, OpenItem, Register, RowStatus

PURGED = "purged"
"""The field of an edit that tells of a purge: `value` is the day before which meetings are forgotten."""

_AWAKE = STILL_OPEN | {RowStatus.DORMANT}
_KEPT_OF_A_MEETING = (
    "reading",
    "previous",
    "facts_of",
    "file_id",
    "name",
    "fingerprint",
    "reader",
    "date",
    "start",
    "end",
    "state",
    "approves_previous",
)


@dataclass(frozen=True, slots=True)
class Purge:
    """What goes. events: ids; instead: events that are left with less in them, by id; rows: keys of the points; meetings: ISO dates; decisions: how
    many; left: how many points from before the day stay because they are open."""

    events: tuple[str, ...] = ()
    instead: tuple[tuple[str, Event], ...] = ()
    rows: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    decisions: int = 0
    left: int = 0


def plan_purge(events: Sequence[Event], register: Register, *, before: str) -> Purge:
    """What is to be taken out: points that came up before the day, are over, and of which nothing was said since; decisions, people and points of
    agendas of earlier meetings; earlier readings of their files. Open points stay, with the words that they rest on. before: ISO date."""
    log = read_log(events, council=register.council)
    over = [item for item in register.items if item.opened.meeting < before and item.status not in _AWAKE and _last_told(item) < before]
    left = [item for item in register.items if item.opened.meeting < before and item.key not in {gone.key for gone in over}]
    rows = {item.key for item in over}
    kept_words = {quote for item in register.items if item.key not in rows for line in item.events for quote in line.quotes}
    standing = {reading.id: reading for reading in log.current()}
    sources = {text_of(reading.event.data, "facts_of") or reading.id for reading in standing.values()}
    gone: list[str] = []
    instead: list[tuple[str, Event]] = []
    for event in log.events:
        day = (event.meeting or "")[:10]
        if event.type in FACTS and day and day < before:
            stays = text_of(event.data, "reading") in sources and _is_needed(event, rows=rows, words=kept_words, before=before)
            gone += [] if stays else [event.id]
        elif event.type is EventType.READ and day and day < before:
            if event.id in standing or event.id in {head.id for head in log.heads.values()} or event.id in sources:
                instead.append((event.id, bare_reading(event)))
            else:
                gone.append(event.id)
        elif event.key in rows and event.type in (EventType.EDITED, EventType.ADDED):
            gone.append(event.id)
    decisions = sum(1 for decision in register.decisions if decision.meeting < before)
    meetings = sorted({meeting.date for meeting in register.meetings if meeting.held and meeting.date < before})
    changed = tuple((identity, event) for identity, event in instead if event != log.nodes.get(identity))
    return Purge(tuple(gone), changed, tuple(sorted(rows)), tuple(meetings), decisions, len(left))


def bare_reading(event: Event) -> Event:
    """A `read` event with nothing in it but that the meeting was held, and in which file; its `facts` tell that no reading of it says more."""
    data = {name: event.data.get(name) for name in _KEPT_OF_A_MEETING}
    return replace(event, quotes=(), data={**data, "facts": purged_mark(text_of(event.data, "date")), "items": [], "people": []})


def purged_mark(day: str | None) -> str:
    """What stands for the facts of a meeting that is forgotten."""
    return event_id(PURGED, day)


def purged_before(events: Iterable[Event]) -> str | None:
    """The ISO date before which meetings are forgotten; None where nothing was."""
    days = [
        text_of(event.data, "value") or ""
        for event in events
        if event.type is EventType.EDITED and event.data.get("field") == PURGED and event.key is None
    ]
    return max(days, default="") or None


def _last_told(item: OpenItem) -> str:
    """When something was said of a point last, by minutes or people."""
    return max(((line.meeting or line.at or "")[:10] for line in item.events), default=item.opened.meeting)


def _is_needed(event: Event, *, rows: set[str], words: set[Quote], before: str) -> bool:
    if event.type is EventType.OPENED:
        return event.key not in rows and any(quote in words for quote in event.quotes)
    if event.type is EventType.ANNOUNCED_MEETING:
        return (text_of(event.data, "date") or "") >= before
    return event.type is EventType.FOLLOWED and any(quote in words for quote in event.quotes)
