"""The commands that show what is known of a folder: register, rules, columns and explain."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from functions import errors
from functions.following_up import describe, rule_records
from functions.following_up.councils import council_named
from functions.following_up.words import fold, same_person
from functions.library.folder import FolderLibrary
from functions.model.library import ColumnValue, Council, LibraryFile
from functions.model.minutes import Minutes
from functions.model.register import STILL_OPEN, OpenItem, Register
from functions.pipeline import Workplace, read_minutes, register_of
from functions.publishing import merge, values_of
from functions.publishing.columns import STATES
from functions.views import calendars, sheets, terminal

Emit = Callable[[object], None]
_FACT_OF = {
    "DgCouncil": "body",
    "DgMeetingDate": "date",
    "DgStart": "start",
    "DgEnd": "end",
    "DgPlace": "place",
    "DgOnline": "online",
    "DgChair": "chair",
    "DgSecretary": "secretary",
    "DgState": "state",
}


def chosen_councils(place: Workplace, *, council: str | None) -> tuple[Council, ...]:
    """The council of that name, or all. Raises errors.BadUsage for an unknown one."""
    known = place.library.councils()
    if council is None:
        return known
    found = council_named(council, councils=known)
    if found is None:
        raise errors.BadUsage(f"Rådet ”{council}” är inte känt här. Kända: {', '.join(c.name for c in known) or 'inga, kör dagordning run först'}.")
    return (found,)


def choose_rows(place: Workplace, *, council: str | None, owner: str | None, everything: bool) -> list[tuple[Register, list[OpenItem]]]:
    """Each council's register and the points asked for: open ones or all, of everybody or of one person or body. Raises errors.BadUsage."""
    chosen = []
    for one in chosen_councils(place, council=council):
        register = register_of(one, place)
        items = [item for item in register.items if everything or item.status in STILL_OPEN]
        chosen.append((register, [item for item in items if owner is None or _is_theirs(item, owner)]))
    if owner is not None:
        chosen = [(register, items) for register, items in chosen if items]
    return chosen


def _is_theirs(item: OpenItem, owner: str) -> bool:
    return any(same_person(owner, name) or fold(owner) in fold(name).split() for name in item.owners)


def show_registers(
    chosen: Sequence[tuple[Register, Sequence[OpenItem]]], *, narrowed: bool, as_json: bool, emit: Emit, now: date | None = None, root: str = ""
) -> None:
    """The points, council by council; for programs a line each. narrowed: other points than just the open ones were asked for; now: today; root:
    the folder of minutes."""
    if as_json:
        for register, items in chosen:
            for row in describe(replace(register, items=tuple(items))):
                emit(row)
        return
    console = terminal.plain_console()
    if not chosen:
        console.print("Inga punkter.")
    for register, items in chosen:
        terminal.show_register(register, console, items=items if narrowed else None, now=now, root=root)


def show_no_owner(place: Workplace, *, council: str | None, owner: str) -> None:
    """Why nothing was found for a name: those who have points and are called nearly so, or where else to look."""
    found = choose_rows(place, council=council, owner=None, everything=True)
    known = list(dict.fromkeys(name for _, items in found for item in items for name in item.owners))
    parts = {part.casefold(): name for name in known for part in (name, *name.split())}
    near = list(dict.fromkeys(parts[part] for part in get_close_matches(owner.casefold(), parts, n=3, cutoff=0.75)))
    console = terminal.plain_console()
    if any(_is_theirs(item, owner) for _, items in found for item in items):
        console.print("Det som finns är avslutat. Med --all visas det.", style="dim", soft_wrap=True)
    elif near:
        console.print(f"Menas {' eller '.join(near)}?", soft_wrap=True)


def write_table(chosen: Sequence[tuple[Register, Sequence[OpenItem]]], *, target: Path) -> None:
    """The points as a table for Excel. Raises errors.NoAccess when the file cannot be written."""
    save(sheets.register_table((register.name, item) for register, items in chosen for item in items), target=target)


def write_calendar(chosen: Sequence[tuple[Register, Sequence[OpenItem]]], *, target: Path, now: date, timezone: str, everything: bool) -> None:
    """The meetings and the days of the points as a calendar file. Raises errors.NoAccess when the file cannot be written."""
    save(calendars.register_calendar(chosen, now=now, timezone=timezone, held=everything), target=target)


def save(data: bytes, *, target: Path) -> None:
    """Write a file that was asked for, or print it ("-"). A file that is there already is replaced whole or not at all."""
    if str(target) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    if not target.absolute().parent.is_dir():
        raise errors.BadUsage(f"Mappen {target.parent} finns inte. Gör den först, eller välj en annan plats för {target.name}.")
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise errors.NoAccess(f"{target} kan inte skrivas: {errors.reason_of(error)}. Är filen öppen i ett annat program?") from error
    terminal.plain_console().print(f"Sparat: {target}", soft_wrap=True)


