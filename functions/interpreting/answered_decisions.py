"""Decisions that answer what the sentences before asked, proposed or gave to choose from: the deed itself is named there."""

from __future__ import annotations

import re
from collections.abc import Callable

from functions.interpreting.decision_clauses import Said
from functions.interpreting.phrases import phrase
from functions.interpreting.plain_decisions import is_now
from functions.interpreting.rules import Rule

_ECHO = 3  # words
_NAMING = 4  # letters; a word so long names what was spoken of


def _echo(rule: Rule, said: Said) -> bool:
    """ "Det vill rådet." behind "… om rådet vill delta", "Det får de." behind "… om de får behålla den"; not "Det har de."."""
    pack = said.pack
    words = said.text.strip(" .!").split()
    if len(words) != _ECHO or words[0].casefold() not in pack.words("decisions", "it") or not said.before:
        return False
    verb, who = words[1].casefold(), words[2]
    ours = verb in rule.words and re.compile(said.own.pattern(), re.IGNORECASE).fullmatch(who) is not None
    let = verb in pack.words("decisions", "lets") and who.casefold() in pack.words("decisions", "them")
    return (ours or let) and verb in re.findall(r"\w+", said.before.casefold())


def _picked(rule: Rule, said: Said) -> bool:
    """ "Det blev Kolvik, 18 mars." behind a sentence that names Kolvik among several; not "Det blev en lyckad kväll."."""
    text, pack = said.text, said.pack
    match = rule.pattern.match(text)
    if match is None or phrase(pack, r"\b<<grammar.or>>\b|,\s|\b<<grammar.and>>\b").search(said.before) is None:
        return False
    named = {word for word in re.findall(r"\w+", said.before.casefold()) if len(word) >= _NAMING}
    first = re.findall(r"\w+", text[match.end() :].casefold())[:2]
    return any(word in named for word in first) and is_now(said, match.end())


def _granted(rule: Rule, said: Said) -> bool:
    """ "Bifall, för två år.", "Avslag, med hänvisning till taxan."; not "Bifall, sade Bo"."""
    text = said.text.strip(" .!")
    match = rule.pattern.match(text)
    return match is not None and phrase(said.pack, r",\s+<<decisions.granted_how>>\s[^.;:]+$").match(text, match.end()) is not None


def _replied(rule: Rule, said: Said) -> bool:
    """ "Nej, det räcker med den som finns." behind "Egen rutin?", "Ska vi ha en rutin?"; not behind "Finns det en rutin?"."""
    pack = said.pack
    match = rule.pattern.match(said.text)
    if match is None or not re.match(r"\s*(?:[.,!]|$)", said.text[match.end() :]) or not _puts(said):
        return False
    told = phrase(pack, r"\W*(?:\w+\s){0,2}<<weighed.states|weighed.past|decisions.reported>>\b").match(said.text, match.end())
    return told is None and is_now(said, match.end())


def _puts(said: Said) -> bool:
    """Whether the sentence before asks leave, or names a matter in a question or a proposal without any verb."""
    pack, words = said.pack, re.findall(r"\w+", said.before.casefold())
    asks = said.before.rstrip().endswith("?")
    if not words or (asks and words[0] in pack.words("decisions", "asks_leave")):
        return bool(words)
    endings = (*pack.words("weighed", "present_endings"), *pack.words("weighed", "past_endings"))
    bare = phrase(pack, r"\b<<weighed.finite|weighed.states>>\b").search(said.before) is None and not words[0].endswith(endings)
    return bare and (asks or words[0] in pack.words("decisions", "proposed_opening"))


ANSWERED: dict[str, Callable[[Rule, Said], bool]] = {"echo": _echo, "picked": _picked, "granted": _granted, "replied": _replied}
# Told in a report these may be others'.
ANSWERED_NAME_NOBODY = frozenset(ANSWERED)
