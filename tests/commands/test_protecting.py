"""What is kept of a person, and what is taken out for good, so that no later reading brings it back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from functions import errors
from functions.commands import protecting
from tests.commands.kept_people import LATE, ME, NEXT, OLD
from tests.pipeline.desk import EYES, Desk, ask, command, hashes, lines_of, minutes


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    for name, data in (("a.docx", OLD), ("b.docx", NEXT), ("c.docx", LATE)):
        desk.put(name, data)
    desk.run()
    return desk


def stored(desk: Desk) -> str:
    return (desk.root / ".dagordning.db").read_bytes().decode("utf-8", "ignore")


def change(desk: Desk, name: str, new: str | None) -> None:
    with desk.opened() as (place, _):
        protecting.change_person(place, name=name, new=new, by="Malin Ek", settings=ME)


def purge(desk: Desk, before: str, *, certain: bool = True) -> None:
    with desk.opened() as (place, _):
        protecting.purge(place, before=before, decision="RS 2026-17", certain=certain, by="Malin Ek", settings=ME)


def test_all_that_is_kept_of_a_person_is_shown(desk: Desk) -> None:
    desk.set("c.docx", "Ordförande", "Bo Alm")
    told = lines_of(ask("person", "Bo Alm", "--json", "--in", desk.root, "--today", "2026-05-10"))
    assert {one["what"] for one in told} == {"row", "meeting", "column"}
    assert sum(one["what"] == "row" for one in told) == 2
    shown = ask("person", "bo alm", "--in", desk.root)
    assert f"{len(told)} uppgifter om bo alm" in shown
    assert "Ordförande: Bo Alm" in shown
    assert ask("person", "Ingen Alls", "--in", desk.root) == "Inget är sparat om Ingen Alls.\n"


def test_half_a_name_is_never_taken_for_a_person(desk: Desk) -> None:
    told = command("person", "Bo", "--in", desk.root)
    assert told.returncode == 2
    assert "för- och efternamn" in told.stderr


def test_a_new_name_holds_in_rows_columns_and_every_later_reading(desk: Desk) -> None:
    keys = {row.key for row in desk.rows()}
    change(desk, "Bo Alm", "Bo Ek")
    assert desk.row("lamporna").owners == ("Bo Ek",)
    assert desk.row("lamporna").quotes[0].text == "Bo Alm byter lamporna i mottagningen."
    assert "Bo Ek" in str(desk.cells("c.docx")["DgAttendees"])
    desk.put("c.docx", minutes("2026-04-16", "Lampor: Bo Alm byter lamporna i mottagningen snart.", coming=("2026-05-28",)))
    desk.run()
    assert desk.row("lamporna").owners == ("Bo Ek",)
    assert {row.key for row in desk.rows()} == keys


def test_a_name_that_is_taken_out_is_nowhere_any_more_and_does_not_come_back(desk: Desk) -> None:
    before, keys = hashes(desk.root), {row.key: row.status for row in desk.rows()}
    desk.set(desk.row("lamporna").key, "owner", "Bo Alm")
    assert "Bo Alm" in stored(desk)
    change(desk, "Bo Alm", None)
    assert "Bo Alm" not in stored(desk)
    assert desk.row("lamporna").text == "(borttaget namn) byter lamporna i mottagningen."
    assert [quote.text for quote in desk.row("lamporna").quotes] == ["byter lamporna i mottagningen."]
    assert {row.key: row.status for row in desk.rows()} == keys
    desk.put("d.docx", minutes("2026-04-20", "Stolar: Bo Alms stolar lagas av Cia Dahl.", coming=("2026-05-28",)))
    desk.put("e.docx", LATE)
    desk.run()
    assert "Bo Alm" not in stored(desk)
    assert hashes(desk.root) | before == hashes(desk.root)
    assert ask("person", "Bo Alm", "--in", desk.root) == "Inget är sparat om Bo Alm.\n"


def test_a_purge_tells_first_and_does_nothing(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    before = desk.register()
    capsys.readouterr()
    purge(desk, "2025-01-01", certain=False)
    told = " ".join(capsys.readouterr().out.split())
    assert f"{EYES}: 1 punkt, 1 beslut, 2 möten; 1 öppen punkt är kvar" in told
    assert "--yes" in told
    assert desk.register() == before


def test_a_purge_takes_out_what_is_over_and_notes_what_and_why(desk: Desk) -> None:
    kept = {row.key: (row.text, row.quotes, row.owners) for row in desk.rows() if "rutin" not in row.text}
    purge(desk, "2025-01-01")
    assert {row.key: (row.text, row.quotes, row.owners) for row in desk.rows()} == kept
    assert "rutin för ögonbottenfotografering" not in stored(desk)
    assert "köpa en kamera" not in stored(desk)
    assert "Inget beslut" in ask("decisions", desk.root, "kamera")
    with desk.opened(read_only=True) as (_, library):
        (noted,) = [event for council in library.councils() for event in library.events_of(council.key) if event.data.get("field") == "purged"]
    assert (noted.by, noted.data["value"], noted.data["decision"]) == ("Malin Ek", "2025-01-01", "RS 2026-17")
    assert (noted.data["rows"], noted.data["decisions"], noted.data["meetings"]) == (1, 1, 2)


def test_no_reading_undoes_a_purge(desk: Desk) -> None:
    purge(desk, "2025-01-01")
    after = desk.register()
    desk.put("a.docx", OLD)
    (desk.root / "b.docx").rename(desk.root / "b2.docx")
    desk.put("ny.docx", minutes("2024-02-05", "Golv: Tove Myr ser över golvet i väntrummet.", coming=()))
    desk.set("a.docx", "Läs om", "Ja")
    desk.run()
    assert desk.register() == after
    assert "golvet" not in stored(desk)
    with sqlite3.connect(desk.root / ".dagordning.db") as database:
        rows = {value for (value,) in database.execute("SELECT value FROM list_cells WHERE name IN ('Punkt', 'Beslut')")}
    assert [row for row in rows if "rutin för" in row or "köpa en kamera" in row] == []


def test_only_administrators_may_take_things_out(desk: Desk) -> None:
    taking_out = ["purge", "--before", "2025-01-01", "--decision", "X", "--yes"]
    for words in (taking_out, ["person", "Bo Alm", "--remove"], ["person", "Bo Alm", "--rename", "Bo Ek"]):
        told = command(*words, "--in", desk.root)
        assert told.returncode == 7, words
        assert "DAGORDNING_ADMINISTRATORS" in told.stderr
    assert len(desk.rows()) == 3


@pytest.mark.parametrize(("before", "decision"), [("2027-01-01", "X"), ("2025-01-01", " "), ("i fjol", "X")])
def test_a_purge_needs_a_day_that_has_been_and_a_decision(desk: Desk, before: str, decision: str) -> None:
    with desk.opened() as (place, _), pytest.raises(errors.BadUsage):
        protecting.purge(place, before=before, decision=decision, certain=True, by="", settings=ME)
