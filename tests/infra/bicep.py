"""Reads Bicep with pycep-parser and tells what a compiler would: what is declared, and what is referred to without being so.

The parser's own JSON does not tell a name from a string in quotes, so this works on its syntax tree, where the tokens still do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from lark import Token, Tree
from pycep import BicepParser


@dataclass(frozen=True)
class Name:
    """A reference, such as `storage.outputs.name`."""

    path: tuple[str, ...]


@dataclass(frozen=True)
class Call:
    """A function call, or an operator by its rule's name."""

    function: str
    arguments: tuple[Any, ...]


@dataclass
class Declared:
    """One declaration. body: its value, an object's properties for a resource; loop: (variables, what is gone through)."""

    kind: str
    type: str = ""
    body: Any = None
    decorators: tuple[str, ...] = ()
    loop: tuple[tuple[str, ...], Any] | None = None
    condition: Any = None
    default: Any = None
    has_default: bool = False
    existing: bool = False


@dataclass
class Template:
    """A Bicep file: its declarations by kind and name, and every name that it refers to but does not declare."""

    declared: dict[str, dict[str, Declared]] = field(default_factory=dict)
    undeclared: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)

    def of(self, kind: str) -> dict[str, Declared]:
        return self.declared.get(kind, {})


@cache
def _parser() -> BicepParser:
    return BicepParser()


def read(path: Path) -> Template:
    return parse(path.read_text(encoding="utf-8"))


def parse(text: str) -> Template:
    """Raises lark's errors for what is no Bicep."""
    tree = _parser().lark_parser.parse(text)
    template = Template()
    elements = [part for part in tree.children if isinstance(part, Tree) and part.data in ("param", "var", "output", "resource", "module")]
    for element in elements:
        kind, name, declared = _declaration(element)
        ours = template.declared.setdefault(kind, {})
        if name in ours or (kind != "output" and any(name in template.of(other) for other in ("param", "var", "resource", "module"))):
            template.twice.append(name)
        ours[name] = declared
    known = {name for kind in ("param", "var", "resource", "module") for name in template.of(kind)}
    for element in elements:
        for reference in _references(element, frozenset(known)):
            template.undeclared.append(reference)
    return template


def _declaration(element: Tree) -> tuple[str, str, Declared]:
    kind = str(element.data)
    parts = [part for part in element.children if part is not None]
    decorators: tuple[str, ...] = ()
    if isinstance(parts[0], Tree) and parts[0].data == "decorators":
        decorators = tuple(str(one.children[0]) for one in parts.pop(0).find_data("decorator"))
    name = str(parts.pop(0))
    declared = Declared(kind=kind, decorators=decorators)
    existing = [part for part in parts if isinstance(part, Token) and part.type == "EXISTING"]
    declared.existing = bool(existing)
    parts = [part for part in parts if part not in existing]
    if kind in ("param", "output", "resource", "module"):
        declared.type = "".join(str(token) for token in parts.pop(0).scan_values(lambda _: True)).strip("'")
    body = parts[0] if parts else None
    declared.has_default = kind == "param" and body is not None
    if isinstance(body, Tree) and body.data == "deploy_condition":
        conditions = [part for part in body.children if isinstance(part, Tree)]
        declared.condition, body = value(conditions[0]), conditions[1]
    if isinstance(body, Tree) and body.data == "loop":
        header, *rest = [part for part in body.children if part is not None]
        variables, source = _loop_header(header)
        declared.loop, body = (variables, value(source)), rest[-1]
    declared.body = value(body) if body is not None else None
    declared.default = declared.body if kind == "param" else None
    return kind, name, declared


def _loop_header(header: Tree) -> tuple[tuple[str, ...], Any]:
    variables = tuple(str(part) for part in header.children if isinstance(part, Token))
    return variables, next(part for part in header.children if isinstance(part, Tree))


