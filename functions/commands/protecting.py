"""The commands about personal data and gallring: what is kept of a person, and what administrators take out for good."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from functions import errors
from functions.commands.saying import speaking
from functions.following_up.naming_people import Renaming, change_plain, renaming, renaming_data, stands_in
from functions.following_up.purging import PURGED, Purge, plan_purge
from functions.following_up.row_edits import iso_day, say
from functions.keeping_up import alone, mark_unfinished
from functions.library.council_rows import PEOPLE
from functions.model.events import EventType
from functions.model.library import Council
from functions.model.register import Register
from functions.pipeline import Workplace, register_of, sweep
from functions.publishing.columns import COLUMNS
from functions.publishing.lists import DECISIONS, FOLLOW_UP, decision_rows
from functions.settings import Settings
from functions.views import holdings, terminal
from functions.workplace import LIBRARY

Emit = Callable[[object], None]
_TITLES = {column.name: column.title for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that is kept of a person. what: row, meeting, column, name, answer or said; place: the row's key, the file's path or the list."""

    what: str
    place: str
    text: str
    council: str | None = None
    meeting: str | None = None


def show_person(place: Workplace, *, name: str, as_json: bool, emit: Emit) -> None:
    """All that is kept of a person, over all councils. Raises errors.BadUsage for an empty name."""
    found = _all_held(place, renaming(_full(name), new=None))
    if as_json:
        for one in found:
            emit({"what": one.what, "place": one.place, "text": one.text, "council": one.council, "meeting": one.meeting})
        return
    told = [(one.what, one.place, one.text, " · ".join(part for part in (one.meeting, one.council) if part)) for one in found]
    holdings.show_person(name.strip(), told, terminal.plain_console())


def change_person(place: Workplace, *, name: str, new: str | None, by: str, settings: Settings) -> None:
    """Rename a person, or take the name out (new None), in all that is kept and in all that is read later. Raises errors.NoAccess for others than
    administrators, errors.BadUsage for a name that is no full name."""
    require_administrator(settings)
    if new is not None and not new.strip():
        raise errors.BadUsage("Skriv det nya namnet.")
    one = renaming(_full(name), new=new.strip() if new is not None else None)
    with alone(place):
        count = len(_all_held(place, one))
        said = say(speaking(place, by), EventType.EDITED, council=LIBRARY, data=renaming_data(one), about=f"{one.digest} {new or ''}")
        place.library.append_events([said])
        mark_unfinished([council.key for council in place.library.councils()], place)  # whoever read before must read anew
        waiting = place.library.rewrite(lambda value: change_plain(value, one))
        place.state.rewrite(lambda value: change_plain(value, one), but=waiting)
        sweep(place)
        left = len(_all_held(place, one))
    what = f"heter nu {one.new}" if one.new is not None else "är borttaget"
    terminal.plain_console().print(f"{name.strip()} {what}: {count - left} ställen ändrade. Det gäller även när filerna läses igen.", soft_wrap=True)
    terminal.plain_console().print(
        "Mötesanteckningarna själva ändras aldrig, och inte heller förslag som redan ligger i mappen.", style="dim", soft_wrap=True
    )
    _tell_what_stays(place)
    if left:
        terminal.plain_console().print(f"{left} ställen har namnet kvar; dagordning person visar dem.", style="yellow", soft_wrap=True)


def purge(place: Workplace, *, before: str, decision: str, certain: bool, by: str, settings: Settings) -> None:
    """Gallring of what is over from meetings before a day. certain: do it; else only tell what would go. Raises errors.NoAccess for others than
    administrators, errors.BadUsage without a day in the past or a decision."""
    require_administrator(settings)
    day = iso_day(before)
    if day > place.now.isoformat():
        raise errors.BadUsage("Dagen ligger framåt i tiden. Ange en dag som har varit.")
    if not decision.strip():
        raise errors.BadUsage("Ange gallringsbeslutet med --decision, till exempel diarienumret.")
    with alone(place):
        plans = [
            (council, register, plan_purge(place.library.events_of(council.key), register, before=day)) for council, register in _registers(place)
        ]
        plans = [entry for entry in plans if entry[2].events or entry[2].instead or entry[2].rows]
        if certain:  # also where nothing is left to plan: an earlier one may have been cut off before it was gone from everywhere
            _erase(place, plans, day=day, decision=decision.strip(), by=by)
            sweep(place, full=True)
    told = [(register.name, len(plan.rows), plan.decisions, len(plan.meetings), plan.left) for _, register, plan in plans]
    holdings.show_purge(told, before=day, decision=decision.strip(), done=certain, console=terminal.plain_console())
    if certain:
        _tell_what_stays(place)


