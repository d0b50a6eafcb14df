"""The two JSON dialects of SharePoint's REST: verbose OData ({"d": …}) and light, chosen by Accept; errors in both forms."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.sharepoint.message import Headers, Refusal, Request, Response


@dataclass
class Complex:
    """A value with parts, such as a change token. type: its OData name."""

    type: str
    parts: dict[str, Any]


@dataclass
class Entity:
    """A thing with an address. path: after /_api/; values: always told; extra: told when selected; navs: told when expanded; siblings: what only
    other things of its kind have, which may be selected all the same."""

    type: str
    path: str
    values: dict[str, Any]
    extra: dict[str, Any] = field(default_factory=dict)
    navs: dict[str, Callable[[], Any]] = field(default_factory=dict)
    etag: str | None = None
    siblings: frozenset[str] = frozenset()


@dataclass
class Many:
    """Several things. next: the whole address of the next page; operation: the name that verbose puts around some of them."""

    things: list[Any]
    next: str | None = None
    type: str = ""
    operation: str = ""


@dataclass
class Value:
    """What an operation gives: a primitive, a list or a Complex, under the operation's name."""

    name: str
    value: Any


@dataclass
class Raw:
    """Bytes as they are."""

    body: bytes
    headers: dict[str, str] = field(default_factory=dict)
    type: str = "application/octet-stream"


@dataclass
class Done:
    """It is done; nothing to show, or one thing with another status."""

    status: int = 204
    shown: Any = None
    headers: dict[str, str] = field(default_factory=dict)


VERBOSE, MINIMAL, NOTHING = "verbose", "minimalmetadata", "nometadata"


def dialect_of(request: Request) -> str:
    """Which dialect a request accepts. Raises Refusal for what is no JSON (the service would answer in Atom)."""
    accept = request.headers.get("Accept", "")
    match = re.search(r"application/json(?:\s*;\s*odata(?:\.metadata)?=(\w+))?", accept, re.IGNORECASE)
    if not match and accept and "*/*" not in accept:
        raise Refusal(
            406, -1, "Microsoft.SharePoint.Client.ClientServiceException", f"The HTTP header ACCEPT is missing or its value is invalid: {accept}"
        )
    level = (match[1] or "" if match else "").lower()
    return {"verbose": VERBOSE, "nometadata": NOTHING, "none": NOTHING}.get(level, MINIMAL)


def render(answer: Any, *, dialect: str, root: str, shape: Callable[[Entity], Entity]) -> Response:
    """An answer as a response. root: the address that ends in /_api; shape: what $select and $expand leave of an entity."""
    if isinstance(answer, Done):
        response = render(answer.shown, dialect=dialect, root=root, shape=shape) if answer.shown is not None else Response(answer.status)
        response.status = answer.status
        response.headers.update(Headers(answer.headers))
        return response
    if isinstance(answer, Raw):
        return Response(200, Headers({"Content-Type": answer.type, **answer.headers}), answer.body)
    writer = Writer(dialect, root)
    headers = Headers({"Content-Type": f"application/json;odata={dialect};charset=utf-8" if dialect == VERBOSE else "application/json;charset=utf-8"})
    if isinstance(answer, Entity):
        answer = shape(answer)
        if answer.etag:
            headers["ETag"] = answer.etag
    elif isinstance(answer, Many):
        answer = Many([shape(one) if isinstance(one, Entity) else one for one in answer.things], answer.next, answer.type, answer.operation)
    return Response(200, headers, json.dumps(writer.whole(answer), ensure_ascii=False).encode())


def refuse(refusal: Refusal, *, dialect: str) -> Response:
    """A refusal as a response of that dialect."""
    error = {"code": f"{refusal.code}, {refusal.kind}", "message": {"lang": "en-US", "value": refusal.message}}
    body = {"error": error} if dialect == VERBOSE else {"odata.error": error}
    kind = "application/json;odata=verbose;charset=utf-8" if dialect == VERBOSE else "application/json;charset=utf-8"
    return Response(refusal.status, Headers({"Content-Type": kind, **refusal.headers}), json.dumps(body, ensure_ascii=False).encode())


@dataclass(frozen=True)
class Writer:
    """Writes answers in one dialect."""

    dialect: str
    root: str

    def whole(self, answer: Any) -> Any:
        """The body of a response."""
        if self.dialect == VERBOSE:
            return {"d": self._verbose_whole(answer)}
        if isinstance(answer, Many):
            body: dict[str, Any] = {} if self.dialect == NOTHING else {"odata.metadata": f"{self.root}/$metadata#{answer.type}"}
            body["value"] = [self.part(one) for one in answer.things]
            return body | ({"odata.nextLink": answer.next} if answer.next else {})
        if isinstance(answer, Value):
            value = self.part(answer.value)
            body = value if isinstance(answer.value, Complex | Entity) else {"value": value}
        else:
            body = self.part(answer)
        return body if self.dialect == NOTHING else {"odata.metadata": f"{self.root}/$metadata#{getattr(answer, 'type', '')}", **body}

    def _verbose_whole(self, answer: Any) -> Any:
        if isinstance(answer, Value):
            return {answer.name: self.part(answer.value)}
        if isinstance(answer, Many):
            body = {"results": [self.part(one) for one in answer.things]} | ({"__next": answer.next} if answer.next else {})
            return {answer.operation: body} if answer.operation else body
        return self.part(answer)

    def part(self, value: Any) -> Any:
        """One value, with what is in it."""
        if isinstance(value, Entity):
            return self._entity(value)
        if isinstance(value, Complex):
            parts = {name: self.part(one) for name, one in value.parts.items()}
            return {"__metadata": {"type": value.type}, **parts} if self.dialect == VERBOSE else parts
        if isinstance(value, Many):
            shown = [self.part(one) for one in value.things]
            return {"results": shown} if self.dialect == VERBOSE else shown
        if isinstance(value, list | tuple):
            shown = [self.part(one) for one in value]
            kind = "Edm.String" if all(isinstance(one, str) for one in value) else getattr(value[0], "type", "Edm.Int32")
            return {"__metadata": {"type": f"Collection({kind})"}, "results": shown} if self.dialect == VERBOSE else shown
        return value

    def _entity(self, entity: Entity) -> dict[str, Any]:
        uri = f"{self.root}/{entity.path}"
        values = {name: self.part(value) for name, value in entity.values.items()}
        if self.dialect == NOTHING:
            return values
        if self.dialect == MINIMAL:
            head = {"odata.type": entity.type, "odata.id": uri, "odata.editLink": entity.path}
            return head | ({"odata.etag": entity.etag} if entity.etag else {}) | values
        metadata = {"id": uri, "uri": uri, **({"etag": entity.etag} if entity.etag else {}), "type": entity.type}
        deferred = {name: {"__deferred": {"uri": f"{uri}/{name}"}} for name in entity.navs if name not in values}
        return {"__metadata": metadata, **deferred, **values}
