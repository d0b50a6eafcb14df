"""How often SharePoint is asked for one saved file: counts of HTTP requests against the emulator, the parts of a batch apart."""

from __future__ import annotations

from collections.abc import Callable

from functions.triggers import opened
from tests.pipeline.desk import minutes
from tests.sharepoint.message import Request
from tests.sharepoint.pnp_client import PnP
from tests.sharepoint.town import LIBRARY, Town, town

COLD, WARM, ECHO, TEXT = 10, 8, 2, 3
"""The aims: a first file in a new process, another, our own echo, and a save of which only the text can tell that nothing was changed."""

TASKS = (
    "Remisser: Bo Alm tar fram ett förslag till remissmall senast 2 juni.",
    "Ögonbussen: Cia Dahl kontaktar kommunerna om körschemat.",
    "Väntetider: Tove Myr sammanställer väntetiderna till nästa möte.",
    "Utbildning: Helga Norin bokar en föreläsare.",
    "Lokaler: Bo Alm frågar fastighet om dörren.",
)


def main() -> None:
    """Print the counts beside their aims."""
    with town(library={"demotion": True, "versioning": True}) as place, PnP(place.site.url, token="person:Malin Ek", library=LIBRARY) as person:
        _warm_up(place, person)
        for name, aim, cold in (("cold", COLD, True), ("warm", WARM, False)):
            council = f"Samordningsråd {name}"
            path = f"2026-04-16 {council}.docx"
            if cold:
                opened.forget()
            saved, echo = _split(_trips(place, lambda path=path, council=council: person.save(path, _meeting(council))), path=path)
            print(f"saved minutes with five open points, draft and sheet, {name}: {_told(saved)} (aim at most {aim})")
            print(f"  our own echo: {_told(echo)} (aim at most {ECHO})")
        again = _trips(place, lambda: person.overwrite(path, person.read(path)))
        print(f"saved again without a change: {_told(again)} (aim at most {TEXT})")


def _meeting(council: str) -> bytes:
    return minutes("2026-04-16", *TASKS, council=council, coming=("2026-05-28",))


def _warm_up(place: Town, person: PnP) -> None:
    """A council of its own is met first, so that the councils' first row is no part of the counts."""
    person.save("2026-03-05 första.docx", minutes("2026-03-05", council="Samordningsråd först"))
    place.settle()
    for council in ("Samordningsråd cold", "Samordningsråd warm"):
        person.add_row("Råd", {"Title": council})
    place.settle()
    place.trips()


def _trips(place: Town, act: Callable[[], object]) -> list[Request]:
    place.trips()
    act()
    place.settle()
    return place.trips()


def _split(trips: list[Request], *, path: str) -> tuple[list[Request], list[Request]]:
    """The work on the file, and what followed after its last write."""
    writes = [position for position, one in enumerate(trips) if one.verb not in ("GET",) and not one.path.endswith(("$batch", "contextInfo"))]
    last = max((position for position, one in enumerate(trips) if position in writes or _writes(one)), default=-1)
    return trips[: last + 1], trips[last + 1 :]


def _writes(one: Request) -> bool:
    return any(part.verb in ("POST", "MERGE", "DELETE") and "getchanges" not in part.path.lower() for part in one.sub_requests)


def _told(trips: list[Request]) -> str:
    parts = sum(len(one.sub_requests) for one in trips)
    return f"{len(trips)} round trips ({parts} parts in batches)"


if __name__ == "__main__":
    main()
