"""The commands by which people put rows in order: merge, split and undo."""

from __future__ import annotations

from collections.abc import Sequence

from functions import errors
from functions.commands.saying import speaking
from functions.commands.tracing import find_row
from functions.following_up.row_edits import merge_point, point_value, split_point
from functions.following_up.undoing import last_act, undo
from functions.languages.shown import CHANGED, STATUSES
from functions.model.events import Event, EventType
from functions.model.register import OpenItem
from functions.pipeline import Workplace, follow_up_all, sweep
from functions.views import terminal
from functions.workplace import LIBRARY

_STATUSES = {status.value: word for status, word in STATUSES.items()}


def merge(place: Workplace, *, key: str, into: str, by: str, root: str = "") -> None:
    """Put a point into another one that is the same. root: the folder of minutes.

    Raises errors.BadUsage for keys that fit nothing, or points of two councils.
    """
    with place.state.lease("files"):
        one, other = find_row(place, key)[1], find_row(place, into)[1]
        if one.council != other.council:
            raise errors.BadUsage("Punkterna hör till olika råd och kan inte läggas ihop.")
        if one.key == other.key:
            raise errors.BadUsage("Det är samma punkt två gånger. Ange två olika nycklar.")
        place.library.append_events([merge_point(speaking(place, by), one, into=other)])
        follow_up_all(place)
    back = f"dagordning undo {other.key[:8]}{terminal.naming(root)}"
    terminal.plain_console().print(f"”{one.text}” ingår nu i ”{other.text}”. Ångra med: {back}", soft_wrap=True)


def split(place: Workplace, *, key: str, texts: Sequence[str], by: str) -> None:
    """Divide a point: it keeps the first text, the others become points of their own. Raises errors.BadUsage."""
    parts = [point_value("text", text) for text in texts]
    if len(parts) < 2:
        raise errors.BadUsage("Skriv minst två texter: den första blir punktens, de andra blir egna punkter.")
    with place.state.lease("files"):
        row = find_row(place, key)[1]
        place.library.append_events(split_point(speaking(place, by), row, texts=parts))
        follow_up_all(place)
    terminal.plain_console().print(f"Punkten är nu delad i {len(parts)}: {'; '.join(parts)}", soft_wrap=True)


def take_back(place: Workplace, *, key: str | None, by: str) -> None:
    """Take back the last thing that a person said, of one point or at all; then the same again goes one step further back. Raises errors.BadUsage."""
    with place.state.lease("files"):
        row = find_row(place, key)[1] if key else None
        acts = _last(place, row)
        if not acts:
            raise errors.BadUsage("Det finns inget att ångra. Det som är ändrat i en lista eller i en fils kolumner ändras tillbaka där.")
        told = _told(acts)
        place.library.append_events(undo(speaking(place, by), acts))
        sweep(place)
    terminal.plain_console().print(f"Ångrat: {told}", soft_wrap=True)


def _last(place: Workplace, row: OpenItem | None) -> tuple[Event, ...]:
    if row is not None:
        events = place.library.events_of(row.council)
        into = [event.key for event in events if event.data.get("field") == "merged_into" and event.data.get("value") == row.key]
        return last_act(events, keys=[row.key, *(key for key in into if key)])
    logs = [place.library.events_of(key) for key in (LIBRARY, *(council.key for council in place.library.councils()))]
    return max((last_act(log) for log in logs), key=lambda acts: (acts[0].at or "") if acts else "", default=())


def _told(acts: Sequence[Event]) -> str:
    """What is taken back, in words."""
    first = acts[0]
    who = f"{first.by}, {(first.at or '')[:10]}"
    if any(event.data.get("split_from") for event in acts):
        return f"delningen av en punkt ({who})."
    if first.type is EventType.ADDED:
        return f"”{first.data.get('text') or first.data.get('date') or ''}” lades till ({who})."
    if first.type is EventType.ANSWERED:
        return f"svaret ”{first.data.get('choice') or ''}” ({who})."
    field = str(first.data.get("field") or "")
    if field == "merged_into":
        return f"två punkter lades ihop ({who})."
    value = first.data.get("value")
    shown = ", ".join(value) if isinstance(value, list) else _STATUSES.get(str(value), value) if field == "status" else value
    return f"{CHANGED.get(field, field)} ändrades till ”{shown or ''}” ({who})."
