"""What people see a row's kind and status called, in the lists, the sheet and the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from functions.model.register import RowKind, RowStatus

KINDS = {
    RowKind.ACTION: "Åtgärd",
    RowKind.TABLED: "Bordlagt",
    RowKind.RETURNED: "Återremiss",
    RowKind.DEFERRED: "Tas upp senare",
    RowKind.PARKED: "Lagt åt sidan",
    RowKind.CONSULTATION: "Remiss (svar senast)",
    RowKind.STANDING: "Stående punkt",
    RowKind.ANNOUNCED: "Anmäld punkt",
    RowKind.PINNED: "Hör till visst möte",
}
STATUSES = {
    RowStatus.PROPOSED: "Ej bekräftad",
    RowStatus.OPEN: "Öppen",
    RowStatus.PART_DONE: "Delvis klar",
    RowStatus.SEEMS_DONE: "Verkar klar",
    RowStatus.DONE: "Klar",
    RowStatus.DROPPED: "Avförd",
    RowStatus.NOT_A_TASK: "Inte en uppgift",
    RowStatus.DORMANT: "Vilande",
    RowStatus.HISTORIC: "Historisk",
}
DRAFT_STATES = {"proposal": "Förslag", "ready": "Klar att skicka", "sent": "Utskickad"}
NOTHING_FOUND = "Inga anmärkningar"
HAPPENED = {
    "opened": "Kom till",
    "mentioned": "Nämndes",
    "kept": "Är kvar",
    "part_done": "Delvis klar",
    "seems_done": "Verkar klar",
    "may_be_done": "Kan vara klar",
    "done": "Klar",
    "dropped": "Avförd",
    "reopened": "Togs upp igen",
    "contradicted": "Sägs vara kvar fast den var klar",
    "reassigned": "Någon annan tog över",
    "postponed": "Sköts upp",
    "due_moved": "Nytt datum",
    "taken_up": "Togs upp",
    "added": "Lades till",
    "edited": "Ändrades",
    "merged": "Lades ihop med en annan punkt",
}
"""What a line of a row's history is called (functions/model/register.py: RowEvent)."""
CHANGED = {
    "status": "Status",
    "owner": "Ansvarig",
    "owners": "Ansvarig",
    "due": "Klart senast",
    "text": "Punkt",
    "kind": "Typ",
    "removed": "Raden borttagen",
    "date": "Datum",
    "start": "Tid",
    "end": "Sluttid",
    "place": "Plats",
    "online": "På distans",
    "note": "Anmärkning",
    "cancelled": "Inställt",
}
"""What a person changed in a row, or of a meeting."""


def listed(names: Sequence[str], *, last: str = "och") -> str:
    """ "Siv Hagelin, Bo Ek och Eva Ek"; "" for nobody. last: the word before the last one."""
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
