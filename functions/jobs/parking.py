"""Parks what the queues gave up on, with its reason, where people see it."""

from __future__ import annotations

import json
import logging
from typing import Any

from functions.jobs.office import PROBLEMS, Office, note, path_of, pending_files
from functions.state.port import Parked

_log = logging.getLogger(__name__)


def park_message(office: Office, *, queue: str, body: Any, tries: int | None = None) -> str:
    """Park a message from a poison queue; the id that it is parked under. The nightly comparison takes the file up again."""
    told = body if isinstance(body, dict) else {}
    file = told.get("file")
    if file:
        identity, path = str(file), path_of(office, str(file))
        entry = pending_files(office).get(identity)
        why = entry.problem if entry is not None else None
        reason = f"{why or 'Tjänsten kunde inte behandla filen trots flera försök.'} Nytt försök görs i natt."
    else:
        identity = path = f"{queue}:{told.get('council') or 'library'}"
        why = office.place.state.notes(PROBLEMS).get(identity)
        reason = why or f"Meddelande i kön {queue} gick inte att behandla."
    office.place.state.park(Parked(identity, path, reason, "poison", attempts=tries or 1))
    if file:
        note(office, str(file), None)
    _log.error("parked %s from %s: %s", identity, queue, json.dumps({key: told[key] for key in sorted(told) if key in ("file", "council", "full")}))
    return identity
