"""Two rows that a person said are one: the one goes into the other, with its story."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from functions.following_up.plain_data import text_of
from functions.following_up.rows import Row
from functions.model.events import Event, EventType
from functions.model.register import RowStatus

MERGED = "merged_into"
_SETTLED = (RowStatus.DONE, RowStatus.DROPPED, RowStatus.SEEMS_DONE, RowStatus.PART_DONE)


def merged_keys(events: Iterable[Event], *, rows: Collection[str], aliases: Mapping[str, str]) -> dict[str, str]:
    """The rows that people put together: key → the key it went into; a pair that would go round in a circle counts once.

    rows: the keys that there are now: what went into a row that no file tells of any more stands by itself.
    """
    found: dict[str, str] = dict(aliases)
    edits = [event for event in events if event.type is EventType.EDITED and event.key and event.data.get("field") == MERGED]
    for event in sorted(edits, key=lambda event: event.at or ""):
        one, other = (_standing(key, aliases=found, rows=rows) for key in (event.key or "", text_of(event.data, "value") or ""))
        if one is not None and other is not None and one != other:
            found[one] = other
    return found


def _standing(key: str, *, aliases: Mapping[str, str], rows: Collection[str]) -> str | None:
    """The last row that there is on the way from a key to what it turned out to be."""
    seen: set[str] = set()
    last = None
    while key not in seen:
        seen.add(key)
        last = key if key in rows else last
        key = aliases.get(key, key)
    return last


def merge_rows(rows: Mapping[str, Row], *, aliases: Mapping[str, str], said: Mapping[str, frozenset[str]]) -> dict[str, Row]:
    """The rows with those that went into another one added to it: their owners, their words and their story. When one of them is done, it is.

    said: by field (status, owner) the keys of the rows of which a person has set it, which stands.
    """
    kept = dict(rows)
    for key in sorted(rows):
        into = _standing(key, aliases=aliases, rows=kept)
        if into is not None and into != key and key in kept:
            row = kept[into]
            joined = _join(row, kept.pop(key))
            joined = replace(joined, status=row.status, closed=row.closed) if into in said["status"] else joined
            kept[into] = replace(joined, owners=row.owners) if into in said["owner"] else joined
    return kept


def _join(row: Row, other: Row) -> Row:
    history = sorted([*row.history, *other.history], key=lambda line: line.meeting or (line.at or "")[:10])
    told = max((row, other), key=lambda one: one.touched if one.status in _SETTLED else "")
    return replace(
        row,
        owners=row.owners + tuple(owner for owner in other.owners if owner not in row.owners),
        due=row.due or other.due,
        status=told.status if told.status in _SETTLED else row.status if row.status is RowStatus.OPEN else other.status,
        closed=told.closed,
        opened=min(row.opened, other.opened, key=lambda origin: origin.meeting),
        quotes=row.quotes + tuple(quote for quote in other.quotes if quote not in row.quotes),
        history=tuple(history),
        touched=max(row.touched, other.touched),
        times_postponed=max(row.times_postponed, other.times_postponed),
    )
