"""The papers of `dagordning draft` for one person each, guests' invitations and members' points; laid where one says, never in the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from functions import errors
from functions.commands.looking import chosen_councils
from functions.drafting import guests_of, open_owners, owners_named, render_invitation, render_points, render_with_fallback, safe_name
from functions.drafting.papers import INVITATION, POINTS, Paper, choose_template
from functions.drafting.tongues import TONGUES
from functions.model.agenda import Agenda
from functions.model.library import Council
from functions.model.register import Register
from functions.pipeline import Workplace, register_of
from functions.views import terminal

Composed = Callable[[Workplace, Council], Agenda]
_MOST_COPIES = 99


def write_invitations(place: Workplace, *, council: str | None, language: str, folder: Path, composed: Composed) -> None:
    """A Word file for each guest of the next meeting, with nothing of the others' items. Raises errors.BadUsage when there are no guests."""
    tongue = TONGUES.get(language)
    if tongue is None:
        raise errors.BadUsage(f"Språket ”{language}” finns inte. Välj {', '.join(TONGUES)}.")
    found = False
    for one in chosen_councils(place, council=council):
        agenda = composed(place, one)
        for line, guest in guests_of(agenda):
            found = True
            _write(
                lambda template, agenda=agenda, line=line, guest=guest: render_invitation(  # type: ignore[misc]
                    agenda, line=line, guest=guest, tongue=tongue, template=template
                ),
                paper=INVITATION,
                name=_name(agenda, "Inbjudan", guest or f"punkt {line.number}"),
                folder=folder,
                council=one,
                place=place,
            )
    if not found:
        raise errors.BadUsage('Inga gäster står på dagordningen. Lägg till en med dagordning add MAPP "Besök av …" --council RÅD.')


def write_points(place: Workplace, *, council: str | None, person: str, folder: Path, composed: Composed) -> None:
    """A Word file with a member's own open points for each council where there are any. Raises errors.BadUsage when none or several can be meant."""
    chosen = [(one, register_of(one, place)) for one in chosen_councils(place, council=council)]
    meant = sorted({owner for _, register in chosen for owner in owners_named(register, person)})
    if len(meant) != 1:
        known = sorted({owner for _, register in chosen for owner in open_owners(register)})
        which = f"Vem menas: {', '.join(meant)}?" if meant else f"De som har punkter: {', '.join(known) or 'inga'}."
        raise errors.BadUsage(f"”{person}” är {'flera' if meant else 'ingen'} av dem som har öppna punkter. {which}")
    for one, register in chosen:
        if owners_named(register, meant[0]):
            _write_points(place, one, register, person=meant[0], folder=folder, composed=composed)


def _write_points(place: Workplace, council: Council, register: Register, *, person: str, folder: Path, composed: Composed) -> None:
    agenda = composed(place, council)
    _write(
        lambda template: render_points(agenda, register, person=person, template=template),
        paper=POINTS,
        name=_name(agenda, "Dina punkter", person),
        folder=folder,
        council=council,
        place=place,
    )


def _write(render: Callable[[bytes | None], bytes], *, paper: Paper, name: str, folder: Path, council: Council, place: Workplace) -> None:
    """Write the paper by the council's template, beside a file of that name that holds something else."""
    chosen = choose_template(council, place.library.templates(), paper=paper)
    data, note = render_with_fallback(render, chosen=chosen, paper=paper)
    console = terminal.plain_console()
    target = _free(folder, name, data)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        raise errors.NoAccess(f"{target} kan inte skrivas: {errors.reason_of(error)}.") from error
    console.print(str(target), soft_wrap=True)
    if note:
        console.print(f"  {note}", style="yellow", soft_wrap=True)


def _free(folder: Path, name: str, data: bytes) -> Path:
    """A place of that name where nothing stands, or the very same paper."""
    for number in range(1, _MOST_COPIES + 1):
        place = folder / (f"{name}.docx" if number == 1 else f"{name} ({number}).docx")
        if not place.exists() or (place.is_file() and place.read_bytes() == data):
            return place
    raise errors.BadUsage(f"{folder} har redan {_MOST_COPIES} filer som heter {name}. Ange en annan mapp med --to.")


def _name(agenda: Agenda, title: str, whom: str) -> str:
    day = agenda.meeting.date[:10] if agenda.meeting else "Utan datum"
    return safe_name(f"{day} {title} {whom} {agenda.council}")
