"""The whole story of one point, and decisions found by words, as a secretary reads them in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from functions.languages.shown import CHANGED, HAPPENED, KINDS, STATUSES
from functions.model.minutes import WITHHELD, Quotes
from functions.model.register import Decided, OpenItem, RowEvent
from functions.views.terminal import ages, due_words

_FIELDS = {"status": {status.value: word for status, word in STATUSES.items()}, "kind": {kind.value: word for kind, word in KINDS.items()}}


def show_history(item: OpenItem, *, council: str, console: Console) -> None:
    """A point with how it stands now, then what happened to it, oldest first, each with its words and where they stand."""
    console.print(Text(item.text, style="bold"))
    told = [council, KINDS[item.kind], STATUSES[item.status], ", ".join(item.owners), due_words(item), *ages(item)]
    _indent(" · ".join(part for part in told if part), console, by=2)
    _indent(f"Nyckel {item.key}", console, by=2, style="dim")
    for event in item.events:
        if _is_told_again(event, item.events):
            continue
        console.print()
        _indent(_headline(event), console, by=2)
        show_quotes(event.quotes, console)
        if event.file:
            _indent(event.file, console, by=4, style="dim")


def _is_told_again(event: RowEvent, events: Sequence[RowEvent]) -> bool:
    """Whether the same words of the same minutes already say more of the point than that it was mentioned."""
    if event.type != "mentioned":
        return False
    return any(other.type != "mentioned" and (other.file, other.item, other.quotes) == (event.file, event.item, event.quotes) for other in events)


def show_quotes(quotes: Quotes, console: Console, *, by: int = 4) -> None:
    """Quotations, each on its line, indented."""
    for quote in quotes:
        _indent(f"”{quote.text}”" if quote.text is not None else WITHHELD, console, by=by, style="dim")


def show_decisions(found: Sequence[tuple[str, Decided]], *, words: str, console: Console) -> None:
    """Decisions with their words and where they stand; or, plainly, that none was found. found: council and decision."""
    about = f" om ”{words}”" if words else ""
    if not found:
        console.print(
            f"Inget beslut{about} finns i de anteckningar som är inlästa." if words else "Inga beslut finns i de anteckningar som är inlästa."
        )
        return
    console.print(f"{len(found)} beslut{about}", style="bold")
    for council, one in found:
        console.print()
        place = f"punkt {one.item} {one.title or ''}".strip() if (one.item or "")[:1].isdigit() else one.title or one.item or ""
        _indent(" · ".join(part for part in (one.meeting, council, place) if part), console, by=2, style="bold")
        _indent(one.text, console, by=2)
        if [quote.text for quote in one.quotes] != [one.text]:
            show_quotes(one.quotes, console)
        state = [f"beslutat av {one.decided_by}"] if one.decided_by else ["Godkänt på möte" if one.approved else "Ej godkänt än"]
        state += ["verkar vara ett beslut"] if one.tier != "sure" else []
        state += [f"genomfört {one.carried_out}"] if one.carried_out else []
        _indent(" · ".join([*state, one.file]), console, by=4, style="dim")


def _headline(event: RowEvent) -> str:
    day = event.meeting or (event.at or "")[:10]
    if event.type == "edited" and event.change is not None:
        field, value = event.change
        shown = _FIELDS.get(field, {}).get(value or "", value)
        what = CHANGED.get(field, field)
        if field == "removed":
            what = "Raden togs bort" if value == "True" else "Raden lades tillbaka"
            return f"{day}  {what} av {event.by}"
        return f"{day}  {what} ändrades till ”{shown}” av {event.by}" if shown else f"{day}  {what} tömdes eller gavs tillbaka av {event.by}"
    point = f", punkt {event.item}" if event.item and event.item[:1].isdigit() else f", {event.item}" if event.item else ""
    by = f" av {event.by}" if event.type in ("added", "edited", "merged") else ""
    return f"{day}  {HAPPENED.get(event.type, event.type)}{by}{point}"


def _indent(text: str, console: Console, *, by: int, style: str = "") -> None:
    console.print(Padding(Text(text, style=style), (0, 0, 0, by)))
