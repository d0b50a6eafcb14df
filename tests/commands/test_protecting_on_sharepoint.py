"""What is kept of a person and what is taken out for good, on a SharePoint site: log, lists, versions, cells and state, over the emulator."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from functions import errors
from functions.commands import protecting
from functions.model.register import OpenItem
from functions.pipeline import Workplace, register_of, run
from functions.publishing.lists import DECISIONS, FOLLOW_UP
from functions.settings import Settings
from tests.commands.kept_people import LATE, ME, NEXT, OLD
from tests.library.sharepoint_world import Place, place
from tests.pipeline.desk import MAY, command, minutes
from tests.sharepoint.faults import Fault
from tests.state.memory import MemoryState

A, B, C = "Råd/a.docx", "Råd/b.docx", "Råd/c.docx"


@dataclass
class Desk:
    here: Place
    state: MemoryState

    @property
    def place(self) -> Workplace:
        clock = datetime(2026, 5, 10, 9, 0, tzinfo=UTC)
        return Workplace(library=self.here.library, state=self.state, now=MAY, old_files=True, clock=lambda: clock)

    def run(self) -> None:
        self.here.library.begin()
        run(self.place)
        self.here.library.begin()

    def rows(self) -> list[OpenItem]:
        self.here.library.begin()
        return [row for council in self.here.library.councils() for row in register_of(council, self.place).items]

    def row(self, words: str) -> OpenItem:
        (found,) = [row for row in self.rows() if words in row.text]
        return found

    def change(self, name: str, new: str | None) -> None:
        protecting.change_person(self.place, name=name, new=new, by="Malin Ek", settings=ME)

    def purge(self, *, certain: bool = True) -> None:
        protecting.purge(self.place, before="2025-01-01", decision="RS 2026-17", certain=certain, by="Malin Ek", settings=ME)

    def listed(self) -> str:
        """All that stands, or stood, in any cell of any list of ours."""
        lists = [self.here.site.list(spec.title).state for spec in self.here.schema.lists]
        return json.dumps([[item.values, [one.values for one in item.versions]] for state in lists for item in state.items.values()], default=str)

    def cells(self) -> str:
        return json.dumps([self.here.files.cells(path) for path in self.here.files.paths()], default=str, ensure_ascii=False)

    def kept(self) -> str:
        held: list[Any] = [self.state._base, self.state._processed, self.state._parked, self.state._notes]
        return str(held)

    def shown(self, title: str) -> set[str]:
        return {str(row["Title"]) for row in self.here.site.list(title).rows()}


@pytest.fixture
def desk() -> Iterator[Desk]:
    with place(demotion=False) as here:
        for path, data in ((A, OLD), (B, NEXT), (C, LATE)):
            here.files.put(path, data)
        made = Desk(here, MemoryState())
        made.run()
        yield made


@contextmanager
def broken_off(desk: Desk, after: int) -> Iterator[None]:
    """The site refuses everything after so many requests; then another process begins."""
    desk.here.site.faults.clear()
    desk.here.site.faults.add(Fault("denied", times=None, skip=after))
    try:
        with suppress(errors.DagordningError):
            yield
    finally:
        desk.here.site.faults.clear()
        desk.here.restart()


def test_all_that_is_kept_of_a_person_is_shown(desk: Desk) -> None:
    told: list[dict[str, Any]] = []
    protecting.show_person(desk.place, name="Bo Alm", as_json=True, emit=lambda one: told.append(dict(one)))  # type: ignore[call-overload]
    assert {one["what"] for one in told} == {"row", "meeting", "column"}
    assert sum(one["what"] == "row" for one in told) == 2


def test_a_new_name_holds_in_lists_columns_and_every_later_reading(desk: Desk) -> None:
    keys = {row.key: row.status for row in desk.rows()}
    desk.change("Bo Alm", "Bo Ek")
    assert desk.row("lamporna").owners == ("Bo Ek",)
    assert desk.row("lamporna").quotes[0].text == "Bo Alm byter lamporna i mottagningen."
    assert "Bo Ek" in {row["DgOwner"] for row in desk.here.site.list(FOLLOW_UP).rows()}
    assert "Bo Ek" in desk.cells()
    desk.here.files.put(C, minutes("2026-04-16", "Lampor: Bo Alm byter lamporna i mottagningen snart.", coming=("2026-05-28",)))
    desk.run()
    assert desk.row("lamporna").owners == ("Bo Ek",)
    assert {row.key: row.status for row in desk.rows()} == keys


def test_a_name_that_is_taken_out_is_nowhere_not_even_in_earlier_versions(desk: Desk) -> None:
    before = {path: desk.here.files.data(path) for path in (A, B, C)}
    keys = {row.key: row.status for row in desk.rows()}
    desk.here.site.list(FOLLOW_UP).set_row(
        key_field="DgKey", key=desk.row("lamporna").key, values={"DgOwner": "Bo Alm, Cia Dahl", "DgWhy": "Bo Alm"}, by="Malin Ek"
    )
    desk.run()
    desk.here.site.list(FOLLOW_UP).add_row({"Title": "Bo Alm ringer kommunen"}, by="Malin Ek")
    assert "Bo Alm" in desk.listed()
    desk.change("Bo Alm", None)
    assert "Bo Alm" not in desk.listed()
    assert "Bo Alm" not in desk.cells()
    assert "Bo Alm" not in desk.kept()
    assert desk.row("lamporna").owners == ("(borttaget namn)", "Cia Dahl")
    assert {row.key: row.status for row in desk.rows() if row.key in keys} == keys
    desk.here.files.put("Råd/d.docx", minutes("2026-04-20", "Stolar: Bo Alms stolar lagas av Cia Dahl.", coming=("2026-05-28",)))
    desk.run()
    assert "Bo Alm" not in desk.listed() + desk.cells() + desk.kept()
    assert {path: desk.here.files.data(path) for path in (A, B, C)} == before


def test_a_file_that_somebody_holds_is_told_and_done_the_next_time(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.here.files.set_cell(C, "DgChair", "Bo Alm")
    desk.run()
    desk.here.files.lock(C, by="Malin Ek")
    desk.change("Bo Alm", None)
    assert "ställen har namnet kvar" in capsys.readouterr().out
    assert desk.here.files.cell(C, "DgChair") == "Bo Alm"
    desk.here.files.unlock(C)
    desk.change("Bo Alm", None)
    desk.run()
    assert desk.here.files.cell(C, "DgChair") == "(borttaget namn)"
    assert "Bo Alm" not in desk.cells() + desk.kept()


def test_another_process_that_has_read_the_log_does_not_go_on_with_what_it_read(desk: Desk) -> None:
    earlier = desk.here.library
    (council,) = earlier.councils()
    assert "Bo Alm" in str(earlier.events_of(council.key))
    desk.here.restart()
    desk.change("Bo Alm", None)
    earlier.begin()
    assert "Bo Alm" not in str(earlier.events_of(council.key))
    assert earlier.events_of(council.key) == desk.here.library.events_of(council.key)


def test_a_purge_takes_out_what_is_over_and_notes_what_and_why(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    kept = {row.key: (row.text, row.quotes, row.owners) for row in desk.rows() if "rutin" not in row.text}
    capsys.readouterr()
    desk.purge(certain=False)
    assert "1 punkt, 1 beslut, 2 möten; 1 öppen punkt är kvar" in " ".join(capsys.readouterr().out.split())
    assert len(desk.rows()) == len(kept) + 1
    desk.purge()
    assert "papperskorg" in capsys.readouterr().out
    assert {row.key: (row.text, row.quotes, row.owners) for row in desk.rows()} == kept
    assert [title for title in desk.shown(FOLLOW_UP) | desk.shown(DECISIONS) if "rutin" in title or "kamera" in title] == []
    assert "rutin f" not in desk.listed()
    assert "pa en kamera" not in desk.listed()
    assert desk.here.site.recycled == [] or all("rutin" not in str(item.values) for _, item in desk.here.site.recycled if item.id < 0)
    events = [event for council in desk.here.library.councils() for event in desk.here.library.events_of(council.key)]
    (noted,) = [event for event in events if event.data.get("field") == "purged"]
    assert (noted.by, noted.data["value"], noted.data["decision"]) == ("Malin Ek", "2025-01-01", "RS 2026-17")
    assert (noted.data["rows"], noted.data["decisions"], noted.data["meetings"]) == (1, 1, 2)


def test_no_reading_and_no_other_process_undoes_a_purge(desk: Desk) -> None:
    earlier = desk.here.library
    desk.here.restart()
    desk.purge()
    after = {row.key: (row.text, row.status) for row in desk.rows()}
    desk.here.library = earlier
    desk.here.files.put(A, OLD)
    desk.here.files.rename(B, "Råd/b2.docx")
    desk.here.files.put("Råd/ny.docx", minutes("2024-02-05", "Golv: Tove Myr ser över golvet i väntrummet.", coming=()))
    desk.run()
    assert {row.key: (row.text, row.status) for row in desk.rows()} == after
    assert [title for title in desk.shown(FOLLOW_UP) | desk.shown(DECISIONS) if "rutin" in title or "kamera" in title or "golvet" in title] == []


@pytest.mark.parametrize("after", range(1, 40, 4))
def test_a_purge_that_is_cut_off_is_finished_by_the_next_one(desk: Desk, after: int) -> None:
    with broken_off(desk, after):
        desk.purge()
    desk.state.held.clear()
    desk.purge()
    assert "rutin f" not in desk.listed()
    assert {row.text for row in desk.rows()} == {"Cia Dahl beställer nya skyltar till mottagningen i huset.", "Bo Alm byter lamporna i mottagningen."}


@pytest.mark.parametrize("after", range(1, 60, 6))
def test_a_name_whose_removal_is_cut_off_is_gone_after_the_next_one(desk: Desk, after: int) -> None:
    keys = {row.key: row.status for row in desk.rows()}
    with broken_off(desk, after):
        desk.change("Bo Alm", None)
    desk.state.held.clear()
    desk.change("Bo Alm", None)
    assert "Bo Alm" not in desk.listed() + desk.cells() + desk.kept()
    assert {row.key: row.status for row in desk.rows()} == keys


def test_nobody_is_disturbed_while_a_run_works_on_a_council(desk: Desk) -> None:
    (council,) = desk.here.library.councils()
    before = desk.listed()
    with desk.state.lease(f"council:{council.key}"):
        for act in (desk.purge, lambda: desk.change("Bo Alm", None)):
            with pytest.raises(errors.Locked):
                act()
    assert desk.listed() == before


def test_only_administrators_may_take_things_out(desk: Desk) -> None:
    with pytest.raises(errors.NoAccess):
        protecting.purge(desk.place, before="2025-01-01", decision="X", certain=True, by="", settings=Settings(now=date(2026, 5, 10)))
    assert len(desk.rows()) == 3


def test_the_commands_ask_for_what_the_site_needs(tmp_path: Any) -> None:
    for words in (("person", "Bo Alm"), ("purge", "--before", "2020-01-01", "--decision", "1")):
        told = command(*words, cwd=tmp_path, DAGORDNING_SITE="https://exempel.sharepoint.com/sites/a")
        assert (told.returncode, "DAGORDNING_STORAGE" in told.stderr) == (2, True)
