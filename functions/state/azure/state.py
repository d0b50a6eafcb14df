"""The port `State` over Azure Tables and Blobs."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, fields
from typing import Any

from functions import errors
from functions.model.rewriting import Rewriting, rewritten
from functions.state.azure import clients, leases
from functions.state.azure.keys import key_of
from functions.state.azure.leases import HeldLease
from functions.state.azure.rows import Rows, partitions
from functions.state.port import PLACES, BaseValues, Parked, Processed

NAME = "dagordning"
"""Of the table and of the container of blobs; infra/ declares both, and they are made when they are missing."""

TABLE_ROLE = "Storage Table Data Contributor"
BLOB_ROLE = "Storage Blob Data Contributor"
_EARLIER = 10
_PLACES = key_of(f"notes:{PLACES}")


class AzureState:
    """The port `State` in a storage account.

    One partition holds what is known of files, so that a unit of work reads it once; `begin` forgets what was read. Every write is for the row as
    it was read: when another run wrote in between, errors.Conflict is raised and nothing is written. Notes are read anew at each question. Nothing
    is written under a lease that is lost. Not for several threads at once. Raises errors.NoAccess, with the role that is missing, when refused.
    """

    def __init__(self, storage: str, *, client_id: str | None = None, lease_seconds: int = leases.LENGTH, renewal: float | None = None) -> None:
        """Asks nothing yet. storage, client_id: see clients.tables; lease_seconds: 15 to 60; renewal: seconds between renewals of a lease."""
        self._storage = storage
        self._table = clients.tables(storage, client_id).get_table_client(NAME)
        self._container = clients.blobs(storage, client_id).get_container_client(NAME)
        self._lease_seconds = lease_seconds
        self._renewal = renewal
        self._held: list[HeldLease] = []
        self._cursors, self._files, self._parked = (self._rows(partition) for partition in ("cursors", "files", "parked"))
        self._books: dict[str, Rows] = {}

    def begin(self) -> None:
        """A new unit of work: what was read is forgotten."""
        self._books = {}
        for rows in (self._cursors, self._files, self._parked):
            rows.forget()

    def cursor(self, library: str) -> str | None:
        """See State.cursor."""
        with self._reading():
            row = self._cursors.one(library)
        return row.texts["text"] if row else None

    def store_cursor(self, library: str, cursor: str) -> None:
        """See State.store_cursor. Raises errors.Conflict when another run stored one since we read it."""
        self._write(self._cursors, {library: {"text": cursor}})

    def base_values(self, file: str) -> BaseValues:
        """See State.base_values; empty when we never wrote."""
        told = self._told(file, "base")
        if told is None:
            return BaseValues()
        held = json.loads(told)
        return BaseValues(last=held["last"], earlier={name: tuple(values) for name, values in held["earlier"].items()})

    def store_base_values(self, file: str, base: BaseValues) -> None:
        """See State.store_base_values; of what was written earlier the newest ten are kept."""
        earlier = {name: list(values)[-_EARLIER:] for name, values in base.earlier.items()}
        self._tell(file, "base", _text({"last": dict(base.last), "earlier": earlier}))

    def processed(self, file: str) -> Processed | None:
        """See State.processed."""
        told = self._told(file, "outcome")
        return None if told is None else Processed(**_known(Processed, json.loads(told)))

    def store_processed(self, file: str, outcome: Processed) -> None:
        """See State.store_processed."""
        self._tell(file, "outcome", _text(asdict(outcome)))

    def forget(self, file: str) -> None:
        """See State.forget: its base values, its outcome and its parking."""
        self._write(self._files, {file: None})
        self.unpark(file)

    def parked(self) -> tuple[Parked, ...]:
        """See State.parked."""
        with self._reading():
            rows = self._parked.all()
        entries = [Parked(**_known(Parked, json.loads(row.texts["text"]))) for row in rows.values()]
        return tuple(sorted(entries, key=lambda entry: (entry.path, entry.file)))

    def park(self, entry: Parked) -> None:
        """See State.park."""
        self._write(self._parked, {entry.file: {"text": _text(asdict(entry))}})

    def unpark(self, file: str) -> None:
        """See State.unpark."""
        with self._reading():
            known = file in self._parked.all()
        if known:
            self._write(self._parked, {file: None})

    def notes(self, name: str) -> Mapping[str, str]:
        """See State.notes; read anew each time."""
        book = self._book(name)
        book.forget()
        with self._reading():
            return {key: row.texts["text"] for key, row in book.all().items()}

    def store_notes(self, name: str, changes: Mapping[str, str | None]) -> None:
        """See State.store_notes; a hundred are written whole or not at all.

        An entry of a book that was read since `begin` is written when nobody changed it meanwhile, else errors.Conflict is raised; a single entry
        of a book that was not read is written over whatever stands there.
        """
        book = self._book(name)
        with self._reading():
            blindly = len(changes) == 1 and not any(book.knows(key) for key in changes)
            if len(changes) > 1:
                book.all()
        self._write(book, {key: None if text is None else {"text": text} for key, text in changes.items()}, blindly=blindly)

    def rewrite(self, change: Rewriting, *, but: Collection[str] = ()) -> None:
        """See State.rewrite. A hundred rows are written whole or not at all; after a crash the same call does the rest."""
        with self._reading():
            books = [key for key in partitions(self._table, "notes:") if not key.startswith(_PLACES)]
        for rows in (self._files, self._parked, *(Rows(self._table, self._container, "", key=key) for key in books)):
            rows.forget()
            with self._reading():
                held = {key: row.texts for key, row in rows.all().items()}
            spared = but if rows is self._files else ()
            wanted = {
                key: {name: text if name == "base" and key in spared else rewritten(text, change, write=_text) for name, text in texts.items()}
                for key, texts in held.items()
            }
            self._write(rows, {key: texts for key, texts in wanted.items() if texts != held[key]})
        self._books = {}

    @contextmanager
    def lease(self, name: str) -> Iterator[None]:
        """See State.lease. It is renewed while it is held; raises errors.Conflict at the end, and at every write, when it was lost all the same."""
        with self._reading(BLOB_ROLE):
            held = leases.take(self._container, f"leases/{key_of(name)}", length=self._lease_seconds, pause=self._renewal)
        self._held.append(held)
        try:
            yield
            self._require_leases()
        finally:
            self._held.remove(held)
            held.release()

    def _told(self, file: str, what: str) -> str | None:
        with self._reading():
            row = self._files.one(file)
        return row.texts.get(what) if row else None

    def _tell(self, file: str, what: str, text: str) -> None:
        with self._reading():
            row = self._files.one(file)
        self._write(self._files, {file: {**(row.texts if row else {}), what: text}})

    def _write(self, rows: Rows, changes: Mapping[str, Mapping[str, str] | None], *, blindly: bool = False) -> None:
        self._require_leases()
        with self._reading():
            rows.write(changes, blindly=blindly)

    def _require_leases(self) -> None:
        if any(held.lost for held in self._held):
            raise errors.Conflict("Arbetet drog ut på tiden, och en annan körning kan ha tagit över. Nytt försök görs strax.")

    def _reading(self, role: str = TABLE_ROLE) -> Any:
        return clients.told(self._storage, role=role)

    def _rows(self, partition: str) -> Rows:
        return Rows(self._table, self._container, partition)

    def _book(self, name: str) -> Rows:
        return self._books.setdefault(name, self._rows(f"notes:{name}"))


def _known(kind: type[Any], told: dict[str, Any]) -> dict[str, Any]:
    names = {field.name for field in fields(kind)}
    return {name: value for name, value in told.items() if name in names}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)
