"""The commands about templates: one to start from, and the check of one."""

from __future__ import annotations

from pathlib import Path

from functions import errors
from functions.drafting import PAPERS, check_template, new_template, paper_of, safe_name
from functions.drafting.papers import Paper
from functions.languages.shown import listed
from functions.views import terminal

_LEVELS = {"error": "fel", "warning": "anmärkning"}


def check_template_file(file: Path, *, paper: str | None) -> int:
    """Every finding on its line; 6 when the template cannot be used. paper: what it is for, by default what its name says."""
    console = terminal.plain_console()
    try:
        data = file.read_bytes()
    except OSError as error:
        raise errors.BadUsage(f"Mallen {file} kan inte öppnas: {errors.reason_of(error)}.") from error
    findings = check_template(data, paper=_paper(paper) if paper else paper_of(file.stem))
    if not findings:
        console.print("Mallen fungerar. Den är provad med ett fullt exempel.", style="green")
        return 0
    for finding in findings:
        part = f" ({finding.part})" if finding.part else ""
        console.print(f"{_LEVELS[finding.level]}{part}: {finding.message}", soft_wrap=True)
        if finding.paragraph and finding.paragraph not in finding.message:
            console.print(f"  Stycket: {finding.paragraph}", soft_wrap=True)
    return errors.BadTemplate.exit_code if any(finding.level == "error" for finding in findings) else 0


def write_template(file: Path | None, *, paper: str | None, council: str | None, folder: Path | None) -> None:
    """Write a template to start from, never over another file. file: where, or the folder to put it in; folder: that of the library's templates, for
    a template without a place of its own; council: the name of the council that it is for, by which its file is found."""
    place = file if file is not None else folder
    assert place is not None
    if place.suffix.casefold() == ".docx":
        wanted = _paper(paper) if paper else paper_of(place.stem)
    else:
        wanted = _paper(paper) if paper else PAPERS[0]
        place = place / (" ".join(filter(None, (wanted.name, safe_name(council or "")))) + ".docx")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as out:
            out.write(new_template(wanted))
    except FileExistsError as error:
        raise errors.BadUsage(f"{place} finns redan och lämnas som den är. Ge den nya mallen ett annat namn.") from error
    except OSError as error:
        raise errors.NoAccess(f"{place} kan inte skrivas: {errors.reason_of(error)}.") from error
    console = terminal.plain_console()
    console.print(f"Ny mall för {wanted.title}: {place}", soft_wrap=True)
    console.print("Ändra den i Word; kommentarerna i den förklarar fälten. Kontrollera den sedan:")
    console.print(f'  dagordning template check "{place}"', soft_wrap=True)


def _paper(name: str) -> Paper:
    found = next((paper for paper in PAPERS if paper.name == name.casefold().removesuffix(".docx")), None)
    if found is None:
        raise errors.BadUsage(f"Det finns inget papper som heter ”{name}”. Välj {listed([paper.name for paper in PAPERS], last='eller')}.")
    return found
