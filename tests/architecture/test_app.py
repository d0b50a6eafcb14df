"""The Azure app as Microsoft's own worker runtime sees it, and what its indexer does not look at: names, routes, schedules, queues, settings."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from functions.commands.serving.registered import AppFunctions, Call, Message, Registered
from functions.commands.serving.schedules import read_schedule
from functions.jobs.notices import Door
from functions.state.queues import AGENDAS_TO_DRAFT, FILES_TO_READ, LIBRARY_CHANGES, POISON, QUEUES
from tests.host.worker import Failed, NotIndexed, Worker

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("office365", "msal", "docx", "docxtpl", "jinja2", "lxml", "pypdfium2", "azure.identity", "azure.storage", "azure.data", "azure.core")


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    running = Worker()
    yield running
    running.close()


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch):
    """An office in memory, in place of the one that the settings name."""
    from functions.triggers import opened
    from tests.jobs.office import Desk

    made = Desk()

    @contextmanager
    def office():
        yield made.office

    monkeypatch.setattr(opened, "office", office)
    monkeypatch.setattr(opened, "door", lambda: Door("hemligt", ("sub1",)))
    return made


def documented() -> dict[str, str]:
    """The functions in docs/operations.md with what starts each."""
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    table = text.split("## The functions in Azure", 1)[1].split("\n## ", 1)[0]
    return dict(re.findall(r"^\| `(\w+)` \| ([^|]+?) \|", table, re.MULTILINE))


def trigger_in_words(function: Registered) -> str:
    trigger = function.trigger
    if function.kind == "http":
        return f"{' or '.join(trigger['methods'])} `/api/{trigger['route']}`"
    return f"queue `{trigger['queueName']}`" if function.kind == "queue" else f"timer `{trigger['schedule']}`"


def test_the_genuine_runtime_lists_exactly_the_functions_that_are_documented(worker: Worker) -> None:
    assert {function.name: trigger_in_words(function) for function in worker.all()} == documented()


def test_every_queue_of_ours_has_a_reader_and_so_has_its_poison_queue(worker: Worker) -> None:
    read = sorted(str(function.trigger["queueName"]) for function in worker.all() if function.kind == "queue")
    assert read == sorted([*QUEUES, *(queue + POISON for queue in QUEUES)])
    written = {str(binding["queueName"]) for function in worker.all() for binding in function.outputs.values()}
    assert written == {LIBRARY_CHANGES}


def test_every_queue_has_a_name_that_azure_takes(worker: Worker) -> None:
    # https://learn.microsoft.com/rest/api/storageservices/naming-queues-and-metadata
    names = [str(one["queueName"]) for function in worker.all() for one in (function.trigger, *function.outputs.values()) if "queueName" in one]
    assert len(names) == 7
    assert [name for name in names if not re.fullmatch(r"(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*", name)] == []


def test_every_schedule_has_six_fields_that_azure_understands(worker: Worker) -> None:
    schedules = [str(function.trigger["schedule"]) for function in worker.all() if function.kind == "timer"]
    assert len(schedules) == 2
    for schedule in schedules:
        read_schedule(schedule)


def test_no_two_functions_answer_at_one_address(worker: Worker) -> None:
    addresses = [
        (function.trigger["route"], method) for function in worker.all() if function.kind == "http" for method in function.trigger["methods"]
    ]
    assert len(addresses) == len(set(addresses)) == 3


def test_every_connection_is_a_documented_setting(worker: Worker) -> None:
    connections = {str(binding["connection"]) for function in worker.all() for binding in worker.bindings(function.name) if "connection" in binding}
    assert connections == {"AzureWebJobsStorage"}
    sample = json.loads((ROOT / "local.settings.sample.json").read_text(encoding="utf-8"))
    assert sample["IsEncrypted"] is False
    assert connections <= set(sample["Values"])
    settings = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert [name for name in sorted(sample["Values"]) if f"`{name}`" not in settings] == []


def test_the_serving_command_finds_the_same_functions_as_the_genuine_runtime(worker: Worker) -> None:
    import importlib

    def told(function: Registered) -> tuple[object, ...]:
        outputs = {name: (binding["queueName"], binding["connection"]) for name, binding in function.outputs.items()}
        return function.name, function.kind, function.trigger["name"], trigger_in_words(function), outputs

    sys.modules.pop("function_app", None)
    app = importlib.import_module("function_app").app
    assert sorted(map(told, AppFunctions(app).all()), key=str) == sorted(map(told, worker.all()), key=str)


def test_the_handshake_is_echoed_as_plain_text_for_both_verbs(worker: Worker) -> None:
    for method in ("GET", "POST"):
        answer = worker.call_http("library_changed", Call(method, "http://localhost/api/library-changed", query={"validationtoken": "a b&<å>"}))
        assert (answer.status, answer.body.decode(), answer.outputs) == (200, "a b&<å>", {})
        assert answer.headers["content-type"].startswith("text/plain")


def test_a_notice_of_ours_becomes_a_message_without_its_addresses(worker: Worker, desk) -> None:
    notice = {"subscriptionId": "SUB1", "clientState": "hemligt", "resource": "x", "siteUrl": "/sites/andras"}
    answer = worker.call_http("library_changed", Call("POST", "http://localhost/api/library-changed", body=json.dumps({"value": [notice]}).encode()))
    assert (answer.status, {name: json.loads(text) for name, text in answer.outputs.items()}) == (202, {"message": {"subscriptions": ["sub1"]}})


def test_a_forged_notice_leaves_nothing_in_the_queue(worker: Worker, desk) -> None:
    notice = {"subscriptionId": "sub1", "clientState": "gissat"}
    answer = worker.call_http("library_changed", Call("POST", "http://localhost/api/library-changed", body=json.dumps({"value": [notice]}).encode()))
    assert (answer.status, answer.outputs) == (403, {})


def test_health_tells_the_version(worker: Worker) -> None:
    from functions import __version__

    answer = worker.call_http("health", Call("GET", "http://localhost/api/health"))
    assert (answer.status, json.loads(answer.body)) == (200, {"status": "ok", "version": __version__})


def test_the_genuine_runtime_calls_every_queue_function_and_timer(worker: Worker, desk) -> None:
    worker.call_timer("sweep_libraries")
    worker.call_timer("keep_subscriptions", late=True)
    assert [queue for _, queue, _ in desk.letters.sent][:1] == [LIBRARY_CHANGES]
    assert len(desk.library.subscriptions.here) == 2
    desk.letters.sent.clear()
    worker.call_queue("read_changes", Message("1", "{}"))
    assert desk.state.cursor("sharepoint") is not None
    worker.call_queue("process_file", Message("2", json.dumps({"file": "unknown"})))
    worker.call_queue("draft_agenda", Message("3", json.dumps({"council": "unknown"})))
    for name in ("parked_changes", "parked_files", "parked_agendas"):
        worker.call_queue(name, Message("4", json.dumps({"file": name} if name == "parked_files" else {}), tries=1))
    assert {entry.file for entry in desk.state.parked()} == {"parked_files", f"{LIBRARY_CHANGES}:library", f"{AGENDAS_TO_DRAFT}:library"}


def test_what_a_function_raises_comes_to_the_host_as_a_failure(worker: Worker, desk) -> None:
    with pytest.raises(Failed, match="names no file"):
        worker.call_queue("process_file", Message("1", "{}"))
    with pytest.raises(Failed):
        worker.call_queue("process_file", Message("1", "no JSON"))


def test_a_parked_message_that_is_no_json_is_parked_all_the_same(worker: Worker, desk) -> None:
    worker.call_queue("parked_files", Message("1", "no JSON", tries=1))
    assert [entry.file for entry in desk.state.parked()] == [f"{FILES_TO_READ}:library"]


@pytest.mark.parametrize(
    ("name", "text", "refusal"),
    [
        ("missing package", "import azure.functions as func\nimport no_such_package\napp = func.FunctionApp()\n", "no_such_package"),
        ("no app", "x = 1\n", "function app instances"),
        (
            "binding and parameter differ",
            'import azure.functions as func\napp = func.FunctionApp()\n@app.route(route="a")\ndef a(other: func.HttpRequest) -> str: ...\n',
            "req",
        ),
    ],
)
def test_an_app_that_azure_would_refuse_is_refused_here(tmp_path: Path, name: str, text: str, refusal: str) -> None:
    (tmp_path / "function_app.py").write_text(text, encoding="utf-8")
    before = list(sys.path)
    sys.path.insert(0, str(tmp_path))
    try:
        with pytest.raises(NotIndexed, match=refusal):
            Worker(tmp_path)
    finally:
        sys.path[:] = before
        sys.modules.pop("function_app", None)


def test_indexing_the_app_loads_nothing_heavy() -> None:
    script = (
        "import sys, function_app; function_app.app.get_functions();"
        f"print([m for m in sys.modules for heavy in {HEAVY!r} if m == heavy or m.startswith(heavy + '.')])"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout.strip() == "[]"


def test_each_azure_package_has_its_home() -> None:
    homes = {
        "azure.functions": ("functions/triggers/", "functions/commands/serving/"),
        "azure.identity": ("functions/state/azure/clients.py", "functions/library/sharepoint/signing_in.py"),
        "azure.data": ("functions/state/azure/",),
        "azure.storage": ("functions/state/azure/", "functions/state/queues.py", "functions/commands/serving/pump.py"),
    }
    for package, places in homes.items():
        importing = re.compile(rf"^\s*(?:import|from) {re.escape(package)}\b", re.MULTILINE)
        users = [
            path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "functions").rglob("*.py")) if importing.search(path.read_text("utf-8"))
        ]
        assert users
        assert [user for user in users if not user.startswith(places)] == []


def test_a_package_that_slows_every_start_is_not_installed() -> None:
    """aiohttp makes azure.storage load a quarter of a second slower, and nothing here needs it."""
    import importlib.util

    assert importlib.util.find_spec("aiohttp") is None
    assert "aiohttp" not in (ROOT / "requirements.txt").read_text(encoding="utf-8")
