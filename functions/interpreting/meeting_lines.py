"""Announced meetings in lists: the lines and table rows of a section or of an item of its own, and days in a row inside another item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby, pairwise

from functions.interpreting.dates import DateSpan
from functions.interpreting.dates.frame import make_day
from functions.interpreting.full_names import find_full_names
from functions.interpreting.layout import ItemText, Line
from functions.interpreting.meeting_common import COMMON, as_above, common_sentences, full_sentences, with_common
from functions.interpreting.meeting_days import all_days_in, days_in, days_in_text, is_denied, is_limit, is_struck, moved_by, moved_days
from functions.interpreting.meeting_details import meeting_of, shared_clock, with_clock, with_shared_place
from functions.interpreting.meeting_tables import rows_of_days
from functions.interpreting.phrases import phrase, words_of
from functions.interpreting.places import place_in
from functions.interpreting.spans import Span, is_ours, lines_of
from functions.interpreting.tables import Table
from functions.languages import LanguagePack
from functions.model.document import Block
from functions.model.minutes import NextMeeting

BULLET = re.compile(r"^\s*(?:[-–—•○◦▪·*●]|o(?=\s)|\d{1,2}[.)](?=\s+\d))\s*")
_YEAR = r"\s*(?:<<next_meetings.half_years>>\s+)?(20\d\d)\s*:?\s*"
_JOINT = r"[\s,;]*(?:<<grammar.and>>|[,;])\s*$"
# "Seminarierummet" and "Seminar Room" are places.
EVENT = (
    r"(?![\w-]*<<next_meetings.place_endings|next_meetings.rooms>>(?!\w))[\w-]*<<next_meetings.events>>(?!\w)"
    r"(?!\s+<<next_meetings.place_words|next_meetings.rooms>>(?!\w))"
)
_EVENT = rf"(?:[\s:;–—-]*|[\s,]*<<next_meetings.there_is>>\s+)(?:[\w-]+\s+){{0,2}}{EVENT}"
_LINK = r"https?://|(?<!\w)<<next_meetings.joins>>"
_OF_OTHERS = r"\W*<<next_meetings.others_leads>>(?!\w)[^.\d]*"
# "Datum ej satt, avvaktar ny ordförande som tillträder 1 april"
_NOT_SET = r"(?<!\w)<<next_meetings.day_nouns>>\s+(?:[\w-]+\s+){0,2}?<<grammar.negations>>\s+(?:[\w-]+\s+)?<<next_meetings.settled>>(?!\w)"
_MEETING = r"(?<!\w)[\w-]*<<deferrals.meeting|next_meetings.bodies>>(?!\w)"

_NEXT_IN_LIST = timedelta(days=270)

Fields = tuple[Span, ...]


def section_lines(units: Iterable[Block | Table], *, body: str | None = None, pack: LanguagePack) -> Iterator[Fields]:
    """A line, or a table row as its cells. body: the name of the one that met."""
    for unit in units:
        if isinstance(unit, Table):
            rows = [tuple(line for cell in row for line in cell.lines() if not is_ours(line)) for row in unit.rows]
            yield from rows_of_days([row for row in rows if row], body=body, pack=pack)
        else:
            for line in lines_of(unit):
                if not is_ours(line):
                    yield (line,)


def item_lines(item: ItemText, *, body: str | None = None, pack: LanguagePack) -> list[Fields]:
    """An item's lines, those of one row of a table inside it as one. body: the name of the one that met."""
    found: list[Fields] = []
    lines = [line for line in item.lines if not is_ours(line.span)]
    own = {span.block.cell.table for span in item.title if span.block.cell is not None}  # the table of the items themselves
    for table, group in groupby(lines, key=lambda line: line.span.block.cell.table if line.span.block.cell is not None else None):
        rows: list[Fields] = []
        for _, parts in groupby(group, key=_row):
            spans = [line.span for line in parts]
            columns = {span.block.cell.col for span in spans if span.block.cell is not None}
            row = table is not None and table not in own and len(columns) == len(spans) > 1
            rows += [tuple(spans)] if row else [(span,) for span in spans]
        found += rows_of_days(rows, body=body, pack=pack) if table is not None and table not in own else rows
    return found


