from dataclasses import replace

import pytest

from functions.drafting import compose
from functions.model.register import Origin, RowEvent, RowKind, RowStatus

from .council import COUNCIL, HELD, MARCH, MAY, NOW, Meeting, draft, due, line_of, reason_of, register, row


@pytest.mark.parametrize(
    ("status", "reason"),
    [(RowStatus.PROPOSED, "ej bekräftad"), (RowStatus.DORMANT, "vilande"), (RowStatus.SEEMS_DONE, "verkar klar")],
)
def test_what_is_not_surely_open_is_left_out_with_its_status(status: RowStatus, reason: str) -> None:
    assert reason_of(draft(row("a", RowKind.ACTION, "Sara skriver", status=status)), "a") == reason


@pytest.mark.parametrize("status", [RowStatus.DONE, RowStatus.DROPPED, RowStatus.NOT_A_TASK, RowStatus.HISTORIC])
def test_what_is_closed_is_neither_on_the_agenda_nor_left_out(status: RowStatus) -> None:
    agenda = draft(row("a", RowKind.TABLED, "Fotvård", status=status))
    assert "a" not in str(agenda.left_out) and not any(line.keys for line in agenda.lines)


def test_what_was_promised_for_this_meeting_comes_before_what_has_followed_along_longest() -> None:
    agenda = draft(
        row("old", RowKind.ACTION, "Per räknar", meetings_followed=5),
        row("promised", RowKind.ACTION, "Sara skriver", due=due("2026-04-23")),
        row("next", RowKind.ACTION, "Bo frågar", due=due(None, "till nästa möte", "next_meeting")),
        row("new", RowKind.ACTION, "Eva ringer"),
    )
    (follow_up,) = (line for line in agenda.lines if line.parts)
    assert [part.key for part in follow_up.parts] == ["next", "promised", "old", "new"]


def test_the_same_task_of_the_same_person_stands_once() -> None:
    agenda = draft(row("a", RowKind.ACTION, "Sara skriver"), row("b", RowKind.ACTION, "Sara skriver."))
    assert reason_of(agenda, "b") == "samma uppgift står redan med"


def test_a_returned_matter_waits_for_those_who_prepare_it() -> None:
    assert reason_of(draft(row("a", RowKind.RETURNED, "Avtal", owners=("Region Söder",))), "a") == "väntar på svar från Region Söder"
    assert line_of(draft(row("a", RowKind.RETURNED, "Avtal", due=due("2026-04-23"))), "a").purpose == "Åter efter återremiss"


def test_a_matter_for_a_later_meeting_belongs_to_its_date() -> None:
    assert reason_of(draft(row("a", RowKind.PINNED, "Årsrapport", due=due("2026-09-21"))), "a") == "hör till 21 september"


def test_a_matter_of_a_meeting_that_was_moved_follows_the_meeting() -> None:
    moved = Meeting("råd-fjäll", "2026-04-23", moved_from="2026-04-16")
    pinned = row("a", RowKind.PINNED, "Årsrapport", due=due("2026-04-16"))
    later = Meeting("råd-fjäll", "2026-05-28", moved_from="2026-04-23")
    assert line_of(draft(pinned, meetings=(*HELD, moved, MAY)), "a")
    assert (
        reason_of(draft(row("b", RowKind.PINNED, "Budget", due=due("2026-04-23")), meetings=(*HELD, Meeting("x", "2026-04-30"), later)), "b")
        == "hör till 28 maj"
    )


def test_what_was_put_aside_is_never_on_the_agenda() -> None:
    assert reason_of(draft(row("a", RowKind.PARKED, "Webbplats", due=due("2026-04-01"))), "a") == "lagt åt sidan"


def test_a_deferral_without_any_time_waits_and_a_tabled_matter_does_not() -> None:
    agenda = draft(row("a", RowKind.DEFERRED, "Jourlinje"), row("b", RowKind.TABLED, "Fotvård"))
    assert reason_of(agenda, "a") == "ingen tid är bestämd"
    assert line_of(agenda, "b").purpose == "Bordlagt"


@pytest.mark.parametrize(
    ("mention", "comes"),
    [
        (due(None, "nästa möte", "next_meeting"), True),
        (due("2026-04-30", "i april", "month"), True),
        (due("2026-05-31", "i maj", "month"), False),
        (due("2026-06-30", "andra kvartalet", "quarter"), True),
        (due(None, "under våren", "season"), True),
        (due(None, "i höst", "season"), False),
        (due(None, "efter sommaren", "fuzzy"), False),
        (due(None, "efter årsskiftet", "fuzzy"), False),
        (due("2026-05-10", "före 11 maj", "day"), True),
        (due("2026-06-10", "senast 10 juni", "day"), False),
        (due(None, "framöver", "fuzzy"), False),
        (due(None, "i april", "fuzzy"), True),
        (due(None, "först i maj", "fuzzy"), False),
        (due(None, "i februari", "fuzzy"), False),
    ],
)
def test_a_deferral_is_due_when_its_time_has_begun(mention: object, comes: bool) -> None:
    agenda = draft(row("a", RowKind.DEFERRED, "Jourlinje", due=mention))
    assert any("a" in line.keys for line in agenda.lines) is comes


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2026-04-22", "svar senast 22 april, före mötet"),
        ("2026-04-23", None),
        ("2026-05-27", None),
        ("2026-05-28", "svar senast 28 maj, hör till 28 maj eller senare"),
        (None, None),
    ],
)
def test_a_consultation_stands_on_the_last_agenda_before_its_answer_is_due(day: str | None, reason: str | None) -> None:
    agenda = draft(row("a", RowKind.CONSULTATION, "Regional rutin", due=due(day)))
    assert ([left.reason for left in agenda.left_out] or [None]) == [reason]


