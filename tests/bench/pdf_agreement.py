"""How far a PDF is read as its Word file is: development minutes, saved as PDF by LibreOffice, judged by the labels of the Word file.

Run with `python -m tests.bench.pdf_agreement [--tagged] [--show] [FOLDER]` (FOLDER: labelled minutes, default tests/corpus).
Minutes of the test part are never opened. Without LibreOffice (`soffice`) it says so and measures nothing.
"""

from __future__ import annotations

import argparse
import difflib
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from functions.evaluating import Case, Count, judge
from functions.evaluating.report import FIELDS, cases_in
from functions.interpreting import interpret
from functions.model.document import Document, Part
from functions.reading import read_document

_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_LONGEST = 600  # seconds that LibreOffice may take
_ROOT = Path(__file__).parent.parent / "corpus"


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled file as Word and as PDF."""

    case: Case
    word: Document
    pdf: Document


def convert(files: Sequence[Path], folder: Path, *, tagged: bool) -> list[Path]:
    """The files as PDF in a folder, named by their place. tagged: as Word saves them; raises FileNotFoundError without LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        raise FileNotFoundError("soffice")
    copies = [Path(shutil.copy(file, folder / f"{i:03}{file.suffix}")) for i, file in enumerate(files)]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    order = [program, profile, "--headless", "--convert-to", _TAGGED if tagged else "pdf", "--outdir", str(folder), *map(str, copies)]
    subprocess.run(order, check=True, capture_output=True, timeout=_LONGEST)
    return [copy.with_suffix(".pdf") for copy in copies]


def pairs_in(folder: Path, *, tagged: bool) -> Iterator[Pair]:
    """Every development file in and under a folder, as both."""
    cases = [case for case in cases_in(folder) if case.part == "development" and isinstance(case.document, Path) and case.document.suffix == ".docx"]
    with tempfile.TemporaryDirectory() as place:
        files = [case.document for case in cases if isinstance(case.document, Path)]
        for case, file, other in zip(cases, files, convert(files, Path(place), tagged=tagged), strict=True):
            yield Pair(case, read_document(file.read_bytes(), name=file.name), read_document(other.read_bytes(), name=f"{file.stem}.pdf"))


def paragraphs(document: Document) -> list[str]:
    """The paragraphs of the body as a person sees them: number and text, blanks alike, parted at line breaks; empty ones left out."""
    seen = (line for block in document.blocks if block.part is Part.BODY for line in f"{block.number or ''} {block.text}".split("\n"))
    return [text for each in seen if (text := re.sub(r"[\s\u00a0]+", " ", each).strip())]


def compare(one: Sequence[str], other: Sequence[str]) -> tuple[Count, list[str]]:
    """How many paragraphs of two readings are the same in the same order, and the stretches that differ."""
    right, differing = 0, []
    for act, low, high, first, last in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if act == "equal":
            right += high - low
        else:
            differing += [f"  - {text}" for text in one[low:high]] + [f"  + {text}" for text in other[first:last]] + ["  ."]
    return Count(right, len(other) - right, len(one) - right), differing


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of both renditions side by side, and how many paragraphs agree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=_ROOT)
    parser.add_argument("--show", action="store_true", help="also the paragraphs and facts that differ")
    parser.add_argument("--tagged", action="store_true", help="PDFs whose tags tell paragraphs, headings and tables")
    asked = parser.parse_args(arguments)
    word: dict[str, Count] = {}
    pdf: dict[str, Count] = {}
    same, count = Count(), 0
    try:
        for pair in pairs_in(asked.folder, tagged=asked.tagged):
            agreeing, differing = compare(paragraphs(pair.word), paragraphs(pair.pdf))
            one, other = judge(interpret(pair.word), pair.case.gold), judge(interpret(pair.pdf), pair.case.gold)
            same, count = same + agreeing, count + 1
            for sums, judged in ((word, one), (pdf, other)):
                for name, each in judged.fields.items():
                    sums[name] = sums.get(name, Count()) + each
            worse = [f"  ! {line}" for line in other.wrong if line not in one.wrong]
            if asked.show and (differing or worse):
                print(pair.case.name, *differing, *worse, sep="\n")
    except FileNotFoundError:
        print("LibreOffice (soffice) is missing: no PDFs can be made, nothing was measured.")
        return 1
    print(f"{count} development files, saved as PDF by LibreOffice; F1 (the share that is right, for shares)")
    for name in FIELDS:
        if name in word or name in pdf:
            print(f"  {name:20} Word {word.get(name, Count()).f1:.3f}   PDF {pdf.get(name, Count()).f1:.3f}")
    print(f"  paragraphs that agree {same.f1:.3f} (Word {same.labelled}, PDF {same.told})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
