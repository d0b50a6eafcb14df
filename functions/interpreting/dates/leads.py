"""The words before a date that say on which side of it a matter must be done: "senast", "före", "efter", "från"."""

from __future__ import annotations

from functions.interpreting.dates.patterns import compiled
from functions.interpreting.dates.vocabulary import Vocabulary

_REACH = 60
_KINDS = ("before", "ahead", "by", "after", "open", "from", "since")


def find_lead(text: str, start: int, words: Vocabulary) -> tuple[str, int, str] | None:
    """The lead of an expression that begins at start: its kind, where it begins, its words; None without one."""
    window = text[max(0, start - _REACH) : start]
    base = start - len(window)
    between = rf"(?:\s*:)?\s+(?:{words.any_of('between_lead')}\s+){{0,2}}(?:(?:{meeting_word(words)}|(?-i:[A-ZÅÄÖ]{{2,8}})(?:-\w{{1,20}})?)\s+(?:den\s+|i\s+)?)?$"
    best: tuple[str, int, str] | None = None
    for kind in _KINDS:
        match = compiled(rf"(?<!\w)(?P<lead>{words.any_of(kind)}){between}").search(window)
        if match and (best is None or match.start() + base < best[1]):
            best = kind, match.start() + base, match["lead"]
    if best is None:
        far = compiled(rf"(?<!\w)(?P<lead>{words.any_of('by_far')})(?:en|et)?(?!\w)[^.;!?\n\d]{{0,45}}$").search(window)
        if far:
            best = "by", far.start() + base, far["lead"]
    return best


def relation_before(text: str, start: int, words: Vocabulary, *, exact: bool = False) -> str | None:
    """before, by, after, open, from or since by the lead; exact tells "inför" (ahead) from "till" (by)."""
    lead = find_lead(text, start, words)
    if lead is None:
        return None
    return lead[0] if exact or lead[0] != "ahead" else "by"


def meeting_word(words: Vocabulary) -> str:
    """A regex part for a word that ends in a meeting word ("mötet", "styrelsemötet", "SOR-möte")."""
    return rf"[\w-]{{0,30}}{words.any_of('meeting')}"
