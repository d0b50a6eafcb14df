"""Wires settings to a library and its state; the only module that names an adapter."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from functions import errors
from functions.settings import Settings

if TYPE_CHECKING:
    from functions.jobs.notices import Door
    from functions.jobs.office import Office, Queues
    from functions.library.folder import FolderLibrary
    from functions.library.port import Library
    from functions.library.sharepoint import SharePointLibrary
    from functions.library.sharepoint.site import Site
    from functions.state.azure import AzureState
    from functions.state.port import State
    from functions.workplace import Workplace

STATE_NAME = ".dagordning.db"
_FOLDER, _ROOT = "folder", "root"  # the book, and its entry, in which a state that lies elsewhere tells of which folder it is


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
        place = _workplace(library, SqliteState(library.database), settings)
        if state_dir is not None:
            _refuse_other_folder(place.state, folder, state_dir=state_dir)
        yield place, library
        if state_dir is not None and not read_only and library.database.path.exists():
            place.state.store_notes(_FOLDER, {_ROOT: str(folder.resolve())})
    finally:
        library.close()


def require_state(folder: Path, *, state_dir: Path | None) -> None:
    """Raise errors.BadUsage where nothing has been read in yet, so that an empty answer is not taken for the truth."""
    state = folder / STATE_NAME if state_dir is None else state_dir / STATE_NAME.lstrip(".")
    if folder.is_dir() and not state.exists():
        raise errors.BadUsage(
            f"Mappen {folder} har inte lästs in än. Kör först: dagordning run MAPP. Ligger tillståndet någon annanstans, ange --state DIR."
        )


def find_folder(start: Path, *, state_dir: Path | None = None) -> Path:
    """The folder whose state lies in `state_dir`; without one, the nearest folder, `start` or above it, that holds our state. Raises errors.BadUsage
    where there is none."""
    if state_dir is not None:
        return _folder_of_state(state_dir)
    place = start.resolve()
    for folder in (place, *place.parents):
        if (folder / STATE_NAME).exists():
            return folder
    raise errors.BadUsage(f"Ingen mapp ovanför {start} har lästs in än. Kör först: dagordning run MAPP, eller ange mappen med --in MAPP.")


def _folder_of_state(state_dir: Path) -> Path:
    from functions.library.folder_database import Database
    from functions.library.folder_schema import APPLICATION, STEPS
    from functions.state.sqlite import SqliteState

    database = Database(state_dir.absolute() / STATE_NAME.lstrip("."), steps=STEPS, application=APPLICATION, read_only=True)
    try:
        told = SqliteState(database).notes(_FOLDER).get(_ROOT)
    finally:
        database.close()
    if told is None or not Path(told).is_dir():
        which = f"I {state_dir} ligger det som är läst i mappen {told}, som inte finns längre" if told else f"I {state_dir} ligger inget som är läst"
        raise errors.BadUsage(f"{which}. Ange mappen också.")
    return Path(told)


def _refuse_other_folder(state: State, folder: Path, *, state_dir: Path) -> None:
    """Raise errors.BadUsage where the state is that of another folder, which still is there: all of its files would count as deleted."""
    told = state.notes(_FOLDER).get(_ROOT)
    if told is not None and Path(told).is_dir() and not folder.samefile(told):
        raise errors.BadUsage(f"I {state_dir} ligger det som är läst i mappen {told}. Ange en annan plats för {folder} med --state DIR.")


@dataclass(frozen=True, slots=True)
class WatchedSite:
    """A SharePoint library and what is remembered about it, opened once in a process."""

    library: SharePointLibrary
    state: AzureState
    queues: Queues

    def office(self, settings: Settings) -> Office:
        """What the jobs work with, as of today."""
        from functions.jobs.office import Office

        self.state.begin()
        zone = ZoneInfo(settings.timezone)
        return Office(
            place=_workplace(self.library, self.state, settings),
            library=self.library,
            queues=self.queues,
            clock=lambda: datetime.now(zone),
            quiet=settings.quiet,
            notification_url=settings.notification_url,
            client_state=settings.client_state,
        )


def open_site(settings: Settings) -> WatchedSite:
    """The watched library with its state in Azure. Raises errors.BadUsage for a setting that is missing, errors.NoAccess when signing in fails."""
    from functions.library.sharepoint import SharePointLibrary
    from functions.publishing.schema import DRAFTS_URL, site_schema
    from functions.state.azure import AzureState
    from functions.state.queues import AzureQueues

    storage = _needed(settings.storage, "STORAGE", "lagringskontots namn, eller dess anslutningssträng")
    state = AzureState(storage, client_id=_storage_identity(settings))
    library = SharePointLibrary(
        connect(settings),
        title=_needed(settings.library, "LIBRARY", "bibliotekets namn"),
        folder=settings.library_folder,
        schema=site_schema(),
        memory=state,
        draft_folder=settings.draft_folder,
        template_folder=settings.template_folder,
        lists_only=settings.lists_only,
        versionless=settings.versionless,
        drafts_url=DRAFTS_URL,
    )
    return WatchedSite(library, state, AzureQueues(storage, client_id=_storage_identity(settings)))


def open_door(settings: Settings) -> Door:
    """What the webhook needs, without a connection to SharePoint."""
    from functions.jobs.notices import SUBSCRIPTIONS, Door
    from functions.state.azure import AzureState

    if settings.client_state is None or settings.storage is None:
        return Door(None)
    return Door(settings.client_state, tuple(AzureState(settings.storage, client_id=_storage_identity(settings)).notes(SUBSCRIPTIONS)))


def connect(settings: Settings) -> Site:
    """The site of the settings, signed in at the first question. Raises errors.BadUsage when it is not set."""
    from functions.library.sharepoint.signing_in import sign_in
    from functions.library.sharepoint.site import Site

    address = _needed(settings.site, "SITE", "webbplatsens adress")
    token = sign_in(address, tenant_id=settings.tenant_id, client_id=settings.client_id, certificate=settings.certificate)
    return Site(address, token=token)


def _storage_identity(settings: Settings) -> str | None:
    """Who opens the storage account. With a certificate client_id is the Entra app, and the identity is that of AZURE_CLIENT_ID (azure-identity)."""
    return None if settings.certificate else settings.client_id


def _needed(value: str | None, name: str, what: str) -> str:
    if value is None:
        raise errors.BadUsage(f"Inställningen DAGORDNING_{name} saknas: ange {what}.")
    return value


def _workplace(library: Library, state: State, settings: Settings) -> Workplace:
    from functions.workplace import Workplace

    return Workplace(
        library=library,
        state=state,
        now=settings.now,
        settle_days=settings.settle_days,
        days_before=settings.days_before,
        default_council=settings.council,
        draft_folder=settings.draft_folder,
        lists_only=settings.lists_only,
        old_files=settings.old_files,
        clock=lambda: datetime.now(ZoneInfo(settings.timezone)),
    )
