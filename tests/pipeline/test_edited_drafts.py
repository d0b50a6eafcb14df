"""A draft between the first proposal and the day it is sent: what the secretary does to it, and what the program then does."""

from __future__ import annotations

from pathlib import Path

import pytest

from functions.following_up.row_edits import edit_meeting, speaker
from functions.library.folder import FolderLibrary
from functions.model.events import EventType
from functions.pipeline import run
from tests.drafting import secretary
from tests.pipeline.desk import DRAFTS, EYES, Desk, command, minutes, traces

DRAFT = f"2026-05-21 Förslag till dagordning {EYES}.docx"
SHEET = f"2026-05-21 Underlag till sekreteraren {EYES}.docx"
NEXT = DRAFT.replace(".docx", ", version 2.docx")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    matters = ("Fotografering: Bo Alm skriver en rutin senast den 30 april 2026.", "Linser: Cia Dahl beställer nya linser senast den 30 april 2026.")
    desk.put("a.docx", minutes("2026-04-16", *matters, coming=("2026-05-21", "2026-09-10")))
    desk.run()
    return desk


def place(desk: Desk, name: str = DRAFT) -> Path:
    return desk.root / DRAFTS / name


def paragraphs(desk: Desk, name: str = DRAFT) -> str:
    return "\n".join(secretary.paragraphs(place(desk, name).read_bytes()))


def tag_with(desk: Desk, words: str) -> str:
    return next(tag for tag, unit in secretary.units(place(desk).read_bytes()).items() if words in unit.title and tag.startswith("dg:row-"))


def write(desk: Desk, words: str, more: str) -> None:
    place(desk).write_bytes(secretary.write(place(desk).read_bytes(), tag_with(desk, words), more))


def take_away(desk: Desk, words: str) -> None:
    place(desk).write_bytes(secretary.take_away(place(desk).read_bytes(), tag_with(desk, words)))


def say_of_meeting(desk: Desk, field: str, value: object) -> None:
    with desk.opened() as (work, library):
        (council,) = library.councils()
        by = speaker("Tove Myr", today=work.now, clock=work.clock())
        library.append_events([edit_meeting(by, council=council.key, meeting="2026-05-21", field=field, value=value)])


def test_new_points_come_into_the_edited_draft_and_a_second_run_writes_nothing(desk: Desk) -> None:
    write(desk, "rutin", " (Bo visar)")
    take_away(desk, "nya linser")
    desk.add("Ny kamera till mottagningen")
    text = paragraphs(desk)
    assert "(Bo visar)" in text and "nya linser" not in text and text.count("Ny kamera till mottagningen") == 1
    desk.run()
    written = traces(desk.root)
    (laid,) = desk.run().drafts
    assert laid.outcome == "edited" and traces(desk.root) == written
    assert "Ny kamera" in "\n".join(secretary.paragraphs(place(desk, SHEET).read_bytes()))


def test_a_later_run_does_not_take_her_words_for_ours(desk: Desk) -> None:
    write(desk, "rutin", " (Bo visar)")
    desk.add("Ny kamera till mottagningen")
    desk.add("Nya lokaler")  # the file is as we wrote it last, but her words are in it
    text = paragraphs(desk)
    assert "(Bo visar)" in text and "Ny kamera" in text and "Nya lokaler" in text


def test_a_draft_that_was_only_saved_again_is_told_anew_as_before(desk: Desk) -> None:
    place(desk).write_bytes(secretary.save_again(place(desk).read_bytes()))
    (laid,) = desk.run().drafts
    assert laid.outcome == "unchanged"
    desk.add("Ny kamera till mottagningen")
    assert "Ny kamera till mottagningen" in paragraphs(desk)


def test_a_copy_without_controls_is_no_agenda_of_her_own(desk: Desk) -> None:
    place(desk).write_bytes(secretary.drop_controls(secretary.write(place(desk).read_bytes(), tag_with(desk, "rutin"), " (Bo visar)")))
    desk.add("Ny kamera till mottagningen")
    (laid,) = desk.run().drafts
    assert laid.outcome == "edited"
    text = paragraphs(desk)
    assert "(Bo visar)" in text and text.count("Ny kamera till mottagningen") == 1 and text.count("skriver en rutin") == 1


def test_what_cannot_be_merged_lies_beside_hers_once(desk: Desk) -> None:
    broken = place(desk).read_bytes()[:2000]
    place(desk).write_bytes(broken)
    desk.add("Ny kamera till mottagningen")
    assert place(desk).read_bytes() == broken
    assert "Ny kamera" in paragraphs(desk, NEXT)
    (laid,) = desk.run().drafts
    assert (laid.outcome, laid.agenda.file) == ("unchanged", f"{DRAFTS}/{NEXT}")
    place(desk, NEXT).unlink()
    desk.add("Nya lokaler")
    assert not place(desk, NEXT).exists() and place(desk).read_bytes() == broken


def test_a_sent_draft_keeps_its_bytes_and_what_is_new_goes_to_the_next_version(desk: Desk) -> None:
    write(desk, "rutin", " (Bo visar)")
    sent = place(desk).read_bytes()
    desk.set(f"{DRAFTS}/{DRAFT}", "Läge för förslaget", "Utskickad")
    (laid,) = desk.run().drafts
    assert (laid.outcome, laid.agenda.state) == ("sent", "sent")
    assert not place(desk, NEXT).exists()
    desk.add("Ny kamera till mottagningen")
    assert place(desk).read_bytes() == sent
    text = paragraphs(desk, NEXT)
    assert "(Bo visar)" in text and "Ny kamera" in text
    assert "utskickat" in "\n".join(secretary.paragraphs(place(desk, SHEET).read_bytes()))
    desk.add("Nya lokaler")
    assert "Nya lokaler" in paragraphs(desk, NEXT) and place(desk).read_bytes() == sent


