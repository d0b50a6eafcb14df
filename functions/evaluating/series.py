"""Series of minutes of one council: what became of each promise, judged meeting by meeting against labels (series.json)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from functions.evaluating.counting import Count, totals
from functions.evaluating.labelled_minutes import labelled_minutes
from functions.evaluating.matching import Label, likeness, pair
from functions.following_up import project, record
from functions.model.document import Document
from functions.model.events import Event
from functions.model.library import Council, LibraryFile, council_key
from functions.model.minutes import Minutes
from functions.model.register import OpenItem, Register, RowStatus

LOOKED_AT = {
    "closed": "closings at the sure tier, at the right meeting (recall)",
    "closed or asked": "… or *Verkar klar* (recall)",
    "closings that are right": "what was closed and is over (precision)",
    "asked rightly": "what was called *Verkar klar* and is over",
    "looks like a closing, held": "sentences that look like a closing and closed nothing",
    "found": "everything ever opened that has a row",
    "found of read": "… of what reading gave",
    "part_done": "partly done",
    "due_moved": "new day",
    "reassigned": "new owner",
    "postponed": "put off again",
    "contradicted": "contradicted",
    "reopened": "opened again",
    "kept or mentioned": "still open, said so",
}
"""What a series is judged by, in the order it is shown, with what it means."""

_CLOSED = (RowStatus.DONE, RowStatus.DROPPED)
_ASKED = (*_CLOSED, RowStatus.SEEMS_DONE)
_EVENTS = {  # outcome → the lines of a row's history that tell it
    "part_done": ("part_done",),
    "due_moved": ("due_moved",),
    "reassigned": ("reassigned",),
    "postponed": ("postponed", "due_moved"),
    "contradicted": ("contradicted", "reopened"),
    "reopened": ("reopened", "contradicted"),
    "kept": ("kept", "mentioned", "part_done", "due_moved", "postponed", "reassigned"),
    "mentioned": ("kept", "mentioned", "part_done", "due_moved", "postponed", "reassigned"),
}
SETTLE = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Series:
    """A labelled series. meetings: each one's ISO date, document and labels in order; labels: the content of series.json."""

    name: str
    meetings: tuple[tuple[str, Path, Mapping[str, Any]], ...]
    labels: Mapping[str, Any]

    @property
    def part(self) -> str:
        """ "test" or "development"."""
        return "test" if self.labels.get("part") == "test" else "development"


@dataclass(slots=True)
class Followed:
    """fields: counts by what a series is judged by; wrong: the errors, in words."""

    fields: dict[str, Count] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def add(self, name: str, right: bool, note: str, *, extra: bool = False) -> None:
        """Count one answer. extra: a wrong one is something told too much, not something missed."""
        count = Count(right=int(right), extra=int(extra and not right), missed=int(not extra and not right))
        self.fields[name] = self.fields.get(name, Count()) + count
        if not right:
            self.wrong.append(f"{name}: {note}")


def series_in(folder: Path) -> Iterator[Series]:
    """The series in and under a folder."""
    for place in sorted(folder.rglob("series.json")):
        labels = json.loads(place.read_text(encoding="utf-8"))
        meetings = []
        for meeting in labels["meetings"]:
            home = place.parent / meeting["folder"]
            document = next(path for path in sorted(home.iterdir()) if path.suffix.lower() in (".docx", ".pdf"))
            meetings.append((meeting["date"], document, json.loads((home / "gold.json").read_text(encoding="utf-8"))))
        yield Series(place.parent.name, tuple(meetings), labels)


def read_series(series: Series, *, read: Callable[[Path], Minutes]) -> list[Minutes]:
    """What reading the minutes of a series gives; the meeting's day is given, as a person's column would."""
    found = []
    for day, path, _ in series.meetings:
        minutes = read(path)
        facts = replace(minutes.document, kind="minutes", status="read")
        found.append(replace(minutes, document=facts, meeting=replace(minutes.meeting, date=day)))
    return found


def series_as_labelled(series: Series, *, open_document: Callable[[Path], Document]) -> list[Minutes]:
    """The minutes of a series as they would be read without a fault, but for what only looks like a closing, which is read as one."""
    found = []
    for meeting, (_, path, gold) in zip(series.labels["meetings"], series.meetings, strict=True):
        known = [entry["text"] for entry in gold.get("follow_ups", ())]
        tempting = [one["quote"] for one in series.labels["hard_non_closings"] if one["meeting"] == meeting["folder"]]
        traps = [{"text": quote, "status": "done"} for quote in tempting if not any(quote.rstrip(".") in text for text in known)]
        found.append(labelled_minutes({**gold, "follow_ups": [*gold.get("follow_ups", ()), *traps]}, name=path.stem, document=open_document(path)))
    return found


