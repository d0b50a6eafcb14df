"""Write the invented documents of this folder: python -m tests.corpus.build [FOLDER]

Two runs give the same bytes. The labels (gold.json) are written by hand and never touched.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.corpus.akut import MEETINGS as AKUT
from tests.corpus.akut import write_akut
from tests.corpus.diabetes import MEETINGS as DIABETES
from tests.corpus.diabetes import write_diabetes
from tests.corpus.heldout import PAPERS as HELDOUT
from tests.corpus.other_papers import write_agenda, write_report
from tests.corpus.paper import Paper
from tests.corpus.varied import PAPERS as VARIED
from tests.other_files.sheet import parse

CORPUS = Path(__file__).parent


def samples() -> dict[str, Paper]:
    """The documents of the two councils of the demo, by "case/file name"."""
    found = {f"diabetes-{m.date}/{m.date} Mötesanteckningar Samordningsråd diabetes.docx": write_diabetes(m) for m in DIABETES}
    found |= {f"akut-{m.date}/Protokoll programråd akutsjukvård {m.date}.docx": write_akut(m) for m in AKUT}
    found["diabetes-dagordning-2026-04-23/2026-04-23 Dagordning Samordningsråd diabetes.docx"] = write_agenda()
    found["diabetes-underlag-fotvard/Bilaga 1 Underlag medicinsk fotvård Granåsen.docx"] = write_report()
    return found


def documents() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every document's place below this folder, and what writes it: those set in Python, then those that have a paper.txt."""
    for name, paper in samples().items():
        yield name, paper.to_bytes
    for folder, papers in (("varied", VARIED), ("heldout", HELDOUT)):
        for name, write in papers.items():
            yield f"{folder}/{name}", write().to_bytes
    for text in sorted(CORPUS.rglob("paper.txt")):
        sheet = next(parse(text.read_text(encoding="utf-8")))
        yield (text.parent / sheet.name).relative_to(CORPUS).as_posix(), sheet.to_bytes


def main() -> None:
    """Write every document below the folder named on the command line, or in place."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    for name, write in documents():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(write())


if __name__ == "__main__":
    main()
