"""Finds the fields that a template names and the contract does not know, by following its loops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import nodes

_LOOP = frozenset({"index", "index0", "first", "last", "length", "revindex", "revindex0"})


def unknown_fields(tree: nodes.Template, *, fields: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The unknown fields as the template writes them, each with the line (paragraph) that it stands in."""
    known = frozenset(fields)
    branches = frozenset(path.rsplit(".", 1)[0].removesuffix("[]") for path in known if "." in path or "[]" in path)
    tops = frozenset(path.split(".", 1)[0].split("[", 1)[0] for path in known)
    yield from _walk(tree, {}, known | branches, tops)


def _walk(node: nodes.Node, bound: Mapping[str, str | None], paths: frozenset[str], tops: frozenset[str]) -> Iterator[tuple[str, int]]:
    """bound: what the loops' names stand for: a path of the contract, or None where that cannot be told."""
    if isinstance(node, nodes.For):
        yield from _walk(node.iter, bound, paths, tops)
        path = _path(node.iter, bound)
        inner = dict(bound) | {"loop": "loop"}
        targets = [node.target] if isinstance(node.target, nodes.Name) else list(node.target.find_all(nodes.Name))
        inner.update({target.name: f"{path}[]" if path and isinstance(node.target, nodes.Name) else None for target in targets})
        for child in (*node.body, *([node.test] if node.test else [])):
            yield from _walk(child, inner, paths, tops)
        for child in node.else_:
            yield from _walk(child, bound, paths, tops)
        return
    if isinstance(node, nodes.Getattr | nodes.Getitem | nodes.Name):
        path = _path(node, bound)
        if path is not None and not _known(path, bound, paths, tops):
            yield _spelled(node), node.lineno
        if path is not None or isinstance(node, nodes.Name):
            return
    for child in node.iter_child_nodes():
        yield from _walk(child, bound, paths, tops)


def _known(path: str, bound: Mapping[str, str | None], paths: frozenset[str], tops: frozenset[str]) -> bool:
    if path.startswith("loop.") or path == "loop":
        return "loop" in bound and path.removeprefix("loop.") in _LOOP | {"loop"}
    return path in paths or path in tops or path == "range" or path.removesuffix("[]") in paths | tops


def _path(node: nodes.Node, bound: Mapping[str, str | None]) -> str | None:
    """The path of the contract that an expression means; None where it is no plain field."""
    if isinstance(node, nodes.Filter) and node.node is not None and node.name in ("_turns", "sort", "list", "unique"):
        return _path(node.node, bound)
    if isinstance(node, nodes.Name):
        return bound.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        base = _path(node.node, bound)
        return f"{base}.{node.attr}" if base else None
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        base = _path(node.node, bound)
        return f"{base}[]" if base and isinstance(node.arg.value, int) else f"{base}.{node.arg.value}" if base else None
    return None


def _spelled(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_spelled(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{_spelled(node.node)}.{node.arg.value}"
    return node.name if isinstance(node, nodes.Name) else "…"
