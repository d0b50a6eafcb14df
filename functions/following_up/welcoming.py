"""Guests who came: what ends a task to invite them ("Bo bjuder in syncentralen till nästa möte")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from functions.following_up.concluding import NOT_OVER
from functions.following_up.kinds import promised_kinds
from functions.following_up.naming import Names
from functions.following_up.nearness import SENTENCE_END
from functions.following_up.plain_data import text_of
from functions.following_up.readings import Reading
from functions.following_up.rows import Row, close, first_day
from functions.following_up.words import content_words, either, fold, kinship, pack_words
from functions.model.events import Event, EventType
from functions.model.register import RowKind, RowStatus

VISITOR = "follow_up.visitor"
_SAME = 0.9  # how much a word of the invitation must be like one that tells from where a guest comes
_TELLING = 6  # letters of a word that tells one guest from another


def is_visitor(event: Event) -> bool:
    """Whether it only tells from where a guest came."""
    return text_of(event.data, "rule") == VISITOR


def welcome(rows: Mapping[str, Row], *, among: Iterable[Row], reading: Reading, names: Names) -> dict[str, Row]:
    """The rows after guests came: a task that only invites them, to this meeting or an earlier one, is done once all whom it names are there.

    among: the open rows of earlier meetings. What the same minutes keep, change or doubt stays open.
    """
    changed = dict(rows)
    visitors = [event for event in reading.of(EventType.FOLLOWED) if is_visitor(event)]
    for key in (row.key for row in among if visitors):
        row = changed[key]
        day = first_day(row.due)
        if not row.is_open or row.kind is not RowKind.ACTION or (day is not None and day > (reading.date or "")):
            continue
        if any(line.type in NOT_OVER and line.meeting == reading.date for line in row.history):
            continue
        invited = _invited(row.text, names=names)
        came = [_guest_of(word, visitors) for word in invited]
        if invited and all(came) and any(len(word) >= _TELLING for word in invited):
            changed[key] = close(row, type="done", status=RowStatus.DONE, event=next(one for one in came if one), reading=reading)
    return changed


def _guest_of(word: str, visitors: Iterable[Event]) -> Event | None:
    """The first guest whose unit or title a word names."""
    return next((one for one in visitors if any(kinship(word, told) >= _SAME for told in content_words(text_of(one.data, "text") or ""))), None)


def _invited(task: str, *, names: Names) -> tuple[str, ...]:
    """The folded words that name whom a task invites, if it gives nothing else to do; none for somebody who is not told."""
    last = SENTENCE_END.split(task.strip().rstrip("."))[-1]  # the one before may only tell when the meeting is
    kinds, told = promised_kinds(last), _invitation().search(last)
    if told is None or not kinds or any("invite" not in one for one in kinds) or names.said_in(told["who"]):
        return ()
    anybody = {fold(word) for word in pack_words("following_up", "invited_anybody")}
    return tuple(word for word in content_words(told["who"]) if word not in anybody)


@lru_cache(maxsize=1)
def _invitation() -> re.Pattern[str]:
    verbs, until = either("invites", section="follow_ups"), either("invited_until")
    return re.compile(rf"\b{verbs}\s+(?P<who>[^.;:,?!]*?)(?=\s+{until}\b|[.;:,?!]|$)", re.IGNORECASE)
