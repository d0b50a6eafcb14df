"""One announced meeting with its details: time, place, how one takes part, topics, and the day that it was moved from."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time

from functions.interpreting.dates import DateSpan
from functions.interpreting.meeting_hours import hours_in
from functions.interpreting.phrases import phrase, words_of
from functions.interpreting.places import is_online, names_a_place, place_before, place_in, place_where_held, topic_at
from functions.interpreting.spans import Span
from functions.languages import LanguagePack
from functions.model.minutes import NextMeeting, Tier

_TAKES_PLACE = r"(?<!\w)<<next_meetings.swapped_for>>(?:\s+\w+){0,2}\s*(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?$"
Clock = tuple[time, time | None]


def shared_clock(text: str, days: list[DateSpan], *, pack: LanguagePack) -> Clock | None:
    """The one time of a line of several days, where it stands before them all or behind them all: "Torsdagar kl. 13–15: 23/4, 28/5"."""
    times = hours_in(text, pack=pack)
    if len(times) != 1 or len(days) < 2:
        return None
    at, to, begins, ends = times[0]
    return (begins, ends) if to <= days[0].start or at >= days[-1].start else None


def only_clock(text: str, *, pack: LanguagePack) -> Clock | None:
    """The one time of a line that tells what days have in common: "Samtliga tisdagar kl. 13–15"."""
    times = hours_in(text, pack=pack)
    return (times[0][2], times[0][3]) if len(times) == 1 else None


def with_shared_place(meetings: list[NextMeeting], text: str, clock: Clock | None, *, pack: LanguagePack) -> list[NextMeeting]:
    """The meetings of a line with the place behind the last of them, where all have it: "14/4 och 12/5, båda i Sal Ek", "…, kl. 13 via Teams".

    clock: the time that they share.
    """
    last, first = meetings[-1], meetings[0]
    if first.place is not None and clock is not None and re.match(r"\s*:", text[text.find(first.place) + len(first.place) :]):
        # "Tisdagar 13–15 i Sal Ek: 14/4, 12/5"
        return [m if m.place is not None or m.online else replace(m, place=first.place) for m in meetings]
    behind = text[text.rfind(last.place) - 20 :] if last.place is not None else text
    both = phrase(pack, r"(?<!\w)<<next_meetings.both>>(?!\w)").search(behind) is not None
    shared = clock is not None and last.start == clock[0].strftime("%H:%M") and all(m.place is None and not m.online for m in meetings[:-1])
    if not both and not shared:
        return meetings
    return [m if m.place is not None or m.online else replace(m, place=last.place, online=last.online) for m in meetings]


def with_clock(meeting: NextMeeting, clock: Clock | None) -> NextMeeting:
    """The meeting at this time, unless it tells its own."""
    if clock is None or meeting.start is not None or meeting.cancelled:
        return meeting
    return replace(meeting, start=clock[0].strftime("%H:%M"), end=clock[1].strftime("%H:%M") if clock[1] is not None else None)


def meeting_of(
    fields: tuple[Span, ...], span: Span, day: DateSpan, first: date, *, rule: str, pack: LanguagePack, old: DateSpan | None = None
) -> NextMeeting:
    """The meeting on this day, with what the line or the row says of it. old: the day that it was moved from."""
    start = end = place = note = None
    online = False
    topics: list[str] = []
    last = max(day.end, old.end) if old is not None else day.end
    for field in fields:
        rest = field.part(last, len(field.text)) if field is span else field
        topic = _topic(rest, place, pack=pack)
        if topic is not None:
            topics += [part for part in (p.strip(" .;") for p in topic.text.split(";")) if part]
            rest = Span(rest.block, rest.start, topic.start)
        rest = rest.trimmed(" \t,;:.–-()")
        times = _held_at(field.text, pack=pack)
        if times and start is None:
            start = times[0][2].strftime("%H:%M")
            end = times[0][3].strftime("%H:%M") if times[0][3] is not None else None
        online = online or is_online(field.text, pack=pack)
        found = place_in(rest, pack=pack) or place_where_held(rest, pack=pack)
        found = found or (place_before(field.part(0, day.start), pack=pack) if field is span else None)
        place = place or (found.text if found is not None else None)
        if words_of(pack, "next_meetings", "note_words").search(rest.text):
            note = rest.text
    if start is None and day.start_time is not None:
        start, end = day.start_time.strftime("%H:%M"), day.end_time.strftime("%H:%M") if day.end_time else None
    # "Ersätts av den 27 oktober": the day that took another one's place is held
    taken = old is not None or phrase(pack, _TAKES_PLACE).search(span.text[: day.start]) is not None
    cancelled = not taken and _is_called_off(fields, span, day, pack=pack)
    return NextMeeting(
        date=first.isoformat(),
        start=start if not cancelled else None,
        end=end if not cancelled else None,
        place=place if not cancelled else None,
        online=online,
        note=note,
        topics=tuple(dict.fromkeys(topics)),
        moved_from=old.first.isoformat() if old is not None and old.first is not None else None,
        cancelled=cancelled,
        rule=rule,
        tier=Tier.SURE,
        quotes=tuple(f.quote() for f in fields),
    )


def _is_called_off(fields: tuple[Span, ...], span: Span, day: DateSpan, *, pack: LanguagePack) -> bool:
    """Whether the line calls this day's meeting off; "Aprilmötet ställs in, nästa möte blir den 28 maj" calls off another."""
    for field in fields:
        for off in words_of(pack, "next_meetings", "cancelled").finditer(field.text):
            if field is not span or words_of(pack, "next_meetings", "cue").search(field.text, off.end(), max(off.end(), day.start)) is None:
                return True
    return False


def _held_at(text: str, *, pack: LanguagePack) -> list[tuple[int, int, time, time | None]]:
    """The times of a line but those at which the meeting was first to begin: "som skulle börja klockan 15, börjar klockan 14.30"."""
    times = hours_in(text, pack=pack)
    before = phrase(pack, r"(?<!\w)<<next_meetings.was_to_begin>>\s+(?:<<dates.clock>>\s*)?$")
    return [one for one in times if not before.search(text[: one[0]])] or times


def _topic(rest: Span, place: str | None, *, pack: LanguagePack) -> Span | None:
    """What the meeting will take up: behind a dash or colon on the date's own line, unless that is a place, a remark or how one takes part."""
    at = topic_at(rest.text, pack=pack)
    if at is None:
        return None
    topic = rest.part(at, len(rest.text)).trimmed(" \t.;")
    first = re.split(r"[,;(]", topic.text)[0]
    if not topic.text or is_online(first, pack=pack) or words_of(pack, "next_meetings", "note_words", "physical").search(topic.text):
        return None
    if topic.text.endswith("?") or (names_a_place(first, pack=pack) and place is None and place_in(rest.part(0, at), pack=pack) is None):
        return None
    return topic
