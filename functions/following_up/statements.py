"""What minutes say that may speak of earlier rows: what is said of earlier tasks, stated in passing or decided, and titles that close their point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from functions.following_up.hearing import adopts, closes_point, drops_point
from functions.following_up.matching import SEAMS, Statement, named_owners
from functions.following_up.plain_data import text_of, texts_of
from functions.following_up.readings import Reading
from functions.following_up.repeating import means_business_as_usual
from functions.following_up.welcoming import is_visitor
from functions.model.events import Event, EventType

_SECTION = 3  # so many earlier tasks under one point: there they are gone through
_PASSING = "follow_up.passing"
_OVERHEARD = "follow_up.overheard"
_WEIGHED = "decision.weighed"  # perhaps a decision; what it states is overheard beside it
_PAIRED = ("follow_up.table", "follow_up.paired")


def statements(reading: Reading) -> Iterable[tuple[Event, Statement]]:
    """What may speak of earlier tasks: what is said of them, decisions that adopt something, and titles that close their point."""
    followed = [event for event in reading.of(EventType.FOLLOWED) if not is_overheard(event) and not is_visitor(event)]
    under = Counter(event.item for event in followed if not is_in_passing(event) or SEAMS.search(text_of(event.data, "text") or ""))
    for event in followed:
        owners = named_owners(texts_of(event.data, "owners"), by=text_of(event.data, "by"))
        title = text_of(event.data, "item_title")
        section = title is not None and (means_business_as_usual(title) or under[event.item] >= _SECTION)
        yield event, Statement(words_of(event), owners, title, section, text_of(event.data, "number"))
    for event, statement in _decisions(reading):
        if adopts(statement.text):
            yield replace(event, data={**event.data, "status": "adopted"}), statement
    for point in reading.points:
        if closes_point(point.title):
            closing = Event(
                reading.id, reading.event.council, EventType.FOLLOWED, item=point.number or point.title, quotes=reading.quotes_of_point(point)
            )
            status = "dropped" if drops_point(point.title) else "done"
            yield replace(closing, data={"status": status, "tier": "sure"}), Statement(point.title, (), point.title)


def _decisions(reading: Reading) -> Iterable[tuple[Event, Statement]]:
    for event in reading.of(EventType.DECIDED):
        if event.data.get("kind") == "decision" and not event.data.get("decided_by") and text_of(event.data, "rule") != _WEIGHED:
            yield event, Statement(text_of(event.data, "text") or "", (), reading.title_of(event))


def spoken(reading: Reading) -> Iterable[tuple[Event, Statement]]:
    """Everything in minutes that may be evidence of what became of a row: what is said of earlier tasks, stated in passing, or decided."""
    yield from ((event, one) for event, one in statements(reading) if event.type is EventType.FOLLOWED)
    yield from _decisions(reading)
    yield from overheard(reading)


def overheard(reading: Reading) -> Iterable[tuple[Event, Statement]]:
    """What is only stated in passing."""
    for event in reading.of(EventType.FOLLOWED):
        if is_overheard(event):
            owners = named_owners(texts_of(event.data, "owners"), by=text_of(event.data, "by"))
            yield event, Statement(words_of(event), owners, text_of(event.data, "item_title"), number=text_of(event.data, "number"))


def is_overheard(event: Event) -> bool:
    """Whether it is only stated, of nobody knows which task."""
    return text_of(event.data, "rule") == _OVERHEARD


def words_of(event: Event) -> str:
    """What a statement says: of a table's row also what its other cells say."""
    text = text_of(event.data, "text") or ""
    if text_of(event.data, "rule") not in _PAIRED:
        return text
    return " | ".join(dict.fromkeys([text, *(quote.text for quote in event.quotes if quote.text and quote.text not in text)]))


def beside_the_task(event: Event) -> str:
    """What a statement says, but for a table's cell that only names the task."""
    words, text = words_of(event), text_of(event.data, "text") or ""
    return words if text_of(event.data, "rule") not in _PAIRED else words.removeprefix(text).removeprefix(" | ")


def cell_of(event: Event) -> str:
    """What a table's cells say beside the task; empty outside tables."""
    return beside_the_task(event) if text_of(event.data, "rule") in _PAIRED else ""


def is_in_passing(event: Event) -> bool:
    """Whether a statement stands outside everything that goes through earlier tasks."""
    return text_of(event.data, "rule") in (_PASSING, "follow_up.told")
