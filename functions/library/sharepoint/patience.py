"""A session that waits when SharePoint asks it to, and sends again what may be sent again; the client library's own requests go through it too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import requests

from functions import errors

_REPEATABLE: ContextVar[bool] = ContextVar("repeatable", default=False)

ATTEMPTS = 8
"""How often a request is sent at most."""

LONGEST = 180.0
"""Seconds that one request may wait in all; longer than a minute of throttling, shorter than a function's life."""

_BUSY, _FAILED = (429, 503), (408, 500, 502, 504)
_BACKOFF = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
_LOST = (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError)


@contextmanager
def repeatable(wanted: bool) -> Iterator[None]:
    """Say of the requests inside whether they may be sent again after a connection was lost."""
    token = _REPEATABLE.set(wanted)
    try:
        yield
    finally:
        _REPEATABLE.reset(token)


def asked_wait(headers: Any) -> float | None:
    """Seconds that an answer asks to wait: the larger of Retry-After and RateLimit-Reset; None when it asks for none.

    https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
    """
    asked = []
    for name in ("Retry-After", "RateLimit-Reset"):
        try:
            asked.append(float(headers.get(name) or headers.get(name.casefold()) or ""))
        except ValueError:
            continue
    return max(asked) if asked else None


def backoff(attempt: int) -> float:
    """Seconds to wait after the attempt of that number (0: the first) when nothing was asked."""
    return _BACKOFF[min(attempt, len(_BACKOFF) - 1)]


class PatientSession(requests.Session):
    """Sends, waits and sends again. Counts every round trip, the client library's own contextInfo among them."""

    def __init__(self, *, user_agent: str, sleep: Callable[[float], None]) -> None:
        """user_agent: how SharePoint knows whom it throttles."""
        super().__init__()
        self.headers["User-Agent"] = user_agent
        self.round_trips = 0
        self._sleep = sleep

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        """See requests.Session.send. Raises errors.Throttled when SharePoint asks for more patience than we have, errors.Unavailable when the
        connection was lost and the request cannot be sent again, or often enough."""
        may_repeat = request.method == "GET" or _REPEATABLE.get()
        waited = 0.0
        for attempt in range(ATTEMPTS):
            self.round_trips += 1
            try:
                response = super().send(request, **kwargs)
            except _LOST as lost:
                if not may_repeat or attempt >= 3:
                    raise errors.Unavailable("Förbindelsen med SharePoint bröts. Nytt försök görs senare.") from lost
                wait = backoff(attempt)
            else:
                busy = response.status_code in _BUSY
                failed = response.status_code in _FAILED and may_repeat and attempt < 3 and b"-2147024860" not in response.content[:400]
                if not busy and not failed:
                    return response
                asked = asked_wait(response.headers)
                wait = asked if asked is not None else backoff(attempt)
                if busy and (waited + wait > LONGEST or attempt == ATTEMPTS - 1):
                    raise errors.Throttled(wait)
            waited += wait
            self._sleep(wait)
        raise errors.Unavailable("SharePoint svarar inte just nu. Nytt försök görs senare.")
