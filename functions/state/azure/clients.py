"""Opens a storage account, by connection string or by name and identity, and tells its refusals in words."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from azure.core.credentials import TokenCredential
from azure.core.exceptions import ClientAuthenticationError, HttpResponseError, ServiceRequestError, ServiceResponseError
from azure.data.tables import TableServiceClient
from azure.storage.blob import BlobServiceClient
from azure.storage.queue import QueueServiceClient

from functions import errors

_DEVELOPMENT = (
    "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
    # Azurite's own key, published in its manual: no secret.
    "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
    "BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;"
    "QueueEndpoint=http://127.0.0.1:10001/devstoreaccount1;"
    "TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;"
)
# Seconds; the packages' own patience is minutes, longer than a function may take.
_PATIENCE: dict[str, Any] = {"connection_timeout": 10, "read_timeout": 30, "retry_total": 3}
_WAITS: dict[str, Any] = {"initial_backoff": 1, "increment_base": 2, "random_jitter_range": 1}

# It writes the address of every request, which names our rows.
logging.getLogger("azure.core.pipeline.policies.http_logging_policy").setLevel(logging.WARNING)


@lru_cache(maxsize=8)
def tables(storage: str, client_id: str | None) -> TableServiceClient:
    """The account's tables; one client for each account in a process, so that connections and tokens are shared.

    storage: a connection string, or the account's name with client_id as the managed identity that signs in (None: whoever is signed in here).
    """
    if "=" in storage:
        return TableServiceClient.from_connection_string(_connection(storage), **_PATIENCE)
    return TableServiceClient(f"https://{storage}.table.core.windows.net", credential=_credential(client_id), **_PATIENCE)


@lru_cache(maxsize=8)
def blobs(storage: str, client_id: str | None) -> BlobServiceClient:
    """The account's blobs; see `tables`."""
    if "=" in storage:
        return BlobServiceClient.from_connection_string(_connection(storage), **_PATIENCE, **_WAITS)
    return BlobServiceClient(f"https://{storage}.blob.core.windows.net", credential=_credential(client_id), **_PATIENCE, **_WAITS)


@lru_cache(maxsize=8)
def queues(storage: str, client_id: str | None) -> QueueServiceClient:
    """The account's queues; see `tables`."""
    if "=" in storage:
        return QueueServiceClient.from_connection_string(_connection(storage), **_PATIENCE, **_WAITS)
    return QueueServiceClient(f"https://{storage}.queue.core.windows.net", credential=_credential(client_id), **_PATIENCE, **_WAITS)


@contextmanager
def told(storage: str, *, role: str) -> Iterator[None]:
    """Tell a refusal as errors.NoAccess with the role that is missing (as Azure names it), silence as errors.Unavailable; the rest goes through."""
    try:
        yield
    except (ServiceRequestError, ServiceResponseError) as error:
        raise _silent(storage) from error
    except HttpResponseError as error:
        if isinstance(error, ClientAuthenticationError) or error.status_code in (401, 403):
            raise errors.NoAccess(
                f"Lagringskontot {_name(storage)} släpper inte in oss. Ge identiteten rollen {role} på kontot, eller rätta DAGORDNING_STORAGE."
            ) from error
        if error.status_code == 429 or (error.status_code or 0) >= 500:
            raise _silent(storage) from error
        raise


def _silent(storage: str) -> errors.Unavailable:
    return errors.Unavailable(f"Lagringskontot {_name(storage)} svarar inte. Nytt försök görs senare. Är DAGORDNING_STORAGE rätt?")


@lru_cache(maxsize=8)
def _credential(client_id: str | None) -> TokenCredential:
    from azure.identity import DefaultAzureCredential, ManagedIdentityCredential

    return ManagedIdentityCredential(client_id=client_id) if client_id else DefaultAzureCredential()


def _connection(storage: str) -> str:
    """The packages for Python do not know the short name of the storage on one's own machine."""
    return _DEVELOPMENT if storage.replace(" ", "").rstrip(";").casefold() == "usedevelopmentstorage=true" else storage


def _name(storage: str) -> str:
    """The account's name alone: a connection string holds its key."""
    if "=" not in storage:
        return storage
    parts = dict(part.split("=", 1) for part in _connection(storage).split(";") if "=" in part)
    return parts.get("AccountName", "i DAGORDNING_STORAGE")
