"""The functions served in this process, with an environment of their own, for tests of the whole slice."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from functions.commands.serving import Served, serving
from functions.commands.serving.registered import Functions
from tests.host.worker import Worker


@contextmanager
def served(
    values: Mapping[str, str], *, storage: str, genuine: bool = False, pace: float = 60.0, polling: float = 0.05, listening: bool = True
) -> Iterator[Served]:
    """Serve function_app.py over this storage, with these settings (DAGORDNING_SITE …) and no others of ours.

    genuine: called through Microsoft's worker runtime, else directly. pace: how much faster than in Azure timers run and failed messages come again;
    listening: whether queues and timers run, not HTTP alone.
    """
    worker = Worker() if genuine else None
    functions: Functions | None = worker
    try:
        with (
            environment({"DAGORDNING_STORAGE": storage, **values, "AzureWebJobsStorage": storage}),
            serving(storage, functions=functions, pace=pace, polling=polling, listening=listening) as running,
        ):
            yield running
    finally:
        if worker is not None:
            worker.close()


@contextmanager
def environment(values: Mapping[str, str]) -> Iterator[None]:
    """These settings and no others of ours; what the functions opened with other settings is forgotten before and after."""
    from functions.triggers import opened

    before = dict(os.environ)
    for name in before:
        if name.startswith("DAGORDNING_") or name == "AzureWebJobsStorage":
            del os.environ[name]
    os.environ.update(values)
    opened.forget()
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
        opened.forget()
