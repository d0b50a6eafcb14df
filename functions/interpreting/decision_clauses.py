"""What a sentence that may decide says around its verb: when it was, and whether it is only thought."""

from __future__ import annotations

import re
from dataclasses import dataclass

from functions.interpreting.own_body import OwnBody
from functions.interpreting.phrases import phrase
from functions.languages import LanguagePack

_THAT_OR_END = r"\b<<grammar.that>>\b|[.;:]"
# "att maten är god": how something is, in a few words and no more.
_IS_SO = r"\s*<<grammar.that>>\s(?:[^\s.,;:]+\s){1,6}?<<verbs.have_or_be>>\s(?:[^\s.,;:]+\s){0,2}[^\s.,;:]+[.]?$"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, the body in whose minutes it stands, and its language; the point's title, and the words before a colon that lead it; the
    sentence before it in its paragraph."""

    text: str
    own: OwnBody
    pack: LanguagePack
    title: str = ""
    lead: str = ""
    before: str = ""


def head_of(text: str, verb: re.Match[str], *, pack: LanguagePack) -> str:
    """What stands behind the verb before the clause that tells what was decided."""
    if phrase(pack, r"(?:^|\s)<<grammar.that>>$").search(verb[0]):
        return ""
    stop = phrase(pack, _THAT_OR_END).search(text, verb.end())
    return text[verb.end() : stop.start() if stop else len(text)]


def is_told_of(lead: str, head: str, *, pack: LanguagePack) -> bool:
    """Whether the words before or behind the verb put it at another time: "I höstas beslutade …", "beslutade redan i mars att …"."""
    earlier = phrase(pack, r"\b<<decisions.earlier>>\b")
    year = re.compile(r"\s+(?:19|20)\d\d\b")
    day = r"(?:\d{1,2}\s+)?<<dates.month_names.full>>\b"
    dated = phrase(pack, rf"\s*(?:(?:<<decisions.on_day>>)\s+){{1,2}}(?:{day}|\d)")
    met = phrase(pack, rf"\b(?:<<kind.meetings>>)\s(?:(?:<<decisions.on_day>>)\s+)?(?:{day}|\d)")  # "Vid mötet den 5 december beslutade rådet"
    told = (earlier.search(lead), earlier.search(head), dated.match(lead), dated.match(head), year.match(head), met.search(lead))
    return any(told)


def ends_with_month(head: str, *, pack: LanguagePack) -> bool:
    """Whether what happened is put into a month: "Rådet godkände planen i december."."""
    return phrase(pack, r"\s<<decisions.on_day>>\s+(?:\d{1,2}\s+)?<<dates.month_names.full>>(?:\s+\d{4})?[.\s]*$").search(head) is not None


def thinks(text: str, at: int, *, pack: LanguagePack) -> bool:
    """Whether what a body agrees on is how something is ("att maten är god"), not what is to be done."""
    if phrase(pack, r"\b<<decisions.opinions>>\b").search(text, at, at + 120):
        return True
    return (
        phrase(pack, r"\s*<<grammar.that>>\s(?:[^\s.,;:]+\s){1,6}?<<verbs.have_or_be>>\s(?:[^\s.,;:]+\s){0,2}[^\s.,;:]+[.]?$").match(text, at)
        is not None
    )
