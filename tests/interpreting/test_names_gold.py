"""Measures the name ladder on labelled mentions of real minutes, which are kept outside the repository."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from functions.interpreting.names import KnownPerson, Resolution, Roster, resolve_name
from functions.languages import load

ROLES = {"ordförande": "chair", "sekreterare": "secretary", "koordinator": "coordinator"}
ATTENDANCE = {"gäst": "guest", "adj": "adjunct", "frånv": "absent"}
ABOUT_PRESENCE = ("owner_absent", "owner_guest")


@dataclass(frozen=True, slots=True)
class Score:
    total: int
    wrong: tuple[str, ...]
    silently_wrong: tuple[str, ...]

    @property
    def right(self) -> float:
        return 1 - len(self.wrong) / self.total


def labels() -> list[dict[str, Any]]:
    shared = Path(os.environ.get("DAGORDNING_SHARED") or Path(__file__).parents[2].parent / "shared")
    path = shared / "labels" / "names_gold.jsonl"
    if not path.is_file():
        if os.environ.get("CI"):
            pytest.fail(f"the labels are missing: {path}; set DAGORDNING_SHARED")
        pytest.skip(f"NOT MEASURED: {path} is missing; set DAGORDNING_SHARED")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def roster_of(row: dict[str, Any]) -> Roster:
    codes = {name: code for code, name in row["declared_initials"].items()}
    people = tuple(
        KnownPerson(
            name,
            role=ROLES.get(row["roles"].get(name, "")),
            attendance=ATTENDANCE.get(row["roles"].get(name, ""), "present"),
            initials=codes.get(name),
        )
        for name in row["roster"]
    )
    return Roster(people, introduced=tuple(row["introduced"]))


def is_right(found: Resolution, *, expected: str | list[str] | None) -> bool:
    doubt = found.doubt if found.doubt not in ABOUT_PRESENCE else None
    if expected is None:
        return found.names == ()
    if isinstance(expected, list):
        return set(found.names) == set(expected)
    if expected.startswith("~"):
        return doubt is not None and (found.names == (expected[1:],) or len(found.names) != 1)
    return found.names == (expected,)


def score(rows: list[dict[str, Any]]) -> Score:
    pack, wrong, silent = load("sv"), [], []
    for row in rows:
        found = resolve_name(row["mention"], roster=roster_of(row), pack=pack, named_here=row["same_item_names"])
        if not is_right(found, expected=row["expected"]):
            wrong.append(row["id"])
            if len(found.names) == 1 and found.doubt in (None, *ABOUT_PRESENCE):
                silent.append(row["id"])
    return Score(len(rows), tuple(wrong), tuple(silent))


def test_nobody_is_silently_wrong_and_nineteen_of_twenty_are_right() -> None:
    found = score(labels())
    assert found.total >= 90
    assert found.silently_wrong == ()
    assert found.right >= 0.95, found.wrong
