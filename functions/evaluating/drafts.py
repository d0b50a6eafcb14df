"""Drafts judged against the meeting that came: the last minutes of a series are left out, the agenda is drafted from those before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from functions.drafting import compose
from functions.drafting.slots import Slot, slots_of, undate
from functions.evaluating.confirming import confirmed, rows_of
from functions.evaluating.matching import words
from functions.evaluating.series import SETTLE, Followed, Opened, Series, is_open, logs_of, opened_in, registers
from functions.model.agenda import Agenda, AgendaLine, LineKind
from functions.model.library import Council
from functions.model.minutes import Minutes
from functions.model.register import Meeting, Register, RowStatus

LOOKED_AT = {
    "standing": "standing points of the meeting that the draft has, in the council's words",
    "in order": "pairs of them that stand in the meeting's order",
    "not foreign": "the draft's own points that the meeting had too",
    "carried": "open tasks and matters due that stand on the draft or its appendix",
    "carried of found": "… of those that have a row",
    "carried or asked": "… or that the secretary's sheet asks about (*ej bekräftad*, *verkar klar*)",
    "waiting": "matters put off until later that wait",
    "closed": "what is closed and does not stand there",
    "told": "open tasks and matters on the draft, its appendix or the sheet",
}
"""What a draft is judged by, in the order it is shown, with what it means."""

_ASKED = frozenset({RowStatus.PROPOSED, RowStatus.SEEMS_DONE})
_OWN = frozenset({LineKind.FORMALITY, LineKind.FOLLOW_UP, LineKind.OTHER, LineKind.NEXT, LineKind.MATTER, LineKind.STANDING})


@dataclass(frozen=True, slots=True)
class _Left:
    """A draft for the meeting that was left out. place: of that meeting in its series; register: after the meeting before."""

    series: Series
    place: int
    agenda: Agenda
    register: Register


def judge_drafts(
    series: Series, minutes: Sequence[Minutes], *, last: bool = True, followed: bool = False, states: Sequence[Register] | None = None
) -> Followed:
    """The draft of the last meeting out of the minutes before it, or (not last) those of every meeting from the third on, judged by what came.

    followed: a person has brought every row into the state that the labels give it, so that drafting alone is judged; states: the register after
    each meeting, where it is known already.
    """
    judged = Followed()
    states = registers(series, minutes) if states is None else states
    logs = logs_of(series, minutes) if followed else []
    first = len(minutes) - 1 if last else min(2, len(minutes) - 1)
    for place in range(first, len(minutes)):
        register = states[place - 1]
        register = confirmed(series, place=place, log=logs[place - 1], register=register) if followed else register
        left = draft_before(series, place=place, register=register)
        _judge_skeleton(judged, left)
        _judge_carried(judged, left)
    return judged


def draft_before(series: Series, *, place: int, register: Register) -> _Left:
    """The draft for the meeting at that place, as it stood soon after the one before; its day is given, as in the list of meetings."""
    day, before = series.meetings[place][0], series.meetings[place - 1][0]
    meeting = next((one for one in register.meetings if one.date[:10] == day and not one.held), Meeting(register.council, day))
    council = Council(register.council, (series.labels["council"],))
    return _Left(series, place, compose(register, now=date.fromisoformat(before) + SETTLE, council=council, meeting=meeting), register)


def _judge_skeleton(judged: Followed, left: _Left) -> None:
    """The council's standing points, by their titles in this council's minutes.

    No draft can know a point that the council never had before, nor what it will call a formality that it never had: that one is right in any words.
    """
    held = [words(title) for _, title in left.series.meetings[left.place][2]["items"]]
    before = [words(title) for _, _, gold in left.series.meetings[: left.place] for _, title in gold["items"]]
    lines = [(words(line.title), line) for line in left.agenda.lines if line.kind is not LineKind.BREAK]
    stood: list[tuple[int, int]] = []
    for variants in left.series.labels["standing"]:
        wanted = [words(variant) for variant in variants]
        at = next((number for number, title in enumerate(held) if title in wanted), None)
        formal = frozenset(slot for variant in variants for slot in slots_of(variant))
        is_new = not any(title in wanted for title in before)
        if at is None or (is_new and not formal):
            continue
        names = [*wanted, *(words(undate(variant)) for variant in variants)]

        def fits(
            title: list[str], line: AgendaLine, *, names: list[list[str]] = names, slots: frozenset[Slot] = formal if is_new else frozenset()
        ) -> bool:
            return any(_holds(title, one) for one in names) or bool(slots & slots_of(line.title))

        line = next((number for number, (title, one) in enumerate(lines) if fits(title, one)), None)
        judged.add("standing", line is not None, f"{left.place + 1}: {variants}")
        if line is not None:
            stood.append((at, line))
    for number, (at, line) in enumerate(stood):
        for other, after in stood[number + 1 :]:
            if at != other and line != after:
                judged.add("in order", (at < other) == (line < after), f"{left.place + 1}: {lines[line][1].title!r}, {lines[after][1].title!r}")
    called = [[words(variant) for variant in variants] for variants in left.series.labels["standing"]]
    names = [name for variants in called if any(title in variants for title in held) for name in variants]
    for title, one in lines:
        if one.kind in _OWN and not one.keys:
            judged.add("not foreign", any(_alike(title, came) for came in (*held, *names)), f"{left.place + 1}: {one.title!r}", extra=True)


def _judge_carried(judged: Followed, left: _Left) -> None:
    """Every task and matter ever opened: on the draft while it is open and its time has come, not when it is closed."""
    series, place = left.series, left.place
    days = {meeting["folder"]: number for number, meeting in enumerate(series.labels["meetings"])}
    opened = [label for label in opened_in(series.labels, days=days) if label[0] < place]
    keys = rows_of(series, place=place, register=left.register)
    shown = set(_keys_on(left.agenda))
    told = shown | {out.key for out in left.agenda.left_out}
    asked = shown | {row.key for row in left.register.items if row.status in _ASKED}
    open_now = [label for label in opened if is_open(label, place=place - 1, labels=series.labels, days=days)]
    for label in opened:
        key, note = keys.get(label), f"{place + 1}: {label[1]!r}"
        if label not in open_now:
            if key is not None and not any(keys.get(other) == key for other in open_now):
                judged.add("closed", key not in shown, note, extra=True)
            continue
        if _may_be_either(label, left=left):
            continue
        judged.add("told", key in told, note)
        due = _is_due(label, left=left)
        if due:
            judged.add("carried", key in shown, note)
            judged.add("carried or asked", key in asked, note)
            if key is not None:
                judged.add("carried of found", key in shown, note)
        elif due is False and key is not None:
            judged.add("waiting", key not in shown, note, extra=True)


def _keys_on(agenda: Agenda) -> Iterator[str]:
    for line in agenda.lines:
        yield from line.keys
    yield from (part.key for part in agenda.appendix)


def _labels_of(label: Opened, *, left: _Left) -> dict[str, Mapping[str, Any]]:
    """What the meeting that opened it has under these words, by kind; an outcome that moved it has the last word on when."""
    gold = left.series.meetings[label[0]][2]
    found = {kind: entry for kind in ("postponed", "consultations", "actions") for entry in gold.get(kind, ()) if entry["text"] == label[1]}
    days = {meeting["folder"]: number for number, meeting in enumerate(left.series.labels["meetings"])}
    moved = [
        one
        for one in left.series.labels["outcomes"]
        if one["outcome"] in ("postponed", "due_moved") and one.get("due") and days[one["meeting"]] < left.place
        if (days[one["opened"]["meeting"]], one["opened"]["text"]) == label
    ]
    until = {"until": max(moved, key=lambda one: days[one["meeting"]])["due"]} if moved else {}
    return {kind: {**entry, **until} for kind, entry in found.items()}


def _may_be_either(label: Opened, *, left: _Left) -> bool:
    """Whether two careful secretaries could disagree on it: reading leaves it out, so no draft owes it a line."""
    found = _labels_of(label, left=left).values()
    return bool(found) and all(entry.get("maybe") for entry in found)


def _is_due(label: Opened, *, left: _Left) -> bool | None:
    """Whether what is open belongs to this meeting; None where its words leave that open ("när budgeten är klar", an answer to wait for).

    What is put off is so also where the words are a task as well ("återremitteras till förvaltningen").
    """
    found = _labels_of(label, left=left)
    entry = found.get("postponed") or found.get("consultations")
    if entry is None:
        return True if "actions" in found else None
    until = entry.get("until") or entry.get("answer_by")
    if until is None:
        return True if entry.get("kind") == "tabled" and not entry.get("until_text") else None
    return _begins(str(until)) <= left.series.meetings[left.place][0]


def _begins(until: str) -> str:
    """The first day of what a label's last day means: the end of a month is the month ("i februari")."""
    day = date.fromisoformat(until)
    return until if (day + timedelta(days=1)).day != 1 else day.replace(day=1).isoformat()


def _holds(title: list[str], part: list[str]) -> bool:
    """Whether the part's words stand together in the title."""
    return bool(part) and any(title[at : at + len(part)] == part for at in range(len(title) - len(part) + 1))


def _alike(one: list[str], other: list[str]) -> bool:
    """Whether two titles name one point, however it was turned: half of the shorter one's long words, by their beginnings."""
    first, second = ({word[:5] for word in title if len(word) > 3} or set(title) for title in (one, other))
    return len(first & second) * 2 > min(len(first), len(second)) or _holds(one, other) or _holds(other, one)
