"""The emulator: one site with everything in it, and `dispatch`, which answers one request, over HTTP or inside a $batch."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from tests.sharepoint.address import segments
from tests.sharepoint.clock import Clock
from tests.sharepoint.dialect import MINIMAL, Done, Raw, dialect_of, refuse, render
from tests.sharepoint.faults import AFTER, BEFORE, HTML, Fault, Faults
from tests.sharepoint.hands import LibraryHandle, ListHandle
from tests.sharepoint.lists import by_title, make_list
from tests.sharepoint.message import Headers, Refusal, Request, Response, not_found
from tests.sharepoint.nodes import Call, Node
from tests.sharepoint.people import Directory
from tests.sharepoint.query import Options
from tests.sharepoint.recycling import Binned
from tests.sharepoint.server import listening
from tests.sharepoint.state import DOCUMENTS, GENERIC, UPDATE, Item, ListState, Subscription, new_id
from tests.sharepoint.subscriptions import living
from tests.sharepoint.web import RootNode

__all__ = ["Emulator", "Fault", "Refused"]


@dataclass(frozen=True)
class Refused:
    """Something that the emulator would not do, as SharePoint would not."""

    method: str
    path: str
    status: int
    code: int
    message: str


class Emulator:
    """One SharePoint site. The app signs in with the token "APP", a person with "person:Malin Ek", another app with "app:Name".

    locale: LCID; zone: the site's time zone; threshold: of list views; enumerates: whoever reads may see who else does, else owners only;
    app_role: what Sites.Selected gave the app: none, read, write, manage, fullcontrol;
    validate_honours_if_match, merges_subscriptions, validate_change_type: what is not known of SharePoint Online, either way;
    demands_digest: a verbose POST without a digest is refused even with a bearer token; log_days: how long the change log remembers;
    notify_pace: how much faster webhooks are; notifying: they are sent on a thread, and not only when the clock is turned.
    """

    def __init__(
        self,
        *,
        path: str = "/sites/rad",
        title: str = "Rådsarbete",
        locale: int = 1053,
        zone: str = "Europe/Stockholm",
        threshold: int = 5000,
        app_role: str = "fullcontrol",
        app_name: str = "Dagordning",
        validate_honours_if_match: bool = False,
        merges_subscriptions: bool = True,
        validate_change_type: int = UPDATE,
        demands_digest: bool = False,
        enumerates: bool = True,
        log_days: int = 60,
        digest_seconds: int = 1800,
        notify_pace: float = 1.0,
        notifying: bool = False,
        clock: Clock | None = None,
    ) -> None:
        self.path, self.title, self.locale, self.zone, self.threshold = path, title, locale, ZoneInfo(zone), threshold
        self.validate_honours_if_match, self.merges_subscriptions = validate_honours_if_match, merges_subscriptions
        self.validate_change_type, self.demands_digest, self.log_days, self.digest_seconds = (
            validate_change_type,
            demands_digest,
            log_days,
            digest_seconds,
        )
        self.enumerates = enumerates
        self.clock, self.lock, self.faults = clock or Clock(), threading.RLock(), Faults()
        self.people = Directory(self, app_role=app_role, app_name=app_name)
        self.site_id, self.web_id, self.tenant_id = new_id(), new_id(), new_id()
        self.lists: dict[str, ListState] = {}
        self.subscriptions: dict[str, Subscription] = {}
        self.recycled: list[tuple[str, Item]] = []
        self.bin: list[Binned] = []
        self.requests: list[Request] = []
        self.refused: list[Refused] = []
        self.origin = "http://127.0.0.1"
        self.token = "APP"
        self._digests: dict[str, datetime] = {}
        self._number, self._counted = 1000, 0
        self._notify_pace, self._notifier = notify_pace, None
        self._notifying = notifying

    @property
    def url(self) -> str:
        """The site's address."""
        return self.origin + self.path

    @property
    def notifier(self) -> Any:
        """What sends webhooks."""
        if self._notifier is None:
            from tests.sharepoint.notifier import Notifier, Origin

            origin = Origin(self.tenant_id, self.path, self.web_id)
            self._notifier = Notifier(self.clock, self._subscribed, origin, pace=self._notify_pace)
            self.clock.watchers.append(self._notifier.run_due)
            self.clock.watchers.append(self._notifier.run_due)
        return self._notifier

    def _subscribed(self, list_id: str) -> list[Subscription]:
        with self.lock:
            return living(self, self.lists[list_id]) if list_id in self.lists else []

    @contextlib.contextmanager
    def running(self, *, port: int = 0) -> Iterator[Emulator]:
        """Serve on 127.0.0.1 for as long as the block lasts."""
        with listening(self, port=port) as bound:
            self.origin = f"http://127.0.0.1:{bound}"
            if self._notifying:
                self.notifier.start()
            try:
                yield self
            finally:
                if self._notifier is not None:
                    self._notifier.stop()

    # -- what tests and people do -------------------------------------------------------------------------------------------------------------

    def add_library(
        self, title: str, url_name: str | None = None, *, versioning: bool = True, demotion: bool = True, **settings: Any
    ) -> LibraryHandle:
        """A document library. demotion: columns are written into Word files and read back from them; settings: attributes of ListState."""
        with self.lock:
            state = make_list(self, title, template=DOCUMENTS, url=url_name)
            state.versioning, state.demotion = versioning, demotion
            for name, value in settings.items():
                if hasattr(state, name):
                    setattr(state, name, value)
                else:
                    state.settings[name] = value
            return LibraryHandle(self, state)

    def add_list(self, title: str, url_name: str | None = None) -> ListHandle:
        """A generic list."""
        with self.lock:
            return ListHandle(self, make_list(self, title, template=GENERIC, url=url_name))

    def library(self, title: str) -> LibraryHandle:
        """A library by its title."""
        return LibraryHandle(self, by_title(self, title))

    def list(self, title: str) -> ListHandle:
        """A list by its title."""
        return ListHandle(self, by_title(self, title))

    def round_trips(self) -> int:
        """How many HTTP requests came since `reset_count`; the parts of a batch are one."""
        return len(self.requests) - self._counted

    def reset_count(self) -> None:
        """Count from here."""
        self._counted = len(self.requests)

    # -- what the parts need ------------------------------------------------------------------------------------------------------------------

    def list_at(self, path: str) -> ListState:
        """The list at a server-relative path. Raises Refusal (404)."""
        for one in self.lists.values():
            if one.path.lower() == path.lower():
                return one
        raise not_found(f"List does not exist at {path}.", code=-2147024894)

    def next_number(self) -> int:
        """The next number of the change log, which grows over the whole site."""
        self._number += 1
        return self._number

    def notify(self, list_id: str) -> None:
        """Tell the notifier that a list changed."""
        if any(one.list_id == list_id for one in self.subscriptions.values()):
            self.notifier.changed(list_id)

    def new_digest(self) -> str:
        """A form digest, good for half an hour."""
        now = self.clock.now()
        value = f"0x{new_id().replace('-', '').upper()},{now:%d %b %Y %H:%M:%S} -0000"
        self._digests[value] = now + timedelta(seconds=self.digest_seconds)
        return value

    # -- requests -----------------------------------------------------------------------------------------------------------------------------

    def serve(self, request: Request) -> Response:
        """Answer one HTTP request, and remember it."""
        with self.lock:
            self.requests.append(request)
            return self.dispatch(request)

    def dispatch(self, request: Request, *, batched: bool = False) -> Response:
        """Answer one request, by itself or (batched) a part of a $batch."""
        with self.lock:
            fault = self.faults.match(request, batched=batched)
            try:
                response = self._early(request, fault) or self._answer(request, fault, batched=batched)
            except Refusal as refusal:
                with contextlib.suppress(Refusal):
                    response = refuse(refusal, dialect=MINIMAL)
                    response = refuse(refusal, dialect=dialect_of(request))
                if fault is None:
                    self.refused.append(Refused(request.verb, unquote(request.path), refusal.status, refusal.code, refusal.message))
            if fault and fault.kind in AFTER:
                response = _spoilt(response, fault)
            for name, value in self._always(request).items():
                response.headers.setdefault(name.lower(), value)
            request.status = response.status
            return response

    def _early(self, request: Request, fault: Fault | None) -> Response | None:
        if fault is None or fault.kind not in BEFORE:
            return None
        answer = fault.answer(request)
        if isinstance(answer, Refusal):
            raise answer
        return answer

    def _always(self, request: Request) -> dict[str, str]:
        guid = new_id()
        return {
            "SPRequestGuid": guid,
            "request-id": guid,
            "X-SharePointHealthScore": "2",
            "MicrosoftSharePointTeamServices": "16.0.0.25410",
            "X-MS-InvokeApp": "1; RequireReadOnly",
            "Cache-Control": "private, max-age=0",
        }

    def _answer(self, request: Request, fault: Fault | None, *, batched: bool) -> Response:
        inside = self._inside(request)
        if inside is None:
            return Response(404, Headers({"Content-Type": "text/plain"}), b"404 FILE NOT FOUND")
        who = self.people.of_token(request.headers.get("Authorization", ""))
        if inside.lower() == "$batch":
            return self._batch(request)
        self._check_digest(request, inside)
        call = Call(self, request, who, dialect_of(request), Options.of(request.query), fault)
        node: Node = RootNode()
        for segment in segments(inside, request.query):
            node = node.step(segment, call)
        answer = node.answer(call)
        if isinstance(answer, Raw | Done) or answer is not None:
            return render(answer, dialect=call.dialect, root=f"{self.url}/_api", shape=call.options.shape)
        return Response(200, Headers({"Content-Type": "application/json;charset=utf-8"}), b"{}")

    def _inside(self, request: Request) -> str | None:
        """The part after /_api/, None outside of this site."""
        for door in ("/_api/", "/_vti_bin/client.svc/"):
            start = (self.path + door).lower()
            if unquote(request.path).lower().startswith(start):
                return request.path[len(self.path + door) :] if request.path.lower().startswith(start) else unquote(request.path)[len(start) :]
        return None

    def _check_digest(self, request: Request, inside: str) -> None:
        if request.method in ("GET", "HEAD") or inside.lower() == "contextinfo":
            return
        digest = request.headers.get("X-RequestDigest")
        verbose = "odata=verbose" in request.headers.get("Accept", "").lower()
        missing = digest is None and self.demands_digest and verbose and "X-ClientService-ClientTag" not in request.headers
        expired = digest is not None and self._digests.get(digest, self.clock.now()) <= self.clock.now()
        if missing or expired:
            text = "The security validation for this page is invalid and might be corrupted. Please use your web browser's Back button to try again."
            raise Refusal(403, -2130575251, "Microsoft.SharePoint.SPException", text)

    def _batch(self, request: Request) -> Response:
        from tests.sharepoint.batch import handle_batch

        def part(method: str, url: str, headers: Mapping[str, str], body: bytes) -> tuple[int, Mapping[str, str], bytes]:
            inner = Request.of(method, url, headers, body)
            request.sub_requests.append(inner)
            response = self.dispatch(inner, batched=True)
            return response.status, response.headers, response.body

        status, headers, body = handle_batch(request.body, request.headers.get("Content-Type", ""), request.headers, part)
        return Response(status, Headers(headers), body)


def _spoilt(response: Response, fault: Fault) -> Response:
    if fault.kind == "html_after_commit":
        return Response(200, Headers({"Content-Type": "text/html; charset=utf-8"}), HTML)
    if fault.kind == "error_after_commit":
        return Response(
            fault.status or 503, Headers({"Content-Type": "text/plain", **({"Retry-After": str(fault.retry_after)} if fault.retry_after else {})})
        )
    response.cut = "reset" if fault.kind == "reset_after_commit" else "truncate"
    return response
