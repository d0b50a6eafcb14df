"""Decisions that no rule knows, told by weighed signs: only ever proposed (docs/decisions/0029)."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from functions.interpreting.decision_forms import is_coming, other_maker
from functions.interpreting.decision_signs import Setting, signs_of
from functions.interpreting.own_body import OwnBody
from functions.interpreting.phrases import words_of
from functions.interpreting.spans import Span, joined, quotes_of
from functions.interpreting.statements import Statement
from functions.languages import LanguagePack
from functions.model.document import Document
from functions.model.minutes import Decision, Quotes, Tier

RULE = "decision.weighed"
BOUND = 0.4
"""From this score on a sentence is proposed as a decision."""

WEIGHTS: Mapping[str, float] = {
    "always": -2.91,
    "deciding": 0.35,
    "chatter": -0.93,
    "body within": 0.78,
    "opens with its matter": 0.13,
    "brief": -0.82,
    "first of its point": -0.56,
    "next to last": 0.17,
    "title: formal_titles": -0.87,
    "page marks decisions": 0.14,
    "decisions told": -1.00,
    "others": -0.28,
    "counted": -0.57,
    "no verb": 0.34,
    "long": 0.19,
    "point decided": -1.00,
    "acts now": 0.74,
    "behind a choice": 0.91,
    "choice, acts now": 0.20,
    "matter, acts now": -0.71,
    "reported": -0.61,
    "planned": -0.11,
    "states": -0.27,
    "somebody opens": -0.64,
    "last of its line": -0.09,
    "small letter": -0.23,
    "alone": 0.11,
    "listed": 0.28,
    "thinks": -0.59,
    "habits": -0.48,
    "title: asked_titles": 0.33,
    "supposes": -0.37,
    "no verb, no sentence before": 0.29,
    "short": -0.96,
    "body opens": 1.19,
    "body, acts now": 0.67,
    "title: told_titles": -0.77,
    "last of its point": -0.08,
    "passive": 0.47,
    "from a day": 0.88,
    "no verb, from a day": 0.24,
    "body, tells": -0.12,
    "past": -0.05,
    "no verb, named before": 0.81,
    "told in the past": 0.02,
    "agreed": 1.51,
    "body, deciding": 0.79,
    "lead": 0.36,
    "opens: it": 0.33,
    "negations": 0.36,
    "in a cell": -0.09,
    "no verb, last of its point": 0.00,
    "choosing": 0.67,
    "lasting": 0.80,
    "label": 0.76,
    "stands": -0.15,
    "somebody, brief": -0.49,
    "negation, acts now": 0.53,
    "opens with its verb": -0.18,
    "offices": 0.80,
    "negation, first": -0.33,
    "body, negation": -0.12,
    "we within": -0.15,
    "opens: we": 0.13,
    "becomes": 0.35,
    "becomes, behind a choice": 0.09,
    "agreed, negations": 0.70,
    "opens: opens_none": 0.07,
    "alone at its point": -0.75,
    "no point": 0.14,
    "we, deciding": 0.17,
    "goes on": 1.17,
    "lead: somebody": -0.38,
    "under a report": 0.46,
    "many figures": 0.49,
    "head: talk_columns": -0.70,
    "head: outcome_columns": 1.71,
    "outcome, alone": 0.61,
    "share of hundred": 0.18,
    "lead: chooses": 0.55,
    "a letter": 0.25,
    "no verb, opens none": 0.26,
    "none, brief": 0.21,
    "opens: then": 0.41,
    "quoted": -0.14,
    "behind a question": 0.53,
    "provided": 0.67,
    "office, from a day": 1.01,
    "opens: after_talk": 0.68,
    "very long": 0.06,
    "lead: body": -0.02,
    "opens: answers": 1.36,
    "opens: turns": 1.56,
    "from a day, passive": 0.00,
    "letter, becomes": 0.43,
}
"""What each sign counts; the sum is the log-odds. Fitted by `python -m tests.bench.weighed_decisions --table` on the development minutes."""

_OTHERWISE = frozenset({"follow_up", "action", "decision", "proposal", "owner", "due", "deferral"})  # passages that other finders read
_LONGEST = 400
_NEAR = 4  # sentences before one that are looked at


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that is read as nothing else. signs: by name, what each is worth before it is weighed."""

    statement: Statement
    signs: Mapping[str, float]

    @property
    def spans(self) -> list[Span]:
        """What would be quoted: the sentence, with what stands before its colon."""
        span, lead = self.statement.span, self.statement.lead
        return [Span(span.block, lead.start, span.end) if lead is not None and self.statement.first else span]


