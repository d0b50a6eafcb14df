"""When the council meets next, over a bank of ways of writing it (next_bank.txt), and days that are no meeting of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from functions.model.minutes import NextMeeting
from tests.interpreting.pages import ROSTER, read

BANK = Path(__file__).with_name("next_bank.txt")
ENTRIES = [line for line in BANK.read_text(encoding="utf-8").splitlines() if " :: " in line and not line.startswith("# ")]


def announced(text: str) -> tuple[NextMeeting, ...]:
    """The meetings read out of small minutes that hold nothing but the passage."""
    said = re.sub(r"(?<!~)~(?!~)", "\n", text.replace("~~~", "\n~~"))
    page = f"# 1. Syn\nBo visar bilder.\n# 2. {said[2:]}\n" if said.startswith("# ") else f"# 1. Syn\n{said}\n# 2. Övrigt\nInget.\n"
    return read(ROSTER + page).next_meetings


def written(meeting: NextMeeting) -> str:
    """A meeting as the bank writes it, without its time."""
    return meeting.date + ("×" if meeting.cancelled else "") + (f"<{meeting.moved_from}" if meeting.moved_from else "")


def test_the_bank_is_large() -> None:
    assert len(ENTRIES) >= 140


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_meetings_to_come_are_read_and_no_other_days(entry: str) -> None:
    wanted, _, text = entry.partition(" :: ")
    days = [one.strip().split(" ") for one in wanted.split(";") if one.strip() != "-"]
    found = announced(text)
    assert sorted(written(meeting) for meeting in found) == sorted(day for day, *_ in days)
    starts = {written(meeting): meeting.start for meeting in found}
    assert all(starts[day] == time[0] for day, *time in days if time)


def test_a_list_in_order_goes_on_into_the_next_year() -> None:
    found = announced("# Möten framåt~10 september~3 december~21 januari~4 mars")
    assert [meeting.date for meeting in found] == ["2026-09-10", "2026-12-03", "2027-01-21", "2027-03-04"]


def test_a_day_before_the_meeting_alone_is_no_next_meeting() -> None:
    assert announced("# Nästa möte~14 januari") == ()
