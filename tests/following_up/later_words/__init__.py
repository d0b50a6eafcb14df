"""The bank of later words: each situation's task as labelled, its later minutes read from a Word file, and what the register made of the two."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from functions.following_up import project, record
from functions.model.library import Council, LibraryFile, council_key
from functions.model.minutes import Minutes, Person
from functions.model.register import OpenItem
from tests.following_up.council import minutes, said, task
from tests.following_up.stories import read_paper, with_frame

FOLDER = Path(__file__).parent
COUNCIL = "Samverkansrådet"
PUT_ASIDE = ("aside-3", "outcomes-aside")
"""Parts of which nobody looks at a line."""
CLOSED = ("done", "dropped")
ENDS = (*CLOSED, "seems_done")
CHANGES = ("part_done", "reassigned", "due_moved", "contradicted", "reopened")
STAYS = ("none", "mentioned", "kept")
_TWO_MONTHS = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Situation:
    """One line of the bank and the row that its task has in the end."""

    label: Mapping[str, Any]
    row: OpenItem

    @property
    def status(self) -> str:
        return self.row.status.value

    @property
    def told(self) -> set[str]:
        """What the later minutes made of the task."""
        return {event.type for event in self.row.events if event.meeting == self.label["met"]}

    @property
    def changed(self) -> bool:
        """Whether the later minutes gave the task a new owner, a new day or a part that is done."""
        return bool(self.told & {"part_done", "reassigned", "due_moved"})

    @property
    def closed(self) -> bool:
        """Whether the later minutes closed it."""
        return self.status in CLOSED and bool(self.told & set(CLOSED))

    @property
    def strikes(self) -> bool:
        """Whether a careful secretary would strike the task."""
        return self.label["says"] in CLOSED and bool(self.label["sure"])

    def right(self) -> bool:
        """Whether the row shows what the minutes say; an end counts also where it is asked about."""
        says = self.label["says"]
        if says in CLOSED:
            return self.status in ENDS
        if says == "reassigned":
            return self.status not in CLOSED and self.row.owners == (self.label["owner"],)
        if says == "due_moved":
            return self.status not in CLOSED and self.row.due is not None and self.row.due.date == self.label["due"]
        if says == "part_done":
            return self.status == "part_done"
        if says in ("contradicted", "reopened"):
            return self.status not in CLOSED and bool(self.told & {"contradicted", "reopened"})
        return self.status not in ENDS


def _people(label: Mapping[str, Any]) -> tuple[Person, ...]:
    return tuple(Person(name, None if place else "chair") for place, name in enumerate(label["people"]))


def _before(label: Mapping[str, Any], *, day: str) -> Minutes:
    """The minutes that opened the task, and those beside it, each under its own point."""
    opened = (label, *label["beside"])
    titles = tuple(dict.fromkeys(one["title"] for one in opened))
    actions = [task(one["task"], *one["owners"], item=str(titles.index(one["title"]) + 1), id=f"a{n}") for n, one in enumerate(opened)]
    return minutes(day, titles=titles, people=_people(label), actions=tuple(actions))


def _later(label: Mapping[str, Any]) -> Minutes:
    told = label["later"]
    text = f"| Uppgift | Läge |\n| {told['text']} |" if " | " in told["text"] else told["text"]
    body = with_frame(f"## 2. {told['title']}\n{text}")
    return read_paper(
        f"# {COUNCIL}\nMinnesanteckningar {label['met']}\nNärvarande: {', '.join(label['people'])}\n{body}", council=COUNCIL, day=label["met"]
    )


def _follow(label: Mapping[str, Any]) -> Situation:
    council = Council(council_key(COUNCIL), (COUNCIL,))
    met = date.fromisoformat(label["met"])
    readings = [_before(label, day=(met - _TWO_MONTHS).isoformat())]
    if label["says"] == "reopened":
        done = said(f"{label['task']}: klart", "done", item="1")
        readings.append(minutes((met - _TWO_MONTHS / 2).isoformat(), titles=("Föregående protokoll",), people=_people(label), follow_ups=(done,)))
    readings.append(_later(label))
    log: tuple[Any, ...] = ()
    for place, one in enumerate(readings):
        log += record(one, file=LibraryFile(f"f{place}", f"{place}.docx"), council=council, events=log)
    rows = project(log, council=council, now=met + timedelta(days=9)).items
    return Situation(label, next(row for row in rows if row.text == label["task"]))


@cache
def situations(part: str) -> tuple[Situation, ...]:
    """The situations of a part of the bank: the name of its file."""
    return tuple(_follow(label) for label in _labels(part))


def _labels(part: str) -> Iterator[dict[str, Any]]:
    for line in (FOLDER / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def figures(part: str) -> dict[str, tuple[int, int]]:
    """By what is looked at: how many are right, of how many."""
    found = situations(part)
    closed = [one for one in found if one.closed]
    strikes = [one for one in found if one.strikes]
    ends = [one for one in found if one.label["says"] in CLOSED]
    stays = [one for one in found if one.label["says"] in STAYS]
    counts = {
        "closings that are right": (sum(one.label["says"] in CLOSED for one in closed), len(closed)),
        "closed": (sum(one.status in CLOSED for one in strikes), len(strikes)),
        "closed or asked": (sum(one.status in ENDS for one in ends), len(ends)),
        "left as it was": (sum(not one.changed for one in stays), len(stays)),
    }
    right, of = Counter[str](), Counter[str]()
    for one in found:
        if one.label["says"] not in CLOSED:
            of[one.label["says"]] += 1
            right[one.label["says"]] += one.right()
    return counts | {says: (right[says], of[says]) for says in sorted(of)}
