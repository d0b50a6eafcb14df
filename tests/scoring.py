"""Scores the reading of labelled minutes against the floors: `python -m tests.scoring [real|development|test|dates …]`.

The five real sets lie beside the project (DAGORDNING_SHARED) and are scored by the scorer that came with them; the invented ones lie in tests/corpus
and are scored by `functions.evaluating`. A label set that is missing is a failure in CI, never a pass.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from functions.commands.inspecting import open_document
from functions.evaluating import evaluate
from functions.evaluating.counting import totals
from functions.evaluating.drafts import judge_drafts
from functions.evaluating.report import SHARES, cases_in
from functions.evaluating.series import judge_series, read_series, series_as_labelled, series_in, sum_up
from tests.readings import read

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "corpus"
SETS = {"invented": CORPUS, "varied": CORPUS / "varied", "heldout": CORPUS / "heldout"}
"""Sets of ours that the scorer of the real ones has measured since before there was one of our own."""
COMMAND = [sys.executable, "-m", "functions", "interpret", "--json"]


def shared_folder() -> Path | None:
    """Where the real labelled sets lie: DAGORDNING_SHARED, by default beside the project; None when they are not there."""
    folder = Path(os.environ.get("DAGORDNING_SHARED") or ROOT.parent / "shared")
    folder = folder if folder.is_absolute() else ROOT / folder
    return folder if (folder / "minutes" / "score.py").exists() else None


def score_real(shared: Path, *options: str) -> dict[str, float]:
    """F1, or share of right ones, by row of the scorer that came with the real sets; over all renditions unless options say otherwise."""
    scorer = str(shared / "minutes" / "score.py")
    run = subprocess.run([sys.executable, scorer, "--json", *options, *COMMAND], capture_output=True, text=True, cwd=ROOT, check=False)
    if run.returncode:
        raise SystemExit(f"scoring failed: {run.stderr or run.stdout}")
    return {row: float(figures["f1"]) for row, figures in json.loads(run.stdout).items()}


def score_set(shared: Path, folder: Path) -> dict[str, float]:
    """The same rows for a folder of ours, each document laid beside its labels under the name that the scorer wants."""
    with tempfile.TemporaryDirectory() as made:
        for gold in sorted(folder.glob("*/gold.json")):
            if json.loads(gold.read_text(encoding="utf-8")).get("kind") == "minutes":
                place = Path(made) / gold.parent.name
                place.mkdir()
                shutil.copyfile(gold, place / "gold.json")
                shutil.copyfile(next(gold.parent.glob("*.docx")), place / "plain.docx")
        return score_real(shared, "--set", made, "--files", "plain.docx")


def score_dates(shared: Path) -> dict[str, float]:
    """Shares of dates fully right, answered wrongly, and of silence where none is meant."""
    run = subprocess.run(
        [sys.executable, str(shared / "labels" / "score_dates.py"), sys.executable, "-m", "functions", "when", "--json"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    figures = re.search(r"fully right ([\d.]+), answered wrongly ([\d.]+); no date \d+: silent ([\d.]+)", run.stdout)
    if run.returncode or figures is None:
        raise SystemExit(f"scoring of dates failed: {run.stderr or run.stdout}")
    full, wrong, silent = (float(figure) for figure in figures.groups())
    return {"full": full, "wrong": wrong, "silent": silent}


def score_corpus(part: str) -> dict[str, float]:
    """The figures of a part of tests/corpus: F1, or the share of right ones."""
    evaluation = evaluate((case for case in cases_in(CORPUS) if case.part == part), read)
    figures = {name: count.recall if name in SHARES else count.f1 for name, count in evaluation.fields().items()}
    return {"documents": float(len(evaluation.cases(part=part))), **figures}


def score_series(part: str) -> dict[str, float]:
    """The figures of a part's series of meetings as they are read: shares of what became of promises."""
    series = [one for one in series_in(CORPUS) if one.part == part]
    counts = sum_up(judge_series(one, read_series(one, read=read)) for one in series)
    shares = {name: count.right / count.counted for name, count in counts.items()}
    return {"documents": float(sum(len(one.meetings) for one in series)), **shares}


def score_drafts(part: str) -> dict[str, float]:
    """Drafting alone: the drafts of a part's last meetings out of minutes that were read without a fault and followed as the labels say."""
    series = [one for one in series_in(CORPUS) if one.part == part]
    judged = [judge_drafts(one, series_as_labelled(one, open_document=open_document), followed=True) for one in series]
    counts = totals(counted for one in judged for counted in one.fields.items())
    return {"documents": float(len(series)), **{name: count.right / count.counted for name, count in counts.items()}}


def compare(name: str, figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """Print each figure beside its floor; the rows that fall short."""
    short = []
    print(f"\n{name}")
    for row, figure in figures.items():
        floor = floors.get(row)
        below = floor is not None and (figure > floor if row == "wrong" else figure < floor)
        print(f"  {row:26}{figure:8.4f}" + (f"   floor {floor:.3f}" if floor is not None else "") + ("   BELOW" if below else ""))
        short += [f"{name}: {row} {figure:.4f}, floor {floor:.4f}"] if below else []
    missing = [row for row in floors if row not in figures]
    return short + [f"{name}: {row} was not measured" for row in missing]


def measures(shared: Path | None) -> dict[str, Callable[[], dict[str, float]]]:
    """How each set is measured, by its name; none of the real ones where they are not there."""
    known: dict[str, Callable[[], dict[str, float]]] = {part: partial(score_corpus, part) for part in ("development", "test")}
    known |= {f"series-{part}": partial(score_series, part) for part in ("development", "test")}
    known |= {"drafts, as followed": partial(score_drafts, "development"), "drafts, as followed, test": partial(score_drafts, "test")}
    if shared is not None:
        known |= {"real": partial(score_real, shared), "dates": partial(score_dates, shared)}
        known |= {name: partial(score_set, shared, folder) for name, folder in SETS.items()}
    return known


def measure(name: str) -> dict[str, float]:
    """The figures of one set, in a process of its own."""
    return measures(shared_folder())[name]()


def main() -> int:
    """0 when every floor holds, 1 when one does not or, in CI, when it could not be measured."""
    floors = tomllib.loads((ROOT / "tests" / "floors.toml").read_text(encoding="utf-8"))
    shared = shared_folder()
    known = measures(shared)
    chosen = sys.argv[1:] or list(known)
    if unknown := [name for name in chosen if name not in known]:
        raise SystemExit(f"no such set, or its labels are not here: {', '.join(unknown)}")
    with ProcessPoolExecutor(max_workers=min(2, len(chosen))) as workers:
        short = [row for name, figures in zip(chosen, workers.map(measure, chosen), strict=True) for row in compare(name, figures, floors[name])]
    if shared is None:
        print("NOT MEASURED: the labelled real minutes are not beside the project; set DAGORDNING_SHARED to their folder.")
        short += ["real: not measured"] if os.environ.get("CI") or os.environ.get("DAGORDNING_SHARED") else []
    print("\n" + ("\n".join(short) if short else "every floor holds"))
    return 1 if short else 0


if __name__ == "__main__":
    raise SystemExit(main())
