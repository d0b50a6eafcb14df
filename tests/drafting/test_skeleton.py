from dataclasses import replace
from datetime import date

import pytest

from functions.drafting import compose
from functions.drafting.slots import Slot, is_break, slots_of, undate
from functions.model.agenda import LineKind
from functions.model.register import Origin, RowKind, RowStatus, SkeletonPoint

from .council import APRIL, COUNCIL, HELD, MARCH, MAY, NOW, draft, due, line_of, points, register, row, titles

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
        ("Anteckningar från mötet 19/3", {Slot.PREVIOUS}),
        ("Anteckningar från patienterna", set()),
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
        ("Välkommen till avdelningen", set()),
        ("Välkomna och presentation", {Slot.OPENING}),
        ("Sammanträdets laglighet och beslutförhet", {Slot.OPENING}),
        ("Beslutförhet vid distansmöten i nämnden", set()),
        ("Gamla uppgifter", {Slot.FOLLOW_UP}),
        ("Läget för öppna uppdrag", {Slot.FOLLOW_UP}),
        ("Lappen från sist", {Slot.FOLLOW_UP}),
        ("Åtgärder från förra mötet", {Slot.FOLLOW_UP}),
        ("Återrapportering av vårdkommissionen", set()),
        ("Nästa kvalitetsråd", {Slot.NEXT}),
        ("Nästa steg", set()),
        ("Avslutande av sammanträdet", {Slot.CLOSING}),
        ("Any other business", {Slot.OTHER}),
        ("Neste møte", {Slot.NEXT}),
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
    twice = tuple((day, points("Mötets öppnande", "Avtal med kommunen", "Laget runt", "Övriga frågor")) for day in ("2026-02-05", "2026-03-19"))
    done = row("a", RowKind.TABLED, "Frågan bordläggs", status=RowStatus.DONE, opened=Origin("2026-02-05", "2", MARCH, "Avtal med kommunen"))
    assert "Avtal med kommunen" in titles(draft(skeletons=twice))
    assert "Avtal med kommunen" not in titles(draft(done, skeletons=twice))


def test_a_round_recurs_although_something_from_it_was_settled() -> None:
    done = row("a", RowKind.TABLED, "Frågan bordläggs", status=RowStatus.DONE, opened=Origin("2026-02-05", "4", MARCH, "Laget runt"))
    assert "Laget runt" in titles(draft(done, skeletons=PAST))


def test_a_recurring_point_that_is_tabled_stands_once_among_the_tabled() -> None:
    agenda = draft(row("a", RowKind.TABLED, "Laget runt"), skeletons=PAST)
    assert titles(agenda).count("Laget runt") == 1
    assert line_of(agenda, "a").kind is LineKind.TABLED


def test_a_carried_matter_and_the_point_that_it_was_called_before_are_one() -> None:
    own = meetings_of(("Öppnande", "Referensnivåer för barn i länet", "Övrigt"), ("Öppnande", "Referensnivåer", "Övrigt"))
    carried = row("a", RowKind.TABLED, "Referensnivåer för barn i länet")
    assert [title for title in titles(draft(carried, skeletons=own)) if "Referens" in title] == ["Referensnivåer för barn i länet"]


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
    assert spans["Rapport från programområdet"] == ("09:10", "09:40")
    assert spans["Uppföljning av åtgärder"] == ("09:40", "09:55")
    starts = [line.start for line in agenda.lines if line.start]
    assert starts == sorted(starts)
    (pause,) = (line for line in agenda.lines if line.kind is LineKind.BREAK)
    assert (pause.number, pause.start, pause.end) == ("", "09:55", "10:10")
    assert next(line.presenter for line in agenda.lines if line.title.startswith("Rapport")) == "Maja Berg"
    assert "Tidsplan: punkterna tar 1 h 40 min av mötets 3 h." in agenda.notes


def test_a_plan_that_is_too_long_is_pressed_together_and_only_the_secretary_is_told() -> None:
    timed = (SkeletonPoint("1", "Mötets öppnande", "13:00", "13:10"), SkeletonPoint("2", "Laget runt", "13:10", "14:30"))
    agenda = draft(skeletons=(("2026-02-05", timed), ("2026-03-19", timed)), meetings=(*HELD, replace(APRIL, start="09:00", end="10:00")))
    assert agenda.lines[-1].end == "10:00"
    told = "Tidsplanen går över med 50 min: punkterna skulle med vanliga tider ta 1 h 50 min av mötets 1 h."
    assert any(note.startswith(told) for note in agenda.notes)


def test_a_guest_comes_at_the_clock_time_of_the_announcement() -> None:
    timed = (SkeletonPoint("1", "Mötets öppnande", "13:00", "13:10"), SkeletonPoint("2", "Laget runt", "13:10", "14:30"))
    visit = row("a", RowKind.PINNED, "Besök av Inköp Norr kl. 10.30", due=due("2026-04-23"))
    agenda = draft(visit, skeletons=(("2026-02-05", timed), ("2026-03-19", timed)), meetings=(*HELD, replace(APRIL, start="09:00", end="12:00")))
    assert line_of(agenda, "a").start == "10:30"
    untimed = draft(visit, skeletons=PAST, meetings=(*HELD, replace(APRIL, start="09:00")))
    assert [line.start for line in untimed.lines if line.start] == ["10:30"]


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


