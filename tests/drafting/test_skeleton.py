from dataclasses import replace

import pytest

from functions.drafting.skeleton import Slot, is_break, slots_of, undate
from functions.model.agenda import LineKind
from functions.model.register import Origin, RowKind, RowStatus, SkeletonPoint

from .council import APRIL, HELD, MARCH, draft, due, line_of, points, row, titles

PAST = (
    ("2026-02-05", points("Mötets öppnande", "Rapport från programområdet", "Budget", "Laget runt", "Övriga frågor")),
    ("2026-03-19", points("Mötets öppnande", "Läget i vården", "Rapport från programområdet", "Laget runt", "Övriga frågor")),
)


@pytest.mark.parametrize(
    ("title", "slots"),
    [
        ("Öppnande och presentation", {Slot.OPENING}),
        ("Mötet öppnas och godkännande av dagordning", {Slot.OPENING, Slot.AGENDA}),
        ("Godkännande av dagordningen och anmälan av övriga frågor", {Slot.AGENDA}),
        ("Godkännande anteckningar 2026-03-19", {Slot.PREVIOUS}),
        ("Föregående protokoll", {Slot.PREVIOUS}),
        ("Läget sedan senaste mötet", set()),
        ("Förra mötet", {Slot.PREVIOUS}),
        ("Uppföljning av actionfrågor", {Slot.FOLLOW_UP}),
        ("Uppföljning av beslut från föregående möte", {Slot.FOLLOW_UP}),
        ("Uppföljning av medicinsk fotvård", set()),
        ("Övriga frågor", {Slot.OTHER}),
        ("Nästkommande möten", {Slot.NEXT}),
        ("Mötet avslutas", {Slot.CLOSING}),
        ("Övriga frågor och avslutning", {Slot.OTHER, Slot.CLOSING}),
        ("Val av justerare", {Slot.OFFICERS}),
        ("Avslutningssamtal i palliativ vård", set()),
        ("Öppna jämförelser", set()),
        ("Summering av enkäten", set()),
        ("Medicinsk fotvård", set()),
    ],
)
def test_a_formality_is_known_by_its_words(title: str, slots: set[Slot]) -> None:
    assert slots_of(title) == slots


def test_a_pause_is_known_from_a_matter() -> None:
    assert is_break("Paus") and is_break("Lunch") and is_break("Kaffe och smörgås")
    assert not is_break("Lunchmiljö på avdelningarna och patienternas måltider")


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Godkännande anteckningar 2026-03-19", "Godkännande anteckningar"),
        ("Föregående mötesanteckningar från den 19 mars 2026", "Föregående mötesanteckningar"),
        ("Nästa möte", "Nästa möte"),
        ("Nästa möte den 23 april kl. 13.00", "Nästa möte"),
        ("Anteckningar från mötet 19/3", "Anteckningar"),
    ],
)
def test_a_recurring_title_loses_the_date_it_was_written_for(title: str, bare: str) -> None:
    assert undate(title) == bare


def test_a_point_that_two_of_the_last_meetings_had_recurs_in_the_latest_order() -> None:
    agenda = draft(skeletons=PAST)
    assert [line.title for line in agenda.lines if line.kind is LineKind.MATTER] == ["Rapport från programområdet", "Laget runt"]


def test_a_single_earlier_agenda_gives_wording_and_no_recurring_points() -> None:
    agenda = draft(skeletons=PAST[:1])
    assert not [line for line in agenda.lines if line.kind is LineKind.MATTER]
    assert titles(agenda)[0] == "Mötets öppnande"


def test_the_councils_own_formalities_are_not_doubled() -> None:
    own = points(
        "Öppnande och godkännande av dagordning", "Godkännande anteckningar 2026-02-05", "Uppföljning av åtgärder", "Övriga frågor och avslutning"
    )
    agenda = draft(row("a", RowKind.ACTION, "Sara skriver"), skeletons=(("2026-02-05", own), ("2026-03-19", own)))
    assert titles(agenda) == [
        "Öppnande och godkännande av dagordning",
        "Godkännande anteckningar, 19 mars",
        "Uppföljning av åtgärder",
        "Kommande möten",
        "Övriga frågor och avslutning",
    ]


