"""The JSON that other programs read: field names and values as the design's contracts say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.desk import CORPUS, Desk, copy_corpus, lines, process

SAMPLES = sorted(CORPUS.glob("*/*.docx"))
QUOTE = {"block", "start", "end", "text"}
FIELDS = {
    "document": {"kind", "language", "fingerprint", "reader", "status", "reason"},
    "meeting": {"body", "organization", "kind", "date", "start", "end", "place", "online", "chair", "secretary", "state", "quotes"},
    "people": {"name", "role", "title", "affiliation", "attendance", "remote", "items", "initials", "rule", "tier", "quotes"},
    "items": {"number", "title", "start", "end", "presenters", "links", "rule", "tier", "quotes"},
    "decisions": {"id", "item", "text", "kind", "decided_by", "actions", "rule", "tier", "quotes"},
    "actions": {"id", "item", "text", "owners", "owner_quotes", "due", "decision", "doubts", "rule", "tier", "quotes"},
    "follow_ups": {"item", "text", "owners", "status", "by", "rule", "tier", "quotes"},
    "postponed": {"item", "text", "kind", "until", "rule", "tier", "quotes"},
    "consultations": {"item", "text", "to", "answer_by", "rule", "tier", "quotes"},
    "standing": {"item", "text", "rule", "tier", "quotes"},
    "next_meetings": {"date", "start", "end", "place", "online", "note", "topics", "moved_from", "cancelled", "rule", "tier", "quotes"},
    "links": {"text", "href", "item", "quotes"},
    "doubts": {"id", "code", "question", "choices", "quotes"},
}
VALUES = {
    "kind": {"minutes", "agenda", "other"},
    "status": {"read", "needs_a_look", "unreadable", "not_minutes"},
    "state": {"ongoing", "final", "approved"},
    "attendance": {"present", "absent", "partial", "adjunct", "guest"},
    "role": {"chair", "vice_chair", "secretary", "coordinator", "adjuster", None},
    "follow_up": {"done", "part_done", "kept", "dropped", "mentioned"},
    "postponed": {"tabled", "returned", "deferred", "parked"},
    "tier": {"sure", "proposed"},
    "row_kind": {"action", "tabled", "returned", "deferred", "parked", "consultation", "standing", "pinned", "announced"},
    "row_status": {"proposed", "open", "part_done", "seems_done", "done", "dropped", "not_a_task", "dormant", "historic"},
    "line_kind": {
        "formality", "follow_up", "tabled", "returned", "deferred", "consultation", "standing",
        "announced", "pinned", "matter", "guest", "break", "other", "next",
    },
    "line_type": {"decision", "discussion", "information", "formality", "follow_up"},
}  # fmt: skip


@pytest.fixture(scope="module")
def interpreted() -> list[dict[str, Any]]:
    return lines(process("interpret", "--json", *SAMPLES))


@pytest.fixture(scope="module")
def shown() -> list[dict[str, Any]]:
    return lines(process("read", "--json", *SAMPLES))


@pytest.fixture(scope="module")
def rows(folder: Path) -> list[dict[str, Any]]:
    return lines(process("register", folder, "--json", "--today", "2026-05-20"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_corpus(tmp_path_factory.mktemp("m"))
    Desk(root).on("2026-05-20").run()
    return root


def quotes_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every quotation, however deep."""
    if isinstance(value, dict):
        if set(value) == QUOTE:
            yield value
        for each in value.values():
            yield from quotes_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from quotes_in(each)


def test_read_gives_every_file_its_blocks(shown: list[dict[str, Any]]) -> None:
    assert [entry["file"] for entry in shown] == [str(path) for path in SAMPLES]
    for entry in shown:
        assert {"file", "blocks"} <= set(entry)
        assert entry["blocks"]
        for block in entry["blocks"]:
            assert {"id", "part", "kind", "number", "row", "col", "strike", "text"} <= set(block)


