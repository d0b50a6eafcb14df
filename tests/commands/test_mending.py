"""Rows that people put together, divide, or change back: it holds over every later reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from functions import errors
from functions.commands import mending
from tests.pipeline.desk import EARS, Desk, ask, minutes

PAPER = minutes(
    "2026-03-05",
    "Fotografering: Bo Alm skriver en rutin för ögonbottenfotografering senast den 30 april 2026.",
    "Kameror: Cia Dahl tar fram anvisningar för kameran i maj 2026.",
)
NEXT = minutes("2026-04-16", "Uppföljning: Cia Dahl, anvisningar för kameran: klart.", coming=("2026-05-28",))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.put("a.docx", PAPER)
    desk.run()
    return desk


def mend(desk: Desk, what: str, **words: object) -> None:
    with desk.opened() as (place, _):
        getattr(mending, what)(place, by="Tove Myr", **words)


def texts(desk: Desk) -> list[tuple[str, str]]:
    return sorted((str(row.text), str(row.status)) for row in desk.rows())


def test_two_points_put_together_are_one_with_both_stories(desk: Desk) -> None:
    one, other = desk.row("anvisningar"), desk.row("rutin")
    mend(desk, "merge", key=one.key[:8], into=other.key)
    (row,) = desk.rows()
    assert (row.key, row.text) == (other.key, other.text)
    assert row.owners == ("Bo Alm", "Cia Dahl")
    assert [event.type for event in row.events] == ["opened", "opened", "merged"]
    assert "Lades ihop" in ask("history", row.key, "--in", desk.root)


def test_what_later_minutes_say_of_either_counts_for_both(desk: Desk) -> None:
    mend(desk, "merge", key=desk.row("anvisningar").key, into=desk.row("rutin").key)
    desk.put("b.docx", NEXT)
    desk.run()
    (row,) = desk.rows()
    assert row.status == "done"


def test_a_merge_holds_when_the_file_is_written_anew(desk: Desk) -> None:
    mend(desk, "merge", key=desk.row("anvisningar").key, into=desk.row("rutin").key)
    desk.put(
        "a.docx",
        minutes(
            "2026-03-05", *("Rutin: Bo Alm skriver en rutin för ögonbottenfotografering.", "Kameror: Cia Dahl tar fram anvisningarna för kameran.")
        ),
    )
    desk.run()
    assert len(desk.rows()) == 1


def test_points_of_two_councils_are_never_put_together(desk: Desk) -> None:
    desk.put("c.docx", minutes("2026-03-06", "Hörsel: Cia Dahl ringer kommunen om slingan.", council=EARS))
    desk.run()
    with pytest.raises(errors.BadUsage, match="olika råd"):
        mend(desk, "merge", key=desk.row("slingan").key, into=desk.row("rutin").key)
    with pytest.raises(errors.BadUsage, match="samma punkt"):
        mend(desk, "merge", key=desk.row("rutin").key, into=desk.row("rutin").key)


def test_a_divided_point_is_two_as_old_as_it_was(desk: Desk) -> None:
    row = desk.row("rutin")
    mend(desk, "split", key=row.key, texts=["Skriva rutinen", "Köpa en kamera"])
    kept, part = desk.row("Skriva rutinen"), desk.row("Köpa en kamera")
    assert kept.key == row.key
    assert (part.opened.meeting, part.owners, part.due, part.quotes) == (row.opened.meeting, row.owners, row.due, row.quotes)
    desk.put("b.docx", minutes("2026-04-16", "Uppföljning: Bo Alm, köpa en kamera: klart."))
    desk.run()
    assert str(desk.row("Köpa en kamera").status) in ("done", "seems_done")


def test_undo_goes_back_one_step_at_a_time_and_tells_what_it_took_back(desk: Desk) -> None:
    before = texts(desk)
    key = desk.row("rutin").key
    desk.set(key, "status", "Klar")
    desk.set(key, "owner", "Helga Norin")
    assert "Ansvarig" in ask("undo", "--in", desk.root)
    assert desk.row("rutin").owners == ("Bo Alm",)
    assert str(desk.row("rutin").status) == "done"
    assert "Status" in ask("undo", key, "--in", desk.root)
    assert texts(desk) == before
    with pytest.raises(errors.BadUsage, match="inget att ångra"):
        mend(desk, "take_back", key=None)


@pytest.mark.parametrize("what", ["merge", "split", "add", "answer"])
def test_everything_that_is_said_in_a_command_can_be_taken_back(desk: Desk, what: str) -> None:
    desk.put("d.docx", minutes("2026-02-05", "Anna: Anna ringer skolan.", roster=("Anna Ek, ordförande", "Anna Alm, sekreterare"), coming=()))
    desk.run()
    before = desk.register(), desk.doubts("d.docx")
    if what == "merge":
        mend(desk, "merge", key=desk.row("anvisningar").key, into=desk.row("rutin").key)
    elif what == "split":
        mend(desk, "split", key=desk.row("rutin").key, texts=["En", "Två"])
    elif what == "add":
        desk.add("Genomgång av lampor")
    else:
        desk.answer("d.docx", "owner_ambiguous", "Anna Ek")
    assert (desk.register(), desk.doubts("d.docx")) != before
    mend(desk, "take_back", key=None)
    assert (desk.register(), desk.doubts("d.docx")) == before
    again = desk.register()
    desk.run()
    assert desk.register() == again
