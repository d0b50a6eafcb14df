"""Banks of labelled passages (JSON Lines): each stands alone on a small page of its own, so that hundreds of wordings can be judged.

A line: {"id", "body", "date", "people": [line of the roster], "item": title, "text": the passage, "wants": {kind: [label]}}; a kind that is not
among the wants must not be told. page.json beside the bank holds the page's other lines in the bank's language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from functions import errors
from functions.model.document import Block, BlockKind, Document

JUDGED = ("decisions", "actions", "owners", "owners not invented", "due", "postponed", "until", "next meetings", "no name")
"""The fields that a passage is judged by."""
_OF_FOLLOW_UPS = ("follow-ups",)  # only in a bank of their own: elsewhere a done deed may well be told as news of an earlier task
_OF_PEOPLE = ("people", "attendance")


def passages_in(folder: Path) -> Iterator[tuple[str, Document, Mapping[str, Any], tuple[str, ...], bool]]:
    """Every passage in and under a folder: its name, page, labels, the fields to judge, and whether it is for test only.

    A bank is called SUBJECT.dev.jsonl or SUBJECT.test.jsonl. Raises errors.BadUsage for a line that is no labelled passage.
    """
    for bank in sorted([*folder.rglob("*.dev.jsonl"), *folder.rglob("*.test.jsonl")]):
        lines = json.loads((bank.parent / "page.json").read_text(encoding="utf-8"))
        for number, line in enumerate(bank.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip():
                continue
            try:
                entry = json.loads(line)
                fields = _OF_PEOPLE if "people" in entry["wants"] else JUDGED + (_OF_FOLLOW_UPS if bank.name.startswith("follow_ups.") else ())
                yield f"{bank.stem}: {entry['id']}", _page(entry, lines=lines), _gold(entry), fields, bank.name.endswith(".test.jsonl")
            except (ValueError, KeyError, TypeError) as error:
                raise errors.BadUsage(f"{bank}, rad {number}: ingen märkt text ({error}).") from error


def _page(entry: Mapping[str, Any], *, lines: Mapping[str, Any]) -> Document:
    told = {"body": entry.get("body", ""), "date": entry.get("date", "")}
    passage = [(part, None) for part in str(entry["text"]).split("\n") if part.strip()]
    texts: list[tuple[str, str | None]] = [(lines["title"].format(**told), None), (lines["date"].format(**told), None)]
    if "people" in entry["wants"]:
        texts += [(str(entry["item"]), None), *passage, (lines["opening"], "1."), (lines["opened"], None)]
    else:
        roster = ", ".join(entry.get("people") or lines["roster"])
        texts += [
            (lines["people"].format(people=roster), None),
            (lines["opening"], "1."),
            (lines["opened"], None),
            (str(entry["item"]), "2."),
            *passage,
        ]
    texts += [(lines["ending"], "3."), (lines["ended"], None)]
    return Document(tuple(_block(f"b{place}", text, number=number) for place, (text, number) in enumerate(texts, 1)))


def _block(id: str, text: str, *, number: str | None) -> Block:
    return Block(id, text) if number is None else Block(id, text, kind=BlockKind.HEADING, number=number, level=1, style="heading 1")


def _gold(entry: Mapping[str, Any]) -> dict[str, Any]:
    wants = {kind: [{"text": label} if isinstance(label, str) else label for label in labels] for kind, labels in entry["wants"].items()}
    wants.setdefault("people", [{"name": re.split(r"\s*[,(]", line)[0], "attendance": "present"} for line in entry.get("people", ())])
    follow_ups = wants.get("follow_ups", [])
    done = [one["text"] for one in follow_ups if one.get("status") == "done" and not one.get("maybe")]
    return {**wants, "follow_ups": follow_ups, "closed_follow_ups": done, "no_name": entry.get("no_name", ())}
