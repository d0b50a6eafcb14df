"""The seam for an optional second reader, such as a language model: it may only point at words of the page, and what they mean is derived here.

There is none by default, and none in this project. What one points at becomes a fact only where the quotation stands in the named block word for
word. It is only ever proposed, and gives way where the rules have told a fact of the same kind from the same words, or say that the point is about
earlier tasks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from functions.interpreting.due_dates import Calendar, find_due
from functions.interpreting.spans import Span, overlap
from functions.interpreting.statements import Statement
from functions.interpreting.subjects import Cast, Owners, Subject
from functions.model.document import Block, Part
from functions.model.minutes import Action, Decision, Deferral, Tier

KINDS = ("decision", "action", "postponed")
"""What a second reader is asked for."""

_SHORTEST, _LONGEST, _NEAR = 8, 600, 300
# Signs that Word, a model and a keyboard write in their own way each; letters, digits and their case are never folded.
_FOLDS = {**dict.fromkeys("–—‐‑−", "-"), **dict.fromkeys("”“„»«", '"'), **dict.fromkeys("’‘´", "'")}
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where a second reader saw a fact.

    kind: one of KINDS; block: the block's id; quote: the words; owner, due: words within 300 characters of them.
    """

    kind: str
    block: str
    quote: str
    owner: str | None = None
    due: str | None = None


class SecondReader(Protocol):
    """Points at what it takes for facts. It gets the body's blocks only, no header, and no list of who was there."""

    def read(self, blocks: Sequence[Block], kinds: Sequence[str]) -> Iterable[Pointer]:
        """The places. An exception counts as having seen nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of the rules, to which what a second reader saw is added."""

    decisions: tuple[Decision, ...]
    actions: tuple[Action, ...]
    postponed: tuple[Deferral, ...]


def add_pointed(told: Told, *, reader: SecondReader, statements: Sequence[Statement], cast: Cast, calendar: Calendar) -> Told:
    """The facts with those that the reader points at and no rule has told."""
    blocks = {s.span.block.id: s.span.block for s in statements if s.span.block.part is Part.BODY}
    try:
        pointers = list(reader.read(tuple(blocks.values()), KINDS))
    except Exception:  # noqa: BLE001 - whatever it is, the minutes are read without it
        return told
    for number, pointer in enumerate(pointers, 1):
        span = find_words(pointer.quote, blocks[pointer.block]) if pointer.block in blocks else None
        statement = next(
            (s for s in statements if span is not None and s.span.block.id == span.block.id and s.span.start < span.end and span.start < s.span.end),
            None,
        )
        if span is None or statement is None or statement.mode == "follow_up" or pointer.kind not in KINDS:
            continue
        item, quotes = statement.item.ref if statement.item is not None else None, (span.quote(),)
        due = find_due(_near(pointer.due, span), calendar, until=pointer.kind == "postponed")
        rule = f"second.{pointer.kind}"
        if pointer.kind == "decision" and _is_new(span, told.decisions):
            told = replace(told, decisions=(*told.decisions, Decision(f"s{number}", item, span.text, rule=rule, tier=Tier.PROPOSED, quotes=quotes)))
        elif pointer.kind == "action" and _is_new(span, told.actions):
            owners = _owners(pointer.owner, span, statement, cast)
            action = Action(
                f"s{number}", item, span.text, owners.names, owners.quotes, due, doubts=owners.doubts, rule=rule, tier=Tier.PROPOSED, quotes=quotes
            )
            told = replace(told, actions=(*told.actions, action))
        elif pointer.kind == "postponed" and _is_new(span, told.postponed):
            told = replace(told, postponed=(*told.postponed, Deferral(item, span.text, until=due, rule=rule, tier=Tier.PROPOSED, quotes=quotes)))
    return told


def find_words(quote: str, block: Block) -> Span | None:
    """Where a block says exactly these words, 8 to 600 of their characters; None where it does not, or says them more than once.

    Only composition, white space, dashes, quotation marks and signs that nobody sees may differ.
    """
    wanted, _ = _folded(quote.strip())
    if not _SHORTEST <= len(wanted) <= _LONGEST:
        return None
    return _only(wanted, block, 0, len(block.text))


def _only(wanted: str, block: Block, start: int, end: int) -> Span | None:
    text, places = _folded(block.text[start:end])
    at = text.find(wanted)
    if at < 0 or not wanted or text.find(wanted, at + 1) >= 0:
        return None
    return Span(block, start + places[at], start + places[at + len(wanted) - 1] + 1)


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without harmless differences, and for each of its characters where it stood."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        if sign in _UNSEEN:
            continue
        plain = " " if sign.isspace() else _FOLDS.get(sign, sign)
        if plain == " " and signs and signs[-1] == " ":
            continue
        composed = unicodedata.normalize("NFC", signs[-1] + plain) if signs and unicodedata.combining(plain) else ""
        if len(composed) == 1:
            signs[-1] = composed
            continue
        signs.append(plain)
        places.append(place)
    return "".join(signs), places


def _near(quote: str | None, span: Span) -> Iterator[Span]:
    found = _only(_folded(quote.strip())[0], span.block, max(0, span.start - _NEAR), span.end + _NEAR) if quote else None
    if found is not None:
        yield found


def _owners(quote: str | None, span: Span, statement: Statement, cast: Cast) -> Owners:
    for found in _near(quote, span):
        subjects: list[Subject] = cast.subjects(found.text, item=statement.item)
        if len(subjects) == 1:
            return cast.owners_of(subjects[0], found, item=statement.item)
    return Owners()


def _is_new(span: Span, told: Iterable[Decision | Action | Deferral]) -> bool:
    return not any(overlap(span, quote) for fact in told for quote in fact.quotes)
