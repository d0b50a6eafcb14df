"""What a SharePoint site must hold for the program: columns, lists and views, as values; publishing says which, library.sharepoint makes them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class FieldType(StrEnum):
    """What a column holds, by SharePoint's own kinds."""

    TEXT = "text"  # at most 255 characters
    NOTE = "note"  # many lines, plain
    NUMBER = "number"
    DATE = "date"  # a day without a time
    CHOICE = "choice"
    YES_NO = "yes_no"
    LINK = "link"  # an address and the words to show
    PEOPLE = "people"  # accounts that a person picks; the program neither reads nor writes it


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One column. name: internal, ASCII, at most 32 characters, never changed; title: what people see, and the key in ListRow.values.

    hidden: never shown in forms or views, ours alone; visible: in the view that people meet first; unique: no two rows alike (implies an index);
    default: what a row gets that a person adds, as SharePoint writes it; formatter: column formatting as JSON text, with "{library}" for the watched
    library's address.
    """

    name: str
    title: str
    type: FieldType
    description: str = ""
    choices: tuple[str, ...] = ()
    visible: bool = False
    index: bool = False
    unique: bool = False
    hidden: bool = False
    default: str | None = None
    formatter: str | None = None


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """One view. fields: internal names in order; query: CAML inside <Query>; formatter: view formatting as JSON; default: people meet it first."""

    title: str
    fields: tuple[str, ...]
    query: str = ""
    formatter: str | None = None
    row_limit: int = 100
    default: bool = False


@dataclass(frozen=True, slots=True)
class ListSpec:
    """One list of ours. url: the last part of its address, ASCII; edited: people write in it, so its changes are followed."""

    title: str
    url: str
    description: str
    fields: tuple[FieldSpec, ...]
    views: tuple[ViewSpec, ...] = ()
    hidden: bool = False
    edited: bool = False


@dataclass(frozen=True, slots=True)
class SiteSchema:
    """Everything of ours on a site. columns: on the watched library; library_views: views that we add to it; lists: by the port's list names."""

    columns: tuple[FieldSpec, ...]
    library_views: tuple[ViewSpec, ...]
    lists: tuple[ListSpec, ...]

    def list_named(self, title: str) -> ListSpec:
        """The list of that title. Raises KeyError for one that is not ours."""
        return {one.title: one for one in self.lists}[title]


def digest(text: str) -> str:
    """A short mark of a formatter, a query or a description, to know it again as ours."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