def show_rules(place: Workplace, *, as_json: bool, emit: Emit) -> None:
    """Per council and rule: the points it opened, how many of them people rejected, and since when it only proposes."""
    for council in place.library.councils():
        records = rule_records(place.library.events_of(council.key), council=council.key)
        if not as_json:
            terminal.show_rules(council.name, records, terminal.plain_console())
            continue
        for rule, record in sorted(records.items()):
            counts = {"opened": record.opened, "rejected": sum(record.rejected.values()), "proposes_from": record.proposes_from}
            emit({"council": council.name, "rule": rule, **counts})


def show_all_columns(place: Workplace, library: FolderLibrary, *, as_json: bool, emit: Emit) -> None:
    """Every file's cells and what we wrote there."""
    console = terminal.plain_console()
    for file in library.files():
        values = library.columns(file).values
        base = place.state.base_values(file.id).last
        if as_json:
            emit({"file": file.path, "values": _filled(values), "base": _filled(base)})
        elif any(value not in (None, "") for value in values.values()):
            terminal.show_columns(file.path, values, console)


def _filled(cells: Mapping[str, ColumnValue]) -> dict[str, ColumnValue]:
    """The cells that hold something, by name; one that is empty and one that never was written are the same."""
    return {name: value for name, value in sorted(cells.items()) if value is not None}


def find_file(library: FolderLibrary, target: Path | str) -> LibraryFile:
    """The known file of that path, relative to the folder or to where we stand. Raises errors.BadUsage."""
    files = {file.path: file for file in library.files()}
    text = unicodedata.normalize("NFC", str(target)).replace("\\", "/")  # a Mac's and a share's names may come decomposed
    if text in files:
        return files[text]
    path = Path(target)
    root = library.root.resolve()
    if path.exists() and path.resolve().is_relative_to(root):
        relative = unicodedata.normalize("NFC", path.resolve().relative_to(root).as_posix())
        if relative in files:
            return files[relative]
    named = [file for file in files.values() if file.name == unicodedata.normalize("NFC", path.name)]
    if len(named) == 1:
        return named[0]
    raise errors.BadUsage(f"Filen ”{target}” är inte inläst i {library.root}. Kör dagordning run först, eller skriv sökvägen i mappen.")


def explain_file(place: Workplace, library: FolderLibrary, target: Path) -> None:
    """What was written, by which rule, from which quotation, and why a cell was left."""
    file = find_file(library, target)
    console = terminal.plain_console()
    parked = next((entry for entry in place.state.parked() if entry.file == file.id), None)
    if parked is not None:
        console.print(f"{file.path}: {parked.reason}", style="yellow")
        if parked.code != "waiting":
            return
    minutes = read_minutes(file, place)
    before = place.state.processed(file.id)
    council = next((c for c in library.councils() if before is not None and c.key == before.council), None)
    register = register_of(council, place) if council is not None else None
    wanted = values_of(minutes, council=council, register=register, path=file.path)
    cells = library.columns(file).values
    merged = merge(cells, base=place.state.base_values(file.id), wanted=wanted)
    told = _sources(minutes, cells)
    terminal.show_explanation(minutes, path=file.path, cells=cells, kept=merged.kept, sources=told, console=console, root=str(library.root))


def _sources(minutes: Minutes, cells: Mapping[str, ColumnValue]) -> dict[str, str]:
    """Each column's quotation, as the explanation shows it, or what else its value comes from."""
    sources: dict[str, str] = {}
    for column, fact in _FACT_OF.items():
        quotes = [quote.text for quote in minutes.meeting.quotes.get(fact, ()) if quote.text is not None]
        if quotes:
            sources[column] = "”" + "” … ”".join(quotes) + "”"
    sources["DgAttendees"] = f"{sum(1 for p in minutes.people if p.attendance != 'absent')} namn i närvarolistan"
    formal = sum(1 for decision in minutes.decisions if decision.kind != "decision" or decision.decided_by is not None)
    sources["DgDecisions"] = "antal beslut nedan" + (f", utom {formal} som är formalia eller andras" if formal else "")
    sources["DgActions"] = "antal åtgärder nedan"
    sources["DgToCheck"] = "antal frågor nedan"
    sources["DgReading"] = "hur inläsningen gick"
    sources["DgGoverning"] = "det är den här filen som gäller för mötet" if cells.get("DgGoverning") else "en annan fil gäller för mötet"
    if cells.get("DgState") == STATES["approved"] and minutes.meeting.state != "approved":
        sources["DgState"] = "ett senare möte godkände anteckningarna"
    sources.setdefault("DgState", "mötets datum och dagens datum")
    return sources
