"""Drafts over time: when they are made, whose they are, and what people do with them."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from functions.drafting.versions import read_versions
from tests.pipeline.desk import DRAFTS, EARS, EYES, Desk, agenda, command, copy_corpus, minutes, parts, traces, words_in

DRAFT = f"2026-05-21 Förslag till dagordning {EYES}.docx"
SHEET = f"2026-05-21 Underlag till sekreteraren {EYES}.docx"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-04-16", coming=("2026-05-21", "2026-09-10")))
    return desk


def edit(data: bytes) -> bytes:
    """The draft with a word of the secretary's in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("ögonsjukvård".encode(), "ögonsjukvård (ändrad)".encode()))
    return made.getvalue()


def test_a_draft_is_made_three_weeks_before_and_not_earlier(desk: Desk) -> None:
    desk.on("2026-04-29").run()
    assert desk.drafts() == []
    desk.on("2026-04-30").run()
    assert desk.drafts() == [DRAFT, SHEET]


def test_a_draft_is_made_anew_while_nobody_edited_it_and_something_new_is_known(desk: Desk) -> None:
    desk.run()
    before = parts(desk.root)
    desk.add("Ny kamera till mottagningen")
    after = parts(desk.root)
    assert "Ny kamera" not in before[DRAFT]["word/document.xml"].decode()
    assert "Ny kamera" in after[DRAFT]["word/document.xml"].decode()


def test_an_edited_draft_gets_what_is_new_and_keeps_her_words(desk: Desk) -> None:
    desk.run()
    place = desk.root / DRAFTS / DRAFT
    place.write_bytes(edit(place.read_bytes()))
    edited, sheet = place.read_bytes(), (desk.root / DRAFTS / SHEET).read_bytes()
    (laid,) = desk.run().drafts
    assert (laid.outcome, place.read_bytes()) == ("edited", edited)
    desk.add("Ny kamera till mottagningen")
    (laid,) = desk.run().drafts
    assert (laid.outcome, "Ny kamera" in str(laid.note)) == ("edited", True)
    assert "ögonsjukvård (ändrad)" in words_in(place) and words_in(place).count("Ny kamera till mottagningen") == 1
    assert (desk.root / DRAFTS / SHEET).read_bytes() != sheet
    assert desk.councils() == [EYES]
    assert desk.run().outcomes == ()


def test_a_deleted_draft_stays_away_and_comes_back_on_request(desk: Desk) -> None:
    desk.run()
    (desk.root / DRAFTS / DRAFT).unlink()
    (laid,) = desk.run().drafts
    assert laid.outcome == "removed"
    assert DRAFT not in desk.drafts()
    told = command("draft", desk.root, "--council", "Samordningsrådet ögonsjukvård", "--today", "2026-05-10")
    assert told.returncode == 0, told.stderr
    assert DRAFT in desk.drafts()


def test_a_draft_can_be_asked_for_long_before_the_meeting(desk: Desk) -> None:
    desk.on("2026-04-20").run()
    assert desk.drafts() == []
    assert command("draft", desk.root, "--today", "2026-04-20").returncode == 0
    assert desk.drafts() == [DRAFT, SHEET]


def test_drafts_that_were_asked_for_ahead_are_kept_up_as_the_next_one_is(desk: Desk) -> None:
    later = DRAFT.replace("2026-05-21", "2026-09-10")
    desk.on("2026-04-20").run()
    assert command("draft", desk.root, "--meeting", "2026-09-10", "--today", "2026-04-20").returncode == 0
    assert later in desk.drafts() and DRAFT not in desk.drafts()
    assert command("draft", desk.root, "--meeting", "2026-06-01", "--today", "2026-04-20").returncode == 2
    desk.run()
    (desk.root / DRAFTS / later).write_bytes(edit((desk.root / DRAFTS / later).read_bytes()))
    desk.add("Ny kamera till mottagningen")
    for name in (DRAFT, later):
        assert words_in(desk.root / DRAFTS / name).count("Ny kamera till mottagningen") == 1
    assert "ögonsjukvård (ändrad)" in words_in(desk.root / DRAFTS / later)
    assert {(laid.agenda.file.rsplit("/", 1)[-1], laid.outcome) for laid in desk.run().drafts} == {(DRAFT, "unchanged"), (later, "edited")}
    (desk.root / DRAFTS / later).unlink()
    desk.run()
    desk.add("Ny lampa")
    assert later not in desk.drafts() and "Ny lampa" in words_in(desk.root / DRAFTS / DRAFT)


