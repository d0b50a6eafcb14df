"""One announced meeting with its details: time, place, how one takes part, topics, and the day that it was moved from."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from functools import lru_cache

from functions.interpreting.dates import DateSpan, find_dates, find_times
from functions.interpreting.phrases import phrase, words_of
from functions.interpreting.places import is_online, names_a_place, place_in, topic_at
from functions.interpreting.spans import Span
from functions.languages import LanguagePack
from functions.model.minutes import NextMeeting, Tier

_MOVES = r"(?<!\w)<<next_meetings.moves>>(?!\w)"
_LIMIT = r"(?<!\w)(?:<<next_meetings.limits>>|<<dates.before>>\s+\w+)\s+(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?$"

Clock = tuple[time, time | None]


def days_in(span: Span, meeting_date: date | None, year: int | None, *, pack: LanguagePack) -> list[DateSpan]:
    """The days of a line; without the meeting's own date and a year above only those with their year."""
    reference = meeting_date or (date(year, 1, 1) if year else date(2000, 1, 1))
    return [
        d
        for d in _dates(span.text, reference, pack)
        if d.first is not None and d.granularity in ("day", "time") and (d.year_given or meeting_date is not None or year is not None)
    ]


@lru_cache(maxsize=256)
def _dates(text: str, reference: date, pack: LanguagePack) -> tuple[DateSpan, ...]:
    """The dates of a line, which several steps ask for."""
    return tuple(find_dates(text, reference=reference, pack=pack, dotted=True))


def moved_by(day: DateSpan, offset: int) -> DateSpan:
    """The same day in a longer or shorter stretch of the text."""
    return replace(day, start=day.start + offset, end=day.end + offset, lead_start=day.lead_start + offset)


def is_limit(text: str, day: DateSpan, *, pack: LanguagePack) -> bool:
    """Whether a day is told as the last one for something: "Handlingar skickas senast den 7 april", "Sista dag för ärenden: 9 april"."""
    if phrase(pack, _LIMIT).search(text[max(0, day.start - 40) : day.start]):
        return True
    return day.lead is not None and phrase(pack, r"(?:<<dates.by_far|dates.before>>)(?:<<dates.definite>>)?").fullmatch(day.lead) is not None


def is_denied(between: str, *, pack: LanguagePack) -> bool:
    """Whether a denial stands before a day: "Nästa möte blir inte den 3 juni"."""
    return phrase(pack, r"(?<!\w)<<grammar.negations|next_meetings.denials>>(?!\w)").search(between) is not None


def is_struck(span: Span, day: DateSpan) -> bool:
    """Whether the day is struck through."""
    return span.block.covered(span.start + day.start, span.start + day.end, look="strike")


def moved_days(text: str, days: list[DateSpan], *, pack: LanguagePack) -> tuple[DateSpan, DateSpan] | None:
    """The new and the old day where a line tells that a meeting moves: "30 april (flyttat från 23 april)", "den 23 april flyttas till den 30"."""
    if len(days) != 2 or days[0].first == days[1].first:
        return None
    first, second = days
    between = text[first.end : second.start]
    from_old = phrase(pack, r"(?<!\w)<<next_meetings.instead>>(?!\w)").search(between)
    moves = phrase(pack, _MOVES).search(between)
    to_new = phrase(pack, r"(?<!\w)<<dates.to>>\s+(?:\w+\s+){0,2}$").search(between)
    if moves and to_new:
        return second, first
    if from_old and (moves or from_old[0].casefold() not in pack.words("next_meetings", "from")):
        return first, second
    if to_new and phrase(pack, _MOVES).search(text[: first.start]) and phrase(pack, r"<<next_meetings.from>>\s").search(text[: first.start]):
        return second, first
    return None


def shared_clock(text: str, days: list[DateSpan], *, pack: LanguagePack) -> Clock | None:
    """The one time of a line of several days, where it stands before them all or behind them all: "Torsdagar kl. 13–15: 23/4, 28/5"."""
    plain = phrase(pack, r"(?<!\w)<<dates.weekdays_recurring>>(?!\w)").sub(lambda m: " " * len(m[0]), text)  # "torsdagar kl. 13" is no date
    times = find_times(plain, pack=pack)
    if len(times) != 1 or len(days) < 2:
        return None
    at, to, begins, ends = times[0]
    return (begins, ends) if to <= days[0].start or at >= days[-1].start else None


def with_clock(meeting: NextMeeting, clock: Clock | None) -> NextMeeting:
    """The meeting at this time, unless it tells its own."""
    if clock is None or meeting.start is not None:
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
        times = find_times(field.text, pack=pack)
        if times and start is None:
            start = times[0][2].strftime("%H:%M")
            end = times[0][3].strftime("%H:%M") if times[0][3] is not None else None
        online = online or is_online(field.text, pack=pack)
        found = place_in(rest, pack=pack) or (place_in(field.part(0, day.start), pack=pack, named=True) if field is span else None)
        place = place or (found.text if found is not None else None)
        if words_of(pack, "next_meetings", "note_words").search(rest.text):
            note = rest.text
    if start is None and day.start_time is not None:
        start, end = day.start_time.strftime("%H:%M"), day.end_time.strftime("%H:%M") if day.end_time else None
    whole = " ".join(f.text for f in fields)
    return NextMeeting(
        date=first.isoformat(),
        start=start,
        end=end,
        place=place,
        online=online,
        note=note,
        topics=tuple(dict.fromkeys(topics)),
        moved_from=old.first.isoformat() if old is not None and old.first is not None else None,
        cancelled=bool(words_of(pack, "next_meetings", "cancelled").search(whole)),
        rule=rule,
        tier=Tier.SURE,
        quotes=tuple(f.quote() for f in fields),
    )


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
