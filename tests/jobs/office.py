"""An office for the tests: a watched library in memory, queues that are emptied by hand, and a clock that is moved."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from functions.jobs import drafting, processing, reading_changes
from functions.jobs.office import AGENDAS_TO_DRAFT, FILES_TO_READ, LIBRARY_CHANGES, Office
from functions.library.watched import Hints, Subscription
from functions.model.library import Changes
from functions.workplace import Workplace
from tests.library.awkward import AwkwardLibrary
from tests.state.memory import MemoryState

START = datetime(2026, 5, 10, 9, 0, tzinfo=UTC)


class Webhooks:
    """Subscriptions as SharePoint keeps them. refused: what creating one raises; vanish(): they are gone without a word."""

    def __init__(self) -> None:
        self.here: dict[str, Subscription] = {}
        self.states: dict[str, str] = {}
        self.refused: Exception | None = None
        self._numbers = itertools.count(1)

    def vanish(self) -> None:
        self.here.clear()

    def resources(self) -> Sequence[str]:
        return ("library", "list")

    def all(self, resource: str) -> Sequence[Subscription]:
        return [one for one in self.here.values() if one.resource == resource]

    def create(self, resource: str, *, url: str, client_state: str, expires: datetime) -> Subscription:
        if self.refused is not None:
            raise self.refused
        made = Subscription(f"sub{next(self._numbers)}", resource, url, expires)
        self.here[made.id], self.states[made.id] = made, client_state
        return made

    def renew(self, subscription: Subscription, *, expires: datetime) -> None:
        self.here[subscription.id] = Subscription(subscription.id, subscription.resource, subscription.notification_url, expires)

    def delete(self, subscription: Subscription) -> None:
        self.here.pop(subscription.id, None)


class WatchedAwkward(AwkwardLibrary):
    """The awkward library, told by hints. broken: raised at the next question."""

    def __init__(self) -> None:
        super().__init__()
        self.subscriptions = Webhooks()
        self.broken: Exception | None = None

    def hints(self, cursor: str | None) -> Hints:
        if self.broken is not None:
            broken, self.broken = self.broken, None
            raise broken
        changes = self.changes(cursor)
        files = tuple(change.file.id for change in changes.changes if change.file)
        rows = tuple((change.row[0], number) for number, change in enumerate(changes.changes) if change.row)
        self._rows = {(change.row[0], number): change for number, change in enumerate(changes.changes) if change.row}
        return Hints(files, rows, changes.cursor, changes.gap or cursor is None)

    def look(self, hints: Hints) -> Changes:
        everything = self.changes(None)
        if hints.gap:
            return everything
        found = tuple(change for change in everything.changes if change.file and change.file.id in hints.files)
        gone = tuple(
            change for change in self._log if change.file and change.file.id in hints.files and change.file.id not in self._items and not found
        )
        return Changes((*(self._rows[row] for row in hints.rows), *found, *gone[-1:]), hints.cursor)


@dataclass
class Letters:
    """The queues. sent: (when it is seen, queue, message)."""

    clock: Callable[[], datetime]
    sent: list[tuple[datetime, str, dict[str, Any]]] = field(default_factory=list)

    def send(self, queue: str, message: Mapping[str, Any], *, delay_seconds: float = 0) -> None:
        self.sent.append((self.clock() + timedelta(seconds=delay_seconds), queue, dict(message)))


class Desk:
    """An office whose time is moved. lose: queues whose messages never arrive."""

    def __init__(self) -> None:
        self.now = START
        self.library = WatchedAwkward()
        self.state = MemoryState()
        self.letters = Letters(lambda: self.now)
        self.lose: set[str] = set()
        self.ended: list[tuple[str, object]] = []

    @property
    def office(self) -> Office:
        place = Workplace(library=self.library, state=self.state, now=self.now.date(), settle_days=3)
        return Office(
            place, self.library, self.letters, lambda: self.now, quiet=30.0, notification_url="https://f.example/hook", client_state="hemligt"
        )

    def wait(self, **time: float) -> None:
        """Let time pass, and do what is due on the way."""
        end = self.now + timedelta(**time)
        while True:
            due = sorted((letter for letter in self.letters.sent if letter[0] <= end), key=lambda letter: letter[0])
            if not due:
                break
            letter = due[0]
            self.letters.sent.remove(letter)
            self.now = max(self.now, letter[0])
            self._do(letter[1], letter[2])
        self.now = end

    def notice(self) -> None:
        self.letters.send(LIBRARY_CHANGES, {"subscriptions": ["sub1"]})

    def _do(self, queue: str, message: dict[str, Any]) -> None:
        if queue in self.lose:
            return
        jobs: dict[str, Callable[[Office, dict[str, Any]], object]] = {
            LIBRARY_CHANGES: reading_changes.take_message,
            FILES_TO_READ: processing.take_message,
            AGENDAS_TO_DRAFT: drafting.take_message,
        }
        self.ended.append((queue, jobs[queue](self.office, message)))
