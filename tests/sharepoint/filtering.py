"""$filter and $orderby: a recursive-descent parser over OData's comparisons and its few functions."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tests.sharepoint.message import bad_query

TOKEN = re.compile(
    r"\s*(?:(?P<date>datetime(?:offset)?'[^']*')|(?P<guid>guid'[^']*')|(?P<text>'(?:[^']|'')*')|(?P<number>-?\d+(?:\.\d+)?)"
    r"|(?P<name>[A-Za-z_][\w/]*)|(?P<mark>[(),]))"
)
COMPARISONS = {"eq", "ne", "gt", "ge", "lt", "le"}
FUNCTIONS = {"substringof", "startswith", "endswith"}


@dataclass(frozen=True)
class Comparison:
    """One comparison in a filter, as the threshold sees it. leading: it stands in the outermost `and`."""

    name: str
    operator: str
    value: Any


@dataclass(frozen=True)
class Filter:
    """A parsed filter. test: whether a thing passes; leading: comparisons that all must hold; names: every column in it."""

    test: Callable[[Any], bool]
    leading: tuple[Comparison, ...]
    names: frozenset[str]


def matcher(text: str, read: Callable[[str, Any], Any]) -> Callable[[Any], bool]:
    """A test for things. read: (name, thing) → value. Raises Refusal for what cannot be parsed."""
    return parse(text, read).test


def parse(text: str, read: Callable[[str, Any], Any]) -> Filter:
    """A filter. Raises Refusal (400) with SharePoint's words."""
    parser = _Parser(_tokens(text), read, text)
    test, leading = parser.either()
    if parser.rest:
        raise bad_query(f'The expression "{text}" is not valid.')
    return Filter(test, tuple(leading), frozenset(parser.names))


def _tokens(text: str) -> list[tuple[str, str]]:
    found, at = [], 0
    while at < len(text.rstrip()):
        match = TOKEN.match(text, at)
        if not match:
            raise bad_query(f'The expression "{text}" is not valid.')
        found.append((str(match.lastgroup), match[str(match.lastgroup)]))
        at = match.end()
    return found


class _Parser:
    def __init__(self, tokens: list[tuple[str, str]], read: Callable[[str, Any], Any], text: str) -> None:
        self.rest, self._read, self._text, self.names = tokens, read, text, set[str]()

    def _fail(self) -> Exception:
        return bad_query(f'The expression "{self._text}" is not valid.')

    def _peek(self) -> str:
        return self.rest[0][1] if self.rest else ""

    def _take(self, expected: str | None = None) -> tuple[str, str]:
        if not self.rest or (expected is not None and self.rest[0][1] != expected):
            raise self._fail()
        return self.rest.pop(0)

    def either(self) -> tuple[Callable[[Any], bool], list[Comparison]]:
        test, leading = self._both()
        while self._peek() == "or":
            self._take()
            left, (right, _) = test, self._both()
            test, leading = _or(left, right), []
        return test, leading

    def _both(self) -> tuple[Callable[[Any], bool], list[Comparison]]:
        test, leading = self._one()
        while self._peek() == "and":
            self._take()
            left, (right, more) = test, self._one()
            test, leading = _and(left, right), leading + more
        return test, leading

    def _one(self) -> tuple[Callable[[Any], bool], list[Comparison]]:
        if self._peek() == "not":
            self._take()
            inner, _ = self._one()
            return lambda thing: not inner(thing), []
        if self._peek() == "(":
            self._take("(")
            found = self.either()
            self._take(")")
            return found
        kind, name = self._take()
        if kind != "name":
            raise self._fail()
        if name.lower() in FUNCTIONS and self._peek() == "(":
            return self._function(name.lower()), []
        operator = self._take()[1]
        if operator not in COMPARISONS:
            raise self._fail()
        value = self._value()
        self.names.add(name)
        return lambda thing: _compare(self._read(name, thing), operator, value), [Comparison(name, operator, value)]

    def _function(self, name: str) -> Callable[[Any], bool]:
        self._take("(")
        first = self._argument()
        self._take(",")
        second = self._argument()
        self._take(")")
        if self._peek() == "eq":
            self._take()
            if self._value() not in (True, 1):
                raise self._fail()
        column, words = (second, first) if name == "substringof" else (first, second)
        if column[0] != "name" or words[0] != "text":
            raise self._fail()
        self.names.add(column[1])
        wanted = words[1].lower()

        def test(thing: Any) -> bool:
            text = str(self._read(column[1], thing) or "").lower()
            return {"substringof": wanted in text, "startswith": text.startswith(wanted), "endswith": text.endswith(wanted)}[name]

        return test

    def _argument(self) -> tuple[str, Any]:
        kind, text = self._take()
        return (kind, text[1:-1].replace("''", "'")) if kind == "text" else (kind, text)

    def _value(self) -> Any:
        kind, text = self._take()
        if kind == "text":
            return text[1:-1].replace("''", "'")
        if kind == "number":
            return float(text) if "." in text else int(text)
        if kind == "guid":
            return text[5:-1].lower()
        if kind == "date":
            return moment(text[text.index("'") + 1 : -1])
        if kind == "name" and text.lower() in ("true", "false", "null"):
            return {"true": True, "false": False, "null": None}[text.lower()]
        raise self._fail()


def moment(text: str) -> datetime:
    """An instant in a filter; without a zone it is UTC. Raises Refusal."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise bad_query(f"The value '{text}' is not a valid date.") from error
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _or(left: Callable[[Any], bool], right: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda thing: left(thing) or right(thing)


def _and(left: Callable[[Any], bool], right: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda thing: left(thing) and right(thing)


def plain(value: Any, other: Any) -> Any:
    """A value as it compares: text without regard to case, dates against dates, numbers against numbers."""
    if isinstance(other, datetime) and isinstance(value, str):
        return moment(value)
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.replace(tzinfo=UTC)
    return value.lower() if isinstance(value, str) else value


def _compare(value: Any, operator: str, wanted: Any) -> bool:
    if isinstance(value, list):
        hits = [_compare(one, "eq", wanted) for one in value]
        return not any(hits) if operator == "ne" else any(hits)
    if wanted is None or value is None:
        same = (value is None or value == "") and wanted is None
        return same if operator == "eq" else not same if operator == "ne" else False
    if isinstance(value, datetime) and isinstance(wanted, str):
        wanted = moment(wanted)
    left, right = plain(value, wanted), plain(wanted, value)
    if isinstance(left, str) != isinstance(right, str):
        left, right = str(left).lower(), str(right).lower()
    results = {"eq": left == right, "ne": left != right}
    if operator in results:
        return results[operator]
    return bool({"gt": left > right, "ge": left >= right, "lt": left < right, "le": left <= right}[operator])
