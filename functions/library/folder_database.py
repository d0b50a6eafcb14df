"""One SQLite file in or beside a folder: opened as late and as little as possible, and every failure told in words."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from functions import errors

Step = Callable[[sqlite3.Connection], None]
"""One step of the schema: from version n to n + 1."""

_SHARED_DISK_PRAGMAS = ("PRAGMA journal_mode=DELETE", "PRAGMA synchronous=FULL")
# WAL needs shared memory, which network shares and synced folders do not have: https://www.sqlite.org/wal.html#noshm
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_NOT_WRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
_DISK = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


class Database:
    """A database that is not created, written or even opened for writing before the first write.

    read_only: what is written goes to a copy in memory and is forgotten, so a dry run behaves as a run and leaves no trace.
    patience: seconds to wait for another process. Methods raise errors.Locked when it still holds the file, errors.NoAccess when the file
    cannot be used (no permission, damaged, made by a newer version, disk full).
    """

    def __init__(self, path: Path, *, steps: Sequence[Step], application: int, read_only: bool = False, patience: float = 10.0) -> None:
        """Opens nothing. steps: the schema's steps in order; application: the number that marks the file as ours."""
        self.path = path
        self.read_only = read_only
        self._steps = steps
        self._application = application
        self._patience = patience
        self._connection: sqlite3.Connection | None = None
        self._writable = False
        self._depth = 0
        self._opened = 0  # how often the file was let go of: a new connection counts the writes of others anew
        self._guard = threading.RLock()

    def read(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows; none when the database does not exist yet."""
        with self._guard, self._explained():
            connection = self._connection or self._open_for_reading()
            return [] if connection is None else connection.execute(sql, values).fetchall()

    def writes_of_others(self) -> tuple[int, int] | None:
        """A mark that is another when somebody else wrote since; None when the database does not exist yet."""
        told = self.read("PRAGMA data_version")
        return (self._opened, int(told[0][0])) if told else None

    def unwritten(self, *, within: bool = False) -> tuple[int, int, int] | None:
        """A mark that is another when anybody has written since; None where that cannot be told: there is no database yet, or a transaction may
        yet be taken back. within: asked first of all in a `writing`."""
        with self._guard:
            told = self.read("PRAGMA data_version") if self._depth == (1 if within else 0) else []
            return (self._opened, int(told[0][0]), self._connection.total_changes) if told and self._connection is not None else None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or, after an error or a crash, none. Within another `writing` it is a part of that one."""
        with self._guard, self._explained():
            connection = self._open_for_writing()
            if self._depth == 0:
                connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield connection
                if self._depth == 1:
                    connection.execute("COMMIT")
            except BaseException:
                if self._depth == 1 and connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            finally:
                self._depth -= 1

    def compact(self) -> None:
        """Write the file anew without what was taken out of it. Not within `writing`."""
        with self._guard, self._explained():
            if not self.read_only:
                self._open_for_writing().execute("VACUUM")

    def check(self) -> None:
        """Raise what would be raised later: the file is damaged, newer than this program, or not ours. Writes nothing."""
        self.read("SELECT count(*) FROM sqlite_master")

    def close(self) -> None:
        """Let go of the file; the next call opens it again."""
        with self._guard:
            if self._connection is not None:
                self._connection.close()
            self._connection, self._writable = None, False
            self._opened += 1

    def _open_for_reading(self) -> sqlite3.Connection | None:
        if not self.path.exists() or self.path.stat().st_size == 0:
            return None
        connection = self._connect(_uri(self.path, mode="ro"))
        try:
            version = self._version(connection)
        except sqlite3.OperationalError as error:
            connection.close()
            # A run was killed in the middle of a transaction: SQLite must roll it back, which a reader may not.
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
            return self._recovered()
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        return connection if version == len(self._steps) else self._open_for_writing()

    def _recovered(self) -> sqlite3.Connection:
        if not self.read_only:
            return self._open_for_writing()
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
            copy = Path(place) / "copy.db"
            shutil.copyfile(self.path, copy)
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{self.path}-journal", f"{copy}-journal")
            source = self._connect(_uri(copy, mode="rw"))
            try:
                return self._take_copy(source)
            finally:
                source.close()

    def _open_for_writing(self) -> sqlite3.Connection:
        if self._connection is not None and self._writable:
            return self._connection
        if self.read_only:
            return self._take_copy(self._connection or self._open_for_reading())
        self.close()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise not_writable(self.path.parent) from error
        connection = self._connect(_uri(self.path, mode="rwc"))
        try:
            for pragma in _SHARED_DISK_PRAGMAS:
                connection.execute(pragma).fetchall()
            self._migrate(connection)
        except BaseException:
            connection.close()
            raise
        self._connection, self._writable = connection, True
        return connection

    def _take_copy(self, source: sqlite3.Connection | None) -> sqlite3.Connection:
        if source is not None and source is self._connection and self._writable:
            return source
        memory = self._connect(":memory:")
        if source is not None:
            source.backup(memory)
        self._migrate(memory)
        self.close()
        self._connection, self._writable = memory, True
        return memory

    def _connect(self, uri: str) -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=self._patience, isolation_level=None, check_same_thread=False)

    def _version(self, connection: sqlite3.Connection) -> int:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and application != self._application:
            raise errors.NoAccess(
                f"{self.path} är en databas som ett annat program har gjort. Flytta den, eller ange en annan plats med --state MAPP."
            )
        if version > len(self._steps):
            raise errors.NoAccess(
                f"{self.path} är skriven av en nyare version av Dagordning "
                f"(format {version}, här {len(self._steps)}). Uppdatera Dagordning på den här datorn."
            )
        return int(version)

    def _migrate(self, connection: sqlite3.Connection) -> None:
        if self._version(connection) == len(self._steps):
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked again: another process may have taken the steps while we waited.
            for step in self._steps[self._version(connection) :]:
                step(connection)
            connection.execute(f"PRAGMA application_id={self._application}")
            connection.execute(f"PRAGMA user_version={len(self._steps)}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            explained = _explain(error, self.path)
            if explained is None:
                raise
            raise explained from error


def not_writable(place: Path) -> errors.NoAccess:
    """The error for a place where nothing can be written, with its remedy."""
    return errors.NoAccess(
        f"Det går inte att skriva i {place}, där Dagordning behöver spara det som är läst. Ge skrivrätt, eller ange en annan plats med --state MAPP."
    )


def _explain(error: sqlite3.DatabaseError, path: Path) -> errors.DagordningError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        return errors.Locked(f"En annan körning skriver i {path} just nu. Försök igen om en stund.")
    if code in _DAMAGED or str(error).startswith("no such "):
        return errors.NoAccess(
            f"{path} är skadad och kan inte läsas. Inget är ändrat. "
            "Lägg tillbaka en säkerhetskopia, eller flytta undan filen och läs in mappen på nytt."
        )
    if code in _NOT_WRITABLE:
        return not_writable(path)
    if code in _DISK:
        return errors.NoAccess(f"Det gick inte att läsa eller skriva {path}: disken är full eller svarar inte.")
    return None


def _uri(path: Path, *, mode: str) -> str:
    text = str(path.absolute()).replace("\\", "/") if path.drive else str(path.absolute())
    if path.drive:
        # "C:/x" → file:///C:/x; "//server/share/x" → file:////server/share/x (https://www.sqlite.org/uri.html)
        text = text if text.startswith("//") else f"/{text}"
    return f"file://{quote(text)}?mode={mode}"
