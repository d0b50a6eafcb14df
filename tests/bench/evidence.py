"""Fits the weights of `functions.following_up.evidence` on the development series: `python -m tests.bench.evidence [--table]`.

A unit is an open row at a meeting. Of the sentences that may be about it the best counts, as in use; which of them tells of a closing the labels say
by their quotations. The stories of tests/following_up are fitted on too. Printed is how many closings, and how many others, would be asked about from
each score on, by weights fitted without the row's own series; --table prints the weights fitted on all of them, as they stand in the module.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from functions.evaluating.series import Series, find_rows, is_open, opened_in, read_series, registers, series_as_labelled, series_in
from functions.following_up import stages
from functions.following_up.evidence import list_evidence, weigh
from functions.following_up.following import Followed, follow
from functions.following_up.naming import Names
from functions.following_up.profiles import gather_pool
from functions.following_up.readings import Reading
from functions.following_up.rows import Row
from functions.following_up.statements import spoken
from functions.model.document import Document
from functions.model.minutes import Minutes
from functions.reading import read_document
from tests.following_up.stories import DAYS, Story, has_words, stories
from tests.following_up.stories import follow as follow_story
from tests.readings import read
from tests.scoring import CORPUS

ASIDE = "aside-"  # series that are put aside to measure on
_MEETINGS = 2  # of the stories that are looked at
_STEPS, _PENALTY = 8, 1.0  # of Newton; what a weight costs
_SAME = 0.6  # of a quotation's words, that a sentence is the one that tells
_SCORES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Unit:
    """An open row at a meeting. over: the labels say that it was closed there; sentences: the signs of each, and whether it tells so; status: of
    the row afterwards."""

    series: str
    way: str
    over: bool
    sentences: tuple[tuple[Mapping[str, float], bool], ...]
    status: str


Weights = Mapping[str, float]


@contextmanager
def _watched(seen: dict[str, tuple[Mapping[str, Row], Reading, Names]]) -> Iterator[None]:
    """Keep by date what each meeting's minutes are held against."""

    def watch(rows: Mapping[str, Row], *, reading: Reading, names: Names, first: bool = False) -> Followed:
        seen[reading.date or ""] = (dict(rows), reading, names)
        return follow(rows, reading=reading, names=names, first=first)

    stages.forget_stages()
    with patch.object(stages, "follow", watch):
        yield


def units_of(series: Series, minutes: Sequence[Minutes], *, way: str) -> Iterator[Unit]:
    """The open rows at each meeting of a series of which anything there may speak."""
    seen: dict[str, tuple[Mapping[str, Row], Reading, Names]] = {}

    with _watched(seen):
        states = registers(series, minutes)
    days = {meeting["folder"]: place for place, meeting in enumerate(series.labels["meetings"])}
    opened = opened_in(series.labels, days=days)
    labels: dict[str, list[tuple[int, str]]] = {}
    for place, (day, _, gold) in enumerate(series.meetings):
        for label, key in find_rows([one for one in opened if one[0] == place], day=day, gold=gold, register=states[-1]).items():
            labels.setdefault(key, []).append(label)
    for place, (day, _, _) in enumerate(series.meetings):
        rows, reading, names = seen[day]
        pool = gather_pool((row for row in rows.values() if row.is_open and row.opened.meeting < day), names=names)
        signs: dict[str, list[tuple[Mapping[str, float], str]]] = {}
        for event, statement in spoken(reading):
            for one in list_evidence([(event, statement)], pool=pool, on=day):
                signs.setdefault(one.key, []).append((one.signs, statement.text))
        after = {item.key: item.status.value for item in states[place].items}
        for key, sentences in signs.items():
            quotes = [one["quote"] for one in _closings(series.labels, of=labels.get(key, ()), place=place, days=days)]
            gone = place > 0 and not any(is_open(label, place=place - 1, labels=series.labels, days=days) for label in labels.get(key, ()))
            if key in labels and (quotes or not gone):
                told = tuple((one, any(_same(text, quote) for quote in quotes)) for one, text in sentences)
                yield Unit(series.name, way, bool(quotes), told, after.get(key, ""))


def units_of_story(story: Story) -> Iterator[Unit]:
    """The tasks of a story of two meetings; nobody has labelled which sentence tells of them."""
    if len(story.papers) != _MEETINGS:
        return
    seen: dict[str, tuple[Mapping[str, Row], Reading, Names]] = {}
    with _watched(seen):
        items = {item.key: item for item in follow_story(story)}
    rows, reading, names = seen[DAYS[1]]
    pool = gather_pool((row for row in rows.values() if row.is_open), names=names)
    signs: dict[str, list[tuple[Mapping[str, float], bool]]] = {}
    for one in list_evidence(spoken(reading), pool=pool, on=DAYS[1]):
        signs.setdefault(one.key, []).append((one.signs, False))
    for words, end in story.ends.items():
        key = next((key for key in signs if key in items and has_words(items[key], words)), None)
        if key is not None:
            yield Unit("stories", "stories", end in ("closed", "asked"), tuple(signs[key]), items[key].status.value)


