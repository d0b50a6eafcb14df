"""Writes the figures of an evaluation down as a page: test and development beside each other, then tiers and rules with their evidence."""

from __future__ import annotations

from collections.abc import Mapping

from functions.evaluating.counting import Count, show_share, totals, wilson
from functions.evaluating.evidence import ENOUGH, PRECISE, PRECISE_ON_TEST, evidence
from functions.evaluating.report import SHARES, Evaluation


def render_accuracy(evaluation: Evaluation, *, first: Mapping[str, float] | None = None) -> str:
    """docs/accuracy.md: the figures with their bounds. first: what the test part's figures were before the rules were mended, by field."""
    lines = [
        "# Accuracy",
        "",
        "Measured by `dagordning evaluate` on invented minutes with labels made by hand. *Development* minutes were in view while rules were",
        "written, so their figures flatter; *test* minutes were labelled first and nobody looks at what is read wrongly in them: that is what an",
        "unseen council gets. In brackets the 95 % interval (Wilson). A field that is a share of what was found has one figure. What may be taken",
        "either way, formalities and other bodies' decisions are not counted.",
    ]
    for part in ("test", "development"):
        documents = evaluation.cases(part=part)
        if documents:
            councils = len({case.council for case in documents})
            lines += ["", f"## {part.capitalize()}: {len(documents)} documents of {councils} councils", ""]
            lines += _table(evaluation.fields(part=part), first=first if part == "test" else None)
            lines += ["", *_councils(evaluation, part=part)]
    for part in ("test", "development"):
        passages = evaluation.cases(part=part, passages=True)
        if passages:
            lines += ["", f"## {part.capitalize()}: {len(passages)} passages that stand alone", "", _ABOUT_PASSAGES, ""]
            lines += _table(evaluation.fields(part=part, passages=True))
    lines += ["", *_tiers(evaluation), "", *_rules(evaluation)]
    return "\n".join(lines) + "\n"


_ABOUT_PASSAGES = "Each a different way of writing; about half of them look like a decision, a task, a date to come … and are none."


def _table(fields: Mapping[str, Count], *, first: Mapping[str, float] | None = None) -> list[str]:
    lines = [
        "| field | precision | recall | F1 | labelled |" + (" first reading |" if first else ""),
        "|---|---|---|---|---|" + ("---|" if first else ""),
    ]
    for name, count in fields.items():
        before = f" {first[name]:.3f} |" if first and name in first else " |" if first else ""
        if name in SHARES:
            lines.append(f"| {name} | {show_share(count.right, count.labelled)} | | | {count.labelled} |{before}")
            continue
        exact, found = show_share(count.right, count.told), show_share(count.right, count.labelled)
        lines.append(f"| {name} | {exact} | {found} | {count.f1:.3f} | {count.labelled} |{before}")
    return lines


def _councils(evaluation: Evaluation, *, part: str) -> list[str]:
    shown = ("people", "items", "decisions", "actions", "postponed", "next meetings")
    lines = [f"| council | documents | {' | '.join(shown)} |", "|---|---|" + "---|" * len(shown)]
    documents = evaluation.cases(part=part)
    for council in sorted({case.council for case in documents}):
        counts = evaluation.fields(part=part, council=council)
        cells = [f"{counts[name].f1:.2f}" if name in counts else "" for name in shown]
        lines.append(f"| {council} | {sum(case.council == council for case in documents)} | {' | '.join(cells)} |")
    return lines


def _tiers(evaluation: Evaluation) -> list[str]:
    lines = [
        "## Tiers",
        "",
        "How often a fact was right, by how sure its rule is. Facts that are only proposed are shown as *Ej bekräftad* and never",
        "stand on a draft.",
        "",
    ]
    lines += ["| kind | tier | test | development |", "|---|---|---|---|"]
    parts = {part: _by_tier(evaluation.rules(part=part)) for part in ("test", "development")}
    for key in sorted({key for counts in parts.values() for key in counts}):
        cells = [_precision(counts.get(key, Count())) for counts in parts.values()]
        lines.append(f"| {' | '.join((*key, *cells))} |")
    return lines


def _by_tier(rules: Mapping[tuple[str, str, str], Count]) -> dict[tuple[str, str], Count]:
    return totals(((kind, tier), count) for (kind, _, tier), count in rules.items())


def _rules(evaluation: Evaluation) -> list[str]:
    held = {one.rule: one for one in evidence(evaluation.rules(), on_test=evaluation.rules(part="test"))}
    lines = [
        "## Rules",
        "",
        "Over both parts, passages with them: how often a rule was right when it told something. A rule may be *sure* when it is right in",
        f"{PRECISE:.0%} of at least {ENOUGH} hits and in {PRECISE_ON_TEST:.0%} of those on the test part; a rare rule shares its family's evidence.",
        "",
        "| kind | rule | tier | family | right of told |",
        "|---|---|---|---|---|",
    ]
    for (kind, rule, tier), count in evaluation.rules().items():
        family = held[rule].family if rule in held else None
        lines.append(f"| {kind} | `{rule}` | {tier} | {family or ''} | {_precision(count)} |")
    return lines


def _precision(count: Count) -> str:
    if not count.told:
        return ""
    low, high = wilson(count.right, count.told)
    return f"{count.right} of {count.told}, {count.precision:.2f} ({low:.2f}–{high:.2f})"
