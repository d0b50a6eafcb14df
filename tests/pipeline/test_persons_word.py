"""What a person says holds: over later readings, over new versions of the file, and for the council's later minutes."""

from __future__ import annotations

from pathlib import Path

import pytest

from functions import errors
from functions.model.register import RowStatus
from tests.pipeline.desk import EARS, EYES, Desk, command, minutes

TWO_BOS = ("Helga Norin, ordförande", "Bo Alm, överläkare", "Bo Ek, ortoptist", "Tove Myr, sekreterare")
BY_BO = "Fotografering: Bo skriver en rutin för ögonbottenfotografering senast den 30 april 2026."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes())
    desk.run()
    return desk


def _save_anew(desk: Desk) -> None:
    """A new version of the file, another place and another task in it."""
    desk.put(
        "a.docx", minutes("2026-03-05", "Fotografering: Bo Alm skriver en rutin för ögonbottenfotografering.", "Kö: Cia Dahl ringer de väntande.")
    )
    assert desk.outcome("a.docx").status == "read"


def test_a_council_that_a_person_names_moves_the_rows_and_stays(desk: Desk) -> None:
    desk.set("a.docx", "Råd", EARS)
    assert {row.council for row in desk.rows()} == {"samordningsråd-öronsjukvård"}
    _save_anew(desk)
    assert desk.cells("a.docx")["DgCouncil"] == EARS
    assert {row.council for row in desk.rows()} == {"samordningsråd-öronsjukvård"}
    assert desk.run().outcomes == ()


def test_a_date_that_a_person_writes_holds_over_a_new_version(desk: Desk) -> None:
    desk.set("a.docx", "Mötesdatum", "2026-03-06")
    assert [row.opened.meeting for row in desk.rows()] == ["2026-03-06"]
    _save_anew(desk)
    assert desk.cells("a.docx")["DgMeetingDate"] == "2026-03-06"
    assert {row.opened.meeting for row in desk.rows()} == {"2026-03-06"}


def test_a_cell_that_a_person_emptied_stays_empty(desk: Desk) -> None:
    desk.set("a.docx", "Plats", "")
    assert "DgPlace" not in desk.cells("a.docx")
    _save_anew(desk)
    assert "DgPlace" not in desk.cells("a.docx")


def test_a_cell_that_a_person_wrote_stays_though_the_file_says_otherwise(desk: Desk) -> None:
    desk.set("a.docx", "Ordförande", "Cia Dahl")
    _save_anew(desk)
    assert desk.cells("a.docx")["DgChair"] == "Cia Dahl"


def test_an_older_value_of_ours_that_a_person_writes_again_is_the_persons(desk: Desk) -> None:
    desk.put("a.docx", minutes(start="14.00"))
    desk.run()
    assert desk.cells("a.docx")["DgStart"] == "14:00"
    desk.set("a.docx", "Började", "13:00")
    desk.put("a.docx", minutes(start="14.30"))
    desk.run()
    assert desk.cells("a.docx")["DgStart"] == "13:00"


def test_read_again_gives_every_cell_of_the_row_back(desk: Desk) -> None:
    before = desk.cells("a.docx")
    rows = desk.register()
    for name, value in (("Plats", ""), ("Ordförande", "Cia Dahl"), ("Mötesdatum", "2026-03-06"), ("Läge", "Pågår"), ("Gäller", "nej")):
        desk.set("a.docx", name, value)
    assert desk.register() != rows
    desk.set("a.docx", "Läs om", "ja")
    after = desk.cells("a.docx")
    assert after.pop("DgReread") is False
    assert after == before
    assert [row["opened"]["meeting"] for row in desk.register() if row["status"] == "open"] == ["2026-03-05"]
    assert desk.run().outcomes == ()


def test_minutes_that_a_person_calls_ongoing_open_nothing_and_those_called_final_do_at_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-05-09"))
    desk.run()
    assert (desk.cells("a.docx")["DgState"], desk.rows()) == ("Pågår", [])
    assert "DgActions" not in desk.cells("a.docx")
    desk.set("a.docx", "Läge", "Klar")
    assert (desk.cells("a.docx")["DgActions"], len(desk.rows())) == (1, 1)
    desk.set("a.docx", "Läge", "Pågår")
    assert desk.rows() == []
    later = desk.on("2026-06-30")
    later.run()
    assert (later.cells("a.docx")["DgState"], later.rows()) == ("Pågår", [])
    assert later.run().outcomes == ()


