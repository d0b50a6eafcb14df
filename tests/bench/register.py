"""What the register costs: 1,000 invented minutes of 25 councils from empty, and a new meeting after 10 and after 500 earlier ones of one council.

`python -m tests.bench.register [FILES]`. Printed: files per second, and how that compares with reading and interpreting alone in one process;
peak memory for a fifth of the files and for all; and the processor time of one new meeting (read, interpreted, noted, followed, published, its
draft laid), as a ratio of 500 earlier ones to 10 (the aim is at most 1.5), in a process that knows the council and in one that has just started.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 20)
COUNCILS = 25
FIRST = ("ögon", "öron", "hud", "hjärt", "njur", "barn", "äldre", "skol", "kost", "sömn", "fot", "tand", "smärt", "stroke", "vaccin", "rehab", "labb")
THINGS = ("rutin", "blankett", "karta", "budget", "avtal", "lista", "utbildning", "lokal", "skylt", "plan", "enkät", "broschyr", "kallelse")
PLACES = ("mottagningen", "biblioteket", "akuten", "skolan", "torget", "förskolan", "kommunen", "vårdcentralen", "apoteket", "arkivet", "köket")
FOLLOWED = 5
"""Meetings at which a task that takes its time is gone through, until it is done; one in eight is never spoken of again."""


def task(number: int) -> tuple[str, str]:
    """The n-th task of a council: who, and what; the same words come back only after some two hundred of them."""
    from tests.pipeline.desk import ROSTER

    people = [name.split(",")[0] for name in ROSTER]
    return people[number % 4], f"{FIRST[number % 17]}{THINGS[number % 13]}en för {PLACES[number % 11]}"


def paper(council: str, *, number: int, back: int) -> bytes:
    """The minutes of a council's meeting `back` meetings ago: three new tasks, and what became of earlier ones. Two of three are done at the next
    meeting, the third is gone through at several more."""
    from tests.pipeline.desk import minutes

    day = TODAY - timedelta(weeks=4 * back + 1)
    old = [f"{who} ser över {what}: klart." for who, what in (task(3 * (number - 1) + n) for n in range(2))]
    for ago in range(1, FOLLOWED + 1):
        who, what = task(3 * (number - ago) + 2)
        if (number - ago) % 8:
            old.append(f"{who} ser över {what}: {'klart' if ago == FOLLOWED else 'kvarstår'}.")
    new = [f"{who} ser över {what} senast nästa möte." for who, what in (task(3 * number + n) for n in range(3))]
    matters = ["Uppföljning: " + "\n".join(old), "Rutiner: " + "\n".join(new), "Beslut: Rådet beslutar att köpa in en ny skylt."]
    return minutes(day.isoformat(), *matters, council=council, coming=((day + timedelta(weeks=4)).isoformat(),))


def fill(folder: Path, *, files: int, councils: int) -> None:
    """So many minutes of so many councils, each council's in a row back in time."""
    for place in range(files):
        number, council = divmod(place, councils)
        name = f"Samordningsråd {chr(65 + council)}rne"
        (folder / f"{name} {number:03}.docx").write_bytes(paper(name, number=number, back=files // councils - number))


def measure_run(folder: Path) -> dict[str, float]:
    """A first run, and beside it reading and interpreting alone."""
    import resource

    from functions.bootstrap import open_folder
    from functions.interpreting import interpret
    from functions.pipeline import run
    from functions.reading import read_document
    from functions.settings import Settings

    papers = sorted(folder.glob("*.docx"))
    started = time.perf_counter()
    for path in papers[:: max(1, len(papers) // 50)]:
        interpret(read_document(path.read_bytes(), name=path.name))
    alone = (time.perf_counter() - started) / len(papers[:: max(1, len(papers) // 50)])
    started = time.perf_counter()
    with open_folder(folder, Settings(now=TODAY)) as (place, _):
        run(place)
    took = time.perf_counter() - started
    return {"files": len(papers), "seconds": took, "alone": alone * len(papers), "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def measure_next(folder: Path, *, earlier: int) -> dict[str, float]:
    """Processor seconds of one new meeting in a process that knows the council, as `watch` and the functions do; the best of three meetings, each of
    them four weeks after the one before and taken in a week after it was held, when the day's first comparison has been."""
    from functions.bootstrap import open_folder
    from functions.model.library import Change, ChangeKind
    from functions.pipeline import process, run, sweep
    from functions.settings import Settings

    fill(folder, files=earlier, councils=1)
    name = "Samordningsråd Arne"
    times = []
    with open_folder(folder, Settings(now=TODAY)) as (place, library):
        run(place)
        for number in range(4):
            path = folder / f"{name} ny {number}.docx"
            path.write_bytes(paper(name, number=earlier + number, back=-number))
            (change,) = [c for c in library.changes(place.state.cursor("files")).changes if c.file is not None and c.file.path == path.name]
            here = replace(place, now=TODAY + timedelta(weeks=4 * number))
            sweep(here)
            started = time.process_time()
            process(Change(ChangeKind.ADDED, change.file, change.version), here)
            times.append(time.process_time() - started)
    return {"seconds": min(times[1:])}


def measure_started(folder: Path, *, earlier: int) -> dict[str, float]:
    """Processor seconds of one new meeting in a process that has read other minutes but knows nothing of the council."""
    from functions.bootstrap import open_folder
    from functions.interpreting import interpret
    from functions.model.library import Change, ChangeKind
    from functions.pipeline import process
    from functions.reading import read_document
    from functions.settings import Settings

    name = "Samordningsråd Arne"
    path = folder / f"{name} sist.docx"
    path.write_bytes(paper(name, number=earlier + 4, back=-4))
    for old in sorted(folder.glob("*.docx"))[:3]:
        interpret(read_document(old.read_bytes(), name=old.name))
    with open_folder(folder, Settings(now=TODAY + timedelta(weeks=16))) as (place, library):
        (change,) = [c for c in library.changes(place.state.cursor("files")).changes if c.file is not None and c.file.path == path.name]
        started = time.process_time()
        process(Change(ChangeKind.ADDED, change.file, change.version), place)
        return {"started": time.process_time() - started}


def _told(*words: object, then: str | None = None) -> dict[str, float]:
    """What a process of its own measures; then: what another one measures in the same folder after it."""
    told: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as place:
        for asked in (words, *([(then, *words[1:])] if then else [])):
            command = [sys.executable, "-m", "tests.bench.register", "--measure", place, *map(str, asked)]
            told |= json.loads(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout)
    return told


def main() -> None:
    """Print the figures."""
    if sys.argv[1:2] == ["--measure"]:
        folder, what, count = Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
        if what == "run":
            fill(folder, files=count, councils=COUNCILS)
        measured = {"run": measure_run, "next": partial(measure_next, earlier=count), "started": partial(measure_started, earlier=count)}
        print(json.dumps(measured[what](folder)))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 1000
    peaks = []
    for some in (max(COUNCILS, count // 5), count):
        told = _told("run", some)
        peaks.append(told["peak"])
        speed, ratio = told["files"] / told["seconds"], told["seconds"] / told["alone"]
        print(f"{some:>6} files of {COUNCILS} councils: {speed:.1f} files/s, {ratio:.2f} times reading alone, peak {told['peak']:.0f} MB")
    print(f"memory for five times the files: {peaks[1] / peaks[0]:.2f} times")
    few, many = _told("next", 10, then="started"), _told("next", 500, then="started")
    for name, where in (("seconds", "a process that knows the council"), ("started", "one that has just started")):
        print(f"a new meeting in {where}: {few[name]:.2f} s after 10, {many[name]:.2f} s after 500: {many[name] / few[name]:.2f} times (aim 1.5)")


if __name__ == "__main__":
    main()