def test_interpret_gives_one_object_a_file_in_order_with_the_fields_of_the_contract(interpreted: list[dict[str, Any]]) -> None:
    assert [entry["file"] for entry in interpreted] == [str(path) for path in SAMPLES]
    for entry in interpreted:
        assert set(FIELDS) | {"file", "future_topics"} <= set(entry)
        for part, fields in FIELDS.items():
            for fact in entry[part] if isinstance(entry[part], list) else [entry[part]]:
                assert set(fact) == fields, part
        assert all(isinstance(topic, str) for topic in entry["future_topics"])


def test_interpret_uses_the_values_of_the_contract(interpreted: list[dict[str, Any]]) -> None:
    for entry in interpreted:
        assert entry["document"]["kind"] in VALUES["kind"]
        assert entry["document"]["status"] in VALUES["status"]
        assert entry["meeting"]["state"] in VALUES["state"]
        assert {person["attendance"] for person in entry["people"]} <= VALUES["attendance"]
        assert {person["role"] for person in entry["people"]} <= VALUES["role"]
        assert {fact["status"] for fact in entry["follow_ups"]} <= VALUES["follow_up"]
        assert {fact["kind"] for fact in entry["postponed"]} <= VALUES["postponed"]
        assert {fact["kind"] for fact in entry["decisions"]} <= {"decision", "formality"}
        for part, fields in FIELDS.items():
            if "tier" in fields:
                assert {fact["tier"] for fact in entry[part]} <= VALUES["tier"]
                assert all(fact["rule"] and fact["quotes"] for fact in entry[part])
        for fact in [fact["due"] for fact in entry["actions"]] + [fact["until"] for fact in entry["postponed"]]:
            assert fact is None or set(fact) == {"date", "text", "granularity", "quotes"}


def test_every_quotation_is_in_the_block_that_read_shows(interpreted: list[dict[str, Any]], shown: list[dict[str, Any]]) -> None:
    blocks = {entry["file"]: {block["id"]: block["text"] for block in entry["blocks"]} for entry in shown}
    count = 0
    for entry in interpreted:
        for quote in quotes_in(entry):
            if quote["text"] is not None:
                count += 1
                assert blocks[entry["file"]][quote["block"]][quote["start"] : quote["end"]] == quote["text"]
    assert count > 200


def test_the_register_gives_one_object_a_row(rows: list[dict[str, Any]]) -> None:
    assert len(rows) > 20
    for row in rows:
        assert set(row) == {
            "key", "council", "kind", "text", "owners", "due", "status", "opened", "meetings_followed", "times_postponed", "quotes", "events",
        }  # fmt: skip
        assert (row["kind"] in VALUES["row_kind"], row["status"] in VALUES["row_status"]) == (True, True)
        assert set(row["opened"]) == {"meeting", "item", "file"}
        assert all(set(event) == {"type", "meeting", "item", "file", "by", "quotes"} for event in row["events"])
        assert row["quotes"]
        assert all(set(quote) == QUOTE for quote in row["quotes"])
    assert [row["key"] for row in rows if row["council"] == rows[0]["council"]] == sorted(
        row["key"] for row in rows if row["council"] == rows[0]["council"]
    )


def test_rules_tell_what_they_opened_and_what_people_rejected(folder: Path) -> None:
    rows = lines(process("rules", folder, "--json"))
    assert {row["council"] for row in rows} == {"Samordningsråd diabetes", "Programråd akutsjukvård"}
    assert all(set(row) == {"council", "rule", "opened", "rejected", "proposes_from"} for row in rows)
    assert sum(row["opened"] for row in rows) > 0 == sum(row["rejected"] for row in rows)


def test_the_register_of_one_council_is_asked_for_by_name(folder: Path) -> None:
    rows = lines(process("register", folder, "--council", "samordningsrådet diabetes", "--json"))
    assert {row["council"] for row in rows} == {"samordningsråd-diabetes"}
    told = process("register", folder, "--council", "Rådet för månen")
    assert told.returncode == 2
    assert "Samordningsråd diabetes" in told.stderr


def test_the_columns_give_values_and_base_for_every_file(folder: Path) -> None:
    found = lines(process("columns", folder, "--json"))
    assert [entry["file"] for entry in found] == sorted(path.name for path in SAMPLES)
    for entry in found:
        assert set(entry) == {"file", "values", "base"}
        assert all(name.startswith("Dg") and value is not None for name, value in entry["values"].items())
        assert entry["values"] == entry["base"]
    assert found[0]["values"]["DgCouncil"] == "Samordningsråd diabetes"


