"""What is kept of a person, and what a gallring takes out, as an administrator reads it in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

_HEADINGS = {
    "row": "Punkter",
    "meeting": "Närvarolistor",
    "column": "Kolumner",
    "name": "Namn och initialer",
    "answer": "Svar på frågor",
    "said": "Egna ändringar",
}


def show_person(name: str, held: Sequence[tuple[str, str, str, str]], console: Console) -> None:
    """All that is kept, by what it is. held: what, place, words, and from when and where."""
    if not held:
        console.print(f"Inget är sparat om {name}.")
        return
    console.print(f"{len(held)} uppgifter om {name}", style="bold")
    for what, heading in _HEADINGS.items():
        some = [entry for entry in held if entry[0] == what]
        if some:
            console.print()
            console.print(f"{heading} ({len(some)})", style="bold")
        for _, place, text, about in some:
            shown = f"{place[:8]}  {text}" if what == "row" else f"{place}  {text}".strip()
            console.print(Padding(Text(shown), (0, 0, 0, 2)))
            if about:
                console.print(Padding(Text(about, style="dim"), (0, 0, 0, 4)))
    console.print()
    console.print(
        "Byt namn: dagordning person NAMN --rename NYTT · ta bort: --remove. Mötesanteckningarna själva ändras aldrig.", style="dim", soft_wrap=True
    )


def show_purge(told: Sequence[tuple[str, int, int, int, int]], *, before: str, decision: str, done: bool, console: Console) -> None:
    """What goes, or went, by council. told: council, points, decisions, meetings, points that stay because they are open."""
    if not told:
        console.print(f"Det finns inget att gallra från möten före {before}.")
        return
    console.print(f"{'Gallrat' if done else 'Det här skulle gallras'}: det som är klart från möten före {before} (beslut {decision})", style="bold")
    for council, points, decisions, meetings, left in told:
        stays = f"; {_count(left, 'öppen punkt', 'öppna punkter')} är kvar" if left else ""
        goes = f"{_count(points, 'punkt', 'punkter')}, {decisions} beslut, {_count(meetings, 'möte', 'möten')}"
        console.print(Padding(Text(f"{council}: {goes}{stays}"), (0, 0, 0, 2)))
    if not done:
        console.print("Inget är gjort än. Gör det med --yes. Det går inte att ångra.", style="yellow")
    else:
        console.print(
            "Mötesanteckningarna och deras kolumner är orörda. Att läsa filerna igen hämtar inte tillbaka något.", style="dim", soft_wrap=True
        )


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
