"""Which file, folder or list an address means: server-relative paths old and new, and unique ids."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from tests.sharepoint.address import GUID, Segment
from tests.sharepoint.message import bad_request
from tests.sharepoint.nodes import Call, demanded
from tests.sharepoint.state import Item, ListState

if TYPE_CHECKING:
    from tests.sharepoint.emulator import Emulator


def decoded(segment: Segment, *names: str) -> str:
    """A path argument of the newer kind: as it is."""
    return demanded(segment, *names).rstrip("/") or "/"


def path_of(call: Call, segment: Segment) -> str:
    """The server-relative path that a segment names: …Path takes it as it is, …Url decodes it once more and cannot take # or %."""
    text = demanded(segment, "decodedUrl", "serverRelativePath", "serverRelativeUrl", "serverRelativeFileName", "fileUrl", "url")
    if not segment.name.endswith("path"):
        if "#" in text:
            raise bad_request("The URL has a # or a %: use the …ByServerRelativePath methods.", code=-2147024809, kind="System.ArgumentException")
        text = unquote(text)
    text = text.removeprefix(call.site.origin)
    if not text.startswith("/"):
        text = f"{call.site.path}/{text}"
    if text.lower() != call.site.path.lower() and not text.lower().startswith(call.site.path.lower() + "/"):
        raise bad_request(f"serverRelativeUrl {text} is not in this web.", code=-2147024809, kind="System.ArgumentException")
    return text.rstrip("/")


def find(site: Emulator, identity: str) -> tuple[ListState, Item] | None:
    """The file or folder of a UniqueId, wherever it is."""
    wanted = identity.strip("{}").lower()
    if not GUID.fullmatch(identity):
        raise bad_request("Guid should contain 32 digits with 4 dashes.", code=-2146233033, kind="System.FormatException")
    for owner in site.lists.values():
        for item in owner.items.values():
            if item.unique_id == wanted:
                return owner, item
    return None
