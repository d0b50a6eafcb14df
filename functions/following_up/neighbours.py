"""What statements that stand side by side make of one another: two that fit one row alike, and one that goes on with the one before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from functions.following_up.hearing import denies_before
from functions.following_up.matching import Match, Statement
from functions.following_up.naming import Names
from functions.following_up.rows import Row
from functions.following_up.verbs import tells_undone
from functions.following_up.words import any_word
from functions.model.events import Event


def told_apart(matched: Sequence[tuple[Event, Statement, Match]]) -> list[tuple[Event, Statement, Match]]:
    """The matches, where of two rows that fit equally the one is left out of which another statement speaks for sure and no less nearly."""
    spoken: dict[str, float] = {}
    for _, _, match in matched:
        if match.sure:
            spoken[match.keys[0]] = max(spoken.get(match.keys[0], 0.0), match.score)
    return [
        (event, statement, match.without({key for key in match.keys if spoken.get(key, 0.0) >= match.score}) if match.ambiguous else match)
        for event, statement, match in matched
    ]


def said_behind(matched: Sequence[tuple[Event, Statement, Match]]) -> dict[str, str]:
    """By the id of each statement: the next one of the same paragraph, where it names no other row."""
    found = {}
    for (event, _, match), (other, said, meant) in pairwise(matched):
        together = {quote.block for quote in event.quotes} & {quote.block for quote in other.quotes}
        if together and (not meant.keys or set(meant.keys) & set(match.keys)):
            found[event.id] = said.text
    return found


def next_words(matched: Sequence[tuple[Event, Statement, Match]]) -> dict[str, str]:
    """By the id of each statement: what the paragraph says next, of whatever row."""
    placed: dict[str, dict[int, Event]] = {}
    words = {}
    for event, said, _ in matched:
        words[event.id] = said.text
        if len(event.quotes) == 1:
            placed.setdefault(event.quotes[0].block, {})[event.quotes[0].start] = event
    following = (pairwise(at[start] for start in sorted(at)) for at in placed.values())
    return {one.id: words[other.id] for pairs in following for one, other in pairs}


def with_next(outcome: str, *, text: str, behind: str, row: Row, names: Names) -> str:
    """What a statement makes of a row, once the next one is heard: of something done there may be a rest, or it may say that it is not."""
    if outcome in ("done", "seems_done") and denies_before(behind, row=row, names=names):
        return "doubted"
    if outcome != "done" or not behind:
        return outcome
    if tells_undone(row.text, f"{text} {behind}"):
        return "contradicted"
    return "part_done" if any_word("gets_it_later").search(behind) else outcome
