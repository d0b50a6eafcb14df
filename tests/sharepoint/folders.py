"""Folders over REST: what is in them, new ones, and uploads into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from tests.sharepoint import moving, roles, rows, writing
from tests.sharepoint.address import Segment
from tests.sharepoint.clock import stamp
from tests.sharepoint.dialect import Complex, Done, Entity, Many, Value
from tests.sharepoint.files import FileNode, file_entity
from tests.sharepoint.filtering import matcher
from tests.sharepoint.items import ItemNode
from tests.sharepoint.message import bad_query, bad_request, no_resource, not_found
from tests.sharepoint.nodes import Action, Call, Node, demanded, truth
from tests.sharepoint.places import find
from tests.sharepoint.state import FOLDER, Item, ListState

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator


class MissingFolder(Node):
    """A folder that is not there: its properties are told with Exists false, all else is 404."""

    def __init__(self, path: str) -> None:
        self._path = path

    def step(self, segment: Segment, call: Call) -> Node:
        """Exists is told; nothing else leads anywhere."""
        if segment.name == "exists":
            return Action(lambda one: Value("Exists", False), "GET")
        return MissingFolder(self._path) if segment.name in ("files", "folders", "listitemallfields", "addusingpath", "add") else _Gone()

    def answer(self, call: Call) -> Any:
        """404, as SharePoint Online says for the folder itself, too."""
        raise not_found("File Not Found.", code=-2147024894, kind="System.IO.FileNotFoundException")


class _Gone(MissingFolder):
    def __init__(self) -> None:
        super().__init__("")


class FolderNode(Node):
    """One folder; item None: the root of the list."""

    def __init__(self, owner: ListState, item: Item | None) -> None:
        self.owner, self._item = owner, item
        self.path = item.path if item else owner.path

    @classmethod
    def at(cls, call: Call, path: str) -> Node:
        """The folder at a path."""
        for owner in call.site.lists.values():
            if owner.path.lower() == path.lower():
                return cls(owner, None)
            item = owner.at(path)
            if item is not None and item.kind == FOLDER:
                return cls(owner, item)
        return MissingFolder(path)

    @classmethod
    def by_id(cls, call: Call, identity: str) -> Node:
        """The folder of a unique id."""
        for owner in call.site.lists.values():
            if owner.root_id == identity.strip("{}").lower():
                return cls(owner, None)
        found = find(call.site, identity)
        return cls(*found) if found and found[1].kind == FOLDER else MissingFolder("")

    def step(self, segment: Segment, call: Call) -> Node:
        """What is in it, and what can be done with it."""
        owner, item, site = self.owner, self._item, call.site
        site.people.require(call.who, "read", item or owner, owner)
        if segment.name == "files":
            return FilesNode(owner, self.path).called(segment, call)
        if segment.name == "folders":
            return FoldersNode(owner, self.path).called(segment, call)
        if segment.name == "listitemallfields" and item:
            return ItemNode(owner, item)
        if segment.name == "exists":
            return Action(lambda one: Value("Exists", True), "GET")
        if segment.name == "deleteobject":
            return Action(self.do_delete)
        if segment.name == "recycle":
            return Action(self._recycle)
        if segment.name in ("movetousingpath", "moveto", "movebypath"):
            return Action(lambda one: self._move(one, segment))
        if segment.name in roles.STEPS:
            return roles.node(segment, owner, item)
        raise no_resource(segment.written)

    def do_get(self, call: Call) -> Entity:
        """The folder's properties."""
        call.site.people.require(call.who, "read", self._item or self.owner, self.owner)
        return self.entity(call.site)

    def do_delete(self, call: Call) -> Done:
        """Delete it with all that is in it."""
        if self._item is None:
            raise bad_request("The root folder cannot be deleted.", code=-2147467259)
        call.site.people.require(call.who, "write", self._item, self.owner)
        writing.remove(call.site, self.owner, self._item, by=call.who)
        return Done(200)

    def _recycle(self, call: Call) -> Value:
        self.do_delete(call)
        assert self._item is not None
        return Value("Recycle", self._item.unique_id)

    def _move(self, call: Call, segment: Segment) -> Done:
        if self._item is None:
            raise bad_request("The root folder cannot be moved.", code=-2147467259)
        call.site.people.require(call.who, "write", self._item, self.owner)
        body = call.body().get("newPath")
        target = segment.argument("newPath", "newUrl", "DecodedUrl") or (body.get("DecodedUrl") if isinstance(body, dict) else None)
        if not isinstance(target, str):
            raise bad_query("The parameter newPath is missing.")
        moving.move(call.site, self.owner, self._item, target, by=call.who)
        return Done(200, Value("MoveToUsingPath", None))

    def entity(self, site: Emulator) -> Entity:
        """The folder as an entity."""
        owner, item = self.owner, self._item
        inside = [one for one in owner.items.values() if one.folder.lower() == self.path.lower()] if owner.is_library else []
        values = {
            "Exists": True,
            "IsWOPIEnabled": False,
            "ItemCount": len(inside),
            "Name": self.path.rsplit("/", 1)[-1],
            "ProgID": None,
            "ServerRelativeUrl": self.path,
            "TimeCreated": stamp(item.created if item else owner.created),
            "TimeLastModified": stamp(item.modified if item else owner.modified),
            "UniqueId": item.unique_id if item else owner.root_id,
            "WelcomePage": "",
        }
        extra = {
            "ServerRelativePath": Complex("SP.ResourcePath", {"DecodedUrl": self.path}),
            "HasUniqueRoleAssignments": roles.is_unique(owner, item),
        }
        navs: dict[str, Any] = {
            "Files": lambda: Many([file_entity(site, owner, one) for one in inside if one.content]),
            "Folders": lambda: Many([FolderNode(owner, one).entity(site) for one in inside if one.kind == FOLDER]),
            "ListItemAllFields": lambda: rows.entity(site, owner, item) if item else None,
            "Properties": lambda: Entity("SP.PropertyValues", "Properties", {"vti_x005f_foldersubfolderitemcount": len(inside)}),
        }
        where = f"Web/GetFolderByServerRelativePath(decodedurl='{self.path.replace(chr(39), chr(39) * 2)}')"
        return Entity("SP.Folder", where, values, extra, navs)


