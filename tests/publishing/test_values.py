"""What the columns say of a file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from functions.model.library import Council
from functions.model.minutes import Action, Decision, DocumentFacts, Doubt, MeetingFacts, Minutes, Person, Quote
from functions.model.register import Meeting, OpenItem, Origin, Register, RowKind, RowStatus
from functions.publishing.columns import BY_NAME
from functions.publishing.values import changed_files, cleared_values, reading_values, values_from_register, values_of

TREES = Council("trädrådet", ("Trädrådet",))
MINUTES = Minutes(
    document=DocumentFacts("minutes", "sv", "abc", "docx 1", "read"),
    meeting=MeetingFacts("rådet för träd", date="2026-03-02", start="09:00", end="11:00", place="Eken", chair="Asta Ek", secretary="Bo Alm"),
    people=(
        Person("Asta Ek", "chair"),
        Person("Bo Alm", attendance="partial"),
        Person("Cilla Lind", attendance="absent"),
        Person("Dag Rönn", attendance="guest"),
    ),
    decisions=(
        Decision("d1", "1", "Rådet beslutar"),
        Decision("d2", "2", "Godkänns", "formality"),
        Decision("d3", "3", "Nämnden", decided_by="Nämnden"),
    ),
    actions=(Action("a1", "1", "Asta mäter ekarna"),),
    doubts=(Doubt("q1", "who", "Vem är Helena?"),),
)


def item(status: RowStatus, path: str = "1.docx") -> OpenItem:
    return OpenItem(status.value + path, TREES.key, RowKind.ACTION, "x", (), None, status, Origin("2026-03-02", "1", path))


REGISTER = Register(
    TREES.key,
    "Trädrådet",
    items=(item(RowStatus.OPEN), item(RowStatus.SEEMS_DONE), item(RowStatus.DONE), item(RowStatus.OPEN, "2.docx")),
    meetings=(
        Meeting(TREES.key, "2026-03-02", held=True, state="final", file="1.docx"),
        Meeting(TREES.key, "2026-04-06", cancelled=True),
        Meeting(TREES.key, "2026-04-13"),
    ),
    ruled_out=("1 kopia.docx",),
)


def test_settled_minutes_fill_every_column():
    assert values_of(MINUTES, council=TREES, register=REGISTER, path="1.docx") == {
        "DgCouncil": "Trädrådet",
        "DgMeetingDate": "2026-03-02",
        "DgState": "Klar",
        "DgOpenItems": 2,
        "DgNextMeeting": "2026-04-13",
        "DgToCheck": 1,
        "DgReading": "Inläst",
        "DgReadingReason": None,
        "DgAttendees": "Asta Ek, Bo Alm, Dag Rönn",
        "DgChair": "Asta Ek",
        "DgSecretary": "Bo Alm",
        "DgStart": "09:00",
        "DgEnd": "11:00",
        "DgPlace": "Eken",
        "DgOnline": None,
        "DgDecisions": 1,
        "DgActions": 1,
        "DgGoverning": True,
        "DgFingerprint": "abc",
        "DgReader": "docx 1",
    }


def test_only_documented_columns_are_filled():
    assert set(values_of(MINUTES, council=TREES, register=REGISTER, path="1.docx")) | set(cleared_values()) | {"DgReread"} == set(BY_NAME)


def test_ongoing_minutes_tell_their_meeting_and_their_questions_only():
    ongoing = replace(REGISTER, meetings=(replace(REGISTER.meetings[0], state="ongoing"), *REGISTER.meetings[1:]))
    values = values_of(MINUTES, council=TREES, register=ongoing, path="1.docx")
    assert (values["DgState"], values["DgChair"], values["DgToCheck"]) == ("Pågår", "Asta Ek", 1)
    assert [values[name] for name in ("DgOpenItems", "DgNextMeeting", "DgDecisions", "DgActions")] == [None] * 4


def test_a_version_that_does_not_govern_counts_nothing():
    values = values_of(MINUTES, council=TREES, register=REGISTER, path="1 kopia.docx")
    assert [values[name] for name in ("DgOpenItems", "DgDecisions", "DgActions", "DgGoverning")] == [None, None, None, False]


@pytest.mark.parametrize("kind", ["agenda", "other"])
def test_a_file_that_is_no_minutes_gets_nothing(kind: str):
    document = DocumentFacts(kind, status="not_minutes")
    assert values_of(replace(MINUTES, document=document), council=TREES, register=REGISTER, path="1.docx") == {}


def test_an_unreadable_file_gets_its_reason_only():
    document = DocumentFacts("other", status="unreadable", reason="Inskannad bild utan text.")
    assert values_of(Minutes(document), council=None) == {"DgReading": "Kunde inte läsas", "DgReadingReason": "Inskannad bild utan text."}
    assert reading_values("waiting", reason="Filen är öppen i Word.")["DgReading"] == "Väntar"
    assert reading_values("not_minutes") == {}


def test_without_a_council_the_name_in_the_minutes_shows():
    assert values_of(MINUTES, council=None)["DgCouncil"] == "rådet för träd"


def test_nothing_sensitive_reaches_a_column():
    hidden = (Quote("b1", 0, 4, None),)
    meeting = replace(MINUTES.meeting, place="Hos 19121212-1212", chair="Asta Ek", quotes={"chair": hidden})
    people = (Person("Asta Ek", quotes=hidden), Person("Bo 121212-1212"), Person("Cilla Lind", attendance="absent"))
    values = values_of(replace(MINUTES, meeting=meeting, people=people), council=TREES)
    assert (values["DgPlace"], values["DgChair"], values["DgAttendees"]) == (None, None, "Asta Ek")
    assert reading_values("needs_a_look", reason="Om 19121212-1212")["DgReadingReason"] is None


def test_a_line_holds_what_a_library_can_hold():
    long = replace(MINUTES, meeting=replace(MINUTES.meeting, place="Eken\n " * 200))
    place = values_of(long, council=TREES)["DgPlace"]
    assert isinstance(place, str)
    assert len(place) <= 255
    assert "\n" not in place


def test_the_register_alone_tells_what_changes_without_the_file():
    assert values_from_register(REGISTER, path="1.docx") == {"DgState": "Klar", "DgOpenItems": 2, "DgNextMeeting": "2026-04-13", "DgGoverning": True}
    assert values_from_register(REGISTER, path="unknown.docx") == {}


def test_nothing_left_is_a_zero():
    assert values_from_register(replace(REGISTER, items=()), path="1.docx")["DgOpenItems"] == 0


@pytest.mark.parametrize("new", ["2026-03-20", "2026-04-10", "2026-06-01"])
def test_a_new_meeting_changes_only_the_files_that_it_comes_next_after(new: str) -> None:
    meetings = tuple(Meeting(TREES.key, day, held=True, state="final", file=f"{day}.docx") for day in ("2026-03-02", "2026-04-02", "2026-05-02"))
    before = Register(TREES.key, "Trädrådet", meetings=meetings)
    after = replace(before, meetings=tuple(sorted((*meetings, Meeting(TREES.key, new)), key=lambda one: one.date)))
    paths = [f"{meeting.date}.docx" for meeting in meetings]
    told = [path for path in paths if values_from_register(before, path=path) != values_from_register(after, path=path)]
    assert changed_files(before, after, paths=paths) == told == [max(path for path in paths if path < f"{new}.docx")]
