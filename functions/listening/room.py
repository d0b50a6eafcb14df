"""What is known while people's rows are gone through: each council's register, and who says what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from functions import errors
from functions.following_up.councils import council_named
from functions.following_up.row_edits import Speaker, speaker
from functions.model.events import Event, EventType
from functions.model.library import ColumnValue, Council, LibraryFile, ListRow
from functions.model.register import Register
from functions.publishing.row_cells import FIELDS
from functions.taking_in import register_of
from functions.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Reply:
    """What comes of one row. events: to note; adopt: our key for a row that a person added; why: what the row shall say could not be taken in;
    closed: the row of a question that is answered; files: to be read again."""

    events: tuple[Event, ...] = ()
    adopt: str | None = None
    why: str | None = None
    closed: ListRow | None = None
    files: tuple[LibraryFile, ...] = ()


@dataclass(slots=True)
class Room:
    """The workplace, and the registers that were asked for. deleted_by: who deleted a row (list, key), where the library tells."""

    place: Workplace
    deleted_by: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    registers: dict[str, Register] = field(default_factory=dict)

    def register(self, council: Council) -> Register:
        """The council's register by its log."""
        if council.key not in self.registers:
            self.registers[council.key] = register_of(council, self.place)
        return self.registers[council.key]

    def speaker(self, row: ListRow | None, *mark: str) -> Speaker:
        """Who wrote a row, or deleted it. mark: what makes the act one of its kind, beginning with the list and the row's key."""
        return speaker(row.editor if row is not None else self.deleted_by.get(mark[:2]), today=self.place.now, clock=self.place.clock(), mark=mark)

    def council_of(self, row: ListRow) -> Council | None:
        """The council that a row names; the default one, or the only one, where it names none."""
        councils = self.place.library.councils()
        named = str(row.values.get("Råd") or (row.base or {}).get("Råd") or "").strip()
        if named:
            return council_named(named, councils=councils)
        default = council_named(self.place.default_council, councils=councils) if self.place.default_council else None
        return default or (councils[0] if len(councils) == 1 else None)

    def needed_council(self, row: ListRow) -> Council:
        """The council of a row that a person added. Raises errors.BadUsage with those to choose from."""
        council = self.council_of(row)
        if council is None:
            names = ", ".join(known.name for known in self.place.library.councils())
            raise errors.BadUsage(f"Skriv vilket råd det gäller under Råd: {names}." if names else "Rådet är inte känt än.")
        return council

    def changed_back(self, name: str, row: ListRow, *, council: str, key: str | None, meeting: str | None) -> dict[str, ColumnValue]:
        """By title, the latest word of this row's that was said in an earlier version of it: see `changed_cells`."""
        if row.editor is None:
            return {}
        latest: dict[str, Event] = {}
        for event in self.place.library.events_of(council):
            if event.type is EventType.EDITED and (event.key, event.meeting) == (key, meeting):
                latest[str(event.data.get("field"))] = event
        titles: Mapping[str, str] = {field: title for title, field in FIELDS[name].items()}
        titles = {**titles, "start": "Tid", "end": "Tid", "cancelled": "Hålls"} if meeting else titles
        return {
            titles[field]: event.data.get("value")
            for field, event in latest.items()
            if field in titles and "row" in event.data and event.data["row"] != row.etag
        }
