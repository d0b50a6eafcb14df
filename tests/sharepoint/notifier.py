"""SharePoint's side of webhooks: the handshake, one call for many changes about once a minute, retries, and silence about what has expired.

Time is the emulator's clock. `Notifier.run_due()` does what is due now: a test moves the clock and calls it. `start()` does so again and again on a
thread, for whoever serves; with `pace=300` five minutes of the service pass in a second. A notification says which list changed, never what changed.
"""

from __future__ import annotations

import json
import secrets
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

COLLECTING = timedelta(seconds=60)
RETRY_AFTER = timedelta(minutes=5)
RETRIES = 5
ANSWER_WITHIN = 5.0


class Clock(Protocol):
    """What the notifier asks for the time."""

    def now(self) -> datetime:
        """The time now, with its zone."""
        ...


class HandshakeFailed(Exception):
    """The address did not give the token back in time as text/plain: the service makes no subscription."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"Failed to validate the notification URL '{url}'. {reason}")


class Subscriber(Protocol):
    """Somebody's wish to be told about a list; `state` is what the wish said to be told back (clientState)."""

    id: str
    list_id: str
    url: str
    expires: datetime
    state: str | None


@dataclass(frozen=True, slots=True)
class Reply:
    """What an address answered; status None when it did not answer at all, or too late."""

    status: int | None
    content_type: str = ""
    body: bytes = b""

    @property
    def fine(self) -> bool:
        """Whether the service takes it as received."""
        return self.status is not None and 200 <= self.status < 300


@dataclass(frozen=True, slots=True)
class Delivery:
    """One POST to an address: what it held, which attempt it was (1 is the first), and the answer."""

    url: str
    entries: tuple[Mapping[str, object], ...]
    attempt: int
    at: datetime
    reply: Reply


@dataclass(frozen=True, slots=True)
class Waiting:
    """A POST that is to be sent when its time comes."""

    url: str
    entries: tuple[Mapping[str, object], ...]
    due: datetime
    attempt: int = 1


@dataclass
class Mischief:
    """What goes wrong between the service and the address: the number of calls to lose, to send twice, or to hold back until one came after it."""

    lose: int = 0
    double: int = 0
    hold_back: int = 0


@dataclass(frozen=True, slots=True)
class Origin:
    """What every notification says of where it comes from; the site's address is relative to the server."""

    tenant_id: str
    site_url: str
    web_id: str


def send(url: str, body: bytes | None, *, verb: str = "POST", within: float = ANSWER_WITHIN) -> Reply:
    """One HTTP call, at most `within` seconds long; a redirect is not followed."""
    request = urllib.request.Request(url, data=body, method=verb, headers={"Content-Type": "application/json"} if body else {"Content-Length": "0"})
    try:
        with OPENER.open(request, timeout=within) as answer:
            return Reply(answer.status, answer.headers.get("Content-Type", ""), answer.read())
    except urllib.error.HTTPError as refusal:
        with refusal:
            return Reply(refusal.code, refusal.headers.get("Content-Type", ""), refusal.read())
    except (OSError, ValueError):
        return Reply(None)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        return None


OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect)


