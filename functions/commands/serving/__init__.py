"""Serves the Azure functions on one machine, for development: HTTP, queues and timers over a storage account or Azurite.

Retries, poison queues, polling and timers are ours and imitate the Functions host. Needs the packages of the extra "serve".
"""

from __future__ import annotations

import importlib.util
import json
import socket
import threading
import time
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from functions import errors

if TYPE_CHECKING:
    from functions.commands.serving.pump import Pump
    from functions.commands.serving.registered import Functions

ROOT = Path(__file__).resolve().parents[3]
_LOOK = 0.1  # seconds between looks at whether all is done, when nothing is seen to happen
PORT = 7071
"""Where the Functions host listens on a developer's machine."""


@dataclass(frozen=True, slots=True)
class Served:
    """What is being served. address: without a slash at the end, e.g. http://127.0.0.1:7071."""

    address: str
    pump: Pump

    def settle(self, *, patience: float = 60.0) -> None:
        """Wait until every queue that a function listens to is empty, hidden messages too, and none is being handled. Raises TimeoutError."""
        end = time.monotonic() + patience
        stirs = 0
        while not self.pump.is_idle():
            if time.monotonic() > end:
                raise TimeoutError(f"{self.pump.waiting()} messages are left after {patience:g} seconds.")
            stirs = self.pump.rest(_LOOK, since=stirs)


def app_functions(root: Path = ROOT) -> Functions:
    """The functions of function_app.py in that folder. Raises errors.BadUsage when there is none: it is not part of an installed package."""
    from functions.commands.serving.registered import AppFunctions

    place = root / "function_app.py"
    spec = importlib.util.spec_from_file_location("function_app", place)
    if spec is None or spec.loader is None or not place.is_file():
        raise errors.BadUsage(f"{place} finns inte. Kör i en utcheckad kopia av programmet.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return AppFunctions(module.app)


@contextmanager
def serving(
    storage: str,
    *,
    functions: Functions | None = None,
    host: str = "127.0.0.1",
    port: int = 0,
    polling: float = 0.1,
    pace: float = 1.0,
    listening: bool = True,
    settings: Path = ROOT / "host.json",
) -> Iterator[Served]:
    """Serve in threads until the block ends. The functions read the environment themselves, when they are called.

    storage: what AzureWebJobsStorage says, a connection string; functions: default those of function_app.py; port 0: any that is free; polling:
    seconds between looks at an empty queue; pace: how much faster than the real clock timers go, and failed messages come again; listening: whether
    queues and timers run, not HTTP alone. Raises errors.BadUsage without the extra "serve", errors.NoAccess when the port is taken.
    """
    functions = functions if functions is not None else app_functions()
    try:
        import uvicorn

        from functions.commands.serving.web import web_app
    except ImportError as error:
        raise errors.BadUsage('Paketen för att köra funktionerna här saknas. Installera dem: pip install -e ".[serve]"') from error
    from functions.commands.serving.pump import Pump, read_host, run_pump
    from functions.state.azure import clients

    told = read_host(settings.read_text(encoding="utf-8"))
    pump = Pump(functions, queues=clients.queues(storage, None), host=told, pace=pace)
    prefix = told.get("extensions", {}).get("http", {}).get("routePrefix", "api")
    opened = _listen(host, port)
    server = uvicorn.Server(uvicorn.Config(web_app(functions, pump, prefix=prefix), log_level="warning", lifespan="off"))
    web = threading.Thread(target=server.run, kwargs={"sockets": [opened]}, name="web", daemon=True)
    web.start()
    stop = threading.Event()
    threads = run_pump(pump, functions, stop=stop, polling=polling, pace=pace, clock=lambda: datetime.now().astimezone()) if listening else []
    try:
        yield Served(f"http://{host}:{opened.getsockname()[1]}", pump)
    finally:
        stop.set()
        pump.stir()
        server.should_exit = True
        for thread in (*threads, web):
            thread.join(timeout=30)


def serve(environment: MutableMapping[str, str], *, port: int = PORT, pace: float = 1.0, settings: Path = ROOT / "local.settings.json") -> None:
    """Serve until Ctrl-C. What local.settings.json says is put into the environment, as the Functions host does, unless it is set there.

    Raises errors.BadUsage when AzureWebJobsStorage is not set or when the extra "serve" is not installed.
    """
    if settings.is_file():
        for name, value in json.loads(settings.read_text(encoding="utf-8")).get("Values", {}).items():
            environment.setdefault(name, str(value))
    storage = environment.get("AzureWebJobsStorage") or environment.get("AzureWebJobsStorage__accountName")
    if not storage:
        raise errors.BadUsage(
            "Inställningen AzureWebJobsStorage saknas: ange lagringskontots anslutningssträng, i miljön eller i local.settings.json."
        )
    environment.setdefault("DAGORDNING_STORAGE", storage)
    with serving(storage, port=port, pace=pace) as served:
        print(f"{served.address}  (Ctrl-C avslutar)", flush=True)  # noqa: T201 - the command's own output
        with suppress(KeyboardInterrupt):
            threading.Event().wait()


def _listen(host: str, port: int) -> socket.socket:
    """A socket that takes calls from now on, before anybody answers them."""
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()
    except OSError as error:
        listening.close()
        raise errors.NoAccess(f"Port {port} är upptagen. Ange en annan med --port.") from error
    return listening
