"""What stands behind the first sentence of a marked decision ("Beslut: Tavlan sätts upp. Den gamla får hänga kvar."): more that was decided, or
only words about it."""

from __future__ import annotations

import re

from functions.interpreting.name_words import name_words
from functions.interpreting.own_body import OwnBody
from functions.interpreting.phrases import UPPER, phrase
from functions.interpreting.statements import Statement
from functions.languages import LanguagePack

FURTHER_RULE = "decision.further"
_LONGEST, _SHORTEST = 20, 4  # words; a longer sentence argues, a shorter one only says more of the same
_FRONT = 8  # words, among which the sentence's own verb stands
_SOMEBODY = re.compile(rf"[{UPPER}][\w-]+\s+[{UPPER}][\w-]+|[{UPPER}]{{2,3}}(?!\w)")
_TELLS = (
    r"\b<<weighed.reported|weighed.thinks|weighed.planned|weighed.counted|weighed.past|weighed.habits|weighed.chatter|decisions.reported"
    r"|decisions.habits|decisions.told_behind|decisions.conditional>>\b"
)
_STATES = r"\b<<weighed.states|decisions.has|verbs.have_or_be>>\b"
_HANGS = r"<<weighed.hangs_on|verbs.linking|decisions.it>>\s|<<decisions.them>>\s(?!<<dates.numbers>>\s)"


def says_more(statement: Statement, own: OwnBody, *, pack: LanguagePack) -> bool:
    """Whether a later sentence of a marked decision is one more: what is done with a thing, what may, shall or will be, what is not to be."""
    text = statement.text.strip()
    words = re.findall(r"\w+(?:[-:]\w+)*", text.casefold())
    if statement.before is None or not _SHORTEST <= len(words) <= _LONGEST or not re.match(rf"[{UPPER}\d]", text) or text.endswith(("?", ":", "!")):
        return False
    if phrase(pack, _HANGS).match(text) is not None or _is_somebody(text, own, pack=pack):
        return False
    aside = phrase(pack, r"\b<<decisions.clause_words|verbs.subordinate|verbs.relatives>>\b").search(text, 1)
    main = text[: aside.start()] if aside is not None else text
    if phrase(pack, _TELLS).search(text) is not None or phrase(pack, _STATES).search(main) is not None:
        return False
    front = words[:_FRONT]
    if any(word.endswith(pack.words("weighed", "past_endings")) for word in front):
        return False
    refuses = words[0] in pack.words("weighed", "opens_none")
    return refuses or _acts(front, pack=pack)


def _is_somebody(text: str, own: OwnBody, *, pack: LanguagePack) -> bool:
    first = re.match(r"\w+", text)
    return _SOMEBODY.match(text) is not None or ((first is not None and name_words(pack).is_given(first[0])) and not own.opens(text))


def _acts(words: list[str], *, pack: LanguagePack) -> bool:
    """Whether one of the words is a passive in the present, or one of "får", "blir" and "ska"."""
    auxiliaries = {word for key in ("becomes", "may") for word in pack.words("weighed", key)} | {*pack.words("decisions", "asks_leave")}
    endings, nouns = pack.words("weighed", "passive_endings"), pack.words("weighed", "definite_endings")
    return any(word in auxiliaries or (word.endswith(endings) and not word.endswith(nouns)) for word in words[1:])