def test_one_look_up_tells_a_councils_drafts(desk: Desk) -> None:
    desk.put("b.docx", minutes("2026-04-16", council=EARS, coming=("2026-05-21",)))
    desk.run()
    with desk.opened() as (place, library):
        eyes, ears = (read_versions(place.state, council=council.key) for council in library.councils())
        assert [version.path for version in (*eyes, *ears)] == [f"{DRAFTS}/{DRAFT}", f"{DRAFTS}/{DRAFT.replace(EYES, EARS)}"]
        for council in library.councils():
            assert len(place.state.notes(f"drafts:{council.key}")) == 1


def test_a_persons_own_agenda_for_that_date_gives_a_sheet_and_no_draft(desk: Desk) -> None:
    desk.put("Kallelser/Kallelse 21 maj.docx", agenda("2026-05-21"))
    (laid,) = desk.run().drafts
    assert (laid.outcome, laid.agenda.state) == ("own", "own")
    assert desk.drafts() == [SHEET]
    assert "Stäm av" in parts(desk.root)[SHEET]["word/document.xml"].decode()
    (told,) = [json.loads(line) for line in command("draft", desk.root, "--json", "--today", "2026-05-10").stdout.splitlines()]
    assert (told["state"], told["file"], told["lines"]) == ("own", "Kallelser/Kallelse 21 maj.docx", [])


def test_an_agenda_for_another_date_or_another_council_stops_no_draft(desk: Desk) -> None:
    desk.put("k1.docx", agenda("2026-09-10"))
    desk.put("b.docx", minutes("2026-04-16", council="Programråd tandvård", coming=("2026-08-01",)))
    desk.put("k2.docx", agenda("2026-05-21", council="Programråd tandvård"))
    outcomes = {laid.agenda.council: laid.outcome for laid in desk.run().drafts}
    assert outcomes == {EYES: "written"}


def test_the_samples_own_agenda_is_known_by_its_call(tmp_path: Path) -> None:
    desk = Desk(copy_corpus(tmp_path)).on("2026-04-10")
    (tmp_path / "2026-04-23 Mötesanteckningar Samordningsråd diabetes.docx").unlink()
    outcomes = {laid.agenda.council: laid.outcome for laid in desk.run().drafts}
    assert outcomes["Samordningsråd diabetes"] == "own"


def test_a_draft_that_is_open_in_word_waits(desk: Desk) -> None:
    desk.run()
    owner = desk.root / DRAFTS / f"~${DRAFT[2:]}"
    owner.write_bytes(b"Tove Myr")
    desk.add("Ny kamera till mottagningen")
    (laid,) = desk.run().drafts
    assert (laid.outcome, "öppet" in str(laid.note)) == ("waiting", True)
    owner.unlink()
    (laid,) = desk.run().drafts
    assert laid.outcome == "written"


def test_minutes_typed_on_top_of_the_draft_are_minutes(desk: Desk) -> None:
    desk.run()
    made = (desk.root / DRAFTS / DRAFT).read_bytes()
    desk.put("2026-05-21 Mötesanteckningar.docx", made)
    desk.on("2026-05-25").run()
    assert "rutin" in next(row.text for row in desk.on("2026-05-25").rows())
    assert len(desk.on("2026-05-25").rows()) == 1  # what we wrote opens nothing


def test_without_a_coming_date_a_draft_on_request_asks_for_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-04-16", coming=()))
    assert desk.run().drafts == ()
    assert command("draft", tmp_path, "--today", "2026-05-10").returncode == 0
    assert desk.drafts() == [f"Utan datum Förslag till dagordning {EYES}.docx", f"Utan datum Underlag till sekreteraren {EYES}.docx"]
    assert "Datum är inte bestämt" in parts(tmp_path)[desk.drafts()[0]]["word/document.xml"].decode()


def test_the_sheet_has_a_template_of_its_own(desk: Desk) -> None:
    from tests.reading.packages import build, p

    desk.put(f"Mallar för dagordning/Underlag {EYES}.docx", build(p("Vårt eget underlag till {{ draft }}")))
    desk.run()
    assert f"Vårt eget underlag till {DRAFT}" in parts(desk.root)[SHEET]["word/document.xml"].decode()
    assert "Vårt eget underlag" not in parts(desk.root)[DRAFT]["word/document.xml"].decode()


def test_a_template_of_the_councils_own_is_used(desk: Desk) -> None:
    from tests.reading.packages import build, p

    desk.put(f"Mallar för dagordning/{EYES}.docx", build(p("Vår egen mall för {{ council }}")))
    desk.run()
    assert "Vår egen mall för Samordningsråd" in parts(desk.root)[DRAFT]["word/document.xml"].decode()
    written = traces(desk.root)
    desk.run()
    assert traces(desk.root) == written
