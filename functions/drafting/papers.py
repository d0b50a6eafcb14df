"""The papers that a template can be for, and which template a council's paper is made with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from functions.drafting.fields import FIELDS, INVITATION_FIELDS, POINTS_FIELDS, SHEET_FIELDS
from functions.model.library import Council, Template

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper. name: its template's file name without ending, and what such a file's name begins with; fields: those it may use."""

    name: str
    title: str
    fields: Mapping[str, str]

    @property
    def file(self) -> str:
        """The file name of the template that comes with the program."""
        return f"{self.name}.docx"

    def default(self) -> bytes:
        """The bytes of that template."""
        return (TEMPLATES / self.file).read_bytes()


DRAFT = Paper("dagordning", "förslaget till dagordning", FIELDS)
SHEET = Paper("underlag", "underlaget till sekreteraren", SHEET_FIELDS)
INVITATION = Paper("inbjudan", "inbjudan till gäster", INVITATION_FIELDS)
POINTS = Paper("dina punkter", "bladet med en ledamots punkter", POINTS_FIELDS)
PAPERS = (DRAFT, SHEET, INVITATION, POINTS)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The template for a paper. name, data: None where the default is to be used; note: Swedish, what the secretary should know of the choice."""

    name: str | None = None
    data: bytes | None = None
    note: str | None = None


def paper_of(name: str) -> Paper:
    """Which paper a template is for, by how its file name begins ("Underlag Samordningsråd diabetes.docx"); the draft when it says nothing else."""
    plain = _plain(name)
    return next((paper for paper in PAPERS if plain == paper.name or plain.startswith(paper.name + " ")), DRAFT)


def choose_template(council: Council, templates: Sequence[Template], *, paper: Paper = DRAFT) -> Chosen:
    """The council's own template for a paper, else one that is for everybody, else the default.

    The council's is, for the draft, the one that its setting Mall names; else the first by name that bears the council's name. A setting that names
    no file here gives a note.
    """
    fitting = [template for template in templates if paper_of(template.name.rsplit(".", 1)[0]) is paper]
    note = None
    if paper is DRAFT and council.template:
        wanted = {_plain(council.template), _plain(council.template.rsplit(".", 1)[0])}
        named = next((t for t in templates if wanted & {_plain(t.name), _plain(t.name.rsplit(".", 1)[0])}), None)
        if named is not None:
            return Chosen(named.name, named.data)
        note = f"Mallen ”{council.template}”, som är vald för rådet, finns inte bland mallarna. En annan mall är använd i stället."
    own = next((t for t in fitting if t.council == council.key), None)
    found = own or next((t for t in fitting if t.council is None), None)
    return Chosen(found.name, found.data, note) if found else Chosen(note=note)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", text).casefold()).strip()
