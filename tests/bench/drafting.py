"""Prints what a draft costs beside a bare docxtpl render of the same template, in one run: python -m tests.bench.drafting."""

from __future__ import annotations

import gc
import io
import resource
from collections.abc import Callable
from statistics import median
from time import perf_counter

from docxtpl import DocxTemplate

from functions.drafting.context import context_of
from functions.drafting.papers import DRAFT, render_draft
from functions.drafting.sample import sample_agenda

ROUNDS = 25


def measure() -> dict[str, float]:
    """Medians in milliseconds, their ratio, and how many MB the peak grew over 300 drafts."""
    agenda, template = sample_agenda(), DRAFT.default()

    def bare() -> None:
        word = DocxTemplate(io.BytesIO(template))
        word.render(context_of(agenda), autoescape=True)
        word.save(io.BytesIO())

    def ours() -> None:
        render_draft(agenda)

    floor, cost = _alternating(bare, ours)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(300):
        ours()
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return {"bare_ms": floor, "draft_ms": cost, "ratio": cost / floor, "peak_growth_mb_300": grown}


def _alternating(first: Callable[[], None], second: Callable[[], None]) -> tuple[float, float]:
    """Medians of both, taken turn about, so that a busy machine slows both alike."""
    spent: tuple[list[float], list[float]] = ([], [])
    for act in (first, second):
        act()
    for _ in range(ROUNDS):
        for act, times in zip((first, second), spent, strict=True):
            gc.collect()
            start = perf_counter()
            act()
            times.append((perf_counter() - start) * 1000)
    return median(spent[0]), median(spent[1])


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:>20}  {value:8.2f}")
