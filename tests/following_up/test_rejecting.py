"""Three rejected rows of one rule and one meeting: what the rule says there is only proposed from then on."""

from __future__ import annotations

from dataclasses import replace

from functions.following_up import rule_records
from functions.model.events import Event
from functions.model.minutes import Action
from tests.following_up.council import TREES, minutes, register, task, tell
from tests.following_up.test_people_events import edit

TEXTS = ("Asta mäter ekarna vid torget", "Bo räknar lindarna i parken", "Cilla beskär almarna på gården", "Doris vattnar bokarna i hagen")
LATER = ("Asta ringer kommunen om stigen", "Bo beställer skyltar", "Cilla skriver till markägaren", "Doris bokar en visning")
LAST = ("Asta ordnar fika", "Bo kopierar kartan över dammen", "Cilla tillfrågar länsstyrelsen", "Doris lagar bänken")


def guessed(text: str, number: int, *, rule: str = "action.guess") -> Action:
    return replace(task(text, text.split()[0], id=f"a{number}"), rule=rule)


def told(*days: str) -> tuple[Event, ...]:
    pages = zip(days, (TEXTS, LATER, LAST), strict=False)
    return tell(*((f"{day}.docx", minutes(day, actions=tuple(guessed(text, n) for n, text in enumerate(texts)))) for day, texts in pages))


def statuses(log: tuple[Event, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in register(log).items:
        found.setdefault(item.opened.meeting, []).append(item.status)
    return {day: sorted(each) for day, each in found.items()}


def reject(log: tuple[Event, ...], day: str, count: int) -> tuple[Event, ...]:
    keys = [item.key for item in register(log).items if item.opened.meeting == day]
    return (*log, *(edit(key, "status", "not_a_task") for key in keys[:count]))


def test_two_rejected_rows_change_nothing_else():
    log = reject(told("2026-03-02", "2026-04-13"), "2026-03-02", 2)
    assert statuses(log) == {"2026-03-02": ["not_a_task"] * 2 + ["open"] * 2, "2026-04-13": ["open"] * 4}


def test_after_three_the_rule_only_proposes_in_that_meeting_and_later():
    log = reject(told("2026-02-02", "2026-03-02", "2026-04-13"), "2026-03-02", 3)
    assert statuses(log) == {"2026-02-02": ["open"] * 4, "2026-03-02": ["not_a_task"] * 3 + ["proposed"], "2026-04-13": ["proposed"] * 4}


def test_three_in_different_meetings_are_not_enough():
    log = told("2026-02-02", "2026-03-02", "2026-04-13")
    for day in ("2026-02-02", "2026-03-02", "2026-04-13"):
        log = reject(log, day, 1)
    assert all("proposed" not in each for each in statuses(log).values())


def test_another_rule_is_not_concerned():
    sure = task("Egil fäller granen vid bäcken", "Egil", id="a9")
    log = tell(("1.docx", minutes("2026-03-02", actions=(*(guessed(text, n) for n, text in enumerate(TEXTS)), sure))))
    keys = [item.key for item in register(log).items if item.text in TEXTS]
    log = (*log, *(edit(key, "status", "not_a_task") for key in keys[:3]))
    assert next(item for item in register(log).items if item.text == sure.text).status == "open"


def test_a_rejection_that_is_taken_back_no_longer_counts():
    log = reject(told("2026-03-02"), "2026-03-02", 3)
    first = next(event.key for event in log if event.by == "Malin")
    log = (*log, edit(first or "", "status", None, at="2026-03-21T10:00:00", release=True))
    assert statuses(log) == {"2026-03-02": ["not_a_task"] * 2 + ["open"] * 2}


def test_the_record_counts_what_each_rule_opened_and_what_was_rejected():
    log = reject(told("2026-03-02", "2026-04-13"), "2026-03-02", 3)
    record = rule_records(log, council=TREES.key)["action.guess"]
    assert (record.opened, dict(record.rejected), record.proposes_from) == (8, {"2026-03-02": 3}, "2026-03-02")
