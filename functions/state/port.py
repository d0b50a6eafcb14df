"""What the program remembers between runs, beside the library."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from functions.model.library import ColumnValue
from functions.model.rewriting import Rewriting


@dataclass(frozen=True, slots=True)
class BaseValues:
    """What we wrote in a file's cells: last, and before that (oldest first, at most ten), to tell a stale value of ours from a person's."""

    last: Mapping[str, ColumnValue] = field(default_factory=dict)
    earlier: Mapping[str, tuple[ColumnValue, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Processed:
    """How a file ended the last time. version: of its bytes, "" when it is not done; rules: of reader, packs and interpreter; inputs: hash of answers
    and names used; told: a mark of what the register told of it, as it was published last; restricted: it gives columns only; columns: whether they
    are written on the file; left: they are not because it is of the back-catalogue.
    """

    version: str
    rules: str
    inputs: str
    status: str
    reason: str | None = None
    council: str | None = None
    meeting: str | None = None
    settled: bool = False
    told: str = ""
    restricted: bool = False
    columns: bool = True
    left: bool = False


@dataclass(frozen=True, slots=True)
class Parked:
    """A file that could not be handled, with its reason (shown to people) and how often it was tried."""

    file: str
    path: str
    reason: str
    code: str
    attempts: int = 1


PLACES = "sharepoint-"
"""How the books of notes begin in which a library notes where things are: paths and numbers, no words of minutes or people."""


class State(Protocol):
    """Cursors, leases, base values, parked files."""

    def cursor(self, library: str) -> str | None:
        """The stored cursor of a library, None before the first run."""

    def store_cursor(self, library: str, cursor: str) -> None:
        """Store the cursor, only when it differs from what stands there."""

    def lease(self, name: str) -> AbstractContextManager[None]:
        """Hold the right to work on a library or a council. Raises errors.Locked when another run holds it."""

    def base_values(self, file: str) -> BaseValues:
        """What we wrote in the file's cells (file: LibraryFile.id)."""

    def store_base_values(self, file: str, base: BaseValues) -> None:
        """Remember what we wrote, only when it differs."""

    def processed(self, file: str) -> Processed | None:
        """How this file (LibraryFile.id) ended the last time."""

    def store_processed(self, file: str, outcome: Processed) -> None:
        """Remember how it ended, only when it differs."""

    def forget(self, file: str) -> None:
        """Forget a file that is gone."""

    def parked(self) -> tuple[Parked, ...]:
        """The parked files by path."""

    def park(self, entry: Parked) -> None:
        """Park a file; parking it again replaces the reason."""

    def unpark(self, file: str) -> None:
        """Take a file out of the parking; nothing happens when it is not there."""

    def notes(self, name: str) -> Mapping[str, str]:
        """A small book of the program's own ("files", "pending", "subscriptions" …): key → text, empty before the first note."""

    def store_notes(self, name: str, changes: Mapping[str, str | None]) -> None:
        """Write these entries of a book and no others; None takes one out. Each entry is written whole or not at all."""

    def rewrite(self, change: Rewriting, *, but: Collection[str] = ()) -> None:
        """Put what `change` makes of it in the place of every value that is kept: base values, outcomes, parked files and notes, but for what the
        library itself notes of where things are. but: files (LibraryFile.id) whose base values stay, since their cells do."""
