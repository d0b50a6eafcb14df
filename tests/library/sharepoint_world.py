"""A SharePoint site over the emulator as the adapter's tests meet it: our lists made by hand, an adapter signed in as the app, and people at work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from functions.library.sharepoint import SharePointLibrary
from functions.library.sharepoint.cursor import read_cursor, write_cursor
from functions.library.sharepoint.site import Site
from functions.model.library import Change, ChangeKind, ColumnValue, LibraryFile
from functions.model.schema import FieldSpec, FieldType, ListSpec, SiteSchema
from functions.publishing.schema import site_schema
from tests.library.contract import World
from tests.sharepoint.emulator import Emulator
from tests.sharepoint.hands import LibraryHandle

TITLE = "Anteckningar"
_KINDS = {
    FieldType.TEXT: "Text",
    FieldType.NOTE: "Note",
    FieldType.NUMBER: "Number",
    FieldType.DATE: "DateTime",
    FieldType.CHOICE: "Choice",
    FieldType.YES_NO: "Boolean",
    FieldType.LINK: "URL",
    FieldType.PEOPLE: "User",
}


class Notes:
    """A state's notes, kept in memory over restarts of the adapter."""

    def __init__(self) -> None:
        self.books: dict[str, dict[str, str]] = {}
        self.writes = 0

    def notes(self, name: str, /) -> Mapping[str, str]:
        return dict(self.books.get(name, {}))

    def store_notes(self, name: str, changes: Mapping[str, str | None], /) -> None:
        self.writes += 1
        for key, text in changes.items():
            assert not set(key) & set("/\\#?"), f"no key of an Azure table: {key}"
            if text is None:
                self.books.get(name, {}).pop(key, None)
            else:
                self.books.setdefault(name, {})[key] = text


@dataclass
class Place:
    """The emulator with an adapter on it."""

    site: Emulator
    library: SharePointLibrary
    schema: SiteSchema
    notes: Notes
    waited: list[float] = field(default_factory=list)

    @property
    def files(self) -> LibraryHandle:
        return self.site.library(TITLE)

    def restart(self, **settings: object) -> SharePointLibrary:
        """The adapter in another process: nothing is kept but the notes."""
        self.library = connect(self.site, self.schema, self.notes, self.waited, **settings)
        return self.library

    def trips(self) -> int:
        """HTTP requests since the last call."""
        count = self.site.round_trips()
        self.site.reset_count()
        return count


def connect(site: Emulator, schema: SiteSchema, notes: Notes, waited: list[float], **settings: object) -> SharePointLibrary:
    token = {"token_type": "Bearer", "access_token": "APP", "expires_in": 3600}
    seam = Site(site.url, token=lambda: dict(token), sleep=waited.append, timeout=(5, 30))
    return SharePointLibrary(seam, schema=schema, memory=notes, clock=site.clock.now, **{"title": TITLE, **settings})  # type: ignore[arg-type]


def make_site(site: Emulator, schema: SiteSchema, *, demotion: bool = True) -> None:
    """The library with our columns, and our lists, as provisioning makes them."""
    library = site.add_library(TITLE, "Anteckningar", demotion=demotion)
    _add_columns(library, schema.columns)
    for spec in schema.lists:
        made = site.add_list(spec.title, spec.url)
        made.state.path = made.state.path  # its address comes from the url
        _add_columns(made, spec.fields)


def _add_columns(owner: object, fields: tuple[FieldSpec, ...]) -> None:
    for spec in fields:
        if spec.name == "Title":
            owner.state.fields["Title"].title = spec.title  # type: ignore[attr-defined]
            owner.state.fields["Title"].required = False  # type: ignore[attr-defined]
            continue
        more: dict[str, object] = {"hidden": spec.hidden, "indexed": spec.index or spec.unique, "unique": spec.unique}
        if spec.type is FieldType.DATE:
            more["date_only"] = True
        if spec.type is FieldType.CHOICE:
            more["choices"] = list(spec.choices)
        owner.add_column(spec.name, spec.title, _KINDS[spec.type], **more)  # type: ignore[attr-defined]
    owner.state.fields["Title"].required = False  # type: ignore[attr-defined]


