"""Who signed the minutes, and as what: names beside or below "Vid protokollet" and "Justeras", side by side or below one another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from functions.interpreting.labels import folded_label
from functions.interpreting.layout import Layout, Section
from functions.interpreting.roster_entries import entry_of
from functions.interpreting.roster_lines import split_people
from functions.interpreting.roster_names import full_name_like
from functions.interpreting.spans import Span, lines_of
from functions.languages import LanguagePack
from functions.model.document import Block
from functions.model.minutes import Person

_GAP = re.compile(r"\t+|\s{3,}")
_FEW_LINES = 8


def signers(layout: Layout, *, pack: LanguagePack) -> Iterator[Person]:
    """Everybody who signs in an office, in the order of the page."""
    for section in layout.of_kind("signature", "secretary", "chair", "adjuster"):
        roles: dict[int, tuple[str, Span]] = {}
        for row in _rows(section):
            for col, field in enumerate(row):
                head, colon, _ = field.text.partition(":")
                role = _role(head, pack=pack)
                if role is not None:
                    roles[col] = (role, field.part(0, len(head)))
                    field = field.part(len(head) + len(colon), len(field.text)).trimmed()
                if col in roles and field.text:
                    yield from _named(field, *roles[col], pack=pack)


def _rows(section: Section) -> Iterator[list[Span]]:
    """The section's lines, each as the fields that stand side by side."""
    if section.label is not None:
        end = section.value.end if section.value is not None else section.label.end
        yield _fields(Span(section.label.block, section.label.start, end))
    for unit in section.units[:_FEW_LINES]:
        if isinstance(unit, Block):
            yield from (_fields(line) for line in lines_of(unit))
        else:
            for row in unit.rows[:_FEW_LINES]:
                columns = [cell.lines() for cell in row]
                some = next((line.part(0, 0) for lines in columns for line in lines), None)
                for at in range(max((len(lines) for lines in columns), default=0)):
                    yield [line for lines in columns if (line := lines[at] if at < len(lines) else some) is not None]


def _fields(line: Span) -> list[Span]:
    edges = [0, *(edge for gap in _GAP.finditer(line.text) for edge in gap.span()), len(line.text)]
    return [line.part(at, to).trimmed() for at, to in zip(edges[::2], edges[1::2], strict=True)]


def _role(text: str, *, pack: LanguagePack) -> str | None:
    words = {"secretary": (*pack.words("sections", "secretary"), *pack.words("roster", "signs")), "chair": pack.words("sections", "chair")}
    words["adjuster"] = (*pack.words("sections", "adjuster"), *pack.words("roster", "signs_after"))
    folded = folded_label(text)
    return next((role for role, known in words.items() if folded in known), None)


def _named(field: Span, role: str, label: Span, *, pack: LanguagePack) -> Iterator[Person]:
    for part in split_people((field,), pack=pack):
        entry = entry_of(part, pack=pack)
        if entry is not None and full_name_like(entry.name.text, pack=pack):
            yield Person(name=entry.given_first, role=entry.role or role, rule="attendance.signature", quotes=(entry.name.quote(), label.quote()))
