"""The rows of a folder's lists, as tables: what we wrote last stands beside each cell, so that a person's change is told from ours and left alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from functions.library.event_json import to_text, to_value
from functions.library.folder_database import Database
from functions.model.library import ColumnValue, ListRow

_EMPTY = to_text(None)
_Cell = tuple[str, str]  # key, column


class FolderRows:
    """The tables of rows, their bases, and who touched what."""

    def __init__(self, database: Database) -> None:
        """Reads and writes nothing yet."""
        self._database = database

    def rows(self, name: str) -> tuple[ListRow, ...]:
        """See Library.rows."""
        cells = self._cells("list_cells", name)
        bases = self._cells("list_bases", name)
        told = self._database.read("SELECT key, etag, editor FROM list_rows WHERE list = ? ORDER BY key", (name,))
        return tuple(ListRow(key, cells.get(key, {}), str(etag), editor, bases.get(key)) for key, etag, editor in told)

    def project_rows(self, name: str, rows: Sequence[ListRow]) -> int:
        """See Library.project_lists, for one list."""
        wanted = {(row.key, column): to_text(value) for row in rows for column, value in row.values.items()}
        keys = list(dict.fromkeys(row.key for row in rows))
        mark = self._database.unwritten()
        work = self._work(name, keys, wanted)
        if not any(work):
            return 0
        with self._database.writing() as connection:
            if mark is None or self._database.unwritten(within=True) != mark:  # somebody wrote meanwhile
                work = self._work(name, keys, wanted)
            new, differing, bases = work
            touched = sorted({*new, *(key for key, _ in differing)})
            self._write(connection, name, differing, touched=touched, editor=None)
            self._remember(connection, name, bases)
        return len(differing)

    def set_row(self, name: str, key: str, values: Mapping[str, ColumnValue], *, editor: str) -> None:
        """A person's edit of a row, or a row that a person adds. The next `changes` tells of it."""
        with self._database.writing() as connection:
            wanted = {(key, column): to_text(value) for column, value in values.items()}
            differing = self._differing("list_cells", name, wanted)
            if differing or self._missing(name, [key]):
                self._write(connection, name, differing, touched=[key], editor=editor)
                connection.execute("DELETE FROM deleted_rows WHERE list = ? AND key = ?", (name, key))
                connection.execute("INSERT INTO row_edits (list, key) VALUES (?, ?)", (name, key))

    def delete_row(self, name: str, key: str) -> bool:
        """A person deletes a row; whether there was one. The next `changes` tells of it."""
        with self._database.writing() as connection:
            if self._missing(name, [key]):
                return False
            self._drop(connection, name, key)
            connection.execute("INSERT OR REPLACE INTO deleted_rows VALUES (?, ?)", (name, key))
            connection.execute("INSERT INTO row_edits (list, key) VALUES (?, ?)", (name, key))
        return True

    def adopt_row(self, name: str, temporary: str, key: str) -> None:
        """See Library.adopt_row."""
        if temporary == key or self._missing(name, [temporary]):
            return
        with self._database.writing() as connection:
            if not self._missing(name, [key]):
                self._drop(connection, name, temporary)
                return
            for table in ("list_rows", "list_cells", "list_bases"):
                connection.execute(f"UPDATE {table} SET key = ? WHERE list = ? AND key = ?", (key, name, temporary))
            connection.execute("DELETE FROM deleted_rows WHERE list = ? AND key = ?", (name, key))

    def row_edits(self, *, since: int) -> list[tuple[int, str, str]]:
        """The last edit of each row that people touched after number `since`, as number, list and key, oldest first."""
        return [
            (int(seq), name, key)
            for seq, name, key in self._database.read(
                "SELECT max(seq), list, key FROM row_edits WHERE seq > ? GROUP BY list, key ORDER BY 1", (since,)
            )
        ]

    def _work(self, name: str, keys: Sequence[str], wanted: Mapping[_Cell, str]) -> tuple[set[str], dict[_Cell, str], dict[_Cell, str]]:
        """What is to be done: the keys of new rows, the cells to write, and the bases to remember. People's rows that are gone stay so."""
        gone = self._in("deleted_rows", name, keys)
        allowed = {cell: value for cell, value in wanted.items() if cell[0] not in gone}
        cells, bases = self._standing("list_cells", name, keys), self._standing("list_bases", name, keys)
        theirs = {cell for cell, value in allowed.items() if cells.get(cell, _EMPTY) not in (value, bases.get(cell, _EMPTY))}
        ours = {cell: value for cell, value in allowed.items() if cell not in theirs}
        differing = {cell: value for cell, value in ours.items() if cells.get(cell, _EMPTY) != value}
        remembered = {cell: value for cell, value in ours.items() if bases.get(cell) != value}
        return self._missing(name, keys) - gone, differing, remembered

    def _cells(self, table: str, name: str) -> dict[str, dict[str, ColumnValue]]:
        found: dict[str, dict[str, ColumnValue]] = {}
        for key, column, value in self._database.read(f"SELECT key, name, value FROM {table} WHERE list = ? ORDER BY key, name", (name,)):
            found.setdefault(key, {})[column] = to_value(value)
        return found

    def _standing(self, table: str, name: str, keys: Iterable[str]) -> dict[_Cell, str]:
        asked = json.dumps(sorted(set(keys)))
        statement = f"SELECT key, name, value FROM {table} WHERE list = ? AND key IN (SELECT value FROM json_each(?))"
        return {(key, column): value for key, column, value in self._database.read(statement, (name, asked))}

    def _differing(self, table: str, name: str, wanted: Mapping[_Cell, str]) -> dict[_Cell, str]:
        there = self._standing(table, name, [key for key, _ in wanted])
        return {cell: value for cell, value in wanted.items() if there.get(cell, _EMPTY) != value}

    def _missing(self, name: str, keys: Sequence[str]) -> set[str]:
        return set(keys) - self._in("list_rows", name, keys)

    def _in(self, table: str, name: str, keys: Sequence[str]) -> set[str]:
        statement = f"SELECT key FROM {table} WHERE list = ? AND key IN (SELECT value FROM json_each(?))"
        return {key for (key,) in self._database.read(statement, (name, json.dumps(list(keys))))}

    @staticmethod
    def _write(connection: sqlite3.Connection, name: str, cells: Mapping[_Cell, str], *, touched: Sequence[str], editor: str | None) -> None:
        upsert = "INSERT INTO list_rows VALUES (?, ?, 1, ?) ON CONFLICT (list, key) DO UPDATE SET etag = etag + 1, editor = excluded.editor"
        connection.executemany(upsert, [(name, key, editor) for key in touched])
        connection.executemany("INSERT OR REPLACE INTO list_cells VALUES (?, ?, ?, ?)", [(name, *cell, value) for cell, value in cells.items()])

    @staticmethod
    def _remember(connection: sqlite3.Connection, name: str, bases: Mapping[_Cell, str]) -> None:
        connection.executemany("INSERT OR REPLACE INTO list_bases VALUES (?, ?, ?, ?)", [(name, *cell, value) for cell, value in bases.items()])

    @staticmethod
    def _drop(connection: sqlite3.Connection, name: str, key: str) -> None:
        for table in ("list_rows", "list_cells", "list_bases"):
            connection.execute(f"DELETE FROM {table} WHERE list = ? AND key = ?", (name, key))
