"""`dagordning draft --guests` and `--for`: papers for one person, laid where one says."""

from pathlib import Path

import pytest

from functions import errors
from tests.drafting.word_files import words_of
from tests.pipeline.desk import EYES, Desk, command, hashes, minutes

TODAY = ("--today", "2026-05-10")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "m")
    desk.put("a.docx", minutes("2026-04-16", "Remisser: Bo Alm skriver svaret till nästa möte.", coming=("2026-05-21",)))
    desk.run()
    assert command("add", desk.root, "Besök av John Smith om pumpar (på engelska)", "--council", EYES, *TODAY).returncode == 0
    return desk


def test_invitations_are_laid_where_one_says_and_nothing_in_the_library(desk: Desk, tmp_path: Path) -> None:
    before = hashes(desk.root)
    for _ in range(2):
        told = command("draft", desk.root, "--guests", "--to", tmp_path / "ut", *TODAY)
        assert told.returncode == 0, told.stderr
    (made,) = (tmp_path / "ut").iterdir()
    assert made.name == f"2026-05-21 Inbjudan John Smith {EYES}.docx"
    assert "Thursday 21 May 2026" in words_of(made.read_bytes())
    assert hashes(desk.root) == before


def test_an_invitation_that_somebody_changed_is_left(desk: Desk, tmp_path: Path) -> None:
    command("draft", desk.root, "--guests", "--to", tmp_path / "ut", *TODAY)
    (made,) = (tmp_path / "ut").iterdir()
    made.write_bytes(b"hers")
    command("draft", desk.root, "--guests", "--to", tmp_path / "ut", *TODAY)
    assert made.read_bytes() == b"hers"
    assert len(list((tmp_path / "ut").iterdir())) == 2


def test_a_member_gets_their_own_points(desk: Desk, tmp_path: Path) -> None:
    told = command("draft", desk.root, "--for", "bo", "--to", tmp_path, *TODAY)
    assert told.returncode == 0, told.stderr
    words = words_of((tmp_path / f"2026-05-21 Dina punkter Bo Alm {EYES}.docx").read_bytes())
    assert "skriver svaret" in words


@pytest.mark.parametrize("words", [("--for", "Ingen Alls"), ("--guests", "--language", "la")])
def test_what_cannot_be_made_is_wrong_usage(desk: Desk, tmp_path: Path, words: tuple[str, ...]) -> None:
    told = command("draft", desk.root, *words, "--to", tmp_path / "ut", *TODAY)
    assert told.returncode == errors.BadUsage.exit_code
    assert not (tmp_path / "ut").exists()


def test_without_guests_one_is_told_how_to_add_one(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-04-16", coming=("2026-05-21",)))
    desk.run()
    told = command("draft", desk.root, "--guests", *TODAY)
    assert (told.returncode, "dagordning add" in told.stderr) == (errors.BadUsage.exit_code, True)
