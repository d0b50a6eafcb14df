"""Shows in the terminal which councils there are, with their settings, and what their minutes call people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table

from functions.model.library import ColumnValue

_NAMES = ("Namn", "Kallas", "Initialer", "Råd")


def show_councils(councils: Sequence[Mapping[str, ColumnValue]], console: Console) -> None:
    """Each council by its name, and below it the settings that have a value."""
    if not councils:
        console.print("Inga råd än. Kör dagordning run först.")
    for number, settings in enumerate(councils):
        if number:
            console.print()
        console.print(str(settings["Namn"]), style="bold")
        table = Table(show_header=False, box=None, pad_edge=False, padding=(0, 2))
        for setting, value in settings.items():
            if setting != "Namn" and value not in (None, ""):
                table.add_row(f"  {setting}", _shown(value))
        console.print(table)


def show_names(rows: Sequence[Mapping[str, ColumnValue]], console: Console) -> None:
    """The list Namn och initialer."""
    if not rows:
        console.print('Ingen har sagt vad någon kallas. Lägg till: dagordning names "Helena Ek" --called Helena --initials HE', soft_wrap=True)
        return
    table = Table(*_NAMES, box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for values in rows:
        table.add_row(*(str(values.get(column) or ("alla" if column == "Råd" else "")) for column in _NAMES))
    console.print(table)


def _shown(value: ColumnValue) -> str:
    return "Ja" if value is True else "Nej" if value is False else str(value)
