"""What a council decided, by the minutes that govern each meeting, and what became of it; and which decisions some words are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from functions.following_up.calendar import Judged
from functions.following_up.plain_data import text_of, texts_of
from functions.following_up.rows import Row
from functions.following_up.words import content_words, fold, kinship, same_word
from functions.model.events import EventType
from functions.model.minutes import WITHHELD
from functions.model.register import Decided, RowStatus

_COMPOUND = 0.85  # a word and a compound that ends in it; other words for the same thing are no hit, because people search for what was written


def list_decisions(judged: Iterable[Judged], *, rows: Mapping[str, Row]) -> tuple[Decided, ...]:
    """The decisions of settled minutes, in the meetings' order and the documents'; formalities are none. rows: by key, for what was carried out."""
    settled = [one for one in judged if one.settled and not one.sitting.governing.deleted]
    return tuple(decided for one in settled for decided in _decided(one, rows=rows))


def _decided(one: Judged, *, rows: Mapping[str, Row]) -> tuple[Decided, ...]:
    """The decisions of one meeting; the same values as long as the same is told of them."""
    reading = one.sitting.governing
    if "decided" not in reading.memo:
        decided = [event for event in reading.of(EventType.DECIDED) if event.data.get("kind") == "decision"]
        reading.memo["decided"] = (decided, [texts_of(event.data, "actions") for event in decided])
    events, actions = reading.memo["decided"]
    approved = one.state == "approved"
    carried_out = tuple(_carried_out([rows[key] for key in keys if key in rows]) for keys in actions)
    known = reading.memo.get("decisions")
    if known is None or known[0] != (approved, carried_out):
        found = tuple(
            Decided(
                one.sitting.date,
                event.item,
                reading.title_of(event),
                text_of(event.data, "text") or WITHHELD,
                reading.path,
                event.quotes,
                text_of(event.data, "decided_by"),
                approved,
                keys,
                done,
                text_of(event.data, "tier") or "sure",
            )
            for event, keys, done in zip(events, actions, carried_out, strict=True)
        )
        known = reading.memo["decisions"] = ((approved, carried_out), found)
    return cast(tuple[Decided, ...], known[1])


def _carried_out(rows: Sequence[Row]) -> str | None:
    done = [row.closed for row in rows if row.status is RowStatus.DONE and row.closed]
    return max(done) if rows and len(done) == len(rows) else None


def find_decisions(decisions: Iterable[Decided], *, words: str) -> tuple[Decided, ...]:
    """The decisions in which every word stands, in any form or within a compound, in their text, title or quotation; the latest first.

    Words that tell nothing ("om", "vid") are passed over unless there are no others.
    """
    wanted = content_words(words) or tuple(fold(words).split())
    found = [one for one in decisions if _holds(one, wanted=wanted)]
    return tuple(sorted(found, key=lambda one: one.meeting, reverse=True))


def _holds(decision: Decided, *, wanted: Sequence[str]) -> bool:
    text = " ".join([decision.text, decision.title or "", decision.decided_by or "", *(quote.text or "" for quote in decision.quotes)])
    there = set(fold(text).split())
    return all(any(word in other or same_word(word, other) or kinship(word, other) == _COMPOUND for other in there) for word in wanted)
