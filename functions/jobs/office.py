"""What the jobs work with, and the book of files that are still to be processed: it is written before the cursor moves, so nothing is forgotten."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from functions import errors
from functions.library.watched import WatchedLibrary
from functions.model.library import Change, ChangeKind
from functions.publishing.writing import is_reread_asked, stale_cells
from functions.taking_in import is_as_read
from functions.workplace import Workplace, current_rules, was_read_there

LIBRARY_CHANGES, FILES_TO_READ, AGENDAS_TO_DRAFT = "library-changes", "files-to-read", "agendas-to-draft"
"""The queues by name; `functions.state.queues` makes them and infra/ declares them."""

PROBLEMS = "problems"
"""The book of work other than files that failed, in `State.notes`: why."""

PENDING = "pending"
"""The book of files to be processed, in `State.notes`."""


class Queues(Protocol):
    """Where jobs leave word for one another."""

    def send(self, queue: str, message: Mapping[str, Any], *, delay_seconds: float = 0) -> None:
        """Add a message, seen after the delay. It holds ids, never a document's text."""


@dataclass(frozen=True, slots=True)
class Office:
    """Everything a job may need. clock: now, with a time zone; quiet: seconds for which a file must not have changed before it is read."""

    place: Workplace
    library: WatchedLibrary
    queues: Queues
    clock: Callable[[], datetime]
    quiet: float = 30.0
    notification_url: str | None = None
    client_state: str | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """A file that is still to be processed. due, first: ISO times; tries: how often it was locked, or SharePoint did not answer; since: when that was
    first found; problem: why the last try failed, in words for people."""

    due: str
    first: str
    tries: int = 0
    since: str | None = None
    problem: str | None = None

    @property
    def due_at(self) -> datetime:
        """When it may be tried."""
        return datetime.fromisoformat(self.due)


def pending_files(office: Office) -> dict[str, Pending]:
    """What is to be processed, by file id."""
    return {file: Pending(**json.loads(told)) for file, told in office.place.state.notes(PENDING).items()}


def await_file(office: Office, file: str, *, delay: float, known: Pending | None = None) -> None:
    """Note that a file is to be processed in `delay` seconds, and leave word for it. known: what stands in the book, whose history is kept."""
    now = office.clock()
    due = (now + timedelta(seconds=delay)).isoformat()
    entry = replace(known, due=due) if known is not None else Pending(due=due, first=now.isoformat())
    note(office, file, entry)
    office.queues.send(FILES_TO_READ, {"file": file}, delay_seconds=delay)


def path_of(office: Office, file: str) -> str:
    """Where the file was at the last look; its id where nobody knows, or SharePoint cannot be asked."""
    try:
        return next((known.path for known in office.place.library.files() if known.id == file), file)
    except errors.DagordningError:
        return file


@contextmanager
def explaining(office: Office, work: str) -> Iterator[None]:
    """Keep why a piece of work failed, until it succeeds, so that it can be parked with that reason. work: `queue:council`, or `queue:library`."""
    told = office.place.state.notes(PROBLEMS).get(work)
    try:
        yield
    except errors.DagordningError as problem:
        if told != problem.message:
            office.place.state.store_notes(PROBLEMS, {work: problem.message})
        raise
    if told is not None:
        office.place.state.store_notes(PROBLEMS, {work: None})
        office.place.state.unpark(work)


def is_handled(change: Change, office: Office) -> bool:
    """Whether a file was processed as it is and where it is now, by the rules that hold now, and nobody wrote in its cells: then only our own
    writing is told. That a file is deleted is never our writing."""
    before = office.place.state.processed(change.file.id) if change.file is not None else None
    if change.file is None or before is None or change.kind in (ChangeKind.RENAMED, ChangeKind.DELETED):
        return False
    if not was_read_there(before.inputs, change.file):
        return False
    same_readers = change.restricted in (None, before.restricted)
    if not same_readers or (before.version, before.rules) != (change.version, current_rules()):
        return False
    place = office.place
    if not before.inputs:  # it could not be read, whatever people said
        return not is_reread_asked(change.file, library=place.library)
    return is_as_read(change, place) and not stale_cells(change.file, library=place.library, state=place.state)


def note(office: Office, file: str, entry: Pending | None) -> None:
    """Write a file's entry in the book; None: it is done."""
    office.place.state.store_notes(PENDING, {file: json.dumps(asdict(entry)) if entry is not None else None})
