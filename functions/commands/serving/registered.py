"""The functions of `function_app.py`, found and called as the Functions worker does: with the real request, message and timer types."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Protocol

import azure.functions as func
from azure.functions.queue import QueueMessage


@dataclass(frozen=True, slots=True)
class Registered:
    """One function. trigger: its trigger's binding as Azure stores it; outputs: queue bindings by parameter."""

    name: str
    trigger: Mapping[str, Any]
    outputs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """http, queue or timer."""
        return str(self.trigger["type"]).removesuffix("Trigger")


@dataclass(frozen=True, slots=True)
class Call:
    """An HTTP request. route: the parameters in its path."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    route: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it was received. tries: how often, this time included."""

    id: str
    text: str
    tries: int = 1


@dataclass(frozen=True, slots=True)
class Result:
    """What a call gave. outputs: text by output parameter; status, headers, body: of an HTTP function."""

    outputs: Mapping[str, str] = field(default_factory=dict)
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


class Functions(Protocol):
    """Functions that can be called; a call raises what the function raised."""

    def all(self) -> Sequence[Registered]:
        """Every function."""

    def call_http(self, name: str, call: Call) -> Result:
        """Call an HTTP function."""

    def call_queue(self, name: str, message: Message) -> Result:
        """Call a queue function."""

    def call_timer(self, name: str, *, late: bool = False) -> Result:
        """Call a timer function."""


class AppFunctions:
    """The functions that are registered in a FunctionApp, called in this process."""

    def __init__(self, app: func.FunctionApp) -> None:
        """Indexes the app. Raises what azure.functions raises for one that Azure would refuse."""
        self._functions: dict[str, Any] = {}
        self._registered: list[Registered] = []
        for function in app.get_functions():
            bindings = [binding.get_dict_repr() for binding in function.get_bindings()]
            trigger = next(binding for binding in bindings if str(binding["type"]).endswith("Trigger"))
            outputs = {str(binding["name"]): binding for binding in bindings if str(binding["type"]) == "queue"}
            name = str(function.get_function_name())
            self._functions[name] = function.get_user_function()
            self._registered.append(Registered(name, {**trigger, "methods": _methods(trigger)}, outputs))

    def all(self) -> Sequence[Registered]:
        """See Functions.all."""
        return tuple(self._registered)

    def call_http(self, name: str, call: Call) -> Result:
        """See Functions.call_http."""
        request = func.HttpRequest(
            call.method, call.url, headers=dict(call.headers), params=dict(call.query), route_params=dict(call.route), body=call.body
        )
        return self._call(name, request)

    def call_queue(self, name: str, message: Message) -> Result:
        """See Functions.call_queue."""
        # The worker's own class: the public one leaves dequeue_count empty.
        now = datetime.now(UTC)
        told = QueueMessage(id=message.id, body=message.text, dequeue_count=message.tries, insertion_time=now, pop_receipt="")  # type: ignore[no-untyped-call]
        return self._call(name, told)

    def call_timer(self, name: str, *, late: bool = False) -> Result:
        """See Functions.call_timer."""
        from azure.functions.timer import TimerRequest

        return self._call(name, TimerRequest(past_due=late))

    def _call(self, name: str, given: Any) -> Result:
        known = next(one for one in self._registered if one.name == name)
        outs = {parameter: _Out() for parameter in known.outputs}
        answer = self._functions[name](**{str(known.trigger["name"]): given}, **outs)
        if inspect.isawaitable(answer):
            answer = asyncio.run(_awaited(answer))
        told = {parameter: out.text for parameter, out in outs.items() if out.text is not None}
        if not isinstance(answer, func.HttpResponse):
            return Result(told)
        headers = {**dict(answer.headers), "content-type": f"{answer.mimetype}; charset={answer.charset}"}
        return Result(told, answer.status_code, headers, answer.get_body())


class _Out(func.Out[str]):
    """What a function leaves in an output binding."""

    def __init__(self) -> None:
        self.text: str | None = None

    def set(self, val: str) -> None:
        self.text = val

    def get(self) -> str:
        return self.text or ""


async def _awaited(answer: Any) -> Any:
    return await answer


def _methods(trigger: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(getattr(method, "value", method)).upper() for method in trigger.get("methods") or ())
