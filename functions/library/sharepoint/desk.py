"""What the adapter has before it in a unit of work: all that one piece of work will ask about, read in as few round trips as it takes."""

from __future__ import annotations

import threading
import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from functions.library.council_rows import COUNCILS, PEOPLE
from functions.library.sharepoint.changelog import plain_id, read_logs
from functions.library.sharepoint.cursor import number_of, read_cursor, write_cursor
from functions.library.sharepoint.items import PAGE, FileItem, ask_file, ask_files, file_of, list_files
from functions.library.sharepoint.known import Memory
from functions.library.sharepoint.log import Log
from functions.library.sharepoint.looking import changes_of, moved_files, touched_files
from functions.library.sharepoint.places import Places, find_places
from functions.library.sharepoint.refusals import is_gone
from functions.library.sharepoint.site import Site, done
from functions.library.sharepoint.templates import Templates
from functions.library.sharepoint.unit import Unit, new_unit
from functions.library.sharepoint.wire import Answer, Ask
from functions.library.watched import Hints
from functions.model.library import Change, Changes
from functions.model.schema import SiteSchema

_ONE_BY_ONE = 3  # files of a large library whose cells are asked for singly; after that, and in a small one at once, all are listed
_FEW = 300  # files of a library that is listed along with the question about one of them, since the work on it asks about others

