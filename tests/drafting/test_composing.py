from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.drafting import compose, describe, draft_path, due_for_draft, sheet_path
from functions.drafting.composing import OwnAgenda
from functions.model.agenda import LineKind, LineType
from functions.model.library import Council
from functions.model.register import Meeting, Origin, RowEvent, RowKind, RowStatus

from .council import APRIL, COUNCIL, HELD, MARCH, MAY, NOW, draft, due, line_of, reason_of, register, row, titles


def test_the_draft_is_for_the_earliest_announced_meeting_that_is_neither_held_nor_cancelled() -> None:
    off = Meeting("råd-fjäll", "2026-04-10", cancelled=True)
    assert draft(meetings=(*HELD, off, APRIL, MAY)).meeting == APRIL


def test_a_meeting_today_still_gets_its_draft_and_one_of_yesterday_does_not() -> None:
    assert draft(now=date(2026, 4, 23)).meeting == APRIL
    assert draft(now=date(2026, 4, 24)).meeting == MAY


def test_a_cancelled_meeting_before_the_next_is_told_to_the_secretary() -> None:
    notes = draft(meetings=(*HELD, replace(APRIL, cancelled=True), MAY)).notes
    assert "Mötet 23 april 2026 är inställt." in notes


def test_without_an_announced_meeting_the_date_is_not_decided_and_a_question_is_asked() -> None:
    agenda = draft(meetings=HELD)
    assert agenda.meeting is None
    assert any("Datum är inte bestämt" in note and "?" in note for note in agenda.notes)
    assert agenda.file == "Förslag till dagordning/Utan datum Förslag till dagordning Samordningsråd fjäll.docx"


def test_the_formalities_stand_in_order_with_the_carried_matters_between() -> None:
    agenda = draft(
        row("a", RowKind.ACTION, "Sara skriver en rutin"),
        row("b", RowKind.TABLED, "Fotvård"),
        row("c", RowKind.CONSULTATION, "Regional rutin för egenmonitorering", due=due("2026-05-04")),
        row("d", RowKind.ANNOUNCED, "Patientföreträdare i arbetsgrupp"),
    )
    assert titles(agenda) == [
        "Öppning och närvaro",
        "Godkännande av dagordningen och anmälan av övriga frågor",
        "Föregående mötesanteckningar, 19 mars",
        "Uppföljning",
        "Fotvård",
        "Regional rutin för egenmonitorering",
        "Patientföreträdare i arbetsgrupp",
        "Övriga frågor",
        "Kommande möten",
        "Avslutning",
    ]
    assert [line.number for line in agenda.lines] == [str(number) for number in range(1, 11)]


def test_earlier_minutes_are_no_point_where_none_are_known() -> None:
    assert not [title for title in titles(draft(meetings=(APRIL,))) if "öregående" in title]


def test_minutes_that_are_still_being_written_are_told_to_the_secretary() -> None:
    ongoing = replace(HELD[1], state="ongoing")
    assert any("Läge: Pågår" in note for note in draft(meetings=(HELD[0], ongoing, APRIL)).notes)


def test_a_carried_line_says_where_it_comes_from() -> None:
    assert line_of(draft(row("a", RowKind.TABLED, "Fotvård")), "a").origin == "(från 19 mars, punkt 11)"


def test_the_year_stands_where_it_is_another_than_the_meetings() -> None:
    carried = row("a", RowKind.TABLED, "Fotvård", opened=Origin("2025-03-19", "11", "x.docx"))
    assert line_of(draft(carried), "a").origin == "(från 19 mars 2025, punkt 11)"


def test_an_item_without_a_number_is_named_by_its_title() -> None:
    carried = row("a", RowKind.TABLED, "Fotvård", opened=Origin("2026-03-19", "Övriga frågor", MARCH))
    assert line_of(draft(carried), "a").origin == "(från 19 mars, Övriga frågor)"


def test_what_a_person_added_says_so_instead_of_naming_minutes() -> None:
    carried = row("a", RowKind.TABLED, "Fotvård", quotes=(), events=(RowEvent("added", None, None, None, "Åsa Öberg"),))
    assert line_of(draft(carried), "a").origin == "(tillagd för hand)"


