"""What is wanted against what stands: the steps for one list or library, and what people have made their own, which is left and told."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from functions.library.sharepoint import making
from functions.library.sharepoint.plan import Step
from functions.library.sharepoint.standing import StandingField, StandingList, StandingView
from functions.library.sharepoint.wire import Ask
from functions.model.schema import FieldSpec, FieldType, ViewSpec, digest

if TYPE_CHECKING:
    from functions.library.sharepoint.site import Site

MOST_INDEXES, MOST_FOR_INDEX = 20, 20_000
"""Indexed columns that a list takes, and items above which SharePoint adds no index (https://learn.microsoft.com/office365/servicedescriptions)."""

_ALWAYS = {"ID", "GUID", "UniqueId", "FSObjType", "FileLeafRef", "FileDirRef"}  # SharePoint's own, which count for nothing
_WORDS = {
    FieldType.TEXT: "en rad text",
    FieldType.NOTE: "flera rader text",
    FieldType.NUMBER: "tal",
    FieldType.DATE: "datum",
    FieldType.CHOICE: "val",
    FieldType.YES_NO: "ja/nej",
    FieldType.LINK: "länk",
    FieldType.PEOPLE: "person",
}


@dataclass(slots=True)
class Comparison:
    """Compares one list or library. where: its heading; path: server-relative; stands: None for one that is to be made.

    placed: the formatter as it is written; earlier: digests of what earlier versions of the program wrote, which is ours to renew.
    """

    site: Site
    where: str
    path: str
    stands: StandingList
    library: bool
    new: bool
    placed: Any
    earlier: Collection[str] = ()
    steps: list[Step] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _room: int = 0

    def fields(self, specs: Sequence[FieldSpec]) -> None:
        """Compare the columns."""
        self._room = MOST_INDEXES - sum(1 for one in self.stands.fields.values() if one.indexed and one.name not in _ALWAYS)
        for spec in sorted(specs, key=lambda one: not one.unique):  # the key first, so that rows can be told apart from the start
            there = self.stands.fields.get(spec.name)
            if spec.name == "Title":
                self._title(spec, there)
            elif there is None:
                self._missing(spec)
            elif there.type not in making.TYPES[spec.type]:
                self.notes.append(
                    f"{self.where}: kolumnen ”{there.title}” ({spec.name}) är inte av typen {_WORDS[spec.type]} och är inte gjord av Dagordning. "
                    "Den lämnas som den är, och uppgiften fylls inte i där."
                )
            else:
                self._standing(spec, there)

    def untitled(self) -> None:
        """A list whose rows have no title of their own: SharePoint must not demand one."""
        title = self.stands.fields.get("Title")
        if self.new or (title is not None and title.required):
            self._do("Rubriken krävs inte.", making.change_field(self.site, self.path, "Title", {"Required": False}))

    def views(self, specs: Sequence[ViewSpec]) -> None:
        """Compare the views."""
        for spec in specs:
            there = next((one for title, one in self.stands.views.items() if title.casefold() == spec.title.casefold()), None)
            if there is None:
                self._do(f"Vyn ”{spec.title}” läggs till.", *making.make_view(self.site, self.path, spec, library=self.library))
            else:
                self._standing_view(spec, there)

    def _missing(self, spec: FieldSpec) -> None:
        taken = {one.title.casefold(): one for one in self.stands.fields.values() if not one.hidden}
        title = spec.title
        if not spec.hidden and title.casefold() in taken:
            title = f"{spec.title} (Dagordning)"
            theirs = taken[spec.title.casefold()]
            self.notes.append(f"{self.where}: kolumnen ”{theirs.title}” finns redan och är er. Den lämnas som den är; vår får heta ”{title}”.")
        index = self._index(spec)
        asks = making.make_field(self.site, self.path, spec, title=title, index=index, formatter=self.placed(spec.formatter))
        self._do(f"Kolumnen ”{title}” läggs till ({_WORDS[spec.type]}{', dold' if spec.hidden else ''}).", *asks)

    def _index(self, spec: FieldSpec) -> bool:
        """Whether the column gets its index: one that holds no two alike must."""
        if not (spec.index or spec.unique):
            return False
        if self.stands.items > MOST_FOR_INDEX:
            self.notes.append(
                f"{self.where}: ”{spec.title}” får inget index, eftersom SharePoint inte lägger till index när det finns fler än 20 000 rader."
            )
            return False
        if self._room <= 0:
            self.notes.append(f"{self.where}: ”{spec.title}” får inget index, eftersom alla 20 är upptagna.")
            return False
        self._room -= 1
        return True

    def _title(self, spec: FieldSpec, there: StandingField | None) -> None:
        """SharePoint's own column, which every list has; that it is demanded tells that nobody has taken it in hand yet."""
        values: dict[str, Any] = {}
        if there is None or there.required:
            values = {"Title": spec.title, "Required": False}
        if spec.index and (there is None or not there.indexed) and self._index(spec):
            values["Indexed"] = True
        if values:
            self._do(f"Rubriken får heta ”{spec.title}” och krävs inte.", making.change_field(self.site, self.path, "Title", values))

    def _standing(self, spec: FieldSpec, there: StandingField) -> None:
        if (spec.index or spec.unique) and not there.indexed and self._index(spec):
            self._do(f"Kolumnen ”{there.title}” får ett index.", making.change_field(self.site, self.path, spec.name, {"Indexed": True}))
        if spec.unique and not there.unique:
            ask = making.change_field(self.site, self.path, spec.name, {"EnforceUniqueValues": True})
            self._do(f"Kolumnen ”{there.title}” får bara unika värden.", ask)
        if more := tuple(choice for choice in spec.choices if choice not in there.choices):
            ask = making.set_choices(self.site, self.path, spec.name, (*there.choices, *more))
            self._do(f"Kolumnen ”{there.title}” får fler val: {', '.join(more)}.", ask)
        if there.required:
            self.notes.append(f"{self.where}: ”{there.title}” krävs. Ta bort kravet, annars kan filer och rader inte sparas utan den.")
        if spec.hidden and not there.hidden:
            self.notes.append(f"{self.where}: den tekniska kolumnen ”{there.title}” visas. Ändra inget i den.")
        wanted = self.placed(spec.formatter)
        if wanted and not _same_json(there.formatter, wanted):
            ask = making.change_field(self.site, self.path, spec.name, {"CustomFormatter": wanted})
            self._renew(f"Utseendet på kolumnen ”{there.title}”", there.formatter, ask)
        if not there.description:
            if spec.description:
                values = {"Description": spec.description}
                self._do(f"Kolumnen ”{there.title}” får sin beskrivning.", making.change_field(self.site, self.path, spec.name, values))
        elif spec.description and there.description != spec.description:
            ask = making.change_field(self.site, self.path, spec.name, {"Description": spec.description})
            self._renew(f"Beskrivningen av kolumnen ”{there.title}”", there.description, ask)

    def _standing_view(self, spec: ViewSpec, there: StandingView) -> None:
        told = f"Vyn ”{there.title}”"
        if not same_query(there.query, spec.query) or there.fields != spec.fields:
            fields = making.set_view_fields(self.site, self.path, there.title, spec.fields)
            query = making.change_view(self.site, self.path, there.title, {"ViewQuery": spec.query})
            self._renew(told, f"{canonical(there.query)} {' '.join(there.fields)}", *fields, query)
        elif self.library and there.scope == 0:
            self._do(f"{told} visar filer i alla mappar.", making.change_view(self.site, self.path, there.title, {"Scope": 1}))

    def _renew(self, what: str, theirs: str, *asks: Ask) -> None:
        """Renew what an earlier version of the program wrote, or what is missing; leave what people have changed."""
        if not theirs or digest(theirs) in self.earlier:
            self._do(f"{what} uppdateras.", *asks)
        else:
            self.notes.append(f"{self.where}: {what[0].lower()}{what[1:]} har ändrats av någon och lämnas.")

    def _do(self, says: str, *asks: Ask) -> None:
        self.steps.append(Step(self.where, says, tuple(asks)))


def same_query(one: str, other: str) -> bool:
    """Whether two view queries ask the same, however SharePoint writes them."""
    return one == other or canonical(one) == canonical(other)


def canonical(query: str) -> str:
    """A view's query in one way of writing it; as it is when it is no XML."""
    try:
        return " ".join(_words(ET.fromstring(f"<Query>{query}</Query>")))
    except ET.ParseError:
        return query


def _words(node: ET.Element) -> Iterator[str]:
    attributes = sorted((name, value.upper() if value.upper() in ("TRUE", "FALSE") else value) for name, value in node.attrib.items())
    kept = [(name, value) for name, value in attributes if (name, value) != ("Ascending", "TRUE")]
    yield node.tag + "".join(f" {name}={value}" for name, value in kept) + f" {(node.text or '').strip()}"
    for child in node:
        yield from _words(child)
    yield f"/{node.tag}"


def _same_json(one: str, other: str) -> bool:
    if one == other:
        return True
    try:
        return bool(json.loads(one) == json.loads(other))
    except ValueError:
        return False
