"""What goes in and out of the emulator, as values: Request, Response, and Refusal for everything that SharePoint would not do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit


class Headers(dict[str, str]):
    """Headers by name, whatever its case."""

    def __init__(self, pairs: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> None:
        super().__init__()
        for name, value in dict(pairs).items():
            self[name] = value

    def __setitem__(self, name: str, value: str) -> None:
        super().__setitem__(name.lower(), value)

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())

    def __contains__(self, name: object) -> bool:
        return super().__contains__(str(name).lower())

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name.lower(), default)


@dataclass
class Request:
    """One request. path: percent-encoded as sent, from the server's root; query: decoded; method: as sent (see `verb` for a tunnelled one)."""

    method: str
    path: str
    query: dict[str, str] = field(default_factory=dict)
    headers: Headers = field(default_factory=Headers)
    body: bytes = b""
    status: int = 0
    sub_requests: list[Request] = field(default_factory=list)

    @classmethod
    def of(cls, method: str, url: str, headers: Mapping[str, str] | None = None, body: bytes = b"") -> Request:
        """A request from an absolute or a relative address."""
        parts = urlsplit(url)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        return cls(method.upper(), parts.path, query, Headers(headers or {}), body)

    @property
    def verb(self) -> str:
        """The method that is meant: a POST may carry another in X-HTTP-Method."""
        return self.headers.get("X-HTTP-Method", self.method).upper() if self.method == "POST" else self.method

    @property
    def json(self) -> Any:
        """The body as JSON. Raises ValueError when it is none."""
        return json.loads(self.body) if self.body.strip() else None


@dataclass
class Response:
    """One response. cut: "" as it is, "reset": the connection breaks before it is sent, "truncate": half of the body is sent."""

    status: int
    headers: Headers = field(default_factory=Headers)
    body: bytes = b""
    cut: str = ""

    @property
    def json(self) -> Any:
        """The body as JSON, None when it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None


class Refusal(Exception):
    """SharePoint says no. code: its HRESULT; kind: the .NET type of the exception."""

    def __init__(self, status: int, code: int, kind: str, message: str, *, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status, self.code, self.kind, self.message = status, code, kind, message
        self.headers = dict(headers or {})


CLIENT = "Microsoft.SharePoint.Client"


def no_resource(name: str) -> Refusal:
    """Refuses a segment that the service does not know."""
    return Refusal(404, -1, f"{CLIENT}.ResourceNotFoundException", f"Cannot find resource for the request {name}.")


def bad_query(message: str) -> Refusal:
    """Refuses what the OData parser does not understand."""
    return Refusal(400, -1, f"{CLIENT}.InvalidClientQueryException", message)


def bad_request(message: str, *, code: int = -1, kind: str = "Microsoft.SharePoint.SPException") -> Refusal:
    """Refuses values."""
    return Refusal(400, code, kind, message)


def denied(message: str = "Access denied. You do not have permission to perform this action or access this resource.") -> Refusal:
    """Refuses who may not."""
    return Refusal(403, -2147024891, "System.UnauthorizedAccessException", message)


def not_found(message: str, *, code: int = -2147024894, kind: str = "System.IO.FileNotFoundException") -> Refusal:
    """Refuses what is not there."""
    return Refusal(404, code, kind, message)
