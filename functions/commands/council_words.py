"""The commands about councils as such: their settings and what their minutes call people, as the lists Råd and Namn och initialer have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from functions import errors
from functions.commands.looking import chosen_councils
from functions.following_up.councils import council_named
from functions.following_up.row_edits import iso_day
from functions.library.council_rows import PEOPLE, SETTINGS, council_row, read_councils
from functions.library.folder import FolderLibrary
from functions.model.library import ColumnValue, Council, ListRow, council_key, weeks_of
from functions.pipeline import Workplace, sweep
from functions.views import councils as tables
from functions.views import terminal

Emit = Callable[[object], None]
_LINES = ("Andra namn", "Fasta punkter", "Årshjul")  # one on each line; on a command line ";" parts the names and the points


def set_council(library: FolderLibrary, *, target: str, name: str, value: str) -> str | None:
    """Change a council's setting; the sentence that tells of it, None where the target is no council. Raises errors.BadUsage."""
    councils = library.councils()
    council = council_named(target, councils=councils)
    if council is None:
        return None
    setting = next((known for known in SETTINGS if known.casefold() == name.strip().casefold()), None)
    if setting is None:
        raise errors.BadUsage(f"Inställningen ”{name}” finns inte. Välj en av: {', '.join(SETTINGS)}.")
    cell = _cell(setting, value.strip())
    row = council_row(council)
    (changed,) = read_councils([replace(row, values={**row.values, setting: cell})])
    taken = [one for one in councils if one.key != council.key and council_key(one.name) in map(council_key, changed.names[1:])]
    if setting in ("Namn", "Andra namn"):
        _unshared(changed, councils=[one for one in councils if one not in taken or setting == "Namn"])
    library.put_council(changed)
    if setting == "Andra namn" and taken:
        joined = " och ".join(one.name for one in taken)
        return f"{joined} räknas nu till {council.name}: anteckningarna därifrån läses om vid nästa körning. Ta bort namnet för att ångra."
    return f"{council.name}: {setting} är nu {f'”{value.strip()}”' if value.strip() else 'tom'}."


def _cell(setting: str, text: str) -> ColumnValue:
    """A setting as the list Råd holds it. Raises errors.BadUsage for what it cannot be."""
    match setting:
        case "Namn" if not text:
            raise errors.BadUsage("Namn: ett råd måste heta något.")
        case "Dagar före":
            if not re.fullmatch(r"\d{1,3}", text):
                raise errors.BadUsage("Dagar före: skriv ett antal dagar, till exempel 21.")
            return int(text)
        case "Tysta veckor":
            try:
                weeks_of(text)
            except ValueError as error:
                raise errors.BadUsage(f"Tysta veckor: skriv veckonummer som 27-32, 52. ”{text}” går inte att läsa.") from error
        case "Startdatum" if text:
            return iso_day(text)
        case "Pausa":
            return text.casefold() in ("ja", "yes", "true", "1")
    return "\n".join(part.strip() for part in re.split(r"[\n;]", text) if part.strip()) if setting in _LINES and setting != "Årshjul" else text


def _unshared(council: Council, *, councils: Sequence[Council]) -> None:
    """Raises errors.BadUsage when another council is called so already: the minutes of one would be taken for the other's."""
    others = [one for one in councils if one.key != council.key]
    for name in council.names:
        taken = council_named(name, councils=others)
        if taken is not None:
            raise errors.BadUsage(f"”{name}” är redan ett namn på {taken.name}. Ändra eller töm det där först.")


def show_councils(place: Workplace, *, council: str | None, as_json: bool, emit: Emit) -> None:
    """The councils with their settings. Raises errors.BadUsage for an unknown one."""
    chosen = [(one, {setting: council_row(one).values.get(setting) for setting in SETTINGS}) for one in chosen_councils(place, council=council)]
    if as_json:
        for one, settings in chosen:
            emit({"council": one.key, **settings})
        return
    tables.show_councils([settings for _, settings in chosen], terminal.plain_console())


def show_names(place: Workplace, library: FolderLibrary, *, council: str | None, as_json: bool, emit: Emit) -> None:
    """What minutes call people, as somebody has said. Raises errors.BadUsage for an unknown council."""
    one = chosen_councils(place, council=council)[0] if council is not None else None
    rows = [row.values for row in library.rows(PEOPLE) if one is None or _holds_for(row, one)]
    if as_json:
        for values in rows:
            emit(dict(values))
        return
    tables.show_names(rows, terminal.plain_console())


def say_name(
    place: Workplace, library: FolderLibrary, *, name: str, called: str | None, initials: str | None, council: str | None, remove: bool, by: str
) -> None:
    """Note what minutes call a person, or take that back; minutes that were read otherwise are read again. Raises errors.BadUsage."""
    shown = " ".join(name.split())
    if len(shown.split()) < 2:
        raise errors.BadUsage("Skriv för- och efternamn, till exempel ”Helena Ek”.")
    one = chosen_councils(place, council=council)[0] if council is not None else None
    with place.state.lease("files"):
        if remove:
            gone = [row.key for row in library.rows(PEOPLE) if _is(row, shown) and (one is None or _holds_for(row, one))]
            if not gone:
                raise errors.BadUsage(f"{shown} finns inte i listan. dagordning names visar den.")
            for key in gone:
                library.delete_row(PEOPLE, key)
        else:
            of = (one.name if one else "").casefold()
            known = next((row.values for row in library.rows(PEOPLE) if _is(row, shown) and _folded(row.values, "Råd") == of), {})
            called, initials = (word or str(known.get(column) or "") or None for word, column in ((called, "Kallas"), (initials, "Initialer")))
            library.put_person(shown, called=called, initials=initials, council=one.name if one else None, editor=by or "person")
        sweep(place)
    calls = " eller ".join(f"”{word}”" for word in (called, initials) if word)
    where = f"i {one.name}" if one else "i alla råd"
    said = f"{shown} är borttagen ur listan." if remove else f"{calls} är {shown} {where}. Det gäller även anteckningar som redan är lästa."
    terminal.plain_console().print(said, soft_wrap=True)


def _is(row: ListRow, name: str) -> bool:
    return _folded(row.values, "Namn") == name.casefold()


def _holds_for(row: ListRow, council: Council) -> bool:
    of = _folded(row.values, "Råd")
    return not of or of in {council.key.casefold(), *(name.casefold() for name in council.names)}


def _folded(values: Mapping[str, ColumnValue], column: str) -> str:
    return str(values.get(column) or "").strip().casefold()
