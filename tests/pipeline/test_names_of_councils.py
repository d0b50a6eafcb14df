"""Councils whose names are nearly one, misspelled or new, and files that tell too little: nothing twice, a question where it matters, and undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from functions.following_up.councils import council_alike
from functions.model.library import Council, council_key
from functions.pipeline import Outcome
from functions.publishing.lists import FOLLOW_UP
from tests.pipeline.desk import EYES, Desk, ask, minutes
from tests.pipeline.table import Table, at_table

TASK = "Fotvård: Bo Alm skriver en rutin för fotvård."
DONE = "Uppföljning: Bo Alm har skrivit rutinen för fotvård: klart."
SUGAR, SLIP = "Samordningsråd diabetes", "Samordningsråd diabets"
GLANDS = "Programråd endokrinologi"


@pytest.fixture(params=["memory", "folder", "sharepoint"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Table]:
    with at_table(request.param, tmp_path) as table:
        yield table


def status(table: Table, words: str = "fotvård") -> str:
    return table.point(words).status.value


def names(table: Table) -> list[str]:
    return [council.name for council in table.library.councils()]


def outcome(table: Table, path: str) -> Outcome:
    return next(one for one in table.run().outcomes if one.file.path == path)


def asked(table: Table, path: str) -> list[str]:
    return [
        str(row.values["Punkt"])
        for row in table.listed()
        if row.values.get("Typ") == "Fråga" and row.values.get("Öppen") and row.values.get("Källa") == path
    ]


def called(name: str) -> Council:
    return Council(council_key(name), (name,))


@pytest.mark.parametrize("name", [SLIP, "Samordningsråd diabeets", "Samordningsråd daibetes", "Samordningsrådet för diabets"])
def test_a_slip_of_the_hand_in_one_word_of_a_name_is_seen(name: str) -> None:
    assert council_alike(name, councils=[called(SUGAR), called("Samordningsråd barn")]) == called(SUGAR)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Samordningsråd öronsjukvård", "Samordningsråd ögonsjukvård"),
        ("Diabetesrådet Norr", "Diabetesrådet"),
        ("Lokalt programområde barn och unga", "Lokalt programområde barn"),
        ("Samordningsråd hud", "Samordningsråd hus"),
        ("Vårdgrupp område 12", "Vårdgrupp område 122"),
    ],
)
def test_another_word_is_another_council(name: str, other: str) -> None:
    assert council_alike(name, councils=[called(other)]) is None


def test_councils_with_nearly_one_name_are_two_and_close_nothing_of_one_another(table: Table) -> None:
    for place, name in enumerate(("Diabetesrådet", "Diabetesrådet Norr", "Lokalt programområde barn", "Lokalt programområde barn och unga")):
        table.put(f"{place}.docx", minutes("2026-03-05", f"Rutin: Bo Alm skriver rutin {place} för fotvård.", council=name, coming=()))
    table.put("5.docx", minutes("2026-04-16", DONE, council="Diabetesrådet Norr", coming=()))
    table.run()
    assert len(names(table)) == 4
    open_ones = {register.name: [item.status.value for item in register.items] for register in table.registers()}
    assert open_ones["Diabetesrådet"] == ["open"]
    assert [row for row in table.listed() if row.values.get("Typ") == "Fråga"] == []


@pytest.mark.parametrize("first", ["b.docx", "0.docx"])
def test_a_slip_in_one_files_name_is_asked_about_and_the_answer_moves_the_file(table: Table, first: str) -> None:
    table.put("a.docx", minutes("2026-03-05", TASK, council=SUGAR, coming=()))
    table.put("a2.docx", minutes("2026-02-05", "Våg: Cia Dahl köper en våg.", council=SUGAR, coming=()))
    table.put(first, minutes("2026-04-16", DONE, council=SLIP, coming=()))
    told = outcome(table, first)
    assert [(doubt.code, doubt.choices) for doubt in told.doubts] == [("council_alike", (SUGAR, SLIP))]
    assert status(table) == "open"
    table.changes()
    (row,) = [row for row in table.listed() if "felskrivet" in str(row.values.get("Punkt"))]
    table.set_row(FOLLOW_UP, row.key, {"Svar": SUGAR})
    table.hear()
    table.run()
    assert (status(table), asked(table, first)) == ("done", [])
    assert table.cells(first)["DgCouncil"] == SUGAR
    assert table.run().outcomes == ()


def test_the_answer_that_the_name_is_right_is_not_asked_for_again(table: Table) -> None:
    table.put("a.docx", minutes("2026-03-05", TASK, council=SUGAR, coming=()))
    table.put("a2.docx", minutes("2026-02-05", "Våg: Cia Dahl köper en våg.", council=SUGAR, coming=()))
    table.put("b.docx", minutes("2026-04-16", "Kö: Cia Dahl ringer de väntande.", council=SLIP, coming=()))
    table.run()
    table.changes()
    (row,) = [row for row in table.listed() if "felskrivet" in str(row.values.get("Punkt"))]
    table.set_row(FOLLOW_UP, row.key, {"Svar": SLIP})
    table.hear()
    table.put("c.docx", minutes("2026-05-05", "Lokal: Tove Myr bokar en lokal.", council=SLIP, coming=()))
    table.run()
    assert (asked(table, "b.docx"), asked(table, "c.docx")) == ([], [])
    assert {register.name: len(register.items) for register in table.registers()} == {SUGAR: 2, SLIP: 2}


@pytest.mark.parametrize("title", [f"{GLANDS} (tidigare {SUGAR})", f"{GLANDS}, f.d. {SUGAR}"])
def test_minutes_that_tell_of_a_new_name_are_the_same_councils(table: Table, title: str) -> None:
    table.put("a.docx", minutes("2026-03-05", TASK, council=SUGAR, coming=()))
    table.run()
    table.put("b.docx", minutes("2026-04-16", "Kö: Cia Dahl ringer de väntande.", council=title, coming=()))
    table.run()
    table.put("c.docx", minutes("2026-05-05", DONE, council=GLANDS, coming=()))
    table.run()
    assert names(table) == [SUGAR]
    assert status(table) == "done"


def test_a_person_counts_one_council_to_another_and_takes_it_back(table: Table) -> None:
    table.put("a.docx", minutes("2026-03-05", TASK, council=SUGAR, coming=()))
    table.put("b.docx", minutes("2026-04-16", DONE, council=GLANDS, coming=()))
    table.run()
    assert status(table) == "open"
    glands = next(council for council in table.library.councils() if council.name == GLANDS)
    table.library.put_council(replace(glands, names=(GLANDS, SUGAR)))
    table.run()
    (found,) = [register for register in table.registers() if register.items]
    assert (found.name, [item.status.value for item in found.items]) == (GLANDS, ["done"])
    assert table.run().outcomes == ()
    table.library.put_council(replace(glands, names=(GLANDS,)))
    table.run()
    (found,) = [register for register in table.registers() if register.items]
    assert (found.name, [item.status.value for item in found.items]) == (SUGAR, ["open"])


def test_a_council_is_counted_to_another_in_a_terminal(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-03-05", TASK, council=SUGAR, coming=()))
    desk.put("b.docx", minutes("2026-04-16", DONE, council=GLANDS, coming=()))
    desk.run()
    told = ask("set", GLANDS, "Andra namn", SUGAR, "--in", tmp_path)
    assert f"{SUGAR} räknas nu till {GLANDS}" in told
    desk.run()
    assert [row.status.value for row in desk.rows(GLANDS)] == ["done"]


def test_two_meetings_on_one_day_one_file_under_two_names_and_files_that_tell_too_little_give_no_double(table: Table) -> None:
    table.put("a.docx", minutes("2026-03-05", TASK, start="09.00", coming=()))
    table.put("kopia/a.docx", minutes("2026-03-05", TASK, start="09.00", coming=()))
    table.put("b.docx", minutes("2026-03-05", "Budget: Cia Dahl räknar på budgeten.", "Lokaler: Tove Myr bokar salen.", start="13.00", coming=()))
    table.put("u.docx", minutes(None, "Kamera: Cia Dahl beställer en ny kamera.", coming=()))
    table.put("n.docx", minutes("2026-03-09", "Enkät: Cia Dahl skickar enkäten.", council=None, coming=()))
    table.run()
    texts = [item.text for register in table.registers() for item in register.items]
    assert len(texts) == len(set(texts)) == 3
    assert [meeting.date for register in table.registers() for meeting in register.meetings] == ["2026-03-05", "2026-03-05"]
    assert (len(asked(table, "u.docx")), len(asked(table, "n.docx"))) == (1, 1)
    table.set_cell(table.file("u.docx"), "DgMeetingDate", "2026-03-20")
    table.set_cell(table.file("n.docx"), "DgCouncil", EYES)
    table.run()
    assert (asked(table, "u.docx"), asked(table, "n.docx")) == ([], [])
    assert (status(table, "kamera"), status(table, "enkäten")) == ("open", "open")
    table.set_cell(table.file("u.docx"), "DgMeetingDate", None)
    table.run()
    assert [item.text for register in table.registers() for item in register.items if "kamera" in item.text] == []


def test_one_person_in_two_councils_has_each_ones_tasks_there(table: Table) -> None:
    table.put("a.docx", minutes("2026-03-05", TASK, council=SUGAR, coming=()))
    table.put("b.docx", minutes("2026-03-06", "Rutin: Bo Alm skriver en rutin för remisser.", council=GLANDS, coming=()))
    table.put("c.docx", minutes("2026-04-16", "Uppföljning: Bo Alm har skrivit sin rutin för remisser: klart.", council=GLANDS, coming=()))
    table.run()
    assert (status(table), status(table, "remisser")) == ("open", "done")
