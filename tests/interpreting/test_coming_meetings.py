"""The blind bank of passages about coming meetings, read and judged: aside-3.jsonl is only measured, by hand (README.md there)."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from functions.model.minutes import NextMeeting
from tests.interpreting.pages import ROSTER, read

BANK = Path(__file__).with_name("coming_meetings")
FLOORS = tomllib.loads((Path(__file__).parents[1] / "floors.toml").read_text(encoding="utf-8"))
HALVES = ("open", "aside", "own", "aside-2")
DETAILS = ("start", "end", "place", "online", "cancelled")
# The bodies that the passages call "we"; nobody else in them is called so.
BODIES = {"meets-025": "Äldrerådet"}


@dataclass(frozen=True, slots=True)
class Judged:
    """Days told rightly, wrongly and not at all; details told rightly out of those of the right days; what is wrong in words."""

    right: int
    extra: int
    missing: int
    details: Counter[str]
    asked: int
    wrong: tuple[str, ...]


def announced(entry: dict[str, Any]) -> tuple[NextMeeting, ...]:
    """The meetings read out of minutes held on the passage's day that hold nothing but the passage."""
    rows = ["| " + " | ".join(row) + " |" for row in entry.get("table", ())]
    front = ROSTER.replace("torsdag 5 mars 2026", entry["held"]).replace("Samordningsråd ögonsjukvård", BODIES.get(entry["id"], "Samverkansrådet"))
    heading = [f"# 1. {entry['heading']}"] if entry["heading"] else []
    said = "\n".join([*heading, *entry.get("lines", ()), *rows])
    return read(f"{front}{said}\n# 2. Hälsningar\nTack till alla.\n").next_meetings


def judge(entry: dict[str, Any]) -> Judged:
    """One passage's reading against its label; a day marked "maybe" counts neither for nor against."""
    wanted = {label["date"]: label for label in entry["meetings"]}
    found = {one.date: one for one in announced(entry)}
    sure = {day for day, label in wanted.items() if not label.get("maybe")}
    extra, missing = sorted(found.keys() - wanted.keys()), sorted(sure - found.keys())
    wrong = [*(f"{day} is none" for day in extra), *(f"{day} is missing" for day in missing)]
    right = sorted(sure & found.keys())
    details: Counter[str] = Counter()
    for day in right:
        for name in DETAILS:
            fits = _fits(name, found[day], wanted[day])
            details[name] += fits
            if not fits:
                wrong.append(f"{day}: {name} is {getattr(found[day], name)!r}, not {wanted[day].get(name)!r}")
    return Judged(len(right), len(extra), len(missing), details, len(right), tuple(wrong))


def _fits(name: str, meeting: NextMeeting, label: dict[str, Any]) -> bool:
    have, want = getattr(meeting, name), label.get(name)
    if name == "place" and meeting.online and label.get("online") and want is None:
        return have is None or have.casefold() == "teams"
    return bool(have in want if isinstance(want, list) else (have or None) == (want or None))


@cache
def figures(half: str) -> dict[str, float]:
    """Precision and recall of the days of a half, and the shares of details that are right."""
    judged = [judge(json.loads(line)) for line in (BANK / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()]
    right, extra, missing = (sum(getattr(one, name) for one in judged) for name in ("right", "extra", "missing"))
    shares = {name: sum(one.details[name] for one in judged) / sum(one.asked for one in judged) for name in DETAILS}
    told = {"precision": right / (right + extra), "recall": right / (right + missing), "f1": 2 * right / (2 * right + extra + missing)}
    return {name: round(share, 3) for name, share in {**told, "details": sum(shares.values()) / len(shares), **shares}.items()}


@pytest.mark.parametrize("half", HALVES)
def test_the_coming_meetings_are_told_as_often_as_they_were(half: str) -> None:
    floors = FLOORS[f"coming meetings, {half}"]
    told = figures(half)
    assert {name: told[name] for name in floors if told[name] < floors[name]} == {}


@pytest.mark.parametrize("half", HALVES)
def test_no_floor_lies_below_what_the_first_reading_gave(half: str) -> None:
    first = json.loads((BANK / "first-reading.json").read_text(encoding="utf-8"))[half]
    assert {name: floor for name, floor in FLOORS[f"coming meetings, {half}"].items() if floor < first[name]} == {}


def test_a_meeting_too_many_and_a_wrong_hour_are_wrong() -> None:
    entry = {"id": "x", "held": "2026-03-05", "heading": "Nästa möte", "lines": ["23 april kl. 13–15, Sal Ek", "28 maj"]}
    judged = judge({**entry, "meetings": [{"date": "2026-04-23", "start": "13:00", "end": "16:00", "place": ["Sal Ek", "Ek"]}]})
    assert (judged.right, judged.extra, judged.missing) == (1, 1, 0)
    assert [name for name in DETAILS if not judged.details[name]] == ["end"]
