"""What the emulated site holds: lists, fields, views, items, files, versions and the change log, as plain mutable values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

DOCUMENTS, GENERIC = 101, 100
FILE, FOLDER = 0, 1
ADD, UPDATE, DELETE, RENAME, MOVE_AWAY, MOVE_INTO, RESTORE, ROLE_ADD, ROLE_DELETE, SYSTEM_UPDATE = 1, 2, 3, 4, 5, 6, 7, 8, 9, 15


def new_id() -> str:
    """A fresh GUID."""
    return str(uuid4())


@dataclass
class Principal:
    """A person, an app or a group. kind: 1 user, 8 site group; members: ids of those in a group."""

    id: int
    title: str
    login: str
    email: str = ""
    kind: int = 1
    members: list[int] = field(default_factory=list)
    app: bool = False


@dataclass
class Field:
    """A column. kind: FieldTypeKind; type: Text, Note, …; base: it was there from the start."""

    internal: str
    title: str
    type: str
    kind: int
    id: str = field(default_factory=new_id)
    required: bool = False
    unique: bool = False
    indexed: bool = False
    hidden: bool = False
    read_only: bool = False
    base: bool = False
    choices: list[str] = field(default_factory=list)
    fill_in: bool = False
    default: str | None = None
    description: str = ""
    formatter: str | None = None
    max_length: int = 255
    date_only: bool = False
    many: bool = False
    rich: bool = False
    display: int = 0
    schema: dict[str, str] = field(default_factory=dict)
    shown: dict[str, bool] = field(default_factory=dict)


@dataclass
class View:
    """A view of a list."""

    title: str
    fields: list[str]
    id: str = field(default_factory=new_id)
    query: str = ""
    row_limit: int = 30
    paged: bool = True
    default: bool = False
    hidden: bool = False
    personal: bool = False
    formatter: str | None = None
    scope: int = 0
    kind: str = "HTML"
    url: str = ""


@dataclass
class Version:
    """What an item was. label: "2.0"."""

    label: str
    at: datetime
    by: int
    values: dict[str, Any]
    data: bytes | None
    bumped: bool = True


@dataclass
class Lock:
    """Somebody holds a file. kind: "shared" (open in Word) or "exclusive"; until: None for as long as it takes."""

    owner: Principal
    kind: str = "shared"
    until: datetime | None = None


@dataclass
class Content:
    """A file's bytes. version: counts changes of the bytes; checkout: who has checked it out."""

    data: bytes
    version: int = 1
    checkout: Principal | None = None
    lock: Lock | None = None
    uploads: dict[str, bytes] = field(default_factory=dict)
    check_in_comment: str = ""


@dataclass
class Grants:
    """Own permissions of a list, folder or item: (principal id, role definition id). None of these where it inherits."""

    given: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class Item:
    """A row, a file or a folder. etag: its own counter; path: server-relative for files and folders."""

    id: int
    created: datetime
    modified: datetime
    author: int
    editor: int
    values: dict[str, Any] = field(default_factory=dict)
    kind: int = FILE
    guid: str = field(default_factory=new_id)
    unique_id: str = field(default_factory=new_id)
    path: str = ""
    content: Content | None = None
    major: int = 1
    minor: int = 0
    etag: int = 1
    versions: list[Version] = field(default_factory=list)
    grants: Grants | None = None
    moderation: int = 0
    label: str = ""

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rsplit("/", 1)[-1]

    @property
    def folder(self) -> str:
        """The path of the folder that holds it."""
        return self.path.rsplit("/", 1)[0]

    @property
    def version(self) -> str:
        """The label of the version, such as 2.0."""
        return f"{self.major}.{self.minor}"


@dataclass
class ChangeEntry:
    """One line of a list's change log. number: grows by one over the whole site."""

    number: int
    kind: int
    at: datetime
    item: Item | None
    by: int
    item_id: int = 0
    unique_id: str = ""
    what: str = "Item"


@dataclass
class ListState:
    """A list or a library. path: the server-relative address of its root folder."""

    title: str
    path: str
    template: int
    id: str = field(default_factory=new_id)
    description: str = ""
    fields: dict[str, Field] = field(default_factory=dict)
    views: list[View] = field(default_factory=list)
    items: dict[int, Item] = field(default_factory=dict)
    log: list[ChangeEntry] = field(default_factory=list)
    next_item: int = 1
    created: datetime | None = None
    modified: datetime | None = None
    root_id: str = field(default_factory=new_id)
    versioning: bool = True
    minor_versions: bool = False
    moderation: bool = False
    force_checkout: bool = False
    content_types: bool = False
    hidden: bool = False
    no_crawl: bool = False
    quick_launch: bool = False
    attachments: bool = True
    demotion: bool = False
    grows: int = 0
    grants: Grants | None = None
    entity_type: str = ""
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def is_library(self) -> bool:
        """Whether it holds files."""
        return self.template == DOCUMENTS

    def field_named(self, name: str) -> Field | None:
        """The column of that internal name or title, as getByInternalNameOrTitle finds it."""
        exact = self.fields.get(name) or next((one for key, one in self.fields.items() if key.lower() == name.lower()), None)
        return exact or next((one for one in self.fields.values() if one.title.lower() == name.lower()), None)

    def at(self, path: str) -> Item | None:
        """The file or folder at a server-relative path, whatever its case."""
        return next((item for item in self.items.values() if item.path.lower() == path.lower()), None)


@dataclass
class Subscription:
    """A webhook on a list. owner: the app that made it, who alone may see or change it."""

    id: str
    list_id: str
    url: str
    expires: datetime
    state: str | None
    owner: int
