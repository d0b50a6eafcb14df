"""Which meeting a draft is for, which came before it, and when something that was put off falls due."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from functions.drafting.wording import MONTHS
from functions.model.library import Council
from functions.model.minutes import DateMention
from functions.model.register import Meeting, Register

_SEASONS = ((re.compile(r"vår", re.IGNORECASE), 1, 5), (re.compile(r"sommar", re.IGNORECASE), 6, 8), (re.compile(r"höst", re.IGNORECASE), 8, 12))
_MONTH = re.compile(rf"(?<!\w)(?:{'|'.join(MONTHS)})(?!\w)", re.IGNORECASE)
_NEW_YEAR = re.compile(r"årsskifte|nyår|nästa år|efter jul|vinter", re.IGNORECASE)
_AFTER_SUMMER = re.compile(r"efter\s+(?:sommar|semester)", re.IGNORECASE)
_WEEKS = 52
_LATEST = re.compile(r"\b(?:före|innan|senast)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Horizon:
    """What the draft can reach.

    day: ISO date of its meeting, or today while that is not decided; following: date of the meeting after it; moved: new dates by old.
    """

    day: str
    dated: bool
    following: str | None = None
    moved: Mapping[str, str] = field(default_factory=dict)


def next_meeting(register: Register, *, now: date) -> Meeting | None:
    """The earliest announced meeting, neither held nor cancelled, on `now` or later; None when none is known."""
    return next(iter(coming_meetings(register, now=now)), None)


def coming_meetings(register: Register, *, now: date) -> tuple[Meeting, ...]:
    """The announced meetings, neither held nor cancelled, on `now` or later, by date and start."""
    coming = (meeting for meeting in register.meetings if not meeting.held and not meeting.cancelled and meeting.date[:10] >= now.isoformat())
    return tuple(sorted(coming, key=lambda meeting: (meeting.date, meeting.start or "")))


def previous_meeting(register: Register, *, before: str) -> Meeting | None:
    """The last held meeting that has minutes, earlier than the ISO date `before`."""
    held = (meeting for meeting in register.meetings if meeting.held and meeting.file and meeting.date[:10] < before[:10])
    return max(held, key=lambda meeting: (meeting.date, meeting.start or ""), default=None)


def later_meetings(register: Register, *, after: str) -> tuple[Meeting, ...]:
    """The announced meetings later than the ISO date `after`, by date."""
    coming = (meeting for meeting in register.meetings if not meeting.held and not meeting.cancelled and meeting.date[:10] > after[:10])
    return tuple(sorted(coming, key=lambda meeting: (meeting.date, meeting.start or "")))


def horizon_of(register: Register, *, meeting: Meeting | None, now: date) -> Horizon:
    """How far the draft for this meeting reaches."""
    day = meeting.date[:10] if meeting else now.isoformat()
    later = later_meetings(register, after=day)
    moved = {entry.moved_from[:10]: entry.date[:10] for entry in register.meetings if entry.moved_from and not entry.cancelled}
    return Horizon(day, meeting is not None, later[0].date[:10] if later and meeting else None, moved)


def due_for_draft(meeting: Meeting | None, *, now: date, council: Council, drafted: bool = False, ahead: bool = False) -> bool:
    """Whether it is time to lay a meeting's draft: it is `council.days_before` days away or fewer, or its draft is there already (drafted).

    Never in a quiet week: where that day lies in one, the draft is made on the last day before the quiet weeks. A paused council, one whose next date
    is not decided, and a meeting behind the next one (ahead) wait for a request.
    """
    if meeting is None or council.paused or is_quiet(now, council=council):
        return False
    if ahead:
        return drafted
    day = date.fromisoformat(meeting.date[:10]) - timedelta(days=council.days_before)
    while is_quiet(day, council=council) and len(council.quiet_weeks) < _WEEKS:
        day -= timedelta(days=1)
    return drafted or now >= day


def is_quiet(day: date, *, council: Council) -> bool:
    """Whether a day lies in one of the council's quiet weeks (ISO week numbers)."""
    return day.isocalendar().week in council.quiet_weeks


def day_of(mention: DateMention, *, horizon: Horizon) -> str | None:
    """The date that a mention means, the new one where the meeting of that date has been moved."""
    return horizon.moved.get(mention.date, mention.date) if mention.date else None


def has_come(mention: DateMention, *, opened: str, horizon: Horizon) -> bool:
    """Whether what was put off until then belongs to the horizon's meeting.

    A day has come when the meeting is on it or later, a month, season or other stretch when it has begun, "nästa möte" at once;
    "senast" and "före" a day also when no other meeting is left before it. Words that settle nothing ("framöver") never come by themselves.
    """
    if mention.granularity == "next_meeting" and mention.date is None:
        return True
    begins = _begins(mention, opened=opened, horizon=horizon)
    if begins is not None and begins <= horizon.day:
        return True
    last = day_of(mention, horizon=horizon)
    return bool(last and horizon.following and _LATEST.search(mention.text) and horizon.day <= last < horizon.following)


def _begins(mention: DateMention, *, opened: str, horizon: Horizon) -> str | None:
    """The first day of the stretch that a mention names, ISO; None where its words name none."""
    last = day_of(mention, horizon=horizon)
    if last is None or mention.granularity in ("season", "fuzzy"):
        return _season_begins(mention.text, opened=opened) or last
    day = date.fromisoformat(last)
    starts = {
        "week": day - timedelta(days=6),
        "month_part": day - timedelta(days=10),
        "month": day.replace(day=1),
        "quarter": day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1),
        "half_year": day.replace(month=1 if day.month <= 6 else 7, day=1),
        "year": day.replace(month=1, day=1),
    }
    return last if _LATEST.search(mention.text) else starts.get(mention.granularity, day).isoformat()


def _season_begins(text: str, *, opened: str) -> str | None:
    """When the season or month of these words begins, the first one that had not ended when they were written."""
    said = date.fromisoformat(opened[:10])
    if _NEW_YEAR.search(text):
        return f"{said.year + 1}-01-01"
    if _AFTER_SUMMER.search(text):
        return f"{said.year + (said.month > 8)}-08-15"
    month = _MONTH.search(text)
    if month:
        number = MONTHS.index(month[0].casefold()) + 1
        return f"{said.year + (said.month > number)}-{number:02}-01"
    for pattern, first, last in _SEASONS:
        if pattern.search(text):
            return f"{said.year + (said.month > last)}-{first:02}-01"
    return None
