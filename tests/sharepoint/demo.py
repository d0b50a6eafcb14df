"""The whole way on one machine, `make demo-sharepoint`: a person saves minutes through PnPjs, and the library ends with columns, rows and drafts."""

from __future__ import annotations

import re
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from functions.publishing.lists import FOLLOW_UP
from functions.publishing.schema import site_schema
from tests.sharepoint.pnp_client import PnP
from tests.sharepoint.town import LIBRARY, Town, town

SAMPLES = Path(__file__).resolve().parents[1] / "corpus"
PERSON = "person:Malin Ek"
AGAIN = 50


def main() -> int:
    """0 when everything came as it should."""
    console = Console(highlight=False, width=130)
    samples = sorted(SAMPLES.glob("*/*.docx"))
    console.print("Startar SharePoint-emulatorn, Azurite och funktionerna …", style="bold")
    with town(library={"demotion": True, "versioning": True}) as place, PnP(place.site.url, token=PERSON, library=LIBRARY) as person:
        console.print(f"Webbplatsen {place.site.url} har fått sina listor, kolumner, vyer och mappar.")
        console.print(f"Funktionerna svarar på {place.served.address}.\n")
        for number, sample in enumerate(samples, 1):
            person.save(sample.name, sample.read_bytes())
            place.settle()
            batched = place.trips()
            parts = sum(len(request.sub_requests) for request in batched)
            console.print(f"{number}. Malin sparar {sample.name}: {len(batched)} anrop till SharePoint (i satser: {parts} delar)")
        _show_files(console, place, person)
        drafts = _show_lists(console, place, person)
        loops = _save_again(console, place, person, samples[2])
    console.print("\nKlart." if drafts and not loops else "\nNågot kom inte som det skulle.", style="bold")
    return 0 if drafts and not loops else 1


def _show_files(console: Console, place: Town, person: PnP) -> None:
    shown = [column for column in site_schema().columns if column.visible]
    table = Table("Fil", *(column.title for column in shown), "Inläsning", title=f"Biblioteket {LIBRARY}", title_justify="left")
    for path in sorted(place.site.library(LIBRARY).paths()):
        if "/" not in path:
            cells = person.read_columns(path)
            table.add_row(path, *(_word(cells.get(column.name)) for column in shown), _word(cells.get("DgReading")))
    console.print(table)


def _show_lists(console: Console, place: Town, person: PnP) -> int:
    table = Table("Punkt", "Råd", "Typ", "Ansvarig", "Klart senast", "Status", title=f"Listan {FOLLOW_UP}", title_justify="left")
    names = {field.title: field.name for one in site_schema().lists if one.title == FOLLOW_UP for field in one.fields}
    rows = person.rows(FOLLOW_UP)
    for row in rows[:12]:
        table.add_row(*(_word(row.get(names[title]))[:60] for title in ("Punkt", "Råd", "Typ", "Ansvarig", "Klart senast", "Status")))
    console.print(table)
    if len(rows) > 12:
        console.print(f"… och {len(rows) - 12} rader till.")
    drafts = [path for path in place.site.library(LIBRARY).paths() if path.startswith("Förslag till dagordning/")]
    console.print("\nI mappen Förslag till dagordning:")
    for path in drafts:
        console.print(f"  {path.split('/', 1)[1]}")
    return len(drafts)


def _save_again(console: Console, place: Town, person: PnP, sample: Path) -> int:
    """Save a file again and again as it stands, properties that SharePoint copied into it included; how many column writes that led to."""
    place.settle()
    place.trips()
    library = place.site.library(LIBRARY)
    versions = len(library.versions(sample.name))
    for _ in range(AGAIN):
        person.overwrite(sample.name, person.read(sample.name))
        place.settle()
    trips = place.trips()
    writes = len(library.versions(sample.name)) - versions - AGAIN
    console.print(f"\nMalin sparar {sample.name} {AGAIN} gånger till utan att ändra texten:")
    console.print(f"  {len(trips)} anrop från oss, {writes} nya skrivningar i kolumnerna.")
    return max(writes, 0)


def _word(value: object) -> str:
    """A cell as the site shows it: a day is stored as its first moment in the site's time zone, told in UTC."""
    if value is None:
        return ""
    text = str(value)
    if re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]{8}Z", text):
        return datetime.fromisoformat(text).astimezone(ZoneInfo("Europe/Stockholm")).date().isoformat()
    return text.removesuffix(".0")


if __name__ == "__main__":
    sys.exit(main())
