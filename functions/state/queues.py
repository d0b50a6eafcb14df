"""The queues between our functions: names, and sending with a delay. A message holds ids and flags, never a document's text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Protocol

LIBRARY_CHANGES = "library-changes"
FILES_TO_READ = "files-to-read"
AGENDAS_TO_DRAFT = "agendas-to-draft"
QUEUES = (LIBRARY_CHANGES, FILES_TO_READ, AGENDAS_TO_DRAFT)
POISON = "-poison"
"""What the Functions host adds to the name of the queue that it moves messages to after the last try."""

ROLE = "Storage Queue Data Contributor"
_LONGEST_DELAY = 7 * 24 * 3600 - 60  # Azure hides a message for seven days at most
_LONGEST_VALUE = 400  # signs; ids, addresses and council names are shorter, a document's text is not


class Queues(Protocol):
    """Where jobs leave word for one another."""

    def send(self, queue: str, message: Mapping[str, Any], *, delay_seconds: float = 0) -> None:
        """Add a message, seen after the delay. It holds ids, never a document's text."""


class AzureQueues:
    """The port `Queues` over Azure Storage; texts are Base64, as the Functions host expects. A queue is made when it is missing."""

    def __init__(self, storage: str, *, client_id: str | None = None) -> None:
        """Asks nothing yet. storage, client_id: see functions.state.azure.clients."""
        self._storage = storage
        self._client_id = client_id

    def send(self, queue: str, message: Mapping[str, Any], *, delay_seconds: float = 0) -> None:
        """See Queues.send. Messages never run out. Raises ValueError for a value that is no id, number or flag, errors.NoAccess when refused."""
        from azure.core.exceptions import ResourceExistsError, ResourceNotFoundError
        from azure.storage.queue import TextBase64EncodePolicy

        from functions.state.azure import clients

        text = text_of(message)
        client = clients.queues(self._storage, self._client_id).get_queue_client(queue, message_encode_policy=TextBase64EncodePolicy())
        hidden = min(max(0, round(delay_seconds)), _LONGEST_DELAY)
        with clients.told(self._storage, role=ROLE):
            try:
                client.send_message(text, visibility_timeout=hidden, time_to_live=-1)
            except ResourceNotFoundError:
                with suppress(ResourceExistsError):  # another run was first
                    client.create_queue()
                client.send_message(text, visibility_timeout=hidden, time_to_live=-1)


def text_of(message: Mapping[str, Any]) -> str:
    """The message as JSON. Raises ValueError for anything but ids, numbers, flags and lists of them, so that no document's text gets into a queue."""
    for name, value in message.items():
        for one in value if isinstance(value, list | tuple) else (value,):
            if not isinstance(one, str | int | float | bool | None) or (isinstance(one, str) and (len(one) > _LONGEST_VALUE or "\n" in one)):
                raise ValueError(f"A message takes ids, numbers and flags; {name!r} is something else.")
    return json.dumps(dict(message), ensure_ascii=False, sort_keys=True)
