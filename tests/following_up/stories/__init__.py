"""Little invented stories of two or three meetings: what later minutes say of earlier promises in very different words, read from real Word files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from functions.following_up import project, record
from functions.interpreting import Hints, interpret
from functions.model.events import Event
from functions.model.library import Council, LibraryFile, council_key
from functions.model.minutes import Minutes
from functions.model.register import OpenItem
from functions.reading import read_document
from tests.other_files.sheet import Sheet

FOLDER = Path(__file__).parent
DAYS = ("2026-02-10", "2026-04-14", "2026-06-09")
CLOSED = ("done", "dropped")


@dataclass(frozen=True, slots=True)
class Story:
    """A council and its papers in the markup of tests/other_files; ends: the beginning of a task's words → what has become of it in the end."""

    name: str
    council: str
    papers: tuple[str, ...]
    ends: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What a story says of one task, and what the register made of it. row: None when reading never opened it."""

    story: str
    task: str
    wanted: str
    row: OpenItem | None

    @property
    def status(self) -> str:
        return self.row.status.value if self.row is not None else "not opened"

    @property
    def over(self) -> bool:
        return self.wanted in ("closed", "asked")

    def right(self) -> bool:
        """Whether the row ended as the label says, or is asked about where it is over."""
        kind, _, detail = self.wanted.partition(" ")
        if self.row is None:
            return False
        told = {event.type for event in self.row.events if event.meeting != DAYS[0]}
        if self.over:
            return self.status in (*CLOSED, "seems_done")
        if kind == "moved":
            return self.status not in CLOSED and self.row.due is not None and (self.row.due.date or "").startswith(detail)
        if kind == "owner":
            return self.status not in CLOSED and self.row.owners == (detail,)
        if kind == "again":
            return self.row.times_postponed > 0 and self.status not in CLOSED
        if kind == "reopened":
            return bool(told & {"reopened", "contradicted"}) and self.status not in CLOSED
        return self.status == "part_done" if kind == "part" else self.status not in (*CLOSED, "seems_done")


def stories() -> Iterator[Story]:
    """Every story of this folder."""
    for path in sorted(FOLDER.glob("*.toml")):
        for one in tomllib.loads(path.read_text(encoding="utf-8"))["story"]:
            bodies = [one[part] for part in ("first", "later", "third") if part in one]
            papers = tuple(
                f"# {one['council']}\nMinnesanteckningar {day}\n{_present(one['people'])}\n{with_frame(body)}"
                for day, body in zip(DAYS, bodies, strict=False)
            )
            yield Story(one["name"], one["council"], papers, one["become"])


def _present(people: str) -> str:
    return people if ":" in people else f"Närvarande: {people}"


def with_frame(body: str) -> str:
    """The body between an opening and an ending point, titled as its other points are; as it is when it has none."""
    heads = re.findall(r"^(## (?:\d+\. )?|\*\*|§ \d+ |\d+\. )\S", body, re.MULTILINE)
    if not heads:
        return body
    sign = heads[-1]
    number = int(found[0]) + 1 if (found := re.findall(r"\d+", sign)) else 0
    first = re.sub(r"\d+", "1", heads[0])
    end = "**" if sign == "**" else ""
    opening = f"{first}Öppnande{end}\nOrdföranden hälsar välkommen.\n"
    return f"{opening}{body.strip()}\n{re.sub(r'[0-9]+', str(number), sign)}Avslutning{end}\nOrdföranden tackar för i dag.\n"


def read_paper(text: str, *, council: str, day: str) -> Minutes:
    """The minutes that a paper is read as; the day is given, as a person's column would."""
    data = Sheet(f"{council} {day}.docx", "minutes", "minutes", tuple(line.rstrip() for line in text.splitlines() if line.strip())).to_bytes()
    minutes = interpret(read_document(data), hints=Hints(council=council, date=day))
    return replace(minutes, document=replace(minutes.document, kind="minutes", status="read"), meeting=replace(minutes.meeting, date=day))


def follow(story: Story) -> tuple[OpenItem, ...]:
    """The council's register after the story's last meeting."""
    council = Council(council_key(story.council), (story.council,))
    log: tuple[Event, ...] = ()
    for day, paper in zip(DAYS, story.papers, strict=False):
        minutes = read_paper(paper, council=story.council, day=day)
        log += record(minutes, file=LibraryFile(day, f"{day}.docx"), council=council, events=log)
    return project(log, council=council, now=date(2026, 6, 20)).items


@cache
def told() -> tuple[Told, ...]:
    """Every labelled task of every story with its row."""
    found = []
    for story in stories():
        rows = [row for row in follow(story) if row.opened.meeting == DAYS[0]]
        for task, wanted in story.ends.items():
            row = next((row for row in rows if has_words(row, task)), None)
            found.append(Told(story.name, task, wanted, row))
    return tuple(found)


def has_words(row: OpenItem, words: str) -> bool:
    """Whether it is the row that a story's label means."""
    quoted = " ".join(quote.text or "" for quote in row.quotes)
    return any(words in text for text in (row.text, quoted, f"{row.opened.item} {row.opened.title}"))


def figures() -> list[str]:
    """Every task that ended otherwise than its label, and the counts."""
    found = told()
    lines = [f"not opened     {one.story}: {one.task}" for one in found if one.row is None]
    opened = [one for one in found if one.row is not None]
    lines += [_shown(one) for one in opened if not one.right() or (one.wanted == "closed" and one.status not in CLOSED)]
    over, sure = [one for one in opened if one.over], [one for one in opened if one.wanted == "closed"]
    closed = [one for one in opened if one.status in CLOSED]
    asked = [one for one in opened if one.status == "seems_done"]
    others = [one for one in opened if not one.over and one.wanted != "open"]
    return [
        *lines,
        f"opened {len(opened)} of {len(found)}",
        f"closings that are right {sum(one.over for one in closed)}/{len(closed)}; asked rightly {sum(one.over for one in asked)}/{len(asked)}",
        f"closed {sum(one.status in CLOSED for one in sure)}/{len(sure)}; closed or asked {sum(one.right() for one in over)}/{len(over)}",
        f"other changes {sum(one.right() for one in others)}/{len(others)}",
    ]


def _shown(one: Told) -> str:
    bad = "WRONGLY CLOSED" if not one.over and one.status in CLOSED else "WRONGLY ASKED" if not one.over and one.status == "seems_done" else "missed"
    events = one.row.events if one.row is not None else ()
    said = [f"{event.type}: {' / '.join(quote.text or '' for quote in event.quotes)}" for event in events if event.meeting != DAYS[0]]
    return f"{bad:14} {one.wanted:12} {one.status:10} {one.story}: {one.row.text if one.row else ''} ← {said}"
