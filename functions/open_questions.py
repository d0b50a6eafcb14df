"""The book of what is shown of each file, and in it the open questions: those about a name stand there for each file and are asked once."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from functions.model.doubts import Asked, ask_once, name_asked, words_of
from functions.model.library import ListRow
from functions.model.minutes import Doubt, Quote
from functions.publishing.questions import closed_question, shared_key, shared_row

BOOK = "told"
"""The book in the state of what is shown of each file, by its id, as JSON: path, council (its name), key (the council's), meeting (ISO), doubts (id,
code, question, choices; mention and words, a name and its sentence, where several files may ask the same); agenda (council's key and date, of a
person's own); waiting (since when, ISO); own_row (it has a row of its own in Rådens möten)."""

Entry = Mapping[str, Any]


@lru_cache(maxsize=4096)
def entry_of(text: str) -> Entry:
    """What the book tells of a file."""
    told: dict[str, Any] = json.loads(text)
    return told


def kept_doubts(doubts: Iterable[Doubt]) -> list[dict[str, Any]]:
    """Questions as the book keeps them."""
    return [
        {
            "id": doubt.id,
            "code": doubt.code,
            "question": doubt.question,
            "choices": list(doubt.choices),
            **({"mention": mention, "words": words_of(doubt)} if (mention := name_asked(doubt)) is not None else {}),
        }
        for doubt in doubts
    ]


def doubts_in(entry: Entry) -> list[Doubt]:
    """The open questions that the book tells of a file, with the words of theirs that it knows."""
    return [
        Doubt(
            one["id"], one["code"], one["question"], tuple(one["choices"]), tuple(_quote(one[name]) for name in ("mention", "words") if one.get(name))
        )
        for one in entry.get("doubts", ())
    ]


def is_shared(doubt: Doubt, entry: Entry) -> bool:
    """Whether a file's question is asked together with those of its council's other files."""
    return bool(entry.get("key")) and name_asked(doubt) is not None


def shared_in(entry: Entry) -> set[tuple[str, str]]:
    """The questions of a file that its council's files ask together, as (the council's key, the question's id)."""
    return {(str(entry["key"]), doubt.id) for doubt in doubts_in(entry) if is_shared(doubt, entry)}


def all_asked(entries: Iterable[Entry]) -> tuple[Asked, ...]:
    """The open questions of these files, each once, the latest meeting's first among the files that ask the same."""
    told = sorted(entries, key=lambda entry: str(entry.get("path", "")))
    latest = sorted(told, key=lambda entry: str(entry.get("meeting") or ""), reverse=True)
    asked = ask_once((entry.get("key"), str(entry["path"]), doubt) for entry in latest for doubt in doubts_in(entry))
    return tuple(sorted(asked, key=lambda one: one.files[0]))


def shared_rows(wanted: Collection[tuple[str, str]], book: Iterable[str], *, answered: Collection[str]) -> Iterator[ListRow]:
    """The rows of questions that councils' files ask together, closed where no file asks them any more. wanted: as `shared_in`; book: all that it
    tells; answered: ids of questions that have an answer."""
    asking: dict[tuple[str, str], list[Entry]] = {}
    for entry in map(entry_of, book) if wanted else ():
        for one in shared_in(entry).intersection(wanted):
            asking.setdefault(one, []).append(entry)
    for council, doubt in sorted(wanted):
        entries = asking.get((council, doubt), [])
        asked = next((one for one in all_asked(entries) if one.doubt.id == doubt), None)
        if asked is None:
            yield closed_question(shared_key(council, doubt), answered=doubt in answered)
        else:
            first = next(entry for entry in entries if entry["path"] == asked.files[0])
            yield shared_row(asked, council=council, name=first.get("council"), meeting=first.get("meeting"))


def _quote(text: str) -> Quote:
    return Quote("", 0, len(text), text)