def _closings(labels: Mapping[str, Any], *, of: Sequence[tuple[int, str]], place: int, days: Mapping[str, int]) -> Iterator[Mapping[str, Any]]:
    for one in labels["outcomes"]:
        if one["closing"] and days[one["meeting"]] == place and (days[one["opened"]["meeting"]], one["opened"]["text"]) in of:
            yield one


def _same(text: str, quote: str) -> bool:
    told, meant = (re.findall(r"\w+", words.casefold()) for words in (text, quote))
    one, other = " ".join(told), " ".join(meant)
    return one in other or other in one or len(set(told) & set(meant)) > _SAME * len(set(meant))


def fit(units: Sequence[Unit]) -> dict[str, float]:
    """Weights for the signs. Of a row that was closed the sentence that tells so counts, or, where none does, the best one; of others all."""
    weights: dict[str, float] = {}
    for _ in range(3):
        told: list[tuple[Mapping[str, float], float, float]] = []
        for unit in units:
            if not unit.over:
                told += [(signs, 0.0, 1.0) for signs, _ in unit.sentences]
                continue
            telling = [signs for signs, tells in unit.sentences if tells]
            if not telling and weights:
                telling = [max((signs for signs, _ in unit.sentences), key=lambda signs: weigh(signs, weights=weights))]
            told += [(signs, 1.0, 1 / len(telling)) for signs in telling]
        weights = regress(told)
    return weights


def regress(told: Sequence[tuple[Mapping[str, float], float, float]], *, penalty: float = _PENALTY) -> dict[str, float]:
    """Logistic regression by Newton's method. told: signs, what it should give, how much it counts; penalty: what a weight costs."""
    names = list(dict.fromkeys(name for signs, _, _ in told for name in signs))
    weights = [0.0] * len(names)
    for _ in range(_STEPS):
        slope = [penalty * weight * (name != "always") for name, weight in zip(names, weights, strict=True)]
        bend = [[(penalty * (names[row] != "always") + 1e-6) * (row == col) for col in range(len(names))] for row in range(len(names))]
        for signs, wanted, count in told:
            worth = [(place, signs[name]) for place, name in enumerate(names) if signs.get(name)]
            given = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights[place] * value for place, value in worth)))))
            for at, (row, value) in enumerate(worth):
                slope[row] += count * (given - wanted) * value
                for col, other in worth[at:]:
                    bend[row][col] += count * max(given * (1 - given), 1e-5) * value * other
        for row in range(len(names)):
            for col in range(row):
                bend[row][col] = bend[col][row]
        weights = [weight - step for weight, step in zip(weights, _solve(bend, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations, by elimination."""
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for place in range(size):
        best = max(range(place, size), key=lambda row: abs(rows[row][place]))
        rows[place], rows[best] = rows[best], rows[place]
        for below in rows[place + 1 :]:
            share = below[place] / rows[place][place]
            if share:
                below[place:] = [value - share * above for value, above in zip(below[place:], rows[place][place:], strict=True)]
    found = [0.0] * size
    for place in reversed(range(size)):
        line = rows[place]
        found[place] = (line[size] - sum(line[col] * found[col] for col in range(place + 1, size))) / line[place]
    return found


def _open(path: Path) -> Document:
    return read_document(path.read_bytes(), name=path.name)


def gather_units() -> list[Unit]:
    """The units of all development series, as labelled and as read."""
    units: list[Unit] = []
    for series in series_in(CORPUS):
        if series.part == "development" and not series.name.startswith(ASIDE):
            units += units_of(
                series, series_as_labelled(series, open_document=lambda path: read_document(path.read_bytes(), name=path.name)), way="labelled"
            )
            units += units_of(series, read_series(series, read=read), way="read")
    for story in stories():
        units += units_of_story(story)
    return units


def main() -> None:
    """Print the figures, or the table."""
    units = gather_units()
    if "--table" in sys.argv:
        for name, weight in fit(units).items():
            print(f'    "{name}": {weight:.2f},')
        return
    names = sorted({unit.series for unit in units})
    fitted = {name: fit([unit for unit in units if unit.series != name]) for name in names}
    for way in ("labelled", "read", "stories"):
        these = [unit for unit in units if unit.way == way]
        print(f"{way}: {len(these)} open rows of which something may speak, {sum(unit.over for unit in these)} of them closed there")
        scored = [(max(weigh(signs, weights=fitted[unit.series]) for signs, _ in unit.sentences), unit) for unit in these]
        for least in _SCORES:
            over = [unit.over for score, unit in scored if score >= least]
            lost = [unit for score, unit in scored if score < least and unit.status in ("done", "dropped")]
            wrong = sum(not one.over for one in lost)
            print(f"  from {least:.1f} on {len(over):4} rows, {sum(over):4} closed; below {len(lost):3} that are closed by rule, {wrong} wrongly")


if __name__ == "__main__":
    main()
