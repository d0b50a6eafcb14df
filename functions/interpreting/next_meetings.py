"""Announced meetings: a section of dates, a list of dates inside an item, or a sentence with "nästa möte"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from functions.interpreting.dates import DateSpan, find_dates, find_times
from functions.interpreting.layout import ItemText, Layout
from functions.interpreting.phrases import UPPER, phrase, words_of
from functions.interpreting.places import is_online, names_a_place, place_in, topic_at
from functions.interpreting.spans import Span, is_ours, lines_of, sentences_of
from functions.interpreting.statements import title_says
from functions.interpreting.tables import Table
from functions.languages import LanguagePack
from functions.model.document import Block
from functions.model.minutes import NextMeeting, Tier

_YEAR = r"\s*(?:<<next_meetings.half_years>>\s+)?(20\d\d)\s*:?\s*"
_LIMIT = r"\b<<next_meetings.limits>>\s+(?:<<dates.weekdays>>\s+)?(?:<<dates.the>>\s+)?$"
_DENIED = r"(?<!\w)<<grammar.negations|next_meetings.denials>>(?!\w)"
_WITH_OTHERS = rf"\b<<next_meetings.with>>\s+[{UPPER}](?!.*<<next_meetings.bodies>>)"
_BULLET = re.compile(r"^\s*(?:[-–—•○◦▪·*●]|o(?=\s))\s*")


def find_next_meetings(layout: Layout, *, meeting_date: date | None, pack: LanguagePack) -> tuple[NextMeeting, ...]:
    """The meetings announced, by date; without the meeting's own date only those with their year."""
    found: list[NextMeeting] = []
    for section in layout.of_kind("next"):
        lines = list(_section_lines(section.units))
        if section.value is not None:
            lines.insert(0, (section.value,))
        found.extend(_of_lines(lines, meeting_date, rule="next.section", pack=pack))
    for item in layout.items:
        lines = [(line.span,) for line in item.lines if not is_ours(line.span)]
        if title_says(item, "next", pack=pack):
            found.extend(_of_lines(lines, meeting_date, rule="next.item", pack=pack))
        else:
            found.extend(_listed(item, meeting_date, pack=pack))
    for sentences in _sentences(layout, pack=pack):
        announced = _of_sentence(sentences[0], meeting_date, pack=pack)
        found.extend(announced)
        if announced and meeting_date is not None:
            found.extend(_following(sentences[1:], announced[-1], meeting_date, pack=pack))
    merged: dict[tuple[str, str | None], NextMeeting] = {}
    for meeting in found:
        same = next((key for key in merged if key[0] == meeting.date and (None in (key[1], meeting.start) or key[1] == meeting.start)), None)
        if same is None:
            merged[meeting.date, meeting.start] = meeting
        else:
            merged[same] = _joined(merged[same], meeting)
    return tuple(sorted(merged.values(), key=lambda m: (m.date, m.start or "")))


def _section_lines(units: list[Block | Table]) -> Iterator[tuple[Span, ...]]:
    """A line, or a table row as its cells."""
    for unit in units:
        if isinstance(unit, Table):
            for row in unit.rows:
                cells = [line for cell in row for line in cell.lines() if not is_ours(line)]
                if cells:
                    yield tuple(cells)
        else:
            for line in lines_of(unit):
                if not is_ours(line):
                    yield (line,)


def _of_lines(lines: list[tuple[Span, ...]], meeting_date: date | None, *, rule: str, pack: LanguagePack) -> list[NextMeeting]:
    found: list[NextMeeting] = []
    year: int | None = None
    for fields in lines:
        text = " ".join(span.text for span in fields)
        if phrase(pack, _YEAR).fullmatch(text):
            year = int(text.strip(" :")[-4:])
            continue
        entries = [
            entry
            for entry in (_meeting(part, meeting_date, year, rule=rule, pack=pack) for part in _parts(fields, meeting_date, year, pack=pack))
            if entry is not None
        ]
        if entries:
            found.extend(entries)
        elif found and _belongs(fields):
            found[-1] = _annotated(found[-1], fields, pack=pack)
    return found


def _belongs(fields: tuple[Span, ...]) -> bool:
    """A line under a date belongs to it when it is a bullet, or short and no sentence."""
    span = fields[0]
    bullet = bool(_BULLET.match(span.text)) or span.block.number is not None
    return bullet or (len(span.text) < 70 and not span.text.rstrip().endswith("."))


