"""The functions on one machine: HTTP, queues, tries, poison and timers over a real storage emulator."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
import requests

from functions import errors
from functions.commands import serving as commands
from functions.commands.serving import Served, serving
from functions.commands.serving.registered import AppFunctions, Functions
from functions.state.azure import clients
from functions.state.queues import AzureQueues
from tests.host.worker import Worker
from tests.serving import apps
from tests.serving.apps import Seen, small_app


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """A host.json without a wait between tries."""
    path = tmp_path / "host.json"
    path.write_text(json.dumps({"version": "2.0", "extensions": {"queues": {"maxDequeueCount": 3, "visibilityTimeout": "00:00:00"}}}))
    return path


@pytest.fixture(params=["directly", "by the genuine runtime"])
def start(request, storage: str, seen: Seen, host: Path, tmp_path: Path) -> Iterator[Callable[..., AbstractContextManager[Served]]]:
    workers: list[Worker] = []

    def functions_of(schedule: str) -> Functions:
        app = small_app(seen, schedule=schedule)
        if request.param == "directly":
            return AppFunctions(app)
        apps.WANTED = app
        (tmp_path / "function_app.py").write_text("from tests.serving.apps import WANTED as app\n")
        workers.append(Worker(tmp_path))
        return workers[-1]

    def run(*, schedule: str = "0 0 0 1 1 *", **options) -> AbstractContextManager[Served]:
        return serving(storage, functions=functions_of(schedule), settings=host, polling=0.02, **options)

    before = list(sys.path)
    yield run
    sys.path[:] = before
    for worker in workers:
        worker.close()


def test_a_call_reaches_its_function_with_all_that_it_says(start, seen: Seen) -> None:
    with start() as served:
        answer = requests.post(f"{served.address}/api/say/Åsa%20B?q=%C3%A4", data="ö".encode(), headers={"X-Test": "1"}, timeout=10)
    assert seen.of("say") == [("POST", "Åsa B", "ä", "1", "ö".encode())]
    assert (answer.status_code, answer.text, answer.headers["x-job"], answer.headers["content-type"]) == (
        201,
        "hej å",
        "1",
        "text/plain; charset=utf-8",
    )


def test_other_verbs_and_addresses_are_refused(start) -> None:
    with start() as served:
        assert requests.delete(f"{served.address}/api/say/a", timeout=10).status_code == 405
        assert requests.get(f"{served.address}/api/nothing", timeout=10).status_code == 404
        assert requests.get(f"{served.address}/say/a", timeout=10).status_code == 404
        assert requests.post(f"{served.address}/admin/functions/say", timeout=10).status_code == 404


def test_a_function_that_raises_answers_500_and_the_next_call_is_served(start) -> None:
    with start() as served:
        assert requests.get(f"{served.address}/api/late", timeout=10).status_code == 500
        assert requests.get(f"{served.address}/api/say/a", timeout=10).status_code == 201


def test_what_is_left_in_an_output_binding_comes_to_the_queues_function(start, seen: Seen) -> None:
    with start() as served:
        requests.post(f"{served.address}/api/say/a", data='"hej"', timeout=10)
        served.settle()
    assert seen.of("hear") == [('"hej"', 1)]


def test_a_message_that_fails_is_tried_again_and_then_moved_to_the_poison_queue(start, seen: Seen) -> None:
    seen.broken.add('{"n": 1}')
    with start() as served:
        for text in ('{"n": 1}', '{"n": 2}'):
            requests.post(f"{served.address}/api/say/a", data=text, timeout=10)
        served.settle()
    assert sorted(seen.of("hear")) == [('{"n": 1}', 1), ('{"n": 1}', 2), ('{"n": 1}', 3), ('{"n": 2}', 1)]
    assert seen.of("hear_poison") == [{"n": 1}]


def test_a_message_that_jobs_send_is_read_as_they_wrote_it(start, seen: Seen, storage: str) -> None:
    with start() as served:
        AzureQueues(storage).send("words", {"file": "å"})
        served.settle()
    assert [json.loads(text) for text, _ in seen.of("hear")] == [{"file": "å"}]


def test_settling_waits_for_delayed_messages_and_gives_up_in_words(start, seen: Seen, storage: str) -> None:
    AzureQueues(storage).send("words", {"file": "a"}, delay_seconds=1)
    AzureQueues(storage).send("words-poison", {"file": "b"}, delay_seconds=3600)
    with start() as served:
        assert seen.turned.wait(30)
        with pytest.raises(TimeoutError, match="1 messages are left"):
            served.settle(patience=0.1)


def test_a_timer_runs_when_it_is_asked_for(start, seen: Seen) -> None:
    with start() as served:
        assert requests.post(f"{served.address}/admin/functions/ring", timeout=10).status_code == 202
        served.settle()
    assert seen.of("ring") == [False]
    assert seen.of("hear") == [('"ding"', 1)]


def test_a_timer_that_fails_is_not_tried_again_and_leaves_nothing(start, seen: Seen) -> None:
    seen.broken.add("timer")
    with start() as served:
        assert requests.post(f"{served.address}/admin/functions/ring", timeout=10).status_code == 202
        served.settle()
    assert (seen.of("ring"), seen.of("hear")) == ([False], [])


def test_a_timer_runs_by_its_schedule_on_a_faster_clock(start, seen: Seen) -> None:
    with start(schedule="0 * * * * *", pace=600):
        while len(seen.of("ring")) < 3:
            seen.turned.clear()
            assert seen.turned.wait(30)


def test_a_port_that_is_taken_is_told(start, storage: str, seen: Seen, host: Path) -> None:
    with start() as served:
        port = int(served.address.rsplit(":", 1)[1])
        with pytest.raises(errors.NoAccess, match=str(port)), serving(storage, functions=AppFunctions(small_app(seen)), settings=host, port=port):
            pass


def test_local_settings_count_unless_the_environment_says_otherwise(tmp_path: Path, storage: str, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    place = tmp_path / "local.settings.json"
    place.write_text(json.dumps({"Values": {"AzureWebJobsStorage": storage, "DAGORDNING_TIMEZONE": "UTC", "DAGORDNING_SITE": "https://a"}}))
    monkeypatch.setattr(commands.threading.Event, "wait", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    monkeypatch.setattr(commands, "serving", lambda *told, **options: _Nothing(told, options))
    environment = {"DAGORDNING_TIMEZONE": "Europe/Stockholm"}
    commands.serve(environment, port=0, settings=place)
    assert environment == {
        "AzureWebJobsStorage": storage,
        "DAGORDNING_STORAGE": storage,
        "DAGORDNING_TIMEZONE": "Europe/Stockholm",
        "DAGORDNING_SITE": "https://a",
    }
    assert capsys.readouterr().out == "http://here  (Ctrl-C avslutar)\n"


def test_without_a_storage_account_it_says_which_setting_is_missing(tmp_path: Path) -> None:
    with pytest.raises(errors.BadUsage, match="AzureWebJobsStorage"):
        commands.serve({}, settings=tmp_path / "none.json")


def test_outside_a_checkout_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(errors.BadUsage, match=r"function_app\.py"):
        commands.app_functions(tmp_path)


def test_the_storage_is_used_as_it_is_and_left_as_it_was(start, storage: str) -> None:
    with start() as served:
        served.settle()
    assert [queue.name for queue in clients.queues(storage, None).list_queues()] == []


class _Nothing:
    def __init__(self, told: tuple, options: dict) -> None:
        self.address = "http://here"

    def __enter__(self) -> _Nothing:
        return self

    def __exit__(self, *_: object) -> None:
        return None
