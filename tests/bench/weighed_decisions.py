"""Fits the weights of `functions.interpreting.weighed_decisions` on the development minutes: `python -m tests.bench.weighed_decisions [--table]`.

A unit is a sentence that no rule reads. Whether it is a decision the labels say; what two secretaries could disagree on, formalities and
other bodies' decisions count neither way. Sentences that rules do read as decisions are learnt from too, at less weight, since they
are decided in as many ways.
Printed is what the sentences from each score on would add, by weights fitted without the council's own minutes; --table prints the weights fitted on
all, as they stand in the module. What is put aside (ASIDE) is left out. Where the labelled real
minutes lie beside the project they are fitted on too.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

import functions.interpreting
from functions.evaluating.judging import judge
from functions.evaluating.matching import likeness
from functions.evaluating.report import PASSAGES, Case, cases_in
from functions.interpreting import interpret
from functions.interpreting.own_body import OwnBody
from functions.interpreting.spans import overlap
from functions.interpreting.statements import Statement
from functions.interpreting.weighed_decisions import candidates, weigh
from functions.model.document import Document
from functions.model.minutes import Decision, Minutes
from functions.reading import read_document
from tests.bench.evidence import regress
from tests.interpreting.decided_bank import entries, minutes_with
from tests.interpreting.pages import page
from tests.scoring import CORPUS, shared_folder

ASIDE = ("fresh11/", "fresh12/", "fresh13/", "series/aside-")  # the weights were fitted before these came; learning from fresh11/ made them no better
UNSEEN = ("fresh4/", "fresh5/", "fresh6/", "fresh7/", "fresh8/", "fresh9/", "fresh10/", "fresh11/")  # papers that came when the rules stood
BY_RULE = 0.6  # what a sentence counts that a rule reads as a decision
_FOLDS = 12
_PENALTY = 1.5
_SCORES = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence with its signs. decides: by the labels; by_rule: a rule reads it."""

    council: str
    case: str
    point: str | None
    text: str
    signs: Mapping[str, float]
    decides: bool
    by_rule: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """A labelled paper: what rules read rightly, wrongly and not at all, and its units."""

    case: Case
    right: int
    extra: int
    missed: int
    units: tuple[Unit, ...]


def papers(cases: Iterable[Case]) -> Iterator[Paper]:
    """The development papers, read without weighing."""
    for case in cases:
        if case.part == "development" and not case.name.startswith(ASIDE) and (not case.judged or "decisions" in case.judged):
            yield _paper(case)


def real_minutes() -> Iterator[Case]:
    """The real minutes beside the project, one rendition of each; none where they are not there."""
    shared = shared_folder()
    for case in cases_in(shared / "minutes") if shared is not None else ():
        if case.name.endswith("plain.docx"):
            yield replace(case, name=f"real/{case.name}")


def look_alikes() -> Iterator[Case]:
    """The lines of the bank of decisions that only look like one, each in minutes of its own."""
    for number, entry in enumerate(entries()):
        if not entry.decided and not entry.formal:
            text = minutes_with(entry.title, entry.text.replace("~", "\n"), body=entry.body)
            yield Case(f"bank: {number}", page(text), {}, PASSAGES, "development")


def _paper(case: Case) -> Paper:
    seen: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

    def watch(statements: Sequence[Statement], own: OwnBody, decisions: Sequence[Decision], **named: Any) -> Sequence[Decision]:
        seen.append(((statements, own, decisions), named))
        return decisions

    with patch.object(functions.interpreting, "weigh_decisions", watch):
        minutes = interpret(
            case.document if isinstance(case.document, Document) else read_document(case.document.read_bytes(), name=case.document.name)
        )
    count = judge(minutes, case.gold).fields.get("decisions")
    units = tuple(_units(case, minutes, *seen[-1])) if seen else ()
    return Paper(case, *((count.right, count.extra, count.missed) if count else (0, 0, 0)), units)


