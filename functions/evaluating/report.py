"""Evaluates folders of labelled minutes and writes the figures down, development and test beside each other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from functions import errors
from functions.evaluating.counting import Count, wilson
from functions.evaluating.judging import Judged, judge
from functions.model.minutes import Minutes

FIELDS = (
    "meeting", "people", "attendance", "items", "decisions", "actions", "owners", "owners not invented", "due", "postponed", "until", "next meetings",
    "follow-ups", "questions",
)  # fmt: skip
SHARES = frozenset({"meeting", "attendance", "owners", "owners not invented", "due", "until", "questions"})


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled document. part: "test" for one that nobody looks at while writing rules, else "development"."""

    name: str
    document: Path
    gold: Mapping[str, Any]
    council: str
    part: str = "development"


@dataclass(slots=True)
class Evaluation:
    """The judged documents. Sums are made when they are asked for."""

    judged: list[tuple[Case, Judged]] = field(default_factory=list)

    def fields(self, *, part: str | None = None, council: str | None = None, name: str | None = None) -> dict[str, Count]:
        """Counts by field over the documents of a part, a council or one name."""
        found: dict[str, Count] = {}
        for case, judged in self.judged:
            if part in (None, case.part) and council in (None, case.council) and name in (None, case.name):
                for one, count in judged.fields.items():
                    found[one] = found.get(one, Count()) + count
        return {one: found[one] for one in FIELDS if one in found}

    def rules(self, *, part: str | None = None) -> dict[tuple[str, str, str], Count]:
        """Counts by (kind, rule, tier)."""
        found: dict[tuple[str, str, str], Count] = {}
        for case, judged in self.judged:
            if part in (None, case.part):
                for key, count in judged.rules.items():
                    found[key] = found.get(key, Count()) + count
        return dict(sorted(found.items()))

    @property
    def councils(self) -> list[str]:
        """The councils, by name."""
        return sorted({case.council for case, _ in self.judged})


def cases_in(folder: Path) -> Iterator[Case]:
    """The labelled minutes in and under a folder: each gold.json with the documents beside it. Raises errors.BadUsage where there are none."""
    found = sorted(folder.rglob("gold.json"))
    if not found:
        raise errors.BadUsage(f"I {folder} finns inga märkta anteckningar (gold.json bredvid en Word- eller PDF-fil).")
    for place in found:
        gold = json.loads(place.read_text(encoding="utf-8"))
        if gold.get("kind", "minutes") != "minutes":
            continue
        for document in sorted(path for path in place.parent.iterdir() if path.suffix.lower() in (".docx", ".pdf")):
            body = gold.get("meeting", {}).get("body")
            council = gold.get("council") or (body[0] if isinstance(body, list) else body) or place.parent.name
            name = document.relative_to(folder).as_posix()
            yield Case(name, document, gold, council, "test" if gold.get("part") == "test" else "development")


def evaluate(cases: Iterable[Case], read: Callable[[Path], Minutes]) -> Evaluation:
    """Read every document and judge it; one that cannot be read counts as if nothing had been told."""
    evaluation = Evaluation()
    for case in cases:
        evaluation.judged.append((case, judge(read(case.document), case.gold)))
    return evaluation


def render_accuracy(evaluation: Evaluation, *, first: Mapping[str, float] | None = None) -> str:
    """docs/accuracy.md: the figures with their bounds. first: what the test part's F1 was before the rules were mended, by field."""
    lines = [
        "# Accuracy",
        "",
        "Measured by `dagordning evaluate` on invented minutes with labels made by hand. *Development* minutes were in view while rules were",
        "written, so their figures flatter; *test* minutes were labelled first and nobody looks at what is read wrongly in them: that is what an",
        "unseen council gets. In brackets the 95 % interval (Wilson). A field that is a share of what was found has one figure.",
    ]
    for part in ("test", "development"):
        documents = [case for case, _ in evaluation.judged if case.part == part]
        if documents:
            councils = len({case.council for case in documents})
            lines += ["", f"## {part.capitalize()}: {len(documents)} documents of {councils} councils", "", *_table(evaluation.fields(part=part))]
            if part == "test" and first:
                lines += [
                    "",
                    "First reading, before anything was mended: " + ", ".join(f"{name} {figure:.2f}" for name, figure in first.items()) + ".",
                ]
            lines += ["", "| council | actions F1 | decisions F1 | postponed F1 | people F1 |", "|---|---|---|---|---|"]
            for council in sorted({case.council for case in documents}):
                counts = evaluation.fields(part=part, council=council)
                cells = [f"{counts.get(name, Count()).f1:.2f}" for name in ("actions", "decisions", "postponed", "people")]
                lines.append(f"| {council} | {' | '.join(cells)} |")
    lines += ["", "## Rules", "", "Over both parts: how often a rule was right when it told something.", ""]
    lines += ["| kind | rule | tier | right | told | precision |", "|---|---|---|---|---|---|"]
    for (kind, rule, tier), count in evaluation.rules().items():
        low, high = wilson(count.right, count.told)
        lines.append(f"| {kind} | `{rule}` | {tier} | {count.right} | {count.told} | {count.precision:.2f} ({low:.2f}–{high:.2f}) |")
    return "\n".join(lines) + "\n"


def _table(fields: Mapping[str, Count]) -> list[str]:
    lines = ["| field | precision | recall | F1 | labelled |", "|---|---|---|---|---|"]
    for name, count in fields.items():
        if name in SHARES:
            low, high = wilson(count.right, count.labelled)
            lines.append(f"| {name} | {count.recall:.3f} ({low:.2f}–{high:.2f}) | | | {count.labelled} |")
            continue
        exact, found = wilson(count.right, count.told), wilson(count.right, count.labelled)
        lines.append(
            f"| {name} | {count.precision:.3f} ({exact[0]:.2f}–{exact[1]:.2f}) | {count.recall:.3f} ({found[0]:.2f}–{found[1]:.2f}) "
            f"| {count.f1:.3f} | {count.labelled} |"
        )
    return lines
