"""A storage account is opened by name or connection string, and its refusals name what is missing."""

from __future__ import annotations

import pytest
from azure.core.exceptions import ClientAuthenticationError, HttpResponseError

from functions import errors
from functions.state.azure import AzureState, clients
from tests.azurite import free_ports


def test_a_missing_role_is_named(storage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from azure.data.tables import TableClient

    def refuse(*_: object, **__: object) -> None:
        answer = HttpResponseError("AuthorizationPermissionMismatch")
        answer.status_code = 403
        raise answer

    monkeypatch.setattr(TableClient, "get_entity", refuse)
    with pytest.raises(errors.NoAccess, match=r"devstoreaccount1.*Storage Table Data Contributor") as told:
        AzureState(storage).cursor("library")
    assert "AccountKey" not in told.value.message
    monkeypatch.setattr("azure.storage.blob.BlobClient.acquire_lease", refuse)
    with pytest.raises(errors.NoAccess, match="Storage Blob Data Contributor"), AzureState(storage).lease("library"):
        pass


def test_a_wrong_key_is_told_without_the_key(storage: str) -> None:
    wrong = storage.replace("AccountKey=Eby8", "AccountKey=AAAA")
    with pytest.raises(errors.NoAccess, match="släpper inte in oss") as told:
        AzureState(wrong).store_cursor("library", "1")
    assert "AAAA" not in told.value.message


def test_an_identity_that_is_not_there_is_no_access(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> None:
        raise ClientAuthenticationError("no managed identity endpoint found")

    monkeypatch.setattr("azure.identity.ManagedIdentityCredential.get_token", nobody)
    monkeypatch.setattr("azure.identity.ManagedIdentityCredential.get_token_info", nobody, raising=False)
    with pytest.raises(errors.NoAccess, match="dagordningrad"):
        AzureState("dagordningrad", client_id="11111111-2222-3333-4444-555555555555").cursor("library")


def test_a_storage_account_that_does_not_answer_is_tried_again_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(clients._PATIENCE, "retry_total", 0)
    blob, queue, table = free_ports()
    nowhere = (
        "AccountName=gone;AccountKey=AAAA;"
        f"BlobEndpoint=http://127.0.0.1:{blob}/gone;QueueEndpoint=http://127.0.0.1:{queue}/gone;TableEndpoint=http://127.0.0.1:{table}/gone"
    )
    with pytest.raises(errors.Unavailable, match="gone svarar inte"):
        AzureState(nowhere).cursor("library")


def test_an_account_is_opened_by_its_name_with_the_identity_that_is_told() -> None:
    from azure.identity import DefaultAzureCredential, ManagedIdentityCredential

    client = clients.tables("dagordningrad", "11111111-2222-3333-4444-555555555555")
    assert client.url == "https://dagordningrad.table.core.windows.net"
    assert isinstance(clients._credential("11111111-2222-3333-4444-555555555555"), ManagedIdentityCredential)
    assert isinstance(clients._credential(None), DefaultAzureCredential)
    assert clients.blobs("dagordningrad", None).url.startswith("https://dagordningrad.blob.core.windows.net")
    assert clients.queues("dagordningrad", None).url.startswith("https://dagordningrad.queue.core.windows.net")


def test_the_short_name_of_the_storage_on_ones_own_machine_is_known() -> None:
    assert clients.tables("UseDevelopmentStorage=true", None).url == "http://127.0.0.1:10002/devstoreaccount1"
    assert clients.blobs("usedevelopmentstorage=true;", None).url.startswith("http://127.0.0.1:10000/devstoreaccount1")
