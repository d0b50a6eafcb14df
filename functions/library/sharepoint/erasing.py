"""Earlier versions of rows: where something is taken out for good, SharePoint must not keep how it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from functions.library.sharepoint.places import Place
from functions.library.sharepoint.refusals import is_gone
from functions.library.sharepoint.site import Site, done
from functions.library.sharepoint.wire import Ask
from functions.model.rewriting import Rewriting

VERSION = "OData__UIVersionString"
"""What SharePoint calls the version of a row: "1.0" is one that was never changed."""

_FIRST = ("", "1.0")
_ITSELF = frozenset({"__metadata", "VersionId", "VersionLabel", "IsCurrentVersion", "Created"})


def is_changed(told: Mapping[str, Any]) -> bool:
    """Whether a row, asked for with its version, may have earlier ones."""
    return str(told.get(VERSION) or "") not in _FIRST


def forget_versions(site: Site, place: Place, numbers: Sequence[int], *, is_meant: Callable[[Mapping[str, Any]], bool] | None = None) -> None:
    """Delete for good the earlier versions of these rows (item numbers); is_meant: only some. The row as it is stays."""
    addresses = [site.escaped(f"{site.web.lists.get_by_id(place.id).items.get_by_id(number).resource_url}/versions") for number in numbers]
    found: list[Ask] = []
    for address, answer in zip(addresses, site.batch([Ask("GET", address) for address in addresses]), strict=True):
        if not is_gone(answer):
            earlier = [
                one
                for one in done(answer, what=place.title).results
                if one.get("IsCurrentVersion") is not True and (is_meant is None or is_meant(one))
            ]
            found += [Ask("DELETE", f"{address}({int(one['VersionId'])})", etag="*", repeatable=True) for one in earlier]
    for answer in site.batch(found):
        if not is_gone(answer):
            done(answer, what=place.title)


def told_otherwise(change: Rewriting) -> Callable[[Mapping[str, Any]], bool]:
    """Which versions are meant where `change` is made everywhere: those in which it would change something."""

    def is_meant(version: Mapping[str, Any]) -> bool:
        texts = [value for name, value in version.items() if name not in _ITSELF and isinstance(value, str)]
        return any(change(text) != text for text in texts)

    return is_meant