def _annotated(meeting: NextMeeting, fields: tuple[Span, ...], *, pack: LanguagePack) -> NextMeeting:
    span = fields[0]
    bullet = _BULLET.match(span.text)
    words = span.part(bullet.end() if bullet else 0, len(span.text)).trimmed(" \t.;")
    if not words.text:
        return meeting
    quotes = (*meeting.quotes, words.quote())
    if words_of(pack, "next_meetings", "chores").match(words.text):
        return meeting
    if words_of(pack, "next_meetings", "note_words").search(words.text) or place_in(words, pack=pack, named=True):
        return replace(meeting, note=f"{meeting.note}; {words.text}" if meeting.note else words.text, quotes=quotes)
    return replace(meeting, topics=(*meeting.topics, words.text), quotes=quotes)


def _parts(fields: tuple[Span, ...], meeting_date: date | None, year: int | None, *, pack: LanguagePack) -> Iterator[tuple[Span, ...]]:
    """Several dates on one line are several meetings ("24 augusti, 21 september och 12 oktober")."""
    if len(fields) > 1:
        yield fields
        return
    sentences = _full_sentences(fields[0], pack=pack)
    if len(sentences) > 1:
        dated = [s for s in sentences if _days(s, meeting_date, year, pack=pack)]
        for sentence in dated:
            yield from _parts((sentence,), meeting_date, year, pack=pack)
        if dated:
            return
    span = fields[0]
    days = _days(span, meeting_date, year, pack=pack)
    if len(days) < 2:
        yield fields
        return
    starts = [0, *(d.start for d in days[1:]), len(span.text)]
    for at, to in pairwise(starts):
        yield (span.part(at, to),)


