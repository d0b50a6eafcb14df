"""A document library in SharePoint Online, behind the port."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime

from functions import errors
from functions.library.council_rows import COUNCILS, PEOPLE, council_row, read_councils, read_people
from functions.library.event_json import read_event, to_text, write_event
from functions.library.sharepoint.changelog import plain_id
from functions.library.sharepoint.columns import cells_of, write_cells
from functions.library.sharepoint.cursor import number_of, read_cursor
from functions.library.sharepoint.desk import Desk, Options
from functions.library.sharepoint.drafts import ask_bytes
from functions.library.sharepoint.known import Memory
from functions.library.sharepoint.log import EVENTS
from functions.library.sharepoint.places import Places
from functions.library.sharepoint.site import Site
from functions.library.sharepoint.subscriptions import ListSubscriptions
from functions.library.watched import Hints
from functions.model.events import Event
from functions.model.library import (
    Change,
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
from functions.model.schema import SiteSchema

LARGEST = 256 * 1024 * 1024
"""Bytes of the largest file that is fetched; minutes are a thousandth of it."""

_ROUNDS = 3
_SIGNATURES = "_xmlsignatures/"


class SharePointLibrary:
    """The port `Library`, and `functions.library.watched.WatchedLibrary`, over a site.

    What was read is kept until `begin`, which starts a new unit of work; threads have a unit each. Writes are guarded by ETags, whatever was read.
    """

    def __init__(
        self,
        site: Site,
        *,
        title: str,
        schema: SiteSchema,
        memory: Memory,
        folder: str | None = None,
        draft_folder: str = "Förslag till dagordning",
        template_folder: str = "Mallar för dagordning",
        lists_only: bool = False,
        versionless: bool = False,
        drafts_url: str = "ForslagTillDagordning",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Asks nothing yet.

        folder: only what lies in it is watched; memory: where notes are kept (the state); lists_only: nothing is written to the watched library, and
        drafts go to the library of ours at drafts_url; versionless: see docs/decisions/0012; clock: tells how old a cursor is.
        """
        self.site = site
        self.lists_only = lists_only
        self._versionless = versionless
        options = Options(title, schema, folder, draft_folder, template_folder, lists_only, versionless, drafts_url)
        self._desk = Desk(site, options, memory, clock=clock)
        self._subscriptions = ListSubscriptions(site, self._desk.followed)

    @property
    def places(self) -> Places:
        """Where everything is; asked once in a process. Raises errors.NoAccess when the library is not there."""
        return self._desk.places

    @property
    def subscriptions(self) -> ListSubscriptions:
        """Its webhooks."""
        return self._subscriptions

    @property
    def writes_columns(self) -> bool:
        """Whether cells beside the files are written at all."""
        return not self.lists_only

    # Changes.

    def begin(self) -> None:
        """See WatchedLibrary.begin."""
        self._desk.begin()

    def hints(self, cursor: str | None) -> Hints:
        """See WatchedLibrary.hints: one round trip, when no log is longer than a page and no folder was moved."""
        return self._desk.hints(cursor)

    def look(self, hints: Hints) -> Changes:
        """See WatchedLibrary.look. All that the work on a file will ask for is asked along, in the same round trip. Every file that is asked for is
        told, since a crash may have cut off what came of it; one that only we wrote in has the version it had."""
        return self._desk.look(hints, since=None)

    def changes(self, cursor: str | None) -> Changes:
        """See Library.changes."""
        self.begin()
        hints = self.hints(cursor)
        since = read_cursor(cursor)
        number = number_of(since[self.places.library.id]) if since is not None and self.places.library.id in since else -1
        told = self._desk.look(hints, since=-1 if hints.gap else number)
        return Changes(told.changes, hints.cursor, gap=hints.gap and cursor is not None)

    def cursor_after(self, changes: Changes, handled: Collection[Change], previous: str | None) -> str | None:
        """See Library.cursor_after."""
        return changes.cursor if set(changes.changes) <= set(handled) else previous

    # Files.

    def fetch(self, file: LibraryFile) -> Fetched:
        """See Library.fetch. Raises errors.TooLarge when it is larger than `LARGEST`."""
        identity = plain_id(file.id)
        answer = self.site.fetch(ask_bytes(self.site, identity), what=file.path)
        if len(answer.body) > LARGEST:
            raise errors.TooLarge(f"”{file.path}” är för stor för att vara mötesanteckningar (över {LARGEST // 2**20} MB).")
        known, item = self._desk.unit.known.get(identity), self._desk.unit.files.get(identity)
        version = known.version if known is not None else item.tag if item is not None else ""
        writable = not self.lists_only and not is_signed(answer.body)
        restricted = item is not None and self._desk.unit.readers.is_restricted(item)
        return Fetched(answer.body, version, item.editor if item else None, restricted=restricted, columns_writable=writable)

    def files(self) -> tuple[LibraryFile, ...]:
        """See Library.files."""
        told = [LibraryFile(identity, path) for identity, path in self._desk.unit.known.paths().items()]
        return tuple(sorted(told, key=lambda file: file.path))

    def columns(self, file: LibraryFile) -> Columns:
        """See Library.columns. Cells that came along with a copy are left out: they are nobody's words."""
        item = self._desk.item(plain_id(file.id))
        return Columns(cells_of(item), item.etag) if item is not None else Columns({}, "0")

    def write_columns(self, file: LibraryFile, changed: Mapping[str, ColumnValue], *, etag: str) -> WriteResult:
        """See Library.write_columns. With `lists_only` nothing is written, and IGNORED says so."""
        if self.lists_only:
            return WriteResult.IGNORED
        item = self._desk.item(plain_id(file.id))
        if item is None:
            raise errors.Vanished(f"”{file.path}” finns inte längre.")
        # Who has columns is a person's document, also where a draft of ours was: from now on we are the last who wrote in it, and that tells nothing.
        self._desk.unit.drafts.give_up(item.id)
        result, after = write_cells(self.site, self.places, item, changed, etag=etag, versionless=self._versionless)
        if after is None:
            self._desk.unit.files.pop(item.id, None)
        else:
            self._desk.unit.files[item.id] = after
        if result is WriteResult.WRITTEN and after is not None and after.etag != etag:
            self._desk.unit.known.wrote(item.id, etag=after.etag, on=etag)
        return result

    # The log and the lists.

    def append_events(self, events: Sequence[Event]) -> int:
        """See Library.append_events."""
        self._desk.ask_along()
        return self._desk.log.append(self.places, events)

    def events_of(self, council: str) -> tuple[Event, ...]:
        """See Library.events_of."""
        self._desk.ask_along()
        return self._desk.log.events_of(self.places, council)

    def project_lists(self, lists: Mapping[str, Sequence[ListRow]]) -> int:
        """See Library.project_lists. A cell that a person changed since we wrote is left alone until `base` tells that it was taken over."""
        self._desk.ask_along()
        return self._desk.unit.lists.project(lists)

    def rows(self, name: str) -> tuple[ListRow, ...]:
        """See Library.rows."""
        self._desk.ask_along()
        return self._desk.unit.lists.rows(name)

    def adopt_row(self, name: str, temporary: str, key: str) -> None:
        """See Library.adopt_row."""
        self._desk.unit.lists.adopt(name, temporary, key)

    def councils(self) -> tuple[Council, ...]:
        """See Library.councils."""
        return read_councils(self.rows(COUNCILS))

    def put_council(self, council: Council) -> None:
        """See Library.put_council."""
        row = council_row(council)
        known = {read_councils([one])[0].key: one.key for one in self.rows(COUNCILS) if read_councils([one])}
        if known.get(council.key, council.key) != council.key:
            self.adopt_row(COUNCILS, known[council.key], council.key)
        self._desk.unit.lists.project({COUNCILS: [row]})

    def people(self, council: str) -> Mapping[str, str]:
        """See Library.people."""
        named = next((known for known in self.councils() if known.key == council), None)
        return read_people(self.rows(PEOPLE), council=council, names=named.names if named else ())

    # Drafts and templates.

    def draft(self, path: str) -> StoredDraft | None:
        """See Library.draft."""
        self._desk.ask_along()
        return self._desk.unit.drafts.get(path)

    def put_draft(self, path: str, data: bytes, *, expected: str | None) -> WriteResult:
        """See Library.put_draft."""
        self._desk.ask_along()
        if identity := self._desk.unit.drafts.identity(path):
            self._desk.unit.files.pop(identity, None)  # its mark is another one then
        return self._desk.unit.drafts.put(path, data, expected=expected)

    def move_draft(self, path: str, to: str, *, expected: str) -> WriteResult:
        """See Library.move_draft."""
        return self._desk.unit.drafts.move(path, to, expected=expected)

    def remove_draft(self, path: str, *, expected: str) -> WriteResult:
        """See Library.remove_draft."""
        return self._desk.unit.drafts.remove(path, expected=expected)

    def draft_cells(self, path: str) -> Columns | None:
        """See Library.draft_cells."""
        identity = "" if self.lists_only else self._desk.unit.drafts.identity(path)
        item = self._desk.item(identity) if identity else None
        return Columns(cells_of(item), item.etag) if item is not None else None

    def write_draft_cells(self, path: str, changed: Mapping[str, ColumnValue], *, etag: str) -> WriteResult:
        """See Library.write_draft_cells. From then on we are the last who wrote there, and that tells nothing of its content."""
        identity = "" if self.lists_only else self._desk.unit.drafts.identity(path)
        item = self._desk.item(identity) if identity else None
        if item is None:
            return WriteResult.IGNORED
        self._desk.unit.drafts.share(path)
        result, after = write_cells(self.site, self.places, item, changed, etag=etag, versionless=self._versionless)
        if after is None:
            self._desk.unit.files.pop(item.id, None)
        else:
            self._desk.unit.files[item.id] = after
        return result

    def templates(self) -> tuple[Template, ...]:
        """See Library.templates."""
        return self._desk.templates.read(self._desk.template_place, councils=self.councils())

    @property
    def has_lists(self) -> bool:
        """See Library.has_lists."""
        return True

    # What is taken out for good.

    @property
    def kept_elsewhere(self) -> str:
        """See Library.kept_elsewhere."""
        return (
            "I SharePoint kan äldre värden ligga kvar i filernas versionshistorik och, om någon har raderat en rad, i webbplatsens papperskorg. "
            "Där rensar webbplatsens ägare."
        )

    def rewrite(self, change: Rewriting) -> tuple[str, ...]:
        """See Library.rewrite. Earlier versions of the rows go; those of a file are the library's, and stay. The cells of a file that is held or
        signed are left."""
        self.begin()
        self._desk.log.edit(self.places, lambda event: read_event(rewritten(write_event(event), change, write=to_text)))
        for title in self.places.lists:
            if title != EVENTS:
                self._desk.unit.lists.rewrite(title, change)
        held = tuple(file.id for file in self.files() if not self._rewrite_cells(file, change))
        self.begin()
        return held

    def erase(self, *, events: Collection[str], instead: Mapping[str, Event], add: Sequence[Event], rows: Mapping[str, Collection[str]]) -> None:
        """See Library.erase. Rows are deleted with their versions, and do not lie in the recycle bin."""
        self.begin()
        self.append_events(add)
        for title, keys in rows.items():
            self._desk.unit.lists.erase(title, keys)
        gone = frozenset(events)
        self._desk.log.edit(self.places, lambda event: None if event.id in gone else instead.get(event.id, event))
        self.begin()

    def _rewrite_cells(self, file: LibraryFile, change: Rewriting) -> bool:
        """Whether the file's cells stand as they shall."""
        for _ in range(_ROUNDS):
            told = self.columns(file)
            changed = {name: new for name, value in told.values.items() if isinstance(value, str) and (new := change(value)) != value}
            if not changed:
                return True
            if not self.fetch(file).columns_writable:
                return False
            result = self.write_columns(file, changed, etag=told.etag)
            if result is not WriteResult.CONFLICT:
                return result is WriteResult.WRITTEN
        return False


def is_signed(data: bytes) -> bool:
    """Whether a Word file is digitally signed: a column that SharePoint copied into it would break the signature."""
    if _SIGNATURES.encode() not in data:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return any(name.startswith(_SIGNATURES) for name in package.namelist())
    except (zipfile.BadZipFile, OSError):
        return False
