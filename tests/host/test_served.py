"""Our own app, served over a real storage emulator: the webhook's way from an HTTP call to the queue."""

from __future__ import annotations

import json
import os

import pytest
import requests

from functions.jobs.notices import SUBSCRIPTIONS
from functions.state.azure import AzureState, clients
from functions.state.queues import LIBRARY_CHANGES
from tests.host.served import environment, served


@pytest.fixture(params=[False, True], ids=["directly", "by the genuine runtime"])
def address(request, storage: str):
    AzureState(storage).store_notes(SUBSCRIPTIONS, {"11111111-aaaa": "{}"})
    with served({"DAGORDNING_CLIENT_STATE": "hemligt"}, storage=storage, genuine=request.param, listening=False) as running:
        yield f"{running.address}/api/library-changed"


def waiting(storage: str) -> list[dict]:
    import base64

    names = [queue.name for queue in clients.queues(storage, None).list_queues()]
    if LIBRARY_CHANGES not in names:
        return []
    return [json.loads(base64.b64decode(told.content)) for told in clients.queues(storage, None).get_queue_client(LIBRARY_CHANGES).peek_messages(32)]


def notice(**changes: str) -> dict:
    return {"value": [{"subscriptionId": "11111111-AAAA", "clientState": "hemligt", "resource": "r", "siteUrl": "/sites/rad", **changes}]}


def test_the_handshake_is_echoed(address: str, storage: str) -> None:
    for method in ("GET", "POST"):
        answer = requests.request(method, f"{address}?validationtoken=a%2Bb%20%C3%A5", timeout=10)
        assert (answer.status_code, answer.text, answer.headers["content-type"].split(";")[0]) == (200, "a+b å", "text/plain")
    assert waiting(storage) == []


def test_a_notice_of_ours_lies_in_the_queue_before_the_answer(address: str, storage: str) -> None:
    assert requests.post(address, json=notice(), timeout=10).status_code == 202
    assert waiting(storage) == [{"subscriptions": ["11111111-aaaa"]}]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (notice(clientState="gissat"), 403),
        (notice(clientState=""), 403),
        (notice(subscriptionId="somebody-elses"), 202),
        ({"value": "x" * 70_000}, 413),
        ({"other": 1}, 400),
    ],
)
def test_what_is_not_ours_leaves_nothing_in_the_queue(address: str, storage: str, told: dict, status: int) -> None:
    assert requests.post(address, json=told, timeout=10).status_code == status
    assert waiting(storage) == []


def test_the_environment_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAGORDNING_SITE", "https://before")
    before = dict(os.environ)
    with environment({"DAGORDNING_LIBRARY": "Anteckningar"}):
        assert {name: value for name, value in os.environ.items() if name.startswith("DAGORDNING_")} == {"DAGORDNING_LIBRARY": "Anteckningar"}
    assert dict(os.environ) == before
