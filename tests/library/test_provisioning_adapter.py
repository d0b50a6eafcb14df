"""The adapter works on a site as provisioning leaves it: every list, column and folder that it asks for is there and takes what we write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from functions.library.sharepoint import SharePointLibrary
from functions.model.events import Event, EventType
from functions.model.library import Council, WriteResult
from functions.model.minutes import DateMention, Quote
from functions.model.register import Meeting, OpenItem, Origin, Register, RowKind, RowStatus
from functions.publishing.columns import COLUMNS
from functions.publishing.lists import FOLLOW_UP, MEETINGS, list_rows
from functions.publishing.schema import site_schema
from tests.library.provisioned import LIBRARY, connect, planned, provision
from tests.library.sharepoint_world import Notes
from tests.sharepoint.emulator import Emulator

ORIGIN = Origin("2026-03-02", "4 Ekar", "2026/1.docx")
ITEM = OpenItem(
    "k1",
    "träd",
    RowKind.ACTION,
    "Asta mäter ekarna. " * 20,
    ("Asta Ek",),
    DateMention("2026-04-01", "före april", "day"),
    RowStatus.SEEMS_DONE,
    ORIGIN,
    3,
    1,
    (Quote("b1", 0, 18, "Asta mäter ekarna."),),
)
HELD = Meeting("träd", "2026-03-02", "09:00", "11:00", "Eken", True, "Obs", held=True, state="final", file="2026/1.docx")
REGISTER = Register("träd", "Trädrådet", (ITEM,), (HELD, Meeting("träd", "2026-04-27", moved_from="2026-04-20")))
VALUES = {"text": "Trädrådet", "note": "rad 1\nrad 2", "date": "2026-03-02", "number": 4, "yes_no": True}


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator().running() as site:
        site.people.person("Malin Ek")
        site.add_library(LIBRARY)
        provision(site)
        yield site


def adapter(emulator: Emulator) -> SharePointLibrary:
    return SharePointLibrary(connect(emulator), title=LIBRARY, schema=site_schema(), memory=Notes(), clock=emulator.clock.now)


def test_every_column_of_a_file_takes_its_value(emulator):
    emulator.library(LIBRARY).put("2026/1.docx", b"no word file")
    library = adapter(emulator)
    library.changes(None)
    (file,) = library.files()
    wanted = {column.name: column.choices[0] if column.choices else VALUES[column.type] for column in COLUMNS if column.name != "DgFileId"}
    assert library.write_columns(file, wanted, etag=library.columns(file).etag) is WriteResult.WRITTEN
    told = adapter(emulator)
    told.changes(None)
    (again,) = told.files()
    assert {name: value for name, value in told.columns(again).values.items() if name in wanted} == wanted


def test_the_rows_of_a_register_come_back_as_they_were_written(emulator):
    library = adapter(emulator)
    rows = list_rows(REGISTER)
    library.project_lists(rows)
    (row,) = adapter(emulator).rows(FOLLOW_UP)
    written = rows[FOLLOW_UP][0].values
    assert {title: row.values.get(title) for title in written if title != "Punkt"} == {t: v for t, v in written.items() if t != "Punkt"}
    assert str(row.values["Punkt"]).startswith("Asta mäter ekarna.")
    assert len(str(row.values["Punkt"])) <= 255
    assert [one.values["Datum"] for one in adapter(emulator).rows(MEETINGS)] == ["2026-03-02", "2026-04-27"]
    assert library.project_lists(rows) == 0


def test_events_and_councils_find_their_lists(emulator):
    library = adapter(emulator)
    event = Event("e1", "träd", EventType.READ, at="2026-03-02T09:00:00+00:00", file="2026/1.docx", meeting="2026-03-02", by="program")
    assert (library.append_events([event]), library.append_events([event])) == (1, 0)
    assert [one.id for one in adapter(emulator).events_of("träd")] == ["e1"]
    council = Council("träd", ("Trädrådet", "Trädgruppen"), folder="Träd", start_date="2026-01-01", aliases={"Asta": "Asta Ek"})
    library.put_council(council)
    assert adapter(emulator).councils() == (council,)
    emulator.list("Namn och initialer").add_row({"Title": "Asta Ek", "DgInitials": "AE", "DgCouncil": "Trädrådet"})
    assert adapter(emulator).people("träd")["AE"] == "Asta Ek"


def test_a_draft_finds_its_folder(emulator):
    library = adapter(emulator)
    path = f"Förslag till dagordning/{date(2026, 4, 27)} Förslag till dagordning Trädrådet.docx"
    assert library.put_draft(path, b"PK draft", expected=None) is WriteResult.WRITTEN
    assert library.templates() == ()


def test_work_leaves_nothing_to_provision(emulator):
    library = adapter(emulator)
    library.project_lists(list_rows(REGISTER))
    assert planned(emulator).steps == ()
