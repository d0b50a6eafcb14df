"""What a careful secretary would ask about: contradictions, several people who fit, prompts left in; at most five, the costliest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from functions.interpreting.asking import SEEN, Found, doubt_of
from functions.interpreting.doubtful_days import ask_conflicts, ask_next_meeting, ask_weekdays
from functions.interpreting.doubtful_tasks import ask_absent, ask_dues, ask_owners, ask_spellings, ask_twice, ask_unknown
from functions.interpreting.labels import folded_label
from functions.interpreting.spans import Span, lines_of
from functions.model.document import Document, Part
from functions.model.minutes import Doubt

__all__ = ["MOST", "Found", "doubt_of", "find_doubts", "find_language_doubts"]

MOST = 5
_ORDER = (
    "unknown_language",
    "several_meetings",
    "no_date",
    "no_council",
    "owner_ambiguous",
    "owner_unknown",
    "date_conflict",
    "due_before_meeting",
    "next_meeting_before",
    "weekday_mismatch",
    "task_twice",
    "spelling_variant",
    "owner_absent",
    "prompt",
)


def find_doubts(found: Found, *, answers: Mapping[str, str]) -> tuple[Doubt, ...]:
    """The questions that nobody has answered yet (answers: by doubt id)."""
    doubts: dict[str, Doubt] = {}
    for finder in _FINDERS:
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


def _meeting(found: Found) -> Iterator[Doubt]:
    if found.several is not None:
        yield found.several
    if found.meeting.date is None:
        yield doubt_of("no_date", "Vilken dag var mötet? Fyll i Mötesdatum.", (), (), about="date")
    if found.meeting.body is None and not found.council_known:
        yield doubt_of("no_council", "Vilket råd är det? Fyll i Råd.", (), (), about="council")


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


_FINDERS = (
    _meeting,
    ask_owners,
    ask_unknown,
    ask_conflicts,
    ask_dues,
    ask_next_meeting,
    ask_weekdays,
    ask_twice,
    ask_spellings,
    ask_absent,
    _prompts,
)