def _row(line: Line) -> int | None:
    cell = line.span.block.cell
    return cell.row if cell is not None else None


def meetings_of(lines: list[Fields], meeting_date: date | None, *, rule: str, pack: LanguagePack, year: int | None = None) -> list[NextMeeting]:
    """The meetings of lines that tell of nothing else; a line without a day belongs to the one above it, or tells what they have in common."""
    found: list[NextMeeting] = []
    common: list[Fields] = []
    closed = elsewhere = False
    for fields in lines:
        text = " ".join(span.text for span in fields)
        if phrase(pack, _OF_OTHERS).fullmatch(text):  # "Andra råd:", up to the next such line
            elsewhere = True
            continue
        elsewhere = elsewhere and not text.rstrip().endswith(":")
        if elsewhere:
            continue
        closed = closed or words_of(pack, "next_meetings", "closing_lines").match(text) is not None  # "Tack för i dag!": nothing more of a meeting
        if phrase(pack, _YEAR).fullmatch(text):
            year = int(text.strip(" :")[-4:])
            continue
        after = date.fromisoformat(found[-1].date) if found and not year else None
        entries = _of_line(fields, meeting_date, year, rule=rule, pack=pack, after=after)
        if entries and phrase(pack, _LINK).search(text):
            entries[-1] = replace(entries[-1], online=True)
        shared = common_sentences(fields, meeting_date, year, pack=pack)
        common += shared
        if entries:
            found.extend(as_above(entries, text, found[-1], pack=pack) if found else entries)
        elif phrase(pack, COMMON).match(text) or words_of(pack, "next_meetings", "all_times").search(text):
            common.append(fields)
        elif shared:
            continue
        elif found and not closed and _belongs(fields, pack=pack):
            found[-1] = _annotated(found[-1], fields, pack=pack)
    for fields in common:
        found = [with_common(meeting, fields, pack=pack) for meeting in found]
    return found


def _of_line(
    fields: Fields, meeting_date: date | None, year: int | None, *, rule: str, pack: LanguagePack, after: date | None = None
) -> list[NextMeeting]:
    """The meetings of one line; after: the day of the line above it, where no year was told."""
    entries: list[NextMeeting] = []
    for sentence in _sentences(fields, meeting_date, year, pack=pack):
        paper = words_of(pack, "next_meetings", "paperwork").match(sentence[0].text)
        if paper and not phrase(pack, _MEETING).search(sentence[0].text, paper.end()):
            continue  # "Föredragningslistan skickas 2.6."
        moved = _moved(sentence, meeting_date, year, rule=rule, pack=pack)
        if moved is not None:
            entries.append(moved)
            continue
        clock = None
        same = words_of(pack, "next_meetings", "same_time").search(sentence[0].text) is not None
        if len(sentence) == 1:
            clock = shared_clock(sentence[0].text, days_in(sentence[0], meeting_date, year, pack=pack), pack=pack)
        for part, day in _parts(sentence, meeting_date, year, pack=pack):
            entry = _moved(part, meeting_date, year, rule=rule, pack=pack) if day is not None else None
            entry = entry or meeting_in(part, meeting_date, year, rule=rule, day=day, after=after, pack=pack)
            if entry is not None:
                after = date.fromisoformat(entry.date) if after is not None or not year else None
                again = same and clock is None and entry.start is None and entries
                entry = replace(entry, start=entries[0].start, end=entries[0].end) if again else with_clock(entry, clock)
                entries.append(entry)
        if len(sentence) == 1 and len(entries) > 1:
            entries = with_shared_place(entries, sentence[0].text, clock, pack=pack)
    return _without_left(entries, pack=pack)


def _without_left(entries: list[NextMeeting], *, pack: LanguagePack) -> list[NextMeeting]:
    """ "Den 15 april utgår. Nytt datum är den 22 april.": the second is the first, moved."""
    found: list[NextMeeting] = []
    for entry in entries:
        new = phrase(pack, r"(?<!\w)<<next_meetings.instead_of_it>>(?!\w)").search(" ".join(quote.text or "" for quote in entry.quotes))
        if found and found[-1].cancelled and new:
            entry = replace(entry, moved_from=found[-1].date, cancelled=False, quotes=(*found.pop().quotes, *entry.quotes))
        found.append(entry)
    return found


