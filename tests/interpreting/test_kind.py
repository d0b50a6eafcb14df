"""Which files are minutes: over many invented papers at most one is wrongly taken for minutes, and no minutes are missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from functions.interpreting import interpret
from tests.interpreting.look_alikes import LOOK_ALIKES
from tests.interpreting.near_misses import NEAR_MISSES
from tests.interpreting.odd_minutes import ODD_MINUTES
from tests.interpreting.pages import page, read
from tests.interpreting.papers import OTHER
from tests.interpreting.rough_minutes import ROUGH_MINUTES
from tests.interpreting.short_minutes import MINUTES


def test_at_most_one_other_paper_is_taken_for_minutes() -> None:
    taken = [name for name, text in OTHER.items() if read(text).document.kind == "minutes"]
    assert len(OTHER) >= 30
    assert len(taken) <= 1, taken


@pytest.mark.parametrize("name", MINUTES)
def test_minutes_are_known_in_every_layout(name: str) -> None:
    assert read(MINUTES[name]).document.kind == "minutes"


@pytest.mark.parametrize("name", [*ODD_MINUTES, *ROUGH_MINUTES])
def test_minutes_are_known_as_letters_mails_logs_bullets_and_tables(name: str) -> None:
    text = ODD_MINUTES.get(name) or ROUGH_MINUTES[name]
    assert interpret(page(text)).document.kind == "minutes"


@pytest.mark.parametrize("name", [*LOOK_ALIKES, *NEAR_MISSES])
def test_papers_about_meetings_are_no_minutes(name: str) -> None:
    assert interpret(page(LOOK_ALIKES.get(name) or NEAR_MISSES[name])).document.kind != "minutes"


@pytest.mark.parametrize("name", OTHER)
def test_other_papers_give_no_facts(name: str) -> None:
    minutes = read(OTHER[name])
    if minutes.document.kind != "minutes":
        assert minutes.document.status == "not_minutes"
        assert not (minutes.actions or minutes.decisions or minutes.people or minutes.doubts)


def test_an_agenda_is_told_from_other_papers() -> None:
    assert read(OTHER["agenda as a table"]).document.kind == "agenda"
    assert read(OTHER["contract"]).document.kind == "other"


def test_an_empty_document_is_no_minutes() -> None:
    assert read("").document.status == "not_minutes"


BANK = (Path(__file__).parent / "kinds_of_papers.txt").read_text(encoding="utf-8").split("\n== ")[1:]


@pytest.mark.parametrize("paper", BANK, ids=lambda paper: paper.partition("\n")[0])
def test_every_paper_of_the_bank_is_taken_for_what_it_is(paper: str) -> None:
    name, _, text = paper.partition("\n")
    kind = read(text).document.kind
    assert (kind == "minutes") == name.startswith("minutes: ")


MORE = (Path(__file__).parent / "more_kinds_of_papers.txt").read_text(encoding="utf-8").split("\n== ")[1:]


@pytest.mark.parametrize("paper", MORE, ids=lambda paper: paper.partition("\n")[0])
def test_papers_that_look_like_others_are_told_apart(paper: str) -> None:
    name, _, text = paper.partition("\n")
    assert (read(text).document.kind == "minutes") == name.startswith("minutes: ")
