"""Measures single sentences against their labels: how many decisions, actions and deferrals are found, and how many are wrongly said to be there.

python tests/bench/phrases.py [--show]: prints precision and recall a kind.
The labels are in labels/phrases_sv.jsonl of the folder DAGORDNING_SHARED (default ../shared).
A first name or a role as subject counts as a person there: every phrase gets an attendance list of the names in it.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from functions.interpreting import interpret
from functions.interpreting.names import Roster, find_mentions
from functions.languages import load
from functions.model.minutes import Minutes
from tests.interpreting.pages import page

KINDS = ("decision", "action", "postponed", "formality", "next_meeting", "owner")


def read_phrase(text: str, names: list[str]) -> Minutes:
    """What is read out of minutes that hold the phrase under one item."""
    roster = "\n".join(["Eva Holm, ordförande", "Jan Lund, sekreterare", *names])
    return interpret(
        page(
            f"Protokoll föreningsmöte\nDatum: 1 september 2026\nPlats: Klubbhuset\n# Närvarande\n"
            f"{roster}\n# 1. Mötets öppnande\nEva Holm öppnar mötet.\n"
            f"# 2. Ärendet\n{text}\n# 3. Avslutning\nEva Holm avslutar mötet.\n"
        )
    )


def names_in(phrase: dict[str, Any], phrases: list[dict[str, Any]]) -> list[str]:
    """The names of a phrase, as an attendance list would have them: those that owners of any phrase have, and given names."""
    given = sorted({name for one in phrases for name in one["owner"] or [] if re.fullmatch(r"[A-ZÅÄÖ][a-zåäö]+(?: [A-ZÅÄÖ])?", name)})
    mentions = find_mentions(phrase["text"], roster=Roster(()), pack=load("sv"))
    words = [m.text for m in mentions if m.text[:1].isupper() and not m.text.isupper()]
    return [name for name in dict.fromkeys([*words, *given]) if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", phrase["text"])]


def found_in(minutes: Minutes) -> set[str]:
    """The kinds of fact that the item of the phrase gives."""
    kinds = {"decision" if fact.kind == "decision" and fact.decided_by is None else "formality" for fact in minutes.decisions if fact.item == "2"}
    kinds |= {"action" for fact in minutes.actions if fact.item == "2"} | {"postponed" for fact in minutes.postponed if fact.item == "2"}
    return kinds | {"next_meeting" for _ in minutes.next_meetings}


def main() -> None:
    """Print the figures."""
    folder = Path(os.environ.get("DAGORDNING_SHARED", Path(__file__).parents[3] / "shared"))
    phrases: list[dict[str, Any]] = [json.loads(line) for line in (folder / "labels" / "phrases_sv.jsonl").read_text(encoding="utf-8").splitlines()]
    tally = {kind: [0, 0, 0] for kind in KINDS}
    for phrase in phrases:
        minutes = read_phrase(phrase["text"], names_in(phrase, phrases))
        found, wanted = found_in(minutes), set(phrase["labels"])
        for kind in KINDS[:-1]:
            place = (0 if kind in wanted else 1) if kind in found else (2 if kind in wanted else None)
            if place is not None:
                tally[kind][place] += 1
                if place and "--show" in sys.argv:
                    print(f"{'too much' if place == 1 else 'missed  '} {kind:12} {phrase['id']} {phrase['text']}")
        if "action" in wanted & found and phrase["owner"]:
            owners = {o for a in minutes.actions if a.item == "2" for o in a.owners}
            right = {o.casefold() for o in owners} == {o.casefold() for o in phrase["owner"]}
            tally["owner"][0 if right else 1] += 1
            if not right and "--show" in sys.argv:
                print(f"owner    {phrase['id']} {sorted(owners)} for {phrase['owner']}: {phrase['text']}")
    print(f"{len(phrases)} phrases")
    for kind, (right, extra, missed) in tally.items():
        precision, recall = right / (right + extra or 1), right / (right + missed or 1)
        print(f"{kind:13} right {right:3}  extra {extra:2}  missed {missed:2}  precision {precision:.3f}  recall {recall:.3f}")


if __name__ == "__main__":
    main()
