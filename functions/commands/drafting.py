"""The commands about agendas: draft, and the check of a template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from functions import errors
from functions.commands.looking import chosen_councils
from functions.drafting import check_template, compose, describe
from functions.library.folder import FolderLibrary
from functions.pipeline import Report, Workplace, draft, register_of
from functions.views import terminal

Emit = Callable[[object], None]


def write_draft(place: Workplace, library: FolderLibrary, *, council: str | None, as_json: bool, emit: Emit) -> None:
    """The next meeting's draft on request; for programs only printed."""
    chosen = chosen_councils(place, council=council)
    if not chosen:
        raise errors.BadUsage("Inga råd är kända här. Kör dagordning run först.")
    laid = []
    for one in chosen:
        register = register_of(one, place)
        if as_json:
            emit(describe(compose(register, now=place.now, council=one, draft_folder=place.draft_folder)))
            continue
        with place.state.lease("files"):
            found = draft(one, place, register=register, events=library.events_of(one.key), requested=True)
        if found is not None:
            laid.append(found)
    if laid:
        terminal.show_report(Report(drafts=tuple(laid)), terminal.plain_console(), root=str(library.root), drafts_only=True)


def check_template_file(file: Path) -> int:
    """Every finding on its line; 6 when the template cannot be used."""
    console = terminal.plain_console()
    try:
        data = file.read_bytes()
    except OSError as error:
        raise errors.BadUsage(f"Mallen {file} kan inte öppnas: {error.strerror}.") from error
    findings = check_template(data)
    if not findings:
        console.print("Mallen fungerar.", style="green")
        return 0
    for finding in findings:
        console.print(f"{finding.level}: {finding.message} {finding.paragraph}".rstrip(), soft_wrap=True)
    return errors.BadTemplate.exit_code if any(finding.level == "error" for finding in findings) else 0
