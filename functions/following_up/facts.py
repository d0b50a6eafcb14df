"""What minutes tell the register, as data for events: only what is quoted, nothing sensitive, each task of a document once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from functions.following_up.plain_data import plain_date, plain_quotes
from functions.following_up.words import content_words, nearly_identical, overlap, same_owners
from functions.model.events import EventType
from functions.model.minutes import WITHHELD, Action, AgendaItem, Consultation, DateMention, Deferral, Minutes, Quotes, StandingPoint, Tier
from functions.model.register import RowKind

SENSITIVE = WITHHELD
"""What stands in place of a text whose quotation must stay in the file."""

_DEFERRALS = {kind.value: kind for kind in (RowKind.TABLED, RowKind.RETURNED, RowKind.DEFERRED, RowKind.PARKED)}
_ENOUGH_WORDS = 4  # below that, the same words under two points are two tasks ("Återkopplar till rådet")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that minutes say. ref: the wording that a row's key is made of; data: the event's data without reading and key."""

    type: EventType
    item: str | None
    quotes: Quotes
    data: dict[str, Any]
    ref: str = ""
    kind: str = ""
    owners: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


def extract_facts(minutes: Minutes) -> tuple[Fact, ...]:
    """The facts of a document that concern the register, in the order that the document lists them, numbered by `order` in their data."""
    opened = _join_repeated(_opened(minutes))
    facts = [*opened, *_followed(minutes), *_decided(minutes), *_announced(minutes)]
    return tuple(replace(fact, data={**fact.data, "order": order}) for order, fact in enumerate(_number_hidden(facts)))


def _hidden(quotes: Quotes) -> bool:
    return any(quote.text is None for quote in quotes)


def _opened(minutes: Minutes) -> Iterable[Fact]:
    for action in minutes.actions:
        fact = _opening(RowKind.ACTION, minutes=minutes, source=action, due=action.due, owners=action.owners, owner_quotes=action.owner_quotes)
        yield replace(fact, actions=(action.id,))
    for matter in minutes.postponed:
        yield _opening(_DEFERRALS.get(matter.kind, RowKind.DEFERRED), minutes=minutes, source=matter, due=matter.until)
    for proposal in minutes.consultations:
        owners = (proposal.to,) if proposal.to else ()
        yield _opening(RowKind.CONSULTATION, minutes=minutes, source=proposal, due=proposal.answer_by, owners=owners)
    for point in minutes.standing:
        yield _opening(RowKind.STANDING, minutes=minutes, source=point)
    for meeting in minutes.next_meetings:
        if not meeting.cancelled:
            due = DateMention(meeting.date, meeting.date, "day", meeting.quotes)
            for topic in meeting.topics:
                pinned = Deferral(None, topic, rule=meeting.rule, tier=meeting.tier, quotes=meeting.quotes)
                yield _opening(RowKind.PINNED, minutes=minutes, source=pinned, due=due)


def _opening(
    kind: RowKind,
    *,
    minutes: Minutes,
    source: Action | Deferral | Consultation | StandingPoint,
    due: DateMention | None = None,
    owners: tuple[str, ...] = (),
    owner_quotes: Quotes = (),
) -> Fact:
    shown = SENSITIVE if _hidden(source.quotes) else source.text
    data = {
        "kind": kind.value,
        "text": shown,
        "owners": list(owners),
        "owner_quotes": plain_quotes(owner_quotes),
        "due": plain_date(due),
        "tier": source.tier.value,
        "rule": source.rule,
        "item_title": _title(minutes, item=source.item),
    }
    if isinstance(source, Action) and source.number is not None:
        data["number"] = source.number
    return Fact(EventType.OPENED, source.item, source.quotes, data, ref=shown, kind=kind.value, owners=owners)


def _title(minutes: Minutes, *, item: str | None) -> str | None:
    return next((shown_title(point) for point in minutes.items if point.ref == item), None) if item is not None else None


def shown_title(item: AgendaItem) -> str:
    """A point's title, unless it must stay in the file."""
    return SENSITIVE if _hidden(item.quotes) else item.title


def _join_repeated(facts: Iterable[Fact]) -> list[Fact]:
    """One fact for a task that stands twice, in the running text and again in the table of tasks; without quotes there is no fact."""
    kept: list[Fact] = []
    for fact in facts:
        if not fact.quotes:
            continue
        place = next((place for place, earlier in enumerate(kept) if _repeats(fact, earlier)), None)
        if place is None:
            kept.append(fact)
        else:
            kept[place] = _join(kept[place], fact)
    return kept


