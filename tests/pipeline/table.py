"""A meeting table for the tests of lists: a library in memory, or a folder, with minutes in it, and a person who works in its lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from functions.library.folder import FolderLibrary
from functions.library.port import Library
from functions.model.events import Event
from functions.model.library import Change, ChangeKind, Changes, ColumnValue, LibraryFile, ListRow
from functions.model.register import OpenItem, Register
from functions.pipeline import Outcome, Report, Workplace, process, register_of, run, take_rows
from functions.publishing.lists import DECISIONS, FOLLOW_UP, MEETINGS
from functions.state.port import State
from functions.state.sqlite import SqliteState
from tests.library import folders
from tests.library.awkward import AwkwardLibrary
from tests.library.sharepoint_world import connect, contract_world
from tests.library.sharepoint_world import place as emulated
from tests.pipeline.desk import MAY
from tests.state.memory import MemoryState

WHO = "Malin Ek"
TUESDAY = datetime(2026, 5, 12, 14, 10, tzinfo=UTC)


@dataclass
class Table:
    """place: what the pipeline works with; the rest is what people do. A run is a whole one; `save` and `told` are as Azure's functions work."""

    place: Workplace
    put: Callable[[str, bytes], object]
    set_row: Callable[..., None]
    delete_row: Callable[[str, str], object]
    add_row: Callable[[str, Mapping[str, ColumnValue]], str]
    set_cell: Callable[[LibraryFile, str, ColumnValue], None]
    cursor: str | None = None
    awkward: AwkwardLibrary | None = field(default=None)

    @property
    def library(self) -> Library:
        return self.place.library

    @property
    def state(self) -> State:
        return self.place.state

    def run(self) -> Report:
        self._begin()
        return run(self.place)

    def on(self, day: str) -> Table:
        return replace(self, place=replace(self.place, now=date.fromisoformat(day)))

    def changes(self) -> Changes:
        """What happened since the last time, as the functions read it."""
        self._begin()
        found = self.library.changes(self.cursor)
        self.cursor = found.cursor
        return found

    def _begin(self) -> None:
        """A new unit of work, where the adapter knows such."""
        getattr(self.library, "begin", lambda: None)()

    def save(self, path: str, data: bytes) -> tuple[Outcome, ...]:
        """Somebody saves a file, and it alone is processed."""
        self.put(path, data)
        (change,) = [change for change in self.changes().changes if change.file and change.file.path == path]
        return process(change, self.place)

    def again(self, path: str) -> tuple[Outcome, ...]:
        """The file is processed once more, as when somebody only wrote in its cells."""
        before = self.state.processed(self.file(path).id)
        return process(Change(ChangeKind.CHANGED, self.file(path), before.version if before else ""), self.place)

    def hear(self) -> int:
        """The rows that changed are taken in."""
        return take_rows(self.changes(), self.place)

    def file(self, path: str) -> LibraryFile:
        return next(file for file in self.library.files() if file.path == path)

    def cells(self, path: str) -> dict[str, ColumnValue]:
        return {name: value for name, value in self.library.columns(self.file(path)).values.items() if value is not None}

    def listed(self, name: str = FOLLOW_UP) -> list[ListRow]:
        return list(self.library.rows(name))

    def row(self, words: str, name: str = FOLLOW_UP) -> ListRow:
        """The one row in which a cell holds the words."""
        (found,) = [row for row in self.listed(name) if any(words in str(value) for value in row.values.values())]
        return found

    def change(self, words: str, values: Mapping[str, ColumnValue], name: str = FOLLOW_UP) -> str:
        """A person changes a row."""
        key = self.row(words, name).key
        self.set_row(name, key, values)
        return key

    def registers(self) -> list[Register]:
        return [register_of(council, self.place) for council in self.library.councils()]

    def point(self, words: str) -> OpenItem:
        (found,) = [item for register in self.registers() for item in register.items if words in item.text]
        return found

    def said(self) -> list[Event]:
        """What people said, in order, whichever log has it."""
        keys = ["", *(council.key for council in self.library.councils())]
        return [event for key in keys for event in self.library.events_of(key) if event.by not in ("minutes", "program")]

    def shown(self) -> dict[str, Any]:
        """What people see in lists and columns."""
        rows = {name: {row.key: filled(row) for row in self.listed(name)} for name in (FOLLOW_UP, DECISIONS, MEETINGS)}
        return {"rows": rows, "columns": {file.path: self.cells(file.path) for file in self.library.files()}}


def filled(row: ListRow) -> dict[str, ColumnValue]:
    """The cells that hold something."""
    return {name: value for name, value in row.values.items() if value is not None}


def in_memory(*, now: date = MAY) -> Table:
    library = AwkwardLibrary()
    return Table(
        Workplace(library, MemoryState(), now, clock=lambda: TUESDAY),
        put=library.put,
        set_row=lambda name, key, values: library.set_row(name, key, values, editor=WHO),
        delete_row=library.delete_row,
        add_row=lambda name, values: library.add_row(name, values, editor=WHO),
        set_cell=library.set_cell,
        awkward=library,
    )


@contextmanager
def in_sharepoint(*, now: date = MAY) -> Iterator[Table]:
    """The adapter over the emulator, with a state whose keys are those of an Azure table."""
    with emulated() as here:
        state = _AzureLike()
        library = connect(here.site, here.schema, state, here.waited)  # type: ignore[arg-type]
        world = contract_world(replace(here, library=library))
        names = {spec.title: {one.title: one.name for one in spec.fields} for spec in here.schema.lists}

        def set_row(title: str, key: str, values: Mapping[str, ColumnValue]) -> None:
            """A row that nobody gave a key of ours yet is known by its number."""
            if not key.startswith("new:"):
                return world.set_row(title, key, values)
            cells = {names[title][column]: value for column, value in values.items()}
            here.site.list(title).set_row(key_field="ID", key=int(key.removeprefix("new:")), values=cells, by=WHO)
            return library.begin()

        yield Table(
            Workplace(library, state, now, clock=lambda: TUESDAY),
            put=world.put,
            set_row=set_row,
            delete_row=world.delete_row,
            add_row=world.add_row,
            set_cell=world.set_cell,
        )


class _AzureLike(MemoryState):
    def store_notes(self, name: str, changes: Mapping[str, str | None]) -> None:
        assert not any(set(key) & set("/\\#?") for key in changes), f"no key of an Azure table among {list(changes)}"
        super().store_notes(name, changes)


def in_folder(root: Path, *, now: date = MAY) -> Table:
    library = FolderLibrary.open(root)
    return Table(
        Workplace(library, SqliteState(library.database), now, clock=lambda: TUESDAY),
        put=lambda path, data: folders.put(root, path, data),
        set_row=lambda name, key, values: library.set_row(name, key, values, editor=WHO),
        delete_row=library.delete_row,
        add_row=lambda name, values: folders.add_row(library, name, values),
        set_cell=library.set_cell,
    )


@contextmanager
def at_table(kind: str, root: Path) -> Iterator[Table]:
    """A table over the fake (memory), a folder, or the SharePoint adapter on the emulator."""
    if kind == "sharepoint":
        with in_sharepoint() as table:
            yield table
    else:
        yield in_memory() if kind == "memory" else in_folder(root)