def registers(series: Series, minutes: Sequence[Minutes]) -> list[Register]:
    """The council's register after each meeting."""
    logs = logs_of(series, minutes)
    return [
        project(log, council=council_of(series), now=date.fromisoformat(day) + SETTLE) for log, (day, _, _) in zip(logs, series.meetings, strict=True)
    ]


def logs_of(series: Series, minutes: Sequence[Minutes]) -> list[tuple[Event, ...]]:
    """The council's log after each meeting."""
    council = council_of(series)
    log: tuple[Event, ...] = ()
    found: list[tuple[Event, ...]] = []
    for (_, path, _), one in zip(series.meetings, minutes, strict=True):
        log += record(one, file=LibraryFile(path.stem, path.name), council=council, events=log)
        found.append(log)
    return found


def council_of(series: Series) -> Council:
    """The council whose minutes they are."""
    return Council(council_key(series.labels["council"]), (series.labels["council"],))


def judge_series(series: Series, minutes: Sequence[Minutes], *, states: Sequence[Register] | None = None) -> Followed:
    """What became of each promise by the program and by the labels. states: the register after each meeting, where it is known already."""
    judged = Followed()
    states = registers(series, minutes) if states is None else states
    days = {meeting["folder"]: place for place, meeting in enumerate(series.labels["meetings"])}
    opened = opened_in(series.labels, days=days)
    keys: dict[Opened, str] = {}
    for place, (day, _, gold) in enumerate(series.meetings):
        keys |= find_rows([label for label in opened if label[0] == place], day=day, gold=gold, register=states[-1])
    for label in opened:
        judged.add("found", label in keys, label[1])
        if _was_read(label, minutes=minutes[label[0]], gold=series.meetings[label[0]][2]):
            judged.add("found of read", label in keys, label[1])
    rows = [{item.key: item for item in state.items} for state in states]
    _judge_closings(judged, series=series, opened=opened, keys=keys, rows=rows, days=days)
    for outcome in series.labels["outcomes"]:
        _judge_change(judged, outcome=outcome, place=days[outcome["meeting"]], series=series, keys=keys, rows=rows, days=days)
    return judged


Opened = tuple[int, str]  # place of the meeting, text


def opened_in(labels: Mapping[str, Any], *, days: Mapping[str, int]) -> list[Opened]:
    """Everything that was ever opened, in order."""
    found = {(days[one["opened"]["meeting"]], one["opened"]["text"]): None for one in labels["outcomes"]}
    known = {text for _, text in found}
    for folder, texts in labels["open_after"].items():
        for text in texts:
            if text not in known:
                known.add(text)
                found[days[folder], text] = None
    return sorted(found)


def label_of(text: str, *, gold: Mapping[str, Any]) -> Label:
    """A label with its other wordings."""
    return next((one for kind in ("actions", "postponed", "consultations") for one in gold.get(kind, ()) if one["text"] == text), {"text": text})


def _was_read(label: Opened, *, minutes: Minutes, gold: Mapping[str, Any]) -> bool:
    wanted = label_of(label[1], gold=gold)
    told = [fact.text for facts in (minutes.actions, minutes.postponed, minutes.consultations) for fact in facts]
    return any(likeness(text, wanted) for text in told)


def find_rows(labels: Sequence[Opened], *, day: str, gold: Mapping[str, Any], register: Register) -> dict[Opened, str]:
    """The row's key of each label: one that the meeting opened, or an earlier one that its words were taken to say again."""
    wanted = [label_of(text, gold=gold) for _, text in labels]
    told = [(_texts_of(item, day=day), item) for item in register.items if _texts_of(item, day=day)]

    def fit(one: tuple[list[str], OpenItem], label: Label) -> float:
        first = 0.2 * (one[1].opened.meeting == day)
        owners = 0.1 * bool({w for o in one[1].owners for w in o.split()} & {w for o in label.get("owners", ()) for w in o.split()})
        quality = max(likeness(text, label) for text in one[0])
        return quality + first + owners if quality else 0.0

    return {labels[number]: told[one][1].key for number, one in pair(told, wanted, fit).items()}


def _texts_of(item: OpenItem, *, day: str) -> list[str]:
    own = [item.text] if item.opened.meeting == day else []
    again = [quote.text for event in item.events if event.meeting == day and event.type != "opened" for quote in event.quotes if quote.text]
    return own + again


