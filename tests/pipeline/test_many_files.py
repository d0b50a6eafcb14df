"""A back-catalogue: many files at once, read by several processes, old ones left as they are, and every file accounted for."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from functions import reading_ahead
from functions.pipeline import run
from functions.views import terminal
from tests.pipeline.desk import EARS, Desk, ask, hashes, minutes


def shelf(desk: Desk, *, count: int = 12) -> Desk:
    """Minutes of two councils, a letter, a damaged file, and an undated one."""
    for number in range(count):
        day = f"{2026 - number // 4}-{1 + 3 * (number % 4):02}-{2 + number:02}"
        desk.put(f"{99 - number}.docx", minutes(day, f"Rutin: Bo Alm skriver rutin {number} om öron och ögon senast 30 december 2026.", coming=()))
        desk.put(f"öron {number}.docx", minutes(day, "Hörsel: Cia Dahl ringer kommunen om hörselslingan.", council=EARS, coming=()))
    desk.put("trasig.docx", b"PK\x03\x04 trasig")
    desk.put("brev.txt", b"Hej")
    desk.put("utan dag.docx", minutes(None, coming=()))
    return desk


def test_several_processes_give_the_same_as_one(tmp_path: Path) -> None:
    alone, together = shelf(Desk(tmp_path / "a")), shelf(Desk(tmp_path / "b"))
    with alone.opened() as (place, _):
        expected = run(place, workers=1)
    with together.opened() as (place, _):
        found = run(place, workers=2)
    assert [(o.file.path, o.status, o.meeting) for o in found.outcomes] == [(o.file.path, o.status, o.meeting) for o in expected.outcomes]
    assert together.register() == alone.register()
    assert {path: together.cells(path) for path in ("99.docx", "öron 0.docx")} == {path: alone.cells(path) for path in ("99.docx", "öron 0.docx")}
    assert together.run().outcomes == ()


def test_a_process_that_dies_costs_time_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = shelf(Desk(tmp_path), count=3)
    monkeypatch.setattr(reading_ahead, "_understand", _Dies())
    with desk.opened() as (place, _):
        found = run(place, workers=2)
    assert sum(o.status in ("read", "needs_a_look") for o in found.outcomes) == 7


class _Dies:
    """Ends the process that is to read."""

    def __call__(self, *what: object) -> None:
        import os

        os._exit(9)


def test_few_files_start_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_ahead, "ProcessPoolExecutor", None)
    assert len(shelf(Desk(tmp_path), count=2).run().outcomes) >= 5


def test_old_minutes_are_followed_but_nothing_is_written_beside_them_unless_asked(tmp_path: Path) -> None:
    desk = shelf(Desk(tmp_path))
    before = hashes(tmp_path)
    desk.run()
    assert "DgChair" in desk.cells("99.docx")
    assert desk.cells("90.docx") == {}
    assert {row["opened"]["meeting"][:4] for row in desk.register()} == {"2024", "2025", "2026"}
    assert hashes(tmp_path) == before
    desk.set("90.docx", "Läs om", "Ja")
    assert desk.cells("90.docx")["DgChair"] == "Helga Norin"
    assert desk.cells("91.docx") == {}


def test_the_columns_of_old_minutes_are_filled_when_that_is_asked_for(tmp_path: Path) -> None:
    desk = shelf(Desk(tmp_path), count=12)
    desk.run()
    assert desk.cells("88.docx") == {}
    ask("run", tmp_path, "--old", "--today", "2026-05-10")
    assert desk.cells("88.docx")["DgChair"] == "Helga Norin"


def test_the_closing_report_accounts_for_every_file(tmp_path: Path) -> None:
    desk = shelf(Desk(tmp_path), count=24)
    report = desk.run()
    page = io.StringIO()
    terminal.show_report(report, Console(file=page, width=80, markup=False, highlight=False), root=str(tmp_path))
    told = " ".join(page.getvalue().split())
    counts = [int(word) for word, after in zip(told.split(), told.split()[1:], strict=False) if word.isdigit() and after in STATUSES]
    assert f"{len(report.outcomes)} filer gicks igenom" in told
    assert sum(counts) == len(report.outcomes)
    assert "trasig.docx" in told
    assert "lästa möten" in told


STATUSES = ("Inläst", "Att", "Kunde", "Inte", "Väntar")
