"""Files over REST: bytes with ranges, tags, check-out, saving, moving, copying, and upload in pieces."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from tests.sharepoint import moving, roles, rows, writing
from tests.sharepoint.address import Segment
from tests.sharepoint.clock import stamp
from tests.sharepoint.dialect import Complex, Done, Entity, Many, Raw, Value
from tests.sharepoint.items import ItemNode
from tests.sharepoint.message import CLIENT, Refusal, bad_query, bad_request, no_resource, not_found
from tests.sharepoint.nodes import Action, Call, Node, demanded, number, truth
from tests.sharepoint.places import find
from tests.sharepoint.recycling import put_in_bin
from tests.sharepoint.state import Item, ListState

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator

OPERATIONS = {
    "openbinarystream",
    "savebinarystream",
    "checkout",
    "checkin",
    "undocheckout",
    "recycle",
    "deleteobject",
    "moveto",
    "movetousingpath",
    "movebypath",
    "copyto",
    "copytousingpath",
    "startupload",
    "continueupload",
    "finishupload",
    "cancelupload",
    "publish",
    "unpublish",
}


def file_entity(site: Emulator, owner: ListState, item: Item) -> Entity:
    """The file as an entity."""
    from tests.sharepoint.web import user

    content = item.content
    assert content is not None
    tag = f'"{{{item.unique_id.upper()}}},{item.etag}"'
    values = {
        "CheckInComment": content.check_in_comment,
        "CheckOutType": 0 if content.checkout else 2,
        "ContentTag": f"{{{item.unique_id.upper()}}},{content.version},1",
        "CustomizedPageStatus": 0,
        "ETag": tag,
        "Exists": True,
        "IrmEnabled": False,
        "Length": str(len(content.data)),
        "Level": 255 if content.checkout else 1,
        "LinkingUri": f"{site.origin}{item.path}?d=w{item.unique_id.replace('-', '')}",
        "LinkingUrl": f"{site.origin}{item.path}?d=w{item.unique_id.replace('-', '')}",
        "MajorVersion": item.major,
        "MinorVersion": item.minor,
        "Name": item.name,
        "ServerRelativeUrl": item.path,
        "TimeCreated": stamp(item.created),
        "TimeLastModified": stamp(item.modified),
        "Title": item.values.get("Title"),
        "UIVersion": item.major * 512 + item.minor,
        "UIVersionLabel": item.version,
        "UniqueId": item.unique_id,
    }
    extra = {
        "Id": item.unique_id,
        "ServerRelativePath": Complex("SP.ResourcePath", {"DecodedUrl": item.path}),
        "ListId": owner.id,
        "SiteId": site.site_id,
        "WebId": site.web_id,
        "HasUniqueRoleAssignments": roles.is_unique(owner, item),
    }
    navs: dict[str, Callable[[], Any]] = {
        "Author": lambda: user(site.people.by_id(item.author)),
        "ModifiedBy": lambda: user(site.people.by_id(item.editor)),
        "CheckedOutByUser": lambda: user(content.checkout) if content.checkout else None,
        "LockedByUser": lambda: user(content.lock.owner) if content.lock else None,
        "ListItemAllFields": lambda: rows.entity(site, owner, item),
        "Versions": lambda: _versions(site, item),
    }
    return Entity(
        "SP.File", f"Web/GetFileByServerRelativePath(decodedurl='{item.path.replace(chr(39), chr(39) * 2)}')", values, extra, navs, etag=tag
    )


def _versions(site: Emulator, item: Item) -> Many:
    found = []
    for place, one in enumerate(item.versions[:-1]):
        values = {
            "ID": 512 * (place + 1),
            "VersionLabel": one.label,
            "Created": stamp(one.at),
            "IsCurrentVersion": False,
            "Size": len(one.data or b""),
        }
        found.append(Entity("SP.FileVersion", f"Web/GetFileById('{item.unique_id}')/Versions({512 * (place + 1)})", values))
    return Many(found)


class Missing(Node):
    """A file that is not there: whatever is asked of it, 404."""

    def step(self, segment: Segment, call: Call) -> Node:
        """Still nothing."""
        return self

    def answer(self, call: Call) -> Any:
        """404."""
        raise not_found("File Not Found.", code=-2130575338, kind="System.IO.FileNotFoundException")


class FileNode(Node):
    """One file."""

    def __init__(self, owner: ListState, item: Item) -> None:
        self._owner, self._item = owner, item

    @classmethod
    def at(cls, call: Call, path: str) -> Node:
        """The file at a path."""
        for owner in call.site.lists.values():
            item = owner.at(path)
            if item is not None and item.content is not None:
                return cls(owner, item)
        return Missing()

    @classmethod
    def by_id(cls, call: Call, identity: str) -> Node:
        """The file of a unique id."""
        found = find(call.site, identity)
        return cls(*found) if found and found[1].content is not None else Missing()

    def step(self, segment: Segment, call: Call) -> Node:
        """What hangs on a file, and what can be done with it."""
        owner, item, site = self._owner, self._item, call.site
        site.people.require(call.who, "read", item, owner)
        if segment.name == "$value":
            return ContentNode(owner, item)
        if segment.name == "listitemallfields":
            return ItemNode(owner, item)
        if segment.name == "versions":
            return Action(lambda one: _versions(site, item), "GET")
        if segment.name in roles.STEPS:
            return roles.node(segment, owner, item)
        people = {"checkedoutbyuser", "lockedbyuser", "modifiedby", "author"}
        if segment.name in people:
            navs = {name.lower(): nav for name, nav in file_entity(site, owner, item).navs.items()}
            return Action(lambda one: navs[segment.name]() or Value(segment.written, None), "GET")
        run = getattr(self, f"_{segment.name.removeprefix('$')}", None)
        if run is None or segment.name not in OPERATIONS:
            raise no_resource(segment.written)
        return Action(lambda one: run(one, segment))

    def do_get(self, call: Call) -> Entity:
        """The file's properties."""
        call.site.people.require(call.who, "read", self._item, self._owner)
        return file_entity(call.site, self._owner, self._item)

    def do_delete(self, call: Call) -> Done:
        """Delete it for good."""
        self._may_write(call)
        _tagged(call, self._item)
        bypass = "bypass-shared-lock" in call.request.headers.get("Prefer", "")
        writing.remove(call.site, self._owner, self._item, by=call.who, bypass=bypass)
        return Done(200)

    def _may_write(self, call: Call) -> None:
        call.site.people.require(call.who, "write", self._item, self._owner)

    def _deleteobject(self, call: Call, segment: Segment) -> Done:
        return self.do_delete(call)

    def _recycle(self, call: Call, segment: Segment) -> Value:
        self._may_write(call)
        writing.remove(call.site, self._owner, self._item, by=call.who)
        put_in_bin(call.site, self._owner, self._item, by=call.who)
        return Value("Recycle", self._item.unique_id)

    def _openbinarystream(self, call: Call, segment: Segment) -> Raw:
        assert self._item.content is not None
        return Raw(self._item.content.data)

    def _savebinarystream(self, call: Call, segment: Segment) -> Done:
        return ContentNode(self._owner, self._item).do_put(call)

    def _checkout(self, call: Call, segment: Segment) -> Done:
        self._may_write(call)
        writing.free(call.site, self._item, by=call.who)
        assert self._item.content is not None
        if self._item.content.checkout:
            raise Refusal(423, -2130575306, "Microsoft.SharePoint.SPFileCheckOutException", f'The file "{self._item.path}" is already checked out.')
        self._item.content.checkout = call.who
        return Done(200, Value("CheckOut", None))

    def _checkin(self, call: Call, segment: Segment) -> Done:
        self._may_write(call)
        assert self._item.content is not None
        if self._item.content.checkout is None:
            raise bad_request(
                f'The file "{self._item.path}" is not checked out.', code=-2130575307, kind="Microsoft.SharePoint.SPFileCheckOutException"
            )
        writing.check_in(call.site, self._owner, self._item, by=call.who, comment=segment.argument("comment") or "")
        return Done(200, Value("CheckIn", None))

    def _undocheckout(self, call: Call, segment: Segment) -> Done:
        self._may_write(call)
        assert self._item.content is not None
        writing.free(call.site, self._item, by=call.who)
        self._item.content.checkout = None
        return Done(200, Value("UndoCheckOut", None))

    def _publish(self, call: Call, segment: Segment) -> Done:
        self._may_write(call)
        if not self._owner.minor_versions:
            raise bad_request("Minor versions are not enabled for this library.", code=-2147467259)
        self._item.major, self._item.minor = self._item.major + 1, 0
        return Done(200, Value("Publish", None))

    def _target(self, call: Call, segment: Segment) -> str:
        body = call.body()
        text = segment.argument("newPath", "newUrl", "strNewUrl", "DecodedUrl") or body.get("newUrl")
        inner = body.get("newPath")
        if isinstance(inner, dict):
            text = inner.get("DecodedUrl")
        if not isinstance(text, str):
            raise bad_query("The parameter newPath is missing.")
        text = text.removeprefix(call.site.origin)
        return text if segment.name.endswith("path") else unquote(text)

    def _moveto(self, call: Call, segment: Segment) -> Done:
        self._may_write(call)
        flags = segment.argument("flags", "moveOperations") if len(segment.arguments) > 1 else None
        overwrite = bool(int(flags) & 1) if flags and flags.isdigit() else False
        moving.move(call.site, self._owner, self._item, self._target(call, segment), by=call.who, overwrite=overwrite)
        return Done(200, Value("MoveTo", None))

    _movetousingpath = _movebypath = _moveto

    def _copyto(self, call: Call, segment: Segment) -> Done:
        call.site.people.require(call.who, "write", self._owner, self._owner)
        overwrite = truth(segment.argument("bOverWrite", "overwrite")) if len(segment.arguments) > 1 else False
        moving.copy(call.site, self._owner, self._item, self._target(call, segment), by=call.who, overwrite=overwrite)
        return Done(200, Value("CopyTo", None))

    _copytousingpath = _copyto

    def _startupload(self, call: Call, segment: Segment) -> Value:
        self._may_write(call)
        assert self._item.content is not None
        self._item.content.uploads[demanded(segment, "uploadId")] = call.request.body
        return Value("StartUpload", str(len(call.request.body)))

    def _piece(self, call: Call, segment: Segment) -> bytes:
        assert self._item.content is not None
        so_far, offset = self._item.content.uploads.get(demanded(segment, "uploadId")), number(demanded(segment, "fileOffset"))
        if so_far is None:
            raise not_found("The upload session does not exist.", code=-2147024894)
        if offset != len(so_far):
            raise bad_request(
                f"The offset {offset} is not where the upload stands, {len(so_far)}.", code=-2147024809, kind="System.ArgumentException"
            )
        return so_far + call.request.body

    def _continueupload(self, call: Call, segment: Segment) -> Value:
        self._may_write(call)
        whole = self._piece(call, segment)
        assert self._item.content is not None
        self._item.content.uploads[demanded(segment, "uploadId")] = whole
        return Value("ContinueUpload", str(len(whole)))

    def _finishupload(self, call: Call, segment: Segment) -> Entity:
        self._may_write(call)
        whole = self._piece(call, segment)
        assert self._item.content is not None
        del self._item.content.uploads[demanded(segment, "uploadId")]
        writing.save(call.site, self._owner, self._item, whole, by=call.who)
        return file_entity(call.site, self._owner, self._item)

    def _cancelupload(self, call: Call, segment: Segment) -> Done:
        assert self._item.content is not None
        self._item.content.uploads.pop(demanded(segment, "uploadId"), None)
        return Done(200, Value("CancelUpload", None))


