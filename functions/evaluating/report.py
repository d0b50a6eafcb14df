"""Evaluates folders of labelled minutes: which cases there are, and what reading them gave."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from functions import errors
from functions.evaluating.counting import Count, totals
from functions.evaluating.judging import Judged, judge
from functions.evaluating.sentences import passages_in
from functions.interpreting import interpret
from functions.model.document import Document
from functions.model.minutes import Minutes

FIELDS = (
    "meeting", "people", "attendance", "items", "decisions", "actions", "owners", "owners not invented", "due", "postponed", "until", "next meetings",
    "follow-ups", "questions", "no name",
)  # fmt: skip
SHARES = frozenset({"meeting", "attendance", "owners", "owners not invented", "due", "until", "questions", "no name"})


PASSAGES = "passages"
"""What stands for the council of a passage that stands alone."""


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled document or passage. part: "test" for one that nobody looks at while writing rules, else "development".

    document: a file, or the page itself; judged: the fields it is judged by, all when empty.
    """

    name: str
    document: Path | Document
    gold: Mapping[str, Any]
    council: str
    part: str = "development"
    judged: tuple[str, ...] = ()


@dataclass(slots=True)
class Evaluation:
    """The judged documents. Sums are made when they are asked for."""

    judged: list[tuple[Case, Judged]] = field(default_factory=list)

    def fields(self, *, part: str | None = None, council: str | None = None, passages: bool = False) -> dict[str, Count]:
        """Counts by field over the documents of a part or a council, or over the passages that stand alone."""
        found = totals(
            counted
            for case, judged in self.judged
            if part in (None, case.part) and council in (None, case.council) and passages == (case.council == PASSAGES)
            for counted in judged.fields.items()
        )
        return {one: found[one] for one in FIELDS if one in found}

    def rules(self, *, part: str | None = None) -> dict[tuple[str, str, str], Count]:
        """Counts by (kind, rule, tier)."""
        found = totals(counted for case, judged in self.judged if part in (None, case.part) for counted in judged.rules.items())
        return dict(sorted(found.items()))

    def cases(self, *, part: str, passages: bool = False) -> list[Case]:
        """The documents, or the passages, of a part."""
        return [case for case, _ in self.judged if case.part == part and passages == (case.council == PASSAGES)]


def cases_in(folder: Path) -> Iterator[Case]:
    """The labelled minutes in and under a folder: each gold.json with the documents beside it, then the banks of passages.

    Raises errors.BadUsage where there are none.
    """
    found = sorted(folder.rglob("gold.json"))
    passages = [
        Case(name, page, gold, PASSAGES, "test" if for_test else "development", fields) for name, page, gold, fields, for_test in passages_in(folder)
    ]
    if not found and not passages:
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
    yield from passages


def evaluate(cases: Iterable[Case], read: Callable[[Path], Minutes]) -> Evaluation:
    """Read every document and judge it; one that cannot be read counts as if nothing had been told."""
    evaluation = Evaluation()
    for case in cases:
        minutes = interpret(case.document) if isinstance(case.document, Document) else read(case.document)
        judged = judge(minutes, case.gold)
        if case.judged:
            fields = {name: count for name, count in judged.fields.items() if name in case.judged}
            rules = {key: count for key, count in judged.rules.items() if key[0] in case.judged}
            wrong = tuple(line for line in judged.wrong if line.split(":")[0] in case.judged)
            judged = replace(judged, fields=fields, rules=rules, wrong=wrong)
        evaluation.judged.append((case, judged))
    return evaluation
