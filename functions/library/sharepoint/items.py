"""Files of the watched library as SharePoint tells of them: one by its id, or all of them in pages."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from functions.library.folder_listing import MINUTES_ENDINGS
from functions.library.sharepoint.cells import read_cells
from functions.library.sharepoint.changelog import plain_id
from functions.library.sharepoint.places import FILE_ID, Places
from functions.library.sharepoint.site import Site, done
from functions.library.sharepoint.wire import Answer, Ask, following, item_number
from functions.model.library import ColumnValue

PAGE = 1000
"""Files in one page of a listing."""

_FIELDS = ("Id", "FileSystemObjectType", "FileRef", "Modified", "EditorId", "Editor/Title", "HasUniqueRoleAssignments")
_FILE = ("File/UniqueId", "File/ContentTag")
_FOLDER = 1


@dataclass(frozen=True, slots=True)
class FileItem:
    """A file and its row in the library.

    id: its UniqueId; number: of its row; path: within the watched folder; tag: SharePoint's mark of the content; etag: of the row; editor: who wrote
    last; cells: our columns, by internal name; mark: the id of the file that the cells were written for; unique: it has readers of its own.
    """

    id: str
    number: int
    path: str
    tag: str
    etag: str
    modified: float
    editor_number: int | None = None
    editor: str | None = None
    cells: Mapping[str, ColumnValue] = field(default_factory=dict)
    mark: str | None = None
    unique: bool = False

    @property
    def is_copy(self) -> bool:
        """Whether its cells came along from another file."""
        return self.mark is not None and plain_id(self.mark) != self.id


def ask_file(site: Site, places: Places, identity: str, *, columns: bool) -> Ask:
    """Ask for a file by its id. columns: with our columns (they exist in the library)."""
    address = str(site.web.get_file_by_id(identity).resource_url) + "/ListItemAllFields"
    return site.get(address, select=_select(places, columns=columns), expand=("File", "Editor"))


def ask_files(site: Site, places: Places, *, columns: bool) -> Ask:
    """Ask for the first page of all files, to be given to `list_files`. Neither filtered nor sorted, so that it is given however many there are."""
    address = str(site.web.lists.get_by_id(places.library.id).items.resource_url)
    return site.get(address, _select(places, columns=columns), ("File", "Editor"), top=PAGE)


@dataclass(frozen=True, slots=True)
class Listing:
    """Every file of the watched folder, and the folders of the library (server-relative, lower case) that have readers of their own."""

    files: tuple[FileItem, ...]
    guarded: frozenset[str] = frozenset()

    def guarded_by(self, item: FileItem, places: Places) -> str | None:
        """What decides who reads a file: the file itself (its id), the nearest folder with readers of its own, or None: the library."""
        if item.unique:
            return item.id
        folder = f"{places.base}/{item.path}".casefold().rpartition("/")[0]
        while "/" in folder:
            if folder in self.guarded:
                return folder
            folder = folder.rpartition("/")[0]
        return None


def list_files(site: Site, places: Places, first: Answer) -> Listing:
    """The whole library, of which the first page has been asked for."""
    files: list[FileItem] = []
    guarded: set[str] = set()
    page = done(first, what=places.library.title)
    while True:
        for one in page.results:
            item = read_file(one, places, etag=None)
            if item is not None:
                files.append(item)
            elif one.get("FileSystemObjectType") == _FOLDER and one.get("HasUniqueRoleAssignments") is True:
                guarded.add(unicodedata.normalize("NFC", str(one.get("FileRef") or "")).casefold())
        ask = following(page)
        if ask is None:
            return Listing(tuple(files), frozenset(guarded))
        page = site.fetch(ask, what=places.library.title)


def file_of(answer: Answer, places: Places) -> FileItem | None:
    """The file that an answer to `ask_file` tells; None when it is gone, a folder, or outside the watched folder."""
    return read_file(answer.entity, places, etag=answer.etag) if answer.ok else None


def read_file(told: Mapping[str, Any], places: Places, *, etag: str | None) -> FileItem | None:
    """A row of the library as a file; None for a folder and for what lies outside the watched folder."""
    inner = told.get("File")
    place = unicodedata.normalize("NFC", str(told.get("FileRef") or ""))
    path = within(place, places.base)
    if told.get("FileSystemObjectType") == _FOLDER or not isinstance(inner, dict) or path is None or not inner.get("UniqueId"):
        return None
    meta = told.get("__metadata")
    mark = told.get(FILE_ID)
    editor = told.get("Editor")
    number = told.get("EditorId")
    return FileItem(
        id=plain_id(inner["UniqueId"]),
        number=item_number(told),
        path=path,
        tag=str(inner.get("ContentTag") or ""),
        etag=str((meta.get("etag") if isinstance(meta, dict) else None) or etag or ""),
        modified=_seconds(told.get("Modified")),
        editor_number=int(number) if number is not None else None,
        editor=str(editor.get("Title") or "") or None if isinstance(editor, dict) else None,
        cells=read_cells(places.library.shown, told),
        mark=str(mark) if mark else None,
        unique=told.get("HasUniqueRoleAssignments") is True,
    )


def within(place: str, base: str) -> str | None:
    """The path within `base` of a server-relative place; None when it lies elsewhere."""
    return place[len(base) + 1 :] if place.casefold().startswith(base.casefold() + "/") else None


def is_ours_to_read(path: str, *, template_folder: str) -> bool:
    """Whether a person could take the file for minutes: neither hidden nor temporary, no template, and of a kind that can hold text."""
    name = path.rsplit("/", 1)[-1]
    lowered = name.casefold()
    hidden = any(part.startswith((".", "~$")) for part in path.split("/")) or lowered.startswith("~wrl") or lowered.endswith(".tmp")
    template = path.casefold().startswith(template_folder.casefold() + "/")
    forms = path.startswith("Forms/")  # a library's own pages
    return not hidden and not template and not forms and any(lowered.endswith(ending) for ending in MINUTES_ENDINGS)


def _select(places: Places, *, columns: bool) -> tuple[str, ...]:
    ours = (*(field.name for field in places.library.shown), FILE_ID) if columns else ()
    return (*_FIELDS, *_FILE, *ours)


def _seconds(told: Any) -> float:
    try:
        return datetime.fromisoformat(str(told).replace("Z", "+00:00")).timestamp()
    except ValueError:
        return 0.0
