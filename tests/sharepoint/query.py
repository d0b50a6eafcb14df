"""$select and $expand: which values of a thing are told, and what SharePoint refuses to tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tests.sharepoint.dialect import Entity, Many
from tests.sharepoint.message import bad_query

KNOWN = {"$select", "$expand", "$filter", "$orderby", "$top", "$skiptoken", "$skip", "$inlinecount", "$format"}


@dataclass(frozen=True)
class Options:
    """The system query options of a request. select, expand: paths."""

    select: tuple[str, ...] = ()
    expand: tuple[str, ...] = ()
    filter: str = ""
    order: str = ""
    top: int | None = None
    skiptoken: str = ""
    raw: Mapping[str, str] | None = None

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Options:
        """Options from a decoded query. Raises Refusal for unknown or unreadable ones."""
        unknown = [name for name in query if name.startswith("$") and name.lower() not in KNOWN]
        if unknown:
            raise bad_query(f"The query parameter '{unknown[0]}' is not supported.")
        lower = {name.lower(): value for name, value in query.items()}
        top = lower.get("$top", "").strip()
        if top and not top.isdigit():
            raise bad_query(f"Invalid value '{top}' for $top query option.")
        parts = {key: tuple(part.strip() for part in lower.get(key, "").split(",") if part.strip()) for key in ("$select", "$expand")}
        return cls(
            parts["$select"],
            parts["$expand"],
            lower.get("$filter", "").strip(),
            lower.get("$orderby", "").strip(),
            int(top) if top else None,
            lower.get("$skiptoken", ""),
            dict(query),
        )

    def shape(self, entity: Entity) -> Entity:
        """What is told of an entity. Raises Refusal for a field that it does not have."""
        return _shape(entity, list(self.select), list(self.expand))


def _shape(entity: Entity, select: list[str], expand: list[str]) -> Entity:
    expanded, selected = _by_head(expand), _by_head(select)
    everything = {**entity.extra, **entity.values}
    for name in expanded:
        if name not in entity.navs and name not in everything:
            raise bad_query(f"The field or property '{name}' does not exist.")
    values: dict[str, Any] = {}
    if not select or "*" in selected:
        values.update(entity.values)
    for name, rest in selected.items():
        if name == "*":
            continue
        if name in entity.navs:
            if rest and name not in expanded:
                raise bad_query(
                    f"The query to field '{name}/{rest[0]}' is not valid. The $select query string must specify the target fields and the "
                    f"$expand query string must contain {name}."
                )
        elif name in entity.siblings:
            continue
        elif name not in everything:
            raise bad_query(f"The field or property '{name}' does not exist.")
        else:
            values[name] = everything[name]
            if name in ("Id", "ID") and "ID" in everything:  # items tell both, whichever is asked for
                values |= {"Id": everything["Id"], "ID": everything["ID"]}
    for name, rest in expanded.items():
        if name in entity.navs and (not select or name in selected or "*" in selected):
            values[name] = _inside(entity.navs[name](), selected.get(name, []), rest)
    values = {name: value() if callable(value) else value for name, value in values.items()}
    return replace(entity, values=values, extra={}, navs={} if select else entity.navs)


def _inside(thing: Any, select: list[str], expand: list[str]) -> Any:
    if isinstance(thing, Entity):
        return _shape(thing, select, expand)
    if isinstance(thing, Many):
        return Many([_inside(one, select, expand) for one in thing.things])
    return thing


def _by_head(paths: list[str]) -> dict[str, list[str]]:
    heads: dict[str, list[str]] = {}
    for path in paths:
        head, _, rest = path.partition("/")
        heads.setdefault(head, [])
        if rest:
            heads[head].append(rest)
    return heads
