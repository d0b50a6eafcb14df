"""The announced meetings of a bank of lists, tables and sentences; nobody else's, no papers' last days and no days gone by."""

from __future__ import annotations

import pytest

from tests.interpreting.coming_bank import COMING
from tests.interpreting.pages import ROSTER, read


@pytest.mark.parametrize(("heading", "text", "days"), COMING, ids=[f"{heading}: {text[:50]}" for heading, text, _ in COMING])
def test_the_coming_meetings_are_those_that_are_told(heading: str, text: str, days: tuple[str, ...]) -> None:
    found = read(f"{ROSTER}# 1. Syn\nBo Alm visar bilder.\n# 2. {heading}\n{text}\n").next_meetings
    told = [f"{one.date}{'x' if one.cancelled else ''}{f' {one.start}' if one.start else ''}" for one in found]
    assert [one if " " in day else one.split(" ")[0] for one, day in zip(told, sorted(days), strict=True)] == sorted(days)


def test_lines_that_close_the_minutes_are_no_matters_for_the_next_meeting() -> None:
    (coming,) = read(
        f"{ROSTER}# 1. Syn\nBo Alm visar bilder.\n# 2. Nästa möte\n16 april kl 13–15\nMötet avslutas\nTack för idag\nTove Myr\n"
    ).next_meetings
    assert coming.topics == ()
