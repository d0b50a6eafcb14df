"""Minutes become events, once each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from functions.following_up import project, record, withdraw
from functions.following_up.facts import SENSITIVE
from functions.model.events import EventType
from functions.model.library import Council
from functions.model.minutes import Decision, Quote, Tier
from tests.following_up.council import LATE, TREES, approval, coming, file, minutes, put_off, quote, register, row, said, standing, task, tell

MARCH = minutes("2026-03-02", actions=(task("Asta mäter ekarna vid torget", "Asta Ek"),))


def test_the_read_event_comes_last_and_commits_the_facts():
    log = tell(("mars.docx", MARCH))
    assert [event.type for event in log] == [EventType.OPENED, EventType.READ]
    assert {event.data["reading"] for event in log} == {log[-1].id}


def test_facts_without_their_read_event_count_for_nothing():
    log = tell(("mars.docx", MARCH))
    assert register(log[:-1]).items == ()


def test_a_run_after_a_crash_gives_the_same_ids_again():
    whole = tell(("mars.docx", MARCH))
    again = record(MARCH, file=file("mars.docx"), council=TREES, events=whole[:-1])
    assert again == whole


def test_reading_a_file_twice_appends_nothing():
    log = tell(("mars.docx", MARCH))
    assert record(MARCH, file=file("mars.docx"), council=TREES, events=log) == ()


def test_going_back_to_an_earlier_wording_is_told_and_keeps_the_key():
    other = minutes("2026-03-02", actions=(task("Asta mäter alla ekarna vid torget i maj", "Asta Ek"),))
    first = tell(("mars.docx", MARCH))
    log = tell(("mars.docx", other), ("mars.docx", MARCH), before=first)
    assert len({event.id for event in log}) == len(log) == 6
    assert row(log).text == "Asta mäter ekarna vid torget"
    assert row(log).key == row(first).key


def test_a_renamed_file_is_noted_once_and_its_rows_follow():
    first = tell(("mars.docx", MARCH))
    renamed = file("2026/Mars.docx", id="mars.docx")
    log = first + record(MARCH, file=renamed, council=TREES, events=first)
    assert len(log) == len(first) + 1
    assert record(MARCH, file=renamed, council=TREES, events=log) == ()
    assert row(log).opened.file == "2026/Mars.docx"
    assert row(log).key == row(first).key


def test_an_edited_text_keeps_its_key():
    first = tell(("mars.docx", MARCH))
    log = tell(("mars.docx", minutes("2026-03-02", actions=(task("Asta mäter ekarna vid stora torget före midsommar", "Asta Ek"),))), before=first)
    assert row(log).key == row(first).key
    assert row(log).text == "Asta mäter ekarna vid stora torget före midsommar"


def test_two_like_tasks_keep_a_key_each_when_one_is_edited():
    two = (task("Asta mäter ekarna vid torget", "Asta Ek"), task("Asta mäter ekarna vid kyrkan", "Asta Ek", id="a2"))
    edited = (two[1], task("Asta mäter ekarna vid gamla torget", "Asta Ek", id="a2"))
    first = tell(("mars.docx", minutes("2026-03-02", actions=two)))
    log = tell(("mars.docx", minutes("2026-03-02", actions=edited)), before=first)
    assert row(log, text="Asta mäter ekarna vid gamla").key == row(first, text="Asta mäter ekarna vid torget").key
    assert row(log, text="Asta mäter ekarna vid kyrkan").key == row(first, text="Asta mäter ekarna vid kyrkan").key


def test_a_new_version_in_another_file_opens_nothing_twice():
    first = tell(("mars.docx", MARCH))
    log = tell(("mars v2 slutlig.docx", minutes("2026-03-02", actions=(task("Asta mäter ekarna vid torget i juni", "Asta Ek"),))), before=first)
    assert row(log).key == row(first).key
    assert row(log).opened.file == "mars v2 slutlig.docx"


def test_a_file_copied_as_a_pattern_for_the_next_meeting_takes_no_key_with_it():
    first = tell(("mars.docx", MARCH))
    copied = tell(("april.docx", MARCH), before=first)
    log = tell(("april.docx", minutes("2026-04-06", actions=(task("Asta mäter ekarna vid torget igen", "Asta Ek"),))), before=copied)
    keys = {item.key for item in register(log).items}
    assert row(first).key in keys
    assert len(keys) == 2


def test_a_task_that_stands_twice_in_a_document_is_one_row_with_both_quotes():
    twice = (
        task("Asta mäter ekarna vid torget före midsommar", "Asta Ek"),
        task("Asta mäter ekarna vid torget före midsommar", "Asta Ek", item=None, id="a2"),
    )
    other = replace(twice[1], quotes=(Quote("b9", 0, 43, twice[1].text),))
    log = tell(("mars.docx", minutes("2026-03-02", actions=(twice[0], other))))
    assert [quote.block for quote in row(log).quotes] == ["b1", "b9"]


def test_the_same_short_words_for_two_people_are_two_rows():
    both = (task("Återkopplar till rådet", "Asta Ek"), task("Återkopplar till rådet", "Bo Alm", id="a2"))
    assert len(register(tell(("mars.docx", minutes("2026-03-02", actions=both)))).items) == 2


def test_a_fact_without_a_quote_is_not_recorded():
    unquoted = replace(task("Asta mäter ekarna", "Asta Ek"), quotes=())
    assert register(tell(("mars.docx", minutes("2026-03-02", actions=(unquoted,))))).items == ()


def test_a_sensitive_sentence_stays_in_the_file():
    hidden = [replace(task(f"Ring patienten 19121212-121{n}", "Asta Ek", id=f"a{n}"), quotes=(Quote("b1", 0, 5, None),)) for n in (2, 3)]
    log = tell(("mars.docx", minutes("2026-03-02", actions=tuple(hidden))))
    assert [item.text for item in register(log).items] == [SENSITIVE, SENSITIVE]
    assert "1212" not in repr(log)


def test_what_another_body_decided_is_told_as_theirs():
    theirs = Decision("d1", "1", "Nämnden beslutar att köpa ekar", decided_by="Nämnden", tier=Tier.SURE, quotes=quote("Nämnden beslutar"))
    (event,) = [event for event in tell(("mars.docx", minutes("2026-03-02", decisions=(theirs,)))) if event.type is EventType.DECIDED]
    assert event.data["decided_by"] == "Nämnden"


def test_a_decision_names_the_rows_that_it_gave():
    gave = Decision("d1", "1", "Rådet beslutar att Asta mäter ekarna", actions=("a1",), tier=Tier.SURE, quotes=quote("Rådet beslutar"))
    log = tell(("mars.docx", replace(MARCH, decisions=(gave,))))
    (event,) = [event for event in log if event.type is EventType.DECIDED]
    assert event.data["actions"] == [row(log).key]


def test_a_file_that_is_no_longer_minutes_is_withdrawn():
    log = tell(("mars.docx", MARCH))
    other = replace(MARCH, document=replace(MARCH.document, kind="agenda", status="not_minutes"))
    log += record(other, file=file("mars.docx"), council=TREES, events=log)
    assert log[-1].type is EventType.WITHDRAWN
    assert register(log).items == ()
    assert record(other, file=file("mars.docx"), council=TREES, events=log) == ()


def test_a_file_that_never_was_minutes_leaves_no_trace():
    other = replace(MARCH, document=replace(MARCH.document, kind="other", status="not_minutes"))
    assert record(other, file=file("bilaga.docx"), council=TREES, events=()) == ()


def test_a_file_moved_to_another_council_leaves_the_first():
    log = tell(("mars.docx", MARCH))
    log += withdraw(file("mars.docx"), council=TREES, events=log, reason="other_council")
    assert register(log).meetings == ()
    assert withdraw(file("mars.docx"), council=TREES, events=log, reason="other_council") == ()


def test_the_rows_of_a_deleted_file_stay():
    log = tell(("mars.docx", MARCH))
    log += withdraw(file("mars.docx"), council=TREES, events=log, reason="deleted")
    assert row(log).status == "open"
    assert (row(log).opened.file, register(log).meetings[0].file) == (None, None)


def test_a_deleted_file_lets_another_version_of_the_meeting_govern():
    log = tell(("mars.docx", MARCH), ("mars utkast.docx", minutes("2026-03-02", actions=(task("Bo räknar almarna i parken", "Bo Alm"),))))
    log += withdraw(file("mars.docx"), council=TREES, events=log, reason="deleted")
    assert [item.text for item in register(log).items] == ["Bo räknar almarna i parken"]


def test_a_restored_file_stands_as_before():
    first = tell(("mars.docx", MARCH))
    gone = first + withdraw(file("mars.docx"), council=TREES, events=first, reason="deleted")
    log = tell(("mars.docx", MARCH), before=gone)
    assert register(log) == register(first)


def test_another_councils_events_are_not_ours():
    log = tell(("mars.docx", MARCH))
    assert project(log, council=Council("buskrådet", ("Buskrådet",)), now=LATE).items == ()


def test_every_key_of_every_events_data_is_documented():
    one = minutes(
        "2026-03-02",
        actions=(task("Asta mäter ekarna", "Asta Ek"),),
        follow_ups=(said("Klart med almarna", "done"),),
        postponed=(put_off("Frågan bordläggs", item="1"),),
        decisions=(approval(),),
        standing=(standing("Ekar ska vara en stående punkt"),),
        next_meetings=(coming("2026-04-06", topics=("Lindar",)),),
    )
    log = tell(("mars.docx", one))
    log += withdraw(file("mars.docx"), council=TREES, events=log, reason="deleted")
    page = (Path(__file__).parents[2] / "docs" / "events.md").read_text(encoding="utf-8")
    words = set(page.replace("`", " ").replace(",", " ").replace(":", " ").split())
    assert {key for event in log for key in event.data} - words == set()
    assert {str(kind) for kind in EventType} - words == set()
