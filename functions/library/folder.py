"""A document library that is an ordinary folder: files on the disk, everything else in one SQLite file in it or beside it."""

from __future__ import annotations

import hashlib
import os
import time
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from functions import errors
from functions.library.council_rows import PEOPLE
from functions.library.folder_changes import Known, compare
from functions.library.folder_database import Database, not_writable
from functions.library.folder_drafts import DraftFolder
from functions.library.folder_erasing import erase, rewrite
from functions.library.folder_listing import extended, find_real, list_folder, no_folder
from functions.library.folder_lists import FolderLists
from functions.library.folder_schema import APPLICATION, STEPS
from functions.library.folder_snapshot import Snapshot, cursor_after, read_cursor, write_cursor
from functions.library.folder_templates import read_templates
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
from functions.model.rewriting import Rewriting

DRAFT_FOLDER = "Förslag till dagordning"
TEMPLATE_FOLDER = "Mallar för dagordning"
LARGEST = 256 * 1024 * 1024
"""Bytes of the largest file that is fetched; minutes are a thousandth of it."""

_SUDDENLY_GONE = 5


class FolderLibrary:
    """The port `Library` over a folder; open it with `FolderLibrary.open`.

    Nothing but drafts (under the draft folder) and the database is ever written, and a run that has nothing new to say writes neither.
    """

    def __init__(self, root: Path, *, database: Database, draft_folder: str, template_folder: str, clock: Callable[[], int]) -> None:
        """Use `open`."""
        self.root = root
        self.database = database
        self.notes: tuple[str, ...] = ()
        """What the last `changes` could not look at, in words for people."""
        self._clock = clock
        self._template_folder = unicodedata.normalize("NFC", template_folder)
        self._drafts = DraftFolder(root, folder=draft_folder, database=database)
        self._lists = FolderLists(database)
        self._real: Mapping[str, Path] = {}

    @classmethod
    def open(
        cls,
        root: Path,
        *,
        state_dir: Path | None = None,
        draft_folder: str = DRAFT_FOLDER,
        template_folder: str = TEMPLATE_FOLDER,
        read_only: bool = False,
        patience: float = 10.0,
        clock: Callable[[], int] = time.time_ns,
    ) -> FolderLibrary:
        """The library in `root`, its database in `root` or `state_dir`. Creates and changes nothing.

        read_only: what is written is kept in memory and forgotten (a dry run). patience: seconds to wait for another process.
        clock: nanoseconds since 1970, asked only whether a file was written a moment ago.
        Raises errors.BadUsage when there is no such folder, errors.NoAccess when it, or the place of the database, cannot be used.
        """
        if not root.is_dir():
            raise errors.BadUsage(f"Mappen {root} finns inte.")
        if not os.access(root, os.R_OK):
            raise no_folder(root)
        path = root.absolute() / ".dagordning.db" if state_dir is None else state_dir.absolute() / "dagordning.db"
        if not read_only:
            _check_writable(path)
        database = Database(path, steps=STEPS, application=APPLICATION, read_only=read_only, patience=patience)
        database.check()
        return cls(extended(root), database=database, draft_folder=draft_folder, template_folder=template_folder, clock=clock)

    @property
    def has_lists(self) -> bool:
        """See Library.has_lists: here they are tables that only commands change."""
        return False

    @property
    def kept_elsewhere(self) -> None:
        """See Library.kept_elsewhere."""

    def begin(self) -> None:
        """See Library.begin: nothing is kept that the database does not confirm."""

    def close(self) -> None:
        """Let go of the database; the next call opens it again."""
        self.database.close()

    def changes(self, cursor: str | None) -> Changes:
        """See Library.changes. A rename or move is told by equal bytes; `notes` tells what could not be looked at."""
        before = read_cursor(cursor) if cursor is not None else Snapshot()
        gap, before = before is None, before or Snapshot()
        listing = list_folder(self.root, leave_out=frozenset({self._template_folder}))
        if listing.empty and len(before.files) >= _SUDDENLY_GONE:
            raise errors.NoAccess(f"Mappen {self.root} är helt tom, men innehöll {len(before.files)} filer. Är disken ansluten?")
        known = self._known()
        compared = compare(listing, before=before, known=known, drafts=self._drafts.hashes(), draft_folder=self._drafts.folder, now=self._clock())
        self._remember(known, compared.known)
        self._real = {file.path: file.real for file in listing.files}
        self.notes = tuple(f"”{place}” kunde inte läsas: rätt saknas, eller så svarar inte disken." for place in listing.unread)
        edits = self._lists.rows.row_edits(since=before.edits)
        rows = tuple(Change(ChangeKind.ROW, version=str(number), row=(name, key)) for number, name, key in edits)
        now = Snapshot(files=compared.files, edits=edits[-1][0] if edits else before.edits)
        unmoved = cursor is not None and not gap and now.same_as(before)
        return Changes(changes=rows + compared.changes, cursor=cursor if unmoved and cursor else write_cursor(now), gap=gap)

    def cursor_after(self, changes: Changes, handled: Collection[Change], previous: str | None) -> str | None:
        """See Library.cursor_after."""
        return cursor_after(changes, handled=handled, previous=previous)

    def fetch(self, file: LibraryFile) -> Fetched:
        """See Library.fetch. Raises errors.Locked when it may not be read now, errors.TooLarge when it is larger than `LARGEST`."""
        real = self._place(file.path)
        try:
            with real.open("rb") as stream:
                data = stream.read(LARGEST + 1)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
            if not self.root.is_dir():
                raise no_folder(self.root) from error
            raise errors.Vanished(f"”{file.path}” finns inte längre.") from error
        except OSError as error:
            raise errors.Locked(f"”{file.path}” är öppen i ett annat program, eller så saknas rätt att läsa den. Nytt försök görs senare.") from error
        if len(data) > LARGEST:
            raise errors.TooLarge(f"”{file.path}” är för stor för att vara mötesanteckningar (över {LARGEST // 2**20} MB).")
        return Fetched(data=data, version=hashlib.sha256(data).hexdigest())

    def files(self) -> tuple[LibraryFile, ...]:
        """See Library.files; drafts that nobody ever edited are left out."""
        told = self.database.read("SELECT id, path FROM known_files")
        return tuple(sorted((LibraryFile(identity, path) for identity, path in told), key=lambda file: file.path))

    def columns(self, file: LibraryFile) -> Columns:
        """See Library.columns."""
        return self._lists.columns(file.id)

    def write_columns(self, file: LibraryFile, changed: Mapping[str, ColumnValue], *, etag: str) -> WriteResult:
        """See Library.write_columns."""
        return self._lists.write_columns(file.id, changed, etag=etag)

    def set_cell(self, file: LibraryFile, name: str, value: ColumnValue) -> None:
        """A person's edit of one cell; None empties it."""
        self._lists.write_columns(file.id, {name: value}, etag=None)

    def append_events(self, events: Sequence[Event]) -> int:
        """See Library.append_events: all of them or, after a crash, none."""
        return self._lists.append_events(events)

    def events_of(self, council: str) -> tuple[Event, ...]:
        """See Library.events_of."""
        return self._lists.events_of(council)

    def project_lists(self, lists: Mapping[str, Sequence[ListRow]]) -> int:
        """See Library.project_lists."""
        return sum(self._lists.rows.project_rows(name, rows) for name, rows in lists.items())

    def rows(self, name: str) -> tuple[ListRow, ...]:
        """See Library.rows."""
        return self._lists.rows.rows(name)

    def adopt_row(self, name: str, temporary: str, key: str) -> None:
        """See Library.adopt_row."""
        self._lists.rows.adopt_row(name, temporary, key)

    def set_row(self, name: str, key: str, values: Mapping[str, ColumnValue], *, editor: str) -> None:
        """A person's edit of a row, or a row that a person adds; the next `changes` tells of it. editor: the person's name."""
        self._lists.rows.set_row(name, key, values, editor=editor)

    def delete_row(self, name: str, key: str) -> bool:
        """A person deletes a row; whether there was one. The next `changes` tells of it."""
        return self._lists.rows.delete_row(name, key)

    def put_person(self, name: str, *, called: str | None = None, initials: str | None = None, council: str | None = None, editor: str) -> None:
        """Add a person to the list Namn och initialer, or change what the person is called there. council: a council's key or name, None for all."""
        values = {"Namn": name, "Kallas": called, "Initialer": initials, "Råd": council}
        self._lists.rows.set_row(PEOPLE, f"{council or ''}/{name}".casefold(), values, editor=editor)

    def rewrite(self, change: Rewriting) -> tuple[str, ...]:
        """See Library.rewrite: all of it or, after a crash, nothing; nobody ever holds a cell."""
        rewrite(self.database, change)
        self._lists.forget()
        return ()

    def erase(self, *, events: Collection[str], instead: Mapping[str, Event], add: Sequence[Event], rows: Mapping[str, Collection[str]]) -> None:
        """See Library.erase: all of it or, after a crash, nothing; then the database is written anew without it."""
        erase(self.database, events=events, instead=instead, add=add, rows=rows)
        self._lists.forget()
        self.database.compact()

    def draft(self, path: str) -> StoredDraft | None:
        """See Library.draft. Raises errors.BadUsage for a path outside the draft folder."""
        return self._drafts.get(path)

    def put_draft(self, path: str, data: bytes, *, expected: str | None) -> WriteResult:
        """See Library.put_draft. Identical bytes are not written again. Raises errors.BadUsage for a path outside the draft folder."""
        return self._drafts.put(path, data, expected=expected)

    def move_draft(self, path: str, to: str, *, expected: str) -> WriteResult:
        """See Library.move_draft."""
        return self._drafts.move(path, to, expected=expected)

    def remove_draft(self, path: str, *, expected: str) -> WriteResult:
        """See Library.remove_draft."""
        return self._drafts.remove(path, expected=expected)

    def draft_cells(self, path: str) -> Columns | None:
        """See Library.draft_cells: a folder's drafts have none."""
        return None

    def write_draft_cells(self, path: str, changed: Mapping[str, ColumnValue], *, etag: str) -> WriteResult:
        """See Library.write_draft_cells."""
        return WriteResult.IGNORED

    def templates(self) -> tuple[Template, ...]:
        """See Library.templates: one that bears a council's name is for that council only."""
        return read_templates(find_real(self.root, self._template_folder), councils=self.councils())

    def councils(self) -> tuple[Council, ...]:
        """See Library.councils."""
        return self._lists.councils()

    def put_council(self, council: Council) -> None:
        """See Library.put_council."""
        self._lists.put_council(council)

    def people(self, council: str) -> Mapping[str, str]:
        """See Library.people."""
        return self._lists.people(council)

    def _known(self) -> dict[str, Known]:
        told = self.database.read("SELECT path, id, version FROM known_files")
        return {path: Known(identity, version) for path, identity, version in told}

    def _remember(self, before: Mapping[str, Known], now: Mapping[str, Known]) -> None:
        gone = [(path,) for path in before if path not in now]
        new = [(path, told.id, told.version) for path, told in now.items() if before.get(path) != told]
        if gone or new:
            with self.database.writing() as connection:
                connection.executemany("DELETE FROM known_files WHERE path = ?", gone)
                connection.executemany("INSERT OR REPLACE INTO known_files (path, id, version) VALUES (?, ?, ?)", new)

    def _place(self, path: str) -> Path:
        if path in self._real:
            return self._real[path]
        if ".." in path.split("/") or Path(path).is_absolute():
            raise errors.BadUsage(f"”{path}” ligger inte i mappen.")
        return find_real(self.root, path)


def _check_writable(database: Path) -> None:
    """Raise errors.NoAccess when the database could not be written. Asks the system only, to touch nothing; a wrong yes shows at the first write."""
    place = database.parent
    while not place.exists() and place != place.parent:
        place = place.parent
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK) or (database.exists() and not os.access(database, os.W_OK)):
        raise not_writable(database.parent)
