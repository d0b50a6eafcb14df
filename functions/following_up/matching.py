"""Which open row a statement about an earlier task speaks of, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from functions.following_up.naming import Names, one_of
from functions.following_up.profiles import Pool, gather_pool, telling_words, weight_of
from functions.following_up.repeating import means_business_as_usual, same_matter, share_telling_word
from functions.following_up.rows import Row
from functions.following_up.words import content_words, fold, overlap, pack_words, same_person, share_owner

__all__ = ["MATCHED", "SURE", "Match", "Statement", "gather_pool", "match_statement", "named_owners"]

MATCHED = 0.36
"""From this score on a statement speaks of a row."""
SURE = 0.5
"""From this score on it may close the row; below, the row only seems done."""

_MARGIN = 0.08  # a runner-up this near makes it a question which one is meant
_WORDS, _OWNER, _POINT, _SECTION, _REFERENCE = 0.6, 0.2, 0.12, 0.08, 0.3
_FEW = (0.0, 0.8, 0.93)  # what the nearness of one word, of two, is worth: one in common of one is no proof that the same thing is meant
_TELLING = 0.45  # how much some word must tell this row from the others for a sure match
_TITLED = 0.1  # what it adds that a label is the title under which the row was opened
_ALONE = 0.2  # what it adds that the named one has one task only under the point
_NEAR = 0.3  # how near words must be of somebody who has the task
_NAMED = 0.79  # a head so near names the matter
_NEARLY_SAID = 0.7  # words so near need nothing else
_HEAD = 0.6  # of what a statement opens with, this much at least must be about the row for a sure match

_REFERENCES = re.compile(r"§+\s*(\d{1,4})(?:\s*/\s*(?:20)?(\d\d)\b)?")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n")
_SEAMS = re.compile(r":\s|\s[|–]\s")


@dataclass(frozen=True, slots=True)
class Statement:
    """What minutes say of something earlier: the words, who, and the title of the point it stands under. section: it stands where earlier tasks are
    gone through."""

    text: str
    owners: tuple[str, ...] = ()
    title: str | None = None
    section: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """The rows that a statement may speak of, the best first. score: of the best, 0–1; ambiguous: another one is as near."""

    keys: tuple[str, ...] = ()
    score: float = 0.0
    sure: bool = False
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class _Scored:
    row: Row
    score: float
    sure: bool
    same: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """How near the words of a statement are to a row. near: 0–1; head: how much of what it opens with is about the row; telling: how far its best
    word tells the row from all others."""

    near: float = 0.0
    head: float = 0.0
    telling: float = 0.0


def match_statement(statement: Statement, *, pool: Pool) -> Match:
    """The open rows that a statement speaks of."""
    scored = sorted(_candidates(statement, pool=pool), key=lambda one: (-one.score, one.row.key))
    if not scored:
        return Match()
    near = [one for one in scored if scored[0].score - one.score < _MARGIN]
    exact = [one for one in near if one.same]
    if len(near) > 1 and len(exact) == 1:
        near = exact
    best = near[0]
    return Match(tuple(one.row.key for one in near), best.score, sure=best.sure and len(near) == 1, ambiguous=len(near) > 1)


def _candidates(statement: Statement, *, pool: Pool) -> list[_Scored]:
    said = tuple(dict.fromkeys((*statement.owners, *pool.names.said_in(statement.text))))
    doers = _doers(statement.text, names=pool.names)
    references = frozenset(_REFERENCES.findall(statement.text))
    title = statement.title if statement.title and not statement.section else ""
    words = _words_by_row(statement.text, title=title, pool=pool)
    labelled = bool(_SEAMS.search(statement.text))
    alone = _alone(statement, said=said, pool=pool)
    found = []
    for place, row in enumerate(pool.rows):
        same = fold(row.text) == fold(statement.text)
        referred = any(_is_reference_to(row, number=number, year=year) for number, year in references)
        own = words.get(place, _Words())
        if not (same or own.near or referred or row.key == alone):
            continue
        owner = _owner(said, doers=doers, text=statement.text, row=row)
        point = _point(statement.title, row=row)
        parts = (own.near if not same else 1.0, owner, point, float(statement.section))
        score = sum(weight * part for weight, part in zip((_WORDS, _OWNER, _POINT, _SECTION), parts, strict=True))
        score += _TITLED * (labelled and _head_is_title(statement.text, row=row))
        score += _REFERENCE * referred + _ALONE * (row.key == alone)
        active = owner == 1.0 and share_owner(doers, row.owners)  # "Bo har …" tells of his task in any words
        bound = owner == 1.0 or statement.section or point == 1.0 or own.near >= _NEARLY_SAID
        firm = same or referred or (own.telling >= _TELLING and bound and (own.head >= _HEAD or (active and own.near >= _NEAR)))
        sure = score >= SURE and firm and owner > 0
        theirs = owner < 1.0 and not referred and not (labelled and own.head >= _NAMED) and _is_of_their_own(statement.text)
        if score >= MATCHED and not theirs:
            found.append(_Scored(row, score, sure, same))
    return found


def _alone(statement: Statement, *, said: Sequence[str], pool: Pool) -> str | None:
    """The key of the only row that was opened under the statement's own point and belongs to somebody whom it names."""
    if not statement.title or statement.section or not said:
        return None
    theirs = [row for row in pool.rows if row.owners and row.opened.title and share_owner(said, row.owners)]
    found = [row.key for row in theirs if same_matter(statement.title, row.opened.title or "")]
    return found[0] if len(found) == 1 else None


def _head_is_title(text: str, *, row: Row) -> bool:
    """Whether what stands before the colon is the point of a row ("DT buk: nytt protokoll i drift")."""
    head = _SEAMS.split(text)[0]
    return bool(row.opened.title) and bool(content_words(head)) and overlap(head, row.opened.title or "").left == 1.0


