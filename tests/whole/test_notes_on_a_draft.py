"""The secretary types her notes on our draft during the meeting and saves it as the minutes: each note belongs to the line it stands at."""

from __future__ import annotations

from pathlib import Path

import pytest

from functions.model.register import OpenItem, RowKind, RowStatus
from tests.drafting import secretary
from tests.pipeline.desk import DRAFTS, EYES, Desk, minutes

DRAFT = f"{DRAFTS}/2026-05-21 Förslag till dagordning {EYES}.docx"
SAVED = "2026-05-21 Mötesanteckningar.docx"
MATTERS = (
    "Fotografering: Bo Alm skriver en rutin för ögonbottenfotografering senast den 30 april 2026.",
    "Linser: Cia Dahl beställer nya linser senast den 12 maj 2026.",
    "Schema: Tove Myr mejlar schemat till alla ledamöter.",
    "Jourlinje: Frågan bordläggs till nästa möte.",
    "Ögonbussen: Frågan bordläggs till nästa möte.",
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.put("2026-04-16 Mötesanteckningar.docx", minutes("2026-04-16", *MATTERS, coming=("2026-05-21", "2026-09-10")))
    desk.run()
    return desk


def tag(data: bytes, words: str) -> str:
    return next(tag for tag, unit in secretary.units(data).items() if words in unit.title)


def with_notes(data: bytes, *, behind: bool = False) -> bytes:
    """The draft with notes at two of the three tasks, and at one of the two tabled matters."""
    data = secretary.note(data, "dg:formal-opening", "Helga Norin öppnar mötet.", "Närvarande: Helga Norin, Bo Alm, Cia Dahl, Tove Myr")
    put = (lambda data, tag, words: secretary.write(data, tag, f" – {words}")) if behind else secretary.note
    data = put(data, tag(data, "rutin för"), "Klart. Rutinen ligger på intranätet.")
    data = put(data, tag(data, "nya linser"), "Pågår, leverantören har inte svarat.")
    return secretary.note(data, tag(data, "Jourlinje"), "Rådet beslutar att införa en jourlinje.", "Cia Dahl tar fram ett schema för jourlinjen.")


def rows(desk: Desk) -> dict[str, OpenItem]:
    return {row.opened.title or row.text if row.kind is RowKind.TABLED else row.text: row for row in desk.rows()}


def look(desk: Desk) -> None:
    """What must be known, however the notes were typed and saved."""
    known = rows(desk)
    told = {words: (row.status, [event.type for event in row.events[1:]]) for words, row in known.items()}
    assert told == {
        "Bo Alm skriver en rutin för ögonbottenfotografering senast den 30 april 2026.": (RowStatus.DONE, ["done"]),
        "Cia Dahl beställer nya linser senast den 12 maj 2026.": (RowStatus.OPEN, ["kept"]),
        "Tove Myr mejlar schemat till alla ledamöter.": (RowStatus.OPEN, []),
        "Jourlinje": (RowStatus.DONE, ["taken_up"]),
        "Ögonbussen": (RowStatus.OPEN, []),
        "Cia Dahl tar fram ett schema för jourlinjen.": (RowStatus.OPEN, []),
    }
    (done,) = (
        event for event in known["Bo Alm skriver en rutin för ögonbottenfotografering senast den 30 april 2026."].events if event.type == "done"
    )
    (done,) = (event for row in known.values() for event in row.events if event.type == "done")
    assert "Rutinen ligger på intranätet" in str(done.quotes[-1].text)


@pytest.mark.parametrize("lost", [False, True])
@pytest.mark.parametrize("behind", [False, True])
def test_notes_on_a_draft_close_and_keep_the_points_they_stand_at(desk: Desk, behind: bool, lost: bool) -> None:
    data = with_notes((desk.root / DRAFT).read_bytes(), behind=behind)
    desk.put(SAVED, secretary.drop_controls(data) if lost else secretary.save_again(data))
    later = desk.on("2026-05-26")
    assert [outcome.status for outcome in later.run().outcomes if outcome.file.path == SAVED] == ["read"]
    look(later)


def test_a_draft_that_became_the_minutes_where_it_lay_is_read_as_such(desk: Desk) -> None:
    (desk.root / DRAFT).write_bytes(with_notes((desk.root / DRAFT).read_bytes()))
    later = desk.on("2026-05-26")
    later.run()
    look(later)
    written = (desk.root / DRAFT).read_bytes()
    later.add("Ny kamera")
    assert (desk.root / DRAFT).read_bytes() == written


def test_what_was_not_reached_stands_on_the_next_draft_and_what_was_settled_does_not(desk: Desk) -> None:
    desk.put(SAVED, with_notes((desk.root / DRAFT).read_bytes()))
    later = desk.on("2026-08-25")
    later.run()
    text = "\n".join(secretary.paragraphs((desk.root / DRAFT.replace("2026-05-21", "2026-09-10")).read_bytes()))
    assert "Ögonbussen" in text and "Tove Myr mejlar schemat" in text and "Cia Dahl beställer nya linser" in text
    assert "rutin för ögonbottenfotografering" not in text


def test_a_draft_that_she_only_prepares_is_no_minutes(desk: Desk) -> None:
    data = (desk.root / DRAFT).read_bytes()
    data = secretary.note(data, tag(data, "Jourlinje"), "Cia inleder. Underlag skickas ut den 14 maj.")
    (desk.root / DRAFT).write_bytes(secretary.write(data, tag(data, "nya linser"), " (Cia berättar)"))
    desk.run()
    assert len(desk.rows()) == 5 and {row.status for row in desk.rows()} == {RowStatus.OPEN}
