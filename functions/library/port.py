"""What the program asks of a library, whatever holds it; contract tests run on every adapter."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from functions.model.events import Event
from functions.model.library import Change, Changes, Columns, ColumnValue, Council, Fetched, LibraryFile, ListRow, StoredDraft, Template, WriteResult
from functions.model.rewriting import Rewriting

__all__ = ["Change", "Library"]


class Library(Protocol):
    """A document library with columns, lists and a log.

    Every method raises errors.NoAccess when the library cannot be reached, errors.Locked when somebody holds it.
    """

    @property
    def has_lists(self) -> bool:
        """Whether people see our lists and write in them themselves."""

    @property
    def kept_elsewhere(self) -> str | None:
        """Where older values may still be found after `rewrite` and `erase`, in words for people; None where nothing is kept."""

    def begin(self) -> None:
        """Forget what was read: a new unit of work, or somebody else wrote meanwhile."""

    def changes(self, cursor: str | None) -> Changes:
        """What happened since the cursor (None: everything there is). Temporary, hidden and our own unchanged files are left out."""

    def cursor_after(self, changes: Changes, handled: Collection[Change], previous: str | None) -> str | None:
        """A cursor that forgets no change which is not handled yet, to be stored along the way so that a crash resumes there.

        changes: what `changes(previous)` gave. When all are handled it is `changes.cursor`; else `previous` where the adapter cannot tell them apart.
        """

    def fetch(self, file: LibraryFile) -> Fetched:
        """The file's bytes. Raises errors.Vanished when it is gone."""

    def files(self) -> tuple[LibraryFile, ...]:
        """All files that are known, by path, as of the last `changes`."""

    def columns(self, file: LibraryFile) -> Columns:
        """The file's cells as they stand."""

    def write_columns(self, file: LibraryFile, changed: Mapping[str, ColumnValue], *, etag: str) -> WriteResult:
        """Write these cells and no others, unless somebody wrote since `etag`. Never touches the file's bytes."""

    def append_events(self, events: Sequence[Event]) -> int:
        """Add events to the log, each once, in order; how many were new."""

    def events_of(self, council: str) -> tuple[Event, ...]:
        """A council's log in the order it was written; "" for the library's own."""

    def project_lists(self, lists: Mapping[str, Sequence[ListRow]]) -> int:
        """Make each list hold these rows (people's own columns stay); how many cells were written. Rows that are not named stay.

        What was written, or stood there already, is the row's `base` from then on, column by column. A cell that a person changed since (it differs
        from the base; in a row that was never ours: from an empty cell) is left alone, and a row that a person deleted is not made again: `changes`
        tells of both. A row that a person added is named by the key it has in `rows`.
        """

    def rows(self, name: str) -> tuple[ListRow, ...]:
        """The rows of a list by key."""

    def adopt_row(self, name: str, temporary: str, key: str) -> None:
        """Give a row that a person added (its key in `rows` and `changes` is the adapter's own) our key. Nothing happens when it is done already,
        or when the row is gone. Where a row of that key stands already, the person's one is taken away: they are the same.
        """

    def draft(self, path: str) -> StoredDraft | None:
        """A file of that path and whether it still is as we wrote it; None when there is none."""

    def put_draft(self, path: str, data: bytes, *, expected: str | None) -> WriteResult:
        """Write a file of ours, only under the draft folder. expected: SHA-256 of what must stand there, None when nothing may; else CONFLICT."""

    def move_draft(self, path: str, to: str, *, expected: str) -> WriteResult:
        """Give a file of ours another name under the draft folder, its content as it is. CONFLICT where the content is another than `expected` (its
        SHA-256), or where a file has that name."""

    def remove_draft(self, path: str, *, expected: str) -> WriteResult:
        """Take a file of ours away, where its content is what is expected (its SHA-256); else CONFLICT. It is written when there is none."""

    def draft_cells(self, path: str) -> Columns | None:
        """The cells beside a file of ours; None where drafts have none: on a folder, and where nothing is written to the library."""

    def write_draft_cells(self, path: str, changed: Mapping[str, ColumnValue], *, etag: str) -> WriteResult:
        """Write these cells beside a file of ours and no others, unless somebody wrote since `etag`; IGNORED where drafts have none."""

    def templates(self) -> tuple[Template, ...]:
        """The Word templates that people have put into the template folder."""

    def councils(self) -> tuple[Council, ...]:
        """The councils that are known here, by key."""

    def put_council(self, council: Council) -> None:
        """Add a council, or change its settings."""

    def people(self, council: str) -> Mapping[str, str]:
        """What this council calls people: {"Helena": "Helena Ek", "MG": …}, from the list Namn och initialer."""

    def rewrite(self, change: Rewriting) -> tuple[str, ...]:
        """Put what `change` makes of it in the place of every value that is kept in the log, the lists and the cells beside files, and forget how it
        was; files and their names stay. The ids of files whose cells cannot be written now. After a crash the same call does the rest."""

    def erase(self, *, events: Collection[str], instead: Mapping[str, Event], add: Sequence[Event], rows: Mapping[str, Collection[str]]) -> None:
        """Take events out of the log for good (by id), put others in the place of some, add some, which tell of it, and take rows out of lists (keys
        by list), which is nobody's deletion. The one act by which the log does not grow. What is added is there before anything goes, and a row goes
        before its events, so that after a crash the same can be found again and the rest be done."""
