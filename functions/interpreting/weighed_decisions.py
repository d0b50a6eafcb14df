"""Decisions that no rule knows, told by weighed signs: only ever proposed (docs/decisions/0029)."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from functions.interpreting.decision_forms import is_coming, other_maker
from functions.interpreting.decision_habits import habits_in
from functions.interpreting.decision_signs import Setting, signs_of
from functions.interpreting.own_body import OwnBody
from functions.interpreting.phrases import UPPER, phrase, words_of
from functions.interpreting.spans import Span, joined, quotes_of
from functions.interpreting.statements import Statement
from functions.interpreting.summed_up import is_same, listed_in, summary_of
from functions.interpreting.told_decisions import is_decided_by_others
from functions.languages import LanguagePack
from functions.model.document import Document
from functions.model.minutes import Action, Decision, FollowUp, Quotes, Tier

RULE = "decision.weighed"
BOUND = 0.55
"""From this score on a sentence is proposed as a decision."""

WEIGHTS: Mapping[str, float] = {
    "always": -2.93,
    "deciding": 0.86,
    "chatter": -0.82,
    "body within": 1.22,
    "brief": -1.31,
    "first of its point": -0.89,
    "next to last": 0.39,
    "title: formal_titles": -1.20,
    "told surely": -3.04,
    "terse page": 1.06,
    "reported": -0.77,
    "counted": -0.37,
    "somebody opens": -0.85,
    "no verb": 0.20,
    "short": -0.89,
    "point decided": -0.93,
    "remark: done": -0.92,
    "no verb, no sentence before": 0.85,
    "others": -0.66,
    "acts now": 0.17,
    "behind a choice": 0.40,
    "behind talk": 0.21,
    "choice, acts now": 0.08,
    "planned": -0.37,
    "states": -0.55,
    "last of its line": 0.12,
    "names choice": 0.95,
    "thinks": -0.47,
    "habits": -0.90,
    "supposes": -0.45,
    "task next": 0.62,
    "task before": -0.37,
    "passive": 0.86,
    "body opens": 2.13,
    "task next, acts now": 0.24,
    "body, acts now": 0.83,
    "title: told_titles": -0.57,
    "somebody, deciding": 0.32,
    "opens: opens_none": 0.04,
    "negations": 0.08,
    "alone": -0.44,
    "alone at its point": -0.45,
    "later line": 0.36,
    "last line": -0.07,
    "becomes": 0.78,
    "may": 0.39,
    "choosing": 0.88,
    "lead": 0.54,
    "later line, behind talk": 0.47,
    "talk, negations": 0.73,
    "in a cell": -0.80,
    "habit: row": 0.66,
    "offices": 1.13,
    "from a day": 0.90,
    "remark: kept": -1.07,
    "from a day, passive": 0.56,
    "later line, told": -0.42,
    "lasting": 1.07,
    "talk, lasting": 0.37,
    "brief, talk": -0.31,
    "brief, later line": 0.64,
    "talk, becomes": 0.43,
    "opens with its verb": -0.35,
    "negation, first": -0.46,
    "we within": -0.11,
    "opens: we": 0.92,
    "agreed": 1.84,
    "agreed, negations": 0.33,
    "goes on": 2.23,
    "later line, acts now": 0.42,
    "small letter": -1.01,
    "opens: turns": 1.30,
    "refused": 0.29,
    "lead: somebody": -0.58,
    "label": -0.76,
    "under a report": 1.15,
    "head: talk_columns": -0.08,
    "share of hundred": -0.47,
    "lead: chooses": 1.22,
    "opens: then": 0.06,
    "behind a question": -0.08,
    "provided": 0.87,
    "body, deciding": 0.58,
    "office, from a day": 0.81,
    "habit: look": 0.39,
    "opens: after_talk": 0.99,
    "opens: answers": 1.65,
    "remark: dropped": 0.50,
    "arrow": 0.74,
    "head: outcome_columns": 0.74,
    "outcome, no verb": 0.51,
    "outcome, alone": 1.45,
    "agreed next": 0.50,
    "point: for_telling": -0.01,
}
"""What each sign counts; the sum is the log-odds. Fitted by `python -m tests.bench.weighed_decisions --table` on the development minutes."""

_SAYS = rf",\s+<<decisions.reported>>\s+[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?[\s.]*$"  # "…, sade Bo Alm."
_HANGS_ON = r"<<weighed.hangs_on>>\s"  # "Gäller från den 15 december." behind a decision is part of it
_FEELS = r"\b<<weighed.feelings>>\b"
_VOICE = rf"[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?\s+(?i:<<weighed.voices>>)\b"  # "Clary frågade om …"
_THANKS = r"\b<<formalities.thanking>>\b(?!\s+<<weighed.answers>>\b)"  # "Rådet tackar Bo.", not "Rådet tackar nej."
_OTHERWISE = frozenset({"follow_up", "action", "decision", "proposal", "owner", "due", "deferral"})  # passages that other finders read
_LONGEST = 400
_TERSE = 10  # words that make a long sentence
_CONFIRMING = 2  # words behind a decision that say no more than it does: "Bifall."
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
    remarks: Sequence[FollowUp],
    tasks: Iterable[Action],
    heads: Mapping[tuple[int, int], str],
    pack: LanguagePack,
) -> list[Decision]:
    """The decisions with those that the signs speak for, numbered on. taken: the quotations of what is read as something else; remarks:
    what may be told of earlier tasks."""
    read = (*taken, *(decision.quotes for decision in decisions))
    listed = listed_in(decisions, summary_of(statements, pack=pack))
    weighed = [
        one
        for one in candidates(statements, own, decisions, taken=read, remarks=remarks, tasks=tasks, heads=heads, pack=pack)
        if weigh(one.signs) >= BOUND and not any(is_same(one.statement.text, told.text, pack=pack) for told in listed)
    ]
    return [*decisions, *(_decision(one, number) for number, one in enumerate(weighed, len(decisions) + 1))]


def candidates(
    statements: Sequence[Statement],
    own: OwnBody,
    decisions: Sequence[Decision],
    *,
    taken: Iterable[Quotes],
    remarks: Sequence[FollowUp],
    tasks: Iterable[Action],
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
    sure = len([decision for decision in own_decisions if decision.tier is Tier.SURE])
    told_surely = min(1.0, sure / max(1, len(points)))
    terse = sum(len(one.text.split()) < _TERSE for one in statements) / max(1, len(statements))
    by_rule = _places(decision.quotes for decision in own_decisions)
    told_of = {status: _places(one.quotes for one in remarks if one.status == status) for status in ("done", "kept", "dropped")}
    given = _places(task.quotes for task in tasks)
    gives = [_is_in(one.span, given) for one in statements]
    lines: dict[int, list[tuple[str, int]]] = {}
    for one in statements:
        of_item = lines.setdefault(id(one.item), [])
        if not of_item or of_item[-1] != _line(one):
            of_item.append(_line(one))
    habits = habits_in(statements, decides=lambda span: _is_in(span, by_rule))
    last_decides = False
    before: dict[int, list[str]] = {}
    in_line: Counter[tuple[str, int]] = Counter()
    for at, (one, ways) in enumerate(zip(statements, habits, strict=True)):
        point, line = id(one.item), _line(one)
        so_far = before.setdefault(point, [])
        in_line[line] += 1
        confirms = last_decides and (len(one.text.split()) <= _CONFIRMING or phrase(pack, _HANGS_ON).match(one.text) is not None)
        if not confirms and _may_be(one, own, places, pack=pack) and not _is_by_others(one.text, own, pack=pack):
            cell = one.span.block.cell
            setting = Setting(
                before=tuple(so_far[-_NEAR:]),
                after=statements[at + 1].text if of_point[point] > len(so_far) + 1 and at + 1 < len(statements) else "",
                head=heads.get((cell.table, cell.col), "") if cell is not None and cell.row else "",
                goes_on=bool(so_far) and last_decides,
                left=of_point[point] - len(so_far) - 1,
                alone=of_line[line] == 1,
                last_of_line=in_line[line] == of_line[line],
                decided=bool(decided[_ref(one)]),
                told_surely=told_surely,
                terse=terse,
                remark=next((status for status, places_of in told_of.items() if _is_in(one.span, places_of)), ""),
                habits=ways,
                later_line=one.first and line != lines[point][0],
                last_line=line == lines[point][-1],
                task_next=of_point[point] > len(so_far) + 1 and at + 1 < len(statements) and gives[at + 1],
                task_before=bool(so_far) and gives[at - 1],
            )
            yield Candidate(one, signs_of(one, setting, own, pack=pack))
        so_far.append(one.text)
        last_decides = _is_in(one.span, by_rule)


def weigh(signs: Mapping[str, float], *, weights: Mapping[str, float] | None = None) -> float:
    """The score of some signs, 0–1. weights: other ones than WEIGHTS."""
    table = WEIGHTS if weights is None else weights
    odds = sum(table.get(name, 0.0) * worth for name, worth in signs.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def _is_by_others(text: str, own: OwnBody, *, pack: LanguagePack) -> bool:
    return other_maker(text, own, pack=pack) is not None or is_decided_by_others(text, own, pack=pack)


def _may_be(one: Statement, own: OwnBody, places: Mapping[str, Sequence[tuple[int, int]]], *, pack: LanguagePack) -> bool:
    """Whether a sentence says something that nobody has read as something else."""
    text = one.text.strip()
    if one.mode in _OTHERWISE or one.opens or text.endswith(("?", ":")) or not 1 < len(text) <= _LONGEST or not re.search(r"[^\W\d_]{2}", text):
        return False
    if _is_in(one.span, places):
        return False
    if words_of(pack, "formalities", "beside", "words", "thanks").search(text) or is_coming(text, pack=pack):
        return False
    if phrase(pack, _THANKS).search(text) or phrase(pack, _FEELS).search(text):
        return False
    if phrase(pack, _VOICE, case=True).match(text) and not own.opens(text):
        return False
    if phrase(pack, _SAYS, case=True).search(text) or phrase(pack, r"^\S+(?:\s\S+)?\s<<decisions.consensus>>\s<<grammar.negations>>\W*$").search(
        text
    ):
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
