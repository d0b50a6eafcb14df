"""The commands that look back: the story of a point, and what was decided."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from functions import errors
from functions.commands.looking import chosen_councils
from functions.following_up import describe
from functions.following_up.deciding import find_decisions
from functions.following_up.plain_data import plain_quotes
from functions.model.register import Decided, OpenItem, Register
from functions.pipeline import Workplace, register_of
from functions.views import terminal, tracing

Emit = Callable[[object], None]


def find_row(place: Workplace, key: str) -> tuple[Register, OpenItem]:
    """The point whose key begins so, in its council's register. Raises errors.BadUsage when none or several do."""
    wanted = key.strip().casefold()
    if not re.fullmatch(r"[0-9a-f]{6,64}", wanted):
        raise errors.BadUsage(f"”{key}” är ingen nyckel. Skriv minst sex tecken av den, som dagordning register visar den.")
    found = [
        (register, item)
        for council in place.library.councils()
        for register in (register_of(council, place),)
        for item in register.items
        if item.key.startswith(wanted)
    ]
    if not found:
        raise errors.BadUsage(f"Ingen punkt har nyckeln {key}. dagordning register --all visar alla.")
    if len(found) > 1:
        raise errors.BadUsage(f"Flera punkter börjar med {key}. Skriv fler tecken av nyckeln.")
    return found[0]


def show_history(place: Workplace, *, key: str, as_json: bool, emit: Emit) -> None:
    """The whole story of a point; for programs its row with when and what people changed."""
    register, item = find_row(place, key)
    if not as_json:
        tracing.show_history(item, council=register.name, console=terminal.plain_console())
        return
    (row,) = describe(replace(register, items=(item,)))
    events = [
        {**told, "at": event.at, "change": {"field": event.change[0], "value": event.change[1]} if event.change else None}
        for told, event in zip(row["events"], item.events, strict=True)
    ]
    emit({**row, "events": events})


def show_decisions(place: Workplace, *, words: str, council: str | None, as_json: bool, emit: Emit) -> None:
    """The decisions that some words are about, the latest first, over all councils or one."""
    found = [
        (one.name, decision)
        for one in chosen_councils(place, council=council)
        for decision in find_decisions(register_of(one, place).decisions, words=words)
    ]
    found.sort(key=lambda entry: entry[1].meeting, reverse=True)
    if as_json:
        for name, decision in found:
            emit(_plain(name, decision))
        return
    tracing.show_decisions(found, words=words, console=terminal.plain_console())


def _plain(council: str, decision: Decided) -> dict[str, Any]:
    names = ("meeting", "item", "title", "text", "decided_by", "approved", "carried_out", "tier", "file")
    told = {name: getattr(decision, name) for name in names}
    return {"council": council, **told, "actions": list(decision.actions), "quotes": plain_quotes(decision.quotes)}
