"""Raw requests to the emulator, one dialect each: what neither client would send, and answers as they stand on the wire."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass, field
from typing import Any

import requests
from docx import Document

from tests.sharepoint.emulator import Emulator

VERBOSE, LIGHT = "application/json;odata=verbose", "application/json"


@dataclass
class Asking:
    """Somebody who asks in one dialect. token: "APP", "person:Malin Ek"."""

    site: Emulator
    accept: str = LIGHT
    token: str = "APP"
    last: list[requests.Response] = field(default_factory=list)

    def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> requests.Response:
        """The answer to a request under /_api/; body: JSON, or bytes as they are."""
        sent = {"Accept": self.accept, "Authorization": f"Bearer {self.token}"}
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
            sent["Content-Type"] = self.accept
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        address = path if path.startswith("http") else f"{self.site.url}/_api/{path}"
        return requests.request(method, address, data=body, headers=sent, timeout=30)

    def told(self, path: str) -> Any:
        """What a GET tells, out of its wrapping; fails unless it is 200."""
        answer = self("GET", path)
        assert answer.status_code == 200, answer.text
        body = answer.json()
        return body["d"] if self.accept == VERBOSE else body

    def rows(self, path: str) -> list[Any]:
        """The things that a GET tells."""
        told = self.told(path)
        return list(told["results"] if self.accept == VERBOSE else told["value"])


def refused(answer: requests.Response) -> tuple[int, int, str]:
    """Status, HRESULT and exception type of a refusal in either dialect."""
    body = answer.json()
    code, _, kind = (body.get("error") or body["odata.error"])["code"].partition(", ")
    return answer.status_code, int(code), kind.rsplit(".", 1)[-1]


def word(text: str) -> bytes:
    """A Word file that says this."""
    document, out = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def text_of(data: bytes) -> str:
    """What a Word file says."""
    return "\n".join(one.text for one in Document(io.BytesIO(data)).paragraphs)


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
