"""Matters out for comment with the day to reply by and to whom, no clinical referrals; and points that stand on every later agenda."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interpreting.pages import minutes_with

# What is wanted (C with the day to reply by and @whom, S for a standing point, - for neither), then what is said.
BANK = Path(__file__).with_name("consultation_bank.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("line", BANK.strip().splitlines())
def test_what_is_out_for_comment_and_what_stands_on_every_agenda(line: str) -> None:
    wanted, text = (part.strip() for part in line.split("|", 1))
    minutes = minutes_with(text)
    found = [f"C {(c.answer_by.date if c.answer_by else None) or '-'}{f' @{c.to}' if c.to else ''}" for c in minutes.consultations]
    assert " ".join([*found, *("S" for _ in minutes.standing)] or ["-"]) == wanted


def test_the_day_to_reply_by_may_stand_in_the_next_sentence_and_both_are_quoted() -> None:
    (consultation,) = minutes_with("Förslaget har skickats ut på remiss. Sista dag att svara är 3 maj.").consultations
    assert len(consultation.quotes) == 2
