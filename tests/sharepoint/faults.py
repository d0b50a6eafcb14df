"""What goes wrong on order: throttling, refusals, locks, lies with status 200, lost answers; a fault says which requests and how many."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from urllib.parse import unquote

from tests.sharepoint.message import Headers, Refusal, Request, Response

BEFORE = {
    "throttled",
    "busy",
    "unauthorized",
    "digest",
    "denied",
    "locked",
    "checked_out",
    "conflict",
    "stale",
    "missing",
    "threshold",
    "error",
    "html",
}
DURING = {"has_exception", "ignored_write", "empty_changes", "missing_change"}
AFTER = {"reset_after_commit", "truncated_download", "html_after_commit", "error_after_commit"}
HTML = b"<!DOCTYPE html><html><head><title>Sign in to your account</title></head><body>Sign in</body></html>"
ANSWERS = {
    "unauthorized": (401, -2147024891, "System.UnauthorizedAccessException", "Access denied. You do not have permission to perform this action."),
    "digest": (403, -2130575251, "Microsoft.SharePoint.SPException", "The security validation for this page is invalid and might be corrupted."),
    "denied": (403, -2147024891, "System.UnauthorizedAccessException", "Access denied. You do not have permission to perform this action."),
    "conflict": (409, -2130575305, "Microsoft.SharePoint.SPException", "Save Conflict. Your changes conflict with those made by another user."),
    "stale": (412, -1, "Microsoft.SharePoint.Client.ClientServiceException", "The request ETag value does not match the object's ETag value."),
    "missing": (404, -2130575338, "System.ArgumentException", "Item does not exist. It may have been deleted by another user."),
    "threshold": (500, -2147024860, "Microsoft.SharePoint.SPQueryThrottledException", "It exceeds the list view threshold."),
    "error": (500, -2147467259, "Microsoft.SharePoint.SPException", "Unknown Error"),
}  # fmt: skip


@dataclass
class Fault:
    """One thing that goes wrong.

    kind: one of BEFORE (nothing is done), DURING (the service does something else) or AFTER (it is done, but the answer is not told).
    method: GET, MERGE, …, as meant (a tunnelled MERGE is MERGE); path: a regex over the decoded path with its query, in any case;
    times: how many requests, None for all; skip: how many go free first; retry_after: seconds; limits: RateLimit-* headers too;
    owner: who holds the lock; status: another than usual; batched: True only inside $batch, False only outside; who: a part of the caller's token;
    count: how many it has hit.
    """

    kind: str
    method: str | None = None
    path: str = ""
    times: int | None = 1
    skip: int = 0
    retry_after: int | None = None
    limits: bool = False
    owner: str = "malin.ek@example.org"
    status: int | None = None
    batched: bool | None = None
    who: str | None = None
    count: int = 0

    def __post_init__(self) -> None:
        if self.kind not in BEFORE | DURING | AFTER:
            raise ValueError(f"There is no fault {self.kind!r}: {sorted(BEFORE | DURING | AFTER)}.")

    def answer(self, request: Request) -> Response | Refusal:
        """What is answered before anything is done."""
        if self.kind == "html":
            return Response(200, Headers({"Content-Type": "text/html; charset=utf-8"}), HTML)
        if self.kind in ("throttled", "busy"):
            status = self.status or (429 if self.kind == "throttled" else 503)
            headers = {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}
            if self.limits:
                headers |= {"RateLimit-Limit": "1250", "RateLimit-Remaining": "0", "RateLimit-Reset": str((self.retry_after or 1) + 1)}
            return Refusal(
                status, -2147429894, "Microsoft.SharePoint.Client.ClientServiceException", "The request has been throttled.", headers=headers
            )
        name = unquote(request.path)
        if self.kind == "locked":
            text = f'The file "{name}" is locked for shared use by {self.owner} [membership].'
            return Refusal(423, -2147018894, "Microsoft.SharePoint.SPFileLockException", text)
        if self.kind == "checked_out":
            text = f'The file "{name}" is checked out for editing by {self.owner}.'
            return Refusal(423, -2130575306, "Microsoft.SharePoint.SPFileCheckOutException", text)
        status, code, kind, text = ANSWERS[self.kind]
        return Refusal(self.status or status, code, kind, text)


@dataclass
class Faults:
    """The faults that wait."""

    waiting: list[Fault] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, fault: Fault) -> Fault:
        """Put one in; it is returned, to look at its count."""
        with self._lock:
            self.waiting.append(fault)
        return fault

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        with self._lock:
            self.waiting.clear()

    def match(self, request: Request, *, batched: bool) -> Fault | None:
        """The fault that this request meets, counted."""
        target = unquote(request.path) + ("?" + "&".join(f"{name}={value}" for name, value in request.query.items()) if request.query else "")
        with self._lock:
            for fault in self.waiting:
                if fault.method and fault.method.upper() not in (request.verb, request.method):
                    continue
                if (fault.batched is not None and fault.batched != batched) or not re.search(fault.path, target, re.IGNORECASE):
                    continue
                if fault.who and fault.who not in request.headers.get("Authorization", ""):
                    continue
                if fault.skip:
                    fault.skip -= 1
                    continue
                if fault.times is not None and fault.count >= fault.times:
                    continue
                fault.count += 1
                return fault
        return None