_Taken = Callable[[Answer], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How a library is watched; see SharePointLibrary."""

    title: str
    schema: SiteSchema
    folder: str | None
    draft_folder: str
    template_folder: str
    lists_only: bool
    versionless: bool
    drafts_url: str


class Desk:
    """One for a library; threads have a unit of work each."""

    def __init__(self, site: Site, options: Options, memory: Memory, *, clock: Callable[[], datetime]) -> None:
        """Asks nothing yet."""
        self.site = site
        self.options = options
        self._memory = memory
        self._clock = clock
        self._places: Places | None = None
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._own = threading.local()

    @property
    def places(self) -> Places:
        """Where everything is; asked once in a process. Raises errors.NoAccess when the library is not there."""
        if self._places is None:
            self._places = find_places(self.site, title=self.options.title, folder=self.options.folder, schema=self.options.schema)
        return self._places

    @property
    def unit(self) -> Unit:
        """This thread's unit of work."""
        unit: Unit | None = getattr(self._own, "unit", None)
        if unit is None:
            shown = [spec.title for spec in self.options.schema.lists if not spec.hidden and spec.title not in (COUNCILS, PEOPLE)]
            folder, home = self.options.draft_folder, self._home if self.options.lists_only else None
            unit = new_unit(self.site, self.places, self._memory, draft_folder=folder, draft_home=home, shown=shown, kept=self._kept)
            self._own.unit = unit
        return unit

    @property
    def log(self) -> Log:
        """The log of events."""
        log: Log | None = getattr(self._own, "log", None)
        if log is None:
            log = self._own.log = Log(self.site)
        return log

    @property
    def templates(self) -> Templates:
        """The Word templates."""
        templates: Templates | None = getattr(self._own, "templates", None)
        if templates is None:
            templates = self._own.templates = Templates(self.site)
        return templates

    @property
    def template_place(self) -> str:
        """Where templates lie on the server."""
        home = self._home if self.options.lists_only else self.places.base
        return f"{home}/{self._template_folder}"

    def begin(self) -> None:
        """Forget what was read: a new unit of work."""
        self._own.unit = None
        self.log.begin()
        self.templates.begin()

    def followed(self) -> list[str]:
        """The ids of the lists whose changes are followed, the library first."""
        return [self.places.library.id, *(self.places.lists[title].id for title in self._edited())]

    def hints(self, cursor: str | None) -> Hints:
        """See WatchedLibrary.hints."""
        places, followed = self.places, self.followed()
        since = read_cursor(cursor)
        read = read_logs(self.site, followed, since=since, now=self._clock())
        now = write_cursor(read.tokens)
        if since is None or read.gap or places.library.id not in since:
            return Hints(cursor=now, gap=True)
        files, folder = touched_files(read.lines.get(places.library.id, ()), self.unit.known, ours=self.unit.drafts.ids())
        if folder:
            self._list_all()
            files = tuple(dict.fromkeys((*files, *moved_files(self.unit.files, self.unit.known))))
        titles = {place.id: title for title, place in places.lists.items()}
        rows = tuple((titles[identity], line.item) for identity in followed[1:] for line in read.lines.get(identity, ()))
        unmoved = cursor is not None and read.tokens == since
        return Hints(files, tuple(dict.fromkeys(rows)), cursor if unmoved and cursor else now)

    def look(self, hints: Hints, *, since: int | None) -> Changes:
        """The hints as changes. since: see `looking.changes_of`."""
        unit, places = self.unit, self.places
        tokens = read_cursor(hints.cursor) or {}
        latest = max((known.latest.at for _, known in unit.known.items() if known.latest is not None), default=0)
        at = number_of(tokens[places.library.id]) if places.library.id in tokens else latest
        if hints.gap:
            self.log.forget()
            self._ask_along([])
            self._list_all()
            unseen = [one for one in (*unit.known.paths(), *unit.known.gone_since_listing(at=at)) if one not in unit.files]
            found = [*unit.files.items(), *((identity, None) for identity in unseen)]
            rows = [change for title in self._edited() for change in unit.lists.touched_by_people(title)]
        else:
            wanted = [plain_id(identity) for identity in hints.files]
            by_list: dict[str, list[int]] = {}
            for title, number in hints.rows:
                by_list.setdefault(title, []).append(number)
            self._ask_along(wanted, lists=tuple(by_list))
            found = [(identity, unit.files.get(identity)) for identity in dict.fromkeys(wanted)]
            rows = [change for title, numbers in by_list.items() for change in unit.lists.touched(title, numbers)]
        files = changes_of(found, unit.known, drafts=unit.drafts, template_folder=self._template_folder, since=since, at=at)
        unit.known.store()
        return Changes((*rows, *(self._with_readers(change) for change in files)), hints.cursor, gap=hints.gap)

    def _with_readers(self, change: Change) -> Change:
        """The change with whether fewer may read the file than our lists, where it is there."""
        item = self.unit.files.get(change.file.id) if change.file is not None else None
        return replace(change, restricted=self.unit.readers.is_restricted(item)) if item is not None else change

    def ask_along(self) -> None:
        """Before the first question of a unit of work: ask for all that is small, since the next questions will be about it."""
        if not self.unit.asked:
            self._ask_along([])

    def item(self, identity: str) -> FileItem | None:
        """A file's row, as it was read in this unit of work. The rows of a library that fits in a page are read at once."""
        unit = self.unit
        if identity not in unit.files and not unit.whole:
            unit.misses += 1
            if unit.misses > _ONE_BY_ONE or self.places.library.count <= PAGE:
                kept = dict(unit.files)
                self._list_all()
                unit.files.update(kept)
        if identity not in unit.files:
            self._file_taker(identity)(self.site.send(ask_file(self.site, self.places, identity, columns=self._columns)))
        return unit.files.get(identity)

    @property
    def _columns(self) -> bool:
        return not self.options.lists_only

    @property
    def _home(self) -> str:
        return f"{self.site.path}/{self.options.drafts_url}"

    @property
    def _template_folder(self) -> str:
        return unicodedata.normalize("NFC", self.options.template_folder)

    def _edited(self) -> list[str]:
        return [spec.title for spec in self.options.schema.lists if spec.edited and spec.title in self.places.lists]

    def _ask_along(self, files: Sequence[str], *, lists: Sequence[str] | None = None) -> None:
        """Ask for these files, and for all that the work on a file will want to know, in one round trip. lists: only for these lists' rows."""
        unit, places = self.unit, self.places
        work: list[tuple[Ask, _Taken]] = []
        new = [identity for identity in dict.fromkeys(files) if identity not in unit.files and not unit.whole]
        if new and max(places.library.count, len(unit.known.paths())) <= _FEW:
            work.append((ask_files(self.site, places, columns=self._columns), self._take_all))
        else:
            work += [(ask_file(self.site, places, identity, columns=self._columns), self._file_taker(identity)) for identity in new]
        everything = bool(files) or lists is None
        titles = [spec.title for spec in self.options.schema.lists if not spec.hidden] if everything else lists or ()
        work += [(unit.lists.ask(title), self._rows_taker(title)) for title in unit.lists.missing(titles)]
        if files:
            work += unit.readers.asks(new)
        if everything:
            work += [(ask, self._events_taker(council)) for council, ask in self.log.asks(places)]
            if not unit.drafts.is_listed:
                work.append((unit.drafts.ask(), unit.drafts.take))
            if not self.templates.is_listed:
                work.append((self.templates.ask(self.template_place), self.templates.take))
            unit.asked = True
        for (_, take), answer in zip(work, self.site.batch([ask for ask, _ in work]), strict=True):
            take(answer)

    def _file_taker(self, identity: str) -> _Taken:
        def take(answer: Answer) -> None:
            self.unit.files[identity] = None if is_gone(answer) else file_of(done(answer, what=self.places.library.title), self.places)

        return take

    def _rows_taker(self, title: str) -> _Taken:
        return lambda answer: self.unit.lists.take(title, answer)

    def _events_taker(self, council: str | None) -> _Taken:
        return lambda answer: self.log.take(self.places, council, answer)

    def _list_all(self) -> None:
        self._take_all(self.site.send(ask_files(self.site, self.places, columns=self._columns)))

    def _take_all(self, answer: Answer) -> None:
        listing = list_files(self.site, self.places, answer)
        self.unit.files = {item.id: item for item in listing.files}
        self.unit.readers.learn(listing)
        self.unit.whole = True
