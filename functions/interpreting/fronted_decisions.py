"""Decisions that begin with what they are about: its object before the body's verb, or a word for none and a thing, without any verb."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from functions.interpreting.decision_clauses import Said
from functions.interpreting.phrases import phrase, words_of, written
from functions.interpreting.plain_decisions import is_now
from functions.interpreting.rules import Rule

_LONGEST = 12  # words of an object
_ENDS = r"(?=\s*(?:[.,!;]|$)|\s+\d)"
_UNSETTLED = r"\b<<weighed.finite|weighed.states|weighed.past|verbs.about|decisions.coming>>\b"


def _fronted(rule: Rule, said: Said) -> bool:
    """ "Önskemålet om en sal säger rådet nej till.", "…, och det ställer vi upp på"; not "I fjol tackade vi nej till mässan"."""
    text, pack = said.text, said.pack
    for word in rule.words:
        verb, _, rest = word.partition(" … ")
        turned = re.compile(rf"(?<![\w-]){written(verb)}\s+(?P<who>{said.own.pattern()})\s+{written(rest)}{_ENDS}", re.IGNORECASE).search(text)
        if turned is None or turned["who"].casefold() in pack.words("decisions", "indefinite"):
            continue
        clause = re.split(r"[,;:]\s+", text[: turned.start()])[-1]
        front = clause.split()
        front = front[1:] if len(front) > 1 and front[0].casefold() in pack.words("grammar", "and") else front
        if not 1 <= len(front) <= _LONGEST or phrase(pack, r"<<decisions.at_places|verbs.linking|decisions.fronted>>").fullmatch(front[0]):
            continue
        behind = replace(said, text=text[turned.start() - len(clause) :])  # what an earlier clause tells of may well be past
        return is_now(behind, len(clause))
    return False


def _none_of(rule: Rule, said: Said) -> bool:
    """ "Ingen pilot i höst.", "Inga egna blanketter per mottagning."; not "Ingen pilot ännu", "Inga ändringar i dagordningen"."""
    text, pack = said.text, said.pack
    if not said.before or phrase(pack, r"<<weighed.opens_none>>\s").match(text) is None:
        return False
    match = rule.pattern.search(text, 0, 60)
    if match is None or len(text[: match.start()].split()) > 2 or words_of(pack, "formalities", "papers").search(text):
        return False
    first = re.split(r"[,;:]\s", text)[0]
    if first.casefold().rstrip(" .").endswith(" " + match[0].casefold()) and first.rstrip(" .") == text.rstrip(" .") and len(first.split()) <= 2:
        return False  # "Ingen pilot." may tell how it is
    endings = (*pack.words("weighed", "past_endings"), *pack.words("weighed", "passive_endings"))
    verbs = [one for one in re.findall(r"\w+", first[match.end() :].casefold()) if one.endswith(endings) and len(one) > 3]
    told = phrase(pack, rf"{_UNSETTLED}|\b<<decisions.told_behind>>\b").search(first, match.end()) is not None
    return not verbs and not told and is_now(said, 0)


FRONTED: dict[str, Callable[[Rule, Said], bool]] = {"fronted": _fronted, "none_of": _none_of}
# Told in a report these may be others'.
FRONTED_NAME_NOBODY = frozenset({"none_of"})
