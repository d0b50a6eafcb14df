"""One saved file alone, as Azure's functions process it: few calls, only its own council, and the same end as a whole run, whenever it dies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from functions import errors, keeping_up
from functions.model.library import Change, ChangeKind
from functions.pipeline import draft_for, process, run
from tests.pipeline.desk import EARS, EYES, minutes
from tests.pipeline.table import in_memory

MARCH = minutes("2026-03-05", coming=("2026-04-16", "2026-05-21"))
APRIL = minutes(
    "2026-04-16",
    "Föregående möte: Föregående mötesanteckningar godkänns och läggs till handlingarna.",
    "Kö: Cia Dahl ringer de väntande senast den 7 maj 2026.",
    coming=("2026-05-21",),
)


class Counted:
    """A port that tells which of its calls were made, in order."""

    def __init__(self, port: object, calls: list[str]) -> None:
        self._port, self._calls = port, calls

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._port, name)

        def counted(*values: Any, **named: Any) -> Any:
            self._calls.append(name)
            return found(*values, **named)

        return counted


def test_files_processed_one_by_one_end_as_a_run_over_all(monkeypatch: pytest.MonkeyPatch) -> None:
    alone, whole = in_memory(), in_memory()
    for path, data in (("a.docx", MARCH), ("b.docx", APRIL), ("c.docx", minutes("2026-03-05", council=EARS))):
        alone.save(path, data)
        whole.put(path, data)
    whole.run()
    assert alone.shown() == whole.shown()
    assert alone.cells("a.docx")["DgState"] == "Godkänd på möte"


def test_one_saved_file_is_few_calls_in_the_order_that_saves_round_trips() -> None:
    table = in_memory()
    table.save("a.docx", MARCH)
    table.put("b.docx", APRIL)
    (change,) = table.changes().changes
    calls: list[str] = []
    process(change, replace(table.place, library=Counted(table.library, calls)))  # type: ignore[arg-type]
    made = [call for call in calls if call not in ("columns", "events_of", "councils", "people", "files")]
    counts = Counter(made)
    assert (counts["fetch"], counts["append_events"], counts["project_lists"]) == (1, 1, 1)  # that there is a draft was noted in March
    assert counts["write_columns"] == 2  # its own, and those of the minutes that it approves
    assert counts["rows"] == 0
    wanted = ["fetch", "append_events", "write_columns", "project_lists", "put_draft"]
    assert [call for call in dict.fromkeys(made) if call in wanted] == wanted


def test_a_file_that_did_not_change_costs_no_fetch_and_no_write() -> None:
    table = in_memory()
    table.save("a.docx", MARCH)
    calls: list[str] = []
    version = table.library.changes(None).changes[0].version
    place = replace(table.place, library=Counted(table.library, calls))  # type: ignore[arg-type]
    (outcome,) = process(Change(ChangeKind.CHANGED, table.file("a.docx"), version), place)
    assert outcome.status == "unchanged"
    assert not {"fetch", "append_events", "write_columns", "project_lists", "rows", "put_draft"} & set(calls)


def test_only_its_own_council_is_touched() -> None:
    table = in_memory()
    table.save("a.docx", MARCH)
    table.save("c.docx", minutes("2026-03-05", council=EARS))
    before = {row.key: row.etag for name in ("Uppföljning", "Rådens möten") for row in table.listed(name) if row.values["Råd"] == EARS}
    table.save("b.docx", APRIL)
    assert {row.key: row.etag for name in ("Uppföljning", "Rådens möten") for row in table.listed(name) if row.values["Råd"] == EARS} == before


def test_a_draft_is_laid_when_it_is_due() -> None:
    table = in_memory()
    table.save("b.docx", APRIL)
    assert table.library.draft("Förslag till dagordning/2026-05-21 Förslag till dagordning Samordningsråd ögonsjukvård.docx") is not None


def test_another_council_can_be_worked_on_and_the_same_one_not() -> None:
    table = in_memory()
    table.save("a.docx", MARCH)
    table.put("b.docx", APRIL)
    (change,) = table.changes().changes
    with table.state.lease("council:samordningsråd-öronsjukvård"), table.state.lease("library"):
        with table.state.lease("council:samordningsråd-ögonsjukvård"), pytest.raises(errors.Locked):
            process(change, table.place)
        assert "Väntar" not in str(table.shown())
        process(change, table.place)
    assert table.cells("b.docx")["DgReading"] == "Inläst"


def test_a_file_that_moves_to_another_council_leaves_its_rows_closed_there() -> None:
    table = in_memory()
    table.save("a.docx", minutes())
    table.save("a.docx", minutes(council=EARS))
    assert {row.values["Råd"]: row.values["Status"] for row in table.listed()} == {EARS: "Öppen", EYES: "Avförd"}


def test_a_deleted_file_is_taken_out_and_what_it_told_stays() -> None:
    table = in_memory()
    table.save("a.docx", minutes())
    assert table.awkward is not None
    table.awkward.delete("a.docx")
    (outcome,) = process(table.changes().changes[0], table.place)
    assert outcome.status == "deleted"
    assert table.row("Bo Alm skriver").values["Status"] == "Öppen"
    assert table.row("Bo Alm skriver").values["Källa"] is None


def test_a_persons_word_in_the_state_cell_counts_though_nobody_used_a_command() -> None:
    table = in_memory()
    table.save("a.docx", minutes())
    table.set_cell(table.file("a.docx"), "DgState", "Pågår")
    table.again("a.docx")
    assert (table.registers()[0].items, table.cells("a.docx")["DgState"]) == ((), "Pågår")
    assert [(event.data["field"], event.data["value"]) for event in table.said()] == [("state", "ongoing")]
    table.again("a.docx")
    assert len(table.said()) == 1
    table.set_cell(table.file("a.docx"), "DgReread", True)
    table.again("a.docx")
    assert (table.cells("a.docx")["DgState"], len(table.registers()[0].items)) == ("Klar", 1)


def test_a_persons_choice_of_the_governing_file_in_its_cell_counts() -> None:
    table = in_memory()
    table.save("a v1.docx", minutes())
    table.save("a v2.docx", minutes("2026-03-05", "Kö: Cia Dahl ringer de väntande."))
    assert table.cells("a v1.docx")["DgGoverning"] is False
    table.set_cell(table.file("a v1.docx"), "DgGoverning", True)
    table.again("a v1.docx")
    assert [item.text for item in table.registers()[0].items] == [table.point("rutin").text]
    assert table.cells("a v2.docx")["DgGoverning"] is False


WRITES = (
    "append_events",
    "put_council",
    "write_columns",
    "project_lists",
    "put_draft",
    "store_base_values",
    "store_processed",
    "store_notes",
    "unpark",
)


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize("when", range(1, 5))
@pytest.mark.parametrize("after", [False, True])
def test_dying_at_any_write_and_being_told_again_ends_as_undisturbed(monkeypatch: pytest.MonkeyPatch, write: str, when: int, after: bool) -> None:
    torn, calm = in_memory(), in_memory()
    for table in (torn, calm):
        table.save("a.docx", MARCH)
    calm.save("b.docx", APRIL)
    torn.put("b.docx", APRIL)
    (change,) = torn.changes().changes
    with monkeypatch.context() as patch:
        dies = _die(patch, torn.library if hasattr(torn.library, write) else torn.state, write, when=when, after=after)
        try:
            process(change, torn.place)
        except KeyboardInterrupt:
            dies()
    process(change, torn.place)
    assert torn.shown() == calm.shown()
    drafts = [
        table.library.draft("Förslag till dagordning/2026-05-21 Förslag till dagordning Samordningsråd ögonsjukvård.docx") for table in (torn, calm)
    ]
    assert drafts[0] is not None
    assert drafts[1] is not None
    assert drafts[0].sha256 == drafts[1].sha256
    assert [event.id for event in torn.library.events_of("samordningsråd-ögonsjukvård")] == [
        event.id for event in calm.library.events_of("samordningsråd-ögonsjukvård")
    ]


def _die(patch: pytest.MonkeyPatch, port: object, write: str, *, when: int, after: bool) -> Callable[[], None]:
    whole, made = getattr(port, write), [0]

    def dying(*values: object, **named: object) -> object:
        made[0] += 1
        if made[0] == when and not after:
            raise KeyboardInterrupt
        told = whole(*values, **named)
        if made[0] == when:
            raise KeyboardInterrupt
        return told

    patch.setattr(port, write, dying)
    return lambda: None


def test_a_fault_in_one_council_stops_no_other_and_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    table, calm = in_memory(), in_memory()
    for one in (table, calm):
        one.put("a.docx", minutes())
        one.put("c.docx", minutes("2026-03-05", council=EARS))
    whole = keeping_up.list_rows

    def faulty(register: Any, **named: Any) -> Any:
        if register.name == EYES:
            raise ZeroDivisionError
        return whole(register, **named)

    with monkeypatch.context() as patch:
        patch.setattr(keeping_up, "list_rows", faulty)
        report = run(table.place)
    assert {outcome.status for outcome in report.outcomes} == {"read"}
    assert {row.values["Råd"] for row in table.listed()} == {EARS}
    (parked,) = table.state.parked()
    assert (parked.file, parked.code, "ZeroDivisionError" in parked.reason) == ("council:samordningsråd-ögonsjukvård", "unexpected", True)
    run(table.place)
    run(calm.place)
    assert table.state.parked() == ()
    assert table.shown() == calm.shown()


def test_a_councils_draft_can_be_asked_for_alone() -> None:
    table = in_memory()
    table.save("b.docx", APRIL)
    laid = draft_for("samordningsråd-ögonsjukvård", table.place)
    assert laid is not None
    assert laid.outcome == "unchanged"
    assert draft_for("okänt-råd", table.place) is None


def test_no_draft_is_made_before_its_time() -> None:
    table = in_memory()
    table.put("b.docx", APRIL)
    early = table.on("2026-04-20")
    early.run()
    assert draft_for("samordningsråd-ögonsjukvård", early.place) is None


def test_minutes_become_final_by_the_day_alone_when_their_council_is_looked_at() -> None:
    table = in_memory()
    table.save("b.docx", minutes("2026-05-09", "Kö: Cia Dahl ringer de väntande."))
    assert table.cells("b.docx")["DgState"] == "Pågår"
    later = table.on("2026-05-20")
    draft_for("samordningsråd-ögonsjukvård", later.place)
    assert (table.cells("b.docx")["DgState"], table.cells("b.docx")["DgActions"]) == ("Klar", 1)
    assert table.row("väntande").values["Status"] == "Öppen"
