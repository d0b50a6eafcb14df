"""Webhooks on a list: five ways to make, change and take away one; only the app that made it may."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from tests.sharepoint.address import Segment
from tests.sharepoint.clock import stamp
from tests.sharepoint.dialect import Done, Entity, Many, Value
from tests.sharepoint.message import bad_query, bad_request, denied, no_resource, not_found
from tests.sharepoint.nodes import Action, Call, Node, demanded
from tests.sharepoint.state import ListState, Subscription, new_id

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator

TYPE = "Microsoft.SharePoint.Webhooks.Subscription"
LONGEST = timedelta(days=180)


def living(site: Emulator, owner: ListState) -> list[Subscription]:
    """The list's subscriptions; those whose time is out are gone without a word."""
    now = site.clock.now()
    for one in [one for one in site.subscriptions.values() if one.expires <= now]:
        del site.subscriptions[one.id]
    return [one for one in site.subscriptions.values() if one.list_id == owner.id]


def _expiry(site: Emulator, text: Any) -> datetime:
    try:
        at = datetime.fromisoformat(str(text))
    except ValueError as error:
        raise bad_request("The expirationDateTime is not a valid date.", kind="System.FormatException") from error
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    if not site.clock.now() < at <= site.clock.now() + LONGEST:
        raise bad_request("Invalid value for expirationDateTime: it must be in the future and within 180 days.", kind="System.ArgumentException")
    return at


class SubscriptionsNode(Node):
    """The webhooks of a list."""

    def __init__(self, owner: ListState) -> None:
        self._owner = owner

    def called(self, segment: Segment, call: Call) -> Node:
        """subscriptions('id') as well as subscriptions."""
        return self._one(demanded(segment, "id"), call) if segment.called and segment.arguments else self

    def step(self, segment: Segment, call: Call) -> Node:
        """One of them, or an operation."""
        if segment.name == "getbyid":
            return self._one(demanded(segment, "id", "subscriptionId"), call)
        if segment.name == "add":
            return Action(lambda one: Done(200, self._create(one, one.parameters("Microsoft.SharePoint.Webhooks.SubscriptionInformation"))))
        if segment.name == "remove":
            return Action(lambda one: self._one(demanded(segment, "subscriptionId"), one).remove(one))
        raise no_resource(segment.written)

    def _one(self, key: str, call: Call) -> SubscriptionNode:
        found = next((one for one in living(call.site, self._owner) if one.id == key.strip("{}").lower()), None)
        if found is None:
            raise not_found("The specified subscription does not exist.", code=-1, kind="System.ArgumentException")
        if found.owner != call.who.id:
            raise denied()
        return SubscriptionNode(self._owner, found)

    def do_get(self, call: Call) -> Many:
        """The caller's own; with full control everybody's."""
        rights = call.site.people.rights(call.who, self._owner, self._owner)
        found = [one for one in living(call.site, self._owner) if one.owner == call.who.id or "own" in rights]
        return Many([_entity(self._owner, one) for one in found], type=f"{TYPE}s")

    def do_post(self, call: Call) -> Done:
        """A new one, once its address has answered the handshake."""
        body = call.body()
        body.pop("__metadata", None)
        return Done(201, self._create(call, body))

    def _create(self, call: Call, body: dict[str, Any]) -> Entity:
        site = call.site
        site.people.require(call.who, "manage", self._owner, self._owner)
        odd = set(body) - {"resource", "notificationUrl", "expirationDateTime", "clientState", "resourceData", "scenarios"}
        if odd:
            raise bad_query(f"The property '{min(odd)}' does not exist on type '{TYPE}'.")
        url, state = _address(body.get("notificationUrl")), body.get("clientState")
        if self._owner.id not in str(body.get("resource", "")).lower() and self._owner.title.lower() not in str(body.get("resource", "")).lower():
            raise bad_request("The resource does not name this list.", kind="System.ArgumentException")
        if state is not None and (not isinstance(state, str) or len(state) > 255):
            raise bad_request("The clientState is too long.", kind="System.ArgumentException")
        expires = _expiry(site, body.get("expirationDateTime"))
        _shake(site, url)
        made = Subscription(new_id(), self._owner.id, url, expires, state, call.who.id)
        site.subscriptions[made.id] = made
        return _entity(self._owner, made)


def _address(url: Any) -> str:
    if not isinstance(url, str) or not url.startswith(("https://", "http://127.0.0.1", "http://localhost")) or len(url) > 2048:
        raise bad_request(f"The notification URL '{url}' is not an https address.", kind="System.ArgumentException")
    return url


def _shake(site: Emulator, url: str) -> None:
    from tests.sharepoint.notifier import HandshakeFailed

    try:
        site.notifier.shake_hands(url)
    except HandshakeFailed as error:
        raise bad_request(str(error), code=-1, kind="System.InvalidOperationException") from error


class SubscriptionNode(Node):
    """One webhook."""

    def __init__(self, owner: ListState, one: Subscription) -> None:
        self._owner, self._one = owner, one

    def step(self, segment: Segment, call: Call) -> Node:
        """Delete as an operation."""
        if segment.name in ("delete", "deleteobject"):
            return Action(self.remove)
        raise no_resource(segment.written)

    def do_get(self, call: Call) -> Entity:
        """What it is."""
        return _entity(self._owner, self._one)

    def do_patch(self, call: Call) -> Done:
        """Renew it, or send it elsewhere."""
        call.site.people.require(call.who, "manage", self._owner, self._owner)
        body = call.body()
        metadata = body.pop("__metadata", None)
        if metadata is not None and (not isinstance(metadata, dict) or metadata.get("type") != TYPE):
            raise bad_query(f"A type named '{metadata}' could not be resolved by the model.")
        odd = set(body) - {"notificationUrl", "expirationDateTime", "clientState"}
        if odd:
            raise bad_query(f"The property '{min(odd)}' does not exist on type '{TYPE}' or cannot be changed.")
        expires = _expiry(call.site, body["expirationDateTime"]) if "expirationDateTime" in body else self._one.expires
        if "notificationUrl" in body and body["notificationUrl"] != self._one.url:
            url = _address(body["notificationUrl"])
            _shake(call.site, url)
            self._one.url = url
        self._one.expires, self._one.state = expires, body.get("clientState", self._one.state)
        return Done(204)

    def do_merge(self, call: Call) -> Done:
        """The same by a tunnelled MERGE, where the site takes it (it is not known whether SharePoint Online does)."""
        if not call.site.merges_subscriptions:
            raise bad_request("The HTTP method MERGE is not supported for subscriptions.", kind="Microsoft.SharePoint.Client.ClientServiceException")
        return self.do_patch(call)

    def remove(self, call: Call) -> Done:
        """Take it away, as an operation."""
        call.site.subscriptions.pop(self._one.id, None)
        return Done(200, Value("Delete", None))

    def do_delete(self, call: Call) -> Done:
        """Take it away."""
        call.site.subscriptions.pop(self._one.id, None)
        return Done(204)


def _entity(owner: ListState, one: Subscription) -> Entity:
    values = {"clientState": one.state, "expirationDateTime": stamp(one.expires), "id": one.id, "notificationUrl": one.url, "resource": owner.id}
    return Entity(TYPE, f"Web/Lists(guid'{owner.id}')/Subscriptions('{one.id}')", {**values, "resourceData": None})
