"""A lease in a storage account: one holder at a time, renewed while it works, and no write once it is lost."""

from __future__ import annotations

import threading

import pytest
from azure.core.exceptions import HttpResponseError, ServiceRequestError
from azure.storage.blob import BlobLeaseClient

from functions import errors
from functions.state.azure import AzureState, clients, leases


def test_a_lease_is_known_by_its_name_in_every_process(storage: str) -> None:
    first, second = AzureState(storage), AzureState(storage)
    with first.lease("council:råd"):
        with pytest.raises(errors.Locked), second.lease("council:råd"):
            pass
        with second.lease("council:annat"):
            pass
    with second.lease("council:råd"):
        pass


def test_of_many_that_want_a_lease_at_once_one_gets_it(storage: str) -> None:
    start, end, got = threading.Barrier(6), threading.Barrier(6), []

    def work() -> None:
        state = AzureState(storage)
        start.wait()
        try:
            with state.lease("library"):
                got.append("held")
                end.wait()
        except errors.Locked:
            got.append("locked")
            end.wait()

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == ["held", *["locked"] * 5]


def test_nothing_is_written_under_a_lease_that_was_taken_away(storage: str) -> None:
    state = AzureState(storage, renewal=0.02)
    with pytest.raises(errors.Conflict), state.lease("library"):
        state.store_cursor("library", "1")
        take_away(storage, "leases/library")
        wait_until_lost(state)
        state.store_cursor("library", "2")
    assert AzureState(storage).cursor("library") == "1"


def test_work_whose_lease_was_lost_does_not_end_as_if_all_were_well(storage: str) -> None:
    state = AzureState(storage, renewal=0.02)
    with pytest.raises(errors.Conflict), state.lease("library"):
        take_away(storage, "leases/library")
        wait_until_lost(state)
    with pytest.raises(errors.Locked), state.lease("library"):  # the other one still has it
        pass


def test_a_lease_that_could_not_be_renewed_in_time_is_lost(storage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    state = AzureState(storage, renewal=3600)
    now = leases.time.monotonic()
    with pytest.raises(errors.Conflict), state.lease("library"):
        monkeypatch.setattr(leases.time, "monotonic", lambda: now + leases.LENGTH + 5)  # the machine slept
        state.store_cursor("library", "2")
    assert AzureState(storage).cursor("library") is None


def test_a_lease_is_renewed_while_it_is_held_and_survives_a_silent_network(storage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([ServiceRequestError("no network"), HttpResponseError("busy")])
    renewed = threading.Event()
    renew = BlobLeaseClient.renew

    def shaky(self: BlobLeaseClient, **options):
        problem = next(answers, None)
        if problem is not None:
            raise problem
        renew(self, **options)
        renewed.set()

    monkeypatch.setattr(BlobLeaseClient, "renew", shaky)
    state = AzureState(storage, renewal=0.01)
    with state.lease("library"):
        assert renewed.wait(30)
        state.store_cursor("library", "1")
    assert AzureState(storage).cursor("library") == "1"


@pytest.mark.soak
def test_a_lease_outlives_its_length(storage: str) -> None:
    state = AzureState(storage, lease_seconds=15, renewal=4)
    with state.lease("library"):
        threading.Event().wait(20)
        with pytest.raises(errors.Locked), AzureState(storage).lease("library"):
            pass


def take_away(storage: str, name: str) -> None:
    """As an administrator may: the lease is broken, and another run takes it."""
    blob = clients.blobs(storage, None).get_blob_client("dagordning", name)
    BlobLeaseClient(blob).break_lease(0)
    blob.acquire_lease(lease_duration=60)


def wait_until_lost(state: AzureState) -> None:
    held = state._held[0]
    held._thread.join(timeout=30)
    assert held.lost
