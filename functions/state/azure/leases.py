"""A right to work that one run holds at a time: a lease on an empty blob, renewed while the work goes on."""

from __future__ import annotations

import threading
import time

from azure.core.exceptions import AzureError, HttpResponseError, ResourceExistsError, ResourceNotFoundError
from azure.storage.blob import BlobClient, BlobLeaseClient, ContainerClient

from functions import errors

LENGTH = 60
"""Seconds that a lease lasts without renewal, the most that Azure gives: how long a killed run keeps others out."""


class HeldLease:
    """One lease from `take` to `release`; a thread renews it three times in its length. lost: somebody else may hold it by now."""

    def __init__(self, lease: BlobLeaseClient, *, since: float, length: int, pause: float) -> None:
        self._lease = lease
        self._until = since + length
        self._length = length
        self._pause = pause
        self._done = threading.Event()
        self._taken_away = False
        self._thread = threading.Thread(target=self._renew, name="lease", daemon=True)
        self._thread.start()

    @property
    def lost(self) -> bool:
        """Whether it was taken away, or not renewed in time (the machine slept, the network was gone)."""
        return self._taken_away or time.monotonic() >= self._until

    def release(self) -> None:
        """Let go of it; nothing happens when it is lost. Should the answer be lost, it ends by itself."""
        self._done.set()
        self._thread.join()
        if not self.lost:
            try:
                self._lease.release()
            except AzureError:
                return

    def _renew(self) -> None:
        while not self._done.wait(self._pause):
            asked = time.monotonic()
            try:
                self._lease.renew()
                self._until = asked + self._length
            except (ResourceExistsError, ResourceNotFoundError):
                self._taken_away = True
                return
            except HttpResponseError as error:
                if error.status_code in (409, 412):
                    self._taken_away = True
                    return
            except AzureError:
                continue  # the network; there is time for another try


def take(container: ContainerClient, name: str, *, length: int = LENGTH, pause: float | None = None) -> HeldLease:
    """Take the lease of that blob, which is made when it is missing. pause: seconds between renewals. Raises errors.Locked when it is held."""
    blob = container.get_blob_client(name)
    since = time.monotonic()
    try:
        lease = _acquire(container, blob, length)
    except ResourceExistsError as error:
        raise errors.Locked("En annan körning arbetar redan med samma bibliotek eller råd. Nytt försök görs strax.") from error
    return HeldLease(lease, since=since, length=length, pause=length / 3 if pause is None else pause)


def _acquire(container: ContainerClient, blob: BlobClient, length: int) -> BlobLeaseClient:
    try:
        return blob.acquire_lease(lease_duration=length)
    except ResourceNotFoundError:
        make(container, blob)
    return blob.acquire_lease(lease_duration=length)


def make(container: ContainerClient, blob: BlobClient) -> None:
    """Make an empty blob, and its container; nothing happens when another run was first."""
    for missing in (True, False):
        try:
            blob.upload_blob(b"", overwrite=False)
        except ResourceExistsError:
            return  # made, or even leased, by another run
        except ResourceNotFoundError:
            if not missing:
                raise
            make_container(container)


def make_container(container: ContainerClient) -> None:
    """Make the container; nothing happens when it is there."""
    try:
        container.create_container()
    except ResourceExistsError:
        return
