"""`$batch` as SharePoint takes it: multipart/mixed of change sets (writes) and queries (GET), run in order, each answered, whatever failed before.

One bad part that could not be read refuses the whole batch and nothing of it runs; a part that runs and fails is answered with its own status.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from itertools import pairwise
from urllib.parse import urlsplit

Answer = tuple[int, Mapping[str, str], bytes]
Dispatch = Callable[[str, str, Mapping[str, str], bytes], Answer]
"""Runs one request of the batch: (verb, absolute URL, headers with lower-case names, body) → (status, headers, body)."""

WRITES = frozenset({"POST", "PUT", "PATCH", "MERGE", "DELETE"})
BLANK_LINE = re.compile(rb"\r?\n[ \t]*\r?\n")
REQUEST_LINE = re.compile(r"^([A-Z]+) (\S+) HTTP/1\.[01]$")
SHARED_HEADERS = ("authorization", "x-requestdigest", "user-agent", "host")
"""What a part gets from the request around it: one sign-in and one digest for the whole batch."""


class BatchRefused(Exception):
    """The whole batch is refused with this status; nothing of it has run."""

    def __init__(self, message: str, *, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class BatchLimits:
    """How large a batch may be: requests in it, and bytes of its body."""

    parts: int = 100
    size: int = 1024 * 1024


@dataclass(frozen=True, slots=True)
class BatchPart:
    """One request inside a batch; header names in lower case."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes


def handle_batch(
    body: bytes, content_type: str, headers: Mapping[str, str], dispatch: Dispatch, *, limits: BatchLimits = BatchLimits()
) -> tuple[int, dict[str, str], bytes]:
    """Run the requests of the batch in their order and answer them all in that order; 400 or 413 when the batch itself is refused."""
    around = {name.lower(): value for name, value in headers.items()}
    try:
        if len(body) > limits.size:
            raise BatchRefused(f"The request body is larger than {limits.size} bytes.", status=413)
        parts = read_batch(body, content_type)
        if len(parts) > limits.parts:
            raise BatchRefused(f"The batch holds {len(parts)} requests and may hold {limits.parts}.")
        for part in parts:
            refuse_elsewhere(part, around.get("host"))
    except BatchRefused as refusal:
        return refusal_answer(refusal, verbose="odata=verbose" in around.get("accept", ""))
    shared = {name: around[name] for name in SHARED_HEADERS if name in around}
    return written([dispatch(part.method, part.url, {**part.headers, **shared}, part.body) for part in parts])


def read_batch(body: bytes, content_type: str) -> list[BatchPart]:
    """The requests of a batch in order; BatchRefused for what SharePoint would not read."""
    parts: list[BatchPart] = []
    for headers, content in sections(body, boundary_of(content_type, "batch")):
        kind = headers.get("content-type", "")
        if kind.lower().startswith("multipart/mixed"):
            inside = [read_part(*section) for section in sections(content, boundary_of(kind, "change set"))]
            wrong = next((part.method for part in inside if part.method not in WRITES), None)
            if wrong:
                raise BatchRefused(f"An invalid HTTP method '{wrong}' was detected for a request in a change set.")
            parts += inside
        else:
            part = read_part(headers, content)
            if part.method != "GET":
                raise BatchRefused(f"An invalid HTTP method '{part.method}' was detected for a query operation: it belongs in a change set.")
            parts.append(part)
    return parts


def boundary_of(content_type: str, what: str) -> str:
    """The boundary that a multipart/mixed content type names."""
    kind, _, parameters = content_type.partition(";")
    found = re.search(r'boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))', parameters, re.IGNORECASE)
    if kind.strip().lower() != "multipart/mixed" or not found:
        raise BatchRefused(f"The content type '{content_type}' of the {what} is not multipart/mixed with a boundary.")
    return found.group(1) or found.group(2)


