"""The web and what hangs on it: contextinfo, users, groups, and the ways to lists, folders and files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.sharepoint import roles
from tests.sharepoint.address import Segment
from tests.sharepoint.clock import stamp
from tests.sharepoint.dialect import Complex, Entity, Many, Value
from tests.sharepoint.files import FileNode, transfer
from tests.sharepoint.folders import FolderNode, FoldersNode
from tests.sharepoint.lists import ListNode, ListsNode
from tests.sharepoint.message import bad_request, no_resource, not_found
from tests.sharepoint.nodes import Action, Call, Node, demanded, number
from tests.sharepoint.places import decoded, path_of
from tests.sharepoint.recycling import list_bin
from tests.sharepoint.state import Principal

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator


class RootNode(Node):
    """/_api itself."""

    def step(self, segment: Segment, call: Call) -> Node:
        """web, site or contextinfo."""
        if segment.name == "web":
            return WebNode()
        if segment.name == "contextinfo":
            return Action(_context)
        if segment.name == "site":
            return SiteNode()
        if segment.name == "lists":
            return ListsNode().called(segment, call)
        if segment.name == "sp_compliancepolicy_sppolicystoreproxy_getlistcompliancetag":
            return Action(_label)
        if segment.name.startswith("sp.movecopyutil."):
            return Action(lambda one: transfer(one, segment))
        raise no_resource(segment.written)


def _context(call: Call) -> Value:
    site = call.site
    parts = {
        "FormDigestTimeoutSeconds": site.digest_seconds,
        "FormDigestValue": site.new_digest(),
        "LibraryVersion": "16.0.25410.12005",
        "SiteFullUrl": site.url,
        "SupportedSchemaVersions": ["14.0.0.0", "15.0.0.0"],
        "WebFullUrl": site.url,
    }
    return Value("GetContextWebInformation", Complex("SP.ContextWebInformation", parts))


def _label(call: Call) -> Any:
    address = call.body().get("listUrl")
    if not isinstance(address, str):
        raise bad_request("The parameter listUrl must be specified.", code=-2147024809, kind="System.ArgumentException")
    found = call.site.list_at(address.removeprefix(call.site.origin)).settings.get("label")
    tag = Complex("SP.CompliancePolicy.ComplianceTag", dict(found)) if found else None
    return Value("SP_CompliancePolicy_SPPolicyStoreProxy_GetListComplianceTag", tag)


class SiteNode(Node):
    """The site collection."""

    def step(self, segment: Segment, call: Call) -> Node:
        """RootWeb, RecycleBin."""
        if segment.name == "rootweb":
            return WebNode()
        if segment.name == "recyclebin":
            return Action(list_bin, "GET")
        raise no_resource(segment.written)

    def do_get(self, call: Call) -> Entity:
        """The site's own properties."""
        call.site.people.require(call.who, "read")
        values = {"Id": call.site.site_id, "Url": call.site.url, "ServerRelativeUrl": call.site.path, "ReadOnly": False}
        return Entity("SP.Site", "site", values)


class WebNode(Node):
    """The web."""

    def step(self, segment: Segment, call: Call) -> Node:
        """Everything under web/."""
        found = self._thing(segment, call)
        if found is None:
            raise no_resource(segment.written)
        return found

    def _thing(self, segment: Segment, call: Call) -> Node | None:
        name, site = segment.name, call.site
        if name == "lists":
            return ListsNode().called(segment, call)
        if name == "getlist":
            return ListNode(site.list_at(decoded(segment, "strUrl", "url", "listurl")))
        if name in ("getfilebyserverrelativepath", "getfilebyserverrelativeurl", "getfilebyurl"):
            return FileNode.at(call, path_of(call, segment))
        if name in ("getfolderbyserverrelativepath", "getfolderbyserverrelativeurl"):
            return FolderNode.at(call, path_of(call, segment))
        if name == "getfilebyid":
            return FileNode.by_id(call, demanded(segment, "uniqueId"))
        if name == "getfolderbyid":
            return FolderNode.by_id(call, demanded(segment, "uniqueId"))
        if name == "folders":
            return WebFoldersNode()
        if name == "ensureuser":
            return Action(lambda one: _ensured(one, segment))
        if name == "currentuser":
            return Action(lambda one: user(one.who), "GET")
        if name in ("siteusers", "sitegroups", "siteuserinfolist"):
            return UsersNode(8 if name == "sitegroups" else 1).called(segment, call)
        if name == "getuserbyid":
            return UserNode(site.people.by_id(number(demanded(segment, "userId"))))
        if name == "regionalsettings":
            return RegionNode()
        if name == "roledefinitions":
            return Action(lambda one: Many([roles.definition(role) for role in roles.ALL]), "GET")
        if name in ("roleassignments", "breakroleinheritance", "hasuniqueroleassignments", "effectivebasepermissions"):
            return roles.node(segment, None, None)
        return None

    def do_get(self, call: Call) -> Entity:
        """The web's own properties."""
        call.site.people.require(call.who, "read")
        return web(call.site, call.who)


def web(site: Emulator, who: Principal) -> Entity:
    """The web as an entity."""
    values = {
        "Id": site.web_id,
        "Title": site.title,
        "Url": site.url,
        "ServerRelativeUrl": site.path,
        "Language": site.locale,
        "WebTemplate": "GROUP",
        "Created": "2026-01-02T08:00:00",
        "LastItemModifiedDate": stamp(site.clock.now()),
        "IsMultilingual": True,
        "Description": "",
        "EnableMinimalDownload": False,
    }
    rights = site.people.rights(who)
    extra = {"HasUniqueRoleAssignments": True, "EffectiveBasePermissions": roles.mask(rights), "ParserDisabled": False}
    navs: dict[str, Any] = {
        "RegionalSettings": lambda: _region(site),
        "CurrentUser": lambda: user(who),
        "RoleAssignments": lambda: roles.assignments(site, None, None),
        "Lists": lambda: Many([ListNode(one).entity(site) for one in site.lists.values()]),
    }
    return Entity("SP.Web", "Web", values, extra, navs)


