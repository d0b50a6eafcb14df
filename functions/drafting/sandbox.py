"""The Jinja environment that templates run in: strict, sandboxed, without calls or assignments, and with limits on loops and output.

Templates come from people and lie in the library. A template is to show fields, in loops and conditions; whatever else Jinja can do is refused
when it is parsed, so that no template can hang a worker or fill its memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_TURNS = 100_000
"""Turns of all loops of one rendering together."""
MOST_OUTPUT = 30_000_000
"""Characters of one rendered part."""
MOST_NUMBERS = 1_000
"""Longest range()."""
LONGEST_SOURCE = 8_000_000

_FILTERS = frozenset(
    [
        "capitalize",
        "count",
        "d",
        "default",
        "e",
        "escape",
        "first",
        "join",
        "last",
        "length",
        "list",
        "lower",
        "sort",
        "title",
        "trim",
        "unique",
        "upper",
        "_turns",
    ]
)
_NODES = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.CondExpr,
    nodes.Name,
    nodes.Const,
    nodes.List,
    nodes.Tuple,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Concat,
    nodes.Add,
    nodes.Sub,
)


class SandboxedTemplates(ImmutableSandboxedEnvironment):
    """One rendering's environment. source: the text that was parsed last, one paragraph a line, by which an error finds its paragraph."""

    source = ""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, cache_size=0)
        self.turns = 0
        self.parsed: list[tuple[str, nodes.Template]] = []
        self.filters = {name: rule for name, rule in self.filters.items() if name in _FILTERS} | {"_turns": self._count_turns}
        self.globals = {"range": _numbers}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        self.source = source
        if len(source) > LONGEST_SOURCE:
            raise TemplateSyntaxError("mallen är för stor", 1)
        tree = super()._parse(source, name, filename)
        _refuse(tree)
        self.parsed.append((source, tree))
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "_turns", [], [], None, None, lineno=loop.lineno)
        return tree

    def _count_turns(self, values: Iterable[Any]) -> list[Any]:
        found = list(values)
        self.turns += len(found)
        if self.turns > MOST_TURNS:
            raise SecurityError("slingorna går för många varv")
        return found

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """Join what a template puts out, and stop before it fills the memory."""
        return "".join(_limited(pieces))


def _limited(pieces: Iterable[str]) -> Iterator[str]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MOST_OUTPUT:
            raise SecurityError("resultatet blir för stort")
        yield piece


def _numbers(*bounds: int) -> range:
    found = range(*bounds)
    if len(found) > MOST_NUMBERS:
        raise SecurityError("slingorna går för många varv")
    return found


def _refuse(tree: nodes.Template) -> None:
    """Raise TemplateSyntaxError at the first expression that a template has no need of."""
    for node in tree.find_all(nodes.Node):
        if isinstance(node, nodes.Call):
            if not (isinstance(node.node, nodes.Name) and node.node.name == "range"):
                raise TemplateSyntaxError("mallen får inte anropa funktioner", node.lineno)
        elif not isinstance(node, _NODES):
            raise TemplateSyntaxError(f"”{type(node).__name__.lower()}” kan inte användas i en mall", node.lineno)
        if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            raise TemplateSyntaxError(f"fältet ”{node.attr}” får inte användas", node.lineno)
        if isinstance(node, nodes.Filter) and node.name not in _FILTERS - {"_turns"}:
            raise TemplateSyntaxError(f"filtret ”{node.name}” kan inte användas i en mall", node.lineno)
        if isinstance(node, nodes.For) and node.recursive:
            raise TemplateSyntaxError("slingan får inte anropa sig själv", node.lineno)
