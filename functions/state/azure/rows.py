"""One partition of our table: rows by any text as key, read seldom, written only when they differ and nobody else wrote in between."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from azure.core import MatchConditions
from azure.core.exceptions import HttpResponseError, ResourceExistsError, ResourceModifiedError, ResourceNotFoundError
from azure.data.tables import TableClient, TableTransactionError, UpdateMode
from azure.storage.blob import ContainerClient

from functions import errors
from functions.state.azure.keys import key_of
from functions.state.azure.leases import make_container

_LARGEST = 60_000
"""Bytes of a text in UTF-16 that stand in the row; a property of a table holds 64 KiB at most. What is larger is a blob of its own."""

_ASIDE = "_blob"  # the ending of the property that names the blob instead
_BATCH, _BATCH_BYTES = 100, 3_000_000  # Azure: 100 rows and 4 MiB in one transaction
_POINTS = 3  # rows that are read one by one before the whole partition is


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in the table. texts: by property, only those that are set; etag: changes with every write."""

    texts: Mapping[str, str]
    etag: str
    aside: tuple[str, ...] = ()


class Rows:
    """A partition, with what was read of it until `forget`. A row that another run wrote since we read it raises errors.Conflict when we write it."""

    def __init__(self, table: TableClient, container: ContainerClient, partition: str, *, key: str | None = None) -> None:
        """Reads nothing yet. partition: its name; key: as it stands in the table, instead of a name."""
        self._table = table
        self._container = container
        self._partition = key_of(partition) if key is None else key
        self._known: dict[str, Row | None] = {}
        self._whole = False

    def forget(self) -> None:
        """Read anew from now on."""
        self._known, self._whole = {}, False

    def knows(self, key: str) -> bool:
        """Whether that row was read, or is known to be missing."""
        return self._whole or key in self._known

    def one(self, key: str) -> Row | None:
        """The row; None when there is none. After a few of them the whole partition is read at once."""
        if not self.knows(key):
            if len(self._known) >= _POINTS:
                self.all()
            else:
                self._known[key] = self._fetch(key)
        return self._known.get(key)

    def all(self) -> Mapping[str, Row]:
        """All rows by key, in order."""
        if not self._whole:
            try:
                found = list(self._table.query_entities("PartitionKey eq @p", parameters={"p": self._partition}))
            except ResourceNotFoundError:
                found = []
            self._known = {str(entity["name"]): self._row(entity) for entity in found}
            self._whole = True
        return {key: row for key, row in sorted(self._known.items()) if row is not None}

    def write(self, changes: Mapping[str, Mapping[str, str] | None], *, blindly: bool = False) -> None:
        """Make these rows hold these texts and no others; None removes one. A batch of a hundred is written whole or not at all.

        blindly: over whatever stands there, without a look (one row only). Raises errors.Conflict when another run wrote in between.
        """
        before = {} if blindly else {key: self.one(key) for key in changes}
        todo = {key: texts for key, texts in changes.items() if blindly or _texts(before[key]) != (dict(texts) if texts else None)}
        for part in _parts(todo, {key: self._entity(key, texts) if texts else {} for key, texts in todo.items()}):
            try:
                etags = self._send(part, before=before, blindly=blindly)
            except (ResourceExistsError, ResourceModifiedError, ResourceNotFoundError, TableTransactionError) as error:
                if not _is_conflict(error):
                    raise
                self.forget()
                raise errors.Conflict("En annan körning skrev samtidigt i tillståndet. Nytt försök görs strax.") from error
            for key, entity in part.items():
                former = before.get(key)
                row = _written(todo[key], entity, etags[key]) if entity else None
                self._known[key] = row
                self._remove_blobs(set(former.aside if former else ()) - set(row.aside if row else ()))

    def _fetch(self, key: str) -> Row | None:
        try:
            return self._row(self._table.get_entity(self._partition, key_of(key)))
        except ResourceNotFoundError:
            return None

    def _row(self, entity: Any) -> Row | None:
        texts = {name: str(value) for name, value in entity.items() if name not in ("PartitionKey", "RowKey", "name") and not name.endswith(_ASIDE)}
        aside = {name.removesuffix(_ASIDE): str(value) for name, value in entity.items() if name.endswith(_ASIDE)}
        try:
            texts |= {name: self._container.download_blob(blob, encoding="utf-8").readall() for name, blob in aside.items()}
        except ResourceNotFoundError:
            # Replaced since the row was read: its new text is elsewhere.
            return self._fetch(str(entity["name"]))
        return Row(texts, str(entity.metadata["etag"]), tuple(aside.values()))

    def _entity(self, key: str, texts: Mapping[str, str]) -> dict[str, Any]:
        entity = {"PartitionKey": self._partition, "RowKey": key_of(key), "name": key}
        for name, text in texts.items():
            if len(text.encode("utf-16-le", "surrogatepass")) > _LARGEST:
                entity[name + _ASIDE] = self._put_aside(key, text)
            else:
                entity[name] = text
        return entity

    def _put_aside(self, key: str, text: str) -> str:
        """Written before the row that names it; a crash in between, or a blind write over it, leaves a blob that nobody names, which does no harm."""
        data = text.encode("utf-8")
        name = f"values/{self._partition}/{hashlib.sha256(key.encode()).hexdigest()[:32]}/{hashlib.sha256(data).hexdigest()}"
        try:
            self._container.upload_blob(name, data, overwrite=True)
        except ResourceNotFoundError:
            make_container(self._container)
            self._container.upload_blob(name, data, overwrite=True)
        return name

    def _remove_blobs(self, names: Iterable[str]) -> None:
        for name in names:
            try:
                self._container.delete_blob(name)
            except ResourceNotFoundError:
                continue

    def _send(self, part: Mapping[str, dict[str, Any]], *, before: Mapping[str, Row | None], blindly: bool) -> dict[str, str]:
        """The new etags by key. The table is made when it is missing."""
        try:
            return self._send_once(part, before=before, blindly=blindly)
        except (ResourceNotFoundError, TableTransactionError) as error:
            if "TableNotFound" not in str(error):  # azure-data-tables 12.7.0: create_entity leaves error_code empty
                raise
        with suppress(ResourceExistsError):  # another run was first
            self._table.create_table()
        return self._send_once(part, before=before, blindly=blindly)

    def _send_once(self, part: Mapping[str, dict[str, Any]], *, before: Mapping[str, Row | None], blindly: bool) -> dict[str, str]:
        acts = [self._act(key, entity, before=before.get(key), blindly=blindly) for key, entity in part.items()]
        if len(acts) > 1:
            answers: Iterable[Any] = self._table.submit_transaction(acts)
        else:
            verb, entity, *options = acts[0]
            answers = [getattr(self._table, f"{verb}_entity")(entity, **(options[0] if options else {}))]
        return {key: str((answer or {}).get("etag", "")) for key, answer in zip(part, answers, strict=True)}

    def _act(self, key: str, entity: dict[str, Any], *, before: Row | None, blindly: bool) -> tuple[Any, ...]:
        if blindly:
            return ("upsert", entity, {"mode": UpdateMode.REPLACE}) if entity else ("delete", self._address(key))
        if before is None:
            return ("create", entity)
        condition = {"etag": before.etag, "match_condition": MatchConditions.IfNotModified}
        return ("update", entity, {"mode": UpdateMode.REPLACE, **condition}) if entity else ("delete", self._address(key), condition)

    def _address(self, key: str) -> dict[str, str]:
        return {"PartitionKey": self._partition, "RowKey": key_of(key)}


