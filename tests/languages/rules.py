"""Reads a sentence the way a pack's rules are tried: within the made-up minutes that the pack itself gives."""

from __future__ import annotations

from typing import Any

from functions.interpreting import interpret
from functions.languages import LanguagePack
from functions.model.minutes import Minutes
from tests.interpreting.pages import page


def minutes_in(pack: LanguagePack, sentence: str) -> Minutes:
    """What is read out of the pack's example minutes with this sentence in its place."""
    return interpret(page(str(pack.table("examples")["minutes"]).strip("\n").replace("{}", sentence)), pack=pack)


def facts_by(rule: str, minutes: Minutes) -> list[str]:
    """The texts of the facts that a rule gave."""
    facts: list[Any] = [*minutes.actions, *minutes.decisions, *minutes.postponed, *minutes.consultations, *minutes.standing]
    return [fact.text for fact in facts if fact.rule == rule]


def rules_of(pack: LanguagePack) -> list[dict[str, Any]]:
    """A pack's rules as they are written."""
    return [dict(rule) for rule in pack.sections.get("rules", ())]
