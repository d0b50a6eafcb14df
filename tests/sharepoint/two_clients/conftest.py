from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from tests.sharepoint.emulator import Emulator
from tests.sharepoint.listening import Listener, listening
from tests.sharepoint.office_client import Office
from tests.sharepoint.pnp_client import PnP
from tests.sharepoint.two_clients.ground import FIELDS, LIBRARY, ROWS


@pytest.fixture
def site() -> Iterator[Emulator]:
    with Emulator().running() as one:
        one.clock.freeze(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
        one.add_library(LIBRARY, "Anteckningar")
        one.add_list(ROWS)
        app = PnP(one.url)
        for xml in FIELDS.values():
            app.call("add_field_as_xml", ROWS, xml)
        app.call("add_field_as_xml", LIBRARY, FIELDS["DgText"])
        yield one


@pytest.fixture
def office(site: Emulator) -> Office:
    return Office(site.url)


@pytest.fixture
def pnp(site: Emulator) -> PnP:
    return PnP(site.url)


@pytest.fixture(params=["office then pnp", "pnp then office"])
def pair(request, office: Office, pnp: PnP) -> SimpleNamespace:
    first, second = (office, pnp) if request.param.startswith("office") else (pnp, office)
    return SimpleNamespace(first=first, second=second)


@pytest.fixture(params=["office", "pnp"])
def client(request, office: Office, pnp: PnP) -> Office | PnP:
    return office if request.param == "office" else pnp


@pytest.fixture
def listener() -> Iterator[Listener]:
    with listening() as one:
        yield one


@pytest.fixture
def folder(pnp: PnP) -> None:
    pnp.add_folder("Råd")
