"""Everything around the app on one machine: the SharePoint emulator, Azurite, an identity's endpoint, and the functions being served."""

from __future__ import annotations

import json
import os
import tempfile
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from functions import bootstrap
from functions.bootstrap import WatchedSite, connect, open_site
from functions.commands.serving import ROOT, Served, serving
from functions.commands.sharepoint import apply_plan
from functions.jobs.office import Office, Queues
from functions.library.sharepoint.site import Site
from functions.settings import Settings, read_settings
from functions.triggers import opened
from tests.azurite import running_azurite
from tests.sharepoint.emulator import Emulator
from tests.sharepoint.identity import identity
from tests.sharepoint.message import Request

LIBRARY = "Anteckningar"
TODAY = "2026-05-12"


@dataclass
class Town:
    """The app at work. environment: what Azure would set for the functions."""

    site: Emulator
    served: Served
    environment: Mapping[str, str]
    _counted: int = 0

    @property
    def settings(self) -> Settings:
        return read_settings(self.environment)

    def settle(self, *, patience: float = 600.0) -> None:
        """Wait until the notifier and every queue are empty, and what followed from that."""
        for _ in range(4):
            self.site.notifier.flush()
            self.served.settle(patience=patience)

    def run_timer(self, name: str) -> None:
        """Run a timer's function now, through the host's own address."""
        urllib.request.urlopen(urllib.request.Request(f"{self.served.address}/admin/functions/{name}", method="POST"), timeout=60).close()

    def trips(self) -> list[Request]:
        """The app's own HTTP requests since the last call, people's left out."""
        since, self._counted = self._counted, len(self.site.requests)
        return [request for request in self.site.requests[since:] if request.headers.get("Authorization") == "Bearer APP"]

    def watched(self) -> WatchedSite:
        """The app's own view, for looking at events and state."""
        return open_site(self.settings)


@contextmanager
def town(
    *,
    webhooks: bool = True,
    quiet: float = 0.2,
    library: Mapping[str, Any] | None = None,
    sleep: Callable[[float], None] | None = None,
    pause: str | None = None,
    pace: float = 1.0,
    listening: bool = True,
    provisioned: bool = True,
    **emulator: Any,
) -> Iterator[Town]:
    """A provisioned site with the functions running. library: settings of the watched library; emulator: of the site.

    sleep: how the app waits for SharePoint, in seconds; pause: before a failed message comes again, instead of what host.json says ("00:00:01");
    pace: how much faster than the real one the clock of the jobs goes, and the delay of their messages; listening: whether queues and timers run by
    themselves; provisioned: whether our columns and lists stand there.
    """
    with ExitStack() as stack:
        site = stack.enter_context(Emulator(notify_pace=600.0, **emulator).running())
        site.add_library(LIBRARY, LIBRARY, **(library or {}))
        storage = stack.enter_context(running_azurite())
        environment = {
            **stack.enter_context(identity()).environment,
            "AzureWebJobsStorage": storage,
            "DAGORDNING_STORAGE": storage,
            "DAGORDNING_SITE": site.url,
            "DAGORDNING_LIBRARY": LIBRARY,
            "DAGORDNING_CLIENT_ID": "00000000-0000-0000-0000-00000000000d",
            "DAGORDNING_TODAY": TODAY,
            "DAGORDNING_QUIET_SECONDS": str(quiet),
            "DAGORDNING_CLIENT_STATE": "made-up-secret",
        }
        stack.enter_context(_set(environment))
        settings = read_settings(environment)
        if sleep is not None:
            stack.enter_context(_sleeping(sleep))
        if pace != 1.0:
            stack.enter_context(_hurrying(pace))
        if provisioned:
            apply_plan(connect(settings), settings, as_json=True, emit=lambda value: None)
        stack.callback(opened.forget)
        opened.forget()
        host = stack.enter_context(_host(pause))
        served = stack.enter_context(serving(storage, polling=0.05, listening=listening, settings=host))
        made = Town(site, served, environment)
        if webhooks:
            environment["DAGORDNING_NOTIFICATION_URL"] = f"{served.address}/api/library-changed"
            stack.enter_context(_set(environment))
            made.run_timer("keep_subscriptions")
        made.trips()
        yield made


@contextmanager
def _sleeping(sleep: Callable[[float], None]) -> Iterator[None]:
    """Every site that is opened meanwhile waits in that way."""
    real = bootstrap.connect

    def connected(settings: Settings) -> Site:
        site = real(settings)
        return Site(site.url, token=site._token, sleep=sleep)

    bootstrap.connect = connected
    try:
        yield
    finally:
        bootstrap.connect = real


@contextmanager
def _hurrying(pace: float) -> Iterator[None]:
    """Every office that is opened meanwhile has a clock of that pace, and queues that delay by it."""
    real, began = WatchedSite.office, datetime.now(UTC)

    def office(watched: WatchedSite, settings: Settings) -> Office:
        made = real(watched, settings)
        return replace(made, clock=lambda: began + (datetime.now(UTC) - began) * pace, queues=_Hurried(made.queues, pace))

    WatchedSite.office = office  # type: ignore[method-assign]
    try:
        yield
    finally:
        WatchedSite.office = real  # type: ignore[method-assign]


@dataclass(frozen=True)
class _Hurried:
    """Queues whose delays are shorter; the message may come a little early, and is then put back."""

    queues: Queues
    pace: float

    def send(self, queue: str, message: Mapping[str, Any], *, delay_seconds: float = 0) -> None:
        self.queues.send(queue, message, delay_seconds=delay_seconds / self.pace)


@contextmanager
def _host(pause: str | None) -> Iterator[Path]:
    """host.json, with another pause between two tries of a message."""
    real = ROOT / "host.json"
    if pause is None:
        yield real
        return
    told = json.loads(real.read_text(encoding="utf-8"))
    told["extensions"]["queues"]["visibilityTimeout"] = pause
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "host.json"
        place.write_text(json.dumps(told), encoding="utf-8")
        yield place


@contextmanager
def _set(environment: Mapping[str, str]) -> Iterator[None]:
    """The environment while the block runs."""
    before = {name: os.environ.get(name) for name in environment}
    os.environ.update(environment)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
