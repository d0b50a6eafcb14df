"""A person's word wins, and is remembered."""

from __future__ import annotations

from typing import Any

import pytest

from functions.following_up import answers_of
from functions.following_up.people_events import Answers
from functions.model.events import Event, EventType
from functions.model.minutes import DateMention
from tests.following_up.council import TREES, minutes, put_off, register, row, said, task, tell

FIRST = ("1.docx", minutes("2026-03-02", actions=(task("Asta mäter ekarna vid torget", "Asta Ek"),)))


def edit(key: str, field: str, value: Any, *, at: str = "2026-03-20T10:00:00", **more: Any) -> Event:
    return Event(f"{key}{field}{at}", TREES.key, EventType.EDITED, key=key, by="Malin", at=at, data={"field": field, "value": value, **more})


def add(text: str, *, id: str = "n1", meeting: str | None = None, at: str = "2026-03-20T10:00:00", **data: Any) -> Event:
    return Event(id, TREES.key, EventType.ADDED, meeting=meeting, by="Malin", at=at, data={"text": text, **data})


def answer(choice: str | None, **data: Any) -> Event:
    return Event(repr((choice, data)), TREES.key, EventType.ANSWERED, by="Malin", data={"choice": choice, **data})


def test_what_a_person_sets_shows_and_its_history_names_the_person():
    log = tell(FIRST)
    key = row(log).key
    item = row(
        (
            *log,
            edit(key, "owner", "Bo Alm, Cilla Lind"),
            edit(key, "due", "2026-06-01"),
            edit(key, "text", "Mät ekarna"),
            edit(key, "status", "part_done"),
        )
    )
    assert (item.owners, item.due, item.text, item.status) == (
        ("Bo Alm", "Cilla Lind"),
        DateMention("2026-06-01", "2026-06-01", "day"),
        "Mät ekarna",
        "part_done",
    )
    assert [(event.type, event.by) for event in item.events] == [("opened", "minutes")] + [("edited", "Malin")] * 4


def test_an_emptied_owner_and_date_stay_empty():
    log = tell(FIRST)
    item = row((*log, edit(row(log).key, "owner", None), edit(row(log).key, "due", "")))
    assert (item.owners, item.due) == ((), None)


def test_a_persons_word_holds_over_later_minutes_and_later_readings():
    log = tell(FIRST)
    log = (*log, edit(row(log).key, "status", "done"))
    log = tell(
        ("1.docx", minutes("2026-03-02", actions=(task("Asta mäter alla ekarna vid torget", "Asta Ek"),))),
        ("2.docx", minutes("2026-04-06", follow_ups=(said("Asta mäter ekarna vid torget", "kept", "Asta Ek"),))),
        before=log,
    )
    assert row(log).status == "done"


def test_the_latest_word_counts_whatever_the_order_of_the_log():
    log = tell(FIRST)
    words = (edit(row(log).key, "status", "done", at="2026-03-21T10:00:00"), edit(row(log).key, "status", "open", at="2026-03-20T10:00:00"))
    assert row((*log, *words)).status == row((*log, *reversed(words))).status == "done"


def test_a_word_taken_back_gives_the_value_back():
    log = tell(FIRST)
    words = (edit(row(log).key, "status", "done"), edit(row(log).key, "status", None, at="2026-03-22T10:00:00", release=True))
    assert row((*log, *words)).status == "open"


def test_a_status_that_a_person_set_does_not_age():
    log = tell(FIRST, *((f"{month}.docx", minutes(f"2026-0{month}-06")) for month in (4, 5, 6, 7)))
    assert row(log).status == "dormant"
    assert row((*log, edit(row(log).key, "status", "open"))).status == "open"


@pytest.mark.parametrize("value", ["nonsense", None, 7, ["open"]])
def test_a_status_that_is_none_is_passed_over(value: object):
    log = tell(FIRST)
    assert row((*log, edit(row(log).key, "status", value))).status == "open"


def test_not_a_task_is_remembered_in_every_later_reading_of_the_meeting():
    log = tell(FIRST)
    log = (*log, edit(row(log).key, "status", "not_a_task"))
    log = tell(("1.docx", minutes("2026-03-02")), before=log)
    log = tell(("1 v2.docx", minutes("2026-03-02", actions=(task("Asta mäter ekarna vid torget", "Bo Alm", item="9"),))), before=log)
    assert [item.status for item in register(log).items] == ["not_a_task"]


