"""What people do in a library or a list without our program: saving, renaming, typing in cells; each act is theirs, and stands in the change log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.sharepoint import columns, moving, rows, writing
from tests.sharepoint.clock import stamp
from tests.sharepoint.people import READ
from tests.sharepoint.recycling import put_in_bin
from tests.sharepoint.state import FOLDER, Field, Grants, Item, ListState, Lock, Principal, Version
from tests.sharepoint.values import from_json

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator

SOMEBODY = "Malin Ek"


class ListHandle:
    """A list in somebody's hands."""

    def __init__(self, site: Emulator, state: ListState) -> None:
        self.site, self.state = site, state

    @property
    def id(self) -> str:
        """The list's GUID."""
        return self.state.id

    def who(self, by: str) -> Principal:
        """The person (or "APP", our program) of a name."""
        return self.site.people.app if by == "APP" else self.site.people.person(by)

    def add_column(self, internal: str, title: str | None = None, kind: str = "Text", **more: Any) -> Field:
        """A column, made by hand."""
        with self.site.lock:
            return columns.add(self.state, Field(internal, title or internal, kind, columns.KINDS[kind], **more))

    def stored(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Plain values by internal name as they are stored: people by name, links by address or (address, words)."""
        found = {}
        for name, value in values.items():
            field = self.state.fields[name]
            if field.type == "User" and isinstance(value, str):
                found[name] = self.site.people.person(value).id
            elif field.type == "User" and isinstance(value, list):
                found[name] = [self.site.people.person(one).id for one in value]
            elif field.type == "URL" and isinstance(value, str | tuple):
                found[name] = (value, value) if isinstance(value, str) else value
            else:
                found[name] = from_json(self.site, field, value)
        return found

    def told(self, item: Item, name: str) -> Any:
        """A cell as a plain value: a date without a time as its ISO day where the site is, people by name, links as {Url, Description}."""
        field = self.state.fields[name]
        value = rows.cell(self.site, self.state, item, field)
        if isinstance(value, datetime):
            return value.astimezone(self.site.zone).date().isoformat() if field.date_only else stamp(value)
        if isinstance(value, list) and field.type == "User":
            return [self.site.people.by_id(one).title for one in value]
        if field.type == "User" and value is not None:
            return self.site.people.by_id(value).title
        return {"Url": value[0], "Description": value[1]} if field.type == "URL" and value else value

    def row(self, item: Item) -> dict[str, Any]:
        """A row by internal names; ID, Editor, UniqueId and everything that people may write."""
        names = ["ID", "Title", "Editor", "Author", "UniqueId", *(name for name, field in self.state.fields.items() if not field.base)]
        return {name: self.told(item, name) for name in names}

    def rows(self) -> list[dict[str, Any]]:
        """Every row, oldest first."""
        with self.site.lock:
            return [self.row(item) for item in self.state.items.values() if item.kind != FOLDER]

    def find(self, key_field: str, key: Any) -> Item | None:
        """The item with that value in that column."""
        return next((item for item in self.state.items.values() if self.told(item, key_field) == key), None)

    def _the(self, key_field: str, key: Any) -> Item:
        found = self.find(key_field, key)
        if found is None:
            raise KeyError(
                f"{self.state.title} has no row whose {key_field} is {key!r}: {[self.told(one, key_field) for one in self.state.items.values()]}"
            )
        return found

    def add_row(self, values: Mapping[str, Any], *, by: str = SOMEBODY) -> int:
        """A new row; its ID."""
        with self.site.lock:
            return writing.add_row(self.site, self.state, self.stored(values), by=self.who(by)).id

    def set_row(self, *, key_field: str, key: Any, values: Mapping[str, Any], by: str = SOMEBODY) -> None:
        """Type in the cells of a row. Raises KeyError for none."""
        with self.site.lock:
            writing.update(self.site, self.state, self._the(key_field, key), self.stored(values), by=self.who(by))

    def delete_row(self, *, key_field: str, key: Any, by: str = SOMEBODY) -> None:
        """Delete a row. Raises KeyError for none."""
        with self.site.lock:
            gone = self._the(key_field, key)
            writing.remove(self.site, self.state, gone, by=self.who(by))
            put_in_bin(self.site, self.state, gone, by=self.who(by))

    def restrict(self, *readers: str) -> None:
        """Break inheritance: only these people (or groups) may read the list."""
        self.state.grants = self._grants(readers)

    def _grants(self, readers: tuple[str, ...]) -> Grants:
        groups = {one.title: one for one in self.site.people.known.values() if one.kind == 8}
        return Grants([(groups[name].id if name in groups else self.site.people.person(name, member=False).id, READ) for name in readers])


class LibraryHandle(ListHandle):
    """A library in somebody's hands; paths are relative to it, with /."""

    def _path(self, path: str) -> str:
        return f"{self.state.path}/{path}".rstrip("/")

    def item(self, path: str) -> Item:
        """The file or folder at a path. Raises KeyError for none."""
        found = self.state.at(self._path(path))
        if found is None:
            raise KeyError(f"{self.state.title} has no {path}: {self.paths()}")
        return found

    def paths(self) -> list[str]:
        """Every file's path."""
        return sorted(item.path[len(self.state.path) + 1 :] for item in self.state.items.values() if item.content)

    def put(self, path: str, data: bytes, *, by: str = SOMEBODY) -> str:
        """Save a file, new or there already, with the folders that it needs; its UniqueId."""
        with self.site.lock:
            target = self._path(path)
            return writing.put_file(self.site, self.state, target, data, by=self.who(by), overwrite=True, make_folders=True).unique_id

    def folder(self, path: str, *, by: str = SOMEBODY) -> None:
        """Make a folder, and those above it."""
        with self.site.lock:
            writing.folder_of(self.site, self.state, self._path(path), by=self.who(by), make=True)

    def rename(self, old: str, new: str, *, by: str = SOMEBODY) -> None:
        """Rename or move a file or a folder."""
        with self.site.lock:
            moving.move(self.site, self.state, self.item(old), self._path(new), by=self.who(by), make_folders=True)

    def copy(self, old: str, new: str, *, by: str = SOMEBODY) -> str:
        """Copy a file, with all its columns; the copy's UniqueId."""
        with self.site.lock:
            return moving.copy(self.site, self.state, self.item(old), self._path(new), by=self.who(by), make_folders=True).unique_id

    def delete(self, path: str, *, by: str = SOMEBODY) -> None:
        """Delete a file or a folder."""
        with self.site.lock:
            writing.remove(self.site, self.state, self.item(path), by=self.who(by))

    def restore(self, path: str, *, by: str = SOMEBODY) -> None:
        """Bring a deleted file back."""
        with self.site.lock:
            found = next(item for owner, item in reversed(self.site.recycled) if owner == self.state.id and item.path == self._path(path))
            moving.restore(self.site, self.state, found, by=self.who(by))

    def set_cell(self, path: str, name: str, value: Any, *, by: str = SOMEBODY) -> None:
        """Type in a column of a file."""
        with self.site.lock:
            writing.update(self.site, self.state, self.item(path), self.stored({name: value}), by=self.who(by))

    def cell(self, path: str, name: str) -> Any:
        """What stands in a column of a file."""
        with self.site.lock:
            return self.told(self.item(path), name)

    def cells(self, path: str) -> dict[str, Any]:
        """Every column of a file that is not SharePoint's own, where something stands."""
        with self.site.lock:
            item = self.item(path)
            return {name: value for name, field in self.state.fields.items() if not field.base and (value := self.told(item, name)) not in (None, "")}

    def data(self, path: str) -> bytes:
        """The bytes as they are stored now."""
        content = self.item(path).content
        assert content is not None
        return content.data

    def versions(self, path: str) -> list[Version]:
        """The versions of a file, oldest first; the last is the one that is."""
        return list(self.item(path).versions)

    def lock(self, path: str, *, by: str = SOMEBODY, kind: str = "shared", minutes: float | None = None) -> None:
        """Open a file in Word: nobody else may write it until `unlock`, or for so many minutes."""
        from datetime import timedelta

        content = self.item(path).content
        assert content is not None
        content.lock = Lock(self.who(by), kind, self.site.clock.now() + timedelta(minutes=minutes) if minutes is not None else None)

    def unlock(self, path: str) -> None:
        """Close it in Word."""
        content = self.item(path).content
        assert content is not None
        content.lock = None

    def check_out(self, path: str, *, by: str = SOMEBODY) -> None:
        """Check a file out."""
        content = self.item(path).content
        assert content is not None
        content.checkout = self.who(by)

    def check_in(self, path: str) -> None:
        """Check it in, as whoever had it out."""
        with self.site.lock:
            content = self.item(path).content
            assert content is not None
            assert content.checkout is not None
            writing.check_in(self.site, self.state, self.item(path), by=content.checkout)

    def restrict(self, *readers: str, path: str | None = None) -> None:
        """Break inheritance for the library, or for a file or folder in it: only these people (or groups) may read it."""
        holder: ListState | Item = self.item(path) if path else self.state
        holder.grants = self._grants(readers)
