"""Where everything is on the site: the watched library, our lists, and who we are there; read once in one round trip."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from functions.library.sharepoint.refusals import missing_library, missing_list
from functions.library.sharepoint.site import Site, done
from functions.model.schema import FieldSpec, FieldType, ListSpec, SiteSchema

FILE_ID, KEY, BASE = "DgFileId", "DgKey", "DgBase"
"""Our technical columns: on a file its own UniqueId; on a row its key, and what we wrote last."""

_LIST_FIELDS = ("Id", "Title", "ItemCount", "ListItemEntityTypeFullName", "RootFolder/ServerRelativeUrl")


@dataclass(frozen=True, slots=True)
class Place:
    """A list or library. root: server-relative path of its folder; type_name: what its items are called in a write; count: of its items."""

    id: str
    title: str
    root: str
    type_name: str
    count: int
    fields: tuple[FieldSpec, ...] = ()

    def field(self, title: str) -> FieldSpec | None:
        """Our column of that title."""
        return next((field for field in self.fields if field.title == title), None)

    @property
    def shown(self) -> tuple[FieldSpec, ...]:
        """Our columns that hold what people see, without the technical ones and those that are theirs alone."""
        return tuple(field for field in self.fields if field.name not in (KEY, BASE, FILE_ID) and field.type.value in _READ)


_PLAIN_DATES = (1053, 2077)  # LCID of sv-SE and sv-FI

_READ = frozenset({FieldType.TEXT, FieldType.NOTE, FieldType.NUMBER, FieldType.DATE, FieldType.CHOICE, FieldType.YES_NO, FieldType.LINK})


@dataclass(frozen=True, slots=True)
class Places:
    """The places found. base: server-relative path of the watched folder; lists: by our titles, without missing ones; me: our user's number;
    locale: the site's LCID."""

    library: Place
    base: str
    lists: dict[str, Place]
    me: int | None
    locale: int | None = None

    @property
    def writes_plain_dates(self) -> bool:
        """Whether the site's forms take a day as 2026-03-19, as Swedish ones do."""
        return self.locale in _PLAIN_DATES

    def list(self, title: str) -> Place:
        """The list of that title. Raises errors.NoAccess, which says how to make it."""
        if title not in self.lists:
            raise missing_list(title)
        return self.lists[title]


def find_places(site: Site, *, title: str, folder: str | None, schema: SiteSchema) -> Places:
    """Look around. Raises errors.NoAccess when the library is not there; a list that is missing is told when it is asked for."""
    asks = [
        site.get(str(site.web.lists.resource_url), select=_LIST_FIELDS, expand=("RootFolder",)),
        site.get(str(site.web.current_user.resource_url), select=("Id", "LoginName")),
        site.get(str(site.web.regional_settings.resource_url), select=("LocaleId",)),
    ]
    listed, us, region = site.batch(asks)
    found = [one for one in done(listed).results if one.get("Id")]
    library = next((one for one in found if _same(str(one.get("Title")), title)), None)
    if library is None:
        library = next((one for one in found if _same(_leaf(one), title)), None)
    if library is None:
        raise missing_library(title)
    watched = _place(library, title=title, fields=schema.columns)
    lists = {spec.title: _place(one, title=spec.title, fields=spec.fields) for spec in schema.lists if (one := _ours(found, spec)) is not None}
    inner = (folder or "").strip("/")
    base = f"{watched.root}/{unicodedata.normalize('NFC', inner)}" if inner else watched.root
    number = us.entity.get("Id") if us.ok else None
    locale = region.entity.get("LocaleId") if region.ok else None
    return Places(watched, base, lists, int(number) if number is not None else None, int(locale) if locale is not None else None)


def _ours(found: Sequence[dict[str, Any]], spec: ListSpec) -> dict[str, Any] | None:
    """Our list by its address, which people cannot rename; else by its title."""
    by_address = next((one for one in found if _root(one).casefold().endswith(f"/lists/{spec.url}".casefold())), None)
    return by_address or next((one for one in found if _same(str(one.get("Title")), spec.title)), None)


def _place(one: dict[str, Any], *, title: str, fields: tuple[FieldSpec, ...]) -> Place:
    return Place(
        id=str(one["Id"]),
        title=title,
        root=_root(one),
        type_name=str(one.get("ListItemEntityTypeFullName") or "SP.ListItem"),
        count=int(one.get("ItemCount") or 0),
        fields=fields,
    )


def _root(one: dict[str, Any]) -> str:
    folder = one.get("RootFolder")
    return str(folder.get("ServerRelativeUrl") or "") if isinstance(folder, dict) else ""


def _leaf(one: dict[str, Any]) -> str:
    return _root(one).rsplit("/", 1)[-1]


def _same(one: str, other: str) -> bool:
    return unicodedata.normalize("NFC", one).casefold() == unicodedata.normalize("NFC", other).casefold()
