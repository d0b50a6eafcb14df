"""Announced meetings: a section or an item of dates, a list of dates inside another item, or a sentence with "nästa möte"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from functions.interpreting.labels import folded_label
from functions.interpreting.layout import ItemText, Layout
from functions.interpreting.meeting_bodies import convened_by_others, is_own, names_own_meeting
from functions.interpreting.meeting_days import days_in, is_limit
from functions.interpreting.meeting_lines import (
    BULLET,
    Fields,
    item_lines,
    listed_in,
    meetings_of,
    section_lines,
)
from functions.interpreting.meeting_sentences import (
    meetings_in_sentences,
    meetings_on_known_days,
    next_at_the_front,
    sentences_with_cue,
)
from functions.interpreting.meeting_tables import forms_in, own_plan
from functions.interpreting.meeting_titles import is_about_meetings, is_bare_day, is_calendar, year_in
from functions.interpreting.phrases import phrase
from functions.interpreting.roster_places import ROSTERS
from functions.interpreting.spans import Span, lines_of
from functions.interpreting.statements import title_says
from functions.languages import LanguagePack
from functions.model.document import Block
from functions.model.minutes import NextMeeting

# A meeting that is told of more often has told all.
_MOST = 20


def find_next_meetings(layout: Layout, *, meeting_date: date | None, body: str | None, pack: LanguagePack) -> tuple[NextMeeting, ...]:
    """The meetings announced, by date; without the meeting's own date only those with their year. body: the name of the one that met."""
    found: list[NextMeeting] = []
    for section in layout.of_kind("next"):
        lines = list(section_lines(section.units, body=body, pack=pack))
        if section.value is not None:
            lines.insert(0, (section.value,))
        found.extend(meetings_of(lines, meeting_date, rule="next.section", pack=pack))
    front: list[Fields] = [(value,) for value in next_at_the_front(layout, body=body, pack=pack)]
    found.extend(meetings_of(front, meeting_date, rule="next.front", pack=pack))
    tables = [unit for section in layout.of_kind(*ROSTERS) for unit in section.units]
    beside = [line for unit in (*layout.front, *tables) if not isinstance(unit, Block) for block in unit.blocks() for line in lines_of(block)]
    found.extend(meetings_of(forms_in(beside, pack=pack), meeting_date, rule="next.front", pack=pack))
    rows = [row for unit in (*layout.front, *tables) if not isinstance(unit, Block) for row in unit.rows if len(row) == 2]
    told: list[Fields] = [(line,) for row in rows if folded_label(row[0].text) in pack.words("sections", "next") for line in row[1].lines()]
    found.extend(meetings_of(told, meeting_date, rule="next.front", pack=pack))
    for item in layout.items:
        if is_about_meetings(item, pack=pack):
            dated = [(span,) for span in item.title if days_in(span, meeting_date, None, pack=pack)]
            found.extend(
                meetings_of([*dated, *item_lines(item, body=body, pack=pack)], meeting_date, rule="next.item", pack=pack, year=year_in(item))
            )
        elif is_calendar(item, pack=pack):
            listed = meetings_of(item_lines(item, body=body, pack=pack), meeting_date, rule="next.calendar", pack=pack, year=year_in(item))
            quoted = [(one, " ".join(quote.text or "" for quote in one.quotes)) for one in listed]
            found.extend(one for one, text in quoted if names_own_meeting(text, body, pack=pack) or is_bare_day(text, pack=pack))
            found.extend(
                meetings_of(own_plan([line.span for line in item.lines], body=body, pack=pack), meeting_date, rule="next.calendar", pack=pack)
            )
        else:
            found.extend(listed_in(item, meeting_date, pack=pack))
            found.extend(_own_rows(item, meeting_date, body, pack=pack))
            spans = [line.span for line in item.lines]
            found.extend(meetings_of(forms_in(spans, pack=pack), meeting_date, rule="next.item", pack=pack))
            found.extend(meetings_of(own_plan(spans, body=body, pack=pack), meeting_date, rule="next.list", pack=pack))
    found = [one for one in found if not any(convened_by_others(quote.text or "", body, pack=pack) for quote in one.quotes[:1])]
    if meeting_date is not None:
        found.extend(meetings_in_sentences(layout, meeting_date, body=body, pack=pack))
        for known in meetings_on_known_days(layout, meeting_date, body=body, pack=pack):
            found = _with_known(found, known)
    return _merged(found)


