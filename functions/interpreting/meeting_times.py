"""The day and the hours of the meeting: from labels, the front and the page headers, else from what the text says of its beginning and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise

from functions.interpreting.dates import DateSpan, find_dates, find_times
from functions.interpreting.layout import Layout
from functions.interpreting.meeting_hours import hours_in
from functions.interpreting.phrases import phrase
from functions.interpreting.spans import Span, lines_of, sentences_of
from functions.languages import LanguagePack
from functions.model.document import Block, Part
from functions.model.minutes import Quotes

_ANY_DAY = date(2025, 6, 1)  # what a two-digit year is read against; a day without its year is placed by the years of the front
_YEAR = re.compile(r"(?<!\d)(20[0-9]{2})(?!\d)")
_SHORT = re.compile(r"(?<![\d-])(\d{2})-(\d{2})-(\d{2})(?![\d-])")
_BARE_HOURS = re.compile(r"[\s,;(•·|]+(\d{1,2})(?:[.:](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[.:](\d{2}))?(?![\d./:-])")
_BARE_TIME = re.compile(r"(?<![\d.:])([01]?\d|2[0-3])[.:]([0-5]\d)(?![.:]?\d)")
_SIX = re.compile(r"(?<!\d)(\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)")
_FAR = 200
_SENTENCE = 5  # words of one that tells something
_LATELY = timedelta(days=14)  # from a meeting to the mail that tells of it
_PAPERS_OWN = r"(?<!\w)<<facts_said.paper_date>>(?!\w)(?:(?!(?<!\w)<<facts_said.meeting_day>>(?!\w)).){0,30}$"


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A line before the items: its label ("datum") or None, the value behind the label, and the line whole."""

    label: str | None
    value: Span
    line: Span


def find_day(lines: list[FrontLine], layout: Layout, *, name: str = "", pack: LanguagePack) -> tuple[Span, date] | None:
    """A labelled date, else a date with its year on a line of the front, else in the first item's opening words.

    A day of the paper's own ("Utskriftsdatum 2026-03-12") counts only where nothing else tells one.

    A day whose year stands elsewhere at the front is the meeting's too, when only one such year gives its weekday; else the file's name may
    tell the year ("PVO Söder 2026-03-18").
    """
    labels = pack.words("facts", "date") + pack.words("facts", "time")
    own = [fact for fact in lines if fact.label in labels]
    others = [
        fact
        for fact in lines
        if not phrase(pack, "<<facts_said.other_date>>").search(fact.line.text) and not _tells_of_else(fact.line.text, pack=pack)
    ]
    dated = [fact.value for fact in own] + [fact.line for fact in others if not is_paper_label(fact.label, pack=pack)]
    for span in dated:
        if (found := _day(span, pack=pack)) is not None:
            return found
    for fact in lines:
        for control in fact.line.block.controls:
            if control.date and fact.line.start <= control.start < fact.line.end:
                return Span(fact.line.block, control.start, control.end), date.fromisoformat(control.date[:10])
    for line in (line.span for item in layout.items[:1] for line in item.lines[:3]):
        said = phrase(pack, r"<<facts_said.meeting_day>>\s+(?:<<dates.the>>\s+)?\d").search(line.text)
        if said and not phrase(pack, "<<facts_said.previous>>").search(line.text) and (found := _day(line, pack=pack)) is not None:
            return found
    years = sorted({int(year[1]) for fact in lines for year in _YEAR.finditer(fact.line.text)})
    short = [fact.value for fact in own] + [fact.line for fact in others if len(fact.line.text) < _FAR]
    told = [s for fact in others for s in sentences_of(fact.line, pack=pack) if phrase(pack, r"\b<<facts_said.we_met>>\b").search(s.text)]
    for span in [*short, *told]:
        if (found := _placed(span, years, pack=pack)) is not None:
            return found
    for span in [*told, *(span for span in short if not span.text.rstrip().endswith((".", "!", "?")))]:
        if (found := _placed(span, _years_of(name), strict=True, pack=pack)) is not None:
            return found
    return next((found for fact in others if (found := _day(fact.line, papers_own=True, pack=pack)) is not None), None)


def told_from(sent: list[FrontLine], lines: list[FrontLine], *, pack: LanguagePack) -> tuple[Span, date] | None:
    """The day that a mail tells of its meeting as seen from when it was sent ("APT igår", "mötet i onsdags"); none that is yet to come."""
    days = (day.first for fact in sent for day in _dates(fact.line.text, papers_own=True, pack=pack) if day.year_given)
    written = next((day for day in days if day is not None), None)
    if written is None:
        return None
    subject = phrase(pack, r"\W*<<kind.subject>>\s*:")
    ordered = sorted(lines, key=lambda fact: subject.match(fact.line.text) is not None)  # a subject tells least of it
    for sentence in (sentence for fact in ordered for sentence in sentences_of(fact.line, pack=pack)):
        if not phrase(pack, r"(?<!\w)<<kind.meetings|facts_said.we_met>>(?!\w)").search(sentence.text):
            continue
        for told in find_dates(sentence.text, reference=written, pack=pack):
            if told.granularity in ("day", "time") and told.first is not None and timedelta(0) <= written - told.first <= _LATELY:
                return sentence.part(told.start, told.end).trimmed(), told.first
    return None


