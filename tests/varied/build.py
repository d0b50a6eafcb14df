"""Write the held-out minutes of this folder: python -m tests.varied.build [FOLDER]

Every case becomes <FOLDER>/<case>/<file>.docx.  Two runs give the same bytes.  The labels (gold.json) are written by hand and never touched.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from tests.corpus.paper import Paper
from tests.varied.committee_papers import write_local, write_users
from tests.varied.hospital_papers import write_drugs, write_letters
from tests.varied.project_papers import write_network, write_steering
from tests.varied.shared_papers import write_elderly, write_palliative

PAPERS: dict[str, Callable[[], Paper]] = {
    "lakemedelskommitte/LK minnesanteckningar 18 feb -26.docx": write_drugs,
    "samverkansgrupp/Anteckningar Samverkansgrupp äldre 260305.docx": write_elderly,
    "brukarrad/Protokoll brukarrådet 2026-02-09.docx": write_users,
    "arbetsgrupp/digital kallelse 14 april.docx": write_letters,
    "kunskapsrad/2026-03-11 Mötesanteckningar Kunskapsråd palliativ vård.docx": write_palliative,
    "narservice/Protokoll_2_2026_Kommittén för närservice.docx": write_local,
    "styrgrupp/SG3 Vårdplatslotsen minnesanteckningar.docx": write_steering,
    "natverk/Strokenätverket 17 mars (justerad).docx": write_network,
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
