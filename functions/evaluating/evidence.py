"""What entitles a rule to be sure: how often it was right, alone or together with the rules of its family."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from functions.evaluating.counting import Count, totals

ENOUGH, PRECISE, PRECISE_ON_TEST = 50, 0.95, 0.90
"""Hits, precision over everything labelled, and precision over the frozen test part, that *sure* asks for."""
_FEW_ON_TEST = 10  # below that the frozen part says too little of one rule or family to rule it out

FAMILIES: Mapping[str, tuple[str, ...]] = {
    # A subject and a verb of doing, or somebody who is given a task.
    "somebody does it": (
        "action.commit", "action.promise", "action.delegate", "action.assigned", "action.given", "action.passive_agent", "action.group_promise",
        "action.responsible",
    ),
    # The line says that it is a task: by a label, be it its column's, or by a name set apart behind what is to be done.
    "written as a task": ("action.label", "action.tag", "action.bracket", "action.closing", "action.table", "action.column"),
    "written as a decision": ("decision.label", "decision.pointing", "decision.ok"),
    "the body decides": ("decision.performative", "decision.passive", "decision.of_meeting", "decision.given", "decision.elected"),
    # The verb itself puts the matter off, or what is called a matter comes to the body's next meeting.
    "put off": (
        "postponed.tabled", "postponed.returned", "postponed.sent_back", "postponed.deferred", "postponed.parked", "postponed.rests",
        "postponed.lies", "postponed.next",
    ),
    # A verb of treating, and a meeting or a season to come.
    "taken up later": ("postponed.next_plain", "postponed.later", "postponed.waits", "postponed.instead"),
    "followed up": ("follow_up.section",),
    # Another round of the matter, or of the work.
    "goes on later": ("postponed.next_round", "postponed.later_round"),
    # A task and how it stands, in two cells of a row.
    "a row with its status": ("follow_up.table", "follow_up.paired"),
}  # fmt: skip
"""Rules that rest on the same construction and so share their evidence. A rule that is in none stands alone."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one rule where it claims to be sure. own, family: counts over everything; test: of those, on the frozen part."""

    rule: str
    family: str | None
    own: Count
    own_test: Count
    shared: Count
    shared_test: Count

    @property
    def entitled(self) -> bool:
        """Whether the rule may be sure: by its own hits when they are enough, else by its family's unless its own speak against it."""
        if self.own.told >= ENOUGH:
            return _holds(self.own, self.own_test)
        return _holds(self.shared, self.shared_test) and self.shared.told >= ENOUGH and not _speaks_against(self.own)


def _holds(everything: Count, on_test: Count) -> bool:
    return everything.precision >= PRECISE and (on_test.told < _FEW_ON_TEST or on_test.precision >= PRECISE_ON_TEST)


def _speaks_against(own: Count) -> bool:
    return own.extra >= 2 and own.precision < PRECISE_ON_TEST


def evidence(
    rules: Mapping[tuple[str, str, str], Count],
    *,
    on_test: Mapping[tuple[str, str, str], Count],
    families: Mapping[str, tuple[str, ...]] = FAMILIES,
    declared: Iterable[str] = (),
) -> list[Evidence]:
    """The evidence of every rule that told something as sure, and of those declared sure beside them, by rule.

    rules, on_test: counts by (kind, rule, tier).
    """
    everything, tested = {rule: Count() for rule in declared} | _sure(rules), _sure(on_test)
    home = {rule: family for family, members in families.items() for rule in members}
    found = []
    for rule in sorted(everything):
        members = families.get(home.get(rule, ""), (rule,))
        shared = sum((everything.get(one, Count()) for one in members), Count())
        shared_test = sum((tested.get(one, Count()) for one in members), Count())
        found.append(Evidence(rule, home.get(rule), everything[rule], tested.get(rule, Count()), shared, shared_test))
    return found


def _sure(rules: Mapping[tuple[str, str, str], Count]) -> dict[str, Count]:
    return totals((rule, count) for (_, rule, tier), count in rules.items() if tier == "sure")
