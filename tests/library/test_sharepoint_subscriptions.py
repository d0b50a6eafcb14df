"""Webhooks: made with the secret, renewed, ended, and refused in words that an administrator can act on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from functions import errors
from tests.library.sharepoint_world import Place, place
from tests.sharepoint.emulator import Fault


class Hook(BaseHTTPRequestHandler):
    """Shakes hands as it should."""

    answers = True

    def do_POST(self) -> None:
        token = parse_qs(urlsplit(self.path).query).get("validationtoken", [""])[0].encode()
        self.send_response(200 if self.answers else 500)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(token)))
        self.end_headers()
        self.wfile.write(token)

    do_GET = do_POST  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def hook() -> Iterator[str]:
    Hook.answers = True
    server = HTTPServer(("127.0.0.1", 0), Hook)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/api/library_changed"
    server.shutdown()
    server.server_close()


@pytest.fixture
def here() -> Iterator[Place]:
    with place() as made:
        yield made


def test_the_library_and_the_edited_lists_are_followed(here: Place) -> None:
    resources = here.library.subscriptions.resources()
    assert resources[0] == here.files.id
    edited = {here.site.list(spec.title).id for spec in here.schema.lists if spec.edited}
    assert set(resources[1:]) == edited and len(edited) >= 4


def test_a_webhook_is_made_with_its_secret_found_renewed_and_ended(here: Place, hook: str) -> None:
    webhooks = here.library.subscriptions
    resource = webhooks.resources()[0]
    ends = here.site.clock.now() + timedelta(days=100)
    made = webhooks.create(resource, url=hook, client_state="hemlig", expires=ends)
    assert here.site.subscriptions[made.id].state == "hemlig"
    assert list(webhooks.all(resource)) == [made]
    assert abs(made.expires - ends) < timedelta(seconds=2)
    later = here.site.clock.now() + timedelta(days=170)
    webhooks.renew(made, expires=later)
    (renewed,) = webhooks.all(resource)
    assert abs(renewed.expires - later) < timedelta(seconds=2)
    webhooks.delete(made)
    webhooks.delete(made)
    assert list(webhooks.all(resource)) == []
    methods = [request.method for request in here.site.requests if "/subscriptions" in request.path.lower()]
    assert {"PATCH", "DELETE"} <= set(methods)


def test_a_webhook_that_went_away_is_told_when_renewed(here: Place, hook: str) -> None:
    webhooks = here.library.subscriptions
    made = webhooks.create(webhooks.resources()[0], url=hook, client_state="x", expires=here.site.clock.now() + timedelta(days=10))
    here.site.subscriptions.clear()
    with pytest.raises(errors.Vanished):
        webhooks.renew(made, expires=here.site.clock.now() + timedelta(days=20))


def test_an_address_that_does_not_shake_hands_is_named(here: Place, hook: str) -> None:
    Hook.answers = False
    webhooks = here.library.subscriptions
    with pytest.raises(errors.NoAccess, match="DAGORDNING_NOTIFICATION_URL"):
        webhooks.create(webhooks.resources()[0], url=hook, client_state="x", expires=here.site.clock.now() + timedelta(days=10))


def test_a_missing_role_is_named(here: Place, hook: str) -> None:
    here.site.people.app_role = "write"
    library = here.restart()
    with pytest.raises(errors.NoAccess, match="manage"):
        webhooks = library.subscriptions
        webhooks.create(webhooks.resources()[0], url=hook, client_state="x", expires=here.site.clock.now() + timedelta(days=10))


def test_a_webhook_whose_answer_was_lost_is_not_made_twice(here: Place, hook: str) -> None:
    webhooks = here.library.subscriptions
    resource = webhooks.resources()[0]
    here.site.faults.add(Fault("reset_after_commit", method="POST", path="subscriptions"))
    with pytest.raises(errors.Unavailable):
        webhooks.create(resource, url=hook, client_state="x", expires=here.site.clock.now() + timedelta(days=10))
    assert len(webhooks.all(resource)) == 1
