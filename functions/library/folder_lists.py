"""Columns, the log, the councils and the people of a folder, as tables; every write compares first, so that writing the same again writes nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, cast

from functions.library.council_rows import PEOPLE, read_people
from functions.library.event_json import read_event, to_text, to_value, write_event
from functions.library.folder_database import Database
from functions.library.folder_rows import FolderRows
from functions.model.events import Event
from functions.model.library import Columns, ColumnValue, Council, WriteResult

_EMPTY = to_text(None)


_REMEMBERED = 4_000
"""Events that are kept in memory, over all councils but the one with the longest log, which is always kept."""


@dataclass(frozen=True, slots=True)
class _Log:
    """What was read of a council's log. last: number of its last event; writes: mark of what others had written by then."""

    last: int | None = None
    events: tuple[Event, ...] = ()
    writes: tuple[int, int] | None = None


_NO_LOG = _Log()


class FolderLists:
    """The library's tables."""

    def __init__(self, database: Database) -> None:
        """Reads and writes nothing yet."""
        self._database = database
        self.rows = FolderRows(database)
        self._logs: dict[str, _Log] = {}  # by council, the one asked for last at the end
        self._known: tuple[tuple[int, int, int] | None, dict[str, Any]] = (None, {})  # what was read since anybody wrote

    def columns(self, file: str) -> Columns:
        """The cells of a file (its id). A cell that was emptied is None; one that never held anything is missing."""
        told = self._database.read("SELECT name, value FROM cells WHERE file = ? ORDER BY name", (file,))
        etag = self._database.read("SELECT etag FROM etags WHERE file = ?", (file,))
        return Columns(values={name: to_value(value) for name, value in told}, etag=str(etag[0][0]) if etag else "0")

    def write_columns(self, file: str, changed: Mapping[str, ColumnValue], *, etag: str | None) -> WriteResult:
        """Write cells; etag None: a person's word, which is not asked whether it fits. CONFLICT when somebody wrote since."""
        wanted = {name: to_text(value) for name, value in changed.items()}
        if etag is not None and self.columns(file).etag != etag:
            return WriteResult.CONFLICT
        if not self._differing(file, wanted):
            return WriteResult.WRITTEN
        with self._database.writing() as connection:
            if etag is not None and self.columns(file).etag != etag:
                return WriteResult.CONFLICT
            differing = self._differing(file, wanted)
            connection.executemany("INSERT OR REPLACE INTO cells VALUES (?, ?, ?)", [(file, name, value) for name, value in differing.items()])
            connection.execute("INSERT INTO etags VALUES (?, 1) ON CONFLICT (file) DO UPDATE SET etag = etag + 1", (file,))
        return WriteResult.WRITTEN

    def append_events(self, events: Sequence[Event]) -> int:
        """See Library.append_events: all of them or, after a crash, none."""
        new = self._unknown(events)
        if not new:
            return 0
        with self._database.writing() as connection:
            new = self._unknown(events)
            told = [(event.id, event.council, write_event(event)) for event in new]
            connection.executemany("INSERT INTO events (id, council, event) VALUES (?, ?, ?)", told)
        return len(new)

    def events_of(self, council: str) -> tuple[Event, ...]:
        """See Library.events_of."""
        known = self._logs.pop(council, _NO_LOG)
        writes = self._database.writes_of_others()
        # The log only grows, so what was read of it stands; where somebody else wrote, another count tells that the file is another one.
        if known.last is not None and (writes is None or writes != known.writes):
            before = self._database.read("SELECT count(*) FROM events WHERE council = ? AND seq <= ?", (council, known.last))
            known = known if before == [(len(known.events),)] else _NO_LOG
        told = self._database.read("SELECT seq, event FROM events WHERE council = ? AND seq > ? ORDER BY seq", (council, known.last or 0))
        events = known.events + tuple(read_event(text) for _, text in told) if told else known.events
        known = _Log(told[-1][0] if told else known.last, events, writes)
        self._logs[council] = known
        self._forget_oldest()
        return known.events

    def _forget_oldest(self) -> None:
        sizes = {council: len(log.events) for council, log in self._logs.items()}
        longest = max(sizes, key=sizes.__getitem__)
        left = sum(sizes.values()) - sizes[longest]
        for council in [one for one in sizes if one != longest][:-1]:
            if left > _REMEMBERED:
                left -= sizes[council]
                del self._logs[council]

    def forget(self) -> None:
        """Read the logs anew: they were changed and did not only grow."""
        self._logs.clear()

    def councils(self) -> tuple[Council, ...]:
        """See Library.councils."""
        known = self._unwritten()
        if "councils" not in known:
            known["councils"] = self._read_councils()
        return cast(tuple[Council, ...], known["councils"])

    def _read_councils(self) -> tuple[Council, ...]:
        return tuple(_read_council(key, json.loads(told)) for key, told in self._database.read("SELECT key, settings FROM councils ORDER BY key"))

    def put_council(self, council: Council) -> None:
        """See Library.put_council."""
        settings = {field.name: getattr(council, field.name) for field in fields(council) if field.name != "key"}
        told = to_text({**settings, "aliases": dict(council.aliases)})
        if self._database.read("SELECT settings FROM councils WHERE key = ?", (council.key,)) != [(told,)]:
            with self._database.writing() as connection:
                connection.execute("INSERT OR REPLACE INTO councils VALUES (?, ?)", (council.key, told))

    def people(self, council: str) -> dict[str, str]:
        """See Library.people."""
        known = self._unwritten()
        if f"people {council}" not in known:
            named = next((one for one in self.councils() if one.key == council), None)
            known[f"people {council}"] = read_people(self.rows.rows(PEOPLE), council=council, names=named.names if named else ())
        return dict(known[f"people {council}"])

    def _unwritten(self) -> dict[str, Any]:
        """What is known of the database as it stands; empty once anybody has written, and where nobody can tell."""
        mark = self._database.unwritten()
        if mark is None or mark != self._known[0]:
            self._known = (mark, {})
        return self._known[1]

    def _differing(self, file: str, wanted: Mapping[str, str]) -> dict[str, str]:
        there = dict(self._database.read("SELECT name, value FROM cells WHERE file = ?", (file,)))
        return {name: value for name, value in wanted.items() if there.get(name, _EMPTY) != value}

    def _unknown(self, events: Sequence[Event]) -> list[Event]:
        fresh = {event.id: event for event in reversed(events)}  # of two with one id the first counts
        asked = json.dumps(list(fresh))
        known = {identity for (identity,) in self._database.read("SELECT id FROM events WHERE id IN (SELECT value FROM json_each(?))", (asked,))}
        return [fresh[identity] for identity in dict.fromkeys(event.id for event in events) if identity not in known]


def _read_council(key: str, settings: dict[str, Any]) -> Council:
    known = {field.name: settings[field.name] for field in fields(Council) if field.name in settings}
    if "quiet_weeks" in known:
        known["quiet_weeks"] = tuple(known["quiet_weeks"])
    return Council(**{**known, "key": key, "names": tuple(settings["names"])})
