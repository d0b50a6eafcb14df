"""Many requests in one round trip ($batch), written and read by ourselves.

The client library's own batch puts writes before reads, adds a round trip for each update, cannot carry ValidateUpdateListItem, shows no ETag of a
part, and hides what came after the first failure. Ours keeps the order: a change token must be read before the changes are.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Sequence

from functions.library.sharepoint.wire import Answer, Ask

MOST_PARTS, MOST_BYTES = 100, 1_000_000
"""What SharePoint takes at once; the figures are the client library's own limits."""

_END = b"\r\n"
_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})[^\r\n]*\r?\n")
_BLANK = re.compile(rb"\r?\n\r?\n")
_BOUNDARY = re.compile(r'boundary="?([^";,]+)"?', re.IGNORECASE)


def split_batches(asks: Sequence[Ask]) -> Iterator[Sequence[Ask]]:
    """The requests in order, in as few batches as SharePoint takes."""
    batch: list[Ask] = []
    size = 0
    for ask in asks:
        weight = len(ask.data) + len(ask.url) + 500
        if batch and (len(batch) == MOST_PARTS or size + weight > MOST_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(ask)
        size += weight
    if batch:
        yield batch


def write_batch(asks: Sequence[Ask]) -> tuple[str, bytes]:
    """The content type and the body: each run of writes is a change set, reads stand between them, in the order asked."""
    boundary, change_set = f"batch_{uuid.uuid4()}", ""
    lines: list[bytes] = []
    for ask in asks:
        writes = ask.method != "GET"
        if writes and not change_set:
            change_set = f"changeset_{uuid.uuid4()}"
            lines += [f"--{boundary}".encode(), f'Content-Type: multipart/mixed; boundary="{change_set}"'.encode(), b""]
        elif not writes and change_set:
            lines += [f"--{change_set}--".encode(), b""]
            change_set = ""
        lines += [f"--{change_set or boundary}".encode(), *_part(ask)]
    if change_set:
        lines += [f"--{change_set}--".encode(), b""]
    lines += [f"--{boundary}--".encode(), b""]
    return f"multipart/mixed; boundary={boundary}", _END.join(lines)


def read_batch(content_type: str, body: bytes, asks: Sequence[Ask]) -> list[Answer] | None:
    """The answers in the order asked; None when what came back is no answer to this batch."""
    told = list(_responses(content_type, body))
    if len(told) != len(asks):
        return None
    return [Answer(ask, status, headers, content) for ask, (status, headers, content) in zip(asks, told, strict=True)]


def _part(ask: Ask) -> list[bytes]:
    headers = [f"{name}: {value}".encode() for name, value in ask.headers.items()]
    return [
        b"Content-Type: application/http",
        b"Content-Transfer-Encoding: binary",
        b"",
        f"{ask.method} {ask.url} HTTP/1.1".encode(),
        *headers,
        b"",
        ask.data,
        b"",
    ]


def _responses(content_type: str, body: bytes) -> Iterator[tuple[int, dict[str, str], bytes]]:
    found = _BOUNDARY.search(content_type)
    if found is None:
        return
    for section in _sections(body, found[1].encode()):
        head, _, rest = _cut(section)
        kind = _headers(head).get("content-type", "")
        if kind.casefold().startswith("multipart/mixed"):
            yield from _responses(kind, rest)
            continue
        status = _STATUS.match(rest.lstrip(b"\r\n"))
        if status is not None:
            inner, _, content = _cut(rest.lstrip(b"\r\n")[status.end() :])
            yield int(status[1]), _headers(inner), content


def _sections(body: bytes, boundary: bytes) -> Iterator[bytes]:
    pieces = re.split(rb"(?:^|\r?\n)--" + re.escape(boundary) + rb"(?:--)?[ \t]*(?=\r?\n|$)", body)
    for piece in pieces[1:]:
        if piece.strip():
            yield re.sub(rb"^\r?\n", b"", piece)


def _cut(text: bytes) -> tuple[bytes, bytes, bytes]:
    found = _BLANK.search(text) if not text.startswith((b"\r\n", b"\n")) else re.match(rb"\r?\n", text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, b"", b"")


def _headers(head: bytes) -> dict[str, str]:
    told = {}
    for line in head.decode("utf-8", "replace").splitlines():
        name, colon, value = line.partition(":")
        if colon:
            told[name.strip().casefold()] = value.strip()
    return told