def partitions(table: TableClient, start: str) -> list[str]:
    """The partitions whose names begin so, as they stand in the table."""
    first = key_of(start)
    between = {"first": first, "last": first + "~"}  # "~" comes after every sign that stands in a key
    try:
        found = table.query_entities("PartitionKey ge @first and PartitionKey lt @last", parameters=between, select=["PartitionKey"])
        return sorted({str(entity["PartitionKey"]) for entity in found})
    except ResourceNotFoundError:
        return []


def _texts(row: Row | None) -> dict[str, str] | None:
    return dict(row.texts) if row else None


def _written(texts: Mapping[str, str] | None, entity: Mapping[str, Any], etag: str) -> Row:
    return Row(dict(texts or {}), etag, tuple(str(value) for name, value in entity.items() if name.endswith(_ASIDE)))


def _parts(todo: Iterable[str], entities: Mapping[str, dict[str, Any]]) -> Iterator[dict[str, dict[str, Any]]]:
    """The rows in batches that Azure takes in one transaction."""
    part: dict[str, dict[str, Any]] = {}
    size = 0
    for key in todo:
        # A sign takes up to six bytes in JSON ("\\u00e5").
        bytes_of_row = 1_000 + 6 * sum(len(str(value)) for value in entities[key].values())
        if part and (len(part) >= _BATCH or size + bytes_of_row > _BATCH_BYTES):
            yield part
            part, size = {}, 0
        part[key] = entities[key]
        size += bytes_of_row
    if part:
        yield part


def _is_conflict(error: HttpResponseError) -> bool:
    return error.status_code in (404, 409, 412)