def _units(case: Case, minutes: Minutes, given: tuple[Any, ...], named: dict[str, Any]) -> Iterator[Unit]:
    labels = case.gold.get("decisions", ())
    sure = [label for label in labels if not (label.get("maybe") or label.get("decided_by") or label.get("kind") == "formality")]
    decisions: Sequence[Decision] = given[2]
    others = [quotes for quotes in named["taken"] if not any(quotes is one.quotes for one in decisions)]
    found = list(candidates(*given, **{**named, "taken": others}))
    texts = [" ".join(span.text for span in one.spans) for one in found]
    best = {text for label in sure for text in _best(texts, label)}
    for one, text in zip(found, texts, strict=True):
        by_rule = any(overlap(one.statement.span, quote) for decision in decisions for quote in decision.quotes)
        decides = text in best
        if not decides and (by_rule or any(likeness(text, label) > 0 for label in labels)):
            continue
        signs = {name: worth for name, worth in one.signs.items() if not (by_rule and name in ("point decided", "told surely"))}
        yield Unit(case.council, case.name, one.statement.item.ref if one.statement.item is not None else None, text, signs, decides, by_rule)


def _best(texts: Sequence[str], label: Mapping[str, Any]) -> list[str]:
    """The sentence that tells a labelled decision, where a label holds several the one that is most of it, the answer rather than the question."""
    return [max(reversed(texts), key=lambda text: likeness(text, label))] if any(likeness(text, label) > 0 for text in texts) else []


def fit(units: Iterable[Unit]) -> dict[str, float]:
    """Weights for the signs."""
    return regress([(unit.signs, float(unit.decides), BY_RULE if unit.by_rule else 1.0) for unit in units], penalty=_PENALTY)


def left_out(read: Sequence[Paper], *, of: Callable[[Paper], str]) -> list[tuple[float, Unit]]:
    """The score of each sentence that no rule reads, by weights fitted without its own council's papers."""
    groups: dict[str, list[Paper]] = {}
    for paper in read:
        groups.setdefault(of(paper), []).append(paper)
    scored = []
    for name, own in groups.items():
        weights = fit(unit for other, these in groups.items() if other != name for paper in these for unit in paper.units)
        scored += [(weigh(unit.signs, weights=weights), unit) for paper in own for unit in paper.units if not unit.by_rule]
    return scored


def fold(paper: Paper) -> str:
    """Papers that are left out together: a council not seen before alone, the others of a few councils at a time."""
    if paper.case.name.startswith(UNSEEN):
        return paper.case.council
    name = paper.case.name if paper.case.council == PASSAGES else paper.case.council
    return str(sum(map(ord, name)) % _FOLDS)


def main() -> None:
    """Print the figures, or the table."""
    read = list(papers((*cases_in(CORPUS), *real_minutes(), *look_alikes())))
    if "--table" in sys.argv:
        for name, weight in fit(unit for paper in read for unit in paper.units).items():
            print(f'    "{name}": {weight:.2f},')
        return
    scored = left_out(read, of=fold)
    for part in ("", *UNSEEN):
        _show(part or "all", [paper for paper in read if part in paper.case.name], [(s, u) for s, u in scored if part in u.case])
    if "--sentences" in sys.argv:
        for score, unit in sorted(scored, key=lambda one: -one[0]):
            if unit.decides or score > min(_SCORES):
                print(f"{score:.2f} {'+' if unit.decides else '-'} {unit.case[:28]:28} {unit.text[:150]}")


def _show(name: str, read: Sequence[Paper], scored: Sequence[tuple[float, Unit]]) -> None:
    right, extra, missed = (sum(getattr(paper, key) for paper in read) for key in ("right", "extra", "missed"))
    print(f"{name}: rules {_figures(right, extra, missed)}; {len(scored)} sentences, {sum(unit.decides for _, unit in scored)} of them decide")
    for least in _SCORES:
        told = [unit.decides for score, unit in scored if score >= least]
        more = min(sum(told), missed)
        decide = sum(told)
        figures = _figures(right + more, extra + len(told) - decide, missed - more)
        print(f"  from {least:.2f} on {len(told):4}, {decide:4} decide ({decide / max(1, len(told)):.2f}): {figures}")


def _figures(right: int, extra: int, missed: int) -> str:
    told, labelled = right + extra, right + missed
    return f"P {right / max(1, told):.3f} R {right / max(1, labelled):.3f} F1 {2 * right / max(1, told + labelled):.3f}"


if __name__ == "__main__":
    main()
