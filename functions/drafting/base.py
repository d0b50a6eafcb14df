"""What we wrote last in a draft, line by line: by this a later version tells the secretary's words from ours."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from functions.drafting.controls import Cells, Unit, key_of, leading_number, read, survey, texts_outside
from functions.drafting.paper import Paper


@dataclass(frozen=True, slots=True)
class Line:
    """A line as we wrote it.

    level: row, block or run; label: the words before it in its paragraph ("Plats"), for one that is a part of a paragraph;
    number: what stands before it in the file, whoever's words the rest are.
    """

    level: str
    cells: Cells
    parent: str | None = None
    label: str = ""
    number: str = ""

    @property
    def key(self) -> Cells:
        """Its words without its number."""
        return key_of(self.cells)


@dataclass(frozen=True, slots=True)
class Base:
    """What we wrote last.

    lines: by tag, in order; around: the other paragraphs of body, headers and footers, in order ("body", "word/header1.xml" …); away: tags of lines
    that the secretary took away at any time; stale: lines that we would write no more, and that stand there as she has changed them.
    """

    lines: Mapping[str, Line]
    around: Mapping[str, Sequence[str]] = field(default_factory=dict)
    away: frozenset[str] = frozenset()
    stale: Mapping[str, Line] = field(default_factory=dict)

    @property
    def known(self) -> dict[str, Line]:
        """Every line of ours that may stand in her file."""
        return {**self.stale, **self.lines}

    @property
    def digest(self) -> tuple[object, ...]:
        """What makes two of them the same."""
        return (
            tuple((tag, line.parent, line.key) for tag, line in self.lines.items()),
            tuple(sorted((part, tuple(words)) for part, words in self.around.items())),
        )


def base_of(paper: Paper, *, away: frozenset[str] = frozenset()) -> Base:
    """A file of ours as the base of what comes later."""
    lines: dict[str, Line] = {}
    for unit in survey(paper.body):
        lines.setdefault(unit.tag, line_of(unit))
    return Base(lines, words_around(paper), away)


def line_of(unit: Unit) -> Line:
    """A unit of a file as a line of the base."""
    return Line(unit.level, unit.cells, unit.parent, label_of(unit), number_of(unit))


def number_of(unit: Unit) -> str:
    """The number that stands before a line, "" where it has none."""
    return "" if unit.level == "run" else leading_number(next((words for cell in unit.cells[:1] for words in cell), ""))


def words_around(paper: Paper) -> dict[str, tuple[str, ...]]:
    """The paragraphs that belong to no line, part by part."""
    stories = {"body": paper.body, **paper.stories}
    return {name: tuple(words for _, words in texts_outside(root)) for name, root in stories.items()}


def label_of(unit: Unit) -> str:
    """The words beside a unit that is a part of a paragraph."""
    return read(unit.element.getparent()) if unit.level == "run" else ""


def write_base(base: Base) -> str:
    """As one line of text, packed: a state's entries are small."""
    told = {
        "lines": _plain(base.lines),
        "around": dict(base.around),
        "away": sorted(base.away),
        "stale": _plain(base.stale),
    }
    plain = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return base64.b64encode(zlib.compress(plain.encode(), 9)).decode()


def read_base(text: str) -> Base:
    """The base that `write_base` wrote."""
    told: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(text)))
    around = {name: tuple(words) for name, words in told["around"].items()}
    return Base(_lines(told["lines"]), around, frozenset(told["away"]), _lines(told.get("stale", ())))


def _plain(lines: Mapping[str, Line]) -> list[list[Any]]:
    return [[tag, line.level, line.cells, line.parent, line.label, line.number] for tag, line in lines.items()]


def _lines(told: Sequence[Sequence[Any]]) -> dict[str, Line]:
    return {tag: Line(level, tuple(tuple(cell) for cell in cells), *more) for tag, level, cells, *more in told}
