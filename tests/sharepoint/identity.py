"""A managed identity's endpoint, as App Service and Flex Consumption offer it, so that azure-identity itself signs in to the emulator.

The protocol is told in https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

HEADER = "made-up-header"


@dataclass
class Identity:
    """environment: what Azure would set; asked: the resources that tokens were asked for; lifetime: of each token, in seconds."""

    environment: dict[str, str]
    asked: list[str] = field(default_factory=list)
    lifetime: int = 3600


@contextmanager
def identity(token: str = "APP") -> Iterator[Identity]:
    """Serves tokens on a free port of 127.0.0.1 while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = parse_qs(urlsplit(self.path).query)
            if self.headers.get("X-IDENTITY-HEADER") != HEADER or "resource" not in query:
                self.send_error(400)
                return
            given.asked.append(query["resource"][0])
            end = int(time.time()) + given.lifetime
            told = {"access_token": token, "expires_on": str(end), "resource": query["resource"][0], "token_type": "Bearer"}
            body = json.dumps(told).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *values: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    given = Identity({"IDENTITY_ENDPOINT": f"http://127.0.0.1:{server.server_port}/msi/token", "IDENTITY_HEADER": HEADER})
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield given
    finally:
        server.shutdown()
        server.server_close()
