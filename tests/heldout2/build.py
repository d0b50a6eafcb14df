"""Write the minutes of this folder as Word files: python -m tests.heldout2.build [FOLDER]

Every case becomes <FOLDER>/<case>/<file>.docx.  Two runs give the same bytes.  The labels (gold.json) are written by hand and never touched.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.other_files.sheet import Sheet, parse


def sheets(folder: Path) -> dict[str, Sheet]:
    """The papers of a folder of cases, by case."""
    return {path.parent.name: next(parse(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*/paper.txt"))}


def write(source: Path, folder: Path) -> None:
    """Write every paper of a folder of cases below another folder."""
    for case, sheet in sheets(source).items():
        path = folder / case / sheet.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(sheet.to_bytes())


if __name__ == "__main__":
    here = Path(__file__).parent
    write(here, Path(sys.argv[1]) if len(sys.argv) > 1 else here)