class RegionNode(Node):
    """How the site writes dates and numbers."""

    def step(self, segment: Segment, call: Call) -> Node:
        """TimeZone."""
        if segment.name == "timezone":
            return Action(lambda one: _time_zone(one.site), "GET")
        raise no_resource(segment.written)

    def do_get(self, call: Call) -> Entity:
        """LocaleId and its like."""
        return _region(call.site)


def _region(site: Emulator) -> Entity:
    swedish = site.locale == 1053
    values = {
        "LocaleId": site.locale,
        "DateFormat": 2 if swedish else 0,
        "DateSeparator": "-" if swedish else "/",
        "DecimalSeparator": "," if swedish else ".",
        "ThousandSeparator": "\u00a0" if swedish else ",",
        "TimeSeparator": ":",
        "Time24": swedish,
        "FirstDayOfWeek": 1 if swedish else 0,
    }
    return Entity("SP.RegionalSettings", "Web/RegionalSettings", values, navs={"TimeZone": lambda: _time_zone(site)})


def _time_zone(site: Emulator) -> Entity:
    offset = site.clock.now().astimezone(site.zone).replace(month=1, day=15).utcoffset()
    bias = -int(offset.total_seconds() // 60) if offset else 0
    information = Complex("SP.TimeZoneInformation", {"Bias": bias, "DaylightBias": -60, "StandardBias": 0})
    names = {"Europe/Stockholm": (4, "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna")}
    number_, description = names.get(str(site.zone), (39, f"({site.zone})"))
    return Entity("SP.TimeZone", "Web/RegionalSettings/TimeZone", {"Description": description, "Id": number_, "Information": information})


def user(one: Principal) -> Entity:
    """A principal as an entity."""
    values = {"Id": one.id, "IsHiddenInUI": False, "LoginName": one.login, "Title": one.title, "PrincipalType": one.kind}
    if one.kind == 8:
        return Entity("SP.Group", f"Web/SiteGroups/GetById({one.id})", {**values, "Description": "", "OwnerTitle": ""})
    more = {"Email": one.email, "IsSiteAdmin": False, "UserPrincipalName": one.email or None, "IsShareByEmailGuestUser": False}
    return Entity("SP.User", f"Web/GetUserById({one.id})", {**values, **more})


def group(site: Emulator, one: Principal) -> Entity:
    """A group with the way to its people."""
    made = user(one)
    if one.kind == 8:
        made.navs["Users"] = lambda: Many([user(site.people.known[number_]) for number_ in one.members])
    return made


def _ensured(call: Call, segment: Segment) -> Entity:
    login = segment.argument("logonName") or call.body().get("logonName")
    if not isinstance(login, str) or not login:
        raise bad_request("The parameter logonName must be specified.", code=-2147024809, kind="System.ArgumentException")
    if login.lower() in call.site.people.strangers:
        raise bad_request(f"The specified user {login} could not be found.", code=-2130575276)
    return user(call.site.people.ensure(login))


class WebFoldersNode(Node):
    """The folders of the web: a new one is named by its path from the web or from the server."""

    def step(self, segment: Segment, call: Call) -> Node:
        """A new folder in a library, or one that is there."""
        path = path_of(call, segment)
        if segment.name in ("getbyurl", "getbypath"):
            return FolderNode.at(call, path)
        parent, _, name = path.rpartition("/")
        folder = FolderNode.at(call, parent)
        if segment.name not in ("add", "addusingpath") or not isinstance(folder, FolderNode):
            raise no_resource(segment.written)
        return FoldersNode(folder.owner, parent).making(segment, name)


class UsersNode(Node):
    """Everybody, or every group."""

    def __init__(self, kind: int) -> None:
        self._kind = kind

    def called(self, segment: Segment, call: Call) -> Node:
        """siteusers(3) as well as siteusers."""
        return self if not segment.called else UserNode(call.site.people.by_id(number(demanded(segment, "id"))))

    def step(self, segment: Segment, call: Call) -> Node:
        """One of them."""
        people = call.site.people
        if segment.name == "getbyid":
            return UserNode(people.by_id(number(demanded(segment, "id"))))
        key = demanded(segment).lower() if segment.called else ""
        tests = {"getbyemail": "email", "getbyloginname": "login", "getbyname": "title"}
        if segment.name in tests:
            for one in people.known.values():
                if getattr(one, tests[segment.name]).lower() == key:
                    return UserNode(one)
            raise not_found("User cannot be found.", code=-2146232832, kind="Microsoft.SharePoint.SPException")
        raise no_resource(segment.written)

    def do_get(self, call: Call) -> Many:
        """All of them."""
        found = [one for one in call.site.people.known.values() if (one.kind == 8) == (self._kind == 8)]
        return Many([group(call.site, one) for one in found])


class UserNode(Node):
    """One person or group."""

    def __init__(self, one: Principal) -> None:
        self._one = one

    def step(self, segment: Segment, call: Call) -> Node:
        """A group's users."""
        if segment.name == "users" and self._one.kind == 8:
            return Action(lambda one: Many([user(one.site.people.known[who]) for who in self._one.members]), "GET")
        raise no_resource(segment.written)

    def do_get(self, call: Call) -> Entity:
        """Who it is."""
        return group(call.site, self._one)