def sections(body: bytes, boundary: str) -> list[tuple[dict[str, str], bytes]]:
    """The sections between the boundary's lines, as (headers, content); what stands before the first and after the last is nobody's."""
    marks = list(re.finditer(rb"(?m)^--" + re.escape(boundary.encode()) + rb"(--)?[ \t]*\r?(?:\n|\Z)", body))
    if not marks or not marks[-1].group(1) or any(mark.group(1) for mark in marks[:-1]):
        raise BatchRefused(f"The boundary '{boundary}' is not there, or nothing closes it.")
    found = []
    for start, end in pairwise(marks):
        head, content = split_head(body[start.end() : end.start()])
        found.append((read_headers(head), re.sub(rb"\r?\n\Z", b"", content)))
    return found


def split_head(section: bytes) -> tuple[bytes, bytes]:
    """Head and content, on either side of the first blank line."""
    blank = BLANK_LINE.search(section)
    return (section[: blank.start()], section[blank.end() :]) if blank else (section, b"")


def read_headers(head: bytes) -> dict[str, str]:
    """Header lines, folded ones too, with names in lower case."""
    unfolded = re.sub(r"\r?\n[ \t]+", " ", head.decode("utf-8").strip())
    headers = {}
    for line in unfolded.splitlines():
        name, colon, value = line.partition(":")
        if not colon or not name.strip():
            raise BatchRefused(f"The header line '{line}' has no name.")
        headers[name.strip().lower()] = value.strip()
    return headers


def read_part(headers: Mapping[str, str], content: bytes) -> BatchPart:
    """The request in an application/http section; any number of blank lines may stand before its body."""
    if not headers.get("content-type", "").lower().startswith("application/http"):
        raise BatchRefused("A request in a batch must be application/http.")
    if headers.get("content-transfer-encoding", "").lower() != "binary":
        raise BatchRefused("A request in a batch must say Content-Transfer-Encoding: binary.")
    head, body = split_head(content)
    first, _, rest = head.strip().partition(b"\n")
    line = REQUEST_LINE.match(first.decode("utf-8").strip())
    if not line:
        raise BatchRefused(f"'{first.decode('utf-8', 'replace').strip()}' is not the first line of a request.")
    return BatchPart(line.group(1), line.group(2), read_headers(rest), body.strip(b"\r\n"))


def refuse_elsewhere(part: BatchPart, host: str | None) -> None:
    """Refuse a part that is no absolute address, is of another host, or is itself a batch."""
    address = urlsplit(part.url)
    if not address.scheme or not address.netloc:
        raise BatchRefused(f"The address '{part.url}' in the batch is not absolute.")
    if host and address.netloc.lower() != host.lower():
        raise BatchRefused(f"The address '{part.url}' is not on this site.")
    if address.path.lower().endswith("/_api/$batch"):
        raise BatchRefused("A batch cannot hold a batch.")


def written(answers: list[Answer]) -> tuple[int, dict[str, str], bytes]:
    """The answers as one flat multipart body with CRLF, in the order of the requests: change sets are not nested in an answer."""
    boundary = f"batchresponse_{uuid.uuid4()}"
    out = bytearray()
    for status, headers, body in answers:
        out += f"--{boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n".encode()
        out += f"HTTP/1.1 {status} {phrase(status)}\r\n".encode()
        out += "".join(f"{name}: {value}\r\n" for name, value in headers.items() if name.lower() not in {"content-length", "connection"}).encode()
        out += b"\r\n" + body + b"\r\n"
    out += f"--{boundary}--\r\n".encode()
    return 200, {"Content-Type": f"multipart/mixed; boundary={boundary}"}, bytes(out)


def phrase(status: int) -> str:
    """The words beside a status."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


def refusal_answer(refusal: BatchRefused, *, verbose: bool) -> tuple[int, dict[str, str], bytes]:
    """The refusal of a whole batch, in the dialect that was asked for."""
    error = {"code": "-1, Microsoft.Data.OData.ODataException", "message": {"lang": "en-US", "value": str(refusal)}}
    kind = "application/json;odata=verbose;charset=utf-8" if verbose else "application/json;charset=utf-8"
    return refusal.status, {"Content-Type": kind}, json.dumps({"error" if verbose else "odata.error": error}).encode()