def test_the_draft_gives_lines_with_their_reasons_and_writes_nothing(folder: Path, rows: list[dict[str, Any]]) -> None:
    before = sorted(folder.rglob("*"))
    found = {entry["council"].casefold(): entry for entry in lines(process("draft", folder, "--json", "--today", "2026-05-20"))}
    assert sorted(folder.rglob("*")) == before
    assert {entry["state"] for entry in found.values()} == {"proposal"}
    told = found["programråd akutsjukvård"]
    assert {"council", "meeting", "file", "state", "lines", "left_out", "notes"} <= set(told)
    assert {"date", "start", "end", "place"} <= set(told["meeting"])
    assert told["meeting"]["date"] == "2026-06-02"
    for line in told["lines"]:
        assert {"number", "title", "kind", "type", "presenter", "start", "end", "keys", "why"} <= set(line)
        assert line["kind"] in VALUES["line_kind"]
        assert line["type"] in VALUES["line_type"]
        assert line["why"] is None or set(line["why"]) == {"meeting", "item", "file", "quotes"}
    carried = {key for line in told["lines"] for key in line["keys"]}
    known = {row["key"] for row in rows}
    assert carried
    assert carried <= known
    assert all(set(left) == {"key", "reason"} and left["key"] in known for left in told["left_out"])


def test_the_skeleton_tells_each_point_with_why_and_can_be_set(tmp_path: Path) -> None:
    root = copy_corpus(tmp_path / "m")
    Desk(root).on("2026-05-20").run()
    named = ("skeleton", root, "--council", "Samordningsråd diabetes", "--today", "2026-05-20")
    (told,) = lines(process(*named, "--json"))
    assert set(told) == {"council", "meetings", "points", "changes"} and told["meetings"] == 3
    for point in told["points"]:
        assert {"title", "slots", "minutes", "presenters", "due", "rhythm", "fixed", "why", "last", "variants"} <= set(point)
        assert point["why"] and not point["fixed"]
    assert "Varför" in process(*named).stdout
    (tmp_path / "punkter.txt").write_text("Öppnande\n\nEtikrond\nÖvriga frågor\n", encoding="utf-8")
    (fixed,) = lines(process(*named, "--points", tmp_path / "punkter.txt", "--json"))
    assert [point["title"] for point in fixed["points"]] == ["Öppnande", "Etikrond", "Övriga frågor"]
    (tmp_path / "punkter.txt").write_text("", encoding="utf-8")
    assert lines(process(*named, "--points", tmp_path / "punkter.txt", "--json")) == [told]
    assert process("skeleton", root, "--points", tmp_path / "punkter.txt").returncode == 2


def test_when_answers_each_line_with_its_id() -> None:
    import subprocess
    import sys

    from tests.pipeline.desk import ROOT, _environment

    asked = '{"id": "x1", "text": "senast den 4 maj", "reference_date": "2026-03-19"}\n\n'
    told = subprocess.run(
        [sys.executable, "-m", "functions", "when", "--json"], input=asked, capture_output=True, text=True, check=True, env=_environment(), cwd=ROOT
    )
    (entry,) = [json.loads(line) for line in told.stdout.splitlines()]
    assert entry["id"] == "x1"
    assert "2026-05-04" in told.stdout


def test_run_gives_a_line_for_each_file_and_each_draft(tmp_path: Path) -> None:
    root = copy_corpus(tmp_path)
    found = lines(process("run", root, "--json", "--today", "2026-05-20"))
    files, drafts = [entry for entry in found if "file" in entry], [entry for entry in found if "draft" in entry]
    assert len(files) == len(SAMPLES)
    assert all(set(entry) == {"file", "status", "reason", "council", "meeting", "written", "kept", "doubts"} for entry in files)
    assert {entry["outcome"] for entry in drafts} == {"written"}
    assert all(entry["accessibility"] == [] for entry in drafts)
    assert all(set(entry) == {"draft", "council", "outcome", "sheet", "note", "accessibility"} for entry in drafts)
