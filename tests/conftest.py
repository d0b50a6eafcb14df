"""What all tests share: property tests try the same examples every time, so that no test is red by chance; `make soak` tries new ones."""

from __future__ import annotations

import os
import zlib

import pytest
from hypothesis import settings

from tests.azurite import azurite

__all__ = ["azurite"]

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("soak", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

_LONG = {"test_faults_crash", "test_killed_run", "test_faults_answers", "test_tiers", "test_drafts"}
"""Files that take minutes, begun first, so that no worker is left alone with one."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mix the files, so that those that wait for something run beside those that compute; the tests of one keep their order."""
    items.sort(key=lambda item: (item.path.stem not in _LONG, zlib.crc32(str(item.path.relative_to(item.config.rootpath)).encode())))


@pytest.fixture
def storage(azurite: str) -> str:
    """The connection string of an empty storage account."""
    from tests.storage import empty

    empty(azurite)
    return azurite