def meetings_of(*agendas: tuple[str, ...]) -> tuple[tuple[str, tuple[SkeletonPoint, ...]], ...]:
    """Earlier agendas, oldest first, a month apart up to March 2026; newest first as in the register."""
    months = [f"{2026 + (2 - back) // 12}-{(2 - back) % 12 + 1:02}-19" for back in range(len(agendas))]
    return tuple((day, points(*names)) for day, names in zip(months, reversed(agendas), strict=True))


def test_a_council_does_without_the_formalities_that_its_minutes_lack_and_gets_none_of_ours() -> None:
    own = ("Runda", "Lappen från sist", "Smått och gott", "Nästa gång")
    assert titles(draft(row("a", RowKind.ACTION, "Sara skriver"), skeletons=meetings_of(own, own, own))) == [
        "Runda",
        "Lappen från sist",
        "Smått och gott",
        "Nästa gång",
    ]
    assert titles(draft(row("a", RowKind.ACTION, "Sara skriver"), skeletons=meetings_of(own[:1], own[:1], own)))[1] == "Lappen från sist"


def test_meetings_to_come_have_a_place_although_the_minutes_have_no_point_for_them() -> None:
    own = ("Öppnande", "Rapporter", "Övrigt")
    assert titles(draft(skeletons=meetings_of(own, own, own)))[-1] == "Kommande möten"
    assert titles(draft(skeletons=meetings_of(own, own, own), meetings=(*HELD, APRIL)))[-1] == "Övrigt"


def test_formalities_stand_in_the_councils_own_order() -> None:
    own = ("Öppnande", "Val av justerare", "Dagordning", "Rapporter", "Föregående protokoll", "Övriga frågor")
    assert titles(draft(skeletons=meetings_of(own, own)))[:4] == ["Öppnande", "Val av justerare", "Dagordning", "Rapporter"]


def test_an_order_and_a_title_that_one_meeting_had_do_not_count_until_the_next_has_them_too() -> None:
    old, new = ("Öppnande", "Rapporter", "Budgetläget", "Övrigt"), ("Öppnande", "Budgetläget", "Rapporter från verksamheten", "Övrigt")
    once = draft(skeletons=meetings_of(old, old, new))
    assert titles(once)[:3] == ["Öppnande", "Rapporter", "Budgetläget"]
    twice = draft(skeletons=meetings_of(old, old, new, new))
    assert titles(twice)[:3] == ["Öppnande", "Budgetläget", "Rapporter från verksamheten"]


def test_what_two_meetings_changed_is_told_to_the_secretary() -> None:
    old, new = ("Öppnande", "Vårdplatsläget", "Övrigt"), ("Öppnande", "Forskningsrunda", "Övrigt")
    notes = draft(skeletons=meetings_of(old, old, new, new)).notes
    assert "”Forskningsrunda” har stått vid de två senaste mötena och är därför med som återkommande punkt." in notes
    assert "”Vårdplatsläget” har inte stått vid de två senaste mötena och är därför inte längre en återkommande punkt." in notes


def test_what_a_short_meeting_lacks_is_not_gone() -> None:
    usual = ("Öppnande", "Dagordning", "Kvalitetsronden", "Patientberättelsen", "Forskningsläget", "Rapporter", "Övrigt", "Avslutning")
    agenda = draft(skeletons=meetings_of(usual, usual, ("Öppnande", "Jourlinjen", "Avslutning")))
    assert {"Kvalitetsronden", "Patientberättelsen", "Forskningsläget", "Dagordning"} <= set(titles(agenda))
    shorter = tuple(title for title in usual if title != "Kvalitetsronden")
    assert "Kvalitetsronden" not in titles(draft(skeletons=meetings_of(usual, usual, shorter, shorter)))


def test_title_variants_are_one_point() -> None:
    agenda = draft(
        skeletons=meetings_of(
            ("Öppnande", "Väntetider till neuropsykiatrisk utredning", "Övrigt"),
            ("Öppnande", "Neuropsykiatriska utredningar", "Övrigt"),
            ("Öppnande", "Neuropsykiatriska utredningar, halvårssiffror", "Övrigt"),
        )
    )
    assert len([line for line in agenda.lines if "europsyk" in line.title]) == 1


def test_points_that_are_renamed_where_they_stand_are_the_same_points() -> None:
    usual = ("Först", "Hur har vi det?", "Cellprov", "Förlossning", "Nästa gång")
    renamed = ("Inledning", "Läget", "Cellprov", "Förlossning", "Nästa gång")
    agenda = draft(skeletons=meetings_of(usual, usual, renamed))
    assert [title for title in titles(agenda) if title in (*usual, *renamed)][:2] == ["Först", "Hur har vi det?"]
    assert {"Inledning", "Läget"} <= set(titles(draft(skeletons=meetings_of(usual, usual, renamed, renamed))))


