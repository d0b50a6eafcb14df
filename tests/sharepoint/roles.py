"""Who may read what, as REST tells it: role assignments, inheritance, role definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.sharepoint import log
from tests.sharepoint.address import Segment
from tests.sharepoint.dialect import Complex, Done, Entity, Many, Value
from tests.sharepoint.message import bad_request, no_resource, not_found
from tests.sharepoint.nodes import Action, Call, Node, demanded, number, truth
from tests.sharepoint.people import FULL, KINDS, RIGHTS, ROLES
from tests.sharepoint.state import ROLE_ADD, ROLE_DELETE, Grants, Item, ListState

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator

ALL = tuple(ROLES)
STEPS = {"roleassignments", "breakroleinheritance", "resetroleinheritance", "hasuniqueroleassignments", "effectivebasepermissions"}
STEPS |= {"firstuniqueancestorsecurableobject"}
BITS = {"read": 0x1 | 0x20 | 0x20000, "write": 0x2 | 0x4 | 0x8, "manage": 0x800, "own": 0x40000000 | 0x2000000}


def mask(rights: set[str]) -> Complex:
    """Rights as EffectiveBasePermissions."""
    low = sum(BITS[right] for right in rights)
    return Complex("SP.BasePermissions", {"High": "2147483647" if "own" in rights else "432", "Low": str(low)})


def definition(role: int) -> Entity:
    """A role definition."""
    values = {"Id": role, "Name": ROLES[role], "RoleTypeKind": KINDS[role], "Hidden": KINDS[role] == 1, "Order": 1, "Description": ""}
    values["BasePermissions"] = mask(RIGHTS[role])
    return Entity("SP.RoleDefinition", f"Web/RoleDefinitions({role})", values)


def holder_of(owner: ListState | None, item: Item | None) -> ListState | Item | None:
    """What the permissions are of."""
    return item if item is not None else owner


def assignments(site: Emulator, owner: ListState | None, item: Item | None) -> Many:
    """The role assignments that rule there, inherited or not."""
    return Many([_assignment(site, *one) for one in _grouped(_ruling(site, owner, item))])


def _ruling(site: Emulator, owner: ListState | None, item: Item | None) -> Grants:
    return site.people.grants_of(holder_of(owner, item), owner)


def _grouped(grants: Grants) -> list[tuple[int, list[int]]]:
    found: dict[int, list[int]] = {}
    for principal, role in grants.given:
        found.setdefault(principal, []).append(role)
    return list(found.items())


def _assignment(site: Emulator, principal: int, given: list[int]) -> Entity:
    from tests.sharepoint.web import group

    navs: dict[str, Any] = {
        "Member": lambda: group(site, site.people.by_id(principal)),
        "RoleDefinitionBindings": lambda: Many([definition(role) for role in given]),
    }
    return Entity("SP.RoleAssignment", f"Web/RoleAssignments/GetByPrincipalId({principal})", {"PrincipalId": principal}, navs=navs)


def node(segment: Segment, owner: ListState | None, item: Item | None) -> Node:
    """The node of one of STEPS on a web, list, folder or item."""
    if segment.name == "roleassignments":
        return AssignmentsNode(owner, item) if not segment.called else AssignmentNode(owner, item, number(demanded(segment, "principalid")))
    if segment.name == "breakroleinheritance":
        return Action(lambda call: _break(call, owner, item, copy=truth(segment.argument("copyRoleAssignments"))))
    if segment.name == "resetroleinheritance":
        return Action(lambda call: _reset(call, owner, item))
    if segment.name == "hasuniqueroleassignments":
        return Action(lambda call: Value("HasUniqueRoleAssignments", is_unique(owner, item)), "GET")
    if segment.name == "effectivebasepermissions":
        return Action(lambda call: Value("EffectiveBasePermissions", mask(call.site.people.rights(call.who, holder_of(owner, item), owner))), "GET")
    if segment.name == "firstuniqueancestorsecurableobject":
        return Action(lambda call: _ruler(call, owner, item), "GET")
    raise no_resource(segment.written)


def _ruler(call: Call, owner: ListState | None, item: Item | None) -> Entity:
    """What the permissions come from: the item, a folder above it, the list or the web."""
    from tests.sharepoint.lists import ListNode
    from tests.sharepoint.rows import entity as row
    from tests.sharepoint.web import web

    while owner is not None and item is not None:
        if item.grants is not None:
            return row(call.site, owner, item)
        item = owner.at(item.folder) if item.path else None
    return ListNode(owner).entity(call.site) if owner is not None and owner.grants is not None else web(call.site, call.who)


def is_unique(owner: ListState | None, item: Item | None) -> bool:
    """Whether it has permissions of its own."""
    holder = holder_of(owner, item)
    return holder is None or holder.grants is not None


def _require(call: Call, owner: ListState | None, item: Item | None) -> None:
    call.site.people.require(call.who, "own", holder_of(owner, item), owner)


def _break(call: Call, owner: ListState | None, item: Item | None, *, copy: bool) -> Done:
    _require(call, owner, item)
    holder = holder_of(owner, item)
    if holder is not None and holder.grants is None:
        # Without a copy nobody but the one who breaks it may do anything there, says the reference of SecurableObject.BreakRoleInheritance.
        holder.grants = Grants(list(_ruling(call.site, owner, item).given) if copy else [(call.who.id, FULL)])
        if owner is not None:
            log.record(call.site, owner, ROLE_ADD, item, by=call.who, what="Item" if item else "List")
    return Done(200, Value("BreakRoleInheritance", None))


def _reset(call: Call, owner: ListState | None, item: Item | None) -> Done:
    _require(call, owner, item)
    holder = holder_of(owner, item)
    if holder is not None:
        holder.grants = None
    return Done(200, Value("ResetRoleInheritance", None))


class AssignmentsNode(Node):
    """The role assignments of something."""

    def __init__(self, owner: ListState | None, item: Item | None) -> None:
        self._owner, self._item = owner, item

    def step(self, segment: Segment, call: Call) -> Node:
        """Adding, removing, or one of them."""
        if segment.name in ("addroleassignment", "removeroleassignment"):
            principal = number(demanded(segment, "principalid"))
            role = number(demanded(segment, "roledefid", "roleDefinitionId"))
            return Action(lambda one: self._set(one, principal, role, gone=segment.name.startswith("remove")))
        if segment.name == "getbyprincipalid":
            return AssignmentNode(self._owner, self._item, number(demanded(segment, "principalid")))
        raise no_resource(segment.written)

    def do_get(self, call: Call) -> Many:
        """All of them, for those who may enumerate permissions."""
        call.site.people.require(call.who, "read" if call.site.enumerates else "own", holder_of(self._owner, self._item), self._owner)
        return assignments(call.site, self._owner, self._item)

    def _set(self, call: Call, principal: int, role: int, *, gone: bool) -> Done:
        _require(call, self._owner, self._item)
        if not is_unique(self._owner, self._item):
            raise bad_request("You cannot customize permissions on an object that inherits them.", code=-2146232832)
        if role not in ROLES:
            raise not_found("The role definition does not exist.", code=-2146232832)
        call.site.people.by_id(principal)
        grants = _ruling(call.site, self._owner, self._item)
        if gone:
            grants.given = [one for one in grants.given if one != (principal, role)]
        elif (principal, role) not in grants.given:
            grants.given.append((principal, role))
        if self._owner is not None:
            log.record(call.site, self._owner, ROLE_DELETE if gone else ROLE_ADD, self._item, by=call.who, what="Item" if self._item else "List")
        return Done(200, Value("AddRoleAssignment", None))


class AssignmentNode(Node):
    """What one principal has there."""

    def __init__(self, owner: ListState | None, item: Item | None, principal: int) -> None:
        self._owner, self._item, self._principal = owner, item, principal

    def do_get(self, call: Call) -> Entity:
        """The assignment."""
        for principal, given in _grouped(_ruling(call.site, self._owner, self._item)):
            if principal == self._principal:
                return _assignment(call.site, principal, given)
        raise not_found("Can not find the principal with id: " + str(self._principal), code=-2146232832)

    def do_delete(self, call: Call) -> Done:
        """Take it away."""
        _require(call, self._owner, self._item)
        grants = _ruling(call.site, self._owner, self._item)
        grants.given = [one for one in grants.given if one[0] != self._principal]
        return Done(200)
