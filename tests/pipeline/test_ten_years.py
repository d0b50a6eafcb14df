"""Ten years of minutes: read at once, or one by one from the last to the first, the register is the same."""

from __future__ import annotations

from pathlib import Path

from functions.model.library import Council, council_key
from functions.model.register import RowStatus
from tests.pipeline.desk import EYES, Desk, minutes

START = "2025-09-01"
THINGS = ("lampor", "stolar", "skyltar", "mattor", "gardiner", "hyllor", "klockor", "datorer", "skrivare", "tavlor")


def papers() -> dict[str, bytes]:
    """Two meetings a year for ten years; each spring's task is done in the autumn but every other year, and one of a kind is kept open."""
    found = {}
    for number, thing in enumerate(THINGS):
        year = 2016 + number
        spring, autumn = f"{year}-03-05", f"{year}-10-08"
        found[f"{spring}.docx"] = minutes(spring, f"Inköp: Bo Alm köper nya {thing} till mottagningen.", coming=(autumn,))
        done = f"Uppföljning: Bo Alm har köpt nya {thing} till mottagningen: klart." if number % 2 else "Kö: Väntetiden är kort."
        found[f"{autumn}.docx"] = minutes(autumn, done, coming=())
    return found


def at_desk(root: Path) -> Desk:
    root.mkdir()
    desk = Desk(root)
    with desk.opened() as (_, library):
        library.put_council(Council(council_key(EYES), (EYES,), start_date=START))
    return desk


def test_ten_years_at_once_and_from_the_last_to_the_first_are_one_register(tmp_path: Path) -> None:
    once, backwards = at_desk(tmp_path / "once"), at_desk(tmp_path / "backwards")
    for path, data in papers().items():
        once.put(path, data)
    once.run()
    for path, data in sorted(papers().items(), reverse=True):
        backwards.put(path, data)
        backwards.run()
    assert once.register() == backwards.register()
    states = {row.opened.meeting[:4]: row.status for row in once.rows()}
    assert states["2020"] is RowStatus.HISTORIC
    assert states["2025"] is RowStatus.DONE
    assert len(states) == len(THINGS)


def test_minutes_without_a_day_take_their_place_among_ten_years_when_they_get_one(tmp_path: Path) -> None:
    desk = at_desk(tmp_path / "late")
    for path, data in papers().items():
        if not path.startswith("2025-10"):
            desk.put(path, data)
    desk.put("sent.docx", minutes(None, "Uppföljning: Bo Alm har köpt nya tavlor till mottagningen: klart.", coming=()))
    desk.run()
    assert next(row for row in desk.rows() if "tavlor" in row.text).status is not RowStatus.DONE
    desk.set("sent.docx", "Mötesdatum", "2025-10-08")
    desk.run()
    assert next(row for row in desk.rows() if "tavlor" in row.text).status is RowStatus.DONE
