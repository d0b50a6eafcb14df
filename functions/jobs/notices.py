"""What SharePoint sends to the webhook: a handshake to be echoed, or notices, which are hints and never believed."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SUBSCRIPTIONS = "subscriptions"
"""The book of our webhooks in `State.notes`: id → its list and a mark of the secret that it carries."""

LARGEST = 64 * 1024
"""Bytes of the largest body that is read; a notice is some 400 bytes and SharePoint sends a handful at a time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the webhook answers, and what it leaves in the queue. status: HTTP; text: sent as text/plain; message: None when nothing is to be done."""

    status: int
    text: str = ""
    message: Mapping[str, Any] | None = field(default=None)


@dataclass(frozen=True, slots=True)
class Door:
    """What a notice is known by. client_state: the secret that our webhooks carry; subscriptions: their ids."""

    client_state: str | None
    subscriptions: tuple[str, ...] = ()


def handshake(query: Mapping[str, str]) -> str | None:
    """The token to echo when the call only asks whether somebody is here (any verb, any case of the name); None for a notice."""
    return next((value for name, value in query.items() if name.casefold() == "validationtoken"), None)


def take_notices(body: bytes, *, door: Door) -> Answer:
    """What to do with a body of notices.

    A notice is taken only when it carries the secret (compared in constant time) and names a subscription of ours. Nothing else in it is used:
    addresses in it could be anybody's. Notices of which none is ours but the secret is right are received and forgotten, since an answer other
    than 2xx would only make SharePoint repeat them.
    """
    if door.client_state is None:
        return Answer(404, "Webhooks are not set up here.")
    if len(body) > LARGEST:
        return Answer(413, "Too large.")
    try:
        told = json.loads(body)
        notices = [notice for notice in told["value"] if isinstance(notice, dict)]
    except (ValueError, KeyError, TypeError, RecursionError):
        return Answer(400, "Not a notice.")
    secret = door.client_state.encode()
    trusted = [one for one in notices if hmac.compare_digest(str(one.get("clientState") or "").encode("utf-8", "surrogatepass"), secret)]
    if not trusted:
        return Answer(403, "Not for us.")
    ours = {identity.casefold() for identity in door.subscriptions}
    found = sorted({str(notice.get("subscriptionId") or "").casefold() for notice in trusted} & ours)
    return Answer(202, message={"subscriptions": found}) if found else Answer(202)
