"""The days that words announce: the first one near behind them and those that are joined to it, each as a meeting."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from functions.interpreting.dates import DateSpan
from functions.interpreting.meeting_days import is_denied, is_limit, moved_by
from functions.interpreting.meeting_details import meeting_of, shared_clock, with_clock, with_shared_place
from functions.interpreting.meeting_hours import hours_in
from functions.interpreting.meeting_lines import EVENT
from functions.interpreting.phrases import UPPER, phrase, words_of
from functions.interpreting.spans import Span
from functions.languages import LanguagePack
from functions.model.minutes import NextMeeting

_EVENT = rf"(?<!\w){EVENT}"
_JOINT = r"[\s,;:&()/–-]*(?:<<grammar.and|next_meetings.then|dates.weekdays|dates.the|dates.clock|next_meetings.joints>>[\s,;:&()/–-]*){0,6}"
_JOINS = r"(?<!\w)<<next_meetings.joints>>(?!\w)"
_JOINT_AT_END = r"(?<!\w)<<grammar.and|next_meetings.then>>\s+(?:<<next_meetings.online>>\s+)?(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?$"
_GOES_ELSEWHERE = r"(?<!\w)<<next_meetings.limits|next_meetings.no_place>>(?!\w)"
# How far behind its cue the first day may stand, and how far apart the days of a list.
NEAR, FAR, APART = 45, 80, 45


def chain_of(text: str, start: int, days: list[DateSpan], meeting_date: date, *, reach: int, pack: LanguagePack) -> list[DateSpan]:
    """The days that a cue announces: the first one near behind it, and those that are joined to it."""
    found: list[DateSpan] = []
    at = start
    for day in (d for d in days if d.start >= start and d.first is not None):
        gap = text[at : day.start]
        if not found:
            near = len(gap) < reach and not re.search(rf"[.!?]\s+[{UPPER}]", gap) and not is_denied(gap, pack=pack)
            event = phrase(pack, _EVENT).search(gap) and not phrase(pack, r"(?<!\w)<<next_meetings.joined_with>>(?!\w)").search(gap)
            if not near or event or is_limit(text, day, pack=pack):
                return []
        elif not _is_joined(gap, loosely=reach > NEAR, pack=pack):
            break
        if day.first is not None and day.first > meeting_date:
            found.append(day)
            at = day.end
        elif found or reach <= NEAR:
            break
        else:
            at = day.end
    return found


def _is_joined(gap: str, *, loosely: bool, pack: LanguagePack) -> bool:
    """Whether what stands between two days only joins them; loosely: where a list was promised, a place may stand there too."""
    gap = words_of(pack, "next_meetings", "same_place").sub(lambda same: " " * len(same[0]), gap)
    bare = gap
    for at, to, *_ in hours_in(gap, pack=pack):
        bare = bare[:at] + " " * (to - at) + bare[to:]
    if phrase(pack, _JOINT).fullmatch(bare):
        return True
    if len(gap) > APART or is_denied(gap, pack=pack) or phrase(pack, _GOES_ELSEWHERE).search(phrase(pack, _JOINS).sub(" ", gap)):
        return False
    return phrase(pack, _EVENT).search(gap) is None and (loosely or phrase(pack, _JOINT_AT_END).search(bare) is not None)


def _next_begins(text: str, end: int, start: int, *, pack: LanguagePack) -> int:
    """Where what is told of the next day begins: at the day, or at how one takes part in it ("… kl. 14 och digitalt den 14 april")."""
    joint = phrase(pack, _JOINT_AT_END).search(text[end:start])
    return end + joint.start() if joint is not None and words_of(pack, "next_meetings", "online").search(joint[0]) else start


def meetings_on(span: Span, start: int, chain: list[DateSpan], *, pack: LanguagePack) -> list[NextMeeting]:
    """The meetings on these days of a line, each with its stretch of it; start: where the first one's begins."""
    if not chain:
        return []
    found: list[NextMeeting] = []
    clock = shared_clock(span.text, chain, pack=pack)
    edges = [start, *(_next_begins(span.text, one.end, other.start, pack=pack) for one, other in pairwise(chain)), len(span.text)]
    for (at, to), day in zip(pairwise(edges), chain, strict=True):
        said = span.part(at, to)
        if day.first is None:
            continue
        entry = meeting_of((said,), said, moved_by(day, -at), day.first, rule="next.sentence", pack=pack)
        found.append(replace(with_clock(entry, clock), note=None))
    return with_shared_place(found, span.text, clock, pack=pack) if len(found) > 1 else found
