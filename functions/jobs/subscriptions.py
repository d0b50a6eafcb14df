"""Keeps the webhooks alive: SharePoint forgets them after half a year at most, and now and then without a word."""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass
from datetime import timedelta

from functions import errors
from functions.jobs.notices import SUBSCRIPTIONS
from functions.jobs.office import Office
from functions.library.watched import Subscription

LENGTH = timedelta(days=170)
"""How long a webhook is asked for; SharePoint allows 180 days at most."""

RENEW = timedelta(days=60)
"""A webhook that ends sooner than this is renewed."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was done. failed: why no webhook could be made, in words for an administrator; the timer works without them."""

    made: int = 0
    renewed: int = 0
    ended: int = 0
    failed: str | None = None


def keep_subscriptions(office: Office) -> Kept:
    """One live webhook of ours for each followed list, to the address that is set; others of ours are ended. Without an address nothing is done."""
    url, secret = office.notification_url, office.client_state
    if url is None or secret is None:
        return Kept(failed="DAGORDNING_NOTIFICATION_URL or DAGORDNING_CLIENT_STATE is not set: changes are found by timer alone.")
    office.library.begin()
    made = renewed = ended = 0
    mark = hashlib.sha256(secret.encode()).hexdigest()[:16]
    kept: dict[str, Subscription] = {}
    told = office.place.state.notes(SUBSCRIPTIONS)
    try:
        for resource in office.library.subscriptions.resources():
            ours = list(office.library.subscriptions.all(resource))
            now = office.clock()
            # One that is not in the book may carry another secret, as may one from before the secret was changed, so it is made anew.
            good = next((one for one in ours if one.notification_url == url and _mark(told.get(one.id)) == mark), None)
            for one in ours:
                if one is not good and one.notification_url == url:
                    office.library.subscriptions.delete(one)
                    ended += 1
            if good is None:
                good = office.library.subscriptions.create(resource, url=url, client_state=secret, expires=now + LENGTH)
                made += 1
            elif good.expires - now < RENEW:
                try:
                    office.library.subscriptions.renew(good, expires=now + LENGTH)
                    renewed += 1
                except errors.Vanished:  # it ended between the two questions
                    good = office.library.subscriptions.create(resource, url=url, client_state=secret, expires=now + LENGTH)
                    made += 1
            kept[good.id] = good
            office.place.state.store_notes(SUBSCRIPTIONS, {good.id: json.dumps({"resource": resource, "secret": mark})})
    except errors.NoAccess as problem:
        _log.warning("webhooks cannot be kept: %s", problem.message)
        return Kept(made, renewed, ended, problem.message)
    office.place.state.store_notes(SUBSCRIPTIONS, {identity: None for identity in told if identity not in kept})
    return Kept(made, renewed, ended)


def _mark(noted: str | None) -> str | None:
    """What tells the secret that a webhook was made with, without being it."""
    return None if noted is None else json.loads(noted).get("secret")
