"""The commands that do the whole job: run, watch and demo."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from functions import errors
from functions.bootstrap import open_folder
from functions.drafting.describing import describe_findings
from functions.drafting.laying import Laid
from functions.library.folder import FolderLibrary
from functions.library.watching import watch
from functions.model.library import Changes
from functions.open_questions import BOOK, all_asked, entry_of
from functions.pipeline import Outcome, Report, Workplace, run
from functions.settings import Settings
from functions.views import terminal

Emit = Callable[[object], None]
_SAMPLES = Path(__file__).resolve().parents[2] / "tests" / "corpus"


def run_once(
    place: Workplace,
    library: FolderLibrary,
    *,
    as_json: bool,
    verbose: bool,
    emit: Emit,
    rehearsal: bool = False,
    old_files: bool = False,
) -> Report:
    """One run with a progress bar (none for programs), then what it did. rehearsal: nothing is written, and that is said first; old_files: columns
    are filled on the back-catalogue too. Stopped by Ctrl+C, it says how to go on, and ends with errors.Locked."""
    console = terminal.plain_console(stderr=as_json)
    here = replace(place, old_files=place.old_files or old_files)
    known = {council.key for council in library.councils()}
    try:
        with _progress(console, quiet=as_json or not console.is_terminal) as tick:
            report = run(here, progress=tick)
    except KeyboardInterrupt as stop:
        raise errors.Locked("Avbrutet. Det som hann läsas är sparat: kör samma kommando igen, så fortsätter det därifrån.") from stop
    if as_json:
        for outcome in report.outcomes:
            emit(_plain(outcome))
        for laid in report.drafts:
            told = {"draft": laid.agenda.file, "council": laid.agenda.council, "outcome": laid.outcome, "sheet": laid.sheet, "note": laid.note}
            emit(told | {"accessibility": describe_findings(laid.findings)})
    else:
        if rehearsal:
            console.print("Provkörning: inget skrivs. Det här skulle göras:", style="bold")
        terminal.show_report(report, console, root=str(library.root), verbose=verbose, now=place.now)
        _show_new_councils(library, console, known=known)
        _show_left(report, place, console)
    for note in library.notes:
        console.print(note, style="yellow")
    raise_failed(report.drafts)
    return report


def _show_left(report: Report, place: Workplace, console: Console) -> None:
    """What waits since an earlier run and was not told of in this one."""
    told = {outcome.file.path for outcome in report.outcomes if outcome.status != "unchanged"}
    passed_over = {path for register in report.registers for path in register.ruled_out}
    entries = [entry for text in place.state.notes(BOOK).values() if (entry := entry_of(text)).get("path") not in passed_over]
    asked = [one for one in all_asked(entries) if told.isdisjoint(one.files)]
    unread = [entry.path for entry in place.state.parked() if entry.path not in told]
    terminal.show_left(asked, sorted(unread), console)


def raise_failed(drafts: Sequence[Laid]) -> None:
    """Everything else is done: tell by errors.NoAccess, and so by the exit code, that a draft could not be saved."""
    failed = next((laid for laid in drafts if laid.outcome == "failed"), None)
    if failed is not None:
        raise errors.NoAccess(failed.note or "Förslaget kunde inte sparas.")


def _plain(outcome: Outcome) -> dict[str, object]:
    return {
        "file": outcome.file.path,
        "status": outcome.status,
        "reason": outcome.reason,
        "council": outcome.council,
        "meeting": outcome.meeting,
        "written": list(outcome.written),
        "kept": dict(outcome.kept),
        "doubts": [{"id": d.id, "code": d.code, "question": d.question, "choices": list(d.choices)} for d in outcome.doubts],
    }


class _Tick:
    """Moves the bar as the pipeline tells."""

    def __init__(self, bar: Progress) -> None:
        self.bar, self.task = bar, bar.add_task("Läser in", total=None)

    def __call__(self, done: int, total: int, last: Outcome | None) -> None:
        self.bar.update(self.task, completed=done, total=total)


class _Shown:
    """A progress bar as a context that gives the pipeline's callback."""

    def __init__(self, console: Console) -> None:
        self.bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("kvar"),
            console=console,
            transient=True,
        )

    def __enter__(self) -> Callable[[int, int, Outcome | None], None]:
        self.bar.__enter__()
        return _Tick(self.bar)

    def __exit__(self, *details: object) -> None:
        self.bar.stop()


def _progress(console: Console, *, quiet: bool) -> nullcontext[None] | _Shown:
    return nullcontext(None) if quiet else _Shown(console)


def watch_folder(folder: Path, state: Path | None, *, settings: Callable[[], Settings]) -> None:
    """Run whenever files have become quiet, and once a day for drafts that become due; until Ctrl+C."""
    console = terminal.plain_console()
    first = settings()
    with open_folder(folder, first, state_dir=state) as (place, library):
        console.print(f"Vaktar {library.root}. Avsluta med Ctrl+C.")
        known = {council.key for council in library.councils()}
        _report(run(place), library, console, known=known)
        seen = [first.now]

        def go_through(changes: Changes) -> None:
            try:
                _report(run(replace(place, now=seen[0]), changes=changes), library, console, known=known)
            except errors.Locked as problem:  # another run works here; what was not handled comes again
                console.print(problem.message, style="yellow")

        def sleep(seconds: float) -> None:
            time.sleep(seconds)
            if settings().now != seen[0]:  # a new day: minutes settle and drafts fall due without any file changing
                seen[0] = settings().now
                go_through(Changes((), place.state.cursor("files") or ""))

        settled = watch(
            lambda: library.changes(place.state.cursor("files")),
            quiet=first.quiet,
            poll=first.poll,
            sleep=sleep,
            monotonic=time.monotonic,
            cursor_after=lambda changes, some: library.cursor_after(changes, some, place.state.cursor("files")),
        )
        try:
            for changes in settled:
                if changes.changes:
                    go_through(changes)
        except KeyboardInterrupt:
            console.print("Avslutad.")


def _report(report: Report, library: FolderLibrary, console: Console, *, known: set[str]) -> None:
    """What a run of `watch` did. known: keys of the councils that were told of, to which the new ones are added."""
    if report.outcomes or report.drafts:
        terminal.show_report(Report(report.outcomes, (), report.drafts), console, root=str(library.root))
    known |= _show_new_councils(library, console, known=known)


def _show_new_councils(library: FolderLibrary, console: Console, *, known: set[str]) -> set[str]:
    """Tell of the councils that are not known yet; their keys."""
    new = [one for one in library.councils() if one.key not in known]
    terminal.show_new_councils([one.name for one in new], console, root=str(library.root))
    return {one.key for one in new}


def run_demo(folder: Path, *, settings: Settings, emit: Emit) -> None:
    """Copy the sample minutes, run on them, and tell where the drafts lie. Raises errors.BadUsage where the samples are not at hand."""
    samples = sorted(_SAMPLES.glob("*/*.docx"))
    if not samples:
        raise errors.BadUsage("Exemplen ligger i tests/corpus i källkoden; kör demo därifrån.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise errors.NoAccess(f"Mappen {folder} kan inte skapas: {errors.reason_of(error)}.") from error
    for sample in samples:
        if not (folder / sample.name).exists():
            shutil.copyfile(sample, folder / sample.name)
    with open_folder(folder, settings) as (place, library):
        run_once(place, library, as_json=False, verbose=False, emit=emit)
