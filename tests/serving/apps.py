"""A small app with a function of each kind, that notes what it was called with."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any

import azure.functions as func

WANTED: func.FunctionApp | None = None
"""The app that a worker indexes next."""


@dataclass
class Seen:
    """What the functions were called with. broken: texts of messages that fail; turned: set at every call."""

    calls: list[tuple[str, Any]] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    turned: threading.Event = field(default_factory=threading.Event)

    def note(self, name: str, told: Any) -> None:
        self.calls.append((name, told))
        self.turned.set()

    def of(self, name: str) -> list[Any]:
        return [told for called, told in self.calls if called == name]


def small_app(seen: Seen, *, schedule: str = "0 0 0 1 1 *") -> func.FunctionApp:
    app = func.FunctionApp()

    @app.function_name("say")
    @app.route(route="say/{name}", methods=["GET", "POST"], auth_level=func.AuthLevel.ANONYMOUS)
    @app.queue_output(arg_name="word", queue_name="words", connection="AzureWebJobsStorage")
    def say(req: func.HttpRequest, word: func.Out[str]) -> func.HttpResponse:
        body = req.get_body()
        seen.note("say", (req.method, req.route_params["name"], req.params.get("q"), req.headers.get("x-test"), body))
        if body:
            word.set(body.decode())
        return func.HttpResponse("hej å", status_code=201, mimetype="text/plain", headers={"X-Job": "1"})

    @app.function_name("say_late")
    @app.route(route="late", auth_level=func.AuthLevel.ANONYMOUS)
    async def say_late(req: func.HttpRequest) -> func.HttpResponse:
        raise RuntimeError("kaboom")

    @app.function_name("hear")
    @app.queue_trigger(arg_name="msg", queue_name="words", connection="AzureWebJobsStorage")
    def hear(msg: func.QueueMessage) -> None:
        text = msg.get_body().decode()
        seen.note("hear", (text, msg.dequeue_count))
        if text in seen.broken:
            raise RuntimeError("cannot hear")

    @app.function_name("hear_poison")
    @app.queue_trigger(arg_name="msg", queue_name="words-poison", connection="AzureWebJobsStorage")
    def hear_poison(msg: func.QueueMessage) -> None:
        seen.note("hear_poison", msg.get_json())

    @app.function_name("ring")
    @app.timer_trigger(arg_name="timer", schedule=schedule)
    @app.queue_output(arg_name="word", queue_name="words", connection="AzureWebJobsStorage")
    def ring(timer: func.TimerRequest, word: func.Out[str]) -> None:
        seen.note("ring", timer.past_due)
        word.set('"ding"')
        if "timer" in seen.broken:
            raise RuntimeError("cannot ring")

    return app
