"""What a draft costs beside a bare docxtpl render of the same template, one from 5,000 open points, and whether memory stays flat over 300 drafts.

Absolute figures are printed; only ratios are judged.
"""

from __future__ import annotations

import gc
import io
import resource
from collections.abc import Callable
from statistics import median
from time import perf_counter

from docxtpl import DocxTemplate, RichText

from functions.drafting.context import context_of
from functions.drafting.papers import DRAFT
from functions.drafting.rendering import render_draft, render_underlag
from functions.drafting.sample import sample_agenda
from tests.drafting.random_agendas import agenda_of

ROUNDS = 25
MOST_RATIO = 3.0
"""A draft by our own way against docxtpl alone."""
MOST_GROWTH = 1.1
"""The peak of memory after 300 more drafts against that before them."""
MANY = 5000


def main() -> None:
    """Print the figures; exit where a ratio is too high."""
    found = measure()
    for name, value in found.items():
        print(f"{name:>24}  {value:10.2f}")
    wrong = [name for name, most in (("ratio", MOST_RATIO), ("growth_ratio", MOST_GROWTH)) if found[name] > most]
    if wrong:
        raise SystemExit(f"too high: {', '.join(wrong)}")


def measure() -> dict[str, float]:
    """Medians in milliseconds, peaks in MB, and the ratios that are judged."""
    agenda, template = sample_agenda(), DRAFT.default()

    def bare() -> None:
        word = DocxTemplate(io.BytesIO(template))
        word.init_docx()
        word.render(context_of(agenda, link=lambda text, address: _link(word, text, address)), autoescape=True)
        word.save(io.BytesIO())

    def ours() -> None:
        render_draft(agenda)

    floor, cost = _alternating(bare, ours)
    before = _peak()
    for number in range(300):
        ours()
        if number % 10 == 9:
            gc.collect()  # what waits for the collector is no leak, and when it comes is chance
    after = _peak()
    many = _many()
    return {
        "bare_ms": floor,
        "draft_ms": cost,
        "ratio": cost / floor,
        **many,
        "peak_before_mb": before,
        "peak_after_300_mb": after,
        "growth_ratio": after / before,
    }


def _link(word: DocxTemplate, text: str, address: str) -> RichText:
    rich = RichText()
    rich.add(text, url_id=word.build_url_id(address) if address else None)
    return rich


def _many() -> dict[str, float]:
    """A draft and the secretary's sheet from 5,000 open points, once each."""
    start = perf_counter()
    agenda, register = agenda_of(7, size=MANY)
    composed = perf_counter()
    render_draft(agenda)
    drafted = perf_counter()
    render_underlag(agenda, register)
    told = perf_counter()
    spent = {"compose_5000_ms": composed - start, "draft_of_5000_ms": drafted - composed, "sheet_of_5000_ms": told - drafted}
    return {name: seconds * 1000 for name, seconds in spent.items()}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


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
    main()