def test_a_matter_that_two_rows_name_stands_once_with_both_keys() -> None:
    agenda = draft(row("a", RowKind.TABLED, "Medicinsk fotvård"), row("b", RowKind.PINNED, "medicinsk fotvård", due=due("2026-04-23")))
    assert line_of(agenda, "a").keys == ("a", "b")
    assert titles(agenda).count("Medicinsk fotvård") == 1


def test_near_identical_titles_are_two_matters() -> None:
    agenda = draft(row("a", RowKind.TABLED, "Stärkt samarbete"), row("b", RowKind.ANNOUNCED, "Stärkt samarbete LiX"))
    assert line_of(agenda, "a") != line_of(agenda, "b")


def test_long_titles_that_differ_at_their_end_are_two_matters() -> None:
    start = "Kvalitetssäkring av rehabiliteringsinsatser inom primärvårdens mottagningar och vårdcentraler " * 2
    agenda = draft(row("a", RowKind.ANNOUNCED, start + "norr"), row("b", RowKind.ANNOUNCED, start + "söder"))
    assert line_of(agenda, "a") != line_of(agenda, "b")
    assert len(line_of(agenda, "a").title) <= 160


def test_a_sentence_that_only_points_at_its_matter_gives_way_to_the_items_title() -> None:
    carried = row("a", RowKind.TABLED, "Frågan bordläggs till mötet den 23 april.", opened=Origin("2026-03-19", "5", MARCH, "Medicinsk fotvård"))
    assert line_of(draft(carried), "a").title == "Medicinsk fotvård"


@pytest.mark.parametrize("words", ["Tas i februari", "Hann vi inte. Tas i april.", "Får bli december", "Skjuts till vårens andra möte"])
def test_a_sentence_that_only_says_when_gives_way_to_the_items_title(words: str) -> None:
    carried = row("a", RowKind.TABLED, words, opened=Origin("2026-03-19", "5", MARCH, "Larmmattor"))
    assert line_of(draft(carried), "a").title == "Larmmattor"
    named = row("a", RowKind.TABLED, f"Sängvågar. {words}", opened=Origin("2026-03-19", "5", MARCH, "Rapporter från inköp"))
    assert "Sängvågar" in line_of(draft(named), "a").title


def test_the_words_that_put_a_matter_off_are_no_part_of_its_title() -> None:
    carried = row("a", RowKind.DEFERRED, "Nivåstrukturering tas upp i april", due=due("2026-04-30", "i april", "month"))
    assert line_of(draft(carried), "a").title == "Nivåstrukturering"


def test_a_topic_of_the_calendar_that_no_row_carries_is_a_line() -> None:
    agenda = draft(meetings=(*HELD, replace(APRIL, topics=("årsrapport",))))
    (found,) = (line for line in agenda.lines if line.kind is LineKind.PINNED)
    assert (found.title, found.origin, found.keys) == ("Årsrapport", "(från 19 mars)", ())


def test_a_line_is_never_called_by_half_a_sentence():
    words = "Moa pratar med gatukontoret och återkommer. Frågan får vänta till nästa gång."
    half = row("a", RowKind.DEFERRED, words, due=due("2026-04-30", "i april", "month"))
    titled = replace(half, opened=replace(half.opened, title="Farthinder Skolgatan"))
    assert line_of(draft(titled), "a").title == "Farthinder Skolgatan"
    assert not line_of(draft(half), "a").title.endswith(" och")


def test_a_topic_whose_row_a_person_has_closed_does_not_come_back_through_the_calendar() -> None:
    closed = row("a", RowKind.PINNED, "årsrapport", due=due("2026-04-23"), status=RowStatus.DROPPED)
    assert "Årsrapport" not in titles(draft(closed, meetings=(*HELD, replace(APRIL, topics=("årsrapport",)))))


