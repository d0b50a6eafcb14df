"""Addresses as a walk: each segment leads from one node to the next, and the last one answers the verb; what no node knows is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.sharepoint.address import Segment
from tests.sharepoint.message import Refusal, Request, bad_query, no_resource
from tests.sharepoint.query import Options
from tests.sharepoint.state import Principal

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator


@dataclass
class Call:
    """One request on its way: who asks for what. verb: the method that is meant."""

    site: Emulator
    request: Request
    who: Principal
    dialect: str
    options: Options
    fault: Any = None

    @property
    def verb(self) -> str:
        """The method that is meant."""
        return self.request.verb

    @property
    def verbose_body(self) -> bool:
        """Whether the body claims to be verbose OData."""
        return "odata=verbose" in self.request.headers.get("Content-Type", "").lower().replace(" ", "")

    def body(self) -> dict[str, Any]:
        """The body as a JSON object, {} for none. Raises Refusal for anything else, or for another content type."""
        if not self.request.body.strip():
            return {}
        kind = self.request.headers.get("Content-Type", "")
        if "json" not in kind.lower():
            text = f"The HTTP header Content-Type is missing or its value is invalid: {kind}"
            raise Refusal(415, -1, "Microsoft.SharePoint.Client.ClientServiceException", text)
        try:
            found = json.loads(self.request.body.decode("utf-8-sig"))
        except (ValueError, UnicodeDecodeError) as error:
            raise bad_query(f"Invalid JSON. {error}") from error
        if not isinstance(found, dict):
            raise bad_query("Invalid JSON. A value was found where an object was expected.")
        return found

    def entity(self, *types: str) -> dict[str, Any]:
        """The properties of an entity in the body, without its type; verbose bodies must name one of `types`, light ones must not use __metadata."""
        return self.typed(*types)[0]

    def typed(self, *types: str) -> tuple[dict[str, Any], str | None]:
        """The properties of an entity in the body, and the type that it names."""
        found = dict(self.body())
        metadata = found.pop("__metadata", None)
        named = found.pop("@odata.type", None) or found.pop("odata.type", None)
        if self.verbose_body:
            if not isinstance(metadata, dict) or not metadata.get("type"):
                raise bad_query("An entry without a type name was found, but no expected type was specified.")
            named = metadata["type"]
        elif metadata is not None:
            raise bad_query(
                f"The property '__metadata' does not exist on type '{types[0]}'. Make sure to only use property names that are defined by the type."
            )
        named = named.lstrip("#") if isinstance(named, str) else None
        if named is not None and named not in types:
            raise bad_query(f"A type named '{named}' could not be resolved by the model, or is not assignable to the expected type '{types[0]}'.")
        return found, named

    def parameters(self, type_name: str, name: str = "parameters") -> dict[str, Any]:
        """The only parameter of an operation. Raises Refusal for another name or another type."""
        found = self.body()
        if name not in found or not isinstance(found[name], dict):
            other = next(iter(found), "")
            raise bad_query(f"The parameter {other or name} does not exist in method {self.request.path.rsplit('/', 1)[-1]}.")
        inner = dict(found[name])
        metadata = inner.pop("__metadata", None)
        if metadata is not None and metadata.get("type") != type_name:
            raise bad_query(f"A type named '{metadata.get('type')}' could not be resolved by the model, or is not assignable to '{type_name}'.")
        return inner


class Node:
    """Something with an address. Subclasses have step(), and a method for each verb that they take."""

    name = "resource"

    def step(self, segment: Segment, call: Call) -> Node:
        """The node that a segment leads to. Raises Refusal for none."""
        raise no_resource(segment.written)

    def answer(self, call: Call) -> Any:
        """What the verb gives. Raises Refusal for a verb that this does not take."""
        method = getattr(self, f"do_{call.verb.lower()}", None)
        if method is None:
            text = f"The HTTP method '{call.verb}' is not supported for this resource."
            raise Refusal(405 if call.verb not in ("GET", "POST") else 400, -1, "Microsoft.SharePoint.Client.ClientServiceException", text)
        return method(call)


class Action(Node):
    """An operation or a property with an address of its own."""

    def __init__(self, run: Callable[[Call], Any], *verbs: str) -> None:
        self._run, self._verbs = run, verbs or ("POST",)

    def answer(self, call: Call) -> Any:
        """What running it gives."""
        if call.verb not in self._verbs:
            text = f"The HTTP method '{call.verb}' is not supported for this operation."
            raise Refusal(405, -1, "Microsoft.SharePoint.Client.ClientServiceException", text)
        return self._run(call)


def demanded(segment: Segment, *names: str) -> str:
    """An argument of a segment. Raises Refusal when it is missing."""
    value = segment.argument(*names)
    if value is None:
        raise bad_query(f"The method {segment.written} misses the parameter {names[0] if names else 'value'}.")
    return value


def number(text: str) -> int:
    """An argument as a whole number. Raises Refusal."""
    if not text.isdigit():
        raise bad_query(f"The expression '{text}' is not a valid integer.")
    return int(text)


def truth(text: str | None) -> bool:
    """An argument as true or false; None is false. Raises Refusal."""
    if text is None:
        return False
    if text.lower() not in {"true", "false", "1", "0"}:
        raise bad_query(f"The expression '{text}' is not a valid boolean.")
    return text.lower() in {"true", "1"}
