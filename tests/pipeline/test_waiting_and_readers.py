"""A file that is open in Word, one that is signed, one that fewer may read than the lists, and a library in which nothing is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from functions import errors
from functions.model.library import Change, ChangeKind, LibraryFile
from functions.pipeline import process, run
from functions.publishing.closing import NOT_SHOWN
from functions.publishing.lists import DECISIONS, FOLLOW_UP, MEETINGS
from functions.publishing.questions import question_of, shared_of
from functions.telling import FEWER_READERS
from tests.pipeline.desk import EARS, minutes
from tests.pipeline.table import TUESDAY, Table, filled, in_memory
from tests.pipeline.test_persons_word import BY_BO, TWO_BOS

DAY = "samordningsråd-ögonsjukvård/2026-03-05"
DECIDING = "Fotografering: Rådet beslutar att införa rutinen för ögonbottenfotografering.\nBo Alm skriver en rutin för ögonbottenfotografering."


@pytest.fixture
def table() -> Table:
    return in_memory()


def hold(table: Table, path: str) -> None:
    """Somebody opens the file in Word."""
    assert table.awkward is not None
    table.awkward.locked.add(_id(table, path))


def let_go(table: Table) -> None:
    assert table.awkward is not None
    table.awkward.locked.clear()


def _id(table: Table, path: str) -> str:
    return table.file(path).id


def _meeting(table: Table, key: str = DAY) -> dict[str, object]:
    return dict(next(row.values for row in table.listed(MEETINGS) if row.key == key))


# open in Word


@pytest.mark.parametrize("way", ["process", "run"])
def test_the_facts_of_a_file_that_is_open_reach_the_lists_at_once_and_its_meetings_row_says_that_it_waits(table: Table, way: str) -> None:
    table.put("a.docx", minutes())
    hold(table, "a.docx")
    (outcome,) = process(table.changes().changes[0], table.place) if way == "process" else table.run().outcomes
    assert outcome.status == "waiting"
    assert table.row("Bo Alm skriver").values["Status"] == "Öppen"
    assert _meeting(table)["Inläsning"] == "Väntar"
    assert _meeting(table)["Varför"] == "Väntar: filen är öppen i Word sedan tis 14.10. Uppgifterna fylls i när den stängs."
    assert table.cells("a.docx") == {}
    (parked,) = table.state.parked()
    assert (parked.code, parked.reason) == ("waiting", _meeting(table)["Varför"])


@pytest.mark.parametrize("way", ["process", "run"])
def test_when_it_is_closed_the_columns_are_filled_in(table: Table, way: str) -> None:
    calm = in_memory()
    calm.save("a.docx", minutes())
    table.put("a.docx", minutes())
    hold(table, "a.docx")
    table.changes()
    table.again("a.docx")
    table.place = replace(table.place, clock=lambda: TUESDAY + timedelta(hours=3))
    table.again("a.docx")
    assert "tis 14.10" in str(_meeting(table)["Varför"])
    let_go(table)
    outcome = table.again("a.docx")[0] if way == "process" else table.run().outcomes[0]
    assert outcome.status == "read"
    assert (_meeting(table)["Inläsning"], _meeting(table)["Varför"], table.state.parked()) == ("Inläst", None, ())
    assert table.shown() == calm.shown()
    hold(table, "a.docx")
    table.place = replace(table.place, clock=lambda: TUESDAY + timedelta(days=20))
    table.put("a.docx", minutes("2026-03-05", "Kö: Cia Dahl ringer."))
    table.run()
    assert "sedan mån 14.10" in str(_meeting(table)["Varför"])


def test_a_file_open_for_long_tells_the_day(table: Table) -> None:
    table.put("a.docx", minutes())
    hold(table, "a.docx")
    table.run()
    table.place = replace(table.place, clock=lambda: TUESDAY + timedelta(days=9))
    table.run()
    assert "sedan 12 maj." in str(_meeting(table)["Varför"])


def test_a_file_without_a_day_that_is_open_says_so_in_a_row_of_its_own(table: Table) -> None:
    table.put("a.docx", minutes(None))
    hold(table, "a.docx")
    table.run()
    (row,) = table.listed(MEETINGS)
    assert (row.values["Källa"], row.values["Inläsning"]) == ("a.docx", "Väntar")
    let_go(table)
    table.run()
    (row,) = table.listed(MEETINGS)
    assert (row.values["Inläsning"], row.values["Varför"]) == ("Inläst", None)


def test_another_file_that_is_open_when_the_register_changes_is_told_when_it_closes(table: Table) -> None:
    table.save("a.docx", minutes(coming=()))
    hold(table, "a.docx")
    first, other = table.save("b.docx", minutes("2026-04-16", "Kö: Kön diskuteras.", coming=("2026-06-04",)))
    assert (first.status, other.status, other.file.path) == ("read", "waiting", "a.docx")
    assert table.row("Bo Alm skriver").values["Följt med i antal möten"] == 1
    let_go(table)
    table.again("a.docx")
    table.run()
    calm = in_memory()
    calm.save("a.docx", minutes(coming=()))
    calm.save("b.docx", minutes("2026-04-16", "Kö: Kön diskuteras.", coming=("2026-06-04",)))
    calm.run()
    assert table.shown() == calm.shown()


def test_a_file_that_changes_council_while_it_is_open_leaves_nothing_behind(table: Table) -> None:
    table.put("a.docx", minutes())
    hold(table, "a.docx")
    table.run()
    table.put("a.docx", minutes(council=EARS))
    table.run()
    let_go(table)
    table.run()
    assert {row.values["Råd"]: row.values["Status"] for row in table.listed()} == {EARS: "Öppen", "Samordningsråd ögonsjukvård": "Avförd"}


def test_a_service_that_does_not_answer_is_no_file_that_is_open(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*values: object, **named: object) -> object:
        raise errors.Unavailable("SharePoint svarar inte.")

    table.put("a.docx", minutes())
    with monkeypatch.context() as patch:
        patch.setattr(table.library, "write_columns", busy)
        with pytest.raises(errors.Unavailable):
            process(table.changes().changes[0], table.place)
    assert table.state.parked() == ()
    table.again("a.docx")
    calm = in_memory()
    calm.save("a.docx", minutes())
    assert table.shown() == calm.shown()


# lists only


def _told_in_row() -> set[str]:
    return {"Läge", "Öppna punkter", "Nästa möte", "Deltagare", "Ordförande", "Sekreterare", "Började", "Slutade", "Beslut", "Åtgärder", "Inläsning"}


def test_with_lists_only_no_column_is_written_and_the_meetings_row_has_all_facts(table: Table) -> None:
    beside = in_memory()
    beside.save("a.docx", minutes("2026-03-05", DECIDING))
    table.place = replace(table.place, lists_only=True)
    table.save("a.docx", minutes("2026-03-05", DECIDING))
    assert table.cells("a.docx") == {}
    row, cells = _meeting(table), beside.cells("a.docx")
    from functions.publishing.schema import LISTED_AS

    in_row = {name: title for name, title in LISTED_AS.items() if name != "DgCouncil"}
    assert {title: row[title] for name, title in in_row.items() if name in cells} == {
        title: cells[name] for name, title in in_row.items() if name in cells
    }
    assert _told_in_row() <= {title for title, value in row.items() if value is not None}


def test_with_lists_only_the_row_follows_the_register(table: Table) -> None:
    table.place = replace(table.place, lists_only=True)
    table.save("a.docx", minutes())
    assert _meeting(table)["Öppna punkter"] == 1
    table.change("Bo Alm skriver", {"Status": "Klar"})
    table.hear()
    assert _meeting(table)["Öppna punkter"] == 0
    table.run()
    assert (_meeting(table)["Öppna punkter"], _meeting(table)["Deltagare"] is not None, table.cells("a.docx")) == (0, True, {})


def test_with_lists_only_what_cannot_be_read_or_has_no_day_is_shown_in_a_row(table: Table) -> None:
    table.place = replace(table.place, lists_only=True)
    table.save("trasig.docx", minutes()[:900])
    table.save("utan dag.docx", minutes(None))
    told = {row.values["Källa"]: row.values["Inläsning"] for row in table.listed(MEETINGS)}
    assert told == {"trasig.docx": "Kunde inte läsas", "utan dag.docx": "Att kontrollera"}
    assert table.row("trasig.docx", MEETINGS).values["Varför"]
    question = next(row for row in table.listed() if question_of(row.key))
    table.set_row(FOLLOW_UP, question.key, {"Svar": "2026-03-05"})
    table.hear()
    assert (_meeting(table)["Datum"], _meeting(table)["Inläsning"]) == ("2026-03-05", "Inläst")
    assert table.cells("utan dag.docx") == {}


def test_with_lists_only_a_person_corrects_the_day_in_the_row(table: Table) -> None:
    table.place = replace(table.place, lists_only=True)
    table.save("a.docx", minutes())
    table.set_row(MEETINGS, DAY, {"Datum": "2026-03-06"})
    table.hear()
    table.save("a.docx", minutes("2026-03-05", "Kö: Cia Dahl ringer."))
    assert (_meeting(table)["Datum"], table.cells("a.docx")) == ("2026-03-06", {})


def test_a_signed_file_is_treated_so_by_itself_and_others_are_not(table: Table) -> None:
    assert table.awkward is not None
    table.put("a.docx", minutes())
    table.awkward.signed.add(_id(table, "a.docx"))
    table.run()
    table.save("b.docx", minutes("2026-04-16", "Kö: Kön diskuteras."))
    assert (table.cells("a.docx"), table.cells("b.docx")["DgReading"]) == ({}, "Inläst")
    assert (_meeting(table)["Deltagare"] is not None, _meeting(table)["Nästa möte"]) == (True, "2026-04-16")
    table.run()
    assert table.cells("a.docx") == {}


# fewer readers


def restrict(table: Table, path: str) -> LibraryFile:
    assert table.awkward is not None
    file = table.file(path)
    table.awkward.restricted.add(file.id)
    return file


def _everything(table: Table) -> str:
    return str([row.values for name in (FOLLOW_UP, DECISIONS, MEETINGS) for row in table.listed(name)])


@pytest.mark.parametrize("way", ["process", "run"])
def test_a_file_that_fewer_may_read_than_the_lists_gives_columns_only_and_says_so(table: Table, way: str) -> None:
    table.put("a.docx", minutes("2026-03-05", BY_BO, DECIDING, roster=TWO_BOS))
    restrict(table, "a.docx")
    _ = process(table.changes().changes[0], table.place) if way == "process" else table.run()
    assert (table.cells("a.docx")["DgMeetingDate"], table.cells("a.docx")["DgReadingReason"]) == ("2026-03-05", FEWER_READERS)
    assert _everything(table) == "[]"
    assert (table.library.councils(), table.said()) == ((), [])
    table.run()
    assert _everything(table) == "[]"


def test_it_leaves_no_line_in_a_draft_and_no_question_on_the_sheet(table: Table) -> None:
    table.put("a.docx", minutes("2026-03-05", "Kö: Cia Dahl ringer de väntande.", coming=("2026-05-21",)))
    table.put("b.docx", minutes("2026-04-16", BY_BO, roster=TWO_BOS, coming=("2026-05-21",)))
    restrict(table, "b.docx")
    (laid,) = table.run().drafts
    from tests.pipeline.desk import text_of

    for path in (laid.agenda.file, laid.sheet or ""):
        stored = table.library.draft(path)
        assert stored is not None
        assert "ögonbottenfotografering" not in text_of(stored.data)
        assert "Vem är Bo" not in text_of(stored.data)


@pytest.mark.parametrize("how", ["gap", "told", "saved"])
def test_when_a_file_becomes_restricted_its_words_are_taken_out_of_the_lists(table: Table, how: str) -> None:
    table.save("a.docx", minutes("2026-03-05", BY_BO, DECIDING, roster=TWO_BOS))
    table.change("Bo Alm skriver", {"Ansvarig": "Cia Dahl"})
    table.hear()
    assert "ögonbottenfotografering" in _everything(table)
    file = restrict(table, "a.docx")
    if how == "gap":
        table.run()
        assert table.awkward is not None
        table.awkward.age_cursors()
        table.run()
    elif how == "told":
        version = next(change.version for change in table.library.changes(None).changes)
        process(Change(ChangeKind.CHANGED, file, version, restricted=True), table.place)
    else:
        table.save("a.docx", minutes("2026-03-05", BY_BO, DECIDING, "Kö: Kön.", roster=TWO_BOS))
    for _ in range(2):
        shown = _everything(table)
        for word in ("ögonbottenfotografering", "Bo Alm", "Cia Dahl", "Vem är Bo", "Sal Linden", "a.docx"):
            assert word not in shown
        assert {row.values["Punkt"] for row in table.listed()} == {NOT_SHOWN}
        table.run()
    assert table.cells("a.docx")["DgReadingReason"] == FEWER_READERS


def test_when_everybody_may_read_it_again_its_rows_come_back_with_peoples_words(table: Table) -> None:
    table.save("a.docx", minutes("2026-03-05", DECIDING))
    table.change("Bo Alm skriver", {"Ansvarig": "Cia Dahl"})
    table.hear()
    before = {name: [(row.key, filled(row)) for row in table.listed(name)] for name in (FOLLOW_UP, DECISIONS, MEETINGS)}
    file = restrict(table, "a.docx")
    version = next(change.version for change in table.library.changes(None).changes)
    process(Change(ChangeKind.CHANGED, file, version, restricted=True), table.place)
    assert table.awkward is not None
    table.awkward.restricted.clear()
    process(Change(ChangeKind.CHANGED, file, version, restricted=False), table.place)
    assert {name: [(row.key, filled(row)) for row in table.listed(name)] for name in (FOLLOW_UP, DECISIONS, MEETINGS)} == before
    assert table.cells("a.docx").get("DgReadingReason") is None


def test_a_run_alone_finds_nothing_to_do_about_readers(table: Table) -> None:
    table.save("a.docx", minutes())
    before = table.shown()
    run(table.place)
    assert table.shown() == before


def test_a_question_that_other_files_ask_too_stays_without_the_words_of_the_one_that_fewer_may_read(table: Table) -> None:
    table.save("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    table.save("b.docx", minutes("2026-04-16", "Kö: Bo ringer de väntande senast den 7 maj 2026.", roster=TWO_BOS))
    _process_restricted(table, "b.docx")
    for _ in range(2):
        (asked,) = [row for row in table.listed() if shared_of(row.key)]
        assert (asked.values["Punkt"], asked.values["Källa"], asked.values["Öppen"]) == ("Vem är Bo?", "a.docx", True)
        assert "väntande" not in str(asked.values)
        table.run()
    _process_restricted(table, "a.docx")
    assert {row.values["Punkt"] for row in table.listed()} == {NOT_SHOWN}


def _process_restricted(table: Table, path: str) -> None:
    file = restrict(table, path)
    version = next(change.version for change in table.library.changes(None).changes if change.file is not None and change.file.path == path)
    process(Change(ChangeKind.CHANGED, file, version, restricted=True), table.place)
