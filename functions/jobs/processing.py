"""Processes one file when it has been quiet, and tries a locked one again for a day."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from functions import errors
from functions.jobs.office import AGENDAS_TO_DRAFT, FILES_TO_READ, Office, Pending, await_file, is_handled, note, path_of, pending_files
from functions.library.watched import Hints
from functions.model.library import Change
from functions.pipeline import process, turns_of
from functions.state.port import Parked

SCHEDULE = (2, 5, 15, 60)
"""Minutes to wait after the first, second … time that a file was locked, or SharePoint did not answer; the last goes on."""

PATIENCE = timedelta(hours=26)
"""How long a locked file is tried: over a day, so that a document left open overnight is still taken."""

AT_ONCE = 20
"""Files that are looked at in one question."""

_BUSY = 20.0  # seconds until another try when another run holds the council

_log = logging.getLogger(__name__)


def take_message(office: Office, message: Mapping[str, Any]) -> str:
    """Process the file that a message names. Raises errors.BadUsage for a message that names none, so that it is parked."""
    file = message.get("file")
    if not isinstance(file, str) or not file:
        raise errors.BadUsage("The message names no file.")
    ended = process_file(office, file)
    _log.info("file %s: %s", file, ended)
    return ended


def process_file(office: Office, file: str) -> str:
    """Process the file with that id; how it ended, for the log: a status of `pipeline.Outcome`, `early`, `echo`, `busy`, `gone` or `done already`."""
    pending = pending_files(office)
    entry = pending.get(file)
    now = office.clock()
    if entry is None:
        return "done already"
    wait = (entry.due_at - now).total_seconds()
    if wait > 1:
        office.queues.send(FILES_TO_READ, {"file": file}, delay_seconds=wait)
        return "early"
    turns = turns_of(office.place)
    office.library.begin()
    try:
        change = _look(office, file, pending=pending)
        if change is None:
            _done(office, file, entry)
            return "echo"
        outcomes = process(change, office.place, turns=turns)
    except errors.Unavailable as problem:
        least = problem.seconds if isinstance(problem, errors.Throttled) else 0.0
        return _again(office, file, entry, path=path_of(office, file), reason=problem.message, now=now, least=least)
    except errors.Locked:
        await_file(office, file, delay=_BUSY, known=entry)
        return "busy"
    except errors.DagordningError as problem:
        note(office, file, replace(entry, problem=problem.message))
        raise
    outcome = outcomes[0]
    if outcome.status == "waiting":
        return _again(office, file, entry, path=outcome.file.path, reason=outcome.reason or "", now=now)
    for other in outcomes[1:]:
        if other.status == "waiting":
            await_file(office, other.file.id, delay=SCHEDULE[0] * 60)
    _done(office, file, entry)
    return outcome.status


def _look(office: Office, file: str, *, pending: Mapping[str, Pending]) -> Change | None:
    """What happened to the file, None when nothing did. Others that wait are looked at in the same question: those that only we wrote to are done."""
    others = {other: entry for other, entry in list(pending.items())[:AT_ONCE] if other != file}
    # One that was never processed cannot be our echo, and each costs SharePoint a question.
    asked = {other: entry for other, entry in others.items() if office.place.state.processed(other) is not None}
    found = {change.file.id: change for change in office.library.look(Hints(files=(file, *asked))).changes if change.file is not None}
    for other, entry in asked.items():
        change = found.get(other)
        if change is None or is_handled(change, office):
            _done(office, other, entry)
    return found.get(file)


def _again(office: Office, file: str, entry: Pending, *, path: str, reason: str, now: datetime, least: float = 0.0) -> str:
    """Another try later, after `least` seconds at the soonest; after the last one the file is parked where people see it, and only a new save or the
    nightly sweep takes it up."""
    since = datetime.fromisoformat(entry.since) if entry.since else now
    if now - since >= PATIENCE:
        office.place.state.park(
            Parked(file, path, f"{reason} Nytt försök görs i natt, eller när filen sparas igen.", "gave_up", attempts=entry.tries + 1)
        )
        note(office, file, None)
        _log.warning("file %s could not be processed for %s and is parked", file, now - since)
        return "gave up"
    delay = SCHEDULE[min(entry.tries, len(SCHEDULE) - 1)] * 60
    await_file(office, file, delay=max(delay, least), known=replace(entry, tries=entry.tries + 1, since=since.isoformat()))
    return "waiting"


def _done(office: Office, file: str, entry: Pending) -> None:
    """Take the file out of the book, unless it was touched again meanwhile."""
    if pending_files(office).get(file) == entry:
        note(office, file, None)


def ask_for_draft(office: Office, council: str) -> None:
    """Leave word that a council's agenda is to be drafted when it is due."""
    office.queues.send(AGENDAS_TO_DRAFT, {"council": council})
