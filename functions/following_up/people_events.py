"""What people said: edits of rows, rows of their own, answers. A person's word wins over every reading, earlier or later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from functions.following_up.keys import row_key
from functions.following_up.plain_data import date_mention_of, text_of
from functions.following_up.readings import Log, Reading, without_undone
from functions.following_up.rows import Row, open_row
from functions.following_up.words import content_words, fold
from functions.model.events import Event, EventType
from functions.model.minutes import DateMention
from functions.model.register import STILL_OPEN, Origin, RowEvent, RowKind, RowStatus

_ON_AGENDA = {"off": "off_agenda", "on": "on_agenda", "changed": "changed_on_agenda"}
_LONG_ENOUGH = 5  # content words: a shorter sentence may be somebody's real task next time


@dataclass(frozen=True, slots=True)
class Answers:
    """What people answered, for interpreting. aliases: what the council calls somebody → full name; choices: (file id, doubt id) → the
    choice, the file id "" where it holds for all files."""

    aliases: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[tuple[str, str], str] = field(default_factory=dict)


def answers_of(events: Iterable[Event]) -> Answers:
    """The answers in a council's log; the latest answer to a question counts, an empty one takes it back. One about a name is an answer to all
    of the council's files, and its file is ""."""
    if not isinstance(events, tuple):
        return _answers_of(_answering(events))
    known = next((answers for told, _, answers in _answered if told is events), None)
    if known is None:  # a log that every file of a council is held against, most often one that has grown since
        told, said, before = next((one for one in reversed(_answered) if one[0] and events[: len(one[0])] == one[0]), ((), (), Answers()))
        new = _answering(events[len(told) :])
        known = _answers_of((*said, *new)) if new else before
        _answered[:] = [*_answered[1 - _REMEMBERED :], (events, (*said, *new), known)]
    return known


_answered: list[tuple[tuple[Event, ...], tuple[Event, ...], Answers]] = []  # logs, what people said in each, and what follows
_REMEMBERED = 4


