"""What minutes tell in passing that something is done, remains or falls away: perhaps of an earlier task, which only the register can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from functions.interpreting.due_dates import Calendar, find_due, is_for_later
from functions.interpreting.outcomes import has_happened, status_of
from functions.interpreting.phrases import phrase, words_of
from functions.interpreting.results import is_hedged
from functions.interpreting.spans import Span, joined, lines_of, quotes_of, spans_of
from functions.interpreting.statements import Statement
from functions.languages import LanguagePack
from functions.model.document import Document
from functions.model.minutes import Action, FollowUp, Quotes, Tier

RULE_TOLD = "follow_up.told"
RULE_PASSING = "follow_up.passing"
RULE_STRUCK = "follow_up.struck"
RULE_OVERHEARD = "follow_up.overheard"

_OTHERWISE = frozenset({"follow_up", "action", "decision", "proposal", "owner", "due", "deferral"})  # passages that other finders read
_LONGEST = 400
_SHORT = 3  # words of a sentence that only says how it stands with the one before
_THING = 3  # words that name what is left
_LITTLE = 4  # words of a clause that only names a day
_STATEMENT = 3  # words of a sentence that can tell anything


def find_remarks(
    statements: Sequence[Statement], taken: Iterable[Quotes], *, actions: Sequence[Action] = (), pack: LanguagePack
) -> tuple[FollowUp, ...]:
    """Sentences that say how it stands with something, those that tell what happened, and other statements of what is, outside everything that is
    read as something else.

    taken: the quotations of what is. actions: the new tasks; what remains by a sentence at which one only points back is what that task is for. Who
    tells or thinks something ("Bo berättar …") has done nothing by that.
    """
    before = [pointed_at(action) for action in actions]
    own = [tuple(quote for quote in action.quotes if quote not in led) for action, led in zip(actions, before, strict=True)]
    places, leading = _Places([*taken, *own]), _Places(before)
    free = [one for one in statements if one.mode not in _OTHERWISE and not one.opens and not places.has(one.span)]
    found = []
    for group in _groups(free):
        text = joined(one.span for one in group)
        told = _told(text, pack=pack) if len(text) <= _LONGEST and not text.endswith("?") else None
        if told is None:
            continue
        status, rule = told
        if status in ("kept", "part_done") and leading.has(group[0].span):
            continue
        lead, item = group[0].lead if group[0].first else None, group[0].item
        words = text if lead is None else f"{lead.text}: {text}"
        spans = [*([lead] if lead is not None else ()), *(one.span for one in group)]
        found.append(FollowUp(item.ref if item is not None else None, words, status=status, rule=rule, quotes=quotes_of(spans)))
    return tuple(found)


def _groups(statements: Iterable[Statement]) -> Iterator[list[Statement]]:
    """What is said together: all behind one label, and a word or two with the sentence before ("Alla tre är köpta. Klart.")."""
    group: list[Statement] = []
    for statement in statements:
        same = bool(group) and group[0].line is statement.line
        if same and (group[0].lead is not None or len(statement.text.split()) <= _SHORT):
            group.append(statement)
            continue
        if group:
            yield group
        group = [statement]
    if group:
        yield group


def _told(text: str, *, pack: LanguagePack) -> tuple[str, str] | None:
    """The status that a text tells and by which rule, mentioned when it only states something; None for what is to come, wished or nothing new."""
    status = status_of(text, task="", pack=pack)
    if words_of(pack, "follow_ups", "again").search(text) and status in ("mentioned", "kept", "new"):
        return "kept", RULE_TOLD
    if status == "new" or (status == "kept" and not any(words_of(pack, "follow_ups", key).search(text) for key in ("kept", "begun"))):
        return None
    if status != "mentioned":
        return (status, RULE_TOLD) if status != "done" or not words_of(pack, "follow_ups", "yet_to_come").search(text) else None
    if has_happened(text, listed=False, pack=pack):
        return "done", RULE_PASSING
    return ("mentioned", RULE_OVERHEARD) if _states_something(text, pack=pack) else None


def _states_something(text: str, *, pack: LanguagePack) -> bool:
    """Whether a text says how something is, and neither what is to come nor what is only supposed or wished."""
    if len(text.split()) < _STATEMENT or is_hedged(text, pack=pack):
        return False
    return words_of(pack, "follow_ups", "yet_to_come").search(text) is None


def pointed_at(action: Action) -> Quotes:
    """The sentence before a task at which the task only points back ("Svaret kom i mars. Bo läser det"): it tells neither who nor when."""
    first, *rest = action.quotes or (None,)
    if first is None or not rest or first.block != rest[0].block or first.end > rest[0].start:
        return ()
    told = (*action.owner_quotes, *(action.due.quotes if action.due is not None else ()))
    return () if any(one.block == first.block and one.start < first.end for one in told) else (first,)


class _Places:
    """Stretches of the document that are read as something already."""

    def __init__(self, taken: Iterable[Quotes]) -> None:
        self._ends: dict[str, list[tuple[int, int]]] = {}
        for quotes in taken:
            for quote in quotes:
                self._ends.setdefault(quote.block, []).append((quote.start, quote.end))

    def has(self, span: Span) -> bool:
        return any(start < span.end and span.start < end for start, end in self._ends.get(span.block.id, ()))


def with_days(said: Iterable[FollowUp], document: Document, calendar: Calendar) -> tuple[FollowUp, ...]:
    """What is said of earlier tasks, with the day that is told for what remains ("Återstår. Nadia räknar med juni")."""
    return tuple(_with_day(one, document, calendar) for one in said)


def _with_day(said: FollowUp, document: Document, calendar: Calendar) -> FollowUp:
    spans = spans_of(said.quotes, document)
    if said.status == "done" and any(is_for_later(span, calendar) for span in spans):
        said = replace(said, status="kept")
    if said.status == "done" and any(_leaves_some_for_later(span, calendar) for span in spans):
        said = replace(said, status="part_done")
    if said.status in ("done", "dropped"):
        return said
    moved = [clause for span in reversed(spans) for clause in _clauses(span) if words_of(calendar.pack, "follow_ups", "new_day").search(clause.text)]
    moved.sort(
        key=lambda clause: words_of(calendar.pack, "follow_ups", "denials").search(clause.text) is not None
    )  # "blev inte klar i maj, kommer i juni"
    due = said.due or find_due(moved, calendar) or find_due(moved, calendar, until=True) or find_due(map(_last_word, moved), calendar)
    if due is None and said.status != "mentioned":
        due = find_due((clause for span in reversed(spans) for clause in _clauses(span) if _only_a_day(clause, calendar)), calendar)
    return replace(said, due=due)


def _only_a_day(clause: Span, calendar: Calendar) -> bool:
    """Whether a clause says little more than a day, or sets it as a limit; in a fuller one it is the day of something else ("mäts i vecka 40")."""
    limits = any(day.relation in ("by", "before") for day in calendar.dates(clause))
    return limits or len(clause.text.split()) <= _LITTLE


def _leaves_some_for_later(span: Span, calendar: Calendar) -> bool:
    """Whether words that tell something done end with a thing and a day after the meeting, and nothing more ("A och B är klara, C i maj")."""
    *before, last = [*_clauses(span)] or [span]
    day = next((one for one in calendar.dates(last) if one.first is not None and one.first > calendar.reference), None) if before else None
    if day is None or not calendar.known:
        return False
    if phrase(calendar.pack, r"\b<<grammar.and>>\b|\b(?:\d+|<<dates.numbers>>)\s").search(before[-1].text) is None:
        return False  # "bokad, sal B den 14 maj"
    lead = day.lead_start if 0 <= day.lead_start <= day.start else day.start
    rest = f"{last.text[:lead]} {last.text[day.end :]}".split()
    silent = words_of(calendar.pack, "follow_ups", "no_rest", "finite").search(" ".join(rest)) is None
    return 0 < len(rest) <= _THING and silent and not any(word.endswith(calendar.pack.words("follow_ups", "verb_ends")) for word in rest)


def _last_word(clause: Span) -> Span:
    """A month may stand alone behind words that move a day ("Bo räknar med juni", "Ny tid: april")."""
    return clause.part(len(clause.text) - len(clause.text.split()[-1]), len(clause.text)) if clause.text.strip() else clause


def _clauses(span: Span) -> Iterator[Span]:
    for found in re.finditer(r"(?:[^,;.!?]|[.,](?=\S)|(?<=\b[vV])\.(?=\s\d)|(?<=\b[kK]l)\.(?=\s\d))+", span.text):
        yield span.part(*found.span()).trimmed()


def find_struck(document: Document) -> tuple[FollowUp, ...]:
    """Lines that somebody struck out: where they say a task that was open, it is off the list."""
    found = []
    for block in document.blocks:
        for line in lines_of(block, struck=True):
            if block.covered(line.start, line.end, look="strike") and len(line.text.split()) > 1:
                found.append(FollowUp(None, line.text, status="done", rule=RULE_STRUCK, tier=Tier.SURE, quotes=quotes_of([line])))
    return tuple(found)
