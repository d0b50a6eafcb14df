"""PnPjs from Python: a person (or an app) who works in the site through Microsoft's community client, in one Node process that all of them share."""

from __future__ import annotations

import atexit
import base64
import itertools
import json
import subprocess
import tempfile
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from typing import Any

from tests.azurite import INSTALL, NODE_PACKAGE, NodePartMissing, node_program

BRIDGE = NODE_PACKAGE / "bridge.mjs"
SECONDS_TO_ANSWER = 120


class PnPError(Exception):
    """SharePoint refused what PnPjs asked for; status None when the client itself refused."""

    def __init__(self, *, status: int | None, code: str, message: str) -> None:
        super().__init__(f"{status} {code} {message}")
        self.status, self.code, self.message = status, code, message


class Bridge:
    """The Node process; safe to call from several threads at once."""

    def __init__(self) -> None:
        if not (NODE_PACKAGE / "node_modules" / "@pnp" / "sp").exists():
            raise NodePartMissing(f"@pnp/sp is not installed: run `{INSTALL}`")
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self._process = subprocess.Popen(node_program(BRIDGE), cwd=NODE_PACKAGE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said)
        self._numbers = itertools.count(1)
        self._waiting: dict[int, Future[dict[str, Any]]] = {}
        self._lock = threading.Lock()
        threading.Thread(target=self._listen, name="pnp", daemon=True).start()

    def ask(self, site: str, token: str, call: str, args: Sequence[object]) -> Any:
        """The call's value; PnPError when it was refused."""
        number = next(self._numbers)
        answer: Future[dict[str, Any]] = Future()
        line = json.dumps({"id": number, "site": site, "token": token, "call": call, "args": list(args)})
        with self._lock:
            self._waiting[number] = answer
            assert self._process.stdin
            try:
                self._process.stdin.write(line.encode() + b"\n")
                self._process.stdin.flush()
            except (OSError, ValueError) as broken:
                raise RuntimeError("the bridge to PnPjs ended") from broken
        return value_of(answer.result(timeout=SECONDS_TO_ANSWER))

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the process."""
        if self._process.stdin:
            self._process.stdin.close()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            answer = json.loads(line)
            self._waiting.pop(answer["id"]).set_result(answer)
        self._process.wait()
        self._said.seek(0)
        reason = f"the bridge to PnPjs ended: {self._said.read().decode(errors='replace').strip()}"
        with self._lock:
            for waiting in self._waiting.values():
                waiting.set_exception(RuntimeError(reason))
            self._waiting.clear()


_bridge: Bridge | None = None
_starting = threading.Lock()


def bridge() -> Bridge:
    """The process that everybody shares, started when it is first needed; NodePartMissing when Node or PnPjs is not installed."""
    global _bridge
    with _starting:
        if _bridge is None or not _bridge.alive:
            _bridge = Bridge()
            atexit.register(_bridge.close)
        return _bridge


def value_of(answer: Mapping[str, Any]) -> Any:
    """The value of an answer; PnPError for an error."""
    if "error" in answer:
        raise PnPError(**answer["error"])
    return answer["value"]


class PnP:
    """One signed-in user of the site. Paths are below the library's root; values of columns and rows are by internal name, as the site gives them."""

    def __init__(self, site_url: str, *, token: str = "APP", library: str = "Anteckningar") -> None:
        self._site, self._token, self._library = site_url, token, library
        bridge()

    def __enter__(self) -> PnP:
        return self

    def __exit__(self, *exception: object) -> None:
        return None

    def call(self, name: str, *args: object) -> Any:
        """Any call of the bridge, by its name."""
        return bridge().ask(self._site, self._token, name, args)

    # Files

    def save(self, path: str, data: bytes, *, chunk: int | None = None) -> dict[str, Any]:
        """Save a file, over the one that is there; with `chunk` in pieces of so many bytes. The folder must be there."""
        return self.call("save", self._library, path, text_of(data), {"chunk": chunk})

    def overwrite(self, path: str, data: bytes) -> None:
        """New content for a file that is there, as Word saves it."""
        self.call("overwrite", self._library, path, text_of(data))

    def add_folder(self, path: str) -> dict[str, Any]:
        return self.call("add_folder", self._library, path)

    def read(self, path: str) -> bytes:
        return base64.b64decode(self.call("read", self._library, path))

    def file(self, path: str) -> dict[str, Any]:
        """What the site says of a file: UniqueId, ETag, UIVersionLabel, …"""
        return self.call("file", self._library, path)

    def file_by_id(self, unique_id: str) -> dict[str, Any]:
        return self.call("file_by_id", unique_id)

    def files(self, folder: str = "") -> list[dict[str, Any]]:
        return self.call("files", self._library, folder)

    def rename(self, old: str, new: str) -> None:
        self.call("rename", self._library, old, new)

    def copy(self, old: str, new: str) -> None:
        self.call("copy", self._library, old, new)

    def delete(self, path: str) -> None:
        self.call("delete", self._library, path)

    def recycle(self, path: str) -> str:
        return self.call("recycle", self._library, path)

    def check_out(self, path: str) -> None:
        self.call("check_out", self._library, path)

    def check_in(self, path: str, *, comment: str = "") -> None:
        self.call("check_in", self._library, path, comment)

    def undo_check_out(self, path: str) -> None:
        self.call("undo_check_out", self._library, path)

    def read_columns(self, path: str) -> dict[str, Any]:
        return self.call("read_columns", self._library, path)

    def set_columns(self, path: str, values: Mapping[str, object], *, etag: str | None = None) -> str:
        """Write columns of a file and get the new etag; with `etag` only when nobody wrote since."""
        return self.call("set_columns", self._library, path, values, etag)["etag"]

    def set_form_values(self, path: str, values: Mapping[str, str], *, new_document: bool = False) -> list[dict[str, Any]]:
        """Write columns as a form does (ValidateUpdateListItem); what it answered for each."""
        return self.call("set_form_values", self._library, path, values, new_document)

    # Rows

    def rows(
        self,
        title: str,
        *,
        filter: str | None = None,
        select: Sequence[str] | None = None,
        order_by: Sequence[tuple[str, bool]] = (),
        page: int | None = None,
    ) -> list[dict[str, Any]]:
        """Every row of a list, page by page."""
        return self.call("rows", title, {"filter": filter, "select": select, "orderBy": order_by, "top": page})

    def row(self, title: str, key_field: str, key: str) -> dict[str, Any]:
        return self.call("row", title, key_field, key)

    def add_row(self, title: str, values: Mapping[str, object]) -> dict[str, Any]:
        return self.call("add_row", title, values)

    def update_row(self, title: str, key_field: str, key: str, values: Mapping[str, object], *, etag: str | None = None) -> str:
        return self.call("update_row", title, key_field, key, values, etag)["etag"]

    def delete_row(self, title: str, key_field: str, key: str) -> None:
        self.call("delete_row", title, key_field, key)

    def recycle_row(self, title: str, key_field: str, key: str) -> str:
        return self.call("recycle_row", title, key_field, key)

    def caml(self, title: str, xml: str) -> list[dict[str, Any]]:
        """The rows that a whole <View> asks for."""
        return self.call("caml", title, xml)

    # Being told

    def subscriptions(self, title: str) -> list[dict[str, Any]]:
        return self.call("subscriptions", title)

    def subscribe(self, title: str, url: str, *, expires: str, client_state: str | None = None) -> dict[str, Any]:
        return self.call("subscribe", title, url, expires, client_state)

    def renew(self, title: str, subscription: str, *, expires: str | None = None, url: str | None = None, client_state: str | None = None) -> None:
        self.call("renew", title, subscription, expires, url, client_state)

    def unsubscribe(self, title: str, subscription: str) -> None:
        self.call("unsubscribe", title, subscription)

    def change_token(self, title: str) -> str:
        return self.call("token", title)

    def changes(self, title: str, *, since: str | None = None, **flags: object) -> list[dict[str, Any]]:
        return self.call("changes", title, since, flags)

    # The site

    def ensure_user(self, login: str) -> dict[str, Any]:
        return self.call("ensure_user", login)

    def batch(self, *steps: Sequence[object]) -> list[Any]:
        """Several steps in one request; a step's value stands in its place, and a PnPError where it failed.

        A step is (name, list, …): add_row values, update_row id values etag, delete_row id, row id, rows query, changes token.
        """
        return [PnPError(**one["error"]) if "error" in one else one["value"] for one in self.call("batch", steps)]


def text_of(data: bytes) -> str:
    """Bytes as base64 text, as they travel on the bridge."""
    return base64.b64encode(data).decode()
