"""The log of events in the hidden list Händelser: what was appended at once is one row, so it is there whole or not at all."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from functions import errors
from functions.library.event_json import read_event, to_text, write_event
from functions.library.sharepoint.erasing import VERSION, forget_versions, is_changed
from functions.library.sharepoint.places import KEY, Place, Places
from functions.library.sharepoint.refusals import DUPLICATE, is_conflict, is_gone, missing_list
from functions.library.sharepoint.site import Site, done, merge
from functions.library.sharepoint.wire import Answer, Ask, following, item_number
from functions.model.events import Event
from functions.model.schema import FieldType

EVENTS = "Händelser"

MOST = 60_000
"""Characters of JSON in one row; a note of a list holds 63,999."""

PAGE = 500
"""Rows in one page."""

CUT = "[]"
"""What stands in a row that holds no event: something before it was changed or taken out, so that who has read it must read anew."""

_SMALL = 100  # rows: a log that is read whole along with something else


class Log:
    """Each council's log, kept for the whole process: it grows, so only what came later is read; after `edit` all. A small log is read whole."""

    def __init__(self, site: Site) -> None:
        """Reads nothing yet."""
        self._site = site
        self._events: dict[str, dict[str, Event]] = {}
        self._last: dict[str | None, int] = {}
        self._fresh: set[str | None] = set()

    def begin(self) -> None:
        """A new unit of work: others may have appended."""
        self._fresh.clear()

    def forget(self) -> None:
        """Read everything anew."""
        self._events.clear()
        self._last.clear()
        self._fresh.clear()

    def asks(self, places: Places) -> list[tuple[str | None, Ask]]:
        """What to ask for along with something else: the whole log while it is small (None), else what this process has met."""
        if EVENTS not in places.lists:
            return []
        place = places.list(EVENTS)
        whole = None in self._last or (not self._last and place.count <= _SMALL)
        wanted: list[str | None] = [None] if whole else [*dict.fromkeys(["", *(council for council in self._last if council is not None)])]
        return [(council, self._ask(place, council)) for council in wanted if council not in self._fresh]

    def take(self, places: Places, council: str | None, answer: Answer) -> None:
        """The newer rows of a council (None: of all), the first page of which was asked for."""
        _, event_name = _names(places.list(EVENTS))
        if is_gone(answer):
            raise missing_list(EVENTS)
        known = bool(self._events if council is None else self._events.get(council))  # also what this process only appended
        while True:
            for one in done(answer, what=EVENTS).results:
                if known and one.get(event_name) == CUT:
                    self._drop(council)
                    return self.take(places, council, self._site.send(self._ask(places.list(EVENTS), council)))
                self._last[council] = max(self._last.get(council, 0), item_number(one))
                for event in read_row(str(one.get(event_name) or "")):
                    self._events.setdefault(event.council, {}).setdefault(event.id, event)
            more = following(answer)
            if more is None:
                break
            answer = self._site.send(more)
        self._last.setdefault(council, 0)
        self._fresh.add(council)
        return None

    def _drop(self, council: str | None) -> None:
        if council is None:
            self.forget()
        self._events.pop(council or "", None)
        self._last.pop(council, None)

    def events_of(self, places: Places, council: str) -> tuple[Event, ...]:
        """See Library.events_of."""
        if not self._fresh & {None, council}:
            whole = None if None in self._last else council
            self.take(places, whole, self._site.send(self._ask(places.list(EVENTS), whole)))
        return tuple(self._events.get(council, {}).values())

    def append(self, places: Places, events: Sequence[Event]) -> int:
        """See Library.append_events. A row that is there already, after a lost answer, is as good as written."""
        place = places.list(EVENTS)
        new: dict[str, list[Event]] = {}
        met: set[str] = set()
        for event in events:
            if event.id not in met and event.id not in {known.id for known in self.events_of(places, event.council)}:
                new.setdefault(event.council, []).append(event)
            met.add(event.id)
        packs = [(council, pack) for council, told in new.items() for pack in pack_events(told)]
        if not packs:
            return 0
        asks = [self._create(place, council, pack) for council, pack in packs]
        # More than one row for a council: one after the other, so that the last of them never stands without the first.
        one_each = len({council for council, _ in packs}) == len(packs)
        answers = self._site.batch(asks) if one_each else (self._site.send(ask) for ask in asks)
        for answer in answers:
            if is_gone(answer):
                raise missing_list(EVENTS)
            if answer.code != DUPLICATE:
                done(answer, what=EVENTS)
        for council, told in new.items():
            self._events.setdefault(council, {}).update({event.id: event for event in told})
        return sum(len(told) for told in new.values())

    def edit(self, places: Places, act: Callable[[Event], Event | None]) -> None:
        """Put what `act` makes of it in the place of every event of every council, None takes it out; earlier versions go too. A crash in the middle
        leaves some as they were. Raises errors.Conflict when somebody wrote in the list meanwhile."""
        place = places.list(EVENTS)
        council_name, event_name = _names(place)
        address = str(self._site.web.lists.get_by_id(place.id).items.resource_url)
        asks, earlier, last = [], [], {}
        answer = self._site.fetch(self._site.get(address, ("Id", council_name, event_name, VERSION), top=PAGE), what=EVENTS)
        while True:
            for one in answer.results:
                number, before = item_number(one), list(read_row(str(one.get(event_name) or "")))
                last[str(one.get(council_name) or "")] = number
                after = [event for told in before if (event := act(told)) is not None]
                if after != before:
                    asks.append(self._rewrite(place, number, after, etag=str(one["__metadata"]["etag"])))
                if (after and after != before) or is_changed(one):
                    earlier.append(number)
            more = following(answer)
            if more is None:
                break
            answer = self._site.fetch(more, what=EVENTS)
        marks = [self._create(place, council, CUT, key=f"cut:{number}") for council, number in last.items()]
        for written in self._site.batch(asks):
            self._require(written)
        forget_versions(self._site, place, earlier)
        for written in self._site.batch(marks):
            self._require(written)
        self.forget()

    def _rewrite(self, place: Place, number: int, events: Sequence[Event], *, etag: str) -> Ask:
        address = self._site.escaped(str(self._site.web.lists.get_by_id(place.id).items.get_by_id(number).resource_url))
        if not events:
            return Ask("DELETE", address, etag=etag, repeatable=True)
        pack = pack_row(events)
        body = {_names(place)[1]: pack, KEY: hashlib.sha256(pack.encode()).hexdigest()}
        return merge(address, body, type_name=place.type_name, etag=etag)

    @staticmethod
    def _require(answer: Answer) -> None:
        if is_conflict(answer):
            raise errors.Conflict(f"Någon skrev i listan ”{EVENTS}” samtidigt. Kör kommandot igen; det som är gjort är gjort.")
        if not is_gone(answer) and answer.code != DUPLICATE:
            done(answer, what=EVENTS)

    def _ask(self, place: Place, council: str | None) -> Ask:
        council_name, event_name = _names(place)
        address = str(self._site.web.lists.get_by_id(place.id).items.resource_url)
        newer = f"Id gt {self._last.get(council, 0)}"
        condition = newer if council is None else f"{council_name} eq '{_escape(council or LIBRARY_MARK)}' and {newer}"
        options: dict[str, str | int] = {"filter": condition, "orderby": "Id", "top": PAGE}
        return self._site.get(address, ("Id", event_name), (), **options)

    def _create(self, place: Place, council: str, pack: str, *, key: str | None = None) -> Ask:
        council_name, event_name = _names(place)
        address = self._site.escaped(str(self._site.web.lists.get_by_id(place.id).items.resource_url))
        own = key or hashlib.sha256(pack.encode()).hexdigest()
        body: Mapping[str, Any] = {council_name: council or LIBRARY_MARK, event_name: pack, KEY: own}
        return Ask("POST", address, {"__metadata": {"type": place.type_name}, **body}, repeatable=True)


