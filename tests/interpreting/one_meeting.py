"""One meeting from one small description, written by whichever layout a test picks: however it is laid out, it tells the same facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from functions.interpreting import interpret
from functions.languages import load
from functions.model.minutes import Minutes
from functions.reading import read_document
from tests.reading.packages import build, p

TITLES = (
    "Mötets öppnande",
    "Köer till mottagningen",
    "Kameror",
    "Samverkan med kommunerna",
    "Övriga frågor",
    "Nästa möte",
)
TEXTS = (
    ("Helga Norin öppnade mötet och hälsade alla välkomna.",),
    (
        "Bo Alm berättade om köerna. De är nu tolv veckor långa, och fyra personer har bett att få komma till en annan mottagning.",
        "Antalet remisser har ökat sedan i höstas.",
        "Östby har ledig tid på fredagar.",
        "Rådet beslutade att pröva mottagning på lördagar under hösten.",
        "Personalen är informerad.",
        "Bo Alm tar fram ett schema till den 3 april 2026.",
    ),
    (
        "Två modeller visades.",
        "Beslut: Rådet köper två kameror.",
        "Cia Dahl begär in anbud senast den 15 maj 2026.",
    ),
    ("Frågan bordlades till nästa möte.",),
    ("Inga övriga frågor fanns.",),
    ("Nästa möte hålls den 9 april 2026 kl. 13.00–15.00 i sal Linden.",),
)
LABELS = ("Mötesanteckningar Synrådet", "Datum: 5 mars 2026", "Tid: kl. 13.00–15.00", "Plats: Sal Eken")
PEOPLE = (
    ("Helga Norin", "ordförande", "Region Nord"),
    ("Bo Alm", "", "Region Nord"),
    ("Cia Dahl", "", "Norrby kommun"),
    ("Eva Ek", "sekreterare", "Norrby kommun"),
)
ABSENT = ("Sven Udd", "Östby kommun")


@dataclass(frozen=True, slots=True)
class Part:
    """XML of the body, and what must stand in other parts of the file for it."""

    body: str
    styles: str = ""
    numbering: str = ""
    parts: dict[str, str | bytes] = field(default_factory=dict)


Layout = Callable[[], Part]


def texts(at: int) -> str:
    """The paragraphs under one point."""
    return "".join(p(text) for text in TEXTS[at])


def points(head: Callable[[int, str], str], *, below: Callable[[int], str] = texts) -> str:
    """Every point with what was said of it; head: its number (from 0) and its title as XML."""
    return "".join(head(at, title) + below(at) for at, title in enumerate(TITLES))


def labels() -> str:
    """The facts of the meeting, a line each."""
    return "".join(p(line) for line in LABELS)


def roster() -> str:
    """Who was there, a line each."""
    there = "".join(p(f"{name}, {org}{', ' + role if role else ''}") for name, role, org in PEOPLE)
    return p("Närvarande:") + there + p(f"Frånvarande: {ABSENT[0]}, {ABSENT[1]}")


def plain_points() -> Part:
    """The points as numbered lines."""
    return Part(points(lambda at, title: p(f"{at + 1}. {title}")))


def written(*, front: Part | None = None, people: Part | None = None, items: Part | None = None) -> bytes:
    """The bytes of a Word file of the meeting; what is not given is written in the plainest way."""
    chosen = (front or Part(labels()), people or Part(roster()), items or plain_points())
    return build(
        "".join(part.body for part in chosen),
        styles="".join(part.styles for part in chosen),
        numbering="".join(part.numbering for part in chosen),
        parts={name: content for part in chosen for name, content in part.parts.items()},
    )


def read(data: bytes, *, name: str = "synradet.docx") -> Minutes:
    """What is read out of such a file."""
    return interpret(read_document(data, name=name), pack=load("sv"))


def said(minutes: Minutes) -> dict[str, object]:
    """The facts that no layout may change; a point is told by its place among the points."""
    place = {item.number or item.title: at for at, item in enumerate(minutes.items)}
    met = minutes.meeting
    return {
        "kind": minutes.document.kind,
        "meeting": (met.body, met.date, met.start, met.end, met.place, met.chair, met.secretary),
        "titles": [item.title for item in minutes.items],
        "decisions": [(place.get(d.item or "", -1), d.text) for d in minutes.decisions if d.kind == "decision"],
        "actions": [(place.get(a.item or "", -1), a.owners, a.due.date if a.due else None) for a in minutes.actions],
        "postponed": [(place.get(d.item or "", -1), d.kind) for d in minutes.postponed],
        "next": [(n.date, n.start, n.end, n.place) for n in minutes.next_meetings],
        "people": sorted((one.name, one.attendance, one.role) for one in minutes.people),
    }


def numbers(minutes: Minutes) -> list[str | None]:
    """The points' numbers."""
    return [item.number for item in minutes.items]
