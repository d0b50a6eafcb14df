"""How a council's rows stood after some of its meetings, as text that a state can keep: a process that has just started goes on from there.

It holds numbers, no words: each text is told by its place in the log, and keys are hashes. It is believed only of the very steps that it was made
of, under the very rules: each stage stands under a mark of all that led to it. The log stays the truth, and replaying it gives the same rows.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from functions import languages, model
from functions.following_up.rows import Row
from functions.model.minutes import DateMention, Quote, Quotes
from functions.model.register import Origin, RowEvent, RowKind, RowStatus

_PLAIN = re.compile(r"(?:\d{4}-\d{2}-\d{2})?")
"""A text that may be written as it is: a day, or nothing."""


@dataclass(frozen=True, slots=True)
class Stage:
    """How a council's rows stand after a meeting. rows: by key those that minutes may still speak of; past: those closed long ago; aliases: keys that
    turned out to be another row's; closed: keys of what people had closed by then."""

    rows: Mapping[str, Row] = field(default_factory=dict)
    past: Mapping[str, Row] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    closed: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def rules_mark() -> str:
    """A mark of everything that rows are folded by: the modules of this stage and of the model, and every language's words."""
    homes = [Path(__file__).parent, *(Path(str(one.__file__)).parent for one in (model, languages))]
    digest = hashlib.sha256()
    for path in sorted(path for home in homes for path in home.iterdir() if path.suffix in (".py", ".toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def marks_after(steps: Sequence[object], *, since: str) -> tuple[str, ...]:
    """For each step a mark of it and of all before it. since: the mark of what came before the first, or of what every step looks at. A step is told
    by its repr, so it must tell everything that the step depends on, and be the same in every process."""
    found = []
    for step in steps:
        since = hashlib.sha256(f"{since}\0{step!r}".encode(errors="surrogatepass")).hexdigest()
        found.append(since)
    return tuple(found)


class Words:
    """The texts that steps hold, by number: a snapshot tells numbers, so that no word of minutes or people lies anywhere but in the log."""

    def __init__(self, *told: object) -> None:
        """The texts in these values, in order: what comes first has the same numbers whatever comes after it."""
        self._numbers: dict[str, int] = {}
        self._add(told)
        self._texts = list(self._numbers)

    def number(self, text: str | None) -> Any:
        """What stands for a text: its number, its place in another text, or itself where it is a day. Raises
        LookupError for any other, which must not be written down."""
        if text is None or text in self._numbers:
            return None if text is None else self._numbers[text]
        if _PLAIN.fullmatch(text):
            return text
        for number, whole in enumerate(self._texts):
            if (start := whole.find(text)) >= 0:
                return [number, start, start + len(text)]
        raise LookupError

    def text(self, told: Any) -> Any:
        """The text that `number` gave this for."""
        if isinstance(told, int):
            return self._texts[told]
        return self._texts[told[0]][told[1] : told[2]] if isinstance(told, list) else told

    def _add(self, value: object) -> None:
        numbers = self._numbers
        parts: Iterable[Any]
        if isinstance(value, str):
            parts = (str(value),)
        elif isinstance(value, (list, tuple)):
            parts = value
        elif isinstance(value, Mapping):
            parts = chain.from_iterable(value.items())
        elif is_dataclass(value) and not isinstance(value, type):
            parts = [getattr(value, name) for name in _shown(type(value))]
        else:
            return
        for part in parts:
            if type(part) is str:  # most of them, and half a million in a long log
                if part not in numbers:
                    numbers[part] = len(numbers)
            elif type(part) not in _WORDLESS:
                self._add(part)


_WORDLESS = (type(None), int, bool, float)


@lru_cache(maxsize=32)
def _shown(kind: type[Any]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind) if one.repr)


def write_snapshot(stages: Mapping[int, Stage], *, marks: Sequence[str], words: Words) -> str | None:
    """The stages, by how many meetings led to each, as JSON; None where a row has a text that is in no step. marks: see `marks_after`; words: of the
    steps. A row that stands alike in several is written once."""
    places: dict[int, int] = {}
    rows: list[Row] = []

    def place_of(row: Row) -> int:
        if id(row) not in places:
            places[id(row)] = len(rows)
            rows.append(row)
        return places[id(row)]

    try:
        told = {
            marks[count - 1]: [
                [place_of(row) for row in stage.rows.values()],
                [place_of(row) for row in stage.past.values()],
                dict(stage.aliases),
                stage.closed,
            ]
            for count, stage in stages.items()
            if 0 < count <= len(marks)
        }
        return json.dumps({"stages": told, "rows": [_told(row, words) for row in rows]}, separators=(",", ":"))
    except LookupError:
        return None


def read_snapshot(text: str, *, marks: Sequence[str], words: Words) -> dict[int, Stage]:
    """The stages in a snapshot that belong to these marks, by how many meetings led to each; none of one that is damaged."""
    try:
        told = json.loads(text)
        rows: dict[int, Row] = {}
        return {marks.index(mark) + 1: _stage(one, told["rows"], rows, words) for mark, one in told["stages"].items() if mark in marks}
    except (ValueError, LookupError, TypeError, AttributeError):
        return {}


def _stage(told: Sequence[Any], written: Sequence[Any], rows: dict[int, Row], words: Words) -> Stage:
    here, past, aliases, closed = told
    for place in (*here, *past):
        if place not in rows:
            rows[place] = _row(written[place], words)
    return Stage(
        {rows[place].key: rows[place] for place in here},
        {rows[place].key: rows[place] for place in past},
        aliases,
        tuple(closed),
    )


def _told(row: Row, words: Words) -> list[Any]:
    number, due = words.number, row.due
    return [
        row.key,
        row.kind.value,
        number(row.text),
        [number(owner) for owner in row.owners],
        [number(due.date), number(due.text), due.granularity, _told_quotes(due.quotes, words)] if due is not None else None,
        row.status.value,
        [number(one) for one in (row.opened.meeting, row.opened.item, row.opened.file, row.opened.title)],
        _told_quotes(row.quotes, words),
        [
            [
                line.type,
                *(number(one) for one in (line.meeting, line.item, line.file, line.by, line.at)),
                _told_quotes(line.quotes, words),
                [number(one) for one in line.change] if line.change is not None else None,
            ]
            for line in row.history
        ],
        number(row.touched),
        row.times_postponed,
        number(row.closed),
        row.removed,
        number(row.number),
    ]


def _told_quotes(quotes: Quotes, words: Words) -> list[list[Any]]:
    return [[words.number(quote.block), quote.start, quote.end, words.number(quote.text)] for quote in quotes]


def _row(told: Sequence[Any], words: Words) -> Row:
    key, kind, text, owners, due, status, opened, quotes, history, touched, times, closed, removed, number = told
    meaning = words.text
    return Row(
        key,
        RowKind(kind),
        meaning(text),
        tuple(meaning(owner) for owner in owners),
        DateMention(meaning(due[0]), meaning(due[1]), due[2], _quotes(due[3], words)) if due is not None else None,
        RowStatus(status),
        Origin(*(meaning(one) for one in opened)),
        _quotes(quotes, words),
        tuple(_line(one, words) for one in history),
        meaning(touched),
        times,
        meaning(closed),
        removed,
        meaning(number),
    )


def _line(told: Sequence[Any], words: Words) -> RowEvent:
    type, meeting, item, file, by, at, quotes, change = told
    meeting, item, file, by, at = (words.text(one) for one in (meeting, item, file, by, at))
    changed = (words.text(change[0]), words.text(change[1])) if change is not None else None
    return RowEvent(type, meeting, item, file, by, _quotes(quotes, words), at, changed)


def _quotes(told: Sequence[Any], words: Words) -> Quotes:
    return tuple(Quote(words.text(block), start, end, words.text(text)) for block, start, end, text in told)
