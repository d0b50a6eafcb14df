"""Which open row a statement about an earlier task speaks of, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from functions.following_up.naming import Names, one_of
from functions.following_up.nearness import FAR, SEAMS, SENTENCE_END, Nearness, nearness_by_row
from functions.following_up.profiles import Pool, gather_pool
from functions.following_up.repeating import means_business_as_usual, same_matter, share_telling_word
from functions.following_up.rows import Row
from functions.following_up.words import content_words, either, fold, overlap, same_person, share_owner
from functions.model.register import RowKind

__all__ = ["MATCHED", "SEAMS", "SURE", "TELLING", "Match", "Statement", "doers_of", "gather_pool", "match_statement", "named_owners"]

MATCHED = 0.36
"""From this score on a statement speaks of a row."""
SURE = 0.5
"""From this score on it may close the row; below, the row only seems done."""

TELLING = 0.45
"""How much some word must tell a row from the others for a sure match."""

_NUMBER = 0.5  # what it adds that a task is named by its number in a running log
_MARGIN = 0.08  # a runner-up this near makes it a question which one is meant
_WORDS, _OWNER, _POINT, _SECTION, _REFERENCE = 0.6, 0.2, 0.12, 0.08, 0.3
_TITLED = 0.1  # what it adds that a label is the title under which the row was opened
_ALONE = 0.2  # what it adds that the named one has one task only under the point
_NEAR = 0.3  # how near words must be of somebody who has the task
_NAMED = 0.79  # a head so near names the matter
_NAME = 3  # words of a name
_NEARLY_SAID = 0.7  # words so near need nothing else
_HEAD = 0.6  # of what a statement opens with, this much at least must be about the row for a sure match

_REFERENCES = re.compile(r"§+\s*(\d{1,4})(?:\s*/\s*(?:20)?(\d\d)\b)?")


@dataclass(frozen=True, slots=True)
class Statement:
    """What minutes say of something earlier: the words, who, and the title of the point it stands under. section: it stands where earlier tasks are
    gone through; number: of the task in a running log."""

    text: str
    owners: tuple[str, ...] = ()
    title: str | None = None
    section: bool = False
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """The rows that a statement may speak of, the best first. score: of the best, 0–1; firm: those that it may close once it is about one alone;
    named: those that it names by their number or their point's; words: how near its words are to the best."""

    keys: tuple[str, ...] = ()
    score: float = 0.0
    firm: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    words: Nearness = field(default_factory=Nearness)

    @property
    def ambiguous(self) -> bool:
        """Whether another row is as near as the best one."""
        return len(self.keys) > 1

    @property
    def sure(self) -> bool:
        """Whether it may close its row."""
        return len(self.keys) == 1 and self.keys[0] in self.firm

    def without(self, keys: Container[str]) -> Match:
        """The match when these rows are spoken of elsewhere; as it was when none would be left."""
        left = tuple(key for key in self.keys if key not in keys)
        return replace(self, keys=left) if left else self


@dataclass(frozen=True, slots=True)
class _Scored:
    row: Row
    score: float
    sure: bool
    same: bool
    named: bool
    words: Nearness


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
    return Match(
        tuple(one.row.key for one in near),
        best.score,
        frozenset(one.row.key for one in near if one.sure),
        frozenset(one.row.key for one in near if one.named),
        best.words,
    )


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with the people that it tells of. said: whom it names; doers: those of them whom a sentence is about."""

    text: str
    said: tuple[str, ...]
    doers: tuple[str, ...]
    _whose: dict[tuple[str, ...], float] = field(default_factory=dict, compare=False, repr=False)  # many rows have the same owners

    def whose(self, owners: tuple[str, ...]) -> float:
        """1.0 when one of a row's owners is named, 0.4 when nobody is, or the row has none, 0.0 when it is somebody else who did it."""
        if owners not in self._whose:
            self._whose[owners] = self._named_of(owners)
        return self._whose[owners]

    def _named_of(self, owners: tuple[str, ...]) -> float:
        if not owners:
            return 0.4
        if one_of(self.said, owners) or share_owner(self.said, owners):
            return 1.0
        folded = f" {fold(self.text)}"
        if any(f" {fold(owner)}" in folded for owner in owners):
            return 1.0
        return 0.0 if self.doers else 0.4


def tell_people(statement: Statement, *, names: Names) -> Told:
    """Of whom a statement tells."""
    said = tuple(dict.fromkeys((*statement.owners, *names.said_in(statement.text))))
    return Told(statement.text, said, doers_of(statement.text, names=names))


@dataclass(frozen=True, slots=True)
class _Heard:
    """A statement with what it says about people and points. references: point numbers with years ("§ 31/2025"); labelled: it opens with a label;
    alone: the key of the only row of theirs under its point; folded: its words."""

    statement: Statement
    people: Told
    references: frozenset[tuple[str, str]]
    labelled: bool
    alone: str | None
    folded: str


def _hear(statement: Statement, *, pool: Pool) -> _Heard:
    people = tell_people(statement, names=pool.names)
    references = frozenset(_REFERENCES.findall(statement.text))
    labelled = bool(SEAMS.search(statement.text))
    return _Heard(statement, people, references, labelled, _alone(statement, said=people.said, pool=pool), fold(statement.text))


