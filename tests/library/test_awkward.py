"""The fake behind the port keeps the contract when it behaves, and misbehaves as told."""

from __future__ import annotations

import pytest

from functions.library.port import Library
from functions.model.library import LibraryFile, WriteResult
from tests.library.awkward import AwkwardLibrary
from tests.library.contract import LibraryContract, World


class TestAwkwardLibrary(LibraryContract):
    @pytest.fixture
    def world(self) -> World:
        library = AwkwardLibrary()

        def lose(cursor: str) -> str:
            library.age_cursors()
            return cursor

        return World(
            library=library,
            put=library.put,
            rename=library.rename,
            delete=library.delete,
            set_cell=library.set_cell,
            set_row=lambda name, key, values: library.set_row(name, key, values, editor="Malin Ek"),
            add_row=lambda name, values: library.add_row(name, values, editor="Malin Ek"),
            delete_row=library.delete_row,
            lost_cursor=lose,
        )


def one_file() -> tuple[AwkwardLibrary, LibraryFile]:
    library = AwkwardLibrary()
    library.put("a.docx", b"a")
    port: Library = library
    return library, port.files()[0]


def test_a_locked_file_takes_no_cells() -> None:
    library, file = one_file()
    library.locked.add(file.id)
    assert library.write_columns(file, {"DgRad": "x"}, etag="0") is WriteResult.LOCKED
    assert library.columns(file).values == {}


def test_an_ignored_write_leaves_the_cell_as_it_was() -> None:
    library, file = one_file()
    library.ignored.add("DgRad")
    assert library.write_columns(file, {"DgRad": "x", "DgOppna": 1}, etag="0") is WriteResult.IGNORED
    assert library.columns(file).values == {"DgOppna": 1}


def test_a_promoted_value_comes_back_as_another() -> None:
    library, file = one_file()
    library.promoted["DgDatum"] = lambda value: f"{value}T00:00:00Z"
    assert library.write_columns(file, {"DgDatum": "2026-03-19"}, etag="0") is WriteResult.WRITTEN
    assert library.columns(file).values == {"DgDatum": "2026-03-19T00:00:00Z"}


def test_a_person_can_get_in_between() -> None:
    library, file = one_file()
    library.overtaken.append((file.id, "DgRad", "Mitt råd"))
    assert library.write_columns(file, {"DgRad": "x"}, etag=library.columns(file).etag) is WriteResult.CONFLICT
    assert library.write_columns(file, {"DgOppna": 1}, etag=library.columns(file).etag) is WriteResult.WRITTEN
    assert library.columns(file).values == {"DgRad": "Mitt råd", "DgOppna": 1}
