"""What a council's register asks people: corrections of earlier minutes, versions that differ, and points that nobody mentions any more."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from functions.following_up.calendar import Judged
from functions.following_up.governing import name_of
from functions.following_up.nearness import SENTENCE_END
from functions.following_up.plain_data import date_mention_of, text_of, texts_of
from functions.following_up.readings import Reading
from functions.following_up.repeating import share_telling_word
from functions.following_up.rows import Row
from functions.following_up.words import any_word, fold, pack_words, same_owners, similarity
from functions.model.events import Event, EventType
from functions.model.minutes import Quotes
from functions.model.register import Puzzle, RowStatus

CHECKED = "Punkterna är kontrollerade"
"""The answer to a question about minutes that were approved with a change."""

_SAME_DECISION = 0.8


def list_puzzles(
    judged: Sequence[Judged],
    *,
    rows: Mapping[str, Row],
    chosen: Mapping[str, bool],
    said: Mapping[str, frozenset[str]],
    answered: Container[str] = (),
) -> tuple[Puzzle, ...]:
    """The questions, in the order of the meetings.

    chosen: a person's word per file id on which version governs; said: by field (status, owner, due, text) the keys of the rows of which a person
    has set it, about which nothing is asked any more; answered: ids of questions that are.
    """
    found = (*_corrections(judged, rows=rows, said=said), *_differences(judged, chosen=chosen, said=said), *_asleep(rows))
    return tuple(puzzle for puzzle in found if not answered or puzzle.id not in answered)


def _corrections(judged: Sequence[Judged], *, rows: Mapping[str, Row], said: Mapping[str, frozenset[str]]) -> Iterator[Puzzle]:
    """The next minutes approve the previous ones with a change: the points of those that it may be about."""
    touched = frozenset(key for keys in said.values() for key in keys)
    for before, after in pairwise(judged):
        reading = after.sitting.governing
        for event in reading.of(EventType.DECIDED) if before.approved_by == after.sitting.date else ():
            texts = [text_of(event.data, "text") or "", *(quote.text or "" for quote in event.quotes)]
            change = next((found for text in texts if (found := any_word("corrects").search(text)) is not None), None)
            if change is None or not _is_of_minutes(change.string[: change.start()], title=reading.title_of(event) or ""):
                continue
            words = change.string[change.end() :]
            about = [
                row.key
                for row in rows.values()
                if row.opened.meeting == before.sitting.date and row.key not in touched and share_telling_word(words, row.text)
            ]
            question = f"Anteckningarna från {before.sitting.date} godkändes med en ändring. Stämmer punkterna nedan?"
            yield Puzzle("corrected", question, tuple(sorted(about)), event.quotes, (CHECKED,), _file(reading), before.sitting.date)


def _is_of_minutes(said: str, *, title: str) -> bool:
    """Whether what is approved is the minutes, and not the agenda or a paper: by the words themselves, else by their point."""
    words = fold(SENTENCE_END.split(said)[-1]).split()
    if any(word.startswith(pack_words("following_up", "minutes_words")) for word in words):
        return True
    of_agenda = any(word.startswith(pack_words("following_up", "agenda_words")) for word in words)
    return not of_agenda and any(fold(phrase) in fold(title) for phrase in (*pack_words("items", "previous"), *pack_words("items", "minutes_of")))


def _differences(judged: Iterable[Judged], *, chosen: Mapping[str, bool], said: Mapping[str, frozenset[str]]) -> Iterator[Puzzle]:
    """Two versions of equal standing say different things of an owner, a day or a decision, and nobody has said which one governs."""
    for one in judged:
        governing = one.sitting.governing
        for other in one.sitting.others:
            if other.deleted or governing.file_id in chosen or other.file_id in chosen or not _equal_standing(governing, other):
                continue
            yield from _differing_rows(governing, other, said=said)
            yield from _differing_decisions(governing, other)


def _equal_standing(one: Reading, other: Reading) -> bool:
    """Whether neither file's name or state says that it is the later or the final one."""
    ranks = [(reading.state, name.signed, name.final, name.draft, name.version) for reading in (one, other) for name in (name_of(reading),)]
    return ranks[0] == ranks[1]


def _differing_rows(one: Reading, other: Reading, *, said: Mapping[str, frozenset[str]]) -> Iterator[Puzzle]:
    theirs = {event.key: event for event in other.of(EventType.OPENED)}
    for event in one.of(EventType.OPENED):
        match = theirs.get(event.key)
        if match is None or event.key is None:
            continue
        for field, name in (("owner", "Ansvarig"), ("due", "Klart senast")):
            first, second = _told(event, field), _told(match, field)
            same = same_owners(first, second) if field == "owner" else first == second
            if not same and event.key not in said.get(field, ()):
                both = f"{', '.join(first) or 'inget'} i {one.path}, {', '.join(second) or 'inget'} i {other.path}"
                question = f"Två filer från samma möte skiljer sig. {name} är {both}. Vilket gäller?"
                yield Puzzle("versions_differ", question, (event.key,), _words(event, match), (one.path, other.path), _file(one), one.date)


def _differing_decisions(one: Reading, other: Reading) -> Iterator[Puzzle]:
    for here, there, path in ((one, other, one.path), (other, one, other.path)):
        texts = [text_of(event.data, "text") or "" for event in there.of(EventType.DECIDED)]
        for event in here.of(EventType.DECIDED):
            text = text_of(event.data, "text") or ""
            if event.data.get("kind") == "decision" and not any(similarity(text, theirs) >= _SAME_DECISION for theirs in texts):
                question = f"Två filer från samma möte skiljer sig. Beslutet står bara i {path}. Vilken gäller?"
                yield Puzzle("versions_differ", question, (), event.quotes, (one.path, other.path), path, one.date)


def _asleep(rows: Mapping[str, Row]) -> Iterator[Puzzle]:
    """Points that nobody mentioned for long: asked about until a person says how they stand, or minutes mention them."""
    asleep = [row for row in rows.values() if row.status is RowStatus.DORMANT]
    for row in sorted(asleep, key=lambda row: (row.opened.meeting, row.key)):
        yield Puzzle("dormant", "Ingen har nämnt punkten på länge. Gäller den fortfarande?", (row.key,), row.quotes)


def _file(reading: Reading) -> str | None:
    return None if reading.deleted else reading.path


def _told(event: Event, field: str) -> tuple[str, ...]:
    if field == "owner":
        return texts_of(event.data, "owners")
    due = date_mention_of(event.data.get("due"))
    return ((due.date or fold(due.text)),) if due is not None else ()


def _words(one: Event, other: Event) -> Quotes:
    return one.quotes + tuple(quote for quote in other.quotes if quote not in one.quotes)
