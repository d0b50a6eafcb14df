"""The SharePoint adapter keeps the library's contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.library.contract import LibraryContract, World
from tests.library.sharepoint_world import contract_schema, contract_world, place
from tests.sharepoint.emulator import Emulator


class TestSharePointLibrary(LibraryContract):
    @pytest.fixture
    def world(self) -> Iterator[World]:
        with place(contract_schema()) as here:
            yield contract_world(here)
            assert not [one for one in here.site.refused if one.status in (400, 405, 500) and one.code not in (-2130575169, -2130575257)]


class TestSharePointLibraryWithoutVersions(LibraryContract):
    @pytest.fixture
    def world(self) -> Iterator[World]:
        with place(contract_schema(), emulator=Emulator(validate_honours_if_match=True), versionless=True) as here:
            yield contract_world(here)


class TestAFolderOfALibraryInAnUnreadableState(LibraryContract):
    @pytest.fixture
    def world(self) -> Iterator[World]:
        lost: Callable[[str], str] = lambda cursor: cursor[: len(cursor) // 2]  # noqa: E731
        with place(contract_schema(), demotion=False) as here:
            yield replace(contract_world(here), lost_cursor=lost)
