"""The labels of the blind and the English and Norwegian sets quote their documents, and the documents are what their texts give."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from functions.reading import read_document
from tests.heldout2.build import sheets

TESTS = Path(__file__).resolve().parents[1]
CASES = [path for folder in ("heldout2", "en_nb") for path in sorted((TESTS / folder).glob("*/gold.json"))]


def words(text: str) -> str:
    """The words of a text, parted by single spaces, with one before and one after."""
    return " ".join(["", *re.findall(r"\w+", unicodedata.normalize("NFC", text).lower()), ""])


def quoted(gold: dict[str, Any]) -> list[str]:
    """Everything in the labels that must stand in the document."""
    found = [person["name"] for person in gold["people"]]
    found += [title for _, title in gold["items"]]
    for kind in ("decisions", "actions", "postponed", "follow_ups"):
        for fact in gold[kind]:
            found += [fact["text"], *fact.get("alt", []), fact.get("due_text"), fact.get("until_text"), fact.get("decided_by")]
            found += [other.get(key) for other in [*fact.get("due_alt", []), *fact.get("until_alt", [])] for key in ("due_text", "until_text")]
    for meeting in gold["next_meetings"]:
        found += [meeting.get("place"), *meeting.get("topics", [])]
    return [text for text in [*found, *gold["future_topics"], *gold["links"], *gold["closed_follow_ups"]] if text]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_every_label_stands_in_its_document(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    document = read_document(next(path.parent.glob("*.docx")).read_bytes())
    said = words(" ".join(block.text for block in document.blocks))
    assert [text for text in quoted(gold) if words(text) not in said] == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_owners_and_items_of_labels_are_known(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    names = {person["name"] for person in gold["people"]}
    said = words(" ".join(block.text for block in read_document(next(path.parent.glob("*.docx")).read_bytes()).blocks))
    owners = {owner for action in gold["actions"] for owner in action["owners"]}
    assert sorted(owner for owner in owners if owner not in names and words(owner) not in said) == []
    places = {place for item in gold["items"] for place in item} | {None}
    facts = [fact for kind in ("decisions", "actions", "postponed") for fact in gold[kind]]
    assert [fact["text"] for fact in facts if fact["item"] not in places] == []
    assert set(gold["closed_follow_ups"]) <= {follow["text"] for follow in gold["follow_ups"] if follow["status"] == "done"}


@pytest.mark.parametrize("folder", ["heldout2", "en_nb"])
def test_the_documents_are_what_their_texts_give(folder: str) -> None:
    for case, sheet in sheets(TESTS / folder).items():
        assert [path.name for path in (TESTS / folder / case).glob("*.docx")] == [sheet.name]
        assert (TESTS / folder / case / sheet.name).read_bytes() == sheet.to_bytes(), case
