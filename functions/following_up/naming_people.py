"""One person's name in everything that is kept: where it stands, and how it is changed or taken out, also in what is read later."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from functions.following_up.plain_data import text_of
from functions.following_up.words import fold
from functions.model.events import Event, EventType
from functions.model.minutes import Minutes, Quote

PERSON = "person"
"""The field of an edit, in the library's own log, by which a person's name is changed or taken out: `person` is a hash of the name, `words` how many
words it has, `value` the new name or null. The name itself is not kept."""

REMOVED = "(borttaget namn)"
ANSWER = "person:"
"""What the words on people are called among the hints for reading: ANSWER + hash + ":" + words → the new name, "" where it is taken out."""

_WORD = re.compile(r"\w[\w-]*")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Renaming:
    """A name that is changed. digest: of the folded name; words: how many it has; new: None where it is taken out."""

    digest: str
    words: int
    new: str | None


def renaming(name: str, *, new: str | None) -> Renaming:
    """The change of a name."""
    return Renaming(_digest(name), len(_WORD.findall(name)), new)


def renaming_data(one: Renaming) -> dict[str, Any]:
    """The change as an event's data."""
    return {"field": PERSON, "person": one.digest, "words": one.words, "value": one.new}


def answers_on_people(events: Iterable[Event]) -> dict[str, str]:
    """The changes of names in the library's log, as hints for reading; the last word on a name counts."""
    found: dict[str, str] = {}
    edits = [event for event in events if event.type is EventType.EDITED and event.data.get("field") == PERSON]
    for event in sorted(edits, key=lambda event: event.at or ""):
        digest, words = text_of(event.data, "person"), event.data.get("words")
        if digest and isinstance(words, int):
            found[f"{ANSWER}{digest}:{words}"] = text_of(event.data, "value") or ""
    return found


def with_names(minutes: Minutes, *, answers: Mapping[str, str]) -> Minutes:
    """The minutes with people's names changed as their hints say.

    Who is renamed keeps the wording of the minutes: only the fields that hold a name change. Who is taken out goes out of every text, and a quotation
    becomes the parts before and after the name, each still an exact part of the document.
    """
    for key, new in answers.items():
        if key.startswith(ANSWER):
            digest, _, words = key.removeprefix(ANSWER).rpartition(":")
            minutes = _changed(minutes, Renaming(digest, int(words), new or None))
    return minutes


def change_plain(value: Any, one: Renaming) -> Any:
    """The same for stored JSON: texts, lists and objects, quotations as objects or as [block, start, end, text]."""
    if isinstance(value, str):
        return _text(value, one)
    if isinstance(value, list):
        found: list[Any] = []
        for entry in value:
            quote = _quote_of(entry)
            if quote is None:
                found.append(change_plain(entry, one))
            elif one.new is not None:
                found.append(entry)
            else:
                parts = _parts(quote, one)
                found += (
                    [entry]
                    if parts == (quote,)
                    else [
                        {"block": q.block, "start": q.start, "end": q.end, "text": q.text}
                        if isinstance(entry, dict)
                        else [q.block, q.start, q.end, q.text]
                        for q in parts
                    ]
                )
        return found
    if isinstance(value, dict):
        return {key: change_plain(entry, one) for key, entry in value.items()}
    return value


def stands_in(text: str, one: Renaming) -> bool:
    """Whether the name stands in a text."""
    return next(_places(text, one), None) is not None


def _changed(value: _T, one: Renaming) -> _T:
    found: Any = value
    if isinstance(value, str):
        found = _text(value, one)
    elif isinstance(value, tuple):
        entries = [_parts(entry, one) if isinstance(entry, Quote) and one.new is None else (_unquoted(entry, one),) for entry in value]
        found = tuple(part for parts in entries for part in parts)
    elif isinstance(value, Mapping):
        found = {key: _changed(entry, one) for key, entry in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        new = {field.name: _changed(getattr(value, field.name), one) for field in fields(value)}
        changed = {name: entry for name, entry in new.items() if entry is not getattr(value, name) and entry != getattr(value, name)}
        found = replace(value, **changed) if changed else value
    return found  # type: ignore[no-any-return]


def _unquoted(entry: Any, one: Renaming) -> Any:
    return entry if isinstance(entry, Quote) else _changed(entry, one)


def _text(text: str, one: Renaming) -> str:
    if one.new is not None:  # a field that holds the name alone, or names with commas between
        parts = [one.new if _digest(part) == one.digest else part for part in re.split(r"(\s*,\s*)", text)]
        return "".join(parts)
    out, last = [], 0
    for start, end in _places(text, one):
        out += [text[last:start], REMOVED]
        last = end
    return "".join([*out, text[last:]]) if out else text


def _parts(quote: Quote, one: Renaming) -> tuple[Quote, ...]:
    if quote.text is None:
        return (quote,)
    text, found, last = quote.text, [], 0
    places = list(_places(text, one))
    if not places:
        return (quote,)
    for start, end in [*places, (len(text), len(text))]:
        part = text[last:start]
        if re.search(r"\w", part):
            left = last + len(part) - len(part.lstrip())
            right = start - (len(part) - len(part.rstrip()))
            found.append(Quote(quote.block, quote.start + left, quote.start + right, text[left:right]))
        last = end
    return tuple(found) or (Quote(quote.block, quote.start, quote.end, None),)


def _places(text: str, one: Renaming) -> Iterator[tuple[int, int]]:
    """Where the name stands, its genitive too."""
    words = list(_WORD.finditer(text))
    place = 0
    while place + one.words <= len(words):
        some = words[place : place + one.words]
        said = " ".join(word[0] for word in some)
        if one.digest in (_digest(said), _digest(said.removesuffix("s"))):
            yield some[0].start(), some[-1].end()
            place += one.words
        else:
            place += 1


def _quote_of(entry: Any) -> Quote | None:
    if isinstance(entry, dict) and set(entry) == {"block", "start", "end", "text"}:
        values = [entry["block"], entry["start"], entry["end"], entry["text"]]
    elif isinstance(entry, list) and len(entry) == 4:
        values = entry
    else:
        return None
    block, start, end, text = values
    if isinstance(block, str) and type(start) is int and type(end) is int and (text is None or isinstance(text, str)):
        return Quote(block, start, end, text)
    return None


def _digest(name: str) -> str:
    return hashlib.sha256(fold(name).encode()).hexdigest()[:32]
