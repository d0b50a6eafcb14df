"""`dagordning template`: a template to start from, and the check of one."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document

from functions import errors
from functions.drafting import PAPERS, check_template, new_template, render_draft
from functions.drafting.papers import Paper
from functions.drafting.sample import render_sample, sample_agenda
from tests.drafting.word_files import with_paragraph, words_of
from tests.pipeline.desk import EYES, Desk, command, minutes


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-04-16", coming=("2026-05-21",)))
    desk.run()
    return desk


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_new_template_has_guidance_nothing_to_mend_and_makes_the_default_paper(paper: Paper) -> None:
    data = new_template(paper)
    assert data == new_template(paper)
    assert len(list(Document(io.BytesIO(data)).comments)) >= 3
    assert check_template(data, paper=paper) == []
    assert words_of(render_sample(paper, template=data)) == words_of(render_sample(paper))


def test_a_new_template_is_laid_among_the_librarys_templates_and_used_there(desk: Desk) -> None:
    told = command("template", "new", "--council", EYES, "--in", desk.root)
    place = desk.root / "Mallar för dagordning" / f"dagordning {EYES}.docx"
    assert (told.returncode, place.exists()) == (0, True), told.stderr
    (laid,) = desk.run().drafts
    assert laid.note is None


def test_a_new_template_is_never_written_over_another_file(tmp_path: Path) -> None:
    place = tmp_path / "egen.docx"
    assert command("template", "new", place).returncode == 0
    before = place.read_bytes()
    told = command("template", "new", place)
    assert (told.returncode, place.read_bytes()) == (errors.BadUsage.exit_code, before)
    assert "finns redan" in told.stderr


def test_an_unknown_council_or_paper_is_wrong_usage(desk: Desk) -> None:
    for words in (("--council", "Rådet för ingenting"), ("--paper", "protokoll")):
        assert command("template", "new", *words, "--in", desk.root).returncode == errors.BadUsage.exit_code
    assert not (desk.root / "Mallar för dagordning").exists()


def test_the_check_tells_errors_and_remarks_apart_with_their_paragraphs(tmp_path: Path) -> None:
    place = tmp_path / "mall.docx"
    place.write_bytes(with_paragraph("Klicka här: {{ kommun }}"))
    told = command("template", "check", place)
    assert told.returncode == errors.BadTemplate.exit_code
    assert told.stdout.splitlines()[:2] == ["fel: Mallen använder fältet ”kommun”, som inte finns.", "  Stycket: Klicka här: {{ kommun }}"]
    assert "anmärkning: ”Klicka här” står kvar i mallen." in told.stdout
    place.write_bytes(with_paragraph("Klicka här"))
    assert command("template", "check", place).returncode == 0
    place.write_bytes(new_template())
    assert "Mallen fungerar" in command("template", "check", place).stdout


def test_a_template_is_checked_as_the_paper_that_its_name_says(tmp_path: Path) -> None:
    for name, options, code in (("underlag.docx", (), 0), ("mall.docx", (), 6), ("mall.docx", ("--paper", "underlag"), 0)):
        place = tmp_path / name
        place.write_bytes(new_template(PAPERS[1]))
        assert command("template", "check", place, *options).returncode == code


def test_the_sample_that_a_template_is_tried_with_is_a_draft() -> None:
    assert render_sample(PAPERS[0]) == render_draft(sample_agenda())
