"""The one seam around Office365-REST-Python-Client: its context signs in, fetches the digest and builds addresses; we send, wait, batch and check."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from functions import __version__, errors
from functions.library.sharepoint.batching import read_batch, split_batches, write_batch
from functions.library.sharepoint.refusals import DIGEST, missing_site, refusal
from functions.library.sharepoint.wire import VERBOSE, Answer, Ask

if TYPE_CHECKING:
    from office365.sharepoint.client_context import ClientContext
    from office365.sharepoint.webs.web import Web

USER_AGENT = f"NONISV|Dagordning|Dagordning/{__version__}"
"""How SharePoint knows whom it throttles: https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked."""

Token = Callable[[], dict[str, Any]]
"""Gives {"token_type": "Bearer", "access_token": …, "expires_in": seconds}."""


class Site:
    """A SharePoint site. Nothing is asked before the first request; one is kept for the whole process."""

    def __init__(
        self,
        url: str,
        *,
        token: Token,
        user_agent: str = USER_AGENT,
        timeout: tuple[float, float] = (5.0, 60.0),
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """url: of the site; timeout: seconds to connect and to wait for an answer; sleep: how to wait, in seconds."""
        from functions.library.sharepoint.patience import PatientSession

        self.url = url.rstrip("/")
        self.path = urlsplit(self.url).path
        """The site's path on its server ("/sites/rad"), which all paths of files begin with."""
        self.batched = 0
        """How many requests went inside a batch."""
        self._token = token
        self._timeout = timeout
        self._sleep = sleep
        self._session = PatientSession(user_agent=user_agent, sleep=sleep)
        self._context: ClientContext | None = None
        self._with_digest = False
        self._builder: Any = None

    @property
    def round_trips(self) -> int:
        """How many HTTP requests were sent, the client library's own among them; a batch is one."""
        return self._session.round_trips

    @property
    def web(self) -> Web:
        """The client library's objects, for the addresses they build (`resource_url`); what is asked of them is never sent by itself."""
        web: Web = self._addresses().web
        return web

    def asked(self, act: Callable[[Web], object]) -> Ask:
        """The request that the client library builds for a call on its objects, to be sent by us; what it answers is a read."""
        builder = _builder(self.url)
        act(builder.web)
        (query,) = builder.asked
        options = builder.pending_request().build_request(query)
        return Ask(options.method.value, self.escaped(options.url), options.data)

    def get(self, address: str, select: Sequence[str] = (), expand: Sequence[str] = (), **options: str | int) -> Ask:
        """A read of an address with its $select, $expand, $filter …, which the client library does not escape."""
        asked: dict[str, str | int] = {"select": ",".join(select), "expand": ",".join(expand), **options}
        query = "&".join(f"${name}={quote(str(value), safe='(),/:$')}" for name, value in asked.items() if value != "")
        return Ask("GET", self.escaped(address) + (f"?{query}" if query else ""))

    @staticmethod
    def escaped(address: str) -> str:
        """The address as it may stand inside a batch."""
        from requests.utils import requote_uri

        return requote_uri(address)

    def send(self, ask: Ask) -> Answer:
        """What SharePoint answers, refusals too. Raises errors.NoAccess for a web page, errors.Unavailable when it stays busy or silent."""
        answer = self._exchange(ask, ask.headers, ask.data, repeatable=ask.is_read or ask.repeatable)
        if answer.is_page:
            raise refusal(answer)
        return answer

    def fetch(self, ask: Ask, *, what: str = "") -> Answer:
        """What SharePoint answers, when it did what was asked; else the refusal is raised. what: the file or list it is about, for people."""
        return done(self.send(ask), what=what)

    def batch(self, asks: Sequence[Ask]) -> list[Answer]:
        """What SharePoint answers to each, in one round trip where it fits. Parts that were throttled are sent again; refusals are answers."""
        return [answer for some in split_batches(asks) for answer in self._batch(some)]

    def _batch(self, asks: Sequence[Ask]) -> list[Answer]:
        from functions.library.sharepoint.patience import ATTEMPTS, LONGEST, asked_wait, backoff

        if len(asks) == 1:
            return [self.send(asks[0])]
        answers: dict[int, Answer] = {}
        waiting, waited = list(range(len(asks))), 0.0
        for attempt in range(ATTEMPTS):
            answers.update(zip(waiting, self._post([asks[position] for position in waiting]), strict=True))
            waiting = [position for position in waiting if self._is_passing(answers[position], attempt=attempt)]
            if not waiting:
                break
            waits = [wait for position in waiting if (wait := asked_wait(answers[position].headers)) is not None]
            wait = max(waits) if waits else backoff(attempt)
            if waited + wait > LONGEST:
                raise errors.Throttled(wait)
            if any(answers[position].code == DIGEST for position in waiting):
                self._renew(digest=True)
                continue
            waited += wait
            self._sleep(wait)
        return [answers[position] for position in range(len(asks))]

    def _post(self, asks: Sequence[Ask]) -> list[Answer]:
        content_type, body = write_batch(asks)
        outer = Ask("POST", f"{self.url}/_api/$batch")
        headers = {"Accept": "multipart/mixed", "Content-Type": content_type}
        answer = done(self._exchange(outer, headers, body, repeatable=all(ask.is_read or ask.repeatable for ask in asks)))
        self.batched += len(asks)
        found = read_batch(answer.headers.get("content-type", ""), answer.body, asks)
        if found is None:
            page = "html" in answer.headers.get("content-type", "")
            raise refusal(answer) if page else errors.Unavailable("SharePoint gav ett ofullständigt svar. Nytt försök görs senare.")
        for part in found:
            if part.is_page:
                raise refusal(part)
        return found

    @staticmethod
    def _is_passing(answer: Answer, *, attempt: int) -> bool:
        if answer.status in (429, 503) or (answer.code == DIGEST and attempt == 0):
            return True
        failed = answer.status in (408, 500, 502, 504) and answer.code != "-2147024860"
        return failed and attempt < 3 and (answer.ask.is_read or answer.ask.repeatable)

    def _exchange(self, ask: Ask, headers: Mapping[str, str], data: bytes, *, repeatable: bool) -> Answer:
        answer = self._once(ask, headers, data, repeatable=repeatable)
        if answer.status == 401:  # the token was used up before its time: once more with a new one
            self._renew()
            answer = self._once(ask, headers, data, repeatable=repeatable)
        if answer.code == DIGEST:  # this site wants a digest all the same; what was refused was not done
            self._renew(digest=True)
            answer = self._once(ask, headers, data, repeatable=repeatable)
        if answer.status == 404 and not answer.code and b"error" not in answer.body[:200]:
            raise missing_site(self.url)
        return answer

    def _once(self, ask: Ask, headers: Mapping[str, str], data: bytes, *, repeatable: bool) -> Answer:
        from office365.runtime.client_request_exception import ClientRequestException
        from office365.runtime.http.http_method import HttpMethod
        from office365.runtime.http.request_options import RequestOptions

        from functions.library.sharepoint.patience import repeatable as may_repeat

        verb = ask.method if ask.method in ("GET", "PATCH", "DELETE") else "POST"
        options = RequestOptions(ask.url, HttpMethod(verb), data=data, headers=dict(headers))
        try:
            with may_repeat(repeatable):
                response = self._sender().pending_request().execute_request_direct(options)
        except ClientRequestException as refused:
            if refused.response is None:
                raise errors.Unavailable("SharePoint gav inget svar. Nytt försök görs senare.") from refused
            response = refused.response
        told = {name.casefold(): value for name, value in response.headers.items()}
        return Answer(ask, response.status_code, told, response.content)

    def _sender(self) -> ClientContext:
        """The context that signs in. Nothing is ever queued in it, so a failure leaves nothing behind that the next call would send."""
        if self._context is None:
            from office365.sharepoint.client_context import ClientContext

            context = ClientContext(self.url).with_access_token(self._token).with_transport(session=self._session, timeout=self._timeout)
            if not self._with_digest:
                # A form digest guards a browser's cookies; a request with a token needs none. It would cost a round trip in each new process.
                request = context.pending_request()
                request.beforeExecute -= request.ensure_form_digest
            self._context = context
        return self._context

    def _renew(self, *, digest: bool = False) -> None:
        """A new context: signed in anew, on the same connections. digest: one is asked for from now on."""
        self._with_digest = self._with_digest or digest
        self._context = None

    def _addresses(self) -> Any:
        if self._builder is None:
            self._builder = _builder(self.url)
        return self._builder


