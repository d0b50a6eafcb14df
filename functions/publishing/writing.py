"""Writes a file's columns by three-way merge: intent first, then the cells, then the base, so that a crash between them leaves no false edit."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

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


@dataclass(frozen=True, slots=True)
class PeoplesCells:
    """What people did to a file's cells. said: what they wrote, neither empty nor ours, now or earlier; emptied: what stood in cells of ours that
    they emptied; reread: Läs om is ticked, so that nothing of it counts."""

    said: Mapping[str, ColumnValue] = field(default_factory=dict)
    emptied: Mapping[str, ColumnValue] = field(default_factory=dict)
    reread: bool = False


def cells_of_people(file: LibraryFile, *, names: Collection[str], library: Library, state: State) -> PeoplesCells:
    """What people did to those of the file's cells."""
    values, base = library.columns(file).values, state.base_values(file.id)
    if values.get(REREAD) is True:
        return PeoplesCells(reread=True)
    said = {
        name: values[name]
        for name in names
        if values.get(name) not in (None, "")
        and not same_value(values[name], base.last.get(name))
        and not any(same_value(values[name], former) for former in base.earlier.get(name, ()))
    }
    emptied = {name: base.last[name] for name in names if same_value(values.get(name), None) and not same_value(base.last.get(name), None)}
    return PeoplesCells(said, emptied)


def believe_people(file: LibraryFile, *, names: Collection[str] | None = None, library: Library, state: State) -> None:
    """Count older values of ours that stand in the file's cells (all, or those named) as a person's from now on.

    Only for a file that was not saved since, so that none came back with it, and after no crash, which may have left a write of ours unnoted.
    """
    values, base = library.columns(file).values, state.base_values(file.id)
    theirs = {
        name: tuple(old for old in base.earlier[name] if not same_value(values[name], old))
        for name in stale_cells(file, library=library, state=state)
        if names is None or name in names
    }
    if theirs:
        state.store_base_values(file.id, replace(base, earlier={**base.earlier, **theirs}))


def stale_cells(file: LibraryFile, *, library: Library, state: State) -> frozenset[str]:
    """Those of the file's cells in which an older value of ours stands: it came back with a save, or a person chose it."""
    values, base = library.columns(file).values, state.base_values(file.id)
    return frozenset(
        name
        for name, former in base.earlier.items()
        if name in values and not same_value(values[name], base.last.get(name)) and any(same_value(values[name], old) for old in former)
    )


def is_reread_asked(file: LibraryFile, *, library: Library) -> bool:
    """Whether Läs om is ticked on the file's row."""
    return library.columns(file).values.get(REREAD) is True