def require_administrator(settings: Settings) -> None:
    """Raises errors.NoAccess unless the one who is logged in may take things out for good."""
    who = getpass.getuser()
    if who.casefold() not in {name.casefold() for name in settings.administrators}:
        raise errors.NoAccess(
            f"Det här får bara en administratör göra. Du är inloggad som {who}. Inställningen DAGORDNING_ADMINISTRATORS räknar upp dem som får."
        )


def _tell_what_stays(place: Workplace) -> None:
    """What the library keeps by itself and no program should take away."""
    if place.library.kept_elsewhere:
        terminal.plain_console().print(place.library.kept_elsewhere, style="dim", soft_wrap=True)


def _registers(place: Workplace) -> list[tuple[Council, Register]]:
    return [(council, register_of(council, place)) for council in place.library.councils()]


def _erase(place: Workplace, plans: Sequence[tuple[Council, Register, Purge]], *, day: str, decision: str, by: str) -> None:
    """Note in each council's log what goes and why, and take it out."""
    noted, rows, decisions = [], set(), set()
    for council, register, plan in plans:
        counts = {"rows": len(plan.rows), "decisions": plan.decisions, "meetings": len(plan.meetings), "events": len(plan.events)}
        data = {"field": PURGED, "value": day, "decision": decision, **counts}
        noted.append(say(speaking(place, by), EventType.EDITED, council=council.key, data=data, about=f"purged {day}"))
        rows |= set(plan.rows)
        decisions |= {row.key for row in decision_rows(register) if str(row.values.get("Datum") or "") < day}
    events = {identity for _, _, plan in plans for identity in plan.events}
    instead = {identity: event for _, _, plan in plans for identity, event in plan.instead}
    mark_unfinished([council.key for council, _, _ in plans], place)  # whoever read before must read anew
    place.library.erase(events=events, instead=instead, add=noted, rows={FOLLOW_UP: rows, DECISIONS: decisions})


def _all_held(place: Workplace, one: Renaming) -> tuple[Held, ...]:
    """Each thing once: minutes that were read several times have one attendance list."""
    return tuple(dict.fromkeys(_held(place, one)))


def _held(place: Workplace, one: Renaming) -> Iterator[Held]:
    library = place.library
    for council, register in _registers(place):
        for item in register.items:
            texts = [item.text, *item.owners, *(quote.text or "" for line in item.events for quote in line.quotes)]
            if any(stands_in(text, one) for text in texts):
                yield Held("row", item.key, item.text, register.name, item.opened.meeting)
        for event in library.events_of(council.key):
            if event.type is EventType.READ and _in_plain(event.data.get("people"), one):
                yield Held("meeting", event.file or "", "närvarolistan", register.name, event.meeting)
    for file in library.files():
        for name, value in library.columns(file).values.items():
            if isinstance(value, str) and stands_in(value, one):
                yield Held("column", file.path, f"{_TITLES.get(name, name)}: {value}")
    for row in library.rows(PEOPLE):
        if any(isinstance(value, str) and stands_in(value, one) for value in row.values.values()):
            yield Held("name", PEOPLE, ", ".join(str(value) for value in row.values.values() if value))
    for key in (LIBRARY, *(council.key for council in library.councils())):
        for event in library.events_of(key):
            if event.type is EventType.ANSWERED and _in_plain(dict(event.data), one):
                yield Held("answer", key, f"{event.data.get('mention') or ''} är {event.data.get('choice') or ''}".strip())
            if event.by not in ("minutes", "program") and stands_in(event.by, one):
                yield Held("said", key, f"har själv ändrat eller svarat, {(event.at or '')[:10]}")


def _in_plain(value: Any, one: Renaming) -> bool:
    if isinstance(value, str):
        return stands_in(value, one)
    if isinstance(value, dict):
        return any(_in_plain(entry, one) for entry in value.values())
    return any(_in_plain(entry, one) for entry in value) if isinstance(value, (list, tuple)) else False


def _full(name: str) -> str:
    if len(name.split()) < 2:
        raise errors.BadUsage(f"”{name}” kan vara flera personer. Skriv för- och efternamn.")
    return name.strip()
