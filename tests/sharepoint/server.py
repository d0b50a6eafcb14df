"""The real HTTP server: threads, keep-alive, connections that break on order."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from tests.sharepoint.message import Headers, Request, Response

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator

BODILESS = {204, 304}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is no error of ours."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def _handler(site: Emulator) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def log_message(self, format: str, *args: object) -> None:
            return

        def _body(self) -> bytes:
            if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
                pieces = []
                while size := int(self.rfile.readline().split(b";")[0], 16):
                    pieces.append(self.rfile.read(size))
                    self.rfile.readline()
                self.rfile.readline()
                return b"".join(pieces)
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))

        def _serve(self) -> None:
            headers = Headers(list(self.headers.items()))
            self._send(site.serve(Request.of(self.command, self.path, headers, self._body())))

        def _send(self, response: Response) -> None:
            if response.cut == "reset":
                self.close_connection = True
                with contextlib.suppress(OSError):
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                    self.connection.close()
                return
            body = b"" if response.status in BODILESS else response.body
            self.send_response(response.status)
            for name, value in response.headers.items():
                if name not in ("content-length",):
                    self.send_header(_title(name), value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body[: len(body) // 2] if response.cut == "truncate" else body)
            if response.cut == "truncate":
                self.close_connection = True

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_MERGE = do_HEAD = do_OPTIONS = _serve  # noqa: N815

    return Handler


SPELLED = {
    "etag": "ETag",
    "sprequestguid": "SPRequestGuid",
    "x-sharepointhealthscore": "X-SharePointHealthScore",
    "microsoftsharepointteamservices": "MicrosoftSharePointTeamServices",
    "www-authenticate": "WWW-Authenticate",
    "ratelimit-limit": "RateLimit-Limit",
    "ratelimit-remaining": "RateLimit-Remaining",
    "ratelimit-reset": "RateLimit-Reset",
}


def _title(name: str) -> str:
    return SPELLED.get(name, "-".join(part.capitalize() for part in name.split("-")))


@contextlib.contextmanager
def listening(site: Emulator, *, port: int = 0) -> Iterator[int]:
    """A server for that site on 127.0.0.1; its port."""
    server = _Server(("127.0.0.1", port), _handler(site))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
