"""The command that measures the reading against labels made by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from functions import errors
from functions.commands.inspecting import minutes_of, open_document
from functions.evaluating import evaluate, judge_all, render_accuracy, render_series, series_in
from functions.evaluating.report import cases_in


def evaluate_folders(folders: Sequence[Path], *, write: Path | None, show: bool) -> None:
    """Print the figures; write: the page to keep them in. show: also what was read wrongly, in development minutes only."""
    for folder in folders:
        if not folder.is_dir():
            raise errors.BadUsage(f"Mappen {folder} finns inte.")
    evaluation = evaluate([case for folder in folders for case in cases_in(folder)], minutes_of)
    series = judge_all([one for folder in folders for one in series_in(folder)], read=minutes_of, open_document=open_document)
    page = render_accuracy(evaluation, first=_first_reading(folders)) + render_series(series)
    print(page)  # noqa: T201 - the answer itself
    if show:
        for case, judged in evaluation.judged:
            if case.part != "test":
                for line in judged.wrong:
                    print(f"{case.name}: {line}")  # noqa: T201
        for one in series:
            if one.series.part != "test":
                for how, followed in (
                    ("as labelled", one.labelled),
                    ("as read", one.read),
                    *((f"draft {name}", told) for name, told in one.drafts.items()),
                ):
                    for line in followed.wrong:
                        print(f"{one.series.name} {how}: {line}")  # noqa: T201
    if write is not None:
        write.write_text(page, encoding="utf-8")


def _first_reading(folders: Sequence[Path]) -> dict[str, float]:
    """What the test part's figures were when it was read for the first time, kept beside it: field → share."""
    found: dict[str, float] = {}
    for kept in (folder / "first-reading.json" for folder in folders):
        if kept.is_file():
            found |= json.loads(kept.read_text(encoding="utf-8"))
    return found
