"""Two files of one council processed at the same time by two workers: the later one sees what the earlier one noted."""

from __future__ import annotations

from functions.model.library import Change
from functions.pipeline import process, turns_of
from tests.jobs.office import Desk
from tests.pipeline.desk import minutes


def changed(desk: Desk, path: str) -> Change:
    return next(change for change in desk.library.changes(None).changes if change.file and change.file.path == path)


def test_what_another_worker_wrote_before_the_lease_is_read_anew() -> None:
    desk = Desk()
    desk.library.put("a.docx", minutes("2026-03-05", "Remisser: Bo Alm tar fram ett förslag."))
    process(changed(desk, "a.docx"), desk.office.place)
    desk.library.put("b.docx", minutes("2026-04-16", "Prover: Cia Dahl kontaktar labbet."))
    turns, begun = turns_of(desk.office.place), desk.library.begun
    desk.library.put("c.docx", minutes("2026-05-07", "Lokaler: Tove Myr bokar salen."))
    process(changed(desk, "c.docx"), desk.office.place)
    process(changed(desk, "b.docx"), desk.office.place, turns=turns)
    assert desk.library.begun == begun + 1


def test_alone_nothing_is_read_twice() -> None:
    desk = Desk()
    desk.library.put("a.docx", minutes("2026-03-05", "Remisser: Bo Alm tar fram ett förslag."))
    process(changed(desk, "a.docx"), desk.office.place)
    desk.library.put("b.docx", minutes("2026-04-16", "Prover: Cia Dahl kontaktar labbet."))
    process(changed(desk, "b.docx"), desk.office.place, turns=turns_of(desk.office.place))
    assert desk.library.begun == 0
