"""Decisions that say only what was settled: what is not changed, who sits where, who gets which share, whereto a matter goes on."""

from __future__ import annotations

import re
from collections.abc import Callable

from functions.interpreting.decision_clauses import Said, ends_with_month
from functions.interpreting.name_words import name_words
from functions.interpreting.phrases import LOWER, UPPER, phrase, written
from functions.interpreting.plain_decisions import is_now
from functions.interpreting.rules import Rule

_LONGEST = 14  # words of a subject
_PERSON = rf"(?:[{UPPER}]{{2,3}}|(?:[{UPPER}][\w-]+)(?:\s+[{UPPER}][\w-]*){{0,2}})"
_SHARES = 2


def _not_changed(rule: Rule, said: Said) -> bool:
    """ "Prenumerationen förlängs inte.", "Någon ersättning utöver milpengen utgår inte."; not "Avtalet förlängs inte om priset höjs"."""
    text, pack = said.text, said.pack
    match = rule.pattern.search(text, 0, 160)
    no = phrase(pack, r"\s+<<grammar.negations>>\b(?P<rest>.*)").match(text, match.end()) if match is not None else None
    if (
        match is None
        or no is None
        or phrase(pack, r"\s*(?:<<decisions.no_refusal|verbs.about|decisions.clause_words|verbs.agent>>)\b").match(no["rest"])
    ):
        return False
    subject = text[: match.start()].strip()
    if not 1 <= len(subject.split()) <= _LONGEST or re.search(r"[,;:!?]", subject) or text[:1].islower():
        return False
    strange = r"\b<<verbs.relatives|decisions.clause_words|grammar.that|decisions.other_bodies>>\b"
    none = phrase(pack, r"<<decisions.any>>\s").match(subject)
    return (none is not None or phrase(pack, strange).search(subject) is None) and is_now(said, match.start())


def _unsaid(rule: Rule, said: Said) -> bool:
    """ "Stannade vid 1 400 som riktmärke.": a verb of settling without any subject opens the sentence."""
    linking = phrase(said.pack, r"<<verbs.linking>>\s+").match(said.text)
    match = rule.pattern.match(said.text, linking.end() if linking is not None else 0)
    what = said.text[match.end() :] if match is not None else ""
    return re.search(r"\w", what) is not None and not ends_with_month(what, pack=said.pack) and is_now(said, match.end() if match is not None else 0)


def _seated(rule: Rule, said: Said) -> bool:
    """ "STRAMA: ML fortsätter.", "Eva Holm ordförande 2027." under a title of elections or offices."""
    pack = said.pack
    if phrase(pack, r"\b<<decisions.seats>>\b").search(said.title) is None or phrase(pack, r"\b<<decisions.earlier>>\b").search(said.text):
        return False
    person = re.match(rf"{_PERSON}(?:\s+(?:{_and(said)})\s+{_PERSON})?\s+", said.text)
    if person is None or not _is_named(person[0], said):
        return False
    goes_on = rule.pattern.match(said.text, person.end())
    held = phrase(pack, r"<<decisions.offices>>(?!\w)").match(said.text, person.end())
    found = goes_on or held
    whom = rf"(?:\s+{_PERSON})?" if goes_on else ""  # "Eva Holm efterträder Helga från augusti."
    return found is not None and phrase(pack, rf"(?-i:{whom})\s*(?:[.,;(]|$|\d|<<decisions.seat_ends>>\b)").match(said.text, found.end()) is not None


def _is_named(words: str, said: Said) -> bool:
    """Whether words are somebody's: initials, a given name, or two capitalised words; not "Ny ordförande" or "Ingen vice"."""
    first, *more = words.split()
    return first.isupper() or bool(more) or name_words(said.pack).is_given(first)


def _and(said: Said) -> str:
    """The words for and, as an expression."""
    return "|".join(map(written, said.pack.words("grammar", "and"))) or "(?!)"


def _shared(rule: Rule, said: Said) -> bool:
    """ "Fördelning: 120 till utbildningen, 80 till skolorna."."""
    text, pack = said.text, said.pack
    match = rule.pattern.match(text)
    if match is None and rule.pattern.fullmatch(said.lead) is None:
        return False
    money = r"(?:\s*<<decisions.money>>)?"
    each = phrase(pack, rf"\d[\d\s.]*{money}\s+<<decisions.shared_to>>\s").findall(text)
    return len(each) >= _SHARES and is_now(said, 0)


def _passed_on(rule: Rule, said: Said) -> bool:
    """ "Frågan lämnas över till ledningsgruppen.", "Går tillbaka till beredningen."; not "Frågan går tillbaka till 2019"."""
    text, pack = said.text, said.pack
    match = rule.pattern.search(text, 0, 100)
    if match is None or not re.match(rf"\s+(?:den\s|det\s|de\s)?[{LOWER}{UPPER}]", text[match.end() :]):
        return False
    subject = text[: match.start()].strip()
    matter = not subject or phrase(pack, r"<<decisions.matters>>(?:\s+[\w-]+)?|[\d:/-]{1,8}").fullmatch(subject) is not None
    return matter and phrase(pack, r"\s*\w+\s+<<decisions.clause_words>>\b").match(text, match.end()) is None and is_now(said, match.start())


SETTLED: dict[str, Callable[[Rule, Said], bool]] = {
    "not_changed": _not_changed,
    "unsaid": _unsaid,
    "seated": _seated,
    "shared": _shared,
    "passed_on": _passed_on,
}
# Told in a report these may be others'.
SETTLED_NAME_NOBODY = frozenset(SETTLED)
