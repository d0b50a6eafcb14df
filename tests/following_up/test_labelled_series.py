"""The made-up councils of the corpus over three meetings, from their labels: what is open and what became of the rest."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from functions.following_up import project, record
from functions.model.events import Event
from functions.model.library import Council, LibraryFile, council_key
from functions.model.register import OpenItem
from tests.following_up.labelled import CORPUS, read_labels

EXPECTED: dict[str, Any] = json.loads((CORPUS / "expected-follow-up.json").read_text(encoding="utf-8"))


def rows_of(name: str) -> tuple[OpenItem, ...]:
    council = Council(council_key(name), (name,))
    log: tuple[Event, ...] = ()
    for case in EXPECTED[name]["cases"]:
        log += record(read_labels(case), file=LibraryFile(case, f"{case}.docx"), council=council, events=log)
    return project(log, council=council, now=date.fromisoformat(EXPECTED[name]["today"])).items


def paired(name: str, part: str) -> list[tuple[dict[str, Any], OpenItem]]:
    """The expected rows that the labels open, each with ours; what is only implied in the minutes (questions, older tasks) has none."""
    rows = rows_of(name)
    pairs = []
    for entry in EXPECTED[name][part]:
        wordings = [entry["text"].split(": ")[-1], *entry.get("alt", ())]
        row = next((row for row in rows if any(wording in row.text for wording in wordings)), None)
        if row is not None:
            pairs.append((entry, row))
    return pairs


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_nothing_that_is_open_was_closed(name: str):
    pairs = paired(name, "open")
    assert len(pairs) >= 9
    assert [row.text for _, row in pairs if row.status not in ("open", "part_done")] == []
    assert [row.text for entry, row in pairs if entry["status"] == "part_done" and row.status != "part_done"] == []


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_most_of_what_is_over_is_done_or_seems_so(name: str):
    pairs = paired(name, "closed")
    over = [row for _, row in pairs if row.status in ("done", "dropped", "seems_done")]
    sure = [row for row in over if row.status in ("done", "dropped")]
    assert len(over) / len(pairs) >= 0.8
    assert len(sure) / len(pairs) >= 0.4


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_closed_row_was_closed_at_the_meeting_that_says_so(name: str):
    for entry, row in paired(name, "closed"):
        if row.status in ("done", "dropped"):
            assert row.events[-1].meeting == entry["closed_meeting"], row.text
