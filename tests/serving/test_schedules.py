"""When a timer runs."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from functions.commands.serving.schedules import read_schedule

NOW = datetime(2026, 11, 20, 14, 7, 30, tzinfo=ZoneInfo("Europe/Stockholm"))  # a Friday


@pytest.mark.parametrize(
    ("schedule", "following"),
    [
        ("0 */10 * * * *", "2026-11-20 14:10:00"),
        ("0 30 4 * * *", "2026-11-21 04:30:00"),
        ("* * * * * *", "2026-11-20 14:07:31"),
        ("*/5 * * * * *", "2026-11-20 14:07:35"),
        ("30 7 14 * * *", "2026-11-21 14:07:30"),
        ("0 0 6 * * 1-5", "2026-11-23 06:00:00"),
        ("0 0 6 * * Mon-Fri", "2026-11-23 06:00:00"),
        ("0 0 6 * * sun,sat", "2026-11-21 06:00:00"),
        ("0 0 0 29 2 *", "2028-02-29 00:00:00"),
        ("0 0 0 1 jan *", "2027-01-01 00:00:00"),
        ("0 0 8-18/5 * * *", "2026-11-20 18:00:00"),
        ("15 5/20 * * * *", "2026-11-20 14:25:15"),
    ],
)
def test_the_next_time_comes_after_now(schedule: str, following: str) -> None:
    assert read_schedule(schedule).after(NOW).strftime("%Y-%m-%d %H:%M:%S") == following


@pytest.mark.parametrize(
    "schedule",
    [
        "banana",
        "*/10 * * * *",
        "0 */10 * * * * *",
        "60 * * * * *",
        "0 0 24 * * *",
        "0 0 0 0 * *",
        "0 0 0 * 13 *",
        "0 0 0 * * 7",
        "0 */0 * * * *",
        "0 10-5 * * * *",
        "0 a * * * *",
        "0 1, * * * *",
    ],
)
def test_what_azure_would_refuse_is_refused(schedule: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_schedule(schedule)


def test_a_day_that_never_comes_is_told() -> None:
    with pytest.raises(ValueError, match="never comes"):
        read_schedule("0 0 0 31 2 *").after(NOW)