def _doers(text: str, *, names: Names) -> tuple[str, ...]:
    """Whom the sentences of a text are about: those named at the beginning of one."""
    parts = [part for line in _SENTENCE_END.split(text) for part in _SEAMS.split(line)]
    return tuple(dict.fromkeys(name for part in parts for name in names.said_in(" ".join(part.split()[:3]))))


def _words_by_row(text: str, *, title: str, pool: Pool) -> dict[int, _Words]:
    """How near a text's words are to each row that has any of them, by the row's place."""
    wordings = _wordings(text) + ([f"{title} {text}"] if title else [])
    lines = [words for line in wordings if (words := telling_words(line, names=pool.names))]
    heads = [words for line in _heads(text) if (words := telling_words(line, names=pool.names))]
    met = {word: pool.met_by(word) for words in (*lines, *heads) for word in words}
    found: dict[int, _Words] = {}
    for place in sorted({place for rows in met.values() for place in rows}):
        own = telling_words(pool.rows[place].text, names=pool.names)
        head = max((_share(words, met=met, place=place)[0] for words in heads), default=0.0)
        near = telling = 0.0
        for words in lines:
            line, count, best = _share(words, met=met, place=place)
            row = _row_share(words, own=own, met=met, place=place)
            few = _FEW[min(count, 3)] if count < 3 else 1.0
            near = max(near, few * (0.7 * max(line, row, head) + 0.3 * min(line, row)))
            telling = max(telling, best)
        found[place] = _Words(near, head, telling)
    return found


def _share(words: Sequence[str], *, met: dict[str, dict[int, tuple[float, str]]], place: int) -> tuple[float, int, float]:
    """The share of a text's words that a row has, how many they are, and how far the best of them tells the row from others."""
    total = shared = best = 0.0
    count = 0
    for word in words:
        rows = met[word]
        weight = weight_of(word) * max(1, len(rows)) ** -0.5
        total += weight
        if place in rows:
            quality = rows[place][0]
            rivals = sum(1 for other, (value, _) in rows.items() if other != place and value >= 0.75 * quality)
            shared += weight * quality
            count += 1
            best = max(best, weight_of(word) * quality / (1 + rivals))
    return (shared / total if total else 0.0), count, best


def _row_share(words: Sequence[str], *, own: Sequence[str], met: dict[str, dict[int, tuple[float, str]]], place: int) -> float:
    """The share of a row's own words that a text has."""
    reached: dict[str, float] = {}
    for word in words:
        quality, other = met[word].get(place, (0.0, ""))
        reached[other] = max(reached.get(other, 0.0), quality)
    total = sum(weight_of(word) for word in own)
    return sum(weight_of(word) * reached.get(word, 0.0) for word in own) / total if total else 0.0


def _wordings(text: str) -> list[str]:
    """The whole statement, its sentences, and the matter that it names before a colon ("Utkast till rutin: Sara har tagit fram ett")."""
    return list(dict.fromkeys((text, *_SENTENCE_END.split(text), _SEAMS.split(text)[0])))


def _heads(text: str) -> list[str]:
    """What the statement opens with: up to a colon, or up to the word that says what became of it."""
    opening = _SEAMS.split(text)[0]
    if opening != text:
        return [opening]
    first = _SENTENCE_END.split(text)[0]
    turn = _turns().search(first)
    return [first[: turn.start()] if turn and turn.start() > 3 and telling_enough(first[: turn.start()]) else first]


def telling_enough(text: str) -> bool:
    """Whether a text holds a word of some length that no name is likely to be."""
    return any(len(word) > 3 and word[0].islower() for word in re.findall(r"\w+", text)) or len(text.split()) == 1


@lru_cache(maxsize=1)
def _turns() -> re.Pattern[str]:
    words = (re.escape(word).replace(r"\*", r"\w{2,30}") for word in pack_words("following_up", "turns"))
    return re.compile(rf"\s(?:{'|'.join(words)})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _own_doing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in pack_words('following_up', 'own_doing'))})\b", re.IGNORECASE)


def _is_of_their_own(text: str) -> bool:
    return bool(_own_doing().search(text))


def _is_reference_to(row: Row, *, number: str, year: str) -> bool:
    """Whether "§ 30" or "§ 31/2025" is the point that opened a row."""
    item = re.match(r"\D{0,3}(\d{1,4})\b", row.opened.item or "")
    return item is not None and item[1] == number and (not year or row.opened.meeting[2:4] == year)


def _owner(said: Sequence[str], *, doers: Sequence[str], text: str, row: Row) -> float:
    """1.0 when the row's owner is named, 0.4 when nobody is, or the row has none, 0.0 when it is somebody else who did it."""
    if not row.owners:
        return 0.4
    if one_of(said, row.owners) or share_owner(said, row.owners):
        return 1.0
    folded = f" {fold(text)}"
    if any(f" {fold(owner)}" in folded for owner in row.owners):
        return 1.0
    return 0.0 if doers else 0.4


def _point(title: str | None, *, row: Row) -> float:
    """1.0 under the row's own point, 0.0 under another, 0.5 where the point says nothing."""
    before = row.opened.title
    if title is None or before is None or means_business_as_usual(title) or means_business_as_usual(before):
        return 0.5
    if same_matter(title, before):
        return 1.0
    return 0.75 if share_telling_word(title, f"{before} {row.text}") else 0.0


def named_owners(owners: Sequence[str], *, by: str | None) -> tuple[str, ...]:
    """Everybody whom a statement names as having the task."""
    return tuple(owners) if not by or any(same_person(by, owner) for owner in owners) else (*owners, by)
