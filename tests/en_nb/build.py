"""Write the minutes of this folder as Word files: python -m tests.en_nb.build [FOLDER]"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.heldout2.build import write

if __name__ == "__main__":
    here = Path(__file__).parent
    write(here, Path(sys.argv[1]) if len(sys.argv) > 1 else here)
