"""The exit codes that the help tells, and what stands beside them on standard error."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pipeline.desk import CORPUS, Desk, minutes, process

SAMPLE = next((CORPUS / "akut-2026-01-27").glob("*.docx"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-04-16", coming=("2026-05-21",)))
    desk.run()
    return tmp_path


def test_what_was_done_is_zero(root: Path) -> None:
    key = Desk(root).row("rutin").key
    for words in (
        ["--version"],
        ["--help"],
        ["run", root],
        ["register", root],
        ["columns", root],
        ["draft", root, "--today", "2026-05-10"],
        ["explain", "a.docx", "--in", root],
        ["explain", root / "a.docx"],
        ["set", root / "a.docx", "Plats", "Sal Eken"],
        ["set", key, "status", "klar", "--in", root],
        ["add", root, "En punkt", "--council", "Samordningsråd ögonsjukvård"],
        ["read", SAMPLE],
        ["interpret", SAMPLE],
    ):
        told = process(*words)
        assert (told.returncode, told.stderr) == (0, ""), words
        assert told.stdout, words


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["run", "finns-inte"], "finns inte"),
        (["run", "{root}", "--today", "i morgon"], "2026-04-27"),
        (["explain", "b.docx", "--in", "{root}"], "inte inläst"),
        (["set", "b.docx", "Råd", "X", "--in", "{root}"], "inte inläst"),
        (["set", "abcdef123456", "status", "klar", "--in", "{root}"], "Ingen punkt"),
        (["set", "a.docx", "Vädret", "sol", "--in", "{root}"], "Kolumnen"),
        (["answer", "a.docx", "123", "Ja", "--in", "{root}"], "finns inte"),
        (["add", "{root}", "En punkt", "--council", "Månrådet"], "inte känt"),
        (["add", "{root}", " ", "--council", "Samordningsråd ögonsjukvård"], "Skriv vad"),
        (["add", "{root}", "En punkt", "--council", "Samordningsråd ögonsjukvård", "--meeting", "i maj"], "2026-04-27"),
        (["draft", "{root}", "--council", "Månrådet"], "inte känt"),
        (["template", "check", "finns-inte.docx"], "kan inte öppnas"),
        (["register", "--in", "/"], ""),
    ],
)
def test_wrong_usage_is_two_and_one_line_says_what_to_do(root: Path, words: list[str], what: str) -> None:
    told = process(*[word.replace("{root}", str(root)) for word in words])
    if what:
        assert told.returncode == 2
        assert what in told.stderr
        assert len(told.stderr.strip().splitlines()) == 1
    assert "Traceback" not in told.stderr


def test_commands_find_the_folder_above_where_they_stand(root: Path) -> None:
    inside = root / "2026" / "mars"
    inside.mkdir(parents=True)
    assert "rutin" in process("register", "--json", cwd=inside).stdout
    told = process("register", cwd=root.parent)
    assert told.returncode == 2
    assert "dagordning run" in told.stderr


def test_a_file_that_cannot_be_read_is_three_and_one_that_is_gone_four(tmp_path: Path) -> None:
    bad = tmp_path / "b.docx"
    bad.write_bytes(b"ingen Word-fil")
    assert process("read", bad).returncode == 3
    assert process("read", tmp_path / "c.docx").returncode == 4
    assert process("read", bad, SAMPLE).returncode == 3
    assert "Närvarande" in process("read", bad, SAMPLE).stdout
    assert process("interpret", bad).returncode == 0
    assert process("interpret", "--strict", bad).returncode == 3


def test_explain_tells_why_a_file_could_not_be_read(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", b"{\\rtf1 x}")
    desk.run()
    told = process("explain", tmp_path / "a.docx")
    assert told.returncode == 0
    assert "RTF-fil" in told.stdout


def test_explain_shows_the_quotation_and_why_a_cell_was_left(root: Path) -> None:
    Desk(root).set("a.docx", "Plats", "Sal Eken")
    Desk(root).set("a.docx", "Ordförande", "")
    told = " ".join(process("explain", root / "a.docx").stdout.split())
    assert "16 april 2026" in told
    assert "någon har skrivit här" in told
    assert "någon har tömt cellen" in told
    assert "Bo Alm skriver en rutin" in told
