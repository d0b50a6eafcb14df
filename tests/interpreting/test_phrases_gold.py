"""Measures single labelled sentences of other organisations, which are kept outside the repository: what is decided and what is put off."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from functions.interpreting.names import Roster, find_mentions
from functions.languages import load
from tests.bench.phrases import found_in, read_phrase


def labels() -> list[dict[str, Any]]:
    shared = Path(os.environ.get("DAGORDNING_SHARED") or Path(__file__).parents[2].parent / "shared")
    path = shared / "labels" / "phrases_sv.jsonl"
    if not path.is_file():
        if os.environ.get("CI"):
            pytest.fail(f"the labels are missing: {path}; set DAGORDNING_SHARED")
        pytest.skip(f"NOT MEASURED: {path} is missing; set DAGORDNING_SHARED")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def errors(phrases: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The phrases that are read wrongly, by kind of fact; a capitalised word that may be a name stands on the attendance list."""
    pack = load("sv")
    wrong: dict[str, list[str]] = {"decision": [], "postponed": []}
    for phrase in phrases:
        names = [m.text for m in find_mentions(phrase["text"], roster=Roster(()), pack=pack) if re.match(r"[A-ZÅÄÖ][a-zåäö]", m.text)]
        found = found_in(read_phrase(phrase["text"], list(dict.fromkeys(names))))
        for kind, ids in wrong.items():
            if (kind in found) != (kind in phrase["labels"]):
                ids.append(phrase["id"])
    return wrong


def test_at_most_two_decisions_and_no_deferral_are_read_wrongly() -> None:
    phrases = labels()
    wrong = errors(phrases)
    assert len(phrases) >= 60
    assert len(wrong["decision"]) <= 2, wrong
    assert wrong["postponed"] == [], wrong
