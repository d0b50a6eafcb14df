"""Who may ask: people, the app, groups; tokens in, principals out; who may do what where."""

from __future__ import annotations

import contextlib
import unicodedata
from typing import TYPE_CHECKING

from tests.sharepoint.message import Refusal, bad_request, denied, not_found
from tests.sharepoint.state import Grants, Item, ListState, Principal

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator

FULL, DESIGN, EDIT, CONTRIBUTE, READ, LIMITED = 1073741829, 1073741828, 1073741830, 1073741827, 1073741826, 1073741825
ROLES = {FULL: "Full Control", DESIGN: "Design", EDIT: "Edit", CONTRIBUTE: "Contribute", READ: "Read", LIMITED: "Limited Access"}
KINDS = {FULL: 5, DESIGN: 4, EDIT: 6, CONTRIBUTE: 3, READ: 2, LIMITED: 1}
RIGHTS = {
    FULL: {"read", "write", "manage", "own"},
    DESIGN: {"read", "write", "manage"},
    EDIT: {"read", "write", "manage"},
    CONTRIBUTE: {"read", "write"},
    READ: {"read"},
    LIMITED: set(),
}
APP_RIGHTS = {
    "none": set(),
    "read": {"read"},
    "write": {"read", "write"},
    "manage": {"read", "write", "manage"},
    "fullcontrol": {"read", "write", "manage", "own"},
}


def mail_of(name: str) -> str:
    """The mail address of an invented person: "Malin Ek" is malin.ek@example.org."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return ".".join(plain.split()) + "@example.org"


class Directory:
    """Everybody that the site knows. app_role: what Sites.Selected gave the app."""

    def __init__(self, site: Emulator, *, app_role: str, app_name: str) -> None:
        self._site, self.app_role, self._next = site, app_role, 1
        self.known: dict[int, Principal] = {}
        self.strangers: set[str] = set()
        self.bad_tokens: dict[str, str] = {}
        self.owners = self._group("Rådsarbete - ägare")
        self.members = self._group("Rådsarbete - medlemmar")
        self.visitors = self._group("Rådsarbete - besökare")
        self.app = self._add(Principal(0, app_name, "i:0i.t|ms.sp.ext|d0d0d0d0-0000-4000-8000-000000000001@tenant", app=True))
        self.web_grants = Grants([(self.owners.id, FULL), (self.members.id, EDIT), (self.visitors.id, READ)])

    def _add(self, principal: Principal) -> Principal:
        principal.id, self._next = self._next, self._next + 1
        self.known[principal.id] = principal
        return principal

    def _group(self, title: str) -> Principal:
        return self._add(Principal(0, title, title, kind=8))

    def add_group(self, title: str, *people: str) -> Principal:
        """A site group with these people in it."""
        group = self._group(title)
        group.members.extend(self.person(name, member=False).id for name in people)
        return group

    def person(self, name: str, *, member: bool = True) -> Principal:
        """The person of that name, made on first sight; member: put among the site's members, who may edit."""
        for one in self.known.values():
            if one.kind == 1 and not one.app and one.title == name:
                return one
        made = self._add(Principal(0, name, f"i:0#.f|membership|{mail_of(name)}", mail_of(name)))
        if member:
            self.members.members.append(made.id)
        return made

    def ensure(self, login: str) -> Principal:
        """The person of a login, a mail address or a full name. Raises Refusal for nobody."""
        wanted = login.strip().lower().split("|")[-1]
        for one in self.known.values():
            if wanted and wanted in {one.login.lower(), one.email.lower(), one.title.lower(), one.login.lower().split("|")[-1]}:
                return one
        raise bad_request(f"The specified user {login} could not be found.", code=-2130575276, kind="Microsoft.SharePoint.SPException")

    def by_id(self, number: int) -> Principal:
        """The principal of an id. Raises Refusal for nobody."""
        if number not in self.known:
            raise not_found("User cannot be found.", code=-2146232832, kind="Microsoft.SharePoint.SPException")
        return self.known[number]

    def of_token(self, authorization: str) -> Principal:
        """Who a bearer token is. Raises Refusal (401) for none, an expired one, or one for another audience."""
        with contextlib.suppress(UnicodeError):  # headers are read as Latin-1, and some clients write UTF-8
            authorization = authorization.encode("latin-1").decode("utf-8")
        token = authorization.removeprefix("Bearer ").strip()
        if not authorization.startswith("Bearer ") or not token:
            raise Refusal(401, -2147024891, "System.UnauthorizedAccessException", "Access denied. You do not have permission to perform this action.")
        if token in self.bad_tokens:
            description = self.bad_tokens[token]
            header = {"WWW-Authenticate": f'Bearer realm="tenant",error="invalid_token",error_description="{description}"'}
            raise Refusal(401, -2147024891, "Microsoft.SharePoint.Client.ClientServiceException", description, headers=header)
        if token.startswith("person:"):
            return self.person(token.removeprefix("person:"))
        if token.startswith("app:"):
            name = token.removeprefix("app:")
            other = next((one for one in self.known.values() if one.app and one.title == name), None)
            return other or self._add(Principal(0, name, f"i:0i.t|ms.sp.ext|{name}@tenant", app=True))
        return self.app

    def rights(self, who: Principal, holder: ListState | Item | None = None, within: ListState | None = None) -> set[str]:
        """What somebody may do there: read, write, manage, own."""
        if who.app:
            return APP_RIGHTS[self.app_role]
        rights: set[str] = set()
        for principal, role in self.grants_of(holder, within).given:
            if principal == who.id or who.id in self.known[principal].members:
                rights |= RIGHTS[role]
        return rights

    def require(self, who: Principal, right: str, holder: ListState | Item | None = None, within: ListState | None = None) -> None:
        """Raises Refusal (403) where somebody may not."""
        if right not in self.rights(who, holder, within):
            raise denied()

    def grants_of(self, holder: ListState | Item | None, within: ListState | None) -> Grants:
        """The permissions that rule there: its own, else those of the nearest folder, the list or the site."""
        if isinstance(holder, Item) and within is not None:
            if holder.grants is not None:
                return holder.grants
            folder = within.at(holder.folder) if holder.path else None
            return self.grants_of(folder or within, within)
        return holder.grants if holder is not None and holder.grants is not None else self.web_grants
