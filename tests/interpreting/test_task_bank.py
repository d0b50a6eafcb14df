"""Councils of all kinds write down in many ways that somebody shall do something; and much that only looks like it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.bench.phrases import found_in, names_in, read_phrase
from tests.interpreting.task_bank import Entry, entries, is_right, reports, tasks_of

ENTRIES = entries()
SHARED = Path(os.environ.get("DAGORDNING_SHARED", Path(__file__).parents[3] / "shared"))
PHRASES = SHARED / "labels" / "phrases_sv.jsonl"


def test_the_bank_is_large() -> None:
    assert sum(bool(entry.tasks) for entry in ENTRIES) >= 200
    assert sum(not entry.tasks for entry in ENTRIES) >= 150


def test_all_but_a_few_ways_are_read_with_owner_and_day() -> None:
    wrong = [entry.text for entry in ENTRIES if not is_right(entry)]
    assert len(wrong) <= 4, "\n".join(wrong)


def test_nobody_is_made_an_owner_whom_the_line_does_not_name() -> None:
    told = {(entry.text, owner) for entry in ENTRIES for action in tasks_of(entry) for owner in action.owners if entry.tasks}
    wanted = {(entry.text, owner) for entry in ENTRIES for owners in entry.tasks for owner in owners}
    assert told - wanted == set()


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if not entry.tasks], ids=lambda entry: entry.text)
def test_what_only_looks_like_a_task_is_none(entry: Entry) -> None:
    assert [action.text for action in tasks_of(entry)] == []


@pytest.mark.parametrize("entry", reports(), ids=lambda entry: entry.text)
def test_a_report_with_an_owner_beside_it_is_never_sure_and_nobody_else_s(entry: Entry) -> None:
    found = tasks_of(entry)
    assert all(action.tier == "proposed" for action in found)
    assert {action.owners for action in found} <= set(entry.tasks)


@pytest.mark.skipif(not PHRASES.exists(), reason="the labelled phrases lie beside the project")
def test_labelled_phrases_of_other_organisations_give_their_tasks_with_two_errors_at_most() -> None:
    phrases = [json.loads(line) for line in PHRASES.read_text(encoding="utf-8").splitlines()]
    wrong = []
    for phrase in phrases:
        minutes = read_phrase(phrase["text"], names_in(phrase, phrases))
        if ("action" in found_in(minutes)) != ("action" in phrase["labels"]):
            wrong.append(phrase["text"])
    assert len(wrong) <= 2, "\n".join(wrong)
