"""The HTTP functions as a Starlette app, and the host's own address for running a timer by hand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from functions.commands.serving.pump import Pump
from functions.commands.serving.registered import Call, Functions, Registered

_ALL = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")


def web_app(functions: Functions, pump: Pump, *, prefix: str = "api") -> Starlette:
    """Every HTTP function under /prefix/route, and POST /admin/functions/NAME for timers, as the Functions host has it."""
    routes = [
        Route(f"/{prefix}/{one.trigger.get('route') or one.name}", _endpoint(one, functions, pump), methods=list(one.trigger.get("methods") or _ALL))
        for one in functions.all()
        if one.kind == "http"
    ]
    timers = {one.name for one in functions.all() if one.kind == "timer"}

    async def run_by_hand(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in timers:
            return Response(status_code=404)
        await run_in_threadpool(pump.tick, name)
        return Response(status_code=202)

    return Starlette(routes=[*routes, Route("/admin/functions/{name}", run_by_hand, methods=["POST"])])


def _endpoint(function: Registered, functions: Functions, pump: Pump) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        call = Call(
            request.method, str(request.url), dict(request.headers), dict(request.query_params), dict(request.path_params), await request.body()
        )
        result = await run_in_threadpool(functions.call_http, function.name, call)
        await run_in_threadpool(pump.write, function, result)
        return Response(result.body, status_code=result.status, headers=dict(result.headers))

    return answer
