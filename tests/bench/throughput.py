"""How fast a folder is run through, and that memory stays flat: `python -m tests.bench.throughput [FILES]` (default 500).

The files are variations of tests/corpus: other councils, other years. Printed for a fifth of the files and for all of them, each in a
process of its own: seconds and files per second of the first run, how that compares with reading and interpreting each file once in one process,
what a second run costs of that, and the peak of resident memory; then milliseconds per 1,000 characters of interpreting alone. Nothing is asserted.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import zipfile
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "tests" / "corpus").glob("[ad]*-2026-??-??/*.docx"))
COUNCILS = 16
NAMES = ("Samordningsråd diabetes", "programråd akutsjukvård")
TODAY = date(2026, 5, 10)


def write_files(folder: Path, *, count: int) -> None:
    """Variations of the samples: 16 councils in a folder each, further and further back in time."""
    for number in range(count):
        series, sample = divmod(number, len(SAMPLES))
        back, letter = divmod(series, COUNCILS // len(NAMES))
        year, mark = str(2026 - back), "ABCDEFGH"[letter]
        place = folder / f"{mark} {SAMPLES[sample].name.replace('2026', year)}"
        with zipfile.ZipFile(SAMPLES[sample]) as old, zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                data = old.read(name)
                if name.startswith("word/") and name.endswith(".xml"):
                    text = data.decode().replace("2026", year)
                    for council in NAMES:
                        text = text.replace(council, f"{council} {mark}").replace(council.capitalize(), f"{council.capitalize()} {mark}")
                    data = text.encode()
                new.writestr(name, data)


def measure(folder: Path) -> dict[str, float]:
    """Two runs over a folder in this process."""
    import resource

    from functions.bootstrap import open_folder
    from functions.interpreting import interpret
    from functions.pipeline import run
    from functions.reading import read_document
    from functions.settings import Settings

    papers = sorted(folder.glob("*.docx"))
    some = papers[:: max(1, len(papers) // 50)]
    started = time.perf_counter()
    for path in some:
        interpret(read_document(path.read_bytes(), name=path.name))
    alone = (time.perf_counter() - started) * len(papers) / len(some)
    times, files = [], 0
    for _ in range(2):
        started = time.perf_counter()
        with open_folder(folder, Settings(now=TODAY)) as (place, library):
            run(place)
            files = len(library.files())
        times.append(time.perf_counter() - started)
    return {"files": files, "alone": alone, "first": times[0], "second": times[1], "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def measure_interpreting() -> float:
    """Milliseconds per 1,000 characters, the samples interpreted three times."""
    from functions.interpreting import interpret
    from functions.reading import read_document

    documents = [read_document(path.read_bytes(), name=path.name) for path in SAMPLES]
    characters = sum(len(block.text) for document in documents for block in document.blocks)
    interpret(documents[0])  # the words of the language are loaded and compiled once
    started = time.perf_counter()
    for _ in range(3):
        for document in documents:
            interpret(document)
    return (time.perf_counter() - started) / 3 / characters * 1_000_000


def main() -> None:
    """Print the figures."""
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(Path(sys.argv[2]))))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    print(f"{'files':>6} {'first run':>10} {'files/s':>8} {'of reading':>11} {'second run':>11} {'of reading':>11} {'peak MB':>8}")
    peaks = []
    for some in (max(1, count // 5), count):
        with tempfile.TemporaryDirectory() as place:
            write_files(Path(place), count=some)
            told = subprocess.run(
                [sys.executable, "-m", "tests.bench.throughput", "--measure", place], capture_output=True, text=True, check=True, cwd=ROOT
            )
        figures = json.loads(told.stdout)
        peaks.append(figures["peak"])
        rate = figures["files"] / figures["first"]
        first, second = (figures[name] / figures["alone"] for name in ("first", "second"))
        print(
            f"{some:>6} {figures['first']:>8.1f} s {rate:>8.1f} {first:>9.2f} × {figures['second']:>9.1f} s {second:>9.2f} × {figures['peak']:>8.0f}"
        )
    print(f"memory for five times the files: {peaks[1] / peaks[0]:.2f} times")
    print(f"interpret: {measure_interpreting():.1f} ms per 1,000 characters")


if __name__ == "__main__":
    main()
