"""Provisioning where something is in the way: nothing there, no permission, another tenant, a library with rules of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from functions import errors
from functions.library.sharepoint.provisioning import plan
from functions.library.sharepoint.site import Site
from functions.library.sharepoint.wire import Answer, Ask
from functions.publishing.schema import site_schema
from tests.library.provisioned import LIBRARY, OPTIONS, connect, planned, provision, standing
from tests.sharepoint.emulator import Emulator
from tests.sharepoint.state import DOCUMENTS

SCHEMA = site_schema()


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator().running() as site:
        site.people.person("Malin Ek")
        site.add_library(LIBRARY)
        yield site


def test_a_site_that_is_not_there_is_told(emulator):
    with pytest.raises(errors.NoAccess, match="DAGORDNING_SITE"):
        connect_and_plan(emulator, url=f"{emulator.origin}/sites/annan")


def connect_and_plan(emulator: Emulator, *, url: str | None = None, token: str = "APP", library: str = LIBRARY, folder: str | None = None) -> None:
    plan(connect(emulator, url=url, token=token), SCHEMA, replace(OPTIONS, library=library, folder=folder))


def test_a_library_that_is_not_there_is_told_with_those_that_are(emulator):
    with pytest.raises(errors.NoAccess, match=r"”Protokoll” finns inte på webbplatsen.*Här finns: ”Anteckningar”"):
        connect_and_plan(emulator, library="Protokoll")


def test_a_list_is_no_library(emulator):
    emulator.add_list("Protokoll")
    with pytest.raises(errors.NoAccess, match="är en lista och inget dokumentbibliotek"):
        connect_and_plan(emulator, library="Protokoll")


def test_a_folder_that_is_not_there_is_told(emulator):
    with pytest.raises(errors.NoAccess, match=r"Mappen ”Träd/2026” finns inte i biblioteket ”Anteckningar”.*DAGORDNING_LIBRARY_FOLDER"):
        connect_and_plan(emulator, folder="Träd/2026")


def test_a_library_is_found_by_its_title_in_any_case_and_by_its_address(emulator):
    emulator.add_library("Möten i råd", "Moten")
    connect_and_plan(emulator, library="möten i råd")
    connect_and_plan(emulator, library="Moten")


def test_a_token_of_another_tenant_is_told(emulator):
    emulator.people.bad_tokens["FRAMMANDE"] = "Invalid issuer or signature."
    with pytest.raises(errors.NoAccess, match="DAGORDNING_TENANT_ID"):
        connect_and_plan(emulator, token="FRAMMANDE")


@pytest.mark.parametrize(("role", "words"), [("none", "Sites.Selected"), ("read", "rollen manage"), ("write", "rollen manage")])
def test_a_role_that_is_too_small_is_told_by_the_one_that_is_needed(role, words):
    with Emulator(app_role=role).running() as emulator:
        emulator.add_library(LIBRARY)
        before = standing(emulator)
        with pytest.raises(errors.NoAccess, match=words):
            provision(emulator)
        assert standing(emulator) == before


def test_manage_is_enough_where_the_library_is_for_everybody_on_the_site():
    with Emulator(app_role="manage").running() as emulator:
        emulator.add_library(LIBRARY)
        provision(emulator)
        assert planned(emulator).steps == ()


@pytest.mark.parametrize(
    ("setting", "reason"),
    [("moderation", "kräver godkännande av innehåll"), ("force_checkout", "kräver utcheckning")],
)
def test_a_library_with_rules_for_writing_gets_lists_only_and_is_left_alone(setting, reason):
    with Emulator().running() as emulator:
        emulator.add_library(LIBRARY, **{setting: True})
        before = standing(emulator)["/sites/rad/Anteckningar"]
        found = provision(emulator)
        after = standing(emulator)
        assert after["/sites/rad/Anteckningar"] == before
        assert reason in found.reasons[0]
        assert ("DAGORDNING_LISTS_ONLY", "true", "; ".join(found.reasons)) in found.settings
        assert emulator.list_at("/sites/rad/ForslagTillDagordning").template == DOCUMENTS
        assert after["/sites/rad/ForslagTillDagordning"]["title"] == "Förslag till dagordning"
        assert after["/sites/rad/ForslagTillDagordning"]["folders"] == ["/sites/rad/ForslagTillDagordning/Mallar för dagordning"]
        assert planned(emulator, lists_only=True).steps == ()


def test_lists_only_can_be_asked_for(emulator):
    before = standing(emulator)["/sites/rad/Anteckningar"]
    found = provision(emulator, lists_only=True)
    assert found.reasons == ("DAGORDNING_LISTS_ONLY är satt",)
    assert [one for one in found.settings if one[0] == "DAGORDNING_LISTS_ONLY"] == []
    assert standing(emulator)["/sites/rad/Anteckningar"] == before


@pytest.mark.parametrize("honoured", [True, False])
def test_conditional_writes_are_tried_once_and_the_setting_is_told(honoured):
    with Emulator(validate_honours_if_match=honoured).running() as emulator:
        emulator.add_library(LIBRARY)
        provision(emulator)
        assert emulator.list("Händelser").rows() == []
        told = [one[:2] for one in planned(emulator).settings]
        assert told == ([("DAGORDNING_VERSIONLESS_WRITES", "true")] if honoured else [])
        told = [one[:2] for one in planned(emulator, versionless=True).settings]
        assert told == ([] if honoured else [("DAGORDNING_VERSIONLESS_WRITES", "false")])


@pytest.mark.parametrize(
    ("label", "told"), [({"TagName": "Protokoll", "BlockEdit": True}, "Protokoll"), ({"TagName": "Gallras", "BlockEdit": False}, None)]
)
def test_a_label_that_makes_records_is_a_reason_for_lists_only(emulator, label, told):
    class Labelled(Site):
        def send(self, ask: Ask) -> Answer:
            if "GetListComplianceTag" not in ask.url:
                return super().send(ask)
            assert ask.method == "GET"
            assert ask.url.endswith("(listUrl='/sites/rad/Anteckningar')")
            return Answer(ask, 200, {}, json.dumps({"d": {"GetListComplianceTag": label}}).encode())

    site = Labelled(emulator.url, token=lambda: {"token_type": "Bearer", "access_token": "APP", "expires_in": 3600})
    found = plan(site, SCHEMA, OPTIONS)
    assert found.reasons == ((f"biblioteket gör filer till arkivhandlingar med etiketten ”{told}”",) if told else ())
