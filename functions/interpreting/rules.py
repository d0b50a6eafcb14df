"""The pack's word rules, compiled once: which words, in which construction, give which kind of fact."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from functions.interpreting.phrases import alternatives, any_of
from functions.languages import LanguagePack
from functions.model.minutes import Tier


# What is made from a rule is kept by its identity: a hash of all its words takes longer than what is made.
@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A word rule of the pack; pattern matches any of its words as whole words, longest first, without regard to case.

    needs: "bound" for words that only promise something together with a day or a receiver, "someone" for those that need somebody to be asked,
    "matter" for those that only what is called a matter can be put off by.
    """

    id: str
    kind: str
    form: str
    tier: Tier
    subject: str | None
    pattern: re.Pattern[str]
    words: tuple[str, ...]
    needs: str | None = None


@lru_cache(maxsize=8)
def rules_of(pack: LanguagePack) -> tuple[Rule, ...]:
    """All word rules of a pack in its order."""
    return tuple(
        Rule(
            id=entry["id"],
            kind=entry["kind"],
            form=entry["form"],
            tier=Tier(entry.get("tier", "proposed")),
            subject=entry.get("subject"),
            pattern=any_of(tuple(entry["words"])) if entry["form"] != "subject_verb" else _loosely(tuple(entry["words"]), pack),
            words=tuple(entry["words"]),
            needs=entry.get("needs"),
        )
        for entry in pack.sections.get("rules", ())
    )


def _loosely(words: tuple[str, ...], pack: LanguagePack) -> re.Pattern[str]:
    """As `any_of`, with room for one adverb inside a verb of several words: "tar nu fram", "gör ändå en lista"."""
    adverbs = alternatives(pack.words("verbs", "inner_adverbs"))
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        first, _, rest = word.partition(" ")
        rests.setdefault(first, []).append(rest)
    loose = "|".join(f"{re.escape(first)}{_any_rest(behind, adverbs)}" for first, behind in rests.items())
    return re.compile(rf"(?<![\w-])(?:{loose})(?!\w)", re.IGNORECASE)


def _any_rest(rests: list[str], adverbs: str) -> str:
    """What may stand behind a verb's first word: one of these, the longest first, or nothing where "" is among them."""
    longer = "|".join(re.escape(rest).replace(r"\ ", r"\s+") for rest in rests if rest)
    behind = rf"\s+(?:{adverbs}\s+)?(?:{longer})(?!\w)" if longer else ""
    return f"(?:{behind})?" if behind and "" in rests else behind


def rules_for(pack: LanguagePack, *, kinds: Iterable[str]) -> tuple[Rule, ...]:
    """The rules that give facts of these kinds."""
    return _rules_for(pack, tuple(kinds))


@lru_cache(maxsize=64)
def _rules_for(pack: LanguagePack, kinds: tuple[str, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules_of(pack) if rule.kind in kinds)


def rule_named(pack: LanguagePack, name: str) -> Rule | None:
    """The rule of that id, None where the pack has none."""
    return next((rule for rule in rules_of(pack) if rule.id == name), None)
