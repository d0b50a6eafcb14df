"""The command line, `dagordning`: any stage on its own, or the whole run."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from functions import __version__, errors
from functions.commands.declared import declare
from functions.commands.options import AsJson, By, Files, Folder, In, Known, LibraryFolder, LibraryName, PaperName, SiteUrl, StateDir, Today
from functions.settings import Settings, read_settings

app = typer.Typer(
    name="dagordning",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Reads a council's minutes, keeps what is open, and drafts the next agenda.\n\n"
    "Exit codes: 0 done; 1 a fault of ours; 2 wrong usage; 3 a file that was asked for could not be read; 4 it vanished; "
    "5 locked, try again; 6 a template is broken; 7 no access to the folder or the state.",
)
template_app = typer.Typer(no_args_is_help=True, help="Word templates for agendas.")
app.add_typer(template_app, name="template")
sharepoint_app = typer.Typer(no_args_is_help=True, help="Prepares a SharePoint site: columns, lists and views.")
app.add_typer(sharepoint_app, name="sharepoint")


def main() -> None:
    """Run a command; an error of ours becomes one line on standard error and its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # Windows' own code page lacks ”, – and …
    try:
        app(standalone_mode=True)
    except errors.DagordningError as problem:
        from functions.views.terminal import visible

        typer.echo(f"dagordning: {visible(problem.message)}", err=True)
        raise SystemExit(problem.exit_code) from problem


def _settings(today: str | None) -> Settings:
    try:
        day = date.fromisoformat(today) if today else None
    except ValueError as error:
        raise errors.BadUsage(f"--today {today}: skriv datumet som 2026-04-27.") from error
    return read_settings(os.environ, today=day)


def _folder(given: Path | None, *, near: Path | None = None, state: Path | None = None) -> Path:
    from functions.bootstrap import find_folder

    return given if given is not None else find_folder(near if near is not None else Path.cwd(), state_dir=state)


@contextmanager
def _opened(folder: Path, today: str | None, state: Path | None, *, read_only: bool = False, known: bool = True) -> Iterator[Any]:
    from functions.bootstrap import open_folder, require_state

    if known:
        require_state(folder, state_dir=state)
    with open_folder(folder, _settings(today), state_dir=state, read_only=read_only) as opened:
        yield opened


def _emit(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False))


@app.callback(invoke_without_command=True)
def _version(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        typer.echo(__version__)
        raise typer.Exit


@app.command()
def run(
    folder: Folder,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would happen and write nothing.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Also list files that are no minutes or unchanged.")] = False,
    old: Annotated[bool, typer.Option("--old", help="Fill the columns of the back-catalogue too: minutes more than a year old.")] = False,
    as_json: AsJson = False,
    today: Today = None,
    state: StateDir = None,
) -> None:
    """Read what is new or changed, fill the columns, follow up, and draft the agendas that are due."""
    from functions.commands import running

    with _opened(folder, today, state, read_only=dry_run, known=False) as (place, library):
        running.run_once(place, library, as_json=as_json, verbose=verbose, rehearsal=dry_run, old_files=old, emit=_emit)


@app.command()
def watch(folder: Folder, today: Today = None, state: StateDir = None) -> None:
    """Keep watching the folder; files that are being typed wait until they are quiet. Stop with Ctrl+C."""
    from functions.commands import running

    settings = _settings(today)
    running.watch_folder(folder, state, settings=lambda: _settings(today) if today is None else settings)


@app.command()
def read(files: Files, as_json: AsJson = False) -> None:
    """Show what is on the page: every block with its number, table place and strike-through."""
    from functions.commands import inspecting

    _exit(inspecting.show_blocks(files, as_json=as_json, emit=_emit))


@app.command()
def interpret(
    files: Files,
    as_json: AsJson = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 3 when a file could not be read.")] = False,
) -> None:
    """Show what minutes mean: facts with their quotations."""
    from functions.commands import inspecting

    _exit(inspecting.show_minutes(files, as_json=as_json, strict=strict, emit=_emit))


@app.command()
def when(as_json: Annotated[bool, typer.Option("--json", help="JSON Lines; the only form there is.")] = True) -> None:  # noqa: ARG001 - said for symmetry
    """Read {"id", "text", "reference_date"} as JSON Lines on standard input and tell which date each text means."""
    from functions.interpreting.when import answer
    from functions.languages import load

    pack = load("sv")
    for number, line in enumerate(sys.stdin, 1):
        if line.strip():
            try:
                _emit(answer(json.loads(line), pack))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise errors.BadUsage(f'line {number}: not an object with "text" and "reference_date" as 2026-04-27.') from error


@app.command()
def rules(
    folder: Known = None,
    as_json: AsJson = False,
    inside: In = None,
    state: StateDir = None,
) -> None:
    """Show which rules opened the points, and how many of each people said are no task."""
    from functions.commands import looking

    with _opened(_folder(folder or inside, state=state), None, state, read_only=True) as (place, _):
        looking.show_rules(place, as_json=as_json, emit=_emit)


@app.command()
def columns(
    folder: Known = None,
    as_json: AsJson = False,
    inside: In = None,
    state: StateDir = None,
) -> None:
    """Show the columns of every file."""
    from functions.commands import looking

    with _opened(_folder(folder or inside, state=state), None, state, read_only=True) as (place, library):
        looking.show_all_columns(place, library, as_json=as_json, emit=_emit)


@app.command()
def draft(
    folder: Known = None,
    council: Annotated[Optional[str], typer.Option("--council", metavar="NAME", help="Whose agenda.")] = None,
    meeting: Annotated[Optional[str], typer.Option("--meeting", metavar="DATE", help="For this meeting, not the next one.")] = None,
    as_json: AsJson = False,
    ics: Annotated[
        Optional[Path], typer.Option("--ics", metavar="FILE", help="Only the meeting and its agenda, as a calendar file; - prints.")
    ] = None,
    guests: Annotated[bool, typer.Option("--guests", help="Only an invitation for each guest, with their own slot.")] = False,
    member: Annotated[Optional[str], typer.Option("--for", metavar="NAME", help="Only this member's own open points.")] = None,
    language: Annotated[Optional[str], typer.Option("--language", metavar="CODE", help="The guests' language: sv, en or nb.")] = None,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="Where to put invitations or a member's points.")] = Path(),
    inside: In = None,
    today: Today = None,
    state: StateDir = None,
) -> None:
    """Write the proposed agenda for the next meeting now; with --json, --ics, --guests or --for only that."""
    from functions.commands import drafting, letters

    aside = ics is not None or guests or member is not None
    with _opened(_folder(folder or inside, state=state), today, state, read_only=as_json or aside) as (place, library):
        if guests:
            spoken = language or _settings(today).guest_language
            letters.write_invitations(place, council=council, language=spoken, folder=to, composed=drafting.composed)
        if member is not None:
            letters.write_points(place, council=council, person=member, folder=to, composed=drafting.composed)
        if guests or member is not None:
            return
        if ics is not None:
            drafting.write_calendar(place, council=council, target=ics, timezone=_settings(today).timezone)
        else:
            drafting.write_draft(place, library, council=council, as_json=as_json, emit=_emit, day=meeting)


