"""Decides for every open row whether it belongs on this agenda, and says why not where it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from functions.drafting.matters import is_signature, kind_of_topic
from functions.drafting.meetings import Horizon, day_of, has_come
from functions.drafting.wording import clean, fold, spell_day
from functions.model.agenda import LeftOut, LineKind
from functions.model.register import OpenItem, Register, RowKind, RowStatus, may_be_done

MOST_PARTS = 8
"""How many tasks stand under the follow-up; the rest go to the appendix."""
MOST_IN_APPENDIX = 24
"""How many more the appendix has, about a page; the rest go to the secretary's sheet."""

_ON_AGENDA = frozenset({RowStatus.OPEN, RowStatus.PART_DONE})
_NOT_YET = {RowStatus.PROPOSED: "ej bekräftad", RowStatus.SEEMS_DONE: "verkar klar", RowStatus.DORMANT: "vilande"}
_LEFT = frozenset({"kept", "part_done", "due_moved", "postponed", "reassigned", "contradicted"})
_ORDER = (
    LineKind.TABLED,
    LineKind.RETURNED,
    LineKind.DEFERRED,
    LineKind.CONSULTATION,
    LineKind.ANNOUNCED,
    LineKind.STANDING,
    LineKind.PINNED,
    LineKind.GUEST,
)


@dataclass(frozen=True, slots=True)
class Placed:
    """Rows that belong on the agenda: tasks in order (the first MOST_PARTS under the follow-up, the rest in the appendix), and each matter with the
    kind of its line, in the order of the agenda."""

    tasks: tuple[OpenItem, ...]
    matters: tuple[tuple[LineKind, OpenItem], ...]
    left_out: tuple[LeftOut, ...]


def place(register: Register, *, horizon: Horizon) -> Placed:
    """Every open row is either on the agenda or left out with a reason; closed and historic ones are neither."""
    people = [name for name, _ in register.people]
    tasks: list[OpenItem] = []
    matters: list[tuple[LineKind, OpenItem]] = []
    left: list[LeftOut] = []
    for row in sorted(register.items, key=lambda row: row.key):
        carried = is_on_agenda(row)
        reason = None if carried else _NOT_YET.get(row.status)
        if reason is None and not carried:
            continue
        if row.kind is RowKind.PINNED and is_signature(row.text, people=people):
            reason = "ett namn eller en hälsning, inget ärende"
        reason = reason or _wait(row, horizon=horizon)
        if reason:
            left.append(LeftOut(row.key, reason))
        elif row.kind is RowKind.ACTION:
            tasks.append(row)
        else:
            topic = row.kind in (RowKind.PINNED, RowKind.ANNOUNCED) and kind_of_topic(row.text) is LineKind.GUEST
            matters.append((LineKind.GUEST if topic else LineKind(row.kind.value), row))
    kept, doubled = _once(sorted(tasks, key=lambda row: _urgency(row, horizon=horizon)))
    left += [LeftOut(row.key, "samma uppgift står redan med") for row in doubled]
    most = MOST_PARTS + MOST_IN_APPENDIX
    left += [LeftOut(row.key, "får inte plats i bilagan") for row in kept[most:]]
    matters.sort(key=lambda found: (_ORDER.index(found[0]), _first(found[1], horizon=horizon), in_order(found[1])))
    return Placed(tuple(kept[:most]), tuple(matters), tuple(left))


def is_on_agenda(row: OpenItem) -> bool:
    """Whether a row's status lets it stand on a draft."""
    return row.status in _ON_AGENDA or is_in_doubt(row)


def is_in_doubt(row: OpenItem) -> bool:
    """Whether what seems done is also said to be left, then or later, or little speaks for it: it stays on the agenda while the sheet asks."""
    if row.status is not RowStatus.SEEMS_DONE:
        return False
    if may_be_done(row.events):
        return True
    since = max((event.meeting or "" for event in row.events if event.type in ("seems_done", "done")), default="")
    return any(event.type in _LEFT and (event.meeting or "") >= since for event in row.events)


def is_promised(row: OpenItem, *, horizon: Horizon) -> bool:
    """Whether the task was promised for this meeting: due on or before its day, or "till nästa möte"."""
    if row.due is None:
        return False
    day = day_of(row.due, horizon=horizon)
    return day <= horizon.day if day else row.due.granularity == "next_meeting"


