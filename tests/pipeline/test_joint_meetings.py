"""A meeting that two councils hold together: each has its own draft, which names the other; the sheets say where the other one lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drafting import secretary
from tests.pipeline.desk import DRAFTS, EARS, EYES, Desk, minutes

TASK = "Bo Alm skriver en rutin för ögonbottenfotografering."
OTHER = "Cia Dahl beställer nya hörslingor."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.put("ögon.docx", shared("Fotografering: " + TASK))
    desk.put("öron.docx", minutes("2026-04-14", "Slingor: " + OTHER, council=EARS, coming=("2026-05-21",)))
    desk.run()
    desk.run()
    return desk


def shared(*matters: str) -> bytes:
    """Minutes whose next meeting is held together with the other council."""
    import io
    import zipfile

    made, plain = io.BytesIO(), minutes("2026-04-16", *matters, coming=("2026-05-21",))
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            line = "21 maj 2026 kl. 13.00–15.00, Sal Linden"
            new.writestr(name, old.read(name).replace(line.encode(), f"{line}, gemensamt möte med {EARS}".encode()))
    return made.getvalue()


def text(desk: Desk, council: str, *, sheet: bool = False) -> str:
    title = "Underlag till sekreteraren" if sheet else "Förslag till dagordning"
    return "\n".join(secretary.paragraphs((desk.root / DRAFTS / f"2026-05-21 {title} {council}.docx").read_bytes()))


def test_each_council_has_its_own_draft_that_names_the_other(desk: Desk) -> None:
    eyes, ears = text(desk, EYES), text(desk, EARS)
    assert f"Gemensamt med {EARS}" in eyes and f"Gemensamt med {EYES}" in ears
    assert TASK.rstrip(".") in eyes and OTHER.rstrip(".") not in eyes
    assert OTHER.rstrip(".") in ears and TASK.rstrip(".") not in ears


def test_the_sheets_say_where_the_other_draft_lies(desk: Desk) -> None:
    assert f"Deras förslag heter 2026-05-21 Förslag till dagordning {EARS}.docx," in text(desk, EYES, sheet=True)
    assert f"Deras förslag heter 2026-05-21 Förslag till dagordning {EYES}.docx," in text(desk, EARS, sheet=True)


def test_a_meeting_that_is_shared_no_more_is_told_as_any_other(desk: Desk) -> None:
    desk.put("ögon.docx", minutes("2026-04-16", "Fotografering: " + TASK, coming=("2026-05-21",)))
    desk.run()
    desk.run()
    assert "Gemensamt med" not in text(desk, EYES) and "Gemensamt med" not in text(desk, EARS)
