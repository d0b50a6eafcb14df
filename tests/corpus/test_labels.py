"""The labels quote their documents, the documents are what their texts give, and what is frozen has not been touched."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from functions.reading import read_document
from tests.corpus.build import CORPUS, documents
from tests.corpus.freezing import frozen_before, frozen_now

GOLDS = [path for path in sorted(CORPUS.rglob("gold.json")) if json.loads(path.read_text(encoding="utf-8")).get("kind", "minutes") == "minutes"]
# Sets whose labels were written as quotations; the older ones allow what the scorer takes for the same words.
QUOTED = ("heldout2", "heldout3", "en_nb", "fresh", "series")
QUOTING = [path for path in GOLDS if path.relative_to(CORPUS).parts[0].startswith(QUOTED)]


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
        place = meeting.get("place")
        found += [*(place if isinstance(place, list) else [place]), *meeting.get("topics", [])]
    return [text for text in [*found, *gold["future_topics"], *gold["links"], *gold["closed_follow_ups"]] if text]


def case(path: Path) -> str:
    return path.parent.relative_to(CORPUS).as_posix()


@pytest.mark.parametrize("path", QUOTING, ids=case)
def test_every_label_stands_in_its_document(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    document = read_document(next(path.parent.glob("*.docx")).read_bytes())
    said = words(" ".join(block.text for block in document.blocks))
    assert [text for text in quoted(gold) if words(text) not in said] == []


@pytest.mark.parametrize("path", QUOTING, ids=case)
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


def test_the_documents_are_what_their_texts_give() -> None:
    written = dict(documents())
    kept = {path.relative_to(CORPUS).as_posix() for path in CORPUS.rglob("*.docx")}
    assert kept == set(written)
    assert [name for name, write in written.items() if (CORPUS / name).read_bytes() != write()] == []


def test_frozen_cases_are_as_they_were() -> None:
    assert frozen_now() == frozen_before()


def test_the_corpus_is_as_large_and_as_varied_as_it_claims() -> None:
    bodies = {str(json.loads(path.read_text(encoding="utf-8"))["meeting"]["body"]) for path in GOLDS}
    assert len(GOLDS) >= 60
    assert len(bodies) >= 16
