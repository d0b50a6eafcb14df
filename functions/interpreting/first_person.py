"""Who "jag" is: whoever's words are cited, whoever stands before the colon of the line or is the title, else the one who writes."""

from __future__ import annotations

import re

from functions.interpreting.phrases import phrase, words_of
from functions.interpreting.spans import Span
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast, Owners, Subject
from functions.languages import LanguagePack

_MARKS = '”"»“«„'
_CITATION = re.compile(rf"[{_MARKS}]([^{_MARKS}]{{4,}})[{_MARKS}]")
_BESIDE = re.compile(r"\s*\(\s*")
_LEAD = r"(?:\s+<<verbs.says>>)?\s*:\s"


def is_first_person(word: str, *, pack: LanguagePack) -> bool:
    """Whether a mention is "jag"."""
    return words_of(pack, "verbs", "first_person").fullmatch(word) is not None


def is_quoted(text: str, at: int) -> bool:
    """Whether a place stands between quotation marks."""
    return any(cited.start() < at < cited.end() for cited in _CITATION.finditer(text))


def speaker(statement: Statement, subject: Subject, cast: Cast, *, pack: LanguagePack) -> Owners | None:
    """Who says "jag" there: named beside the citation ("…", sa Elin), or before the colon that opens the line ("Bo: jag kollar det").

    None where neither is so: then the one who writes says it, unless it is cited.
    """
    text = statement.text
    later = (s for s in cast.subjects(text, item=statement.item) if s.start > subject.end)
    beside = next((s for s in later if _BESIDE.fullmatch(text[subject.end : s.start])), None)
    if beside is not None and not beside.group and len(beside.mentions) == 1 and text[beside.end : beside.end + 1] == ")":  # "Jag (Ylva) gör …"
        return cast.owners_of(beside, statement.span, item=statement.item)
    others = [s for s in cast.subjects(text, item=statement.item) if not s.group and not is_first_person(text[s.start : s.end], pack=pack)]
    cited = next((c for c in _CITATION.finditer(text) if c.start() < subject.start < c.end()), None)
    if cited is not None:
        behind = phrase(pack, r"[,.]?\s+<<verbs.says>>\s+").match(text, cited.end())
        before = phrase(pack, r"\s+<<verbs.says>>(?:\s+<<grammar.that>>)?[\s:,]*")
        for other in others:
            if (behind and other.start == behind.end()) or before.fullmatch(text[other.end : cited.start()]):
                return cast.owners_of(other, statement.span, item=statement.item)
        return _opener(statement, cast) if text[: cited.start()].strip() == "" else None
    return _opener(statement, cast)


def _opener(statement: Statement, cast: Cast) -> Owners | None:
    """Who stands alone before the colon that opens the line, or is the point's whole title."""
    item = statement.item
    lines: list[Span] = [statement.line.span, *(item.title if item is not None else ())]
    for line in lines:
        first = next(iter(cast.subjects(line.text, item=item)), None)
        if first is None or first.group or first.start > 0 or len(first.mentions) > 1:
            continue
        whole = line is not lines[0] and not line.text[first.end :].strip(" :.")
        if whole or phrase(cast.pack, _LEAD).match(line.text, first.end):
            return cast.owners_of(first, line, item=item)
    return None
