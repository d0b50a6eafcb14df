"""Meetings that a sentence announces together with its neighbour: "Mötet den 28 april krockar. Nytt datum 12 maj."."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from functions.interpreting.dates import DateSpan
from functions.interpreting.meeting_bodies import is_of_others, is_own, names_body
from functions.interpreting.meeting_chains import NEAR, chain_of, meetings_on
from functions.interpreting.meeting_days import OPENS_WITH_DAY, all_days_in, days_in, is_denied
from functions.interpreting.phrases import phrase
from functions.interpreting.spans import Span
from functions.languages import LanguagePack
from functions.model.minutes import NextMeeting

_ITS_MEETING = r"(?<![\w-])([\w-]*?)<<next_meetings.the_meetings>>(?!\w)"
_NO_BODY = r"<<dates.months|next_meetings.own_sorts|next_meetings.times_of_year>>"
_FALLS_AWAY = r"(?<!\w)<<next_meetings.cancelled|next_meetings.given_up|next_meetings.moves>>(?!\w)"
# "Marsmötet ställs in och ersätts av ett möte 15 april", "Aprilmötet flyttas en vecka, till 15 april"
_LEFT_FOR = r"(?<!\w)<<next_meetings.swapped_for|dates.to>>\s+(?:[\w-]+\s+){0,3}?(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?$"
_IN_ITS_PLACE = r"\W*(?:[\w-]+\s+){0,3}?<<next_meetings.instead_of_it>>(?!\w)"
_LEADS_ON = r"\W*(?:[\w-]+\s+){0,2}?<<next_meetings.cue>>(?!\w)"
DAY_ALONE = r"\s*(?:$|[.,!(:;–-]|(?:<<dates.clock|next_meetings.place_leads|next_meetings.online>>)(?!\w))"
"""What may stand behind a day that nothing else is told of."""
_SHARED = r"(?<!\w)<<next_meetings.shared_with>>(?!\w)"
_REPLACES_OURS = r"(?<!\w)<<next_meetings.replaces>>\s+<<next_meetings.ours>>\s+(?:[\w-]+\s+)?[\w-]*<<deferrals.meeting>>"


def told_together(sentences: list[Span], n: int, meeting_date: date, *, body: str | None, pack: LanguagePack) -> list[NextMeeting]:
    """The meetings of the n:th sentence of a paragraph that it announces with the one before it or behind it."""
    span = sentences[n]
    days = days_in(span, meeting_date, None, pack=pack)
    if not days:
        return []
    before, behind = (sentences[n - 1] if n else None), (sentences[n + 1] if n + 1 < len(sentences) else None)
    found = _left_for(span, days, meeting_date, body=body, pack=pack)
    if not found and before is not None:
        found = _in_its_place(before, span, days, meeting_date, body=body, pack=pack)
        found = found or _put_together(before, span, days, meeting_date, body=body, pack=pack)
        found = found or _led_on(before, span, days, meeting_date, body=body, pack=pack)
    return found or _held_with_others(span, behind, days, meeting_date, pack=pack)


def _in_its_place(before: Span, span: Span, days: list[DateSpan], meeting_date: date, *, body: str | None, pack: LanguagePack) -> list[NextMeeting]:
    """ "Majmötet ställs in. Det ersätts av ett möte den 1 juni": the sentence before tells that a meeting of the own body falls away."""
    lead = phrase(pack, _IN_ITS_PLACE).match(span.text)
    meetings = phrase(pack, _ITS_MEETING).finditer(before.text)
    if lead is None or not any(is_body_s(named[1], body, pack=pack) for named in meetings) or not phrase(pack, _FALLS_AWAY).search(before.text):
        return []
    if is_of_others(before.text, body, pack=pack) or is_of_others(span.text, body, pack=pack):
        return []
    chain = chain_of(span.text, lead.end(), days, meeting_date, reach=NEAR, pack=pack)
    old = [day.first for day in all_days_in(before, meeting_date, None, pack=pack) if day.first is not None and day.first > meeting_date]
    found = meetings_on(span, 0, chain, pack=pack)
    return [replace(found[0], moved_from=old[0].isoformat(), cancelled=False), *found[1:]] if found and len(old) == 1 else found


def _put_together(before: Span, span: Span, days: list[DateSpan], meeting_date: date, *, body: str | None, pack: LanguagePack) -> list[NextMeeting]:
    """ "Vårt aprilmöte slås ihop med njurrådets. Gemensamt sammanträde 14 april": both bodies' meeting is the own one."""
    lead = phrase(pack, r"\W*<<next_meetings.joint>>(?!\w)").match(span.text)
    meetings = phrase(pack, r"(?<![\w-])([\w-]*?)<<deferrals.meeting|next_meetings.the_meetings>>(?!\w)").finditer(before.text)
    whose = phrase(pack, r"([\w-]+)<<bodies.genitive>>\s+$")
    own = [named for named in meetings if is_body_s(named[1], body, pack=pack)]
    theirs = [owner for named in own if (owner := whose.search(before.text, 0, named.start())) and not is_own(owner[1], body, pack=pack)]
    if lead is None or len(own) == len(theirs):
        return []
    if phrase(pack, r"(?<!\w)<<next_meetings.put_together>>(?!\w)").search(before.text) is None:
        return []
    return meetings_on(span, 0, chain_of(span.text, lead.end(), days, meeting_date, reach=NEAR, pack=pack), pack=pack)


