"""What a template is filled with: an agenda as plain texts and lists, everything in Swedish and free of characters that Word cannot hold."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from functions.drafting.meetings import Horizon
from functions.drafting.wording import (
    TITLE,
    TYPES,
    UNDECIDED,
    clean,
    hold_together,
    spell_day,
    spell_meeting,
    spell_place,
    spell_time,
    spell_weekday,
)
from functions.model.agenda import Agenda, AgendaLine, AgendaPart, LineKind, Why
from functions.model.register import Meeting

Link = Callable[[str, str], Any]
"""Makes a link out of its text and its address; with "" for an address words that lead nowhere."""

LONGEST_TOPICS = 140


def context_of(agenda: Agenda, *, link: Link | None = None) -> dict[str, Any]:
    """The fields of docs/templates.md for this agenda. link: turns text and address into what the template can show; plain text by default."""
    link = link or (lambda text, _address: text)
    previous = agenda.previous
    source = link(file_title(previous.file), relative_address(previous.file, start=agenda.file)) if previous and previous.file else ""
    coming = [_meeting_to_come(meeting) for meeting in agenda.upcoming]
    lines = [_line(line, agenda=agenda, source=source, coming=coming, link=link) for line in agenda.lines]
    return {
        "title": TITLE,
        "council": clean(agenda.council),
        "meeting": meeting_facts(agenda),
        "previous": {
            "known": previous is not None,
            "date": previous.date[:10] if previous else "",
            "day": spell_day(previous.date, beside=_beside(agenda)) if previous else "",
            "title": file_title(previous.file) if previous and previous.file else "",
            "link": source,
        },
        "lines": lines,
        "appendix": [_part(part, agenda=agenda, link=link) for part in agenda.appendix],
        "next_meetings": coming,
        "has_times": any(line["time"] for line in lines),
        "has_presenters": any(line["presenter"] for line in lines),
    }


def meeting_facts(agenda: Agenda) -> dict[str, Any]:
    """The `meeting` of the context, the same in both papers."""
    meeting = agenda.meeting
    day = spell_weekday(meeting.date) if meeting else UNDECIDED
    time = spell_time(meeting.start, meeting.end) if meeting else ""
    return {
        "known": meeting is not None,
        "date": meeting.date[:10] if meeting else "",
        "day": day,
        "time": time,
        "when": f"{day}, {time}" if time else day,
        "place": spell_place(meeting) if meeting else "",
        "online": bool(meeting and meeting.online),
        "chair": clean(agenda.chair or ""),
        "secretary": clean(agenda.secretary or ""),
        "joint": clean(agenda.joint),
    }


def file_title(path: str | None) -> str:
    """A document's title for a link's text: its file name without the ending."""
    return clean(re.sub(r"\.(?:docx?|pdf)$", "", (path or "").rsplit("/", 1)[-1], flags=re.IGNORECASE))


def relative_address(path: str, *, start: str) -> str:
    """The address of a file as seen from another of the same library, percent-encoded, so that the link holds wherever the library lies."""
    if re.match(r"https?://", path):
        return path
    return quote(posixpath.relpath(path, posixpath.dirname(start) or "."))


def _beside(agenda: Agenda) -> str | None:
    return agenda.meeting.date if agenda.meeting else None


def _horizon(agenda: Agenda) -> Horizon:
    return Horizon(agenda.meeting.date if agenda.meeting else "", agenda.meeting is not None)


def _line(line: AgendaLine, *, agenda: Agenda, source: Any, coming: list[dict[str, str]], link: Link) -> dict[str, Any]:
    takes_up_minutes = line.why is not None and line.kind in (LineKind.FORMALITY, LineKind.FOLLOW_UP)
    return {
        "number": line.number,
        "time": spell_time(line.start, line.end),
        "title": clean(line.title),
        "kind": line.kind.value,
        "type": "" if line.kind is LineKind.BREAK else TYPES[line.type],
        "presenter": clean(line.presenter or ""),
        "purpose": clean(line.purpose or ""),
        "origin": hold_together(clean(line.origin or "")),
        "origin_link": _origin_link(line.origin, line.why, agenda=agenda, link=link),
        "link": source if takes_up_minutes and source else "",
        "enclosures": [{"title": clean(paper.title), "link": link(clean(paper.title), paper.address or "")} for paper in line.enclosures],
        "tag": line.tag,
        "parts": [_part(part, agenda=agenda, link=link) for part in line.parts],
        "meetings": coming if line.kind is LineKind.NEXT else [],
    }


def _origin_link(origin: str | None, why: Why | None, *, agenda: Agenda, link: Link) -> Any:
    """Where a carried line comes from, as a link to those minutes; plain words where no file is known."""
    text = hold_together(clean(origin or ""))
    return link(text, relative_address(why.file, start=agenda.file) if why is not None and why.file else "") if text else ""


def _part(part: AgendaPart, *, agenda: Agenda, link: Link) -> dict[str, Any]:
    horizon = _horizon(agenda)
    due = part.due or ""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", due):
        # A day that has passed beside a name would point at somebody (promise: no lateness beside a person's name).
        due = spell_day(due, beside=horizon.day) if horizon.dated and due >= horizon.day else ""
    return {
        "text": clean(part.text),
        "owners": ", ".join(clean(owner) for owner in part.unsaid),
        "due": clean(due),
        "origin": hold_together(clean(part.origin)),
        "origin_link": _origin_link(part.origin, part.why, agenda=agenda, link=link),
        "tag": part.tag,
    }


def _meeting_to_come(meeting: Meeting) -> dict[str, str]:
    topics = "; ".join(clean(topic) for topic in meeting.topics)
    return {
        "text": spell_meeting(meeting),
        "date": meeting.date[:10],
        "day": spell_weekday(meeting.date),
        "time": spell_time(meeting.start, meeting.end),
        "place": spell_place(meeting),
        "topics": topics if len(topics) <= LONGEST_TOPICS else "",
        "tag": f"meeting-{meeting.date[:10]}" + (f"-{meeting.start.replace(':', '')}" if meeting.start else ""),
    }
