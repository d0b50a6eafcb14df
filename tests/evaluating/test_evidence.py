"""A rule may be sure when its own hits, or its family's, show that it is."""

from __future__ import annotations

import pytest

from functions.evaluating.counting import Count
from functions.evaluating.evidence import FAMILIES, Evidence, evidence

Rules = dict[tuple[str, str, str], Count]
TWO = {"both": ("a.common", "a.rare")}


def of(rule: str, rules: Rules, *, test: Rules | None = None) -> Evidence:
    return next(one for one in evidence(rules, on_test=test or {}, families=TWO) if one.rule == rule)


def sure(rule: str, right: int, extra: int = 0) -> Rules:
    return {("actions", rule, "sure"): Count(right, extra)}


@pytest.mark.parametrize(("right", "extra", "entitled"), [(57, 3, True), (56, 4, False), (49, 0, False)])
def test_its_own_hits_entitle_a_common_rule(right: int, extra: int, entitled: bool) -> None:
    assert of("a.common", sure("a.common", right, extra)).entitled is entitled


def test_a_rule_that_fails_on_the_frozen_part_is_not_sure() -> None:
    assert of("a.common", sure("a.common", 99, 1), test=sure("a.common", 9, 1)).entitled
    assert not of("a.common", sure("a.common", 98, 2), test=sure("a.common", 10, 2)).entitled


def test_a_rare_rule_shares_its_familys_evidence() -> None:
    assert of("a.rare", sure("a.common", 60) | sure("a.rare", 3)).entitled
    assert not of("a.rare", sure("a.common", 40) | sure("a.rare", 3)).entitled
    assert not evidence(sure("b.alone", 3), on_test={}, families=TWO)[0].entitled


def test_its_own_mistakes_speak_against_a_rare_rule() -> None:
    assert of("a.rare", sure("a.common", 60) | sure("a.rare", 3, 1)).entitled
    assert not of("a.rare", sure("a.common", 90) | sure("a.rare", 3, 2)).entitled


def test_what_is_only_proposed_needs_no_evidence() -> None:
    assert evidence({("actions", "a.common", "proposed"): Count(1, 9)}, on_test={}) == []


def test_no_rule_is_in_two_families() -> None:
    members = [rule for rules in FAMILIES.values() for rule in rules]
    assert len(members) == len(set(members))
