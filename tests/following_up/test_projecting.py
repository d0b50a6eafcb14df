"""The log becomes a register: what is open, since when, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from functions.following_up import describe, project, start_event
from functions.model.events import Event, EventType
from functions.model.minutes import Decision, Link, Person, Quote, Tier
from tests.following_up.council import LATE, TREES, coming, due, minutes, proposal, put_off, quote, register, row, said, standing, task, tell

OAKS = task("Asta mäter ekarna vid torget", "Asta Ek", by=due("2026-05-01"))
ELMS = task("Bo räknar almarna i stadsparken", "Bo Alm", id="a2")
FIRST = ("1.docx", minutes("2026-03-02", actions=(OAKS, ELMS)))


def test_a_task_is_open_with_its_owner_date_origin_and_quote():
    item = row(tell(FIRST), text="Asta")
    assert (item.status, item.owners, item.due, item.opened.meeting, item.opened.item) == ("open", ("Asta Ek",), due("2026-05-01"), "2026-03-02", "1")
    assert (item.opened.title, item.opened.file, item.quotes[0].text) == ("Ekar", "1.docx", "Asta mäter ekarna vid torget")


def test_a_proposed_task_waits_for_a_person():
    log = tell(("1.docx", minutes("2026-03-02", actions=(replace(OAKS, tier=Tier.PROPOSED),))))
    assert row(log).status == "proposed"


def test_minutes_that_are_being_written_give_their_meeting_and_no_rows():
    log = tell(FIRST)
    early = register(log, now=date(2026, 3, 4))
    assert (early.items, [(meeting.held, meeting.state) for meeting in early.meetings]) == ((), [(True, "ongoing")])
    assert len(register(log, now=date(2026, 3, 5)).items) == 2


def test_minutes_that_say_they_are_final_count_at_once():
    log = tell(("1.docx", minutes("2026-03-02", state="final", actions=(OAKS,))))
    assert len(register(log, now=date(2026, 3, 2)).items) == 1


def test_a_task_that_the_next_minutes_call_done_is_done_with_their_quote():
    log = tell(FIRST, ("2.docx", minutes("2026-04-06", follow_ups=(said("Asta har mätt ekarna vid torget. Klart.", "done", "Asta Ek"),))))
    item = row(log, text="Asta")
    assert (item.status, item.events[-1].type, item.events[-1].meeting) == ("done", "done", "2026-04-06")
    assert item.events[-1].quotes[0].text == "Asta har mätt ekarna vid torget. Klart."
    assert row(log, text="Bo").status == "open"


@pytest.mark.parametrize(("told", "status"), [("kept", "open"), ("part_done", "part_done"), ("dropped", "dropped"), ("mentioned", "open")])
def test_what_the_next_minutes_say_is_how_it_stands(told: str, status: str):
    log = tell(FIRST, ("2.docx", minutes("2026-04-06", follow_ups=(said("Ekarna vid torget: mätningen", told, "Asta Ek"),))))
    assert row(log, text="Asta").status == status


def test_a_statement_that_is_only_proposed_lets_a_task_seem_done():
    log = tell(FIRST, ("2.docx", minutes("2026-04-06", follow_ups=(said("Ekarna vid torget ser bra ut", "done", tier=Tier.PROPOSED),))))
    assert row(log, text="Asta").status == "seems_done"


def test_what_seemed_done_is_open_again_when_later_minutes_say_it_remains():
    log = tell(
        FIRST,
        ("2.docx", minutes("2026-04-06", follow_ups=(said("Ekarna vid torget ser bra ut", "done", tier=Tier.PROPOSED),))),
        ("3.docx", minutes("2026-05-04", follow_ups=(said("Asta mäter ekarna vid torget: kvarstår", "kept"),))),
    )
    assert row(log, text="Asta").status == "open"
    assert row(log, text="Asta").events[-1].type == "reopened"


def test_a_statement_that_fits_two_tasks_closes_neither():
    two = (task("Asta mäter ekarna vid torget", "Asta Ek"), task("Asta mäter ekarna vid kyrkan", "Asta Ek", id="a2"))
    log = tell(
        ("1.docx", minutes("2026-03-02", actions=two)),
        ("2.docx", minutes("2026-04-06", follow_ups=(said("Asta har mätt ekarna", "done", "Asta Ek"),))),
    )
    assert [(item.status, item.events[-1].type) for item in register(log).items] == [("open", "mentioned"), ("open", "mentioned")]


def test_one_line_done_and_another_remaining_is_partly_done():
    told = (
        said("Asta har mätt ekarna vid torget i norr, klart", "done", "Asta Ek"),
        said("Asta mäter ekarna vid torget: södra sidan kvarstår", "kept"),
    )
    log = tell(FIRST, ("2.docx", minutes("2026-04-06", follow_ups=told)))
    assert row(log, text="Asta").status == "part_done"


def test_a_task_of_the_same_minutes_is_not_closed_by_them():
    log = tell(("1.docx", minutes("2026-03-02", actions=(OAKS,), follow_ups=(said("Asta mäter ekarna vid torget", "done", "Asta Ek"),))))
    assert row(log).status == "open"


def test_a_task_written_again_is_a_mention_and_may_move_its_date():
    log = tell(FIRST, ("2.docx", minutes("2026-04-06", actions=(replace(OAKS, due=due("2026-06-01")),))))
    item = row(log, text="Asta")
    assert [event.type for event in item.events] == ["opened", "mentioned", "due_moved"]
    assert (item.opened.meeting, item.due) == ("2026-03-02", due("2026-06-01"))


def test_the_same_task_for_somebody_else_is_another_row():
    log = tell(FIRST, ("2.docx", minutes("2026-04-06", actions=(replace(OAKS, owners=("Cilla Lind",)),))))
    assert len([item for item in register(log).items if item.text == OAKS.text]) == 2


def test_a_task_like_an_earlier_one_about_something_else_is_another_row():
    log = tell(FIRST, ("2.docx", minutes("2026-04-06", actions=(task("Asta mäter lindarna vid torget", "Asta Ek"),))))
    assert len(register(log).items) == 3


def test_a_matter_put_off_again_is_one_row_that_counts():
    put = put_off("Frågan bordläggs till nästa möte", item="2", until=due(None, "nästa möte", "next_meeting"))
    log = tell(
        ("1.docx", minutes("2026-03-02", titles=("Öppnande", "Lekplatsen"), postponed=(put,))),
        ("2.docx", minutes("2026-04-06", titles=("Öppnande", "Lekplatsen"), postponed=(replace(put, until=due("2026-06-01")),))),
    )
    item = row(log)
    assert (item.times_postponed, item.due, item.status, item.events[-1].type) == (1, due("2026-06-01"), "open", "postponed")


def test_a_matter_put_off_at_every_meeting_stays_one_row():
    put = put_off("Frågan bordläggs", item="2", until=due(None, "nästa möte", "next_meeting"))
    log = tell(*((f"{month}.docx", minutes(f"2026-0{month}-02", titles=("Öppnande", "Lekplatsen"), postponed=(put,))) for month in range(1, 6)))
    assert (row(log).times_postponed, row(log).opened.meeting) == (4, "2026-01-02")


def test_different_matters_put_off_with_the_same_words_are_rows_of_their_own():
    titles = ("Lekplatsen", "Dammen")
    both = tuple(put_off("Frågan bordläggs till nästa möte", item=item) for item in ("1", "2"))
    assert len(register(tell(("1.docx", minutes("2026-03-02", titles=titles, postponed=both)))).items) == 2


def test_a_tabled_matter_is_done_when_the_meeting_it_waited_for_takes_it_up():
    put = put_off("Frågan bordläggs till mötet den 6 april", item="1", until=due("2026-04-06"))
    first = ("1.docx", minutes("2026-03-02", titles=("Lekplatsen i parken",), postponed=(put,)))
    log = tell(first, ("2.docx", minutes("2026-04-06", titles=("Öppnande", "Lekplatsen i parken"))))
    assert (row(log).status, row(log).events[-1].type, row(log).events[-1].item) == ("done", "taken_up", "2")
    assert row(log).events[-1].quotes[0].text == "Lekplatsen i parken"


def test_a_tabled_matter_that_is_not_taken_up_stays_open():
    put = put_off("Frågan bordläggs till mötet den 6 april", item="1", until=due("2026-04-06"))
    log = tell(("1.docx", minutes("2026-03-02", titles=("Lekplatsen",), postponed=(put,))), ("2.docx", minutes("2026-04-06", titles=("Dammen",))))
    assert row(log).status == "open"


def test_a_matter_for_the_autumn_is_not_closed_by_a_point_in_spring():
    put = put_off("Frågan tas upp i höst", item="1", until=due("2026-11-30", "i höst", "season"))
    first = ("1.docx", minutes("2026-03-02", titles=("Lekplatsen",), postponed=(put,)))
    assert row(tell(first, ("2.docx", minutes("2026-04-06", titles=("Lekplatsen",))))).status == "open"
    assert row(tell(first, ("2.docx", minutes("2026-10-05", titles=("Lekplatsen",))))).status == "done"


def test_a_matter_under_other_questions_is_not_closed_by_the_next_other_questions():
    put = put_off("Frågan om bänkar tas upp vid nästa möte", item="1", until=due(None, "nästa möte", "next_meeting"))
    log = tell(
        ("1.docx", minutes("2026-03-02", titles=("Övriga frågor",), postponed=(put,))), ("2.docx", minutes("2026-04-06", titles=("Övriga frågor",)))
    )
    assert row(log).status == "open"


def test_a_matter_sent_back_is_done_when_its_point_is_decided():
    put = put_off("Ärendet återremitteras till stadsträdgårdsmästaren", item="1", kind="returned")
    made = Decision("d1", "1", "Rådet antar förslaget om lekplatsen", tier=Tier.SURE, quotes=quote("Rådet antar förslaget om lekplatsen"))
    back = ("2.docx", minutes("2026-04-06", titles=("Lekplatsen",), decisions=(made,)))
    log = tell(("1.docx", minutes("2026-03-02", titles=("Lekplatsen",), postponed=(put,))), back)
    assert row(log).status == "done"


def test_a_matter_sent_back_waits_for_its_preparer_and_not_for_a_point():
    put = put_off("Ärendet återremitteras till stadsträdgårdsmästaren", item="1", kind="returned")
    log = tell(("1.docx", minutes("2026-03-02", titles=("Lekplatsen",), postponed=(put,))), ("2.docx", minutes("2026-04-06", titles=("Lekplatsen",))))
    assert (row(log).kind, row(log).status) == ("returned", "open")


def test_a_topic_pinned_to_a_date_is_done_when_that_meeting_was_held():
    first = ("1.docx", minutes("2026-03-02", next_meetings=(coming("2026-04-06", topics=("Almsjuka",)), coming("2026-05-04", topics=("Budget",)))))
    log = tell(first, ("2.docx", minutes("2026-04-06", next_meetings=(coming("2026-05-04", topics=("Budget",)),))))
    assert {item.text: (item.kind, item.status) for item in register(log).items} == {"Almsjuka": ("pinned", "done"), "Budget": ("pinned", "open")}


def test_a_pinned_topic_follows_its_meeting_to_the_new_date():
    log = tell(
        ("1.docx", minutes("2026-03-02", next_meetings=(coming("2026-05-04", topics=("Budget",)),))),
        ("2.docx", minutes("2026-04-06", next_meetings=(coming("2026-05-11", moved_from="2026-05-04"),))),
    )
    item = row(log)
    assert (item.due.date if item.due else None, item.status, item.events[-1].type) == ("2026-05-11", "open", "due_moved")


def test_a_standing_point_stays_open_for_ever():
    log = tell(("1.docx", minutes("2020-03-02", standing=(standing("Väder ska vara en stående punkt"),))), ("2.docx", minutes("2026-03-02")))
    council = replace(TREES, start_date="2026-01-01")
    assert project(log, council=council, now=LATE).items[0].status == "open"


def test_a_consultation_past_its_date_stays_open_until_somebody_says_so():
    log = tell(("1.docx", minutes("2026-03-02", consultations=(proposal("Remiss om träd senast den 1 april", due("2026-04-01")),))))
    assert row(log, now=date(2026, 6, 1)).status == "open"


def test_the_age_of_a_row_is_the_meetings_it_has_followed():
    log = tell(FIRST, *((f"{month}.docx", minutes(f"2026-0{month}-06")) for month in (4, 5)))
    assert row(log, text="Asta").meetings_followed == 2


def test_a_closed_row_has_followed_the_meetings_until_its_closing():
    done = minutes("2026-04-06", follow_ups=(said("Asta har mätt ekarna vid torget", "done", "Asta Ek"),))
    log = tell(FIRST, ("4.docx", done), ("5.docx", minutes("2026-05-06")))
    assert row(log, text="Asta").meetings_followed == 1


def test_a_task_that_nobody_mentions_for_three_meetings_sleeps():
    later = [(f"{month}.docx", minutes(f"2026-0{month}-06")) for month in (4, 5, 6)]
    now = date(2026, 6, 20)
    assert row(tell(FIRST, *later[:2]), text="Bo", now=now).status == "open"
    assert row(tell(FIRST, *later), text="Bo", now=now).status == "dormant"


def test_a_task_that_nobody_mentions_for_a_year_sleeps():
    log = tell(FIRST)
    assert row(log, text="Bo", now=date(2027, 3, 1)).status == "open"
    assert row(log, text="Bo", now=date(2027, 3, 2)).status == "dormant"


def test_a_task_does_not_sleep_before_its_own_date():
    far = minutes("2026-03-02", actions=(task("Asta mäter ekarna", "Asta Ek", by=due("2026-12-01")),))
    log = tell(("1.docx", far), *((f"{month}.docx", minutes(f"2026-0{month}-06")) for month in (4, 5, 6, 8)))
    assert row(log, now=date(2026, 9, 1)).status == "open"


def test_a_mention_wakes_a_sleeping_task():
    later = [(f"{month}.docx", minutes(f"2026-0{month}-06")) for month in (4, 5, 6)]
    log = tell(FIRST, *later, ("8.docx", minutes("2026-08-10", follow_ups=(said("Bo räknar almarna i stadsparken", "kept", "Bo Alm"),))))
    assert row(log, text="Bo", now=date(2026, 8, 20)).status == "open"


def test_the_start_is_the_third_last_meeting_and_what_is_older_is_historic():
    log = tell(FIRST, *((f"{month}.docx", minutes(f"2026-0{month}-06")) for month in (6, 7, 8)))
    event = start_event(register(log))
    assert event is not None
    assert event.data["date"] == "2026-06-06"
    started = (*log, event)
    assert row(started, text="Bo", now=date(2026, 8, 20)).status == "historic"
    assert start_event(register(started)) is None


def test_a_council_with_fewer_than_three_meetings_has_no_start_yet():
    assert start_event(register(tell(FIRST))) is None
    assert start_event(register(())) is None


def test_a_start_that_a_person_set_holds():
    council = replace(TREES, start_date="2026-03-03")
    shown = project(tell(FIRST), council=council, now=date(2026, 4, 1))
    assert (shown.start_date, {item.status for item in shown.items if item.text == ELMS.text}) == ("2026-03-03", {"historic"})
    assert start_event(shown) is None


def test_an_old_task_that_recent_minutes_speak_of_is_not_historic():
    log = tell(FIRST, ("4.docx", minutes("2026-04-06", follow_ups=(said("Bo räknar almarna i stadsparken", "kept", "Bo Alm"),))))
    shown = project(log, council=replace(TREES, start_date="2026-04-01"), now=date(2026, 4, 20))
    assert [item.status for item in shown.items if item.text == ELMS.text] == ["open"]


def test_minutes_without_a_date_wait():
    shown = register(tell(("utan datum.docx", minutes(None, actions=(OAKS,)))))
    assert (shown.waiting, shown.items, shown.meetings) == (("utan datum.docx",), (), ())


def test_minutes_that_get_their_date_have_the_keys_they_would_have_had():
    late = tell(("1.docx", minutes(None, actions=(OAKS,))), ("1.docx", minutes("2026-03-02", actions=(OAKS,))))
    assert row(late).key == row(tell(("1.docx", minutes("2026-03-02", actions=(OAKS,))))).key


def test_the_skeletons_are_the_last_two_dozen_agendas_newest_first():
    days = [f"{2024 + month // 12}-{month % 12 + 1:02}-06" for month in range(5, 32)]
    log = tell(*((f"{place}.docx", minutes(day, titles=(f"Ekar {place}",))) for place, day in enumerate(days)))
    skeletons = register(log).skeletons
    assert [(day, points[0].number, points[0].title) for day, points in skeletons][:2] == [
        ("2026-08-06", "1", "Ekar 26"),
        ("2026-07-06", "1", "Ekar 25"),
    ]
    assert len(skeletons) == 24


def test_people_are_those_of_the_latest_minutes():
    log = tell(
        ("2.docx", minutes("2026-04-06", people=(Person("Bo Alm", "chair"), Person("Asta Ek")))),
        ("1.docx", minutes("2026-03-02", people=(Person("Cilla Lind", "chair"),))),
    )
    assert register(log).people == (("Bo Alm", "chair"), ("Asta Ek", None))


def test_odd_events_are_passed_over():
    odd = tuple(
        Event(f"odd{n}", TREES.key, kind, data=data)
        for n, (kind, data) in enumerate(
            (kind, data)
            for kind in EventType
            for data in (
                {},
                {"reading": 7, "kind": "x", "text": 3, "due": "soon", "date": "later", "items": [[], 5, [None]], "people": [None, []], "owners": 9},
                {"field": "status", "value": ["?"], "file_id": "f", "previous": f"odd{0}", "date": "2026-99-99", "items": {}, "kind": "action"},
            )
        )
    )
    shown = register((*odd, *tell(FIRST)))
    assert {item.text for item in shown.items} == {OAKS.text, ELMS.text}


def test_a_read_event_of_an_older_version_still_counts():
    bare = Event("r1", TREES.key, EventType.READ, meeting="2026-03-02", file="1.docx", data={"date": "2026-03-02"})
    opened = Event("o1", TREES.key, EventType.OPENED, key="k1", data={"reading": "r1", "kind": "action", "text": "Asta mäter ekarna"})
    item = row((opened, bare))
    assert (item.key, item.status, item.owners, item.due) == ("k1", "proposed", (), None)


def test_the_register_prints_as_the_contract_says():
    log = tell(FIRST)
    (entry,) = [entry for entry in describe(register(log, now=date(2026, 4, 1))) if entry["text"] == OAKS.text]
    assert set(entry) == {
        *("key", "council", "kind", "text", "owners", "due", "status", "opened", "meetings_followed", "times_postponed", "quotes", "events")
    }
    assert entry["opened"] == {"meeting": "2026-03-02", "item": "1", "file": "1.docx"}
    assert entry["due"] == {"date": "2026-05-01", "text": "2026-05-01", "granularity": "day", "quotes": []}
    assert set(entry["events"][0]) == {"type", "meeting", "item", "file", "by", "quotes"}


def test_a_key_that_two_meetings_share_hides_neither_row():
    log = tell(FIRST)
    double = tell(("2.docx", minutes("2026-04-06", actions=(task("Cilla planterar lindar", "Cilla Lind"),))))
    shared = tuple(replace(event, key=log[0].key) if event.type is EventType.OPENED else event for event in double)
    texts = {item.text for item in register((*log, *shared)).items}
    assert texts == {OAKS.text, ELMS.text, "Cilla planterar lindar"}


def test_a_point_keeps_what_it_links_to_unless_the_words_must_stay_in_the_file():
    shown = Link("Rutin för ekar", "https://samarbeta.example/ekar.pdf", "1", quote("Rutin för ekar"))
    hidden = Link("Journal", "https://samarbeta.example/x", "1", (Quote("b9", 0, 7, None),))
    elsewhere = Link("Almar", "https://samarbeta.example/almar.pdf", "2", quote("Almar"))
    ((_, points),) = register(tell(("a.docx", minutes("2026-02-06", links=(shown, hidden, elsewhere))))).skeletons
    assert points[0].links == (("Rutin för ekar", "https://samarbeta.example/ekar.pdf"),)
