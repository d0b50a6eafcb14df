"""Our webhooks on the library and on the lists that people edit, in the documented form (POST with clientState, PATCH, DELETE)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from functions import errors
from functions.library.sharepoint.refusals import is_gone
from functions.library.sharepoint.site import Site, done
from functions.library.sharepoint.wire import Ask
from functions.library.watched import Subscription


class ListSubscriptions:
    """See functions.library.watched.Subscriptions."""

    def __init__(self, site: Site, followed: Callable[[], Sequence[str]]) -> None:
        """followed: the ids of the lists that are followed, the library first."""
        self._site = site
        self._followed = followed

    def resources(self) -> Sequence[str]:
        """See Subscriptions.resources."""
        return self._followed()

    def all(self, resource: str) -> Sequence[Subscription]:
        """See Subscriptions.all."""
        found = self._site.fetch(Ask("GET", self._address(resource), light=True)).results
        return [_subscription(one, resource=resource) for one in found]

    def create(self, resource: str, *, url: str, client_state: str, expires: datetime) -> Subscription:
        """See Subscriptions.create. Not sent twice by itself: whether the first was made after a lost answer, `all` tells."""
        body = {
            "resource": resource,
            "notificationUrl": url,
            "expirationDateTime": _written(expires),
            "clientState": client_state,
        }
        answer = self._site.send(Ask("POST", self._address(resource), body, light=True))
        if answer.status == 400:
            raise errors.NoAccess(
                f"SharePoint fick inget svar från {url} när webhooken skulle skapas ({answer.complaint[:120] or answer.code}). Kontrollera "
                "DAGORDNING_NOTIFICATION_URL och att funktionen library_changed svarar utan inloggning. Ändringar hittas ändå av timern."
            )
        if answer.status in (401, 403):
            raise errors.NoAccess(
                "Webhooks är inte tillåtna: appen behöver rollen manage på webbplatsen (Sites.Selected). Ändringar hittas ändå av timern."
            )
        return _subscription(done(answer).entity, resource=resource)

    def renew(self, subscription: Subscription, *, expires: datetime) -> None:
        """See Subscriptions.renew. Raises errors.Vanished when it is gone."""
        address = f"{self._address(subscription.resource)}('{subscription.id}')"
        self._site.fetch(Ask("PATCH", address, {"expirationDateTime": _written(expires)}, repeatable=True, light=True), what="Webhooken")

    def delete(self, subscription: Subscription) -> None:
        """See Subscriptions.delete."""
        answer = self._site.send(Ask("DELETE", f"{self._address(subscription.resource)}('{subscription.id}')", repeatable=True))
        if not is_gone(answer):
            done(answer, what="Webhooken")

    def _address(self, resource: str) -> str:
        return f"{self._site.web.lists.get_by_id(resource).resource_url}/subscriptions"


def _subscription(told: dict[str, Any], *, resource: str) -> Subscription:
    identity, expires = told.get("id") or told.get("Id"), told.get("expirationDateTime") or told.get("ExpirationDateTime")
    if not identity or not expires:
        raise errors.NoAccess("SharePoint svarade inte som väntat om webhooken. Kontrollera DAGORDNING_SITE.")
    ends = datetime.fromisoformat(_short(str(expires)))
    url = str(told.get("notificationUrl") or told.get("NotificationUrl") or "")
    return Subscription(str(identity), resource, url, ends)


def _short(told: str) -> str:
    """An instant in UTC without parts of a second, of which SharePoint tells seven digits and Python takes six."""
    return told.partition(".")[0].removesuffix("Z") + "+00:00"


def _written(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