def in_order(row: OpenItem) -> tuple[str, int, str, str, str]:
    """By what rows are ordered that nothing else parts: as the minutes have them."""
    item = row.opened.item or ""
    return (row.opened.meeting, len(item), item, row.text, row.key)


def _urgency(row: OpenItem, *, horizon: Horizon) -> tuple[bool, int, tuple[str, int, str, str, str]]:
    """Promised for this meeting first, then by how many meetings it has followed along, then the oldest."""
    return (not is_promised(row, horizon=horizon), -row.meetings_followed, in_order(row))


def _first(row: OpenItem, *, horizon: Horizon) -> str:
    """By what a matter is ordered among its like: its date, else when it was opened."""
    return (day_of(row.due, horizon=horizon) if row.due else None) or row.opened.meeting[:10]


def _once(rows: Sequence[OpenItem]) -> tuple[list[OpenItem], list[OpenItem]]:
    """The rows without repetitions of one task, and the repetitions: the same words and owners; or, from one meeting, a task that a list at its end
    tells again in fewer words ("Kontakta fastighetsägaren" of "Roger Blom kontaktar fastighetsägaren angående hissen")."""
    kept: dict[tuple[str, tuple[str, ...]], OpenItem] = {}
    doubled: list[OpenItem] = []
    for row in rows:
        same = (clean(row.text).casefold().rstrip("."), tuple(sorted(row.owners)))
        if same in kept or any(_tells_again(row, other) for other in rows if other is not row):
            doubled.append(row)
        else:
            kept[same] = row
    return list(kept.values()), doubled


def _tells_again(row: OpenItem, other: OpenItem) -> bool:
    """Whether a row without a point of its own has no word that the other one, of the same meeting and owners, does not have."""
    if (
        row.opened.item
        or not other.opened.item
        or row.opened.meeting != other.opened.meeting
        or not row.owners
        or set(row.owners) != set(other.owners)
    ):
        return False
    names = {part.casefold() for owner in row.owners for part in owner.split()}
    own, longer = ({word[:5] for word in fold(one.text) if len(word) > 3 and word not in names} for one in (row, other))
    return len(own) >= 2 and own <= longer


def _wait(row: OpenItem, *, horizon: Horizon) -> str | None:
    """Why an open row has to wait for a later meeting, in Swedish; None when it belongs here."""
    day = day_of(row.due, horizon=horizon) if row.due else None
    match row.kind:
        case RowKind.PARKED:
            return "lagt åt sidan"
        case RowKind.CONSULTATION:
            return _wait_for_answer(day, horizon=horizon)
        case RowKind.RETURNED:
            ready = any(event.type == "ready" for event in row.events) or (row.due and has_come(row.due, opened=row.opened.meeting, horizon=horizon))
            owners = ", ".join(clean(owner) for owner in row.owners)
            return None if ready else f"väntar på svar från {owners}" if owners else "väntar på beredning"
        case RowKind.TABLED | RowKind.DEFERRED | RowKind.PINNED | RowKind.ANNOUNCED:
            return _wait_for_day(row, day, horizon=horizon)
        case RowKind.ACTION | RowKind.STANDING:
            return None


def _wait_for_day(row: OpenItem, day: str | None, *, horizon: Horizon) -> str | None:
    if row.due is None or (row.due.date is None and row.due.granularity == "fuzzy" and row.kind is not RowKind.DEFERRED):
        # Bordläggning is to the next meeting unless something else was said (Göteborgs stad, politikerhandboken); so is what was announced.
        return "ingen tid är bestämd" if row.kind is RowKind.DEFERRED else None
    if has_come(row.due, opened=row.opened.meeting, horizon=horizon) or (row.kind is RowKind.TABLED and not horizon.dated):
        return None
    if day and row.due.granularity in ("day", "next_meeting"):
        return f"hör till {spell_day(day, beside=horizon.day)}"
    words = clean(row.due.text)
    return f"tas upp {words}" if words else "ingen tid är bestämd"


def _wait_for_answer(day: str | None, *, horizon: Horizon) -> str | None:
    """A consultation belongs to the last meeting before its answer is due."""
    if day is None:
        return None
    spelled = spell_day(day, beside=horizon.day)
    if day < horizon.day:
        return f"svar senast {spelled}, före mötet" if horizon.dated else f"svar senast {spelled}"
    if horizon.following and day >= horizon.following:
        return f"svar senast {spelled}, hör till {spell_day(horizon.following, beside=horizon.day)} eller senare"
    return None