def test_text_that_must_stay_in_its_file_is_replaced_by_the_items_title_or_left_out() -> None:
    hidden = "(innehåller personuppgift, se filen)"
    named = row("a", RowKind.DEFERRED, hidden, due=due("2026-04-23"), opened=Origin("2026-03-19", "5", MARCH, "Avvikelser"))
    agenda = draft(named, row("b", RowKind.ACTION, hidden))
    assert line_of(agenda, "a").title == "Avvikelser"
    assert reason_of(agenda, "b") == "innehåller personuppgift, se filen"


def test_a_personal_identity_number_never_reaches_a_line() -> None:
    agenda = draft(row("a", RowKind.ACTION, "Per ringer 19121212-1212 om avvikelsen"), row("b", RowKind.ANNOUNCED, "Ärende 121212-1212"))
    assert "1212" not in str(describe(agenda)["lines"]).replace("quotes", "").split("'quotes'")[0]
    assert all("1212" not in line.title for line in agenda.lines)
    assert all("1212" not in part.text for line in agenda.lines for part in line.parts)


def test_characters_that_no_file_name_may_hold_are_replaced() -> None:
    council = Council("x", ('Råd: A/B "vård"?.',))
    assert draft_path(council, meeting=APRIL) == "Förslag till dagordning/2026-04-23 Förslag till dagordning Råd-A-B-vård.docx"


def test_the_sheet_lies_beside_the_draft() -> None:
    assert sheet_path(draft()) == "Förslag till dagordning/2026-04-23 Underlag till sekreteraren Samordningsråd fjäll.docx"


def test_a_persons_own_agenda_stands_and_she_is_told_what_a_draft_would_have_had() -> None:
    rows = (row("a", RowKind.TABLED, "Fotvård"), row("b", RowKind.ACTION, "Sara skriver en rutin"))
    agenda = compose(register(*rows), now=NOW, council=COUNCIL, own_agenda=OwnAgenda("Möten/2026-04-23 Dagordning.docx"))
    assert (agenda.state, agenda.lines, agenda.file) == ("own", (), "Möten/2026-04-23 Dagordning.docx")
    assert any("Fotvård" in note and "Sara skriver en rutin" in note for note in agenda.notes)
    assert reason_of(agenda, "a") == reason_of(agenda, "b") == "det finns en egen dagordning"


def test_a_persons_own_agenda_is_asked_only_for_what_it_does_not_name() -> None:
    rows = (row("a", RowKind.TABLED, "Fotvård vid diabetes"), row("b", RowKind.TABLED, "Budget för nästa år"))
    own = OwnAgenda("Möten/2026-04-23 Dagordning.docx", ("Dagordning", "4. Fotvård vid diabetes (Anna)", "5. Övriga frågor"))
    (asked,) = [note for note in compose(register(*rows), now=NOW, council=COUNCIL, own_agenda=own).notes if "Stäm av" in note]
    assert "Budget" in asked and "Fotvård" not in asked


def test_a_decision_is_marked_by_the_matters_own_words() -> None:
    agenda = draft(row("a", RowKind.ANNOUNCED, "Fastställande av rutin"), row("b", RowKind.ANNOUNCED, "Rapport från programområdet"))
    assert line_of(agenda, "a").type is LineType.DECISION
    assert line_of(agenda, "b").type is LineType.INFORMATION


def test_the_draft_is_due_three_weeks_before_the_meeting() -> None:
    assert not due_for_draft(APRIL, now=date(2026, 4, 1), council=COUNCIL)
    assert due_for_draft(APRIL, now=date(2026, 4, 2), council=COUNCIL)


def test_neither_a_paused_council_nor_an_undecided_date_makes_a_draft_due() -> None:
    assert not due_for_draft(APRIL, now=NOW, council=replace(COUNCIL, paused=True))
    assert not due_for_draft(None, now=NOW, council=COUNCIL)


def test_chair_and_secretary_are_named_by_role_and_setting() -> None:
    agenda = draft(people=(("Erik Sand", "chair"), ("Bo Ek", "secretary")))
    assert (agenda.chair, agenda.secretary) == ("Erik Sand", "Åsa Öberg")


