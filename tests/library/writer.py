"""A run that never ends, to be killed by the tests: `python -m tests.library.writer FOLDER events|half|lease`."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import time
from pathlib import Path

from functions import errors
from functions.library.folder import FolderLibrary
from functions.model.events import Event, EventType
from functions.state.sqlite import SqliteState

BATCH = 40
DRAFT = "Förslag till dagordning/a.docx"


def batch(number: int) -> list[Event]:
    return [Event(id=f"{number}-{part}", council="radet", type=EventType.OPENED, data={"batch": number, "text": "x" * 500}) for part in range(BATCH)]


def draft(number: int) -> bytes:
    return hashlib.sha256(str(number).encode()).digest() * 4000


def write_events(root: Path, start: int) -> None:
    """Batches of events and drafts, for ever."""
    library = FolderLibrary.open(root)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for number in range(start, start + 1_000_000):
        library.append_events(batch(number))
        there = library.draft(DRAFT)
        library.put_draft(DRAFT, draft(number), expected=there.sha256 if there else None)


def die_in_a_transaction(root: Path) -> None:
    """Killed with half of a transaction in the file, its journal beside it."""
    library = FolderLibrary.open(root)
    with library.database.writing() as connection:
        connection.execute("PRAGMA cache_size = 1")
        for number in range(2000):
            connection.execute("INSERT INTO events (id, council, event) VALUES (?, 'radet', ?)", (f"half-{number}", "x" * 500))
        os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)


def hold_lease(root: Path) -> None:
    """Holds the folder; says whether it got it."""
    try:
        with SqliteState(FolderLibrary.open(root).database).lease("library"):
            sys.stdout.write("ready\n")
            sys.stdout.flush()
            time.sleep(600)
    except errors.Locked as error:
        sys.stdout.write(f"{error.message}\n")


if __name__ == "__main__":
    _, place, what, *more = sys.argv
    match what:
        case "events":
            write_events(Path(place), int(more[0]))
        case "half":
            die_in_a_transaction(Path(place))
        case "lease":
            hold_lease(Path(place))
