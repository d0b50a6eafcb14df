"""Wires settings to a library and its state; the only module that names an adapter."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from functions import errors
from functions.pipeline import Workplace
from functions.settings import Settings

if TYPE_CHECKING:
    from functions.library.folder import FolderLibrary

STATE_NAME = ".dagordning.db"


@contextmanager
def open_folder(
    folder: Path, settings: Settings, *, state_dir: Path | None = None, read_only: bool = False
) -> Iterator[tuple[Workplace, FolderLibrary]]:
    """A plain folder as the workplace; nothing is created before the first write. read_only: what is written is forgotten (a dry run).

    Raises errors.BadUsage when there is no such folder, errors.NoAccess when it or its state cannot be used.
    """
    from functions.library.folder import FolderLibrary
    from functions.state.sqlite import SqliteState

    library = FolderLibrary.open(
        folder, state_dir=state_dir, draft_folder=settings.draft_folder, template_folder=settings.template_folder, read_only=read_only
    )
    try:
        place = Workplace(
            library=library,
            state=SqliteState(library.database),
            now=settings.now,
            settle_days=settings.settle_days,
            days_before=settings.days_before,
            default_council=settings.council,
            draft_folder=settings.draft_folder,
        )
        yield place, library
    finally:
        library.close()


def require_state(folder: Path, *, state_dir: Path | None) -> None:
    """Raise errors.BadUsage where nothing has been read in yet, so that an empty answer is not taken for the truth."""
    state = folder / STATE_NAME if state_dir is None else state_dir / STATE_NAME.lstrip(".")
    if folder.is_dir() and not state.exists():
        raise errors.BadUsage(
            f"Mappen {folder} har inte lästs in än. Kör först: dagordning run MAPP. Ligger tillståndet någon annanstans, ange --state DIR."
        )


def nearest_folder(start: Path) -> Path:
    """The nearest folder, `start` or above it, that holds our state. Raises errors.BadUsage where none does."""
    place = start.resolve()
    for folder in (place, *place.parents):
        if (folder / STATE_NAME).exists():
            return folder
    raise errors.BadUsage(f"Ingen mapp ovanför {start} har lästs in än. Kör först: dagordning run MAPP, eller ange mappen med --in MAPP.")
