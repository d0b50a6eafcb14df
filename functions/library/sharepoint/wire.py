"""One request to SharePoint and what it answered, as values; the verbose JSON dialect that the client library speaks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

VERBOSE, LIGHT = "application/json;odata=verbose", "application/json;odata=nometadata"


@dataclass(frozen=True, slots=True)
class Ask:
    """A request. method: GET, POST, MERGE, PUT, PATCH or DELETE; url: absolute; body: JSON as a mapping, or bytes as they are.

    etag: what must still stand there for MERGE, PUT and DELETE ("*": anything). repeatable: sending it twice ends as sending it once, so that it may
    be sent again after a lost connection; reads always are. plain: its answer is bytes and no JSON. light: in
    the dialect without types, in which webhooks are documented.
    """

    method: str
    url: str
    body: Mapping[str, Any] | bytes | None = None
    etag: str | None = None
    repeatable: bool = False
    plain: bool = False
    light: bool = False

    @property
    def is_read(self) -> bool:
        """Whether it changes nothing."""
        return self.method == "GET" or self.url.casefold().endswith("/getchanges")

    @property
    def data(self) -> bytes:
        """The body as it is sent."""
        if self.body is None:
            return b""
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body, ensure_ascii=False).encode()

    @property
    def headers(self) -> dict[str, str]:
        """Its own headers, beside those that every request bears."""
        told = {"Accept": LIGHT if self.light else VERBOSE}
        if isinstance(self.body, Mapping):
            told["Content-Type"] = LIGHT if self.light else VERBOSE
        if self.method in ("MERGE", "PUT"):
            told["X-HTTP-Method"] = self.method
        if self.etag is not None:
            told["IF-MATCH"] = self.etag
        return told


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. ask: what it answers; headers: names in lower case."""

    ask: Ask
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def ok(self) -> bool:
        """Whether it was done."""
        return self.status < 300

    @property
    def is_page(self) -> bool:
        """Whether a web page came where data should: a sign-in page, or a proxy's."""
        return self.ok and not self.ask.plain and "html" in self.headers.get("content-type", "").casefold()

    @property
    def etag(self) -> str | None:
        """The mark of what was written, where the answer bears it."""
        return self.headers.get("etag") or None

    @property
    def entity(self) -> dict[str, Any]:
        """The one thing that it tells; empty where there is none."""
        told = _parsed(self.body)
        inner = told.get("d") if not self.ask.light else told
        return inner if isinstance(inner, dict) else {}

    @property
    def results(self) -> list[dict[str, Any]]:
        """The things that it tells, of a collection or of a function that gives one."""
        told: Any = self.entity
        if self.ask.light:
            return [one for one in told.get("value", ()) if isinstance(one, dict)]
        if "results" not in told and len(told) == 1:
            told = next(iter(told.values()))
        found = told.get("results") if isinstance(told, dict) else None
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []

    @property
    def next_page(self) -> str | None:
        """The address of the collection's next page."""
        told = self.entity.get("__next")
        return told if isinstance(told, str) else None

    @property
    def code(self) -> str:
        """SharePoint's number of an error ("-2130575305"), "" where it tells none."""
        return self._error[0]

    @property
    def complaint(self) -> str:
        """SharePoint's own words about an error, "" where there are none."""
        return self._error[1]

    @property
    def _error(self) -> tuple[str, str]:
        told = _parsed(self.body)
        error = told.get("error") or told.get("odata.error")
        if not isinstance(error, dict):
            return "", ""
        message = error.get("message")
        words = message.get("value") if isinstance(message, dict) else message
        return str(error.get("code") or "").split(",")[0].strip(), str(words or "")


def following(answer: Answer) -> Ask | None:
    """Ask for the page after this one; None when it is the last."""
    return Ask("GET", answer.next_page) if answer.next_page else None


def item_number(told: Mapping[str, Any]) -> int:
    """The number of an item of a list, which SharePoint calls Id, ID or both."""
    return int(told.get("Id") or told.get("ID") or 0)


def _parsed(body: bytes) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
