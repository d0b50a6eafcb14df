"""Write the minutes of this folder: python -m tests.heldout.build [FOLDER]

Every case becomes <FOLDER>/<case>/<file>.docx.  Two runs give the same bytes.  The labels (gold.json) are written by hand and never touched.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from tests.corpus.paper import Paper
from tests.heldout.heading_papers import write_safety, write_women
from tests.heldout.letter_papers import write_mental_health, write_wounds
from tests.heldout.table_papers import write_drugs, write_kidneys

PAPERS: dict[str, Callable[[], Paper]] = {
    "kunskapsrad-sar/Minnesant kunskapsrådet sår 17 april.docx": write_wounds,
    "lakemedelsrad/2026-04-16 LR mötesnoteringar.docx": write_drugs,
    "patientsakerhetsrad/Protokoll Patientsäkerhetsrådet justerat.docx": write_safety,
    "programomrade/LPO_kvinnosjukvård_protokoll_nr2_2026.docx": write_women,
    "samordningsrad/Anteckningar SR Njursjukvård 2026-02-26.docx": write_kidneys,
    "samverkan-psykisk-halsa/Samverkansgruppen Torsviken-Holmeby 4 maj (utkast).docx": write_mental_health,
}


def main() -> None:
    """Write every paper below the folder named on the command line, or beside this file."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name, write in PAPERS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(write().to_bytes())


if __name__ == "__main__":
    main()