def transfer(call: Call, segment: Segment) -> Done:
    """SP.MoveCopyUtil: move or copy a file by absolute paths, to another folder of the same library."""
    kinds = {"sp.movecopyutil.movefilebypath": moving.move, "sp.movecopyutil.copyfilebypath": moving.copy}
    if segment.name not in kinds:
        raise no_resource(segment.written)
    body = call.body()
    ends = [body.get(name, {}).get("DecodedUrl", "") if isinstance(body.get(name), dict) else "" for name in ("srcPath", "destPath")]
    if not all(one.startswith(call.site.url + "/") for one in ends):
        raise bad_request("srcPath and destPath must be absolute addresses on this site.", code=-2147024809, kind="System.ArgumentException")
    source, target = (one.removeprefix(call.site.origin) for one in ends)
    for owner in call.site.lists.values():
        item = owner.at(source)
        if item is not None and item.content is not None:
            call.site.people.require(call.who, "write", owner, owner)
            kinds[segment.name](call.site, owner, item, target, by=call.who, overwrite=truth(segment.argument("overwrite")))
            return Done(200, Value(segment.written, None))
    raise not_found("File Not Found.")


def _tagged(call: Call, item: Item) -> None:
    wanted = call.request.headers.get("If-Match", "*").strip()
    tag = f'"{{{item.unique_id.upper()}}},{item.etag}"'
    if wanted not in ("*", "") and wanted.lower() != tag.lower():
        raise Refusal(
            412, -1, f"{CLIENT}.ClientServiceException", f"The request ETag value '{wanted}' does not match the object's ETag value '{tag}'."
        )


