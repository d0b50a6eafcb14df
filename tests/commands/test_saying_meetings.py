"""What a person says of a coming meeting in a command, and that every question can be answered where it is asked."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.pipeline.desk import EYES, Desk, ask, command, lines_of, minutes


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-04-16", coming=("2026-05-28",)))
    desk.run()
    return desk


def meeting(desk: Desk, *words: str) -> str:
    return ask("meeting", EYES, *words, "--in", desk.root, "--today", "2026-05-10").strip()


def test_a_meeting_that_no_minutes_announce_is_added_and_gets_its_draft(desk: Desk) -> None:
    assert meeting(desk, "2026-08-27", "--time", "kl 9-11.30", "--place", "Sal Eken", "--online") == (
        f"{EYES}: mötet 2026-08-27 · kl. 09:00–11:30 · Sal Eken, på distans"
    )
    ask("draft", "--in", desk.root, "--council", EYES, "--meeting", "2026-08-27", "--today", "2026-05-10")
    assert f"2026-08-27 Förslag till dagordning {EYES}.docx" in desk.drafts()


def test_an_announced_meeting_is_changed_field_by_field_and_undo_takes_the_last_word_back(desk: Desk) -> None:
    assert meeting(desk, "2026-05-28", "--place", "Sal Eken").endswith("kl. 13:00–15:00 · Sal Eken")
    assert meeting(desk, "2026-05-28", "--time", "14-16").endswith("kl. 14:00–16:00 · Sal Eken")
    assert "är inställt" in meeting(desk, "2026-05-28", "--cancelled")
    assert "är inställt" not in meeting(desk, "2026-05-28", "--held")
    told = ask("undo", "--in", desk.root, "--today", "2026-05-10")
    assert told.startswith("Ångrat: Inställt ändrades")
    assert "är inställt" in meeting(desk, "2026-05-28", "--note", "Ny dag kommer")


def test_a_meeting_that_is_moved_and_moved_back_keeps_its_draft(desk: Desk) -> None:
    named = f"Förslag till dagordning {EYES}.docx"
    assert f"2026-05-28 {named}" in desk.drafts()
    assert "flyttat från 2026-05-28" in meeting(desk, "2026-05-28", "--moved-to", "2026-06-04")
    assert [name for name in desk.drafts() if name.endswith(named)] == [f"2026-06-04 {named}"]
    ask("undo", "--in", desk.root, "--today", "2026-05-10")
    assert [name for name in desk.drafts() if name.endswith(named)] == [f"2026-05-28 {named}"]
    assert [(laid.agenda.meeting.date, laid.outcome) for laid in desk.run().drafts if laid.agenda.meeting] == [("2026-05-28", "unchanged")]


def test_what_cannot_be_said_of_a_meeting_says_what_to_do(desk: Desk) -> None:
    for words, hint in (
        (("2026-05-28",), "--time, --place"),
        (("2026-04-16", "--place", "Sal Eken"), "redan hållet"),
        (("28 maj", "--place", "Sal Eken"), "2026-04-27"),
        (("2026-05-28", "--time", "efter lunch"), "13:00–15:00"),
    ):
        told = command("meeting", EYES, *words, "--in", desk.root, "--today", "2026-05-10")
        assert (told.returncode, hint in told.stderr) == (2, True), told.stderr


def test_a_question_is_printed_with_a_command_that_works_from_where_one_stands(tmp_path: Path) -> None:
    folder = tmp_path / "minuter"
    desk = Desk(folder)
    desk.put("a.docx", minutes("2026-04-16", "Rutin: Bo Alm skriver en rutin.", absent=("Bo Alm",), roster=("Helga Norin, ordförande", "Cia Dahl")))
    outside = command("run", folder, "--today", "2026-05-10", cwd=tmp_path).stdout
    asked = desk.doubts("a.docx")
    assert ("owner_absent", asked[0][1]) == asked[0]
    assert f'Svara: dagordning answer "a.docx" {asked[0][1]} "Ja" --in "minuter"' in outside
    inside = command("explain", "a.docx", "--today", "2026-05-10", cwd=folder).stdout
    assert f'Svara: dagordning answer "a.docx" {asked[0][1]} "Ja"\n' in inside


def test_the_command_for_a_missing_day_names_no_day_that_nobody_wrote(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes(None, "Rutin: Bo Alm skriver en rutin."))
    shown = command("run", tmp_path, "--today", "2026-05-10", cwd=tmp_path).stdout
    (identity,) = (identity for code, identity in desk.doubts("a.docx") if code == "no_date")
    assert f'Svara: dagordning answer "a.docx" {identity} "ÅÅÅÅ-MM-DD"\n' in shown
    refused = command("answer", "a.docx", identity, "ÅÅÅÅ-MM-DD", cwd=tmp_path)
    assert (refused.returncode, "Skriv det som" in refused.stderr) == (2, True)


def test_answering_that_somebody_who_was_away_has_no_task_takes_the_name_off_it_and_undo_puts_it_back(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-04-16", "Rutin: Bo Alm skriver en rutin.", absent=("Bo Alm",), roster=("Helga Norin, ordförande", "Cia Dahl")))
    desk.run()
    ((code, identity),) = desk.doubts("a.docx")
    assert code == "owner_absent"
    assert desk.row("rutin").owners == ("Bo Alm",)
    told = ask("answer", "a.docx", identity, "nej", "--in", tmp_path, "--today", "2026-05-10")
    assert f'Stämmer det? Nej. Uppföljningen är ändrad. Ångra med: dagordning undo --in "{tmp_path}"' in told
    assert desk.row("rutin").owners == ()
    ask("undo", "--in", tmp_path, "--today", "2026-05-10")
    assert desk.row("rutin").owners == ("Bo Alm",)


def test_a_day_before_the_meeting_is_answered_with_the_right_one_and_nothing_else_will_do(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-04-16", "Rutin: Bo Alm skriver en rutin senast den 3 april 2026."))
    desk.run()
    ((code, identity),) = desk.doubts("a.docx")
    assert code == "due_before_meeting"
    wrong = command("answer", "a.docx", identity, "snart", "--in", tmp_path, "--today", "2026-05-10")
    assert (wrong.returncode, "Skriv det som 2026-04-27" in wrong.stderr) == (2, True)
    ask("answer", "a.docx", identity, "2026-05-30", "--in", tmp_path, "--today", "2026-05-10")
    due = desk.row("rutin").due
    assert (due.date if due else None, desk.doubts("a.docx")) == ("2026-05-30", [])


def test_what_the_register_asks_of_two_files_is_answered_from_the_terminal(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-04-16", "Rutin: Bo Alm skriver en rutin senast den 30 april 2026.", coming=("2026-05-28",)))
    desk.put("b.docx", minutes("2026-04-16", "Rutin: Cia Dahl skriver en rutin senast den 30 april 2026.", coming=("2026-05-28",)))
    desk.run()
    shown = ask("register", tmp_path, "--today", "2026-05-10")
    commands = [line.strip() for line in shown.splitlines() if line.strip().startswith("Svara: dagordning answer")]
    assert {shlex.split(line)[5] for line in commands} == {"a.docx", "b.docx"}
    _, _, *told = shlex.split(next(line for line in commands if '"b.docx" --in' in line))
    ask(*told, "--today", "2026-05-10")  # as it is printed, from where we stand
    assert "skiljer sig" not in ask("register", tmp_path, "--today", "2026-05-10")
    assert [row["owners"] for row in lines_of(ask("register", tmp_path, "--json"))] == [["Cia Dahl"]]


def test_a_word_on_a_point_is_repeated_in_the_words_of_the_list(desk: Desk) -> None:
    key = desk.row("rutin").key[:8]
    for name, value, told in (
        ("owner", "Cia Dahl", "Ansvarig är nu ”Cia Dahl”."),
        ("Ansvarig", "", "Ansvarig är nu tomt."),
        ("due", "2026-06-01", "Klart senast är nu ”2026-06-01”."),
        ("status", "klar", "Status är nu ”Klar”."),
    ):
        assert ask("set", key, name, value, "--in", desk.root, "--today", "2026-05-10") == f"{key}: {told}\n"
    short = command("set", key[:4], "status", "Klar", "--in", desk.root)
    assert (short.returncode, "minst sex tecken" in short.stderr) == (2, True)


def test_an_explanation_says_in_words_who_was_there_and_where_a_value_comes_from(desk: Desk) -> None:
    desk.put("b.docx", minutes("2026-05-07", "Föregående mötesanteckningar: Föregående mötesanteckningar godkänns.", absent=("Dag Ek",), coming=()))
    desk.on("2026-05-20").run()
    told = " ".join(ask("explain", desk.root / "a.docx", "--today", "2026-05-20").split())
    assert "Helga Norin, med, ordförande" in told
    assert "ett senare möte godkände anteckningarna" in told
    assert "det är den här filen som gäller för mötet" in told
    assert "flera versioner" not in told
    second = ask("explain", desk.root / "b.docx", "--today", "2026-05-20")
    assert "Dag Ek, inte med" in second
    assert not [word for word in ("present", "absent", "chair", "secretary", "kept") if f", {word}" in told + second or f"[{word}" in told + second]


def test_a_template_that_is_not_there_is_told_in_swedish(tmp_path: Path) -> None:
    told = command("template", "check", tmp_path / "saknas.docx")
    assert (told.returncode, "den finns inte" in told.stderr, "No such" in told.stderr) == (2, True, False)


def test_minutes_that_were_read_twice_are_one_attendance_list(desk: Desk) -> None:
    ask("set", "a.docx", "Plats", "Sal Eken", "--in", desk.root, "--today", "2026-05-10")
    desk.put("a.docx", minutes("2026-04-16", "Skyltar: Bo Alm skriver en skylt.", coming=("2026-05-28",)))
    desk.run()
    kept = [line for line in lines_of(ask("person", "Helga Norin", "--json", "--in", desk.root)) if line["what"] == "meeting"]
    assert len(kept) == 1
