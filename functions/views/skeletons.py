"""Shows a council's own agenda in the terminal: its points in order, and why each is there."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from functions.drafting.skeleton import Learned, LearnedPoint


def show_learned(council: str, learned: Learned, console: Console) -> None:
    """The points that the next draft gets, then those that are not due, then what the last two meetings changed."""
    console.print(council, style="bold")
    console.print(f"  ur {learned.meetings} mötens anteckningar" if learned.meetings != 1 else "  ur ett mötes anteckningar", style="dim")
    console.print(_table(learned.points))
    if learned.resting:
        console.print("  Inte den här gången", style="bold")
        console.print(_table(learned.resting))
    for change in learned.changes:
        console.print(f"  {change}", soft_wrap=True)


def _table(points: Sequence[LearnedPoint]) -> Table:
    table = Table("Punkt", "Tar", "Föredragande", "Varför", box=None, padding=(0, 1))
    for point in points:
        why = point.why + (f"; hette också {', '.join(f'”{name}”' for name in point.variants)}" if point.variants else "")
        table.add_row(point.title, f"{point.minutes} min" if point.minutes else "", ", ".join(point.point.presenters), why)
    return table
