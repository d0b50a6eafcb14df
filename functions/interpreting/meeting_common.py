"""What the meetings of a list have in common, told once above, below or between them: hours, a place, how one takes part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from functions.interpreting.meeting_days import days_in
from functions.interpreting.meeting_details import only_clock, with_clock
from functions.interpreting.meeting_hours import hours_in
from functions.interpreting.phrases import phrase, words_of
from functions.interpreting.places import is_online, place_in, place_where_held
from functions.interpreting.spans import Span, sentences_of
from functions.languages import LanguagePack
from functions.model.minutes import NextMeeting

COMMON = r"\W*<<next_meetings.common>>(?!\w)"
# "Samtliga möten hålls i", before what they have in common; "torsdagar 13–15", "tiden är 13–15": hours that all have, wherever they stand.
_COMMON_LEAD = rf"{COMMON}(?:\s+(?!<<dates.clock>>)<<next_meetings.common|next_meetings.takes_place>>(?!\w))*"
_COMMON_HOURS = r"(?<!\w)<<dates.weekdays_recurring|next_meetings.hours_are|next_meetings.hours_said>>(?!\w)"

Fields = tuple[Span, ...]


def as_above(entries: list[NextMeeting], text: str, above: NextMeeting, *, pack: LanguagePack) -> list[NextMeeting]:
    """The meetings of a line with the hours and the place of the day above it: "4 juni, samma tid och plats"."""
    told = entries
    if words_of(pack, "next_meetings", "same_time").search(text):
        told = [one if one.start is not None else replace(one, start=above.start, end=above.end) for one in told]
    if words_of(pack, "next_meetings", "same_place").search(text):
        told = [one if one.place is not None or one.online else replace(one, place=above.place, online=above.online) for one in told]
    return told


def common_sentences(fields: Fields, meeting_date: date | None, year: int | None, *, pack: LanguagePack) -> list[Fields]:
    """The sentences of a line that tell the hours of all its days and none of the days ("Vi ses torsdagar 13–15.")."""
    if len(fields) > 1:
        return []
    common = phrase(pack, f"{COMMON}|.*{_COMMON_HOURS}")
    told = [sentence for sentence in full_sentences(fields[0], pack=pack) if common.match(sentence.text) and only_clock(sentence.text, pack=pack)]
    told = [sentence for sentence in told if not words_of(pack, "next_meetings", "closing_lines").match(sentence.text)]  # "Mötet avslutas 15.35."
    return [(sentence,) for sentence in told if not days_in(sentence, meeting_date, year, pack=pack)]


def with_common(meeting: NextMeeting, fields: Fields, *, pack: LanguagePack) -> NextMeeting:
    """ "Samtliga möten kl. 13–15 i Sal Linden": said of all the days above or below it."""
    for span in fields:
        clock = only_clock(span.text, pack=pack)
        changed = with_clock(meeting, clock)
        if meeting.place is None and not meeting.online and not meeting.cancelled:
            lead = phrase(pack, _COMMON_LEAD).match(span.text)
            behind = max([lead.end() if lead else 0, *(to for _, to, *_ in hours_in(span.text, pack=pack) if lead is None)])
            place = place_where_held(span, pack=pack) or place_in(span.part(behind, len(span.text)).trimmed(" \t:"), pack=pack)
            hours = max((to for _, to, *_ in hours_in(span.text, pack=pack)), default=0)
            told = words_of(pack, "next_meetings", "all_times").search(span.text, hours)
            if place is None and hours:
                place = place_in(span.part(hours, told.start() if told else len(span.text)).trimmed(" \t:"), pack=pack)
            changed = replace(changed, place=place.text if place is not None else None, online=is_online(span.text, pack=pack))
        if changed != meeting:
            meeting = replace(changed, quotes=(*changed.quotes, span.quote()))
    return meeting


def full_sentences(span: Span, *, pack: LanguagePack) -> list[Span]:
    """The line's sentences by their full stops; "OBS! Ändrat datum" and "budget; webben" stay whole."""
    found: list[Span] = []
    for sentence in sentences_of(span, pack=pack):
        if found and (not found[-1].text.endswith(".") or phrase(pack, rf"{COMMON}\s*:").match(sentence.text)):
            found[-1] = Span(span.block, found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return found
