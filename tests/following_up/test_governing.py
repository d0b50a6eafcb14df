"""One meeting, one governing file."""

from __future__ import annotations

import pytest

from functions.following_up import record
from functions.following_up.people_events import words_on_files
from functions.model.events import Event, EventType
from tests.following_up.council import TREES, file, minutes, register, row, task, tell

TITLES = ("Ekar", "Almar", "Lindar")
ONE = minutes("2026-03-02", titles=TITLES, actions=(task("Asta mäter ekarna", "Asta Ek"),))


def governing(*names: str, **states: str) -> str | None:
    log = tell(*((name, minutes("2026-03-02", titles=TITLES, state=states.get(name.partition(".")[0], "ongoing"))) for name in names))
    shown = register(log)
    assert len(shown.meetings) == 1
    assert shown.ruled_out == tuple(sorted(set(names) - {shown.meetings[0].file}))
    return shown.meetings[0].file


@pytest.mark.parametrize(
    ("winner", "other"),
    [
        ("Protokoll.docx", "Kopia av Protokoll.docx"),
        ("Protokoll.docx", "Protokoll (1).docx"),
        ("Protokoll v2.docx", "Protokoll.docx"),
        ("Protokoll v10.docx", "Protokoll v9.docx"),
        ("Protokoll_v2.docx", "Protokoll_v1.docx"),
        ("Protokoll slutlig.docx", "Protokoll v2.docx"),
        ("Protokoll justerad.pdf", "Protokoll slutlig.docx"),
        ("Protokoll signerat.pdf", "Protokoll.docx"),
        ("Protokoll.docx", "Protokoll.pdf"),
        ("Protokoll.docx", "Protokoll utkast.docx"),
        ("Protokoll slutlig.docx", "Protokoll slutlig ej justerad.docx"),
        ("a/Protokoll.docx", "b/Protokoll.docx"),
    ],
)
def test_names_tell_which_version_governs(winner: str, other: str):
    assert governing(winner, other) == winner
    assert governing(other, winner) == winner


def test_what_the_file_says_of_itself_outdoes_its_name():
    assert governing("a.docx", "b v2.docx", a="approved") == "a.docx"
    assert governing("a.docx", "b v2.docx", a="final") == "a.docx"


def test_only_the_governing_file_opens_rows():
    log = tell(("m.docx", ONE), ("m v2.docx", minutes("2026-03-02", titles=TITLES, actions=(task("Bo räknar almarna", "Bo Alm"),))))
    assert row(log).text == "Bo räknar almarna"


def test_a_person_chooses_which_file_governs():
    log = tell(("m.docx", ONE), ("m v2 justerad.docx", minutes("2026-03-02", titles=TITLES)))
    word = Event(
        "e1", TREES.key, EventType.EDITED, by="Malin", at="2026-04-01T10:00:00", data={"field": "governing", "file_id": "m.docx", "value": True}
    )
    assert register((*log, word)).ruled_out == ("m v2 justerad.docx",)
    undone = Event(
        "e2", TREES.key, EventType.EDITED, by="Malin", at="2026-04-01T10:05:00", data={"field": "governing", "file_id": "m.docx", "value": None}
    )
    assert register((*log, word, undone)).ruled_out == ("m.docx",)


def test_a_person_says_how_far_the_minutes_are():
    word = Event(
        "e1", TREES.key, EventType.EDITED, by="Malin", at="2026-04-01T10:00:00", data={"field": "state", "file_id": "m.docx", "value": "ongoing"}
    )
    shown = register((*tell(("m.docx", ONE)), word))
    assert (shown.items, shown.meetings[0].state) == ((), "ongoing")
    assert words_on_files((word,)) == ({}, {"m.docx": "ongoing"})


def test_two_meetings_on_one_day_stay_two():
    log = tell(
        ("fm.docx", minutes("2026-03-02", start="09:00", titles=("Ekar", "Almar"), actions=(task("Asta mäter ekarna", "Asta Ek"),))),
        (
            "em.docx",
            minutes("2026-03-02", start="13:00", titles=("Ekonomi i parken", "Anställningar"), actions=(task("Asta mäter ekarna", "Asta Ek"),)),
        ),
    )
    shown = register(log)
    assert [(meeting.start, meeting.file) for meeting in shown.meetings] == [("09:00", "fm.docx"), ("13:00", "em.docx")]
    assert (shown.ruled_out, len(shown.items)) == ((), 2)


def test_two_files_with_the_same_points_are_one_meeting_though_a_start_is_mistyped():
    log = tell(("a.docx", minutes("2026-03-02", start="09:00", titles=TITLES)), ("b.docx", minutes("2026-03-02", start="19:00", titles=TITLES)))
    assert len(register(log).meetings) == 1


def test_keys_stay_when_another_file_comes_to_govern():
    first = tell(("m.docx", ONE))
    log = tell(("m justerad.pdf", minutes("2026-03-02", titles=TITLES, actions=(task("Asta mäter alla ekarna", "Asta Ek"),))), before=first)
    assert (row(log).opened.file, row(log).key) == ("m justerad.pdf", row(first).key)


def test_a_file_replaced_by_one_of_the_same_path_is_not_two_versions():
    first = tell(("m.docx", ONE))
    again = minutes("2026-03-02", titles=TITLES, actions=(task("Asta mäter alla ekarna", "Asta Ek"),))

    log = first + record(again, file=file("m.docx", id="another id"), council=TREES, events=first)
    assert (register(log).ruled_out, row(log).text, row(log).key) == ((), "Asta mäter alla ekarna", row(first).key)