@dataclass
class Notifier:
    """Tells subscribers. `subscriptions(list_id)` gives those of a list; what has expired is passed over in silence."""

    clock: Clock
    subscriptions: Callable[[str], Iterable[Subscriber]]
    origin: Origin
    handshake_verb: str = "POST"
    pace: float = 1.0
    retries: int = RETRIES
    answer_within: float = ANSWER_WITHIN
    mischief: Mischief = field(default_factory=Mischief)
    deliveries: list[Delivery] = field(default_factory=list)
    dropped: list[Waiting] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._changed: dict[str, datetime] = {}
        self._waiting: list[Waiting] = []
        self._held: list[Waiting] = []
        self._lock = threading.RLock()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def shake_hands(self, url: str) -> None:
        """Ask the address for its consent; HandshakeFailed unless it gives the token back as text/plain with 200, in time."""
        token = secrets.token_urlsafe(24)
        joint = "&" if urllib.parse.urlsplit(url).query else "?"
        reply = send(f"{url}{joint}validationtoken={token}", None, verb=self.handshake_verb, within=self.answer_within)
        if reply.status is None:
            raise HandshakeFailed(url, f"No answer within {self.answer_within:g} seconds.")
        if reply.status != 200:
            raise HandshakeFailed(url, f"The answer was {reply.status}.")
        if not reply.content_type.lower().startswith("text/plain"):
            raise HandshakeFailed(url, f"The answer was '{reply.content_type}' and not text/plain.")
        if reply.body != token.encode():
            raise HandshakeFailed(url, "The answer was not the validation token.")

    def changed(self, list_id: str) -> None:
        """A list changed: by whomever, the app that subscribes too."""
        with self._lock:
            self._changed.setdefault(list_id, self.clock.now() + COLLECTING / self.pace)

    def run_due(self) -> int:
        """Send what is due by now, with the retries that would have been made meanwhile; the number of calls made."""
        made = 0
        while calls := self._due():
            for call in calls:  # not under the lock: whoever is told may ask this site at once
                self._deliver(call)
            made += len(calls)
        return made

    def flush(self) -> int:
        """Send at once what would wait for its minute, for tests that do not care for time; retries still wait for theirs."""
        with self._lock:
            self._changed = dict.fromkeys(self._changed, self.clock.now())
        return self.run_due()

    def forge(self, url: str, **fields: object) -> Reply:
        """Send a notification that the service never sent; `fields` are those of its one entry that are not as usual."""
        nobody = {"subscriptionId": "00000000-0000-0000-0000-000000000000", "clientState": None, "resource": "00000000-0000-0000-0000-000000000000"}
        entry = {**nobody, "expirationDateTime": seven_digits(self.clock.now() + timedelta(days=1)), **self._origin(), **fields}
        return send(url, json.dumps({"value": [entry]}).encode(), within=self.answer_within)

    @property
    def quiet(self) -> bool:
        """Whether nothing waits to be told."""
        with self._lock:
            return not (self._changed or self._waiting or self._held)

    def start(self, *, every: float = 0.05) -> None:
        """Do what is due again and again on a thread of its own, `every` so many real seconds, until `stop`."""
        self._stopping.clear()
        self._thread = threading.Thread(target=self._run, args=(every,), name="notifier", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop the thread, if it runs."""
        self._stopping.set()
        if self._thread:
            self._thread.join()
            self._thread = None

    def _run(self, every: float) -> None:
        while not self._stopping.wait(every):
            self.run_due()

    def _due(self) -> list[Waiting]:
        """The calls to make now. Subscribers are asked for outside the lock: the site may hold its own while it tells us of a change."""
        now = self.clock.now()
        with self._lock:
            ripe = {list_id: due for list_id, due in self._changed.items() if due <= now}
            for list_id in ripe:
                del self._changed[list_id]
        fresh = self._calls(ripe, now)
        with self._lock:
            self._waiting += fresh
            due = sorted((call for call in self._waiting if call.due <= now), key=lambda call: call.due)
            self._waiting = [call for call in self._waiting if call.due > now]
            return [sent for call in due for sent in self._tampered(call)]

    def _calls(self, ripe: Mapping[str, datetime], now: datetime) -> list[Waiting]:
        """One call for each address, with an entry for each subscription to a list whose minute is over."""
        by_url: dict[str, list[Mapping[str, object]]] = {}
        for list_id in ripe:
            for subscription in self.subscriptions(list_id):
                if subscription.expires > now:
                    by_url.setdefault(subscription.url, []).append(self._entry(subscription))
        return [Waiting(url, tuple(entries), max(ripe.values())) for url, entries in by_url.items()]

    def _entry(self, subscription: Subscriber) -> dict[str, object]:
        return {
            "subscriptionId": subscription.id,
            "clientState": subscription.state,
            "expirationDateTime": seven_digits(subscription.expires),
            "resource": subscription.list_id,
            **self._origin(),
        }

    def _origin(self) -> dict[str, object]:
        return {"tenantId": self.origin.tenant_id, "siteUrl": self.origin.site_url, "webId": self.origin.web_id}

    def _tampered(self, call: Waiting) -> list[Waiting]:
        """The call as mischief lets it through: not at all, once, twice, or after the next one."""
        if self.mischief.lose:
            self.mischief.lose -= 1
            return []
        if self.mischief.hold_back:
            self.mischief.hold_back -= 1
            self._held.append(call)
            return []
        copies = 1
        if self.mischief.double:
            self.mischief.double -= 1
            copies = 2
        held, self._held = self._held, []
        return [call] * copies + held[::-1]

    def _deliver(self, call: Waiting) -> None:
        reply = send(call.url, json.dumps({"value": list(call.entries)}).encode(), within=self.answer_within)
        with self._lock:
            self.deliveries.append(Delivery(call.url, call.entries, call.attempt, self.clock.now(), reply))
            if reply.fine:
                return
            if call.attempt > self.retries:
                self.dropped.append(call)
            else:
                self._waiting.append(replace(call, due=call.due + RETRY_AFTER / self.pace, attempt=call.attempt + 1))


def seven_digits(moment: datetime) -> str:
    """A moment as the service writes it: UTC, with seven digits after the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond:06d}0Z"
