"""The command by which a person says when and where a council meets: a meeting that no minutes announce, or a change to one that they do."""

from __future__ import annotations

from collections.abc import Iterator

from functions import errors
from functions.commands.looking import chosen_councils
from functions.commands.saying import speaking
from functions.following_up.row_edits import Speaker, add_meeting, clock_times, edit_meeting, iso_day
from functions.model.events import Event
from functions.model.library import Council
from functions.model.register import Meeting
from functions.pipeline import Workplace, follow_up_all, register_of
from functions.views import terminal


def say_meeting(
    place: Workplace,
    *,
    council: str,
    day: str,
    moved_to: str | None,
    time: str | None,
    where: str | None,
    online: bool | None,
    note: str | None,
    cancelled: bool | None,
    by: str,
) -> None:
    """Note what a person says of a council's meeting on a day; one that nobody knew of is added. None: nothing is said of that. Raises
    errors.BadUsage for an unknown council, a day or a time that is none, and for a change to a meeting that was held."""
    iso = iso_day(day)
    start, end = clock_times(time or "")
    new = iso_day(moved_to) if moved_to is not None else None
    with place.state.lease("files"):
        chosen = chosen_councils(place, council=council)[0]
        known = _meeting_on(iso, chosen, place)
        speaks = speaking(place, by)
        if known is None:
            facts: dict[str, object] = {"start": start, "end": end, "place": where or None, "note": note or None}
            facts |= {"online": online is True, "cancelled": cancelled is True}
            events = [add_meeting(speaks, council=chosen.key, day=new or iso, facts=facts)]
        elif known.held:
            raise errors.BadUsage(f"Mötet {iso} är redan hållet. Ändra i dess anteckningar, eller med: dagordning set FIL KOLUMN VÄRDE.")
        else:
            said: dict[str, object] = {"date": new, "place": where, "online": online, "note": note, "cancelled": cancelled}
            said |= {"start": start, "end": end} if time is not None else {}
            events = list(_changes(known, said, by=speaks))
            if not events:
                raise errors.BadUsage("Säg vad som gäller för mötet: --time, --place, --online, --moved-to, --note eller --cancelled.")
        place.library.append_events(events)
        follow_up_all(place)
        now = _meeting_on(new or iso, chosen, place)
    terminal.plain_console().print(f"{chosen.name}: {_spelled(now) if now is not None else f'mötet {new or iso}'}", soft_wrap=True)


def _meeting_on(day: str, council: Council, place: Workplace) -> Meeting | None:
    """The council's meeting of that day, also where it is another day by now."""
    known = [one for one in register_of(council, place).meetings if not one.removed]
    return next((one for one in known if one.date[:10] == day), None) or next((one for one in known if (one.known_as or "")[:10] == day), None)


def _changes(meeting: Meeting, said: dict[str, object], *, by: Speaker) -> Iterator[Event]:
    """The event of each field of which something was said; an empty text takes it away."""
    for field, value in said.items():
        if value is not None or (field == "end" and said.get("start")):
            word = value if isinstance(value, bool) else value or None
            yield edit_meeting(by, council=meeting.council, meeting=meeting.known_as or meeting.date[:10], field=field, value=word)


def _spelled(meeting: Meeting) -> str:
    """A meeting in a line."""
    clock = f"kl. {'–'.join(part for part in (meeting.start, meeting.end) if part)}" if meeting.start else "ingen tid"
    where = ", ".join(part for part in (meeting.place, "på distans" if meeting.online else None) if part) or "ingen plats"
    moved = [f"flyttat från {meeting.moved_from}"] if meeting.moved_from else []
    head = f"mötet {meeting.date[:10]}{' är inställt' if meeting.cancelled else ''}"
    return " · ".join([head, clock, where, *moved, *([meeting.note] if meeting.note else [])])
