"""What was read in one unit of work; a person's act in between is met at the next, or refused by an ETag."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from functions.library.sharepoint.drafts import Drafts
from functions.library.sharepoint.items import FileItem
from functions.library.sharepoint.known import KnownFiles, Memory
from functions.library.sharepoint.lists import Lists
from functions.library.sharepoint.places import Places
from functions.library.sharepoint.readers import Readers
from functions.library.sharepoint.site import Site


@dataclass(slots=True)
class Unit:
    """A unit of work. files: by id, None: gone; whole: all were listed; misses: files asked for one by one; asked: all that is small
    was asked for."""

    known: KnownFiles
    lists: Lists
    drafts: Drafts
    readers: Readers
    files: dict[str, FileItem | None] = field(default_factory=dict)
    whole: bool = False
    misses: int = 0
    asked: bool = False


def new_unit(
    site: Site, places: Places, memory: Memory, *, draft_folder: str, draft_home: str | None, shown: Sequence[str], kept: OrderedDict[str, bytes]
) -> Unit:
    """Nothing read yet. shown: titles of the lists in which something of a file may stand; kept: drafts that this process sent."""
    drafts = Drafts(site, base=places.base, folder=draft_folder, home=draft_home, me=places.me, memory=memory, kept=kept)
    return Unit(KnownFiles(memory), Lists(site, places, memory), drafts, Readers(site, places, shown=shown))
