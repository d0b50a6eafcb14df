"""Reads what was touched since the stored cursor: rows are taken in at once, files are noted to be processed when they are quiet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from functions import errors
from functions.jobs.office import LIBRARY_CHANGES, Office, await_file, explaining, is_handled, pending_files
from functions.pipeline import outdated, take_rows
from functions.publishing.schema import COUNCILS, PEOPLE

CURSOR = "sharepoint"
"""The name of the library's cursor in the state."""


BUSY = 30.0
"""Seconds until another try when another run holds the library."""


@dataclass(frozen=True, slots=True)
class Read:
    """What one look found. files: noted to be processed; rows: taken in; whole: everything was compared."""

    files: int
    rows: int
    whole: bool


def take_message(office: Office, message: Mapping[str, Any]) -> Read | None:
    """One look for a message; when another run is looking, the message comes again later, since its look may have begun before the change.

    Raises errors.Unavailable when SharePoint does not answer: the queue tries again, and the sweep every ten minutes.
    """
    try:
        with explaining(office, f"{LIBRARY_CHANGES}:library"):
            return read_changes(office, full=message.get("full") is True)
    except errors.Throttled as problem:
        office.queues.send(LIBRARY_CHANGES, dict(message), delay_seconds=problem.seconds)
        return None
    except errors.Unavailable:
        raise
    except errors.Locked:
        office.queues.send(LIBRARY_CHANGES, dict(message), delay_seconds=BUSY)
        return None


def read_changes(office: Office, *, full: bool = False) -> Read:
    """Take in what happened since the cursor. full: compare the whole library with what was processed, as after a gap.

    Files are written into the book before the cursor moves, so a crash between the two reads them again and forgets none. Raises errors.Locked
    when another run reads this library.
    """
    place, library = office.place, office.library
    with place.state.lease("library"):
        library.begin()
        since = None if full else place.state.cursor(CURSOR)
        hints = library.hints(since)
        whole = since is None or hints.gap
        rows, files = 0, list(hints.files)
        if whole or hints.rows:  # while rows are looked at anyway, so are the files
            changes = library.look(hints)
            rows = take_rows(changes, place)
            files = [change.file.id for change in changes.changes if change.file is not None and not is_handled(change, office)]
            if whole or any(title in (COUNCILS, PEOPLE) for title, _ in hints.rows):  # what files were read with may be another now
                files = list(dict.fromkeys([*files, *(change.file.id for change in outdated(place) if change.file is not None)]))
        known = pending_files(office)
        for file in files:
            await_file(office, file, delay=office.quiet, known=known.get(file))
        place.state.store_cursor(CURSOR, hints.cursor)
    return Read(len(files), rows, whole)
