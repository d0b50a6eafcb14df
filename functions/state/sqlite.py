"""The state beside a folder: cursors, base values, outcomes and parked files in the library's own database, and one lock for each folder."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, fields
from pathlib import Path
from typing import IO, Any, Protocol

import portalocker

from functions import errors
from functions.model.rewriting import Rewriting, rewritten
from functions.state.port import PLACES, BaseValues, Parked, Processed

_EARLIER = 10
_TEXTS = (
    ("base_values", ("file",), "base"),
    ("processed", ("file",), "outcome"),
    ("parked", ("file",), "entry"),
    ("notes", ("book", "key"), "text"),
)
"""Every column that holds words of minutes or people: table, its key, the column."""


class Connection(Protocol):
    """What is used of a sqlite3.Connection."""

    def execute(self, sql: str, values: Sequence[Any] = ..., /) -> Any:
        """Run one statement."""


class Database(Protocol):
    """What is used of functions.library.folder_database.Database, which owns the file and its schema."""

    @property
    def path(self) -> Path:
        """Where the file is, or will be."""

    @property
    def read_only(self) -> bool:
        """Whether what is written is kept in memory and forgotten."""

    def read(self, sql: str, values: Sequence[Any] = ...) -> list[tuple[Any, ...]]:
        """All rows; none when the database does not exist yet."""

    def writing(self) -> AbstractContextManager[Any]:
        """One transaction on a Connection."""


class SqliteState:
    """The port `State` over `FolderLibrary.database`.

    A lease is a lock on a file beside the database ("….lock" for "….db"), which the system lets go of when a run is killed. It holds for the
    whole folder, whatever its name: two runs never work in one folder. Within a run the same name cannot be leased twice.
    """

    def __init__(self, database: Database) -> None:
        """Reads and writes nothing yet."""
        self._database = database
        self._lock_path = database.path.with_suffix(".lock") if database.path.suffix else database.path.with_name(database.path.name + ".lock")
        self._guard = threading.Lock()
        self._leased: set[str] = set()
        self._lock: IO[bytes] | None = None

    def cursor(self, library: str) -> str | None:
        """See State.cursor."""
        return self._one("SELECT cursor FROM cursors WHERE library = ?", library)

    def store_cursor(self, library: str, cursor: str) -> None:
        """See State.store_cursor."""
        if self.cursor(library) != cursor:
            self._write("INSERT OR REPLACE INTO cursors VALUES (?, ?)", library, cursor)

    def base_values(self, file: str) -> BaseValues:
        """See State.base_values; empty when we never wrote."""
        told = self._one("SELECT base FROM base_values WHERE file = ?", file)
        if told is None:
            return BaseValues()
        held = json.loads(told)
        return BaseValues(last=held["last"], earlier={name: tuple(values) for name, values in held["earlier"].items()})

    def store_base_values(self, file: str, base: BaseValues) -> None:
        """See State.store_base_values; of what was written earlier the newest ten are kept."""
        earlier = {name: list(values)[-_EARLIER:] for name, values in base.earlier.items()}
        told = _text({"last": dict(base.last), "earlier": earlier})
        if self._one("SELECT base FROM base_values WHERE file = ?", file) != told:
            self._write("INSERT OR REPLACE INTO base_values VALUES (?, ?)", file, told)

    def processed(self, file: str) -> Processed | None:
        """See State.processed."""
        told = self._one("SELECT outcome FROM processed WHERE file = ?", file)
        return None if told is None else Processed(**_known(Processed, json.loads(told)))

    def store_processed(self, file: str, outcome: Processed) -> None:
        """See State.store_processed."""
        told = _text(asdict(outcome))
        if self._one("SELECT outcome FROM processed WHERE file = ?", file) != told:
            self._write("INSERT OR REPLACE INTO processed VALUES (?, ?)", file, told)

    def forget(self, file: str) -> None:
        """See State.forget: its base values, its outcome and its parking."""
        tables = [table for table in ("base_values", "processed", "parked") if self._database.read(f"SELECT 1 FROM {table} WHERE file = ?", (file,))]
        if tables:
            with self._database.writing() as connection:
                for table in tables:
                    connection.execute(f"DELETE FROM {table} WHERE file = ?", (file,))

    def parked(self) -> tuple[Parked, ...]:
        """See State.parked."""
        entries = [Parked(**_known(Parked, json.loads(told))) for (told,) in self._database.read("SELECT entry FROM parked")]
        return tuple(sorted(entries, key=lambda entry: (entry.path, entry.file)))

    def park(self, entry: Parked) -> None:
        """See State.park."""
        told = _text(asdict(entry))
        if self._one("SELECT entry FROM parked WHERE file = ?", entry.file) != told:
            self._write("INSERT OR REPLACE INTO parked VALUES (?, ?, ?)", entry.file, entry.path, told)

    def unpark(self, file: str) -> None:
        """See State.unpark."""
        if self._one("SELECT entry FROM parked WHERE file = ?", file) is not None:
            self._write("DELETE FROM parked WHERE file = ?", file)

    def notes(self, name: str) -> Mapping[str, str]:
        """See State.notes."""
        return dict(self._database.read("SELECT key, text FROM notes WHERE book = ? ORDER BY key", (name,)))

    def store_notes(self, name: str, changes: Mapping[str, str | None]) -> None:
        """See State.store_notes; all of it or nothing, and only what differs is written."""
        before = self.notes(name)
        changed = {key: text for key, text in changes.items() if before.get(key) != text}
        if not changed:
            return
        with self._database.writing() as connection:
            for key, text in changed.items():
                if text is None:
                    connection.execute("DELETE FROM notes WHERE book = ? AND key = ?", (name, key))
                else:
                    connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?, ?)", (name, key, text))

    def rewrite(self, change: Rewriting, *, but: Collection[str] = ()) -> None:
        """See State.rewrite: all of it or, after a crash, nothing. Freed pages are overwritten."""
        with self._database.writing() as connection:
            connection.execute("PRAGMA secure_delete=ON")
            for table, keys, column in _TEXTS:
                where = " AND ".join(f"{key} = ?" for key in keys)
                for *key, text in connection.execute(f"SELECT {', '.join(keys)}, {column} FROM {table}").fetchall():
                    spared = (table == "base_values" and key[0] in but) or (table == "notes" and key[0].startswith(PLACES))
                    new = text if spared else rewritten(text, change, write=_text)
                    if new != text:
                        connection.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (new, *key))

    @contextmanager
    def lease(self, name: str) -> Iterator[None]:
        """See State.lease. A dry run (read_only) holds nothing, because it writes nothing. Raises errors.NoAccess when there can be no lock file."""
        with self._guard:
            if name in self._leased:
                raise _busy(self._lock_path.parent)
            if not self._leased and not self._database.read_only:
                self._lock = _take_lock(self._lock_path)
            self._leased.add(name)
        try:
            yield
        finally:
            with self._guard:
                self._leased.discard(name)
                if not self._leased and self._lock is not None:
                    portalocker.unlock(self._lock)
                    self._lock.close()
                    self._lock = None

    def _one(self, sql: str, value: str) -> str | None:
        found = self._database.read(sql, (value,))
        return str(found[0][0]) if found else None

    def _write(self, sql: str, *values: str) -> None:
        with self._database.writing() as connection:
            connection.execute(sql, values)


def _take_lock(path: Path) -> IO[bytes]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Neither cuts the file nor writes to it, so its time stands still from the day it was made.
        stream = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666), "r+b", buffering=0)
    except OSError as error:
        raise errors.NoAccess(f"Det går inte att skriva i {path.parent}. Ge skrivrätt, eller ange en annan plats med --state MAPP.") from error
    try:
        portalocker.lock(stream, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
    except portalocker.exceptions.AlreadyLocked as error:
        stream.close()
        raise _busy(path.parent) from error
    except portalocker.exceptions.LockException as error:
        stream.close()
        raise errors.NoAccess(f"{path.parent} ligger på en disk som inte kan låsa filer. Ange en annan plats med --state MAPP.") from error
    return stream


def _busy(place: Path) -> errors.Locked:
    return errors.Locked(f"En annan körning arbetar redan i mappen ({place}). Vänta tills den är klar och försök igen.")


def _known(kind: type[Any], told: dict[str, Any]) -> dict[str, Any]:
    names = {field.name for field in fields(kind)}
    return {name: value for name, value in told.items() if name in names}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)
