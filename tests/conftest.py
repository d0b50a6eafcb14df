"""What all tests share: property tests try the same examples every time, so that no test is red by chance; `make soak` tries new ones."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import settings

from functions import workplace
from tests.azurite import azurite
from tests.readings import interpret_once

__all__ = ["azurite"]

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("soak", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

_LONG = {"test_faults_crash", "test_killed_run", "test_faults_answers", "test_tiers", "test_drafts"}
"""Files that take minutes, begun first, so that no worker is left alone with one."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mix the files, so that those that wait for something run beside those that compute; the tests of one keep their order."""
    items.sort(key=lambda item: (item.path.stem not in _LONG, zlib.crc32(str(item.path.relative_to(item.config.rootpath)).encode())))


@pytest.fixture(autouse=True, scope="session")
def _minutes_are_interpreted_once() -> Iterator[None]:
    """Hundreds of tests put the same few minutes before the program, again and again; reading itself is tested on `interpret`."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(workplace, "interpret", interpret_once)
        yield


@pytest.fixture
def storage(azurite: str) -> str:
    """The connection string of an empty storage account."""
    from tests.storage import empty

    empty(azurite)
    return azurite
