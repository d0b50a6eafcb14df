"""Meetings, dates to keep and an agenda as iCalendar files (RFC 5545), as Outlook and every other calendar open them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from functions import __version__
from functions.drafting.timing import spell_length, usual_length
from functions.model.agenda import Agenda, AgendaLine
from functions.model.register import Meeting, OpenItem, Register, RowKind

_WITH_A_DAY = (RowKind.ACTION, RowKind.CONSULTATION)  # what is put off, pinned or announced is bound to a meeting, which stands there itself


def register_calendar(rows: Sequence[tuple[Register, Sequence[OpenItem]]], *, now: date, timezone: str, held: bool = False) -> bytes:
    """The coming meetings of each council and the days by which its points shall be done. rows: each register with those of its points that are
    wanted; held: past meetings too. The same entry has the same id in every file, so that a newer file moves it. A coming meeting of which no minutes
    tell the end takes as long as the council's last ones, and says so; without such it has no end."""
    calendar = _calendar("Uppföljning")
    for register, items in rows:
        usual = usual_length(register)
        for meeting in register.meetings:
            if not meeting.removed and (held or meeting.date >= now.isoformat()):
                calendar.add_component(_meeting(meeting, name=register.name, now=now, timezone=timezone, usual=None if meeting.held else usual))
        for item in items:
            day = _day(item.due.date) if item.due is not None and item.kind in _WITH_A_DAY else None
            if day is not None:
                calendar.add_component(_deadline(item, council=register.name, day=day, now=now))
    return _finished(calendar, now=now)


def agenda_calendar(agendas: Iterable[tuple[Agenda, int | None]], *, now: date, timezone: str) -> bytes:
    """Each agenda's meeting, with the agenda as its text. One without a date is left out. agendas: each with how many minutes the council's meetings
    take, None when that is not known."""
    calendar = _calendar("Möten")
    for agenda, usual in agendas:
        if agenda.meeting is not None and _day(agenda.meeting.date) is not None:
            text = "\n".join(["Dagordning", "", *(_line(line) for line in agenda.lines)])
            calendar.add_component(_meeting(agenda.meeting, name=agenda.council, now=now, timezone=timezone, usual=usual, text=text))
    return _finished(calendar, now=now)


def _finished(calendar: Calendar, *, now: date) -> bytes:
    """The file with what its time zone does in the years that it tells of."""
    days = [event.start for event in calendar.events if event.start is not None]
    years = {now.year, *(day.year for day in days)}
    calendar.add_missing_timezones(first_date=date(min(years) - 1, 1, 1), last_date=date(max(years) + 2, 1, 1))
    return bytes(calendar.to_ical())


def _calendar(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", f"-//Dagordning//{__version__}//SV")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    return calendar


def _meeting(meeting: Meeting, *, name: str, now: date, timezone: str, usual: int | None, text: str | None = None) -> Event:
    """usual: minutes that the council's meetings take; text: what is told of the meeting, by default what its minutes announced."""
    event = _entry(f"{meeting.council}/{meeting.known_as or meeting.date}", now=now)
    event.add("summary", name if not meeting.cancelled else f"Inställt: {name}")
    day = _day(meeting.date) or now
    start, end = _clock(meeting.start), _clock(meeting.end)
    reckoned = None
    if start is None:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
    else:
        zone = ZoneInfo(timezone)
        begins = datetime.combine(day, start, tzinfo=zone)
        event.add("dtstart", begins)
        if end is not None and end > start:
            event.add("dtend", datetime.combine(day, end, tzinfo=zone))
        elif usual is not None:
            event.add("dtend", begins + timedelta(minutes=usual))
            reckoned = f"Sluttiden är beräknad: rådets senaste möten har tagit {spell_length(usual)}."
    place = ", ".join(part for part in (meeting.place, "på distans" if meeting.online else None) if part)
    if place:
        event.add("location", place)
    moved = f"Flyttat från {meeting.moved_from}." if meeting.moved_from else "Mötet är flyttat." if meeting.moved else None
    told = [text] if text is not None else [meeting.note, moved, *(f"Tas upp: {topic}" for topic in meeting.topics)]
    about = [part for part in (reckoned, *told) if part]
    if about:
        event.add("description", "\n".join(about))
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    return event


def _deadline(item: OpenItem, *, council: str, day: date, now: date) -> Event:
    event = _entry(item.key, now=now)
    who = f" ({', '.join(item.owners)})" if item.owners else ""
    event.add("summary", f"Klart senast: {item.text}{who}")
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")  # takes nobody's time
    event.add("description", "\n".join([council, f"Från mötet {item.opened.meeting}", *(f"”{quote.text}”" for quote in item.quotes if quote.text)]))
    return event


def _entry(identity: str, *, now: date) -> Event:
    event = Event()
    event.add("uid", f"{identity}@dagordning")
    event.add("dtstamp", datetime.combine(now, time(), tzinfo=UTC))  # the day that counts as today, so that the same input gives the same file
    return event


def _line(line: AgendaLine) -> str:
    head = " ".join(part for part in (line.start, f"{line.number}." if line.number else None, line.title) if part)
    told = f"{head} ({line.presenter})" if line.presenter else head
    return "\n".join([told, *(f"   – {part.text}" + (f" ({', '.join(part.owners)})" if part.owners else "") for part in line.parts)])


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _clock(text: str | None) -> time | None:
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        return None