def _own_rows(item: ItemText, meeting_date: date | None, body: str | None, *, pack: LanguagePack) -> list[NextMeeting]:
    """The meetings of the body's own among the rows of a plan: "Rådsmöte | 17 februari kl 9–11", "Enkät ut | 2 mars"."""
    if meeting_date is None:
        return []
    own: list[Fields] = []
    for row in (*item_lines(item, pack=pack), *section_lines(item.tables, pack=pack)):
        rest = [field for field in row if not _is_own_entry(field.text, body, pack=pack)]
        if 0 < len(rest) < len(row):
            own.append(tuple(rest))
    return meetings_of(own, meeting_date, rule="next.list", pack=pack)


def _is_own_entry(text: str, body: str | None, *, pack: LanguagePack) -> bool:
    """Whether a cell says that the body meets: "Rådsmöte 3", "Ordinarie möte, tema smärta", "Möte med rådet"; not "Möte med leverantören"."""
    beside = phrase(pack, r"\s*[,:(–]|\s+-\s|\s+<<next_meetings.with|next_meetings.held_by>>\s+([\w-]+)").search(text)
    head = text[: beside.start()] if beside is not None else text
    sorts = phrase(pack, r"(?:<<dates.meeting_adjective|next_meetings.coming|next_meetings.ordinals>>\s+)?[\w-]+(?:\s+\d{1,2})?")
    if not sorts.fullmatch(head) or not names_own_meeting(head, body, pack=pack):
        return False
    whose = beside[1] if beside is not None and phrase(pack, r"<<next_meetings.gatherings>>").fullmatch(head) else None
    return whose is None or is_own(whose, body, pack=pack)


def _with_known(found: list[NextMeeting], known: NextMeeting) -> list[NextMeeting]:
    """The meetings with what a sentence tells of one of them: its hour goes before the one of a list ("Mötet den 16 april börjar dock kl. 14")."""
    if all(one.date != known.date for one in found):
        return [*found, known]
    untimed = replace(known, start=None, end=None)
    return [
        replace(_joined(one, untimed), start=known.start or one.start, end=known.end if known.start else one.end) if one.date == known.date else one
        for one in found
    ]


def past_announcements(layout: Layout, meeting_date: date, *, pack: LanguagePack) -> list[Span]:
    """The days that are announced as a next meeting and lie before this one, where nothing later is announced with them."""
    lines: list[list[Span]] = [[line.span for line in item.lines] for item in layout.items if title_says(item, "next_one", pack=pack)]
    lines += [[span for fields in section_lines(section.units, pack=pack) for span in fields] for section in layout.of_kind("next")]
    lines += [[span] for span in sentences_with_cue(layout, pack=pack)]
    found: list[Span] = []
    for spans in lines:
        days = [(span, day) for span in spans for day in days_in(span, meeting_date, None, pack=pack) if not is_limit(span.text, day, pack=pack)]
        if days and all(day.first is not None and day.first < meeting_date for _, day in days):
            span, day = days[0]
            found.append(span.part(day.start, day.end))
    return list(dict.fromkeys(found))


def _merged(found: list[NextMeeting]) -> tuple[NextMeeting, ...]:
    """Each meeting once, with all that is told of it; the day that one was moved from is none."""
    merged: dict[tuple[str, str | None], NextMeeting] = {}
    for meeting in found:
        same = next((key for key in merged if key[0] == meeting.date and (None in (key[1], meeting.start) or key[1] == meeting.start)), None)
        if same is None:
            merged[meeting.date, meeting.start] = meeting
        else:
            merged[same] = _joined(merged[same], meeting)
    left = {meeting.moved_from for meeting in merged.values() if meeting.moved_from is not None}
    return tuple(sorted((m for m in merged.values() if m.date not in left), key=lambda m: (m.date, m.start or "")))


def _joined(first: NextMeeting, again: NextMeeting) -> NextMeeting:
    off = any(one.cancelled and one.start is None for one in (first, again))  # "3/3, 31/3 kl 13. Mötet 31/3 utgår."
    return replace(
        first,
        start=None if off else first.start or again.start,
        end=None if off else first.end or again.end,
        place=first.place or again.place,
        online=first.online or again.online,
        note=first.note or again.note,
        topics=tuple(dict.fromkeys((*first.topics, *again.topics)))[:_MOST],
        moved_from=first.moved_from or again.moved_from,
        cancelled=first.cancelled or again.cancelled,
        quotes=tuple(dict.fromkeys((*first.quotes, *again.quotes)))[:_MOST],
    )


def find_future_topics(layout: Layout, *, pack: LanguagePack) -> tuple[str, ...]:
    """The lines under "Eventuella kommande frågor"."""
    topics: list[str] = []
    for section in layout.of_kind("topics"):
        if section.value is not None:
            topics.append(section.value.text)
        for fields in section_lines(section.units, pack=pack):
            bullet = BULLET.match(fields[0].text)
            text = fields[0].text[bullet.end() if bullet else 0 :].strip(" .;")
            if text:
                topics.append(text)
    return tuple(dict.fromkeys(topics))