def test_a_persons_choice_of_the_file_that_governs_holds(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a v1.docx", minutes())
    desk.run()
    desk.put("a v2.docx", minutes("2026-03-05", "Kö: Cia Dahl ringer de väntande."))
    desk.run()
    assert (desk.cells("a v1.docx")["DgGoverning"], desk.cells("a v2.docx")["DgGoverning"]) == (False, True)
    assert "DgActions" not in desk.cells("a v1.docx")
    desk.set("a v1.docx", "Gäller", "ja")
    assert (desk.cells("a v1.docx")["DgGoverning"], desk.cells("a v2.docx")["DgGoverning"]) == (True, False)
    assert (desk.cells("a v1.docx")["DgActions"], "DgActions" in desk.cells("a v2.docx")) == (1, False)
    assert desk.row("rutin").status is RowStatus.OPEN
    assert desk.run().outcomes == ()


def test_a_rows_status_owner_due_and_text_hold_over_a_new_version(desk: Desk) -> None:
    key = desk.row("rutin").key
    desk.set(key[:8], "status", "Klar")
    desk.set(key, "owner", "Cia Dahl, Tove Myr")
    desk.set(key, "Klart senast", "2026-05-15")
    desk.set(key, "text", "Skriva rutinen")
    _save_anew(desk)
    row = desk.row("Skriva rutinen")
    assert (row.key, row.status, row.owners) == (key, RowStatus.DONE, ("Cia Dahl", "Tove Myr"))
    assert row.due is not None
    assert row.due.date == "2026-05-15"
    assert row.events[-1].by == "Tove Myr"
    assert desk.row("väntande").status is RowStatus.OPEN


def test_a_task_that_is_none_does_not_come_back(desk: Desk) -> None:
    desk.set(desk.row("rutin").key, "status", "Inte en uppgift")
    desk.put("a v2.docx", minutes())
    desk.run()
    assert [row.status for row in desk.rows()] == [RowStatus.NOT_A_TASK]


def test_two_people_fit_and_none_is_chosen_until_a_person_answers_and_the_answer_is_remembered(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    desk.run()
    assert desk.row("rutin").owners == ()
    assert desk.cells("a.docx")["DgToCheck"] == 1
    desk.answer("a.docx", "owner_ambiguous", "Bo Ek")
    assert desk.row("rutin").owners == ("Bo Ek",)
    assert desk.cells("a.docx")["DgReading"] == "Inläst"
    assert "DgToCheck" not in desk.cells("a.docx")
    desk.put("b.docx", minutes("2026-04-16", "Kö: Bo ringer de väntande senast den 7 maj 2026.", roster=TWO_BOS))
    assert desk.outcome("b.docx").doubts == ()
    assert desk.row("väntande").owners == ("Bo Ek",)


def test_an_answer_of_one_council_is_not_anothers(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    desk.put("b.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS, council=EARS))
    desk.run()
    desk.answer("a.docx", "owner_ambiguous", "Bo Alm")
    assert {row.council: row.owners for row in desk.rows()} == {"samordningsråd-ögonsjukvård": ("Bo Alm",), "samordningsråd-öronsjukvård": ()}
    assert [code for code, _ in desk.doubts("b.docx")] == ["owner_ambiguous"]


def test_nobody_of_them_is_an_answer_too(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-03-05", BY_BO, roster=TWO_BOS))
    desk.run()
    desk.answer("a.docx", "owner_ambiguous", "Ingen av dem")
    assert desk.doubts("a.docx") == []
    assert desk.row("rutin").owners == ()


def test_what_was_left_of_a_template_is_asked_about_until_it_is_seen(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-03-05", "Fotografering: Fyll i förvaltning"))
    desk.run()
    assert [code for code, _ in desk.doubts("a.docx")] == ["prompt"]
    desk.answer("a.docx", "prompt", "Sett")
    assert desk.doubts("a.docx") == []
    assert desk.cells("a.docx")["DgReading"] == "Inläst"
    desk.put("a.docx", minutes("2026-03-05", "Fotografering: Fyll i förvaltning\nRutinen är på remiss."))
    assert desk.outcome("a.docx").doubts == ()


def test_a_date_is_answered_by_a_date_alone(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes(None))
    desk.run()
    with pytest.raises(errors.BadUsage, match="2026-04-27"):
        desk.answer("a.docx", "no_date", "i torsdags")
    assert [code for code, _ in desk.doubts("a.docx")] == ["no_date"]
    desk.answer("a.docx", "no_date", "2026-03-05")
    assert desk.doubts("a.docx") == []
    assert [row.opened.meeting for row in desk.rows()] == ["2026-03-05"]
    desk.set("a.docx", "Mötesdatum", "")
    assert [code for code, _ in desk.doubts("a.docx")] == ["no_date"]
    assert desk.rows() == []


def test_an_announced_point_stands_on_the_next_draft_and_a_task_of_ones_own_among_what_is_open(desk: Desk) -> None:
    desk.put("b.docx", minutes("2026-04-16", "Kö: Kön diskuteras.", coming=("2026-05-21", "2026-09-10")))
    desk.run()
    desk.add("Ny kamera till mottagningen")
    desk.add("Lokaler i Östby", meeting="2026-09-10")
    desk.add("Beställa lampor", owners=["Cia Dahl"])
    (told,) = [entry for entry in _drafted(desk) if entry["council"] == EYES]
    titles = [line["title"] for line in told["lines"]]
    assert "Ny kamera till mottagningen" in titles
    assert "Lokaler i Östby" not in titles
    assert "Beställa lampor" in [part["text"] for line in told["lines"] for part in line["parts"]]
    assert desk.row("lampor").owners == ("Cia Dahl",)


def _drafted(desk: Desk) -> list[dict]:
    import json

    told = command("draft", desk.root, "--json", "--today", desk.today.isoformat())
    assert told.returncode == 0, told.stderr
    return [json.loads(line) for line in told.stdout.splitlines()]


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("Vädret", "sol", "finns inte"),
        ("Mötesdatum", "i går", "2026-04-27"),
        ("Läge", "Nästan", "välj en av"),
        ("Öppna punkter", "tre", "tal"),
        ("Digitalt", "kanske", "Ja eller Nej"),
    ],
)
def test_what_cannot_be_said_is_refused_with_what_can(desk: Desk, name: str, value: str, what: str) -> None:
    before = desk.cells("a.docx")
    with pytest.raises(errors.BadUsage, match=what):
        desk.set("a.docx", name, value)
    assert desk.cells("a.docx") == before


@pytest.mark.parametrize(("name", "value"), [("status", "Nästan"), ("due", "snart"), ("text", " "), ("vädret", "sol")])
def test_what_cannot_be_said_of_a_row_is_refused(desk: Desk, name: str, value: str) -> None:
    before = desk.register()
    with pytest.raises(errors.BadUsage):
        desk.set(desk.row("rutin").key, name, value)
    assert desk.register() == before
