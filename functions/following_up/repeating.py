"""What says an open row again, or takes up what was put off: nearly the same words, or the same matter by its title."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from functions.following_up.rows import Row
from functions.following_up.words import content_words, fold, kinship, nearly_identical, overlap, pack_words, same_owners, same_word, similarity
from functions.model.register import RowKind

_MANY = 3  # words that name a task whoever has it
_TELLING = 6  # letters of a word that can name a matter by itself
_USUAL = 0.6  # a title that stands in this share of the meetings tells no matter from another


def drawer_of(row: Row) -> tuple[str, frozenset[str]]:
    """Where a row is filed: rows in two drawers never say the same again."""
    if row.postponed:
        return ("postponed", frozenset())
    initials = frozenset(fold(owner)[:1] for owner in row.owners) if row.kind is RowKind.ACTION else frozenset()
    return (row.kind.value, initials)


def find_repeated(row: Row, *, rows: Iterable[Row], usual: frozenset[str]) -> Row | None:
    """The open row that a newly written one says again: an action in nearly the same words for the same people, a matter put off again, …"""
    found = [candidate for candidate in rows if _repeats(row, earlier=candidate, usual=usual)]
    return min(found, key=lambda candidate: (-similarity(row.text, candidate.text), candidate.opened.meeting, candidate.key), default=None)


def find_listed(row: Row, *, rows: Iterable[Row]) -> Row | None:
    """The one open task that a list of tasks names in the very same words again, for the same people or, in words enough, for others."""
    same = [one for one in rows if one.kind is row.kind is RowKind.ACTION and fold(one.text) == fold(row.text)]
    told = [one for one in same if same_owners(row.owners, one.owners) or (row.owners and len(content_words(row.text)) >= _MANY)]
    return told[0] if len(told) == 1 else None


def _repeats(row: Row, *, earlier: Row, usual: frozenset[str]) -> bool:
    if row.postponed and earlier.postponed and row.opened.title and earlier.opened.title:
        return _same_title(row, earlier, usual=usual)
    if row.kind is not earlier.kind and not (row.postponed and earlier.postponed):
        return False
    if row.kind is RowKind.ACTION and row.number is not None and row.number == earlier.number:
        return True
    words = len(content_words(row.text))
    if row.kind is RowKind.ANNOUNCED or not words or not nearly_identical(row.text, earlier.text):
        return False
    if row.kind is RowKind.ACTION:
        return same_owners(row.owners, earlier.owners) and (words >= 3 or _same_title(row, earlier, usual=usual))
    if row.kind is RowKind.PINNED:
        return row.due is not None and earlier.due is not None and row.due.date == earlier.due.date
    return True


def _same_title(row: Row, earlier: Row, *, usual: frozenset[str]) -> bool:
    """Whether both stand under one matter. Under a title that always comes back the wording must tell."""
    title, before = row.opened.title or "", earlier.opened.title or ""
    if means_business_as_usual(title) or means_business_as_usual(before):
        return nearly_identical(row.text, earlier.text) and len(content_words(row.text)) >= 3
    if not same_matter(title, before):
        return takes_up(title, row=earlier, usual=usual) and len(content_words(earlier.text)) >= 3
    # A matter that is put off at every meeting makes its title usual too; "Frågan bordläggs" then says all there is to say.
    return fold(title) not in usual or len(content_words(row.text)) < 3 or similarity(row.text, earlier.text) >= 0.5


def same_matter(one: str, other: str) -> bool:
    """Whether two titles name the same matter: nearly the same words, or one adds to what the other opens or ends with."""
    first, second = content_words(one), content_words(other)
    if not first or not second:
        return bool(fold(one)) and fold(one) == fold(other)
    shared = overlap(one, other)
    if shared.dice >= 0.8:
        return True
    added = not (shared.only_left and shared.only_right)
    # "Dammen" and "Dammen i parken", but not "Telefoner på avdelningen" and "Avdelningen".
    return added and shared.dice >= 0.6 and (same_word(first[0], second[0]) or min(len(first), len(second)) > 1)


def takes_up(title: str, *, row: Row, usual: frozenset[str]) -> bool:
    """Whether a point of a later meeting is the matter that a row put off, by the title under which that was done or by its own words."""
    before = row.opened.title
    if before and not means_business_as_usual(before) and fold(before) not in usual and same_matter(title, before):
        return True
    if fold(title) in usual:
        return False
    words = content_words(title)
    if max((len(word) for word in words), default=0) < _TELLING:
        return False
    return overlap(title, row.text).left >= 0.75


def is_about(title: str, *, row: Row) -> bool:
    """Whether a title names the matter under whose title a row was opened."""
    before = row.opened.title or ""
    return not means_business_as_usual(title) and not means_business_as_usual(before) and same_matter(title, before)


def stands_again(title: str, *, row: Row) -> bool:
    """Whether a point has the very title under which a row was put off, be it one that often comes back ("Tillståndsansökan")."""
    return bool(row.opened.title) and not means_business_as_usual(title) and fold(title) == fold(row.opened.title or "")


def opens_alike(title: str, *, row: Row, among: Sequence[Row], titles: Sequence[str], usual: frozenset[str]) -> bool:
    """Whether a point's title opens with the telling word that a matter's title opens with ("Föräldrautbildning ihop med Norr", "Föräldrautbildning
    över gränsen"): a long one, that no other matter that waits and no other title has."""
    before = row.opened.title or ""
    first, second = content_words(title)[:1], content_words(before)[:1]
    if not (first and second and same_word(first[0], second[0])) or fold(title) in usual:
        return False
    return hints_at(title, row=row, among=among, titles=titles)


def hints_at(title: str, *, row: Row, among: Sequence[Row], titles: Sequence[str]) -> bool:
    """Whether a point's title holds a long word of a matter's title, that no other matter that waits and no other title has."""
    before = row.opened.title or ""
    if means_business_as_usual(title) or means_business_as_usual(before):
        return False
    for word in content_words(before):
        if len(word) >= _TELLING and _has(title, word):
            rivals = [one for one in among if one.key != row.key and _has(one.opened.title or "", word)]
            return not rivals and sum(_has(one, word) for one in titles) == 1
    return False


def share_telling_word(one: str, other: str) -> bool:
    """Whether two texts have a long word in common, as it stands or within a compound."""
    return any(len(word) >= _TELLING and _has(other, word) for word in content_words(one))


def _has(text: str, word: str) -> bool:
    return any(kinship(word, other) >= 0.8 for other in content_words(text))


def usual_titles(meetings: Sequence[Sequence[str]]) -> frozenset[str]:
    """The folded titles that come back at most meetings or always mean business as usual. meetings: each meeting's titles."""
    seen: dict[str, int] = {}
    for titles in meetings:
        for title in {fold(title) for title in titles}:
            seen[title] = seen.get(title, 0) + 1
    enough = max(3.0, _USUAL * len(meetings))
    return frozenset(title for title, times in seen.items() if times >= enough or means_business_as_usual(title))


_USUAL_WORDS = (
    ("following_up", "generic_titles"),
    ("items", "follow_up"),
    ("items", "previous"),
    ("items", "minutes_of"),
    ("items", "task_list"),
    ("items", "opening"),
    ("items", "other"),
    ("items", "closing"),
    ("items", "break"),
    ("items", "next"),
)


@lru_cache(maxsize=8192)
def means_business_as_usual(title: str) -> bool:
    """Whether a title is one that comes back at meetings of any council ("Rapporter"), so that it tells no matter from another."""
    title = fold(title)
    return any(title == word or (" " in word and word in title) for word in _usual_words())


@lru_cache(maxsize=1)
def _usual_words() -> tuple[str, ...]:
    return tuple({fold(word): None for section, key in _USUAL_WORDS for word in pack_words(section, key)})
