"""The webhook knows a handshake and a notice of ours, and believes nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from functions.jobs.notices import LARGEST, Door, handshake, take_notices

DOOR = Door("hemligt", ("AAAA-1", "bbbb-2"))


def body(*notices: dict[str, Any]) -> bytes:
    return json.dumps({"value": list(notices)}).encode()


def notice(subscription: str = "aaaa-1", secret: str = "hemligt") -> dict[str, Any]:
    return {"subscriptionId": subscription, "clientState": secret, "resource": "lista", "siteUrl": "https://elak.example/sites/x"}


@pytest.mark.parametrize("name", ["validationtoken", "validationToken", "VALIDATIONTOKEN"])
def test_a_handshake_is_known_by_its_token_however_it_is_spelled(name: str) -> None:
    assert handshake({name: "abc 1", "code": "x"}) == "abc 1"
    assert handshake({"code": "x"}) is None


def test_a_notice_of_ours_becomes_one_message_with_ids_only() -> None:
    answer = take_notices(body(notice(), notice("BBBB-2"), notice()), door=DOOR)
    assert (answer.status, answer.message) == (202, {"subscriptions": ["aaaa-1", "bbbb-2"]})


def test_a_wrong_secret_is_refused_and_leaves_no_message() -> None:
    for secret in ("", "hemligt ", "Hemligt", "hemligå"):
        answer = take_notices(body(notice(secret=secret)), door=DOOR)
        assert (answer.status, answer.message) == (403, None)


def test_a_forged_notice_among_ours_does_not_count() -> None:
    answer = take_notices(body(notice("bbbb-2", secret="fel"), notice()), door=DOOR)
    assert answer.message == {"subscriptions": ["aaaa-1"]}


def test_a_subscription_that_is_not_ours_is_received_and_forgotten() -> None:
    answer = take_notices(body(notice("cccc-3")), door=DOOR)
    assert (answer.status, answer.message) == (202, None)


def test_a_huge_body_is_refused_before_it_is_read() -> None:
    assert take_notices(b"[" * (LARGEST + 1), door=DOOR).status == 413


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"{",
        b"[]",
        b'{"value": 3}',
        b'{"other": []}',
        b"\xff\xfe",
        b'{"value": ["x"]}',
        b"[" * 60_000,
        b'{"value": [{"clientState": "\\ud800"}]}',
    ],
)
def test_anything_else_is_no_notice(junk: bytes) -> None:
    answer = take_notices(junk, door=DOOR)
    assert answer.status in (400, 403)
    assert answer.message is None


def test_without_a_secret_there_is_no_webhook() -> None:
    assert take_notices(body(notice(secret="")), door=Door(None)).status == 404
