"""What the fault tests do and look at: a person saves minutes of a council of her own, and all that anybody sees of it as plain values."""

from __future__ import annotations

import difflib
import itertools
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from functions.jobs.office import AGENDAS_TO_DRAFT, LIBRARY_CHANGES
from functions.model.events import Event
from functions.publishing.lists import DECISIONS, FOLLOW_UP, MEETINGS
from functions.publishing.schema import BASE, COUNCILS, KEY, site_schema
from functions.reading import read_document
from tests.pipeline.desk import minutes
from tests.sharepoint.pnp_client import PnP
from tests.sharepoint.town import LIBRARY, Town, town

MALIN = "person:Malin Ek"
FILE = "2026-04-16 Mötesanteckning.docx"
DRAFTS = "Förslag till dagordning"
_TECHNICAL = {KEY, BASE, "DgFileId", "ID", "Editor", "Author", "UniqueId"}
_SYLLABLES = ("ka", "lo", "mi", "ru", "se", "ta", "vi", "po", "ne", "ga", "du", "fe", "hi", "jo", "by", "tö")
_NUMBERS = itertools.count()
_LISTS = (FOLLOW_UP, DECISIONS, MEETINGS, COUNCILS)


def april(council: str, *, bus: str = "Cia Dahl kontaktar kommunerna om körschemat.") -> bytes:
    """Minutes with two points and a decision; the next meeting is near enough for a draft."""
    return minutes(
        "2026-04-16",
        "Remisser: Bo Alm tar fram ett förslag till gemensam remissmall senast 10 maj.",
        f"Bussen: {bus}",
        "Ny mottagning: Rådet beslutar att öppna en kväll i veckan.",
        council=council,
        coming=("2026-05-28",),
    )


@dataclass
class Waits:
    """What the app was asked to wait, instead of waiting. tell: called with each, before the app goes on."""

    seconds: list[float] = field(default_factory=list)
    tell: Callable[[float], None] = lambda seconds: None

    def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        self.tell(seconds)


@dataclass(frozen=True)
class Council:
    """A council in a town, and the person who keeps its minutes in a folder of that name."""

    name: str
    place: Town

    @property
    def key_in_log(self) -> str:
        """What its log calls it."""
        return self.name.casefold().replace(" ", "-")

    @property
    def malin(self) -> PnP:
        return PnP(self.place.site.url, token=MALIN, library=LIBRARY)

    def path(self, name: str = FILE) -> str:
        return f"{self.name}/{name}"

    def save(self, data: bytes | None = None, *, name: str = FILE) -> None:
        """Save minutes through PnPjs, in the council's folder."""
        if not any(path.startswith(f"{self.name}/") for path in self.place.site.library(LIBRARY).paths()):
            self.malin.add_folder(self.name)
        self.malin.save(self.path(name), april(self.name) if data is None else data)

    def live(self) -> Council:
        """Save, and wait until nothing more follows from it."""
        self.save()
        self.place.settle()
        return self

    def cell(self, name: str, file: str = FILE) -> Any:
        """What stands in a column of a file of the council."""
        return self.place.site.library(LIBRARY).cell(self.path(file), name)

    def rows(self, title: str) -> list[dict[str, Any]]:
        """The council's rows in a list, by the columns' titles."""
        column = "Namn" if title == COUNCILS else "Råd"
        named = {one.name: one.title for spec in site_schema().lists if spec.title == title for one in spec.fields}
        rows = [{named[name]: value for name, value in row.items() if name in named} for row in self.place.site.list(title).rows()]
        return [row for row in rows if row.get(column) == self.name]

    def events(self) -> list[Event]:
        """Its log."""
        library = self.place.watched().library
        library.begin()
        return [event for one in library.councils() if one.name == self.name for event in library.events_of(one.key)]

    def drafts(self) -> list[str]:
        """The paths of its drafts and sheets."""
        return [path for path in self.place.site.library(LIBRARY).paths() if path.startswith(f"{DRAFTS}/") and self.name in path]

    def key(self, words: str) -> str:
        """The key of the row of Uppföljning in which these words stand."""
        (row,) = [row for row in self.rows(FOLLOW_UP) if words in str(row["Punkt"])]
        return str(row[KEY])


def next_council(place: Town) -> Council:
    """A council that nobody has met yet, in this town or another."""
    number = next(_NUMBERS)
    return Council(f"Samordningsråd {_SYLLABLES[number // 16 % 16]}{_SYLLABLES[number % 16]}vård", place)


def picture(council: Council, *, name: str = FILE) -> dict[str, Any]:
    """All that anybody sees of a council: columns, rows, drafts and what its log holds; without ids, marks and times. name: of its file."""
    site = council.place.site
    library = site.library(LIBRARY)
    files, drafts = {}, {}
    for path in library.paths():
        if path.startswith(f"{council.name}/"):
            files[path] = {name: value for name, value in library.cells(path).items() if name not in _TECHNICAL}
        elif path.startswith(f"{DRAFTS}/") and council.name in path:
            drafts[path] = [block.text for block in read_document(library.data(path), name=path).blocks]
    lists = {title: [{name: value for name, value in row.items() if name not in _TECHNICAL} for row in council.rows(title)] for title in _LISTS}
    events = Counter(f"{event.type} by {event.by}" for event in council.events())
    told = {"files": files, "lists": {name: sorted(rows, key=_text) for name, rows in lists.items()}, "drafts": drafts, "events": dict(events)}
    return dict(json.loads(_plain(_text(told).replace(name.removesuffix(".docx"), FILE.removesuffix(".docx")), council)))


def difference(council: Council, calm: Mapping[str, Any] | None = None, *, name: str = FILE, events: bool = True) -> str:
    """How the picture of a council differs from that of a calm one (default: an undisturbed one whose minutes were saved once); "" where it does not.

    name: of the council's file; events: whether the log must tell the same too, as it does when the minutes were saved as often.
    """
    pictures = (undisturbed() if calm is None else calm, picture(council, name=name))
    if not events:
        pictures = tuple({**told, "events": {}} for told in pictures)  # type: ignore[assignment]
    before, now = (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True).splitlines() for told in pictures)
    return "\n".join(difflib.unified_diff(before, now, "undisturbed", "here", lineterm="", n=2))


def night(place: Town, *councils: Council) -> None:
    """Everything is compared, and the drafts of these councils are looked at, as the timer asks for after three in the morning."""
    watched = place.watched()
    watched.queues.send(LIBRARY_CHANGES, {"full": True})
    place.settle()
    for council in councils:
        watched.queues.send(AGENDAS_TO_DRAFT, {"council": council.key_in_log})
    place.settle()


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _plain(text: str, council: Council) -> str:
    """The same for every council, site and run."""
    text = text.replace(council.place.site.origin, "").replace(council.name, "RÅDET").replace(council.key_in_log, "rådet")
    return re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32,}", "ID", text)


@cache
def undisturbed() -> dict[str, Any]:
    """The picture of a council whose minutes were saved without any fault, in a town of its own."""
    with town(library={"demotion": True, "versioning": True}, pause="00:00:00") as place:
        told = picture(Council("Samordningsråd lugnet", place).live())
    assert told["drafts"]
    assert len(told["lists"][FOLLOW_UP]) == 2
    assert len(told["lists"][DECISIONS]) == 1
    return told
