"""Who deleted a row: the change log does not tell, but the site's recycle bin does, as long as the row lies there and we may look."""

from __future__ import annotations

from collections.abc import Collection

from functions.library.sharepoint.places import Place
from functions.library.sharepoint.site import Site

_NEWEST = 200
"""Items of the bin that are looked through."""


def read_deleters(site: Site, place: Place, numbers: Collection[int]) -> dict[int, str]:
    """The people's names by the item numbers of deleted rows. A row that was deleted for good, or a bin that is closed to us, tells nobody.

    The name of a list item in the bin is its number and "_.000".
    """
    ask = site.get(f"{site.url}/_api/site/RecycleBin", ("LeafName", "DirName", "DeletedByName"), orderby="DeletedDate desc", top=_NEWEST)
    answer = site.send(ask)
    if not answer.ok:
        return {}
    folder = place.root.strip("/").casefold()
    found: dict[int, str] = {}
    for one in answer.results:
        number = str(one.get("LeafName") or "").partition("_")[0]
        if str(one.get("DirName") or "").strip("/").casefold() == folder and number.isdigit() and int(number) in numbers and one.get("DeletedByName"):
            found.setdefault(int(number), str(one["DeletedByName"]))
    return found
