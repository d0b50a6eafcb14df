"""Whether fewer people may read a file than our lists: then nothing of it may stand in them. Asked anew in each unit of work."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from functions.library.sharepoint.items import FileItem, Listing
from functions.library.sharepoint.places import Places
from functions.library.sharepoint.site import Site
from functions.library.sharepoint.wire import Answer, Ask

_LIMITED = 1  # RoleTypeKind of "Limited Access", which lets nobody read
_LIBRARY = ""

Taken = Callable[[Answer], None]


class Readers:
    """Who may read the library, our lists, and files that have readers of their own (or whose folder has)."""

    def __init__(self, site: Site, places: Places, *, shown: Sequence[str]) -> None:
        """shown: titles of the lists in which something of a file may stand."""
        self._site = site
        self._places = places
        self._shown = [title for title in shown if title in places.lists]
        self._roles: dict[str, frozenset[int] | None] = {}
        self._guard: dict[str, str | None] = {}

    def learn(self, listing: Listing) -> None:
        """Take from a listing what decides who reads each file, so that no file has to be asked about."""
        self._guard.update({item.id: listing.guarded_by(item, self._places) for item in listing.files})

    def asks(self, files: Sequence[str]) -> list[tuple[Ask, Taken]]:
        """What to ask along about these files (ids)."""
        asks: list[tuple[Ask, Taken]] = []
        for identity in files:
            if identity not in self._guard:
                asks.append((self._site.get(f"{self._file(identity)}/FirstUniqueAncestorSecurableObject"), self._owner_taker(identity)))
        for name in (_LIBRARY, *self._shown):
            if name not in self._roles:
                place = self._places.lists[name] if name else self._places.library
                asks.append((ask_roles(self._site, str(self._site.web.lists.get_by_id(place.id).resource_url)), self._roles_taker(name)))
        return asks

    def is_restricted(self, item: FileItem) -> bool:
        """Whether somebody may read one of our lists who may not read the file. Where we may not look, readers of its own count as fewer."""
        missing = self.asks([item.id])
        for (_, take), answer in zip(missing, self._site.batch([ask for ask, _ in missing]), strict=True):
            take(answer)
        guard = item.id if item.unique else self._guard[item.id]
        own = guard is not None
        lists = [self._roles[title] for title in self._shown]
        if self._roles[_LIBRARY] is None or any(one is None for one in lists):
            return own
        if guard is not None and guard not in self._roles:
            self._roles_taker(guard)(self._site.send(ask_roles(self._site, self._file(item.id))))
        of_file = self._roles[guard if guard is not None else _LIBRARY]
        return own if of_file is None else any(one is not None and not one <= of_file for one in lists)

    def _file(self, identity: str) -> str:
        return f"{self._site.web.get_file_by_id(identity).resource_url}/ListItemAllFields"

    def _owner_taker(self, identity: str) -> Taken:
        def take(answer: Answer) -> None:
            meta = answer.entity.get("__metadata")
            kind = str(meta.get("type") or "") if isinstance(meta, dict) else ""
            # What rules over who may read it: the item itself or a folder above it, else the library or the site. Where that is not told, it counts
            # as the file's own: rather a row too few than a row that shows too much.
            self._guard[identity] = None if kind in ("SP.List", "SP.Web") else identity

        return take

    def _roles_taker(self, name: str) -> Taken:
        def take(answer: Answer) -> None:
            self._roles[name] = read_roles(answer)

        return take


def ask_roles(site: Site, address: str) -> Ask:
    """Ask who has a role on a library, a list or an item; what is inherited is told too."""
    return site.get(f"{address}/RoleAssignments", ("PrincipalId", "RoleDefinitionBindings/RoleTypeKind"), ("RoleDefinitionBindings",))


def read_roles(answer: Answer) -> frozenset[int] | None:
    """The numbers of the people and groups that may read; None when we may not know (the role write does not let us look)."""
    if not answer.ok:
        return None
    found = set()
    for one in answer.results:
        bindings = one.get("RoleDefinitionBindings")
        roles = bindings.get("results") if isinstance(bindings, dict) else bindings
        kinds = [role.get("RoleTypeKind") for role in roles if isinstance(role, dict)] if isinstance(roles, list) else []
        if not kinds or any(kind != _LIMITED for kind in kinds):
            found.add(int(one.get("PrincipalId") or 0))
    return frozenset(found)