def _full_sentences(span: Span, *, pack: LanguagePack) -> list[Span]:
    """The line's sentences by their full stops; "OBS! Ändrat datum" and "budget; webben" stay whole."""
    found: list[Span] = []
    for sentence in sentences_of(span, pack=pack):
        if found and not found[-1].text.endswith("."):
            found[-1] = Span(span.block, found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return found


def _days(span: Span, meeting_date: date | None, year: int | None, *, pack: LanguagePack) -> list[DateSpan]:
    reference = meeting_date or (date(year, 1, 1) if year else date(2000, 1, 1))
    return [
        d
        for d in _dates(span.text, reference, pack)
        if d.first is not None and d.granularity in ("day", "time") and (d.year_given or meeting_date is not None or year is not None)
    ]


@lru_cache(maxsize=256)
def _dates(text: str, reference: date, pack: LanguagePack) -> tuple[DateSpan, ...]:
    """The dates of a line, which several steps ask for."""
    return tuple(find_dates(text, reference=reference, pack=pack))


def _meeting(fields: tuple[Span, ...], meeting_date: date | None, year: int | None, *, rule: str, pack: LanguagePack) -> NextMeeting | None:
    for span in fields:
        if span.block.covered(span.start, span.end, look="strike"):
            continue
        days = [
            d
            for d in _days(span, meeting_date, year, pack=pack)
            if not _struck(span, d) and not _is_limit(span.text[max(0, d.start - 40) : d.start], pack=pack)
        ]
        if not days:
            continue
        day = days[0]
        if day.first is None:
            return None
        first = day.first
        if year is not None and not day.year_given and first.year != year:
            first = first.replace(year=year)
        if meeting_date is not None and first <= meeting_date:
            return None
        return _details(fields, span, day, first, rule=rule, pack=pack)
    return None


def _is_limit(before: str, *, pack: LanguagePack) -> bool:
    """Whether a day is told as the last one for something: "Handlingar skickas senast den 7 april"."""
    return phrase(pack, _LIMIT).search(before) is not None


def _struck(span: Span, day: DateSpan) -> bool:
    return span.block.covered(span.start + day.start, span.start + day.end, look="strike")


def _details(fields: tuple[Span, ...], span: Span, day: DateSpan, first: date, *, rule: str, pack: LanguagePack) -> NextMeeting:
    start = end = place = note = None
    online = False
    topics: list[str] = []
    for field in fields:
        rest = field.part(day.end, len(field.text)) if field is span else field
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
    moved = words_of(pack, "next_meetings", "moved").search(whole)
    earlier = [
        d
        for d in find_dates(whole, reference=first, pack=pack)
        if moved and d.first and d.first != first and d.start > moved.start() and moved[0].casefold().endswith(pack.words("next_meetings", "instead"))
    ]
    return NextMeeting(
        date=first.isoformat(),
        start=start,
        end=end,
        place=place,
        online=online,
        note=note,
        topics=tuple(dict.fromkeys(topics)),
        moved_from=earlier[0].first.isoformat() if earlier and earlier[0].first else None,
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


def _listed(item: ItemText, meeting_date: date | None, *, pack: LanguagePack) -> list[NextMeeting]:
    """Two or more lines in a row that begin with a coming date, under a line that speaks of meetings."""
    cue = words_of(pack, "next_meetings", "list_cue", "cue")
    if meeting_date is None or not (cue.search(item.name) or any(cue.search(line.span.text) for line in item.lines)):
        return []
    found: list[NextMeeting] = []
    run: list[NextMeeting] = []
    for line in (line for line in item.lines if not is_ours(line.span)):
        bullet = _BULLET.match(line.span.text)
        span = line.span.part(bullet.end() if bullet else 0, len(line.span.text))
        days = _days(span, meeting_date, None, pack=pack)
        entry = _meeting((span,), meeting_date, None, rule="next.list", pack=pack) if days and days[0].start <= 12 and len(span.text) < 120 else None
        if entry is not None:
            run.append(entry)
            continue
        if len(run) >= 2:
            found += run
        run = []
    return found + (run if len(run) >= 2 else [])


def _sentences(layout: Layout, *, pack: LanguagePack) -> Iterator[list[Span]]:
    """The sentences that speak of the next meeting, each with those behind it in its paragraph."""
    spans = [line.span for item in layout.items for line in item.lines if not is_ours(line.span)]
    spans += [Span(block, 0, len(block.text)) for block in layout.tail]
    cue = words_of(pack, "next_meetings", "cue")
    for span in spans:
        if cue.search(span.text):
            sentences = list(sentences_of(span, pack=pack))
            yield from (sentences[n:] for n, sentence in enumerate(sentences) if cue.search(sentence.text))


def _of_sentence(span: Span, meeting_date: date | None, *, pack: LanguagePack) -> list[NextMeeting]:
    """ "Nästa möte är den 3 maj kl 13–15": the date must follow the cue closely."""
    cue = words_of(pack, "next_meetings", "cue").search(span.text)
    if cue is None or meeting_date is None:
        return []
    for day in _days(span, meeting_date, None, pack=pack):
        between = span.text[cue.end() : day.start]
        if (
            day.start >= cue.end()
            and len(between) < 45
            and "." not in between
            and not phrase(pack, _DENIED).search(between)
            and day.first is not None
            and day.first > meeting_date
            and not phrase(pack, _WITH_OTHERS, case=True).search(between)
        ):
            said = span.part(cue.start(), len(span.text))
            entry = _details(
                (said,),
                said,
                replace(day, start=day.start - cue.start(), end=day.end - cue.start()),
                day.first,
                rule="next.sentence",
                pack=pack,
            )
            return [replace(entry, note=None)]
    return []


def _following(sentences: list[Span], first: NextMeeting, meeting_date: date, *, pack: LanguagePack) -> list[NextMeeting]:
    """ "Därefter 29/4 och 3/6, samma tid." behind a sentence that announced a meeting."""
    found: list[NextMeeting] = []
    for sentence in sentences:
        lead = words_of(pack, "next_meetings", "then").match(sentence.text)
        if lead is None:
            break
        for part in _parts((sentence,), meeting_date, None, pack=pack):
            entry = _meeting(part, meeting_date, None, rule="next.sentence", pack=pack)
            if entry is None or entry.date <= first.date:
                continue
            same = entry.start is None and words_of(pack, "next_meetings", "same_time").search(sentence.text)
            found.append(replace(entry, note=None, start=first.start, end=first.end) if same else replace(entry, note=None))
    return found


def _joined(first: NextMeeting, again: NextMeeting) -> NextMeeting:
    return replace(
        first,
        start=first.start or again.start,
        end=first.end or again.end,
        place=first.place or again.place,
        online=first.online or again.online,
        note=first.note or again.note,
        topics=first.topics + tuple(t for t in again.topics if t not in first.topics),
        moved_from=first.moved_from or again.moved_from,
        cancelled=first.cancelled or again.cancelled,
        quotes=first.quotes + tuple(q for q in again.quotes if q not in first.quotes),
    )


def find_future_topics(layout: Layout) -> tuple[str, ...]:
    """The lines under "Eventuella kommande frågor"."""
    topics: list[str] = []
    for section in layout.of_kind("topics"):
        if section.value is not None:
            topics.append(section.value.text)
        for fields in _section_lines(section.units):
            bullet = _BULLET.match(fields[0].text)
            text = fields[0].text[bullet.end() if bullet else 0 :].strip(" .;")
            if text:
                topics.append(text)
    return tuple(dict.fromkeys(topics))
