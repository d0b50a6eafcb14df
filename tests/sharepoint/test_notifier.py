from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from tests.sharepoint.listening import Listener, listening
from tests.sharepoint.notifier import HandshakeFailed, Mischief, Notifier, Origin

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ORIGIN = Origin("11111111-0000-0000-0000-000000000000", "/sites/rad", "22222222-0000-0000-0000-000000000000")


class HandClock:
    def __init__(self) -> None:
        self.time = START

    def now(self) -> datetime:
        return self.time


@dataclass
class Wish:
    id: str
    list_id: str
    url: str
    expires: datetime = START + timedelta(days=170)
    state: str | None = "secret"


@pytest.fixture
def listener() -> Iterator[Listener]:
    with listening() as one:
        yield one


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


def notifier(clock: HandClock, *wishes: Wish, **settings: object) -> Notifier:
    return Notifier(clock, lambda list_id: [wish for wish in wishes if wish.list_id == list_id], ORIGIN, **settings)


def later(notifier: Notifier, **time: float) -> int:
    notifier.clock.time += timedelta(**time)
    return notifier.run_due()


@pytest.mark.parametrize("verb", ["POST", "GET"])
def test_a_handshake_ends_well_when_the_token_comes_back_as_plain_text(verb, clock, listener):
    notifier(clock, handshake_verb=verb).shake_hands(listener.url)
    assert listener.verbs == [verb]


def test_a_handshake_keeps_the_query_of_the_address(clock, listener):
    notifier(clock).shake_hands(f"{listener.url}?code=abc")
    assert listener.verbs == ["POST"]


@pytest.mark.parametrize("manner", ["wrong", "html", "accepted"])
def test_a_handshake_fails_when_the_answer_is_not_the_token_as_plain_text_with_200(manner, clock, listener):
    listener.handshake = manner
    with pytest.raises(HandshakeFailed, match=f"Failed to validate the notification URL '{re.escape(listener.url)}'"):
        notifier(clock).shake_hands(listener.url)


def test_a_handshake_fails_when_the_answer_comes_too_late(clock, listener):
    listener.handshake = "slow"
    with pytest.raises(HandshakeFailed, match="No answer within"):
        notifier(clock, answer_within=0.2).shake_hands(listener.url)


def test_a_handshake_fails_when_nobody_listens(clock):
    with pytest.raises(HandshakeFailed, match="No answer"):
        notifier(clock).shake_hands("http://127.0.0.1:9/api/library-changed")


def test_a_thousand_changes_in_a_minute_are_told_once(clock, listener):
    notified = notifier(clock, Wish("s1", "notes", listener.url))
    for _ in range(1000):
        notified.changed("notes")
    assert later(notified, seconds=59) == 0
    assert later(notified, seconds=2) == 1
    assert later(notified, minutes=10) == 0
    assert len(listener.told) == 1


def test_a_notification_says_where_it_comes_from_and_not_what_changed(clock, listener):
    notified = notifier(clock, Wish("s1", "notes", listener.url))
    notified.changed("notes")
    notified.flush()
    assert listener.told == [
        [
            {
                "subscriptionId": "s1",
                "clientState": "secret",
                "expirationDateTime": "2026-08-19T09:00:00.0000000Z",
                "resource": "notes",
                "tenantId": ORIGIN.tenant_id,
                "siteUrl": "/sites/rad",
                "webId": ORIGIN.web_id,
            }
        ]
    ]


def test_two_lists_of_one_address_are_told_in_one_call(clock, listener):
    notified = notifier(clock, Wish("s1", "notes", listener.url), Wish("s2", "rows", listener.url))
    notified.changed("notes")
    notified.changed("rows")
    notified.flush()
    assert [[entry["subscriptionId"] for entry in call] for call in listener.told] == [["s1", "s2"]]


def test_an_expired_subscription_is_not_told(clock, listener):
    notified = notifier(clock, Wish("s1", "notes", listener.url, expires=START + timedelta(seconds=30)))
    notified.changed("notes")
    assert later(notified, minutes=2) == 0
    assert listener.told == []


def test_a_refused_call_is_made_again_every_five_minutes(clock, listener):
    notified = notifier(clock, Wish("s1", "notes", listener.url))
    listener.statuses = [500, 404]
    notified.changed("notes")
    notified.flush()
    assert later(notified, minutes=4) == 0
    assert later(notified, minutes=1) == 1
    assert later(notified, minutes=5) == 1
    assert later(notified, minutes=5) == 0
    assert [delivery.reply.status for delivery in notified.deliveries] == [500, 404, 200]
    assert listener.told[0] == listener.told[1] == listener.told[2]


def test_a_call_that_is_refused_six_times_is_dropped_and_the_next_one_still_comes(clock, listener):
    notified = notifier(clock, Wish("s1", "notes", listener.url))
    listener.statuses = [503] * 6
    notified.changed("notes")
    assert later(notified, hours=1) == 6
    assert len(notified.dropped) == 1
    assert notified.quiet
    notified.changed("notes")
    assert later(notified, minutes=1) == 1
    assert notified.deliveries[-1].reply.status == 200


def test_an_address_that_nobody_answers_at_is_tried_again(clock):
    notified = notifier(clock, Wish("s1", "notes", "http://127.0.0.1:9/"))
    notified.changed("notes")
    assert later(notified, minutes=1) == 1
    assert notified.deliveries[0].reply.status is None
    assert not notified.quiet


def test_a_lost_call_is_never_made(clock, listener):
    notified = notifier(clock, Wish("s1", "notes", listener.url), mischief=Mischief(lose=1))
    notified.changed("notes")
    assert notified.flush() == 0
    assert notified.quiet


def test_a_doubled_call_is_made_twice(clock, listener):
    notified = notifier(clock, Wish("s1", "notes", listener.url), mischief=Mischief(double=1))
    notified.changed("notes")
    assert notified.flush() == 2
    assert listener.told[0] == listener.told[1]


def test_a_call_that_is_held_back_comes_after_the_next_one(clock, listener):
    notified = notifier(clock, Wish("s1", "notes", listener.url), Wish("s2", "rows", listener.url), mischief=Mischief(hold_back=1))
    notified.changed("notes")
    assert notified.flush() == 0
    notified.changed("rows")
    notified.flush()
    assert [call[0]["resource"] for call in listener.told] == ["rows", "notes"]


def test_a_forged_notification_says_what_the_forger_wants(clock, listener):
    reply = notifier(clock).forge(listener.url, clientState="guessed", siteUrl="/sites/other")
    assert reply.status == 200
    assert listener.told[0][0]["clientState"] == "guessed"
    assert listener.told[0][0]["siteUrl"] == "/sites/other"


def test_a_running_notifier_tells_without_being_asked(clock, listener):
    notified = notifier(clock, Wish("s1", "notes", listener.url), pace=1000)
    heard = threading.Event()
    listener.told = Ringing(heard)
    notified.start(every=0.01)
    try:
        notified.changed("notes")
        clock.time += timedelta(milliseconds=60)
        assert heard.wait(30)
    finally:
        notified.stop()


class Ringing(list):
    def __init__(self, heard: threading.Event) -> None:
        super().__init__()
        self.heard = heard

    def append(self, value: object) -> None:
        super().append(value)
        self.heard.set()
