"""A library in memory that does, when asked to, what real ones do now and then: the hand-written fake behind the port."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from functions import errors
from functions.library.event_json import read_event, to_text, write_event
from functions.model.events import Event
from functions.model.library import (
    Change,
    ChangeKind,
    Changes,
    Columns,
    ColumnValue,
    Council,
    Fetched,
    LibraryFile,
    ListRow,
    StoredDraft,
    Template,
    WriteResult,
)
from functions.model.rewriting import Rewriting, rewritten


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@dataclass
class _Item:
    path: str
    data: bytes
    cells: dict[str, ColumnValue] = field(default_factory=dict)
    etag: int = 0


class AwkwardLibrary:
    """Behaves, until told otherwise.

    age_cursors(): cursors given so far no longer hold (SharePoint's change log is kept 60 days). overtaken: what a person writes before our next.
    locked: ids of files whose cells cannot be written now. ignored: names of cells whose writes are said to be done and are not.
    restricted, signed: ids of files that fewer may read than the lists, and on which no column may be written.
    promoted: what comes back instead of what was written (SharePoint's own copying between a Word file's properties and its columns).
    """

    DRAFTS = "Förslag till dagordning"

    def __init__(self) -> None:
        self.locked: set[str] = set()
        self.ignored: set[str] = set()
        self.promoted: dict[str, Callable[[ColumnValue], ColumnValue]] = {}
        self.overtaken: list[tuple[str, str, ColumnValue]] = []
        self.restricted: set[str] = set()
        self.signed: set[str] = set()
        self.templates_here: list[Template] = []
        self.people_here: dict[str, dict[str, str]] = {}
        self.writes = 0
        self.begun = 0
        self._items: dict[str, _Item] = {}
        self._numbers = itertools.count(1)
        self._log: list[Change] = []
        self._oldest = 0
        self._events: dict[str, Event] = {}
        self._lists: dict[str, dict[str, ListRow]] = {}
        self._deleted: set[tuple[str, str]] = set()
        self._councils: dict[str, Council] = {}
        self._written: dict[str, list[str]] = {}

    # What people do.

    def put(self, path: str, data: bytes) -> None:
        known = self._at(path)
        if known:
            self._items[known].data = data
            self._tell(ChangeKind.CHANGED, known)
        else:
            identity = f"item{next(self._numbers)}"
            self._items[identity] = _Item(path, data)
            self._tell(ChangeKind.ADDED, identity)

    def rename(self, old: str, new: str) -> None:
        identity = self._at(old)
        assert identity
        self._items[identity].path = new
        self._tell(ChangeKind.RENAMED, identity, moved_from=old)

    def delete(self, path: str) -> None:
        identity = self._at(path)
        assert identity
        self._log.append(Change(ChangeKind.DELETED, LibraryFile(identity, path)))
        del self._items[identity]

    def set_cell(self, file: LibraryFile, name: str, value: ColumnValue) -> None:
        self._items[file.id].cells[name] = value
        self._items[file.id].etag += 1

    def set_row(self, name: str, key: str, values: Mapping[str, ColumnValue], *, editor: str) -> None:
        old = self._lists.setdefault(name, {}).get(key, ListRow(key, {}, "0"))
        self._lists[name][key] = ListRow(key, {**old.values, **values}, str(int(old.etag) + 1), editor, old.base)
        self._deleted.discard((name, key))
        self._log.append(Change(ChangeKind.ROW, row=(name, key)))

    def add_row(self, name: str, values: Mapping[str, ColumnValue], *, editor: str) -> str:
        key = f"new:{next(self._numbers)}"
        self.set_row(name, key, values, editor=editor)
        return key

    def delete_row(self, name: str, key: str) -> bool:
        self._log.append(Change(ChangeKind.ROW, row=(name, key)))
        self._deleted.add((name, key))
        return self._lists.get(name, {}).pop(key, None) is not None

    def age_cursors(self) -> None:
        self._oldest = len(self._log) + 1
        self._log.append(Change(ChangeKind.ROW))  # a later number, so that a cursor taken now differs from the aged ones

    # The port.

    kept_elsewhere = None
    has_lists = True

    def begin(self) -> None:
        self.begun += 1

    def changes(self, cursor: str | None) -> Changes:
        now = str(len(self._log))
        since = int(cursor) if cursor and cursor.isdigit() else -1
        if cursor is None or since < self._oldest:
            everything = [(item.path, identity) for identity, item in self._items.items() if not self._is_ours(item)]
            added = tuple(self._change(ChangeKind.ADDED, identity) for _, identity in sorted(everything))
            return Changes(added, now, gap=cursor is not None)
        told: dict[object, Change] = {}
        for change in self._log[since:]:
            if change.row:
                told[change.row] = change
            elif change.file:
                before = told.get(change.file.id)
                kind, moved_from = change.kind, change.moved_from
                if before and kind is not ChangeKind.DELETED:
                    kind, moved_from = (before.kind if kind is ChangeKind.CHANGED else kind), before.moved_from or moved_from
                    kind = ChangeKind.ADDED if before.kind is ChangeKind.ADDED else kind
                told[change.file.id] = replace(change, kind=kind, moved_from=moved_from if kind is ChangeKind.RENAMED else None)
        kept = [
            change for change in told.values() if not (change.file and change.file.id in self._items and self._is_ours(self._items[change.file.id]))
        ]
        return Changes(tuple(kept), now)

    def cursor_after(self, changes: Changes, handled: Collection[Change], previous: str | None) -> str | None:
        return changes.cursor if set(changes.changes) <= set(handled) else previous

    def fetch(self, file: LibraryFile) -> Fetched:
        if file.id not in self._items:
            raise errors.Vanished(f"”{file.path}” finns inte längre.")
        data = self._items[file.id].data
        return Fetched(data, sha256(data), restricted=file.id in self.restricted, columns_writable=file.id not in self.signed)

    def files(self) -> tuple[LibraryFile, ...]:
        found = [LibraryFile(identity, item.path) for identity, item in self._items.items() if not self._is_ours(item)]
        return tuple(sorted(found, key=lambda file: file.path))

    def columns(self, file: LibraryFile) -> Columns:
        item = self._items.get(file.id)
        return Columns(dict(item.cells), str(item.etag)) if item else Columns({}, "0")

    def write_columns(self, file: LibraryFile, changed: Mapping[str, ColumnValue], *, etag: str) -> WriteResult:
        if file.id in self.locked:
            return WriteResult.LOCKED
        if self.overtaken:
            identity, name, value = self.overtaken.pop(0)
            self.set_cell(LibraryFile(identity, ""), name, value)
        item = self._items[file.id]
        if str(item.etag) != etag:
            return WriteResult.CONFLICT
        kept = {name: value for name, value in changed.items() if name not in self.ignored}
        fitting = {name: self.promoted[name](value) if name in self.promoted else value for name, value in kept.items()}
        if any(item.cells.get(name) != value for name, value in fitting.items()):
            item.cells.update(fitting)
            item.etag += 1
            self.writes += 1
        return WriteResult.IGNORED if changed.keys() & self.ignored else WriteResult.WRITTEN

    def append_events(self, events: Sequence[Event]) -> int:
        before = len(self._events)
        for event in events:
            self._events.setdefault(event.id, event)
        self.writes += len(self._events) - before
        return len(self._events) - before

    def events_of(self, council: str) -> tuple[Event, ...]:
        return tuple(event for event in self._events.values() if event.council == council)

    def project_lists(self, lists: Mapping[str, Sequence[ListRow]]) -> int:
        return sum(self._project(name, rows) for name, rows in lists.items())

    def _project(self, name: str, rows: Sequence[ListRow]) -> int:
        held, written = self._lists.setdefault(name, {}), 0
        for row in rows:
            if (name, row.key) in self._deleted:
                continue
            old = held.get(row.key)
            cells, base = (old.values, old.base or {}) if old else ({}, {})
            ours = {column: value for column, value in row.values.items() if cells.get(column) in (value, base.get(column))}
            differing = {column: value for column, value in ours.items() if cells.get(column) != value}
            if differing or old is None:
                held[row.key] = ListRow(row.key, {**cells, **differing}, str(int(old.etag) + 1 if old else 1), None, {**base, **ours})
            elif ours:
                held[row.key] = replace(old, base={**base, **ours})
            written += len(differing)
        self.writes += written
        return written

    def adopt_row(self, name: str, temporary: str, key: str) -> None:
        held = self._lists.get(name, {})
        row = held.pop(temporary, None) if temporary != key else None
        if row is not None:
            held.setdefault(key, replace(row, key=key))
            self._deleted.discard((name, key))

    def rows(self, name: str) -> tuple[ListRow, ...]:
        return tuple(row for _, row in sorted(self._lists.get(name, {}).items()))

    def draft(self, path: str) -> StoredDraft | None:
        self._check(path)
        identity = self._at(path)
        if identity is None:
            return None
        data, ours = self._items[identity].data, self._written.get(path, [])
        return StoredDraft(path, sha256(data), sha256(data) if sha256(data) in ours else ours[-1] if ours else None, data)

    def put_draft(self, path: str, data: bytes, *, expected: str | None) -> WriteResult:
        self._check(path)
        identity = self._at(path)
        there = self._items[identity].data if identity else None
        if there == data:
            return WriteResult.WRITTEN
        if (sha256(there) if there is not None else None) != expected:
            return WriteResult.CONFLICT
        if identity in self.locked:
            return WriteResult.LOCKED
        self._written.setdefault(path, []).append(sha256(data))
        self.put(path, data)
        self.writes += 1
        return WriteResult.WRITTEN

    def move_draft(self, path: str, to: str, *, expected: str) -> WriteResult:
        self._check(path), self._check(to)
        identity = self._at(path)
        if identity is None or sha256(self._items[identity].data) != expected or self._at(to) is not None:
            return WriteResult.CONFLICT
        if identity in self.locked:
            return WriteResult.LOCKED
        self._written.setdefault(to, []).extend(self._written.get(path, []))
        self.rename(path, to)
        self.writes += 1
        return WriteResult.WRITTEN

    def remove_draft(self, path: str, *, expected: str) -> WriteResult:
        self._check(path)
        identity = self._at(path)
        if identity is None:
            return WriteResult.WRITTEN
        if sha256(self._items[identity].data) != expected:
            return WriteResult.CONFLICT
        if identity in self.locked:
            return WriteResult.LOCKED
        self.delete(path)
        self.writes += 1
        return WriteResult.WRITTEN

    def draft_cells(self, path: str) -> Columns | None:
        """See Library.draft_cells: a folder's drafts have none."""
        return None

    def write_draft_cells(self, path: str, changed: Mapping[str, ColumnValue], *, etag: str) -> WriteResult:
        """See Library.write_draft_cells."""
        return WriteResult.IGNORED

    def templates(self) -> tuple[Template, ...]:
        return tuple(sorted(self.templates_here, key=lambda template: template.name))

    def councils(self) -> tuple[Council, ...]:
        return tuple(council for _, council in sorted(self._councils.items()))

    def put_council(self, council: Council) -> None:
        self._councils[council.key] = council

    def people(self, council: str) -> Mapping[str, str]:
        return self.people_here.get(council, {})

    def rewrite(self, change: Rewriting) -> tuple[str, ...]:
        self._events = {identity: read_event(rewritten(write_event(event), change, write=to_text)) for identity, event in self._events.items()}
        for held in self._lists.values():
            held.update({key: replace(row, values=change(dict(row.values)), base=change(row.base)) for key, row in held.items()})
        for identity, item in self._items.items():
            if identity not in self.locked:
                item.cells = change(item.cells)
        return tuple(identity for identity, item in self._items.items() if identity in self.locked and change(item.cells) != item.cells)

    def erase(self, *, events: Collection[str], instead: Mapping[str, Event], add: Sequence[Event], rows: Mapping[str, Collection[str]]) -> None:
        self.append_events(add)
        for name, keys in rows.items():
            self._lists[name] = {key: row for key, row in self._lists.get(name, {}).items() if key not in keys}
            self._deleted -= {(name, key) for key in keys}
        self._events = {identity: instead.get(identity, event) for identity, event in self._events.items() if identity not in events}

    def _at(self, path: str) -> str | None:
        return next((identity for identity, item in self._items.items() if item.path == path), None)

    def _is_ours(self, item: _Item) -> bool:
        return sha256(item.data) in self._written.get(item.path, [])

    def _change(self, kind: ChangeKind, identity: str, moved_from: str | None = None) -> Change:
        item = self._items[identity]
        return Change(kind, LibraryFile(identity, item.path), sha256(item.data), moved_from=moved_from)

    def _tell(self, kind: ChangeKind, identity: str, moved_from: str | None = None) -> None:
        self._log.append(self._change(kind, identity, moved_from))

    def _check(self, path: str) -> None:
        if not path.startswith(self.DRAFTS + "/") or ".." in path.split("/"):
            raise errors.BadUsage(f"”{path}” ligger inte i mappen för förslag.")
