"""Decisions that end a talk in few words: one of those that were named, a trial of it, a show of hands, yes or no behind what it is about."""

from __future__ import annotations

import re
from collections.abc import Callable

from functions.interpreting.decision_clauses import Said
from functions.interpreting.name_words import name_words
from functions.interpreting.phrases import LOWER, UPPER, phrase
from functions.interpreting.plain_decisions import is_now
from functions.interpreting.rules import Rule

_NAMING = 4  # letters; a word so long may name what was spoken of
_SUBJECT = 4  # words
_WEIGHING = r"\b<<weighed.planned>>\b"  # what may yet be, or what somebody only wants
_STEM = 5  # letters by which a word is known again with another ending
_TELLS = r"\b<<weighed.states|weighed.past|weighed.reported|weighed.thinks|weighed.planned|decisions.reported>>\b"


def _tried(rule: Rule, said: Said) -> bool:
    """ "Det provar vi fram till påsk." behind what somebody proposed; not "Det provar vi varje år."."""
    text, pack = said.text, said.pack
    opening = phrase(pack, r"<<decisions.it|decisions.them>>\s+").match(text)
    verb = rule.pattern.match(text, opening.end()) if opening is not None else None
    if verb is None or not said.before or not said.own.follows(text, verb.end()):
        return False
    return phrase(pack, r"\b<<grammar.negations|weighed.past|verbs.about>>\b").search(text, verb.end()) is None and is_now(said, 0)


def _shown(rule: Rule, said: Said) -> bool:
    """ "Efter handuppräckning sex veckor.", "Efter votering: B."; not "Efter voteringen var det kaffe."."""
    text, pack = said.text, said.pack
    vote = rule.pattern.match(text)
    what = phrase(pack, r"\s*[:,]?\s*(?P<first>\w+)").match(text, vote.end()) if vote is not None else None
    if what is None or phrase(pack, r"<<weighed.finite>>(?!\w)").match(what["first"]) is not None:
        return False
    return phrase(pack, rf"{_TELLS}|\b<<decisions.no_majority>>\b").search(text, what.start()) is None


def _settled_by_name(rule: Rule, said: Said) -> bool:
    """ "Havet i maj, stan i september." behind "Några ville till havet, andra till stan.", "Grönt vann." behind "Blått eller grönt?"."""
    text, pack = said.text, said.pack
    if not _gives_choice(said.before, said) or phrase(pack, _TELLS).search(text) is not None:
        return False
    front = phrase(pack, r"(?:<<decisions.articles>>\s+)?(?P<pick>[\w-]+)").match(text)
    if front is None or not _is_named(front["pick"], said.before):
        return False
    goes_on = re.compile(r"\s*(?:[,.!–]|$)|\s+\d").match(text, front.end()) or rule.pattern.match(text, front.end() + 1)
    return goes_on is not None and is_now(said, 0)


def _gives_choice(before: str, said: Said) -> bool:
    """Whether a sentence names several of which one may be chosen: a question with "eller", what some wanted and what others did."""
    asks = before.rstrip().endswith("?") or phrase(said.pack, r"\b<<decisions.gives_choice>>\b").search(before) is not None
    return asks and phrase(said.pack, r"\b<<grammar.or>>\b|,\s").search(before) is not None


def _is_named(word: str, before: str) -> bool:
    word = word.casefold()
    stem = word[: max(_NAMING, min(len(word) - 1, _STEM))]
    return len(word) >= _NAMING and any(other.startswith(stem) for other in re.findall(r"[\w-]+", before.casefold()))


def _ruled(rule: Rule, said: Said) -> bool:
    """ "Träffen i november: ja, digital halvdag.", "Övriga nio: OK."; not "Bo: ja, det stämmer", "Larm: ok"."""
    text, pack = (f"{said.lead}: {said.text}" if said.lead else said.text), said.pack
    parted = re.match(rf"(?P<what>[{UPPER}\d][^:.?!]{{2,60}}):\s+", text)
    answer = rule.pattern.match(text, parted.end()) if parted is not None else None
    if parted is None or answer is None or name_words(pack).is_given(parted["what"].split()[0]) or re.match(rf"[{UPPER}]{{2,3}}\b", text):
        return False
    told = phrase(pack, r"\b<<decisions.of_facts|weighed.past|weighed.states>>\b").search(text, answer.end())
    if told is not None or phrase(pack, r"\b<<weighed.finite>>\b").search(parted["what"]) is not None:
        return False
    more = re.compile(rf",\s+(?:[{LOWER}]|\d)").match(text, answer.end()) is not None
    rest = phrase(pack, r"<<decisions.the_others>>\b").match(text) is not None and re.fullmatch(r"\W*", text[answer.end() :]) is not None
    return (more or rest) and is_now(said, 0)


def _ended(rule: Rule, said: Said) -> bool:
    """ "Dagboken slopas." behind "Ingen läser dagboken.", "Den läggs ner."; not "Den läggs ner av regionen"."""
    text, pack = said.text, said.pack
    verb = rule.pattern.search(text, 0, 60)
    subject = text[: verb.start()].split() if verb is not None else []
    if verb is None or not said.before or not 1 <= len(subject) <= _SUBJECT or phrase(pack, _WEIGHING).search(said.before) is not None:
        return False
    pronoun = len(subject) == 1 and phrase(pack, r"<<decisions.it|decisions.them>>").fullmatch(subject[0]) is not None
    if not pronoun and not any(_is_named(word, said.before) for word in subject):
        return False
    agent = r"\s+<<verbs.agent|decisions.clause_words|verbs.about|grammar.negations>>\b"
    strange = phrase(pack, r"\b<<verbs.relatives|decisions.coming|decisions.has|grammar.that|grammar.negations>>\b")
    return phrase(pack, agent).search(text, verb.end()) is None and strange.search(text, 0, verb.start()) is None and is_now(said, verb.start())


def _let(rule: Rule, said: Said) -> bool:
    """ "Bo har bett att slippa september, det är ok."; not "Bo har lagat vägen, det är ok."."""
    text = said.text
    for answer in rule.pattern.finditer(text):
        if text[: answer.start()].rstrip().endswith(",") and re.search(r"\w", text[answer.end() :]) is None:
            return phrase(said.pack, r"\b<<decisions.asks>>\b").search(text, 0, answer.start()) is not None and is_now(said, 0)
    return False


TALKED: dict[str, Callable[[Rule, Said], bool]] = {
    "tried": _tried,
    "shown": _shown,
    "settled_by_name": _settled_by_name,
    "ruled": _ruled,
    "ended": _ended,
    "let": _let,
}
# Told in a report these may be others'.
TALKED_NAME_NOBODY = frozenset(TALKED)
