"""The Azure app as Microsoft's own worker runtime sees it."""

from __future__ import annotations

import asyncio
import json
import types
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = {"health"}


class _Message:
    """The runtime only builds messages and reads enumerations, so a bag of attributes is enough (docs/decisions/0006)."""

    def __init__(self, **fields: Any) -> None:
        self.__dict__.update(fields)


def _kind(name: str, **constants: int) -> type:
    return type(name, (_Message,), dict(constants))


def _messages() -> types.SimpleNamespace:
    plain = (
        "WorkerInitResponse WorkerMetadata FunctionMetadataResponse FunctionLoadResponse FunctionEnvironmentReloadResponse "
        "RpcFunctionMetadata RpcRetryOptions InvocationResponse RpcException TypedData ParameterBinding RpcHttp"
    )
    return types.SimpleNamespace(
        StatusResult=_kind("StatusResult", Failure=0, Success=1, Cancelled=2),
        BindingInfo=type("BindingInfo", (_Message,), {"in": 0, "out": 1, "inout": 2, "undefined": 0, "string": 1, "binary": 2, "stream": 3}),
        **{name: _kind(name) for name in plain.split()},
    )


def _index() -> list[Any]:
    import azure_functions_runtime as runtime

    messages = _messages()

    async def ask(handler: Any, **content: Any) -> Any:
        return await handler(_Message(request=_Message(**content), properties={"host": "127.0.0.1", "protos": messages}))

    async def start() -> list[Any]:
        init = await ask(runtime.worker_init_request, worker_init_request=_Message(capabilities={}, function_app_directory=str(ROOT)))
        assert init.result.status == messages.StatusResult.Success, init.result.exception.message
        return list((await ask(runtime.functions_metadata_request)).function_metadata_results or [])

    return asyncio.run(start())


def test_the_genuine_runtime_indexes_exactly_the_functions_that_we_expect() -> None:
    found = {entry.name: [json.loads(binding) for binding in entry.raw_bindings] for entry in _index()}
    assert set(found) == EXPECTED
    assert any(binding["type"] == "httpTrigger" and binding["route"] == "health" for binding in found["health"])


def test_health_tells_the_version() -> None:
    import azure.functions as func

    from functions import __version__
    from functions.triggers.health import blueprint

    builder = blueprint._function_builders[0]
    answer = builder._function.get_user_function()(func.HttpRequest("GET", "/api/health", body=b""))
    assert answer.status_code == 200
    assert json.loads(answer.get_body()) == {"status": "ok", "version": __version__}
