"""The part of an address after /_api as segments with arguments: names in any case, quotes doubled, guids in two forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from tests.sharepoint.message import bad_query

GUID = re.compile(r"\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?", re.IGNORECASE)


@dataclass(frozen=True)
class Segment:
    """One segment. name: lower case; arguments: (name in lower case or "", value); called: it has parentheses."""

    name: str
    written: str
    arguments: tuple[tuple[str, str], ...] = ()
    called: bool = False

    def argument(self, *names: str) -> str | None:
        """The value under one of these names, else the only nameless one."""
        for name, value in self.arguments:
            if name in {one.lower() for one in names}:
                return value
        return next((value for name, value in self.arguments if not name), None)


def segments(path: str, aliases: Mapping[str, str] | None = None) -> list[Segment]:
    """The segments of a percent-encoded path. Raises Refusal for a quote or a parenthesis left open."""
    return [_segment(text, aliases or {}) for text in _split(unquote(path), "/") if text]


def _split(text: str, mark: str) -> list[str]:
    parts, current, quoted, depth = [], "", False, 0
    for letter in text:
        if letter == "'":
            quoted = not quoted
        elif not quoted and letter in "()":
            depth += 1 if letter == "(" else -1
        if letter == mark and not quoted and (depth == 0 or mark == ","):
            parts.append(current)
            current = ""
        else:
            current += letter
    if quoted or depth:
        raise bad_query(f'The expression "{text}" is not valid.')
    return [*parts, current]


def _segment(text: str, aliases: Mapping[str, str]) -> Segment:
    match = re.fullmatch(r"([^(]*)\((.*)\)", text, re.DOTALL)
    if not match:
        return Segment(text.lower(), text)
    arguments = []
    for part in _split(match[2], ","):
        named = re.match(r"\s*([A-Za-z_]\w*)\s*=(.*)", part, re.DOTALL)
        name, value = (named[1].lower(), named[2]) if named else ("", part)
        if value.strip():
            arguments.append((name, _literal(value.strip(), aliases)))
    return Segment(match[1].lower(), text, tuple(arguments), called=True)


def _literal(text: str, aliases: Mapping[str, str]) -> str:
    if text.startswith("@"):
        text = next((value for name, value in aliases.items() if name.lower() == text.lower()), text)
    match = re.fullmatch(r"(?:guid|datetime)?'(.*)'", text, re.DOTALL | re.IGNORECASE)
    return match[1].replace("''", "'") if match else text