def test_not_a_task_is_remembered_for_a_long_sentence_in_other_minutes_and_not_for_a_short_one():
    long, short = "Ordföranden Asta hälsar samtliga ledamöter varmt välkomna", "Asta mäter ekarna"
    first = ("1.docx", minutes("2026-03-02", actions=(task(long, "Asta"), task(short, "Asta Ek", id="a2"))))
    log = tell(first)
    log = (*log, *(edit(item.key, "status", "not_a_task") for item in register(log).items))
    log = tell(("2.docx", minutes("2026-04-06", actions=(task(long, "Asta"), task(short, "Asta Ek", id="a2")))), before=log)
    assert {item.text: item.status for item in register(log).items if item.opened.meeting == "2026-04-06"} == {long: "not_a_task", short: "open"}


def test_an_edited_row_stays_when_its_sentence_is_gone():
    log = tell(FIRST)
    key = row(log).key
    gone = tell(("1.docx", minutes("2026-03-02")), before=(*log, edit(key, "owner", "Bo Alm")))
    assert (row(gone).key, row(gone).status, row(gone).owners) == (key, "dropped", ("Bo Alm",))
    assert row((*gone, edit(key, "status", "open"))).status == "open"


def test_a_row_that_nobody_touched_goes_with_its_sentence():
    assert register(tell(FIRST, ("1.docx", minutes("2026-03-02")))).items == ()


def test_an_edit_follows_when_older_minutes_turn_up_that_already_had_the_task():
    late = tell(("2.docx", minutes("2026-04-06", actions=(task("Asta mäter ekarna vid torget", "Asta Ek"),))))
    late = (*late, edit(row(late).key, "status", "part_done"))
    log = tell(FIRST, before=late)
    assert (row(log).opened.meeting, row(log).status) == ("2026-03-02", "part_done")


def test_a_persons_own_row_is_open_until_minutes_or_a_person_close_it():
    own = add("Bo målar bänkarna vid dammen", kind="action", owners=["Bo Alm"], due="2026-05-01")
    log = (*tell(FIRST), own)
    item = row(log, text="Bo")
    assert (item.status, item.owners, item.opened.file, item.events[0].by) == ("open", ("Bo Alm",), None, "Malin")
    log = tell(("2.docx", minutes("2026-04-06", follow_ups=(said("Bo har målat bänkarna vid dammen", "done", "Bo Alm"),))), before=log)
    assert row(log, text="Bo").status == "done"


def test_an_announced_point_is_done_when_its_meeting_was_held():
    point = add("Skötselplan", kind="announced", meeting="2026-04-06")
    assert (row((point,)).kind, row((point,)).status, row((point,)).due) == ("announced", "open", DateMention("2026-04-06", "2026-04-06", "day"))
    assert row(tell(("2.docx", minutes("2026-04-06", titles=("Skötselplan",))), before=(point,))).status == "done"


def test_a_person_may_change_the_kind():
    put = put_off("Frågan bordläggs", item="1")
    log = tell(("1.docx", minutes("2026-03-02", postponed=(put,))))
    assert row((*log, edit(row(log).key, "kind", "parked"))).kind == "parked"


def test_answers_are_remembered_by_what_was_asked():
    log = (
        answer("Helena Ek", doubt="d1", code="who", mention="Helena", file_id="f1"),
        answer("24 april", doubt="d2", code="date", file_id="f1"),
        answer("Ingen av dem", doubt="d3", code="who", mention="Karin", file_id="f2"),
    )
    choices = {("", "d1"): "Helena Ek", ("f1", "d2"): "24 april", ("", "d3"): "Ingen av dem"}  # who a name means is one question of all files
    assert answers_of(log) == Answers({"Helena": "Helena Ek"}, choices)


def test_the_latest_answer_counts_and_an_empty_one_takes_it_back():
    first = answer("Helena Ek", doubt="d1", mention="Helena", file_id="f1")
    second = answer("Helena Lind", doubt="d1", mention="Helena", file_id="f1")
    assert answers_of((first, second)).aliases == {"Helena": "Helena Lind"}
    assert answers_of((first, answer(None, doubt="d1", mention="Helena", file_id="f1"))) == Answers({}, {})
