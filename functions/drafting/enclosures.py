"""The papers that belong to a carried matter: what the minutes linked to at its point, under titles that say what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qs, unquote, urlsplit

from functions.drafting.wording import SENSITIVE, clean
from functions.model.agenda import Enclosure
from functions.model.register import OpenItem, Register

MOST = 4
_SAYS_NOTHING = re.compile(
    r"^(?:(?:klicka\s+)?här|länk(?:en)?(?:\s+till\s+\w+)?|bilagan?|underlag(?:et)?|se\s+\w+|https?://.*|www\..*)\W*$", re.IGNORECASE
)
_ENDING = re.compile(r"\.(?:docx?|pdf|pptx?|xlsx?|msg|aspx)$", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s/]+", re.IGNORECASE)

Linked = Mapping[tuple[str, str], tuple[tuple[str, str | None], ...]]
"""Links (text, address) by meeting (ISO date) and point (its number or title)."""


def links_of(register: Register) -> Linked:
    """What the council's earlier minutes linked to, point by point."""
    found: dict[tuple[str, str], tuple[tuple[str, str | None], ...]] = {}
    for day, points in register.skeletons:
        for point in points:
            for name in (point.number, point.title):
                if name and point.links:
                    found.setdefault((day[:10], name), point.links)
    return found


def enclosures_of(row: OpenItem, *, linked: Linked) -> tuple[Enclosure, ...]:
    """The papers of the point that opened the row, then of those that took it up later, each once."""
    places = [(row.opened.meeting[:10], row.opened.item), *(((event.meeting or "")[:10], event.item) for event in row.events)]
    found: dict[str, Enclosure] = {}
    for day, item in dict.fromkeys(places):
        for text, address in linked.get((day, item or ""), ()):
            safe = address if address and _WEB.match(address) else None
            title = _title(text, safe)
            if title and SENSITIVE not in title:
                found.setdefault(safe or title, Enclosure(title, safe))
    return tuple(found.values())[:MOST]


def merge(one: Iterable[Enclosure], other: Iterable[Enclosure]) -> tuple[Enclosure, ...]:
    """Both, each paper once."""
    found: dict[str, Enclosure] = {}
    for enclosure in (*one, *other):
        found.setdefault(enclosure.address or enclosure.title, enclosure)
    return tuple(found.values())[:MOST]


def _title(text: str, address: str | None) -> str:
    """What the link says, or the name of the file that it leads to where the words say nothing ("här", an address)."""
    said = clean(text)
    if not address or not _SAYS_NOTHING.match(said):
        return _ENDING.sub("", said)
    parts = urlsplit(address)
    named = parse_qs(parts.query).get("file", [""])[0] or unquote(parts.path.rstrip("/").rsplit("/", 1)[-1])
    return clean(_ENDING.sub("", named)).replace("_", " ") or (parts.hostname or "")
