"""The Jinja environment that templates run in: strict, sandboxed, without calls or assignments, and with limits on loops and output.

Templates come from people and lie in the library. A template is to show fields, in loops and conditions; whatever else Jinja can do is refused
when it is parsed, so that no template can hang a worker or fill its memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, nodes, pass_environment, pass_eval_context
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.filters import make_attrgetter, sync_do_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from functions.drafting.tagging import mark

MOST_TURNS = 100_000
"""Turns of all loops of one rendering together; what a filter goes through counts too."""
MOST_OUTPUT = 30_000_000
"""Characters of one rendered part."""
LONGEST_TEXT = 1_000_000
"""Characters that a filter may put together: joins inside joins would grow without end."""
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
        "_begins",
        "_ends",
    ]
)
_GOES_THROUGH = ("list", "sort", "unique")
_OWN = frozenset({"_turns", "_begins", "_ends"})
"""Filters that no template may name: they are put in when it is parsed."""
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


_compiled: dict[str, CodeType] = {}  # by source, the one used last at the end; what a source is compiled to depends on nothing else
_KEPT = 64


class SandboxedTemplates(ImmutableSandboxedEnvironment):
    """One rendering's environment. source: the text that was parsed last, one paragraph a line, by which an error finds its paragraph."""

    source = ""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, cache_size=0)
        self.turns = 0
        self.parsed: list[tuple[str, nodes.Template]] = []
        self.filters = {name: rule for name, rule in self.filters.items() if name in _FILTERS}
        self.filters |= {"_turns": self._count_turns, "join": self._limited_join(), **{name: self._counted(name) for name in _GOES_THROUGH}}
        self.filters |= {"_begins": _begins, "_ends": _ends}
        self.globals = {"range": _numbers}

    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, Any] | None = None,
        template_class: type[Template] | None = None,
    ) -> Template:
        """See Environment.from_string. What a template's part was compiled to is kept: the next paper by it is filled in half the time."""
        if not isinstance(source, str):
            return super().from_string(source, globals, template_class)
        code = _compiled.pop(source, None) or self.compile(source)
        self.source = source
        _compiled[source] = code
        if len(_compiled) > _KEPT:
            del _compiled[next(iter(_compiled))]
        return (template_class or self.template_class).from_code(self, code, self.make_globals(globals), None)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        self.source = source
        if len(source) > LONGEST_SOURCE:
            raise TemplateSyntaxError("mallen är för stor", 1)
        tree = super()._parse(source, name, filename)
        _refuse(tree)
        self.parsed.append((source, tree))
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "_turns", [], [], None, None, lineno=loop.lineno)
            if "<w:body" in source:
                _mark_turns(loop)
        return tree

    def _count_turns(self, values: Iterable[Any]) -> list[Any]:
        found = list(values)
        self.turns += len(found)
        if self.turns > MOST_TURNS:
            raise SecurityError("slingorna går för många varv")
        return found

    def _counted(self, name: str) -> Callable[..., Any]:
        """One of Jinja's filters that goes through a list, each entry counted as a turn."""
        rule = DEFAULT_FILTERS[name]

        @pass_environment
        def filter_counted(environment: Environment, values: Iterable[Any], *arguments: Any, **named: Any) -> Any:
            found = self._count_turns(values)
            return found if name == "list" else rule(environment, found, *arguments, **named)

        return filter_counted

    def _limited_join(self) -> Callable[..., Any]:
        """Jinja's own join, with a limit on what it makes."""

        @pass_eval_context
        def join(context: nodes.EvalContext, values: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
            found = self._count_turns(values)
            shown = found if attribute is None else list(map(make_attrgetter(self, attribute), found))
            if sum(len(str(value)) for value in shown) + len(str(d)) * len(shown) > LONGEST_TEXT:
                raise SecurityError("resultatet blir för stort")
            return sync_do_join(context, shown, d)

        return join

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """Join what a template puts out, and stop before it fills the memory."""
        return "".join(_limited(pieces))


def _mark_turns(loop: nodes.For) -> None:
    """Have each turn write down where what it gives begins and ends."""
    if not isinstance(loop.target, nodes.Name):
        return
    ends = []
    for name in ("_begins", "_ends"):
        item = nodes.Name(loop.target.name, "load", lineno=loop.lineno)
        ends.append(nodes.Output([nodes.Filter(item, name, [], [], None, None, lineno=loop.lineno)], lineno=loop.lineno))
    loop.body = [ends[0], *loop.body, ends[1]]


def _begins(item: Any) -> Markup:
    return Markup(mark(item["tag"])) if isinstance(item, Mapping) and item.get("tag") else Markup()


def _ends(item: Any) -> Markup:
    return Markup(mark(item["tag"], ends=True)) if isinstance(item, Mapping) and item.get("tag") else Markup()


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
        if isinstance(node, nodes.Filter) and node.name not in _FILTERS - _OWN:
            raise TemplateSyntaxError(f"filtret ”{node.name}” kan inte användas i en mall", node.lineno)
        if isinstance(node, nodes.For) and node.recursive:
            raise TemplateSyntaxError("slingan får inte anropa sig själv", node.lineno)
