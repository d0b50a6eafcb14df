"""Decisions that answer what the sentences before asked, proposed or gave to choose from: the deed itself is named there."""

from __future__ import annotations

import re
from collections.abc import Callable

from functions.interpreting.decision_clauses import Said
from functions.interpreting.phrases import phrase
from functions.interpreting.plain_decisions import is_now
from functions.interpreting.rules import Rule

_ECHO = 3  # words
_NAMING = 4  # letters; a longer word names what was spoken of


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
    named = {word for word in re.findall(r"\w+", said.before.casefold()) if len(word) > _NAMING}
    first = re.findall(r"\w+", text[match.end() :].casefold())[:2]
    return any(word in named for word in first) and is_now(said, match.end())


def _granted(rule: Rule, said: Said) -> bool:
    """ "Bifall, för två år.", "Avslag, med hänvisning till taxan."; not "Bifall, sade Bo"."""
    text = said.text.strip(" .!")
    match = rule.pattern.match(text)
    return match is not None and phrase(said.pack, r",\s+<<decisions.granted_how>>\s[^.;:]+$").match(text, match.end()) is not None


ANSWERED: dict[str, Callable[[Rule, Said], bool]] = {"echo": _echo, "picked": _picked, "granted": _granted}
# Told in a report these may be others'.
ANSWERED_NAME_NOBODY = frozenset(ANSWERED)