def is_open(label: Opened, *, place: int, labels: Mapping[str, Any], days: Mapping[str, int]) -> bool:
    """Whether the labels say that it is open after a meeting: by the list, unless an outcome of this very label closed it (two may have one text)."""
    said = [one for one in labels["outcomes"] if (days[one["opened"]["meeting"]], one["opened"]["text"]) == label and days[one["meeting"]] <= place]
    last = max(said, key=lambda one: days[one["meeting"]], default=None)
    if last is not None and last["closing"] and last["outcome"] not in ("reopened", "contradicted"):
        return False
    folder = next(folder for folder, number in days.items() if number == place)
    return label[1] in labels["open_after"].get(folder, ())


def _judge_closings(
    judged: Followed,
    *,
    series: Series,
    opened: Sequence[Opened],
    keys: Mapping[Opened, str],
    rows: Sequence[Mapping[str, OpenItem]],
    days: Mapping[str, int],
) -> None:
    def status(key: str | None, place: int) -> RowStatus | None:
        row = rows[place].get(key or "") if place >= 0 else None
        return row.status if row is not None else None

    closings = {
        (days[one["opened"]["meeting"]], one["opened"]["text"], days[one["meeting"]]): one for one in series.labels["outcomes"] if one["closing"]
    }
    for (meeting, text, place), one in closings.items():
        key = keys.get((meeting, text))
        fresh = status(key, place - 1) not in _CLOSED
        judged.add("closed", fresh and status(key, place) in _CLOSED, f"{one['meeting']} {one['id']}: {text!r} ← {one['quote']!r}")
        judged.add("closed or asked", fresh and status(key, place) in _ASKED, f"{one['meeting']} {one['id']}: {text!r} ← {one['quote']!r}")
    for label in opened:
        key = keys.get(label)
        for place in range(label[0] + 1, len(rows)):
            still_open = is_open(label, place=place, labels=series.labels, days=days)
            now, before = status(key, place), status(key, place - 1)
            why = rows[place][key].events[-1] if key is not None and key in rows[place] else None
            shown = f"{place + 1}: {label[1]!r} ← {[quote.text for quote in why.quotes] if why else ''}"
            if now in _CLOSED and before not in _CLOSED:
                judged.add("closings that are right", not still_open, shown, extra=True)
            if now is RowStatus.SEEMS_DONE and before is not RowStatus.SEEMS_DONE:
                judged.add("asked rightly", not still_open, shown, extra=True)
    for one in series.labels["hard_non_closings"]:
        place, looks = days[one["meeting"]], one["looks_like"]
        label = (days[looks["meeting"]], looks["text"])
        if label in keys and is_open(label, place=place, labels=series.labels, days=days):
            held = status(keys[label], place) not in _CLOSED or status(keys[label], place - 1) in _CLOSED
            judged.add("looks like a closing, held", held, f"{one['meeting']}: {looks['text']!r} ← {one['quote']!r}")


def _judge_change(
    judged: Followed,
    *,
    outcome: Mapping[str, Any],
    place: int,
    series: Series,
    keys: Mapping[Opened, str],
    rows: Sequence[Mapping[str, OpenItem]],
    days: Mapping[str, int],
) -> None:
    """Whether a row's history tells what is no closing: what kind of thing, and for a new owner or day which."""
    wanted = _EVENTS.get(outcome["outcome"])
    row = rows[place].get(keys.get((days[outcome["opened"]["meeting"]], outcome["opened"]["text"]), ""))
    if wanted is None or outcome["closing"]:
        return
    told = {event.type for event in row.events if event.meeting == series.meetings[place][0]} if row is not None else set()
    right = bool(told & set(wanted))
    if outcome["outcome"] == "reassigned" and row is not None and outcome.get("owners"):
        right = right and all(any(set(words.split()) & set(name.split()) for name in row.owners) for words in outcome["owners"])
    if outcome["outcome"] in ("due_moved", "postponed") and row is not None and outcome.get("due"):
        right = right and row.due is not None and (row.due.date or "")[:7] == outcome["due"][:7]
    name = "kept or mentioned" if outcome["outcome"] in ("kept", "mentioned") else outcome["outcome"]
    judged.add(name, right, f"{outcome['meeting']} {outcome['id']}: {sorted(told)} ← {outcome['quote']!r}")


def sum_up(found: Iterable[Followed]) -> dict[str, Count]:
    """The counts of several series together."""
    total = totals(counted for one in found for counted in one.fields.items())
    return {name: total[name] for name in LOOKED_AT if name in total}
