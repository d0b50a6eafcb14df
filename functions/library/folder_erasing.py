"""What is taken out of a folder's database for good: the only place where the log, which else only grows, is changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from functions.library.event_json import to_text, write_event
from functions.library.folder_database import Database
from functions.model.events import Event

_TEXTS = (
    ("events", ("seq",), "event"),
    ("cells", ("file", "name"), "value"),
    ("list_cells", ("list", "key", "name"), "value"),
    ("list_bases", ("list", "key", "name"), "value"),
    ("base_values", ("file",), "base"),
    ("processed", ("file",), "outcome"),
    ("parked", ("file",), "entry"),
    ("councils", ("key",), "settings"),
)
"""Every column that holds words of minutes or people as JSON: table, its key, the column. The notes hold JSON as text and come beside."""

Change = Callable[[Any], Any]
"""From a plain JSON value to what shall stand in its place."""


def rewrite(database: Database, change: Change) -> int:
    """Put what `change` makes of it in the place of every stored value, all or nothing; how many were changed. Freed pages are overwritten."""
    with database.writing() as connection:
        connection.execute("PRAGMA secure_delete=ON").fetchall()
        changed = 0
        for table, keys, column in (*_TEXTS, ("notes", ("book", "key"), "text")):
            found = []
            for *key, told in connection.execute(f"SELECT {', '.join(keys)}, {column} FROM {table}").fetchall():
                value = _value(told)
                new = change(value)
                if new != value:
                    found.append((to_text(new) if not isinstance(value, str) or table != "notes" else new, *key))
            where = " AND ".join(f"{key} = ?" for key in keys)
            connection.executemany(f"UPDATE {table} SET {column} = ? WHERE {where}", found)
            changed += len(found)
    return changed


def erase(
    database: Database, *, events: Sequence[str], instead: Mapping[str, Event], add: Sequence[Event], rows: Mapping[str, Sequence[str]]
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


def _value(told: str) -> Any:
    try:
        return json.loads(told)
    except ValueError:  # a note that is plain text
        return told