def _tells_of_else(text: str, *, pack: LanguagePack) -> bool:
    """Whether a line is a sentence that neither opens with its day, nor tells hours, nor of a meeting ("Listan blev klar den 21 januari 2027.")."""
    if not text.endswith((".", "!")) or len(text.split()) < _SENTENCE:
        return False
    met = phrase(
        pack,
        r"(?<!\w)(?:<<kind.meetings|facts_said.meeting|facts_said.we_met|kind.came_phrases|kind.gathered>>|\w*<<bodies.nouns|bodies.own_words>>)(?!\w)",
    )
    opens = re.match(r"\W*(?:\w+\s){0,2}\d", text) is not None
    return not opens and met.search(text) is None and all(end is None for *_, end in find_times(text, pack=pack))


def is_paper_label(label: str | None, *, pack: LanguagePack) -> bool:
    """Whether a label tells a day of the paper's own: when it was printed, sent or approved."""
    return label is not None and not re.search(r"\d", label) and phrase(pack, _PAPERS_OWN).search(label) is not None


def _years_of(name: str) -> list[int]:
    """The years in a file's name: "2026-03-18", "260318"."""
    return sorted({int(year[1]) for year in _YEAR.finditer(name)} | {2000 + int(day[1]) for day in _SIX.finditer(name)})


def _day(span: Span, *, papers_own: bool = False, pack: LanguagePack) -> tuple[Span, date] | None:
    """The first day with its year; a day without its year does not tell it. papers_own: when the paper was printed or sent too."""
    for found in _dates(span.text, papers_own=papers_own, pack=pack):
        if found.first is not None and found.year_given:
            return span.part(found.start, found.end).trimmed(), found.first
    short = _SHORT.search(span.text)
    if short is not None and (papers_own or not phrase(pack, _PAPERS_OWN).search(span.text[: short.start()])):
        try:
            return span.part(*short.span()), date(2000 + int(short[1]), int(short[2]), int(short[3]))
        except ValueError:
            return None
    return None


def _dates(text: str, *, papers_own: bool = False, pack: LanguagePack) -> list[DateSpan]:
    # "Mötet ägde rum den 5 mars" names no room 5.
    text = phrase(pack, r"\b<<facts_said.held>>\b").sub(lambda held: "\0" * len(held[0]), text)
    found = [day for day in find_dates(text, reference=_ANY_DAY, pack=pack) if day.granularity in ("day", "time")]
    before = [text[at:to] for at, to in pairwise([0, *(edge for day in found for edge in (day.start, day.end))])][::2]
    return [day for day, lead in zip(found, before, strict=True) if papers_own or not phrase(pack, _PAPERS_OWN).search(lead)]


def _placed(span: Span, years: list[int], *, strict: bool = False, pack: LanguagePack) -> tuple[Span, date] | None:
    """The first day without a year, in the one year of the front, or the only one of them that has its weekday on that day; strict: the one too."""
    for found in _dates(span.text, pack=pack):
        if found.first is None or found.year_given or not re.search(r"\d", found.text):
            continue  # "i torsdags" is told from another day
        named = phrase(pack, r"\b<<dates.weekdays>>\b").search(span.text[max(0, found.start - 15) : found.end])
        fitting = []
        for year in years:
            try:
                day = found.first.replace(year=year)
            except ValueError:
                continue
            if named is None or (len(years) == 1 and not strict) or _weekday(named[0], pack=pack) in (None, day.weekday()):
                fitting.append(day)
        if len(fitting) == 1:
            return span.part(found.start, found.end).trimmed(), fitting[0]
    return None


def _weekday(word: str, *, pack: LanguagePack) -> int | None:
    return next((int(number) - 1 for number, words in pack.table("dates", "weekdays").items() if word.casefold() in words), None)


def find_hours(
    lines: list[FrontLine], when: tuple[Span, date] | None, layout: Layout, quotes: dict[str, Quotes], *, pack: LanguagePack
) -> tuple[str | None, str | None]:
    """When the meeting began and ended, with their quotations put among `quotes`; an end that the front leaves out is told by the last item."""
    start = end = None
    for span in _where_hours_stand(lines, when, pack=pack):
        found = _hours(span, when, pack=pack)
        if found is not None:
            start, end = found[1], found[2]
            quotes["start"] = (found[0].quote(),)
            if end is not None:
                quotes["end"] = (found[0].quote(),)
            break
    for role, known in (("start", start), ("end", end)):
        labelled = _labelled_hour(role, lines, pack=pack) if known is None else None
        told = labelled or _told(role, layout, pack=pack) if known is None else None
        if told is not None:
            quotes[role] = (told[0].quote(),)
            start, end = (told[1], end) if role == "start" else (start, told[1])
    if start is not None and end is not None and end <= start and quotes["end"] != quotes["start"]:
        end = None
        del quotes["end"]
    return tuple(hour.strftime("%H:%M") if hour is not None else None for hour in (start, end))  # type: ignore[return-value]


