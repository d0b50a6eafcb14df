"""Columns, lists, the log and the councils of a folder, as tables; every write compares first, so that writing the same again writes nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from functions.library.event_json import read_event, to_text, to_value, write_event
from functions.library.folder_database import Database
from functions.model.events import Event
from functions.model.library import Columns, ColumnValue, Council, ListRow, WriteResult

PEOPLE = "Namn och initialer"
"""The list that says who "Helena" and "MG" are, with the columns Namn, Kallas, Initialer, E-post, Råd (empty: every council)."""

_EMPTY = to_text(None)


_REMEMBERED = 4_000
"""Events that are kept in memory, over all councils (one council's log is always kept)."""


@dataclass(frozen=True, slots=True)
class _Log:
    """What was read of a council's log. last: number of its last event."""

    last: int | None = None
    events: tuple[Event, ...] = ()


_NO_LOG = _Log()


class FolderLists:
    """The library's tables."""

    def __init__(self, database: Database) -> None:
        """Reads and writes nothing yet."""
        self._database = database
        self._logs: dict[str, _Log] = {}  # by council, the one asked for last at the end

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
        ((count, last),) = self._database.read("SELECT count(*), max(seq) FROM events WHERE council = ?", (council,)) or [(0, None)]
        known = self._logs.pop(council, _NO_LOG)
        # The log only grows, so what was read of it stands; another count tells that the file is another one.
        if known.last is not None:
            before = self._database.read("SELECT count(*) FROM events WHERE council = ? AND seq <= ?", (council, known.last))
            known = known if before == [(len(known.events),)] else _NO_LOG
        if count > len(known.events):
            told = self._database.read("SELECT event FROM events WHERE council = ? AND seq > ? ORDER BY seq", (council, known.last or 0))
            known = _Log(last, known.events + tuple(read_event(text) for (text,) in told))
        self._logs[council] = known
        while len(self._logs) > 1 and sum(len(log.events) for log in self._logs.values()) > _REMEMBERED:
            self._logs.pop(next(iter(self._logs)))
        return known.events

    def rows(self, name: str) -> tuple[ListRow, ...]:
        """See Library.rows."""
        cells: dict[str, dict[str, ColumnValue]] = {}
        for key, column, value in self._database.read("SELECT key, name, value FROM list_cells WHERE list = ? ORDER BY key, name", (name,)):
            cells.setdefault(key, {})[column] = to_value(value)
        told = self._database.read("SELECT key, etag, editor FROM list_rows WHERE list = ? ORDER BY key", (name,))
        return tuple(ListRow(key=key, values=cells.get(key, {}), etag=str(etag), editor=editor) for key, etag, editor in told)

    def project_rows(self, name: str, rows: Sequence[ListRow]) -> int:
        """See Library.project_rows."""
        wanted = {(row.key, column): to_text(value) for row in rows for column, value in row.values.items()}
        keys = [row.key for row in rows]
        if not self._missing(name, keys) and not self._differing_cells(name, wanted):
            return 0
        with self._database.writing():
            differing = self._differing_cells(name, wanted)
            touched = {key for key, _ in differing} | self._missing(name, keys)
            self._write_rows(name, differing, touched=sorted(touched), editor=None)
        return len(differing)

    def set_row(self, name: str, key: str, values: Mapping[str, ColumnValue], *, editor: str) -> None:
        """A person's edit of a row, or a row that a person adds. The next `changes` tells of it."""
        with self._database.writing() as connection:
            differing = self._differing_cells(name, {(key, column): to_text(value) for column, value in values.items()})
            if differing or self._missing(name, [key]):
                self._write_rows(name, differing, touched=[key], editor=editor)
                connection.execute("INSERT INTO row_edits (list, key) VALUES (?, ?)", (name, key))

    def delete_row(self, name: str, key: str) -> bool:
        """A person deletes a row; whether there was one. The next `changes` tells of it."""
        with self._database.writing() as connection:
            if self._missing(name, [key]):
                return False
            connection.execute("DELETE FROM list_cells WHERE list = ? AND key = ?", (name, key))
            connection.execute("DELETE FROM list_rows WHERE list = ? AND key = ?", (name, key))
            connection.execute("INSERT INTO row_edits (list, key) VALUES (?, ?)", (name, key))
        return True

    def row_edits(self, *, since: int) -> list[tuple[int, str, str]]:
        """The last edit of each row that people touched after number `since`, as number, list and key, oldest first."""
        return [
            (int(seq), name, key)
            for seq, name, key in self._database.read(
                "SELECT max(seq), list, key FROM row_edits WHERE seq > ? GROUP BY list, key ORDER BY 1", (since,)
            )
        ]

    def councils(self) -> tuple[Council, ...]:
        """See Library.councils."""
        return tuple(_read_council(key, json.loads(told)) for key, told in self._database.read("SELECT key, settings FROM councils ORDER BY key"))

    def put_council(self, council: Council) -> None:
        """See Library.put_council."""
        settings = {field.name: getattr(council, field.name) for field in fields(council) if field.name != "key"}
        told = to_text({**settings, "aliases": dict(council.aliases)})
        if self._database.read("SELECT settings FROM councils WHERE key = ?", (council.key,)) != [(told,)]:
            with self._database.writing() as connection:
                connection.execute("INSERT OR REPLACE INTO councils VALUES (?, ?)", (council.key, told))

    def people(self, council: str) -> dict[str, str]:
        """See Library.people. A council's own rows go before those for all; a nickname that two people share is nobody's."""
        named = next((known for known in self.councils() if known.key == council), None)
        ours = {council.casefold(), *(name.casefold() for name in (named.names if named else ()))}
        found: dict[bool, dict[str, set[str]]] = {True: {}, False: {}}
        for row in self.rows(PEOPLE):
            name, of = _text(row, "Namn"), _text(row, "Råd").casefold()
            if name and (not of or of in ours):
                for called in (_text(row, "Kallas"), _text(row, "Initialer")):
                    if called:
                        found[bool(of)].setdefault(called, set()).add(name)
        told = {**found[False], **found[True]}
        return {called: next(iter(names)) for called, names in sorted(told.items()) if len(names) == 1}

    def _differing(self, file: str, wanted: Mapping[str, str]) -> dict[str, str]:
        there = dict(self._database.read("SELECT name, value FROM cells WHERE file = ?", (file,)))
        return {name: value for name, value in wanted.items() if there.get(name, _EMPTY) != value}

    def _differing_cells(self, name: str, wanted: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
        keys = json.dumps(sorted({key for key, _ in wanted}))
        found = self._database.read(
            "SELECT key, name, value FROM list_cells WHERE list = ? AND key IN (SELECT value FROM json_each(?))", (name, keys)
        )
        there = {(key, column): value for key, column, value in found}
        return {cell: value for cell, value in wanted.items() if there.get(cell, _EMPTY) != value}

    def _missing(self, name: str, keys: Sequence[str]) -> set[str]:
        asked = json.dumps(list(keys))
        found = self._database.read("SELECT key FROM list_rows WHERE list = ? AND key IN (SELECT value FROM json_each(?))", (name, asked))
        return set(keys) - {key for (key,) in found}

    def _write_rows(self, name: str, cells: Mapping[tuple[str, str], str], *, touched: Sequence[str], editor: str | None) -> None:
        upsert = "INSERT INTO list_rows VALUES (?, ?, 1, ?) ON CONFLICT (list, key) DO UPDATE SET etag = etag + 1, editor = excluded.editor"
        with self._database.writing() as connection:
            connection.executemany(upsert, [(name, key, editor) for key in touched])
            connection.executemany("INSERT OR REPLACE INTO list_cells VALUES (?, ?, ?, ?)", [(name, *cell, value) for cell, value in cells.items()])

    def _unknown(self, events: Sequence[Event]) -> list[Event]:
        fresh = {event.id: event for event in reversed(events)}  # of two with one id the first counts
        asked = json.dumps(list(fresh))
        known = {identity for (identity,) in self._database.read("SELECT id FROM events WHERE id IN (SELECT value FROM json_each(?))", (asked,))}
        return [fresh[identity] for identity in dict.fromkeys(event.id for event in events) if identity not in known]


def _read_council(key: str, settings: dict[str, Any]) -> Council:
    known = {field.name: settings[field.name] for field in fields(Council) if field.name in settings}
    return Council(**{**known, "key": key, "names": tuple(settings["names"])})


def _text(row: ListRow, column: str) -> str:
    return str(row.values.get(column) or "").strip()
