"""What is taken out of a folder's database for good: the only place where the log, which else only grows, is changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from functions.library.event_json import to_text, write_event
from functions.library.folder_database import Database
from functions.model.events import Event
from functions.model.rewriting import Rewriting, rewritten

_TEXTS = (
    ("events", ("seq",), "event"),
    ("cells", ("file", "name"), "value"),
    ("list_cells", ("list", "key", "name"), "value"),
    ("list_bases", ("list", "key", "name"), "value"),
    ("councils", ("key",), "settings"),
)
"""Every column of the library's that holds words of minutes or people as JSON: table, its key, the column."""


def rewrite(database: Database, change: Rewriting) -> None:
    """Put what `change` makes of it in the place of every stored value, all or nothing. Freed pages are overwritten."""
    with database.writing() as connection:
        connection.execute("PRAGMA secure_delete=ON").fetchall()
        for table, keys, column in _TEXTS:
            told = connection.execute(f"SELECT {', '.join(keys)}, {column} FROM {table}").fetchall()
            found = [(new, *key) for *key, text in told if (new := rewritten(text, change, write=to_text)) != text]
            where = " AND ".join(f"{key} = ?" for key in keys)
            connection.executemany(f"UPDATE {table} SET {column} = ? WHERE {where}", found)


def erase(
    database: Database, *, events: Collection[str], instead: Mapping[str, Event], add: Sequence[Event], rows: Mapping[str, Collection[str]]
) -> None:
    """Take events out of the log (by id), put others in the place of some, add some, and take rows out of lists (keys by list): all or nothing."""
    with database.writing() as connection:
        connection.execute("PRAGMA secure_delete=ON").fetchall()
        connection.executemany("DELETE FROM events WHERE id = ?", [(identity,) for identity in events])
        connection.executemany("UPDATE events SET event = ? WHERE id = ?", [(write_event(event), identity) for identity, event in instead.items()])
        connection.executemany(
            "INSERT OR IGNORE INTO events (id, council, event) VALUES (?, ?, ?)", [(event.id, event.council, write_event(event)) for event in add]
        )
        for name, keys in rows.items():
            for table in ("list_rows", "list_cells", "list_bases", "deleted_rows"):
                connection.executemany(f"DELETE FROM {table} WHERE list = ? AND key = ?", [(name, key) for key in keys])
