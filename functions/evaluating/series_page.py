"""The figures of the series, as a section of the accuracy page: matching alone beside reading and matching together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from functions.evaluating.counting import Count, show_share
from functions.evaluating.series import LOOKED_AT, Followed, Series, judge_series, read_series, series_as_labelled, sum_up
from functions.model.document import Document
from functions.model.minutes import Minutes

_ABOUT = (
    "What later minutes say of earlier promises, followed from meeting to meeting. *As labelled*: every paper is read without a fault, and what only",
    "looks like a closing is read as one, so that matching is measured alone. *As read*: with everything that reading missed or misread.",
)


@dataclass(frozen=True, slots=True)
class JudgedSeries:
    """One series judged twice."""

    series: Series
    labelled: Followed
    read: Followed


def judge_all(found: Sequence[Series], *, read: Callable[[Path], Minutes], open_document: Callable[[Path], Document]) -> tuple[JudgedSeries, ...]:
    """Follow every series as labelled and as read."""
    return tuple(
        JudgedSeries(one, judge_series(one, series_as_labelled(one, open_document=open_document)), judge_series(one, read_series(one, read=read)))
        for one in found
    )


def render_series(judged: Sequence[JudgedSeries]) -> str:
    """The section; empty without series."""
    lines: list[str] = []
    for part in ("test", "development"):
        own = [one for one in judged if one.series.part == part]
        if own:
            lines += ["", f"## {part.capitalize()}: {len(own)} series of {sum(len(one.series.meetings) for one in own)} meetings", "", *_ABOUT, ""]
            lines += ["| promises | as labelled | as read | of |", "|---|---|---|---|"]
            labelled, read = sum_up(one.labelled for one in own), sum_up(one.read for one in own)
            lines += [
                f"| {words} | {_share(labelled.get(name))} | {_share(read.get(name))} | {_all(labelled.get(name))} |"
                for name, words in LOOKED_AT.items()
                if name in labelled or name in read
            ]
    return "\n".join(lines) + "\n" if lines else ""


def _all(count: Count | None) -> int:
    return count.right + count.extra + count.missed if count is not None else 0


def _share(count: Count | None) -> str:
    if count is None or not _all(count):
        return ""
    return show_share(count.right, _all(count))
