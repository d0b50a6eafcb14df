"""An invented council of trees, and short ways to write its minutes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from functions.following_up import project, record
from functions.model.events import Event
from functions.model.library import Council, LibraryFile
from functions.model.minutes import (
    Action,
    AgendaItem,
    Consultation,
    DateMention,
    Decision,
    Deferral,
    DocumentFacts,
    FollowUp,
    MeetingFacts,
    Minutes,
    NextMeeting,
    Person,
    Quote,
    StandingPoint,
    Tier,
)
from functions.model.register import OpenItem, Register

TREES = Council("trädrådet", ("Trädrådet",))
LATE = date(2026, 12, 31)


def quote(text: str) -> tuple[Quote, ...]:
    return (Quote("b1", 0, len(text), text),)


def due(day: str | None, text: str = "", granularity: str = "day") -> DateMention:
    return DateMention(day, text or day or "", granularity)


def task(text: str, *owners: str, item: str | None = "1", tier: Tier = Tier.SURE, by: DateMention | None = None, id: str = "a1") -> Action:
    return Action(id, item, text, owners, due=by, tier=tier, quotes=quote(text))


def said(text: str, status: str, *owners: str, tier: Tier = Tier.SURE, item: str | None = None) -> FollowUp:
    return FollowUp(item, text, owners, status, tier=tier, quotes=quote(text))


def put_off(text: str, *, item: str, kind: str = "tabled", until: DateMention | None = None) -> Deferral:
    return Deferral(item, text, kind, until, tier=Tier.SURE, quotes=quote(text))


def coming(day: str, **facts: Any) -> NextMeeting:
    return NextMeeting(day, quotes=quote(day), **facts)


def standing(text: str) -> StandingPoint:
    return StandingPoint("1", text, tier=Tier.SURE, quotes=quote(text))


def proposal(text: str, answer_by: DateMention | None = None) -> Consultation:
    return Consultation("1", text, answer_by=answer_by, tier=Tier.SURE, quotes=quote(text))


def approval(text: str = "Föregående anteckningar godkänns och läggs till handlingarna") -> Decision:
    return Decision("d1", None, text, "formality", tier=Tier.SURE, quotes=quote(text))


def minutes(
    day: str | None,
    *,
    titles: Sequence[str] = ("Ekar",),
    start: str | None = None,
    state: str = "ongoing",
    people: tuple[Person, ...] = (),
    **facts: Any,
) -> Minutes:
    return Minutes(
        document=DocumentFacts("minutes", "sv", "f", "r", "read"),
        meeting=MeetingFacts(body="Trädrådet", date=day, start=start, state=state),
        people=people,
        items=tuple(AgendaItem(str(n), title, quotes=quote(title)) for n, title in enumerate(titles, 1)),
        **facts,
    )


def file(name: str, id: str | None = None) -> LibraryFile:
    return LibraryFile(id or name, name)


def tell(*readings: tuple[str, Minutes], before: Iterable[Event] = ()) -> tuple[Event, ...]:
    """The log after these files were read, one after another."""
    log = tuple(before)
    for name, one in readings:
        log += record(one, file=file(name), council=TREES, events=log)
    return log


def register(log: Sequence[Event], *, now: date = LATE, council: Council = TREES) -> Register:
    return project(log, council=council, now=now)


def row(log: Sequence[Event], *, text: str = "", now: date = LATE) -> OpenItem:
    """The only row, or the only one whose text begins so."""
    (found,) = [item for item in register(log, now=now).items if item.text.startswith(text)]
    return found
