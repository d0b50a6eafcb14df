"""Looks where no notice told us to: every ten minutes for changes and forgotten files, once a night at everything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from functions.jobs.office import FILES_TO_READ, LIBRARY_CHANGES, Office, pending_files
from functions.jobs.processing import ask_for_draft

SWEEPS = "sweeps"
"""The book of sweeps in `State.notes`: when the last whole comparison was asked for."""

FORGOTTEN = timedelta(minutes=10)
"""How long after a file was due its message counts as lost."""

MOST = 100
"""Forgotten files that one sweep leaves word for, the oldest first: while a large library is read for the first time most of them only wait their
turn, and word for each of them every ten minutes would keep everything else waiting for hours."""

NIGHT = 3
"""The hour (local) after which the day's whole comparison is asked for."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep asked for. full: a comparison of the whole library; files: forgotten ones; councils: whose drafts are looked at."""

    full: bool
    files: int
    councils: int


def sweep_libraries(office: Office) -> Swept:
    """Leave word for everything that may have been missed. It reads only the state, so it is quick and can run at any time."""
    now = office.clock()
    state = office.place.state
    today = now.date().isoformat()
    full = now.hour >= NIGHT and state.notes(SWEEPS).get("full") != today
    office.queues.send(LIBRARY_CHANGES, {"full": full})
    waiting = sorted(pending_files(office).items(), key=lambda one: (one[1].due_at, one[0]))
    late = [file for file, entry in waiting if now - entry.due_at > FORGOTTEN][:MOST]
    for file in late:
        office.queues.send(FILES_TO_READ, {"file": file})
    councils = 0
    if full:
        office.library.begin()
        for council in office.place.library.councils():
            ask_for_draft(office, council.key)
            councils += 1
        state.store_notes(SWEEPS, {"full": today})
    return Swept(full, len(late), councils)