def _where_hours_stand(lines: list[FrontLine], when: tuple[Span, date] | None, *, pack: LanguagePack) -> Iterator[Span]:
    """Labelled times, the line of the day, and lines of the front that hold a range of hours or begin with one."""
    labels = pack.words("facts", "time") + pack.words("facts", "date")
    yield from (fact.value for fact in lines if fact.label in labels)
    if when is not None:
        yield from (line for line in lines_of(when[0].block) if line.start <= when[0].start < line.end)
    for fact in lines:  # "Vi som sågs kl. 13–15: Bo Alm, Cia Dahl …"
        told = phrase(pack, r"\W*<<facts_said.we_met>>\s[^:]{0,80}:\s").match(fact.line.text) if fact.label is None else None
        if told is not None and find_times(told[0], pack=pack):
            yield fact.line.part(0, told.end())
    for fact in lines:
        times = find_times(fact.line.text, pack=pack) if fact.label is None and len(fact.line.text) < _FAR else []
        if any(to is not None or not at for at, _, _, to in times) and fact.line.block.part is not Part.FOOTER:
            yield fact.line
    for sentence in (sentence for fact in lines if fact.label is None for sentence in sentences_of(fact.line, pack=pack)):
        if phrase(pack, r"\W*<<facts_said.we_met>>(?!\w)").match(sentence.text) and hours_in(sentence.text, pack=pack):
            yield sentence  # "Vi satt i matsalen 13.45 till 15." among those who came


def _hours(span: Span, when: tuple[Span, date] | None, *, pack: LanguagePack) -> tuple[Span, time, time | None] | None:
    for at, to, start, end in find_times(span.text, pack=pack) or hours_in(span.text, pack=pack):
        return span.part(at, to), start, end
    text = span.block.text[: span.end]
    day = phrase(pack, r"\W*(?:<<dates.weekdays>>)(?!\w)").match(text, span.start)
    if when is not None and span.block is when[0].block and span.start <= when[0].start < span.end:
        within = [when[0].start + blank.start() for blank in re.finditer(r"\s(?=\d)", when[0].text)]  # "Onsdag 5 mars 8–10"
        ends = [when[0].end, when[0].start + len(when[0].text.split(",")[0]), *within]  # "5 mars 2026, 8–10"
    else:
        ends = [day.end()] if day is not None else []  # "Onsdag 8–10 hos språkservice"
    for at in ends:
        bare = _BARE_HOURS.match(text, at)
        if bare is not None and 6 <= int(bare[1]) < int(bare[3]) <= 22:
            return Span(span.block, bare.start(1), bare.end()), time(int(bare[1]), int(bare[2] or 0)), time(int(bare[3]), int(bare[4] or 0))
    return None


def _labelled_hour(role: str, lines: list[FrontLine], *, pack: LanguagePack) -> tuple[Span, time] | None:
    """ "Start: 13.15", "Sluttid 14.40"."""
    return next((hours[0] for fact in lines if fact.label in pack.words("facts", role) and (hours := _each_hour(fact.value, pack=pack))), None)


def _told(role: str, layout: Layout, *, pack: LanguagePack) -> tuple[Span, time] | None:
    """The hour at which a sentence about the meeting says that it began or ended."""
    verbs, at = ("opens", slice(0, 1)) if role == "start" else ("closes", slice(-1, None))
    spans = [line for unit in layout.front if isinstance(unit, Block) for line in lines_of(unit)]
    spans += [line.span for item in layout.items[at] for line in (item.lines[:8] if role == "start" else item.lines[-4:])]
    spans += [item.title[0] for item in layout.items[at]]
    spans += [line for block in layout.tail[:6] for line in lines_of(block)] if role == "end" else []
    for span in spans:
        for sentence in sentences_of(span, pack=pack):
            said = phrase(pack, rf"\b<<facts_said.{verbs}>>").search(sentence.text)
            if said is None or not phrase(pack, r"\b<<facts_said.the_meeting>>\b").search(sentence.text):
                continue
            hour = next((part for part in _each_hour(sentence, pack=pack) if part[0].start >= sentence.start + said.end()), None)
            hour = hour or next(iter(_each_hour(sentence, pack=pack)), None)
            if hour is not None:
                return hour
    return None


def _each_hour(sentence: Span, *, pack: LanguagePack) -> list[tuple[Span, time]]:
    found = [(sentence.part(at, to), start) for at, to, start, _ in find_times(sentence.text, pack=pack)]
    taken = [(span.start, span.end) for span, _ in found]
    for bare in _BARE_TIME.finditer(sentence.text):
        span = sentence.part(*bare.span())
        if not any(low < span.end and span.start < high for low, high in taken):
            found.append((span, time(int(bare[1]), int(bare[2]))))
    return sorted(found, key=lambda part: part[0].start)
