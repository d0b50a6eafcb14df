"""From where the guests of a meeting came: what shows that somebody was invited ("Gäst: Karin Ek, syncentralen")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from functions.interpreting.spans import Span, quotes_of
from functions.model.document import Document
from functions.model.minutes import FollowUp, Person

RULE_VISITOR = "follow_up.visitor"
_NEAR = 120  # characters of the list between a guest's name and where they come from


def find_visitors(people: Sequence[Person], document: Document) -> tuple[FollowUp, ...]:
    """A remark for each guest, of their unit and title as the list of those present writes them beside the name; the name is not told."""
    found = []
    for one in people:
        name = one.quotes[0] if one.attendance == "guest" and one.quotes else None
        if name is None or name.text is None:
            continue
        block = document.by_id[name.block]
        around = Span(block, max(0, name.start - _NEAR), min(len(block.text), name.end + _NEAR))
        spans = list(_told(around, one))
        if spans:
            item = one.items[0] if len(one.items) == 1 else None
            text = ", ".join(span.text for span in spans)
            found.append(FollowUp(item, text, status="mentioned", rule=RULE_VISITOR, quotes=quotes_of(spans)))
    return tuple(found)


def _told(around: Span, one: Person) -> Iterator[Span]:
    for words in (one.title, one.affiliation):
        place = around.text.find(words) if words else -1
        if words and place >= 0:
            yield around.part(place, place + len(words))
