"""What all tests share: property tests try the same examples every time, so that no test is red by chance; `make soak` tries new ones."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from tests.azurite import azurite

__all__ = ["azurite"]

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("soak", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture
def storage(azurite: str) -> str:
    """The connection string of an empty storage account."""
    from tests.storage import empty

    empty(azurite)
    return azurite
