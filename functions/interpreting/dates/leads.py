"""The words before a date that say on which side of it a matter must be done: "senast", "före", "efter", "från"."""

from __future__ import annotations

from functions.interpreting.dates.vocabulary import Vocabulary
from functions.interpreting.phrases import UPPER

_REACH = 60
# Between a lead and its date: "senast vid styrelsemötet den …", "inför SOR 7 maj".
_BETWEEN = rf"(?:\s*:)?\s+(?:<<between_lead>>\s+){{0,2}}(?:(?:<<meeting_word>>|(?-i:[{UPPER}]{{2,8}})(?:-\w{{1,20}})?)\s+(?:<<the|of>>\s+)?)?$"
_LEADS = {kind: rf"(?<!\w)(?P<lead><<{kind}>>){_BETWEEN}" for kind in ("before", "ahead", "by", "after", "open", "from", "since")}
_FAR = r"(?<!\w)(?P<lead><<by_far>>)<<definite>>?(?!\w)[^.;!?\n\d]{0,45}$"
_PREPOSITIONS = "before|ahead|by|after|open|from|since|neutral|of|year_word|period_word"
_PARTS = "part_start|part_middle|part_end|part_close|first_half|second_half"
_ANY = rf"(?<!\w)<<{_PREPOSITIONS}|{_PARTS}>>\s+$"


def find_lead(text: str, start: int, words: Vocabulary) -> tuple[str, int, str] | None:
    """The lead of an expression that begins at start: its kind, where it begins, its words; None without one.

    Kinds: before, ahead ("inför"), by, after, open ("fr.o.m."), from, since ("sedan").
    """
    base = max(0, start - _REACH)
    window = text[base:start]
    best: tuple[str, int, str] | None = None
    for kind, template in _LEADS.items():
        match = words.pattern(template).search(window)
        if match and (best is None or match.start() + base < best[1]):
            best = kind, match.start() + base, match["lead"]
    if best is None:
        far = words.pattern(_FAR).search(window)
        if far:
            best = "by", far.start() + base, far["lead"]
    return best


def relation_before(text: str, start: int, words: Vocabulary, *, exact: bool = False) -> str | None:
    """before, by, after, open, from or since by the lead; exact tells "inför" (ahead) from "till" (by)."""
    lead = find_lead(text, start, words)
    if lead is None:
        return None
    return lead[0] if exact or lead[0] != "ahead" else "by"


def has_lead(text: str, start: int, words: Vocabulary) -> bool:
    """Whether a preposition or another lead stands right before the place."""
    return words.pattern(_ANY).search(text[max(0, start - 30) : start]) is not None