def _repeats(fact: Fact, earlier: Fact) -> bool:
    if fact.kind != earlier.kind or SENSITIVE in (fact.ref, earlier.ref):
        return False
    if _is_table_row_of(fact, earlier):
        return True
    if not nearly_identical(fact.ref, earlier.ref):
        return False
    if fact.owners and earlier.owners and not same_owners(fact.owners, earlier.owners):
        return False
    if fact.kind == RowKind.PINNED:
        return bool(fact.data["due"]["date"] == earlier.data["due"]["date"])
    return fact.item == earlier.item or (fact.kind == RowKind.ACTION and len(content_words(fact.ref)) >= _ENOUGH_WORDS)


def _is_table_row_of(fact: Fact, earlier: Fact) -> bool:
    """Whether a table of tasks sums up a sentence: the same people, the same date, and most of the shorter one's words."""
    if fact.kind != RowKind.ACTION or not fact.owners or not same_owners(fact.owners, earlier.owners):
        return False
    dates = [(one.data["due"] or {}).get("date") for one in (fact, earlier)]
    shared = overlap(fact.ref, earlier.ref)
    short = min(len(content_words(fact.ref)), len(content_words(earlier.ref)))
    return dates[0] is not None and dates[0] == dates[1] and short >= 3 and max(shared.left, shared.right) >= 0.65


def _join(first: Fact, second: Fact) -> Fact:
    quotes = first.quotes + tuple(quote for quote in second.quotes if quote not in first.quotes)
    owners = first if first.owners else second
    sure = Tier.SURE.value in (first.data["tier"], second.data["tier"])
    data = {
        **first.data,
        "owners": owners.data["owners"],
        "owner_quotes": owners.data["owner_quotes"],
        "due": first.data["due"] or second.data["due"],
        "tier": Tier.SURE.value if sure else Tier.PROPOSED.value,
    }
    return replace(first, quotes=quotes, data=data, owners=owners.owners, actions=first.actions + second.actions)


def _followed(minutes: Minutes) -> Iterable[Fact]:
    for said in (*minutes.follow_ups, *minutes.remarks):
        if said.quotes:
            data = {
                "text": SENSITIVE if _hidden(said.quotes) else said.text,
                "owners": list(said.owners),
                "status": said.status,
                "by": said.by,
                "due": plain_date(said.due),
                "number": said.number,
                "tier": said.tier.value,
                "rule": said.rule,
                "item_title": _title(minutes, item=said.item),
            }
            yield Fact(EventType.FOLLOWED, said.item, said.quotes, data)


def _decided(minutes: Minutes) -> Iterable[Fact]:
    for decision in minutes.decisions:
        if decision.quotes:
            data = {
                "text": SENSITIVE if _hidden(decision.quotes) else decision.text,
                "kind": decision.kind,
                "decided_by": decision.decided_by,
                "tier": decision.tier.value,
                "rule": decision.rule,
                "actions": list(decision.actions),
            }
            yield Fact(EventType.DECIDED, decision.item, decision.quotes, data)


def _announced(minutes: Minutes) -> Iterable[Fact]:
    for meeting in minutes.next_meetings:
        if meeting.quotes:
            hidden = _hidden(meeting.quotes)
            data = {
                "date": meeting.date,
                "start": meeting.start,
                "end": meeting.end,
                "place": None if hidden else meeting.place,
                "online": meeting.online,
                "note": None if hidden else meeting.note,
                "topics": [] if hidden else list(meeting.topics),
                "moved_from": meeting.moved_from,
                "cancelled": meeting.cancelled,
                "tier": meeting.tier.value,
            }
            yield Fact(EventType.ANNOUNCED_MEETING, None, meeting.quotes, data)


def _number_hidden(facts: Sequence[Fact]) -> Iterable[Fact]:
    """Hidden texts look alike, so the key of such a row counts them within its point."""
    seen: dict[tuple[str, str | None], int] = {}
    for fact in facts:
        if fact.type is EventType.OPENED and fact.ref == SENSITIVE:
            place = seen[fact.kind, fact.item] = seen.get((fact.kind, fact.item), 0) + 1
            yield replace(fact, ref=f"{SENSITIVE} {place}")
        else:
            yield fact