class FilesNode(Node):
    """The files of a folder."""

    def __init__(self, owner: ListState, path: str) -> None:
        self._owner, self._path = owner, path

    def called(self, segment: Segment, call: Call) -> Node:
        """files('name') as well as files."""
        return FileNode.at(call, f"{self._path}/{demanded(segment, 'url')}") if segment.called and segment.arguments else self

    def step(self, segment: Segment, call: Call) -> Node:
        """Adding a file, or one of them."""
        if segment.name == "add":
            name = unquote(demanded(segment, "url"))
            return Action(lambda one: self._add(one, name, overwrite=truth(segment.argument("overwrite")) if _named(segment, "overwrite") else False))
        if segment.name == "addusingpath":
            known = {"decodedurl", "overwrite", "autocheckoutoninvaliddata", "ensureuniquefilename", "xorhash"}
            odd = [name for name, _ in segment.arguments if name and name not in known]
            if odd:
                raise bad_query(f"The parameter {odd[0]} does not exist in method AddUsingPath.")
            name = demanded(segment, "decodedurl")
            return Action(lambda one: self._add(one, name, overwrite=truth(segment.argument("overwrite")) if _named(segment, "overwrite") else False))
        if segment.name in ("getbyurl", "getbypath"):
            return FileNode.at(call, f"{self._path}/{demanded(segment, 'url', 'decodedurl')}")
        raise no_resource(segment.written)

    def do_get(self, call: Call) -> Many:
        """The files that the caller may read."""
        site, people = call.site, call.site.people
        found = [one for one in self._owner.items.values() if one.content and one.folder.lower() == self._path.lower()]
        if len(found) > site.threshold:
            from tests.sharepoint.items import throttled

            raise throttled()
        entities = [file_entity(site, self._owner, one) for one in found if "read" in people.rights(call.who, one, self._owner)]
        if call.options.filter:
            keep = matcher(call.options.filter, lambda name, entity: {**entity.extra, **entity.values}.get(name))
            entities = [entity for entity in entities if keep(entity)]
        return Many(entities[: call.options.top], type="SP.File")

    def _add(self, call: Call, name: str, *, overwrite: bool) -> Done:
        folder = self._owner.at(self._path)
        call.site.people.require(call.who, "write", folder or self._owner, self._owner)
        if not self._owner.is_library:
            raise bad_request("Files can be added to libraries only.", code=-2147467259)
        item = writing.put_file(call.site, self._owner, f"{self._path}/{name}", call.request.body, by=call.who, overwrite=overwrite)
        return Done(200, file_entity(call.site, self._owner, item))


def _named(segment: Segment, name: str) -> bool:
    return any(one == name for one, _ in segment.arguments)


class FoldersNode(Node):
    """The folders of a folder."""

    def __init__(self, owner: ListState, path: str) -> None:
        self._owner, self._path = owner, path

    def called(self, segment: Segment, call: Call) -> Node:
        """folders('name') as well as folders."""
        return FolderNode.at(call, f"{self._path}/{demanded(segment, 'url')}") if segment.called and segment.arguments else self

    def step(self, segment: Segment, call: Call) -> Node:
        """A new folder, or one of them."""
        if segment.name in ("add", "addusingpath"):
            return self.making(segment, demanded(segment, "decodedUrl", "url", "leafName"))
        if segment.name in ("getbyurl", "getbypath"):
            return FolderNode.at(call, f"{self._path}/{demanded(segment, 'url', 'decodedurl')}")
        raise no_resource(segment.written)

    def making(self, segment: Segment, name: str) -> Node:
        """The operation that makes a folder of that name here."""
        return Action(lambda one: self._add(one, name if segment.name == "addusingpath" else unquote(name)))

    def do_get(self, call: Call) -> Many:
        """The folders that the caller may read."""
        found = [one for one in self._owner.items.values() if one.kind == FOLDER and one.folder.lower() == self._path.lower()]
        people = call.site.people
        return Many([FolderNode(self._owner, one).entity(call.site) for one in found if "read" in people.rights(call.who, one, self._owner)])

    def do_post(self, call: Call) -> Done:
        """A new folder from an entity."""
        url = call.entity("SP.Folder").get("ServerRelativeUrl")
        if not isinstance(url, str):
            raise bad_query("The property ServerRelativeUrl is missing.")
        return self._add(call, url)

    def _add(self, call: Call, name: str) -> Done:
        folder = self._owner.at(self._path)
        call.site.people.require(call.who, "write", folder or self._owner, self._owner)
        path = name if name.startswith("/") else f"{self._path}/{name}"
        there = self._owner.at(path)
        if there and there.kind != FOLDER:
            raise bad_request(f"A file or folder with the name {path} already exists.", code=-2130575257)
        writing.folder_of(call.site, self._owner, path.rsplit("/", 1)[0], by=call.who, make=False)
        made = there or writing.add_folder(call.site, self._owner, path, by=call.who)
        return Done(201, FolderNode(self._owner, made).entity(call.site))
