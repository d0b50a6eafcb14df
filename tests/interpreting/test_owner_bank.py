"""Who is to do what, over a bank of sentences: nobody is invented, and nearly all who are told are found."""

from __future__ import annotations

import pytest

from functions.model.minutes import Action
from tests.interpreting.owner_bank import OWNERS, ROSTER
from tests.interpreting.pages import read

# Tasks that nobody is told to do, or told in a way that is not read: a task is missed, never given to somebody else.
MISSED = {
    "Ett PM tas fram om ögondroppar.", "Det behöver tas fram en plan för jourlinjen.",
    "Någon behöver boka om salen före fredag.",
    "Per (controller) tar fram kostnaden, Lena (PV) schemat, båda till den 27 mars.", "Malva och Hassan går skyddsronden den 12 april kl 10.",
}  # fmt: skip


def tasks(text: str) -> tuple[Action, ...]:
    return read(f"{ROSTER}# 1. Ögonbottenfotografering\n{text}\n# 2. Avslutning\nHelga Norin avslutar mötet och tackar för intresset.\n").actions


@pytest.mark.parametrize(("text", "owners"), OWNERS, ids=[text[:60] for text, _ in OWNERS])
def test_a_task_belongs_to_whom_the_text_names_and_to_nobody_else(text: str, owners: tuple[tuple[str, ...], ...]) -> None:
    told = sorted(action.owners for action in tasks(text))
    assert all(one in owners for one in told if one)
    assert text in MISSED or told == sorted(owners)


def test_what_is_missed_is_still_missed() -> None:
    wanted = dict(OWNERS)
    assert {text for text in MISSED if sorted(action.owners for action in tasks(text)) == sorted(wanted[text])} == set()


def test_a_pronoun_that_may_mean_two_gives_nobody_and_a_question() -> None:
    minutes = read(f"{ROSTER}# 1. Syn\nBo och Hassan har träffats. Han skickar ut underlaget senast 20 mars.\n# 2. Avslutning\nMötet avslutas.\n")
    assert [action.owners for action in minutes.actions] == [()]
    assert [(doubt.question, doubt.choices) for doubt in minutes.doubts] == [("Vem är ”Han”?", ("Bo Alm", "Hassan Omar", "Ingen av dem"))]


def test_a_pronoun_is_quoted_with_whom_it_stands_for_and_never_sure() -> None:
    (task,) = tasks("Bo redovisade felanmälningarna. Han mailar fastighetsjouren i dag.")
    assert ([quote.text for quote in task.owner_quotes], task.tier) == (["Han", "Bo"], "proposed")
