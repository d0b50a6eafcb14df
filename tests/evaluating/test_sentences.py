"""A labelled passage becomes a small page that is read like any other and judged by what it is about."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from functions import errors
from functions.evaluating import evaluate
from functions.evaluating.report import cases_in
from functions.model.minutes import Minutes

LINES = json.loads((Path(__file__).parents[1] / "corpus" / "sentences" / "page.json").read_text(encoding="utf-8"))


def bank(folder: Path, *entries: dict[str, Any], name: str = "a.dev.jsonl") -> Path:
    (folder / "page.json").write_text(json.dumps(LINES), encoding="utf-8")
    common = {"body": "Rådet", "date": "2026-03-12", "people": ["Karin Ek, ordförande", "Olle Brandt"], "item": "Trafik"}
    lines = [json.dumps({"id": str(n), **common, **entry}) for n, entry in enumerate(entries)]
    (folder / name).write_text("\n".join(lines), encoding="utf-8")
    return folder


def unread(path: Path) -> Minutes:
    raise AssertionError(f"{path} is no file of the bank")


def test_a_passage_is_judged_by_what_it_wants_and_by_what_it_must_not_give(tmp_path: Path) -> None:
    wanted = {"text": "Olle ringer kommunen senast 1 april.", "wants": {"actions": [{"text": "Olle ringer kommunen", "owners": ["Olle Brandt"]}]}}
    nothing = {"text": "Kommunen ringer upp alla som söker stöd.", "wants": {}}
    fields = evaluate(cases_in(bank(tmp_path, wanted, nothing)), unread).fields(passages=True)
    assert (fields["actions"].right, fields["actions"].extra, fields["owners"].right) == (1, 0, 1)
    assert "people" not in fields


def test_a_roster_is_judged_by_its_people(tmp_path: Path) -> None:
    roster = {
        "text": "Närvarande\nAnna Ek, ordförande\nBo Alm",
        "wants": {"people": [{"name": "Anna Ek", "attendance": "present"}, {"name": "Bo Alm", "attendance": "present"}]},
    }
    fields = evaluate(cases_in(bank(tmp_path, roster)), unread).fields(passages=True)
    assert fields["people"].right == 2
    assert set(fields) <= {"people", "attendance"}


def test_a_test_bank_is_for_test(tmp_path: Path) -> None:
    cases = list(cases_in(bank(tmp_path, {"text": "Inget.", "wants": {}}, name="a.test.jsonl")))
    assert [(case.name, case.part) for case in cases] == [("a.test: 0", "test")]


def test_a_line_that_is_no_passage_is_named(tmp_path: Path) -> None:
    folder = bank(tmp_path)
    (folder / "a.dev.jsonl").write_text('{"id": "1"}', encoding="utf-8")
    with pytest.raises(errors.BadUsage, match="rad 1"):
        list(cases_in(folder))
