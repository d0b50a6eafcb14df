"""What the secretary is told of a draft that she works on, and what the log is told of what she did to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from functions.drafting.merging import Merged
from functions.drafting.versions import Version
from functions.model.events import Event, EventType, event_id
from functions.model.register import Register

AGENDA_FIELD = "agenda"
"""What a person says of a carried point by what she does to its line: "off" (deleted), "changed" (in other words) or "on" (back again)."""
READY_NOTE = "Förslaget är klart att skicka och lämnas som det är, fast något nytt har kommit. Sätt tillbaka det till Förslag, så tas det in."
_ROW = re.compile(r"dg:(?:more-)?row-([0-9a-f]{16})(?:-\d+)?")
_LONGEST = 400


def sent_note(name: str) -> str:
    """For a draft that has been sent."""
    return f"Förslaget är utskickat och lämnas som det är. Det som har kommit sedan dess finns i {name}." if name else "Förslaget är utskickat."


def beside_note(reason: str) -> Callable[[str], str]:
    """For a draft that could not be merged. reason: why, without a full stop."""

    def note(name: str) -> str:
        start = f"Det nya kunde inte föras in i ditt förslag: {reason}."
        return f"{start} Ditt förslag är orört, och ett nytt ligger bredvid: {name}." if name else start

    return note


def merge_note(merged: Merged) -> str:
    """What was done to her file, in sentences."""
    told = []
    if merged.changed or merged.deleted:
        told.append("Det du har ändrat och tagit bort i förslaget står kvar som du har det.")
    if merged.added:
        told.append(f"Nytt i förslaget sedan sist: {_titles(merged, merged.added)}.")
    if merged.removed:
        told.append(f"Inte längre med: {len(merged.removed)} {'punkt' if len(merged.removed) == 1 else 'punkter'} som är klara eller flyttade.")
    if merged.stale:
        told.append(f"Kvar därför att du har skrivit i dem, fast de är klara eller flyttade: {_titles(merged, merged.stale)}.")
    if merged.kept_away:
        why = "eftersom du har tagit bort raden eller punkten som det hör till"
        told.append(f"Öppet, men inte infört i förslaget, {why}: {_titles(merged, merged.kept_away)}.")
    return " ".join(told)


def acts_of(merged: Merged, *, version: Version, register: Register, events: Sequence[Event], now: date) -> tuple[Event, ...]:
    """What she did to the lines of points since it was noted last. Off this agenda is not closed: the point itself stays as it is."""
    rows = {row.key for row in register.items}
    said: dict[str, tuple[str, str]] = {}
    for event in events:
        if event.type is EventType.EDITED and event.key and event.data.get("field") == AGENDA_FIELD and event.data.get("draft") == version.id:
            said[event.key] = (str(event.data.get("value")), str(event.data.get("text") or ""))
    now_said = {key: ("off", "") for tag in merged.deleted if (key := _key(tag)) in rows}
    now_said |= {key: ("changed", merged.words.get(tag, "")) for tag in merged.changed if (key := _key(tag)) in rows}
    now_said |= {key: ("on", "") for key, (value, _) in said.items() if value != "on" and key not in now_said and key in _carried(version)}
    turns = len([event for event in events if event.data.get("draft") == version.id])
    return tuple(
        Event(
            event_id(version.council, AGENDA_FIELD, version.id, key, value, text, turns),
            version.council,
            EventType.EDITED,
            key=key,
            file=version.path,
            by="person",
            at=f"{now.isoformat()}T00:00:00",
            data={"field": AGENDA_FIELD, "value": value, "text": text or None, "draft": version.id, "meeting": version.meeting},
        )
        for key, (value, text) in now_said.items()
        if said.get(key, ("on", "")) != (value, text)
    )


def _carried(version: Version) -> set[str]:
    return {_key(tag) for tag in (version.base.lines if version.base else ())}


def _key(tag: str) -> str:
    found = _ROW.fullmatch(tag)
    return found[1] if found else ""


def _titles(merged: Merged, tags: Sequence[str]) -> str:
    words = "; ".join(title for tag in tags if (title := merged.titles.get(tag)))
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
