"""What people do beside a file that is read meanwhile, over SharePoint's own change log: nothing of it is taken for our echo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from functions.jobs.office import Office, pending_files
from functions.jobs.processing import process_file
from functions.jobs.reading_changes import read_changes
from functions.workplace import Workplace
from tests.jobs.office import START, Letters
from tests.library.sharepoint_world import Place, place
from tests.pipeline.desk import minutes
from tests.state.memory import MemoryState

FIRST, OTHER, THIRD = "Råd/2026-03-05.docx", "Råd/2026-04-16.docx", "Råd/2026-05-07.docx"


@dataclass
class Desk:
    """The jobs over the emulator; what they leave word for is done by hand."""

    here: Place
    state: MemoryState
    now: datetime = START

    @property
    def office(self) -> Office:
        here = Workplace(library=self.here.library, state=self.state, now=self.now.date(), settle_days=3)
        return Office(here, self.here.library, Letters(lambda: self.now), lambda: self.now, quiet=0.0)

    def look(self) -> None:
        read_changes(self.office)

    def id_of(self, path: str) -> str:
        return next(file.id for file in self.here.library.files() if file.path == path)

    def work(self, *paths: str) -> list[str]:
        """Process these files, then all that wait."""
        files = [self.id_of(path) for path in paths]
        return [process_file(self.office, file) for file in [*files, *(one for one in pending_files(self.office) if one not in files)]]

    def settle(self) -> None:
        for _ in range(4):
            self.look()
            self.work()


@pytest.fixture
def desk() -> Iterator[Desk]:
    with place(demotion=False) as here:
        here.files.put(FIRST, minutes("2026-03-05", "Remisser: Bo Alm tar fram ett förslag."))
        here.files.put(OTHER, minutes("2026-04-16", "Bussen: Cia Dahl ringer kommunerna."))
        made = Desk(here, MemoryState())
        made.settle()
        assert pending_files(made.office) == {}
        yield made


def days(desk: Desk) -> set[str | None]:
    """The dates of the meetings that the council's log tells of."""
    (council,) = desk.here.library.councils()
    return {event.meeting for event in desk.here.library.events_of(council.key)}


def test_a_persons_cell_is_taken_in_also_when_another_file_is_read_first(desk: Desk) -> None:
    desk.here.files.put(FIRST, minutes("2026-03-05", "Remisser: Bo Alm tar fram två förslag."))
    desk.here.files.set_cell(OTHER, "DgMeetingDate", "2026-04-17")
    desk.look()
    desk.work(FIRST)
    assert "2026-04-17" in days(desk)


def test_a_persons_cell_is_taken_in_also_when_a_row_was_touched(desk: Desk) -> None:
    desk.here.site.list("Uppföljning").add_row({"Title": "En egen rad"}, by="Malin Ek")
    desk.here.files.set_cell(OTHER, "DgMeetingDate", "2026-04-17")
    desk.look()
    desk.work()
    assert "2026-04-17" in days(desk)


def test_an_older_value_of_ours_that_a_person_chose_stays_also_when_another_file_is_read_first(desk: Desk) -> None:
    desk.here.files.put(OTHER, minutes("2026-04-16", "Bussen: Cia Dahl ringer kommunerna.", "Mer: Bo Alm skriver till regionen."))
    desk.settle()
    assert desk.here.files.cell(OTHER, "DgOpenItems") == 2
    desk.here.files.set_cell(OTHER, "DgOpenItems", 1)
    desk.here.files.put(FIRST, minutes("2026-03-05", "Remisser: Bo Alm tar fram två förslag."))
    desk.look()
    desk.work(FIRST)
    desk.here.files.put(OTHER, minutes("2026-04-16", "Bussen: Cia Dahl ringer till kommunerna.", "Mer: Bo Alm skriver till regionen."))
    desk.settle()
    assert desk.here.files.cell(OTHER, "DgOpenItems") == 1


def test_a_file_that_waited_for_its_columns_and_is_deleted_is_taken_out(desk: Desk) -> None:
    desk.here.files.put(THIRD, minutes("2026-05-07", "Skylt: Bo Alm beställer en skylt."))
    desk.here.files.lock(THIRD, by="Malin Ek")
    desk.look()
    assert desk.work() == ["waiting"]
    third = desk.id_of(THIRD)
    desk.here.files.unlock(THIRD)
    desk.here.files.delete(THIRD)
    desk.here.files.put(FIRST, minutes("2026-03-05", "Remisser: Bo Alm tar fram två förslag."))
    desk.now += timedelta(hours=2)
    desk.look()
    desk.work(FIRST)
    assert desk.state.processed(third) is None
    assert desk.state.parked() == ()


def test_our_own_writing_leaves_nothing_to_process(desk: Desk) -> None:
    for path, day in ((FIRST, "2026-03-05"), (OTHER, "2026-04-16")):
        desk.here.files.put(path, minutes(day, "Läget: Bo Alm ringer Region Väst."))
    desk.look()
    desk.work()
    desk.look()
    assert pending_files(desk.office) == {}