def value(node: Any) -> Any:
    """A node as Python: literals, lists and dicts as themselves, the rest as Name and Call."""
    if isinstance(node, Token):
        return str(node).strip("'")
    rule = str(node.data)
    children = [child for child in node.children if child is not None]
    if rule == "string":
        token = str(children[-1])
        return token[1:-1] if token.startswith("'") else Name((token,))
    if rule == "multi_line_string":
        return str(children[-1])[3:-3]
    if rule == "int_type":
        return int(str(children[-1]))
    if rule in ("true", "false", "null"):
        return {"true": True, "false": False, "null": None}[rule]
    if rule == "array":
        return [value(child) for child in children if isinstance(child, Tree)]
    if rule == "object":
        return {_key(pair): value(pair.children[-1]) for pair in children if isinstance(pair, Tree) and pair.data == "pair"}
    if rule == "operator":
        return value(next(child for child in children if isinstance(child, Tree)))
    if rule == "property_accessor":
        left, right = (value(child) for child in children if isinstance(child, Tree))
        if isinstance(left, Name) and isinstance(right, Name):
            return Name(left.path + right.path)
        return Call(rule, (left, right))
    if rule == "function_accessor":
        name = next(str(child) for child in children if isinstance(child, Token))
        return Call(name, tuple(value(child) for child in children if isinstance(child, Tree)))
    if rule == "function":
        return Call(str(children[0]).rstrip("( "), tuple(value(child) for child in children[1:] if isinstance(child, Tree)))
    return Call(rule, tuple(value(child) for child in children if isinstance(child, Tree)))


def _key(pair: Tree) -> str:
    return str(next(iter(pair.children[0].children))).strip("'") if pair.children[0].children else "resource"


def _references(node: Any, known: frozenset[str]) -> Iterator[str]:
    """The names in a node that nothing declares."""
    if not isinstance(node, Tree):
        return
    rule = str(node.data)
    children = [child for child in node.children if child is not None]
    if rule in ("decorators", "data_type", "type_api_pair", "module_path"):
        return
    if rule == "loop":
        header, *rest = children
        variables, source = _loop_header(header)
        yield from _references(source, known)
        for part in rest:
            yield from _references(part, known | set(variables))
    elif rule == "pair":
        yield from _references(children[0], known)
        yield from _references(children[-1], known)
    elif rule == "key":
        yield from _in_text(str(children[0]) if children else "", known)
    elif rule == "property_accessor":
        left, right = [child for child in children if isinstance(child, Tree)]
        yield from _references(left, known)
        yield from _in_property(right, known)
    elif rule == "string":
        token = str(children[-1])
        if token.startswith("'"):
            yield from _in_text(token, known)
        elif token not in known:
            yield token
    else:
        for child in children:
            yield from _references(child, known)


def _in_property(node: Tree, known: frozenset[str]) -> Iterator[str]:
    """Right of a dot names are properties; only what stands in brackets or parentheses refers to something."""
    rule = str(node.data)
    children = [child for child in node.children if isinstance(child, Tree)]
    if rule == "string":
        return
    if rule in ("operator", "property_accessor"):
        for child in children:
            yield from _in_property(child, known)
    elif rule == "index_accessor":
        yield from _in_property(children[0], known)
        yield from _references(children[1], known)
    else:
        yield from _references(node, known)


def _in_text(token: str, known: frozenset[str]) -> Iterator[str]:
    """What '${…}' in a string refers to."""
    for expression in interpolations(token):
        tree = _parser().lark_parser.parse(f"var x = {expression}\n")
        yield from _references(tree.children[0], known)


def interpolations(token: str) -> list[str]:
    found, start, depth = [], 0, 0
    for place, sign in enumerate(token):
        if token.startswith("${", place) and depth == 0 and not token.startswith("\\", place - 1 if place else 0):
            start, depth = place + 2, 1
        elif depth and sign == "{" and place >= start:
            depth += 1
        elif depth and sign == "}":
            depth -= 1
            if depth == 0:
                found.append(token[start:place])
    return found


def calls(found: Any) -> Iterator[Call]:
    """Every call in a value, and in the strings in it."""
    if isinstance(found, Call):
        yield found
        for argument in found.arguments:
            yield from calls(argument)
    elif isinstance(found, dict):
        for entry in found.values():
            yield from calls(entry)
    elif isinstance(found, list):
        for entry in found:
            yield from calls(entry)
    elif isinstance(found, str):
        for expression in interpolations(found):
            yield from calls(parse(f"var x = {expression}\n").of("var")["x"].body)
