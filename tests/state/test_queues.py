"""Messages between the functions, in a real queue."""

from __future__ import annotations

import base64
import json

import pytest

from functions import errors
from functions.state import queues
from functions.state.azure import clients
from functions.state.queues import AGENDAS_TO_DRAFT, FILES_TO_READ, LIBRARY_CHANGES, AzureQueues, text_of


def test_a_message_arrives_as_the_functions_host_expects_it(storage: str) -> None:
    AzureQueues(storage).send(FILES_TO_READ, {"file": "0f1e", "council": "Rådet"})
    (received,) = clients.queues(storage, None).get_queue_client(FILES_TO_READ).receive_messages()
    assert json.loads(base64.b64decode(received.content)) == {"file": "0f1e", "council": "Rådet"}


def test_a_queue_is_made_once_and_used_from_then_on(storage: str) -> None:
    sender = AzureQueues(storage)
    sender.send(LIBRARY_CHANGES, {})
    sender.send(LIBRARY_CHANGES, {"full": True})
    assert [queue.name for queue in clients.queues(storage, None).list_queues()] == [LIBRARY_CHANGES]
    assert clients.queues(storage, None).get_queue_client(LIBRARY_CHANGES).get_queue_properties().approximate_message_count == 2


def test_a_delayed_message_is_there_and_not_seen_yet(storage: str) -> None:
    AzureQueues(storage).send(AGENDAS_TO_DRAFT, {"council": "radet"}, delay_seconds=3600)
    queue = clients.queues(storage, None).get_queue_client(AGENDAS_TO_DRAFT)
    assert queue.get_queue_properties().approximate_message_count == 1
    assert list(queue.receive_messages()) == []


@pytest.mark.parametrize("delay", [-5, 0, 0.2, 10**9])
def test_any_delay_is_taken_and_the_message_never_runs_out(storage: str, delay: float) -> None:
    AzureQueues(storage).send(AGENDAS_TO_DRAFT, {"council": "radet"}, delay_seconds=delay)
    queue = clients.queues(storage, None).get_queue_client(AGENDAS_TO_DRAFT)
    assert queue.get_queue_properties().approximate_message_count == 1
    assert all(message.expires_on.year > 2100 for message in queue.receive_messages())


@pytest.mark.parametrize("value", ["x" * 500, "två\nrader", {"text": "Anna gör"}, b"bytes", ["a\nb"], object()])
def test_a_documents_text_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="ids, numbers and flags"):
        text_of({"file": "a", "more": value})


def test_ids_numbers_flags_and_lists_of_them_are_taken() -> None:
    told = {"file": "a", "tries": 2, "full": True, "since": None, "subscriptions": ["a", "b"]}
    assert json.loads(text_of(told)) == told


def test_the_jobs_use_the_same_names() -> None:
    from functions.jobs import office

    assert (office.LIBRARY_CHANGES, office.FILES_TO_READ, office.AGENDAS_TO_DRAFT) == queues.QUEUES


def test_a_missing_role_is_named(storage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from azure.core.exceptions import HttpResponseError

    def refuse(*_: object, **__: object) -> None:
        answer = HttpResponseError("AuthorizationPermissionMismatch")
        answer.status_code = 403
        raise answer

    monkeypatch.setattr("azure.storage.queue.QueueClient.send_message", refuse)
    with pytest.raises(errors.NoAccess, match="Storage Queue Data Contributor"):
        AzureQueues(storage).send(FILES_TO_READ, {"file": "a"})
