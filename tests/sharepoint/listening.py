"""Whoever is told of changes, for tests: a small HTTP server that answers the handshake as well or badly as it is bid, and keeps what it hears."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass
class Listener:
    """handshake: right, wrong, html, accepted (202) or slow; statuses: what the next notifications are answered with, 200 when there is none."""

    url: str
    verbs: list[str] = field(default_factory=list)
    told: list[list[dict[str, Any]]] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    handshake: str = "right"
    released: threading.Event = field(default_factory=threading.Event)


@contextmanager
def listening() -> Iterator[Listener]:
    """A listener on a free port while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            listener.verbs.append(self.command)
            token = parse_qs(urlsplit(self.path).query).get("validationtoken")
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if token:
                self.shake(token[0])
                return
            listener.told.append(json.loads(body)["value"])
            self.answer(listener.statuses.pop(0) if listener.statuses else 200, "", b"")

        def do_GET(self) -> None:
            self.do_POST()

        def shake(self, token: str) -> None:
            if listener.handshake == "slow":
                listener.released.wait(30)
            status = 202 if listener.handshake == "accepted" else 200
            kind = "text/html" if listener.handshake == "html" else "text/plain; charset=utf-8"
            self.answer(status, kind, b"other" if listener.handshake == "wrong" else token.encode())

        def answer(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listener = Listener(f"http://127.0.0.1:{server.server_address[1]}/api/library-changed")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield listener
    finally:
        listener.released.set()
        server.shutdown()
        thread.join()
        server.server_close()