def test_a_standing_matter_takes_the_place_of_the_point_it_already_is() -> None:
    agenda = draft(row("a", RowKind.STANDING, "Laget runt"), row("b", RowKind.STANDING, "Patientsäkerhet"), skeletons=PAST)
    assert titles(agenda).count("Laget runt") == 1
    assert titles(agenda).index("Laget runt") < titles(agenda).index("Patientsäkerhet")


def test_a_matter_that_was_settled_after_standing_twice_does_not_recur() -> None:
    done = row("a", RowKind.TABLED, "Frågan bordläggs", status=RowStatus.DONE, opened=Origin("2026-02-05", "4", MARCH, "Laget runt"))
    assert "Laget runt" not in titles(draft(done, skeletons=PAST))


def test_a_recurring_point_that_is_tabled_stands_once_among_the_tabled() -> None:
    agenda = draft(row("a", RowKind.TABLED, "Laget runt"), skeletons=PAST)
    assert titles(agenda).count("Laget runt") == 1
    assert line_of(agenda, "a").kind is LineKind.TABLED


def test_times_move_with_the_meetings_start_and_never_run_backwards() -> None:
    timed = (
        SkeletonPoint("1", "Mötets öppnande", "13:00", "13:10"),
        SkeletonPoint("2", "Rapport från programområdet", "13:30", "14:00", ("Maja Berg",)),
        SkeletonPoint(None, "Paus", "14:00", "14:15"),
        SkeletonPoint("3", "Uppföljning av åtgärder", "14:15", "14:30"),
        SkeletonPoint("4", "Övriga frågor", "14:45", "15:00"),
    )
    agenda = draft(
        row("a", RowKind.ACTION, "Sara skriver"),
        skeletons=(("2026-02-05", timed), ("2026-03-19", timed)),
        meetings=(*HELD, replace(APRIL, start="09:00", end="12:00")),
    )
    spans = {line.title: (line.start, line.end) for line in agenda.lines}
    assert spans["Mötets öppnande"] == ("09:00", "09:10")
    assert spans["Rapport från programområdet"] == ("09:30", "10:00")
    assert spans["Uppföljning av åtgärder"] == (None, None)
    starts = [line.start for line in agenda.lines if line.start]
    assert starts == sorted(starts)
    (pause,) = (line for line in agenda.lines if line.kind is LineKind.BREAK)
    assert (pause.number, pause.start) == ("", "10:00")
    assert next(line.presenter for line in agenda.lines if line.title.startswith("Rapport")) == "Maja Berg"


def test_no_line_has_a_time_while_the_meetings_start_is_unknown() -> None:
    timed = (SkeletonPoint("1", "Mötets öppnande", "13:00"), SkeletonPoint("2", "Övriga frågor", "14:00"))
    agenda = draft(skeletons=(("2026-03-19", timed),), meetings=(*HELD, replace(APRIL, start=None)))
    assert not any(line.start for line in agenda.lines)


def test_a_presenter_of_one_visit_is_not_put_up_again() -> None:
    first = (SkeletonPoint("1", "Rapport", presenters=("Maja Berg",)),)
    second = (SkeletonPoint("1", "Rapport", presenters=("Bo Ek",)),)
    agenda = draft(skeletons=(("2026-02-05", first), ("2026-03-19", second)))
    assert next(line.presenter for line in agenda.lines if line.title == "Rapport") is None


def test_minutes_of_the_meeting_itself_teach_nothing() -> None:
    agenda = draft(row("a", RowKind.TABLED, "Fotvård", due=due("2026-04-23")), skeletons=(*PAST, ("2026-04-23", points("Nytt", "Rum"))))
    assert "Rapport från programområdet" in titles(agenda)
