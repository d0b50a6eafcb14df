"""The tables of a folder's database, one function for each step from a version to the next; steps that are out are never changed.

The state's tables stand here too, because one file has one version (`PRAGMA user_version`).
"""

from __future__ import annotations

import sqlite3

APPLICATION = 0x44676F72
"""Marks the file as ours (`PRAGMA application_id`): "Dgor"."""

_FIRST = (
    # The library: which id a path has, cells, lists, log, councils, and what we wrote into the draft folder.
    "CREATE TABLE known_files (path TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, version TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE cells (file TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (file, name)) WITHOUT ROWID",
    "CREATE TABLE etags (file TEXT PRIMARY KEY, etag INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE events (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, council TEXT NOT NULL, event TEXT NOT NULL)",
    "CREATE INDEX events_by_council ON events (council, seq)",
    "CREATE TABLE list_rows (list TEXT NOT NULL, key TEXT NOT NULL, etag INTEGER NOT NULL, editor TEXT, PRIMARY KEY (list, key)) WITHOUT ROWID",
    "CREATE TABLE list_cells (list TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,"
    " PRIMARY KEY (list, key, name)) WITHOUT ROWID",
    "CREATE TABLE row_edits (seq INTEGER PRIMARY KEY AUTOINCREMENT, list TEXT NOT NULL, key TEXT NOT NULL)",
    "CREATE TABLE councils (key TEXT PRIMARY KEY, settings TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE drafts (seq INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, sha256 TEXT NOT NULL, UNIQUE (path, sha256))",
    # The state (functions.state.sqlite).
    "CREATE TABLE cursors (library TEXT PRIMARY KEY, cursor TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE base_values (file TEXT PRIMARY KEY, base TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE processed (file TEXT PRIMARY KEY, outcome TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE parked (file TEXT PRIMARY KEY, path TEXT NOT NULL, entry TEXT NOT NULL) WITHOUT ROWID",
)


def make_first_tables(connection: sqlite3.Connection) -> None:
    """Version 0 → 1."""
    for statement in _FIRST:
        connection.execute(statement)


def make_notes(connection: sqlite3.Connection) -> None:
    """Version 1 → 2: the small books of the program's own (State.notes)."""
    connection.execute("CREATE TABLE notes (book TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (book, key)) WITHOUT ROWID")


def make_bases(connection: sqlite3.Connection) -> None:
    """Version 2 → 3: what we wrote last in the lists' cells, and which rows people deleted. Rows that we wrote last hold it already."""
    connection.execute(
        "CREATE TABLE list_bases (list TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,"
        " PRIMARY KEY (list, key, name)) WITHOUT ROWID"
    )
    connection.execute("CREATE TABLE deleted_rows (list TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (list, key)) WITHOUT ROWID")
    connection.execute(
        "INSERT INTO list_bases SELECT list, key, name, value FROM list_cells JOIN list_rows USING (list, key) WHERE list_rows.editor IS NULL"
    )


STEPS = (make_first_tables, make_notes, make_bases)
"""The steps in order; the database's version is how many of them it has taken."""
