"""A second person of the same given name joins the council: whoever was told by that name alone is nobody then, and a question is asked."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from functions.evaluating.report import cases_in
from functions.interpreting import interpret
from functions.model.minutes import Action, Minutes
from functions.reading import read_document

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
CASES = [
    case.document
    for folder in ("varied", "fresh", "fresh2", "fresh3", "fresh4")
    for case in cases_in(CORPUS / folder)
    if case.part == "development" and not case.name.startswith("b-") and case.document.suffix == ".docx"
]
_PARTS = re.compile(r"word/(document|header|footer|footnotes)\d*\.xml")
_NEAR = 15  # blocks before a task that may be of its point


def renamed(data: bytes, old: str, new: str) -> bytes:
    """The same Word file with one given name for another everywhere."""
    word = re.compile(rf"(?<![\w-]){re.escape(old)}(?=s?(?![\w-]))")
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(made, "w") as written:
        for entry in read.infolist():
            held = read.read(entry)
            if _PARTS.fullmatch(entry.filename):
                held = re.sub(r"(?<=<w:t)[ >][^<]*", lambda text: word.sub(new, text[0]), held.decode()).encode()
            written.writestr(entry, held)
    return made.getvalue()


@cache
def as_it_is(file: Path) -> Minutes:
    return reading(file.read_bytes(), file.name)


def reading(data: bytes, name: str) -> Minutes:
    return interpret(read_document(data, name=name))


def pair(minutes: Minutes) -> tuple[str, str] | None:
    """Somebody who owns a task by the given name alone, and somebody else of the council."""
    names = [person.name for person in minutes.people if " " in person.name]
    given = Counter(name.split()[0] for name in names)
    alone = [name for name in names if given[name.split()[0]] == 1]
    for name in alone:
        told = any(name in action.owners and any(quote.text == name.split()[0] for quote in action.owner_quotes) for action in minutes.actions)
        others = [other for other in alone if other != name and other.split()[0] not in name]
        if told and others:
            return name, others[7 * names.index(name) % len(others)]
    return None


def told_in_full(action: Action, data: bytes, file: str) -> bool:
    """Whether the full name of an owner stands before the given name, in the words of its point."""
    document = read_document(data, name=file)
    at = next(n for n, block in enumerate(document.blocks) if block.id == action.owner_quotes[0].block)
    before = " ".join(block.text for block in document.blocks[max(0, at - _NEAR) : at + 1])
    return any(name in before for name in action.owners)


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.parent.name)
def test_a_given_name_that_two_have_owns_nothing(file: Path) -> None:
    chosen = pair(as_it_is(file))
    if chosen is None:
        return
    given = chosen[0].split()[0]
    data = renamed(file.read_bytes(), chosen[1].split()[0], given)
    minutes = reading(data, file.name)
    for action in minutes.actions:
        if all(quote.text != given for quote in action.owner_quotes) or told_in_full(action, data, file.name):
            continue
        assert not action.owners, f"{action.text}: {action.owners}"
        assert "owner_ambiguous" in action.doubts, action.text


def test_most_of_the_papers_tell_somebody_by_the_given_name_alone() -> None:
    assert sum(pair(as_it_is(file)) is not None for file in CASES) >= len(CASES) // 3
