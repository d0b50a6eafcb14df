"""What is kept of earlier meetings only saves work: the register is the same without it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.following_up import projecting, stages
from functions.model.events import Event, EventType
from functions.model.minutes import Minutes
from functions.model.register import Register
from tests.following_up.council import TREES, minutes, register, said, task, tell
from tests.following_up.test_any_order import series


def afresh(log: tuple[Event, ...]) -> Register:
    stages.forget_stages()
    projecting._latest.clear()
    return register(log)


@settings(max_examples=60, deadline=None)
@given(series(), st.randoms(use_true_random=False))
def test_the_register_is_the_same_with_and_without_what_was_kept(readings: list[Minutes], chance):
    shuffled = list(readings)
    chance.shuffle(shuffled)
    log: tuple[Event, ...] = ()
    stages.forget_stages()
    for one in shuffled:
        log = tell((f"{one.meeting.date}.docx", one), before=log)
        kept = register(log)
        items = kept.items
        if items and chance.random() < 0.4:
            word = {"field": "status", "value": chance.choice(["done", "open", "not_a_task"])}
            at = f"{chance.choice(readings).meeting.date}T10:00:00"
            log = (*log, Event(f"e{len(log)}", TREES.key, EventType.EDITED, key=chance.choice(items).key, by="Malin", at=at, data=word))
            kept = register(log)
        assert kept == afresh(log)
        register(log[: len(log) // 2])  # another state comes between


def meetings(count: int) -> tuple[Event, ...]:
    log: tuple[Event, ...] = ()
    words = ("eken", "almen", "linden", "björken", "rönnen", "häggen", "aspen", "sälgen")
    for number in range(count):
        day = (date(1990, 1, 8) + timedelta(weeks=4 * number)).isoformat()
        deeds = tuple(task(f"Asta Ek mäter {word} vid torg {number}", "Asta Ek", id=f"a{n}", item="1") for n, word in enumerate(words[:3]))
        told = tuple(said(f"Asta Ek mäter {word} vid torg {number - 1}: klart", "done", "Asta Ek", item="1") for word in words[:3] if number)
        log = tell((f"{day}.docx", minutes(day, actions=deeds, follow_ups=told)), before=log)
    return log


def test_a_new_meeting_takes_one_step_however_many_came_before(monkeypatch: pytest.MonkeyPatch):
    taken = []
    real = stages.take
    monkeypatch.setattr(stages, "take", lambda stage, step, **more: taken.append(step.date) or real(stage, step, **more))
    counts = []
    for earlier in (10, 60):
        log = meetings(earlier + 1)
        commits = [place for place, event in enumerate(log) if event.type is EventType.READ]
        before, after = log[: commits[-2] + 1], log
        register(before)
        taken.clear()
        register(after)
        counts.append(len(taken))
    assert counts == [1, 1]


def test_minutes_that_come_late_go_back_no_further_than_they_must(monkeypatch: pytest.MonkeyPatch):
    log = meetings(40)
    commits = [place for place, event in enumerate(log) if event.type is EventType.READ]
    late = log[commits[35] + 1 : commits[36] + 1]
    without = tuple(event for event in log if event not in late)
    register(without)
    taken = []
    real = stages.take
    monkeypatch.setattr(stages, "take", lambda stage, step, **more: taken.append(step.date) or real(stage, step, **more))
    found = register((*without, *late))
    assert len(taken) <= 12
    assert found == afresh(log)


def test_what_was_closed_more_than_two_years_ago_is_not_opened_by_like_words():
    first = minutes("2020-01-10", actions=(task("Asta Ek mäter ekarna vid torget", "Asta Ek"),))
    closed = minutes("2020-02-10", follow_ups=(said("Asta Ek mäter ekarna vid torget: klart", "done", "Asta Ek"),))
    again = said("Asta Ek mäter ekarna vid torget: kvarstår", "kept", "Asta Ek")
    soon = tell(("a", first), ("b", closed), ("c", minutes("2020-03-10", follow_ups=(again,))))
    late = tell(("a", first), ("b", closed), ("c", minutes("2023-03-10", follow_ups=(again,))))
    assert [item.status for item in register(soon, now=date(2020, 4, 1)).items] == ["seems_done"]
    assert [item.status for item in register(late, now=date(2023, 4, 1)).items] == ["done"]


def test_a_key_of_a_row_that_was_set_aside_is_never_given_twice():
    deed = task("Asta Ek mäter ekarna vid torget", "Asta Ek")
    log = tell(
        ("a", minutes("2020-01-10", actions=(deed,))),
        ("b", minutes("2020-02-10", follow_ups=(said("Asta Ek mäter ekarna vid torget: klart", "done", "Asta Ek"),))),
        ("c", minutes("2024-01-10", actions=(deed,))),
    )
    found = register(log, now=date(2024, 2, 1)).items
    assert len({item.key for item in found}) == len(found) == 2
    assert sorted(str(item.status) for item in found) == ["done", "open"]