def _left_for(span: Span, days: list[DateSpan], meeting_date: date, *, body: str | None, pack: LanguagePack) -> list[NextMeeting]:
    """ "Marsmötet ställs in och ersätts av ett möte 15 april": all in one sentence that names no other day."""
    text = span.text
    before = text[: days[0].start]
    named = phrase(pack, _ITS_MEETING).search(before)
    if named is None or len(days) > 1 or not is_body_s(named[1], body, pack=pack) or is_of_others(text, body, pack=pack):
        return []
    falls = phrase(pack, _FALLS_AWAY).search(before, named.end())
    # "Mötet beslutade att flytta starten" tells of something else
    if falls is None or len(before[named.end() : falls.start()].split()) > 1 or not phrase(pack, _LEFT_FOR).search(before):
        return []
    found = meetings_on(span, 0, chain_of(text, max(0, days[0].start - NEAR + 1), days, meeting_date, reach=NEAR, pack=pack), pack=pack)
    return [replace(one, cancelled=False) for one in found]


def is_body_s(prefix: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether "mötet" with these letters before it ("maj", "råds") is the own body's."""
    return (
        not prefix
        or phrase(pack, _NO_BODY).fullmatch(prefix.removesuffix("-")) is not None
        or (body is not None and names_body(body, prefix.rstrip("s"), pack=pack))
    )


def _led_on(before: Span, span: Span, days: list[DateSpan], meeting_date: date, *, body: str | None, pack: LanguagePack) -> list[NextMeeting]:
    """ "Nästa gång ses vi på plats! Torsdag 11 december, 10–12": the sentence opens with the day and tells of nothing else."""
    cue = phrase(pack, _LEADS_ON).match(before.text)
    if cue is None or len(before.text) - cue.end() > NEAR or re.search(r"\d", before.text):
        return []
    if is_denied(before.text[cue.end() :], pack=pack) or is_of_others(before.text, body, pack=pack):
        return []
    if not phrase(pack, OPENS_WITH_DAY).fullmatch(span.text[: days[0].start]) or not phrase(pack, DAY_ALONE).match(span.text, days[0].end):
        return []
    return meetings_on(span, 0, chain_of(span.text, 0, days, meeting_date, reach=NEAR, pack=pack), pack=pack)


def _held_with_others(span: Span, behind: Span | None, days: list[DateSpan], meeting_date: date, *, pack: LanguagePack) -> list[NextMeeting]:
    """ "Gemensamt möte med njurrådet blir 26 november. Det ersätter vårt novembermöte"."""
    shared = phrase(pack, _SHARED).search(span.text)
    said = [text for text in (span.text, behind.text[: 2 * NEAR] if behind is not None else "") if phrase(pack, _REPLACES_OURS).search(text)]
    if shared is None or not said:
        return []
    return meetings_on(span, shared.start(), chain_of(span.text, shared.end(), days, meeting_date, reach=NEAR, pack=pack), pack=pack)
