"""The figures of the series, as sections of the accuracy page: matching alone beside reading and matching together, and the drafts made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from functions.evaluating.counting import Count, show_share, totals
from functions.evaluating.drafts import LOOKED_AT as DRAFTS
from functions.evaluating.drafts import judge_drafts
from functions.evaluating.series import LOOKED_AT, Followed, Series, judge_series, read_series, registers, series_as_labelled, sum_up
from functions.model.document import Document
from functions.model.minutes import Minutes

_ABOUT = (
    "What later minutes say of earlier promises, followed from meeting to meeting. *As labelled*: every paper is read without a fault, and what only",
    "looks like a closing is read as one, so that matching is measured alone. *As read*: with everything that reading missed or misread.",
)

_ABOUT_DRAFTS = (
    "The minutes of the last meeting are left out, its agenda is drafted from those before, and what came is the measure. *Every*: drafts of every",
    "meeting from the third on. A carried point is right where it stands on the draft or in its appendix; what *Verkar klar* is asked about on the",
    "secretary's sheet instead. Kendall's τ of the order is twice the share of pairs less one. *As followed*: read without a fault, and a person has",
    "brought every row into the state that the labels give it, so that drafting is measured alone; *as labelled* and *as read* it also bears what",
    "following left open or closed.",
)
_DRAFTS = ("as followed", "as labelled", "as read", "every, as followed", "every, as labelled", "every, as read")


@dataclass(frozen=True, slots=True)
class JudgedSeries:
    """One series judged twice. drafts: of its last and of every meeting from the third on, as followed, as labelled and as read."""

    series: Series
    labelled: Followed
    read: Followed
    drafts: Mapping[str, Followed] = field(default_factory=dict)


def judge_all(found: Sequence[Series], *, read: Callable[[Path], Minutes], open_document: Callable[[Path], Document]) -> tuple[JudgedSeries, ...]:
    """Follow every series as labelled and as read."""
    return tuple(_judge(one, series_as_labelled(one, open_document=open_document), read_series(one, read=read)) for one in found)


def _judge(series: Series, labelled: Sequence[Minutes], read: Sequence[Minutes]) -> JudgedSeries:
    after = {False: registers(series, labelled), True: registers(series, read)}
    drafts = {}
    for name in _DRAFTS:
        as_read = "as read" in name
        drafts[name] = judge_drafts(
            series,
            read if as_read else labelled,
            last=not name.startswith("every"),
            followed="as followed" in name,
            states=after[as_read],
        )
    return JudgedSeries(series, judge_series(series, labelled, states=after[False]), judge_series(series, read, states=after[True]), drafts)


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
    for part in ("test", "development"):
        lines += _drafts([one for one in judged if one.series.part == part and one.drafts], part=part)
    return "\n".join(lines) + "\n" if lines else ""


def _drafts(judged: Sequence[JudgedSeries], *, part: str) -> list[str]:
    """The drafts of the last meetings, beside those of every meeting from the third on."""
    if not judged:
        return []
    found = {name: totals(counted for one in judged for counted in one.drafts[name].fields.items()) for name in _DRAFTS}
    rows = [f"| {words} | {' | '.join(_share(found[column].get(name)) for column in _DRAFTS)} |" for name, words in DRAFTS.items()]
    return [
        "",
        f"## {part.capitalize()}: drafts for {len(judged)} councils",
        "",
        *_ABOUT_DRAFTS,
        "",
        f"| what a draft should have | {' | '.join(_DRAFTS)} |",
        "|---|" + "---|" * len(_DRAFTS),
        *rows,
    ]


def _all(count: Count | None) -> int:
    return count.counted if count is not None else 0


def _share(count: Count | None) -> str:
    if count is None or not _all(count):
        return ""
    return show_share(count.right, _all(count))