def weigh_decisions(
    statements: Sequence[Statement],
    own: OwnBody,
    decisions: Sequence[Decision],
    *,
    taken: Iterable[Quotes],
    heads: Mapping[tuple[int, int], str],
    pack: LanguagePack,
) -> list[Decision]:
    """The decisions with those that the signs speak for, numbered on. taken: the quotations of what is read as something else."""
    read = (*taken, *(decision.quotes for decision in decisions))
    weighed = [one for one in candidates(statements, own, decisions, taken=read, heads=heads, pack=pack) if weigh(one.signs) >= BOUND]
    return [*decisions, *(_decision(one, number) for number, one in enumerate(weighed, len(decisions) + 1))]


def candidates(
    statements: Sequence[Statement],
    own: OwnBody,
    decisions: Sequence[Decision],
    *,
    taken: Iterable[Quotes],
    heads: Mapping[tuple[int, int], str],
    pack: LanguagePack,
) -> Iterator[Candidate]:
    """The sentences that may be decisions, with their signs. Time grows with their number and length and no faster."""
    if not pack.words("weighed", "deciding"):  # a language that has none of these words
        return
    places = _places(taken)
    own_decisions = [decision for decision in decisions if decision.kind == "decision" and decision.decided_by is None]
    decided = Counter(decision.item for decision in own_decisions)
    points = {id(one.item): _ref(one) for one in statements}
    of_point = Counter(id(one.item) for one in statements)
    of_line = Counter(_line(one) for one in statements)
    marked = {id(one.item) for one in statements if one.mode == "decision"}
    share = len(marked) / max(1, len(points))
    told = min(1.0, len(own_decisions) / max(1, len(points)))
    by_rule = _places(decision.quotes for decision in own_decisions)
    last_decides = False
    before: dict[int, list[str]] = {}
    in_line: Counter[tuple[str, int]] = Counter()
    for one in statements:
        point, line = id(one.item), _line(one)
        so_far = before.setdefault(point, [])
        in_line[line] += 1
        if _may_be(one, places, pack=pack) and other_maker(one.text, own, pack=pack) is None:
            cell = one.span.block.cell
            setting = Setting(
                before=tuple(so_far[-_NEAR:]),
                head=heads.get((cell.table, cell.col), "") if cell is not None and cell.row else "",
                goes_on=bool(so_far) and last_decides,
                left=of_point[point] - len(so_far) - 1,
                alone=of_line[line] == 1,
                last_of_line=in_line[line] == of_line[line],
                decided=bool(decided[_ref(one)]),
                marked=share,
                told=told,
            )
            yield Candidate(one, signs_of(one, setting, own, pack=pack))
        so_far.append(one.text)
        last_decides = _is_in(one.span, by_rule)


def weigh(signs: Mapping[str, float], *, weights: Mapping[str, float] | None = None) -> float:
    """The score of some signs, 0–1. weights: other ones than WEIGHTS."""
    table = WEIGHTS if weights is None else weights
    odds = sum(table.get(name, 0.0) * worth for name, worth in signs.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def _may_be(one: Statement, places: Mapping[str, Sequence[tuple[int, int]]], *, pack: LanguagePack) -> bool:
    """Whether a sentence says something that nobody has read as something else."""
    text = one.text.strip()
    if one.mode in _OTHERWISE or one.opens or text.endswith(("?", ":")) or not 1 < len(text) <= _LONGEST or not re.search(r"[^\W\d_]{2}", text):
        return False
    if _is_in(one.span, places):
        return False
    if words_of(pack, "formalities", "beside", "words", "thanks").search(text) or is_coming(text, pack=pack):
        return False
    return text.casefold().strip(" .–—-!") not in pack.words("formalities", "no_decision_alone")


def _is_in(span: Span, places: Mapping[str, Sequence[tuple[int, int]]]) -> bool:
    return any(start < span.end and span.start < end for start, end in places.get(span.block.id, ()))


def _places(taken: Iterable[Quotes]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for quotes in taken:
        for quote in quotes:
            found.setdefault(quote.block, []).append((quote.start, quote.end))
    return found


def heads_of(document: Document) -> dict[tuple[int, int], str]:
    """What the first row of each table says, by table and column."""
    return {(block.cell.table, block.cell.col): block.text for block in document.blocks if block.cell is not None and not block.cell.row}


def _ref(one: Statement) -> str | None:
    return one.item.ref if one.item is not None else None


def _line(one: Statement) -> tuple[str, int]:
    return one.line.span.block.id, one.line.span.start


def _decision(one: Candidate, number: int) -> Decision:
    return Decision(f"d{number}", _ref(one.statement), joined(one.spans), rule=RULE, tier=Tier.PROPOSED, quotes=quotes_of(one.spans))
