"""A council's meetings: held, announced, moved, cancelled, approved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, cast

from functions.following_up.governing import Sitting, name_of
from functions.following_up.plain_data import text_of, texts_of
from functions.following_up.readings import Reading
from functions.following_up.words import fold, pack_words
from functions.model.events import Event, EventType
from functions.model.register import Meeting

_NEAR = 31  # days that a meeting is moved at most, when nobody says from where
_STATES = ("ongoing", "final", "approved")


@dataclass(frozen=True, slots=True)
class Judged:
    """A sitting and how far its minutes are: ongoing, final or approved. approved_by: ISO date of the meeting that approved them."""

    sitting: Sitting
    state: str
    approved_by: str | None = None

    @property
    def settled(self) -> bool:
        """Whether its facts count."""
        return self.state != "ongoing"


@dataclass(frozen=True, slots=True)
class Announced:
    """Announced meetings by date, and per reading (its id) the moves that it tells: old date → the event with the new one."""

    meetings: tuple[Meeting, ...]
    moves: Mapping[str, Mapping[str, Event]]


def judge_states(sittings: Sequence[Sitting], *, now: date, settle_days: int, said: Mapping[str, str]) -> tuple[tuple[Judged, ...], Announced]:
    """How far each meeting's minutes are, in the meetings' order; and what the settled ones announce.

    said: a person's word per file id. Else the file's own evidence or name, else the days since the meeting (never file times);
    then approval in the next minutes, unless a meeting that was announced in between is missing.
    """
    judged = [Judged(sitting, _own_state(sitting, now=now, settle_days=settle_days, said=said)) for sitting in sittings]
    announced = announce(judged)
    days = sorted(meeting.date for meeting in announced.meetings if not meeting.cancelled)
    settled = sum(1 for one in judged if one.settled)
    for place in range(1, len(judged)):
        before, after = judged[place - 1], judged[place]
        between = bisect_left(days, after.sitting.date) > bisect_right(days, before.sitting.date)
        word = said.get(before.sitting.governing.file_id)
        if after.settled and after.sitting.governing.event.data.get("approves_previous") is True and not between and word is None:
            judged[place - 1] = replace(before, state="approved", approved_by=after.sitting.date)
    return tuple(judged), announced if sum(1 for one in judged if one.settled) == settled else announce(judged)


def _own_state(sitting: Sitting, *, now: date, settle_days: int, said: Mapping[str, str]) -> str:
    reading = sitting.governing
    word = said.get(reading.file_id)
    if word in _STATES:
        return word
    if reading.state in ("final", "approved"):
        return reading.state
    name = name_of(reading)
    if name.signed or name.final:
        return "final"
    held = _day(sitting.date)
    return "final" if held is not None and (now - held).days >= settle_days else "ongoing"


@lru_cache(maxsize=4096)
def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def list_meetings(
    judged: Sequence[Judged],
    *,
    announced: Announced,
    council: str,
    now: date,
    added: Iterable[Event] = (),
    words: Mapping[str, Mapping[str, Any]] | None = None,
) -> tuple[Meeting, ...]:
    """The calendar by date: held meetings with what their minutes say, and announced ones with what the latest minutes say of them.

    added: meetings that people put in; words: what people changed, by `Meeting.known_as`. An announced date that was held is that meeting.
    """
    said = words or {}
    coming = _move(_coming(announced, council=council, added=added), words=said)
    renamed = {day: known for known, fields in said.items() if (day := moved_to(fields)) is not None}
    meetings = []
    for one in judged:
        told = coming.pop(one.sitting.date, None) or Meeting(council, one.sitting.date, known_as=renamed.get(one.sitting.date))
        meetings.append(_held(one, told=told, now=now))
    return _as_people_say([*meetings, *coming.values()], words=said)


def _held(one: Judged, *, told: Meeting, now: date) -> Meeting:
    """A held meeting as it was announced and as its minutes have it; the same value as long as the same is told."""
    reading = one.sitting.governing
    held = one.settled or one.sitting.date <= now.isoformat()
    mark = (told, held, one.state, one.approved_by, reading.deleted)
    known = reading.memo.get("meeting")
    if known is None or known[0] != mark:
        meeting = replace(
            told,
            start=reading.start or told.start,
            end=text_of(reading.event.data, "end") or told.end,
            place=text_of(reading.event.data, "place") or told.place,
            online=reading.event.data.get("online") is True or told.online,
            held=held,
            cancelled=False,
            state=one.state,
            file=None if reading.deleted else reading.path,
            approved_by=one.approved_by,
            known_as=told.known_as or told.date,
        )
        known = reading.memo["meeting"] = (mark, meeting)
    return cast(Meeting, known[1])


def moved_to(fields: Mapping[str, Any]) -> str | None:
    """The ISO date to which a person moved a meeting, by what was said of it."""
    day = _day(fields.get("date") if isinstance(fields.get("date"), str) else None)
    return day.isoformat() if day is not None else None


def _coming(announced: Announced, *, council: str, added: Iterable[Event]) -> dict[str, Meeting]:
    coming = {meeting.date: meeting for meeting in announced.meetings}
    for event in added:
        meeting = _meeting(event)
        if meeting is not None:
            coming[meeting.date] = replace(meeting, council=council)
    return coming


def _move(coming: Mapping[str, Meeting], *, words: Mapping[str, Mapping[str, Any]]) -> dict[str, Meeting]:
    """The meetings that are ahead, by the date that people gave them; one that a person took away is left out."""
    kept = {day: meeting for day, meeting in coming.items() if words.get(meeting.known_as or day, {}).get("removed") is not True}
    moved = {day: new for day, meeting in kept.items() if (new := moved_to(words.get(meeting.known_as or day, {}))) not in (None, day)}
    found = {day: meeting for day, meeting in kept.items() if day not in moved}
    for day, new in moved.items():
        meeting = replace(kept[day], date=new or day, moved_from=day, moved=True, known_as=kept[day].known_as or day)
        # What minutes announce for the new day adds what the person did not say.
        found[meeting.date] = replace(_update(meeting, new=found[meeting.date]), moved_from=day) if meeting.date in found else meeting
    return found


def _as_people_say(meetings: Iterable[Meeting], *, words: Mapping[str, Mapping[str, Any]]) -> tuple[Meeting, ...]:
    """The meetings by date, each known by one name of its own, with people's words over the minutes'."""
    told: list[Meeting] = []
    used: set[str] = set()
    for meeting in sorted(meetings, key=lambda meeting: (meeting.date, meeting.start or "", meeting.file or "")):
        ways = (meeting.known_as, meeting.date, f"{meeting.date}T{meeting.start or '00:00'}")
        known = next((name for name in ways if name and name not in used), f"{meeting.date}T{len(told):02}")
        used.add(known)
        named = meeting if meeting.known_as == known else replace(meeting, known_as=known)
        told.append(_say(named, words[known]) if known in words else named)
    return tuple(told)


def _say(meeting: Meeting, words: Mapping[str, Any]) -> Meeting:
    texts = {name: words[name] for name in ("start", "end", "place", "note") if name in words and isinstance(words[name], str | None)}
    flags = {name: words[name] for name in ("online", "cancelled", "removed") if isinstance(words.get(name), bool)}
    return replace(meeting, **texts, **flags)


def announce(judged: Sequence[Judged]) -> Announced:
    """What settled minutes announce: later ones win, field by field; a moved or replaced meeting leaves its old date."""
    found: dict[str, Meeting] = {}
    moves: dict[str, dict[str, Event]] = {}
    for one in judged:
        reading = one.sitting.governing
        told = _announced_in(reading) if one.settled else ()
        for event, new in told:
            if new.moved and not new.moved_from:
                listed = {_day(meeting.date) for _, meeting in told}
                new = replace(new, moved_from=_replaced(new, dates=found, after=one.sitting.date, listed=listed))
            moved = found.pop(new.moved_from, None) if new.moved_from and new.moved_from != new.date else None
            if new.moved_from and new.moved_from != new.date:
                moves.setdefault(reading.id, {})[new.moved_from] = event
            for before in (moved, found.get(new.date)):
                new = _update(before, new=new) if before is not None else new
            found[new.date] = new
    return Announced(tuple(found[day] for day in sorted(found)), moves)


def _announced_in(reading: Reading) -> tuple[tuple[Event, Meeting], ...]:
    """The meetings that minutes announce, each with its event."""
    place = "announced, deleted" if reading.deleted else "announced"
    if place not in reading.memo:
        found = [(event, _meeting(event)) for event in reading.of(EventType.ANNOUNCED_MEETING)]
        file = None if reading.deleted else reading.path
        reading.memo[place] = tuple(
            (event, replace(meeting, file=file, moved=bool(meeting.moved_from) or _is_moved(meeting)))
            for event, meeting in found
            if meeting is not None
        )
    return cast(tuple[tuple[Event, Meeting], ...], reading.memo[place])


def _is_moved(new: Meeting) -> bool:
    """Whether a meeting's line says that its date is changed."""
    note = fold(new.note or "")
    return bool(note) and any(word in note for word in _moved_words())


