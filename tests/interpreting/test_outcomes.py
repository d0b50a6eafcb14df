"""Hundreds of wordings of how it stands with an earlier task, and the titles under which such things are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from functions.interpreting.layout import ItemText
from functions.interpreting.outcomes import has_happened, status_of
from functions.interpreting.spans import Span
from functions.interpreting.statements import is_about_minutes, is_follow_up
from functions.languages import load
from functions.model.document import Block
from tests.interpreting.pages import ROSTER, read

HERE = Path(__file__).parent
BANK = [line.split(": ", 1) for line in (HERE / "outcome_bank.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
TITLES = [
    line.split(": ", 1) for line in (HERE / "follow_up_titles.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]


PREVIOUS = [
    line.split(": ", 1) for line in (HERE / "previous_titles.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]


@pytest.mark.parametrize(("status", "words"), BANK)
def test_how_it_stands_is_told_by_the_words(status: str, words: str) -> None:
    pack = load("sv")
    told = status_of(words, task="", pack=pack)
    if status.startswith("~"):
        assert (told, has_happened(words, pack=pack)) == ("mentioned", True)
    else:
        assert told == status


@pytest.mark.parametrize(("back", "title"), TITLES)
def test_a_title_says_whether_earlier_tasks_are_gone_through(back: str, title: str) -> None:
    item = ItemText(number="2", title=(Span(Block("b1", title), 0, len(title)),))
    assert is_follow_up(item, pack=load("sv")) == (back == "yes")


@pytest.mark.parametrize(("about", "title"), PREVIOUS)
def test_a_title_says_whether_it_is_about_the_previous_minutes(about: str, title: str) -> None:
    item = ItemText(number="2", title=(Span(Block("b1", title), 0, len(title)),))
    assert is_about_minutes(item, pack=load("sv")) == (about == "yes")


def test_what_is_said_of_the_previous_minutes_themselves_is_no_follow_up() -> None:
    minutes = read(
        f"{ROSTER}# 1. Föregående protokoll och givna uppdrag\nProtokollet godkänns och läggs till handlingarna.\nBo redovisade.\n"
        "Svar har inkommit från kommunen och läggs till handlingarna.\n# 2. Avslut\nHelga avslutar mötet."
    )
    assert [f.text for f in minutes.follow_ups] == ["Svar har inkommit från kommunen och läggs till handlingarna."]


def test_a_list_of_outcomes_at_the_point_about_the_previous_minutes_is_heard_whole() -> None:
    minutes = read(
        f"{ROSTER}# 1. Föregående protokoll\nProtokollet godkändes.\nSkyltarna: Bo har satt upp dem.\n"
        "Listan: numera kommer den som fil varje månad.\n"
        "Hissen: inte lagad.\n# 2. Avslut\nHelga avslutar mötet."
    )
    assert [(f.text, f.status) for f in minutes.follow_ups] == [
        ("Skyltarna: Bo har satt upp dem.", "done"),
        ("Listan: numera kommer den som fil varje månad.", "done"),
        ("Hissen: inte lagad.", "kept"),
    ]


def test_a_line_with_a_colon_leads_a_list_of_earlier_tasks() -> None:
    minutes = read(
        f"{ROSTER}# 1. Föregående protokoll\nProtokollet lästes upp. Öppna punkter:\n- Kameran är köpt.\n"
        "- Intyget från leverantören inkommet 3 mars.\n"
        "- Rutinen för nattetid dröjer.\n# 2. Avslut\nHelga avslutar mötet."
    )
    assert [f.status for f in minutes.follow_ups] == ["done", "done", "kept"]


def test_what_is_done_beside_a_task_is_only_proposed() -> None:
    minutes = read(f"{ROSTER}# 1. Uppföljning\nHemtjänsten har däremot fått sina inloggningar.\n# 2. Avslut\nHelga avslutar mötet.")
    assert [(f.status, f.tier) for f in minutes.follow_ups] == [("done", "proposed")]


def test_a_task_that_is_done_on_a_day_to_come_is_not_done() -> None:
    minutes = read(
        f"{ROSTER}# 1. Uppföljning\n- Skyltarna: klart i maj.\n- Listan: klar 3 mars.\n"
        "- Filmen: klar den 30 september.\n# 2. Avslut\nHelga avslutar mötet."
    )
    assert [f.status for f in minutes.follow_ups] == ["kept", "done", "kept"]