@contextmanager
def place(schema: SiteSchema | None = None, *, demotion: bool = True, emulator: Emulator | None = None, **settings: object) -> Iterator[Place]:
    with (emulator or Emulator()).running() as site:
        chosen = schema or site_schema()
        make_site(site, chosen, demotion=demotion)
        notes, waited = Notes(), []
        yield Place(site, connect(site, chosen, notes, waited, **settings), chosen, notes, waited)


def only_file(place_: Place, path: str = "Råd/anteckning.docx") -> LibraryFile:
    """The known file at a path."""
    return next(file for file in place_.library.files() if file.path == path)


def told(changes: tuple[Change, ...]) -> list[tuple[ChangeKind, str]]:
    return [(change.kind, change.file.path) for change in changes if change.file]


def contract_schema() -> SiteSchema:
    """The real schema with the cells that the contract's tests write."""
    real = site_schema()
    cells = (
        FieldSpec("DgRad", "Rad", FieldType.TEXT),
        FieldSpec("DgOppna", "Oppna", FieldType.NUMBER),
        FieldSpec("DgLas", "Las", FieldType.YES_NO),
        FieldSpec("DgAndel", "Andel", FieldType.NUMBER),
        FieldSpec("DgDatum", "Datum", FieldType.DATE),
        FieldSpec("Ansvarig", "Ansvarig", FieldType.TEXT),
    )
    extra = (
        FieldSpec("Text", "Text", FieldType.TEXT),
        FieldSpec("Moten", "Möten", FieldType.NUMBER),
        FieldSpec("Egen", "Egen anteckning", FieldType.TEXT),
    )
    lists = tuple(
        ListSpec(spec.title, spec.url, spec.description, (*spec.fields, *extra), spec.views, spec.hidden, spec.edited)
        if spec.title == "Uppföljning"
        else spec
        for spec in real.lists
    )
    return SiteSchema((*real.columns, *cells), real.library_views, lists)


def contract_world(here: Place) -> World:
    """People's acts, each of which ends the unit of work: the adapter must look again."""
    names = {spec.title: {one.title: one.name for one in spec.fields} for spec in here.schema.lists}

    def put(path: str, data: bytes) -> None:
        here.files.put(path, data)
        here.library.begin()

    def rename(old: str, new: str) -> None:
        here.files.rename(old, new)
        here.library.begin()

    def delete(path: str) -> None:
        here.files.delete(path)
        here.library.begin()

    def set_cell(file: LibraryFile, name: str, value: ColumnValue) -> None:
        here.files.set_cell(file.path, name, value)
        here.library.begin()

    def set_row(title: str, key: str, values: Mapping[str, ColumnValue]) -> None:
        rows = here.site.list(title)
        cells = {names[title][column]: value for column, value in values.items()}
        if rows.find("DgKey", key) is None:
            rows.add_row({"DgKey": key, **cells}, by="Malin Ek")
        else:
            rows.set_row(key_field="DgKey", key=key, values=cells, by="Malin Ek")
        here.library.begin()

    def add_row(title: str, values: Mapping[str, ColumnValue]) -> str:
        number = here.site.list(title).add_row({names[title][column]: value for column, value in values.items()}, by="Malin Ek")
        here.library.begin()
        return f"new:{number}"

    def delete_row(title: str, key: str) -> None:
        here.site.list(title).delete_row(key_field="DgKey", key=key, by="Malin Ek")
        here.library.begin()

    return World(
        library=here.library,
        put=put,
        rename=rename,
        delete=delete,
        set_cell=set_cell,
        set_row=set_row,
        add_row=add_row,
        delete_row=delete_row,
        lost_cursor=aged,
    )


def aged(cursor: str) -> str:
    """The cursor as if two months had gone: its ticks are old, its numbers are not."""
    tokens = read_cursor(cursor)
    assert tokens is not None
    old = {}
    for identity, token in tokens.items():
        parts = token.split(";")
        parts[3] = str(int(parts[3]) - 61 * 24 * 3600 * 10_000_000)
        old[identity] = ";".join(parts)
    return write_cursor(old)