def test_an_answer_that_is_due_before_the_meeting_is_told_to_the_secretary() -> None:
    agenda = draft(row("a", RowKind.CONSULTATION, "Regional rutin", due=due("2026-04-14")))
    assert "Remissen ska besvaras senast 14 april, före mötet: Regional rutin" in agenda.notes
    named = row("a", RowKind.CONSULTATION, "Remissen ska besvaras senast 14 april.", due=due("2026-04-14"))
    told = draft(replace(named, opened=replace(named.opened, title="Vårdprogram svårläkta sår"))).notes
    assert "Remissen ska besvaras senast 14 april, före mötet: Vårdprogram svårläkta sår" in told


def test_who_signed_the_minutes_is_no_matter_for_the_meeting_that_stood_above_the_name() -> None:
    rows = (row("a", RowKind.PINNED, "Antecknat av Eva Ek", due=due("2026-04-23")), row("b", RowKind.PINNED, "Rapport Eva Ek", due=due("2026-04-23")))
    agenda = draft(*rows, people=(("Eva Ek", "secretary"),), meetings=(*HELD, replace(MAY, date="2026-04-23"), replace(MAY, topics=("Eva Ek",))))
    assert reason_of(agenda, "a") == "ett namn eller en hälsning, inget ärende"
    assert line_of(agenda, "b").title == "Rapport Eva Ek"


@pytest.mark.parametrize("words", ["Eva", "/EE", "God jul när den kommer,", "Glad sommar! Eva"])
def test_a_first_name_initials_or_a_greeting_below_the_meetings_is_no_matter_either(words: str) -> None:
    agenda = draft(row("a", RowKind.PINNED, words, due=due("2026-04-23")), people=(("Eva Ek", "secretary"),))
    assert reason_of(agenda, "a") == "ett namn eller en hälsning, inget ärende"
    assert [meeting.topics for meeting in agenda.upcoming] == [()]


@pytest.mark.parametrize(
    ("history", "stands"),
    [
        ((("part_done", "2026-03-19"), ("seems_done", "2026-03-19")), True),
        ((("seems_done", "2026-02-05"), ("contradicted", "2026-03-19")), True),
        ((("kept", "2026-02-05"), ("seems_done", "2026-03-19")), False),
        ((("seems_done", "2026-03-19"), ("mentioned", "2026-03-19")), False),
        ((("may_be_done", "2026-02-05"), ("mentioned", "2026-03-19")), True),
        ((("may_be_done", "2026-02-05"), ("seems_done", "2026-03-19")), False),
    ],
)
def test_what_seems_done_stays_on_the_agenda_where_it_is_said_to_be_left_or_little_speaks_for_it(
    history: tuple[tuple[str, str], ...], stands: bool
) -> None:
    told = tuple(RowEvent(kind, meeting, None, MARCH, "minutes") for kind, meeting in history)
    item = row("a", RowKind.ACTION, "Sara ringer kliniken", status=RowStatus.SEEMS_DONE, events=told)
    agenda = draft(item)
    assert any("a" in line.keys for line in agenda.lines) is stands
    assert [left.reason for left in agenda.left_out] == ([] if stands else ["verkar klar"])


def test_a_list_at_the_end_that_tells_a_task_again_in_fewer_words_gives_no_second_line() -> None:
    told = Origin("2026-03-19", "2", MARCH)
    long = row("a", RowKind.ACTION, "Bo Ek kontaktar fastighetsägaren angående hissen", owners=("Bo Ek",), opened=told)
    again = row("b", RowKind.ACTION, "Kontakta fastighetsägaren. (Bo Ek)", owners=("Bo Ek",), opened=Origin("2026-03-19", None, MARCH))
    more = row("c", RowKind.ACTION, "Kontakta fastighetsägaren och vaktmästaren. (Bo Ek)", owners=("Bo Ek",), opened=again.opened)
    agenda = draft(long, again, more)
    assert {part.key for line in agenda.lines for part in line.parts} == {"a", "c"}
    assert reason_of(agenda, "b") == "samma uppgift står redan med"


def test_a_tabled_matter_that_bears_the_name_of_a_recurring_point_stands_where_that_point_stands() -> None:
    council = replace(COUNCIL, fixed_points="Öppnande\nLäget\nFastighet\nÖvriga frågor")
    agenda = compose(register(row("a", RowKind.TABLED, "Fastighet")), now=NOW, council=council)
    named = [line.title for line in agenda.lines]
    assert named.count("Fastighet") == 1 and named.index("Läget") < named.index("Fastighet") == [line.keys for line in agenda.lines].index(("a",))