LIBRARY_MARK = "*"
"""What stands in Råd for the library's own log, since an empty cell cannot be asked for as one."""


def pack_events(events: Sequence[Event]) -> Iterator[str]:
    """Events in order as the texts of as few rows as hold them."""
    lines: list[str] = []
    size = 2
    for event in events:
        line = write_event(event)
        if len(line) > MOST:
            line = _squeeze(line)
        if lines and size + len(line) + 1 > MOST:
            yield f"[{','.join(lines)}]"
            lines, size = [], 2
        lines.append(line)
        size += len(line) + 1
    if lines:
        yield f"[{','.join(lines)}]"


def pack_row(events: Sequence[Event]) -> str:
    """Events that stood in one row as its text again; squeezed where they have grown too long for it. Raises errors.TooLarge."""
    packs = list(pack_events(events))
    if len(packs) > 1:
        packs = [f"[{','.join(_squeeze(write_event(event)) for event in events)}]"]
    if len(packs[0]) > MOST:
        raise errors.TooLarge(f"En rad i listan ”{EVENTS}” blir för lång.")
    return packs[0]


def read_row(text: str) -> Iterator[Event]:
    """The events of a row. Raises errors.NoAccess for what a newer version wrote."""
    try:
        held = json.loads(text or "[]")
    except ValueError as problem:
        raise errors.NoAccess(f"En rad i listan ”{EVENTS}” är skadad. Återställ den ur versionshistoriken.") from problem
    for one in held if isinstance(held, list) else [held]:
        yield read_event(zlib.decompress(base64.b85decode(one)).decode() if isinstance(one, str) else to_text(one))


def _squeeze(line: str) -> str:
    """An event too long for a row, compressed. Raises errors.TooLarge when even so it does not fit."""
    squeezed = json.dumps(base64.b85encode(zlib.compress(line.encode(), 9)).decode())
    if len(squeezed) > MOST:
        raise errors.TooLarge("Anteckningen har ett stycke som är för långt för att följas upp.")
    return squeezed


def _names(place: Place) -> tuple[str, str]:
    """The internal names of the council's column and of the text."""
    council = next(field.name for field in place.shown if field.type is FieldType.TEXT)
    return council, next(field.name for field in place.shown if field.type is FieldType.NOTE)


def _escape(text: str) -> str:
    return text.replace("'", "''")
