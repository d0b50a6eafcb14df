"""A library of any kind, and the hands of the people who work in it, for the contract that every adapter keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from functions.library.port import Library
from functions.model.library import ColumnValue, LibraryFile


@dataclass(frozen=True)
class World:
    """A library and what people do in it. add_row gives the key by which the adapter tells of the row; lost_cursor a cursor that it cannot use."""

    library: Library
    put: Callable[[str, bytes], object]
    rename: Callable[[str, str], None]
    delete: Callable[[str], None]
    set_cell: Callable[[LibraryFile, str, ColumnValue], None]
    set_row: Callable[[str, str, Mapping[str, ColumnValue]], None]
    add_row: Callable[[str, Mapping[str, ColumnValue]], str]
    delete_row: Callable[[str, str], object]
    lost_cursor: Callable[[str], str]
