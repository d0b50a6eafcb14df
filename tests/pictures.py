"""Pictures of the demo's drafts, page by page, for the README and the guide: python -m tests.pictures (LibreOffice and pdftoppm are needed)."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

from tests.drafting.office import to_pdf

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
DOTS_PER_INCH = 96
_NAME = re.compile(r"^\d{4}-\d\d-\d\d Förslag till dagordning (.+)$")


def main() -> int:
    """Make the demo in a folder of its own and write each page of its drafts as docs/pictures/COUNCIL-draft-PAGE.png, in place of what is there."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "demo"
        subprocess.run([sys.executable, "-m", "functions", "demo", str(folder)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        papers = sorted((folder / "Förslag till dagordning").glob("*Förslag till dagordning*.docx"))
        PICTURES.mkdir(parents=True, exist_ok=True)
        for old in PICTURES.glob("*.png"):
            old.unlink()
        for pdf in to_pdf(papers, Path(temporary) / "pdf", seconds=300):
            target = PICTURES / _slug(pdf.stem)
            subprocess.run(["pdftoppm", "-r", str(DOTS_PER_INCH), "-png", str(pdf), str(target)], check=True)
    for made in sorted(PICTURES.glob("*.png")):
        sys.stdout.write(f"{made.relative_to(ROOT)}  {made.stat().st_size // 1024} kB\n")
    return 0


def _slug(stem: str) -> str:
    """ "2026-05-28 Förslag till dagordning Samordningsråd diabetes" → "samordningsrad-diabetes-draft"."""
    named = _NAME.match(unicodedata.normalize("NFC", stem))
    council = named[1] if named else stem
    plain = unicodedata.normalize("NFKD", council).encode("ascii", "ignore").decode().casefold()
    return f"{re.sub(r'[^a-z0-9]+', '-', plain).strip('-')}-draft"


if __name__ == "__main__":
    sys.exit(main())