@app.command()
def skeleton(
    folder: Annotated[Optional[Path], typer.Argument(help="The folder of minutes.")] = None,
    council: Annotated[Optional[str], typer.Option("--council", metavar="NAME", help="Only this council.")] = None,
    points: Annotated[Optional[Path], typer.Option("--points", metavar="FILE", help="Set its points, a line each; empty: learn them.")] = None,
    wheel: Annotated[
        Optional[Path], typer.Option("--year-wheel", metavar="FILE", help='Set its year wheel, lines such as "september: budget".')
    ] = None,
    as_json: AsJson = False,
    inside: In = None,
    today: Today = None,
    state: StateDir = None,
) -> None:
    """Show a council's own agenda as its earlier minutes have it, and why; or set it."""
    from functions.commands import drafting

    setting = points is not None or wheel is not None
    with _opened(_folder(folder or inside, state=state), today, state, read_only=not setting) as (place, _):
        if setting:
            drafting.set_skeleton(place, council=council, points=points, wheel=wheel)
        drafting.show_skeleton(place, council=council, as_json=as_json, emit=_emit)


@app.command()
def explain(file: Annotated[Path, typer.Argument(help="A file of minutes.")], inside: In = None, today: Today = None, state: StateDir = None) -> None:
    """Tell what was written for a file, by which rule, from which quotation, and why a cell was left."""
    from functions.commands import looking

    with _opened(_folder(inside, near=file.parent, state=state), today, state, read_only=True) as (place, library):
        looking.explain_file(place, library, file)


@app.command(name="set")
def set_value(
    target: Annotated[str, typer.Argument(help="A file, the key of a row, a draft, or a council's name.")],
    name: Annotated[str, typer.Argument(metavar="FIELD", help="A column (Råd, Läge, Läs om …), a row's status, owner, due or text, or a setting.")],
    value: Annotated[str, typer.Argument(help="What you say it is; an empty text empties the cell.")],
    by: By = "",
    inside: In = None,
    today: Today = None,
    state: StateDir = None,
) -> None:
    """Your word: it holds over every later reading."""
    from functions.commands import saying

    with _opened(_folder(inside, near=_near(target), state=state), today, state) as (place, library):
        saying.set_value(place, library, target=target, name=name, value=value, by=by)


@app.command()
def answer(
    file: Annotated[str, typer.Argument(help="The file the question is about.")],
    doubt: Annotated[str, typer.Argument(help="The question's id, as run and explain show it.")],
    choice: Annotated[str, typer.Argument(help="One of its choices, or your own words.")],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who answers.")] = "",
    inside: In = None,
    today: Today = None,
    state: StateDir = None,
) -> None:
    """Answer a question; the answer is remembered."""
    from functions.commands import saying

    with _opened(_folder(inside, near=_near(file), state=state), today, state) as (place, library):
        saying.answer_doubt(place, library, file=file, doubt=doubt, choice=choice, by=by)


