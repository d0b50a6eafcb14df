"""Microsoft's own worker runtime without its host: it indexes and loads `function_app.py` as Azure does, and calls functions as the host would.

It is the same port as `functions.commands.serving` calls, so the pump there can drive either.
"""

from __future__ import annotations

import asyncio
import json
import sys
import threading
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from functions.commands.serving.registered import Call, Message, Registered, Result
from tests.host.messages import MESSAGES, Bag, ParameterBinding, TypedData

ROOT = Path(__file__).resolve().parents[2]


class NotIndexed(Exception):
    """The runtime refused the app; Azure would show no functions at all."""


class Failed(Exception):
    """A function raised; message and traceback as the host gets them."""


class Worker:
    """A running worker with the functions that it found."""

    def __init__(self, folder: Path = ROOT) -> None:
        import azure_functions_runtime as runtime

        self._runtime = runtime
        self._folder = str(folder)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="worker", daemon=True)
        self._thread.start()
        self._found: dict[str, Any] = {}
        if self._folder not in sys.path:
            sys.path.insert(0, self._folder)
        sys.modules.pop("function_app", None)  # an app can be indexed once; blueprints can be registered again
        runtime.start_threadpool_executor()
        init = self._ask(runtime.worker_init_request, worker_init_request=Bag(capabilities={}, function_app_directory=self._folder))
        _require(init.result, NotIndexed)
        for told in self._ask(runtime.functions_metadata_request).function_metadata_results or []:
            loaded = self._ask(runtime.function_load_request, function_load_request=Bag(function_id=told.function_id, metadata=told))
            _require(loaded.result, NotIndexed)
            self._found[told.name] = told

    def close(self) -> None:
        self._runtime.stop_threadpool_executor()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def bindings(self, name: str) -> list[dict[str, Any]]:
        return [json.loads(binding) for binding in self._found[name].raw_bindings]

    def all(self) -> Sequence[Registered]:
        found = []
        for name in self._found:
            bindings = self.bindings(name)
            trigger = next(binding for binding in bindings if binding["type"].endswith("Trigger"))
            found.append(Registered(name, trigger, {binding["name"]: binding for binding in bindings if binding["type"] == "queue"}))
        return tuple(found)

    def call_http(self, name: str, call: Call) -> Result:
        told = Bag(
            method=call.method,
            url=call.url,
            headers=dict(call.headers),
            query=dict(call.query),
            params=dict(call.route),
            body=TypedData(bytes=call.body),
        )
        return self._invoke(name, TypedData(http=told))

    def call_queue(self, name: str, message: Message) -> Result:
        now = datetime.now(UTC).isoformat()
        about = {"Id": message.id, "PopReceipt": "receipt", "DequeueCount": str(message.tries)}
        times = dict.fromkeys(("ExpirationTime", "InsertionTime", "NextVisibleTime"), now)
        return self._invoke(name, TypedData(string=message.text), {key: TypedData(json=json.dumps(value)) for key, value in (about | times).items()})

    def call_timer(self, name: str, *, late: bool = False) -> Result:
        told = {"Schedule": {"AdjustForDST": True}, "ScheduleStatus": None, "IsPastDue": late}
        return self._invoke(name, TypedData(json=json.dumps(told)))

    def _invoke(self, name: str, given: TypedData, about: dict[str, TypedData] | None = None) -> Result:
        trigger = next(binding for binding in self.bindings(name) if binding["type"].endswith("Trigger"))
        answer = self._ask(
            self._runtime.invocation_request,
            invocation_request=Bag(
                invocation_id=str(uuid.uuid4()),
                function_id=self._found[name].function_id,
                input_data=[ParameterBinding(name=trigger["name"], data=given)],
                trigger_metadata=about or {},
                trace_context=Bag(trace_parent="", trace_state="", attributes={}),
                retry_context=Bag(retry_count=0, max_retry_count=0, exception=None),
            ),
        )
        _require(answer.result, Failed)
        outputs = {out.name: getattr(out.data, "string", None) or getattr(out.data, "json", "") for out in answer.output_data}
        http = getattr(answer.return_value, "http", None)
        if http is None:
            return Result(outputs)
        body = http.body
        data = getattr(body, "bytes", None) or str(getattr(body, "string", "") or "").encode()
        return Result(outputs, int(http.status_code), dict(http.headers), data)

    def _ask(self, handler: Any, **content: Any) -> Any:
        asked = handler(Bag(request=Bag(**content), properties={"host": "127.0.0.1", "protos": MESSAGES}))
        return asyncio.run_coroutine_threadsafe(asked, self._loop).result()


def _require(result: Any, kind: type[Exception]) -> None:
    if result.status != MESSAGES.StatusResult.Success:
        raise kind(f"{result.exception.message}\n{result.exception.stack_trace}")
