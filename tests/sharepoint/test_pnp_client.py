from __future__ import annotations

import pytest

from tests.azurite import INSTALL, NodePartMissing
from tests.sharepoint import pnp_client
from tests.sharepoint.pnp_client import Bridge, PnP, PnPError


def test_missing_node_packages_say_what_to_run(tmp_path, monkeypatch):
    monkeypatch.setattr(pnp_client, "NODE_PACKAGE", tmp_path)
    with pytest.raises(NodePartMissing, match=INSTALL):
        Bridge()


def test_missing_node_says_what_to_run(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NodePartMissing, match=INSTALL):
        Bridge()


def test_a_bridge_that_has_ended_says_so():
    bridge = Bridge()
    bridge.close()
    with pytest.raises(RuntimeError, match="the bridge to PnPjs ended"):
        bridge.ask("http://127.0.0.1:9/", "APP", "web", [])


def test_a_call_that_the_bridge_does_not_know_is_an_error():
    with PnP("http://127.0.0.1:9/") as pnp, pytest.raises(PnPError, match="no call"):
        pnp.call("constructor")
