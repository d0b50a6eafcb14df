from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.sharepoint.pnp_client import PnP, PnPError
from tests.sharepoint.two_clients.ground import LIBRARY, NAMES, REFUSED, ROWS

EXPIRES = "2026-06-01T00:00:00+00:00"


def log(changes: list[dict]) -> list[tuple]:
    return [
        (kind if isinstance(kind := change["ChangeType"], int) else kind.value, change["ItemId"], change["UniqueId"].lower()) for change in changes
    ]


def test_both_are_told_of_the_same_changes_since_a_token(site, office, pnp):
    token = pnp.change_token(ROWS)
    for key in ("k1", "k2"):
        office.add_row(ROWS, {"DgKey": key})
    pnp.update_row(ROWS, "DgKey", "k1", {"DgText": "a"})
    office.delete_row(ROWS, "DgKey", "k2")
    assert [(kind, item) for kind, item, _ in log(pnp.changes(ROWS, since=token))] == [(1, 1), (1, 2), (2, 1), (3, 2)]
    assert log(office.changes(ROWS, since=token)) == log(pnp.changes(ROWS, since=token))


def test_a_change_carries_the_token_to_go_on_from(site, office, pnp):
    token = office.change_token(ROWS)
    pnp.add_row(ROWS, {"DgKey": "k1"})
    pnp.add_row(ROWS, {"DgKey": "k2"})
    first, second = pnp.changes(ROWS, since=token)
    assert [change["ItemId"] for change in office.changes(ROWS, since=first["ChangeToken"]["StringValue"])] == [2]
    assert pnp.changes(ROWS, since=second["ChangeToken"]["StringValue"]) == []
    assert office.changes(ROWS, since=pnp.change_token(ROWS)) == []


def test_a_limit_cuts_the_changes_alike(office, pnp):
    token = pnp.change_token(ROWS)
    for number in range(5):
        pnp.add_row(ROWS, {"DgKey": f"k{number}"})
    assert [change["ItemId"] for change in pnp.changes(ROWS, since=token, FetchLimit=2)] == [1, 2]
    assert [change["ItemId"] for change in office.changes(ROWS, since=token, FetchLimit=2)] == [1, 2]


def test_a_saved_and_a_renamed_file_are_changes_of_the_library(office, pnp, folder):
    token = pnp.change_token(LIBRARY)
    pnp.save(NAMES[0], b"one")
    unique = pnp.file(NAMES[0])["UniqueId"]
    office.set_columns(NAMES[0], {"DgText": "a"})
    pnp.rename(NAMES[0], NAMES[1])
    office.delete(NAMES[1])
    seen = log(office.changes(LIBRARY, since=token))
    assert seen == log(pnp.changes(LIBRARY, since=token))
    assert {kind for kind, _, _ in seen} >= {1, 2, 3, 4}
    assert {one for _, _, one in seen} == {unique.lower()}


def test_a_rename_is_told_only_to_who_asks_for_renames(client, site):
    token = client.change_token(LIBRARY)
    site.library(LIBRARY).put("a.txt", b"a")
    site.library(LIBRARY).rename("a.txt", "b.txt")
    assert [kind for kind, _, _ in log(client.changes(LIBRARY, since=token))] == [1, 4]
    assert [kind for kind, _, _ in log(client.changes(LIBRARY, since=token, Rename=False))] == [1]


def test_a_subscription_that_one_makes_the_other_sees(pair, listener):
    made = pair.first.subscribe(LIBRARY, listener.url, expires=EXPIRES, client_state="hemligt")
    for client in (pair.first, pair.second):
        (seen,) = client.subscriptions(LIBRARY)
        assert (seen["id"], seen["notificationUrl"], seen["clientState"]) == (made["id"], listener.url, "hemligt")
    assert len(listener.verbs) == 1


def test_a_subscription_is_renewed_by_patch_and_by_tunnelled_merge(office, pnp, listener):
    made = pnp.subscribe(LIBRARY, listener.url, expires=EXPIRES)
    pnp.renew(LIBRARY, made["id"], expires="2026-07-01T00:00:00+00:00", client_state="nytt")
    assert when(office.subscriptions(LIBRARY)[0]) == datetime(2026, 7, 1, tzinfo=UTC)
    office.renew(LIBRARY, made["id"], expires="2026-08-01T00:00:00+00:00")
    (seen,) = pnp.subscriptions(LIBRARY)
    assert (when(seen), seen["clientState"]) == (datetime(2026, 8, 1, tzinfo=UTC), "nytt")


def when(subscription: dict) -> datetime:
    moment = subscription["expirationDateTime"]
    moment = moment if isinstance(moment, datetime) else datetime.fromisoformat(moment)
    return moment.replace(tzinfo=moment.tzinfo or UTC)


@pytest.mark.parametrize("manner", ["DELETE", "tunnelled", "Delete", "Remove"])
def test_a_subscription_is_ended_in_every_form(manner, office, pnp, listener):
    made = pnp.subscribe(LIBRARY, listener.url, expires=EXPIRES)
    if manner == "DELETE":
        pnp.unsubscribe(LIBRARY, made["id"])
    else:
        office.unsubscribe(LIBRARY, made["id"], manner=manner)
    assert office.subscriptions(LIBRARY) == pnp.subscriptions(LIBRARY) == []


@pytest.mark.parametrize("manner", ["wrong", "html", "accepted"])
def test_an_address_that_fails_the_handshake_gets_no_subscription(manner, client, listener):
    listener.handshake = manner
    with pytest.raises(REFUSED) as refusal:
        client.subscribe(LIBRARY, listener.url, expires=EXPIRES)
    assert (refusal.value.status, refusal.value.code) == (400, "-1, System.InvalidOperationException")
    assert "Failed to validate the notification URL" in refusal.value.message
    assert client.subscriptions(LIBRARY) == []


def test_a_subscription_of_more_than_180_days_is_refused(client, listener):
    with pytest.raises(REFUSED) as refusal:
        client.subscribe(LIBRARY, listener.url, expires="2026-08-30T09:00:01+00:00")
    assert refusal.value.status == 400


def test_an_expired_subscription_is_gone_without_a_word(site, client, listener):
    client.subscribe(LIBRARY, listener.url, expires=EXPIRES)
    site.clock.advance(days=120)
    assert client.subscriptions(LIBRARY) == []


def test_another_app_neither_sees_nor_ends_a_subscription(site, pnp, listener):
    made = pnp.subscribe(LIBRARY, listener.url, expires=EXPIRES)
    other = PnP(site.url, token="app:Annan")
    with pytest.raises(PnPError):
        other.unsubscribe(LIBRARY, made["id"])
    assert len(pnp.subscriptions(LIBRARY)) == 1


def test_whoever_writes_the_subscriber_is_told_once_for_each_minute(site, office, pnp, listener, folder):
    made = pnp.subscribe(LIBRARY, listener.url, expires=EXPIRES, client_state="hemligt")
    site.clock.advance(seconds=61)
    listener.told.clear()
    pnp.save(NAMES[0], b"one")
    office.set_columns(NAMES[0], {"DgText": "egen skrivning"})
    site.clock.advance(seconds=61)
    ((entry,),) = listener.told
    assert (entry["subscriptionId"], entry["clientState"]) == (made["id"], "hemligt")
    assert entry["siteUrl"] == "/sites/rad"
    assert entry["resource"].lower() == pnp.call("list", LIBRARY)["Id"].lower()
