"""The emulator's clock: real time with an offset, or frozen; tests turn it on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Clock:
    """Now, in UTC, never the same instant twice. Tests advance it; nobody sleeps."""

    def __init__(self, at: datetime | None = None) -> None:
        self._frozen = at
        self._offset = timedelta()
        self._last = datetime.min.replace(tzinfo=UTC)
        self._lock = threading.Lock()
        self.watchers: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """The instant, later than the one before by at least a microsecond."""
        with self._lock:
            self._last = max((self._frozen or datetime.now(UTC)) + self._offset, self._last + timedelta(microseconds=1))
            return self._last

    def advance(self, **amount: float) -> None:
        """Turn the clock on: `advance(days=61)`, `advance(minutes=5)`."""
        with self._lock:
            self._offset += timedelta(**amount)
        for watcher in self.watchers:
            watcher()

    def freeze(self, at: datetime) -> None:
        """Stop at an instant; `advance` still moves it."""
        with self._lock:
            self._frozen, self._offset, self._last = at, timedelta(), datetime.min.replace(tzinfo=UTC)


def ticks(at: datetime) -> int:
    """.NET ticks (100 ns since year 1) of an instant."""
    since = at.astimezone(UTC) - datetime(1, 1, 1, tzinfo=UTC)
    return (since.days * 86400 + since.seconds) * 10_000_000 + since.microseconds * 10


def from_ticks(count: int) -> datetime:
    """The instant of .NET ticks."""
    return datetime(1, 1, 1, tzinfo=UTC) + timedelta(microseconds=count // 10)


def stamp(at: datetime | None) -> str | None:
    """An instant as REST writes it, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else None
