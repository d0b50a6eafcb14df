"""Who may read what: the people behind the role assignments of a library, a folder, a file or a list, so that no list shows more than the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from functions import errors
from functions.library.sharepoint.refusals import refusal

if TYPE_CHECKING:
    from functions.library.sharepoint.site import Site

_VIEW_LIST_ITEMS = 0x1  # PermissionKind.ViewListItems is the lowest bit of BasePermissions.Low
_LIMITED_ACCESS = 1  # RoleTypeKind of what SharePoint gives people who may only pass through
_SITE_GROUP = 8  # PrincipalType of a SharePoint group
_EVERYONE = "c:0(.s|true"
_EVERYONE_INSIDE = "c:0-.f|rolemanager|spo-grid-all-users"
_SELVES = ("i:0i.t|", "sharepoint\\system")  # apps, and SharePoint itself


@dataclass(frozen=True, slots=True)
class Readers:
    """Everybody who may read something. logins: of people and of groups that only Entra knows, in lower case → the name to show.

    given: (principal id, role definition id) as they stand, to be copied to a list.
    """

    logins: Mapping[str, str] = field(default_factory=dict)
    given: tuple[tuple[int, int], ...] = ()

    def beyond(self, other: Readers) -> tuple[str, ...]:
        """The names of those who may read this and not `other`, sorted. A group of Entra's is one of its own: nobody can look into it from here."""
        if _EVERYONE in other.logins:
            return ()
        inside = any(login.startswith(_EVERYONE_INSIDE) for login in other.logins)
        return tuple(sorted(name for login, name in self.logins.items() if login not in other.logins and not (inside and _is_inside(login))))


def readers_of(site: Site, holder: str) -> Readers:
    """Who may read a thing. holder: its address, as ".../_api/web/GetList('/sites/rad/Lists/Rad')" or "…/web/GetFileById('…')/ListItemAllFields".

    Raises errors.NoAccess when the app may not see permissions, errors.Vanished when the thing is gone.
    """
    return readers_of_all(site, [holder])[0]


def readers_of_all(site: Site, holders: Iterable[str]) -> list[Readers]:
    """Who may read each thing, in two round trips."""
    asked = [site.get(f"{holder}/roleassignments", expand=("Member", "RoleDefinitionBindings")) for holder in holders]
    told: list[list[dict[str, Any]]] = []
    for answer in site.batch(asked) if asked else []:
        if answer.status in (401, 403):
            raise errors.NoAccess(
                "Det går inte att se vilka som får läsa biblioteket och listorna (403). Kör kommandot som webbplatsens ägare (az login), "
                "eller ge appen rollen fullcontrol på webbplatsen medan det görs: Sites.Selected med manage räcker inte för att läsa behörigheter."
            )
        if not answer.ok:
            raise refusal(answer)
        told.append([one for one in answer.results if _reads(one)])
    groups = _members(site, {int(member["Id"]) for assignments in told for one in assignments if _kind(member := one["Member"]) == _SITE_GROUP})
    return [_readers(assignments, groups) for assignments in told]


def is_self(login: str) -> bool:
    """Whether a login (in lower case) is an app's or SharePoint's own, which are no people."""
    return login.startswith(_SELVES)


def _readers(assignments: list[dict[str, Any]], groups: Mapping[int, list[dict[str, Any]] | None]) -> Readers:
    logins: dict[str, str] = {}
    given = []
    for one in assignments:
        member = one["Member"]
        given += [(int(one["PrincipalId"]), int(role["Id"])) for role in _roles(one) if _shows(role)]
        inside = groups.get(int(member["Id"])) if _kind(member) == _SITE_GROUP else [member]
        for person in [member] if inside is None else inside:
            login = str(person.get("LoginName") or "").casefold()
            if login and not is_self(login):
                logins[login] = str(person.get("Title") or login)
    return Readers(logins, tuple(given))


def _members(site: Site, groups: Iterable[int]) -> dict[int, list[dict[str, Any]] | None]:
    """The people of SharePoint groups by the group's id; None for a group that shows nobody its members."""
    known = sorted(groups)
    asked = [site.get(f"{site.url}/_api/web/sitegroups({group})/users", select=("Id", "Title", "LoginName", "PrincipalType")) for group in known]
    answers = site.batch(asked) if asked else []
    return {group: answer.results if answer.ok else None for group, answer in zip(known, answers, strict=True)}


def _reads(assignment: Mapping[str, Any]) -> bool:
    return isinstance(assignment.get("Member"), dict) and any(_shows(role) for role in _roles(assignment))


def _roles(assignment: Mapping[str, Any]) -> list[dict[str, Any]]:
    told = assignment.get("RoleDefinitionBindings")
    found = told.get("results") if isinstance(told, dict) else told
    return [role for role in found if isinstance(role, dict)] if isinstance(found, list) else []


def _shows(role: Mapping[str, Any]) -> bool:
    permissions = role.get("BasePermissions")
    if isinstance(permissions, dict) and "Low" in permissions:
        return bool(int(permissions["Low"]) & _VIEW_LIST_ITEMS)
    return role.get("RoleTypeKind") != _LIMITED_ACCESS


def _kind(member: Mapping[str, Any]) -> int:
    return int(member.get("PrincipalType") or 0)


def _is_inside(login: str) -> bool:
    return (login.startswith("i:0#.f|membership|") and "#ext#" not in login) or login.startswith(_EVERYONE_INSIDE)
