"""What a careful secretary would ask about: contradictions, several people who fit, prompts left in; at most five, the costliest first."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from functions.interpreting.due_dates import Calendar
from functions.interpreting.headings import folded_label
from functions.interpreting.layout import Layout
from functions.interpreting.phrases import phrase
from functions.interpreting.spans import Span, lines_of
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast
from functions.model.document import Document, Part
from functions.model.minutes import Action, Doubt, MeetingFacts, Quote

MOST = 5
NONE_OF_THEM = "Ingen av dem"
SEEN = "Sett"
_WEEKDAY = r"\b<<dates.weekdays>>\b"
_DIGIT = re.compile(r"\d")
_ORDER = (
    "unknown_language",
    "no_date",
    "no_council",
    "owner_ambiguous",
    "date_conflict",
    "due_before_meeting",
    "weekday_mismatch",
    "spelling_variant",
    "prompt",
)


@dataclass(frozen=True, slots=True)
class Found:
    """What the doubts are looked for in."""

    document: Document
    layout: Layout
    meeting: MeetingFacts
    actions: tuple[Action, ...]
    statements: list[Statement]
    cast: Cast
    calendar: Calendar
    council_known: bool


def find_doubts(found: Found, *, answers: Mapping[str, str]) -> tuple[Doubt, ...]:
    """The questions that nobody has answered yet (answers: by doubt id)."""
    doubts: dict[str, Doubt] = {}
    for finder in (_meeting, _owners, _conflicts, _dues, _weekdays, _spellings, _prompts):
        for doubt in finder(found):
            if doubt.id not in answers:
                doubts.setdefault(doubt.id, doubt)
    ranked = sorted(doubts.values(), key=lambda d: _ORDER.index(d.code))
    return tuple(ranked[:MOST])


def find_language_doubts(document: Document, *, answers: Mapping[str, str]) -> tuple[Doubt, ...]:
    """The one question about a document whose language no pack knows."""
    first = next((line for block in document.body() for line in lines_of(block)), None)
    question = "Anteckningen är skriven på ett språk som inte läses än. Följ upp den för hand."
    doubt = doubt_of("unknown_language", question, (SEEN,), (first.quote(),) if first is not None else (), about="language")
    return () if doubt.id in answers else (doubt,)


def doubt_of(code: str, question: str, choices: tuple[str, ...], quotes: tuple[Quote, ...], *, about: str) -> Doubt:
    """A doubt with an id made of its code and what it is about, so that it stays the same when the file is read again."""
    key = re.sub(r"\s+", " ", about).casefold().strip()
    return Doubt(hashlib.sha256(f"{code}|{key}".encode()).hexdigest()[:12], code, question, choices, quotes)


def _meeting(found: Found) -> Iterator[Doubt]:
    if found.meeting.date is None:
        yield doubt_of("no_date", "Vilken dag var mötet? Fyll i Mötesdatum.", (), (), about="date")
    if found.meeting.body is None and not found.council_known:
        yield doubt_of("no_council", "Vilket råd är det? Fyll i Råd.", (), (), about="council")


def _owners(found: Found) -> Iterator[Doubt]:
    asked = {(q.block, q.start) for action in found.actions if "owner_ambiguous" in action.doubts for q in action.owner_quotes}
    for statement in found.statements if asked else ():
        if not any(block == statement.span.block.id and statement.span.start <= start < statement.span.end for block, start in asked):
            continue
        for subject in found.cast.subjects(statement.text, item=statement.item):
            if subject.group:
                continue
            owners = found.cast.owners_of(subject, statement.span, item=statement.item)
            for mention, names in owners.choices:
                quotes = tuple(q for q in owners.quotes if q.text == mention)
                used = [a for a in found.actions if any(q in a.owner_quotes for q in quotes)]
                if used:
                    yield doubt_of("owner_ambiguous", f"Vem är {mention}?", (*names, NONE_OF_THEM), (*quotes, *used[0].quotes), about=mention)


def _conflicts(found: Found) -> Iterator[Doubt]:
    """A heading's day and a day in its text that agree on all but the month, or on all but the day of a shared word."""
    for item in found.layout.items:
        for title in item.title:
            for named in found.calendar.dates(title):
                if named.granularity != "day" or named.first is None:
                    continue
                for line in item.lines:
                    for other in found.calendar.dates(line.span):
                        if (
                            other.granularity == "day"
                            and other.first is not None
                            and other.first != named.first
                            and other.first.day == named.first.day
                        ):
                            spans = (title.part(named.start, named.end), line.span.part(other.start, other.end))
                            yield doubt_of(
                                "date_conflict",
                                f"Rubriken säger {spans[0].text}, texten {spans[1].text}. Vilket gäller?",
                                (spans[0].text, spans[1].text),
                                tuple(s.quote() for s in spans),
                                about=f"{spans[0].text}|{spans[1].text}",
                            )


def _dues(found: Found) -> Iterator[Doubt]:
    for action in found.actions:
        due = action.due
        if due is not None and due.date is not None and found.meeting.date is not None and due.date < found.meeting.date:
            yield doubt_of("due_before_meeting", f"”{due.text}” är före mötet. Vilken dag gäller?", (), due.quotes, about=due.text)


def _weekdays(found: Found) -> Iterator[Doubt]:
    if found.meeting.date is None:
        return
    weekday = phrase(found.calendar.pack, _WEEKDAY)
    names = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
    for block in found.document.body():
        for line in lines_of(block):
            if not _DIGIT.search(line.text) or not weekday.search(line.text):
                continue
            for day in found.calendar.dates(line):
                if day.weekday_mismatch and day.first is not None and day.first >= found.calendar.reference:
                    span = line.part(day.start, day.end)
                    yield doubt_of(
                        "weekday_mismatch",
                        f"”{span.text}” är en {names[day.first.weekday()]}. Stämmer datumet?",
                        ("Ja", "Nej"),
                        (span.quote(),),
                        about=span.text,
                    )


def _spellings(found: Found) -> Iterator[Doubt]:
    for action in found.actions:
        if "spelling_variant" in action.doubts or "spelling" in action.doubts:
            written = next((q for q in action.owner_quotes if q.text and q.text not in action.owners), None)
            if written is not None and action.owners:
                yield doubt_of(
                    "spelling_variant",
                    f"Är {written.text} samma person som {action.owners[0]}?",
                    ("Ja", "Nej"),
                    (written,),
                    about=f"{written.text}|{action.owners[0]}",
                )


def _prompts(found: Found) -> Iterator[Doubt]:
    pack = found.cast.pack
    starts, patterns = pack.words("prompts", "starts"), pack.words("prompts", "patterns")
    for block in found.document.blocks:
        if block.part in (Part.FOOTNOTE, Part.ENDNOTE):
            continue
        for control in block.controls:
            if control.placeholder and block.text[control.start : control.end].strip():
                yield _prompt(Span(block, control.start, control.end).trimmed())
        for line in lines_of(block):
            folded = folded_label(line.text)
            if len(folded) < 60 and (folded.startswith(starts) or any(p in folded for p in patterns)) and not folded.endswith("?"):
                yield _prompt(line)


def _prompt(span: Span) -> Doubt:
    return doubt_of("prompt", f"”{span.text}” står kvar från mallen.", (SEEN,), (span.quote(),), about=span.text)
