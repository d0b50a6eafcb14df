"""One reading of one file → the events to append: its facts, and last the `read` event that makes them count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from functions.following_up.facts import Fact, extract_facts, shown_title
from functions.following_up.governing import are_two_meetings
from functions.following_up.keys import assign_keys, known_rows
from functions.following_up.plain_data import plain_quotes, text_of
from functions.following_up.purging import purged_before, purged_mark
from functions.following_up.readings import Log, Reading, read_log
from functions.following_up.words import fold
from functions.languages.pack import available, load
from functions.model.events import Event, EventType, event_id
from functions.model.library import Council, LibraryFile
from functions.model.minutes import Minutes

__all__ = ["record", "withdraw"]


def record(minutes: Minutes, *, file: LibraryFile, council: Council, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events to append to the council's log for this reading of this file; none when the log already tells the same.

    events: the council's log so far. The last event is the `read` event; a crash before it leaves facts that count for nothing,
    and the next run gives the same ids again. A file that only was renamed gets a `read` event that points to its facts.
    A file that is no minutes is withdrawn, if it ever counted.
    """
    log = read_log(events, council=council.key)
    if minutes.document.kind != "minutes" or minutes.document.status not in ("read", "needs_a_look"):
        return withdraw(file, council=council, events=events, reason="not_minutes")
    facts: tuple[Fact, ...] = extract_facts(minutes)
    meeting = describe_meeting(minutes)
    digest = event_id(meeting, [(fact.type.value, fact.item, fact.data, plain_quotes(fact.quotes)) for fact in facts])
    forgotten = purged_before(log.said)
    if forgotten is not None and minutes.meeting.date is not None and minutes.meeting.date < forgotten:  # reading it again tells nothing anew
        facts, digest = (), purged_mark(minutes.meeting.date)
        meeting = {**meeting, "place": None, "chair": None, "secretary": None, "items": [], "people": []}
    head = log.heads.get(file.id)
    standing = head is not None and head.type is EventType.READ
    if standing and head is not None and text_of(head.data, "facts") == digest and head.file == file.path:
        return ()
    previous = head.id if head is not None else None
    reading = event_id(council.key, file.id, previous, digest, file.path)
    former = log.reading_before(head)
    source = None
    if former is not None and text_of(former.event.data, "facts") == digest:
        source = text_of(former.event.data, "facts_of") or former.id
    data = {
        "reading": reading,
        "previous": previous,
        "facts_of": source,
        "facts": digest,
        "file_id": file.id,
        "name": file.name,
        "fingerprint": minutes.document.fingerprint,
        "reader": minutes.document.reader,
        **meeting,
    }
    date = minutes.meeting.date
    commit = Event(reading, council.key, EventType.READ, meeting=date, file=file.path, data=data)
    if source is not None:
        return (commit,)
    keys = _keys(facts, log=log, this=Reading(commit), council=council)
    return (*_fact_events(facts, keys=keys, commit=commit), commit)


def withdraw(file: LibraryFile, *, council: Council, events: Sequence[Event], reason: str) -> tuple[Event, ...]:
    """The event that takes a file's facts back; none when they already are, or never counted.

    reason: "deleted" (what it told stays true unless another version of the meeting is there), "other_council" or "not_minutes".
    """
    log = read_log(events, council=council.key)
    head = log.heads.get(file.id)
    if head is None or (head.type is EventType.WITHDRAWN and reason in ("deleted", text_of(head.data, "reason"))):
        return ()
    data = {"file_id": file.id, "previous": head.id, "reason": reason}
    return (
        Event(
            event_id(council.key, file.id, head.id, reason),
            council.key,
            EventType.WITHDRAWN,
            meeting=head.meeting,
            file=file.path,
            by="program",
            data=data,
        ),
    )


def describe_meeting(minutes: Minutes) -> dict[str, Any]:
    """The meeting's own facts as the `read` event holds them; nobody's reason for absence, no affiliation."""
    meeting = minutes.meeting
    hidden = {field for field, quotes in meeting.quotes.items() if any(quote.text is None for quote in quotes)}
    facts = {name: None if name in hidden else getattr(meeting, name) for name in ("date", "start", "end", "place", "chair", "secretary")}
    return {
        **facts,
        "online": meeting.online,
        "state": meeting.state,
        "items": [
            [item.number, shown_title(item), item.start, item.end, list(item.presenters), plain_quotes(item.quotes), _links(minutes, item.ref)]
            for item in minutes.items
        ],
        "people": [[person.name, person.role, person.initials, person.attendance] for person in minutes.people],
        "approves_previous": approves_previous(minutes),
    }


def _links(minutes: Minutes, item: str) -> list[list[str | None]]:
    """What an item links to, as [text, address]; nothing whose words must stay in the file."""
    return [[link.text, link.href] for link in minutes.links if link.item == item and all(quote.text is not None for quote in link.quotes)]


def approves_previous(minutes: Minutes) -> bool:
    """Whether these minutes approve the previous ones ("godkänns och läggs till handlingarna" at their point)."""
    language = minutes.document.language or "sv"
    pack = load(language if language in available() else "sv")
    titles = {item.ref: item.title for item in minutes.items}
    for decision in minutes.decisions:
        said = fold(decision.text)
        about = fold(f"{titles.get(decision.item or '', '')} {decision.text}")
        if (
            decision.quotes
            and decision.decided_by is None
            and _holds(about, (*pack.words("items", "previous"), *pack.words("items", "minutes_of")))
            and _holds(said, pack.words("following_up", "approves"))
            and not _holds(said, pack.words("following_up", "not_approves"))
        ):
            return True
    return False


def _holds(text: str, phrases: Iterable[str]) -> bool:
    return any(fold(phrase) in text for phrase in phrases)


def _keys(facts: Sequence[Fact], *, log: Log, this: Reading, council: Council) -> dict[int, str]:
    """Keys for a reading: first those of the file's own former readings, then those of the meeting's other files."""
    current = log.current()
    others = [reading for reading in log.committed.values() if reading.file_id != this.file_id]
    same_day = [reading for reading in others if this.date is not None and reading.date == this.date]
    versions = [reading for reading in same_day if not are_two_meetings(reading, this)]
    own = [reading for reading in log.committed.values() if reading.file_id == this.file_id and reading.date is not None]
    same = {reading.id for reading in versions}
    elsewhere = [reading for reading in current if reading.file_id != this.file_id and reading.id not in same and reading.date is not None]
    taken = frozenset(event.key for reading in elsewhere for event in reading.of(EventType.OPENED) if event.key)
    standing = {reading.id for reading in current}
    ranked = sorted(versions, key=lambda reading: reading.id not in standing)
    return assign_keys(facts, council=council.key, meeting=this.date, known=known_rows([*reversed(own), *ranked]), taken=taken)


def _fact_events(facts: Sequence[Fact], *, keys: dict[int, str], commit: Event) -> Iterable[Event]:
    rows = {action: keys[place] for place, fact in enumerate(facts) for action in fact.actions}
    for place, fact in enumerate(facts):
        data = {"reading": commit.id, **fact.data}
        if fact.type is EventType.DECIDED:
            data["actions"] = [rows[action] for action in fact.data["actions"] if action in rows]
        yield Event(
            event_id(commit.id, place),
            commit.council,
            fact.type,
            key=keys.get(place),
            meeting=commit.meeting,
            item=fact.item,
            file=commit.file,
            quotes=fact.quotes,
            data=data,
        )
