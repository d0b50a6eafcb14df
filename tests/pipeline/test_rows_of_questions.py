"""Each open question is a row in Uppföljning; a person's answer there is the same as `dagordning answer`, and the row closes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from functions import errors
from functions.model.events import EventType
from functions.model.library import Changes, ListRow
from functions.pipeline import take_rows
from functions.publishing.lists import FOLLOW_UP
from functions.publishing.questions import question_of, shared_of
from tests.pipeline.desk import EARS, EYES, Desk, minutes
from tests.pipeline.table import WHO, Table, at_table, in_folder
from tests.pipeline.test_persons_word import BY_BO, TWO_BOS

DATE, COUNCIL, BO = "Vilken dag var mötet?", "Vilket råd är det?", "Vem är Bo?"


@pytest.fixture(params=["memory", "folder", "sharepoint"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Table]:
    with at_table(request.param, tmp_path) as table:
        yield table


def asked(table: Table, *, still: bool = True) -> list[ListRow]:
    return [row for row in table.listed() if (question_of(row.key) or shared_of(row.key)) and row.values["Öppen"] is still]


def answer(table: Table, words: str, choice: str) -> None:
    table.change(words, {"Svar": choice})
    told = table.changes()
    take_rows(told, table.place)
    take_rows(told, table.place)


def test_an_answer_about_a_file_that_is_refused_holds_up_nothing_else(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    table.save("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    table.change(BO, {"Svar": "Bo Ek"})
    told = table.changes()

    def refused(*args: object, **kwargs: object) -> None:
        raise errors.NoAccess("SharePoint godtog inte filen.")

    with monkeypatch.context() as broken:
        broken.setattr(table.place.library, "write_columns", refused)
        take_rows(told, table.place)
    (parked,) = table.place.state.parked()
    assert (parked.path, parked.reason) == ("a.docx", "SharePoint godtog inte filen.")
    take_rows(told, table.place)
    assert table.place.state.parked() == ()
    assert table.point("rutin").owners == ("Bo Ek",)


def test_a_question_is_a_row_with_its_file_its_words_and_its_choices(table: Table) -> None:
    table.save("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    (row,) = asked(table)
    told = {name: row.values[name] for name in ("Punkt", "Råd", "Typ", "Status", "Källa", "Från möte", "Att välja på")}
    assert told == {
        "Punkt": "Vem är Bo?",
        "Råd": EYES,
        "Typ": "Fråga",
        "Status": "Öppen",
        "Källa": "a.docx",
        "Från möte": "2026-03-05",
        "Att välja på": "Bo Alm | Bo Ek | Ingen av dem",
    }
    assert "Bo skriver en rutin" in str(row.values["Citat"])


def test_a_picked_answer_closes_the_row_and_is_remembered_for_the_council(table: Table) -> None:
    table.save("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    answer(table, BO, "Bo Ek")
    (event,) = table.said()
    assert (event.type, event.by, event.council, event.data["choice"], event.data["mention"]) == (
        EventType.ANSWERED, WHO, "samordningsråd-ögonsjukvård", "Bo Ek", "Bo",
    )  # fmt: skip
    assert table.point("rutin").owners == ("Bo Ek",)
    (point,) = [row for row in table.listed() if row.key == table.point("rutin").key]
    assert (point.values["Ansvarig"], table.cells("a.docx")["DgReading"]) == ("Bo Ek", "Inläst")
    (row,) = asked(table, still=False)
    assert (row.values["Status"], row.values["Svar"]) == ("Klar", "Bo Ek")
    table.save("b.docx", minutes("2026-04-16", "Kö: Bo ringer de väntande senast den 7 maj 2026.", roster=TWO_BOS))
    assert asked(table) == []
    assert table.point("väntande").owners == ("Bo Ek",)


def test_an_answer_closes_the_same_question_about_the_councils_other_files_at_once(table: Table) -> None:
    table.save("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    table.save("b.docx", minutes("2026-04-16", "Kö: Bo ringer de väntande senast den 7 maj 2026.", roster=TWO_BOS))
    table.save("c.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS, council=EARS))
    ours, theirs = sorted(asked(table), key=lambda row: row.values["Råd"] != EYES)
    assert (ours.values["Punkt"], ours.values["Källa"], ours.values["Från möte"]) == ("Vem är Bo? Gäller 2 filer.", "b.docx", "2026-04-16")
    assert str(ours.values["Citat"]).splitlines() == [
        "”Bo ringer de väntande senast den 7 maj 2026.”",
        "”Bo skriver en rutin för ögonbottenfotografering senast den 30 april 2026.”",
    ]
    assert theirs.values["Punkt"] == "Vem är Bo?"
    table.set_row(FOLLOW_UP, ours.key, {"Svar": "Bo Ek"})
    table.hear()
    assert [row.values["Råd"] for row in asked(table)] == [EARS]
    assert table.point("väntande").owners == ("Bo Ek",)


def test_one_question_follows_its_files_as_they_come_change_and_go(table: Table) -> None:
    table.save("b.docx", minutes("2026-04-16", "Kö: Bo ringer de väntande senast den 7 maj 2026.", roster=TWO_BOS))
    table.save("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    (both,) = asked(table)
    table.save("b.docx", minutes("2026-04-16", "Kö: Cia Dahl ringer de väntande senast den 7 maj 2026.", roster=TWO_BOS))
    (one,) = asked(table)
    assert both.key == one.key
    assert (one.values["Punkt"], one.values["Källa"], one.values["Citat"]) == (
        "Vem är Bo?", "a.docx", "”Bo skriver en rutin för ögonbottenfotografering senast den 30 april 2026.”",
    )  # fmt: skip
    table.save("a.docx", minutes("2026-03-05", roster=TWO_BOS))
    assert asked(table) == []


def test_nobody_of_them_holds_for_every_file_with_these_people_and_not_for_others(table: Table) -> None:
    table.save("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    table.save("b.docx", minutes("2026-04-16", "Kö: Bo ringer de väntande senast den 7 maj 2026.", roster=TWO_BOS))
    answer(table, BO, "Ingen av dem")
    assert (asked(table), table.point("väntande").owners) == ([], ())
    table.save("c.docx", minutes("2026-03-12", "Tid: Bo bokar en sal senast den 7 maj 2026.", roster=TWO_BOS))
    assert asked(table) == []
    table.save("d.docx", minutes("2026-03-26", "Lokal: Bo bokar en lokal senast den 20 maj 2026.", roster=(*TWO_BOS, "Bo Qvist, kurator")))
    (other,) = asked(table)
    assert other.values["Att välja på"] == "Bo Alm | Bo Ek | Bo Qvist | Ingen av dem"


def test_the_same_answer_from_a_row_and_from_the_command_line_end_the_same(tmp_path: Path) -> None:
    typed, picked = Desk(tmp_path / "typed"), in_folder(_folder(tmp_path / "picked"))
    typed.put("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    typed.run()
    typed.answer("a.docx", "owner_ambiguous", "Bo Ek")
    picked.put("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    picked.run()
    answer(picked, BO, "Bo Ek")
    with typed.opened() as (_, library):
        (one,) = [event for event in library.events_of("samordningsråd-ögonsjukvård") if event.type is EventType.ANSWERED]
    (other,) = picked.said()
    same = ("code", "choice", "mention", "doubt")
    assert (one.type, [one.data[name] for name in same]) == (other.type, [other.data[name] for name in same])
    assert typed.cells("a.docx") == picked.cells("a.docx")


def _folder(root: Path) -> Path:
    root.mkdir()
    return root


def test_another_answer_later_counts(table: Table) -> None:
    table.save("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    answer(table, BO, "Bo Ek")
    answer(table, BO, "Bo Alm")
    assert table.point("rutin").owners == ("Bo Alm",)
    assert [event.data["choice"] for event in table.said()] == ["Bo Ek", "Bo Alm"]


def test_nobody_of_them_is_an_answer(table: Table) -> None:
    table.save("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    answer(table, BO, "Ingen av dem")
    assert (table.point("rutin").owners, asked(table)) == ((), [])


@pytest.mark.parametrize("wrong", ["Bo Qvist", "kanske"])
def test_an_answer_that_is_none_of_the_choices_is_told_in_the_row_and_it_stays_open(table: Table, wrong: str) -> None:
    table.save("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    answer(table, BO, wrong)
    (row,) = asked(table)
    assert row.values["Varför"] == "Vem är Bo? Välj ett av svaren: Bo Alm / Bo Ek / Ingen av dem."
    assert (row.values["Svar"], table.said()) == (wrong, [])
    answer(table, BO, "Bo Ek")
    (row,) = asked(table, still=False)
    assert row.values.get("Varför") is None


def test_a_file_without_a_day_asks_for_it_and_its_rows_come_when_it_is_told(table: Table) -> None:
    table.save("a.docx", minutes(None))
    answer(table, DATE, "i torsdags")
    (row,) = asked(table)
    assert "2026-04-27" in str(row.values["Varför"])
    answer(table, DATE, "2026-03-05")
    assert asked(table) == []
    assert (table.cells("a.docx")["DgMeetingDate"], table.row("rutin").values["Från möte"]) == ("2026-03-05", "2026-03-05")
    table.save("a.docx", minutes(None, "Kö: Cia Dahl ringer de väntande senast den 7 maj 2026."))
    assert table.row("väntande").values["Från möte"] == "2026-03-05"
    assert [event.by for event in table.said()] == [WHO]


def test_a_file_without_a_council_asks_for_it_in_a_row_of_no_council(table: Table) -> None:
    table.save("a.docx", minutes("2026-03-05", council=None))
    (row,) = [row for row in asked(table) if COUNCIL in str(row.values["Punkt"])]
    assert row.values.get("Råd") is None
    answer(table, COUNCIL, EARS)
    assert table.cells("a.docx")["DgCouncil"] == EARS
    assert table.row("rutin").values["Råd"] == EARS
    assert asked(table) == []


def test_a_day_that_was_answered_and_then_emptied_in_the_cell_is_asked_for_again(table: Table) -> None:
    table.save("a.docx", minutes(None))
    answer(table, DATE, "2026-03-05")
    table.set_cell(table.file("a.docx"), "DgMeetingDate", None)
    table.again("a.docx")
    assert [row.values["Punkt"] for row in asked(table)] == ["Vilken dag var mötet? Fyll i Mötesdatum."]


def test_a_question_that_is_not_asked_any_more_is_closed(table: Table) -> None:
    table.save("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    table.save("a.docx", minutes())
    assert asked(table) == []
    assert [row.values["Status"] for row in asked(table, still=False)] == ["Avförd"]


def test_questions_of_a_file_that_is_gone_or_no_minutes_are_closed(table: Table) -> None:
    table.save("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    table.save("b.docx", minutes(None))
    assert len(asked(table)) == 2
    table.save("b.docx", b"%PDF-1.4 nothing")
    assert len(asked(table)) == 1


def test_a_deleted_question_is_not_asked_in_a_row_again(table: Table) -> None:
    table.save("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    table.delete_row(FOLLOW_UP, asked(table)[0].key)
    told = table.changes()
    take_rows(told, table.place)
    take_rows(told, table.place)
    table.save("a.docx", minutes("2026-03-05", BY_BO, "Kö: Cia Dahl ringer.", roster=TWO_BOS))
    table.run()
    assert asked(table) == []
    assert [event.data["field"] for event in table.said()] == ["removed"]


def test_a_run_shows_and_closes_questions_as_well(table: Table) -> None:
    table.put("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    table.run()
    assert len(asked(table)) == 1
    table.change(BO, {"Svar": "Bo Ek"})
    table.run()
    assert asked(table) == []
    assert table.point("rutin").owners == ("Bo Ek",)
    before = table.shown()
    table.run()
    assert table.shown() == before


def test_answers_that_the_log_of_changes_forgot_are_found_after_a_gap(table: Table) -> None:
    table.save("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    table.change(BO, {"Svar": "Bo Ek"})
    take_rows(Changes((), "", gap=True), table.place)
    assert table.point("rutin").owners == ("Bo Ek",)


def test_a_question_with_sensitive_words_shows_none_of_them(table: Table) -> None:
    table.save("a.docx", minutes("2026-03-05", "Fotografering: Fyll i förvaltning, Bo Alm 19850412-1234"))
    rows = asked(table)
    assert rows
    assert "19850412" not in str([row.values for row in rows])
    assert "se filen" in str([row.values for row in rows])


def test_at_most_five_questions_are_asked_of_a_file(table: Table) -> None:
    prompts = [f"Punkt {number}: Fyll i förvaltning {number}" for number in range(9)]
    table.save("a.docx", minutes("2026-03-05", *prompts))
    assert len(asked(table)) == 5


def test_the_open_questions_stand_on_the_secretarys_sheet_without_reading_the_file_again(table: Table) -> None:
    table.put("a.docx", minutes("2026-04-30", BY_BO, roster=TWO_BOS, coming=("2026-05-21",)))
    report = table.run()
    (laid,) = report.drafts
    assert laid.sheet is not None
    stored = table.library.draft(laid.sheet)
    from tests.pipeline.desk import text_of

    assert stored is not None
    assert "Vem är Bo?" in text_of(stored.data)
