"""The site, the library, a list or a permission is not there: what is wrong and what to do is said, nothing is half done, and then all is well."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import pytest

from tests.library.test_signing_in import pem
from tests.pipeline.desk import command
from tests.sharepoint.emulator import Emulator
from tests.sharepoint.faults import Fault
from tests.sharepoint.identity import identity
from tests.sharepoint.town import LIBRARY, Town, town
from tests.whole.saving import Council, Waits, april, difference, next_council, night, undisturbed

APP = "00000000-0000-0000-0000-00000000000d"


# At work.


@pytest.fixture(scope="module")
def place() -> Iterator[Town]:
    undisturbed()
    with town(library={"demotion": True, "versioning": True}, sleep=Waits(), pause="00:00:00", pace=600.0) as made:
        yield made


@pytest.fixture
def council(place: Town) -> Council:
    return next_council(place)


def parked(council: Council) -> str:
    """Why anything is parked that is about the council, or about the whole library."""
    ours = (council.name, council.key_in_log, "library-changes")
    return "\n".join(f"{one.path}: {one.reason}" for one in council.place.watched().state.parked() if any(word in one.path for word in ours))


def is_untouched(council: Council) -> bool:
    """Whether nothing was written for the council."""
    named = [
        title for title in ("Uppföljning", "Beslut i anteckningarna", "Rådens möten") if title in titles(council.place.site) and council.rows(title)
    ]
    return not named and council.cell("DgCouncil") is None and not council.drafts()


def titles(site: Emulator) -> set[str]:
    return {one.title for one in site.lists.values()}


def delete_list(site: Emulator, title: str) -> None:
    """As an owner does it in the site's contents."""
    address = f"{site.url}/_api/web/lists/getbytitle('{quote(title)}')"
    headers = {"Authorization": "Bearer person:Malin Ek", "X-HTTP-Method": "DELETE", "IF-MATCH": "*", "Accept": "application/json"}
    urllib.request.urlopen(urllib.request.Request(address, data=b"", headers=headers, method="POST"), timeout=30).close()


def apply(place: Town) -> None:
    """`dagordning sharepoint apply`, as an administrator types it."""
    told = command("sharepoint", "apply", "--site", place.site.url, "--library", LIBRARY, **place.environment)
    assert told.returncode == 0, told.stderr


@pytest.mark.parametrize("title", ["Uppföljning", "Råd"])
def test_a_list_that_somebody_deleted_is_told_and_filled_again_after_apply(council: Council, title: str) -> None:
    before = next_council(council.place).live()
    delete_list(council.place.site, title)
    council.live()
    assert "dagordning sharepoint apply" in parked(council)
    assert title in parked(council)
    apply(council.place)
    night(council.place, council, before)
    assert difference(council) == ""
    if title == "Råd":  # what it held is not known any more until the council's minutes are read again
        before.save(april(before.name))
        before.place.settle()
    assert difference(before) == ""
    assert parked(council) == ""


def test_a_log_that_somebody_deleted_is_told_and_all_is_well_when_it_is_restored(council: Council) -> None:
    before, lists = next_council(council.place).live(), council.place.site.lists
    log = next(one for one in lists.values() if one.title == "Händelser")
    delete_list(council.place.site, log.title)
    council.live()
    assert "papperskorg" in parked(council)
    assert council.drafts() == []
    lists[log.id] = log
    night(council.place, council, before)
    assert difference(council) == ""
    assert difference(before) == ""


def test_a_library_that_is_not_there_is_told_and_taken_up_when_it_is(council: Council) -> None:
    library = council.place.site.library(LIBRARY).state
    council.place.site.lists.pop(library.id)
    council.place.run_timer("sweep_libraries")
    council.place.settle()
    assert "DAGORDNING_LIBRARY" in parked(council)
    council.place.site.lists[library.id] = library
    council.live()
    assert difference(council) == ""
    night(council.place, council)
    assert parked(council) == ""


@pytest.mark.parametrize("role", ["none", "read"])
def test_a_permission_that_was_taken_away_is_told_and_nothing_is_half_done(council: Council, role: str) -> None:
    people = council.place.site.people
    people.app_role = role
    council.live()
    assert is_untouched(council)
    assert "Sites.Selected" in parked(council)
    people.app_role = "fullcontrol"
    night(council.place, council)
    assert difference(council) == ""
    assert parked(council) == ""


def test_a_library_that_may_only_be_read_is_told_and_its_columns_come_when_it_can_be_written(council: Council) -> None:
    site = council.place.site
    fault = site.faults.add(Fault("denied", times=None, method="MERGE", path=site.library(LIBRARY).id, who="APP"))
    council.live()
    assert fault.count > 0
    assert "skrivskyddat" in parked(council)
    assert council.cell("DgCouncil") is None
    site.faults.clear()
    night(council.place, council)
    assert difference(council) == ""
    assert parked(council) == ""


def test_the_role_write_is_enough_for_all_but_webhooks_and_lists(council: Council) -> None:
    people = council.place.site.people
    people.app_role = "write"
    try:
        council.live()
        assert difference(council) == ""
    finally:
        people.app_role = "fullcontrol"


# The commands.


@contextmanager
def site(**settings: str) -> Iterator[tuple[Emulator, dict[str, str]]]:
    with Emulator(app_role=settings.pop("role", "fullcontrol")).running() as made, identity() as signed:
        made.add_library(LIBRARY)
        yield made, {**signed.environment, "DAGORDNING_SITE": made.url, "DAGORDNING_LIBRARY": LIBRARY, "DAGORDNING_CLIENT_ID": APP, **settings}


def refused(*words: str, **environment: str) -> str:
    """What a command says that does not succeed, with the exit code for no access."""
    told = command("sharepoint", *words, **environment)
    assert told.returncode == 7, (told.stdout, told.stderr)
    return told.stderr


def test_a_site_that_is_not_there_is_told_with_its_setting() -> None:
    with site() as (made, environment):
        assert "DAGORDNING_SITE" in refused("plan", "--site", made.url.replace("/sites/rad", "/sites/finnsinte"), **environment)


def test_a_library_that_is_not_there_is_told_with_its_setting() -> None:
    with site() as (_, environment):
        assert "DAGORDNING_LIBRARY" in refused("apply", "--library", "Finns inte", **environment)


@pytest.mark.parametrize(("role", "command_"), [("none", "plan"), ("read", "apply"), ("write", "apply")])
def test_a_role_that_is_too_small_is_told_by_name_and_nothing_is_left_behind(role: str, command_: str) -> None:
    with site(role=role) as (made, environment):
        assert "Sites.Selected" in refused(command_, **environment)
        assert titles(made) == {LIBRARY}


def test_a_certificate_that_has_expired_is_told_with_its_day() -> None:
    with site(DAGORDNING_TENANT_ID="t", DAGORDNING_CERTIFICATE=pem(days=-2)) as (made, environment):
        told = refused("plan", **environment)
        assert "gick ut" in told
        assert "DAGORDNING_CERTIFICATE" in told
        assert made.requests == []


def test_a_token_for_another_tenant_is_refused_with_what_to_look_at() -> None:
    with site() as (made, environment):
        made.people.bad_tokens["APP"] = "Invalid issuer or signature."
        assert "DAGORDNING_TENANT_ID" in refused("plan", **environment)


def test_a_sign_in_page_instead_of_the_site_is_told() -> None:
    with site() as (made, environment):
        made.faults.add(Fault("html", times=None))
        assert "DAGORDNING_SITE" in refused("plan", **environment)
