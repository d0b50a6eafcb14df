"""What the Azure functions ask of a watched library beyond the port: changes as cheap hints, looked at file by file, and its webhooks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from functions.library.port import Library
from functions.model.library import Changes


@dataclass(frozen=True, slots=True)
class Hints:
    """What was touched since a cursor, by ids only.

    files: ids of files; rows: (list title, item id); cursor: to be stored once these are written down; gap: the cursor was too old or there was none,
    so `look` lists the whole library.
    """

    files: tuple[str, ...] = ()
    rows: tuple[tuple[str, int], ...] = ()
    cursor: str = ""
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Subscription:
    """A webhook of ours. resource: the id of its list."""

    id: str
    resource: str
    notification_url: str
    expires: datetime


class Subscriptions(Protocol):
    """The webhooks of the library and of the lists that people edit."""

    def resources(self) -> Sequence[str]:
        """The ids of the lists that are followed, the library first."""

    def all(self, resource: str) -> Sequence[Subscription]:
        """Those of our app on one list."""

    def create(self, resource: str, *, url: str, client_state: str, expires: datetime) -> Subscription:
        """Ask for notices. Raises errors.NoAccess where webhooks are not allowed or the address did not answer the handshake."""

    def renew(self, subscription: Subscription, *, expires: datetime) -> None:
        """Move its end."""

    def delete(self, subscription: Subscription) -> None:
        """End it; nothing happens when it is gone."""


class WatchedLibrary(Library, Protocol):
    """A library that tells what was touched in one cheap question."""

    @property
    def subscriptions(self) -> Subscriptions:
        """Its webhooks."""

    def hints(self, cursor: str | None) -> Hints:
        """What was touched since the cursor; None or a cursor that is too old: everything, with `gap`."""

    def look(self, hints: Hints) -> Changes:
        """The hints as changes; our own writes and files that are not ours to read are left out."""
