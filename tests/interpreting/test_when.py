"""The answers of the `when` command."""

from __future__ import annotations

from typing import Any

import pytest

from functions.interpreting.when import answer
from functions.languages import load


def ask(text: str) -> dict[str, Any]:
    return answer({"id": "a1", "text": text, "reference_date": "2026-03-19"}, load("sv"))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("före 1 maj", "2026-05-01", "2026-05-01"),
        ("den 7 april kl 13-15", "2026-04-07T13:00", "2026-04-07T15:00"),
        ("den 7 april kl 13", "2026-04-07T13:00", "2026-04-07T13:00"),
        ("13:00-13:10", "2026-03-19T13:00", "2026-03-19T13:10"),
        ("30 och 31 mars", "2026-03-30", "2026-03-31"),
        ("från och med den 1 september", "2026-09-01", None),
        ("under hösten", "2026-08-01", "2026-12-31"),
        ("vid nästa möte", None, None),
        ("20-30 % tjänst", None, None),
    ],
)
def test_the_days_named_are_answered_with_their_times(text: str, start: str | None, end: str | None) -> None:
    found = ask(text)
    assert (found["id"], found["start"], found["end"]) == ("a1", start, end)


def test_the_grain_is_told() -> None:
    assert ask("v. 14")["granularity"] == "week"
    assert ask("ingenting")["granularity"] is None


def test_a_line_without_a_text_is_an_error() -> None:
    with pytest.raises(KeyError):
        answer({"id": "a1", "reference_date": "2026-03-19"}, load("sv"))
