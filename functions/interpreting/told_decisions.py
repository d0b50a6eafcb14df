"""Sentences that name nobody who decides and yet tell of others: who is told of in the sentence before, and who tells it."""

from __future__ import annotations

import re

from functions.interpreting.own_body import OwnBody
from functions.interpreting.phrases import phrase
from functions.interpreting.statements import Statement
from functions.languages import LanguagePack

_OPENING = r"(?:\w+\s+)?<<weighed.others|decisions.outsiders>>(?!\w)"  # "Köket …", "Sjukhusets fastighetsavdelning …"
_DECIDED = r"^(?P<who>[^.;:?]{2,60}?)\s<<decisions.others_decided>>\b(?:\s+<<grammar.that>>\b|[^.;:]*$)"
_TURNED = r"(?:^|,\s)(?:<<decisions.it>>\s)?<<decisions.has>>\s+(?P<who>(?:[\w-]+\s){1,3}?)<<decisions.supines>>\W*$"
_STEM = 5  # letters by which a word is known again with another ending


def tells_of_others(statement: Statement, own: OwnBody, *, pack: LanguagePack) -> bool:
    """Whether a sentence that names nobody who decides goes on with the news of others: "…, meddelar kansliet", "Regionen har sett över taxan. Den
    blir …", "Bo informerade om läget. Avtalet förlängs". What others ask or propose is no news."""
    text = statement.text
    by = phrase(pack, r",\s+<<decisions.told_behind>>(?P<who>\b[^,;:]*)$").search(text.rstrip(" ."))
    if by is not None and next(own.found(by["who"]), None) is None:
        return True
    before = statement.before.text if statement.before is not None else ""
    if not before or own.opens(before) or phrase(pack, r"\b<<weighed.puts_choice>>\b").search(before):
        return False
    if phrase(pack, _OPENING).match(before):
        return True
    title = statement.item.name if statement.item is not None else ""
    return phrase(pack, r"\b<<decisions.informs>>\b").search(before) is not None and not _goes_on(text, f"{title} {before}")


def is_decided_by_others(text: str, own: OwnBody, *, pack: LanguagePack) -> bool:
    """Whether somebody else is told to have decided it: "Kommunens jurist har sagt att …", "…, det har regionfullmäktige bestämt"."""
    for template in (_DECIDED, _TURNED):
        by = phrase(pack, template).search(text)
        if by is not None and next(own.found(by["who"]), None) is None and phrase(pack, r"<<decisions.unnamed>>\b").match(by["who"]) is None:
            return True
    return False


def _goes_on(text: str, spoken: str) -> bool:
    """Whether a sentence opens with what was spoken of, by a word or by one that only points at it."""
    first, *more = re.findall(r"\w+", text.casefold())[:3] or [""]
    stems = [word[:_STEM] for word in (first, *more) if len(word) >= _STEM]
    return any(other.startswith(stem) for stem in stems for other in re.findall(r"\w+", spoken.casefold()))
