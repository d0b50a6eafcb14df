"""What is made from minutes: without title, heads or list of people they are minutes still; agendas, lists and forms made from them never are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from functions.interpreting.attendance import find_people
from functions.interpreting.kind import judge_kind
from functions.interpreting.laying_out import lay_out
from functions.languages import load
from functions.model.document import Document
from functions.reading import read_document
from tests.interpreting.derived_papers import Gold, agendas, parts, stripped

CORPUS = Path(__file__).parents[1] / "corpus"
# Test minutes and those put aside are never looked at, nor is what is made from them; the pack is Swedish.
BLIND = ("heldout/", "heldout3/", "heldout4/", "en_nb/", "fresh11/", "fresh12/", "fresh13/", "series/aside-")
PACK = load("sv")


def _places() -> list[Path]:
    """Every labelled development minutes' folder."""
    places = [gold.parent for gold in sorted(CORPUS.rglob("gold.json")) if not gold.relative_to(CORPUS).as_posix().startswith(BLIND)]
    told = {place: json.loads((place / "gold.json").read_text(encoding="utf-8")) for place in places}
    return [place for place, gold in told.items() if gold.get("kind", "minutes") == "minutes" and gold.get("part") != "test"]


def _derived(place: Path) -> Iterator[tuple[str, bool, Document]]:
    """Name, whether it is minutes still, and the page."""
    gold: Gold = json.loads((place / "gold.json").read_text(encoding="utf-8"))
    file = next(path for path in sorted(place.iterdir()) if path.suffix in (".docx", ".pdf"))
    document = read_document(file.read_bytes(), name=file.name)
    yield from ((name, True, made) for name, made in stripped(document, gold, pack=PACK))
    yield from ((name, False, made) for name, made in (*agendas(gold), *parts(document, gold, pack=PACK)))


def _wrong(place: Path) -> list[str]:
    found = []
    for name, wanted, document in _derived(place):
        layout = lay_out(document, pack=PACK)
        taken = judge_kind(document, layout, find_people(layout, pack=PACK), pack=PACK).kind == "minutes"
        found += [f"{place.relative_to(CORPUS)}: {name}"] if taken != wanted else []
    return found


@pytest.mark.parametrize("place", _places()[3::12], ids=lambda place: str(place.relative_to(CORPUS)))
def test_what_is_made_from_minutes_is_taken_for_what_it_is(place: Path) -> None:
    assert _wrong(place) == []


@pytest.mark.soak
def test_of_all_papers_made_from_all_minutes_hardly_any_is_taken_wrongly() -> None:
    wrong = [line for place in _places() for line in _wrong(place)]
    assert not [line for line in wrong if not line.endswith((": only its body", ": emptied", ": task lines"))]
    assert len(wrong) <= 8, wrong