@lru_cache(maxsize=1)
def _moved_words() -> tuple[str, ...]:
    return tuple(fold(word) for word in pack_words("following_up", "moved_meeting"))


def _replaced(new: Meeting, *, dates: Iterable[str], after: str, listed: Collection[date | None]) -> str | None:
    """The date that a meeting had before it was moved: the one near by that was announced and is no longer listed."""
    day = _day(new.date)
    if day is None:
        return None
    near = [old for old in dates if old > after and abs((date.fromisoformat(old) - day).days) <= _NEAR and _day(old) not in listed]
    return near[0] if len(near) == 1 else None


def _update(before: Meeting, *, new: Meeting) -> Meeting:
    moved = before.date != new.date
    return replace(
        new,
        start=new.start or (None if moved else before.start),
        end=new.end or (None if moved or new.start else before.end),
        place=new.place or (None if new.online else before.place),
        online=new.online or (before.online and new.place is None),
        note=new.note or before.note,
        topics=before.topics + tuple(topic for topic in new.topics if topic not in before.topics),
        moved_from=new.moved_from or before.moved_from,
        moved=new.moved or before.moved,
        known_as=before.known_as or before.date,
    )


def _meeting(event: Event) -> Meeting | None:
    data = event.data
    day = _day(text_of(data, "date"))
    if day is None:
        return None
    return Meeting(
        event.council,
        day.isoformat(),
        start=text_of(data, "start"),
        end=text_of(data, "end"),
        place=text_of(data, "place"),
        online=data.get("online") is True,
        note=text_of(data, "note"),
        topics=texts_of(data, "topics"),
        cancelled=data.get("cancelled") is True,
        moved_from=text_of(data, "moved_from"),
    )
