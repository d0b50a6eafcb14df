"""Write the made-up sample documents of this folder: python tests/corpus/build.py [FOLDER]

Every case becomes <FOLDER>/<case>/<file>.docx.  Two runs give the same bytes.  The labels (gold.json) are written by hand and never touched.
"""

import sys
from pathlib import Path

from akut import MEETINGS as AKUT
from akut import write_akut
from diabetes import MEETINGS as DIABETES
from diabetes import write_diabetes
from other_papers import write_agenda, write_report
from paper import Paper


def papers() -> dict[str, Paper]:
    """All samples, by "case/file name"."""
    found = {f"diabetes-{m.date}/{m.date} Mötesanteckningar Samordningsråd diabetes.docx": write_diabetes(m) for m in DIABETES}
    found |= {f"akut-{m.date}/Protokoll programråd akutsjukvård {m.date}.docx": write_akut(m) for m in AKUT}
    found["diabetes-dagordning-2026-04-23/2026-04-23 Dagordning Samordningsråd diabetes.docx"] = write_agenda()
    found["diabetes-underlag-fotvard/Bilaga 1 Underlag medicinsk fotvård Granåsen.docx"] = write_report()
    return found


def main() -> None:
    """Write every sample below the folder named on the command line, or beside this file."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name, paper in papers().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(paper.to_bytes())
        print(path)


if __name__ == "__main__":
    main()
