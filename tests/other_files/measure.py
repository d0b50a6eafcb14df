"""Counts papers wrongly taken for minutes and minutes that are missed: `python -m tests.other_files.measure [--names] [--write FOLDER]`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from functions.errors import DagordningError
from functions.interpreting import interpret
from functions.reading import read_document
from tests.other_files.papers import papers


@dataclass(frozen=True, slots=True)
class Judged:
    """One paper and what it was taken for: minutes, agenda or other, or unreadable; blind: its name must not be shown."""

    name: str
    genre: str
    wanted: str
    taken_for: str
    blind: bool


def judge() -> list[Judged]:
    """Read and interpret every paper without any hint beside its bytes."""
    found = []
    for blind in (False, True):
        for name, data, genre, wanted in papers(blind=blind):
            try:
                kind = str(interpret(read_document(data, name=name)).document.kind)
            except DagordningError:
                kind = "unreadable"
            found.append(Judged(name, genre, wanted, kind, blind))
    return found


def _wrongly_taken(each: Judged) -> bool:
    return each.wanted == "other" and each.taken_for == "minutes"


def _missed(each: Judged) -> bool:
    return each.wanted == "minutes" and each.taken_for != "minutes"


def measure(found: list[Judged] | None = None) -> dict[str, int]:
    """Counts over all papers and, with the ending _blind, over the papers whose names are not shown."""
    found = judge() if found is None else found
    counts: dict[str, Callable[[Judged], bool]] = {
        "total": lambda each: True,
        "others": lambda each: each.wanted == "other",
        "minutes": lambda each: each.wanted == "minutes",
        "either": lambda each: each.wanted == "either",
        "wrongly_taken": _wrongly_taken,
        "missed": _missed,
        "either_taken": lambda each: each.wanted == "either" and each.taken_for == "minutes",
        "unreadable": lambda each: each.taken_for == "unreadable",
    }
    told = {name: sum(map(holds, found)) for name, holds in counts.items()}
    return told | {f"{name}_blind": sum(holds(each) for each in found if each.blind) for name, holds in counts.items()}


def main() -> None:
    """Print the counts; with --names also the open ones that are wrong; with --write FOLDER lay all open ones down as files."""
    if "--write" in sys.argv:
        folder = Path(sys.argv[sys.argv.index("--write") + 1])
        folder.mkdir(parents=True, exist_ok=True)
        for name, data, _, _ in papers(blind=False):
            (folder / name).write_bytes(data)
    found = judge()
    figures = measure(found)
    lines = [f"{'':16}{'all':>6}{'blind':>7}"]
    lines += [f"{name:16}{count:6}{figures[f'{name}_blind']:7}" for name, count in figures.items() if not name.endswith("_blind")]
    if "--names" in sys.argv:
        wrong = [each for each in found if not each.blind and (_wrongly_taken(each) or _missed(each))]
        lines += [f"{'wrongly taken' if _wrongly_taken(each) else 'missed':14} {each.genre:40} {each.name}" for each in wrong]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