class ContentNode(Node):
    """A file's bytes."""

    def __init__(self, owner: ListState, item: Item) -> None:
        self._owner, self._item = owner, item

    def do_get(self, call: Call) -> Done | Raw:
        """The bytes, or the range that is asked for."""
        assert self._item.content is not None
        data = self._item.content.data
        headers = {"ETag": f'"{{{self._item.unique_id.upper()}}},{self._item.etag}"', "Accept-Ranges": "bytes"}
        match = re.fullmatch(r"bytes=(\d+)-(\d*)", call.request.headers.get("Range", ""))
        if not match:
            return Raw(data, headers)
        first, last = int(match[1]), min(int(match[2] or len(data) - 1), len(data) - 1)
        if first >= len(data):
            raise Refusal(416, -1, f"{CLIENT}.ClientServiceException", "The requested range is not satisfiable.")
        headers["Content-Range"] = f"bytes {first}-{last}/{len(data)}"
        return Done(206, Raw(data[first : last + 1], headers))

    def do_put(self, call: Call) -> Done:
        """New bytes."""
        call.site.people.require(call.who, "write", self._item, self._owner)
        _tagged(call, self._item)
        writing.save(call.site, self._owner, self._item, call.request.body, by=call.who)
        return Done(204, headers={"ETag": f'"{{{self._item.unique_id.upper()}}},{self._item.etag}"'})