def _moved(fields: Fields, meeting_date: date | None, year: int | None, *, rule: str, pack: LanguagePack) -> NextMeeting | None:
    for span in fields:
        pair = moved_days(span.text, all_days_in(span, meeting_date, year, pack=pack), pack=pack)
        if pair is not None and pair[0].first is not None and (meeting_date is None or pair[0].first > meeting_date):
            return meeting_of(fields, span, pair[0], pair[0].first, rule=rule, pack=pack, old=pair[1])
    return None


def _belongs(fields: Fields, *, pack: LanguagePack) -> bool:
    """A line under a date belongs to it when it is a bullet, or short and neither a sentence nor the name of who signed ("/Åsa")."""
    span = fields[0]
    if BULLET.match(span.text) or span.block.number is not None:
        return True
    signed = span.text.lstrip().startswith("/") or any(span.text.strip() == name for _, _, name in find_full_names(span.text, pack=pack))
    return len(span.text) < 70 and not span.text.rstrip().endswith((".", "!")) and not signed


def _annotated(meeting: NextMeeting, fields: Fields, *, pack: LanguagePack) -> NextMeeting:
    span = fields[0]
    bullet = BULLET.match(span.text)
    words = span.part(bullet.end() if bullet else 0, len(span.text)).trimmed(" \t.;")
    if not words.text:
        return meeting
    quotes = (*meeting.quotes, words.quote())
    if phrase(pack, _LINK).search(words.text):
        return replace(meeting, online=True, quotes=quotes)
    if words_of(pack, "next_meetings", "chores").match(words.text):
        return meeting
    place = place_in(words, pack=pack, named=True)
    if place is not None and meeting.place is None and place.text == words.text:
        return replace(meeting, place=place.text, quotes=quotes)
    if words_of(pack, "next_meetings", "note_words").search(words.text) or place is not None:
        return replace(meeting, note=f"{meeting.note}; {words.text}" if meeting.note else words.text, quotes=quotes)
    return replace(meeting, topics=(*meeting.topics, words.text), quotes=quotes)


def _sentences(fields: Fields, meeting_date: date | None, year: int | None, *, pack: LanguagePack) -> list[Fields]:
    """A line's sentences that hold a day, where it has several; else the line."""
    if len(fields) > 1:
        return [fields]
    sentences = full_sentences(fields[0], pack=pack)
    dated: list[Fields] = [(s,) for s in sentences if days_in(s, meeting_date, year, pack=pack)] if len(sentences) > 1 else []
    return dated or [fields]


def _parts(fields: Fields, meeting_date: date | None, year: int | None, *, pack: LanguagePack) -> Iterator[tuple[Fields, DateSpan | None]]:
    """Several dates on one line are several meetings ("24 augusti, 21 september och 12 oktober"), each with its stretch of the line."""
    span = fields[0]
    days = days_in(span, meeting_date, year, pack=pack) if len(fields) == 1 else []
    if len(days) < 2:
        yield fields, None
        return
    starts = [0, *(d.start for d in days[1:]), len(span.text)]
    for day, (at, to) in zip(days, pairwise(starts), strict=True):
        joint = phrase(pack, _JOINT).search(span.text[day.end : to]) if to < len(span.text) else None
        yield (span.part(at, day.end + joint.start() if joint else to),), moved_by(day, -at)