@app.command()
def add(
    folder: Folder,
    text: Annotated[str, typer.Argument(help="What is to be taken up or done.")],
    council: Annotated[str, typer.Option("--council", metavar="NAME", help="For which council.")],
    meeting: Annotated[Optional[str], typer.Option("--meeting", metavar="DATE", help="For which meeting; default the next one.")] = None,
    owner: Annotated[
        Optional[list[str]], typer.Option("--owner", metavar="NAME", help="Who shall do it: then it is a task and no point for the agenda.")
    ] = None,
    due: Annotated[Optional[str], typer.Option("--due", metavar="DATE", help="By when.")] = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who adds it.")] = "",
    today: Today = None,
    state: StateDir = None,
) -> None:
    """Add a point for a meeting, or a task of your own."""
    from functions.commands import saying

    with _opened(folder, today, state) as (place, library):
        saying.add_row(place, library, text=text, council=council, meeting=meeting, owners=tuple(owner or ()), due=due, by=by)


@app.command()
def evaluate(
    folders: Annotated[list[Path], typer.Argument(help="Folders of labelled minutes: gold.json beside each document.", show_default=False)],
    write: Annotated[Optional[Path], typer.Option("--write", metavar="FILE", help="Also write the figures there, as Markdown.")] = None,
    show: Annotated[bool, typer.Option("--show", help="Also tell what was read wrongly, except in test minutes.")] = False,
) -> None:
    """Measure the reading against labels: precision and recall by field, council and rule."""
    from functions.commands import evaluating

    evaluating.evaluate_folders(folders, write=write, show=show)


@app.command()
def demo(folder: Annotated[Path, typer.Argument(help="Where to put the samples.")] = Path("demo")) -> None:
    """Copy the sample minutes into a folder and run on them."""
    from functions.commands import running

    running.run_demo(folder, settings=_settings("2026-05-12"), emit=_emit)


@app.command()
def serve(
    port: Annotated[int, typer.Option("--port", help="Where to listen; 0 takes any that is free.")] = 7071,
    pace: Annotated[float, typer.Option("--pace", min=1.0, help="How much faster than the clock timers go, and failed messages come again.")] = 1.0,
) -> None:
    """Run the Azure functions on this machine, for development; needs the packages of the extra "serve". Stop with Ctrl+C."""
    from functions.commands import serving

    serving.serve(os.environ, port=port, pace=pace)


@template_app.command("check")
def template_check(file: Annotated[Path, typer.Argument(help="A Word template.")], paper: PaperName = None) -> None:
    """Fill a template with a full sample; name errors, unknown fields, and what keeps the paper from being accessible, with their paragraph."""
    from functions.commands import templates

    _exit(templates.check_template_file(file, paper=paper))


@template_app.command("new")
def template_new(
    file: Annotated[
        Optional[Path], typer.Argument(help="The new file, or a folder for it; default: the folder of templates.", show_default=False)
    ] = None,
    council: Annotated[Optional[str], typer.Option("--council", metavar="NAME", help="For this council only.")] = None,
    paper: PaperName = None,
    inside: In = None,
) -> None:
    """Write a template to start from: a copy of the default one, with guidance in comments that never come into a paper."""
    from functions.commands import looking, templates

    if file is not None and file.suffix.casefold() == ".docx":
        return templates.write_template(file, paper=paper, council=None, folder=None)
    if file is None or council:
        with _opened(_folder(inside), None, None, read_only=True) as (place, library):
            council = looking.chosen_councils(place, council=council)[0].name if council else None
            home = library.root / _settings(None).template_folder
        return templates.write_template(file, paper=paper, council=council, folder=home)
    return templates.write_template(file, paper=paper, council=None, folder=None)


@sharepoint_app.command("plan")
def sharepoint_plan(site: SiteUrl = None, library: LibraryName = None, folder: LibraryFolder = None, as_json: AsJson = False) -> None:
    """Show what is missing on the site, what is left as people have it, and whether a list would show more than the library. Writes nothing."""
    from functions.commands import sharepoint

    opened, settings = _site(site, library, folder)
    sharepoint.show_plan(opened, settings, as_json=as_json, emit=_emit)


@sharepoint_app.command("apply")
def sharepoint_apply(site: SiteUrl = None, library: LibraryName = None, folder: LibraryFolder = None, as_json: AsJson = False) -> None:
    """Print the plan and do it. Safe to run again, also after it was cut off; nothing that people made is deleted or changed in kind."""
    from functions.commands import sharepoint

    opened, settings = _site(site, library, folder)
    sharepoint.apply_plan(opened, settings, as_json=as_json, emit=_emit)


def _site(site: str | None, library: str | None, folder: str | None) -> tuple[Any, Settings]:
    from functions import bootstrap

    settings = _settings(None)
    wanted = replace(settings, site=site or settings.site, library=library or settings.library, library_folder=folder or settings.library_folder)
    return bootstrap.connect(wanted), wanted


declare(app, opened=_opened, folder=_folder, settings=_settings, emit=_emit)


def _near(target: str) -> Path | None:
    path = Path(target)
    return path.parent if path.exists() else None


def _exit(code: int) -> None:
    if code:
        raise typer.Exit(code)


if __name__ == "__main__":
    main()
