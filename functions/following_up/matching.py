"""Which open row a statement about an earlier task speaks of, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from functions.following_up.repeating import same_matter
from functions.following_up.rows import Row
from functions.following_up.words import (
    content_words,
    fold,
    overlap,
    rarity,
    same_person,
    share_owner,
    stem,
)

MATCHED = 0.5
"""From this score on a statement speaks of a row."""
SURE = 0.7
"""From this score on it may close the row; below, the row only seems done."""

_ENOUGH_TEXT = 0.35
_BETTER, _WORSE = 0.7, 0.3  # of the two coverages
_BY_TITLE = 0.75
_SURE_TEXT = 0.6
_MARGIN = 0.1  # a runner-up this near makes it a question which one is meant
_WEIGHTS = (0.7, 0.2, 0.1)  # text, owner, item


@dataclass(frozen=True, slots=True)
class Statement:
    """What minutes say of something earlier: the words, who, and the title of the point it stands under."""

    text: str
    owners: tuple[str, ...] = ()
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """The rows that a statement may speak of, the best first. score: of the best, 0–1; ambiguous: another one is as near."""

    keys: tuple[str, ...] = ()
    score: float = 0.0
    sure: bool = False
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Pool:
    """The rows that statements are held against, with what makes that fast.

    weights: of words; texts, titles: per stem the rows, by place, whose text or title has it, with its share of the text.
    """

    rows: tuple[Row, ...]
    weights: Mapping[str, float]
    texts: Mapping[str, tuple[tuple[int, float], ...]]
    titles: Mapping[str, tuple[int, ...]]


def gather_pool(rows: Iterable[Row]) -> Pool:
    """Index rows for `match_statement`."""
    gathered = tuple(rows)
    weights = rarity([row.text for row in gathered])
    texts: dict[str, list[tuple[int, float]]] = {}
    titles: dict[str, list[int]] = {}
    for place, row in enumerate(gathered):
        words = content_words(row.text)
        total = sum(weights[word] for word in words)
        for word in words:
            texts.setdefault(stem(word), []).append((place, weights[word] / total))
        for word in content_words(row.opened.title or ""):
            titles.setdefault(stem(word), []).append(place)
    return Pool(gathered, weights, {key: tuple(value) for key, value in texts.items()}, {key: tuple(value) for key, value in titles.items()})


def match_statement(statement: Statement, *, pool: Pool, usual: frozenset[str] = frozenset()) -> Match:
    """The open rows that a statement speaks of. usual: folded titles that stand at most meetings, so that they prove nothing."""
    scored = []
    for row in _candidates(statement, pool=pool):
        text, score = _score(statement, row=row, weights=pool.weights, usual=usual)
        if text >= _ENOUGH_TEXT and score >= MATCHED:
            other_owner = bool(statement.owners and row.owners) and not share_owner(statement.owners, row.owners)
            scored.append((-score, row.key, text, other_owner, fold(row.text) == fold(statement.text)))
    if not scored:
        return Match()
    scored.sort()
    near = [entry for entry in scored if entry[0] - scored[0][0] < _MARGIN]
    exact = [entry for entry in near if entry[4]]
    if len(near) > 1 and len(exact) == 1:
        near = exact
    negative, _, text, other_owner, _ = near[0]
    sure = -negative >= SURE and text >= _SURE_TEXT and not other_owner
    return Match(tuple(entry[1] for entry in near), -negative, sure=sure, ambiguous=len(near) > 1)


def _candidates(statement: Statement, *, pool: Pool) -> list[Row]:
    """The rows whose words can reach the least score at best, going by stems."""
    found = set()
    for wording in _wordings(statement.text):
        words = content_words(wording)
        total = sum(pool.weights.get(word, 1.0) for word in words)
        left: dict[int, float] = {}
        right: dict[int, float] = {}
        title: dict[int, float] = {}
        for word in words:
            share = pool.weights.get(word, 1.0) / total
            seen = set()
            for place, weight in pool.texts.get(stem(word), ()):
                right[place] = right.get(place, 0.0) + weight
                if place not in seen:
                    seen.add(place)
                    left[place] = left.get(place, 0.0) + share
            for place in pool.titles.get(stem(word), ()):
                title[place] = title.get(place, 0.0) + share
        for place, covered in left.items():
            high, low = max(covered, right[place]), min(covered, right[place])
            if max(_BETTER * high + _WORSE * low, _BY_TITLE * (covered + title.get(place, 0.0))) >= _ENOUGH_TEXT:
                found.add(place)
    if not content_words(statement.text):  # "Klart": only the very same words can be meant
        return [row for row in pool.rows if fold(row.text) == fold(statement.text)]
    return [pool.rows[place] for place in sorted(found)]


def _score(statement: Statement, *, row: Row, weights: Mapping[str, float], usual: frozenset[str]) -> tuple[float, float]:
    """How near the wording is, and the score with owner and point.

    A statement names a task in fewer words or more than the task itself has, so the better coverage counts most.
    """
    text = max(_nearness(wording, row=row, weights=weights) for wording in _wordings(statement.text))
    if not text:
        return 0.0, 0.0
    owner = float(share_owner(statement.owners, row.owners)) if statement.owners and row.owners else 0.5
    titled = statement.title is not None and row.opened.title is not None and fold(statement.title) not in usual
    point = (1.0 if same_matter(statement.title or "", row.opened.title or "") else 0.3) if titled else 0.5
    parts = (text, owner, point)
    return text, sum(weight * part for weight, part in zip(_WEIGHTS, parts, strict=True))


def _wordings(text: str) -> tuple[str, ...]:
    """The whole statement, and the matter that it names before a colon ("Utkast till rutin: Sara har tagit fram ett")."""
    head, colon, rest = text.partition(":")
    return (text, head) if colon and rest.strip() and content_words(head) else (text,)


def _nearness(wording: str, *, row: Row, weights: Mapping[str, float]) -> float:
    """How near a wording is to a row's, 0–1."""
    if fold(wording) == fold(row.text):
        return 1.0
    shared = overlap(wording, row.text, weights=weights)
    words = min(len(content_words(wording)), len(content_words(row.text)))
    # One word in common of one is no proof that the same thing is meant.
    enough = 1.0 if words >= 3 else 0.85 if words == 2 else 0.6
    near = (_BETTER * max(shared.left, shared.right) + _WORSE * min(shared.left, shared.right)) * enough
    title = row.opened.title
    if title is None or shared.left == 1.0 or not shared.left or len(content_words(wording)) < 3:
        return near
    # A task is often named by its point ("synpunkter på rutinen", from the point about the routine), which proves less than its own words.
    with_title = overlap(wording, f"{title} {row.text}", weights=weights)
    own = [word for word in content_words(wording) if word not in shared.only_left and not overlap(word, title).left]
    return max(near, _BY_TITLE * with_title.left if own else 0.0)


def named_owners(owners: Sequence[str], *, by: str | None) -> tuple[str, ...]:
    """Everybody whom a statement names as having the task."""
    return tuple(owners) if not by or any(same_person(by, owner) for owner in owners) else (*owners, by)