@pytest.mark.parametrize(("title", "stands"), [("Läkemedel", True), ("Läkemedel vid utskrivning", False)])
def test_a_field_that_one_word_names_recurs_although_the_last_meeting_passed_over_it(title: str, stands: bool) -> None:
    without = ("Öppnande", "Dagordning", "Laget runt", "Hjälpmedel", "Övrigt", "Nästa möte", "Avslutning")
    usual = (*without[:3], title, *without[3:])
    assert (title in titles(draft(skeletons=meetings_of(usual, usual, without)))) is stands


def test_another_number_of_new_points_at_a_place_are_no_new_names() -> None:
    usual = ("Öppnande", "Telefonin", "Cellprov", "Nästa möte")
    other = ("Öppnande", "Budget", "Lokaler", "Cellprov", "Nästa möte")
    assert "Budget" not in titles(draft(skeletons=meetings_of(usual, usual, other)))


def test_a_word_with_which_a_longer_one_begins_names_the_same_point() -> None:
    agenda = draft(skeletons=meetings_of(("Öppnande", "Utskrivningsklara", "Övrigt"), ("Öppnande", "Utskrivning från sjukhus", "Övrigt")))
    assert "Utskrivning från sjukhus" in titles(agenda)


def test_a_recurring_point_that_was_put_off_keeps_its_own_place() -> None:
    usual = ("Öppnande", "Ekonomi", "Utvecklingsbehov", "Risker", "Övrigt")
    put_off = row("a", RowKind.DEFERRED, "Utvecklingsbehov", due=due("2026-04-23"))
    agenda = draft(put_off, skeletons=meetings_of(usual, usual))
    assert [title for title in titles(agenda) if title in usual] == list(usual)
    assert line_of(agenda, "a").title == "Utvecklingsbehov"


def test_two_points_of_one_meeting_are_never_taken_for_one() -> None:
    own = ("Öppnande", "Stärkt samarbete", "Stärkt samarbete LiX", "Övrigt")
    assert {"Stärkt samarbete", "Stärkt samarbete LiX"} <= set(titles(draft(skeletons=meetings_of(own, own))))


@pytest.mark.parametrize(("first", "stands"), [(True, True), (False, False)])
def test_what_stands_every_other_time_stands_when_it_is_its_turn(first: bool, stands: bool) -> None:
    with_it, without = ("Öppnande", "Ekonomi", "Övrigt"), ("Öppnande", "Övrigt")
    six = (with_it, without) * 3 if first else (without, with_it) * 3
    agenda = draft(skeletons=meetings_of(*six))
    assert ("Ekonomi" in titles(agenda)) is stands
    assert ("”Ekonomi” står varannan gång och är inte med den här gången." in agenda.notes) is not stands


def test_what_stood_at_this_time_of_last_year_comes_back_when_its_words_are_yearly() -> None:
    year = [("Öppnande", "Övrigt")] * 13
    year[1] = ("Öppnande", "Verksamhetsberättelse", "Jourlinjen", "Övrigt")  # April 2025
    agenda = draft(skeletons=meetings_of(*year[1:]))
    assert "Verksamhetsberättelse" in titles(agenda) and "Jourlinjen" not in titles(agenda)
    autumn = draft(skeletons=meetings_of(*year[1:]), now=date(2026, 9, 1), meetings=(*HELD, replace(APRIL, date="2026-09-17")))
    assert "Verksamhetsberättelse" not in titles(autumn)


def test_the_year_wheel_of_the_council_list_puts_its_points_on_the_months_meeting() -> None:
    council = replace(COUNCIL, year_wheel="april: Budget; Val av vice ordförande\nmaj: Sommarplan\nnågot annat")
    agenda = compose(register(skeletons=PAST), now=NOW, council=council)
    assert titles(agenda)[-4:] == ["Budget", "Val av vice ordförande", "Övriga frågor", "Kommande möten"]
    (budget,) = (line for line in agenda.lines if line.title == "Budget")
    assert budget.reason == "årshjulet i listan Råd: april"


def test_a_month_without_a_meeting_belongs_to_the_meeting_before_it() -> None:
    council = replace(COUNCIL, year_wheel="maj: Sommarplan\njuni: Bokslut")
    later = replace(MAY, date="2026-09-03")
    assert {"Sommarplan", "Bokslut"} <= set(titles(compose(register(meetings=(*HELD, APRIL, later)), now=NOW, council=council)))


def test_the_points_that_people_set_win_over_what_was_learned() -> None:
    council = replace(COUNCIL, fixed_points="Välkomna\n• Rapport från programområdet\nEtikrond\nUppföljning\nAvslut")
    agenda = compose(register(row("a", RowKind.TABLED, "Fotvård"), skeletons=PAST), now=NOW, council=council)
    assert titles(agenda) == ["Välkomna", "Fotvård", "Rapport från programområdet", "Etikrond", "Uppföljning", "Avslut"]
    assert next(line.reason for line in agenda.lines if line.title == "Etikrond") == "fast punkt i listan Råd"