def test_a_draft_that_is_ready_is_left_until_it_is_a_proposal_again(desk: Desk) -> None:
    desk.set(f"{DRAFTS}/{DRAFT}", "Läge för förslaget", "Klar att skicka")
    ready = place(desk).read_bytes()
    desk.add("Ny kamera till mottagningen")
    (laid,) = desk.run().drafts
    assert (laid.outcome, place(desk).read_bytes()) == ("ready", ready)
    assert "klart att skicka" in str(laid.note)
    desk.set(f"{DRAFTS}/{DRAFT}", "Läge för förslaget", "Förslag")
    assert "Ny kamera" in paragraphs(desk)


def test_a_meeting_that_moves_takes_its_draft_along(desk: Desk) -> None:
    write(desk, "rutin", " (Bo visar)")
    say_of_meeting(desk, "date", "2026-05-28")
    desk.run()
    moved = DRAFT.replace("05-21", "05-28")
    assert desk.drafts() == [moved, SHEET.replace("05-21", "05-28")]
    text = paragraphs(desk, moved)
    assert "(Bo visar)" in text and "28 maj 2026" in text and "21 maj" not in text


def test_the_draft_of_a_cancelled_meeting_is_withdrawn_and_comes_back_with_it(desk: Desk) -> None:
    say_of_meeting(desk, "cancelled", True)
    (laid,) = desk.run().drafts
    assert (laid.outcome, desk.drafts()) == ("withdrawn", [])
    assert desk.run().drafts == ()
    say_of_meeting(desk, "cancelled", False)
    desk.run()
    assert desk.drafts() == [DRAFT, SHEET]


def test_an_edited_draft_of_a_cancelled_meeting_stays_and_she_is_told(desk: Desk) -> None:
    write(desk, "rutin", " (Bo visar)")
    before = place(desk).read_bytes()
    say_of_meeting(desk, "cancelled", True)
    (laid,) = desk.run().drafts
    assert "inställt" in str(laid.note) and place(desk).read_bytes() == before


def test_what_she_does_to_carried_points_is_noted_and_closes_nothing(desk: Desk) -> None:
    write(desk, "rutin", " (Bo visar)")
    take_away(desk, "nya linser")
    desk.run()
    desk.run()
    with desk.opened(read_only=True) as (_, library):
        (council,) = library.councils()
        told = [event for event in library.events_of(council.key) if event.type is EventType.EDITED and event.data.get("field") == "agenda"]
    assert sorted((str(event.data["value"]), event.by) for event in told) == [("changed", "person"), ("off", "person")]
    assert {row.status.value for row in desk.rows()} == {"open"}
    assert {event.type for row in desk.rows() for event in row.events} >= {"off_agenda", "changed_on_agenda"}


def quiet_in_summer(tmp_path: Path) -> Desk:
    """A council that meets on 20 August, and wants nothing in the weeks 27 to 32."""
    desk = Desk(tmp_path)
    desk.put("a.docx", minutes("2026-06-04", coming=("2026-08-20",)))
    desk.on("2026-06-08").run()
    assert command("set", EYES, "Tysta veckor", "27-32", "--in", tmp_path, "--today", "2026-06-08").returncode == 0
    return desk


def test_no_draft_is_made_in_a_quiet_week_but_before_it(tmp_path: Path) -> None:
    desk = quiet_in_summer(tmp_path)
    desk.on("2026-06-20").run()
    assert desk.drafts() == []
    desk.on("2026-06-28").run()  # three weeks before is 30 July, in week 31; week 27 begins on 29 June
    assert [name[:10] for name in desk.drafts()] == ["2026-08-20", "2026-08-20"]


def test_no_draft_begins_in_a_quiet_week(tmp_path: Path) -> None:
    desk = quiet_in_summer(tmp_path)
    desk.on("2026-07-20").run()
    assert desk.drafts() == []
    desk.on("2026-08-10").run()
    assert len(desk.drafts()) == 2


@pytest.mark.parametrize("crash", ["before the file", "after the file"])
def test_a_crash_in_the_middle_of_a_merge_ends_as_if_there_had_been_none(desk: Desk, crash: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write(desk, "rutin", " (Bo visar)")
    put = FolderLibrary.put_draft

    def dying(self: FolderLibrary, path: str, data: bytes, *, expected: str | None) -> object:
        if DRAFT in path:
            if crash == "after the file":
                put(self, path, data, expected=expected)
            raise KeyboardInterrupt
        return put(self, path, data, expected=expected)

    monkeypatch.setattr(FolderLibrary, "put_draft", dying)
    with pytest.raises(KeyboardInterrupt):
        desk.add("Ny kamera till mottagningen")
    monkeypatch.undo()
    desk.run()
    text = paragraphs(desk)
    assert "(Bo visar)" in text and text.count("Ny kamera till mottagningen") == 1 and text.count("skriver en rutin") == 1
    write(desk, "Ny kamera", " i höst")
    desk.add("Nya lokaler")
    text = paragraphs(desk)
    assert "Ny kamera till mottagningen i höst" in text and text.count("Ny kamera") == 1 and "Nya lokaler" in text


def test_a_dry_run_touches_nothing(desk: Desk) -> None:
    write(desk, "rutin", " (Bo visar)")
    desk.put("b.docx", minutes("2026-05-04", "Kamera: Bo Alm köper en kamera.", coming=("2026-05-21",)))
    before = traces(desk.root)
    with desk.opened(read_only=True) as (work, _):
        run(work)
    assert traces(desk.root) == before