def done(answer: Answer, *, what: str = "") -> Answer:
    """The answer, when it did what was asked; else the refusal is raised. what: the file or list it is about, for people."""
    if not answer.ok or answer.is_page:
        raise refusal(answer, what=what)
    return answer


def merge(address: str, values: Mapping[str, Any], *, type_name: str, etag: str, repeatable: bool = False) -> Ask:
    """A write of these cells of an item and no others, only while `etag` stands. type_name: ListItemEntityTypeFullName of its list."""
    return Ask("MERGE", address, {"__metadata": {"type": type_name}, **values}, etag=etag, repeatable=repeatable)


def plain(ask: Ask) -> Ask:
    """The same request, whose answer is bytes."""
    return replace(ask, plain=True)


def _builder(url: str) -> Any:
    from office365.sharepoint.client_context import ClientContext

    class Builder(ClientContext):
        """Hands over what is asked instead of queueing it: a queue that a failure leaves behind is run by the next call."""

        def __init__(self, base_url: str) -> None:
            super().__init__(base_url)
            self.asked: list[Any] = []

        def add_query(self, query: Any) -> Any:
            self.asked.append(query)
            return self

    return Builder(url)


__all__ = ["USER_AGENT", "VERBOSE", "Site", "done", "merge", "plain"]
