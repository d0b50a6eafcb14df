"""The contract of the columns beside a minutes file: what each is called, holds and means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from functions.languages.shown import DRAFT_STATES
from functions.model.agenda import DRAFT_FINDINGS, DRAFT_STATE

ONGOING, FINAL, APPROVED = "Pågår", "Klar", "Godkänd på möte"
READ, TO_CHECK, WAITING, UNREADABLE = "Inläst", "Att kontrollera", "Väntar", "Kunde inte läsas"

STATES = {"ongoing": ONGOING, "final": FINAL, "approved": APPROVED}
"""The state of minutes → what stands in Läge."""

READINGS = {"read": READ, "needs_a_look": TO_CHECK, "waiting": WAITING, "unreadable": UNREADABLE}
"""How the reading of a file ended → what stands in Inläsning."""

_AUTOMATIC = (
    "Fylls i automatiskt från mötesanteckningen. Ändrar du själv gäller det du skrivit. Välj Läs om för att få tillbaka det automatiska värdet."
)


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column. name: internal, never shown; title: what people see; type: text, note (many lines), date, number, choice or yes_no.

    choices: for a choice, in order; visible: shown in the standard view; index: worth an index in the library (it is filtered or sorted by);
    hidden: technical, in no form and no view.
    """

    name: str
    title: str
    type: str
    description: str
    choices: tuple[str, ...] = ()
    visible: bool = False
    index: bool = False
    hidden: bool = False


COLUMNS: tuple[ColumnSpec, ...] = (
    ColumnSpec("DgCouncil", "Råd", "text", f"Vilket råd som möttes. {_AUTOMATIC}", visible=True, index=True),
    ColumnSpec("DgMeetingDate", "Mötesdatum", "date", f"Vilken dag mötet var. {_AUTOMATIC}", visible=True, index=True),
    ColumnSpec(
        "DgState",
        "Läge",
        "choice",
        f"Hur långt anteckningen har kommit. Öppna punkter och dagordning görs först när den är klar. {_AUTOMATIC}",
        (ONGOING, FINAL, APPROVED),
        visible=True,
        index=True,
    ),
    ColumnSpec("DgOpenItems", "Öppna punkter", "number", f"Hur många punkter från mötet som fortfarande är öppna. {_AUTOMATIC}", visible=True),
    ColumnSpec("DgNextMeeting", "Nästa möte", "date", f"Rådets nästa möte efter detta. {_AUTOMATIC}", visible=True),
    ColumnSpec(
        "DgToCheck", "Att kontrollera", "number", "Hur många frågor som väntar på svar från dig. Tomt när ingen gör det.", visible=True, index=True
    ),
    ColumnSpec(
        "DgReading",
        "Inläsning",
        "choice",
        "Hur inläsningen gick. Tomt betyder att filen inte är en mötesanteckning.",
        (READ, TO_CHECK, WAITING, UNREADABLE),
        index=True,
    ),
    ColumnSpec("DgReadingReason", "Varför", "note", "Vad som hindrar eller behöver ses över, och vad du kan göra."),
    ColumnSpec("DgAttendees", "Deltagare", "note", f"De som deltog enligt anteckningen. {_AUTOMATIC}"),
    ColumnSpec("DgChair", "Ordförande", "text", f"Vem som ledde mötet. {_AUTOMATIC}"),
    ColumnSpec("DgSecretary", "Sekreterare", "text", f"Vem som skrev anteckningen. {_AUTOMATIC}"),
    ColumnSpec("DgStart", "Började", "text", f"Klockslag, till exempel 13:00. {_AUTOMATIC}"),
    ColumnSpec("DgEnd", "Slutade", "text", f"Klockslag, till exempel 15:30. {_AUTOMATIC}"),
    ColumnSpec("DgPlace", "Plats", "text", f"Var mötet hölls. {_AUTOMATIC}"),
    ColumnSpec("DgOnline", "Digitalt", "yes_no", f"Om det gick att delta på distans. {_AUTOMATIC}"),
    ColumnSpec("DgDecisions", "Beslut", "number", f"Hur många egna beslut anteckningen tar upp, formalia oräknade. {_AUTOMATIC}"),
    ColumnSpec("DgActions", "Åtgärder", "number", f"Hur många nya åtgärder anteckningen tar upp. {_AUTOMATIC}"),
    ColumnSpec(
        "DgGoverning",
        "Gäller",
        "yes_no",
        "Om flera filer är från samma möte gäller en av dem; de andra öppnar inga punkter. Sätt Ja på den fil som ska gälla.",
    ),
    ColumnSpec("DgReread", "Läs om", "yes_no", "Sätt Ja för att få tillbaka de automatiska värdena på raden. Rutan töms när det är gjort."),
    ColumnSpec("DgFingerprint", "Innehållets avtryck", "text", "Tekniskt: känner igen texten även när filen byter namn eller kopieras.", hidden=True),
    ColumnSpec("DgReader", "Läsare", "text", "Tekniskt: vilken version som läste filen.", hidden=True),
    ColumnSpec("DgFileId", "Filens märke", "text", "Tekniskt: vilken fil värdena skrevs för, så att en kopia inte tas för originalet.", hidden=True),
)
"""Every column we write, in the order of the standard view; people may hide, move and rename titles, never internal names."""

DRAFT_COLUMNS: tuple[ColumnSpec, ...] = (
    ColumnSpec(
        DRAFT_STATE,
        "Läge för förslaget",
        "choice",
        "Förslag hålls aktuellt. Klar att skicka lämnas som det är. Utskickad ändras aldrig: det som kommer sedan får en egen fil. Välj själv.",
        tuple(DRAFT_STATES.values()),
        index=True,
    ),
    ColumnSpec(DRAFT_FINDINGS, "Tillgänglighet", "note", "Vad som gör förslaget svårt att läsa för någon, och var. Fylls i automatiskt."),
)
"""The columns beside a draft of ours, in the library too."""

BY_NAME = {column.name: column for column in COLUMNS}
"""Columns by internal name."""


def render_columns(columns: Sequence[ColumnSpec] = COLUMNS) -> str:
    """A table of docs/columns.md, Markdown."""
    lines = ["| internal name | Swedish name | type | choices | shown | description |", "|---|---|---|---|---|---|"]
    for column in columns:
        shown = "yes" if column.visible else "hidden" if column.hidden else "no"
        lines.append(f"| `{column.name}` | {column.title} | {column.type} | {' · '.join(column.choices)} | {shown} | {column.description} |")
    return "\n".join(lines)
