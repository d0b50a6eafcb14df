"""What a line of a list of tasks says beside its number, its owner and its day ("9.1 Ny prognos – KN – 2026-10-20")."""

from __future__ import annotations

import re

from functions.interpreting.outcomes import is_outcome
from functions.interpreting.phrases import phrase
from functions.interpreting.spans import Span
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast, Owners
from functions.interpreting.task_marks import owning_lead
from functions.languages import LanguagePack
from functions.model.minutes import DateMention, Quote

_NUMBERS = r"\W*(?:<<items.numbered_by>>\s+|\w+\s+(?=\d))?§*\s*\d[\d.]*(?:\s*(?:[,&–-]|<<verbs.joins_names>>)\s*\d[\d.]*)*\s+(?=\D)"
_PARTED = r"\s*(?:[–—|;,:/→(\[@-]|[-=]>)\s*(?:(?:<<verbs.done_by>>|<<verbs.limits_before_day>>|<<verbs.owner_words>>)\b[\s.:]*)*$"
_OPENED = re.compile(r"\s*(?:[–—:|;,\])-]|->)+\s+")
_LETTERS = re.compile(r"[^\W\d_]{3}")


def refers_only(statement: Statement, *, pack: LanguagePack) -> bool:
    """Whether a line of a list says of tasks that it names by their numbers how it stands with them: "8.2 och 8.4 kvarstår."."""
    numbers = phrase(pack, _NUMBERS).match(statement.line.span.text) if statement.first else None
    rest = statement.line.span.text[numbers.end() :] if numbers is not None else ""
    return bool(rest) and len(rest.split()) <= 3 and is_outcome(rest, pack=pack)


def lead_owners(statement: Statement, cast: Cast) -> Owners | None:
    """ "KN: ny prognos (20/10)": who stands before the colon of a line in such a list."""
    found = owning_lead(statement, cast) if statement.lead is not None and statement.listed and _LETTERS.search(statement.text) else None
    return found[0] if found is not None else None


def task_words(clause: Span, statement: Statement, owners: tuple[Quote, ...], due: DateMention | None, *, pack: LanguagePack) -> Span:
    """What a line of a list says is to be done; before its colon where behind it are only owners and a day ("Ny prognos: Bo, 20/10")."""
    if statement.mode != "action" or statement.label is not None:
        return clause
    if statement.lead is not None and statement.first:
        whole = Span(clause.block, statement.lead.start, clause.end)
        left = _without(whole, owners, due, pack=pack)
        if left.end <= statement.lead.end:
            return left
    return _without(clause, owners, due, pack=pack)


def _without(line: Span, owners: tuple[Quote, ...], due: DateMention | None, *, pack: LanguagePack) -> Span:
    """The line without its owners and its day where a mark parts them from the rest; all of it where nothing would be left."""
    names, days = _places(owners, line), _places(due.quotes if due is not None else (), line)
    ended = len(line.text.rstrip(" .)]"))
    start, end = names[0][1] if names and names[0][0] <= 1 else 0, ended
    if names:
        names.append((names[0][0], names[-1][1]))
    while (held := min((place for place in (*names, *days) if place[0] > start and place[1] == end), default=None)) is not None:
        parted = phrase(pack, _PARTED).search(line.text[: held[0]])
        if parted is None:
            break
        end = len(line.text[: parted.start()].rstrip(" .)]"))
    opened = _OPENED.match(line.text, start) if start else None
    left = line.part(opened.end() if opened is not None else 0, end).trimmed() if end < ended or opened is not None else line
    return left if _LETTERS.search(left.text) else line


def _places(quotes: tuple[Quote, ...], line: Span) -> list[tuple[int, int]]:
    """Where in the line the quotations stand that are in it."""
    return [(q.start - line.start, q.end - line.start) for q in quotes if q.block == line.block.id and line.start <= q.start and q.end <= line.end]
