"""What people do in a folder, and what a folder looks like, for the tests of the folder adapter."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from functions.library.folder import FolderLibrary
from functions.model.library import ChangeKind, Changes, ColumnValue, LibraryFile


def put(root: Path, path: str, data: bytes) -> Path:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return place


def rename(root: Path, old: str, new: str) -> None:
    (root / new).parent.mkdir(parents=True, exist_ok=True)
    (root / old).rename(root / new)


def add_row(library: FolderLibrary, name: str, values: Mapping[str, ColumnValue]) -> str:
    """A row under a key that we never gave."""
    key = f"egen {len(library.rows(name)) + 1}"
    library.set_row(name, key, values, editor="Malin Ek")
    return key


def told(changes: Changes) -> list[tuple[ChangeKind, str]]:
    return [(change.kind, change.file.path) for change in changes.changes if change.file]


def paths(library: FolderLibrary) -> list[str]:
    return [path for _, path in told(library.changes(None))]


def the_file(library: FolderLibrary, path: str) -> LibraryFile:
    library.changes(None)
    return next(file for file in library.files() if file.path == path)


def traces(*places: Path) -> dict[str, tuple[int, int, bytes]]:
    """Times, sizes and bytes of everything in these places, folders included."""
    found: dict[str, tuple[int, int, bytes]] = {}
    for place in places:
        for each in [place, *place.rglob("*")]:
            told = each.lstat()
            found[str(each)] = (told.st_mtime_ns, told.st_size, each.read_bytes() if each.is_file() else b"")
    return found


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Permissions mean nothing to root, so a test run as root is somebody else for a while."""
    if os.getuid() != 0:
        yield
        return
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