_kinds = st.sampled_from(list(RowKind))
_dues = st.one_of(
    st.none(),
    st.builds(
        due,
        st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2027, 12, 31)).map(date.isoformat)),
        st.sampled_from(["i höst", "senast då", "nästa möte", "efter sommaren", "vid årsskiftet", ""]),
        st.sampled_from(["day", "week", "month_part", "month", "quarter", "season", "half_year", "year", "next_meeting", "fuzzy"]),
    ),
)


@st.composite
def _rows(draw: st.DrawFn) -> tuple:
    many = draw(st.integers(0, 14))
    return tuple(
        row(
            f"k{index}",
            draw(_kinds),
            draw(st.text(max_size=300)),
            due=draw(_dues),
            status=draw(st.sampled_from(list(RowStatus))),
            owners=tuple(draw(st.lists(st.text(max_size=20), max_size=2))),
            opened=Origin(draw(st.sampled_from(["2025-11-02", "2026-03-19T13:00"])), draw(st.one_of(st.none(), st.text(max_size=12))), MARCH),
        )
        for index in range(many)
    )


@settings(max_examples=60, deadline=None)
@given(_rows(), st.sampled_from([(*HELD, APRIL, MAY), HELD, (APRIL,), ()]))
def test_every_open_row_is_on_the_agenda_or_left_out_with_a_reason_and_never_both_or_twice(rows: tuple, meetings: tuple) -> None:
    agenda = draft(*rows, meetings=meetings)
    carried = [key for line in agenda.lines for key in line.keys] + [part.key for part in agenda.appendix]
    left = [out.key for out in agenda.left_out]
    alive = (RowStatus.OPEN, RowStatus.PART_DONE, RowStatus.PROPOSED, RowStatus.SEEMS_DONE, RowStatus.DORMANT)
    assert sorted([*carried, *left]) == sorted(item.key for item in rows if item.status in alive)
    assert all(item.status in (RowStatus.OPEN, RowStatus.PART_DONE) for item in rows if item.key in carried)
    assert all(out.reason for out in agenda.left_out)
    tags = [line.tag for line in agenda.lines] + [part.tag for line in agenda.lines for part in line.parts] + [part.tag for part in agenda.appendix]
    assert len(tags) == len(set(tags)) and all(len(f"dg:{tag}") <= 64 for tag in tags)
    assert agenda == draft(*rows, meetings=meetings)


@pytest.mark.parametrize("many", [0, 7, 8, 9, 32, 40])
def test_the_follow_up_is_one_point_of_at_most_eight_parts_and_the_rest_is_an_appendix(many: int) -> None:
    agenda = draft(*(row(f"k{index:02}", RowKind.ACTION, f"Sara skriver rutin {index}") for index in range(many)))
    follow_ups = [line for line in agenda.lines if line.kind is LineKind.FOLLOW_UP]
    assert [len(line.parts) for line in follow_ups] == ([min(many, 8)] if many else [])
    assert len(agenda.appendix) == min(max(0, many - 8), 24)
    assert [left.reason for left in agenda.left_out] == ["får inte plats i bilagan"] * max(0, many - 32)


def test_tasks_without_a_point_to_follow_them_up_stand_in_the_appendix() -> None:
    council = replace(COUNCIL, fixed_points="Öppnande\nÖvriga frågor")
    agenda = compose(register(row("a", RowKind.ACTION, "Sara skriver en rutin")), now=NOW, council=council)
    assert titles(agenda) == ["Öppnande", "Övriga frågor"]
    assert [part.text for part in agenda.appendix] == ["Sara skriver en rutin"]


def test_a_day_that_has_passed_is_never_written_beside_a_name() -> None:
    late = row("a", RowKind.ACTION, "Sara skriver en rutin", owners=("Sara Berg",), due=due("2026-04-10", "10 april"))
    coming = row("b", RowKind.ACTION, "Bo mäter", owners=("Bo Ek",), due=due("2026-05-10", "10 maj"))
    (line,) = (line for line in draft(late, coming).lines if line.parts)
    assert [part.text for part in line.parts] == ["Sara Berg skriver en rutin", "Bo Ek mäter, senast 10 maj"]
