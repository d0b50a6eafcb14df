"""A file that fewer may read than the lists gives columns and nothing else; when that changes the night's comparison sees it."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from functions.jobs import sweeping
from functions.publishing.lists import FOLLOW_UP
from tests.pipeline.desk import EYES, minutes
from tests.sharepoint.town import LIBRARY, Town, town

TASK = "Remisser: Bo Alm tar fram ett förslag till gemensam remissmall senast 10 april."
PATH = "Slutet/2026-03-05 Mötesanteckning.docx"


@pytest.fixture
def place() -> Iterator[Town]:
    """A site with one file, in a folder that only one person may read."""
    with town() as made:
        library = made.site.library(LIBRARY)
        library.folder("Slutet", by="Malin Ek")
        library.restrict("Malin Ek", path="Slutet")
        library.put(PATH, minutes("2026-03-05", TASK), by="Malin Ek")
        made.settle()
        yield made


def rows(place: Town) -> list[str]:
    return [str(row["Title"]) for row in place.site.list(FOLLOW_UP).rows()]


def compare_everything(place: Town) -> None:
    """The night's comparison, asked for now."""
    site = place.watched()
    site.state.store_notes(sweeping.SWEEPS, {"full": None})
    with patch.object(sweeping, "NIGHT", 0):
        place.run_timer("sweep_libraries")
    place.settle()


def test_a_file_in_a_closed_folder_gives_columns_and_says_why_there_are_no_rows(place: Town) -> None:
    cells = place.site.library(LIBRARY).cells(PATH)
    assert cells["DgCouncil"] == EYES
    assert "kan läsas av färre än listorna" in str(cells["DgReadingReason"])
    assert not any("remissmall" in row for row in rows(place))


def test_opened_again_its_rows_come_at_the_next_comparison_and_closed_they_go(place: Town) -> None:
    library = place.site.library(LIBRARY)
    library.item("Slutet").grants = None
    compare_everything(place)
    assert any("remissmall" in row for row in rows(place))
    library.restrict("Malin Ek", path=PATH)
    compare_everything(place)
    still = [row for row in place.site.list(FOLLOW_UP).rows() if "remissmall" in str(row["Title"]) and row["DgStatus"] not in ("Avförd",)]
    assert still == []