def meeting_in(
    fields: Fields,
    meeting_date: date | None,
    year: int | None,
    *,
    rule: str,
    pack: LanguagePack,
    day: DateSpan | None = None,
    after: date | None = None,
) -> NextMeeting | None:
    """The meeting of a line or of a row: its first day that is neither struck out nor a limit, when it is still to come and no other event's.

    day: the one day of the line, where it was read in a longer one; after: the day before it in a list in order, that may go on into the next year.
    """
    week = _in_weeks(fields, meeting_date, pack=pack) if day is None and meeting_date is not None else None
    if week is not None and week.first is not None:
        return meeting_of(fields, fields[1], week, week.first, rule=rule, pack=pack)
    for span in sorted(fields, key=lambda field: re.search(r"\d", field.text) is None):  # "tisdag | 14/4": the weekday alone names another day
        if span.block.covered(span.start, span.end, look="strike"):
            continue
        days = [
            d
            for d in ([day] if day is not None else days_in(span, meeting_date, year, pack=pack))
            if not is_struck(span, d)
            and not is_limit(span.text, d, pack=pack)
            and not is_denied(span.text[max(0, d.start - 30) : d.start], pack=pack)
            and not phrase(pack, _NOT_SET).search(span.text[: d.start])
        ]
        if not days or days[0].first is None:
            continue
        first = days[0].first
        if year is not None and not days[0].year_given and first.year != year:
            first = make_day(year, first.month, first.day) or first
        if meeting_date is not None and first <= meeting_date and after is not None and not days[0].year_given and re.search(r"\d", days[0].text):
            later = make_day(first.year + 1, first.month, first.day)
            first = later if later is not None and timedelta(0) < later - after < _NEXT_IN_LIST else first
        if (meeting_date is not None and first <= meeting_date) or _is_event(span.text[: days[0].start], span.text[days[0].end :], pack=pack):
            return None
        if any(_is_event(field.text, "", pack=pack) for field in fields if field is not span):
            return None
        return meeting_of(fields, span, days[0], first, rule=rule, pack=pack)
    return None


def _in_weeks(fields: Fields, meeting_date: date, *, pack: LanguagePack) -> DateSpan | None:
    """The coming day of a row whose first cells tell its week and its weekday ("11 | tisdag", "v. 11 | tis"), placed in the second cell."""
    if len(fields) < 2 or not phrase(pack, r"(?:<<dates.week>>\.?\s*)?[1-5]?\d").fullmatch(fields[0].text.strip()):
        return None
    if not phrase(pack, r"<<dates.weekdays>>\.?").fullmatch(fields[1].text.strip()):
        return None
    number = re.search(r"\d+", fields[0].text)
    said = f"{fields[1].text.strip(' .')} {pack.words('dates', 'week')[0]} {number[0] if number else ''}"
    day = next((one for one in days_in_text(said, meeting_date, pack=pack) if one.first is not None and one.first > meeting_date), None)
    end = len(fields[1].text)
    return replace(day, start=0, end=end, lead_start=0, last=day.first) if day is not None else None


def _is_event(before: str, behind: str, *, pack: LanguagePack) -> bool:
    """ "12 maj: utbildningsdag för medlemmar" is no meeting of the council."""
    named = phrase(pack, _EVENT).match(behind) or phrase(pack, _EVENT).match(before)
    told = phrase(pack, rf"<<next_meetings.denials|grammar.negations>>\s+{_MEETING}").sub("", before + " " + behind)  # "är inget möte"
    return named is not None and phrase(pack, _MEETING).search(told) is None


def listed_in(item: ItemText, meeting_date: date | None, *, pack: LanguagePack) -> list[NextMeeting]:
    """Two or more lines in a row that begin with a coming date, under a line that speaks of meetings."""
    cue = words_of(pack, "next_meetings", "list_cue", "cue")
    if words_of(pack, "next_meetings", "paper_columns").search(item.name):  # "Sista dag för handlingar"
        return []
    if meeting_date is None or not (cue.search(item.name) or any(cue.search(line.span.text) for line in item.lines)):
        return []
    found: list[NextMeeting] = []
    run: list[NextMeeting] = []
    for fields in item_lines(item, pack=pack):
        bullet = BULLET.match(fields[0].text)
        span = fields[0].part(bullet.end() if bullet else 0, len(fields[0].text))
        days = days_in(span, meeting_date, None, pack=pack)
        entry = None
        if days and days[0].start <= 12 and len(span.text) < 120:
            entry = meeting_in((span, *fields[1:]), meeting_date, None, rule="next.list", pack=pack)
        own_number = item.number is not None and span.text.startswith(f"{item.number}.")  # "3.2 Inspektion" under point 3 is no day
        if entry is not None and not own_number:
            run.append(entry)
            continue
        if len(run) >= 2:
            found += run
        run = []
    return found + (run if len(run) >= 2 else [])
