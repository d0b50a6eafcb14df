"""The folder adapter keeps the library's contract."""

from __future__ import annotations

from pathlib import Path

import pytest

from functions.library.folder import FolderLibrary
from tests.library import folders
from tests.library.contract import LibraryContract, World


def world_of(root: Path, library: FolderLibrary, *, lost: str) -> World:
    return World(
        library=library,
        put=lambda path, data: folders.put(root, path, data),
        rename=lambda old, new: folders.rename(root, old, new),
        delete=lambda path: (root / path).unlink(),
        set_cell=library.set_cell,
        set_row=lambda name, key, values: library.set_row(name, key, values, editor="Malin Ek"),
        add_row=lambda name, values: folders.add_row(library, name, values),
        delete_row=library.delete_row,
        lost_cursor=lambda cursor: lost.format(cursor=cursor[: len(cursor) // 2]),
    )


class TestFolderLibrary(LibraryContract):
    @pytest.fixture
    def world(self, tmp_path: Path) -> World:
        return world_of(tmp_path, FolderLibrary.open(tmp_path), lost="{cursor}")


class TestFolderLibraryWithItsStateElsewhere(LibraryContract):
    @pytest.fixture
    def world(self, tmp_path: Path) -> World:
        root = tmp_path / "Möten"
        root.mkdir()
        return world_of(root, FolderLibrary.open(root, state_dir=tmp_path / "minne"), lost="1;3;another adapter's")


class TestFolderLibraryInADryRun(LibraryContract):
    @pytest.fixture
    def world(self, tmp_path: Path) -> World:
        return world_of(tmp_path, FolderLibrary.open(tmp_path, read_only=True), lost="[]")
