"""Provisioning that is cut off after any request ends, when it is run again, as if nothing had happened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

import pytest

from functions import errors
from functions.publishing.schema import site_schema
from tests.library.provisioned import LIBRARY, planned, provision, standing
from tests.sharepoint.emulator import Emulator, Fault

WHOLE = site_schema()
SMALL = replace(
    WHOLE,
    columns=tuple(column for column in WHOLE.columns if column.name in ("DgCouncil", "DgState")),
    library_views=WHOLE.library_views[:1],
    lists=tuple(
        replace(one, fields=tuple(field for field in one.fields if field.name in ("Title", "DgStatus", "DgOpen", "DgKey", "DgBase")), views=())
        for one in WHOLE.lists
        if one.title in ("Uppföljning", "Händelser")
    ),
)
"""One of each: a closed list, a hidden one, columns with and without formatting, a view."""
SMALL = replace(SMALL, library_views=(replace(SMALL.library_views[0], fields=("LinkFilename", "DgCouncil"), query=""),))


@contextmanager
def site(*, closed: bool) -> Iterator[Emulator]:
    with Emulator(validate_honours_if_match=True).running() as emulator:
        emulator.people.person("Malin Ek")
        emulator.people.person("Per Alm")
        emulator.add_library(LIBRARY)
        if closed:
            emulator.library(LIBRARY).restrict("Malin Ek")
        yield emulator


def undisturbed(schema, **options):
    with site(closed=True) as emulator:
        provision(emulator, schema=schema, **options)
        return standing(emulator), emulator.round_trips()


@pytest.mark.parametrize("kind", ["denied", "reset_after_commit"])
def test_cut_off_after_any_request_it_ends_as_undisturbed(kind):
    """denied: the request that fails is not done; reset_after_commit: it is done, and nobody tells us."""
    wanted, requests = undisturbed(SMALL)
    assert requests > 40
    for cut in range(requests):
        with site(closed=True) as emulator:
            emulator.faults.add(Fault(kind, skip=cut, times=None, batched=False))
            with pytest.raises(errors.DagordningError):
                provision(emulator, schema=SMALL)
            emulator.faults.clear()
            provision(emulator, schema=SMALL)
            assert standing(emulator) == wanted, f"cut off after {cut} requests"
            assert planned(emulator, schema=SMALL).steps == ()


@pytest.mark.parametrize("kind", ["denied", "reset_after_commit"])
def test_the_whole_schema_survives_being_cut_off_anywhere(kind):
    wanted, requests = undisturbed(WHOLE)
    for cut in range(5, requests, 17):
        with site(closed=True) as emulator:
            emulator.faults.add(Fault(kind, skip=cut, times=None, batched=False))
            with pytest.raises(errors.DagordningError):
                provision(emulator)
            emulator.faults.clear()
            provision(emulator)
            assert standing(emulator) == wanted, f"cut off after {cut} requests"


def test_cut_off_again_and_again_it_still_gets_there():
    wanted, _ = undisturbed(SMALL)
    with site(closed=True) as emulator:
        for attempt in range(40):
            emulator.faults.add(Fault("denied", skip=14 + attempt, times=None, batched=False))
            with suppress(errors.DagordningError):
                provision(emulator, schema=SMALL)
            emulator.faults.clear()
        assert planned(emulator, schema=SMALL).steps == ()
        assert standing(emulator) == wanted


def test_lists_only_survives_being_cut_off():
    wanted, requests = undisturbed(SMALL, lists_only=True)
    for cut in range(0, requests, 5):
        with site(closed=True) as emulator:
            emulator.faults.add(Fault("denied", skip=cut, times=None, batched=False))
            with pytest.raises(errors.DagordningError):
                provision(emulator, schema=SMALL, lists_only=True)
            emulator.faults.clear()
            provision(emulator, schema=SMALL, lists_only=True)
            assert standing(emulator) == wanted, f"cut off after {cut} requests"


def test_a_minute_of_throttling_changes_nothing():
    wanted, _ = undisturbed(SMALL)
    with site(closed=True) as emulator:
        emulator.faults.add(Fault("throttled", times=6, retry_after=10, batched=False))
        provision(emulator, schema=SMALL)
        assert standing(emulator) == wanted


def test_a_web_page_instead_of_an_answer_is_told_and_nothing_is_taken_for_done():
    with site(closed=False) as emulator:
        emulator.faults.add(Fault("html", method="POST", path="CreateFieldAsXml", times=None))
        with pytest.raises(errors.NoAccess, match="en webbsida i stället för data"):
            provision(emulator, schema=SMALL)
        emulator.faults.clear()
        provision(emulator, schema=SMALL)
        assert planned(emulator, schema=SMALL).steps == ()
