"""Writes a file's columns by three-way merge: intent first, then the cells, then the base, so that a crash between them leaves no false edit."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from functions import errors
from functions.library.port import Library
from functions.model.library import ColumnValue, LibraryFile, WriteResult
from functions.publishing.merging import REREAD, Merge, merge, same_value
from functions.state.port import State

_ATTEMPTS = 3


def publish(file: LibraryFile, *, wanted: Mapping[str, ColumnValue], theirs: Collection[str] = (), library: Library, state: State) -> Merge:
    """What was written and what was left to people. Raises errors.Locked when the file is held, errors.Conflict when somebody keeps writing."""
    for _ in range(_ATTEMPTS):
        cells = library.columns(file)
        merged = merge(cells.values, base=state.base_values(file.id), wanted=wanted, theirs=theirs)
        if not merged.to_write:
            state.store_base_values(file.id, merged.base)
            return merged
        state.store_base_values(file.id, merged.intent)
        result = library.write_columns(file, merged.to_write, etag=cells.etag)
        if result is WriteResult.WRITTEN:
            state.store_base_values(file.id, merged.base)
            return merged
        if result is WriteResult.LOCKED:
            raise errors.Locked(f"Väntar: ”{file.name}” är öppen. Uppgifterna fylls i när den stängs.")
    raise errors.Conflict(f"”{file.name}” ändras hela tiden. Nytt försök görs senare.")


def words_of_people(file: LibraryFile, *, names: Collection[str], library: Library, state: State) -> dict[str, ColumnValue]:
    """The cells among `names` that hold what a person wrote, neither empty nor ours, now or earlier. None of them where Läs om is ticked."""
    values, base = library.columns(file).values, state.base_values(file.id)
    if values.get(REREAD) is True:
        return {}
    return {
        name: values[name]
        for name in names
        if values.get(name) not in (None, "")
        and not same_value(values[name], base.last.get(name))
        and not any(same_value(values[name], former) for former in base.earlier.get(name, ()))
    }


def is_reread_asked(file: LibraryFile, *, library: Library) -> bool:
    """Whether Läs om is ticked on the file's row."""
    return library.columns(file).values.get(REREAD) is True
