"""Stored snapshots save work and change nothing: register, lists and draft are the same, to the byte, with and without them."""

from __future__ import annotations

from pathlib import Path

import pytest

from functions.following_up import projecting, readings, stages
from functions.publishing.lists import DECISIONS, FOLLOW_UP, MEETINGS
from functions.taking_in import STAGES
from tests.pipeline.desk import Desk, minutes

DAYS = ("2026-01-15", "2026-02-12", "2026-03-12", "2026-04-09", "2026-05-07")
MATTERS = (
    ("Fotografering: Bo Alm skriver en rutin för ögonbottenfotografering senast den 30 april 2026.", "Budget: Frågan bordläggs."),
    ("Uppföljning: Bo Alm skriver en rutin för ögonbottenfotografering: kvarstår.", "Enkät: Cia Dahl skickar enkäten till klinikerna."),
    ("Budget: Rådet beslutar att köpa en ny kamera.", "Uppföljning: Cia Dahl skickar enkäten till klinikerna: klart."),
    ("Lokaler: Tove Myr bokar lokal för hösten senast den 1 juni 2026.", "Uppföljning: Bo Alm tar över enkäten."),
    ("Uppföljning: Bo Alm skriver en rutin för ögonbottenfotografering: klart.", "Skyltar: Helga Norin beställer skyltar till nästa möte."),
)


def everything(root: Path, *, least: int) -> tuple[dict[str, object], list[str]]:
    """All that stands in a folder after five meetings, each taken in by a process that has just started; and the books of snapshots."""
    root.mkdir()
    desk = Desk(root)
    for number, (day, matters) in enumerate(zip(DAYS, MATTERS, strict=True)):
        desk.put(f"{day}.docx", minutes(day, *matters, coming=DAYS[number + 1 : number + 2] or ("2026-06-04",)))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(stages, "_LEAST", least)
            patch.setattr(stages, "_EVERY", 1)
            stages.forget_stages()
            projecting._latest.clear()
            readings._latest.clear()
            desk.on(f"{day[:8]}28").run()
    with desk.opened(read_only=True) as (place, library):
        lists = {name: [(row.key, dict(row.values)) for row in library.rows(name)] for name in (FOLLOW_UP, DECISIONS, MEETINGS)}
        books = [book for council in library.councils() for book in place.state.notes(f"{STAGES}-{council.key}")]
    drafts = {path.name: path.read_bytes() for path in sorted(root.rglob("*.docx")) if path.parent != root}
    return {"register": desk.on("2026-05-28").register(), "lists": lists, "drafts": drafts}, books


def test_register_lists_and_drafts_are_the_same_with_and_without_snapshots(tmp_path: Path):
    without, none = everything(tmp_path / "a", least=10**9)
    there, some = everything(tmp_path / "b", least=1)
    assert (none, some) == ([], [STAGES])
    assert there["drafts"]
    assert there == without