def _answering(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(event for event in events if event.type is EventType.ANSWERED or event.type is EventType.EDITED)  # an edit may take an answer back


def _answers_of(said: Sequence[Event]) -> Answers:
    aliases: dict[str, str] = {}
    choices: dict[tuple[str, str], str] = {}
    for event in _in_time([event for event in without_undone(said) if event.type is EventType.ANSWERED]):
        choice, mention = text_of(event.data, "choice"), text_of(event.data, "mention")
        doubt, file = text_of(event.data, "doubt"), text_of(event.data, "file_id")
        if doubt:
            where = "" if mention and event.council else file or ""
            choices.pop((where, doubt), None)
            if choice:
                choices[where, doubt] = choice
        if mention:
            aliases.pop(mention, None)
            if choice and event.data.get("none_of_them") is not True and not fold(choice).startswith("ingen "):
                aliases[mention] = choice
    return Answers(aliases, choices)


def answered_questions(events: Iterable[Event]) -> frozenset[str]:
    """Ids of the register's own questions that people answered."""
    return frozenset(doubt for file, doubt in answers_of(event for event in events if event.type is EventType.ANSWERED).choices if not file)


def said_of_files(events: Iterable[Event], *, field: str) -> dict[str, str]:
    """What people said of files elsewhere than in their cells (an answer, a row of a list): per file id, for `date` or `council`."""
    found: dict[str, str] = {}
    standing = without_undone(tuple(events))
    for event in _in_time([event for event in standing if event.type is EventType.EDITED and event.data.get("field") == field]):
        file, value = text_of(event.data, "file_id"), text_of(event.data, "value")
        if file:
            found.pop(file, None)
            if value:
                found[file] = value
    return found


def latest_word(events: Iterable[Event], *, file_id: str, field: str) -> Event | None:
    """The last event by which somebody said this of a file."""
    said = [event for event in events if event.type is EventType.EDITED and event.data.get("field") == field and event.data.get("file_id") == file_id]
    return _in_time(said)[-1] if said else None


def words_on_files(events: Iterable[Event]) -> tuple[dict[str, bool], dict[str, str]]:
    """What people said of files: per file id whether it governs its meeting, and the state of its minutes."""
    governs: dict[str, bool] = {}
    states: dict[str, str] = {}
    for event in _in_time([event for event in events if event.type is EventType.EDITED]):
        file, value = text_of(event.data, "file_id"), event.data.get("value")
        if file and event.data.get("field") == "governing":
            governs.pop(file, None)
            if isinstance(value, bool):
                governs[file] = value
        if file and event.data.get("field") == "state":
            states.pop(file, None)
            if isinstance(value, str):
                states[file] = value
    return governs, states


def added_rows(events: Iterable[Event]) -> tuple[Row, ...]:
    """The rows that people added, in time."""
    found = []
    for event in _in_time([event for event in events if event.type is EventType.ADDED]):
        text = text_of(event.data, "text")
        kind = _kind(event.data.get("kind"))
        if text is None or kind is None:
            continue
        day = (event.at or "")[:10] or event.meeting or ""
        due = _due(event.data.get("due"))
        if due is None and kind is RowKind.ANNOUNCED and event.meeting:
            due = DateMention(event.meeting[:10], event.meeting[:10], "day")
        key = added_key(event)
        opened = event.meeting if event.data.get("split_from") and event.meeting else day  # a part of a row is as old as the whole
        line = RowEvent("added", day or None, event.item, event.file, event.by, event.quotes, event.at)
        origin = Origin(opened, event.item, event.file, text_of(event.data, "item_title"))
        owners = _owners(event.data.get("owners"))
        found.append(Row(key, kind, text, owners, due, RowStatus.OPEN, origin, event.quotes, (line,), touched=day))
    return tuple(found)


def added_key(event: Event) -> str:
    """The key of the row that an `added` event gives."""
    return event.key or row_key(event.council, event.id)


def added_meetings(events: Iterable[Event]) -> tuple[Event, ...]:
    """The meetings that people put into the calendar."""
    return tuple(_in_time([event for event in events if event.type is EventType.ADDED and event.data.get("kind") == "meeting"]))


def words_on_meetings(events: Iterable[Event]) -> dict[str, dict[str, Any]]:
    """What people changed in the calendar: per meeting, by the date under which the lists first knew it, the field and its value.

    A meeting that a person adds anew is no longer removed.
    """
    found: dict[str, dict[str, Any]] = {}
    for event in _in_time([event for event in events if event.type in (EventType.EDITED, EventType.ADDED)]):
        if event.type is EventType.ADDED:
            if event.data.get("kind") == "meeting":
                found.get(text_of(event.data, "date") or "", {}).pop("removed", None)
        elif event.key is None and event.meeting and not event.data.get("file_id"):
            found.setdefault(event.meeting, {})[text_of(event.data, "field") or ""] = event.data.get("value")
    return found


def apply_edits(rows: Mapping[str, Row], *, log: Log, aliases: Mapping[str, str]) -> dict[str, Row]:
    """The rows with people's edits on top, and "not a task" kept for its sentence in every reading.

    A row that a person touched stays in the register even when no file tells of it any more: as it was, closed unless the person says otherwise.
    """
    edits: dict[str, list[Event]] = {}
    for event in _in_time([event for event in log.said if event.type is EventType.EDITED and event.key]):
        edits.setdefault(follow_alias(event.key or "", aliases), []).append(event)
    changed = dict(rows)
    for key, events in edits.items():
        row = changed.get(key) or _last_known(key, log=log)
        if row is not None:
            changed[key] = _edit(row, events=events)
    banned = _banned_sentences(changed, edits=edits)
    for key, row in changed.items() if banned else ():
        said = any(event.data.get("field") == "status" for event in edits.get(key, ()))
        if not said and any(fold(quote.text) in banned.get(place, ()) for quote in row.quotes if quote.text for place in (row.opened.meeting, "")):
            changed[key] = replace(row, status=RowStatus.NOT_A_TASK)
    return changed


def closed_by_people(log: Log) -> dict[str, str]:
    """When people closed rows for good: key → ISO date. What is written again after that day is something new."""
    over = {RowStatus.DONE.value, RowStatus.DROPPED.value, RowStatus.NOT_A_TASK.value}
    return {key: (event.at or "")[:10] for key, event in _status_edits(log).items() if event.at and str(event.data.get("value")) in over}


def last_statuses(log: Log) -> dict[str, str]:
    """What people last said of rows: key → status. A word that was taken back is none."""
    return {key: str(event.data.get("value")) for key, event in _status_edits(log).items()}


def _status_edits(log: Log) -> dict[str, Event]:
    """The last edit of each row's status, by key, unless it was taken back."""
    edits = [event for event in log.said if event.type is EventType.EDITED and event.data.get("field") == "status"]
    last = {event.key: event for event in _in_time(edits) if event.key}
    return {key: event for key, event in last.items() if event.data.get("release") is not True}


def edited_rows(log: Log, *, field: str, aliases: Mapping[str, str]) -> frozenset[str]:
    """Keys of the rows of which a person has set a field (status, owner), and not taken it back."""
    found: dict[str, bool] = {}
    for event in _in_time([event for event in log.said if event.type is EventType.EDITED and event.key]):
        if event.data.get("field") == field:
            found[follow_alias(event.key or "", aliases)] = event.data.get("release") is not True
    return frozenset(key for key, standing in found.items() if standing)


def _in_time(events: Sequence[Event]) -> list[Event]:
    """As people did them; at one time, as they were written."""
    return sorted(events, key=lambda event: event.at or "")


def follow_alias(key: str, aliases: Mapping[str, str]) -> str:
    """The key that a key turned out to be."""
    seen: set[str] = set()
    while key in aliases and key not in seen:
        seen.add(key)
        key = aliases[key]
    return key


def _last_known(key: str, *, log: Log) -> Row | None:
    """A row as the last reading that told of it had it, dropped; nothing of a file that fewer people may read now than the lists."""
    told: list[tuple[Reading, Event]] = [
        (reading, event)
        for reading in log.committed.values()
        for event in reading.of(EventType.OPENED)
        if event.key == key and reading.file_id not in log.restricted
    ]
    last = max(told, key=lambda one: (log.depths.get(one[0].id, 0), one[0].date or "", one[0].id), default=None)
    row = open_row(last[1], reading=last[0]) if last is not None else None
    return replace(row, status=RowStatus.DROPPED, closed=row.opened.meeting) if row is not None else None


def _edit(row: Row, *, events: Sequence[Event]) -> Row:
    latest: dict[str, Event] = {}
    history = list(row.history)
    for event in events:
        name = text_of(event.data, "field") or ""
        latest[{"owners": "owner"}.get(name, name)] = event
        kind = "merged" if name == "merged_into" else _ON_AGENDA.get(str(event.data.get("value")), "edited") if name == "agenda" else "edited"
        history.append(RowEvent(kind, None, event.item, event.file, event.by, event.quotes, event.at, _told_change(name, event)))
        row = replace(row, touched=max(row.touched, (event.at or "")[:10]))
    row = replace(row, history=tuple(history))
    for name, event in latest.items():
        if event.data.get("release") is not True:
            row = _set(row, name=name, value=event.data.get("value"), at=event.at)
    return row


def _told_change(name: str, event: Event) -> tuple[str, str | None]:
    value = None if event.data.get("release") is True else event.data.get("value")
    due = _due(value) if name == "due" else None
    shown = due.date or due.text if due is not None else ", ".join(_owners(value)) if name in ("owner", "owners") else value
    return name, str(shown) if shown not in (None, "") else None


def _set(row: Row, *, name: str, value: Any, at: str | None) -> Row:
    if name == "status":
        try:
            status = RowStatus(str(value))
        except ValueError:
            return row
        closed = None if status in STILL_OPEN else (at or "")[:10] or row.closed or row.opened.meeting
        return replace(row, status=status, closed=closed)
    if name == "removed":
        return replace(row, removed=value is True)
    if name == "owner":
        return replace(row, owners=_owners(value))
    if name == "due":
        return replace(row, due=_due(value))
    if name == "text" and isinstance(value, str) and value.strip():
        return replace(row, text=value.strip())
    kind = _kind(value) if name == "kind" else None
    return replace(row, kind=kind) if kind is not None else row


def _owners(value: object) -> tuple[str, ...]:
    parts = value.split(",") if isinstance(value, str) else value if isinstance(value, (list, tuple)) else ()
    return tuple(part.strip() for part in parts if isinstance(part, str) and part.strip())


def _due(value: object) -> DateMention | None:
    if isinstance(value, str) and value.strip():
        text = value.strip()
        return date_mention_of({"date": text, "text": text} if _is_date(text) else {"text": text})
    return date_mention_of(value)


def _is_date(text: str) -> bool:
    parts = text.split("-")
    return [len(part) for part in parts] == [4, 2, 2] and all(part.isdigit() for part in parts)


def _kind(value: object) -> RowKind | None:
    try:
        return RowKind(str(value))
    except ValueError:
        return None


def _banned_sentences(rows: Mapping[str, Row], *, edits: Mapping[str, Sequence[Event]]) -> dict[str, set[str]]:
    """Sentences that a person called no task: by meeting, and under "" those long enough to be known again anywhere."""
    banned: dict[str, set[str]] = {}
    for key, events in edits.items():
        row = rows.get(key)
        if row is None or row.status is not RowStatus.NOT_A_TASK:
            continue
        quotes = (*row.quotes, *(quote for event in events for quote in event.quotes))
        for text in {fold(quote.text) for quote in quotes if quote.text}:
            banned.setdefault(row.opened.meeting, set()).add(text)
            if len(content_words(text)) >= _LONG_ENOUGH:
                banned.setdefault("", set()).add(text)
    return banned