def _candidates(statement: Statement, *, pool: Pool) -> list[_Scored]:
    heard = _hear(statement, pool=pool)
    title = statement.title if statement.title and not statement.section else ""
    words = nearness_by_row(statement.text, title=title, pool=pool)
    places = range(len(pool.rows)) if heard.references else sorted({*words, *_also_meant(heard, pool=pool)})
    scored = (_score(heard, row=pool.rows[place], words=words.get(place, FAR)) for place in places)
    return [one for one in scored if one is not None]


def _also_meant(heard: _Heard, *, pool: Pool) -> Iterator[int]:
    """The places of rows that a statement may mean though it shares no word with them."""
    yield from pool.by_text.get(heard.folded, ())
    yield from pool.numbered
    if heard.alone is not None:
        yield from (place for place, row in enumerate(pool.rows) if row.key == heard.alone)


def _score(heard: _Heard, *, row: Row, words: Nearness) -> _Scored | None:
    statement = heard.statement
    same = fold(row.text) == heard.folded
    referred = any(_is_reference_to(row, number=number, year=year) for number, year in heard.references)
    numbered = tells_number(statement, row=row)
    alone = row.key == heard.alone
    another = statement.number is not None and row.number is not None and statement.number != row.number
    if another or not (same or words.near or referred or numbered or alone):
        return None
    owner = heard.people.whose(row.owners)
    point = _point(statement.title, row=row)
    score = _WORDS * (1.0 if same else words.near) + _OWNER * owner + _POINT * point + _SECTION * statement.section
    score += _REFERENCE * referred + _NUMBER * numbered + _ALONE * alone
    if score + _TITLED < MATCHED:
        return None
    score += _TITLED * (heard.labelled and _head_is_title(statement.text, row.opened.title))
    named = heard.labelled and words.head >= _NAMED
    if score < MATCHED or (owner < 1.0 and not (referred or numbered or named) and _is_of_their_own(statement.text)):
        return None
    bound = owner == 1.0 or statement.section or point == 1.0 or words.near >= _NEARLY_SAID
    firm = same or referred or numbered or (bound and words.telling >= TELLING and _is_about(heard, row=row, words=words, owner=owner))
    return _Scored(row, score, score >= SURE and firm and owner > 0, same, referred or numbered, words)


def _is_about(heard: _Heard, *, row: Row, words: Nearness, owner: float) -> bool:
    """Whether a statement opens with a row's matter, or with the one who has it ("Bo har …" tells of his task in any words)."""
    if words.head >= _HEAD and (heard.labelled or not words.lone):
        return True
    return owner == 1.0 and words.near >= _NEAR and share_owner(heard.people.doers, row.owners)


def _alone(statement: Statement, *, said: Sequence[str], pool: Pool) -> str | None:
    """The key of the only row that was opened under the statement's own point and belongs to somebody whom it names; of the only task of the one who
    stands before the colon, where earlier tasks are gone through ("GH: 3 av 5 har kommit")."""
    if statement.section and (head := _headed_by(statement.text, names=pool.names)) is not None:
        tasks = [row.key for row in _whose((head,), pool=pool) if row.kind is RowKind.ACTION]
        return tasks[0] if len(tasks) == 1 else None
    if not statement.title or statement.section or not said:
        return None
    found = [row.key for row in _whose(said, pool=pool) if row.opened.title and same_matter(statement.title, row.opened.title)]
    return found[0] if len(found) == 1 else None


def _whose(said: Sequence[str], *, pool: Pool) -> list[Row]:
    """The rows that belong to one of these people."""
    return [pool.rows[place] for owners, places in pool.by_owners.items() if share_owner(said, owners) for place in places]


def _headed_by(text: str, *, names: Names) -> str | None:
    """Whose name or initials, and nothing more, stand before the first colon."""
    head = text.partition(":")[0].split() if ":" in text else []
    named = names.said_in(" ".join(head))
    return named[0] if len(named) == 1 and len(head) <= _NAME and all(names.is_name(word.casefold()) for word in head) else None


@lru_cache(maxsize=8192)
def _head_is_title(text: str, title: str | None) -> bool:
    """Whether what stands before the colon is the point of a row, by its title ("DT buk: nytt protokoll i drift")."""
    head = SEAMS.split(text)[0]
    return bool(title) and bool(content_words(head)) and overlap(head, title or "").left == 1.0


def doers_of(text: str, *, names: Names) -> tuple[str, ...]:
    """Whom the sentences of a text are about: those named at the beginning of one."""
    parts = [part for line in SENTENCE_END.split(text) for part in SEAMS.split(line)]
    return tuple(dict.fromkeys(name for part in parts for name in names.said_in(" ".join(part.split()[:3]))))


@lru_cache(maxsize=1)
def _own_doing() -> re.Pattern[str]:
    return re.compile(rf"\b{either('own_doing')}\b", re.IGNORECASE)


def _is_of_their_own(text: str) -> bool:
    return bool(_own_doing().search(text))


def tells_number(statement: Statement, *, row: Row) -> bool:
    """Whether a statement names a row by its number in the running log."""
    if row.number is None:
        return False
    return statement.number == row.number or re.search(rf"(?<!\w){re.escape(row.number)}(?!\w)", statement.text) is not None


def _is_reference_to(row: Row, *, number: str, year: str) -> bool:
    """Whether "§ 30" or "§ 31/2025" is the point that opened a row."""
    item = re.match(r"\D{0,3}(\d{1,4})\b", row.opened.item or "")
    return item is not None and item[1] == number and (not year or row.opened.meeting[2:4] == year)


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
