"""Stand-ins for the worker's protobuf messages: the runtime only builds messages and reads enumerations (docs/decisions/0006)."""

from __future__ import annotations

import types
from typing import Any


class Bag:
    """A message: whatever fields it is given."""

    def __init__(self, **fields: Any) -> None:
        self.__dict__.update(fields)


class TypedData(Bag):
    def WhichOneof(self, _: str) -> str | None:  # noqa: N802 - protobuf's name
        return next(iter(self.__dict__), None)


class ParameterBinding(Bag):
    def WhichOneof(self, _: str) -> str:  # noqa: N802 - protobuf's name
        return "data"


def _kind(name: str, **constants: Any) -> type:
    return type(name, (Bag,), constants)


_PLAIN = """WorkerInitResponse WorkerMetadata FunctionMetadataResponse FunctionLoadResponse FunctionEnvironmentReloadResponse
RpcFunctionMetadata RpcRetryOptions InvocationResponse RpcException RpcHttp NullableString NullableBool NullableDouble NullableTimestamp"""

MESSAGES = types.SimpleNamespace(
    TypedData=TypedData,
    ParameterBinding=ParameterBinding,
    StatusResult=_kind("StatusResult", Failure=0, Success=1, Cancelled=2),
    BindingInfo=_kind("BindingInfo", **{"in": 0, "out": 1, "inout": 2, "undefined": 0, "string": 1, "binary": 2, "stream": 3}),
    RpcHttpCookie=_kind("RpcHttpCookie", SameSite=_kind("SameSite", **{"None": 0, "Lax": 1, "Strict": 2, "ExplicitNone": 3})),
    **{name: _kind(name) for name in _PLAIN.split()},
)
