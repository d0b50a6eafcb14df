"""A state in memory: the hand-written fake behind the state port."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict

from functions import errors
from functions.model.rewriting import Rewriting, rewritten
from functions.state.port import PLACES, BaseValues, Parked, Processed


class MemoryState:
    """Remembers until it is thrown away. held: names of leases that another run is said to hold."""

    def __init__(self) -> None:
        self.held: set[str] = set()
        self._cursors: dict[str, str] = {}
        self._base: dict[str, BaseValues] = {}
        self._processed: dict[str, Processed] = {}
        self._parked: dict[str, Parked] = {}
        self._notes: dict[str, dict[str, str]] = {}

    def cursor(self, library: str) -> str | None:
        return self._cursors.get(library)

    def store_cursor(self, library: str, cursor: str) -> None:
        self._cursors[library] = cursor

    @contextmanager
    def lease(self, name: str) -> Iterator[None]:
        if name in self.held:
            raise errors.Locked("En annan körning arbetar redan i mappen.")
        self.held.add(name)
        try:
            yield
        finally:
            self.held.discard(name)

    def base_values(self, file: str) -> BaseValues:
        return self._base.get(file, BaseValues())

    def store_base_values(self, file: str, base: BaseValues) -> None:
        self._base[file] = BaseValues(dict(base.last), {name: tuple(values)[-10:] for name, values in base.earlier.items()})

    def processed(self, file: str) -> Processed | None:
        return self._processed.get(file)

    def store_processed(self, file: str, outcome: Processed) -> None:
        self._processed[file] = outcome

    def forget(self, file: str) -> None:
        for held in (self._base, self._processed, self._parked):
            held.pop(file, None)

    def parked(self) -> tuple[Parked, ...]:
        return tuple(sorted(self._parked.values(), key=lambda entry: (entry.path, entry.file)))

    def park(self, entry: Parked) -> None:
        self._parked[entry.file] = entry

    def unpark(self, file: str) -> None:
        self._parked.pop(file, None)

    def notes(self, name: str) -> Mapping[str, str]:
        return dict(sorted(self._notes.get(name, {}).items()))

    def store_notes(self, name: str, changes: Mapping[str, str | None]) -> None:
        book = self._notes.setdefault(name, {})
        for key, text in changes.items():
            if text is None:
                book.pop(key, None)
            else:
                book[key] = text

    def rewrite(self, change: Rewriting, *, but: Collection[str] = ()) -> None:
        for file, base in self._base.items():
            if file not in but:
                self._base[file] = BaseValues(change(dict(base.last)), {name: tuple(change(list(old))) for name, old in base.earlier.items()})
        self._processed = {file: Processed(**change(asdict(outcome))) for file, outcome in self._processed.items()}
        self._parked = {file: Parked(**change(asdict(entry))) for file, entry in self._parked.items()}
        for name, book in self._notes.items():
            if not name.startswith(PLACES):
                self._notes[name] = {key: rewritten(text, change, write=json.dumps) for key, text in book.items()}
