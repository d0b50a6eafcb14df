"""Every word rule of the packs is shown to give what its example says and nothing for its counter-example."""

from __future__ import annotations

from typing import Any

import pytest

from functions.languages import available, load
from tests.interpreting.pages import ROSTER, read
from tests.languages.rules import facts_by, minutes_in, rules_of

KINDS = {"action", "decision", "tabled", "returned", "deferred", "parked", "consultation", "standing"}
FORMS = {
    "subject_verb", "subject_present", "subject_modal", "subject_phrase", "delegate", "urge", "need", "imperative", "passive_agent",
    "passive_modal", "deadline", "label", "tag", "table",
    "given", "lead", "bracket", "appoint", "handed", "closing", "responsible", "elected", "pointing",
    "carried", "own_noun", "whole", "matter", "named", "own_order", "chosen", "vote", "chair_finds",
    "own_refusal", "own_option", "allowed", "ordered", "spent", "answer", "echoed", "on_trial", "outcome", "further",
    "echo", "picked", "granted", "replied",
    "tried", "shown", "settled_by_name", "ruled", "ended", "let",
    "not_changed", "unsaid", "seated", "shared", "passed_on", "fronted", "none_of", "waits", "instead",
    "formality", "own_verb", "passive_opening", "phrase", "next_meeting", "later", "plain", "of_matter", "parked", "bare", "consultation",
}  # fmt: skip
RULES: list[dict[str, Any]] = [{"pack": code, **rule} for code in available() for rule in rules_of(load(code))]


def ident(rule: dict[str, Any]) -> str:
    return f"{rule['pack']}:{rule['id']}"


@pytest.mark.parametrize("rule", RULES, ids=ident)
def test_a_rule_names_its_kind_form_and_tier_and_shows_examples(rule: dict[str, Any]) -> None:
    assert set(rule) <= {"pack", "id", "kind", "form", "subject", "needs", "tier", "words", "example", "not_this"}
    assert rule["kind"] in KINDS
    assert rule["form"] in FORMS
    assert rule.get("subject") in (None, "person", "group")
    assert rule.get("needs") in (None, "bound", "someone", "receiver", "matter", "past")
    assert rule["tier"] in ("sure", "proposed")
    assert rule["words"] or rule["form"] in (
        "label",
        "tag",
        "table",
        "formality",
        "subject_present",
        "handed",
        "chosen",
        "closing",
        "responsible",
        "vote",
        "outcome",
        "further",
        "plain",
    )
    assert rule["form"] == "table" or (rule["example"] and rule["not_this"])


def test_no_two_rules_of_a_pack_share_an_id() -> None:
    assert len({ident(rule) for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=ident)
def test_no_rule_lists_a_word_twice(rule: dict[str, Any]) -> None:
    assert len(set(rule["words"])) == len(rule["words"])


@pytest.mark.parametrize("rule", [r for r in RULES if "example" in r], ids=ident)
def test_the_example_gives_a_fact_by_its_rule(rule: dict[str, Any]) -> None:
    assert facts_by(rule["id"], minutes_in(load(rule["pack"]), rule["example"])), rule["example"]


@pytest.mark.parametrize("rule", [r for r in RULES if "not_this" in r], ids=ident)
def test_the_counter_example_gives_none(rule: dict[str, Any]) -> None:
    assert facts_by(rule["id"], minutes_in(load(rule["pack"]), rule["not_this"])) == []


@pytest.mark.parametrize("code", available())
def test_the_example_minutes_are_read_without_a_question(code: str) -> None:
    minutes = minutes_in(load(code), "")
    assert (minutes.document.kind, minutes.document.language, minutes.doubts) == ("minutes", code, ())
    assert (minutes.meeting.date, minutes.meeting.start, len(minutes.people), len(minutes.items)) == ("2026-03-05", "13:00", 5, 2)


def test_a_table_of_tasks_gives_actions_by_the_table_rule() -> None:
    minutes = read(
        f"{ROSTER}# 1. Syn\nBo Alm berättade om läget.\n# 2. Uppdrag\n| Vad | Vem | När |\n| Beställa synfältsmätare | Cia Dahl | 3 april |\n"
    )
    assert facts_by("action.table", minutes) == ["Beställa synfältsmätare"]
