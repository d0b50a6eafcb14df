"""Azurite for the tests: Microsoft's storage emulator (queues, tables, blobs), in memory on free ports, stopped when the tests are done."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

NODE_PACKAGE = Path(__file__).parent / "sharepoint" / "pnp"
PROGRAM = NODE_PACKAGE / "node_modules" / "azurite" / "dist" / "src" / "azurite.js"
INSTALL = "npm ci --prefix tests/sharepoint/pnp"
ACCOUNT = "devstoreaccount1"
KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="  # Azurite's own, published key: no secret
SERVICES = ("blob", "queue", "table")
SECONDS_TO_START = 60.0
ATTEMPTS = 3


class NodePartMissing(Exception):
    """Node or its packages are not installed: a failure with what to run, never a skipped test."""


def connection_string(ports: tuple[int, int, int]) -> str:
    """What `AzureWebJobsStorage` holds, with every endpoint on this machine."""
    endpoints = [f"{service.capitalize()}Endpoint=http://127.0.0.1:{port}/{ACCOUNT}" for service, port in zip(SERVICES, ports, strict=True)]
    return ";".join(["DefaultEndpointsProtocol=http", f"AccountName={ACCOUNT}", f"AccountKey={KEY}", *endpoints]) + ";"


def node_program(script: Path) -> list[str]:
    """The start of a command line that runs this script with Node; NodePartMissing when Node or the script's package is not there."""
    node = shutil.which("node")
    if node is None:
        raise NodePartMissing(f"node is not on PATH: install Node 20 or later, then run `{INSTALL}`")
    if not script.exists():
        raise NodePartMissing(f"{script.name} is not installed: run `{INSTALL}`")
    return [node, str(script)]


@contextmanager
def running_azurite() -> Iterator[str]:
    """Start Azurite, wait until its three ports answer, yield the connection string, and stop it."""
    command = node_program(PROGRAM)
    for _ in range(ATTEMPTS):  # again when somebody took one of the ports between our look and its start
        ports = free_ports()
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen([*command, *options(ports)], stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT)
            try:
                if listens(process, ports):
                    yield connection_string(ports)
                    return
            finally:
                stop(process)
            said.seek(0)
            problem = said.read().decode(errors="replace").strip()
    raise RuntimeError(f"Azurite did not start: {problem or 'it said nothing'}")


@pytest.fixture(scope="session")
def azurite() -> Iterator[str]:
    """The connection string of this test process's own Azurite, started when the first test asks for it; `tests/conftest.py` imports this name."""
    with running_azurite() as connection:
        yield connection


def options(ports: tuple[int, int, int]) -> list[str]:
    """Azurite's options: in memory, silent, and any API version, because the newest clients ask for one that it does not know yet."""
    listening = [
        part for service, port in zip(SERVICES, ports, strict=True) for part in (f"--{service}Host", "127.0.0.1", f"--{service}Port", str(port))
    ]
    return ["--silent", "--disableTelemetry", "--inMemoryPersistence", "--skipApiVersionCheck", *listening]


def free_ports() -> tuple[int, int, int]:
    """Three ports that nobody listens on now."""
    with ExitStack() as held:
        first, second, third = (held.enter_context(socket.socket()) for _ in SERVICES)
        for one in (first, second, third):
            one.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1], third.getsockname()[1]


def listens(process: subprocess.Popen[bytes], ports: tuple[int, int, int]) -> bool:
    """Whether every port accepts a connection before the process ends or the patience does."""
    end = time.monotonic() + SECONDS_TO_START
    waiting = list(ports)
    while waiting and process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", waiting[0]), timeout=1).close()
            waiting.pop(0)
        except OSError:
            time.sleep(0.05)
    return not waiting and process.poll() is None


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the process, by force when it does not listen."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
